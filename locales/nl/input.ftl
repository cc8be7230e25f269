# Woorden die mensen typen in plaats van een knop, met komma's ertussen. Kleine letters, zonder accenten.

words-unknown = weet ik niet, weet niet, geen idee, idk, ik weet het niet, weet ik nog niet, weet ik even niet, onbekend, ?, weet het niet, geen idee nog, geen flauw idee, dat weet ik niet, dat weet ik nog niet, weet ik zo niet, niet bekend, moet ik opzoeken, dat moet ik opzoeken, ik moet het opzoeken, zoek ik op, zoek ik nog op
words-skip = overslaan, sla over, sla maar over, skip, volgende
words-back = terug, vorige, ga terug
words-explain = uitleg, leg uit, waarom, wat bedoel je, hoezo, hoe bedoel je, waarom wil je dat weten, waarom vraag je dat, snap ik niet, ik snap het niet, begrijp ik niet, ik begrijp het niet, wat moet ik hier, wat moet ik typen, huh
words-stop = stop, stoppen, later, later verder, nu niet, genoeg, ophouden, even later, straks, straks verder, even niet, nu even niet, nu geen tijd, nu even geen tijd, geen tijd nu, genoeg voor nu, morgen verder, laat maar, hou op, stop ermee, ik stop, geen zin meer
words-done = klaar, dat was het, dit is alles, niemand meer, zo is het goed, goed zo, prima, dat was alles, dat is alles, dat is het, dat waren ze, meer niet, verder niemand, verder niet, niemand anders, verder niets, verder niks, niets meer, niks meer, meer is er niet, meer zijn er niet, meer heb ik niet, meer hebben we niet, dit was alles, dit was het, dit is het, dat was het wel, dat is het wel, dit was het wel, dat waren ze allemaal, alles genoemd, niets vergeten, niks vergeten, volgens mij niets, volgens mij niks, volgens mij is dit alles, volgens mij is dat alles, volgens mij was dat alles, volgens mij was dit alles, dat was het denk ik, dat is alles denk ik, zo is het compleet, we zijn compleet
words-resume = verder, ga verder, door, doorgaan
words-begin = start, starten, begin, beginnen, begin maar, aan de slag, aan de gang, laten we beginnen, ik wil beginnen
words-results = wat komt eruit, wat komt er uit, wat kwam eruit, uitkomst, uitkomsten, resultaat, resultaten, mijn resultaten
words-yes = ja, j, jazeker, oke, okee, ok, akkoord, prima, graag, is goed, doe maar, ja hoor
words-no = nee, n, niemand, geen, nee hoor, nee niets, nee niks, nee dank je, nee bedankt, nope, nvt, n v t, heb ik niet, hebben we niet, niks, niets, nog niet, nog niets, nog geen, nergens, er is niemand, op dit moment niemand, nog niemand, die heb ik niet, ik heb er geen, heb ik nog niet, geen enkele, helemaal niets, helemaal niks
words-nothing = geen, geen enkele, niets, niks, niemand, helemaal niets, helemaal niks, nvt, n v t, heb ik niet, hebben we niet, ik heb er geen
words-greeting = hoi, hallo, hey, hi, dag, goedemorgen, goedemiddag, goedenavond, goeiemorgen, goeiemiddag, goeienavond, hello
words-myself = dat ben ik zelf, dat ben ik, ik zelf, ikzelf, ik
words-i-am = dat ben ik zelf, dat ben ik, ik ben
words-filler = ik niet, ik denk aan, ik denk, ik heb, ik gebruik, wij hebben, we hebben, dat is, dat zou, misschien
words-my = mijn, m'n, mn, me, onze
words-customer-number = klantnummer, klantnr, klant nr, klantno, klant, relatienummer, debiteurnummer, polisnummer, polisnr, polis
words-contract-number = contractnummer, contractnr, contract nr, contract
words-phone-label = tel, telefoon, telefoonnummer, mobiel, nummer, nr, bel, mob, met, of
words-beside-number = de, het, een, van, voor, bij, op, in, aan, en, te, of, ook, via, dit, dat, deze, die, is, was, wordt, nu, vanaf, sinds, moet, zijn, klopt, maar, ja, nee, niet, gewoon, mijn, ons, onze, hun, nieuw, nieuwe, oud, oude, ander, andere, juist, juiste, goed, goede, nummer, nummers, telefoonnummer, vast, vaste, mobiel, mobiele, algemeen, algemene, gratis, direct, helpdesk, servicedesk, service, support, klantenservice, storing, storingen, storingsdienst, storingsnummer, noodnummer, nood, spoed, alarmnummer, alarmcentrale, zakelijk, zakelijke, receptie, balie, kantoor, winkel, thuis, centrale, doorkiesnummer, bereikbaar, bellen, rekening, rekeningnummer, account, dossier, dossiernummer, relatie, referentie, kenmerk, naam, code, klant, contract, polis, pas, pasje, kaart, kaartnummer, lid, lidnummer, aansluiting, aansluitnummer, factuur, factuurnummer, brief
words-day = ma, di, wo, do, vr, za, zo, maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, werkdagen, weekend, kantooruren, dagelijks, t/m
words-particle = de, den, der, van, het, ter, ten, en, te, op, in, aan, bij
words-acronym = ict, it, bv, nv, vof, kpn, ing, abn, asn, sns, pc
words-firm-form = bv, b v, nv, n v, vof, v o f, cv
words-undo = toch terugzetten, zet terug, ongedaan maken, herstel, oeps, foutje, zet hem terug, zet het terug
words-clause = ik, je, jij, u, maar, die kun je, daar heb ik, die doet, die helpt, die regelt, die zorgt, die weet
words-is = is
words-password = wachtwoord, ww, password, pw, pincode, pin, passcode
words-pin = pincode, pin, passcode
words-recovery-code = herstelcode, herstelsleutel, reservecode, back upcode, bitlocker sleutel
words-no-password = geen, onbekend, niemand, iedereen, kluis, wachtwoordkluis, wachtwoordmanager, bitwarden, keepass, lastpass, papier, vergeten, kwijt, veranderd, gedeeld, uniek, sterk, zwak, hetzelfde, anders
words-today = vandaag, nu, net, vanochtend, vanmorgen, vanmiddag, vanavond, vannacht
words-yesterday = gisteren, gister
words-tomorrow = morgen
words-last = vorige, vorig, afgelopen
words-next = volgende, volgend, komende, komend
words-week = week, weken
words-month = maand, maanden
words-year = jaar, jaren
words-weekday = maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, ma, di, wo, do, vr, za, zo
words-number = nul, een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf, dertien, veertien, vijftien, zestien, zeventien, achttien, negentien, twintig
words-together = niemand, eentje/ik/ikzelf, tweeën/tweetjes/2en, drieën/drietjes/3en, vieren/viertjes/4en, vijven/vijfjes/5en, zessen/zesjes/6en, zevenen/7en, achten/8en, negenen/9en, tienen/10en, elven/11en, twaalven/12en
words-same-thing = laptop/laptops/notebook/macbook, vaste computer/computer/computers/pc/desktop/imac, telefoon/telefoons/mobiel/mobieltje/smartphone/iphone, tablet/tablets/ipad, kassa/kassa's, externe schijf/schijf/harde schijf/usb schijf/usb stick/back upschijf/nas/synology/qnap, server/servers, camera/camera's/alarm, e mail/email/mail/mailbox/gmail/outlook, boekhoudprogramma/boekhouding/boekhoudpakket, kassaprogramma/kassasysteem, agenda/planning/planbord, website/webshop/site, opslag in de cloud/cloud/clouddienst/onedrive/sharepoint/dropbox/google drive/icloud, wachtwoordkluis/wachtwoordmanager/bitwarden/1password/keepass, vakprogramma/vakpakket
words-meant = winkel of horeca/bakker/bakkerij/brood/kapper/kapster/kapsalon/barbier/haarsalon/nagelstudio/slager/slagerij/bloemist/bloemenwinkel/café/restaurant/lunchroom/cafetaria/snackbar/hotel/webshop/webwinkel/fietsenmaker/fietsenwinkel/schoonheidssalon, dienst of kantoor/boekhouder/accountant/administratiekantoor/adviseur/advies/adviesbureau/consultant/consultancy/advocaat/notaris/makelaar/fotograaf/ontwerper/coach/schoonmaak/schoonmaakbedrijf, zorg/tandarts/huisarts/fysio/fysiotherapeut/apotheek/apotheker/thuiszorg/praktijk/dierenarts/kinderopvang, bouw/aannemer/timmerman/loodgieter/schilder/elektricien/installateur/stukadoor/dakdekker/metselaar/hovenier, maakbedrijf/metaal/metaalbedrijf/lasser/drukkerij/werkplaats/fabriek/meubelmaker/machinebouw, it/software/programmeur/webbouwer, vervoer/transport/koerier/taxi/chauffeur/expeditie/verhuizer, cnc machine/draaibank/freesbank/freesmachine/cnc bank/bewerkingscentrum, laser of snijmachine/lasersnijder/plasmasnijder/waterstraalsnijder, kantbank of pers/kantpers/zetbank, meetmachine/meetbank, elke dag/dagelijks/iedere dag/elke avond/iedere avond/elke nacht, elke week/wekelijks/iedere week/elke maandag/elke dinsdag/elke woensdag/elke donderdag/elke vrijdag/elke zaterdag/elke zondag, elke maand/maandelijks/iedere maand
words-short = nie/niet, t/het, ut/het, k/ik, ff/even, effe/even, effen/even
words-cry = we zijn gehackt, wij zijn gehackt, ik ben gehackt, help we zijn gehackt, help ik ben gehackt, help me, help mij, help ons, help help, wie moet ik bellen, wie moeten we bellen, wie kan ik bellen, ik moet iemand bellen
words-alarm = gehackt, hack, hacker, hackers, ransomware, gijzelsoftware, een virus, alles plat, ligt plat, liggen plat, ligt eruit, liggen eruit, doet het niet, doen het niet, doet niets meer, doen niets meer, kan nergens meer bij, ingebroken, inbraak, gestolen, brand, noodgeval, paniek, help me, help ons, ligt stil, liggen stil, doet niks meer, doen niks meer, het werkt niet, pin werkt niet, kassa werkt niet, computer werkt niet, internet werkt niet, mail werkt niet, telefoon werkt niet, website werkt niet, werkt niks, werkt niets, alles is weg, alles is kapot, alles kapot, kan niet pinnen, kunnen niet pinnen, kan niet meer inloggen, ik kom er niet in, kom er niet meer in, computer is op slot, computers zijn op slot, alles is op slot, alles staat op slot, alles op slot, losgeld, gegijzeld, afgeperst, opgelicht, vastgelopen, gecrasht, zwart scherm, help mij, help ik, help we, help wat, wie moet ik bellen, wie moeten we bellen, wie kan ik bellen, ik moet iemand bellen, wil iemand bellen
words-breakable = kassa, kassa's, pin, pinapparaat, pinautomaat, betaalautomaat, betaalterminal, computer, computers, pc, pc's, laptop, laptops, tablet, telefoon, telefoons, telefonie, internet, wifi, netwerk, modem, router, mail, email, website, webshop, site, server, systeem, systemen, machine, machines, alles
words-broken = kapot, stuk, plat, defect, dood, eruit, down, offline

