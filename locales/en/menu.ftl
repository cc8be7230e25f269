# The menu, the answers and what is left to do.

menu-title = <b>{ $company }</b>
menu-title-nameless = <b>Menu</b>
menu-section = { $bar } { $section }: { $answered } of { $total }
menu-next = Best to do now: <b>{ $section }</b>, about { $minutes } minutes.

todo-title = Still to do ({ $count }):
todo-line = • { $todo }
todo-more = and { $count } more
todo-find-out = Find out: { $what }
todo-find-deputy = Find somebody who takes over when you are away.
todo-find-ict-help = Find somebody who helps you with your computers.
todo-find-number = The number of { $name }

answers-title = <b>Your answers: { $section }</b>
    Choose what you want to change.
answers-line = { $question }: { $answer }
