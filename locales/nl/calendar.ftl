# Het bestand voor de agenda, en wat erbij gezegd wordt.

option-calendar = In mijn agenda zetten
calendar-sent = Dit bestand zet de dagen in je agenda. Tik erop en kies je agenda.
    Krijg je later een nieuw bestand? Dan worden de oude dagen bijgewerkt.

# Hoe de agenda heet waarop je je abonneert.
calendar-name = Noodplan
calendar-title = { $kind ->
   *[review] Je noodplan nalopen
    [backup] Back-up maken
    [restore] Terugzetten van een back-up oefenen
    [drill] Je noodplan oefenen
    [contract] Een contract verlengen of opzeggen
    [end-of-life] Iets krijgt straks geen updates meer
    [acceptance] Een geaccepteerd risico opnieuw bekijken
    [agreement] Een afspraak nakijken
    [reply] Antwoord vragen op een afspraak
    [numbers] Telefoonnummers nabellen
}
calendar-about = { $kind ->
   *[review] Kloppen je bellijst en je antwoorden nog? Open noodplan in je chat. Het kost ongeveer tien minuten.
    [backup] Open noodplan in je chat en vink af: gemaakt, losgekoppeld, datum erop.
    [restore] Zet één bestand terug en kijk of het werkt. Open noodplan in je chat en vink het af.
    [drill] Oefen een keer alsof er echt iets mis is. Open noodplan in je chat.
    [contract] Open noodplan in je chat en kijk welk contract het is.
    [end-of-life] Open noodplan in je chat en kijk om welk apparaat of programma het gaat.
    [acceptance] Open noodplan in je chat en kies opnieuw: nog steeds goed, of toch iets doen?
    [agreement] Is het gebeurd? Open noodplan in je chat en vink het af.
    [reply] Is er al antwoord? Open noodplan in je chat en vink het af.
    [numbers] Open noodplan in je chat en bel de nummers op je bellijst na.
}
