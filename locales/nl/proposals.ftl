# Wat een meekijker voorstelt, en wat de eigenaar daarmee doet.

answers-title-to-propose = <b>Antwoorden: { $section }</b>
    Kies waar je iets anders wilt voorstellen.
answers-proposed = ↳ jouw voorstel: { $proposed }
propose-title = Je voorstel gaat naar de eigenaar. Die beslist.
propose-all-at-once = Typ in één keer welke het moeten zijn, met de nummers. Bijvoorbeeld: 1 3
propose-name-and-number = Typ de naam en het nummer samen in één bericht.
propose-same = Dat staat er al. Wil je iets anders voorstellen?
propose-too-many = Er wachten al { $most } voorstellen van jou op de eigenaar. Wacht tot die beslist.
proposed = ✓ Voorgesteld bij { $question }: { $proposed }. Je hoort het als de eigenaar beslist.

proposal = <b>{ $who } stelt iets voor</b> bij { $question }: { $proposed }. Nu staat er: { $current }.
proposal-stale = <b>{ $who } stelde iets voor</b> bij { $question }: { $proposed }. Let op: het antwoord is intussen veranderd. Nu staat er: { $current }.
option-take-over = Overnemen
option-decline = Niet doen
option-take-over-which = Overnemen: { $question }
option-decline-which = Niet doen: { $question }
proposal-taken = ✓ Overgenomen van { $who }: { $question }, { $proposed }.
proposal-declined = Goed, { $question } blijft zoals het was. Ik laat het { $who } weten.
proposal-gone = De vraag waar dit bij hoorde, is er niet meer. Ik heb niets veranderd.
proposal-changed-meanwhile = Het antwoord is veranderd sinds je deze knop kreeg. Kijk nog eens, en kies dan.
waiting-more = En nog { $count }. Die komen hierna.

notice-proposal-taken = { $owner } nam je voorstel over bij { $question }: { $proposed }. Dank je wel!
notice-proposal-declined = { $owner } laat { $question } zoals het is. Toch bedankt dat je meedenkt.
notice-proposal-gone = Je voorstel bij { $question } kan niet meer: die vraag is er niet meer. Toch bedankt.

log-proposed = voorstel bij { $question }
log-took-over = voorstel van { $name } overgenomen bij { $question }
log-declined = voorstel van { $name } niet overgenomen bij { $question }
