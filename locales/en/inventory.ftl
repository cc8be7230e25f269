# What you have: devices, software, connections and data.

q-devices = What equipment do you have? Tick what is there.
    .why = A burglar first looks at what there is to take. So do we now. You can protect what you know.
    .help = Walk from the front door to the back in your mind. A shop has a till and a card terminal. An office has laptops. And in the workshop the router hangs in the little office.
    .short = Equipment
    .laptop = Laptop
    .desktop = Desktop computer
    .mobile-phone = Phone
    .tablet = Tablet
    .till = Till
    .card-terminal = Card terminal
    .storage = External drive or NAS
    .server = Server
    .printer = Printer
    .router = Router or modem
    .camera = Camera or alarm
    .other-device = Something else
    .other-device-which = What is that other thing? Type its name. More than one? Put commas between them.

q-machines = Which machines are connected to a computer or a network?
    .why = A hack can stop a machine too. Manufacturers can also do the Cyber Security Scan Smart Industry (in Dutch).
    .help = Think of a lathe with a screen, or a laser that gets its drawings from the server. The Dutch ministry EZK made the scan with Smart Industry, TNO and RVO.
    .short = Machines
    .cnc-machine = CNC machine
    .cutting-machine = Laser or cutting machine
    .press = Press or press brake
    .robot = Robot
    .measuring-machine = Measuring machine
    .other-machine = Other machine
    .other-machine-which = Which machine is that? Type its name. More than one? Put commas between them.

q-machines-alone = Do your machines keep running when the network is down?
    .why = Then you know what you can still make while the rest stands still.
    .help = Does the milling machine hold the program in its own memory? Then it runs on. If every drawing comes from the server, you stop. If in doubt, ask the machine builder.
    .short = Machines without network
    .all = Yes, all of them
    .some = Some of them
    .none = No, everything stops

q-device-place = Where is your { $name }, and who works with it?
    .why = It helps you find things fast when something is wrong. Got more than one? Say how many.
    .help = Short is fine. Such as: behind the counter, Fatima and me. Or: in the van, Kees. Or: three in the office, one each.
    .short = Place of { $name }

q-device-system = What system runs on your { $name }, and which version?
    .why = Old versions no longer get updates, so holes stay open. Skip this if there is no system on it.
    .help = Such as: Windows 11 24H2, macOS 15 or Android 14. On an office computer look in Settings, under About. For a till or a machine the make and model will do.
    .short = System of { $name }

q-device-updates = Does your { $name } update itself?
    .why = An update closes the holes that hackers get in through.
    .help = Does the office laptop sometimes ask to restart? Then it updates itself. Old tills and machines often get nothing any more. Then it is time to replace them, or take them off the internet.
    .short = Updates for { $name }
    .automatic = Yes, by itself
    .by-hand = Only when somebody does it
    .ended = No, updates have stopped

q-device-lock = Could a thief get at what is on your { $name }?
    .why = A lock keeps out prying eyes. Encryption (unreadable without the code) also stops a clever thief.
    .help = New phones and most laptops are encrypted already. Windows calls it BitLocker, Apple calls it FileVault. A card terminal in a shop holds next to nothing itself.
    .short = Lock on { $name }
    .locked-encrypted = No: locked and encrypted
    .locked = There is only a lock
    .open = Yes, it is just open
    .nothing-on-it = There is nothing on it

q-device-help = Who do you call when your { $name } breaks down?
    .why = Later on this shows how much depends on one person or supplier.
    .help = Choose somebody from your call list, or type a name and number. The till supplier for the shop, the machine builder for the workshop, or the store that sold you the laptop.
    .short = Help with { $name }
    .me = I fix it myself
    .nobody = Nobody

q-device-weak = What is weak about your { $name }?
    .why = Everybody has weak spots. What you tick now goes onto your to-do list.
    .help = A tablet on the counter that every customer can reach. A workshop computer where everybody types the same password. One office laptop and no spare.
    .short = Weak spots of { $name }
    .old = Old or often plays up
    .shared-password = Shared password
    .one-person = Only one person knows how
    .no-spare = No spare
    .within-reach = Anybody can reach it

