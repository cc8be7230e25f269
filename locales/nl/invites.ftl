# Uitnodigen, meedoen met een code, een tweede kanaal, en kiezen tussen bedrijven.

invite-who = <b>Wat mag degene die je uitnodigt?</b>
invite-roles = Een lezer ziet alleen de bellijst en wat je doet als het misgaat. Een invuller geeft antwoorden. Een meekijker, zoals je accountant, leest de antwoorden. Een eigenaar mag alles.
invite-as-owner = Eigenaar
invite-as-editor = Invuller
invite-as-reader = Lezer
invite-as-helper = Meekijker
invite-scan = Zit die persoon naast je? Laat dan deze code scannen met de camera. Anders stuur je het bericht hieronder door.
invite-forward = Je mag meedoen met het noodplan van { $company }, als { $role }.
invite-once = Dit werkt één keer, binnen 72 uur.
invite-by-link = Tik op deze link: { $link }
invite-by-command = Typ dit in een gesprek met noodplan: { $typed }
invite-made = Stuur het bericht hierboven door aan één persoon. Doet die mee, dan vraag ik jou of het de goede is.
code-not-made = Ik kan nu geen code maken. Probeer het straks nog eens.

door = Bijna klaar. Jouw drie woorden: <b>{ $words }</b>. De eigenaar belt je en vraagt ernaar. Tot die tijd laat ik niets zien.
door-own-company = Zelf een bedrijf beginnen
join-no-code = De code ontbreekt, of een stuk ervan. Kopieer hem helemaal en plak hem erachter.
join-wrong = Deze code ken ik niet. Kijk hem nog eens na, of vraag om een nieuwe.
join-spent = Deze code werkt niet meer. Vraag om een nieuwe.
join-paused = Er zijn te veel verkeerde codes geprobeerd. Probeer het over een uur nog eens.
join-already = Je hoort er al bij. De code blijft geldig voor iemand anders.

link-code = Typ dit op je andere kanaal, binnen tien minuten: { $typed }
code-in-doubt = De verbinding viel weg. Misschien mis je een bericht met een code of een link: zoiets stuur ik maar één keer. Zie je het niet? Vraag dan een nieuwe.
link-done = ✓ Gelukt. Ik ken je nu hier en op je andere kanaal. Typ menu om verder te gaan.
link-already = Hier ken ik je al. Typ de code op je andere kanaal.
link-has-company = In dit gesprek hoor je al bij een bedrijf. Koppelen kan alleen vanuit een nieuw gesprek.

companies-title = Je werkt nu voor { $company }.
companies-line = { $number }. { $company }: { $role }
companies-new = Nog een bedrijf beginnen
companies-switched = ✓ Je werkt nu voor { $company }.

command-leden = wie erbij hoort en wie wat mag
command-uitnodigen = iemand laten meedoen
command-meedoen = een uitnodiging gebruiken
command-koppel = ook op een ander kanaal praten, zoals Matrix
command-bedrijf = wisselen van bedrijf
