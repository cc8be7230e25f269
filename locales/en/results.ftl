# What comes out: the views that follow from the answers.

option-results = Your results
results-title = <b>Your results</b>
    Choose what you want to see.
result-option-inventory = What you have
result-option-backups = Backup traffic light
result-option-link = Weakest link
result-option-top = Top five to do
result-option-spend = An hour or a few hundred euros
result-option-todos = Everything to do
result-todos-title = <b>Everything still to do</b>
result-todos-section = <b>{ $section }</b>
result-option-what-if = Suppose something fails
result-not-yet = I know too little about that yet. Tell me more under: { $section }.

result-inventory-title = <b>This is what you have</b>
result-devices = { $count ->
    [one] • 1 device: { $names }
   *[other] • { $count } devices: { $names }
    }
result-programs = { $count ->
    [one] • 1 program or service: { $names }
   *[other] • { $count } programs and services: { $names }
    }
result-connections = { $count ->
    [one] • 1 connection: { $names }
   *[other] • { $count } connections: { $names }
    }
result-data = { $count ->
    [one] • 1 kind of data: { $names }
   *[other] • { $count } kinds of data: { $names }
    }
result-suppliers = { $count ->
    [one] • 1 supplier: { $names }
   *[other] • { $count } suppliers: { $names }
    }
result-updates-fine = Everything still gets updates, as far as I know.
result-updates-ended = No more updates for: { $names }.
result-updates-unknown = Still to find out if these get updates: { $names }.

result-backups-title = <b>Your backup traffic light</b>
result-light-red = 🔴 { $name } (red): { $rule }
result-light-orange = 🟠 { $name } (orange): { $rule }
result-light-green = 🟢 { $name } (green): { $rule }
result-backups-rule = The rule is 3-2-1. Keep three copies, in two kinds of places, such as a drive and the cloud. One is somewhere else.
    Keep one off the network (unplugged) at all times, and put a date on it.
    Make backups at fixed times, and practise restoring them.
result-backup-none = there is no backup
result-backup-on-network = no copy off the network
result-backup-restore-failed = restoring failed
result-backup-maker-unknown = you do not know yet who makes a backup
result-backup-not-elsewhere = no copy in another place
result-backup-too-few = only one copy besides the original
result-backup-sometimes-off = a copy off the network only some of the time
result-backup-not-encrypted = personal data leaves the building unencrypted
result-backup-no-rhythm = no fixed rhythm
result-backup-undated = no date on it
result-backup-overwritten = the new one replaces the old one
result-backup-never-restored = restoring was never practised
result-backup-restored-long-ago = restoring was last practised long ago
result-backup-place-unknown = not known where the copies are
result-backup-off-unknown = not known whether a copy is off the network
result-backup-restore-unknown = not known whether restoring works
result-backup-rhythm-unknown = not known how often
result-backup-date-unknown = not known whether it is dated
result-backup-encryption-unknown = not known whether it is encrypted
result-backup-fine = copies here and elsewhere, one off the network, and restoring worked
result-backup-fine-supplier = your supplier keeps a copy elsewhere, off the network, and restoring worked

result-link-title = <b>Your weakest link</b>
result-link = • { $name }, named in { $count } places: { $things }
result-link-advice = A person? Teach somebody else. A firm? Find a second one.
result-link-none = No person or supplier has three or more things depending on them, as far as I know.
result-link-alone = Only one person knows how this works: { $things }.
result-mailbox = • { $name }, the key to { $count ->
    [one] 1 thing
   *[other] { $count } things
    }: { $things }
    Why: whoever gets into your mail can ask for a new password anywhere.
result-mailbox-alone = • { $name }: whoever gets into your mail can ask for a new password anywhere.
result-keeper = • { $name }: without this you cannot log in anywhere.
result-keeper-who = Who looks after it: { $who }.
result-keeper-place = Where it is: { $place }
result-keeper-unknown = I do not know yet who or what keeps your passwords. Choose one place, such as a password manager.
result-weak = Weak: { $things }.

