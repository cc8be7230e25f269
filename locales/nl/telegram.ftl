# Wat de bot op Telegram over zichzelf zegt, en wat hij in een groep zegt.

command-start = beginnen, of verder waar je was

telegram-description = Wie bel je als je computers platliggen? In vijf minuten heb je een bellijst. Daarna kijken we in korte stukjes wat je bedrijf in huis heeft.
    Typ /noodplan, dan krijg je de lijst meteen terug.
    Een gesprek met een bot is op Telegram niet helemaal versleuteld. Stuur geen wachtwoorden of BSN.
telegram-short-description = Noodplan voor kleine bedrijven: wie bel je als je computers platliggen?
telegram-private-only = Ik werk alleen in een privégesprek. Stuur me daar een bericht.
