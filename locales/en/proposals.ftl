# What a helper proposes, and what the owner does with it.

answers-title-to-propose = <b>Answers: { $section }</b>
    Choose where you would like to propose something else.
answers-proposed = ↳ your proposal: { $proposed }
propose-title = Your proposal goes to the owner, who decides.
propose-all-at-once = Type all of them at once, by their numbers. For example: 1 3
propose-name-and-number = Type the name and the number together in one message.
propose-same = That is what it says already. Would you like to propose something else?
propose-too-many = { $most } of your proposals are waiting for the owner already. Wait until they decide.
proposed = ✓ Proposed for { $question }: { $proposed }. I will let you know what the owner decides.

proposal = <b>{ $who } proposes something</b> for { $question }: { $proposed }. It now says: { $current }.
proposal-stale = <b>{ $who } proposed something</b> for { $question }: { $proposed }. Please note: the answer has changed since. It now says: { $current }.
option-take-over = Accept
option-decline = Leave it
option-take-over-which = Accept: { $question }
option-decline-which = Leave it: { $question }
proposal-taken = ✓ Accepted from { $who }: { $question }, { $proposed }.
proposal-declined = Fine, { $question } stays as it was. I will tell { $who }.
proposal-gone = The question that this was about is gone. I changed nothing.
proposal-changed-meanwhile = The answer has changed since you got this button. Look again, and then choose.
waiting-more = And { $count } more. They come after these.

notice-proposal-taken = { $owner } accepted your proposal for { $question }: { $proposed }. Thank you!
notice-proposal-declined = { $owner } leaves { $question } as it is. Thanks for the suggestion.
notice-proposal-gone = Your proposal for { $question } is not possible any more: that question is gone. Thanks all the same.

log-proposed = proposal for { $question }
log-took-over = accepted what { $name } proposed for { $question }
log-declined = left { $question } as it is, against what { $name } proposed
