# De agenda, de herinneringen en wat je ermee kunt.

words-until = tot en met, tot aan, tot, uitstellen tot

command-agenda = wat er komt, en wanneer
command-gedaan = zeggen dat iets gedaan is
command-later = uitstellen wat openstaat
command-pauze = een tijdje geen herinneringen, bij vakantie

agenda-title = <b>Je agenda</b>
agenda-open-title = Nu open:
agenda-coming-title = Komt eraan:
agenda-line = • { $date }: { $what }
agenda-line-put-off = • { $date }: { $what } (uitgesteld tot { $until })
agenda-empty = Er staat nog niets in. Zet eerst iemand met een nummer op je bellijst.
agenda-paused = Vakantie: tot { $date } zeg ik hier niets over.
agenda-review = alles nalopen
agenda-numbers = de nummers op je bellijst bellen
agenda-backup = back-up maken
agenda-agreement = { $name }
agenda-reply = antwoord vragen over "{ $name }"
agenda-contract = contract met { $name }
agenda-end-of-life = je { $name } vervangen, of losmaken van internet
agenda-acceptance = risico opnieuw bekijken: { $name }
agenda-restore = het terugzetten van je { $name } oefenen
agenda-drill = je plan testen
agenda-nothing-open = Er staat nu niets open. Wat er komt, zie je in het menu bij Meer.
agenda-which = Er staan meer dingen open. Wat is er gedaan?
agenda-choose = Hier hoort een keuze bij. Wat doe je?
agenda-settled = Dat staat niet meer open.
agenda-not-yours = Dat kan alleen iemand die de vragen mag beantwoorden.
agenda-done = ✓ Gedaan: { $what }.
agenda-done-until = ✓ Gedaan: { $what }. De volgende keer is { $date }.

reminder-title = <b>Herinnering voor { $company }</b>
reminder-late = Ik was er een tijdje niet. Sinds { $date } heb ik je niets kunnen zeggen.
reminder-review-ahead = Op { $date } is het tijd om alles na te lopen: kloppen je nummers en antwoorden nog? Nu al beginnen mag ook. Het kan in korte stukjes.
reminder-review-first = Er is een halfjaar voorbij. Klopt alles nog? Begin met de nummers op je bellijst. Het kan in korte stukjes.
reminder-review-day = Op { $last } is alles voor het laatst nagelopen. Klopt het nog? Begin met de nummers op je bellijst. Het kan in korte stukjes.
reminder-review-open = Het nalopen van { $date } staat nog open. Begin met je bellijst: vijf minuten is al genoeg.
reminder-review-others = Het nalopen van { $date } is nog niet gedaan. Kun jij het doen, of doen jullie het samen?
reminder-numbers = Een halfjaar niet gebeld: { $names }. Bel even, en kijk of het nummer nog klopt. Klopt een nummer niet? Kies in het menu: { $option }.
reminder-backup = { $when ->
    [today] Vandaag is je back-updag. Maak je back-up, of kijk of hij gelukt is. Haal hem los van het netwerk en zet de datum erop.
   *[late] De back-up van { $date } staat nog open. Is hij gemaakt, los van het netwerk, met de datum erop?
    }
reminder-agreement = { $when ->
    [today] Vandaag is het zover: { $what }. Is het gebeurd?
   *[late] Dit zou op { $date } gebeuren: { $what }. Is het gebeurd?
    }
reminder-reply = { $when ->
    [late] Op { $date } zou je dit doen: { $what }. Is er al antwoord?
   *[today] Vandaag zou je dit doen: { $what }. Is er al antwoord?
    }
reminder-contract = { $when ->
    [late] Afgelopen op { $date }: { $what }. Is het geregeld?
    [today] Loopt vandaag af: { $what }. Is het geregeld?
   *[ahead] Loopt af op { $date }: { $what }. Wil je verlengen, veranderen of opzeggen?
    }
