# Agreements as a list: who agreed, what was done, and what was not.

agreements-title = <b>Agreements</b>
agreements-none = <b>Agreements</b>
    There are no agreements yet. Make one: who does what, and when?
agreement-line = • { $what }: { $who }, { $when }. { $consent }
agreement-by = by { $date }
agreement-unsaid = I see no agreement in that. Type who does what, and when.
agreement-no-day = no day yet
agreement-nobody = nobody yet
agreement-add = New agreement
agreement-title = <b>{ $what }</b>
agreement-who = Who: { $who }
agreement-when = When: { $when }
agreement-check = Check: { $how }
agreement-agreed = { $who }: agreed on { $date }.
agreement-wish = { $who } would like to change this: { $wish }
agreement-unnamed = Choose who does it.
agreement-asked-of-you = You have been asked to do this. Do you agree?
agreement-yours = You do this yourself.
agreement-not-agreed = { $who } has not said yes yet.
agreement-diary = How it went: { $days }
agreement-day-done = ✓ { $date }
agreement-day-missed = ✗ { $date }
agreement-not-kept = ⚠ Not done, or no word of it: { $date }
agreement-not-kept-line = ⚠ { $what } ({ $date })
agreements-not-kept = Agreements not ticked off ({ $count }):
agreement-tell = Was it done?
agreement-agree = I agree
agreement-otherwise = I would like a change
agreement-forward = Text to forward
agreement-change-words = Change the words
agreement-change-who = Somebody else
agreement-change-when = Another day
agreement-change-check = Check it differently
agreement-remove = Remove agreement
agreement-removed = Removed: { $what }
agreement-ask-words = Now it says: { $what }
    What should it be?
agreement-ask-wish = { $what }
    How would you like it? Type it and I will pass it on.
agreement-ask-done = { $what }
    { $date }: was it done?
agreement-or-new-day = Will it be later? Then type the new day.
agreement-comes-back = This repeats by itself: { $when }. Was it done this time? Choose yes or no.
    Another day from now on? Then choose Another day at the agreement.
agreement-nothing-due = { $what }: nothing to do here now.
agreement-done = Yes, it was
agreement-not-yet = Not yet
agreement-missed = No, it was skipped
agreement-noted-done = Good, that is noted.
agreement-noted-missed = Thanks for saying so. It is noted.
agreement-noted-not-yet = Thanks for saying so. I will ask again later.
agreement-moved = Noted: { $when }.
agreement-sent = I am asking { $who } to agree.
agreement-you-agreed = Agreed. You do this: { $what } ({ $when }).
agreement-wish-sent = Thank you. I passed it on.
agreement-forward-this = { $who } has not joined here. Forward the message below:
agreement-letter = Hello { $who },
    We are writing down who does what in case something goes wrong with our computers. This is what we would like to agree on:
    { $what } ({ $when }).
    Is that all right? Please let us know.
    Regards, { $company }
agreement-ask-reply-day = When shall I ask you whether { $who } has answered? Choose, or type a day.
agreement-ask-reply = { $what }
    Did { $who } say yes?
agreement-reply-yes = Yes, agreed
agreement-reply-week = In a week
agreement-reply-weeks = In two weeks
agreement-reply-never = Do not ask
agreement-reply-set = Good. I will ask you on { $date }.
agreement-reply-noted = Good, it is noted as agreed.
notice-agreement = { $who } asks whether you will do this: { $what }
notice-agreed = { $who } agrees: { $what }
notice-wish = { $who } would like to change this agreement: { $what }
notice-wish-words = { $wish }
shortened = { $text }…
option-agreements = Agreements
