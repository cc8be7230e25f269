# Wat bij elke vraag hoort: voortgang, knoppen, bevestigingen, misverstanden.

section-start = Je bedrijf
section-call-list = Bellijst
    .why = dan weet je wie je belt als het misgaat.
section-roles = Wie doet wat
    .why = dan is er geen twijfel als het misgaat.
section-inventory = Wat heb je in huis
    .why = wat je kent, kun je beschermen.
section-suppliers = Leveranciers
    .why = dan weet je wat ze voor je doen, en wat niet.
section-impact = Hoe erg is het
    .why = dan zie je wat het eerst weer moet werken.
section-backups = Back-ups
    .why = zonder back-up is weg ook echt weg.
section-recovery = Uitwijk en herstel
    .why = dan werk je door als er iets uitvalt.
section-agreements = Bespreken en afspreken
    .why = een plan werkt pas als iedereen het kent.

progress = { $bar } { $section }, vraag { $number } van { $total }
turn-to = Nu over: { $name } ({ $number } van { $total })
ack = ✓ { $answer }
ack-about = ✓ { $question }: { $answer }
ack-unknown = ✓ { $question }: weet je nog niet. Geeft niets, ik zet het op je lijst.
ack-unknown-part = ✓ Dat weet je nog niet. Geeft niets, ik zet het op je lijst.
section-later = Dat komt na { $before }.
section-done = <b>Dit deel is klaar: { $section }</b>
section-so-far = <b>Tot nu toe: { $section }</b>
call-list-keep = Typ noodplan, dan zie je deze lijst meteen. Schrijf hem ook op papier en hang hem op.
stopped = Goed, we stoppen hier. Alles wat je vertelde, is bewaard. Typ verder om door te gaan.
nothing-open = Er staat geen vraag meer open. Mooi werk!
question-gone = Deze vraag stel ik niet meer. Je antwoorden zijn veilig.
answers-safe = Ik ben even kwijt waar we waren. Je antwoorden zijn veilig. Dit is het menu.
language-set = We gaan verder in het Nederlands.

option-unknown = Weet ik niet
option-skip = Overslaan
option-back = Terug
option-same-as = Zelfde als { $name }
option-explain = Uitleg
option-enough = Genoeg voor nu
option-stop = Stop
option-done = Klaar
option-none = Geen van deze
option-menu = Menu
option-more = Meer
option-resume = Verder
option-resume-question = Verder met vraag { $number }
option-begin = Beginnen
option-undo = Toch terugzetten
option-other-language = English
option-privacy = Privacy
option-noodplan = Noodplan bekijken
option-change-lines = Bellijst aanpassen
option-begin-section = Beginnen: { $section }
option-resume-section = Verder: { $section }

ticked = ☑ { $label }
unticked = ☐ { $label }

example-shop = <b>Winkel</b>: { $example }
example-workshop = <b>Werkplaats</b>: { $example }
example-office = <b>Kantoor</b>: { $example }

ticks-too-many = Dat zijn er te veel. Kies er hoogstens { $most ->
    [1] één
    [2] twee
    [3] drie
    [4] vier
    [5] vijf
   *[other] { $most }
    }. De rest komt later.
ticks-partly = Dit staat er niet bij: { $unknown }. De rest is aangevinkt. Klopt dat? Typ klaar.
things-more = { $count ->
    [one] Er is er nog één. Bedoel je die? Typ de naam.
   *[other] Er zijn er nog { $count }. Bedoel je een daarvan? Typ de naam.
    }

told = { $text }
phone = { $phone }
you = jij
your-thing = je { $name }
list-comma = { $list }, { $next }
list-more = { $list } en nog { $count }
answer-now = Nu staat er: { $answer }
answer-none = geen
answer-open = nog open
answer-unknown = weet ik niet
answer-skipped = overgeslagen

type-it = Typ het antwoord, zodat ik zeker weet dat jij het bent.
stale = Deze knop hoort bij een oudere vraag. Hier zijn we nu:
error-apology = Sorry, er ging bij mij iets mis. Je antwoorden tot nu toe zijn veilig. Probeer het nog eens. (code { $reference })
error-wait = Ik kan nu even niets opslaan. Probeer het straks nog eens. Je noodplan werkt wel. (code { $reference })

