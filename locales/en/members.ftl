# Who belongs to the company, who may do what, and what others hear of it.

option-waiting = Waiting for you ({ $count })
option-yes = Yes
option-no = No

company-nameless = your company
only-owner = Only an owner can do that. Feel free to ask.
not-yours = You may not do that here. Ask the owner.
standing-settled = That has already been settled.
standing-elsewhere = This is about { $company }.
standing-switch-first = This is about { $company }. Switch first: { $command }

waiting-title = <b>This is waiting for you</b>
waiting-none = Nothing is waiting for you now.

member-nameless = somebody without a name
member-role-owner = owner
member-role-editor = editor
member-role-reader = reader
member-role-helper = helper

members-title = <b>Who belongs here</b>
members-line = { $number }. { $name }: { $role }
members-line-waiting = { $number }. { $name }: { $role }, still waiting for an owner
members-invite = Invite somebody
member = { $name }: { $role }, since { $date }
member-make-owner = Make owner
member-make-editor = Make editor
member-make-reader = Make reader
member-make-helper = Make helper
member-remove = Remove
member-leave = Leave
member-remove-sure = { $name } will no longer see anything of your company. Are you sure?
member-leave-sure = You will no longer see anything of this company. Are you sure?
member-gone = ✓ { $name } no longer has access to anything.
member-has = { $name } can still have:
member-has-list = • the call list: on paper, in the chat or as contacts in the phone
member-has-read = • what could be read in the chat
member-has-agenda = • a file for the calendar, of { $date }
member-has-own-copy = • a copy of their own answers, of { $date }
member-has-copy = • a copy of everything, of { $date }
member-gone-take-back = Ask for that back, and change codes that { $name } knew.
member-gone-group = Is { $name } still in a group in which I am switched on? Then { $name } can still read what is said there. Take { $name } out, or switch me off there.
you-left = ✓ You no longer belong to { $company }. Want to start something of your own? Send me a message.
last-owner = There must always be an owner. Make somebody else an owner first.
member-changed = ✓ { $name } is now { $role }.
member-confirmed = ✓ { $name } belongs here now: { $role }.
member-refused = Good that you checked. { $name } will see nothing, and the invitation no longer works.

application = <b>{ $name } wants to join as { $role }.</b> Call { $name } and ask for the three words. They must be: { $words }.
application-yes = Yes, this is { $name }
application-no = No, somebody else

new-keys = <b>{ $name } is writing on Matrix with new keys.</b> It may be a new phone, or it may be somebody else. Call { $name } on a number that you already had. Until you choose, nobody gets to see anything there.
new-keys-yes = Yes, this is { $name }
new-keys-no = No, somebody else
own-new-keys = <b>Somebody is writing on Matrix in your name, with new keys.</b> Do you have a new phone, or did you reset your keys? Until you choose, nobody gets to see anything there.
own-new-keys-yes = Yes, that is me
own-new-keys-no = No, that is not me
new-keys-vouched = ✓ { $name } can go on again on Matrix.
new-keys-disowned = Thanks for saying so. Nobody gets to see anything there. Tell whoever runs this bot, too.
notice-new-keys-vouched = { $who } says that { $name } has new keys on Matrix. { $name } can go on again there. Is that not right? Call { $who }.
notice-new-keys-disowned = { $who } says that somebody else is writing on Matrix in the name of { $name }. Nobody gets to see anything there.
notice-you-are-vouched = An owner says that it is you, with new keys on Matrix. We go on there where we were.

notice-you-are-confirmed = You now belong to { $company }: { $role }. Type menu to begin.
notice-you-are-refused = The owner did not recognise you. If it was you, ask for a new invitation.
notice-you-are-changed = At { $company } you are now { $role }.
notice-you-are-removed = You no longer belong to { $company }. Ask the owner if that is wrong.
notice-member-confirmed = { $name } now belongs to your company: { $role }.
notice-member-changed = { $name } is now { $role }. Is that wrong? Type help to see how to change it.
notice-member-removed = { $name } no longer belongs to your company.
notice-member-left = { $name } has left your company.
notice-out-of-reach = { $channel ->
    [telegram] ⚠ { $name } of { $company } no longer gets my messages on Telegram.
    [matrix] ⚠ { $name } of { $company } no longer gets my messages on Matrix.
   *[terminal] ⚠ { $name } of { $company } no longer gets my messages.
    } No reminders either. Ask { $name } to send me something there again.
notice-code-alarm = Somebody is trying to guess codes. Your invitation was not guessed. Codes do not work for the next ten minutes.
notice-linked = { $channel ->
    [telegram] From now on you talk to me on Telegram, too.
    [matrix] From now on you talk to me on Matrix, too.
   *[terminal] From now on you talk to me in a terminal, too.
    } Was that not you? Ask an owner to remove you.
notice-member-linked = { $channel ->
    [telegram] { $name } of { $company } now also talks to me on Telegram.
    [matrix] { $name } of { $company } now also talks to me on Matrix.
   *[terminal] { $name } of { $company } now also talks to me in a terminal.
    } Is that not right? Ask { $name }, or remove { $name }: type members.
