# De spullen: bekijken, toevoegen, hernoemen, kopiëren, samenvoegen, weghalen. En wat er te doen is.

option-things = Je spullen
option-untold = { $count ->
    [one] Vertel over nog 1 ding
   *[other] Vertel over nog { $count } dingen
    }
option-add = Toevoegen
things-title = <b>Je spullen</b>
    Kies er een om die te bekijken of te veranderen.
things-none = Er staat nog niets. Voeg iets toe, of vul eerst in wat je in huis hebt.
things-untold = Nog niets over verteld: { $names }. Nu of later, net wat je wilt.

thing-title = <b>{ $name }</b>
thing-nothing-told = Hierover heb je nog niets verteld.
thing-tell = { $count ->
    [one] Vertel erover: 1 vraag
   *[other] Vertel erover: { $count } vragen
    }
thing-rename = Andere naam
thing-copy = Nog zo een
thing-merge = Samenvoegen
thing-remove = Weghalen
thing-progress = { $bar } { $name }, vraag { $number } van { $total }
thing-complete = Over { $name } is nu alles verteld.

thing-ask-kind = Wat wil je toevoegen?
thing-kind-device = Een apparaat
thing-kind-software = Een programma of dienst
thing-kind-connection = Een verbinding
thing-kind-data = Gegevens
thing-ask-name = { $kind ->
    [device] Welk apparaat? Typ hoe je het noemt.
    [software] Welk programma of welke dienst? Typ hoe je het noemt.
    [connection] Welke verbinding? Typ hoe je die noemt.
   *[other] Welke gegevens? Typ hoe je ze noemt.
    }
thing-there-already = { $name } staat er al. Heb je er nog een? Kies dan: nog zo een.
thing-called-so = { $name } staat er al.
thing-added = Toegevoegd.
thing-ask-new-name = Hoe noem je { $name } voortaan?
thing-renamed = De naam is veranderd.
thing-copied = { $count ->
    [0] Nog zo een. Vertel er wat over, als je wilt.
    [one] Nog zo een. Ik heb 1 antwoord overgenomen. Wat alleen voor deze geldt, vraag ik opnieuw.
   *[other] Nog zo een. Ik heb { $count } antwoorden overgenomen. Wat alleen voor deze geldt, vraag ik opnieuw.
    }
thing-ask-twin = Wat is hetzelfde als { $name }? Alles van die twee komt dan bij elkaar.
thing-merged = Samengevoegd. Wat bij { $other } hoorde, staat nu hier.
thing-removed = Weggehaald: { $name }.
thing-put-back = Het staat er weer.
thing-hanging = Aan <b>{ $name }</b> hangt nog: { $things }.
    Toch weghalen?
thing-remove-yes = Ja, weghalen
thing-remove-no = Nee, laten staan

follows-asked = { $count ->
    [one] Ik heb nu nog 1 vraag voor je.
   *[other] Ik heb nu nog { $count } vragen voor je.
    }
follows-gone = { $count ->
    [one] 1 vraag vervalt.
   *[other] { $count } vragen vervallen.
    }
follows-todo = Nieuw op je lijst: { $todo }
follows-done = Dit hoeft niet meer: { $todo }
follows-light = Stoplicht: { $name } ging van { $was ->
    [red] rood
    [orange] oranje
   *[green] groen
    } { $is ->
    [red] naar rood.
    [orange] naar oranje.
   *[green] naar groen.
    }

option-todos = Te doen ({ $count })
todos-title = <b>Nog te doen: { $count }</b>
    Kies er een. Daarna zeg je of het gedaan is, of wie het doet.
todos-none = Er staat niets meer op je lijst. Mooi werk!
todo-agreed = { $todo } ({ $agreed })
todo-until = voor { $date }
todo-who-when = Afgesproken: { $agreed }
todo-done = Gedaan
todo-know-now = Ik weet het nu
todo-changed = Antwoord veranderen
todo-who = Wie doet het?
todo-when = Wanneer?
todo-ask-who = Wie doet het? Kies iemand van je bellijst.
todo-ask-when = Wanneer moet het af zijn? Typ een datum, zoals: vrijdag, of 1 februari.
todo-when-past = Die dag is al voorbij. Kies een dag die nog komt.
todo-noted = Genoteerd.
todo-ticked-off = Mooi, dat is gedaan.
todo-undo = Toch nog niet gedaan
todo-put-back = Het staat weer op je lijst.

contradiction-updates = Let op: over het modem zei je twee dingen. Het krijgt vanzelf updates, en het krijgt er geen. Klopt er iets niet? Typ terug.
contradiction-backup = Let op: je wilt door met de back-up. Maar van { $name } zei je dat er geen back-up is.
contradiction-login = Let op: bij { $name } zei je dat je zonder inloggen werkt, en dat er een wachtwoord is. Klopt er iets niet? Typ terug.
contradiction-password = Let op: { $name } heeft geen wachtwoord, zei je. Je zei ook dat te veel mensen het wachtwoord weten. Klopt er iets niet? Typ terug.
contradiction-restore = Let op: { $name } zou je back-up terugzetten, maar maakt die niet. Klopt er iets niet? Typ terug.
contradiction-own-data = Let op: { $name } zet je back-up terug, maar haalt je gegevens niet terug. Klopt er iets niet? Typ terug.
contradiction-guests = Let op: je hebt wifi voor gasten, en gasten krijgen geen wifi, zei je. Klopt er iets niet? Typ terug.
contradiction-supplier-backup = Let op: van { $data } maakt de leverancier de back-up, zei je. Maar van { $names } zei je dat ze er geen maken. Klopt er iets niet? Typ terug.
contradiction-alone = Let op: je zei dat je alleen werkt. Dan zijn er geen collega's om dit mee te bespreken.
