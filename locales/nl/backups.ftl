# Backups: is er een kopie, en kun je die terugzetten?

q-backup-made = Wie maakt er een back-up van { $name }?
    .why = Een back-up (reservekopie) redt je na een storing, een vergissing of een virus. Ook als je laptop kapot, kwijt of gestolen is.
    .help = Automatisch: de kassa van de winkel kopieert elke nacht. Met de hand: iemand van de werkplaats steekt een schijf in. Of de leverancier van je online boekhouding doet het.
    .short = Back-up van { $name }
    .automatic = Wij, het gaat vanzelf
    .by-hand = Wij, met de hand
    .supplier = De leverancier
    .nobody = Niemand

q-backup-often = Hoe vaak maak je een back-up van { $name }?
    .why = Alles na de laatste back-up ben je kwijt. Hoeveel werk mag dat zijn?
    .help = Een webshop mist na een dag al twintig bestellingen: elke dag dus. Tekeningen in een werkplaats die zelden veranderen? Dan is elke week vaak genoeg.
    .short = Hoe vaak een back-up van { $name }
    .daily = Elke dag
    .weekly = Elke week
    .monthly = Elke maand
    .seldom = Als ik eraan denk

q-backup-copies = Waar liggen de kopieën van { $name }?
    .why = Na brand of inbraak is alles in je pand weg. Het best: twee kopieën, waarvan één op een andere, veilige plek.
    .help = Een schijf in de kluis van de winkel en een bij je thuis. Of een schijf op kantoor en een kopie in de cloud. Een werkplaats legt er een bij de boekhouder.
    .short = Kopieën van { $name }
    .one-here = Eén, hier in het pand
    .two-here = Meer, allemaal in het pand
    .one-elsewhere = Eén, ergens anders
    .two-places = Hier én ergens anders

q-backup-offline = Is er een kopie van { $name } los van het netwerk?
    .why = Gijzelsoftware (een virus dat alles op slot zet) pakt ook elke schijf die eraan vastzit.
    .help = Trek de schijf eruit zodra de back-up klaar is. Dat werkt in de winkel, de werkplaats en op kantoor. Een map in de cloud die steeds meeloopt, is niet los.
    .short = Losse kopie van { $name }
    .yes = Ja, altijd
    .sometimes = Alleen soms
    .no = Nee

q-supplier-keeps = Waar bewaart je leverancier de back-up van { $name }?
    .why = Staat de kopie naast het origineel? Dan raakt één hack of brand ze allebei.
    .help = Mail de helpdesk: ligt onze back-up op een andere plek, en kan een hacker er niet bij? De maker van je kassa, planning of boekhouding weet dat. Een kort antwoord is genoeg.
    .short = Back-up van { $name } bij leverancier
    .apart = Elders, en los van het netwerk
    .elsewhere = Elders, maar niet los
    .not-asked = Dat heb ik nooit gevraagd

q-backup-restored = Heb je { $name } weleens teruggezet als oefening?
    .why = Een back-up die je nooit terugzet, is een gok. Oefen met één bestand.
    .help = Zet één factuur van kantoor terug, of één tekening van de werkplaats. Opent hij, en klopt hij? Doet je leverancier de back-up? Vraag dan om zo'n proef voor je winkel.
    .short = Terugzetten van { $name }
    .worked = Ja, dit jaar, en het lukte
    .long-ago = Langer geleden
    .failed = Ja, maar het mislukte
    .never = Nog nooit

q-backup-encrypted = Zijn je back-ups versleuteld?
    .why = Versleuteld is onleesbaar zonder sleutel. Ligt die sleutel alleen op de computer die stuk is, dan kun je er zelf niet bij.
    .help = Een schijf met klanten van de winkel raakt zoek in de tram. Versleuteld is dat geen ramp. Leg de sleutel op papier in de kluis van kantoor of werkplaats, niet bij de schijf.
    .short = Back-ups versleuteld
    .key-apart = Ja, sleutel ligt apart
    .key-beside = Ja, sleutel ligt erbij
    .no = Nee

q-backup-dated = Staat er een datum op je back-ups, en hoe ver ga je terug?
    .why = Een virus zit er soms al weken in. Met een datum kies je een back-up van ervoor.
    .help = Plak een sticker op de schijf in de winkel: vrijdag 20 november. Of zet de datum in de naam van de map op kantoor. Bewaar ook een paar oude, zoals één per maand.
    .short = Datum op back-ups
    .months = Ja, maanden terug
    .weeks = Ja, een paar weken terug
    .overwritten = Nee, nieuw gaat over oud
    .undated = Meer, maar zonder datum

q-backup-after-change = Maak je ook een back-up na iets belangrijks?
    .why = Heb je belangrijke bestanden veranderd of toegevoegd? Wacht dan niet op de vaste dag.
    .help = De winkel heeft net de hele voorraad geteld. De werkplaats heeft een nieuwe tekening voor een grote klant. Het kantoor heeft de jaarcijfers klaar. Dat werk wil je niet overdoen.
    .short = Back-up na iets belangrijks
    .yes = Ja
    .no = Nee

q-backup-day = Op welke dag kijk je of de back-up gelukt is?
    .why = Met een vaste dag wordt het een gewoonte. Dat is je planning.
    .help = De bakker doet het vrijdag na sluitingstijd. De werkplaats op maandag bij de koffie. Op kantoor staat het in de agenda. Vijf minuten is genoeg: gemaakt, losgekoppeld, datum erop.
    .short = Vaste dag voor back-ups
    .every-day = Elke dag
    .monday = Maandag
    .tuesday = Dinsdag
    .wednesday = Woensdag
    .thursday = Donderdag
    .friday = Vrijdag
    .saturday = Zaterdag
    .sunday = Zondag
    .no-day = Nog geen vaste dag
