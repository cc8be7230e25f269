# Wat heb je in huis: apparatuur, software, verbindingen en gegevens.

q-devices = Welke apparatuur heb je? Vink aan wat er is.
    .why = Een inbreker kijkt eerst wat er te halen valt. Dat doen wij nu ook. Wat je kent, kun je beschermen.
    .help = Loop in gedachten van de voordeur naar achteren. In een winkel staan een kassa en een pinapparaat. Op kantoor liggen laptops. En in het kantoortje van de werkplaats hangt het modem.
    .short = Apparatuur
    .laptop = Laptop
    .desktop = Vaste computer
    .mobile-phone = Telefoon
    .tablet = Tablet
    .till = Kassa
    .card-terminal = Pinapparaat
    .storage = Externe schijf of NAS
    .server = Server
    .printer = Printer
    .router = Modem of router
    .camera = Camera of alarm
    .other-device = Iets anders
    .other-device-which = Wat is dat andere? Typ hoe het heet. Is het er meer dan één? Zet er komma's tussen.

q-machines = Welke machines hangen aan een computer of netwerk?
    .why = Ook een machine kan stilvallen door een hack. Voor maakbedrijven is er ook de Cyber Security Scan Smart Industry.
    .help = Denk aan een draaibank met een scherm, of een laser die tekeningen van de server haalt. De scan is gemaakt door het ministerie van EZK met Smart Industry, TNO en RVO.
    .short = Machines
    .cnc-machine = CNC-machine
    .cutting-machine = Laser of snijmachine
    .press = Kantbank of pers
    .robot = Robot
    .measuring-machine = Meetmachine
    .other-machine = Andere machine
    .other-machine-which = Welke machine is dat? Typ hoe die heet. Is het er meer dan één? Zet er komma's tussen.

q-machines-alone = Draaien je machines door als het netwerk eruit ligt?
    .why = Dan weet je wat je nog kunt maken terwijl de rest stilligt.
    .help = Heeft de freesbank het programma zelf in het geheugen? Dan draait die door. Moet elke tekening van de server komen, dan sta je stil. Vraag het anders de machinebouwer.
    .short = Machines zonder netwerk
    .all = Ja, allemaal
    .some = Een deel
    .none = Nee, alles staat stil

q-device-place = Waar staat je { $name }, en wie werkt ermee?
    .why = Zo vind je alles snel terug als er iets mis is. Heb je er meer? Noem dan ook hoeveel.
    .help = Kort is goed. Zoals: achter de toonbank, Fatima en ik. Of: in de bus, Kees. Of: drie stuks op kantoor, iedereen een eigen.
    .short = Plek van { $name }

q-device-system = Welk systeem zit er op je { $name }, en welke versie?
    .why = Van oude versies komen geen updates meer. Dan blijven gaten open staan. Sla over als er niets op zit.
    .help = Zoals: Windows 11 24H2, macOS 15 of Android 14. Op een computer staat het bij Instellingen, onder Info of Over. Bij een kassa of machine is het merk en type genoeg.
    .short = Systeem van { $name }

q-device-updates = Krijgt je { $name } vanzelf updates?
    .why = Een update dicht de gaten waar hackers door naar binnen komen.
    .help = Vraagt de laptop op kantoor soms om opnieuw te starten? Dan gaat het vanzelf. Oude kassa's en machines krijgen vaak niets meer. Dan is het tijd voor vervanging, of los van internet.
    .short = Updates van { $name }
    .automatic = Ja, vanzelf
    .by-hand = Alleen als iemand het doet
    .ended = Nee, er komen er geen meer

q-device-lock = Kan een dief bij wat er op je { $name } staat?
    .why = Een slot houdt gluurders tegen. Versleuteld (onleesbaar zonder code) houdt ook een handige dief tegen.
    .help = Op nieuwe telefoons en de meeste laptops staat versleuteling al aan. Bij Windows heet het BitLocker, bij Apple FileVault. Een pinapparaat in de winkel bewaart zelf bijna niets.
    .short = Slot op { $name }
    .locked-encrypted = Nee: slot en versleuteld
    .locked = Er zit alleen een slot op
    .open = Ja, het staat gewoon open
    .nothing-on-it = Er staat niets op

q-device-help = Wie bel je als je { $name } stuk is?
    .why = Zo zie je later hoeveel er aan één persoon of leverancier hangt.
    .help = Kies iemand van je bellijst, of typ een naam en nummer. De kassaleverancier voor de winkel, de machinebouwer voor de werkplaats, of de winkel waar je de laptop kocht.
    .short = Hulp bij { $name }
    .me = Dat doe ik zelf
    .nobody = Niemand

q-device-weak = Wat is er zwak aan je { $name }?
    .why = Iedereen heeft zwakke plekken. Wat je nu aanvinkt, komt op je takenlijst.
    .help = Een tablet op de toonbank waar elke klant bij kan. Een computer in de werkplaats waar iedereen hetzelfde wachtwoord tikt. Eén laptop op kantoor en geen reserve.
    .short = Zwakke plekken van { $name }
    .old = Oud of hapert vaak
    .shared-password = Gedeeld wachtwoord
    .one-person = Eén persoon weet hoe het werkt
    .no-spare = Geen reserve
    .within-reach = Iedereen kan erbij

