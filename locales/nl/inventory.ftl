# Wat heb je in huis: apparatuur, software, verbindingen en gegevens.

q-devices = Welke apparatuur heb je? Vink aan wat er is.
    .why = Een inbreker kijkt eerst wat er te halen valt. Dat doen wij nu ook. Wat je kent, kun je beschermen.
    .help = Loop in gedachten van de voordeur naar achteren. Een NAS is een schijf aan je netwerk.
    .in-shop = Een kassa, een pinapparaat, een tablet voor bestellingen en een camera.
    .in-workshop = Een computer in het kantoortje, het modem aan de muur en een telefoon in de bus.
    .in-office = Vier laptops, een printer en de schijf waar alles op staat.
    .find-out = Loop na welke apparatuur je hebt.
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
    .why = Ook een machine kan stilvallen door een hack. Voor maakbedrijven is er ook de Cyber Security Scan Smart Industry: { $machine-scan-link }
    .help = Denk aan machines met een computer of een kabel. De scan is gemaakt door het ministerie van Economische Zaken en Klimaat, met Smart Industry, TNO en RVO.
    .in-shop = De broodsnijder heeft geen netwerk, maar de oven met een app wel.
    .in-workshop = De freesbank haalt zijn tekeningen van de server.
    .in-office = De plotter die grote tekeningen afdrukt, hangt ook aan het netwerk.
    .find-out = Loop na welke machines aan een netwerk hangen.
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
    .help = Zit het programma in de machine zelf? Dan draait die door. Twijfel je, vraag het dan de machinebouwer.
    .in-shop = De oven bakt door. Alleen de app op je telefoon doet niets meer.
    .in-workshop = De freesbank heeft het programma in het geheugen. De laser wacht op de server.
    .in-office = De plotter staat stil, want elke tekening komt via het netwerk.
    .find-out = Zoek uit of je machines doordraaien zonder netwerk.
    .short = Machines zonder netwerk
    .all = Ja, allemaal
    .some = Een deel
    .none = Nee, alles staat stil

q-device-place = Waar staat je { $name }, en wie werkt ermee?
    .why = Zo vind je alles snel terug als er iets mis is. Heb je er meer? Noem dan ook hoeveel.
    .help = Kort is goed: de plek, en wie ermee werkt.
    .in-shop = Achter de toonbank, Fatima en ik.
    .in-workshop = In de bus, Kees.
    .in-office = Drie stuks op de eerste verdieping, iedereen een eigen.
    .find-out = Zoek uit waar je { $name } staat, en wie ermee werkt.
    .short = Plek van { $name }

q-device-system = Welk systeem zit er op je { $name }, en welke versie?
    .why = Van oude versies komen geen updates meer. Dan blijven gaten open staan.
    .help = Op een computer staat het bij Instellingen, onder Info of Over. Bij een kassa of machine is het merk en type genoeg.
    .in-shop = Android 14 op de tablet.
    .in-workshop = Windows 10 op de computer naast de freesbank.
    .in-office = Windows 11 24H2, of macOS 15.
    .find-out = Zoek uit welk systeem er op je { $name } zit.
    .short = Systeem van { $name }
    .none = Er zit niets op

q-device-updates = Krijgt je { $name } vanzelf updates?
    .why = Een update dicht de gaten waar hackers door naar binnen komen.
    .help = Een update vraagt soms om opnieuw te starten. Komt er niets meer? Vervang het, of maak het los van internet.
    .in-shop = De leverancier werkt de kassa 's nachts bij.
    .in-workshop = De computer bij de machine doet alleen iets als iemand erop klikt.
    .in-office = De laptops vragen elke maand om opnieuw te starten.
    .find-out = Zoek uit of je { $name } vanzelf updates krijgt.
    .short = Updates van { $name }
    .automatic = Ja, vanzelf
    .by-hand = Alleen als iemand het doet
    .ended = Nee, er komen er geen meer

