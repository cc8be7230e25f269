# Wat van jou is: een kopie krijgen, en vergeten worden.

command-mijngegevens = wat ik van jou bewaar
command-vergeet = je gegevens laten wissen

privacy-how-long = Ik bewaar je antwoorden tot je ze laat wissen. Oude antwoorden, wat je weghaalt en het logboek gaan na 24 maanden weg. Berichten die je stuurt, gaan na 7 dagen weg. Wat ik niet kon versturen, gaat na 30 dagen weg.
privacy-rights = Wat ik van jou bewaar, zie je met { $copy }. Wissen doe je met { $forget }.
privacy-secrets = Vertel nooit wachtwoorden, pincodes of een BSN. Ik vraag er ook nooit naar.
privacy-own-name = Op Telegram heet ik { $bot }. Doet een ander alsof? Vertel die niets, en tik nergens op.
option-my-data = Wat je van mij bewaart
option-forget = Gegevens wissen

own-data-title = <b>Dit bewaar ik van jou</b>
own-data-name = • Je naam: { $name }
own-data-no-name = • Je naam niet
own-data-language = • Je taal: { $language ->
    [nl] Nederlands
   *[en] Engels
    }
own-data-role = • Wat je mag: { $role }
own-data-waiting = • Je wacht tot een eigenaar je binnenlaat: { $role }
own-data-answers = { $count ->
    [one] • 1 antwoord dat jij gaf
   *[other] • { $count } antwoorden die jij gaf
    }
own-data-company = • Ook bij { $company }: { $role }
own-data-chat = { $channel ->
    [telegram] • Een gesprek op Telegram
    [matrix] • Een gesprek op Matrix
   *[terminal] • Een gesprek in een terminal
    }
own-data-codes = { $count ->
    [one] • 1 code van jou die nog werkt
   *[other] • { $count } codes van jou die nog werken
    }

copy-offer = Wil je ook een kopie van alles van { $company }? De andere eigenaren krijgen daar bericht van.
option-copy-company = Kopie van alles
option-copy-first = Eerst een kopie
copy-given = Hier is de kopie. Eén bestand lees je zelf, het andere is voor een ander programma. Bewaar ze veilig: alles staat erin.
copy-once-a-day = Een kopie kan één keer per dag. Vandaag is er al een gemaakt. Kijk hierboven, of vraag het morgen weer.
copy-title = <b>Alles van { $company }</b>
copy-section = <b>{ $section }</b>

forget-title = <b>Wat wil je laten wissen?</b>
option-forget-me = Alleen mij
option-forget-company = Het hele bedrijf
option-never-mind = Toch niet
forget-not = Goed, ik laat alles staan.
forget-me = Dan hoor je niet meer bij { $company }. Hoor je nergens anders bij? Dan vergeet ik ook je naam, je taal en al onze gesprekken.
    Wat je voor { $company } vertelde, blijft daar. Sta je op de bellijst? Vraag een eigenaar om je eraf te halen.
    Weet je het zeker?
option-yes-forget-me = Ja, vergeet mij
forget-left = ✓ Je hoort niet meer bij { $company }.
forget-done = Klaar. Ik weet niet meer wie je bent. Dit gesprek kun je zelf nog wissen.
    Is er ooit iets mis? Typ noodplan, dan krijg je de nummers voor iedereen.
forget-last-owner = Jij bent de enige eigenaar van { $company }. Maak daar eerst iemand anders eigenaar, of laat dat hele bedrijf wissen.
forget-company = Dan wis ik alles van het bedrijf, voor iedereen. Dat gebeurt na zeven dagen. Tot die tijd ziet iedereen het, en kan elke eigenaar het tegenhouden.
    Zeker weten? Typ dan precies: <b>{ $word }</b>
word-erase = wissen
forget-other-name = Dat is een andere naam. Typ hem precies zo, of kies Toch niet.
forget-asked-another = Goed. Als een andere eigenaar ook ja zegt, wis ik alles op { $date }. Anders blijft alles staan. Verander je van gedachten? Typ dan { $command }.
forget-asked = Goed. Op { $date } wis ik alles. Verander je van gedachten? Typ dan { $command }.
forget-told-others = Ik heb het de anderen verteld.
forget-owner-lost = Tot kort geleden was er nog een eigenaar. Daarom kun je dit pas na { $date } vragen.
forget-agreed = Goed. Op { $date } wis ik alles, als niemand het tegenhoudt.
forget-kept = Fijn. Er wordt niets gewist.
forget-warning-another = ⚠ Als nog een eigenaar ja zegt, wordt op { $date } alles gewist. Een eigenaar kan dat stoppen: { $command }.
forget-warning = ⚠ Op { $date } wordt alles gewist. Een eigenaar kan dat stoppen: { $command }.
option-keep-company = Niet wissen
option-agree-erasure = Ook voor wissen

notice-erasure-asked-another = ⚠ { $name } wil alles van { $company } laten wissen. Zegt nog een eigenaar ja, dan gebeurt dat op { $date }. Elke eigenaar kan het tegenhouden.
notice-erasure-asked = ⚠ { $name } wil alles van { $company } laten wissen. Dat gebeurt op { $date }. Elke eigenaar kan het tegenhouden.
notice-erasure-agreed = ⚠ { $name } is het ermee eens. Op { $date } wordt alles gewist.
notice-erasure-lapsed = { $company } is niet gewist: er waren niet genoeg eigenaren voor. Alles blijft staan.
notice-erasure-fallen = { $company } wordt niet gewist: een van de eigenaren is geen eigenaar meer. Na een week kan iemand het opnieuw vragen.
notice-company-kept = { $name } heeft het wissen van { $company } tegengehouden. Alles blijft staan.
notice-erased = Alles van { $company } is gewist, zoals gevraagd. Ook de sleutel is weg. Dit gesprek kun je zelf nog wissen.
notice-copied = { $name } heeft een kopie van alles van { $company } gekregen. Klopt dat niet? Typ leden.
notice-own-copied = { $name } heeft een kopie gekregen van wat { $name } zelf antwoordde over { $company }. Klopt dat niet? Typ leden.
notice-member-forgotten = { $name } is weggegaan bij { $company } en wil vergeten worden. Staat { $name } nog op je bellijst?
notice-broke-glass = ⚠ Wie deze bot beheert, heeft meegelezen in de gegevens van { $company }. De reden: { $reason }
notice-restored = ⚠ De gegevens van { $company } zijn teruggezet van een kopie van { $date }. Wat je daarna vertelde, is weg. Wie je daarna hebt weggehaald, staat er weer bij. Typ leden en kijk wie er staat. Uitnodigingen van eerder werken niet meer.