q-software = Welke programma's en diensten gebruik je?
    .why = Veel staat niet op je computer maar bij een ander. Ook dat kan uitvallen of gekraakt worden.
    .help = Denk aan je werkdag. Mail lezen, bestellingen inkloppen, facturen sturen, een bericht op Instagram. Het programma van een kapper, garage of praktijk heet hier een vakprogramma.
    .short = Programma's
    .mail = E-mail
    .bookkeeping-program = Boekhoudprogramma
    .till-program = Kassaprogramma
    .planning-program = Agenda of planning
    .website = Website of webshop
    .cloud-storage = Opslag in de cloud
    .office-program = Word of Excel
    .internet-banking = Internetbankieren
    .password-manager = Wachtwoordkluis
    .social-media = Social media
    .trade-program = Vakprogramma
    .other-software = Iets anders
    .other-software-which = Wat is dat andere? Typ hoe het heet. Is het er meer dan één? Zet er komma's tussen.

q-software-manager = Wie beheert je { $name }?
    .why = Die persoon kan iemand toegang geven, of juist buitensluiten.
    .help = Wie voegt een nieuwe medewerker toe? In een winkel vaak de eigenaar, op kantoor de computerhulp. Soms is het nog iemand die allang weg is.
    .short = Beheer van { $name }
    .me = Ik zelf
    .nobody = Niemand

q-software-version = Welke versie heb je van je { $name }?
    .why = Oude programma's krijgen geen updates meer. Open je het in een browser? Dan zit het in de cloud.
    .help = Zoals: Office 2019, of WordPress 6. Het staat vaak onder Help of Over. Online boekhouden of online mail is in de cloud. Een oud tekenpakket in de werkplaats krijgt misschien niets meer.
    .short = Versie van { $name }
    .cloud = In de cloud, altijd nieuw
    .ended = Krijgt geen updates meer

q-software-login = Hoe log je in bij je { $name }?
    .why = Met een extra code (op je telefoon of in een app) heeft een dief niets aan je wachtwoord alleen.
    .help = Tik je na je wachtwoord een code uit een app of sms in? Dat is de extra code, ook wel MFA. De bank doet dat al. Voor de mail van je winkel of kantoor is het net zo hard nodig.
    .short = Inloggen bij { $name }
    .extra-code = Wachtwoord plus extra code
    .password-only = Alleen een wachtwoord
    .no-login = Zonder inloggen

q-software-weak = Wie kan er bij je { $name }, en wat is er zwak aan?
    .why = Een oude sleutel past nog steeds. Daarom kijken we wie er allemaal in kan.
    .help = De stagiair van vorig jaar die nog bij de mail van kantoor kan. Eén wachtwoord op een briefje bij de kassa. Of alleen Kees van de werkplaats weet hoe de planning werkt.
    .short = Zwakke plekken van { $name }
    .leavers = Oud-collega's kunnen er nog in
    .shared-password = Gedeeld wachtwoord
    .reused-password = Zelfde wachtwoord als elders
    .too-many = Iedereen mag er alles
    .one-person = Eén persoon weet hoe het werkt

q-connections = Welke verbindingen heb je?
    .why = Denk weer aan de inbreker. Dit zijn de deuren en ramen waar hij naar binnen kan.
    .help = Een winkel heeft vaak internet, wifi en wifi voor gasten. Op kantoor werkt iemand thuis. Een werkplaats heeft soms een vaste koppeling met een grote klant. Je webadres is je domeinnaam.
    .short = Verbindingen
    .fixed-internet = Vast internet
    .office-wifi = Wifi voor onszelf
    .guest-wifi = Wifi voor gasten
    .mobile-internet = Mobiel internet
    .phone-line = Telefoonlijn
    .home-working = Thuiswerken
    .partner-link = Koppeling met klant
    .domain-name = Domeinnaam
    .other-connection = Iets anders
    .other-connection-which = Wat is dat andere? Typ hoe het heet. Is het er meer dan één? Zet er komma's tussen.

q-connection-supplier = Wie levert of regelt je { $name }?
    .why = Die bel je als de verbinding weg is. Staat de naam al op je bellijst? Kies die dan.
    .help = Voor internet is dat je provider. De wifi in de winkel heeft misschien een neef aangelegd. De domeinnaam van je kantoor staat vaak bij wie de website maakte.
    .short = Leverancier van { $name }
    .me = Dat doe ik zelf
    .nobody = Niemand

q-connection-password = Heb je het wachtwoord van je { $name } zelf gekozen?
    .why = Wachtwoorden van de fabriek staan gewoon op internet. Typ het hier niet in.
    .help = Staat het wifiwachtwoord nog op de sticker onder het modem? Dan is het van de fabriek. Dat zie je in winkels en werkplaatsen vaak. Bij een telefoonlijn hoort meestal niets.
    .short = Wachtwoord van { $name }
    .changed = Ja, zelf gekozen
    .factory = Nee, nog van de fabriek
    .no-password = Er hoort geen wachtwoord bij

