# What you have: devices, software, connections and data.

q-devices = What equipment do you have? Tick what is there.
    .why = A burglar first looks at what there is to take. So do we now. You can protect what you know.
    .help = In your mind, walk from the front door to the back. A NAS is a drive on your network.
    .in-shop = A till, a card terminal, a tablet for orders and a camera.
    .in-workshop = A computer in the back office, the router on the wall and a phone in the van.
    .in-office = Four laptops, a printer and the drive that everything is on.
    .find-out = Go through the equipment that you have.
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
    .why = A hack can stop a machine too. Manufacturers can also do the Cyber Security Scan Smart Industry (in Dutch): { $machine-scan-link }
    .help = Think of machines with a computer or a cable. The Dutch Ministry of Economic Affairs and Climate Policy made the scan, with Smart Industry, TNO and RVO.
    .in-shop = The bread slicer has no network, but the oven with an app does.
    .in-workshop = The milling machine gets its drawings from the server.
    .in-office = The plotter that prints large drawings is on the network too.
    .find-out = Go through the machines that are on a network.
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
    .help = Is the program inside the machine? Then it runs on. In doubt, ask the machine builder.
    .in-shop = The oven bakes on. Only the app on your phone stops.
    .in-workshop = The milling machine has the program in memory. The laser waits for the server.
    .in-office = The plotter stops, because every drawing comes over the network.
    .find-out = Find out whether your machines run without the network.
    .short = Machines without network
    .all = Yes, all of them
    .some = Some of them
    .none = No, everything stops

q-device-place = Where is your { $name }, and who works with it?
    .why = It helps you find things fast when something is wrong. Got more than one? Say how many.
    .help = Short is fine: the place, and who works with it.
    .in-shop = Behind the counter, Fatima and me.
    .in-workshop = In the van, Kees.
    .in-office = Three upstairs, one each.
    .find-out = Find out where your { $name } is, and who works with it.
    .short = Place of { $name }

q-device-system = What system runs on your { $name }, and which version?
    .why = Old versions no longer get updates, so holes stay open.
    .help = On a computer, look in Settings, under About. For a till or a machine the make and model will do.
    .in-shop = Android 14 on the tablet.
    .in-workshop = Windows 10 on the computer next to the milling machine.
    .in-office = Windows 11 24H2, or macOS 15.
    .find-out = Find out which system runs on your { $name }.
    .short = System of { $name }
    .none = It has none

q-device-updates = Does your { $name } update itself?
    .why = An update closes the holes that hackers get in through.
    .help = An update sometimes asks for a restart. No more updates? Replace it, or take it off the internet.
    .in-shop = The supplier updates the till at night.
    .in-workshop = The computer by the machine only updates when somebody clicks.
    .in-office = The laptops ask for a restart every month.
    .find-out = Find out whether your { $name } updates itself.
    .short = Updates for { $name }
    .automatic = Yes, by itself
    .by-hand = Only when somebody does it
    .ended = No, updates have stopped

q-device-lock = Could a thief get at what is on your { $name }?
    .why = A lock keeps out prying eyes. Encryption (unreadable without the code) also stops a clever thief.
    .help = Windows calls encryption BitLocker, Apple calls it FileVault. New phones have it on already.
    .in-shop = The tablet on the counter opens without a code. A thief sees everything.
    .in-workshop = The phone in the van asks for a code and is encrypted.
    .in-office = The laptop asks for a password, but its drive can still be read.
    .find-out = Find out whether a thief can get at what is on your { $name }.
    .short = Lock on { $name }
    .locked-encrypted = No: locked and encrypted
    .locked-encrypted-told = Your { $name } is locked and encrypted
    .locked = There is only a lock
    .locked-told = There is only a lock on your { $name }
    .open = Yes, it is just open
    .open-told = Your { $name } is just open
    .nothing-on-it = There is nothing on it
    .nothing-on-it-told = There is nothing on your { $name }

