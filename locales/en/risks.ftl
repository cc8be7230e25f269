# Risks: what can happen, how likely it is, how bad, and what you choose.

section-risks = Risks
    .why = then you decide what to tackle, and what to accept.

q-threats = What worries you about your { $name }? Tick one or two.
    .one = What worries you most about your { $name }? Tick one.
    .why = You cannot prevent everything. Choose what worries you most. Is something missing? Type it yourself.
    .help = There is no right or wrong. Choose what keeps you awake. Ransomware is a virus that locks everything and asks for money.
    .in-shop = Card payments that stop on a Saturday.
    .in-workshop = A power cut in the middle of a job.
    .in-office = Somebody who steals your mail account and sends invoices from it.
    .find-out = Think about what worries you about your { $name }.
    .short = Worries about { $name }
    .theft = Loss or theft
    .broken = It breaks down
    .ransomware = Virus or ransomware
    .no-updates = No more updates
    .fire-water = Fire or water
    .power = The power fails
    .payments-down = Till or card payments fail
    .account-taken = Somebody steals your account
    .supplier-down = A failure at the supplier
    .wrong-setting = A wrong setting
    .supplier-gone = The supplier stops
    .payment-fraud = A fake invoice or fake boss
    .line-down = The connection drops
    .intruder = An intruder gets in
    .ddos = An attack takes it down
    .old-router = A router without updates
    .leak = Data leaks out
    .wrong-data = Data is wrong
    .erased = Erased or locked
    .one-knows = The only one who knows is away
    .leaver = Somebody who has left
    .own-threat = Something else
    .own-threat-which = Type in a few words what could happen.

q-risk-impact = { $thing }: { $name }. How bad would it be?
    .why = You know your company. What you choose counts, even if I thought otherwise.
    .help = Think of lost work, customers who walk away and the cost of repair.
    .in-shop = A Saturday without a till costs half a week's sales.
    .in-workshop = A day without power costs a day's work, no more.
    .in-office = Leaked case files cost you your clients' trust.
    .find-out = Think about how bad this would be: { $thing }, { $name }.
    .short = How bad ({ $thing }, { $name })
    .aside = How bad
    .change = It is worse, or less bad
    .low = Not so bad
    .low-said = not so bad
    .middle = A nuisance, costs money
    .middle-said = a nuisance, and it costs money
    .high = Very bad, company in danger
    .high-said = very bad

q-risk-chance = { $thing }: { $name }. How likely is it?
    .why = You decide. How likely times how bad is your risk: it shows what comes first and what can wait.
    .help = Has it happened to you or to the neighbours? Then choose the highest.
    .in-shop = A phone on the counter is gone in a moment.
    .in-workshop = The power failed twice last year.
    .in-office = A server in a locked cupboard is not easily stolen.
    .find-out = Think about how likely this is: { $thing }, { $name }.
    .short = How likely ({ $thing }, { $name })
    .seldom = I do not see it happening soon
    .seldom-told = { $thing }: { $name }. Not any time soon
    .seldom-said = not any time soon
    .sometimes = It may in the coming years
    .sometimes-told = { $thing }: { $name }. It may happen in the coming years
    .sometimes-said = it may happen in the coming years
    .anytime = It has, or could at any moment
    .anytime-told = { $thing }: { $name }. It has happened, or it could at any moment
    .anytime-said = it has happened, or it could at any moment

q-risk-choice = { $thing }: { $name }. What do you choose?
    .why = This is one of your biggest risks. Anything goes, even doing nothing, as long as it is a choice. Passing on means: insure it, or let somebody else do the work.
    .help = Accepting means: you know about it, and you leave it as it is.
    .in-shop = Reduce: you get a second card terminal.
    .in-workshop = Pass on: the machine is insured.
    .in-office = Stop: you no longer keep copies of passports.
    .find-out = Choose what to do about this risk: { $thing }, { $name }.
    .short = Choice ({ $thing }, { $name })
    .aside = Choice
    .change = Choose what to do
    .reduce = Reduce it
    .reduce-told = { $thing }: { $name }. You want to reduce this risk
    .accept = Accept it
    .accept-told = { $thing }: { $name }. You accept this risk
    .transfer = Pass it on
    .transfer-told = { $thing }: { $name }. You want to pass this risk on
    .stop = Stop doing it
    .stop-told = { $thing }: { $name }. You stop doing this

