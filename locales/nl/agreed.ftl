# Afspraken als lijst: wie is akkoord, wat is gebeurd, en wat niet.

agreements-title = <b>Afspraken</b>
agreements-none = <b>Afspraken</b>
    Er staan nog geen afspraken. Maak er een: wie doet wat, en wanneer?
agreement-line = • { $what }: { $who }, { $when }. { $consent }
agreement-by = voor { $date }
agreement-unsaid = Daar zie ik geen afspraak in. Typ wie wat doet, en wanneer.
agreement-no-day = nog zonder dag
agreement-nobody = nog niemand
agreement-add = Nieuwe afspraak
agreement-title = <b>{ $what }</b>
agreement-who = Wie: { $who }
agreement-when = Wanneer: { $when }
agreement-check = Nakijken: { $how }
agreement-agreed = { $who }: akkoord op { $date }.
agreement-wish = { $who } vraagt iets anders: { $wish }
agreement-unnamed = Kies nog wie het doet.
agreement-asked-of-you = Jij bent hiervoor gevraagd. Akkoord?
agreement-yours = Dit doe je zelf.
agreement-not-agreed = { $who } zei nog geen ja.
agreement-diary = Hoe het ging: { $days }
agreement-day-done = ✓ { $date }
agreement-day-missed = ✗ { $date }
agreement-not-kept = ⚠ Niet gebeurd, of niets gehoord: { $date }
agreement-not-kept-line = ⚠ { $what } ({ $date })
agreements-not-kept = Afspraken die niet zijn afgevinkt ({ $count }):
agreement-tell = Is het gebeurd?
agreement-agree = Akkoord
agreement-otherwise = Ik wil het anders
agreement-forward = Tekst om door te sturen
agreement-change-words = Andere woorden
agreement-change-who = Iemand anders
agreement-change-when = Andere dag
agreement-change-check = Anders nakijken
agreement-remove = Afspraak weghalen
agreement-removed = Weggehaald: { $what }
agreement-ask-words = Nu staat er: { $what }
    Hoe moet het zijn?
agreement-ask-wish = { $what }
    Hoe wil je het anders? Typ het, dan geef ik het door.
agreement-ask-done = { $what }
    { $date }: is het gebeurd?
agreement-or-new-day = Wordt het later? Typ dan de nieuwe dag.
agreement-comes-back = Dit komt vanzelf terug: { $when }. Is het deze keer gebeurd? Kies ja of nee.
    Voortaan op een andere dag? Kies dan Andere dag bij de afspraak.
agreement-nothing-due = { $what }: hier hoef je nu niets te doen.
agreement-done = Ja, gebeurd
agreement-not-yet = Nog niet
agreement-missed = Nee, overgeslagen
agreement-noted-done = Mooi, dat staat erin.
agreement-noted-missed = Goed dat je het zegt. Het staat erin.
agreement-noted-not-yet = Goed dat je het zegt. Ik vraag het later nog een keer.
agreement-moved = Genoteerd: { $when }.
agreement-sent = Ik vraag { $who } of dit akkoord is.
agreement-you-agreed = Akkoord. Jij doet dit: { $what } ({ $when }).
agreement-wish-sent = Dank je. Ik heb het doorgegeven.
agreement-forward-this = { $who } doet hier niet mee. Stuur het bericht hieronder door:
agreement-letter = Hallo { $who },
    Wij schrijven op wie wat doet, voor als er iets misgaat met onze computers. Dit willen we graag afspreken:
    { $what } ({ $when }).
    Is dat akkoord? Laat het ons weten.
    Groet, { $company }
agreement-ask-reply-day = Wanneer vraag ik je of { $who } heeft geantwoord? Kies, of typ een dag.
agreement-ask-reply = { $what }
    Heeft { $who } ja gezegd?
agreement-reply-yes = Ja, akkoord
agreement-reply-week = Over een week
agreement-reply-weeks = Over twee weken
agreement-reply-never = Niet vragen
agreement-reply-set = Goed. Ik vraag het je op { $date }.
agreement-reply-noted = Mooi, het akkoord staat erin.
notice-agreement = { $who } vraagt of jij dit doet: { $what }
notice-agreed = { $who } is akkoord: { $what }
notice-wish = { $who } wil deze afspraak anders: { $what }
notice-wish-words = { $wish }
shortened = { $text }…
option-agreements = Afspraken
