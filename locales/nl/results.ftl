# Wat eruit komt: de overzichten die uit de antwoorden volgen.

option-results = Wat komt eruit?
results-title = <b>Wat komt eruit?</b>
    Kies wat je wilt zien.
result-option-inventory = Wat heb je in huis
result-option-backups = Stoplicht back-ups
result-option-link = Zwakste schakel
result-option-top = Top vijf om te doen
result-option-spend = Een uur of een paar honderd euro
result-option-todos = Alles wat te doen is
result-todos-title = <b>Alles wat nog te doen is</b>
result-todos-section = <b>{ $section }</b>
result-option-what-if = Stel dat iets uitvalt
result-not-yet = Daar weet ik nog te weinig van. Vertel er meer over bij: { $section }.

result-inventory-title = <b>Dit heb je in huis</b>
result-devices = { $count ->
    [one] • 1 apparaat: { $names }
   *[other] • { $count } apparaten: { $names }
    }
result-programs = { $count ->
    [one] • 1 programma of dienst: { $names }
   *[other] • { $count } programma's en diensten: { $names }
    }
result-connections = { $count ->
    [one] • 1 verbinding: { $names }
   *[other] • { $count } verbindingen: { $names }
    }
result-data = { $count ->
    [one] • 1 soort gegevens: { $names }
   *[other] • { $count } soorten gegevens: { $names }
    }
result-suppliers = { $count ->
    [one] • 1 leverancier: { $names }
   *[other] • { $count } leveranciers: { $names }
    }
result-updates-fine = Alles krijgt nog updates, voor zover ik weet.
result-updates-ended = Krijgt geen updates meer: { $names }.
result-updates-unknown = Zoek nog uit of dit updates krijgt: { $names }.

result-backups-title = <b>Stoplicht voor je back-ups</b>
result-light-red = 🔴 { $name } (rood): { $rule }
result-light-orange = 🟠 { $name } (oranje): { $rule }
result-light-green = 🟢 { $name } (groen): { $rule }
result-backups-rule = De regel is 3-2-1. Bewaar drie exemplaren, op twee soorten plekken, zoals een schijf en de cloud. Eén ligt ergens anders.
    Houd er altijd één los van het netwerk (niet aangesloten), en zet er een datum op.
    Maak je back-up op vaste tijden, en oefen met terugzetten.
result-backup-none = er is geen back-up
result-backup-on-network = geen kopie los van het netwerk
result-backup-restore-failed = terugzetten mislukte
result-backup-maker-unknown = je weet nog niet wie een back-up maakt
result-backup-not-elsewhere = geen kopie op een andere plek
result-backup-too-few = maar één kopie naast het origineel
result-backup-sometimes-off = alleen soms een kopie los van het netwerk
result-backup-not-encrypted = gegevens van mensen gaan onversleuteld de deur uit
result-backup-no-rhythm = geen vast ritme
result-backup-undated = geen datum erop
result-backup-overwritten = de nieuwe gaat over de oude
result-backup-never-restored = nooit geoefend met terugzetten
result-backup-restored-long-ago = lang niet geoefend met terugzetten
result-backup-place-unknown = onbekend waar de kopieën liggen
result-backup-off-unknown = onbekend of er een kopie los van het netwerk is
result-backup-restore-unknown = onbekend of terugzetten lukt
result-backup-rhythm-unknown = onbekend hoe vaak
result-backup-date-unknown = onbekend of er een datum op staat
result-backup-encryption-unknown = onbekend of hij versleuteld is
result-backup-fine = kopieën hier en elders, één los van het netwerk, en terugzetten lukte
result-backup-fine-supplier = je leverancier bewaart een kopie elders, los van het netwerk, en terugzetten lukte

result-link-title = <b>Je zwakste schakel</b>
result-link = • { $name }, genoemd op { $count } plekken: { $things }
result-link-advice = Is het een persoon? Leer het nog iemand. Een bedrijf? Zoek een tweede.
result-link-none = Er hangen nergens drie of meer dingen aan één persoon of leverancier, voor zover ik weet.
result-link-alone = Hier weet maar één iemand hoe het werkt: { $things }.
result-mailbox = • { $name }, sleutel tot { $count ->
    [one] 1 ding
   *[other] { $count } dingen
    }: { $things }
    Waarom: wie in je mail komt, kan overal een nieuw wachtwoord aanvragen.
result-mailbox-alone = • { $name }: wie in je mail komt, kan overal een nieuw wachtwoord aanvragen.
result-keeper = • { $name }: zonder dit kun je nergens inloggen.
result-keeper-who = Wie het beheert: { $who }.
result-keeper-place = Waar het ligt: { $place }
result-keeper-unknown = Wie of wat je wachtwoorden bewaart, weet ik nog niet. Kies één plek, zoals een wachtwoordkluis.
result-weak = Zwak: { $things }.

