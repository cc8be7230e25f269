# De vragen: de vraag zelf, waarom we het vragen, uitleg, een korte naam, en de keuzes.

q-company-name = Hoe heet je bedrijf?
    .why = De naam komt boven je noodplan te staan.
    .help = De naam die op je deur of je rekening staat.
    .in-shop = Bakkerij Kruimel.
    .in-workshop = Garage De Krik.
    .in-office = Adviesbureau Denkwerk.
    .short = Naam van je bedrijf

q-company-size = Met hoeveel mensen werk je, jijzelf meegeteld?
    .why = Werk je alleen? Dan sla ik een paar vragen over.
    .help = Tel iedereen mee die met je computers of je kassa werkt.
    .in-shop = Jij, twee vaste krachten en de hulp op zaterdag: dat zijn er vier.
    .in-workshop = Acht monteurs, de baas en wie de boeken doet: dat zijn er tien.
    .in-office = Jij en een collega die twee dagen werkt: dat zijn er twee.
    .find-out = Tel met hoeveel mensen je werkt.
    .short = Aantal mensen
    .alone = Ik werk alleen
    .alone-told = Je werkt alleen
    .up-to-9 = 2 tot 9
    .up-to-9-told = Jullie zijn met 2 tot 9 mensen
    .up-to-49 = 10 tot 49
    .up-to-49-told = Jullie zijn met 10 tot 49 mensen
    .from-50 = 50 of meer
    .from-50-told = Jullie zijn met 50 mensen of meer

q-trade = Wat doe je?
    .why = Dan vraag ik straks alleen wat bij jouw bedrijf past.
    .help = Kies wat het dichtst in de buurt komt.
    .in-shop = Een bakker, kapper of café kiest winkel of horeca.
    .in-workshop = Een metaalbedrijf kiest maakbedrijf. Een timmerman kiest bouw.
    .in-office = Een boekhouder of adviseur kiest dienst of kantoor.
    .find-out = Bedenk welk soort bedrijf je hebt.
    .short = Soort bedrijf
    .shop = Winkel of horeca
    .shop-told = Winkel of horeca
    .service = Dienst of kantoor
    .service-told = Dienst of kantoor
    .care = Zorg
    .care-told = Zorg
    .building = Bouw
    .building-told = Bouw
    .manufacturing = Maakbedrijf
    .manufacturing-told = Maakbedrijf
    .it = IT
    .it-told = IT
    .transport = Vervoer
    .transport-told = Vervoer
    .other = Iets anders

q-decider = Wie beslist als er iets misgaat?
    .why = Die persoon bel je als eerste. Deel een contact uit je telefoon, of typ naam en nummer.
    .help = Iemand moet mogen zeggen: zet alles uit, of bel de bank. Meestal ben jij dat zelf.
    .in-shop = De eigenaar, of de bedrijfsleider die elke dag in de zaak staat.
    .in-workshop = De baas, of de voorman als de baas bij een klant is.
    .in-office = De directeur, of de compagnon die over de computers gaat.
    .find-out = Spreek af wie beslist als er iets misgaat.
    .short = Wie beslist
    .me = Dat ben ik

q-deputy = Wie neemt het over als jij er niet bent?
    .why = Kies iemand die je vertrouwt. Typ naam en nummer.
    .help = Kies iemand die de zaak kent en een sleutel heeft. Geen collega? Dan je partner, of een ondernemer die je vertrouwt.
    .in-shop = Jij ligt met griep in bed en de kassa valt uit. Je vaste kracht beslist.
    .in-workshop = De baas is op vakantie en de machines staan stil. De voorman neemt het over.
    .in-office = Je zit in het vliegtuig en de mail is gehackt. Je compagnon beslist.
    .find-out = Spreek af wie het overneemt als jij er niet bent.
    .short = Wie het overneemt
    .nobody = Niemand
    .nobody-told = Nog niemand neemt het over

q-ict-help = Wie helpt je met je computers?
    .why = Bij een hack of storing is dit vaak het belangrijkste nummer.
    .help = Wie bel jij als het scherm zwart blijft? Heb je niemand, dan is dat ook goed om te weten.
    .in-shop = De leverancier van je kassa, of een handige neef.
    .in-workshop = Het computerbedrijf dat het netwerk heeft aangelegd.
    .in-office = De ICT-beheerder die elke maand langskomt.
    .find-out = Zoek uit wie je met je computers helpt.
    .short = Computerhulp
    .nobody = Niemand
    .myself = Doe ik zelf

