# Uitwijk en herstel: doorwerken als er iets weg is, en terug naar normaal.

q-losses = Wat kun jij niet missen? Kies er hoogstens drie om mee te beginnen.
    .why = Dit wordt je uitwijk- en herstelplan: hoe je doorwerkt, en hoe je weer terugkomt.
    .help = Netwerk is internet en wifi. Apparatuur is bijvoorbeeld de kassa of een machine. Software is je planning of boekhouding. Communicatie is mail en telefoon. De andere voeg je later toe.
    .short = Waar je een plan voor maakt
    .loss-network = Netwerk
    .loss-equipment = Apparatuur
    .loss-software = Software
    .loss-communication = Communicatie
    .loss-data = Gegevens

todo-plan-the-rest = Bedenk ook hoe je doorwerkt zonder: { $rest }.

q-loss-go-on = Wat doe je als je geen { $name } hebt? Vink aan hoe je doorwerkt.
    .why = Bedenk het nu in alle rust. Op de dag zelf is er haast genoeg.
    .help = De bakker schrijft bonnen en vraagt contant geld. De werkplaats werkt met tekeningen op papier. Het kantoor gaat verder op 4G, of thuis.
    .short = Doorwerken zonder { $name }
    .paper = Op papier
    .mobile-internet = Mobiel internet (4G of 5G)
    .own-phones = Met onze eigen telefoons
    .spare-device = Met een reserve
    .borrow = Iets lenen of huren
    .elsewhere = Op een andere plek
    .backup = Met de back-up
    .wait = Wachten tot het weer werkt

q-loss-reserve = Waar ligt wat je nodig hebt als je geen { $name } hebt?
    .why = Zoeken kost tijd, en misschien is het donker. Typ de plek zo precies mogelijk.
    .help = Zoals: bonboekje en wisselgeld in de la onder de kassa. Tekeningen in de groene map in de werkplaats. Reservelaptop van kantoor bij Fatima thuis.
    .short = Reserve voor { $name }
    .none = Er ligt nog niets klaar

q-loss-who = Wie regelt het als je geen { $name } hebt?
    .why = Als iedereen het kan doen, doet niemand het.
    .help = Kies iemand van je bellijst, of typ een naam en nummer. De winkelchef pakt het bonboekje. De voorman legt de machines stil. De computerhulp van kantoor brengt een laptop.
    .short = Wie het regelt zonder { $name }
    .me = Ik zelf
    .nobody = Nog niemand

q-loss-how-long = Hoe lang houd je het vol zonder { $name }?
    .why = Zo zie je of je reserve lang genoeg meegaat.
    .help = Een bonboekje is na een drukke zaterdag vol. De databundel van kantoor is na een dag op. De werkplaats heeft misschien voor een week tekeningen op papier.
    .short = Volhouden zonder { $name }
    .hours-4 = Hooguit 4 uur
    .day-1 = Een dag
    .week-1 = Een week
    .longer = Langer

q-loss-back = Hoe ga je terug naar normaal als je weer { $name } hebt?
    .why = Wat je op papier deed, moet terug in het systeem. En een virus mag niet meekomen.
    .help = Eerst kijkt de computerhulp of alles schoon is. Dan kloppen we de bonnen in de kassa. De werkplaats laadt de tekeningen uit de back-up. Kantoor belt de klanten dat de mail weer werkt.
    .short = Terug naar normaal ({ $name })

q-back-to-normal = Hoe ga je terug naar normaal als alles het weer doet?
    .why = Wat je op papier deed, moet terug in het systeem. En een virus mag niet meekomen.
    .help = Eerst kijkt de computerhulp of alles schoon is. Dan kloppen we de bonnen in de kassa. De werkplaats laadt de tekeningen uit de back-up. Kantoor belt de klanten dat de mail weer werkt.
    .short = Terug naar normaal

q-restore-order = In welke volgorde zet je alles weer aan?
    .why = Alles tegelijk lukt niet. Begin met waar je het kortst zonder kunt.
    .help = Winkel: internet, pin, kassa, dan de mail. Werkplaats: server, tekeningen, machines, dan kantoor. Op kantoor: internet, mail, boekhouding. Typ het zo achter elkaar.
    .short = Volgorde van herstel
    .by-time = Eerst wat ik snel nodig heb
restore-order-proposed = Mijn voorstel: { $things }.
restore-order-item = { $name } ({ $time })

q-restore-needs = Wat heb je nodig om alles weer op te bouwen, en waar ligt dat?
    .why = Denk aan de wachtwoordkluis, licenties en herstelcodes. Typ alleen de plek, nooit de wachtwoorden zelf.
    .help = Zoals: papier met de hoofdsleutel in de kluis van kantoor. Licentie van de kassa in de rode map van de winkel. Installatiestick van de machine in de kast van de werkplaats.
    .short = Nodig voor herstel

q-without-you = Kan het werk doorgaan als jij er niet bent?
    .why = Jij kunt ook ziek zijn, juist op die dag. Wie alleen werkt, kan een collega-ondernemer vragen.
    .help = Weet iemand waar de sleutels en de papieren liggen? Mag iemand bij de bank? In een winkel is dat vaak je partner, in een werkplaats de voorman, op kantoor een collega.
    .short = Verder zonder jou
    .yes = Ja
    .partly = Een deel wel
    .no = Nee

q-plan-tested = Heb je dit plan weleens uitgeprobeerd?
    .why = Test het minstens één keer. Dan pas weet je of het echt werkt.
    .help = Trek in de winkel een uur de stekker uit het modem. Werk in de werkplaats een ochtend van papier. Zet op kantoor een back-up terug. Wat ging er mis?
    .short = Plan getest
    .worked = Ja, het werkte
    .partly = Ja, deels gelukt
    .failed = Ja, het mislukte
    .never = Nee, nog nooit

q-plan-tested-on = Wanneer was die test?
    .why = Dan weet je wanneer het weer tijd is. Een keer per jaar is een goede gewoonte.
    .help = Ongeveer is goed: vorige week, of mei 2026. Een winkel doet het vaak voor de drukke maand, een werkplaats na de vakantie, een kantoor in een rustige week.
    .short = Datum van de test

q-plan-tested-by = Wie deed de test?
    .why = Die persoon weet hoe het ging, en kan het nog een keer doen.
    .help = Kies iemand van je bellijst, of typ een naam en nummer. In de winkel de bedrijfsleider, in de werkplaats de voorman, op kantoor de computerhulp.
    .short = Wie testte
    .me = Ik zelf

q-plan-tested-lesson = Wat moet er beter na die test?
    .why = Daar was de test voor. Eén of twee dingen is genoeg.
    .help = Zoals: het bonboekje van de winkel was leeg. Niemand in de werkplaats wist de code van de reservelaptop. De back-up van kantoor duurde zes uur.
    .short = Geleerd van de test
