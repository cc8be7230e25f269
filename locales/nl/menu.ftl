# Het menu, de antwoorden en wat er nog te doen is.

menu-title = <b>{ $company }</b>
menu-title-nameless = <b>Menu</b>
menu-section = { $bar } { $section }: { $answered } van { $total }
menu-complete = ✓ Klaar: { $sections }
menu-next = Nu het beste: <b>{ $section }</b>, ongeveer { $minutes } minuten.
menu-next-begun = Nu het beste: <b>{ $section }</b>, nog ongeveer { $minutes ->
    [1] een minuut
   *[other] { $minutes } minuten
    }.
menu-next-why = Waarom: { $why }
next-why-backup = ik weet nog niet of er een back-up is van je { $name }.
next-why-risk = je koos nog niet wat je doet aan een { $grade ->
    [very-high] zeer hoog
   *[high] hoog
    } risico: { $risk }.
next-why-supplier = je { $thing } hangt af van { $name }.
next-why-begun = je bent er al mee begonnen.
more-title = Wat wil je doen?

todo-title = Nog te doen ({ $count }):
todo-line = • { $todo }
todo-more = en nog { $count }
todo-find-out = Zoek uit: { $what }
todo-find-deputy = Zoek iemand die het overneemt als jij er niet bent.
todo-find-ict-help = Zoek iemand die je met je computers helpt.
todo-find-number = Zoek het nummer van { $name } op.
todo-find-own-number = Zet je eigen nummer op je bellijst.
todo-print-list = Schrijf je bellijst op papier, of print hem. Hang hem op.
todo-name-somebody = Kies iemand: { $what }
todo-call-back-first = Spreek af: bij een vreemd betaalverzoek bel je altijd terug.
todo-add-forgotten = Voeg dit nog toe aan je spullen: { $answer }.
todo-machines-without-network = Vraag de machinebouwer hoe je machines doordraaien zonder netwerk.
todo-updates-automatic = Zet de updates van je { $name } op automatisch.
todo-replace-it = Vervang je { $name }, of zet er een nieuwere versie op.
todo-consider-replacing = Overweeg je { $name } te vervangen, of los van internet te zetten.
todo-replace-software = Stap van je { $name } over op iets wat nog updates krijgt.
todo-replace-router = Overweeg een nieuw modem voor je { $name }.
todo-encrypt-disk = Zet op je { $name } ook versleuteling aan.
todo-set-lock = Zet een code of wachtwoord op je { $name }.
todo-find-repair = Zoek iemand die je { $name } kan repareren.
todo-own-password = Geef iedereen een eigen wachtwoord voor je { $name }.
todo-teach-second = Leer nog iemand hoe je { $name } werkt.
todo-arrange-spare = Regel een reserve voor je { $name }.
todo-out-of-reach = Zorg dat niet iedereen bij je { $name } kan.
todo-find-manager = Zoek iemand die je { $name } regelt.
todo-turn-on-extra-code = Zet de extra code bij het inloggen aan voor je { $name }.
todo-close-old-accounts = Sluit bij je { $name } de accounts van mensen die weg zijn.
todo-unique-password = Kies voor je { $name } een wachtwoord dat je nergens anders gebruikt.
todo-limit-access = Laat alleen wie het nodig heeft bij je { $name }.
todo-change-factory-password = { $role ->
    [fixed-internet] Kies zelf een wachtwoord voor je modem.
   *[other] Kies zelf een wachtwoord voor je { $name }.
    }
todo-new-password = { $role ->
    [fixed-internet] Kies een nieuw wachtwoord voor je modem.
   *[other] Kies een nieuw wachtwoord voor je { $name }.
    }
todo-guests-own-wifi = Geef gasten een eigen wifi, los van je kassa en computers.
todo-close-remote-login = Laat leveranciers alleen inloggen met een extra code, of als jij ja zegt.
todo-guard-special-data = Beveilig je { $name } extra goed en vraag advies.
todo-encrypt-carried-data = Neem je { $name } alleen versleuteld mee.
todo-send-safely = Verstuur je { $name } versleuteld.
todo-clear-out = Spreek af hoe lang je je { $name } bewaart. Gooi weg wat ouder is.
todo-print-contract = Print het contract met { $name } en bewaar het op papier.
todo-ask-contract = Vraag { $name } om de afspraken op papier.
todo-agree-reaction = Spreek met { $name } af hoe snel ze helpen.
todo-agree-repair = Spreek met { $name } af hoe snel een storing is opgelost.
todo-ask-restore-test = Vraag { $name } om het terugzetten te testen.
todo-arrange-backup = Regel een back-up van je gegevens bij { $name }.
todo-sign-processor = Vraag { $name } om een verwerkersovereenkomst (afspraken over privacy).
todo-agree-exit = Vraag { $name } hoe je je gegevens meekrijgt als je weggaat.
todo-agree-leak-call = Spreek met { $name } af dat ze je bij een lek binnen 24 uur bellen.
todo-ask-supplier-backup = Vraag je leverancier waar de back-up van je { $name } ligt, en of terugzetten is getest.
todo-make-backup = Begin deze week nog met een back-up van je { $name }.
todo-backup-more-often = Maak vaker een back-up van je { $name }, liefst elke dag.
todo-copy-elsewhere = Bewaar ook een kopie van je { $name } op een andere plek.
todo-second-copy = Maak nog een kopie van je { $name }.
todo-copy-offline = Houd altijd een kopie van je { $name } los van het netwerk: niet aangesloten.
todo-practise-restore = Oefen het terugzetten van je { $name } met één bestand.
todo-repair-restore = Zoek uit waarom het terugzetten van je { $name } mislukte.
todo-key-apart = Leg de sleutel van je back-ups op een andere plek dan de back-ups.
todo-encrypt-backup = Versleutel je back-ups en leg de sleutel apart.
todo-date-backups = Zet een datum op elke back-up en bewaar ook een paar oude.
todo-backup-after-change = Maak ook een back-up als je iets belangrijks verandert.
todo-backup-day = Kies een vaste dag om je back-up te maken en na te kijken.
todo-prepare-reserve = { $role ->
    [loss-communication] Leg iets klaar voor als mail en telefoon uitvallen.
    [loss-data] Leg iets klaar voor als je { $name } weg zijn.
   *[other] Leg iets klaar voor als je { $name } uitvalt.
    }
todo-make-fallback = { $role ->
    [loss-communication] Bedenk hoe je doorwerkt als mail en telefoon uitvallen.
    [loss-data] Bedenk hoe je doorwerkt als je { $name } weg zijn.
   *[other] Bedenk hoe je doorwerkt als je { $name } uitvalt.
    }
todo-share-knowledge = Schrijf op wat alleen jij weet, en laat het iemand zien.
todo-improve-plan = Verbeter je plan en test het nog een keer.
todo-test-plan = Test je plan één keer.
todo-agree-outside = Maak één afspraak met je belangrijkste leverancier of klant.
todo-fix-moment = Prik een vast moment om de afspraken na te kijken.
todo-check-cyber-law = Doe de zelftest over de Cyberbeveiligingswet.

answers-title = <b>Je antwoorden: { $section }</b>
    Kies wat je wilt veranderen.
answers-line = { $question }: { $answer }

option-parts = Kies een onderdeel
parts-title = Welk onderdeel?
option-members = Wie erbij hoort
option-log = Logboek
