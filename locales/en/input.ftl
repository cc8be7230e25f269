# Words that people type instead of a button, with commas between them. Small letters, no accents.

words-unknown = i don't know, i dont know, don't know, dont know, no idea, idk, not sure, unknown, ?, i do not know, do not know, i am not sure, i'm not sure, not known, i have to look that up, i would have to look that up, i'd have to look that up, i'll have to look that up, i will have to look that up, i will look it up, let me look that up
words-skip = skip, skip it, next, pass
words-back = back, previous, go back
words-explain = explain, why, what do you mean, what does that mean, why do you ask, why do you want to know, why do you want to know that, i do not understand, i don't understand, i do not follow, what do you need, what should i type, huh
words-stop = stop, later, not now, enough, quit, not right now, no time now, no time right now, enough for now, maybe later, forget it, never mind, i want to stop
words-done = done, that's all, thats all, that is all, nobody else, that's it, fine, good, that was all, that was it, that is it, that is everyone, that's everyone, that is everybody, that's everybody, no one else, it is good like this, it is fine like this, good like this, nothing else, nothing more, no more, that's the lot, that is the lot, that was the lot, that's all of it, that is all of it, that's all of them, that's about it, that is about it, that was about it, i think that's all, i think that's it, i think that is all, i think that is it, that's all i think, that's everything, that is everything, that was everything, i'm done, i am done, we're done, we are done, all done, nothing forgotten, nothing i can think of, nothing comes to mind, can't think of anything, can't think of anything else, not that i can think of, no other
words-resume = go on, continue, resume
words-begin = start, begin, get started, let's start, let's begin, let's go
words-results = what comes out, what came out, result, results, my results, outcome, outcomes
words-yes = yes, y, yeah, yes please, sure, ok, okay, agreed
words-no = no, n, nobody, none, nope, nah, no nothing, no thank you, n/a, not applicable, no thanks, nothing, not yet, nothing yet, none yet, nowhere, no one, there is none, there is nobody, i do not have one, i don't have one, i do not have any, i don't have any, i have none, nobody yet, nobody at the moment, not at the moment, nobody does, none of them, none at all, nothing at all
words-nothing = none, none of them, none at all, nothing, nothing at all, nobody, n/a, not applicable, there is none, i have none, i do not have any, i don't have any
words-greeting = hi, hello, hey, good morning, good afternoon, good evening, hoi
words-myself = that's me, thats me, that is me, i do it myself, myself, me, i do, i
words-i-am = that's me, thats me, that is me, i am, i'm
words-filler = not me, i think, i use, i have, we use, we have, it is, it's, maybe
words-my = my, our
words-customer-number = customer number, customer no, customer nr, customer, account number, client number, policy number
words-contract-number = contract number, contract no, contract nr, contract
words-phone-label = tel, phone, telephone, mobile, number, cell, call, mob, on, or
words-beside-number = the, a, an, of, for, at, on, in, and, or, to, also, via, this, that, it, is, was, will, be, now, from, since, should, right, correct, but, yes, no, not, just, my, our, their, new, old, other, another, number, numbers, phone, landline, mobile, general, main, free, direct, helpdesk, help, desk, service, support, customer, care, outage, outages, emergency, urgent, business, reception, office, shop, home, line, extension, reachable, call, account, file, reference, ref, name, code, client, contract, policy, card, member, membership, connection, invoice, bill, letter
words-day = mon, tue, wed, thu, fri, sat, sun, monday, tuesday, wednesday, thursday, friday, saturday, sunday, weekdays, weekend, daily
words-particle = de, van, der, of, the, and, von, from, at
words-acronym = ict, it, bv, kpn, ing, abn, ltd, llc, pc
words-firm-form = ltd, llc, inc, plc, llp, bv
words-undo = put it back, undo, restore, oops, my mistake
words-clause = i, you, we, but, who does, who helps, he does, he helps, she does, she helps
words-is = is
words-password = password, pw, passcode, pin code, pin, passphrase
words-pin = pin code, pin, passcode
words-recovery-code = recovery code, recovery key, backup code, reserve code, bitlocker key
words-no-password = none, unknown, nobody, everybody, everyone, safe, manager, paper, forgotten, lost, changed, shared, unique, strong, weak, same, different
words-today = today, now, just now, tonight
words-yesterday = yesterday
words-tomorrow = tomorrow
words-last = last, past, previous
words-next = next, coming
words-week = week, weeks
words-month = month, months
words-year = year, years
words-weekday = monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, wed, thu, fri, sat, sun
words-number = zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty
words-together = nobody, solo/me/myself/own, couple/pair/duo/both, trio/threesome, quartet/foursome, five, six, seven, eight, nine, ten, eleven, dozen
words-same-thing = laptop/laptops/notebook/macbook, desktop computer/desktop/computer/computers/pc/imac, phone/phones/mobile/smartphone/iphone, tablet/tablets/ipad, till/tills/cash register, external drive/drive/hard drive/usb drive/usb stick/backup drive/nas/synology/qnap, server/servers, camera/cameras/alarm, e mail/email/mail/mailbox/gmail/outlook, bookkeeping program/bookkeeping/accounting program/accounts, till program/till system, calendar/planning/planner, website/web shop/webshop/site, cloud storage/cloud/onedrive/sharepoint/dropbox/google drive/icloud, password manager/password safe/bitwarden/1password/keepass, trade software/trade program
words-meant = shop or catering/baker/bakery/hairdresser/hair salon/barber/beautician/salon/butcher/florist/café/restaurant/hotel/pub/web shop/webshop, service or office/bookkeeper/accountant/adviser/advisor/consultant/consultancy/consulting/advice/advise/lawyer/solicitor/photographer/designer/coach/cleaning, care/dentist/doctor/physio/physiotherapist/pharmacy/pharmacist/clinic/vet, building/builder/construction/contractor/carpenter/plumber/painter/electrician/roofer/gardener, manufacturing/metal/welder/printer/workshop/factory/furniture, it/software/developer/programmer, transport/courier/taxi/driver/haulage/removals, cnc machine/lathe/milling machine/machining centre, laser or cutting machine/laser cutter/plasma cutter/waterjet, press or press brake/bending machine/folding machine, every day/daily/each day/every evening/every night, every week/weekly/each week/every monday/every tuesday/every wednesday/every thursday/every friday/every saturday/every sunday, every month/monthly/each month
words-short = dont/don't, doesnt/doesn't, isnt/isn't, cant/can't, thats/that's, u/you
words-cry = we are hacked, we were hacked, we have been hacked, we've been hacked, i was hacked, i have been hacked, i've been hacked, i got hacked, we got hacked, help we have been hacked, help i have been hacked, help me, help us, help help, who do i call, who should i call, who can i call, who do we call
words-alarm = hacked, hack, hacker, hackers, ransomware, a virus, is down, are down, not working, not work, stopped working, broken into, burgled, stolen, on fire, panic, help me, help us, doesn't work, nothing works, can't log in anymore, cannot log in anymore, locked out, computer is locked, everything is locked, ransom, scammed, crashed, black screen, everything is gone, help i, help my, who do i call, who should i call, who can i call, who do we call, i need to call somebody, i need to call someone
words-breakable = till, tills, cash register, pin, card reader, card machine, computer, computers, pc, laptop, laptops, tablet, phone, phones, internet, wifi, network, modem, router, mail, email, website, web shop, webshop, site, server, system, systems, machine, machines, everything
words-broken = broken, broke, dead, down, offline

