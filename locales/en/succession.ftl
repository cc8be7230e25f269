# An owner who cannot be reached any more: two others together make somebody owner.

option-succession = The owner is gone
succession-title = <b>Can no owner be reached any more?</b>
succession-how = Two of you can make somebody else owner together. It takes at least 72 hours. Everybody is told every day, and every owner can stop it.
succession-who = Who should become owner?
succession-too-few = That takes two people from the company, and there are too few. Ask whoever runs this bot.
succession-sure = New owner: { $name }. Everybody in the company will be told now. Are you sure?
succession-asked = ✓ Asked. New owner: { $name }. Somebody else has to want it too, within 72 hours. Then the wait begins.
succession-began = ✓ The wait has begun. New owner: { $name }, on { $date }.
succession-stopped = ✓ Stopped: { $name } will not become owner. Everything stays as it was.
succession-operator = whoever runs this bot
succession-wish-own = ⚠ { $name } wants to become owner. Somebody else has to want it too.
succession-wish = ⚠ { $asker } wants { $name } to become owner. Somebody else has to want it too.
succession-warning = ⚠ On { $date } { $name } becomes owner, unless somebody stops it.

option-join-succession = I want this too
option-stop-succession = Stop this
option-leave-succession = Rather not

notice-succession-asked-own = ⚠ { $name } wants to become owner of { $company }, because the owner cannot be reached. Somebody else has to want it too.
notice-succession-asked = ⚠ { $asker } wants { $name } to become owner of { $company }, because the owner cannot be reached. Somebody else has to want it too.
notice-succession-began = ⚠ On { $date } { $name } becomes owner of { $company }. Asked for by { $asker }, because the owner cannot be reached. Every owner can stop it.
notice-succession-waits = ⚠ This is still under way: on { $date } { $name } becomes owner of { $company }. Every owner can stop it.
notice-succession-done = The wait is over, and nobody stopped it. { $name } is now an owner of { $company }.
notice-succession-stopped = { $who } stopped it: { $name } will not become owner of { $company }.
notice-succession-lapsed = { $name } will not become owner of { $company }: nobody else wanted it too.
notice-succession-over = { $name } will not become owner of { $company } now: something changed among the people it was about.

log-asked-succession = asked for a new owner ({ $name })
log-began-succession = wait begun for a new owner ({ $name })
log-told-succession = told everybody about the new owner ({ $name })
log-ended-succession = wait for a new owner over
