# Nalopen, elke zes maanden: wat klopt nog, wat is veranderd, wat is weg. En de geschiedenis van een antwoord.

option-review = Nalopen
option-review-resume = Verder met nalopen
option-history = Geschiedenis
review-too-early = Er valt nog niets na te lopen. Maak eerst je bellijst.
review-begins = We lopen na of alles nog klopt. Stoppen mag altijd: ik onthoud waar we waren.
review-goes-on = We gaan verder met nalopen. Nog { $count } te gaan.
review-stopped = Goed, we stoppen hier. Nog { $count } te gaan. In het menu staat: Verder met nalopen.
review-over = Het nalopen is klaar.
review-finished-by = Het nalopen is al afgerond, op { $date } door { $who }.
review-you = jou
review-number = Klopt dit nummer? Bel het liefst even. Weet je het nieuwe nummer al? Typ het dan. Nog { $count } te gaan.
review-number-right = Gebeld, het klopt
review-number-wrong = Fout nummer
review-number-no-answer = Niemand nam op
review-numbers-unchanged = Alle nummers zijn hetzelfde
review-number-anew = Wat is het goede nummer van { $name }?
review-number-later = Dat kan. Ik zet het op je lijst om nog eens te bellen.
review-numbers-noted = Genoteerd: de nummers zijn hetzelfde gebleven.
review-subject = <b>{ $name }</b>
review-seen = Voor het laatst bekeken op { $date }.
review-why-jewel = Dit is een kroonjuweel. { $seen }
review-why-backup = Zonder goede back-up ben je alles kwijt. { $seen }
review-why-risk = Hier is het risico hoog. { $seen }
review-still = Klopt dit nog? Nog { $count } te gaan.
review-yes = Ja, klopt nog
review-changed = Er is iets veranderd
review-gone = Is er niet meer
review-section-unchanged = Niets veranderd in: { $section }
review-section-noted = Genoteerd. Niets veranderd in: { $section }.
review-taken-off = Weggehaald: { $name }.
review-which = Wat is er veranderd?
review-members = Horen deze mensen er nog bij?
review-member = • { $name }: { $role }
review-members-right = Ja, dit klopt
review-members-wrong = Nee, niet allemaal
review-members-how = Goed dat je het zegt. Een eigenaar kan iemand weghalen. Typ help om te zien hoe.
review-done = <b>Klaar met nalopen!</b>
review-nothing-changed = Er is niets veranderd.
review-changes = Veranderd:
review-changes-since = Veranderd sinds { $date }:
review-change = • { $question }: { $answer } (was: { $was }), door { $who }
review-change-new = • Nieuw: { $question }: { $answer }, door { $who }
review-change-number = • Nieuw nummer voor { $name }, door { $who }
review-change-gone = • Weg: { $name }, door { $who }
review-confirmed = { $count ->
    [one] Bevestigd: 1 antwoord
   *[other] Bevestigd: { $count } antwoorden
    }, door { $who }.
review-next = De volgende keer: { $date }.
history-title = <b>Geschiedenis: { $question }</b>
history-line = • { $date }: { $answer }, door { $who }
history-confirmed = • { $date }: bevestigd door { $who }
todo-call-again = Bel nog eens: { $name }
command-nalopen = kijken of alles nog klopt
command-afspraken = wie doet wat, en wanneer
command-backup = je back-updagboek bijhouden
