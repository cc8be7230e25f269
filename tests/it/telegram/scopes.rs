//! Who is admitted where: every identity in a private chat, in a group and without a name.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use noodplan::{
    app::{
        access::{Scope, authorise},
        ports::{Company, Conversation, Loaded},
    },
    dialogue::Place,
    domain::{
        dossier::Dossier,
        ids::{CompanyId, PersonId},
        member::{Member, Role, Standing},
    },
    text::Language,
};
use uuid::Uuid;

const ANNA: PersonId = PersonId(Uuid::from_u128(1));
const OURS: CompanyId = CompanyId(Uuid::from_u128(2));
const THEIRS: CompanyId = CompanyId(Uuid::from_u128(3));

/// A conversation of Anna that names this company, with these members in it; or a group that is on for it.
fn naming(company: CompanyId, members: Vec<Member>) -> Loaded {
    let conversation = Conversation {
        company: Some(company),
        listed: true,
        ..Conversation::new(ANNA, Language::Nl, Place::Menu, DateTime::<Utc>::UNIX_EPOCH)
    };
    let company = Company { dossier: Arc::new(Dossier::default()), members: Arc::new(members), version: 1 };
    Loaded { conversation: Some((conversation, 1)), state_lost: false, company: Some(company) }
}

fn member(person: PersonId, role: Role, standing: Standing) -> Member {
    Member { standing, ..Member::confirmed(person, role, DateTime::UNIX_EPOCH) }
}

#[test]
fn only_a_confirmed_member_is_admitted_and_in_a_group_only_to_its_company() {
    let of_others = || vec![member(PersonId(Uuid::from_u128(9)), Role::Owner, Standing::Confirmed)];
    let mut standings = vec![("removed", of_others(), None)];
    for role in Role::ALL {
        standings.push(("accepted", vec![member(ANNA, role, Standing::Accepted)], None));
        standings.push(("confirmed", vec![member(ANNA, role, Standing::Confirmed)], Some(role)));
    }
    let theirs = naming(THEIRS, of_others());
    let never_heard = Loaded::default();
    for (name, members, wanted) in standings {
        let ours = naming(OURS, members);
        let gone = Loaded { company: None, ..ours.clone() };
        for (speaker, scope, wanted) in [
            (&ours, Scope::Private, wanted),
            (&ours, Scope::Group(&ours), wanted),
            // Whatever company they speak for at the moment.
            (&theirs, Scope::Group(&ours), wanted),
            (&theirs, Scope::Private, None),
            (&ours, Scope::Group(&theirs), None),
            (&gone, Scope::Private, None),
            (&ours, Scope::Group(&gone), None),
            (&ours, Scope::Group(&never_heard), None),
            (&never_heard, Scope::Group(&ours), None),
            (&never_heard, Scope::Private, None),
            (&ours, Scope::Anonymous, None),
        ] {
            let admitted = authorise(speaker, scope).map(|admitted| admitted.role());
            assert_eq!(admitted, wanted, "{name} in {scope:?}");
        }
    }
}