letter-words-supplier-customer-number = klantnummer, klantnr, relatienummer
letter-words-supplier-contract-number = contractnummer, contractnr
letter-words-supplier-reaction = reactietijd, responstijd, storing, storingen, reageren
letter-words-supplier-repair = hersteltijd, oplostijd, reparatietijd, opgelost, hersteld
letter-words-supplier-expect = hulp, verwachten
letter-words-supplier-expect-not = uitgesloten, niet inbegrepen
letter-words-supplier-backups = back ups, back up, backup, backups, reservekopie, reservekopieën
letter-words-supplier-processor = verwerkersovereenkomst, verwerkersovereenkomsten
letter-words-supplier-exit = vertrek, overstappen, overstap, opzegging
letter-words-supplier-leak = datalek, lek, hack, datalekken
letter-words-supplier-end = einddatum, looptijd, loopt tot, loopt af
letter-words-supplier-notice = opzegtermijn, opzeggen, opzegbaar
letter-words-yes = ja, wij maken, dagelijks, elke nacht, elke dag, getekend, ondertekend, klopt
letter-words-no = nee, geen, niet, nooit
letter-words-always = 24 7, 24/7, dag en nacht, altijd, 24 uur per dag, ook in het weekend
letter-words-tested = getest, testen, test, geoefend, oefenen, beproefd
letter-words-untested = niet getest, nooit getest, nog niet getest
letter-words-download = downloaden, download, exporteren, export
letter-words-request = op verzoek, op aanvraag, aanvragen
letter-words-hour = uur, uren, u
letter-words-day = dag, dagen, werkdag, werkdagen
letter-words-week = week, weken
letter-words-month = maand, maanden, kalendermaand, kalendermaanden
letter-words-any-day = elke dag, dagelijks, per dag, per direct, ieder moment, elk moment, altijd

word-and = en
word-month = { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
    }
