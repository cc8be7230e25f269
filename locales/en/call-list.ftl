# The call list: lines, roles, changing, numbers.

line = { $number }. { $name }, { $role }: { $phone }
line-no-phone = no number yet
line-two-phones = { $first } or { $second }
line-customer-number = { $line }, customer number { $number }
line-contract-number = { $line }, contract { $number }
line-hours = { $line }, { $hours }
line-checked = { $line } ✓ called on { $date }

role-decider = decision maker
role-deputy = deputy
role-ict-help = computer help
role-told = let them know
role-involved = involved
role-internet = internet
role-telephony = phone
role-hosting = website and mail
role-bookkeeping = bookkeeping
role-bank = bank
role-insurer = insurance
role-other = supplier

contact-with-phone = { $name }, { $phone }
contact-with-hours = { $contact }, { $hours }
contact-with-relation = { $name } ({ $relation })
contact-nameless = No name
contact-ask-name = Whose number is this?
contact-ask-number = What is { $name }'s number?
contact-ask-own-number = What number can people reach you on?
contact-ask-some-number = Which number goes with it?
contact-ask-which = There are several numbers on this card. Which one do you call first?
contact-no-number = I see no phone number in that.
contact-wrong-name = Is the name wrong? Type back.
reference-not-seen = I see no customer or contract number in that. { $skip ->
    [yes] Don't have one? Then skip.
   *[no] Don't have one? Type back.
    }
contact-several = I see several people in one message. Please send them one by one.
contact-not-seen = I see no name and no number. Type, for example: Jan Bakker 06 12345678.
contact-shared = ✓ On your call list: { $contact }. Does it not belong there? Choose { $option } in the menu.
contact-shared-half = This card lacks a name or a number. Complete it and share it again.
contact-shared-before = { $contact } is on your call list already.
contact-name-too-long = That is long for a call list. Type just the name and the number.

phone-too-short = That seems a digit or two short: { $digits }.
phone-too-long = That is too long for a phone number: { $digits }.
phone-letter = There is a letter in this number: { $digits }.
phone-unknown = I do not recognise this as a phone number: { $digits }.

lines-title = <b>Your call list</b>
    Choose a line to change it.
lines-none = Your call list is still empty.
line-called-right = Called, it is right
line-change-name = Another name
line-change-number = Another number
line-change-hours = When to reach them
line-change-customer-number = Customer number
line-change-contract-number = Contract number
line-up = Up
line-down = Down
line-remove = Remove from the list
line-ask-name = Which name should replace { $name }?
name-no-letter = I see no name in that. Type a name with letters.
line-name-too-long = That is long for a call list. Type just the name.
line-ask-number = { $name }: what is the new number?
line-ask-hours = { $name }: when can we call? For example: Mon-Fri 9-17.
line-ask-customer-number = What is your customer number with { $name }?
line-ask-contract-number = What is your contract number with { $name }?
line-changed = ✓ Changed.
whose-number = You wrote { $name }. Is this the number of { $known }, or does { $name } take the place of { $known }?
whose-known = Number of { $known }
whose-other = { $name } instead of { $known }
line-ask-party = Is { $name } the same as before, just under another name? Or is it somebody else now?
line-same-party = The same, another name
line-other-party = Somebody else
line-party-kept = ✓ Good. Only the name is different.
party-emptied = { $owner ->
    [yes] Emptied, because it belonged to { $before }: { $what }. You can put it back for thirty days, at your call list.
   *[no] Emptied, because it belonged to { $before }: { $what }. An owner can put it back for thirty days.
    }
party-customer-number = customer number
party-contract-number = contract number
party-other-answers = { $count ->
    [one] 1 other answer
   *[other] { $count } other answers
    }
line-marked = ✓ Noted: called, and it is right.
line-removed = Removed from the list.
option-put-line-back = Put { $name } back
line-reverted = ✓ It is as it was again: { $before }.
notice-line-changed = ⚠ { $who } changed your call list. It was: { $before }. Now it says: { $after }.
notice-line-taken-off = ⚠ { $who } took somebody off your call list: { $before }.
notice-line-put-back = Is that not right? You can put it back for thirty days, here or at your call list.
notice-line-reverted = { $who } made your call list as it was again: { $before }.
line-put-back = ✓ Back on the list.
