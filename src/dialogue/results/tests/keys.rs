//! What opens everything else: the mailbox, and whatever keeps the passwords.

use super::*;

#[test]
fn the_mailbox_is_the_key_to_what_is_logged_in_to() {
    let mut shop = Shop::new();
    let mail = shop.item(ItemKind::Software, "mail");
    let books = shop.item(ItemKind::Software, "bookkeeping-program");
    let office = shop.item(ItemKind::Software, "office-program");
    shop.item(ItemKind::Software, "website");
    shop.choose(office, &[("software-login", "no-login")]);
    shop.choose(books, &[("software-version", "cloud")]);
    shop.choose(mail, &[("software-login", "extra-code")]);
    assert!(!shop.says(weakest_link::lines).contains("-mail"), "two things, and nothing weak");
    let planning = shop.item(ItemKind::Software, "planning-program");
    shop.choose(planning, &[("software-login", "password-only")]);
    let said = shop.says(weakest_link::lines);
    let line = "• E-mail, sleutel tot 3 dingen: boekhoudprogramma, website, agenda of planning\nWaarom: ";
    assert!(said.contains(line) && !said.contains("Zwak: "), "{said}");
    assert!(said.contains("Wie of wat je wachtwoorden bewaart, weet ik nog niet."), "{said}");
}

#[test]
fn a_mailbox_that_is_easy_to_open_is_weak_by_itself() {
    let mut shop = Shop::new();
    let mail = shop.item(ItemKind::Software, "mail");
    shop.choose(mail, &[("software-login", "password-only")]);
    shop.tell(mail, "software-weak", Value::Choices(vec!["reused-password".into()]));
    let said = shop.says(weakest_link::lines);
    assert!(said.contains("• E-mail: wie in je mail komt"), "{said}");
    assert!(said.contains("Zwak: Alleen een wachtwoord, Zelfde wachtwoord als elders."), "{said}");
}

#[test]
fn whatever_keeps_the_passwords_says_who_looks_after_it_and_where_it_is() {
    let mut shop = Shop::new();
    let noor = shop.party(ItemKind::Contact, "ict-help", "Noor");
    let safe = shop.item(ItemKind::Software, "password-manager");
    let paper = shop.item(ItemKind::Data, "passwords");
    shop.tell(safe, "software-manager", Value::Item(noor));
    shop.tell(safe, "software-weak", Value::Choices(vec!["one-person".into()]));
    shop.tell(paper, "data-place", Value::Text("schriftje in de la".into()));
    let said = shop.says(weakest_link::lines);
    let keeper = "• Wachtwoordkluis: zonder dit kun je nergens inloggen.\nWie het beheert: Noor.\n\
                  Zwak: Eén persoon weet hoe het werkt.\n\
                  • Wachtwoorden: zonder dit kun je nergens inloggen.\nWaar het ligt: schriftje in de la";
    assert!(said.contains(keeper), "{said}");
}