q-risk-measure = { $thing }: { $name }. What do you do first?
    .why = One step that really happens beats five plans. Not in the list? Type it yourself.
    .help = Choose what suits you, and what you can do this month.
    .in-shop = A receipt book goes next to the till.
    .in-workshop = A second colleague learns to run the machine.
    .in-office = The extra code for mail is turned on.
    .find-out = Choose what you do first: { $thing }, { $name }.
    .short = First step ({ $thing }, { $name })
    .backup = Make a backup and practise
    .backup-apart = A backup off the network
    .copy-elsewhere = A copy somewhere else
    .own-copy = Keep a copy yourself
    .encrypt = Encrypt the disk
    .lock-away = Lock it away
    .spare = Arrange a spare
    .maintenance = Arrange maintenance
    .replace = Replace it
    .isolate = Take it off the internet
    .updates = Set updates to automatic
    .train = Teach people to be alert
    .battery = Put in a backup battery
    .paper = A way to do it on paper
    .second-way = Arrange a second way
    .second-line = A second line, such as 4G
    .insure-check = Check your insurance
    .extra-code = Turn on the extra code
    .passwords = A different password everywhere
    .new-passwords = New passwords
    .agree-supplier = Agree terms with the supplier
    .let-check = Have somebody check it
    .limit-access = Give fewer people access
    .close-accounts = Close old accounts
    .close-remote = Block logins from outside
    .guests-apart = Guests on their own Wi-Fi
    .send-safely = Send it encrypted
    .clear-out = Throw away what is old
    .call-back = Always call back
    .four-eyes = Two people for each payment
    .teach = Teach it to somebody
    .write-down = Write down how it works

q-risk-who = { $thing }: { $name }. Who does it?
    .why = What belongs to everybody is done by nobody.
    .help = Choose somebody, or type a name and number.
    .in-shop = The owner, on a quiet morning.
    .in-workshop = The foreman, who knows the machine.
    .in-office = The computer help, on the next visit.
    .find-out = Agree who does this: { $thing }, { $name }.
    .name-somebody = Agree who does this: { $thing }, { $name }.
    .short = Who ({ $thing }, { $name })
    .me = I do
    .nobody = Nobody yet

q-risk-cost = { $thing }: { $name }. What does it cost?
    .why = Later on this shows where an hour or a few hundred euros does most.
    .help = Roughly is fine.
    .in-shop = A backup battery for the till costs a few hundred euros.
    .in-workshop = New controls for the machine are a big expense.
    .in-office = Turning on the extra code is an hour's work.
    .find-out = Find out what it costs to tackle this: { $thing }, { $name }.
    .short = Cost ({ $thing }, { $name })
    .aside = Cost
    .change = The cost is different
    .small = An hour of work
    .middle = A few hundred euros
    .large = More than a few hundred

q-risk-by = { $thing }: { $name }. By when?
    .why = A date makes it an agreement.
    .help = Choose a day you can manage, or type a date.
    .in-shop = Tuesday next week, because it is quiet then.
    .in-workshop = 1 March, at the next service.
    .in-office = 15 June, before the holidays start.
    .find-out = Set a date to tackle this: { $thing }, { $name }.
    .short = By when ({ $thing }, { $name })
    .week-1 = In a week
    .month-1 = In a month
    .months-3 = In three months

q-risk-transfer = { $thing }: { $name }. Who do you pass it on to?
    .why = Insurance pays for the damage. Outsourcing puts the work with somebody else. You can type a name too.
    .help = You are still the one who faces the customer.
    .in-shop = Insurance pays when the shop has to close for a week.
    .in-workshop = A maintenance contract: the machine builder looks after everything.
    .in-office = An IT firm does the backups from now on.
    .find-out = Find out who takes over this risk: { $thing }, { $name }.
    .short = Pass on ({ $thing }, { $name })
    .insure = Insure it
    .outsource = Outsource it

q-risk-why = { $thing }: { $name }. Why do you accept it?
    .why = Half a year from now you will still know why. Type it in your own words if you like.
    .help = A few words will do, if you still understand them in half a year.
    .in-shop = A second till costs more than a day without one.
    .in-workshop = We can work by hand for a day.
    .in-office = First the mail, then the website.
    .find-out = Write down why you accept this risk: { $thing }, { $name }.
    .short = Why ({ $thing }, { $name })
    .too-dear = Doing something costs too much
    .bearable = We can live with it
    .others-first = Other things come first

