# Who belongs to the company, who may do what, and what others hear of it.

member-nameless = somebody without a name
member-role-owner = owner
member-role-editor = editor
member-role-reader = reader
member-role-helper = helper
company-nameless = your company

standing-settled = That has been settled already.
member-confirmed = ✓ { $name } is in now: { $role }.
member-refused = Good that you checked. { $name } gets to see nothing, and the invitation no longer works.
notice-you-are-confirmed = You now belong to { $company }: { $role }. Type menu to begin.
notice-you-are-refused = The owner did not recognise you. Ask for a new invitation if that is wrong.
notice-member-confirmed = { $name } now belongs to your company: { $role }.
