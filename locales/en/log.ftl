# The log: who did what, and when.

log-title = <b>Log</b>
    You see who did what, never what it said.
log-empty = There is nothing in it yet.
log-day = <b>{ $date }</b>
log-line = { $time } { $who }: { $what }
log-started = began this emergency plan
log-answered = answered { $question }
log-took-back = took back the answer to { $question }
log-changed = changed { $name }
log-took-off = removed { $name }
log-member = is now { $role } ({ $name })
log-member-asks = wants to join as { $role } ({ $name })
log-removed = no longer belongs here ({ $name })
log-lost-owner = no longer an owner ({ $name })
log-invited = made an invitation ({ $role })
log-linked = linked a second channel
log-group-on = switched the bot on in a group
log-group-off = switched the bot off in a group
log-exported = got a copy of everything
log-got-own-copy = got a copy of their own answers
log-opened-feed = made a link for the calendar
log-closed-feed = took back the link for the calendar
log-got-agenda = got a file for the calendar
log-asked-erasure = asked to erase everything
log-agreed-erasure = agreed to erase everything
log-kept-company = called off the erasure
log-broke-glass = looked into your data. The reason: { $reason }
log-restored = put everything back from a copy
log-something = something else
log-unknown = something else
log-operator = The operator
log-program = The bot itself
log-somebody-gone = Somebody who left
only-for-owners = Only an owner can do that.
option-earlier = Earlier
command-logboek = who did what, and when