q-device-lock = Kan een dief bij wat er op je { $name } staat?
    .why = Een slot houdt gluurders tegen. Versleuteld (onleesbaar zonder code) houdt ook een handige dief tegen.
    .help = Bij Windows heet versleuteling BitLocker, bij Apple FileVault. Op nieuwe telefoons staat het al aan.
    .in-shop = De tablet op de toonbank gaat open zonder code. Een dief ziet alles.
    .in-workshop = De telefoon in de bus vraagt een code en is versleuteld.
    .in-office = De laptop vraagt een wachtwoord, maar de schijf is nog gewoon te lezen.
    .find-out = Zoek uit of een dief kan lezen wat er op je { $name } staat.
    .short = Slot op { $name }
    .locked-encrypted = Nee: slot en versleuteld
    .locked-encrypted-told = Je { $name } is op slot en versleuteld
    .locked = Er zit alleen een slot op
    .locked-told = Op je { $name } zit alleen een slot
    .open = Ja, het staat gewoon open
    .open-told = Je { $name } staat gewoon open
    .nothing-on-it = Er staat niets op
    .nothing-on-it-told = Op je { $name } staat niets

q-device-help = Wie bel je als je { $name } stuk is?
    .why = Zo zie je later hoeveel er aan één persoon of leverancier hangt.
    .help = Kies iemand van je bellijst, of typ een naam en nummer.
    .in-shop = De leverancier van de kassa.
    .in-workshop = De machinebouwer, of de elektricien om de hoek.
    .in-office = De zaak waar je de laptops kocht.
    .find-out = Zoek uit wie je belt als je { $name } stuk is.
    .short = Hulp bij { $name }
    .me = Dat doe ik zelf
    .nobody = Niemand

q-device-weak = Wat is er zwak aan je { $name }?
    .why = Iedereen heeft zwakke plekken. Wat je nu aanvinkt, komt op je takenlijst.
    .help = Vink alles aan wat klopt. Geen antwoord is raar.
    .in-shop = Een tablet op de toonbank, waar elke klant bij kan.
    .in-workshop = Eén computer, en iedereen tikt hetzelfde wachtwoord.
    .in-office = Eén laptop, en geen reserve.
    .find-out = Zoek uit wat er zwak is aan je { $name }.
    .short = Zwakke plekken van { $name }
    .old = Oud of hapert vaak
    .shared-password = Gedeeld wachtwoord
    .one-person = Eén persoon weet hoe het werkt
    .no-spare = Geen reserve
    .within-reach = Iedereen kan erbij

q-software = Welke programma's en diensten gebruik je?
    .why = Veel staat niet op je computer maar bij een ander. Ook dat kan uitvallen of gekraakt worden.
    .help = Denk aan een hele werkdag. Het programma van een kapper, garage of praktijk heet hier een vakprogramma. De cloud is opslag bij een ander, zoals OneDrive. Een wachtwoordkluis onthoudt je wachtwoorden.
    .in-shop = Het kassaprogramma, de webshop en een bericht op Instagram.
    .in-workshop = Het tekenprogramma, de planning en de offertes in Word.
    .in-office = De mail, de boekhouding en een map in de cloud.
    .find-out = Loop na welke programma's en diensten je gebruikt.
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
    .help = Wie voegt een nieuwe medewerker toe? Soms is dat nog iemand die allang weg is.
    .in-shop = De eigenaar, die alles ooit heeft aangemaakt.
    .in-workshop = Kees, die de planning doet.
    .in-office = Het computerbedrijf, tegen een vast bedrag per maand.
    .find-out = Zoek uit wie je { $name } beheert.
    .short = Beheer van { $name }
    .me = Ik zelf
    .nobody = Niemand

q-software-supplier = Van welk bedrijf is je { $name }?
    .why = Dat bedrijf bel je als het programma niet werkt. Ligt het daar plat, dan kun jij er misschien niet bij.
    .help = De naam staat op de rekening, of op het scherm waar je inlogt.
    .in-shop = Het kassaprogramma komt van de winkel die ook de kassa leverde.
    .in-workshop = De planning is van een klein computerbedrijf in de buurt.
    .in-office = De boekhouding is een abonnement bij de maker zelf.
    .find-out = Zoek uit van welk bedrijf je { $name } is.
    .short = Leverancier van { $name }
    .own-work = Zelf gemaakt

