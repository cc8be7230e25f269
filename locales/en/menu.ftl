# The menu, the answers and what is left to do.

menu-title = <b>{ $company }</b>
menu-title-nameless = <b>Menu</b>
menu-section = { $bar } { $section }: { $answered } of { $total }
menu-complete = ✓ Done: { $sections }
menu-next = Best to do now: <b>{ $section }</b>, about { $minutes } minutes.
menu-next-begun = Best to do now: <b>{ $section }</b>, about { $minutes ->
    [1] a minute
   *[other] { $minutes } minutes
    } more.
menu-next-why = Why: { $why }
next-why-backup = I don't know yet whether there is a backup of your { $name }.
next-why-risk = you have not chosen yet what to do about a { $grade ->
    [very-high] very high
   *[high] high
    } risk: { $risk }.
next-why-supplier = your { $thing } depends on { $name }.
next-why-begun = you have made a start already.
more-title = What would you like to do?

todo-title = Still to do ({ $count }):
todo-line = • { $todo }
todo-more = and { $count } more
todo-find-out = Find out: { $what }
todo-find-deputy = Find somebody to take over when you are away.
todo-find-ict-help = Find somebody to help you with your computers.
todo-find-number = Look up the number of { $name }.
todo-find-own-number = Put your own number on your call list.
todo-print-list = Write or print your call list. Put it on the wall.
todo-name-somebody = Choose somebody: { $what }
todo-call-back-first = Agree on this: if a payment request is strange, always call back.
todo-add-forgotten = Add this to your things: { $answer }.
todo-machines-without-network = Ask the machine builder how your machines can run without the network.
todo-updates-automatic = Set the updates for your { $name } to automatic.
todo-replace-it = Replace your { $name }, or bring it up to date.
todo-consider-replacing = Think about replacing your { $name }, or take it off the internet.
todo-replace-software = Switch from your { $name } to something that still gets updates.
todo-replace-router = Think about a new router for your { $name }.
todo-encrypt-disk = Turn on encryption for your { $name } as well.
todo-set-lock = Put a code or password on your { $name }.
todo-find-repair = Find somebody to repair your { $name }.
todo-own-password = Give everybody a password of their own for your { $name }.
todo-teach-second = Teach somebody else how your { $name } works.
todo-arrange-spare = Arrange a spare for your { $name }.
todo-out-of-reach = Make sure that not everybody can get at your { $name }.
todo-find-manager = Find somebody to look after your { $name }.
todo-turn-on-extra-code = Turn on the extra login code for your { $name }.
todo-close-old-accounts = In your { $name }, close the accounts of people who have left.
todo-unique-password = Choose a password for your { $name } that you use nowhere else.
todo-limit-access = Let only those who need it into your { $name }.
todo-change-factory-password = { $role ->
    [fixed-internet] Choose your own password for your router.
   *[other] Choose your own password for your { $name }.
    }
todo-new-password = { $role ->
    [fixed-internet] Choose a new password for your router.
   *[other] Choose a new password for your { $name }.
    }
todo-guests-own-wifi = Give guests a Wi-Fi of their own, apart from your till and computers.
todo-close-remote-login = Let suppliers log in only with an extra code, or when you say yes.
todo-guard-special-data = Guard your { $name } extra well and ask for advice.
todo-encrypt-carried-data = Only carry your { $name } around encrypted.
todo-send-safely = Send your { $name } encrypted.
todo-clear-out = Agree how long you keep your { $name }. Throw away what is older.
todo-print-contract = Print the contract with { $name } and keep it on paper.
todo-ask-contract = Ask { $name } to put the terms on paper.
todo-agree-reaction = Agree with { $name } how fast they will help.
todo-agree-repair = Agree with { $name } how fast things will work again.
todo-ask-restore-test = Ask { $name } to test a restore.
todo-arrange-backup = Arrange a backup of your data at { $name }.
todo-sign-processor = Ask { $name } for a processing agreement (terms on privacy).
todo-agree-exit = Ask { $name } how you get your data out when you leave.
todo-agree-leak-call = Agree with { $name } that they call you within 24 hours of a leak.
todo-ask-supplier-backup = Ask your supplier where the backup of your { $name } is kept, and whether a restore was tested.
todo-make-backup = Start this week with a backup of your { $name }.
todo-backup-more-often = Back up your { $name } more often, every day if you can.
todo-copy-elsewhere = Keep a copy of your { $name } in another place too.
todo-second-copy = Make one more copy of your { $name }.
todo-copy-offline = Always keep one copy of your { $name } off the network: unplugged.
todo-practise-restore = Practise restoring your { $name } with one file.
todo-repair-restore = Find out why restoring your { $name } failed.
todo-key-apart = Keep the key of your backups away from the backups.
todo-encrypt-backup = Encrypt your backups and keep the key apart.
todo-date-backups = Put a date on every backup and keep a few old ones.
todo-backup-after-change = Make a backup after an important change as well.
todo-backup-day = Choose a fixed day to make and check your backup.
todo-prepare-reserve = { $role ->
    [loss-communication] Get something ready for when mail and phone are down.
    [loss-data] Get something ready for when your { $name } is gone.
   *[other] Get something ready for when your { $name } fails.
    }
todo-make-fallback = { $role ->
    [loss-communication] Think of a way to carry on when mail and phone are down.
    [loss-data] Think of a way to carry on when your { $name } is gone.
   *[other] Think of a way to carry on when your { $name } fails.
    }
todo-share-knowledge = Write down what only you know, and show it to somebody.
todo-improve-plan = Improve your plan and test it once more.
todo-test-plan = Test your plan once.
todo-agree-outside = Make one agreement with your most important supplier or customer.
todo-fix-moment = Choose a fixed moment to check the agreements.
todo-check-cyber-law = Do the self-test about the Dutch Cybersecurity Act.

answers-title = <b>Your answers: { $section }</b>
    Choose what you want to change.
answers-line = { $question }: { $answer }

option-parts = Choose a part
parts-title = Which part?
option-members = Who belongs here
option-log = Log