letter-words-supplier-customer-number = customer number, client number, account number
letter-words-supplier-contract-number = contract number
letter-words-supplier-reaction = reaction time, response time, outage, respond
letter-words-supplier-repair = repair time, resolution time, fix time, resolved, solved
letter-words-supplier-expect = help, expect
letter-words-supplier-expect-not = excluded, not included
letter-words-supplier-backups = backups, backup, back ups, back up
letter-words-supplier-processor = processing agreement, processor agreement, dpa
letter-words-supplier-exit = leaving, switch, switching, exit
letter-words-supplier-leak = data leak, leak, hack, breach, data breach
letter-words-supplier-end = end date, runs until, expires
letter-words-supplier-notice = notice period, notice, cancellation period, period of notice
letter-words-yes = yes, we do, daily, every night, every day, signed, correct
letter-words-no = no, not, none, never
letter-words-always = 24 7, 24/7, day and night, always, around the clock, weekends too
letter-words-tested = tested, testing, test, tests, practised, rehearsed
letter-words-untested = not tested, never tested, untested
letter-words-download = download, downloading, export
letter-words-request = on request, request, ask us
letter-words-hour = hour, hours, hrs
letter-words-day = day, days, working day, working days
letter-words-week = week, weeks
letter-words-month = month, months, calendar month, calendar months
letter-words-any-day = any day, every day, daily, any time, any moment, at once, always

word-and = and
word-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
    }
