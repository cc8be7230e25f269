# Backups: is there a copy, and can you put it back?

q-backup-made = Who makes a backup of your { $name }?
    .why = A backup (spare copy) saves you after a breakdown, a slip or a virus. Also when your laptop is broken, lost or stolen.
    .help = By itself: the shop's till copies every night. By hand: somebody in the workshop plugs in a drive. Or the supplier of your online books does it.
    .short = Backup of { $name }
    .automatic = We do, it runs by itself
    .by-hand = We do, by hand
    .supplier = The supplier
    .nobody = Nobody

q-backup-often = How often do you make a backup of your { $name }?
    .why = Everything since the last backup is gone. How much work may that be?
    .help = A webshop misses twenty orders after one day: so every day. Workshop drawings that seldom change? Then once a week is often enough.
    .short = How often a backup of { $name }
    .daily = Every day
    .weekly = Every week
    .monthly = Every month
    .seldom = When I think of it

q-backup-copies = Where are the copies of your { $name }?
    .why = After a fire or a burglary everything in your building is gone. Best: two copies, one of them in another safe place.
    .help = A drive in the shop's safe and one at home. Or a drive in the office and a copy in the cloud. A workshop leaves one with the bookkeeper.
    .short = Copies of { $name }
    .one-here = One, here in the building
    .two-here = More, all in the building
    .one-elsewhere = One, somewhere else
    .two-places = Both here and elsewhere

q-backup-offline = Is there a copy of your { $name } apart from the network?
    .why = Ransomware (a virus that locks everything) takes every drive that is plugged in as well.
    .help = Pull the drive out as soon as the backup is done. That works in a shop, a workshop and an office. A cloud folder that keeps in step all the time is not apart.
    .short = Offline copy of { $name }
    .yes = Yes, always
    .sometimes = Only sometimes
    .no = No

q-supplier-keeps = Where does your supplier keep the backup of your { $name }?
    .why = If the copy sits beside the original, a single hack or fire takes both.
    .help = Mail their helpdesk: is our backup kept somewhere else, out of a hacker's reach? The maker of your till, planning or books will know. A plain answer will do.
    .short = Supplier's backup of { $name }
    .apart = Elsewhere, and offline
    .elsewhere = Elsewhere, but online
    .not-asked = I never asked

q-backup-restored = Have you ever restored your { $name } as an exercise?
    .why = A backup that you never restore is a gamble. Practise with a single file.
    .help = Restore one invoice of the office, or one drawing of the workshop. Does it open, and is it right? If your supplier makes the backup, ask for such a trial for your shop.
    .short = Restoring { $name }
    .worked = Yes, this year, it worked
    .long-ago = Longer ago
    .failed = Yes, but it failed
    .never = No, never

q-backup-encrypted = Are your backups encrypted?
    .why = Encrypted is unreadable without the key. If that key is only on the broken computer, you are locked out yourself.
    .help = A drive with the shop's customers gets lost on the tram. Encrypted, that is no disaster. Keep the key on paper in the safe of office or workshop, not with the drive.
    .short = Backups encrypted
    .key-apart = Yes, the key is kept apart
    .key-beside = Yes, the key is beside it
    .no = No

q-backup-dated = Do your backups have a date, and how far do they go back?
    .why = A virus may have been there for weeks. With a date you can choose a backup from before.
    .help = Put a sticker on the shop's drive: Friday 20 November. Or put the date in the name of the office folder. Keep a few old ones too, such as one a month.
    .short = Date on backups
    .months = Yes, months back
    .weeks = Yes, a few weeks back
    .overwritten = No, old gets overwritten
    .undated = Several, but no date

q-backup-after-change = Do you also make a backup after something important?
    .why = Did you change or add important files? Then do not wait for the usual day.
    .help = The shop has just counted all its stock. The workshop has a new drawing for a big customer. The office has finished the annual figures. You do not want to do that again.
    .short = Backup after something important
    .yes = Yes
    .no = No

q-backup-day = On which day do you check that the backup worked?
    .why = A fixed day makes it a habit. That is your schedule.
    .help = The baker does it on Friday after closing. The workshop on Monday over coffee. The office has it in the calendar. Five minutes will do: made, unplugged, date on it.
    .short = Fixed day for backups
    .every-day = Every day
    .monday = Monday
    .tuesday = Tuesday
    .wednesday = Wednesday
    .thursday = Thursday
    .friday = Friday
    .saturday = Saturday
    .sunday = Sunday
    .no-day = No fixed day yet
