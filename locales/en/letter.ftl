# The letter to a supplier: the letter itself, and what comes back.

thing-letter = Write a letter with questions
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
letter-rest = I did not understand this: "{ $text }". Please fill that in yourself.
letter-quote = They write: "{ $text }"
letter-read = I read: { $question }: <b>{ $answer }</b>. Is that right?
letter-yes = Yes, that is right
letter-no = No, do not use it
letter-still-open = Still open: { $questions }.
letter-all-told = Every question to this supplier has its answer.

letter-dear = Dear { $name },
letter-why = We are writing an emergency plan for when our computers fail. Would you answer these questions? Please begin each answer with the word before the colon.
letter-thanks = Thank you, and kind regards,
letter-supplier-customer-number = Customer number: what is our customer number?
letter-supplier-contract-number = Contract number: what is the number of our contract?
letter-supplier-reaction = Reaction time: within how many hours or days do you help us when something fails, also outside office hours?
letter-supplier-expect = Help: what may we expect? Choose from: call back, repair it, restore the backup, lend me something, keep log files, give advice.
letter-supplier-backups = Backups: do you make backups of our data, and was restoring them tested?
letter-supplier-processor = Processing agreement: is one signed with us?
letter-supplier-exit = Leaving: how do we get our data out when we switch, by our own download or on request?
letter-supplier-leak = Data leak: do you call us when you are hacked or something leaks, and within how many hours?
letter-supplier-end = End date: until which date does our contract run?
