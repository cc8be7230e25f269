# Fallback and recovery: working on when something is gone, and back to normal.

q-losses = What can't you do without? Choose three at most to begin with.
    .why = This becomes your fallback and recovery plan: how you carry on, and how you get back to normal.
    .help = Choose what stops you fastest. You can add the others later.
    .in-shop = Equipment: without the till you sell nothing.
    .in-workshop = Data: without drawings nobody knows what to make.
    .in-office = Software: without the books no tax return goes out.
    .find-out = Think about what you cannot do without.
    .short = What you make a plan for
    .loss-network = Network (internet and Wi-Fi)
    .loss-equipment = Equipment
    .loss-software = Software
    .loss-communication = Communication (mail and phone)
    .loss-data = Data

todo-plan-the-rest = Also plan how you carry on without: { $rest }.

q-loss-go-on = { $role ->
    [loss-communication] What do you do if mail and phone are down?
   *[other] What do you do if you have no { $name }?
    } Tick how you carry on.
    .why = Think about it now, in peace. On the day itself there will be rush enough.
    .help = Tick everything that would work, even if it is makeshift.
    .in-shop = Write receipts and ask for cash.
    .in-workshop = Carry on with drawings on paper.
    .in-office = Carry on at home, or over 4G.
    .find-out = Think of a way to carry on when { $role ->
        [loss-communication] mail and phone are down
        [loss-data] your { $name } is gone
       *[other] your { $name } fails
        }.
    .short = Carrying on without { $role ->
        [loss-communication] mail and phone
       *[other] { $name }
        }
    .paper = On paper
    .mobile-internet = Mobile internet (4G or 5G)
    .own-phones = With our own phones
    .spare-device = With a spare
    .borrow = Borrow or hire something
    .elsewhere = In another place
    .backup = With the backup
    .wait = Wait until it works again

q-loss-reserve = { $role ->
    [loss-communication] Where do you keep your fallback for when mail and phone are down?
    [loss-data] Where do you keep your fallback for when your { $name } is gone?
   *[other] Where do you keep your fallback for when your { $name } fails?
    }
    .why = Searching takes time, and it may be dark. Describe the place as well as you can.
    .help = Write it so that somebody else can find it too.
    .in-shop = Receipt book and change in the drawer under the till.
    .in-workshop = Drawings in the green binder, by the lathe.
    .in-office = The spare laptop is at Fatima's home.
    .find-out = Find out where your fallback is for when { $role ->
        [loss-communication] mail and phone are down
        [loss-data] your { $name } is gone
       *[other] your { $name } fails
        }.
    .short = Fallback for { $name }
    .none = Nothing is ready yet

q-loss-who = { $role ->
    [loss-communication] Who takes care of it when mail and phone are down?
    [loss-data] Who takes care of it when your { $name } is gone?
   *[other] Who takes care of it when your { $name } fails?
    }
    .why = If everybody can do it, nobody does.
    .help = Choose somebody from your call list, or type a name and number.
    .in-shop = The senior assistant gets the receipt book.
    .in-workshop = The foreman stops the machines.
    .in-office = The computer help brings a laptop.
    .find-out = Choose who takes care of it when { $role ->
        [loss-communication] mail and phone are down
        [loss-data] your { $name } is gone
       *[other] your { $name } fails
        }.
    .name-somebody = Choose who takes care of it when { $role ->
        [loss-communication] mail and phone are down
        [loss-data] your { $name } is gone
       *[other] your { $name } fails
        }.
    .short = Who takes care of it without { $role ->
        [loss-communication] mail and phone
       *[other] { $name }
        }
    .me = Myself
    .nobody = Nobody yet

q-loss-how-long = How long can you keep going without { $role ->
    [loss-communication] mail and phone
   *[other] your { $name }
    }?
    .why = This shows whether your fallback lasts long enough.
    .help = Reckon with a busy day.
    .in-shop = After a busy Saturday the receipt book is full.
    .in-workshop = There are drawings on paper for a week.
    .in-office = The mobile data is used up after a day.
    .find-out = Think about how long you can keep going when { $role ->
        [loss-communication] mail and phone are down
        [loss-data] your { $name } is gone
       *[other] your { $name } fails
        }.
    .short = Keeping going without { $role ->
        [loss-communication] mail and phone
       *[other] { $name }
        }
    .hours-4 = 4 hours at most
    .day-1 = A day
    .week-1 = A week
    .longer = Longer

