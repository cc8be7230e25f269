# Leveranciers: wat je van ze mag verwachten, en wat niet.

q-supplier-without = Hoe lang kun je zonder { $name }?
    .why = Zo zien we van wie je het meest afhangt. Kun je lang zonder? Dan vraag ik minder.
    .help = Stel: het ligt er maandagochtend uit.
    .in-shop = Zonder pin ben je binnen een uur klanten kwijt.
    .in-workshop = Zonder de machinebouwer red je het een week.
    .in-office = Zonder internet werk je nog een dag door. Je verzekeraar kan een week wachten.
    .short = Zonder { $name }
    .hours-4 = Hooguit 4 uur
    .day-1 = Een dag
    .week-1 = Een week
    .longer = Langer

q-supplier-contract = Waar ligt je contract met { $name }?
    .why = Typ de plek. Als je computer het niet doet, wil je het op papier kunnen nalezen.
    .help = Staat het alleen in een mail of online? Print het dan. Alleen mondeling? Kies dan: er is geen contract.
    .in-shop = In de la onder de kassa.
    .in-workshop = In de map van de machine, in het kantoortje.
    .in-office = In de rode map in de kast.
    .short = Contract met { $name }
    .online-only = Alleen online
    .none = Er is geen contract

q-supplier-reaction = Hoe snel helpt { $name } je bij een storing?
    .why = Het gaat om wat beloofd is, niet om wat je hoopt. Het staat vaak in het contract, onder SLA (afspraken over service).
    .help = Staat er niets in je contract? Vraag het gewoon aan de helpdesk.
    .in-shop = De kassa valt op zaterdag uit, en er komt maandag pas iemand.
    .in-workshop = De machines draaien 's nachts, dus hulp moet dag en nacht kunnen.
    .in-office = De mail doet het niet, en binnen vier uur belt er iemand.
    .short = Hulp van { $name }
    .hours-4-always = Binnen 4 uur, dag en nacht
    .hours-4-office = Binnen 4 uur op werkdagen
    .day-1 = Binnen een dag
    .longer = Dat duurt langer
    .not-agreed = Daar is niets over beloofd

q-supplier-expect = Wat mag je van { $name } verwachten als het misgaat?
    .why = Dan weet je waar je om kunt vragen, ook als je zelf van slag bent.
    .help = Logbestanden laten zien wie er inlogde, en wanneer.
    .in-shop = De kassaleverancier brengt een leenkassa.
    .in-workshop = De machinebouwer komt dezelfde dag repareren.
    .in-office = De computerhulp zet de back-up terug.
    .short = Wat { $name } wel doet
    .call-back = Terugbellen
    .repair = Repareren
    .restore-backup = Back-up terugzetten
    .loan = Iets te leen geven
    .logs = Logbestanden bewaren
    .advice = Meedenken

q-supplier-expect-not = En wat doet { $name } niet?
    .why = Beter nu een teleurstelling dan midden in een storing.
    .help = Weet je het niet, vraag ernaar. Het staat vaak in de kleine letters.
    .in-shop = In het weekend neemt er niemand op.
    .in-workshop = De machinebouwer haalt je tekeningen niet terug.
    .in-office = De webbouwer zet je site terug, maar zoekt niet uit hoe de hacker binnenkwam.
    .short = Wat { $name } niet doet
    .weekend = Helpen in het weekend
    .visit = Langskomen
    .own-data = Mijn gegevens terughalen
    .inquiry = Uitzoeken hoe het kwam
    .damage = De schade betalen

q-supplier-backups = Wie maakt een back-up van jouw gegevens bij { $name }?
    .why = Een back-up is een reservekopie. Veel mensen denken dat de leverancier die maakt, en dat klopt niet altijd.
    .help = Vraag ook wanneer ze voor het laatst iets hebben teruggezet. Een internetlijn bewaart niets voor je.
    .in-shop = De kassaleverancier kopieert elke nacht je omzet.
    .in-workshop = De maker van de planning zegt: dat moet u zelf doen.
    .in-office = De boekhouding in de cloud wordt gekopieerd, maar nooit getest.
    .short = Back-up bij { $name }
    .tested = Zij, en het is getest
    .untested = Zij, maar nooit getest
    .we = Dat doen wij zelf
    .nobody = Niemand
    .no-data = Ze hebben geen gegevens

q-supplier-processor = Heb je een verwerkersovereenkomst met { $name }?
    .why = Bewaart een ander gegevens van mensen voor jou? Dan moet op papier staan hoe ze daarmee omgaan.
    .help = Vaak heb je er al mee ingestemd. Zoek op de site van de leverancier naar verwerkersovereenkomst.
    .in-shop = De kassaleverancier bewaart je klantenkaarten. Dan is het nodig.
    .in-workshop = De machinebouwer ziet alleen tekeningen, en daar staan geen mensen in.
    .in-office = Het salarispakket kent iedereen die hier werkt. Dan is het dus nodig.
    .short = Privacy-afspraak met { $name }
    .signed = Ja
    .not-signed = Nee
    .no-people = Er staan geen mensen in

q-supplier-exit = Hoe krijg je je gegevens mee als je weggaat bij { $name }?
    .why = Een leverancier kan stoppen, failliet gaan of te duur worden.
    .help = Zoek naar exporteren of downloaden, en probeer het een keer.
    .in-shop = De klantenkaarten moeten mee naar een nieuwe kassa.
    .in-workshop = De planning van dit jaar moet mee naar een ander programma.
    .in-office = Zeven jaar boekhouding moet je bewaren, ook na een overstap.
    .short = Weggaan bij { $name }
    .download = Ik kan alles downloaden
    .on-request = Zij sturen het als ik het vraag
    .not-agreed = Niets over afgesproken

q-supplier-leak = Belt { $name } jou bij een hack of lek aan hun kant?
    .why = Lekken jouw gegevens bij hen, dan moet jij dat misschien melden. Dat kan alleen als je het weet.
    .help = Spreek een tijd af, zoals binnen 24 uur.
    .in-shop = Het boekingssysteem van de kapper is gehackt. Dat wil je dezelfde dag weten.
    .in-workshop = De machinebouwer is gehackt. Kan die nog veilig bij jou inloggen?
    .in-office = Bij het salarispakket zijn gegevens gestolen. Dan moet jij misschien melden.
    .short = Lek bij { $name }
    .within-a-day = Ja, binnen 24 uur
    .some-time = Ja, maar zonder vaste tijd
    .no = Nee, niets afgesproken

q-supplier-end = Tot wanneer loopt je contract met { $name }?
    .why = Dan kun je op tijd opzeggen, of betere afspraken maken. Loopt het gewoon door? Sla dan over.
    .help = Het staat op de eerste of de laatste bladzijde.
    .in-shop = De huur van de kassa loopt tot 31 december 2027.
    .in-workshop = Het onderhoud van de machine loopt tot mei 2028.
    .in-office = Het internet loopt tot 1 maart 2027, en daarna per maand.
    .short = Einde contract met { $name }
