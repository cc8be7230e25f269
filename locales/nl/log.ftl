# Het logboek: wie wat deed, en wanneer.

log-title = <b>Logboek</b>
    Je ziet wie wat deed, nooit wat er stond.
log-empty = Er staat nog niets in.
log-day = <b>{ $date }</b>
log-line = { $time } { $who }: { $what }
log-started = begonnen met dit noodplan
log-answered = antwoord op { $question }
log-took-back = antwoord op { $question } gewist
log-changed = { $name } aangepast
log-took-off = { $name } weggehaald
log-member = is nu { $role } ({ $name })
log-member-asks = wil erbij als { $role } ({ $name })
log-removed = hoort er niet meer bij ({ $name })
log-lost-owner = is geen eigenaar meer ({ $name })
log-invited = uitnodiging gemaakt ({ $role })
log-linked = tweede kanaal gekoppeld
log-group-on = bot aangezet in een groep
log-group-off = bot uitgezet in een groep
log-exported = kopie van alles gekregen
log-got-own-copy = kopie van eigen antwoorden gekregen
log-opened-feed = link voor de agenda gemaakt
log-closed-feed = link voor de agenda ingetrokken
log-got-agenda = bestand voor de agenda gekregen
log-asked-erasure = gevraagd om alles te wissen
log-agreed-erasure = akkoord om alles te wissen
log-kept-company = wissen gaat niet door
log-broke-glass = heeft meegelezen. De reden: { $reason }
log-restored = alles teruggezet van een kopie
log-something = iets anders
log-unknown = iets anders
log-operator = De beheerder
log-program = De bot zelf
log-somebody-gone = Iemand die weg is
only-for-owners = Dat kan alleen een eigenaar.
option-earlier = Eerder
command-logboek = wie wat deed, en wanneer