q-device-help = Who do you call when your { $name } breaks down?
    .why = Later on this shows how much depends on one person or supplier.
    .help = Choose somebody from your call list, or type a name and number.
    .in-shop = The till supplier.
    .in-workshop = The machine builder, or the electrician round the corner.
    .in-office = The store that sold you the laptops.
    .find-out = Find out who you call when your { $name } breaks down.
    .short = Help with { $name }
    .me = I fix it myself
    .nobody = Nobody

q-device-weak = What is weak about your { $name }?
    .why = Everybody has weak spots. What you tick now goes onto your to-do list.
    .help = Tick whatever is true. No answer is strange.
    .in-shop = A tablet on the counter, within reach of every customer.
    .in-workshop = One computer, and everybody types the same password.
    .in-office = One laptop, and no spare.
    .find-out = Find out what is weak about your { $name }.
    .short = Weak spots of { $name }
    .old = Old or often plays up
    .shared-password = Shared password
    .one-person = Only one person knows how
    .no-spare = No spare
    .within-reach = Anybody can reach it

q-software = Which programs and services do you use?
    .why = Much of it is not on your computer but somewhere else. That can fail or be hacked too.
    .help = Think of a whole working day. The program of a hairdresser, garage or practice is called trade software here. The cloud is somebody else's storage, such as OneDrive. A password manager remembers your passwords.
    .in-shop = The till program, the webshop and a post on Instagram.
    .in-workshop = The drawing program, the planner and the quotes in Word.
    .in-office = Mail, bookkeeping and a folder in the cloud.
    .find-out = Go through the programs and services that you use.
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
    .help = Who adds a new colleague? Sometimes it is still somebody who left long ago.
    .in-shop = The owner, who once set it all up.
    .in-workshop = Kees, who does the planning.
    .in-office = The computer firm, for a fixed sum a month.
    .find-out = Find out who manages your { $name }.
    .short = Manager of { $name }
    .me = Myself
    .nobody = Nobody

q-software-supplier = Which company provides your { $name }?
    .why = That company is who you call when the program fails. If they are down, you may not get in either.
    .help = The name is on the bill, or on the screen where you log in.
    .in-shop = The till program comes from the shop that sold the till.
    .in-workshop = The planning program is from a small software firm nearby.
    .in-office = The books are a subscription with the maker itself.
    .find-out = Find out which company provides your { $name }.
    .short = Supplier of { $name }
    .own-work = We made it ourselves

q-software-version = { $role ->
    [mail] Which program do you use for your { $name }, and which version?
    [website] Which program do you use for your { $name }, and which version?
    [password-manager] Which program do you use for your { $name }, and which version?
    [planning-program] Which program do you use for your { $name }, and which version?
   *[other] Which version of your { $name } do you have?
    }
    .why = Old programs no longer get updates. Do you open it online, like a website? Then it is in the cloud.
    .help = Often it is under Help or About. In the cloud, the maker puts on the newest version.
    .in-shop = WordPress 6, for the webshop.
    .in-workshop = A drawing program from 2015 that gets nothing any more.
    .in-office = Office 2019, or bookkeeping in the cloud.
    .find-out = Find out which version you have of your { $name }.
    .short = Version of { $name }
    .cloud = In the cloud, always new
    .ended = Gets no more updates

q-software-updates = Does your { $name } update itself?
    .why = An update only helps once it is really there.
    .help = Look in the settings whether automatic updates are on.
    .in-shop = The webshop updates itself every night.
    .in-workshop = The drawing program asks for an update, and everybody clicks it away.
    .in-office = Word and Excel are updated along with the computer.
    .find-out = Find out whether your { $name } updates itself.
    .short = Updates for { $name }
    .automatic = Yes, by itself
    .by-hand = Only when somebody does it

