# Talking and agreeing: with whom, on what, and who looks whether it happens.

q-discuss-with = Who will you discuss this plan with? Tick them.
    .why = A plan that is only in your head helps nobody. Tell them why it matters as well.
    .help = Fifteen minutes will do.
    .in-shop = After closing, with everybody in the shop.
    .in-workshop = Over coffee, with the machine builder.
    .in-office = In the weekly meeting, and with the client who wants figures every week.
    .find-out = Choose who you discuss this plan with.
    .short = Who you discuss it with
    .colleagues = Colleagues or partners
    .staff = Staff
    .suppliers = Suppliers
    .customers = Customers

q-discuss-on = When will you discuss it?
    .why = Without a date it often does not happen. Already talked about it? Type that date.
    .help = Pick a moment that is there anyway.
    .in-shop = Monday next week, when it is quiet.
    .in-workshop = Friday, at clearing-up time.
    .in-office = Thursday, in the regular meeting.
    .find-out = Set a date to discuss the plan.
    .short = Date of the talk

q-weakest-link = What is your weakest link?
    .why = A chain is only as strong as its weakest link. Choose, or type it yourself.
    .help = Where would it go wrong first? It may be you, if only you know.
    .in-shop = The Saturday help who clicks every link.
    .in-workshop = The machine builder who gets in everywhere with one password.
    .in-office = The client who sends it all by plain mail.
    .find-out = Think about what your weakest link is.
    .short = Weakest link
    .staff = Somebody who works here
    .supplier = A supplier
    .customer = A customer
    .me = Myself

q-outside-agreement = What do you agree on with that supplier or customer?
    .why = Type one clear agreement. Who does what, and when, comes next.
    .help = Short and precise, so that you can check it.
    .in-shop = The till supplier calls us within 24 hours of a hack.
    .in-workshop = The customer calls us back about a new account number.
    .in-office = The client sends files only through our secure folder.
    .find-out = Think about what to agree with that supplier or customer.
    .short = Agreement with supplier or customer
    .nothing = Nothing yet

q-tasks = Who does what, and by when?
    .why = Give every task a name and a day. That makes it an agreement.
    .short = Who does what and when

q-agreement-lines = Who does what, and when? Type one agreement per message.
    .why = Add a name and a day. That makes it an agreement, and I will ask later how it went.
    .help = First the name, then the task, then the day.
    .in-shop = Anna unplugs the backup, every Friday.
    .in-workshop = Kees replaces the old computer, by 1 May.
    .in-office = I ask for the contract, this week.
    .find-out = Think about who does what, and when.
    .short = Who does what and when
    .done = No agreements

q-agreement-who = { $name }: who does this?
    .why = Type a name, or choose somebody from your call list. Have they joined here too? Then I ask whether they agree.
    .help = Choose somebody who can really do it.
    .in-shop = Anna at the till.
    .in-workshop = Kees, or the machine builder.
    .in-office = Yourself, or whoever supplies your bookkeeping.
    .find-out = Agree who does this: { $name }.
    .short = Who ({ $name })
    .me = Myself

q-agreement-when = { $name }: when must it be done, or how often?
    .why = On that day I ask whether it was done. Type, for example: by 1 May, or every Friday.
    .help = It can be a single day, or again and again.
    .in-shop = Every Friday.
    .in-workshop = By 1 May.
    .in-office = Every quarter.
    .find-out = Agree when this must be done: { $name }.
    .short = When ({ $name })

q-agreement-check = { $name }: how do you check that it is done?
    .why = An agreement that nobody checks is soon forgotten. Choose, or type it yourself.
    .help = Choose what you can keep up.
    .in-shop = You look at the sticker on the drive.
    .in-workshop = The foreman tells you over coffee.
    .in-office = I ask you on that day, here in the chat.
    .find-out = Agree how you check this: { $name }.
    .short = Check ({ $name })
    .ask = Ask me on that day
    .look = I check it myself
    .report = That person tells me

q-kept = How do you keep an eye on all your agreements?
    .why = Go through all of them now and then. Once a month is fine.
    .help = Choose something you do anyway.
    .in-shop = A fixed point when you plan the shifts.
    .in-workshop = A list next to the coffee machine.
    .in-office = A reminder in the calendar, every first Monday.
    .find-out = Agree how you keep an eye on all your agreements.
    .short = Checking agreements
    .fixed-moment = At a fixed moment
    .calendar = With a reminder
    .now-and-then = Now and then
    .nobody = Nobody does

q-cyber-law = Have you checked whether the Dutch Cybersecurity Act applies to you?
    .why = That law (Cyberbeveiligingswet) started on { $cyber-law-date }. It may apply because of your size or your work. Sometimes a customer asks about it. The official self-test, in Dutch: { $cyber-law-link }
    .help = It is mostly about { $cyber-law-number } people or more, and work such as IT, transport and care. I give no verdict. Checked on { $cyber-law-checked }.
    .in-shop = A chain with sixty people takes the self-test.
    .in-workshop = A customer in industry asks whether you comply.
    .in-office = An IT firm may fall under it, even a small one.
    .find-out = Find out whether the Cybersecurity Act applies to you.
    .short = Dutch Cybersecurity Act
    .checked = Yes, I looked into it
    .customer-asks = No, but a customer asks
    .not-checked = No, not yet
