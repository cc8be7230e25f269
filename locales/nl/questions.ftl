# De vragen: de vraag zelf, waarom we het vragen, uitleg, een korte naam, en de keuzes.

q-company-name = Hoe heet je bedrijf?
    .why = De naam komt boven je noodplan te staan.
    .help = De naam die op je deur of je rekening staat. Bijvoorbeeld: Bakkerij Jansen, Smit Metaalbewerking of Praktijk De Linde.
    .short = Naam van je bedrijf

q-company-size = Met hoeveel mensen zijn jullie, jij erbij?
    .why = Werk je alleen? Dan sla ik een paar vragen over.
    .help = Tel iedereen mee die met je computers of kassa werkt. Ook de hulp op zaterdag.
    .short = Aantal mensen
    .alone = Ik werk alleen
    .up-to-9 = 2 tot 9
    .up-to-49 = 10 tot 49
    .from-50 = 50 of meer

q-trade = Wat doe je?
    .why = Dan vraag ik straks alleen wat bij jouw bedrijf past.
    .help = Kies wat het dichtst in de buurt komt. Een bakker kiest winkel, een metaalbewerker kiest maakbedrijf, een adviseur kiest dienst.
    .short = Soort bedrijf
    .shop = Winkel of horeca
    .service = Dienst of kantoor
    .care = Zorg
    .building = Bouw
    .manufacturing = Maakbedrijf
    .it = IT
    .transport = Vervoer
    .other = Iets anders

q-decider = Wie beslist als er iets misgaat?
    .why = Die persoon bel je als eerste. Deel een contact uit je telefoon, of typ naam en nummer.
    .help = Iemand moet mogen zeggen: zet alles uit, of bel de bank. Meestal ben jij dat zelf. In een werkplaats is het soms de bedrijfsleider.
    .short = Wie beslist
    .me = Dat ben ik

q-deputy = Wie neemt het over als jij er niet bent?
    .why = Kies iemand die je vertrouwt. Typ naam en nummer.
    .help = Stel: je ligt met griep in bed en de kassa valt uit. Wie mag er dan beslissen? Kies iemand die de zaak kent en een sleutel heeft.
    .short = Wie het overneemt
    .nobody = Niemand

q-ict-help = Wie helpt je met je computers?
    .why = Bij een hack of storing is dit vaak het belangrijkste nummer.
    .help = Een computerbedrijf, een handige neef, of de leverancier van je kassa. Heb je niemand? Dat is ook goed om te weten.
    .short = Computerhulp
    .nobody = Niemand
    .myself = Doe ik zelf

q-suppliers = Wie bel je als er iets uitvalt? Vink aan wat je hebt.
    .why = Van elk vraag ik daarna de naam en het nummer.
    .help = Denk aan een gewone dag. Wie bel je als het internet eruit ligt? En als de pin het niet doet?
    .short = Leveranciers
    .internet = Internet
    .telephony = Telefoon
    .hosting = Website en mail
    .bookkeeping = Boekhoudprogramma
    .bank = Bank en pin
    .insurer = Verzekering
    .other = Iets anders

q-supplier-contact = { $role ->
    [internet] Wie levert je internet?
    [telephony] Wie levert je telefoon?
    [hosting] Wie regelt je website en mail?
    [bookkeeping] Van wie is je boekhoudprogramma?
    [bank] Welke bank heb je, en wie levert je pin?
    [insurer] Bij wie ben je verzekerd?
   *[other] Welke leverancier moet er nog op?
    }
    .why = Typ de naam en het nummer van de helpdesk. Het klantnummer mag er meteen achter.
    .help = Het nummer staat op een rekening, op je pas of in de app. Bel nooit een nummer uit een vreemde mail. Voorbeeld: Netwerk BV 0800 0402, klantnummer 4711.
    .short = { $role ->
    [internet] Internet
    [telephony] Telefoon
    [hosting] Website en mail
    [bookkeeping] Boekhoudprogramma
    [bank] Bank en pin
    [insurer] Verzekering
   *[other] Andere leverancier
    }

q-supplier-customer-number = Wat is je klantnummer bij { $name }?
    .why = De helpdesk vraagt daar als eerste naar. Het komt naast het nummer te staan.
    .help = Het klantnummer staat op de rekening of in een mail van { $name }. Bij een verzekering heet het polisnummer.
    .short = Klantnummer bij { $name }

q-supplier-contract-number = Heb je ook een contractnummer bij { $name }?
    .why = Met een contractnummer word je soms sneller geholpen. Heb je er geen? Sla dan over.
    .help = Het staat boven aan je contract. Niet iedereen heeft er een: een winkel vaak niet, een werkplaats met onderhoud aan machines wel.
    .short = Contractnummer bij { $name }

q-must-be-told = Wie moet weten dat je computers platliggen?
    .why = Denk aan medewerkers, je beste klanten en je accountant. Stuur ze één voor één: naam en nummer.
    .help = Wie staat er voor een dichte deur of wacht op een bestelling? Die mensen wil je zelf bellen, voor ze het van een ander horen.
    .short = Wie het moet weten
    .done = Niemand

q-call-order = Wie bel je eerst?
    .why = Kies wie bovenaan moet. Of typ de nummers in jouw volgorde, zoals: 2 1 3.
    .help = Wie kan het snelst helpen, of de schade stoppen? Die zet je bovenaan. Bij twijfel: eerst wie beslist, dan je computerhulp.
    .short = Volgorde van bellen

q-fallback-channel = Hoe praten jullie als mail en telefoon niet werken?
    .why = Een hacker leest misschien mee in je mail. Spreek nu iets anders af. Je mag het ook typen.
    .help = Kies iets dat los staat van het bedrijf. Een groep op je eigen telefoon werkt goed. Of een plek, zoals het café op de hoek.
    .short = Praten zonder mail
    .signal = Signal
    .whatsapp = WhatsApp, privé
    .sms = Sms
    .meeting-place = Een vaste plek
    .meeting-place-which = Welke plek is dat? Typ hem, dan weet iedereen waar hij moet zijn.

order-own = zoals op je lijst
order-good = Zo is het goed