q-software-login = How do you log in to your { $name }?
    .why = With an extra code (on your phone or in an app) a stolen password alone is useless.
    .help = Do you type a code from an app or text message after your password? That is the extra code, also called MFA.
    .in-shop = For Instagram you get a code on your phone.
    .in-workshop = The planning program is open all day, without logging in.
    .in-office = For mail there is only a password. That is too little.
    .find-out = Find out how you log in to your { $name }.
    .short = Logging in to { $name }
    .extra-code = Password plus extra code
    .password-only = Just a password
    .no-login = No login at all

q-software-weak = What is weak about access to your { $name }?
    .why = An old key still fits. That is why we look at everybody who can get in.
    .help = Think of people who left, too.
    .in-shop = One password on a note by the till.
    .in-workshop = Only Kees knows how the planning program works.
    .in-office = Last year's trainee can still read the mail.
    .find-out = Find out what is weak about access to your { $name }.
    .short = Weak spots of { $name }
    .leavers = People who left can get in
    .shared-password = Shared password
    .reused-password = Same password as elsewhere
    .too-many = Everybody may do everything
    .one-person = Only one person knows how

q-connections = Which connections do you have?
    .why = Think of the burglar again. These are the doors and windows a burglar can use.
    .help = Your web address is called your domain name here. And do not forget working from home.
    .in-shop = Internet, Wi-Fi for the till and Wi-Fi for guests.
    .in-workshop = Internet, and a fixed link with a big customer.
    .in-office = Internet, the phone line, and somebody who works from home.
    .find-out = Go through the connections that you have.
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
    .help = The name is on the bill, or on the router.
    .in-shop = A nephew put in the Wi-Fi.
    .in-workshop = The internet comes from the provider on the industrial estate.
    .in-office = The domain name is with whoever made the website.
    .find-out = Find out who supplies or runs your { $name }.
    .short = Supplier of { $name }
    .me = I do it myself
    .nobody = Nobody

q-connection-password = { $role ->
    [fixed-internet] Did you choose the password of your router yourself?
   *[other] Did you choose the password of your { $name } yourself?
    }
    .why = Factory passwords are all over the internet. Do not type yours here.
    .help = Is it still the one on the sticker under the router? Then it is the factory's.
    .in-shop = Guests read the password off the sticker. So it is still the factory's.
    .in-workshop = The installer chose a new password. That counts as your own.
    .in-office = The phone line has no password.
    .find-out = Find out whether the password of your { $role ->
        [fixed-internet] router
       *[other] { $name }
        } is still the one from the factory.
    .short = { $role ->
        [fixed-internet] Password of the router
       *[other] Password for { $name }
        }
    .changed = Yes, our own choice
    .factory = No, still the factory's
    .no-password = It has no password

q-connection-weak = What is weak about your { $name }?
    .why = Hackers often come in here, and when this fails much else fails with it.
    .help = If this fails, what fails with it? And who can get at it?
    .in-shop = The router hangs where every customer walks past.
    .in-workshop = A digger cuts the cable, and everything stops.
    .in-office = The whole street knows the Wi-Fi password.
    .find-out = Find out what is weak about your { $name }.
    .short = Weak spots of { $name }
    .no-updates = Router gets no updates
    .known-password = Too many know the password
    .no-spare = No spare
    .one-person = Only one person knows how
    .open-sockets = Anybody can reach the cables

q-guests-apart = Do guests have a Wi-Fi of their own?
    .why = Otherwise an infected phone of a guest may reach your till or computers.
    .help = You turn on guest Wi-Fi in your router's app.
    .in-shop = A customer in the waiting chair asks for the password.
    .in-workshop = A visiting engineer wants to get a laptop onto the Wi-Fi.
    .in-office = A freelancer joins you for a day with their own laptop.
    .find-out = Find out whether guests have a Wi-Fi of their own.
    .short = Wi-Fi for guests
    .apart = Yes, apart
    .together = No, the same Wi-Fi
    .no-guests = Guests get no Wi-Fi

