# What goes with every question: progress, buttons, confirmations, misunderstandings.

section-start = Your company
section-call-list = Call list
    .why = then you know whom to call when things go wrong.
section-roles = Who does what
    .why = then nobody is in doubt when things go wrong.
section-inventory = What you have
    .why = what you know, you can protect.
section-suppliers = Suppliers
    .why = then you know what they do for you, and what they don't.
section-impact = How bad is it
    .why = then you see what has to work again first.
section-backups = Backups
    .why = without a backup, gone is gone.
section-recovery = Fallback and recovery
    .why = then you can carry on when something fails.
section-agreements = Discuss and agree
    .why = a plan only works once everybody knows it.

progress = { $bar } { $section }, question { $number } of { $total }
turn-to = Now about: { $name } ({ $number } of { $total })
ack = ✓ { $answer }
ack-about = ✓ { $question }: { $answer }
ack-unknown = ✓ { $question }: you do not know yet. No problem, I have put it on your list.
ack-unknown-part = ✓ You do not know that yet. No problem, I have put it on your list.
section-later = That comes after { $before }.
section-done = <b>This part is done: { $section }</b>
section-so-far = <b>So far: { $section }</b>
call-list-keep = Type emergency to see this list at any time. Copy it onto paper too, and put it on the wall.
stopped = All right, we stop here. Everything you told me is kept. Type resume to go on.
nothing-open = There are no more open questions. Well done!
question-gone = I no longer ask this question. Your answers are safe.
answers-safe = I lost track of where we were. Your answers are safe. This is the menu.
language-set = From now on in English.

option-unknown = I don't know
option-skip = Skip
option-back = Back
option-same-as = Same as { $name }
option-explain = Explain
option-enough = Enough for now
option-stop = Stop
option-done = Done
option-none = None of these
option-menu = Menu
option-more = More
option-resume = Go on
option-resume-question = Go on with question { $number }
option-begin = Start
option-undo = Put it back
option-other-language = Nederlands
option-privacy = Privacy
option-noodplan = See the emergency plan
option-change-lines = Change the call list
option-begin-section = Start: { $section }
option-resume-section = Go on: { $section }

ticked = ☑ { $label }
unticked = ☐ { $label }

example-shop = <b>Shop</b>: { $example }
example-workshop = <b>Workshop</b>: { $example }
example-office = <b>Office</b>: { $example }

ticks-too-many = That is too many. Choose { $most ->
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
   *[other] { $most }
    } at most. The rest comes later.
ticks-partly = This is not in the list: { $unknown }. The rest is ticked. Is that right? Type done.
things-more = { $count ->
    [one] There is one more. Do you mean that one? Type its name.
   *[other] There are { $count } more. Do you mean one of those? Type its name.
    }

told = { $text }
phone = { $phone }
you = you
your-thing = your { $name }
list-comma = { $list }, { $next }
list-more = { $list } and { $count } more
answer-now = It now says: { $answer }
answer-none = none
answer-open = still open
answer-unknown = I don't know
answer-skipped = skipped

type-it = Please type the answer, so that I can be sure that it is you.
stale = That button belongs to an older question. This is where we are:
error-apology = Sorry, something went wrong on my side. Your answers so far are safe. Please try again. (code { $reference })
error-wait = I cannot save anything right now. Please try again later. The emergency plan still works. (code { $reference })

answer-or-trouble = Is this happening right now? Type emergency and you will see at once who to call.
answer-more = That tells me too little. Type your answer, or choose one.
input-empty = I see no text. Please try again.
input-not-here = That is not possible here.
input-too-long = That is too long to keep. Can you say it in a few sentences?
too-much-today = You have added { $most } things today. You can add more tomorrow. Your emergency plan keeps working.
too-many-items = This company already has { $most } things. I cannot keep more. Change one that is already there.
too-many-companies = You already have { $most } companies. You cannot start another one.
input-broken-contact = I cannot read this contact card. Please type the name and the number.
input-no-such-number = That number is not on the list. Choose one of these:
input-unknown-command = I do not know that command. Type help to see what I can do.
input-not-an-option = I do not understand that here. Choose one of these:
input-secret = { $kind ->
    [bsn] This looks like a citizen service number (BSN).
    [card] This looks like the number of a bank or credit card.
    [recovery-code] This looks like a recovery code.
   *[password] This looks like a password or PIN.
    } I have not kept it. Delete your message from this chat as well. Only write down where it is.
corrected = ✓ Changed: { $answer } (before: { $before })
correction-unclear = That does not fit "{ $question }". Nothing has changed.
correction-same = Your answer to "{ $question }" has not changed.
correction-newer = Your answer to "{ $question }" is different by now. Do you want to change it?
option-change-answer = Change it
taken-back = You deleted your answer to "{ $question }". I have forgotten it.
taken-back-newer = You deleted a message. Your answer to "{ $question }" is different by now, so that one stays.
option-answer-again = Answer again

input-media = { $kind ->
    [picture] I cannot read pictures or videos yet. Please type it.
    [voice] I cannot listen to voice messages. Please type it.
    [location] I cannot read a location. Please type the place.
    [edited] I see that you changed an earlier message. That does not change your answer. Type it here again.
    [undecryptable] Your message arrived encrypted, but without its key. Please send it again.
    [file] I cannot read this file. Please type it, or share a contact.
   *[something] I cannot read this. Please send it as plain text.
    }

help-title = <b>What you can always type</b>
help-line = { $command }: { $what }
command-noodplan = who to call now, and what to do first
command-menu = where you are and what is left to do
command-help = this list
command-taal = go on in Dutch
command-stop = stop for now, everything is kept
command-verder = go on with the next question
command-privacy = what happens to your answers

person-not-known = I do not know them yet. Choose somebody from your call list, or type name and number.
number-not-seen = I see no number. Type one, such as 3.
date-not-seen = I see no date. Type, for example: 1 May 2027, last week or next month.
date-to-come = That day is still to come. Which day was it?
date-impossible = There is no such day. Will you check it?
number = { $number }
date = { $date }

no-channel = No chat channel is set up yet: set NOODPLAN_TELEGRAM_TOKEN to begin on Telegram.
    Until then you talk to noodplan here. Ctrl-D stops it.
