# Days and repetitions: how people type them, and how I say them. Small letters, no accents.

words-day-before = eergisteren
words-day-after = overmorgen
words-this = this
words-days = day, days
words-ago = ago
words-after = in
words-day-part = morning, afternoon, evening, night
words-day-filler = by, on, the, before, at, since, from, of, and, a
words-period-end = end
words-hour = o'clock, am, pm
words-every = every, each
words-other = every other
words-daily = daily
words-weekly = weekly
words-monthly = monthly
words-quarter = quarter, quarters
words-half = half
words-yearly = yearly, annually
words-ordinal = first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth
words-final = last
words-christmas = christmas, xmas
words-easter = easter
words-summer = summer, summer holidays

word-weekday = { $day ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
    }

dated-weekday = { $weekday } { $date }

repeat-day = { $every ->
    [1] every day
   *[other] every { $every } days
    }
repeat-week = { $every ->
    [1] every { $weekday }
    [2] every other { $weekday }
   *[other] every { $every } weeks on { $weekday }
    }
repeat-month = { $every ->
    [1] every month, on day { $day }
    [3] every quarter, from { $from }
    [6] every six months, from { $from }
    [12] every year, from { $from }
   *[other] every { $every } months, from { $from }
    }
repeat-month-end = { $every ->
    [1] on the last day of every month
   *[other] every { $every } months, on the last day
    }
repeat-first-of-month = on the first { $weekday } of every month

due-not-seen = I see no day. Type, for example: Friday, by 1 May, every Friday, or the first of every month.
due-over = That day has passed: { $date }. Choose one that is still to come.
