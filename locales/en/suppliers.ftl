# Suppliers: what you may expect from them, and what not.

q-supplier-without = How long can you do without { $name }?
    .why = This shows who you depend on most. If you can wait long, I ask less.
    .help = Imagine it is down on Monday morning. A shop cannot last an hour without card payments. An office can manage a day without internet. Your insurer can easily wait a week.
    .short = Without { $name }
    .hours-4 = 4 hours at most
    .day-1 = A day
    .week-1 = A week
    .longer = Longer

q-supplier-contract = Where is your contract with { $name }?
    .why = Type the place. When your computer is down, you want to be able to read it on paper.
    .help = Such as: in the red binder in the office, or in the drawer under the till. Is it only in a mail or online? Then print it. Is it only spoken? Then choose: there is no contract.
    .short = Contract with { $name }
    .online-only = Only online
    .none = There is no contract

q-supplier-reaction = How fast does { $name } help you when something breaks?
    .why = It is about what was promised, not what you hope for. It is often in the contract, under SLA (service agreements).
    .help = If the till fails on Saturday, you do not want to wait until Monday. A workshop that runs at night wants help day and night. Just ask the helpdesk.
    .short = Help from { $name }
    .hours-4-always = Within 4 hours, day and night
    .hours-4-office = Within 4 hours on weekdays
    .day-1 = Within a day
    .longer = It takes longer
    .not-agreed = Nothing was promised

q-supplier-expect = What may you expect from { $name } when things go wrong?
    .why = Then you know what to ask for, even if you are in a panic yourself.
    .help = The till supplier brings the shop a till on loan. The computer help restores the office's backup. Log files show who logged in to the machine, and when.
    .short = What { $name } does
    .call-back = Call back
    .repair = Repair it
    .restore-backup = Restore the backup
    .loan = Lend me something
    .logs = Keep log files
    .advice = Give advice

q-supplier-expect-not = And what does { $name } not do?
    .why = Better a disappointment now than in the middle of a breakdown.
    .help = Many shops count on weekend help that is not there. A hosting firm restores your office's website, but does not find out how the hacker got in.
    .short = What { $name } does not do
    .weekend = Help at weekends
    .visit = Come to us
    .own-data = Get my data back
    .inquiry = Find out how it happened
    .damage = Pay for the damage

q-supplier-backups = Who makes a backup of your data at { $name }?
    .why = A backup is a spare copy. Many people think the supplier makes it, and that is not always so.
    .help = Ask the maker of your bookkeeping, till or planning. And ask when they last restored anything. An internet line or a bank keeps nothing for you.
    .short = Backup at { $name }
    .tested = They do, and it was tested
    .untested = They do, but never tested it
    .we = We do it ourselves
    .nobody = Nobody
    .no-data = They hold no data

q-supplier-processor = Do you have a processing agreement with { $name }?
    .why = Does somebody else keep data about people for you? Then a written agreement must say how they handle it.
    .help = It goes for your payroll, your customer cards and your mail. Often you accepted one already. Search the supplier's website for "data processing agreement".
    .short = Privacy agreement with { $name }
    .signed = Yes
    .not-signed = No
    .no-people = There are no people in it

q-supplier-exit = How do you take your data with you when you leave { $name }?
    .why = A supplier can stop, go bankrupt or become too expensive.
    .help = A shop wants to take its customer cards to a new till. An office wants to keep seven years of books. Look for export or download, and try it once.
    .short = Leaving { $name }
    .download = I can download everything
    .on-request = They send it when I ask
    .not-agreed = Nothing agreed about it

q-supplier-leak = Does { $name } call you after a hack or leak on their side?
    .why = If your data leaks on their side, you may have to report it. You can only do that if you know.
    .help = A hairdresser wants to hear at once that the booking system was hacked. A workshop wants to know if the machine builder can still log in safely. Agree on a time, such as within 24 hours.
    .short = Leak at { $name }
    .within-a-day = Yes, within 24 hours
    .some-time = Yes, but no fixed time
    .no = No, nothing agreed

q-supplier-end = When does your contract with { $name } end?
    .why = Then you can cancel in time, or make a better deal. Does it simply continue? Then skip.
    .help = Such as: 31 December 2027, or May 2028. It is on the first or the last page. A machine under maintenance or a rented till nearly always has an end date.
    .short = End of contract with { $name }
