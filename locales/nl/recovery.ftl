# Uitwijk en herstel: doorwerken als er iets weg is, en terug naar normaal.

q-losses = Wat kun jij niet missen? Kies er hoogstens drie om mee te beginnen.
    .why = Dit wordt je uitwijk- en herstelplan: hoe je doorwerkt, en hoe je weer terugkomt.
    .help = Kies wat jou het snelst stillegt. De andere voeg je later toe.
    .in-shop = Apparatuur: zonder kassa verkoop je niets.
    .in-workshop = Gegevens: zonder tekeningen weet niemand wat er gemaakt moet worden.
    .in-office = Software: zonder boekhouding gaat er geen aangifte de deur uit.
    .find-out = Bedenk wat je niet kunt missen.
    .short = Waar je een plan voor maakt
    .loss-network = Netwerk (internet en wifi)
    .loss-equipment = Apparatuur
    .loss-software = Software
    .loss-communication = Communicatie (mail en telefoon)
    .loss-data = Gegevens

todo-plan-the-rest = Bedenk ook hoe je doorwerkt zonder: { $rest }.

q-loss-go-on = { $role ->
    [loss-communication] Wat doe je als mail en telefoon uitvallen?
    [loss-data] Wat doe je als je { $name } weg zijn?
   *[other] Wat doe je als je geen { $name } hebt?
    } Vink aan hoe je doorwerkt.
    .why = Bedenk het nu in alle rust. Op de dag zelf is er haast genoeg.
    .help = Vink alles aan wat zou werken, ook als het behelpen is.
    .in-shop = Bonnen schrijven en contant geld vragen.
    .in-workshop = Verder met tekeningen op papier.
    .in-office = Thuis verder, of op 4G.
    .find-out = Bedenk hoe je doorwerkt als { $role ->
        [loss-communication] mail en telefoon uitvallen
        [loss-data] je { $name } weg zijn
       *[other] je { $name } uitvalt
        }.
    .short = Doorwerken zonder { $role ->
        [loss-communication] mail en telefoon
       *[other] { $name }
        }
    .paper = Op papier
    .mobile-internet = Mobiel internet (4G of 5G)
    .own-phones = Met onze eigen telefoons
    .spare-device = Met een reserve
    .borrow = Iets lenen of huren
    .elsewhere = Op een andere plek
    .backup = Met de back-up
    .wait = Wachten tot het weer werkt

q-loss-reserve = { $role ->
    [loss-communication] Waar ligt je reserve als mail en telefoon uitvallen?
    [loss-data] Waar ligt je reserve als je { $name } weg zijn?
   *[other] Waar ligt je reserve als je { $name } uitvalt?
    }
    .why = Zoeken kost tijd, en misschien is het donker. Typ de plek zo precies mogelijk.
    .help = Schrijf het zo op dat een ander het ook vindt.
    .in-shop = Bonboekje en wisselgeld in de la onder de kassa.
    .in-workshop = Tekeningen in de groene map, bij de draaibank.
    .in-office = De reservelaptop ligt bij Fatima thuis.
    .find-out = Zoek uit waar je reserve ligt als { $role ->
        [loss-communication] mail en telefoon uitvallen
        [loss-data] je { $name } weg zijn
       *[other] je { $name } uitvalt
        }.
    .short = Reserve voor { $name }
    .none = Er ligt nog niets klaar

q-loss-who = { $role ->
    [loss-communication] Wie regelt het als mail en telefoon uitvallen?
    [loss-data] Wie regelt het als je { $name } weg zijn?
   *[other] Wie regelt het als je { $name } uitvalt?
    }
    .why = Als iedereen het kan doen, doet niemand het.
    .help = Kies iemand van je bellijst, of typ een naam en nummer.
    .in-shop = De vaste kracht pakt het bonboekje.
    .in-workshop = De voorman legt de machines stil.
    .in-office = De computerhulp brengt een laptop.
    .find-out = Kies wie het regelt als { $role ->
        [loss-communication] mail en telefoon uitvallen
        [loss-data] je { $name } weg zijn
       *[other] je { $name } uitvalt
        }.
    .name-somebody = Kies wie het regelt als { $role ->
        [loss-communication] mail en telefoon uitvallen
        [loss-data] je { $name } weg zijn
       *[other] je { $name } uitvalt
        }.
    .short = Wie het regelt zonder { $role ->
        [loss-communication] mail en telefoon
       *[other] { $name }
        }
    .me = Ik zelf
    .nobody = Nog niemand

q-loss-how-long = Hoe lang houd je het vol zonder { $role ->
    [loss-communication] mail en telefoon
   *[other] { $name }
    }?
    .why = Zo zie je of je reserve lang genoeg meegaat.
    .help = Reken met een drukke dag.
    .in-shop = Na een drukke zaterdag is het bonboekje vol.
    .in-workshop = Er liggen tekeningen op papier voor een week.
    .in-office = De databundel is na een dag op.
    .find-out = Bedenk hoe lang je het volhoudt als { $role ->
        [loss-communication] mail en telefoon uitvallen
        [loss-data] je { $name } weg zijn
       *[other] je { $name } uitvalt
        }.
    .short = Volhouden zonder { $role ->
        [loss-communication] mail en telefoon
       *[other] { $name }
        }
    .hours-4 = Hooguit 4 uur
    .day-1 = Een dag
    .week-1 = Een week
    .longer = Langer

