# De vraagbrief aan een leverancier: de brief zelf, en wat er terugkomt.

thing-letter = Vraagbrief maken
letter-offer = { $count ->
    [1] Van { $name } weet je één ding nog niet.
   *[other] Van { $name } weet je { $count } dingen nog niet.
    } Dat kun je ze ook vragen. Ik schrijf de brief, jij stuurt hem door.
letter-offer-yes = Vraag het in een brief
letter-offer-no = Nee, ga verder
letter-ask-language = In welke taal schrijf je aan { $name }?
letter-dutch = Nederlands
letter-english = Engels
letter-paste = Stuur deze brief door aan { $name }. Heb je antwoord? Plak het hier, dan zet ik het erbij.
letter-nothing-open = Er staat geen vraag meer open voor deze leverancier.
letter-nothing-read = Hier haal ik geen antwoord uit. Plak de regels met het antwoord, of vul het zelf in.
letter-found = { $count ->
    [one] Ik zie 1 antwoord. Ik vraag of het klopt.
   *[other] Ik zie { $count } antwoorden. Ik vraag één voor één of ze kloppen.
    }
letter-rest = Dit begreep ik niet: "{ $text }". Hoort er iets van bij een vraag? Vul dat zelf in.
letter-quote = Er staat: "{ $text }"
letter-yes = Ja, dat klopt
letter-no = Nee, niet overnemen
letter-still-open = Nog open: { $questions }.
letter-all-told = Alle vragen aan deze leverancier zijn beantwoord.

letter-dear = Beste { $name },
letter-why = Wij maken een noodplan voor als onze computers uitvallen. Wilt u deze vragen beantwoorden? Begin elk antwoord met het woord dat voor de dubbele punt staat.
letter-thanks = Dank u wel, en vriendelijke groet,
letter-supplier-customer-number = Klantnummer: wat is ons klantnummer?
    .read = Ik lees dat je klantnummer bij { $name } <b>{ $answer }</b> is. Klopt dat?
letter-supplier-contract-number = Contractnummer: wat is het nummer van ons contract?
    .read = Ik lees dat je contractnummer bij { $name } <b>{ $answer }</b> is. Klopt dat?
letter-supplier-reaction = Reactietijd: binnen hoeveel uur of dagen helpt u ons bij een storing, en ook buiten kantoortijd?
    .read = { $choice ->
        [hours-4-always] Ik lees dat { $name } binnen 4 uur helpt, dag en nacht.
        [hours-4-office] Ik lees dat { $name } op werkdagen binnen 4 uur helpt.
        [day-1] Ik lees dat { $name } binnen een dag helpt.
        [longer] Ik lees dat het langer dan een dag duurt voor { $name } helpt.
       *[other] Ik lees dat { $name } niet belooft hoe snel er hulp is.
        } Klopt dat?
letter-supplier-repair = Hersteltijd: binnen hoeveel uur of dagen doet alles het weer?
    .read = { $choice ->
        [hours-4] Ik lees dat { $name } een storing binnen 4 uur oplost.
        [day-1] Ik lees dat { $name } een storing binnen een dag oplost.
        [week-1] Ik lees dat { $name } een storing binnen een week oplost.
        [longer] Ik lees dat het langer dan een week duurt voor { $name } een storing oplost.
       *[other] Ik lees dat { $name } niet belooft hoe snel een storing is opgelost.
        } Klopt dat?
letter-supplier-expect = Hulp: wat mogen wij verwachten? Kies uit: terugbellen, repareren, back-up terugzetten, iets te leen geven, logbestanden bewaren, meedenken.
    .read = Ik lees dat je dit van { $name } mag verwachten: <b>{ $answer }</b>. Klopt dat?
letter-supplier-expect-not = Uitgesloten: wat doet u niet? Kies uit: helpen in het weekend, langskomen, onze gegevens terughalen, uitzoeken hoe het kwam, de schade betalen.
    .read = Ik lees dat { $name } dit niet doet: <b>{ $answer }</b>. Klopt dat?
letter-supplier-backups = Back-ups: maakt u back-ups van onze gegevens, en is het terugzetten getest?
    .read = { $choice ->
        [tested] Ik lees dat { $name } back-ups van je gegevens maakt, en het terugzetten test.
        [untested] Ik lees dat { $name } back-ups van je gegevens maakt, maar het terugzetten niet test.
       *[other] Ik lees dat { $name } geen back-ups van je gegevens maakt.
        } Klopt dat?
letter-supplier-processor = Verwerkersovereenkomst: is die met ons getekend?
    .read = { $choice ->
        [signed] Ik lees dat de verwerkersovereenkomst met { $name } getekend is.
       *[other] Ik lees dat er geen getekende verwerkersovereenkomst met { $name } is.
        } Klopt dat?
letter-supplier-exit = Vertrek: hoe krijgen wij onze gegevens mee als we overstappen, zelf downloaden of op verzoek?
    .read = { $choice ->
        [download] Ik lees dat je je gegevens bij { $name } zelf kunt downloaden.
        [on-request] Ik lees dat { $name } je gegevens stuurt als je erom vraagt.
       *[other] Ik lees dat er met { $name } niets over je gegevens is afgesproken.
        } Klopt dat?
letter-supplier-leak = Datalek: belt u ons bij een hack of lek bij u, en binnen hoeveel uur?
    .read = { $choice ->
        [within-a-day] Ik lees dat { $name } je na een hack of lek binnen 24 uur belt.
        [some-time] Ik lees dat { $name } je na een hack of lek belt, zonder vaste tijd.
       *[other] Ik lees dat { $name } je na een hack of lek niet belt.
        } Klopt dat?
letter-supplier-end = Einddatum: tot welke datum loopt ons contract?
    .read = Ik lees dat je contract met { $name } loopt tot <b>{ $answer }</b>. Klopt dat?
letter-supplier-notice = Opzegtermijn: hoeveel maanden van tevoren moeten wij opzeggen?
    .read = { $choice ->
        [any-day] Ik lees dat je bij { $name } elke dag kunt opzeggen.
        [month-1] Ik lees dat je bij { $name } een maand van tevoren moet opzeggen.
        [months-2] Ik lees dat je bij { $name } twee maanden van tevoren moet opzeggen.
        [months-3] Ik lees dat je bij { $name } drie maanden van tevoren moet opzeggen.
       *[other] Ik lees dat je bij { $name } een halfjaar van tevoren moet opzeggen.
        } Klopt dat?
