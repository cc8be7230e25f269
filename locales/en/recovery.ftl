# Fallback and recovery: working on when something is gone, and back to normal.

q-losses = What can't you do without? Choose three at most to begin with.
    .why = This becomes your fallback and recovery plan: how you carry on, and how you get back to normal.
    .help = Network is internet and Wi-Fi. Equipment is the till, say, or a machine. Software is your planning or your books. Communication is mail and phone. You can add the others later.
    .short = What you make a plan for
    .loss-network = Network
    .loss-equipment = Equipment
    .loss-software = Software
    .loss-communication = Communication
    .loss-data = Data

todo-plan-the-rest = Also plan how you carry on without: { $rest }.

q-loss-go-on = What do you do if you have no { $name }? Tick how you carry on.
    .why = Think about it now, in peace. On the day itself there will be rush enough.
    .help = The baker writes receipts by hand and asks for cash. The workshop works from drawings on paper. The office carries on over 4G, or at home.
    .short = Carrying on without { $name }
    .paper = On paper
    .mobile-internet = Mobile internet (4G or 5G)
    .own-phones = With our own phones
    .spare-device = With a spare
    .borrow = Borrow or hire something
    .elsewhere = In another place
    .backup = With the backup
    .wait = Wait until it works again

q-loss-reserve = Where do you keep what you need when you have no { $name }?
    .why = Searching takes time, and it may be dark. Describe the place as well as you can.
    .help = Such as: receipt book and change in the drawer under the till. Drawings in the green binder in the workshop. The office's spare laptop at Fatima's home.
    .short = Reserve for { $name }
    .none = Nothing is ready yet

q-loss-who = Who arranges it when you have no { $name }?
    .why = If everybody can do it, nobody does.
    .help = Choose somebody from your call list, or type a name and number. The shop manager gets the receipt book. The foreman stops the machines. The office's computer help brings a laptop.
    .short = Who arranges it without { $name }
    .me = Myself
    .nobody = Nobody yet

q-loss-how-long = How long can you keep going without your { $name }?
    .why = This shows whether your reserve lasts long enough.
    .help = A receipt book is full after a busy Saturday. The office's mobile data is used up after a day. The workshop may have drawings on paper for a week.
    .short = Keeping going without { $name }
    .hours-4 = 4 hours at most
    .day-1 = A day
    .week-1 = A week
    .longer = Longer

q-loss-back = How do you get back to normal once your { $name } is back?
    .why = What you did on paper has to go back into the system. And a virus must not come along.
    .help = First the computer help checks that all is clean. Then we type the receipts into the till. The workshop loads the drawings from the backup. The office tells customers that mail works again.
    .short = Back to normal ({ $name })

q-back-to-normal = How do you get back to normal once everything works again?
    .why = What you did on paper has to go back into the system. And a virus must not come along.
    .help = First the computer help checks that all is clean. Then we type the receipts into the till. The workshop loads the drawings from the backup. The office tells customers that mail works again.
    .short = Back to normal

q-restore-order = In which order do you switch everything back on?
    .why = You cannot do it all at once. Start with what you can least do without.
    .help = Shop: internet, card payments, till, then mail. Workshop: server, drawings, machines, then the office. In an office: internet, mail, books. Just type it in a row.
    .short = Order of recovery
    .by-time = First what I need soonest
restore-order-proposed = My proposal: { $things }.
restore-order-item = { $name } ({ $time })

q-restore-needs = What do you need to build everything up again, and where is it?
    .why = Think of the password manager, licences and recovery codes. Only type the place, never the passwords.
    .help = Such as: paper with the master key in the office safe. The till's licence in the shop's red binder. The machine's installation stick in the workshop cupboard.
    .short = Needed for recovery

q-without-you = Can the work go on when you are not there?
    .why = You may be ill on that very day. If you work alone, you can ask a fellow business owner.
    .help = Does anybody know where the keys and papers are? May anybody call the bank? In a shop that is often your partner, in a workshop the foreman, in an office a colleague.
    .short = Carrying on without you
    .yes = Yes
    .partly = In part
    .no = No

q-plan-tested = Have you ever tried this plan out?
    .why = Test it at least once. Only then do you know that it really works.
    .help = In the shop, pull the router's plug for an hour. In the workshop, work from paper for a morning. In the office, restore a backup. What went wrong?
    .short = Plan tested
    .worked = Yes, it worked
    .partly = Yes, in part
    .failed = Yes, it failed
    .never = No, not yet

q-plan-tested-on = When was that test?
    .why = Then you know when it is time again. Once a year is a good habit.
    .help = Roughly is fine: last week, or May 2026. A shop often does it before the busy month, a workshop after the holidays, an office in a quiet week.
    .short = Date of the test

q-plan-tested-by = Who did the test?
    .why = That person knows how it went, and can do it again.
    .help = Choose somebody from your call list, or type a name and number. In the shop the manager, in the workshop the foreman, in the office the computer help.
    .short = Who tested it
    .me = Myself

q-plan-tested-lesson = What has to improve after that test?
    .why = That is what the test was for. One or two things will do.
    .help = Such as: the shop's receipt book was empty. Nobody in the workshop knew the code of the spare laptop. Restoring the office's backup took six hours.
    .short = Learned from the test
