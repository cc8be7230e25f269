# De bellijst die in beeld blijft, en de knop voor je eigen nummer.

pinned-title = <b>Bellijst { $company }</b>
pinned-title-nameless = <b>Bellijst</b>
pinned-updated = Bijgewerkt op { $date }. Is er iets mis? Typ noodplan.
call-list-pinned = Je bellijst staat nu vast boven aan dit gesprek. Typ noodplan, dan krijg je er de eerste stappen bij. Schrijf hem ook op papier en hang hem op.

own-number = Je eigen nummer kun je ook met één tik delen.
    .key = 📱 Deel mijn nummer
