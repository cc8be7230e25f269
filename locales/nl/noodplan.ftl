# Het noodplan: wat iemand ziet die schrikt.

noodplan-title = <b>NOODPLAN { $company }</b>
noodplan-title-nameless = <b>NOODPLAN</b>
noodplan-title-unfinished = { $title } (nog niet af: { $answered } van { $total })
noodplan-rules = <b>Eerst dit:</b> blijf rustig. Trek de internetkabel uit je computers en zet de wifi uit. Laat de computers zelf aan. Wis niets. Betaal niet. Schrijf op wat je ziet en hoe laat.
noodplan-empty = Je eigen bellijst is nog leeg. Bel wie je met je computers helpt. Is er geld weg? Bel dan meteen je bank.
noodplan-not-saved = Dit is je noodplan. Begin bovenaan. Wat je hier typt, bewaar ik niet. Typ verder om door te gaan.
option-my-answer = Het was mijn antwoord
noodplan-fallback = <b>Contact zonder mail en telefoon:</b> { $channel }

public-title = <b>Hulp voor iedereen</b>
public-number = { $label }: { $number }
public-form = { $label }: { $form }
public-mail = { $label }: { $mail }
public-danger = Direct gevaar
public-police = Politie
public-fraud-helpdesk = Fraudehelpdesk (ma-vr 9-17)
public-data-leak = Datalek melden bij de AP (privacywaakhond), binnen { $leak-report-number } uur, met het formulier
public-ncsc = NCSC (voorheen DTC, van de overheid), melden per mail
public-checked = Nummers gecontroleerd op { $date }. Bron: { $sources }.