q-connection-weak = Wat is er zwak aan je { $name }?
    .why = Hier komen hackers vaak binnen. En valt dit uit, dan valt er vaak meer uit.
    .help = Het modem hangt in de winkel waar iedereen langsloopt. De hele straat kent het wifiwachtwoord. Of de werkplaats ligt stil zodra er een graafmachine door de kabel gaat.
    .short = Zwakke plekken van { $name }
    .no-updates = Modem krijgt geen updates
    .known-password = Te veel mensen weten de code
    .no-spare = Geen reserve
    .one-person = Eén persoon weet hoe het werkt
    .open-sockets = Iedereen kan bij de kabels

q-guests-apart = Zitten gasten op een eigen wifi?
    .why = Een besmette telefoon van een gast kan anders bij je kassa of computers komen.
    .help = Een klant in de wachtkamer, een monteur in de werkplaats, een zzp'er op kantoor. Geef hun de gastenwifi. Die zet je aan in de app van je modem.
    .short = Wifi voor gasten
    .apart = Ja, apart
    .together = Nee, op dezelfde wifi
    .no-guests = Gasten krijgen geen wifi

q-remote-login = Kan een leverancier van buitenaf inloggen?
    .why = Handig bij een storing. Maar wordt die leverancier gehackt, dan staat de hacker ook bij jou binnen.
    .help = De kassaleverancier kijkt mee op je scherm. De machinebouwer stelt van afstand iets bij. Het computerbedrijf van je kantoor zet er updates op. Vraag hoe ze inloggen.
    .short = Inloggen van buitenaf
    .nobody = Nee, niemand
    .with-permission = Alleen als ik ja zeg
    .with-code = Ja, met een extra code
    .always = Ja, zomaar

q-data-kinds = Welke gegevens heb je in huis?
    .why = Een laptop koop je zo terug. Wat erop stond, niet.
    .help = Wat zou je missen als het morgen weg was? De klantenkaart van de kapper, de tekeningen van de werkplaats, de dossiers van het kantoor. Camerabeelden tellen ook.
    .short = Gegevens
    .customer-data = Klantgegevens
    .staff-data = Personeel of salaris
    .invoices = Offertes of facturen
    .orders = Bestellingen
    .designs = Tekeningen of recepten
    .case-files = Dossiers of foto's
    .mail-archive = Oude e-mail
    .recordings = Camerabeelden
    .passwords = Wachtwoorden
    .other-data = Iets anders
    .other-data-which = Wat is dat andere? Typ hoe het heet. Is het er meer dan één? Zet er komma's tussen.

q-data-place = Waar bewaar je { $name }?
    .why = Noem het apparaat of het programma. Schrijf alleen de plek op, nooit de gegevens zelf.
    .help = Zoals: op de laptop achter de toonbank. Of: in het boekhoudprogramma. Of: in een map op de kast in het kantoor van de werkplaats.
    .short = Plek van { $name }

q-data-personal = Gaat het bij { $name } om gegevens van mensen?
    .why = Lekken die uit, dan moet je dat misschien melden. Daar heb je 72 uur voor.
    .help = Namen en mailadressen van klanten tellen al mee. Gezondheid en BSN (burgerservicenummer) zijn extra gevoelig. Denk aan een praktijk, of de loonstroken van je winkel.
    .short = Privacy van { $name }
    .none = Nee
    .personal = Ja, zoals naam en adres
    .special = Ja, ook gezondheid of BSN

q-data-weak = Wat is er zwak aan hoe je { $name } bewaart?
    .why = Kijk vooral wie erbij kan. Hoe minder mensen, hoe kleiner de kans op een lek.
    .help = Een gedeelde map op kantoor waar iedereen in kan. Een usb-stick met offertes in de bus van de werkplaats. Klanten van tien jaar terug in de kassa.
    .short = Zwakke plekken van { $name }
    .too-many = Iedereen kan erbij
    .no-password = Er zit geen slot op
    .carried-around = Staat ook op stick of telefoon
    .by-mail = Gaat per gewone mail weg
    .kept-too-long = Wordt nooit opgeruimd

q-forgotten = Wat zijn we nog vergeten?
    .why = Denk aan pin, alarm, camera, domeinnaam, thuiswerken en social media. Typ het, of ga terug en vink het aan.
    .help = Loop nog één keer rond. De deurbel met camera van de winkel, de weegschaal met wifi in de werkplaats, de gedeelde agenda van kantoor. Een paar woorden zijn genoeg.
    .short = Nog vergeten
    .nothing = Niets, dit is alles

q-crown-jewels = Wat zijn je kroonjuwelen? Kies er hoogstens vijf.
    .why = Denk aan een inbreker: wat is je belangrijkste bezit, en waar komt hij makkelijk binnen? Alleen daarover vraag ik nu door.
    .help = De kassa van een winkel, de tekeningen van een werkplaats, de mail van een kantoor. De printer kan vaak wel even gemist worden. Over de rest vertel je later, als je wilt.
    .short = Kroonjuwelen
