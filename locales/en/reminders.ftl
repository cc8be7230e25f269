# The agenda, the reminders and what can be done about them.

words-until = until, till, up to, snooze until

command-agenda = what is coming, and when
command-gedaan = say that something is done
command-later = put off what is open
command-pauze = no reminders for a while, on holiday

agenda-title = <b>Your schedule</b>
agenda-open-title = Open now:
agenda-coming-title = Coming up:
agenda-line = • { $date }: { $what }
agenda-line-put-off = • { $date }: { $what } (put off until { $until })
agenda-empty = Nothing here yet. First put somebody with a number on your call list.
agenda-paused = Holiday: I keep quiet about this until { $date }.
agenda-review = review everything
agenda-numbers = call the numbers on your call list
agenda-backup = make a backup
agenda-agreement = { $name }
agenda-reply = ask for an answer about "{ $name }"
agenda-contract = contract with { $name }
agenda-end-of-life = replace your { $name }, or take it off the internet
agenda-acceptance = look at this risk again: { $name }
agenda-restore = practise restoring your { $name }
agenda-drill = test your plan
agenda-nothing-open = Nothing is open right now. What is coming is in the menu, under More.
agenda-which = More than one thing is open. Which one is done?
agenda-choose = This one needs a choice. What will you do?
agenda-settled = That is not open any more.
agenda-not-yours = Only somebody who may answer the questions can do that.
agenda-done = ✓ Done: { $what }.
agenda-done-until = ✓ Done: { $what }. Next time: { $date }.

reminder-title = <b>Reminder for { $company }</b>
reminder-late = I was away for a while. Since { $date } I could not tell you anything.
reminder-review-ahead = On { $date } it is time to review everything: are your numbers and answers still right? Starting now is fine too. You can do it bit by bit.
reminder-review-first = Half a year has gone by. Is everything still right? Start with the numbers on your call list. You can do it bit by bit.
reminder-review-day = Everything was last reviewed on { $last }. Is it still right? Start with the numbers on your call list. You can do it bit by bit.
reminder-review-open = The review of { $date } is still open. Start with your call list: five minutes is enough.
reminder-review-others = The review of { $date } has not been done yet. Can you do it, or go through it together?
reminder-numbers = Not called for half a year: { $names }. Give them a ring and see if the number is still right. Is a number wrong? Choose this in the menu: { $option }.
reminder-backup = { $when ->
    [today] Today is your backup day. Make your backup, or check that it worked. Take it off the network and put the date on it.
   *[late] The backup of { $date } is still open. Is it made, off the network, with the date on it?
    }
reminder-agreement = { $when ->
    [today] Today is the day: { $what }. Did it happen?
   *[late] This was to happen on { $date }: { $what }. Did it?
    }
reminder-reply = { $when ->
    [late] You meant to do this on { $date }: { $what }. Is there an answer yet?
   *[today] You meant to do this today: { $what }. Is there an answer yet?
    }
reminder-contract = { $when ->
    [late] Ended on { $date }: { $what }. Is it settled?
    [today] Ends today: { $what }. Is it settled?
   *[ahead] Ends on { $date }: { $what }. Do you want to renew, change or cancel?
    }
reminder-contract-notice = { $when ->
    [late] You could give notice until { $date }: { $what }. Is it settled?
    [today] Today is the last day to give notice: { $what }. Is it settled?
   *[ahead] You can give notice until { $date }: { $what }. Do you want to renew, change or cancel?
    }
reminder-end-of-life = { $when ->
    [ahead] From { $date } there will be no more updates. To do: { $what }.
   *[late] Since { $date } there are no more updates. To do: { $what }.
    }
reminder-acceptance = { $when ->
    [ahead] Until { $date } you take this risk: { $what }. What do you choose after that?
   *[late] Until { $date } you took this risk: { $what }. What do you choose now?
    }
reminder-restore = A backup only counts if you can restore it. Planned for { $date }: { $what }. One file is enough.
reminder-drill = { $when ->
    [ahead] There is an exercise on { $date }: { $what }. Set half an hour aside, with everybody involved.
    [today] There is an exercise today: { $what }. Take your emergency plan, and pretend for half an hour that nothing works.
   *[late] The exercise of { $date } is still open: { $what }. Take your emergency plan, and pretend for half an hour that nothing works.
    }
reminder-left-undone = Something in the emergency plan is still not done, and nobody answers me. Ask { $who } if it will get done.
reminder-more = And { $count } more.
reminder-how = Done? Type { $done }. Later? Type { $later }. See everything? Type { $agenda }.

review-clock = In half a year, on { $date }, I will ask if everything is still right. You don't have to do anything for that now.