q-loss-back = How do you get back to normal once your { $name } is back?
    .why = What you did on paper has to go back into the system. And a virus must not come along.
    .short = Back to normal ({ $name })

q-back-to-normal = How do you get back to normal once everything works again?
    .why = What you did on paper has to go back into the system. And a virus must not come along.
    .help = First the computer help checks that all is clean. Only then do you switch on.
    .in-shop = Then we type the receipts into the till.
    .in-workshop = Then the drawings come back from the backup.
    .in-office = Then we tell the clients that mail works again.
    .find-out = Think about how you get back to normal.
    .short = Back to normal

q-restore-order = In which order do you switch everything back on?
    .why = You cannot do it all at once. Start with what you can least do without.
    .help = Type it in a row, first things first.
    .in-shop = Internet, card payments, till, then mail.
    .in-workshop = Server, drawings, machines, then the office.
    .in-office = Internet, mail, books, then the rest.
    .short = Order of recovery
    .find-out = Think about the order in which you switch everything back on.
    .by-time = First what I need soonest
restore-order-proposed = My proposal: { $things }.
restore-order-item = { $name } ({ $time })

q-restore-needs = What do you need to build everything up again, and where is it?
    .why = Think of the password manager, licences and the codes to get back in. Only type the place, never the passwords.
    .help = Say as well who can get at it when you are away.
    .in-shop = The till's licence: in the red binder.
    .in-workshop = The machine's installation stick: in the tool cupboard.
    .in-office = The master key of the password manager: on paper in the safe.
    .find-out = Find out what you need to build everything up again.
    .short = Needed for recovery

q-without-you = Can the work go on when you are not there?
    .why = You may be ill on that very day. If you work alone, you can ask a fellow business owner.
    .help = Does anybody know where the keys and papers are? And may anybody use the bank?
    .in-shop = Your partner can open up, but not place orders.
    .in-workshop = The foreman can do everything, except pay the wages.
    .in-office = A fellow adviser looks after your clients for a week.
    .find-out = Find out whether the work goes on when you are not there.
    .short = Carrying on without you
    .yes = Yes
    .partly = In part
    .no = No

q-plan-tested = Have you ever tried this plan out?
    .why = Test it at least once. Only then do you know that it really works.
    .help = An hour will do. What went wrong?
    .in-shop = Pull the router's plug for an hour.
    .in-workshop = Work from paper for a morning.
    .in-office = Restore a backup onto an empty laptop.
    .find-out = Find out whether the plan was ever tested.
    .short = Plan tested
    .worked = Yes, it worked
    .partly = Yes, in part
    .failed = Yes, it failed
    .never = No, not yet

q-plan-tested-on = When was that test?
    .why = Then you know when it is time again. Once a year is a good habit.
    .help = Roughly is fine.
    .in-shop = May 2026, before the busy month.
    .in-workshop = Friday last week, after clearing up.
    .in-office = 12 January, in a quiet week.
    .find-out = Find out when the test was.
    .short = Date of the test

q-plan-tested-by = Who did the test?
    .why = That person knows how it went, and can do it again.
    .help = Choose somebody from your call list, or type a name and number.
    .in-shop = The shop manager.
    .in-workshop = The foreman, with an apprentice.
    .in-office = The computer help, together with you.
    .find-out = Find out who did the test.
    .short = Who tested it
    .me = Myself

q-plan-tested-lesson = What has to improve after that test?
    .why = That is what the test was for. One or two things will do.
    .help = Name the small things too, such as a key nobody could find.
    .in-shop = The receipt book was empty.
    .in-workshop = Nobody knew the code of the spare laptop.
    .in-office = Restoring the backup took six hours.
    .find-out = Write down what has to improve after the test.
    .short = Learned from the test
