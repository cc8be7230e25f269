# The questions: the question itself, why we ask, an explanation, a short name, and the choices.

q-company-name = What is the name of your company?
    .why = The name goes on top of your emergency plan.
    .help = The name on your door or on your invoices. For example: Jansen Bakery, Smit Metalworks or Linden Practice.
    .short = Name of your company

q-company-size = How many people work in your company, you included?
    .why = Do you work alone? Then I leave out a few questions.
    .help = Count everybody who works with your computers or till. The Saturday help too.
    .short = Number of people
    .alone = I work alone
    .up-to-9 = 2 to 9
    .up-to-49 = 10 to 49
    .from-50 = 50 or more

q-trade = What does your company do?
    .why = Then I only ask what fits your business.
    .help = Choose what comes closest. A baker chooses shop, a metalworker chooses manufacturing, an adviser chooses service.
    .short = Kind of business
    .shop = Shop or catering
    .service = Service or office
    .care = Care
    .building = Building
    .manufacturing = Manufacturing
    .it = IT
    .transport = Transport
    .other = Something else

q-decider = Who decides when something goes wrong?
    .why = That is the first person to call. Share a contact from your phone, or type name and number.
    .help = Somebody must be allowed to say: switch everything off, or call the bank. Usually that is you. In a workshop it may be the foreman.
    .short = Who decides
    .me = That's me

q-deputy = Who takes over when you are not there?
    .why = Choose somebody you trust. Type name and number.
    .help = Imagine: you are in bed with the flu and the till breaks down. Who may decide then? Choose somebody who knows the place and has a key.
    .short = Who takes over
    .nobody = Nobody

q-ict-help = Who helps you with your computers?
    .why = After a hack or a breakdown this is often the most important number.
    .help = A computer firm, a handy nephew, or the supplier of your till. Nobody? That is good to know as well.
    .short = Computer help
    .nobody = Nobody
    .myself = I do it myself

q-suppliers = Who do you call when something fails? Tick what you have.
    .why = For each of them I then ask for the name and the number.
    .help = Think of a normal day. Who do you call when the internet is down? And when card payments fail?
    .short = Suppliers
    .internet = Internet
    .telephony = Telephone
    .hosting = Website and mail
    .bookkeeping = Bookkeeping program
    .bank = Bank and card payments
    .insurer = Insurance
    .other = Something else

q-supplier-contact = { $role ->
    [internet] Who provides your internet?
    [telephony] Who provides your telephone?
    [hosting] Who runs your website and mail?
    [bookkeeping] Whose bookkeeping program do you use?
    [bank] Which bank do you have, and who provides your card payments?
    [insurer] Who is your insurer?
   *[other] Which other supplier should be on the list?
    }
    .why = Type the name and the helpdesk number. You can add the customer number right away.
    .help = The number is on an invoice, on your card or in the app. Never call a number from a strange mail. Example: Network Ltd 0800 0402, customer number 4711.
    .short = { $role ->
    [internet] Internet
    [telephony] Telephone
    [hosting] Website and mail
    [bookkeeping] Bookkeeping program
    [bank] Bank and card payments
    [insurer] Insurance
   *[other] Other supplier
    }

q-supplier-customer-number = What is your customer number with { $name }?
    .why = It is the first thing the helpdesk asks. It goes next to the number.
    .help = The customer number is on the invoice or in a mail from { $name }. An insurer calls it a policy number.
    .short = Customer number with { $name }

q-supplier-contract-number = Do you have a contract number with { $name } too?
    .why = A contract number sometimes gets you help faster. Don't have one? Then skip.
    .help = It is at the top of your contract. Not everybody has one: a shop often not, a workshop with machine maintenance does.
    .short = Contract number with { $name }

q-must-be-told = Who needs to know that your computers are down?
    .why = Think of staff, your best customers and your accountant. Send them one by one: name and number.
    .help = Who would stand at a closed door or wait for an order? You want to call those people yourself, before they hear it from others.
    .short = Who has to know
    .done = Nobody

q-call-order = Who do you call first?
    .why = Choose who goes to the top. Or type the numbers in your order, such as: 2 1 3.
    .help = Who can help fastest, or stop the damage? Put them on top. If in doubt: first who decides, then your computer help.
    .short = Order of calling

q-fallback-channel = How do you talk when mail and phone do not work?
    .why = A hacker may be reading your mail. Agree on something else now. You can also type it.
    .help = Choose something apart from the company. A group on your own phone works well. Or a place, like the café on the corner.
    .short = Talking without mail
    .signal = Signal
    .whatsapp = WhatsApp, private
    .sms = Text message
    .meeting-place = A fixed place
    .meeting-place-which = Which place is that? Type it, so that everybody knows where to go.

order-own = as on your list
order-good = Fine as it is
