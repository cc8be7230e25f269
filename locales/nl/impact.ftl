# Hoe erg is het: de kroonjuwelen, en de drie vragen uit het basisprincipe.

q-crown-jewel = Is dit een van je kroonjuwelen: { $name }?
    .why = Kroonjuwelen zijn het belangrijkste wat je hebt. Zeg een paar keer ja, niet overal. Alleen daarover vraag ik door.
    .help = Wat zou een inbreker niet mogen meenemen? De kassa van een winkel, de tekeningen van een werkplaats, de mail van een kantoor. De printer kan vaak wel even gemist worden.
    .short = Kroonjuweel ({ $name })
    .yes = Ja
    .no = Nee

q-without = Hoe lang kun je zonder je { $name }?
    .why = Daarna moet je weer verder kunnen. Straks bedenken we hoe.
    .help = Een winkel zonder kassa staat na een paar uur stil. Een werkplaats kan een dag zonder tekeningen. Een kantoor kan soms een week zonder de website.
    .short = Zonder { $name }
    .hours-4 = Hooguit 4 uur
    .day-1 = Een dag
    .week-1 = Een week
    .longer = Langer

q-availability = Hoe erg is het als je zonder { $name } zit?
    .why = Dit heet beschikbaarheid: hoe erg is het dat een systeem het niet meer doet?
    .help = Bij gegevens bedoelen we dat je er niet bij kunt. Bij de bakker is de pin weg: vervelend. Staat de oven ook stil, dan is het heel erg. Op kantoor kan de printer best een dag stuk zijn.
    .short = Uitval van { $name }
    .low = Niet zo erg
    .middle = Vervelend, kost geld
    .high = Heel erg, bedrijf in gevaar

q-integrity = Hoe erg is het als er iets niet klopt in je { $name }?
    .why = Dit heet integriteit: hoe erg is het dat bepaalde gegevens niet juist zijn?
    .help = Een verkeerde prijs in de kassa is te overzien. Een foute maat in een tekening kost de werkplaats een partij. Een vals rekeningnummer op de facturen van kantoor kost nog meer.
    .short = Fouten in { $name }
    .low = Niet zo erg
    .middle = Vervelend, kost geld
    .high = Heel erg, bedrijf in gevaar

q-confidentiality = { $kind ->
    [connection] Hoe erg is het als iemand stiekem meekijkt op je { $name }?
   *[other] Hoe erg is het als er iets uit je { $name } naar buiten lekt?
    }
    .why = Dit heet vertrouwelijkheid: hoe erg is het dat gegevens naar buiten lekken?
    .help = De openingstijden van de winkel mag iedereen weten. De dossiers van een praktijk mag niemand zien. En een werkplaats wil haar tekeningen niet bij de buren terugzien.
    .short = Lek uit { $name }
    .low = Niet zo erg
    .middle = Vervelend, kost geld
    .high = Heel erg, bedrijf in gevaar
