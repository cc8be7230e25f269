# The review, every six months: what still holds, what changed, what is gone. And the history of an answer.

option-review = Review
option-review-resume = Go on with the review
option-history = History
review-too-early = There is nothing to review yet. Make your call list first.
review-begins = Let us see whether everything is still right. You can stop at any time: I remember where we were.
review-goes-on = On with the review. { $count } to go.
review-stopped = Good, we stop here. { $count } to go. The menu has a button for it: Go on with the review.
review-over = The review is finished.
review-finished-by = The review was finished on { $date }, by { $who }.
review-you = you
review-number = Is this number right? It is best to call it. Know the new number already? Type it. { $count } to go.
review-number-right = Called, it is right
review-number-wrong = Wrong number
review-number-no-answer = Nobody answered
review-numbers-unchanged = All numbers are the same
review-number-anew = What is the right number of { $name }?
review-number-later = That happens. I have put it on your list to call again.
review-numbers-noted = Noted: the numbers are still the same.
review-subject = <b>{ $name }</b>
review-seen = Last checked on { $date }.
review-why-jewel = This is a crown jewel. { $seen }
review-why-backup = Without a good backup you lose everything. { $seen }
review-why-risk = The risk is high here. { $seen }
review-still = Is this still right? { $count } to go.
review-yes = Yes, still right
review-changed = Something changed
review-gone = It is gone
review-section-unchanged = Nothing changed in: { $section }
review-section-noted = Noted. Nothing changed in: { $section }.
review-taken-off = Removed: { $name }.
review-which = What changed?
review-members = Do these people still belong here?
review-member = • { $name }: { $role }
review-members-right = Yes, that is right
review-members-wrong = No, not all of them
review-members-how = Thanks for saying so. An owner can remove somebody. Type help to see how.
review-done = <b>The review is done!</b>
review-nothing-changed = Nothing changed.
review-changes = Changed:
review-changes-since = Changed since { $date }:
review-change = • { $question }: { $answer } (was: { $was }), by { $who }
review-change-new = • New: { $question }: { $answer }, by { $who }
review-change-number = • New number for { $name }, by { $who }
review-change-gone = • Gone: { $name }, by { $who }
review-confirmed = { $count ->
    [one] Confirmed: 1 answer
   *[other] Confirmed: { $count } answers
    }, by { $who }.
review-next = The next time: { $date }.
history-title = <b>History: { $question }</b>
history-line = • { $date }: { $answer }, by { $who }
history-confirmed = • { $date }: confirmed by { $who }
todo-call-again = Call again: { $name }
command-nalopen = check whether everything is still right
command-afspraken = who does what, and when
command-backup = keep your backup diary
