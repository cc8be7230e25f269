# What the bot says on Matrix outside of the conversation. It is always said in two languages: nobody knows who reads it.

matrix-hello = Hi! I am noodplan. Send me a message to begin. Is something wrong right now? Type !emergency.
matrix-open = This room is not encrypted, so I ask and say nothing here. Turn on encryption in the settings of the room. Or start a new, encrypted chat with me.
matrix-crowded = Other people can read this chat, so I ask and say nothing here. Start an encrypted chat with just me.
matrix-stranger = Please note: somebody else has come into this room. As long as we are not alone here, I say nothing about your company.
matrix-answered-alone = Other people can read this chat. Your emergency plan is in our own chat.
matrix-clear = This message was not encrypted, so I do nothing with it. Send it again with an app that encrypts.
matrix-unconfirmed = I cannot read your message: your device is not confirmed yet. Confirm it in your app, under Settings, then Sessions or Security. Then send your message again.
matrix-file-refused = A file belongs here, but the server of this chat does not accept it. Ask whoever runs this bot.
matrix-new-keys = Your keys on Matrix are new, perhaps because of a new phone. So I cannot be sure that it is you, and I say nothing about your company. An owner of your company can confirm you: call them. Can you not reach an owner? Call whoever runs this bot. Danger right now? Call 112.
matrix-moved = This room has moved, but I cannot get into the new one yet. Invite me there, and we go on there. Until then I stay here.
matrix-declined = You are not on the list of who may invite me. Ask whoever runs this bot.
