//! Erasing companies and forgetting people, on every store.

use chrono::Months;
use noodplan::{
    app::{
        keeping::{Amendment, DueErasure, Keeping},
        upkeep::empty_outdated,
        witness::Looks,
    },
    domain::{
        audit::{Act, Actor},
        erasure::{Erasure, WAIT},
        item::Item,
    },
};

use super::*;

struct Cast {
    company: CompanyId,
    /// Who belongs to the company alone, and to another one too.
    alone: (String, u128),
    elsewhere: (String, u128),
    other: CompanyId,
}

/// Two companies; one person belongs to the first, one to both, and both speak for the first.
async fn cast(store: &impl Store) -> Cast {
    let (company, other) = (CompanyId(Uuid::new_v4_like()), CompanyId(Uuid::new_v4_like()));
    let somebody = |name| (fresh(name), Uuid::new_v4_like().as_u128());
    let (alone, elsewhere) = (somebody("alone"), somebody("elsewhere"));
    let joins = |person| Change::SaveMember(member(person, Role::Owner, Standing::Confirmed));
    for (id, changes) in [
        (other, vec![Change::StartCompany(other), joins(elsewhere.1)]),
        (
            company,
            vec![
                Change::StartCompany(company),
                joins(elsewhere.1),
                joins(alone.1),
                Change::SaveAnswer(Slot::own("company-name"), answer("Krul")),
            ],
        ),
    ] {
        store
            .commit(Commit { changes, company: Some((id, 0)), ..commit(&fresh("c"), &fresh("e")) })
            .await
            .unwrap();
    }
    for (name, person) in [&alone, &elsewhere] {
        let speaks = Conversation { listed: true, ..conversation(*person, Some(company)) };
        let outgoing = vec![outgoing(Uuid::new_v4_like().as_u128(), name, LaneKind::Notice)];
        let turn = Commit { conversation: Some(speaks), lists: true, outgoing, ..commit(name, &fresh("e")) };
        store.commit(turn).await.unwrap();
        store.note_channel(vec![(key(name), "note".into())]).await.unwrap();
    }
    Cast { company, alone, elsewhere, other }
}

async fn unsent_to(store: &impl Store, name: &str) -> usize {
    let unsent = store.unsent(ChannelKind::Telegram).await.unwrap();
    unsent.iter().filter(|message| message.conversation == key(name)).count()
}

pub async fn a_company_goes_with_the_conversations_that_speak_for_it(store: &(impl Store + Keeping)) {
    let Cast { company, alone, elsewhere, other } = cast(store).await;
    let by = PersonId(Uuid::from_u128(alone.1));
    let wish = Erasure::asked(by, &[], at(10));
    let due_at = wish.due_at;
    let amend = async |version, changes| {
        let (company, by) = ((company, version), Actor::Person(by));
        store.amend(Amendment { company, by, changes, outgoing: Vec::new(), at: at(10) }).await
    };
    amend(1, vec![Change::SetErasure(Some(wish.clone()))]).await.unwrap();
    let late = amend(1, vec![Change::SetErasure(None)]).await;
    assert!(matches!(late, Err(StoreError::Conflict)), "{late:?}");
    let read = store.company(company).await.unwrap().unwrap();
    assert_eq!((read.dossier.erasure(), read.version), (Some(&wish), 2));
    let due = DueErasure { company, begun: false };
    let is_due = async |now| store.due_erasures(now).await.unwrap().contains(&due);
    assert!(!is_due(due_at - TimeDelta::seconds(1)).await);
    assert!(is_due(due_at).await);
    assert_eq!(due_at, at(10) + WAIT);

    let codes = [company, other].map(|company| (company, Code::long(*Uuid::new_v4_like().as_bytes())));
    let invites = |(company, code): &(CompanyId, Code)| {
        let purpose = Purpose::Invitation(*company, Role::Reader);
        let issued = IssuedCode { made_by: by, purpose, expires_at: at(100), is_spent: false };
        Change::SaveCode(code.clone(), issued)
    };
    let changes = codes.iter().map(invites).collect();
    store.commit(Commit { changes, ..commit(&fresh("c"), &fresh("e")) }).await.unwrap();

    let farewell = outgoing(Uuid::new_v4_like().as_u128(), &alone.0, LaneKind::Notice);
    store.erase(company, vec![farewell]).await.unwrap();
    store.erase(company, Vec::new()).await.unwrap();
    assert!(store.company(company).await.unwrap().is_none());
    assert!(!is_due(due_at).await);
    assert!(store.load(&key(&alone.0)).await.unwrap().conversation.is_none());
    assert_eq!(store.channel_note(&key(&alone.0)).await.unwrap(), None);
    assert_eq!(store.chats(vec![by]).await.unwrap(), []);
    // Of what was to be said only the farewell is left.
    assert_eq!(unsent_to(store, &alone.0).await, 1);
    let kept = store.load(&key(&elsewhere.0)).await.unwrap();
    let (conversation, version) = kept.conversation.unwrap();
    assert_eq!(
        (conversation.company, version),
        (Some(other), 2),
        "whoever is at a turn there reads it again"
    );
    assert!(kept.company.is_some());
    for ((about, code), known) in codes.iter().zip([false, true]) {
        let issued = store.code(code, &key("x"), at(50)).await.unwrap().issued;
        assert_eq!(issued.is_some(), known, "{about:?}");
    }
}

