# Inviting, joining with a code, a second channel, and choosing between companies.

invite-who = <b>What may the person you invite do?</b>
invite-roles = A reader sees only the call list and what to do when things go wrong. An editor gives answers. A helper, such as your accountant, reads the answers. An owner may do everything.
invite-as-owner = Owner
invite-as-editor = Editor
invite-as-reader = Reader
invite-as-helper = Helper
invite-scan = Is that person next to you? Let them scan this code with their camera. If not, forward the message below.
invite-forward = You can join the emergency plan of { $company }, as { $role }.
invite-once = This works once, within 72 hours.
invite-by-link = Tap this link: { $link }
invite-by-command = Type this in a chat with noodplan: { $typed }
invite-made = Forward the message above to one person. When they join, I will ask you whether it is the right person.
code-not-made = I cannot make a code right now. Please try again in a while.

door = Almost there. Your three words: <b>{ $words }</b>. The owner will call you and ask for them. Until then I show nothing.
door-own-company = Start a company of my own
join-no-code = The code is missing, or part of it. Copy all of it and paste it after the command.
join-wrong = I do not know this code. Check it once more, or ask for a new one.
join-spent = This code no longer works. Ask for a new one.
join-paused = Too many wrong codes have been tried. Please try again in an hour.
join-already = You have joined already. The code still works for somebody else.

link-code = Type this on your other channel, within ten minutes: { $typed }
code-in-doubt = The connection was lost. You may be missing a message with a code or a link: I send those only once. Can't see it? Then ask for a new one.
link-done = ✓ Done. I now know you here and on your other channel. Type menu to go on.
link-already = I know you here already. Type the code on your other channel.
link-has-company = In this chat you belong to a company already. Linking works only from a new chat.

companies-title = You are now working for { $company }.
companies-line = { $number }. { $company }: { $role }
companies-new = Start another company
companies-switched = ✓ You are now working for { $company }.

command-leden = who belongs here and who may do what
command-uitnodigen = let somebody join
command-meedoen = use an invitation
command-koppel = talk to me on another channel too, such as Matrix
command-bedrijf = switch to another company