q-software-version = { $role ->
    [mail] Welk programma gebruik je voor je { $name }, en welke versie?
    [website] Welk programma gebruik je voor je { $name }, en welke versie?
    [password-manager] Welk programma gebruik je voor je { $name }, en welke versie?
    [planning-program] Welk programma gebruik je voor je { $name }, en welke versie?
   *[other] Welke versie heb je van je { $name }?
    }
    .why = Oude programma's krijgen geen updates meer. Open je het op internet, zoals een website? Dan zit het in de cloud.
    .help = Het staat vaak onder Help of Over. In de cloud zet de maker zelf de nieuwste versie erop.
    .in-shop = WordPress 6, voor de webshop.
    .in-workshop = Een tekenprogramma uit 2015 dat niets meer krijgt.
    .in-office = Office 2019, of boekhouden in de cloud.
    .find-out = Zoek uit welke versie je hebt van je { $name }.
    .short = Versie van { $name }
    .cloud = In de cloud, altijd nieuw
    .ended = Krijgt geen updates meer

q-software-updates = Krijgt je { $name } vanzelf updates?
    .why = Een update helpt pas als die er ook echt op staat.
    .help = Kijk bij de instellingen of automatisch bijwerken aanstaat.
    .in-shop = De webshop werkt zichzelf elke nacht bij.
    .in-workshop = Het tekenprogramma vraagt om een update, en iedereen klikt dat weg.
    .in-office = Word en Excel krijgen updates samen met de computer.
    .find-out = Zoek uit of je { $name } vanzelf updates krijgt.
    .short = Updates van { $name }
    .automatic = Ja, vanzelf
    .by-hand = Alleen als iemand het doet

q-software-login = Hoe log je in bij je { $name }?
    .why = Met een extra code (op je telefoon of in een app) heeft een dief niets aan je wachtwoord alleen.
    .help = Tik je na je wachtwoord een code uit een app of sms in? Dat is de extra code, ook wel MFA.
    .in-shop = Voor Instagram krijg je een code op je telefoon.
    .in-workshop = De planning staat de hele dag open, zonder inloggen.
    .in-office = Voor de mail is er alleen een wachtwoord. Dat is te weinig.
    .find-out = Zoek uit hoe je inlogt bij je { $name }.
    .short = Inloggen bij { $name }
    .extra-code = Wachtwoord plus extra code
    .password-only = Alleen een wachtwoord
    .no-login = Zonder inloggen

q-software-weak = Wat is er zwak aan de toegang tot je { $name }?
    .why = Een oude sleutel past nog steeds. Daarom kijken we wie er allemaal in kan.
    .help = Denk ook aan mensen die weg zijn.
    .in-shop = Eén wachtwoord op een briefje bij de kassa.
    .in-workshop = Alleen Kees weet hoe de planning werkt.
    .in-office = De stagiair van vorig jaar kan nog bij de mail.
    .find-out = Zoek uit wat er zwak is aan de toegang tot je { $name }.
    .short = Zwakke plekken van { $name }
    .leavers = Oud-collega's kunnen er nog in
    .shared-password = Gedeeld wachtwoord
    .reused-password = Zelfde wachtwoord als elders
    .too-many = Iedereen mag er alles
    .one-person = Eén persoon weet hoe het werkt

q-connections = Welke verbindingen heb je?
    .why = Denk weer aan de inbreker. Dit zijn de deuren en ramen waar hij naar binnen kan.
    .help = Je webadres heet hier je domeinnaam. Vergeet thuiswerken niet.
    .in-shop = Internet, wifi voor de kassa en wifi voor gasten.
    .in-workshop = Internet, en een vaste koppeling met een grote klant.
    .in-office = Internet, de telefoonlijn, en iemand die thuis werkt.
    .find-out = Loop na welke verbindingen je hebt.
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
    .help = De naam staat op de rekening, of op het modem.
    .in-shop = Een neef heeft de wifi aangelegd.
    .in-workshop = Het internet komt van de provider op het bedrijventerrein.
    .in-office = De domeinnaam staat bij wie de website maakte.
    .find-out = Zoek uit wie je { $name } levert of regelt.
    .short = Leverancier van { $name }
    .me = Dat doe ik zelf
    .nobody = Niemand

