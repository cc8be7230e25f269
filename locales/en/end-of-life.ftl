# Until when the maker gives updates, and what to do when that stops.

product-which = Which one is it?
    Choose one, or type it more exactly. On a computer it is in Settings, under About.
product-this = Do you mean { $guess }?

support-ended-on = { $product } has had no updates since { $date }.
support-ended = { $product } gets no more updates.
support-ending = { $product } gets updates until { $date }. That is less than a year.
support-until = { $product } gets updates until { $date }.
support-goes-on = { $product } still gets updates.
support-paid = If you pay, you get them until { $date }.
support-source = Source: { $source }, checked on { $date }.

q-device-last-update = When did your { $name } last get an update?
    .why = Your { $name } is not on my list. If the last update is years old, the maker has probably stopped.
    .help = Often it is in Settings, under About, or on the maker's site. A month or a year is enough.
    .in-shop = The till: May 2025, says the supplier.
    .in-workshop = The machine's controls: 2019, at the last service.
    .in-office = The printer: last month, it asked for it itself.
    .find-out = Find out when your { $name } last got an update.
    .short = Last update of { $name }

q-device-end = What do you do when your { $name } gets no more updates?
    .why = Holes in an old system are no longer closed. Replacing it is best. If you cannot, take it off the internet.
    .help = Off the internet means: not online, and apart from the rest.
    .in-shop = The till is old. A new one comes this year.
    .in-workshop = The computer by the machine cannot be updated. It goes off the internet.
    .in-office = The laptop is replaced in autumn. Until then you take the risk.
    .find-out = Choose what to do with your { $name }.
    .short = { $name } without updates
    .replace = Replace or upgrade it
    .isolate = Take it off the internet
    .isolate-then = This is how: take it off the internet, and keep it apart from the rest. Your computer help knows how. Turn off what you do not use. Let nobody log in with an account that works elsewhere too.
    .accept = Take the risk, until a date

q-device-until = Until when do you take that risk with your { $name }?
    .why = I will come back to it on that day. Then it is a choice, not something you forgot.
    .help = Choose a day on which you want to look at it again.
    .in-shop = After the holidays, when it is quiet.
    .in-workshop = In August, when the machine stops for maintenance.
    .in-office = In January, with the new budget.
    .find-out = Choose until when you take that risk with your { $name }.
    .short = Until when the risk with { $name }
    .months-3 = In three months
    .months-6 = In half a year
    .year-1 = In a year

q-software-last-update = When did your { $name } last get an update?
    .why = This is not on my list. If the last update is years old, the maker has probably stopped.
    .help = Often it is under Help or About, or on the maker's site. A month is enough.
    .in-shop = The till program: May 2025.
    .in-workshop = The drawing program: 2021, after that it cost money.
    .in-office = The bookkeeping program: last week, when it started up.
    .find-out = Find out when your { $name } last got an update.
    .short = Last update of { $name }

q-software-maker = Does the maker still give updates for your { $name }?
    .why = An update closes the holes through which hackers get in.
    .help = Ask the maker, or whoever sold you the program.
    .in-shop = Your till supplier will know.
    .in-workshop = The drawing program's site says: only with a subscription now.
    .in-office = A notice in the bookkeeping program says that it stops next year.
    .find-out = Find out whether there are still updates for your { $name }.
    .short = Updates for { $name }
    .yes = Yes
    .no = No

q-software-end = What do you do when your { $name } gets no more updates?
    .why = Holes in an old program are no longer closed. Moving on is best. If you cannot, take it off the internet.
    .help = Off the internet means: on a computer that never goes online.
    .in-shop = The till program has had its day. You move to a new one.
    .in-workshop = You still need the old drawing program. It runs on a computer without internet.
    .in-office = The new version comes in March. Until then you take the risk.
    .find-out = Choose what to do with your { $name }.
    .short = { $name } without updates
    .replace = Move on or upgrade
    .isolate = Take it off the internet
    .isolate-then = This is how: use it on a computer that is not on the internet, apart from the rest. Turn off what you do not use. Let nobody log in with an account that works elsewhere too.
    .accept = Take the risk, until a date

q-software-until = Until when do you take that risk with your { $name }?
    .why = I will come back to it on that day. Then it is a choice, not something you forgot.
    .help = Choose a day to look at it again.
    .in-shop = After the sales, at the end of January.
    .in-workshop = In May, when the job is done.
    .in-office = When the annual figures are out of the door.
    .find-out = Choose until when you take that risk with your { $name }.
    .short = Until when the risk with { $name }
    .months-3 = In three months
    .months-6 = In half a year
    .year-1 = In a year

todo-isolate = Take your { $name } off the internet.
todo-find-version = { $kind ->
    [software] Find out which version of your { $name } you have.
   *[other] Find out which version is on your { $name }.
    }

date-has-been = That day has passed. Choose one that is still to come.
clash-hours = Please note: you can do without your { $name } for 4 hours at most, yet losing it is not so bad. Is something wrong? Type back.
clash-longer = Please note: you can do without your { $name } for more than a week, yet losing it is very bad. Is something wrong? Type back.

result-option-end-of-life = Updates: until when?
result-end-title = <b>Until when do you get updates?</b>
result-end-ended = 🔴 { $name }: { $what }
result-end-ending = 🟠 { $name }: { $what }
result-end-fine = 🟢 { $name }: { $what }
result-end-unknown = ⚪ { $name }: { $what }
result-end-told = you say there are no more updates.
result-end-old = the last update was on { $date }. That is long ago.
result-end-recent = the last update was on { $date }.
result-end-going = it still gets updates.
result-end-unclear = I do not know yet which version it is.
result-end-not-known = unknown. That is a risk too: find out.
result-end-replace = You replace it.
result-end-isolate = You take it off the internet.
result-end-accept = You take the risk.
result-end-accept-until = You take the risk until { $date }.
result-end-open = Replace it, take it off the internet, or take the risk until a date.
result-updates-ending = Updates end within a year for: { $names }.
list-space = { $list } { $next }
