//! Which member does what was agreed, and which one takes over: the one that the contact is, or the only one who is called so.

use crate::domain::{
    agreement,
    dossier::{Dossier, Slot},
    folding::folded,
    ids::PersonId,
    item::{Item, Value},
    member::Member,
};

/// The question who takes over when whoever decides is not there.
pub const DEPUTY: &str = "deputy";

/// The confirmed member who takes over when whoever decides is not there, if they are one.
pub fn deputy(dossier: &Dossier, members: &[Member]) -> Option<PersonId> {
    match dossier.value(&Slot::own(DEPUTY))? {
        Value::Item(id) => member_of(dossier.item(*id)?, members),
        _ => None,
    }
}

/// The confirmed member who does what an agreement says, if they are one.
pub fn doer(agreement: &Item, dossier: &Dossier, members: &[Member]) -> Option<PersonId> {
    match agreement.value(agreement::WHO)? {
        Value::Item(id) => member_of(dossier.find(*id)?, members),
        Value::Text(name) => called(name, members).map(|member| member.person),
        _ => None,
    }
}

/// The member that somebody on the call list is: known to be, or the only one of that name.
fn member_of(contact: &Item, members: &[Member]) -> Option<PersonId> {
    let confirmed = || members.iter().filter(|member| member.is_confirmed());
    if let Some(person) = contact.person {
        return confirmed().map(|member| member.person).find(|known| *known == person);
    }
    called(contact.contact.name.as_ref()?, members).map(|member| member.person)
}

/// The only confirmed member who is called so.
pub fn called<'m>(name: &str, members: &'m [Member]) -> Option<&'m Member> {
    let said = folded(name);
    let fits = |member: &&Member| {
        let name = member.name.as_ref();
        member.is_confirmed()
            && name.is_some_and(|name| is_called(name, &said) || is_called(&said, &folded(name)))
    };
    let mut called_so = members.iter().filter(fits);
    called_so.next().filter(|_| called_so.next().is_none())
}

/// "Fatima de Wit" is called Fatima; what was said is folded already.
pub fn is_called(name: &str, said: &str) -> bool {
    let name = folded(name);
    !said.is_empty() && (name == said || name.starts_with(&format!("{said} ")))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::domain::{
        contact::Contact,
        item::{Answer, ItemKind},
        member::{Role, Standing},
    };

    fn member(number: u128, name: &str, standing: Standing) -> Member {
        Member {
            standing,
            name: Some(name.into()),
            ..Member::confirmed(PersonId(Uuid::from_u128(number)), Role::Reader, DateTime::UNIX_EPOCH)
        }
    }

    /// Which of these members is asked, if the agreement says so of whom.
    fn asked(who: impl FnOnce(&mut Dossier) -> Value, members: &[Member]) -> Option<u128> {
        let mut dossier = Dossier::default();
        let value = who(&mut dossier);
        let item = dossier.new_item(ItemKind::Agreement, "agreement".into(), Contact::default());
        dossier.save_item(item.clone());
        let (by, at) = (PersonId(Uuid::nil()), DateTime::UNIX_EPOCH);
        let slot = Slot::of(item.id, agreement::WHO);
        dossier.save_answer(slot, Answer { value, by, at, catalogue: 1 });
        let item = dossier.item(item.id).unwrap();
        doer(item, &dossier, members).map(|person| person.0.as_u128())
    }

    fn contact(name: &str, person: Option<u128>) -> impl FnOnce(&mut Dossier) -> Value {
        let person = person.map(|number| PersonId(Uuid::from_u128(number)));
        let contact = Contact { name: Some(name.into()), ..Contact::default() };
        move |dossier| {
            let item = dossier.new_item(ItemKind::Contact, "told".into(), contact);
            let id = item.id;
            dossier.save_item(Item { person, ..item });
            Value::Item(id)
        }
    }

    #[test]
    fn whoever_agrees_is_asked_on_the_call_list_or_not() {
        let (bram, cas) = (member(7, "Bram", Standing::Confirmed), member(8, "Cas", Standing::Confirmed));
        let members = [bram, cas];
        assert_eq!(asked(|_| Value::Text("bram".into()), &members), Some(7));
        assert_eq!(asked(contact("Bram de Wit", None), &members), Some(7));
        assert_eq!(asked(contact("Baas", Some(8)), &members), Some(8));
        assert_eq!(asked(contact("Bram", Some(9)), &members), None, "somebody else by that name");
        assert_eq!(asked(|_| Value::Text("Dirk".into()), &members), None);
        assert_eq!(asked(|_| Value::Skipped, &members), None);
    }

    #[test]
    fn two_of_one_name_and_who_waits_for_an_owner_are_not_asked() {
        let (one, other) = (member(7, "Bram", Standing::Confirmed), member(8, "Bram", Standing::Confirmed));
        assert_eq!(asked(|_| Value::Text("Bram".into()), &[one, other]), None);
        assert_eq!(asked(|_| Value::Text("Bram".into()), &[member(7, "Bram", Standing::Accepted)]), None);
    }
}
