# Hoe erg is het: de kroonjuwelen, en de drie vragen uit het basisprincipe.

q-crown-jewel = Is dit een van je kroonjuwelen: { $name }?
    .why = Kroonjuwelen zijn het belangrijkste wat je hebt. Zeg een paar keer ja, niet overal. Alleen daarover vraag ik door.
    .short = Kroonjuweel ({ $name })
    .yes = Ja
    .no = Nee

q-without = Hoe lang kun je zonder je { $name }?
    .why = Daarna moet je weer verder kunnen. Straks bedenken we hoe.
    .help = Denk aan een drukke dag, niet aan een rustige.
    .in-shop = Zonder kassa sta je na een paar uur stil.
    .in-workshop = Zonder tekeningen kun je nog een dag vooruit.
    .in-office = Zonder website kun je wel een week.
    .find-out = Bedenk hoe lang je zonder je { $name } kunt.
    .short = Zonder { $name }
    .hours-4 = Hooguit 4 uur
    .day-1 = Een dag
    .week-1 = Een week
    .longer = Langer

q-availability = Hoe erg is het als je zonder { $your-thing } zit?
    .why = Dit heet beschikbaarheid: hoe erg is het dat een systeem het niet meer doet?
    .help = Bij gegevens bedoelen we dat je er niet bij kunt.
    .in-shop = De pin is weg: vervelend. Staat de oven ook stil? Dan is het heel erg.
    .in-workshop = De enige freesbank staat stil: heel erg.
    .in-office = De printer is een dag stuk: niet zo erg.
    .find-out = Bedenk hoe erg het is om zonder je { $name } te zitten.
    .short = Uitval van { $name }
    .low = Niet zo erg
    .middle = Vervelend, kost geld
    .high = Heel erg, bedrijf in gevaar

q-integrity = Hoe erg is het als er iets niet klopt in je { $name }?
    .why = Dit heet integriteit: hoe erg is het dat bepaalde gegevens niet juist zijn?
    .help = Denk aan een fout die je pas laat merkt.
    .in-shop = Een verkeerde prijs in de kassa: dat is te overzien.
    .in-workshop = Een foute maat in een tekening: dat kost een hele partij.
    .in-office = Een vals rekeningnummer op je facturen: dat kost je klanten veel geld.
    .find-out = Bedenk hoe erg het is als er iets niet klopt in je { $name }.
    .short = Fouten in { $name }
    .low = Niet zo erg
    .middle = Vervelend, kost geld
    .high = Heel erg, bedrijf in gevaar

q-confidentiality = { $kind ->
    [connection] Hoe erg is het als iemand stiekem meekijkt op je { $name }?
   *[other] Hoe erg is het als er iets uit je { $name } naar buiten lekt?
    }
    .why = Dit heet vertrouwelijkheid: hoe erg is het dat gegevens naar buiten lekken?
    .help = Wie mag dit weten, en wie zeker niet?
    .in-shop = De openingstijden mag iedereen weten. De klantenlijst niet.
    .in-workshop = Je wilt je tekeningen niet bij de buren terugzien.
    .in-office = De dossiers mag niemand zien, behalve wie eraan werkt.
    .find-out = { $kind ->
        [connection] Bedenk hoe erg het is als iemand meekijkt op je { $name }.
       *[other] Bedenk hoe erg het is als er iets uit je { $name } lekt.
        }
    .short = Lek uit { $name }
    .low = Niet zo erg
    .middle = Vervelend, kost geld
    .high = Heel erg, bedrijf in gevaar
