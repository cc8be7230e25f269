# Suppliers: what you may expect from them, and what not.

q-supplier-without = How long can you do without { $name }?
    .why = This shows who you depend on most. If you can wait long, I ask less.
    .help = Imagine it stops on Monday morning.
    .in-shop = Without card payments you lose customers within the hour.
    .in-workshop = Without the machine builder you last a week.
    .in-office = Without internet you can work for a day. Your insurer can wait a week.
    .short = Without { $name }
    .hours-4 = 4 hours at most
    .day-1 = A day
    .week-1 = A week
    .longer = Longer

q-supplier-contract = Where is your contract with { $name }?
    .why = Type the place. When your computer is down, you want to be able to read it on paper.
    .help = Is it only in a mail or online? Then print it. Only spoken? Then choose: there is no contract.
    .in-shop = In the drawer under the till.
    .in-workshop = In the machine's binder, in the back office.
    .in-office = In the red binder in the cupboard.
    .short = Contract with { $name }
    .online-only = Only online
    .none = There is no contract

q-supplier-reaction = How fast does { $name } help you when something breaks?
    .why = It is about what was promised, not what you hope for. It is often in the contract, under SLA (service agreements).
    .help = Nothing in your contract? Just ask the helpdesk.
    .in-shop = The till fails on Saturday, and nobody comes until Monday.
    .in-workshop = The machines run at night, so help has to come day and night.
    .in-office = Mail stops working, and somebody calls within four hours.
    .short = Help from { $name }
    .hours-4-always = Within 4 hours, day and night
    .hours-4-office = Within 4 hours on weekdays
    .day-1 = Within a day
    .longer = It takes longer
    .not-agreed = Nothing was promised

q-supplier-expect = What may you expect from { $name } when things go wrong?
    .why = Then you know what to ask for, even if you are in a panic yourself.
    .help = Log files show who logged in, and when.
    .in-shop = The till supplier brings a till on loan.
    .in-workshop = The machine builder comes to repair it the same day.
    .in-office = The computer help restores the backup.
    .short = What { $name } does
    .call-back = Call back
    .repair = Repair it
    .restore-backup = Restore the backup
    .loan = Lend me something
    .logs = Keep log files
    .advice = Give advice

q-supplier-expect-not = And what does { $name } not do?
    .why = Better a disappointment now than in the middle of a breakdown.
    .help = Ask if you do not know. It is often in the small print.
    .in-shop = Nobody answers at the weekend.
    .in-workshop = The machine builder does not get your drawings back.
    .in-office = The web builder restores your site, but does not find out how the hacker got in.
    .short = What { $name } does not do
    .weekend = Help at weekends
    .visit = Come to us
    .own-data = Get my data back
    .inquiry = Find out how it happened
    .damage = Pay for the damage

q-supplier-backups = Who makes a backup of your data at { $name }?
    .why = A backup is a spare copy. Many people think the supplier makes it, and that is not always so.
    .help = Ask as well when they last restored anything. An internet line keeps nothing for you.
    .in-shop = The till supplier copies your sales every night.
    .in-workshop = The maker of the planning says: that is up to you.
    .in-office = The books in the cloud are copied, but never tested.
    .short = Backup at { $name }
    .tested = They do, and it was tested
    .untested = They do, but never tested it
    .we = We do it ourselves
    .nobody = Nobody
    .no-data = They hold no data

q-supplier-processor = Do you have a processing agreement with { $name }?
    .why = Does somebody else keep data about people for you? Then a written agreement must say how they handle it.
    .help = Often you agreed to one already. Search the supplier's website for the Dutch word: verwerkersovereenkomst.
    .in-shop = The till supplier keeps your customer cards. Then you need it.
    .in-workshop = The machine builder only sees drawings, with no people in them.
    .in-office = The payroll program knows everybody who works here. So you need it.
    .short = Privacy agreement with { $name }
    .signed = Yes
    .not-signed = No
    .no-people = There are no people in it

q-supplier-exit = How do you take your data with you when you leave { $name }?
    .why = A supplier can stop, go bankrupt or become too expensive.
    .help = Look for export or download, and try it once.
    .in-shop = The customer cards have to move to a new till.
    .in-workshop = This year's planning has to move to another program.
    .in-office = You must keep seven years of books, also after a switch.
    .short = Leaving { $name }
    .download = I can download everything
    .on-request = They send it when I ask
    .not-agreed = Nothing agreed about it

q-supplier-leak = Does { $name } call you after a hack or leak on their side?
    .why = If your data leaks on their side, you may have to report it. You can only do that if you know.
    .help = Agree on a time, such as within 24 hours.
    .in-shop = The hairdresser's booking system is hacked. You want to know that same day.
    .in-workshop = The machine builder is hacked. Is it still safe to let them log in?
    .in-office = Data is stolen from the payroll program. You may have to report it.
    .short = Leak at { $name }
    .within-a-day = Yes, within 24 hours
    .some-time = Yes, but no fixed time
    .no = No, nothing agreed

q-supplier-end = When does your contract with { $name } end?
    .why = Then you can cancel in time, or make a better deal. Does it simply continue? Then skip.
    .help = It is on the first or the last page.
    .in-shop = The till is rented until 31 December 2027.
    .in-workshop = The machine's maintenance runs until May 2028.
    .in-office = The internet runs until 1 March 2027, then monthly.
    .short = End of contract with { $name }
