# De vraagbrief aan een leverancier: de brief zelf, en wat er terugkomt.

thing-letter = Vraagbrief maken
letter-ask-language = In welke taal schrijf je { $name }?
letter-dutch = Nederlands
letter-english = Engels
letter-paste = Stuur deze brief door aan { $name }. Heb je antwoord? Plak het hier, dan zet ik het erbij.
letter-nothing-open = Er staat geen vraag meer open voor deze leverancier.
letter-nothing-read = Hier haal ik geen antwoord uit. Plak de regels met het antwoord, of vul het zelf in.
letter-found = { $count ->
    [one] Ik zie 1 antwoord. Ik vraag of het klopt.
   *[other] Ik zie { $count } antwoorden. Ik vraag één voor één of ze kloppen.
    }
letter-rest = Dit begreep ik niet: "{ $text }". Vul dat zelf in.
letter-quote = Er staat: "{ $text }"
letter-read = Ik lees: { $question }: <b>{ $answer }</b>. Klopt dat?
letter-yes = Ja, dat klopt
letter-no = Nee, niet overnemen
letter-still-open = Nog open: { $questions }.
letter-all-told = Alle vragen aan deze leverancier zijn beantwoord.

letter-dear = Beste { $name },
letter-why = Wij maken een noodplan voor als onze computers uitvallen. Wilt u deze vragen beantwoorden? Begin elk antwoord met het woord dat voor de dubbele punt staat.
letter-thanks = Dank u wel, en vriendelijke groet,
letter-supplier-customer-number = Klantnummer: wat is ons klantnummer?
letter-supplier-contract-number = Contractnummer: wat is het nummer van ons contract?
letter-supplier-reaction = Reactietijd: binnen hoeveel uur of dagen helpt u ons bij een storing, en ook buiten kantoortijd?
letter-supplier-expect = Hulp: wat mogen wij verwachten? Kies uit: terugbellen, repareren, back-up terugzetten, iets te leen geven, logbestanden bewaren, meedenken.
letter-supplier-backups = Back-ups: maakt u back-ups van onze gegevens, en is het terugzetten getest?
letter-supplier-processor = Verwerkersovereenkomst: is die met ons getekend?
letter-supplier-exit = Vertrek: hoe krijgen wij onze gegevens mee als we overstappen, zelf downloaden of op verzoek?
letter-supplier-leak = Datalek: belt u ons bij een hack of lek bij u, en binnen hoeveel uur?
letter-supplier-end = Einddatum: tot welke datum loopt ons contract?