q-software = Which programs and services do you use?
    .why = Much of it is not on your computer but somewhere else. That can fail or be hacked too.
    .help = Think of your working day. Reading mail, typing in orders, sending invoices, a post on Instagram. Here the program of a hairdresser, garage or practice is called trade software.
    .short = Programs
    .mail = E-mail
    .bookkeeping-program = Bookkeeping program
    .till-program = Till program
    .planning-program = Calendar or planning
    .website = Website or webshop
    .cloud-storage = Cloud storage
    .office-program = Word or Excel
    .internet-banking = Online banking
    .password-manager = Password manager
    .social-media = Social media
    .trade-program = Trade software
    .other-software = Something else
    .other-software-which = What is that other thing? Type its name. More than one? Put commas between them.

q-software-manager = Who manages your { $name }?
    .why = That person can let somebody in, or shut somebody out.
    .help = Who adds a new colleague? In a shop often the owner, in an office the computer help. Sometimes it is still somebody who left long ago.
    .short = Manager of { $name }
    .me = Myself
    .nobody = Nobody

q-software-version = Which version of your { $name } do you have?
    .why = Old programs no longer get updates. Do you open it in a browser? Then it is in the cloud.
    .help = Such as: Office 2019, or WordPress 6. Often it is under Help or About. Online books or online mail are in the cloud. An old drawing program in the workshop may get nothing any more.
    .short = Version of { $name }
    .cloud = In the cloud, always new
    .ended = Gets no more updates

q-software-login = How do you log in to your { $name }?
    .why = With an extra code (on your phone or in an app) a stolen password alone is useless.
    .help = Do you type a code from an app or a text after your password? That is the extra code, also called MFA. Your bank does it already. The mail of your shop or office needs it just as much.
    .short = Logging in to { $name }
    .extra-code = Password plus extra code
    .password-only = Just a password
    .no-login = No login at all

q-software-weak = Who can get into your { $name }, and what is weak about it?
    .why = An old key still fits. That is why we look at everybody who can get in.
    .help = Last year's trainee who can still read the office mail. One password on a note by the till. Or only Kees from the workshop knows how the planning works.
    .short = Weak spots of { $name }
    .leavers = People who left can get in
    .shared-password = Shared password
    .reused-password = Same password as elsewhere
    .too-many = Everybody may do everything
    .one-person = Only one person knows how

q-connections = Which connections do you have?
    .why = Think of the burglar again. These are the doors and windows a burglar can use.
    .help = A shop often has internet, Wi-Fi and guest Wi-Fi. In an office somebody works from home. A workshop may have a fixed link with a big customer. Your web address is your domain name.
    .short = Connections
    .fixed-internet = Fixed internet
    .office-wifi = Wi-Fi for ourselves
    .guest-wifi = Wi-Fi for guests
    .mobile-internet = Mobile internet
    .phone-line = Phone line
    .home-working = Working from home
    .partner-link = Link with a customer
    .domain-name = Domain name
    .other-connection = Something else
    .other-connection-which = What is that other thing? Type its name. More than one? Put commas between them.

q-connection-supplier = Who supplies or runs your { $name }?
    .why = That is who you call when it is gone. Already on your call list? Then choose that name.
    .help = For the internet that is your provider. Perhaps a nephew put in the shop's Wi-Fi. Your office's domain name is often with whoever made the website.
    .short = Supplier of { $name }
    .me = I do it myself
    .nobody = Nobody

q-connection-password = Did you choose the password of your { $name } yourself?
    .why = Factory passwords are all over the internet. Do not type yours here.
    .help = Is the Wi-Fi password still the one on the sticker under the router? Then it is the factory's. Shops and workshops often have that. A phone line mostly has none.
    .short = Password for { $name }
    .changed = Yes, our own choice
    .factory = No, still the factory's
    .no-password = It has no password

