# Een eigenaar die niet meer te bereiken is: twee anderen maken samen iemand eigenaar.

option-succession = De eigenaar is er niet meer
succession-title = <b>Is er geen eigenaar meer te bereiken?</b>
succession-how = Twee van jullie kunnen samen iemand anders eigenaar maken. Dat duurt minstens 72 uur. Iedereen krijgt elke dag bericht, en elke eigenaar kan het tegenhouden.
succession-who = Wie moet eigenaar worden?
succession-too-few = Daar zijn twee mensen van het bedrijf voor nodig, en die zijn er niet. Vraag het aan wie deze bot beheert.
succession-sure = Nieuwe eigenaar: { $name }. Iedereen van het bedrijf krijgt nu bericht. Weet je het zeker?
succession-asked = ✓ Gevraagd. Nieuwe eigenaar: { $name }. Nu moet nog iemand het ook willen, binnen 72 uur. Dan gaat de wachttijd in.
succession-began = ✓ De wachttijd is ingegaan. Nieuwe eigenaar: { $name }, op { $date }.
succession-stopped = ✓ Gestopt: { $name } wordt geen eigenaar. Alles blijft zoals het was.
succession-operator = wie deze bot beheert
succession-wish-own = ⚠ { $name } wil eigenaar worden. Nog iemand moet het ook willen.
succession-wish = ⚠ { $asker } wil dat { $name } eigenaar wordt. Nog iemand moet het ook willen.
succession-warning = ⚠ Op { $date } wordt { $name } eigenaar, als niemand het tegenhoudt.

option-join-succession = Ik wil dit ook
option-stop-succession = Tegenhouden
option-leave-succession = Toch niet doen

notice-succession-asked-own = ⚠ { $name } wil eigenaar worden van { $company }, omdat de eigenaar niet te bereiken is. Nog iemand moet het ook willen.
notice-succession-asked = ⚠ { $asker } wil dat { $name } eigenaar wordt van { $company }, omdat de eigenaar niet te bereiken is. Nog iemand moet het ook willen.
notice-succession-began = ⚠ Op { $date } wordt { $name } eigenaar van { $company }. Gevraagd door { $asker }, omdat de eigenaar niet te bereiken is. Elke eigenaar kan het tegenhouden.
notice-succession-waits = ⚠ Dit loopt nog: op { $date } wordt { $name } eigenaar van { $company }. Elke eigenaar kan het tegenhouden.
notice-succession-done = De wachttijd is voorbij, en niemand hield het tegen. { $name } is nu eigenaar van { $company }.
notice-succession-stopped = { $who } heeft het tegengehouden: { $name } wordt geen eigenaar van { $company }.
notice-succession-lapsed = { $name } wordt geen eigenaar van { $company }: niemand anders wilde het ook.
notice-succession-over = { $name } wordt nu geen eigenaar van { $company }: er veranderde iets bij de mensen om wie het ging.

log-asked-succession = gevraagd om een nieuwe eigenaar ({ $name })
log-began-succession = wachttijd begonnen voor een nieuwe eigenaar ({ $name })
log-told-succession = iedereen verteld over de nieuwe eigenaar ({ $name })
log-ended-succession = wachttijd voor een nieuwe eigenaar voorbij
