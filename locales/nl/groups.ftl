# Wat de bot in een groep zegt.

group-off = In deze groep sta ik uit. Zet een eigenaar mij aan, dan kan iedereen hier de bellijst lezen. Wat er nog niet goed geregeld is, laat ik hier nooit zien.
    .on = Aanzetten (alleen een eigenaar)
group-on = Ik sta aan. Typ hier /noodplan, dan krijg je de bellijst, de eerste stappen en de nummers voor iedereen. Meer doe ik in een groep niet.
    .off = Uitzetten (alleen een eigenaar)
group-switched-off = Ik sta hier weer uit.
group-owners-only = Dat kan alleen een eigenaar van het bedrijf. Stuur mij eerst een privébericht, dan weet ik wie je bent.
group-of-others = Deze groep hoort al bij een ander bedrijf. Een eigenaar daarvan kan hem uitzetten.
group-too-often = Vandaag ben ik al te vaak aangezet. Probeer het morgen weer.
group-stranger = Ik ken je hier niet, dus ik laat niets zien. Stuur mij een privébericht.
group-anonymous = Je schrijft hier anoniem, dus ik zie niet wie je bent. Stuur mij een privébericht, of schrijf onder je eigen naam.
notice-group-on = ⚠ { $name } heeft me aangezet in een groep. Iedereen in die groep kan de bellijst van { $company } lezen. Klopt dat niet? Zet me daar weer uit.