q-risk-until = { $thing }: { $name }. Until when do you accept it?
    .why = I will come back to it on that day. Then it is a choice, not something you forgot.
    .help = Choose a day on which you want to look at it again.
    .in-shop = Until after the holidays: 15 January.
    .in-workshop = Until the big order is out: in three months.
    .in-office = Until the new financial year: 1 January.
    .find-out = Choose until when you accept this risk: { $thing }, { $name }.
    .short = Until when ({ $thing }, { $name })
    .months-3 = In three months
    .months-6 = In half a year
    .year-1 = In a year

role-theft = loss or theft
role-broken = it breaks down
role-ransomware = virus or ransomware
role-no-updates = no more updates
role-fire-water = fire or water
role-power = the power fails
role-payments-down = till or card payments fail
role-account-taken = somebody steals your account
role-supplier-down = a failure at the supplier
role-wrong-setting = a wrong setting
role-supplier-gone = the supplier stops
role-payment-fraud = a fake invoice or fake boss
role-line-down = the connection drops
role-intruder = an intruder gets in
role-ddos = an attack takes it down
role-old-router = a router without updates
role-leak = data leaks out
role-wrong-data = data is wrong
role-erased = erased or locked
role-one-knows = the only one who knows is away
role-leaver = somebody who has left
role-own-threat = something else

beside = { $what }: { $answer }.
beside-said = { $what }: { $answer }. You said so under "{ $because }".
beside-suggested = { $what }: { $answer }. That follows from your answer to "{ $because }".
suggested = Your answer to "{ $because }" suggests: { $answer }.
risk-graded = This risk is { $grade }.
grade-low = low
grade-medium = medium
grade-high = high
grade-very-high = very high
clash-accept = Please note: you rate this risk very high yourself. You may still accept it. I will come back to it.

todo-do-measure = { $answer }. That helps against: { $name } ({ $thing }).
todo-stop-it = Stop doing it, or arrange it differently: { $thing }, { $name }.
todo-insure = Ask your insurer whether this is covered: { $name } ({ $thing }).
todo-outsource = Agree who takes it over: { $thing }, { $name }.

result-option-risks = Risks
result-option-accepted = What you accept
result-risks-title = <b>Your risks</b>
result-risks-main = <b>What matters most</b>
result-risks-rest = <b>The rest</b>
result-risk = { $number }. { $grade ->
    [very-high] 🔴 very high
    [high] 🟠 high
    [medium] 🟡 medium
   *[low] 🟢 low
    }: { $risk }
result-risk-why = How likely: { $chance }. How bad: { $impact }.
result-risk-decision = Your choice: { $choice } ({ $details }).
result-risk-decided = Your choice: { $choice }.
result-risk-by = by { $date }
result-risk-until = until { $date }
result-risk-was-until = until { $date }, and that day has passed
result-risk-open = You have not chosen what to do yet.
result-risks-open = Not judged yet: { $names }.
result-risks-matrix = <pre>{ $rows }</pre>
    Up: how likely. To the right: how bad. The cells hold the numbers above. Top right is worst.
result-accepted-title = <b>What you accept</b>
result-accepted-none = Nothing, as far as I know.
result-accepted = • { $what }: { $who } accepted this on { $date },
result-accepted-until = until { $date }.
result-accepted-past = until { $date }. That day has passed: look at it again.
result-accepted-for-ever = without an end date.
result-accepted-why = Reason: { $why }.
result-accepted-no-updates = no more updates
result-accepted-somebody = somebody in your company
result-spend-title = <b>What helps most for what it costs?</b>
result-spend-hour = <b>With an hour</b>
result-spend-hundreds = <b>With a few hundred euros</b>
result-spend-more = <b>With more</b>
result-spend-line = { $number }. { $what }
    Why: { $why }.
result-spend-against = { $what } ({ $risk })
result-spend-risk = this risk is { $grade ->
    [very-high] very high
    [high] high
    [medium] medium
   *[low] low
    }
result-spend-backup = Improve the backup of your { $name }
result-spend-backup-maker = Find out who makes a backup of your { $name }
result-spend-link = Arrange who takes over when { $name } drops out
result-spend-link-you = Teach someone else what you do
result-spend-link-why = { $count } things depend on one person or firm
result-spend-number-why = whoever you cannot call cannot help
result-spend-replace = Replace your { $name }, or take it off the internet
result-spend-replace-chosen = Replace your { $name }, as you chose
result-spend-replace-why = there are no more updates
result-spend-todo-why = it is on your list
result-why-risk = this risk is { $grade ->
    [very-high] very high
    [high] high
    [medium] medium
   *[low] low
    }
