# Bespreken en afspreken: met wie, wat, en wie kijkt of het gebeurt.

q-discuss-with = Met wie bespreek je dit plan? Vink aan.
    .why = Een plan dat alleen in jouw hoofd zit, helpt niemand. Vertel ook waarom het belangrijk is.
    .help = Een kwartier is genoeg.
    .in-shop = Na sluitingstijd, met iedereen van de winkel.
    .in-workshop = Bij de koffie, met de machinebouwer erbij.
    .in-office = In het vaste overleg, en met de klant die elke week cijfers wil.
    .find-out = Kies met wie je dit plan bespreekt.
    .short = Met wie je het bespreekt
    .colleagues = Collega's of compagnons
    .staff = Werknemers
    .suppliers = Leveranciers
    .customers = Klanten

q-discuss-on = Wanneer bespreek je het?
    .why = Zonder datum komt het er vaak niet van. Heb je het al besproken? Typ die datum.
    .help = Kies een moment dat er toch al is.
    .in-shop = Volgende week maandag, dan is het stil.
    .in-workshop = Vrijdag, bij het opruimen.
    .in-office = Donderdag, in het vaste overleg.
    .find-out = Prik een datum om het plan te bespreken.
    .short = Datum van bespreken

q-weakest-link = Wat is je zwakste schakel?
    .why = De zwakste schakel bepaalt hoe sterk de hele keten is. Kies, of typ het zelf.
    .help = Waar gaat het het eerst mis? Het mag ook jij zijn, als alleen jij het weet.
    .in-shop = De zaterdaghulp die op elke link klikt.
    .in-workshop = De machinebouwer die overal met één wachtwoord in komt.
    .in-office = De klant die alles met gewone mail stuurt.
    .find-out = Bedenk wat je zwakste schakel is.
    .short = Zwakste schakel
    .staff = Iemand die hier werkt
    .supplier = Een leverancier
    .customer = Een klant
    .me = Ik zelf

q-outside-agreement = Wat spreek je af met die leverancier of klant?
    .why = Typ één duidelijke afspraak. Straks schrijf je op wie wat doet, en wanneer.
    .help = Kort en precies, zodat je het kunt nakijken.
    .in-shop = De kassaleverancier belt ons binnen 24 uur na een hack.
    .in-workshop = De klant belt ons terug bij een nieuw rekeningnummer.
    .in-office = De klant stuurt dossiers alleen via onze beveiligde map.
    .find-out = Bedenk wat je afspreekt met die leverancier of klant.
    .short = Afspraak met leverancier of klant
    .nothing = Nog niets

q-tasks = Wie doet wat, en voor wanneer?
    .why = Zet bij elke taak een naam en een dag. Dan is het een afspraak.
    .short = Wie doet wat en wanneer

q-agreement-lines = Wie doet wat, en wanneer? Typ één afspraak per bericht.
    .why = Zet er een naam en een dag bij. Dan is het een afspraak, en vraag ik later of het gelukt is.
    .help = Eerst de naam, dan wat die doet, dan de dag.
    .in-shop = Anna maakt de back-up los, elke vrijdag.
    .in-workshop = Kees vervangt de oude computer, voor 1 mei.
    .in-office = Ik vraag het contract op, deze week.
    .find-out = Bedenk wie wat doet, en wanneer.
    .short = Wie doet wat en wanneer
    .done = Geen afspraken

q-agreement-who = { $name }: wie doet dit?
    .why = Typ een naam, of kies iemand van je bellijst. Doet die persoon hier mee? Dan vraag ik of het akkoord is.
    .help = Kies iemand die het ook echt kan doen.
    .in-shop = Anna van de kassa.
    .in-workshop = Kees, of de machinebouwer.
    .in-office = Jijzelf, of de leverancier van je boekhouding.
    .find-out = Spreek af wie dit doet: { $name }.
    .short = Wie ({ $name })
    .me = Ik zelf

q-agreement-when = { $name }: wanneer moet het klaar zijn, of hoe vaak?
    .why = Op die dag vraag ik of het gebeurd is. Typ bijvoorbeeld: voor 1 mei, of elke vrijdag.
    .help = Eén dag mag, en steeds weer ook.
    .in-shop = Elke vrijdag.
    .in-workshop = Voor 1 mei.
    .in-office = Elk kwartaal.
    .find-out = Spreek af wanneer dit klaar moet zijn: { $name }.
    .short = Wanneer ({ $name })

q-agreement-check = { $name }: hoe kijk je na of het gebeurt?
    .why = Een afspraak die niemand nakijkt, raakt vergeten. Kies, of typ het zelf.
    .help = Kies wat je ook echt volhoudt.
    .in-shop = Je kijkt naar de sticker op de schijf.
    .in-workshop = De voorman meldt het je bij de koffie.
    .in-office = Ik vraag het je op die dag, hier in de chat.
    .find-out = Spreek af hoe je dit nakijkt: { $name }.
    .short = Nakijken ({ $name })
    .ask = Vraag het mij op die dag
    .look = Ik kijk het zelf na
    .report = Die persoon meldt het mij

q-kept = Hoe houd je al je afspraken in de gaten?
    .why = Loop ze allemaal eens langs. Eén keer per maand is al mooi.
    .help = Kies iets wat je toch al doet.
    .in-shop = Een vast punt bij het maken van het rooster.
    .in-workshop = Een lijstje naast het koffieapparaat.
    .in-office = Een herinnering in de agenda, elke eerste maandag.
    .find-out = Spreek af hoe je al je afspraken in de gaten houdt.
    .short = Nakijken van afspraken
    .fixed-moment = Op een vast moment
    .calendar = Met een herinnering
    .now-and-then = Zo nu en dan
    .nobody = Dat doet niemand

q-cyber-law = Heb je gekeken of de Cyberbeveiligingswet voor je geldt?
    .why = Die wet geldt sinds { $cyber-law-date }. Je kunt eronder vallen door je grootte of door je werk. Soms vraagt een klant ernaar. De zelftest van de overheid: { $cyber-law-link }
    .help = Het gaat vooral om { $cyber-law-number } mensen of meer, en om werk als ICT, vervoer en zorg. Ik geef geen oordeel. Gecontroleerd op { $cyber-law-checked }.
    .in-shop = Een keten met zestig mensen doet de zelftest.
    .in-workshop = Een klant uit de industrie vraagt of je eraan voldoet.
    .in-office = Een ICT-bedrijf kan eronder vallen, ook als het klein is.
    .find-out = Zoek uit of de Cyberbeveiligingswet voor je geldt.
    .short = Cyberbeveiligingswet
    .checked = Ja, dat heb ik uitgezocht
    .customer-asks = Nee, maar een klant vraagt erom
    .not-checked = Nee, nog niet
