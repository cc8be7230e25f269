# The questions: the question itself, why we ask, an explanation, a short name, and the choices.

q-company-name = What is the name of your company?
    .why = The name goes on top of your emergency plan.
    .help = The name on your door or on your invoices.
    .in-shop = Crumb Bakery.
    .in-workshop = Spanner Garage.
    .in-office = Ponder Advice.
    .short = Name of your company

q-company-size = How many people work in your company, you included?
    .why = Do you work alone? Then I leave out a few questions.
    .help = Count everybody who works with your computers or your till.
    .in-shop = You, two regulars and the Saturday help: that makes four.
    .in-workshop = Eight mechanics, the boss and the bookkeeper: that makes ten.
    .in-office = You and a colleague who works two days a week: that makes two.
    .find-out = Count how many people work with you.
    .short = Number of people
    .alone = I work alone
    .alone-told = You work alone
    .up-to-9 = 2 to 9
    .up-to-9-told = There are 2 to 9 of you
    .up-to-49 = 10 to 49
    .up-to-49-told = There are 10 to 49 of you
    .from-50 = 50 or more
    .from-50-told = There are 50 or more of you

q-trade = What does your company do?
    .why = Then I only ask what fits your business.
    .help = Choose what comes closest.
    .in-shop = A baker, hairdresser or café chooses shop or catering.
    .in-workshop = A metal workshop chooses manufacturing. A carpenter chooses building.
    .in-office = A bookkeeper or consultant chooses service or office.
    .find-out = Think about what your company does.
    .short = Kind of business
    .shop = Shop or catering
    .shop-told = Shop or catering
    .service = Service or office
    .service-told = Service or office
    .care = Care
    .care-told = Care
    .building = Building
    .building-told = Building
    .manufacturing = Manufacturing
    .manufacturing-told = Manufacturing
    .it = IT
    .it-told = IT
    .transport = Transport
    .transport-told = Transport
    .other = Something else

q-decider = Who decides when something goes wrong?
    .why = That is the first person to call. Share a contact from your phone, or type name and number.
    .help = Somebody must be allowed to say: switch it all off, or call the bank. Usually that is you.
    .in-shop = The owner, or the manager who is in the shop every day.
    .in-workshop = The boss, or the foreman when the boss is out with a customer.
    .in-office = The director, or the partner who looks after the computers.
    .find-out = Agree who decides when something goes wrong.
    .short = Who decides
    .me = That's me

q-deputy = Who takes over when you are not there?
    .why = Choose somebody you trust. Type name and number.
    .help = Choose somebody who knows the place and has a key. No colleague? Then your partner, or a business owner you trust.
    .in-shop = You are in bed with flu and the till breaks down. Your most experienced assistant decides.
    .in-workshop = The boss is on holiday and the machines stop. The foreman takes over.
    .in-office = You are on a plane and the mail is hacked. Your business partner decides.
    .find-out = Agree who takes over when you are not there.
    .short = Who takes over
    .nobody = Nobody
    .nobody-told = Nobody takes over yet

q-ict-help = Who helps you with your computers?
    .why = After a hack or a breakdown this is often the most important number.
    .help = Who do you call when the screen stays black? Nobody? That is good to know as well.
    .in-shop = The supplier of your till, or a nephew who is good with computers.
    .in-workshop = The computer firm that put in the network.
    .in-office = The IT firm that comes by every month.
    .find-out = Find out who helps you with your computers.
    .short = Computer help
    .nobody = Nobody
    .myself = I do it myself

q-suppliers = Who do you call when something fails? Tick what you have.
    .why = For each of them I then ask for the name and the number.
    .help = Think of a normal day. What can fail, and who do you call then?
    .in-shop = Card payments fail on a Saturday. You call the bank or whoever supplies the terminal.
    .in-workshop = A digger cuts the cable. You call your internet provider.
    .in-office = You cannot get into your books. You call the maker of the program.
    .find-out = Find out who you call when something fails.
    .short = Suppliers
    .internet = Internet
    .telephony = Phone
    .hosting = Website and mail
    .bookkeeping = Bookkeeping program
    .bank = Bank and card payments
    .insurer = Insurance
    .other = Something else