reminder-contract-notice = { $when ->
    [late] Opzeggen kon tot en met { $date }: { $what }. Is het geregeld?
    [today] Opzeggen kan nog tot en met vandaag: { $what }. Is het geregeld?
   *[ahead] Opzeggen kan tot en met { $date }: { $what }. Wil je verlengen, veranderen of opzeggen?
    }
reminder-end-of-life = { $when ->
    [ahead] Vanaf { $date } komen er geen updates meer. Te doen: { $what }.
   *[late] Sinds { $date } komen er geen updates meer. Te doen: { $what }.
    }
reminder-acceptance = { $when ->
    [ahead] Tot { $date } neem je dit risico: { $what }. Wat kies je daarna?
   *[late] Tot { $date } nam je dit risico: { $what }. Wat kies je nu?
    }
reminder-restore = Een back-up telt pas als je hem kunt terugzetten. Gepland voor { $date }: { $what }. Eén bestand is genoeg.
reminder-drill = { $when ->
    [ahead] Op { $date } staat een oefening: { $what }. Plan een halfuur, met iedereen die erbij hoort.
    [today] Vandaag staat een oefening: { $what }. Doe een halfuur alsof niets het meer doet, met je noodplan erbij.
   *[late] De oefening van { $date } staat nog open: { $what }. Doe een halfuur alsof niets het meer doet, met je noodplan erbij.
    }
reminder-left-undone = In het noodplan is iets blijven liggen, en ik krijg geen antwoord. Vraag { $who } of het nog lukt.
reminder-more = En nog { $count }.
reminder-how = Gedaan? Typ { $done }. Later? Typ { $later }. Alles zien? Typ { $agenda }.

review-clock = Over een halfjaar, op { $date }, vraag ik of alles nog klopt. Daar hoef je nu niets voor te doen.

later-question = { $count ->
    [one] Eén ding staat open. Tot wanneer wil je wachten? Kies, of typ een dag zoals: 1 maart, of 3 weken.
   *[other] Er staan { $count } dingen open. Tot wanneer wil je wachten? Kies, of typ een dag zoals: 1 maart, of 3 weken.
    }
later-unclear = Ik weet niet welke dag dat is. Typ een datum, zoals 1 september, of hoe lang: 3 weken.
later-over = Die dag is vandaag of al voorbij: { $date }. Kies een dag die nog komt.
later-too-far = Dat is meer dan een jaar weg. Kies een dag binnen een jaar.
later-already = Dit staat al uitgesteld tot { $date }. Dat laat ik zo.
later-done = ✓ Goed. Ik kom er op { $date } op terug.
later-beyond = Let op, dit is al eerder: { $what }, op { $date }.
later-not-yours = Dit kun jij niet uitstellen. Vraag het wie de agenda bijhoudt.

pause-question = Tot wanneer is je vakantie? Typ de eerste dag dat je er weer bent, zoals 1 maart. Je noodplan werkt altijd.
pause-for-all = Dit geldt voor jullie allemaal. Wil alleen jij even niets horen? Kies in je agenda: { $option }.
pause-running = Tot { $date } zeg ik niets. Ben je al terug? Kies dat, of typ een andere dag.
pause-begun = { $all ->
    [yes] ✓ Fijne tijd! Tot { $date } krijgt niemand van jullie herinneringen. Je noodplan werkt gewoon.
   *[no] ✓ Fijne tijd! Tot { $date } krijg je geen herinneringen. Je noodplan werkt gewoon.
    }
notice-paused = { $who } heeft vakantie tot { $date }. Tot die dag krijgt niemand van jullie herinneringen. Wil je ze wel? Kijk in het menu bij Meer: { $option }.
pause-ended = ✓ Welkom terug. De herinneringen gaan weer aan.
pause-none = Er was geen pauze. De herinneringen staan aan.