q-loss-back = Hoe ga je terug naar normaal als je weer { $name } hebt?
    .why = Wat je op papier deed, moet terug in het systeem. En een virus mag niet meekomen.
    .short = Terug naar normaal ({ $name })

q-back-to-normal = Hoe ga je terug naar normaal als alles het weer doet?
    .why = Wat je op papier deed, moet terug in het systeem. En een virus mag niet meekomen.
    .help = Eerst kijkt de computerhulp of alles schoon is. Pas dan gaat het weer aan.
    .in-shop = Daarna kloppen we de bonnen in de kassa.
    .in-workshop = Daarna komen de tekeningen uit de back-up.
    .in-office = Daarna bellen we de klanten dat de mail weer werkt.
    .find-out = Bedenk hoe je teruggaat naar normaal.
    .short = Terug naar normaal

q-restore-order = In welke volgorde zet je alles weer aan?
    .why = Alles tegelijk lukt niet. Begin met waar je het kortst zonder kunt.
    .help = Typ het achter elkaar, met het eerste vooraan.
    .in-shop = Internet, pin, kassa, en dan de mail.
    .in-workshop = Server, tekeningen, machines, en dan het kantoor.
    .in-office = Internet, mail, boekhouding, en dan de rest.
    .short = Volgorde van herstel
    .find-out = Bedenk in welke volgorde je alles weer aanzet.
    .by-time = Eerst wat ik snel nodig heb
restore-order-proposed = Mijn voorstel: { $things }.
restore-order-item = { $name } ({ $time })

q-restore-needs = Wat heb je nodig om alles weer op te bouwen, en waar ligt dat?
    .why = Denk aan de wachtwoordkluis, licenties en de codes om weer in te loggen. Typ alleen de plek, nooit de wachtwoorden zelf.
    .help = Noem ook wie erbij kan als jij er niet bent.
    .in-shop = De licentie van de kassa: in de rode map.
    .in-workshop = De installatiestick van de machine: in de gereedschapskast.
    .in-office = De hoofdsleutel van de wachtwoordkluis: op papier in de brandkast.
    .find-out = Zoek uit wat je nodig hebt om alles weer op te bouwen.
    .short = Nodig voor herstel

q-without-you = Kan het werk doorgaan als jij er niet bent?
    .why = Jij kunt ook ziek zijn, juist op die dag. Wie alleen werkt, kan een collega-ondernemer vragen.
    .help = Weet iemand waar de sleutels en de papieren liggen? En mag iemand bij de bank?
    .in-shop = Je partner kan openen, maar niet bestellen.
    .in-workshop = De voorman kan alles, behalve de lonen betalen.
    .in-office = Een bevriende adviseur neemt je klanten een week over.
    .find-out = Zoek uit of het werk doorgaat als jij er niet bent.
    .short = Verder zonder jou
    .yes = Ja
    .partly = Een deel wel
    .no = Nee

q-plan-tested = Heb je dit plan weleens uitgeprobeerd?
    .why = Test het minstens één keer. Dan pas weet je of het echt werkt.
    .help = Een uurtje is genoeg. Wat ging er mis?
    .in-shop = Trek een uur de stekker uit het modem.
    .in-workshop = Werk een ochtend van papier.
    .in-office = Zet een back-up terug op een lege laptop.
    .find-out = Zoek uit of het plan weleens is getest.
    .short = Plan getest
    .worked = Ja, het werkte
    .partly = Ja, deels gelukt
    .failed = Ja, het mislukte
    .never = Nee, nog nooit

q-plan-tested-on = Wanneer was die test?
    .why = Dan weet je wanneer het weer tijd is. Een keer per jaar is een goede gewoonte.
    .help = Ongeveer is goed.
    .in-shop = Mei 2026, voor de drukke maand.
    .in-workshop = Vorige week vrijdag, na het opruimen.
    .in-office = 12 januari, in een rustige week.
    .find-out = Zoek uit wanneer de test was.
    .short = Datum van de test

q-plan-tested-by = Wie deed de test?
    .why = Die persoon weet hoe het ging, en kan het nog een keer doen.
    .help = Kies iemand van je bellijst, of typ een naam en nummer.
    .in-shop = De bedrijfsleider.
    .in-workshop = De voorman, met een leerling erbij.
    .in-office = De computerhulp, samen met jou.
    .find-out = Zoek uit wie de test deed.
    .short = Wie testte
    .me = Ik zelf

q-plan-tested-lesson = Wat moet er beter na die test?
    .why = Daar was de test voor. Eén of twee dingen is genoeg.
    .help = Noem ook het kleine, zoals een sleutel die zoek was.
    .in-shop = Het bonboekje was leeg.
    .in-workshop = Niemand wist de code van de reservelaptop.
    .in-office = De back-up terugzetten duurde zes uur.
    .find-out = Schrijf op wat er beter moet na de test.
    .short = Geleerd van de test
