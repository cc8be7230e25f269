# De bellijst: regels, rollen, aanpassen, nummers.

line = { $number }. { $name }, { $role }: { $phone }
line-no-phone = nog geen nummer
line-two-phones = { $first } of { $second }
line-customer-number = { $line }, klantnummer { $number }
line-contract-number = { $line }, contract { $number }
line-hours = { $line }, { $hours }
line-checked = { $line } ✓ gebeld op { $date }

role-decider = beslist
role-deputy = vervangt
role-ict-help = computerhulp
role-told = even laten weten
role-involved = betrokken
role-internet = internet
role-telephony = telefonie
role-hosting = website en mail
role-bookkeeping = boekhouding
role-bank = bank
role-insurer = verzekering
role-other = leverancier

contact-with-phone = { $name }, { $phone }
contact-with-hours = { $contact }, { $hours }
contact-with-relation = { $name } ({ $relation })
contact-nameless = Zonder naam
contact-ask-name = Van wie is dit nummer?
contact-ask-number = Welk nummer heeft { $name }?
contact-ask-own-number = Op welk nummer ben jij te bereiken?
contact-ask-some-number = Welk nummer hoort erbij?
contact-ask-which = Er staan meerdere nummers op deze kaart. Welk nummer bel je als eerste?
contact-no-number = Daar zie ik geen telefoonnummer in.
contact-wrong-name = Klopt de naam niet? Typ terug.
reference-not-seen = Daar zie ik geen klantnummer of contractnummer in. { $skip ->
    [yes] Heb je er geen? Sla dan over.
   *[no] Heb je er geen? Typ terug.
    }
contact-several = Ik zie meer dan één persoon in dit bericht. Stuur ze één voor één.
contact-not-seen = Ik zie geen naam en geen nummer. Typ bijvoorbeeld: Jan Bakker 06 12345678.
contact-shared = ✓ Op je bellijst: { $contact }. Hoort die daar niet? Kies in het menu { $option }.
contact-shared-half = Op deze kaart mis ik een naam of een nummer. Vul de kaart aan en deel hem opnieuw.
contact-shared-before = { $contact } staat al op je bellijst.
contact-name-too-long = Dat is lang voor een bellijst. Typ alleen de naam en het nummer.

phone-too-short = Dat lijkt een cijfer of twee te kort: { $digits }.
phone-too-long = Dat is te lang voor een telefoonnummer: { $digits }.
phone-letter = Er staat een letter in dit nummer: { $digits }.
phone-unknown = Dit herken ik niet als telefoonnummer: { $digits }.

lines-title = <b>Je bellijst</b>
    Kies een regel om die te veranderen.
lines-none = Je bellijst is nog leeg.
line-called-right = Gebeld, het klopt
line-change-name = Andere naam
line-change-number = Ander nummer
line-change-hours = Wanneer bereikbaar
line-change-customer-number = Klantnummer
line-change-contract-number = Contractnummer
line-up = Omhoog
line-down = Omlaag
line-remove = Van de lijst halen
line-ask-name = Welke naam komt er voor { $name }?
name-no-letter = Daar zie ik geen naam in. Typ een naam met letters.
line-name-too-long = Dat is lang voor een bellijst. Typ alleen de naam.
line-ask-number = { $name }: wat is het nieuwe nummer?
line-ask-hours = { $name }: wanneer te bereiken? Bijvoorbeeld: ma-vr 9-17.
line-ask-customer-number = Wat is je klantnummer bij { $name }?
line-ask-contract-number = Wat is je contractnummer bij { $name }?
line-changed = ✓ Aangepast.
whose-number = Je schrijft { $name }. Is dit nummer van { $known }, of komt { $name } in de plaats van { $known }?
whose-known = Nummer van { $known }
whose-other = { $name } in plaats van { $known }
line-ask-party = Is { $name } dezelfde als eerst, alleen met een andere naam? Of is het nu een ander?
line-same-party = Dezelfde, andere naam
line-other-party = Een ander
line-party-kept = ✓ Goed. Alleen de naam is anders.
party-emptied = { $owner ->
    [yes] Leeggemaakt, want het was van { $before }: { $what }. Je kunt het dertig dagen lang terugzetten, bij je bellijst.
   *[no] Leeggemaakt, want het was van { $before }: { $what }. Een eigenaar kan het dertig dagen lang terugzetten.
    }
party-customer-number = klantnummer
party-contract-number = contractnummer
party-other-answers = { $count ->
    [one] 1 ander antwoord
   *[other] { $count } andere antwoorden
    }
line-marked = ✓ Genoteerd: gebeld, en het klopt.
line-removed = Van de lijst gehaald.
option-put-line-back = Zet { $name } terug
line-reverted = ✓ Staat er weer zoals het was: { $before }.
notice-line-changed = ⚠ { $who } heeft je bellijst aangepast. Het was: { $before }. Nu staat er: { $after }.
notice-line-taken-off = ⚠ { $who } heeft iemand van je bellijst gehaald: { $before }.
notice-line-put-back = Klopt dat niet? Je kunt het dertig dagen lang terugzetten, hier of bij je bellijst.
notice-line-reverted = { $who } heeft je bellijst weer gemaakt zoals die was: { $before }.
line-put-back = ✓ Staat er weer op.
