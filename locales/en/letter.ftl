# The letter to a supplier: the letter itself, and what comes back.

thing-letter = Write a letter with questions
letter-offer = { $count ->
    [1] There is one thing you do not know about { $name } yet.
   *[other] There are { $count } things you do not know about { $name } yet.
    } You can also ask them. I write the letter, you forward it.
letter-offer-yes = Ask them in a letter
letter-offer-no = No, go on
letter-ask-language = In which language do you write to { $name }?
letter-dutch = Dutch
letter-english = English
letter-paste = Forward this letter to { $name }. Got an answer? Paste it here and I will add it.
letter-nothing-open = There is no open question left for this supplier.
letter-nothing-read = I find no answer in this. Paste the lines with the answers, or fill them in yourself.
letter-found = { $count ->
    [one] I see 1 answer. I will ask you whether it is right.
   *[other] I see { $count } answers. I will ask you one by one whether they are right.
    }
letter-rest = I did not understand this: "{ $text }". Does any of it answer a question? Please fill that in yourself.
letter-quote = They write: "{ $text }"
letter-yes = Yes, that is right
letter-no = No, do not use it
letter-still-open = Still open: { $questions }.
letter-all-told = Every question to this supplier has its answer.

letter-dear = Dear { $name },
letter-why = We are writing an emergency plan for when our computers fail. Could you please answer these questions? Start each answer with the word before the colon.
letter-thanks = Thank you, and kind regards,
letter-supplier-customer-number = Customer number: what is our customer number?
    .read = I read that your customer number with { $name } is <b>{ $answer }</b>. Is that right?
letter-supplier-contract-number = Contract number: what is the number of our contract?
    .read = I read that your contract number with { $name } is <b>{ $answer }</b>. Is that right?
letter-supplier-reaction = Response time: within how many hours or days do you help us when something fails, also outside office hours?
    .read = { $choice ->
        [hours-4-always] I read that { $name } helps within 4 hours, day and night.
        [hours-4-office] I read that { $name } helps within 4 hours on working days.
        [day-1] I read that { $name } helps within a day.
        [longer] I read that it takes { $name } more than a day to help.
       *[other] I read that { $name } does not promise how soon there is help.
        } Is that right?
letter-supplier-repair = Repair time: within how many hours or days does everything work again?
    .read = { $choice ->
        [hours-4] I read that { $name } has things working again within 4 hours.
        [day-1] I read that { $name } has things working again within a day.
        [week-1] I read that { $name } has things working again within a week.
        [longer] I read that it takes { $name } more than a week to get things working again.
       *[other] I read that { $name } does not promise how soon things work again.
        } Is that right?
letter-supplier-expect = Help: what may we expect? Choose from: call back, repair it, restore the backup, lend us something, keep log files, give advice.
    .read = I read that you may expect this from { $name }: <b>{ $answer }</b>. Is that right?
letter-supplier-expect-not = Not included: what do you not do? Choose from: help at weekends, come to us, get our data back, find out how it happened, pay for the damage.
    .read = I read that { $name } does not do this: <b>{ $answer }</b>. Is that right?
letter-supplier-backups = Backups: do you make backups of our data, and was restoring them tested?
    .read = { $choice ->
        [tested] I read that { $name } makes backups of your data and tests restoring them.
        [untested] I read that { $name } makes backups of your data, but does not test restoring them.
       *[other] I read that { $name } makes no backups of your data.
        } Is that right?
letter-supplier-processor = Processing agreement: is one signed with us?
    .read = { $choice ->
        [signed] I read that the processing agreement with { $name } is signed.
       *[other] I read that there is no signed processing agreement with { $name }.
        } Is that right?
letter-supplier-exit = Leaving: how do we get our data out when we switch, by downloading it ourselves or on request?
    .read = { $choice ->
        [download] I read that you can download your data at { $name } yourself.
        [on-request] I read that { $name } sends your data when you ask.
       *[other] I read that nothing is agreed with { $name } about your data.
        } Is that right?
letter-supplier-leak = Data leak: do you call us when you are hacked or something leaks, and within how many hours?
    .read = { $choice ->
        [within-a-day] I read that { $name } calls you within 24 hours after a hack or leak.
        [some-time] I read that { $name } calls you after a hack or leak, but at no fixed time.
       *[other] I read that { $name } does not call you after a hack or leak.
        } Is that right?
letter-supplier-end = End date: until which date does our contract run?
    .read = I read that your contract with { $name } runs until <b>{ $answer }</b>. Is that right?
letter-supplier-notice = Notice period: how many months' notice must we give?
    .read = { $choice ->
        [any-day] I read that you can cancel with { $name } on any day.
        [month-1] I read that { $name } needs a month's notice.
        [months-2] I read that { $name } needs two months' notice.
        [months-3] I read that { $name } needs three months' notice.
       *[other] I read that { $name } needs half a year's notice.
        } Is that right?
