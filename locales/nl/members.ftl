# Wie erbij hoort, wie wat mag, en wat anderen daarvan horen.

option-waiting = Wacht op jou ({ $count })
option-yes = Ja
option-no = Nee

company-nameless = je bedrijf
only-owner = Dat kan alleen de eigenaar. Vraag het gerust.
not-yours = Dat mag jij hier niet. Vraag het de eigenaar.
standing-settled = Dat is al geregeld.
standing-elsewhere = Dit gaat over { $company }.
standing-switch-first = Dit gaat over { $company }. Wissel eerst: { $command }

waiting-title = <b>Dit wacht op jou</b>
waiting-none = Er wacht nu niets op jou.

member-nameless = iemand zonder naam
member-role-owner = eigenaar
member-role-editor = invuller
member-role-reader = lezer
member-role-helper = meekijker

members-title = <b>Wie erbij hoort</b>
members-line = { $number }. { $name }: { $role }
members-line-waiting = { $number }. { $name }: { $role }, wacht nog op een eigenaar
members-invite = Iemand uitnodigen
member = { $name }: { $role }, sinds { $date }
member-make-owner = Maak eigenaar
member-make-editor = Maak invuller
member-make-reader = Maak lezer
member-make-helper = Maak meekijker
member-remove = Weghalen
member-leave = Zelf weggaan
member-remove-sure = { $name } ziet straks niets meer van je bedrijf. Weet je het zeker?
member-leave-sure = Je ziet straks niets meer van dit bedrijf. Weet je het zeker?
member-gone = ✓ { $name } kan nergens meer bij.
member-has = Dit kan { $name } nog hebben:
member-has-list = • de bellijst: op papier, in het gesprek of als contacten in de telefoon
member-has-read = • wat te lezen was in het gesprek
member-has-agenda = • een bestand voor de agenda, van { $date }
member-has-own-copy = • een kopie van de eigen antwoorden, van { $date }
member-has-copy = • een kopie van alles, van { $date }
member-gone-take-back = Vraag dat terug, en verander codes die { $name } kende.
member-gone-group = Zit { $name } nog in een groep waarin ik aan sta? Dan leest { $name } daar mee. Haal { $name } eruit, of zet mij daar uit.
you-left = ✓ Je hoort niet meer bij { $company }. Zelf iets beginnen? Stuur me een bericht.
last-owner = Er moet altijd een eigenaar zijn. Maak eerst iemand anders eigenaar.
member-changed = ✓ { $name } is nu { $role }.
member-confirmed = ✓ { $name } hoort er nu bij: { $role }.
member-refused = Goed dat je het controleert. { $name } krijgt niets te zien, en de uitnodiging werkt niet meer.

application = <b>{ $name } wil meedoen als { $role }.</b> Bel { $name } en vraag naar de drie woorden. Het moeten deze zijn: { $words }.
application-yes = Ja, dit is { $name }
application-no = Nee, iemand anders

new-keys = <b>{ $name } schrijft op Matrix met nieuwe sleutels.</b> Misschien is het een nieuwe telefoon, misschien is het iemand anders. Bel { $name } op een nummer dat je al had. Tot je kiest, krijgt niemand daar iets te zien.
new-keys-yes = Ja, dit is { $name }
new-keys-no = Nee, iemand anders
own-new-keys = <b>Iemand schrijft op Matrix onder jouw naam, met nieuwe sleutels.</b> Heb je net een nieuwe telefoon, of je sleutels vernieuwd? Tot je kiest, krijgt niemand daar iets te zien.
own-new-keys-yes = Ja, dat ben ik
own-new-keys-no = Nee, dat ben ik niet
new-keys-vouched = ✓ { $name } kan weer verder op Matrix.
new-keys-disowned = Goed dat je het zegt. Daar krijgt niemand iets te zien. Vertel het ook aan wie deze bot beheert.
notice-new-keys-vouched = { $who } zegt dat { $name } nieuwe sleutels heeft op Matrix. { $name } kan daar weer verder. Klopt dat niet? Bel { $who }.
notice-new-keys-disowned = { $who } zegt dat iemand anders op Matrix schrijft onder de naam { $name }. Daar krijgt niemand iets te zien.
notice-you-are-vouched = Een eigenaar zegt dat jij het bent, met nieuwe sleutels op Matrix. We gaan daar verder waar we waren.

notice-you-are-confirmed = Je hoort nu bij { $company }: { $role }. Typ menu om te beginnen.
notice-you-are-refused = De eigenaar herkende je niet. Was jij het wel? Vraag om een nieuwe uitnodiging.
notice-you-are-changed = Bij { $company } ben je nu { $role }.
notice-you-are-removed = Je hoort niet meer bij { $company }. Vraag de eigenaar als dat niet klopt.
notice-member-confirmed = { $name } hoort nu bij je bedrijf: { $role }.
notice-member-changed = { $name } is nu { $role }. Klopt dat niet? Typ help, dan zie je hoe je dat verandert.
notice-member-removed = { $name } hoort niet meer bij je bedrijf.
notice-member-left = { $name } is zelf weggegaan bij je bedrijf.
notice-out-of-reach = { $channel ->
    [telegram] ⚠ { $name } van { $company } krijgt op Telegram geen berichten meer van me.
    [matrix] ⚠ { $name } van { $company } krijgt op Matrix geen berichten meer van me.
   *[terminal] ⚠ { $name } van { $company } krijgt geen berichten meer van me.
    } Ook geen herinneringen. Vraag { $name } om me daar weer iets te sturen.
notice-code-alarm = Iemand probeert codes te raden. Jouw uitnodiging is niet geraden. Codes werken nu tien minuten niet.
notice-linked = { $channel ->
    [telegram] Vanaf nu praat je ook op Telegram met me.
    [matrix] Vanaf nu praat je ook op Matrix met me.
   *[terminal] Vanaf nu praat je ook in een terminal met me.
    } Was jij dat niet? Vraag een eigenaar om je weg te halen.
notice-member-linked = { $channel ->
    [telegram] { $name } van { $company } praat vanaf nu ook op Telegram met me.
    [matrix] { $name } van { $company } praat vanaf nu ook op Matrix met me.
   *[terminal] { $name } van { $company } praat vanaf nu ook in een terminal met me.
    } Klopt dat niet? Vraag het { $name }, of haal { $name } weg: typ leden.