later-question = { $count ->
    [one] One thing is open. Until when do you want to wait? Choose, or type a day such as: 1 March, or 3 weeks.
   *[other] { $count } things are open. Until when do you want to wait? Choose, or type a day such as: 1 March, or 3 weeks.
    }
later-unclear = I do not know which day that is. Type a date, such as 1 September, or how long: 3 weeks.
later-over = That day is today or has passed: { $date }. Choose a day that is still to come.
later-too-far = That is more than a year away. Choose a day within a year.
later-already = This was put off until { $date } already. I leave it at that.
later-done = ✓ All right. I will come back to it on { $date }.
later-beyond = Mind you, this comes earlier: { $what }, on { $date }.
later-not-yours = You cannot put this off. Ask whoever keeps the schedule.

pause-question = Until when is your holiday? Type the first day that you are back, such as 1 March. The emergency plan always works.
pause-for-all = This holds for all of you. Is it only you who wants a break from reminders? Choose in your schedule: { $option }.
pause-running = I keep quiet until { $date }. Back already? Choose that, or type another day.
pause-begun = { $all ->
    [yes] ✓ Have a good time! No reminders for any of you until { $date }. The emergency plan works as always.
   *[no] ✓ Have a good time! No reminders until { $date }. The emergency plan works as always.
    }
notice-paused = { $who } is on holiday until { $date }. Until that day none of you gets reminders. Want them after all? Look in the menu under More: { $option }.
pause-ended = ✓ Welcome back. Reminders are on again.
pause-none = There was no pause. Reminders are on.

habits-title = <b>Reminders</b>
habits-hour = Time of day: { $time }
habits-zone = Time zone: { $zone }
habits-weekends = { $on ->
    [yes] Also on Saturday and Sunday.
   *[no] Not on Saturday and Sunday.
    }
habits-you = { $on ->
    [yes] You get the reminders.
   *[no] You are not the first to get them.
    }
habits-own = { $on ->
    [yes] ✓ Reminders of your agreements are on.
   *[no] ✓ Reminders of your agreements are off. From now on I ask whoever keeps the schedule.
    }
own-phrase = Own phrase: { $phrase }
habits-saved = ✓ Noted.
hour-question = I now come at { $time }. When do you want reminders? Type a time between 8:00 and 19:30.
hour-unclear = I do not understand that time, or it falls outside. Type one between 8:00 and 19:30, such as 9:30.
zone-question = It now says: { $zone }. Which time zone do you work in? Type a city or a name, such as Amsterdam or Europe/Lisbon.
zone-unknown = I do not know that time zone. Type the largest city near you, such as Amsterdam or Lisbon.
phrase-question = Which phrase do you want above every reminder? That is how you know that a reminder comes from me. Type a few words, such as: the cat sleeps in the attic.
phrase-unclear = Type at most 60 characters, without full stops, colons, slashes, @ or #.

option-agenda = Schedule and reminders
option-agenda-link = Link for my calendar
option-agenda-link-make = Make a link
option-agenda-link-close = Take my link back
agenda-link-about = With a link your calendar keeps itself up to date. No more files to fetch.
agenda-link-shows = Whoever has the link sees only what is coming, and when. It says nothing about your company.
agenda-link-made = This is your link. Copy it and add it in your calendar, as a subscription.
agenda-link-secret = Keep it to yourself. A new link ends the old one.
agenda-link-closed = ✓ Your link does not work any more. What is already in your calendar goes away when you remove the subscription.
agenda-link-not-made = That does not work right now. Please try again later.
option-review-now = Review now
option-nothing-changed = Nothing changed
option-next-week = In a week
option-next-month = In a month
option-it-is-done = Done
option-it-worked = It worked
option-went-otherwise = It did not quite work
option-numbers-right = Called, all correct
option-new-end = New end date
option-accept-longer = Accept it for longer
option-accept-longer-what = Accept for longer: { $what }
option-act = I will do something about it
option-act-what = I will do something about it: { $what }
option-answered = There is an answer
option-answered-what = There is an answer: { $what }
option-done-what = Done: { $what }
option-put-off = Put it all off
option-pause = Holiday
option-no-pause = I am back
option-habits = Change reminders
option-hour = Another time
option-zone = Another time zone
option-phrase = Own phrase
option-phrase-none = Remove the phrase
option-weekends = { $on ->
    [yes] Not at weekends
   *[no] Also at weekends
    }
option-remind-me = { $on ->
    [yes] Do not remind me
   *[no] Remind me
    }

# After a long outage, to whoever was in the middle of something
outage = I was away for a while: from { $from } to { $until }.
    Did you send me anything in those days? It may not have reached me. Please send it again.