pub async fn what_was_erased_meanwhile_is_not_written_anew(store: &(impl Store + Keeping)) {
    let Cast { company, alone, .. } = cast(store).await;
    store.erase(company, Vec::new()).await.unwrap();
    let speaks = Some(conversation(alone.1, Some(company)));
    let late = Commit { conversation: speaks, conversation_version: 1, ..commit(&alone.0, &fresh("e")) };
    let told = vec![Change::SaveAnswer(Slot::own("company-size"), answer("2"))];
    let told = Commit { changes: told, company: Some((company, 1)), ..commit(&fresh("c"), &fresh("e")) };
    for commit in [late, told] {
        let refused = store.commit(commit).await;
        assert!(matches!(refused, Err(StoreError::Conflict | StoreError::Damaged(_))), "{refused:?}");
    }
    assert!(store.company(company).await.unwrap().is_none());
}

pub async fn a_person_goes_with_all_their_chats_and_codes(store: &(impl Store + Keeping)) {
    let Cast { company, alone, elsewhere, other } = cast(store).await;
    let person = PersonId(Uuid::from_u128(alone.1));
    let (second, code) = (fresh("second"), Code::long(*Uuid::new_v4_like().as_bytes()));
    let purpose = Purpose::Invitation(company, Role::Reader);
    let issued = IssuedCode { made_by: person, purpose, expires_at: at(100), is_spent: false };
    let waits = Change::SaveMember(member(alone.1, Role::Reader, Standing::Accepted));
    let turn = Commit {
        conversation: Some(Conversation { listed: true, ..conversation(alone.1, Some(company)) }),
        lists: true,
        changes: vec![Change::SaveCode(code.clone(), issued), waits],
        company: Some((other, 1)),
        outgoing: vec![outgoing(Uuid::new_v4_like().as_u128(), &second, LaneKind::Notice)],
        ..commit(&second, &fresh("e"))
    };
    store.commit(turn).await.unwrap();
    let goodbye = outgoing(Uuid::new_v4_like().as_u128(), &alone.0, LaneKind::Interactive);
    let forget = Commit {
        conversation: None,
        conversation_version: 1,
        changes: vec![Change::RemoveMember(person), Change::Forget],
        company: Some((company, 1)),
        outgoing: vec![goodbye],
        ..commit(&alone.0, &fresh("e"))
    };
    store.commit(forget).await.unwrap();
    for name in [&alone.0, &second] {
        assert!(store.load(&key(name)).await.unwrap().conversation.is_none());
    }
    assert_eq!(store.chats(vec![person]).await.unwrap(), []);
    assert_eq!((unsent_to(store, &alone.0).await, unsent_to(store, &second).await), (1, 0));
    assert_eq!(unsent_to(store, &elsewhere.0).await, 1, "what is said to others is said");
    assert_eq!(store.companies_of(person).await.unwrap(), []);
    assert!(store.code(&code, &key("x"), at(50)).await.unwrap().issued.is_none());
    assert_eq!(store.company(other).await.unwrap().unwrap().version, 3, "it has changed without them");
    // What they told stays, and so does everybody else.
    let company = store.company(company).await.unwrap().unwrap();
    assert_eq!((company.dossier.text("company-name"), company.members.len()), (Some("Krul"), 1));
}

pub async fn the_looks_at_what_is_due_are_kept(store: &impl Keeping) {
    for last in [at(7), at(8)] {
        let looks = Looks { since: at(6), last };
        store.note_upkeep(looks).await.unwrap();
        assert_eq!(store.upkeeps().await.unwrap(), Some(looks));
    }
}

pub async fn what_is_not_old_is_not_thrown_away(store: &(impl Store + Keeping)) {
    let Cast { company, alone, .. } = cast(store).await;
    store.throw_away(at(20)).await.unwrap();
    assert!(store.company(company).await.unwrap().is_some());
    assert_eq!(store.channel_note(&key(&alone.0)).await.unwrap().as_deref(), Some("note"));
    assert_eq!(unsent_to(store, &alone.0).await, 1);
}

pub async fn a_group_goes_with_its_company_whoever_switched_it_on(store: &(impl Store + Keeping)) {
    let Cast { company, elsewhere, .. } = cast(store).await;
    let group = fresh("group");
    let speaks = Some(conversation(elsewhere.1, Some(company)));
    store.commit(Commit { conversation: speaks, ..commit(&group, &fresh("e")) }).await.unwrap();
    store.erase(company, Vec::new()).await.unwrap();
    assert!(store.load(&key(&group)).await.unwrap().conversation.is_none());
    assert!(store.load(&key(&elsewhere.0)).await.unwrap().conversation.is_some());
}

