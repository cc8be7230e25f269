# Who does what: the questions of this sitting.

q-paper-list = Where is your call list on paper?
    .why = When everything is down, you may not be able to open this chat. Paper always works.
    .help = Pick a spot that everybody knows. Keep one at home too.
    .in-shop = Inside the cupboard door, next to the till.
    .in-workshop = By the first-aid box, where everybody can see it.
    .in-office = In the safe, and in the director's bag.
    .find-out = Find out where your call list is on paper.
    .short = Call list on paper
    .not-yet = Nowhere yet

q-switch-off = Who may switch off the computers and the internet?
    .why = After a hack every minute counts. Somebody must be free to act without asking first.
    .help = Choose somebody who is often there and dares to act.
    .in-shop = The till shows a strange message and you are on a train. Your colleague pulls the router's plug.
    .in-workshop = All the screens lock up. The foreman pulls out the internet cable.
    .in-office = A colleague clicked a bad link. The front desk turns off the Wi-Fi.
    .find-out = Agree who may switch off the computers and the internet.
    .name-somebody = Agree who may switch off the computers and the internet.
    .short = Who may switch off
    .me = Myself
    .nobody = Nobody yet

q-spokesperson = Who talks to customers and the press?
    .why = One voice avoids confusion. Everybody else passes the question on.
    .help = A customer calls: is it true that you were hacked? Make sure everybody knows who answers.
    .in-shop = The owner. Everybody else says: we will call you back this afternoon.
    .in-workshop = Whoever sends the quotes, because they know the customers.
    .in-office = The director calls the clients. The front desk notes who called.
    .find-out = Agree who talks to customers and the press.
    .name-somebody = Agree who talks to customers and the press.
    .short = Who talks to customers
    .me = Myself
    .nobody = Nobody yet

q-reporter = Who reports to the police and the AP?
    .why = Did data about people leak? Then you have { $leak-report-number } hours to tell the AP (the Dutch privacy regulator).
    .help = Choose somebody who fills in a form calmly and may go to the police for the company.
    .in-shop = The owner, who may go to the police on behalf of the shop.
    .in-workshop = Whoever does the paperwork, because they have the details at hand.
    .in-office = The colleague who deals with privacy, with a stand-in for holidays.
    .find-out = Agree who reports to the police and the AP.
    .name-somebody = Agree who reports to the police and the AP.
    .short = Who reports it
    .me = Myself
    .nobody = Nobody yet

q-log-keeper = Who writes down what happens, and when?
    .why = Police and insurer will ask for it later. By then you will have forgotten the details.
    .help = A notebook will do. Choose somebody who is not busy fixing things.
    .in-shop = The assistant notes: 9.10 till locked, 9.15 called computer help.
    .in-workshop = The apprentice writes down which machine stopped, and when.
    .in-office = The front desk notes who calls, and takes photos of the screens.
    .find-out = Agree who writes down what happens.
    .name-somebody = Agree who writes down what happens.
    .short = Who keeps the log
    .me = Myself
    .nobody = Nobody yet

q-money-decider = Who decides about money when it is urgent?
    .why = Criminals put on the pressure. You want one person to say yes or no.
    .help = Think of help that costs money at once. We advise against paying a ransom.
    .in-shop = Renting a till on the busiest day of the year.
    .in-workshop = Having an engineer come out at once, even on Sunday.
    .in-office = Hiring a specialist to look into the hack.
    .find-out = Agree who decides about money when it is urgent.
    .name-somebody = Agree who decides about money when it is urgent.
    .short = Who decides about money
    .me = Myself
    .nobody = Nobody yet

q-payment-check = How do you check a strange request for money?
    .why = A mail or text from the boss can be fake. So can a new account number on an invoice.
    .help = Call the number you already had, never the one in that mail.
    .in-shop = Your wholesaler mails a new account number. You ring your usual contact there.
    .in-workshop = A steel supplier suddenly wants money up front. The boss has a look too.
    .in-office = The director texts: transfer this now. You call back first.
    .find-out = Agree how you check a strange request for money.
    .short = Checking payments
    .call-back = Call back on a known number
    .second-person = Somebody else looks too
    .look-only = Just look carefully
    .nothing = Nothing agreed yet
