# Het menu, de antwoorden en wat er nog te doen is.

menu-title = <b>{ $company }</b>
menu-title-nameless = <b>Menu</b>
menu-section = { $bar } { $section }: { $answered } van { $total }

todo-title = Nog uit te zoeken ({ $count }):
todo-line = • { $todo }
todo-more = en nog { $count }
todo-find-out = { $what }
todo-find-deputy = Zoek iemand die het overneemt als jij er niet bent.
todo-find-ict-help = Zoek iemand die je met je computers helpt.
todo-find-number = Het nummer van { $name }
todo-print-list = Schrijf je bellijst op papier, of print hem. Hang hem op.
todo-name-somebody = { $what }: kies iemand.
todo-call-back-first = Spreek af: bij een vreemd betaalverzoek bel je altijd terug.
todo-machines-without-network = Vraag de machinebouwer hoe je machines doordraaien zonder netwerk.
todo-updates-automatic = { $what }: zet ze op automatisch.
todo-consider-replacing = { $what }: overweeg vervanging, of haal het los van internet.
todo-encrypt-disk = { $what }: zet ook versleuteling aan.
todo-set-lock = { $what }: zet er een code of wachtwoord op.
todo-find-repair = { $what }: zoek iemand die het kan maken.
todo-own-password = { $what }: geef iedereen een eigen wachtwoord.
todo-teach-second = { $what }: leer het aan nog iemand.
todo-arrange-spare = { $what }: regel een reserve.
todo-out-of-reach = { $what }: zorg dat niet iedereen erbij kan.
todo-find-manager = { $what }: zoek iemand die dit regelt.
todo-turn-on-extra-code = { $what }: zet de extra code aan.
todo-close-old-accounts = { $what }: sluit accounts van mensen die weg zijn.
todo-unique-password = { $what }: kies een wachtwoord dat je nergens anders gebruikt.
todo-limit-access = { $what }: laat alleen toe wie het nodig heeft.
todo-change-factory-password = { $what }: kies zelf een nieuw.
todo-new-password = { $what }: kies een nieuw wachtwoord.
todo-guests-own-wifi = Geef gasten een eigen wifi, los van je kassa en computers.
todo-close-remote-login = Laat leveranciers alleen inloggen met een extra code, of als jij ja zegt.
todo-guard-special-data = { $what }: beveilig dit extra en vraag advies.
todo-encrypt-carried-data = { $what }: versleutel wat je meeneemt.
todo-send-safely = { $what }: verstuur het versleuteld.
todo-clear-out = { $what }: gooi weg wat je niet meer nodig hebt.
todo-print-contract = { $what }: print het en bewaar het op papier.
todo-ask-contract = { $what }: vraag de afspraken op papier.
todo-agree-reaction = { $what }: spreek af hoe snel ze komen.
todo-ask-restore-test = { $what }: vraag of ze het terugzetten willen testen.
todo-arrange-backup = { $what }: regel dat iemand er een maakt.
todo-sign-processor = { $what }: vraag een verwerkersovereenkomst.
todo-agree-exit = { $what }: vraag hoe je je gegevens meekrijgt.
todo-agree-leak-call = { $what }: spreek af dat ze je binnen 24 uur bellen.

answers-title = <b>Je antwoorden: { $section }</b>
    Kies wat je wilt veranderen.
answers-line = { $question }: { $answer }
