# Risico's: wat er kan gebeuren, hoe groot de kans en de gevolgen zijn, en wat je kiest.

section-risks = Risico's
    .why = dan kies je zelf wat je aanpakt en wat je accepteert.

q-threats = Waar ben je bang voor bij je { $name }? Vink er een of twee aan.
    .one = Waar ben je het meest bang voor bij je { $name }? Vink er één aan.
    .why = Je kunt niet alles voorkomen. Kies wat jou het meeste zorgen geeft. Mis je iets? Typ het zelf.
    .help = Er is geen goed of fout. Kies wat jou wakker houdt. Gijzelsoftware is een virus dat alles op slot zet en losgeld vraagt.
    .in-shop = De pin die er op zaterdag uit ligt.
    .in-workshop = De stroom die uitvalt midden in een klus.
    .in-office = Iemand die je mailaccount steelt en er facturen mee stuurt.
    .find-out = Bedenk waar je bang voor bent bij je { $name }.
    .short = Zorgen over { $name }
    .theft = Verlies of diefstal
    .broken = Het gaat kapot
    .ransomware = Virus of gijzelsoftware
    .no-updates = Geen updates meer
    .fire-water = Brand of water
    .power = De stroom valt uit
    .payments-down = Kassa of pin ligt eruit
    .account-taken = Iemand steelt je account
    .supplier-down = Storing bij de leverancier
    .wrong-setting = Een verkeerde instelling
    .supplier-gone = De leverancier stopt ermee
    .payment-fraud = Nepfactuur of nepbaas
    .line-down = De verbinding valt weg
    .intruder = Er komt een indringer binnen
    .ddos = Een aanval legt het plat
    .old-router = Modem zonder updates
    .leak = Gegevens lekken uit
    .wrong-data = Gegevens kloppen niet
    .erased = Gewist of op slot
    .one-knows = Wie weet hoe het werkt, is weg
    .leaver = Een vertrokken medewerker
    .own-threat = Iets anders
    .own-threat-which = Typ in een paar woorden wat er kan gebeuren.

q-risk-impact = { $thing }: { $name }. Hoe groot zijn de gevolgen?
    .why = Jij kent je bedrijf. Wat je kiest, telt, ook als het iets anders is dan ik dacht.
    .help = Denk aan verloren werk, aan klanten die weglopen en aan wat herstel kost.
    .in-shop = Een zaterdag zonder kassa kost de omzet van een halve week.
    .in-workshop = Een dag zonder stroom kost een dag werk, meer niet.
    .in-office = Gelekte dossiers kosten je het vertrouwen van je klanten.
    .find-out = Bedenk hoe groot de gevolgen zijn: { $thing }, { $name }.
    .short = Gevolgen ({ $thing }, { $name })
    .aside = Gevolgen
    .change = Gevolgen zijn anders
    .low = Niet zo erg
    .low-said = niet zo erg
    .middle = Vervelend, kost geld
    .middle-said = vervelend, en het kost geld
    .high = Heel erg, bedrijf in gevaar
    .high-said = heel erg

q-risk-chance = { $thing }: { $name }. Hoe groot is de kans?
    .why = Je bepaalt het zelf. Kans keer gevolgen is je risico: zo zie je wat hoofdzaak is en wat bijzaak.
    .help = Is het bij jou of bij de buren al eens gebeurd? Kies dan de hoogste.
    .in-shop = Een telefoon op de toonbank is zo weg.
    .in-workshop = De stroom viel vorig jaar twee keer uit.
    .in-office = Een server in een afgesloten kast wordt niet snel gestolen.
    .find-out = Bedenk hoe groot de kans is: { $thing }, { $name }.
    .short = Kans ({ $thing }, { $name })
    .seldom = Zie ik niet snel gebeuren
    .seldom-told = { $thing }: { $name }. Dat gebeurt niet snel
    .seldom-said = niet snel
    .sometimes = Kan in de komende jaren
    .sometimes-told = { $thing }: { $name }. Dat kan in de komende jaren
    .sometimes-said = het kan in de komende jaren
    .anytime = Is al gebeurd, of kan elk moment
    .anytime-told = { $thing }: { $name }. Dat is al gebeurd, of het kan elk moment gebeuren
    .anytime-said = het is al gebeurd, of het kan elk moment gebeuren

