# Het menu, de antwoorden en wat er nog te doen is.

menu-title = <b>{ $company }</b>
menu-title-nameless = <b>Menu</b>
menu-section = { $bar } { $section }: { $answered } van { $total }
menu-next = Nu het beste: <b>{ $section }</b>, ongeveer { $minutes } minuten.

todo-title = Nog te doen ({ $count }):
todo-line = • { $todo }
todo-more = en nog { $count }
todo-find-out = Zoek uit: { $what }
todo-find-deputy = Zoek iemand die het overneemt als jij er niet bent.
todo-find-ict-help = Zoek iemand die je met je computers helpt.
todo-find-number = Het nummer van { $name }

answers-title = <b>Je antwoorden: { $section }</b>
    Kies wat je wilt veranderen.
answers-line = { $question }: { $answer }
