# Bespreken en afspreken: met wie, wat, en wie kijkt of het gebeurt.

q-discuss-with = Met wie bespreek je dit plan? Vink aan.
    .why = Een plan dat alleen in jouw hoofd zit, helpt niemand. Vertel ook waarom het belangrijk is.
    .help = In de winkel: een kwartier na sluitingstijd. In de werkplaats: bij de koffie, met de machinebouwer erbij. Op kantoor: ook met de klant die elke week je cijfers wil.
    .short = Met wie je het bespreekt
    .colleagues = Collega's of compagnons
    .staff = Werknemers
    .suppliers = Leveranciers
    .customers = Klanten

q-discuss-on = Wanneer bespreek je het?
    .why = Zonder datum komt het er vaak niet van. Heb je het al besproken? Typ die datum.
    .help = Zoals: volgende week vrijdag, of 12 januari. Een winkel kiest vaak een rustige maandag, een werkplaats de vrijdagmiddag, een kantoor het vaste overleg.
    .short = Datum van bespreken

q-weakest-link = Wat is de zwakste schakel in je keten?
    .why = De zwakste schakel bepaalt hoe sterk de hele keten is. Kies, of typ het zelf.
    .help = De zaterdaghulp die op elke link klikt. De machinebouwer die overal met één wachtwoord in komt. De klant van kantoor die alles met gewone mail stuurt. Of jij, als alleen jij het weet.
    .short = Zwakste schakel
    .staff = Iemand die hier werkt
    .supplier = Een leverancier
    .customer = Een klant
    .me = Ik zelf

q-outside-agreement = Wat spreek je af met die leverancier of klant?
    .why = Typ één concrete afspraak, dan kun je hem straks nakijken.
    .help = Zoals: de kassaleverancier belt ons binnen 24 uur na een hack. Of: de klant van de werkplaats belt terug bij een nieuw rekeningnummer. Of: kantoor stuurt dossiers alleen via de portal.
    .short = Afspraak met leverancier of klant
    .nothing = Nog niets

q-tasks = Wie doet wat, en voor wanneer?
    .why = Zet bij elke taak een naam en een dag. Dan is het een afspraak.
    .help = Zoals: Anna maakt de back-up van de winkel los, elke vrijdag. Kees vervangt de oude computer in de werkplaats, voor 1 mei. Ik vraag het contract van kantoor op, deze week.
    .short = Wie doet wat en wanneer

q-agreement-lines = Wie doet wat, en wanneer? Typ één afspraak per bericht.
    .why = Zet er een naam en een dag bij. Dan is het een afspraak, en vraag ik later of het gelukt is.
    .help = Zoals: Anna maakt de back-up van de winkel los, elke vrijdag. Kees vervangt de oude computer in de werkplaats, voor 1 mei. Ik vraag het contract van kantoor op, deze week.
    .short = Wie doet wat en wanneer
    .done = Geen afspraken

q-agreement-who = { $name }: wie doet dit?
    .why = Typ een naam, of kies iemand van je bellijst. Doet die persoon hier mee? Dan vraag ik of het akkoord is.
    .help = In de winkel: Anna van de kassa. In de werkplaats: Kees, of de machinebouwer. Op kantoor: jijzelf, of de leverancier van je boekhouding.
    .short = Wie ({ $name })
    .me = Ik zelf

q-agreement-when = { $name }: wanneer moet het klaar zijn, of hoe vaak?
    .why = Op die dag vraag ik of het gebeurd is. Typ bijvoorbeeld: voor 1 mei, of elke vrijdag.
    .help = Eén keer: volgende week vrijdag, of 12 januari. Steeds weer: elke vrijdag in de winkel, iedere eerste van de maand in de werkplaats, elk kwartaal op kantoor.
    .short = Wanneer ({ $name })

q-agreement-check = { $name }: hoe kijk je na of het gebeurt?
    .why = Een afspraak die niemand nakijkt, raakt vergeten. Kies, of typ het zelf.
    .help = Ik kan het hier vragen op de afgesproken dag. Of je kijkt het zelf na, zoals de sticker op de schijf in de winkel. In de werkplaats of op kantoor kan iemand het je ook melden.
    .short = Nakijken ({ $name })
    .ask = Vraag het mij op die dag
    .look = Ik kijk het zelf na
    .report = Die persoon meldt het mij

q-kept = Hoe kijk je of iedereen zich eraan houdt?
    .why = Een afspraak die niemand nakijkt, raakt vergeten. Een keer per maand is al mooi.
    .help = In de winkel: een vast punt bij het rooster. In de werkplaats: een lijstje naast de koffie. Op kantoor: een herinnering in de agenda.
    .short = Nakijken van afspraken
    .fixed-moment = Op een vast overleg
    .calendar = Met een herinnering
    .now-and-then = Zo nu en dan
    .nobody = Dat doet niemand

q-cyber-law = Heb je gekeken of de Cyberbeveiligingswet voor je geldt?
    .why = Die wet geldt sinds 15 augustus 2026. Met 50 mensen of meer kun je eronder vallen. Of een klant vraagt erom.
    .help = Het hangt af van wat je doet en van je omzet. Ik geef geen oordeel: de overheid heeft een zelftest. Die is er voor een grote winkel, een werkplaats die aan de industrie levert en een ICT-kantoor.
    .short = Cyberbeveiligingswet
    .checked = Ja, dat heb ik uitgezocht
    .customer-asks = Nee, maar een klant vraagt erom
    .not-checked = Nee, nog niet