q-risk-choice = { $thing }: { $name }. Wat kies je?
    .why = Dit is een van je grootste risico's. Alles mag, ook niets doen, als het maar een keuze is. Overdragen is: verzekeren, of een ander het werk laten doen.
    .help = Accepteren is: je weet het, en je laat het zo.
    .in-shop = Verminderen: er komt een tweede pinapparaat.
    .in-workshop = Overdragen: de machine wordt verzekerd.
    .in-office = Stoppen: je bewaart geen kopieën van paspoorten meer.
    .find-out = Kies wat je doet met dit risico: { $thing }, { $name }.
    .short = Keuze ({ $thing }, { $name })
    .aside = Keuze
    .change = Kiezen wat je doet
    .reduce = Verminderen
    .reduce-told = { $thing }: { $name }. Je wilt dit risico verminderen
    .accept = Accepteren
    .accept-told = { $thing }: { $name }. Je accepteert dit risico
    .transfer = Overdragen
    .transfer-told = { $thing }: { $name }. Je wilt dit risico overdragen
    .stop = Ermee stoppen
    .stop-told = { $thing }: { $name }. Je stopt hiermee

q-risk-measure = { $thing }: { $name }. Wat doe je als eerste?
    .why = Eén stap die echt gebeurt is beter dan vijf plannen. Staat het er niet bij? Typ het zelf.
    .help = Kies wat bij je past, en wat deze maand nog lukt.
    .in-shop = Er komt een bonboekje naast de kassa.
    .in-workshop = Een tweede collega leert de machine bedienen.
    .in-office = De extra code voor de mail gaat aan.
    .find-out = Kies wat je als eerste doet: { $thing }, { $name }.
    .short = Aanpak ({ $thing }, { $name })
    .backup = Een back-up maken en oefenen
    .backup-apart = Een back-up los van het netwerk
    .copy-elsewhere = Een kopie op een andere plek
    .own-copy = Zelf een kopie bewaren
    .encrypt = Schijf versleutelen
    .lock-away = Opbergen achter slot
    .spare = Een reserve regelen
    .maintenance = Onderhoud afspreken
    .replace = Vervangen
    .isolate = Losmaken van internet
    .updates = Updates op automatisch
    .train = Je mensen leren opletten
    .battery = Een noodaccu plaatsen
    .paper = Een manier op papier
    .second-way = Een tweede manier regelen
    .second-line = Een tweede lijn, zoals 4G
    .insure-check = Je verzekering nakijken
    .extra-code = De extra code aanzetten
    .passwords = Overal een ander wachtwoord
    .new-passwords = Nieuwe wachtwoorden
    .agree-supplier = Afspraken met de leverancier
    .let-check = Iemand laten nakijken
    .limit-access = Minder mensen toegang geven
    .close-accounts = Oude accounts sluiten
    .close-remote = Inloggen van buiten dichtzetten
    .guests-apart = Gasten op een eigen wifi
    .send-safely = Versleuteld versturen
    .clear-out = Weggooien wat oud is
    .call-back = Altijd terugbellen
    .four-eyes = Twee mensen per betaling
    .teach = Het iemand leren
    .write-down = Opschrijven hoe het werkt

q-risk-who = { $thing }: { $name }. Wie doet het?
    .why = Wat van iedereen is, doet niemand.
    .help = Kies iemand, of typ een naam en nummer.
    .in-shop = De eigenaar, op een rustige ochtend.
    .in-workshop = De voorman, want die kent de machine.
    .in-office = De computerhulp, bij het volgende bezoek.
    .find-out = Spreek af wie dit doet: { $thing }, { $name }.
    .name-somebody = Spreek af wie dit doet: { $thing }, { $name }.
    .short = Wie ({ $thing }, { $name })
    .me = Ik
    .nobody = Nog niemand

