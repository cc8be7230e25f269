# De agenda, de herinneringen en wat je ermee kunt.

words-until = tot en met, tot aan, tot, uitstellen tot

command-agenda = wat er terugkomt, en wanneer
command-gedaan = zeggen dat iets gedaan is
command-later = wat openstaat later doen
command-pauze = een tijd geen herinneringen, bij vakantie

agenda-title = <b>Je agenda</b>
agenda-open-title = Nu open:
agenda-coming-title = Komt eraan:
agenda-line = • { $date }: { $what }
agenda-line-put-off = • { $date }: { $what } (uitgesteld tot { $until })
agenda-empty = Er staat nog niets in. Zet eerst iemand met een nummer op je bellijst.
agenda-paused = Vakantie: tot { $date } zeg ik hier niets over.
agenda-review = alles nakijken
agenda-numbers = de nummers op je bellijst bellen
agenda-backup = back-up maken
agenda-agreement = afspraak: { $name }
agenda-reply = antwoord vragen: { $name }
agenda-contract = contract met { $name }
agenda-end-of-life = geen updates meer: { $name }
agenda-acceptance = risico opnieuw bekijken: { $name }
agenda-restore = back-up terugzetten als oefening: { $name }
agenda-drill = je plan testen
agenda-nothing-open = Er staat nu niets open. Typ agenda om te zien wat er komt.
agenda-which = Er staat meer dan één ding open. Wat is gedaan?
agenda-settled = Dat staat al niet meer open.
agenda-not-yours = Dat kan alleen iemand die de vragen mag beantwoorden.
agenda-done = ✓ Gedaan: { $what }.
agenda-done-until = ✓ Gedaan: { $what }. De volgende keer is { $date }.

reminder-title = <b>Herinnering voor { $company }</b>
reminder-late = Ik was er een tijdje niet. Dit had ik al willen zeggen op { $date }.
reminder-review-ahead = Op { $date } is het tijd om alles na te kijken: kloppen je nummers en antwoorden nog? Nu al beginnen mag ook. Het kan in korte stukjes.
reminder-review-day = Een half jaar geleden keek je dit voor het laatst na. Klopt alles nog? Begin met de nummers op je bellijst. Het kan in korte stukjes.
reminder-review-open = Het nakijken van { $date } staat nog open. Begin met je bellijst: vijf minuten is al genoeg.
reminder-review-others = Het nakijken van { $date } is nog niet gedaan. Kun jij het doen, of er samen naar kijken?
reminder-numbers = Sommige nummers op je bellijst zijn een half jaar niet gebeld. Bel ze even, en kijk of ze kloppen.
reminder-backup = { $when ->
    [today] Vandaag is je back-updag. Maak je back-up, haal hem los van het netwerk en zet de datum erop.
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
   *[ahead] Loopt af op { $date }: { $what }. Wil je door, iets anders, of opzeggen?
    }
reminder-end-of-life = { $when ->
    [ahead] Op { $date } is het zover: { $what }. Vervang het voor die dag, of haal het dan van internet.
   *[late] Sinds { $date } is het zover: { $what }. Vervang het, of haal het van internet.
    }
reminder-acceptance = { $when ->
    [ahead] Dit risico nam je tot { $date }: { $what }. Kies dan opnieuw.
   *[late] Dit risico nam je tot { $date }: { $what }. Wat kies je nu?
    }
reminder-restore = Een back-up telt pas als je hem kunt terugzetten. Staat voor { $date }: { $what }. Eén bestand is genoeg.
reminder-drill = { $when ->
    [ahead] Op { $date } staat een oefening: { $what }. Prik een half uur, met wie erbij hoort.
   *[late] De oefening van { $date } staat nog open: { $what }. Een half uur is genoeg.
    }
reminder-more = En nog { $count }.
reminder-how = Gedaan? Typ { $done }. Later? Typ { $later }. Alles zien? Typ { $agenda }.

review-clock = Over een half jaar, op { $date }, vraag ik of alles nog klopt. Dat komt vanzelf.

later-question = { $count ->
    [one] Eén ding staat open. Tot wanneer wil je wachten? Kies, of typ een dag zoals: 1 maart, of 3 weken.
   *[other] Er staan { $count } dingen open. Tot wanneer wil je wachten? Kies, of typ een dag zoals: 1 maart, of 3 weken.
    }
later-unclear = Ik weet niet welke dag dat is. Typ een datum, zoals 1 september, of hoe lang: 3 weken.
later-over = Die dag is al geweest, of is vandaag: { $date }. Kies een dag die nog komt.
later-too-far = Dat is meer dan een jaar weg. Kies een dag binnen een jaar.
later-done = ✓ Goed. Ik kom er op { $date } op terug.

pause-question = Tot wanneer is je vakantie? Typ de eerste dag dat je er weer bent, zoals 1 maart. Noodplan werkt altijd.
pause-running = Ik zeg niets tot { $date }. Ben je eerder terug? Of typ een andere dag.
pause-begun = ✓ Fijne tijd! Tot { $date } krijg je geen herinneringen. Noodplan werkt gewoon.
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
habits-saved = ✓ Onthouden.
hour-question = Nu kom ik om { $time }. Hoe laat wil je het? Tussen 8:00 en 19:30.
hour-unclear = Dat kan niet. Typ een tijd tussen 8:00 en 19:30, zoals 9:30.
zone-question = Nu: { $zone }. In welke tijdzone werk je? Typ een stad of een naam, zoals Amsterdam of Europe/Lisbon.
zone-unknown = Die tijdzone ken ik niet. Typ de grootste stad bij jou in de buurt, zoals Amsterdam of Lisbon.

option-agenda = Agenda en herinneringen
option-review-now = Nu doornemen
option-nothing-changed = Niets veranderd
option-next-week = Over een week
option-next-month = Over een maand
option-it-is-done = Gedaan
option-done-what = Gedaan: { $what }
option-put-off = Alles later
option-pause = Vakantie
option-no-pause = Ik ben er weer
option-habits = Herinneringen instellen
option-hour = Andere tijd
option-zone = Andere tijdzone
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
