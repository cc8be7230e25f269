# Talking and agreeing: with whom, on what, and who looks whether it happens.

q-discuss-with = Who will you discuss this plan with? Tick them.
    .why = A plan that is only in your head helps nobody. Tell them why it matters as well.
    .help = In the shop: fifteen minutes after closing. In the workshop: over coffee, with the machine builder. In the office: also with the customer who wants your figures every week.
    .short = Who you discuss it with
    .colleagues = Colleagues or partners
    .staff = Staff
    .suppliers = Suppliers
    .customers = Customers

q-discuss-on = When will you discuss it?
    .why = Without a date it often does not happen. Already talked about it? Type that date.
    .help = Such as: Friday next week, or 12 January. A shop often takes a quiet Monday, a workshop Friday afternoon, an office the regular meeting.
    .short = Date of the talk

q-weakest-link = What is the weakest link in your chain?
    .why = A chain is only as strong as its weakest link. Choose, or type it yourself.
    .help = The Saturday help who clicks every link. The machine builder who gets in everywhere with one password. The office's customer who sends it all by plain mail. Or you, if only you know.
    .short = Weakest link
    .staff = Somebody who works here
    .supplier = A supplier
    .customer = A customer
    .me = Myself

q-outside-agreement = What do you agree on with that supplier or customer?
    .why = Type one concrete agreement. Then you can check it later.
    .help = Such as: the till supplier calls us within 24 hours of a hack. Or: the workshop's customer calls back about a new account number. Or: the office sends case files through the portal only.
    .short = Agreement with supplier or customer
    .nothing = Nothing yet

q-tasks = Who does what, and by when?
    .why = Give every task a name and a day. That makes it an agreement.
    .help = Such as: Anna unplugs the shop's backup, every Friday. Kees replaces the old computer in the workshop, by 1 May. I ask for the office's contract, this week.
    .short = Who does what and when

q-agreement-lines = Who does what, and when? Type one agreement per message.
    .why = Add a name and a day. That makes it an agreement, and I will ask later how it went.
    .help = Such as: Anna unplugs the shop's backup, every Friday. Kees replaces the old computer in the workshop, by 1 May. I ask for the office's contract, this week.
    .short = Who does what and when
    .done = No agreements

q-agreement-who = { $name }: who does this?
    .why = Type a name, or choose somebody from your call list. Have they joined here too? Then I ask whether they agree.
    .help = In the shop: Anna at the till. In the workshop: Kees, or the machine builder. In the office: yourself, or whoever supplies your bookkeeping.
    .short = Who ({ $name })
    .me = Myself

q-agreement-when = { $name }: when must it be done, or how often?
    .why = On that day I ask whether it was done. Type, for example: by 1 May, or every Friday.
    .help = Once: Friday next week, or 12 January. Again and again: every Friday in the shop, the first of every month in the workshop, every quarter in the office.
    .short = When ({ $name })

q-agreement-check = { $name }: how do you check that it is done?
    .why = An agreement that nobody checks is soon forgotten. Choose, or type it yourself.
    .help = I can ask here on the agreed day. Or you check it yourself, by the sticker on the drive in the shop, say. In the workshop or the office somebody can report it to you.
    .short = Check ({ $name })
    .ask = Ask me on that day
    .look = I check it myself
    .report = That person tells me

q-kept = How do you check that everybody keeps to it?
    .why = An agreement that nobody checks is soon forgotten. Once a month is fine.
    .help = In the shop: each time you plan the shifts. In the workshop: a list beside the coffee. In the office: a reminder in the calendar.
    .short = Checking agreements
    .fixed-moment = At a regular meeting
    .calendar = With a reminder
    .now-and-then = Now and then
    .nobody = Nobody does

q-cyber-law = Have you checked whether the Dutch Cybersecurity Act applies to you?
    .why = That law (Cyberbeveiligingswet) started on 15 August 2026. With 50 people or more it may apply. Or a customer asks for it.
    .help = It depends on what you do and on your turnover. I give no verdict: the government has a self-test. It suits a big shop, a workshop that supplies industry and an IT office.
    .short = Dutch Cybersecurity Act
    .checked = Yes, I looked into it
    .customer-asks = No, but a customer asks
    .not-checked = No, not yet
