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

/// Anna, whose conversation names our company, with these members in it.
fn anna(members: Vec<Member>) -> Loaded {
    let conversation = Conversation {
        person: ANNA,
        name: None,
        language: Language::Nl,
        state: Place::Menu.into(),
        heard_at: DateTime::<Utc>::UNIX_EPOCH,
        company: Some(OURS),
        listed: true,
        unreachable_at: None,
        pinned: None,
        reminded_of: Vec::new(),
        answered: Vec::new(),
    };
    let company = Company { dossier: Arc::new(Dossier::default()), members: Arc::new(members), version: 1 };
    Loaded { conversation: Some((conversation, 1)), state_lost: false, company: Some(company) }
}

fn member(person: PersonId, role: Role, standing: Standing) -> Member {
    Member { person, role, standing, name: None, check_words: None, joined_at: DateTime::<Utc>::UNIX_EPOCH }
}

#[test]
fn only_a_confirmed_member_is_admitted_and_in_a_group_only_to_its_company() {
    let somebody_else = PersonId(Uuid::from_u128(9));
    let mut identities = vec![
        ("never heard", Loaded::default(), None),
        ("removed", anna(vec![member(somebody_else, Role::Owner, Standing::Confirmed)]), None),
        ("of a company that is gone", Loaded { company: None, ..anna(Vec::new()) }, None),
    ];
    for role in Role::ALL {
        identities.push(("accepted", anna(vec![member(ANNA, role, Standing::Accepted)]), None));
        identities.push(("confirmed", anna(vec![member(ANNA, role, Standing::Confirmed)]), Some(role)));
    }
    for (name, loaded, wanted) in identities {
        for (scope, wanted) in [
            (Scope::Private, wanted),
            (Scope::Group(OURS), wanted),
            (Scope::Group(THEIRS), None),
            (Scope::Anonymous, None),
        ] {
            let admitted = authorise(&loaded, scope).map(|admitted| admitted.role());
            assert_eq!(admitted, wanted, "{name} in {scope:?}");
        }
    }
}