pub async fn a_company_goes_from_however_many_conversations(store: &(impl Store + Keeping)) {
    let Cast { company, .. } = cast(store).await;
    // More than are looked through at once.
    let names: Vec<String> = (0..600).map(|_| fresh("c")).collect();
    let turn = |name: &String| Commit {
        conversation: Some(conversation(Uuid::new_v4_like().as_u128(), Some(company))),
        ..commit(name, &fresh("e"))
    };
    for written in join_all(names.iter().map(|name| store.commit(turn(name)))).await {
        written.unwrap();
    }
    store.erase(company, Vec::new()).await.unwrap();
    for name in names {
        assert!(store.load(&key(&name)).await.unwrap().conversation.is_none());
    }
}

pub async fn an_answer_that_is_taken_back_goes_with_every_revision_and_no_other(store: &impl Store) {
    let (name, company) = (fresh("c"), CompanyId(Uuid::new_v4_like()));
    let other = CompanyId(Uuid::new_v4_like());
    let item = Dossier::default().new_item(ItemKind::Device, "till".into(), Contact::default());
    let about_it = Slot::of(item.id, "name");
    let say = |slot: &Slot, text| Change::SaveAnswer(slot.clone(), answer(text));
    let turns = [
        vec![
            Change::StartCompany(company),
            Change::SaveItem(item.clone()),
            say(&Slot::own("name"), "Krul"),
            say(&about_it, "till"),
        ],
        vec![say(&Slot::own("name"), "Krull"), say(&Slot::own("trade"), "hair")],
        vec![say(&Slot::own("name"), "Kroes"), Change::ForgetAnswer(Slot::own("name"))],
        vec![
            Change::ForgetAnswer(Slot::own("trade")),
            say(&Slot::own("trade"), "beards"),
            Change::ForgetAnswer(Slot::own("never")),
        ],
    ];
    let elsewhere = vec![Change::StartCompany(other), say(&Slot::own("name"), "Other")];
    let first = Commit { changes: elsewhere, company: Some((other, 0)), ..commit(&fresh("c"), &fresh("e")) };
    store.commit(first).await.unwrap();
    for (version, changes) in (0u64..).zip(turns) {
        let turn = Commit {
            conversation: Some(conversation(1, Some(company))),
            conversation_version: version,
            company: Some((company, version)),
            changes,
            ..commit(&name, &fresh("e"))
        };
        store.commit(turn).await.unwrap();
    }
    let history = store.history(company).await.unwrap();
    assert_eq!(history.of(&Slot::own("name")), []);
    assert_eq!(history.of(&Slot::own("trade")), [answer("beards")]);
    assert_eq!(history.of(&about_it), [answer("till")]);
    let dossier = store.company(company).await.unwrap().unwrap().dossier;
    assert_eq!(dossier.answer(&Slot::own("name")), None);
    assert_eq!(dossier.answer(&Slot::own("trade")), Some(&answer("beards")));
    assert_eq!(store.history(other).await.unwrap().of(&Slot::own("name")), [answer("Other")]);
}

pub async fn what_was_taken_off_two_years_ago_is_emptied(store: &(impl Store + Keeping)) {
    let company = CompanyId(Uuid::new_v4_like());
    let contact = Contact { name: Some("Fatima".into()), ..Contact::default() };
    let item = Dossier::default().new_item(ItemKind::Supplier, "internet".into(), contact.clone());
    let about_it = Slot::of(item.id, "number");
    let day = 86_400;
    let turns = [
        (vec![Change::StartCompany(company), Change::SaveItem(item.clone())], day),
        (vec![Change::SaveAnswer(about_it.clone(), answer("one"))], 2 * day),
        (vec![Change::SaveAnswer(about_it.clone(), answer("two"))], 3 * day),
        (vec![Change::SaveItem(Item { removed: true, ..item.clone() })], 4 * day),
    ];
    for (version, (changes, second)) in (0..).zip(turns) {
        let (company, at) = (Some((company, version)), at(second));
        store.commit(Commit { changes, company, at, ..commit(&fresh("c"), &fresh("e")) }).await.unwrap();
    }
    let now = |later| at(4 * day + later).checked_add_months(Months::new(24)).unwrap();
    let first = at(day).checked_add_months(Months::new(24)).unwrap();
    for (now, is_old) in [(first, false), (first + TimeDelta::milliseconds(1), true)] {
        assert_eq!(store.with_old_log(now).await.unwrap().contains(&company), is_old, "{now}");
    }
    let emptied = async |now| {
        empty_outdated(store, company, now).await.unwrap();
        let read = store.company(company).await.unwrap().unwrap();
        let item = read.dossier.find(item.id).cloned().unwrap();
        assert!(item.removed);
        (item.contact, store.history(company).await.unwrap().of(&about_it).len(), read.version)
    };
    assert_eq!(emptied(now(0)).await, (contact.clone(), 2, 4));
    for _ in 0..2 {
        assert_eq!(emptied(now(1)).await, (Contact::default(), 0, 5));
    }
    let log = store.log(company, 1).await.unwrap();
    assert_eq!((log[0].by, &log[0].acts[..]), (Actor::Program, &[Act::ThrewAway][..]));
}
