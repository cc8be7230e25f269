# Who does what: the questions of this sitting.

q-paper-list = Where is your call list on paper?
    .why = When everything is down, you may not be able to open this chat. Paper always works.
    .help = Pick a spot that everybody knows. In a shop: inside the cupboard door. In a workshop: by the first-aid box. In an office: the safe. Keep one at home too.
    .short = Call list on paper
    .not-yet = Nowhere yet

q-switch-off = Who may switch off the computers and the network?
    .why = After a hack every minute counts. Somebody must be free to act without asking first.
    .help = Imagine: the till shows a strange message and you are on a train. Who may pull the router's plug? Choose somebody who is there often.
    .short = Who may switch off
    .me = Myself
    .nobody = Nobody yet

q-spokesperson = Who talks to customers and the press?
    .why = One voice avoids confusion. Everybody else passes the question on.
    .help = A customer calls: is it true that you were hacked? In a shop the owner often answers, in an office perhaps the front desk. Make sure everybody knows who it is.
    .short = Who talks to customers
    .me = Myself
    .nobody = Nobody yet

q-reporter = Who reports to the police and the AP?
    .why = Did data about people leak? Then you have 72 hours to tell the AP (the Dutch privacy regulator).
    .help = Choose somebody who fills in a form calmly. In a workshop that is often whoever does the paperwork. This person may also go to the police for the company.
    .short = Who reports it
    .me = Myself
    .nobody = Nobody yet

q-log-keeper = Who writes down what happens, and when?
    .why = Police and insurer will ask for it later. By then you will have forgotten the details.
    .help = A notebook will do. Such as: 9.10 till locked, 9.15 called Kuiper ICT. Choose somebody who is not busy fixing things.
    .short = Who keeps the log
    .me = Myself
    .nobody = Nobody yet

q-money-decider = Who decides about money when it is urgent?
    .why = Criminals put on the pressure. You want one person to say yes or no.
    .help = Think of an urgent repair in the workshop, or a till on loan for the shop. We advise against paying a ransom.
    .short = Who decides about money
    .me = Myself
    .nobody = Nobody yet

q-payment-check = How do you check a strange request for money?
    .why = A mail or text from the boss can be fake. So can a new account number on an invoice.
    .help = Your supplier mails a new account number. Call them on the number you already had, never on the one in that mail. It works for a bakery as well as for an office.
    .short = Checking payments
    .call-back = Call back on a known number
    .second-person = Somebody else looks too
    .look-only = Just look carefully
    .nothing = Nothing agreed yet
