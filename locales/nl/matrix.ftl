# Wat de bot op Matrix buiten het gesprek om zegt. Het staat er steeds in twee talen: wie meeleest, is niet bekend.

matrix-hello = Hoi! Ik ben noodplan. Stuur me een bericht om te beginnen. Is er nu iets mis? Typ !noodplan.
matrix-open = Deze kamer is niet versleuteld, dus hier vraag ik niets en zeg ik niets. Zet versleuteling aan bij de instellingen van de kamer. Of begin een nieuw, versleuteld gesprek met mij.
matrix-crowded = Hier lezen anderen mee, dus hier vraag ik niets en zeg ik niets. Begin een versleuteld gesprek met mij alleen.
matrix-stranger = Let op: er is iemand bij gekomen in deze kamer. Zolang we hier niet alleen zijn, zeg ik niets over je bedrijf.
matrix-answered-alone = Hier lezen anderen mee. Je noodplan staat in ons eigen gesprek.
matrix-clear = Dit bericht was niet versleuteld, dus ik doe er niets mee. Stuur het opnieuw met een app die versleutelt.
matrix-unconfirmed = Ik kan je bericht niet lezen: je apparaat is nog niet bevestigd. Bevestig het in je app, bij Instellingen en dan Sessies of Beveiliging. Stuur je bericht daarna opnieuw.
matrix-file-refused = Hier hoort een bestand bij, maar de server van dit gesprek neemt het niet aan. Vraag het aan wie deze bot beheert.
matrix-new-keys = Je sleutels op Matrix zijn nieuw, misschien door een nieuwe telefoon. Ik weet dus niet zeker of jij het bent, en zeg niets over je bedrijf. Een eigenaar van je bedrijf kan je bevestigen: bel die. Lukt dat niet? Bel wie deze bot beheert. Is er nu gevaar? Bel 112.
matrix-moved = Deze kamer is verhuisd, maar in de nieuwe kan ik nog niet komen. Nodig me daar uit, dan gaan we daar verder. Tot dan blijf ik hier.
matrix-declined = Je staat niet op de lijst van wie mij mag uitnodigen. Vraag het aan wie deze bot beheert.
