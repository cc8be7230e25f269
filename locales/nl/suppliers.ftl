# Leveranciers: wat je van ze mag verwachten, en wat niet.

q-supplier-without = Hoe lang kun je zonder { $name }?
    .why = Zo zien we van wie je het meest afhangt. Kun je lang zonder? Dan vraag ik minder.
    .help = Stel: het ligt er maandagochtend uit. Een winkel kan geen uur zonder pin. Een kantoor redt het een dag zonder internet. Op je verzekeraar kun je best een week wachten.
    .short = Zonder { $name }
    .hours-4 = Hooguit 4 uur
    .day-1 = Een dag
    .week-1 = Een week
    .longer = Langer

q-supplier-contract = Waar ligt je contract met { $name }?
    .why = Typ de plek. Als je computer het niet doet, wil je het op papier kunnen nalezen.
    .help = Zoals: in de rode map op kantoor, of in de la onder de kassa. Staat het alleen in een mail of online? Print het dan. Is het alleen mondeling? Kies dan: er is geen contract.
    .short = Contract met { $name }
    .online-only = Alleen online
    .none = Er is geen contract

q-supplier-reaction = Hoe snel helpt { $name } je bij een storing?
    .why = Het gaat om wat beloofd is, niet om wat je hoopt. Het staat vaak in het contract, onder SLA (afspraken over service).
    .help = Valt de kassa op zaterdag uit, dan wil je niet tot maandag wachten. Een werkplaats die 's nachts draait, wil dag en nacht hulp. Vraag het gewoon aan de helpdesk.
    .short = Hulp van { $name }
    .hours-4-always = Binnen 4 uur, dag en nacht
    .hours-4-office = Binnen 4 uur op werkdagen
    .day-1 = Binnen een dag
    .longer = Dat duurt langer
    .not-agreed = Daar is niets over beloofd

q-supplier-expect = Wat mag je van { $name } verwachten als het misgaat?
    .why = Dan weet je waar je om kunt vragen, ook als je zelf van slag bent.
    .help = De kassaleverancier brengt de winkel een leenkassa. De computerhulp zet de back-up van kantoor terug. De logbestanden laten zien wie er op de machine inlogde, en wanneer.
    .short = Wat { $name } wel doet
    .call-back = Terugbellen
    .repair = Repareren
    .restore-backup = Back-up terugzetten
    .loan = Iets te leen geven
    .logs = Logbestanden bewaren
    .advice = Meedenken

q-supplier-expect-not = En wat doet { $name } niet?
    .why = Beter nu een teleurstelling dan midden in een storing.
    .help = Veel winkels rekenen op hulp in het weekend die er niet is. Een hostingbedrijf zet de site van je kantoor terug, maar zoekt niet uit hoe de hacker binnenkwam.
    .short = Wat { $name } niet doet
    .weekend = Helpen in het weekend
    .visit = Langskomen
    .own-data = Mijn gegevens terughalen
    .inquiry = Uitzoeken hoe het kwam
    .damage = De schade betalen

q-supplier-backups = Wie maakt een back-up van jouw gegevens bij { $name }?
    .why = Een back-up is een reservekopie. Veel mensen denken dat de leverancier die maakt, en dat klopt niet altijd.
    .help = Vraag het aan de maker van je boekhouding, kassa of planning. En vraag meteen wanneer ze voor het laatst iets hebben teruggezet. Een internetlijn of bank bewaart niets voor je.
    .short = Back-up bij { $name }
    .tested = Zij, en het is getest
    .untested = Zij, maar nooit getest
    .we = Dat doen wij zelf
    .nobody = Niemand
    .no-data = Ze hebben geen gegevens

q-supplier-processor = Heb je een verwerkersovereenkomst met { $name }?
    .why = Bewaart een ander gegevens van mensen voor jou? Dan moet op papier staan hoe ze daarmee omgaan.
    .help = Dat geldt voor je salarispakket, je klantenkaart en je mail. Vaak heb je er al mee ingestemd. Zoek op de site van de leverancier naar verwerkersovereenkomst.
    .short = Privacy-afspraak met { $name }
    .signed = Ja
    .not-signed = Nee
    .no-people = Er staan geen mensen in

q-supplier-exit = Hoe krijg je je gegevens mee als je weggaat bij { $name }?
    .why = Een leverancier kan stoppen, failliet gaan of te duur worden.
    .help = Een winkel wil de klantenkaart meenemen naar een nieuwe kassa. Een kantoor wil zeven jaar boekhouding bewaren. Zoek naar exporteren of downloaden, en probeer het een keer.
    .short = Weggaan bij { $name }
    .download = Ik kan alles downloaden
    .on-request = Zij sturen het als ik het vraag
    .not-agreed = Niets over afgesproken

q-supplier-leak = Belt { $name } jou bij een hack of lek aan hun kant?
    .why = Lekken jouw gegevens bij hen, dan moet jij dat misschien melden. Dat kan alleen als je het weet.
    .help = Een kapper hoort dan graag meteen dat het boekingssysteem is gehackt. Een werkplaats wil weten of de machinebouwer nog veilig kan inloggen. Spreek een tijd af, zoals binnen 24 uur.
    .short = Lek bij { $name }
    .within-a-day = Ja, binnen 24 uur
    .some-time = Ja, maar zonder vaste tijd
    .no = Nee, niets afgesproken

q-supplier-end = Tot wanneer loopt je contract met { $name }?
    .why = Dan kun je op tijd opzeggen, of betere afspraken maken. Loopt het gewoon door? Sla dan over.
    .help = Zoals: 31 december 2027, of mei 2028. Het staat op de eerste of de laatste bladzijde. Bij een machine in onderhoud of een kassa in huur is er bijna altijd een einddatum.
    .short = Einde contract met { $name }