q-connection-password = { $role ->
    [fixed-internet] Heb je het wachtwoord van je modem zelf gekozen?
   *[other] Heb je het wachtwoord van je { $name } zelf gekozen?
    }
    .why = Wachtwoorden van de fabriek staan gewoon op internet. Typ het hier niet in.
    .help = Staat het nog op de sticker onder het modem? Dan is het van de fabriek.
    .in-shop = Gasten lezen het wachtwoord van de sticker. Dat is dus nog van de fabriek.
    .in-workshop = De installateur koos een nieuw wachtwoord. Dat telt als zelf gekozen.
    .in-office = Bij de telefoonlijn hoort geen wachtwoord.
    .find-out = Zoek uit of het wachtwoord van { $role ->
        [fixed-internet] je modem
       *[other] je { $name }
        } nog van de fabriek is.
    .short = { $role ->
        [fixed-internet] Wachtwoord van het modem
       *[other] Wachtwoord van { $name }
        }
    .changed = Ja, zelf gekozen
    .factory = Nee, nog van de fabriek
    .no-password = Er hoort geen wachtwoord bij

q-connection-weak = Wat is er zwak aan je { $name }?
    .why = Hier komen hackers vaak binnen. En valt dit uit, dan valt er vaak meer uit.
    .help = Valt dit uit, wat valt er dan mee uit? En wie kan erbij?
    .in-shop = Het modem hangt waar elke klant langsloopt.
    .in-workshop = Een graafmachine raakt de kabel, en alles ligt stil.
    .in-office = De hele straat kent het wifiwachtwoord.
    .find-out = Zoek uit wat er zwak is aan je { $name }.
    .short = Zwakke plekken van { $name }
    .no-updates = Modem krijgt geen updates
    .known-password = Te veel mensen weten de code
    .no-spare = Geen reserve
    .one-person = Eén persoon weet hoe het werkt
    .open-sockets = Iedereen kan bij de kabels

q-guests-apart = Zitten gasten op een eigen wifi?
    .why = Een besmette telefoon van een gast kan anders bij je kassa of computers komen.
    .help = Wifi voor gasten zet je aan in de app van je modem.
    .in-shop = Een klant in de wachtstoel vraagt het wachtwoord.
    .in-workshop = Een monteur van buiten wil met een laptop op de wifi.
    .in-office = Een zzp'er werkt een dag mee op een eigen laptop.
    .find-out = Zoek uit of gasten op een eigen wifi zitten.
    .short = Wifi voor gasten
    .apart = Ja, apart
    .together = Nee, op dezelfde wifi
    .no-guests = Gasten krijgen geen wifi

q-remote-login = Kan een leverancier van buitenaf inloggen?
    .why = Handig bij een storing. Maar wordt die leverancier gehackt, dan staat de hacker ook bij jou binnen.
    .help = Vraag elke leverancier hoe ze inloggen, en wie dat mag.
    .in-shop = De kassaleverancier kijkt mee op je scherm, als jij ja zegt.
    .in-workshop = De machinebouwer stelt van afstand iets bij, zonder te bellen.
    .in-office = Het computerbedrijf zet er updates op, met een extra code.
    .find-out = Zoek uit of een leverancier van buitenaf kan inloggen.
    .short = Inloggen van buitenaf
    .nobody = Nee, niemand
    .with-permission = Alleen als ik ja zeg
    .with-code = Ja, met een extra code
    .always = Ja, zomaar

q-data-kinds = Welke gegevens heb je in huis?
    .why = Een laptop koop je zo terug. Wat erop stond, niet.
    .help = Wat zou je missen als het morgen weg was?
    .in-shop = De klantenkaarten, de bestellingen en de camerabeelden.
    .in-workshop = De tekeningen, de offertes en de foto's van het werk.
    .in-office = De dossiers, de jaarcijfers en de oude mail.
    .find-out = Loop na welke gegevens je hebt.
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
    .help = Een paar woorden zijn genoeg, zoals: laptop, boekhoudprogramma, of de map op de kast.
    .in-shop = Op de laptop achter de toonbank.
    .in-workshop = Op de server in het kantoortje, en in een map op de kast.
    .in-office = In het boekhoudprogramma.
    .find-out = Zoek uit waar je { $name } bewaart.
    .short = Plek van { $name }