q-suppliers = Wie bel je als er iets uitvalt? Vink aan wat je hebt.
    .why = Van elk vraag ik daarna de naam en het nummer.
    .help = Denk aan een gewone dag. Wat kan er uitvallen, en wie bel je dan?
    .in-shop = Op zaterdag doet de pin het niet. Dan bel je de bank, of wie het pinapparaat levert.
    .in-workshop = Een graafmachine raakt de kabel. Dan bel je je internetprovider.
    .in-office = Je komt niet meer in de boekhouding. Dan bel je de maker van het programma.
    .find-out = Zoek uit wie je belt als er iets uitvalt.
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
    .help = Het nummer staat op een rekening, op je pas of in de app. Bel nooit een nummer uit een vreemde mail.
    .in-shop = Onder het pinapparaat zit vaak een sticker met het storingsnummer.
    .in-workshop = Het nummer van de verzekeraar staat op de polis in de map.
    .in-office = Het nummer van je internetprovider staat boven aan de rekening.
    .find-out = Zoek naam en nummer op van je leverancier: { $name }.
    .short = { $role ->
    [internet] Internet
    [telephony] Telefoon
    [hosting] Website en mail
    [bookkeeping] Boekhoudprogramma
    [bank] Bank en pin
    [insurer] Verzekering
   *[other] Andere leverancier
    }

q-supplier-customer-number = { $role ->
    [ict-help] Heb je een klantnummer bij { $name }?
   *[other] Wat is je klantnummer bij { $name }?
    }
    .why = De helpdesk vraagt daar als eerste naar. Het komt naast het nummer te staan. Heb je er geen? Sla dan over.
    .help = Het klantnummer staat op de rekening of in een mail van { $name }. Bij een verzekering heet het polisnummer.
    .in-shop = Kijk in de map met rekeningen onder de toonbank.
    .in-workshop = Kijk op de laatste factuur in het kantoortje.
    .in-office = Zoek in je mail op klantnummer, of log in bij de leverancier.
    .find-out = Zoek je klantnummer bij { $name } op.
    .short = Klantnummer bij { $name }

q-supplier-contract-number = Heb je ook een contractnummer bij { $name }?
    .why = Met een contractnummer word je soms sneller geholpen. Heb je er geen? Sla dan over.
    .help = Het staat boven aan je contract. Niet iedereen heeft er een.
    .in-shop = Voor een gehuurd pinapparaat staat het op het huurcontract.
    .in-workshop = Bij onderhoud aan een machine is er bijna altijd een contractnummer.
    .in-office = Bij een telefoonabonnement voor zes mensen staat het op de rekening.
    .find-out = Zoek je contractnummer bij { $name } op.
    .short = Contractnummer bij { $name }

q-must-be-told = Wie moet weten dat je computers platliggen?
    .why = Denk aan medewerkers, je beste klanten en je accountant. Stuur ze één voor één: naam en nummer.
    .help = Wie staat er voor een dichte deur, of wacht op jou? Bel die mensen zelf, voor ze het van een ander horen.
    .in-shop = De zaterdaghulp, en de klant die vandaag een taart ophaalt.
    .in-workshop = De klant die morgen zijn auto nodig heeft, en de chauffeur met onderdelen.
    .in-office = De accountant, en de klant die vandaag zijn aangifte verwacht.
    .find-out = Bedenk wie moet weten dat je computers platliggen.
    .short = Wie het moet weten
    .done = Niemand

q-call-order = Wie bel je eerst?
    .why = Kies wie bovenaan moet. Of typ de nummers in jouw volgorde, zoals: 2 1 3.
    .help = Wie kan het snelst helpen, of de schade stoppen? Twijfel je? Dan eerst wie beslist, en daarna je computerhulp.
    .in-shop = Eerst jij, dan de kassaleverancier, dan de bank.
    .in-workshop = Eerst de baas, dan het computerbedrijf, dan de machinebouwer.
    .in-office = Eerst je compagnon, dan de ICT-beheerder, dan de verzekeraar.
    .short = Volgorde van bellen

q-fallback-channel = Hoe houd je contact als mail en telefoon niet werken?
    .why = Een hacker leest misschien mee in je mail. Spreek nu iets anders af. Je mag het ook typen.
    .help = Kies iets dat los staat van de mail en de telefoons van het bedrijf.
    .in-shop = Een groep op jullie eigen telefoons, met iedereen van het rooster.
    .in-workshop = Elke ochtend om acht uur bij de koffieautomaat.
    .in-office = Een groep in Signal, en anders het café op de hoek.
    .find-out = Spreek af hoe je contact houdt als mail en telefoon uitvallen.
    .short = Contact zonder mail
    .signal = Signal
    .whatsapp = WhatsApp, privé
    .sms = Sms
    .meeting-place = Een vaste plek
    .meeting-place-which = Welke plek is dat? Typ hem, dan weet iedereen waar hij moet zijn.

order-own = zoals op je lijst
order-good = Zo is het goed