result-top-title = <b>Dit doe je het eerst</b>
    Hoofdzaken eerst.
result-top-none = Er staat niets op je lijst.
result-top-line = { $number }. { $todo }
    Waarom: { $why }.
result-why-jewel = een van je kroonjuwelen
result-why-outage = { $level ->
    [high] dit is een kroonjuweel, en uitval is heel erg
   *[middle] dit is een kroonjuweel, en uitval kost geld
    }
result-why-mistakes = { $level ->
    [high] dit is een kroonjuweel, en een fout erin is heel erg
   *[middle] dit is een kroonjuweel, en een fout erin kost geld
    }
result-why-leak = { $level ->
    [high] dit is een kroonjuweel, en een lek is heel erg
   *[middle] dit is een kroonjuweel, en een lek kost geld
    }
result-why-backup = een goede back-up redt je gegevens
result-why-section = dit staat bij: { $section }

what-if-title = <b>Stel dat iets uitvalt</b>
    Kies wat er uitvalt.
what-if-nothing = Ik ken nog geen leveranciers, verbindingen of apparaten.
what-if-gone = Dat staat niet meer op je lijst.
what-if-item = { $kind ->
    [contact] <b>Stel dat { $name } er niet is</b>
   *[other] <b>Stel dat dit uitvalt:</b> { $name }
    }
what-if-falls = Dan valt ook uit, voor zover ik weet: { $things }.
what-if-falls-nothing = Er valt dan verder niets uit, voor zover ik weet.
what-if-no-help = Hiervoor heb je dan geen hulp: { $things }.
what-if-without = • { $name }: je kunt er { $without } zonder.
what-if-no-fallback = • { $name }: je kunt er { $without } zonder. Hoe lang je reserve het volhoudt, weet ik nog niet.
what-if-fallback-helps = • { $name }: je kunt er { $without } zonder. Met je reserve houd je het { $fallback } vol.
what-if-fallback-short = • { $name }: je kunt er { $without } zonder. Je reserve houdt het { $fallback } vol. Dat is niet langer dan je zonder kunt.
what-if-fallback-only = • { $name }: met je reserve houd je het { $fallback } vol.
what-if-time-unknown = Hoe lang je zonder kunt, weet ik nog niet.
time-hours = hooguit 4 uur
time-day = een dag
time-week = een week
time-longer = langer dan een week

result-option-plan = Uitwijk- en herstelplan
result-option-roles = Wie doet wat
result-option-suppliers = Leveranciers
result-option-impact = Hoe erg is het
result-not-known = nog niet bekend

result-roles-title = <b>Wie doet wat als het misgaat</b>
result-role = • { $what }: { $who }
result-roles-left = Nog niet geregeld: { $things }.

result-suppliers-title = <b>Wat je van leveranciers mag verwachten</b>
result-supplier = <b>{ $name }</b>
result-supplier-expect = Doet wel: { $answer }
result-supplier-expect-not = Doet niet: { $answer }
result-supplier-reaction = Hoe snel hulp: { $answer }
result-supplier-repair = Hoe snel opgelost: { $answer }
result-supplier-contract = Contractnummer: { $answer }

result-impact-title = <b>Dit raakt je het hardst</b>
result-impact = { $number }. { $name }: { $code }. { $without }
result-impact-without = Je kunt { $time } zonder.
result-impact-code = Drie cijfers: hoe erg is uitval, een fout, een lek? 3 is heel erg, 1 niet zo erg.
result-impact-open = Een vraagteken: dat weet ik nog niet.
result-impact-not-asked = Een x: die vraag past niet bij een verbinding.

result-plan-title = <b>Je uitwijk- en herstelplan</b>
result-plan-loss = <b>Zonder { $role ->
    [loss-communication] mail en telefoon
   *[other] { $name }
    }</b>
result-plan-go-on = Zo werk je door: { $answer }
result-plan-reserve = Waar de reserve ligt: { $answer }
result-plan-who = Wie het regelt: { $answer }
result-plan-how-long = Zo lang houd je het vol: { $answer }
result-plan-open = Nog geen plan voor: { $things }.
result-plan-order = Volgorde van herstel: { $answer }
result-plan-needs = Nodig voor herstel: { $answer }
result-plan-back = Terug naar normaal: { $answer }
result-plan-tested = Getest: { $outcome }. Wanneer: { $date }. Door: { $who }.
result-plan-lesson = Dit moet beter: { $lesson }
result-plan-untested = Je plan is pas klaar als het één keer is getest.
result-plan-planned = De test staat gepland op { $date }.
result-plan-reminded = Op { $date } herinner ik je aan de test.
