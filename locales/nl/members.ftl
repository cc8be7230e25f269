# Wie erbij hoort, wie wat mag, en wat anderen daarvan horen.

member-nameless = iemand zonder naam
member-role-owner = eigenaar
member-role-editor = invuller
member-role-reader = lezer
member-role-helper = meekijker
company-nameless = je bedrijf

standing-settled = Dat is al geregeld.
member-confirmed = ✓ { $name } hoort er nu bij: { $role }.
member-refused = Goed dat je het controleert. { $name } krijgt niets te zien, en de uitnodiging werkt niet meer.
notice-you-are-confirmed = Je hoort nu bij { $company }: { $role }. Typ menu om te beginnen.
notice-you-are-refused = De eigenaar herkende je niet. Vraag om een nieuwe uitnodiging als dat niet klopt.
notice-member-confirmed = { $name } hoort nu bij je bedrijf: { $role }.
