# What the bot says about itself on Telegram, and what it says in a group.

command-start = begin, or go on where you were

telegram-description = Who do you call when your computers are down? In five minutes you have a call list. After that we look, in short sittings, at what your company has.
    Type /emergency and you get the list back at once.
    On Telegram, a chat with a bot is not fully encrypted. Do not send passwords or your citizen service number (BSN).
telegram-short-description = Emergency plan for small companies: who do you call when your computers are down?
telegram-private-only = I only work in a private chat. Send me a message there.
