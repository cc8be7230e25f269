# Tot wanneer de maker updates geeft, en wat je doet als dat ophoudt.

product-which = Welke is het?
    Kies er een, of typ het preciezer. Op een computer staat het bij Instellingen, onder Info of Over.
product-this = Bedoel je { $guess }?

support-ended-on = { $product } krijgt sinds { $date } geen updates meer.
support-ended = { $product } krijgt geen updates meer.
support-ending = { $product } krijgt nog updates tot { $date }. Dat is binnen een jaar.
support-until = { $product } krijgt updates tot { $date }.
support-goes-on = { $product } krijgt nog updates.
support-paid = Tegen betaling krijg je ze nog tot { $date }.
support-source = Bron: { $source }, bekeken op { $date }.

q-device-last-update = Wanneer kwam de laatste update voor je { $name }?
    .why = Je { $name } staat niet in mijn lijst. Is de laatste update jaren oud? Dan is de maker er waarschijnlijk mee gestopt.
    .help = Het staat vaak bij Instellingen, onder Info of Over, of op de site van de maker. Een maand of een jaar is genoeg.
    .in-shop = De kassa: mei 2025, zegt de leverancier.
    .in-workshop = De besturing van de machine: 2019, bij het laatste onderhoud.
    .in-office = De printer: vorige maand, hij vroeg er zelf om.
    .find-out = Zoek uit wanneer je { $name } de laatste update kreeg.
    .short = Laatste update van { $name }

q-device-end = Wat doe je als je { $name } geen updates meer krijgt?
    .why = Gaten in een oud systeem worden niet meer gedicht. Vervangen is het beste. Kan dat niet, maak het dan los van internet.
    .help = Losmaken is: niet op internet, en apart van de rest.
    .in-shop = De kassa is oud. Dit jaar komt er een nieuwe.
    .in-workshop = De computer bij de machine kan niet mee. Die gaat van internet af.
    .in-office = De laptop wordt in het najaar vervangen. Tot dan neem je het risico.
    .find-out = Kies wat je met je { $name } doet.
    .short = { $name } zonder updates
    .replace = Vervangen of bijwerken
    .isolate = Losmaken van internet
    .isolate-then = Zo maak je het los: haal het van internet af, en zet het apart van de rest. Je computerhulp weet hoe. Zet uit wat je niet gebruikt. Laat niemand inloggen met een account dat ook elders werkt.
    .accept = Het risico nemen, tot een datum

q-device-until = Tot wanneer neem je dat risico met je { $name }?
    .why = Dan kom ik erop terug. Zo is het een keuze, en niet iets wat je vergeten bent.
    .help = Kies een dag waarop je er weer naar wilt kijken.
    .in-shop = Na de feestdagen, als het rustig is.
    .in-workshop = In augustus, als de machine stilstaat voor onderhoud.
    .in-office = In januari, met de nieuwe begroting.
    .find-out = Kies tot wanneer je dat risico met je { $name } neemt.
    .short = Tot wanneer het risico met { $name }
    .months-3 = Over drie maanden
    .months-6 = Over een halfjaar
    .year-1 = Over een jaar

q-software-last-update = Wanneer kwam de laatste update voor je { $name }?
    .why = Dit staat niet in mijn lijst. Is de laatste update jaren oud? Dan is de maker er waarschijnlijk mee gestopt.
    .help = Het staat vaak onder Help of Over, of op de site van de maker. Een maand is genoeg.
    .in-shop = Het kassaprogramma: mei 2025.
    .in-workshop = Het tekenprogramma: 2021, daarna kostte het geld.
    .in-office = Het boekhoudprogramma: vorige week, bij het opstarten.
    .find-out = Zoek uit wanneer je { $name } de laatste update kreeg.
    .short = Laatste update van { $name }

q-software-maker = Geeft de maker nog updates voor je { $name }?
    .why = Een update dicht de gaten waar hackers door naar binnen komen.
    .help = Vraag het de maker, of wie het programma verkocht heeft.
    .in-shop = De leverancier van de kassa weet het zo.
    .in-workshop = Op de site van het tekenprogramma staat: alleen nog met een abonnement.
    .in-office = Boven aan het boekhoudprogramma staat dat het volgend jaar stopt.
    .find-out = Zoek uit of de maker nog updates geeft voor je { $name }.
    .short = Updates voor { $name }
    .yes = Ja
    .no = Nee

q-software-end = Wat doe je als je { $name } geen updates meer krijgt?
    .why = Gaten in een oud programma worden niet meer gedicht. Overstappen is het beste. Kan dat niet, maak het dan los van internet.
    .help = Losmaken is: op een computer zonder internet.
    .in-shop = Het kassaprogramma is op. Je stapt over op een nieuw.
    .in-workshop = Het oude tekenprogramma is nog nodig. Het draait op een computer zonder internet.
    .in-office = De nieuwe versie komt in maart. Tot dan neem je het risico.
    .find-out = Kies wat je met je { $name } doet.
    .short = { $name } zonder updates
    .replace = Overstappen of bijwerken
    .isolate = Losmaken van internet
    .isolate-then = Zo maak je het los: gebruik het op een computer die niet op internet zit, apart van de rest. Zet uit wat je niet gebruikt. Laat niemand inloggen met een account dat ook elders werkt.
    .accept = Het risico nemen, tot een datum

q-software-until = Tot wanneer neem je dat risico met je { $name }?
    .why = Dan kom ik erop terug. Zo is het een keuze, en niet iets wat je vergeten bent.
    .help = Kies een dag waarop je er weer naar kijkt.
    .in-shop = Na de uitverkoop, eind januari.
    .in-workshop = In mei, als de opdracht klaar is.
    .in-office = Als de jaarcijfers de deur uit zijn.
    .find-out = Kies tot wanneer je dat risico met je { $name } neemt.
    .short = Tot wanneer het risico met { $name }
    .months-3 = Over drie maanden
    .months-6 = Over een halfjaar
    .year-1 = Over een jaar

todo-isolate = Haal je { $name } van internet af.
todo-find-version = { $kind ->
    [software] Zoek uit welke versie van je { $name } je hebt.
   *[other] Zoek uit welke versie er op je { $name } staat.
    }

date-has-been = Die dag is al voorbij. Kies een dag die nog komt.
clash-hours = Let op: je kunt hooguit 4 uur zonder je { $name }, maar uitval is niet zo erg. Klopt er iets niet? Typ terug.
clash-longer = Let op: je kunt langer dan een week zonder je { $name }, maar uitval is heel erg. Klopt er iets niet? Typ terug.

result-option-end-of-life = Tot wanneer updates
result-end-title = <b>Tot wanneer krijg je updates?</b>
result-end-ended = 🔴 { $name }: { $what }
result-end-ending = 🟠 { $name }: { $what }
result-end-fine = 🟢 { $name }: { $what }
result-end-unknown = ⚪ { $name }: { $what }
result-end-told = volgens jou komen er geen updates meer.
result-end-old = de laatste update was op { $date }. Dat is lang geleden.
result-end-recent = de laatste update was op { $date }.
result-end-going = het krijgt nog updates.
result-end-unclear = welke versie het is, weet ik nog niet.
result-end-not-known = onbekend. Dat is ook een risico: zoek het uit.
result-end-replace = Je vervangt het.
result-end-isolate = Je maakt het los van internet.
result-end-accept = Je neemt het risico.
result-end-accept-until = Je neemt het risico tot { $date }.
result-end-open = Vervang het, maak het los van internet, of neem het risico tot een datum.
result-updates-ending = Krijgt nog minder dan een jaar updates: { $names }.
list-space = { $list } { $next }
