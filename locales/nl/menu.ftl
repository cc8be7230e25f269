# Het menu, de antwoorden en wat er nog te doen is.

menu-title = <b>{ $company }</b>
menu-title-nameless = <b>Menu</b>
menu-section = { $bar } { $section }: { $answered } van { $total }

todo-title = Nog uit te zoeken ({ $count }):
todo-line = • { $todo }
todo-more = en nog { $count }
todo-find-out = { $what }
todo-find-deputy = Zoek iemand die het overneemt als jij er niet bent.
todo-find-ict-help = Zoek iemand die je met je computers helpt.
todo-find-number = Het nummer van { $name }
todo-print-list = Schrijf je bellijst op papier, of print hem. Hang hem op.
todo-name-somebody = { $what }: kies iemand.
todo-call-back-first = Spreek af: bij een vreemd betaalverzoek bel je altijd terug.

answers-title = <b>Je antwoorden: { $section }</b>
    Kies wat je wilt veranderen.
answers-line = { $question }: { $answer }