q-risk-cost = { $thing }: { $name }. Wat kost de aanpak?
    .why = Zo zie je straks waar een uur of een paar honderd euro het meeste doet.
    .help = Ongeveer is goed.
    .in-shop = Een noodaccu voor de kassa kost een paar honderd euro.
    .in-workshop = Een nieuwe besturing voor de machine is een grote uitgave.
    .in-office = De extra code aanzetten is een uur werk.
    .find-out = Zoek uit wat de aanpak kost: { $thing }, { $name }.
    .short = Kosten ({ $thing }, { $name })
    .aside = Kosten
    .change = Kosten zijn anders
    .small = Een uur werk
    .middle = Een paar honderd euro
    .large = Meer dan een paar honderd

q-risk-by = { $thing }: { $name }. Voor wanneer?
    .why = Een datum maakt er een afspraak van.
    .help = Kies iets wat lukt, of typ een datum.
    .in-shop = Volgende week dinsdag, want dan is het rustig.
    .in-workshop = 1 maart, bij het onderhoud.
    .in-office = 15 juni, voor de vakantie begint.
    .find-out = Prik een datum voor de aanpak: { $thing }, { $name }.
    .short = Voor wanneer ({ $thing }, { $name })
    .week-1 = Over een week
    .month-1 = Over een maand
    .months-3 = Over drie maanden

q-risk-transfer = { $thing }: { $name }. Aan wie draag je het over?
    .why = Verzekeren betaalt de schade. Uitbesteden legt het werk bij een ander. Typ ook gerust een naam.
    .help = Jij blijft wel degene die de klant te woord staat.
    .in-shop = Een verzekering betaalt als de zaak een week dicht moet.
    .in-workshop = Een onderhoudscontract: de machinebouwer houdt alles bij.
    .in-office = Een ICT-bedrijf doet voortaan de back-ups.
    .find-out = Zoek uit wie dit risico overneemt: { $thing }, { $name }.
    .short = Overdragen ({ $thing }, { $name })
    .insure = Verzekeren
    .outsource = Uitbesteden

q-risk-why = { $thing }: { $name }. Waarom accepteer je het?
    .why = Over een halfjaar weet je dan nog waarom. Typ het gerust in je eigen woorden.
    .help = Een paar woorden zijn genoeg, als jij ze over een halfjaar maar begrijpt.
    .in-shop = Een tweede kassa kost meer dan een dag zonder.
    .in-workshop = We kunnen een dag met de hand werken.
    .in-office = Eerst de mail veilig, dan pas de website.
    .find-out = Schrijf op waarom je dit risico accepteert: { $thing }, { $name }.
    .short = Waarom ({ $thing }, { $name })
    .too-dear = Er iets aan doen is te duur
    .bearable = We kunnen het wel hebben
    .others-first = Andere dingen gaan voor

q-risk-until = { $thing }: { $name }. Tot wanneer accepteer je het?
    .why = Dan kom ik erop terug. Zo is het een keuze, en niet iets wat je vergeten bent.
    .help = Kies een dag waarop je er weer naar wilt kijken.
    .in-shop = Tot na de feestdagen: 15 januari.
    .in-workshop = Tot de grote order weg is: over drie maanden.
    .in-office = Tot het nieuwe boekjaar: 1 januari.
    .find-out = Kies tot wanneer je dit risico accepteert: { $thing }, { $name }.
    .short = Tot wanneer ({ $thing }, { $name })
    .months-3 = Over drie maanden
    .months-6 = Over een halfjaar
    .year-1 = Over een jaar

role-theft = verlies of diefstal
role-broken = het gaat kapot
role-ransomware = virus of gijzelsoftware
role-no-updates = geen updates meer
role-fire-water = brand of water
role-power = de stroom valt uit
role-payments-down = kassa of pin ligt eruit
role-account-taken = iemand steelt je account
role-supplier-down = storing bij de leverancier
role-wrong-setting = een verkeerde instelling
role-supplier-gone = de leverancier stopt ermee
role-payment-fraud = nepfactuur of nepbaas
role-line-down = de verbinding valt weg
role-intruder = er komt een indringer binnen
role-ddos = een aanval legt het plat
role-old-router = modem zonder updates
role-leak = gegevens lekken uit
role-wrong-data = gegevens kloppen niet
role-erased = gewist of op slot
role-one-knows = wie weet hoe het werkt, is weg
role-leaver = een vertrokken medewerker
role-own-threat = iets anders

