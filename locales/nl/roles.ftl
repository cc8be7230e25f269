# Wie doet wat: de vragen van deze zitting.

q-paper-list = Waar ligt je bellijst op papier?
    .why = Als alles platligt, kun je deze chat misschien niet openen. Papier doet het altijd.
    .help = Kies een plek die iedereen kent. Neem er ook een mee naar huis.
    .in-shop = Aan de binnenkant van de kastdeur, naast de kassa.
    .in-workshop = Naast de EHBO-doos, waar iedereen hem ziet hangen.
    .in-office = In de kluis, en in de tas van de directeur.
    .find-out = Zoek uit waar je bellijst op papier ligt.
    .short = Bellijst op papier
    .not-yet = Nog nergens

q-switch-off = Wie mag de computers en het internet uitzetten?
    .why = Bij een hack telt elke minuut. Dan moet iemand mogen ingrijpen zonder eerst te vragen.
    .help = Kies iemand die er vaak is en durft in te grijpen.
    .in-shop = De kassa toont een vreemde melding en jij zit in de trein. Je collega trekt de stekker uit het modem.
    .in-workshop = Alle schermen gaan op slot. De voorman trekt de internetkabel eruit.
    .in-office = Een collega klikte op een foute link. De receptie zet de wifi uit.
    .find-out = Spreek af wie de computers en het internet mag uitzetten.
    .name-somebody = Spreek af wie de computers en het internet mag uitzetten.
    .short = Wie mag uitzetten
    .me = Ik zelf
    .nobody = Nog niemand

q-spokesperson = Wie praat met klanten en de pers?
    .why = Eén stem voorkomt verwarring. De rest verwijst door.
    .help = Een klant belt: klopt het dat jullie gehackt zijn? Zorg dat iedereen weet wie dan antwoordt.
    .in-shop = De eigenaar. De rest zegt: u wordt vanmiddag teruggebeld.
    .in-workshop = Wie ook de offertes doet, want die kent de klanten.
    .in-office = De directeur belt de klanten. De receptie noteert wie er belde.
    .find-out = Spreek af wie met klanten en de pers praat.
    .name-somebody = Spreek af wie met klanten en de pers praat.
    .short = Wie met klanten praat
    .me = Ik zelf
    .nobody = Nog niemand

q-reporter = Wie doet de meldingen bij politie en AP?
    .why = Lekken er gegevens van mensen? Dan heb je { $leak-report-number } uur om dat te melden bij de AP (de privacywaakhond).
    .help = Kies iemand die rustig een formulier invult, en aangifte mag doen voor het bedrijf.
    .in-shop = De eigenaar, want die mag namens de zaak naar de politie.
    .in-workshop = Wie de administratie doet, want die heeft alles bij de hand.
    .in-office = De collega die over privacy gaat, met een reserve voor de vakantie.
    .find-out = Spreek af wie de meldingen doet bij politie en AP.
    .name-somebody = Spreek af wie de meldingen doet bij politie en AP.
    .short = Wie meldingen doet
    .me = Ik zelf
    .nobody = Nog niemand

q-log-keeper = Wie schrijft op wat er gebeurt, en hoe laat?
    .why = Politie en verzekeraar vragen er later naar. En jij weet het dan niet meer precies.
    .help = Een schrift is genoeg. Kies iemand die niet zelf aan het blussen is.
    .in-shop = De hulp noteert: 9.10 kassa op slot, 9.15 computerhulp gebeld.
    .in-workshop = De leerling schrijft op welke machine stilviel, en hoe laat.
    .in-office = De receptie noteert wie er belt, en maakt foto's van de schermen.
    .find-out = Spreek af wie opschrijft wat er gebeurt.
    .name-somebody = Spreek af wie opschrijft wat er gebeurt.
    .short = Wie alles opschrijft
    .me = Ik zelf
    .nobody = Nog niemand

q-money-decider = Wie mag beslissen over geld als er haast is?
    .why = Criminelen drijven de druk op. Dan wil je dat één iemand ja of nee zegt.
    .help = Denk aan hulp die meteen geld kost. Losgeld betalen raden we af.
    .in-shop = Een leenkassa huren op de drukste dag van het jaar.
    .in-workshop = Een spoedmonteur laten komen, ook op zondag.
    .in-office = Een specialist inhuren die de hack uitzoekt.
    .find-out = Spreek af wie over geld beslist als er haast is.
    .name-somebody = Spreek af wie over geld beslist als er haast is.
    .short = Wie over geld beslist
    .me = Ik zelf
    .nobody = Nog niemand

q-payment-check = Hoe check je een vreemd verzoek om geld over te maken?
    .why = Een mail of appje van de baas kan nep zijn. Ook een nieuw rekeningnummer op een factuur.
    .help = Bel op het nummer dat je al had, nooit op het nummer uit die mail.
    .in-shop = De groothandel mailt een nieuw rekeningnummer. Je belt je vaste contact daar.
    .in-workshop = Een leverancier van staal wil ineens vooraf geld. De baas kijkt mee.
    .in-office = De directeur appt: maak dit nu over. Je belt eerst terug.
    .find-out = Spreek af hoe je een vreemd betaalverzoek controleert.
    .short = Controle bij betalen
    .call-back = Terugbellen op bekend nummer
    .second-person = Iemand kijkt mee
    .look-only = Alleen goed kijken
    .nothing = Nog niets afgesproken
