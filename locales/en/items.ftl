# The things: short names, as they stand in a question and in a list.

role-laptop = laptop
role-desktop = desktop computer
role-mobile-phone = phone
role-tablet = tablet
role-till = till
role-card-terminal = card terminal
role-storage = external drive
role-server = server
role-printer = printer
role-router = router
role-camera = camera or alarm
role-other-device = other equipment
role-cnc-machine = CNC machine
role-cutting-machine = cutting machine
role-press = press or press brake
role-robot = robot
role-measuring-machine = measuring machine
role-other-machine = other machine

role-mail = e-mail
role-bookkeeping-program = bookkeeping program
role-till-program = till program
role-planning-program = calendar or planning
role-website = website
role-cloud-storage = cloud storage
role-office-program = Word and Excel
role-internet-banking = online banking
role-password-manager = password manager
role-social-media = social media
role-trade-program = trade software
role-other-software = other software

role-fixed-internet = internet line
role-office-wifi = Wi-Fi
role-guest-wifi = guest Wi-Fi
role-mobile-internet = mobile internet
role-phone-line = phone line
role-home-working = connection for working from home
role-partner-link = link with another company
role-domain-name = domain name
role-other-connection = other connection

role-customer-data = customer data
role-staff-data = staff data
role-invoices = quotes and invoices
role-orders = orders
role-designs = drawings or recipes
role-case-files = case files and photos
role-mail-archive = old mail
role-recordings = camera footage
role-passwords = passwords
role-other-data = other data

role-loss-network = internet
role-loss-equipment = equipment
role-loss-software = software
role-loss-communication = mail and phone
role-loss-data = data

role-agreement = agreement
