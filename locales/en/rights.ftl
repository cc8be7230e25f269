# What is yours: getting a copy, and being forgotten.

command-mijngegevens = what I keep about you
command-vergeet = have your data erased

privacy-how-long = I keep your answers until you have them erased. Old answers, what you remove and the log go after 24 months. Messages you send go after 7 days. What I could not send goes after 30 days.
privacy-rights = To see what I keep about you, type { $copy }. To have it erased, type { $forget }.
privacy-secrets = Never tell me passwords, PIN codes or your citizen service number (BSN). I will never ask for them.
privacy-own-name = On Telegram I am { $bot }. Is somebody else pretending to be me? Tell them nothing, and tap nothing.
option-my-data = What you keep about me
option-forget = Erase data

own-data-title = <b>This is what I keep about you</b>
own-data-name = • Your name: { $name }
own-data-no-name = • Not your name
own-data-language = • Your language: { $language ->
    [nl] Dutch
   *[en] English
    }
own-data-role = • What you may do: { $role }
own-data-waiting = • You are waiting for an owner to let you in: { $role }
own-data-answers = { $count ->
    [one] • 1 answer that you gave
   *[other] • { $count } answers that you gave
    }
own-data-company = • Also at { $company }: { $role }
own-data-chat = { $channel ->
    [telegram] • A chat on Telegram
    [matrix] • A chat on Matrix
   *[terminal] • A chat in a terminal
    }
own-data-codes = { $count ->
    [one] • 1 code of yours that still works
   *[other] • { $count } codes of yours that still work
    }

copy-offer = Do you also want a copy of everything of { $company }? The other owners will be told.
option-copy-company = Copy of everything
option-copy-first = A copy first
copy-given = Here is the copy. One file is for you to read, the other is for another program. Keep them safe: everything is in them.
copy-once-a-day = There can be one copy a day, and one was made already. Look above, or ask again tomorrow.
copy-title = <b>Everything of { $company }</b>
copy-section = <b>{ $section }</b>

forget-title = <b>What do you want erased?</b>
option-forget-me = Just me
option-forget-company = The whole company
option-never-mind = Never mind
forget-not = Fine, I leave everything as it is.
forget-me = Then you no longer belong to { $company }. If you belong nowhere else, I also forget your name, your language and all our chats.
    What you told me for { $company } stays there. Are you on the call list? Ask an owner to take you off.
    Are you sure?
option-yes-forget-me = Yes, forget me
forget-left = ✓ You no longer belong to { $company }.
forget-done = Done. I no longer know who you are. This chat is yours to delete.
    Is something ever wrong? Type emergency and you get the numbers for everybody.
forget-last-owner = You are the only owner of { $company }. Make somebody else an owner there first, or have that whole company erased.
forget-company = Then I erase everything of the company, for everybody. That happens after seven days. Until then everybody sees it, and every owner can stop it.
    Are you sure? Then type exactly: <b>{ $word }</b>
word-erase = erase
forget-other-name = That is another name. Type it exactly like that, or choose Never mind.
forget-asked-another = Fine. If another owner says yes too, I erase everything on { $date }. Otherwise everything stays. Changed your mind? Type { $command }.
forget-asked = Fine. On { $date } I erase everything. Changed your mind? Type { $command }.
forget-told-others = I have told the others.
forget-owner-lost = Until recently there was another owner. That is why you can ask this only after { $date }.
forget-agreed = Fine. On { $date } I erase everything, unless somebody stops it.
forget-kept = Good. Nothing will be erased.
forget-warning-another = ⚠ If one more owner says yes, everything will be erased on { $date }. An owner can stop that: { $command }.
forget-warning = ⚠ On { $date } everything will be erased. An owner can stop that: { $command }.
option-keep-company = Do not erase
option-agree-erasure = Erase, I agree

notice-erasure-asked-another = ⚠ { $name } wants everything of { $company } erased. If one more owner says yes, that happens on { $date }. Every owner can stop it.
notice-erasure-asked = ⚠ { $name } wants everything of { $company } erased. That happens on { $date }. Every owner can stop it.
notice-erasure-agreed = ⚠ { $name } agrees. On { $date } everything will be erased.
notice-erasure-lapsed = { $company } was not erased: there were not enough owners for it. Everything stays.
notice-erasure-fallen = { $company } will not be erased: one of the owners is no longer an owner. It can be asked again after a week.
notice-company-kept = { $name } stopped the erasing of { $company }. Everything stays.
notice-erased = Everything of { $company } is erased, as was asked. Its key is gone too. This chat is yours to delete.
notice-copied = { $name } got a copy of everything of { $company }. Is that not right? Type members.
notice-own-copied = { $name } got a copy of their own answers about { $company }. Is that not right? Type members.
notice-member-forgotten = { $name } has left { $company } and wants to be forgotten. Is { $name } still on your call list?
notice-broke-glass = ⚠ The operator of this bot has looked into the data of { $company }. The reason: { $reason }
notice-restored = ⚠ The data of { $company } was put back from a copy of { $date }. What you told me after that is gone. Anyone you removed after that is back. Type members to see who is there. Earlier invitations no longer work.
