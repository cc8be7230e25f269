# The things: look, add, rename, copy, merge, take off. And what there is to do.

option-things = Your things
option-untold = { $count ->
    [one] Describe 1 more thing
   *[other] Describe { $count } more things
    }
option-add = Add something
things-title = <b>Your things</b>
    Choose one to look at it or change it.
things-none = There is nothing here yet. Add something, or first fill in what you have.
things-untold = Not described yet: { $names }. Now or later, just as you like.

thing-title = <b>{ $name }</b>
thing-nothing-told = You have not told me about this yet.
thing-tell = { $count ->
    [one] Describe it: 1 question
   *[other] Describe it: { $count } questions
    }
thing-rename = Another name
thing-copy = One more like this
thing-merge = Merge
thing-remove = Remove
thing-progress = { $bar } { $name }, question { $number } of { $total }
thing-complete = That is all there is to tell about { $name }.

thing-ask-kind = What would you like to add?
thing-kind-device = A device
thing-kind-software = A program or service
thing-kind-connection = A connection
thing-kind-data = Data
thing-ask-name = { $kind ->
    [device] Which device? Type what you call it.
    [software] Which program or service? Type what you call it.
    [connection] Which connection? Type what you call it.
   *[other] Which data? Type what you call it.
    }
thing-there-already = { $name } is already there. Got another? Then choose: one more like this.
thing-called-so = { $name } is already there.
thing-added = Added.
thing-ask-new-name = What do you call { $name } from now on?
thing-renamed = The name has changed.
thing-copied = { $count ->
    [0] One more like it. Tell me about it if you like.
    [one] One more like it. I copied 1 answer. What is true of this one only, I ask again.
   *[other] One more like it. I copied { $count } answers. What is true of this one only, I ask again.
    }
thing-ask-twin = Which one is the same as { $name }? Everything about the two is then put together.
thing-merged = Merged. What belonged to { $other } is here now.
thing-removed = Removed: { $name }.
thing-put-back = It is back on the list.
thing-hanging = Something still depends on <b>{ $name }</b>: { $things }.
    Remove it all the same?
thing-remove-yes = Yes, remove it
thing-remove-no = No, leave it

follows-asked = { $count ->
    [one] I have 1 more question for you now.
   *[other] I have { $count } more questions for you now.
    }
follows-gone = { $count ->
    [one] 1 question is no longer needed.
   *[other] { $count } questions are no longer needed.
    }
follows-todo = New on your list: { $todo }
follows-done = No longer needed: { $todo }
follows-light = Traffic light: { $name } went from { $was ->
    [red] red
    [orange] orange
   *[green] green
    } { $is ->
    [red] to red.
    [orange] to orange.
   *[green] to green.
    }

option-todos = To do ({ $count })
todos-title = <b>Still to do: { $count }</b>
    Choose one. Then say whether it is done, or who does it.
todos-none = There is nothing left on your list. Well done!
todo-agreed = { $todo } ({ $agreed })
todo-until = by { $date }
todo-who-when = Agreed: { $agreed }
todo-done = Done
todo-know-now = I know now
todo-changed = Change the answer
todo-who = Who does it?
todo-when = By when?
todo-ask-who = Who does it? Choose somebody from your call list.
todo-ask-when = By when must it be done? Type a date, such as: Friday, or 1 February.
todo-when-past = That day has passed. Choose one that is still to come.
todo-noted = Noted.
todo-ticked-off = Good, that is done.
todo-undo = Not done after all
todo-put-back = It is back on your list.

contradiction-updates = Please note: you said two things about the router. It updates itself, and it gets no updates. Is something wrong? Type back.
contradiction-backup = Please note: you want to go on with the backup. But you said that there is none of { $name }.
contradiction-login = Please note: for { $name } you said that you work without logging in, and that there is a password. Is something wrong? Type back.
contradiction-password = Please note: you said that { $name } has no password. You also said that too many people know the password. Is something wrong? Type back.
contradiction-restore = Please note: { $name } would restore your backup, but does not make one. Is something wrong? Type back.
contradiction-own-data = Please note: { $name } restores your backup, but does not get your data back. Is something wrong? Type back.
contradiction-guests = Please note: you said that you have Wi-Fi for guests, and that guests get no Wi-Fi. Is something wrong? Type back.
contradiction-supplier-backup = Please note: you said that the supplier makes the backup of { $data }. But of { $names } you said that they make none. Is something wrong? Type back.
contradiction-alone = Please note: you said that you work alone. Then there are no colleagues to discuss this with.