q-remote-login = Can a supplier log in from outside?
    .why = Handy when something breaks. But if that supplier is hacked, the hacker is inside your company as well.
    .help = Ask every supplier how they log in, and who may.
    .in-shop = The till supplier watches your screen, once you say yes.
    .in-workshop = The machine builder adjusts something from afar, without calling.
    .in-office = The computer firm installs updates, with an extra code.
    .find-out = Find out whether a supplier can log in from outside.
    .short = Login from outside
    .nobody = No, nobody
    .with-permission = Only when I say yes
    .with-code = Yes, with an extra code
    .always = Yes, just like that

q-data-kinds = What data do you keep?
    .why = You can buy another laptop. You cannot buy back what was on it.
    .help = What would you miss if it were gone tomorrow?
    .in-shop = The customer cards, the orders and the camera footage.
    .in-workshop = The drawings, the quotes and the photos of your work.
    .in-office = The case files, the annual figures and the old mail.
    .find-out = Go through the data that you keep.
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
    .help = A few words will do, such as: laptop, bookkeeping program, or the binder on the shelf.
    .in-shop = On the laptop behind the counter.
    .in-workshop = On the server in the back office, and in a binder on the shelf.
    .in-office = In the bookkeeping program.
    .find-out = Find out where your { $name } is kept.
    .short = Place of { $name }

q-data-personal = Is there anything about people in { $your-thing }?
    .why = If that leaks, you may have to report it. You have { $leak-report-number } hours for that.
    .help = Names and mail addresses count already. Health and BSN (the Dutch citizen number) are extra sensitive.
    .in-shop = The customer card with name and birthday counts.
    .in-workshop = There are no people in the drawings.
    .in-office = The payslips are extra sensitive, because they show a BSN.
    .find-out = Find out whether there is anything about people in your { $name }.
    .short = Privacy of { $name }
    .none = No
    .none-told = There is no data about people in { $your-thing }
    .personal = Yes, like name and address
    .personal-told = There is data about people in { $your-thing }, such as name and address
    .special = Yes, health or BSN too
    .special-told = There is sensitive data about people in { $your-thing }, such as health or BSN

q-data-access = Who can get at { $your-thing }?
    .why = After a leak you want to know who had access. And people who leave should lose it.
    .help = Names or a group will do, never a password.
    .in-shop = Fatima and me, each with our own login.
    .in-workshop = Only whoever does the paperwork.
    .in-office = Everybody at the office, and the accountant too.
    .find-out = Find out who can get at your { $name }.
    .short = Who can get at { $name }

q-data-weak = What is weak about the way you keep your { $name }?
    .why = Look at who can get at it. The fewer people, the smaller the chance of a leak.
    .help = Think also of what you stopped needing long ago.
    .in-shop = Customers from ten years ago, still in the till.
    .in-workshop = A USB stick with quotes in the van.
    .in-office = A shared folder that everybody can open.
    .find-out = Find out what is weak about the way you keep your { $name }.
    .short = Weak spots of { $name }
    .too-many = Anybody can get at it
    .no-password = There is no lock on it
    .carried-around = Also on a stick or phone
    .by-mail = Leaves by ordinary mail
    .kept-too-long = Is never cleared out

q-forgotten = What did we forget?
    .why = Think of card payments, alarm, camera, domain name, working from home and social media. Type it, or go back and tick it.
    .help = Walk round once more. A few words will do.
    .in-shop = The doorbell with a camera, or the music in the shop.
    .in-workshop = The scales with Wi-Fi, or the smart gate.
    .in-office = The shared calendar, or the alarm on the wall.
    .find-out = Go through what you may have forgotten.
    .short = What we forgot
    .nothing = Nothing, that is all
    .nothing-told = That is all

q-crown-jewels = What are your crown jewels? Choose five at most.
    .why = Think of a burglar: what is your most precious possession, and where is it easy to get in? I only ask more about those.
    .help = What should a burglar never get? You can tell me about the rest later, if you like.
    .in-shop = The till and the orders. You can do without the printer for a while.
    .in-workshop = The drawings, and the machine that makes the most.
    .in-office = The mail and the case files.
    .find-out = Think about what your crown jewels are.
    .short = Crown jewels