beside = { $what }: { $answer }.
beside-said = { $what }: { $answer }. Dat zei je bij "{ $because }".
beside-suggested = { $what }: { $answer }. Dat volgt uit je antwoord bij "{ $because }".
suggested = Uit je antwoord bij "{ $because }" volgt: { $answer }.
risk-graded = Dit risico is { $grade }.
grade-low = laag
grade-medium = gemiddeld
grade-high = hoog
grade-very-high = zeer hoog
clash-accept = Let op: je schat dit risico zelf zeer hoog in. Accepteren mag. Ik kom erop terug.

todo-do-measure = { $answer }. Dat helpt tegen: { $name } ({ $thing }).
todo-stop-it = Stop ermee, of regel het anders: { $thing }, { $name }.
todo-insure = Vraag je verzekeraar of dit gedekt is: { $name } ({ $thing }).
todo-outsource = Spreek af wie het overneemt: { $thing }, { $name }.

result-option-risks = Risico's
result-option-accepted = Wat je accepteert
result-risks-title = <b>Je risico's</b>
result-risks-main = <b>Hoofdzaken</b>
result-risks-rest = <b>Bijzaken</b>
result-risk = { $number }. { $grade ->
    [very-high] 🔴 zeer hoog
    [high] 🟠 hoog
    [medium] 🟡 gemiddeld
   *[low] 🟢 laag
    }: { $risk }
result-risk-why = Kans: { $chance }. Gevolgen: { $impact }.
result-risk-decision = Je keuze: { $choice } ({ $details }).
result-risk-decided = Je keuze: { $choice }.
result-risk-by = voor { $date }
result-risk-until = tot { $date }
result-risk-was-until = tot { $date }, en die dag is voorbij
result-risk-open = Nog niet gekozen wat je doet.
result-risks-open = Nog niet beoordeeld: { $names }.
result-risks-matrix = <pre>{ $rows }</pre>
    Omhoog: de kans. Naar rechts: de gevolgen. In de vakjes staan de nummers hierboven. Rechtsboven is het ergst.
result-accepted-title = <b>Dit accepteer je</b>
result-accepted-none = Niets, voor zover ik weet.
result-accepted = • { $what }: { $who } accepteerde dit op { $date },
result-accepted-until = tot { $date }.
result-accepted-past = tot { $date }. Die dag is voorbij: kijk er opnieuw naar.
result-accepted-for-ever = zonder einddatum.
result-accepted-why = Reden: { $why }.
result-accepted-no-updates = geen updates meer
result-accepted-somebody = iemand van je bedrijf
result-spend-title = <b>Waar heb je het meeste aan?</b>
result-spend-hour = <b>Met een uur</b>
result-spend-hundreds = <b>Met een paar honderd euro</b>
result-spend-more = <b>Met meer</b>
result-spend-line = { $number }. { $what }
    Waarom: { $why }.
result-spend-against = { $what } ({ $risk })
result-spend-risk = dit risico is { $grade ->
    [very-high] zeer hoog
    [high] hoog
    [medium] gemiddeld
   *[low] laag
    }
result-spend-backup = Verbeter de back-up van je { $name }
result-spend-backup-maker = Zoek uit wie een back-up maakt van je { $name }
result-spend-link = Regel wie het overneemt als { $name } wegvalt
result-spend-link-you = Leer nog iemand wat jij doet
result-spend-link-why = { $count } dingen hangen aan één persoon of bedrijf
result-spend-number-why = wie je niet kunt bellen, helpt niet
result-spend-replace = Je { $name }: vervangen, of losmaken van internet
result-spend-replace-chosen = Je { $name } vervangen, zoals je koos
result-spend-replace-why = er komen geen updates meer
result-spend-todo-why = het staat op je lijst
result-why-risk = dit risico is { $grade ->
    [very-high] zeer hoog
    [high] hoog
    [medium] gemiddeld
   *[low] laag
    }
