# The menu, the answers and what is left to do.

menu-title = <b>{ $company }</b>
menu-title-nameless = <b>Menu</b>
menu-section = { $bar } { $section }: { $answered } of { $total }

todo-title = Still to find out ({ $count }):
todo-line = • { $todo }
todo-more = and { $count } more
todo-find-out = { $what }
todo-find-deputy = Find somebody who takes over when you are away.
todo-find-ict-help = Find somebody who helps you with your computers.
todo-find-number = The number of { $name }
todo-print-list = Write or print your call list. Put it on the wall.
todo-name-somebody = { $what }: choose somebody.
todo-call-back-first = Agree on this: a strange payment request is always called back.

answers-title = <b>Your answers: { $section }</b>
    Choose what you want to change.
answers-line = { $question }: { $answer }
