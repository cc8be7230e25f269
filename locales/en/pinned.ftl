# The call list that stays in view, and the key for one's own number.

pinned-title = <b>Call list { $company }</b>
pinned-title-nameless = <b>Call list</b>
pinned-updated = Updated on { $date }. Is something wrong? Type emergency.
call-list-pinned = Your call list is now pinned at the top of this chat. Type emergency to get the first steps as well. Copy it onto paper too, and put it on the wall.

own-number = You can also share your own number with one tap.
    .key = 📱 Share my number