q-connection-weak = What is weak about your { $name }?
    .why = Hackers often come in here, and when this fails much else fails with it.
    .help = The router hangs in the shop where everybody walks past. The whole street knows the Wi-Fi password. Or the workshop stands still as soon as a digger cuts the cable.
    .short = Weak spots of { $name }
    .no-updates = Router gets no updates
    .known-password = Too many know the password
    .no-spare = No spare
    .one-person = Only one person knows how
    .open-sockets = Anybody can reach the cables

q-guests-apart = Do guests have a Wi-Fi of their own?
    .why = Otherwise an infected phone of a guest may reach your till or computers.
    .help = A customer in the waiting room, a mechanic in the workshop, a freelancer in the office. Give them the guest Wi-Fi. You turn it on in your router's app.
    .short = Wi-Fi for guests
    .apart = Yes, apart
    .together = No, the same Wi-Fi
    .no-guests = Guests get no Wi-Fi

q-remote-login = Can a supplier log in from outside?
    .why = Handy when something breaks. But if that supplier is hacked, the hacker is inside your company as well.
    .help = The till supplier looks along on your screen. The machine builder adjusts something. The computer firm of your office installs updates. Ask them how they log in.
    .short = Login from outside
    .nobody = No, nobody
    .with-permission = Only when I say yes
    .with-code = Yes, with an extra code
    .always = Yes, just like that

q-data-kinds = What data do you keep?
    .why = You can buy another laptop. You cannot buy back what was on it.
    .help = What would you miss if it were gone tomorrow? A hairdresser's customer cards, a workshop's drawings, an office's case files. Camera footage counts too.
    .short = Data
    .customer-data = Customer data
    .staff-data = Staff or wages
    .invoices = Quotes or invoices
    .orders = Orders
    .designs = Drawings or recipes
    .case-files = Case files or photos
    .mail-archive = Old mail
    .recordings = Camera footage
    .passwords = Passwords
    .other-data = Something else
    .other-data-which = What is that other thing? Type its name. More than one? Put commas between them.

q-data-place = Where do you keep your { $name }?
    .why = Name the device or the program. Only write down the place, never the data itself.
    .help = Such as: on the laptop behind the counter. Or: in the bookkeeping program. Or: in a binder on the shelf in the workshop's office.
    .short = Place of { $name }

q-data-personal = Is there anything about people in your { $name }?
    .why = If that leaks, you may have to report it. You have 72 hours for that.
    .help = Names and mail addresses of customers count already. Health and BSN (the Dutch citizen number) are extra sensitive. Think of a practice, or the payslips of your shop.
    .short = Privacy of { $name }
    .none = No
    .personal = Yes, like name and address
    .special = Yes, health or BSN too

q-data-weak = What is weak about the way you keep your { $name }?
    .why = Look at who can get at it. The fewer people, the smaller the chance of a leak.
    .help = A shared folder in the office that everybody can open. A USB stick with quotes in the workshop's van. Customers of ten years ago in the till.
    .short = Weak spots of { $name }
    .too-many = Anybody can get at it
    .no-password = There is no lock on it
    .carried-around = Also on a stick or phone
    .by-mail = Leaves by ordinary mail
    .kept-too-long = Is never cleared out

q-forgotten = What did we forget?
    .why = Think of card payments, alarm, camera, domain name, home working and social media. Type it, or go back and tick it.
    .help = Walk round once more. The shop's doorbell with a camera, the workshop's scales with Wi-Fi, the office's shared calendar. A few words will do.
    .short = What we forgot
    .nothing = Nothing, that is all

q-crown-jewels = What are your crown jewels? Choose five at most.
    .why = Think of a burglar: what is your most precious possession, and where is it easy to get in? Those are all I ask about now.
    .help = A shop's till, a workshop's drawings, an office's mail. You can often do without the printer for a while. You can tell me about the rest later, if you like.
    .short = Crown jewels
