# Kennismaken: begroeten, toestemming, is er nu iets mis.

welcome = Hoi! In vijf minuten heb je een bellijst voor als je computers platliggen. Daarna kijken we in korte stukjes wat je in huis hebt.
    .agree = Akkoord, beginnen
    .more = Eerst meer weten
    .no = Nee, liever niet
welcome-privacy = { $channel ->
    [telegram] Let op: een gesprek met een Telegram-bot is niet helemaal versleuteld: Telegram kan meelezen. Stuur dus geen wachtwoorden of BSN. Ik bewaar pas iets als je akkoord gaat.
    [matrix] Dit gesprek is versleuteld. Stuur toch geen wachtwoorden of BSN. Ik bewaar pas iets als je akkoord gaat.
   *[terminal] Wat je vertelt, blijft op deze computer. Stuur geen wachtwoorden of BSN. Ik bewaar pas iets als je akkoord gaat.
    }
signup-not-here = { $signup ->
    [code] Hoi! Om hier te beginnen heb je een code nodig. Vraag die aan wie deze bot beheert, en typ dan { $typed } met de code erachter.
   *[closed] Hoi! Hier kun je nu geen nieuw bedrijf beginnen. Heb je een uitnodiging? Gebruik dan de link of de code daaruit.
    }
    Is er nu iets mis? Deze nummers kan iedereen bellen.
welcome-agreed = ✓ Akkoord. Typ privacy om te lezen wat ik van je bewaar.
welcome-refused = Prima. Ik heb niets van je bewaard. Wil je later toch beginnen? Stuur me dan een bericht.
    Is er nu iets mis? Typ noodplan, dan zie je meteen wie je kunt bellen.

trouble = Is er nu iets mis met je computers?
    .no = Nee, gelukkig niet
    .yes = Ja, help me nu
trouble-hint = Is er nu iets mis? Typ noodplan, dan zie je meteen wie je kunt bellen.
trouble-none = ✓ Er is nu niets mis. Fijn.

greeting = Hoi!
welcome-back = <b>Welkom terug!</b> Je was bezig met: { $section }, vraag { $question } van { $total }. { $people ->
    [0] Er staat nog niemand op je bellijst.
    [one] Tot nu toe staat er 1 naam op je bellijst.
   *[other] Tot nu toe staan er { $people } namen op je bellijst.
    }

privacy = <b>Wat er met je antwoorden gebeurt</b>
    Ik bewaar wat je vertelt, per bedrijf en versleuteld. Alleen mensen van jouw bedrijf krijgen het te zien.
    { $channel ->
        [telegram] Telegram zelf kan dit gesprek lezen. Gesprekken met een bot zijn daar niet helemaal versleuteld.
        [matrix] De server van Matrix kan dit gesprek niet lezen.
       *[terminal] Alles staat op deze computer. Er gaat niets naar buiten.
    }
    Wie deze bot beheert, kan technisch bij alles wat de bot kan lezen.
    Kijkt de beheerder met dit programma in je gegevens? Dan krijgen de eigenaren daar bericht van.
