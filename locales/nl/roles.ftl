# Wie doet wat: de vragen van deze zitting.

q-paper-list = Waar ligt je bellijst op papier?
    .why = Als alles platligt, kun je deze chat misschien niet openen. Papier doet het altijd.
    .help = Kies een plek die iedereen kent. In een winkel: de binnenkant van de kastdeur. In een werkplaats: bij de EHBO-doos. Op kantoor: de kluis. Neem er ook een mee naar huis.
    .short = Bellijst op papier
    .not-yet = Nog nergens

q-switch-off = Wie mag de computers en het netwerk uitzetten?
    .why = Bij een hack telt elke minuut. Dan moet iemand mogen ingrijpen zonder eerst te vragen.
    .help = Stel: de kassa toont een vreemde melding en jij zit in de trein. Wie mag de stekker uit het modem trekken? Kies iemand die er vaak is.
    .short = Wie mag uitzetten
    .me = Ik zelf
    .nobody = Nog niemand

q-spokesperson = Wie praat met klanten en de pers?
    .why = Eén stem voorkomt verwarring. De rest verwijst door.
    .help = Een klant belt: klopt het dat jullie gehackt zijn? In een winkel is dat vaak de eigenaar, op kantoor soms de receptie. Zorg dat iedereen weet wie dat is.
    .short = Wie met klanten praat
    .me = Ik zelf
    .nobody = Nog niemand

q-reporter = Wie doet de meldingen bij politie en AP?
    .why = Lekken er gegevens van mensen? Dan heb je 72 uur om dat te melden bij de AP (de privacywaakhond).
    .help = Kies iemand die rustig een formulier kan invullen. In een werkplaats is dat vaak wie de administratie doet. Die persoon mag ook aangifte doen namens het bedrijf.
    .short = Wie meldingen doet
    .me = Ik zelf
    .nobody = Nog niemand

q-log-keeper = Wie schrijft op wat er gebeurt, en hoe laat?
    .why = Politie en verzekeraar vragen er later naar. En jij weet het dan niet meer precies.
    .help = Een schrift is genoeg. Zoals: 9.10 kassa op slot, 9.15 Kuiper ICT gebeld. Kies iemand die niet zelf aan het blussen is.
    .short = Wie alles opschrijft
    .me = Ik zelf
    .nobody = Nog niemand

q-money-decider = Wie mag beslissen over geld als er haast is?
    .why = Criminelen drijven de druk op. Dan wil je dat één iemand ja of nee zegt.
    .help = Denk aan een spoedmonteur voor de werkplaats, of een leenkassa voor de winkel. Losgeld betalen raden we af.
    .short = Wie over geld beslist
    .me = Ik zelf
    .nobody = Nog niemand

q-payment-check = Hoe check je een vreemd verzoek om geld over te maken?
    .why = Een mail of appje van de baas kan nep zijn. Ook een nieuw rekeningnummer op een factuur.
    .help = Je leverancier mailt een nieuw rekeningnummer. Bel hem dan op het nummer dat je al had, nooit op het nummer uit die mail. Zo doet een bakker het net zo goed als een kantoor.
    .short = Controle bij betalen
    .call-back = Terugbellen op bekend nummer
    .second-person = Iemand kijkt mee
    .look-only = Alleen goed kijken
    .nothing = Nog niets afgesproken
