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
todo-machines-without-network = Ask the machine builder how your machines can run without the network.
todo-updates-automatic = { $what }: set them to automatic.
todo-consider-replacing = { $what }: consider replacing it, or take it off the internet.
todo-encrypt-disk = { $what }: turn on encryption as well.
todo-set-lock = { $what }: protect it with a code or password.
todo-find-repair = { $what }: find somebody who can repair it.
todo-own-password = { $what }: give everybody a password of their own.
todo-teach-second = { $what }: teach somebody else as well.
todo-arrange-spare = { $what }: arrange a spare.
todo-out-of-reach = { $what }: put it out of everybody's reach.
todo-find-manager = { $what }: find somebody to look after it.
todo-turn-on-extra-code = { $what }: turn on the extra code.
todo-close-old-accounts = { $what }: close the accounts of people who left.
todo-unique-password = { $what }: choose a password that you use nowhere else.
todo-limit-access = { $what }: let in only who needs it.
todo-change-factory-password = { $what }: choose your own.
todo-new-password = { $what }: choose a new password.
todo-guests-own-wifi = Give guests a Wi-Fi of their own, apart from your till and computers.
todo-close-remote-login = Let suppliers log in only with an extra code, or when you say yes.
todo-guard-special-data = { $what }: guard this extra well and ask for advice.
todo-encrypt-carried-data = { $what }: encrypt what you carry with you.
todo-send-safely = { $what }: send it encrypted.
todo-clear-out = { $what }: throw away what you no longer need.
todo-print-contract = { $what }: print it and keep the paper.
todo-ask-contract = { $what }: ask for the terms on paper.
todo-agree-reaction = { $what }: agree how fast they come.
todo-ask-restore-test = { $what }: ask them to test a restore.
todo-arrange-backup = { $what }: arrange that somebody makes one.
todo-sign-processor = { $what }: ask for a processing agreement.
todo-agree-exit = { $what }: ask how you get your data out.
todo-agree-leak-call = { $what }: agree that they call you within 24 hours.

answers-title = <b>Your answers: { $section }</b>
    Choose what you want to change.
answers-line = { $question }: { $answer }