q-data-personal = Staan er gegevens van mensen in { $your-thing }?
    .why = Lekken die uit, dan moet je dat misschien melden. Daar heb je { $leak-report-number } uur voor.
    .help = Namen en mailadressen tellen al mee. Gezondheid en BSN (burgerservicenummer) zijn extra gevoelig.
    .in-shop = De klantenkaart met naam en verjaardag telt mee.
    .in-workshop = In de tekeningen staan geen mensen.
    .in-office = De loonstroken zijn extra gevoelig, want daar staat een BSN op.
    .find-out = Zoek uit of er gegevens van mensen zitten in je { $name }.
    .short = Privacy van { $name }
    .none = Nee
    .none-told = Er staan geen gegevens van mensen in { $your-thing }
    .personal = Ja, zoals naam en adres
    .personal-told = Er staan gegevens van mensen in { $your-thing }, zoals naam en adres
    .special = Ja, ook gezondheid of BSN
    .special-told = Er staan gevoelige gegevens van mensen in { $your-thing }, zoals gezondheid of BSN

q-data-access = Wie kan er bij { $your-thing }?
    .why = Na een lek wil je weten wie erbij kon. En wie weggaat, moet er niet meer bij kunnen.
    .help = Noem namen of een groep, nooit een wachtwoord.
    .in-shop = Fatima en ik, elk met een eigen wachtwoord.
    .in-workshop = Alleen wie de administratie doet.
    .in-office = Iedereen op kantoor, en ook de accountant.
    .find-out = Zoek uit wie er bij je { $name } kan.
    .short = Wie erbij kan: { $name }

q-data-weak = Wat is er zwak aan hoe je { $name } bewaart?
    .why = Kijk vooral naar wie erbij kan. Hoe minder mensen, hoe kleiner de kans op een lek.
    .help = Denk ook aan wat je allang niet meer nodig hebt.
    .in-shop = Klanten van tien jaar terug, nog steeds in de kassa.
    .in-workshop = Een usb-stick met offertes in de bus.
    .in-office = Een gedeelde map waar iedereen in kan.
    .find-out = Zoek uit wat er zwak is aan hoe je { $name } bewaart.
    .short = Zwakke plekken van { $name }
    .too-many = Iedereen kan erbij
    .no-password = Er zit geen slot op
    .carried-around = Staat ook op stick of telefoon
    .by-mail = Gaat per gewone mail weg
    .kept-too-long = Wordt nooit opgeruimd

q-forgotten = Wat zijn we nog vergeten?
    .why = Denk aan pin, alarm, camera, domeinnaam, thuiswerken en social media. Typ het, of ga terug en vink het aan.
    .help = Loop nog één keer rond. Een paar woorden zijn genoeg.
    .in-shop = De deurbel met camera, of de muziek in de zaak.
    .in-workshop = De weegschaal met wifi, of de slimme poort.
    .in-office = De gedeelde agenda, of het alarm aan de muur.
    .find-out = Loop na wat je nog vergeten bent.
    .short = Nog vergeten
    .nothing = Niets, dit is alles
    .nothing-told = Dat is alles

q-crown-jewels = Wat zijn je kroonjuwelen? Kies er hoogstens vijf.
    .why = Denk aan een inbreker: wat is je belangrijkste bezit, en waar komt hij makkelijk binnen? Alleen daarover vraag ik nu door.
    .help = Wat zou een inbreker niet mogen meenemen? Over de rest vertel je later, als je wilt.
    .in-shop = De kassa en de bestellingen. De printer kan best even gemist worden.
    .in-workshop = De tekeningen, en de machine die het meeste maakt.
    .in-office = De mail en de dossiers.
    .find-out = Bedenk wat je kroonjuwelen zijn.
    .short = Kroonjuwelen
