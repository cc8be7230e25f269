# The file for the calendar, and what is said with it.

option-calendar = Put it in my calendar
calendar-sent = This file puts the dates in your calendar. Tap it and choose your calendar.
    If you get a new file later, it updates the old dates.

# What the calendar that is subscribed to is called.
calendar-name = Emergency plan
calendar-title = { $kind ->
   *[review] Review your emergency plan
    [backup] Make the backup
    [restore] Practise restoring a backup
    [drill] Practise your emergency plan
    [contract] Renew or cancel a contract
    [end-of-life] Something will get no more updates
    [acceptance] Look again at an accepted risk
    [agreement] Check an agreement
    [reply] Ask for an answer about an agreement
    [numbers] Check the phone numbers
}
calendar-about = { $kind ->
   *[review] Are your call list and your answers still right? Open noodplan in your chat. It takes about ten minutes.
    [backup] Open noodplan in your chat and tick off: made, disconnected, dated.
    [restore] Restore one file and see if it works. Open noodplan in your chat and tick it off.
    [drill] Practise once as if something were really wrong. Open noodplan in your chat.
    [contract] Open noodplan in your chat to see which contract it is.
    [end-of-life] Open noodplan in your chat to see which device or program it is.
    [acceptance] Open noodplan in your chat and choose again: still fine, or time to act?
    [agreement] Has it been done? Open noodplan in your chat and tick it off.
    [reply] Is there an answer yet? Open noodplan in your chat and tick it off.
    [numbers] Open noodplan in your chat and call the numbers on your call list.
}
