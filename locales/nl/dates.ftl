# Dagen en herhalingen: hoe mensen ze typen, en hoe ik ze zeg. Kleine letters, zonder accenten.

words-day-before = eergisteren
words-day-after = overmorgen
words-this = deze, dit
words-days = dag, dagen
words-ago = geleden
words-after = over
words-day-part = ochtend, morgen, middag, avond, nacht
words-day-filler = voor, op, de, het, van, uiterlijk, tegen, om, sinds, vanaf, per, en, een
words-period-end = eind, einde, ultimo
words-hour = uur, u
words-every = elke, elk, iedere, ieder
words-other = om de
words-daily = dagelijks
words-weekly = wekelijks
words-monthly = maandelijks
words-quarter = kwartaal, kwartalen
words-half = half, halve, halfjaar
words-yearly = jaarlijks
words-ordinal = eerste, tweede, derde, vierde, vijfde, zesde, zevende, achtste, negende, tiende
words-final = laatste
words-christmas = kerst, kerstmis
words-easter = pasen
words-summer = zomervakantie, bouwvak

word-weekday = { $day ->
    [0] maandag
    [1] dinsdag
    [2] woensdag
    [3] donderdag
    [4] vrijdag
    [5] zaterdag
   *[6] zondag
    }

dated-weekday = { $weekday } { $date }

repeat-day = { $every ->
    [1] elke dag
   *[other] elke { $every } dagen
    }
repeat-week = { $every ->
    [1] elke { $weekday }
    [2] om de week op { $weekday }
   *[other] elke { $every } weken op { $weekday }
    }
repeat-month = { $every ->
    [1] elke maand op de { $day }e
    [3] elk kwartaal, vanaf { $from }
    [6] elk halfjaar, vanaf { $from }
    [12] elk jaar, vanaf { $from }
   *[other] elke { $every } maanden, vanaf { $from }
    }
repeat-month-end = { $every ->
    [1] elke laatste dag van de maand
   *[other] elke { $every } maanden op de laatste dag
    }
repeat-first-of-month = elke eerste { $weekday } van de maand

due-not-seen = Ik zie geen dag. Typ bijvoorbeeld: vrijdag, voor 1 mei, elke vrijdag of elke eerste van de maand.
due-over = Die dag is al voorbij: { $date }. Kies een dag die nog komt.
