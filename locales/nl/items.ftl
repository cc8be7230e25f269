# De spullen: korte namen, zoals ze in een vraag en in een lijst staan.

role-laptop = laptop
role-desktop = vaste computer
role-mobile-phone = telefoon
role-tablet = tablet
role-till = kassa
role-card-terminal = pinapparaat
role-storage = externe schijf
role-server = server
role-printer = printer
role-router = modem
role-camera = camera of alarm
role-other-device = andere apparatuur
role-cnc-machine = CNC-machine
role-cutting-machine = snijmachine
role-press = kantbank of pers
role-robot = robot
role-measuring-machine = meetmachine
role-other-machine = andere machine

role-mail = e-mail
role-bookkeeping-program = boekhoudprogramma
role-till-program = kassaprogramma
role-planning-program = agenda of planning
role-website = website
role-cloud-storage = opslag in de cloud
role-office-program = Word en Excel
role-internet-banking = internetbankieren
role-password-manager = wachtwoordkluis
role-social-media = social media
role-trade-program = vakprogramma
role-other-software = andere software

role-fixed-internet = internetlijn
role-office-wifi = wifi
role-guest-wifi = gastenwifi
role-mobile-internet = mobiel internet
role-phone-line = telefoonlijn
role-home-working = verbinding voor thuiswerken
role-partner-link = koppeling met een ander bedrijf
role-domain-name = domeinnaam
role-other-connection = andere verbinding

role-customer-data = klantgegevens
role-staff-data = personeelsgegevens
role-invoices = offertes en facturen
role-orders = bestellingen
role-designs = tekeningen of recepten
role-case-files = dossiers en foto's
role-mail-archive = oude e-mail
role-recordings = camerabeelden
role-passwords = wachtwoorden
role-other-data = andere gegevens

role-loss-network = internet
role-loss-equipment = apparatuur
role-loss-software = software
role-loss-communication = mail en telefoon
role-loss-data = gegevens

role-agreement = afspraak