q-supplier-contact = { $role ->
    [internet] Who provides your internet?
    [telephony] Who provides your phone service?
    [hosting] Who runs your website and mail?
    [bookkeeping] Whose bookkeeping program do you use?
    [bank] Which bank do you have, and who provides your card payments?
    [insurer] Who is your insurer?
   *[other] Which other supplier should be on the list?
    }
    .why = Type the name and the helpdesk number. You can add the customer number right away.
    .help = The number is on an invoice, on your card or in the app. Never call a number from a strange mail.
    .in-shop = There is often a sticker with the helpline under the card terminal.
    .in-workshop = The insurer's number is on the policy in the binder.
    .in-office = Your internet provider's number is at the top of the bill.
    .find-out = Look up the name and number of your supplier: { $name }.
    .short = { $role ->
    [internet] Internet
    [telephony] Phone
    [hosting] Website and mail
    [bookkeeping] Bookkeeping program
    [bank] Bank and card payments
    [insurer] Insurance
   *[other] Other supplier
    }

q-supplier-customer-number = { $role ->
    [ict-help] Do you have a customer number with { $name }?
   *[other] What is your customer number with { $name }?
    }
    .why = It is the first thing the helpdesk asks. It goes next to the number. Don't have one? Then skip.
    .help = The customer number is on the invoice or in a mail from { $name }. An insurer calls it a policy number.
    .in-shop = Look in the binder of bills under the counter.
    .in-workshop = Look at the latest invoice in the back office.
    .in-office = Search your mail for the Dutch word: klantnummer. Or log in with the supplier.
    .find-out = Look up your customer number with { $name }.
    .short = Customer number with { $name }

q-supplier-contract-number = Do you have a contract number with { $name } too?
    .why = A contract number sometimes gets you help faster. Don't have one? Then skip.
    .help = It is at the top of your contract. Not everybody has one.
    .in-shop = For a rented card terminal it is on the rental contract.
    .in-workshop = Machine maintenance nearly always comes with a contract number.
    .in-office = For a phone plan for six people it is on the bill.
    .find-out = Look up your contract number with { $name }.
    .short = Contract number with { $name }

q-must-be-told = Who needs to know that your computers are down?
    .why = Think of staff, your best customers and your accountant. Send them one by one: name and number.
    .help = Who would be left at a closed door, or is waiting for you? Call them yourself, before they hear it from others.
    .in-shop = The Saturday help, and the customer who collects a cake today.
    .in-workshop = The customer who needs the car tomorrow, and the driver who brings the parts.
    .in-office = Your accountant, and the client who expects a tax return today.
    .find-out = Think about who must know that your computers are down.
    .short = Who has to know
    .done = Nobody

q-call-order = Who do you call first?
    .why = Choose who goes to the top. Or type the numbers in your order, such as: 2 1 3.
    .help = Who can help fastest, or stop the damage? In doubt? First whoever decides, then your computer help.
    .in-shop = First you, then the till supplier, then the bank.
    .in-workshop = First the boss, then the computer firm, then the machine builder.
    .in-office = First your business partner, then the IT firm, then the insurer.
    .short = Order of calling

q-fallback-channel = How do you keep in touch when mail and phone do not work?
    .why = A hacker may be reading your mail. Agree on something else now. You can also type it.
    .help = Choose something apart from the company's mail and phones.
    .in-shop = A group on your own phones, with everybody on the rota.
    .in-workshop = Every morning at eight by the coffee machine.
    .in-office = A group in Signal, or else the café on the corner.
    .find-out = Agree how you keep in touch when mail and phone are down.
    .short = Contact without mail
    .signal = Signal
    .whatsapp = WhatsApp, private
    .sms = Text message
    .meeting-place = A fixed place
    .meeting-place-which = Which place is that? Type it, so that everybody knows where to go.

order-own = as on your list
order-good = Fine as it is
