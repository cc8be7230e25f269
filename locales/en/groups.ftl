# What the bot says in a group.

group-off = I am switched off in this group. If an owner switches me on, everybody here can read the call list. I never show here what is not in order yet.
    .on = Switch on (owners only)
group-on = I am switched on. Type /emergency here for the call list, the first steps and the numbers for everybody. I do nothing else in a group.
    .off = Switch off (owners only)
group-switched-off = I am switched off here again.
group-owners-only = Only an owner of the company can do that. Send me a private message first, so that I know who you are.
group-of-others = This group already belongs to another company. One of its owners can switch it off.
group-too-often = I have been switched on too often today. Try again tomorrow.
group-stranger = I do not know you here, so I show nothing. Send me a private message.
group-anonymous = You write here anonymously, so I cannot see who you are. Send me a private message, or write under your own name.
notice-group-on = ⚠ { $name } switched me on in a group. Everybody in that group can read the call list of { $company }. Is that not right? Switch me off there again.