answer-or-trouble = Is dit nu aan de hand? Typ noodplan, dan zie je meteen wie je kunt bellen.
answer-more = Dat zegt me nog te weinig. Typ je antwoord, of kies er een.
input-empty = Ik zie geen tekst. Probeer het nog eens.
input-not-here = Dat kan hier niet.
input-too-long = Dat is te lang om te bewaren. Kan het in een paar zinnen?
too-much-today = Je hebt er vandaag al { $most } dingen bij gezet. Morgen kan er weer iets bij. Je noodplan blijft werken.
too-many-items = Voor dit bedrijf staan er al { $most } dingen. Meer kan ik er niet bewaren. Verander iets wat er al staat.
too-many-companies = Je hebt al { $most } bedrijven. Nog een erbij kan niet.
input-broken-contact = Ik kan deze contactkaart niet lezen. Typ de naam en het nummer maar.
input-no-such-number = Dat nummer staat er niet bij. Kies een van deze:
input-unknown-command = Die opdracht ken ik niet. Typ help om te zien wat ik kan.
input-not-an-option = Dat begrijp ik hier niet. Kies een van deze:
input-secret = { $kind ->
    [bsn] Dit lijkt een BSN.
    [card] Dit lijkt het nummer van een bankpas of creditcard.
    [recovery-code] Dit lijkt een herstelcode.
   *[password] Dit lijkt een wachtwoord of pincode.
    } Ik heb het niet bewaard. Wis je bericht ook uit dit gesprek. Schrijf hier alleen op wáár het ligt.
corrected = ✓ Veranderd: { $answer } (eerst: { $before })
correction-unclear = Dat past niet bij "{ $question }". Er is niets veranderd.
correction-same = Aan je antwoord bij "{ $question }" is niets veranderd.
correction-newer = Je antwoord bij "{ $question }" is intussen anders. Wil je het veranderen?
option-change-answer = Veranderen
taken-back = Je hebt je antwoord bij "{ $question }" gewist. Ik ben het vergeten.
taken-back-newer = Je hebt een bericht gewist. Je antwoord bij "{ $question }" is intussen anders, dus dat blijft staan.
option-answer-again = Opnieuw antwoorden

input-media = { $kind ->
    [picture] Een foto of filmpje kan ik nog niet lezen. Typ het maar.
    [voice] Naar gesproken berichten kan ik niet luisteren. Typ het maar.
    [location] Een locatie kan ik niet lezen. Typ de plek maar.
    [edited] Ik zie dat je een eerder bericht hebt veranderd. Daarmee verandert je antwoord niet. Typ het hier opnieuw.
    [undecryptable] Je bericht kwam versleuteld aan, maar zonder de sleutel. Stuur het nog een keer.
    [file] Dit bestand kan ik niet lezen. Typ het maar, of deel een contact.
   *[something] Dit kan ik niet lezen. Stuur het als gewone tekst.
    }

help-title = <b>Wat je altijd kunt typen</b>
help-line = { $command }: { $what }
command-noodplan = wie je nu belt, en wat je eerst doet
command-menu = waar je bent en wat er nog moet
command-help = deze uitleg
command-taal = in het Engels verder
command-stop = stoppen voor nu, alles blijft bewaard
command-verder = door met de volgende vraag
command-privacy = wat er met je antwoorden gebeurt

person-not-known = Die ken ik nog niet. Kies iemand van je bellijst, of typ naam en nummer.
number-not-seen = Ik zie geen aantal. Typ een getal, zoals 3.
date-not-seen = Ik zie geen datum. Typ bijvoorbeeld: 1 mei 2027, vorige week of volgende maand.
date-to-come = Die dag komt nog. Op welke dag was het?
date-impossible = Die dag bestaat niet. Kijk je het na?
number = { $number }
date = { $date }

no-channel = Er is nog geen chatkanaal ingesteld: zet NOODPLAN_TELEGRAM_TOKEN om op Telegram te beginnen.
    Tot die tijd praat je hier met noodplan. Met Ctrl-D stop je.