habits-title = <b>Herinneringen</b>
habits-hour = Hoe laat: { $time }
habits-zone = Tijdzone: { $zone }
habits-weekends = { $on ->
    [yes] Ook op zaterdag en zondag.
   *[no] Niet op zaterdag en zondag.
    }
habits-you = { $on ->
    [yes] Jij krijgt de herinneringen.
   *[no] Jij krijgt ze niet als eerste.
    }
habits-own = { $on ->
    [yes] ✓ Herinneringen aan je afspraken staan aan.
   *[no] ✓ Herinneringen aan je afspraken staan uit. Voortaan vraag ik het aan wie de agenda bijhoudt.
    }
own-phrase = Eigen zin: { $phrase }
habits-saved = ✓ Onthouden.
hour-question = Nu kom ik om { $time }. Hoe laat wil je herinneringen? Typ een tijd tussen 8:00 en 19:30.
hour-unclear = Die tijd begrijp ik niet, of hij valt erbuiten. Typ een tijd tussen 8:00 en 19:30, zoals 9:30.
zone-question = Nu staat er: { $zone }. In welke tijdzone werk je? Typ een stad of een naam, zoals Amsterdam of Europe/Lisbon.
zone-unknown = Die tijdzone ken ik niet. Typ de grootste stad bij jou in de buurt, zoals Amsterdam of Lisbon.
phrase-question = Welke zin wil je boven elke herinnering? Daaraan zie je dat een herinnering van mij komt. Typ een paar woorden, zoals: de kat slaapt op zolder.
phrase-unclear = Typ hooguit 60 tekens, zonder punten, dubbele punten, schuine strepen, @ of #.

option-agenda = Agenda en herinneringen
option-agenda-link = Link voor mijn agenda
option-agenda-link-make = Maak een link
option-agenda-link-close = Trek mijn link in
agenda-link-about = Met een link houdt je agenda zichzelf bij. Je hoeft dan geen bestand meer te halen.
agenda-link-shows = Wie de link heeft, ziet alleen wat er komt, en wanneer. Van je bedrijf staat er niets in.
agenda-link-made = Dit is jouw link. Kopieer hem en voeg hem toe in je agenda, als abonnement.
agenda-link-secret = Houd hem voor jezelf. Een nieuwe link maakt de oude ongeldig.
agenda-link-closed = ✓ Je link werkt niet meer. Wat al in je agenda staat, verdwijnt als je het abonnement weghaalt.
agenda-link-not-made = Dat lukt nu even niet. Probeer het straks nog een keer.
option-review-now = Nu nalopen
option-nothing-changed = Niets veranderd
option-next-week = Over een week
option-next-month = Over een maand
option-it-is-done = Gedaan
option-it-worked = Gelukt
option-went-otherwise = Niet helemaal gelukt
option-numbers-right = Gebeld, alles klopt
option-new-end = Nieuwe einddatum
option-accept-longer = Langer accepteren
option-accept-longer-what = Langer accepteren: { $what }
option-act = Ik doe er iets aan
option-act-what = Ik doe er iets aan: { $what }
option-answered = Er is antwoord
option-answered-what = Er is antwoord: { $what }
option-done-what = Gedaan: { $what }
option-put-off = Alles uitstellen
option-pause = Vakantie
option-no-pause = Ik ben er weer
option-habits = Herinneringen instellen
option-hour = Andere tijd
option-zone = Andere tijdzone
option-phrase = Eigen zin
option-phrase-none = Zin weghalen
option-weekends = { $on ->
    [yes] Niet in het weekend
   *[no] Ook in het weekend
    }
option-remind-me = { $on ->
    [yes] Mij niet herinneren
   *[no] Mij herinneren
    }

# Na een lange storing, aan wie ergens mee bezig was
outage = Ik was er even niet: van { $from } tot { $until }.
    Stuurde je me in die dagen iets? Dan is het misschien niet aangekomen. Stuur het nog een keer.
