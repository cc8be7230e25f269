# Getting acquainted: greeting, consent, is something wrong right now.

welcome = Hi! In five minutes you will have a call list for when your computers are down. After that we look, bit by bit, at the computers and data you have.
    .agree = Agreed, let's start
    .more = Tell me more first
    .no = No, thanks
welcome-privacy = { $channel ->
    [telegram] Please note: a chat with a Telegram bot is not fully encrypted: Telegram can read it. So never send passwords or your citizen service number (BSN). I keep nothing until you agree.
    [matrix] This chat is encrypted. Still, never send passwords or your citizen service number (BSN). I keep nothing until you agree.
   *[terminal] What you tell me stays on this computer. Never send passwords or your citizen service number (BSN). I keep nothing until you agree.
    }
signup-not-here = { $signup ->
    [code] Hi! To start here you need a code. Ask whoever runs this bot for one, then type { $typed } followed by the code.
   *[closed] Hi! You cannot start a new company here right now. Were you invited? Then use the link or code you got.
    }
    Is something wrong right now? Anybody can call these numbers.
welcome-agreed = ✓ Agreed. Type privacy to read what I keep about you.
welcome-refused = That is fine. I have kept nothing about you. Want to start later after all? Just send me a message.
    Is something wrong right now? Type emergency and you will see at once who to call.

trouble = Is something wrong with your computers right now?
    .no = No, all fine
    .yes = Yes, help me now
trouble-hint = Is something wrong right now? Type emergency and you will see at once who to call.
trouble-none = ✓ Nothing is wrong now. Good.

greeting = Hi!
welcome-back = <b>Welcome back!</b> You were working on: { $section }, question { $question } of { $total }. { $people ->
    [0] There is nobody on your call list yet.
    [one] So far there is 1 name on your call list.
   *[other] So far there are { $people } names on your call list.
    }

privacy = <b>What happens to your answers</b>
    I keep what you tell me, per company and encrypted. Only people of your company get to see it.
    { $channel ->
        [telegram] Telegram itself can read this chat. Chats with a bot are not fully encrypted there.
        [matrix] The Matrix server cannot read this chat.
       *[terminal] Everything stays on this computer. Nothing goes out.
    }
    Whoever runs this bot can technically get at everything the bot can read.
    If the operator looks into your data with this program, the owners are told.