result-top-title = <b>Do these first</b>
    What matters most is at the top.
result-top-none = Nothing is on your list.
result-top-line = { $number }. { $todo }
    Why: { $why }.
result-why-jewel = one of your crown jewels
result-why-outage = { $level ->
    [high] this is a crown jewel, and an outage would be very bad
   *[middle] this is a crown jewel, and an outage would cost money
    }
result-why-mistakes = { $level ->
    [high] this is a crown jewel, and a mistake in it would be very bad
   *[middle] this is a crown jewel, and a mistake in it would cost money
    }
result-why-leak = { $level ->
    [high] this is a crown jewel, and a leak would be very bad
   *[middle] this is a crown jewel, and a leak would cost money
    }
result-why-backup = a good backup saves your data
result-why-section = this is under: { $section }

what-if-title = <b>Suppose something fails</b>
    Choose what fails.
what-if-nothing = I know of no suppliers, connections or devices yet.
what-if-gone = That is no longer on your list.
what-if-item = { $kind ->
    [contact] <b>Suppose { $name } is unavailable</b>
   *[other] <b>Suppose this fails:</b> { $name }
    }
what-if-falls = Then this goes down too, as far as I know: { $things }.
what-if-falls-nothing = Nothing else fails then, as far as I know.
what-if-no-help = You then have no help with: { $things }.
what-if-without = • { $name }: you can do without it for { $without }.
what-if-no-fallback = • { $name }: you can do without it for { $without }. I do not know yet how long your fallback lasts.
what-if-fallback-helps = • { $name }: you can do without it for { $without }. Your fallback keeps you going for { $fallback }.
what-if-fallback-short = • { $name }: you can do without it for { $without }. Your fallback lasts { $fallback }. That is no longer than you can do without it.
what-if-fallback-only = • { $name }: your fallback keeps you going for { $fallback }.
what-if-time-unknown = I do not know yet how long you can manage.
time-hours = at most 4 hours
time-day = a day
time-week = a week
time-longer = more than a week

result-option-plan = Fallback and recovery plan
result-option-roles = Who does what
result-option-suppliers = Suppliers
result-option-impact = How bad is it
result-not-known = not known yet

result-roles-title = <b>Who does what when things go wrong</b>
result-role = • { $what }: { $who }
result-roles-left = Not arranged yet: { $things }.

result-suppliers-title = <b>What you may expect of suppliers</b>
result-supplier = <b>{ $name }</b>
result-supplier-expect = Does: { $answer }
result-supplier-expect-not = Does not: { $answer }
result-supplier-reaction = How soon help comes: { $answer }
result-supplier-repair = How soon it works again: { $answer }
result-supplier-contract = Contract number: { $answer }

result-impact-title = <b>This hurts you most</b>
result-impact = { $number }. { $name }: { $code }. { $without }
result-impact-without = You can do without it for { $time }.
result-impact-code = Three figures: how bad an outage, a mistake and a leak would be. 3 is very bad, 1 not so bad.
result-impact-open = A question mark: I do not know that yet.
result-impact-not-asked = An x: that question does not fit a connection.

result-plan-title = <b>Your fallback and recovery plan</b>
result-plan-loss = <b>Without { $role ->
    [loss-communication] mail and phone
   *[other] { $name }
    }</b>
result-plan-go-on = How you carry on: { $answer }
result-plan-reserve = Where the fallback is: { $answer }
result-plan-who = Who takes care of it: { $answer }
result-plan-how-long = How long you can keep going: { $answer }
result-plan-open = No plan yet for: { $things }.
result-plan-order = Order of recovery: { $answer }
result-plan-needs = Needed for recovery: { $answer }
result-plan-back = Back to normal: { $answer }
result-plan-tested = Tested: { $outcome }. When: { $date }. By: { $who }.
result-plan-lesson = To be improved: { $lesson }
result-plan-untested = Your plan is not ready until it has been tested once.
result-plan-planned = The test is planned for { $date }.
result-plan-reminded = On { $date } I remind you of the test.
