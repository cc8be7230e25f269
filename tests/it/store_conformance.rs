//! One suite, every store: memory, SQLite, PostgreSQL (`NOODPLAN_TEST_POSTGRES`, which CI must set).

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::{
        keeping::Keeping,
        ports::{
            Button, Chat, Commit, Conversation, ConversationKey, Incoming, LaneKind, Outgoing, Store,
            StoreError,
        },
    },
    dialogue::{ChannelKind, Place, input::Raw, step::Change},
    domain::{
        code::{Code, IssuedCode, Purpose},
        contact::Contact,
        dossier::{Dossier, Slot},
        ids::{CompanyId, ItemId, PersonId},
        item::{Answer, ItemKind, Value},
        member::{Member, Role, Standing},
    },
    store::{memory::MemoryStore, sql::SqlStore},
    text::{Language, Rich, Span},
};
use uuid::Uuid;

use crate::stage::{postgres, vault};

mod codes;
mod forgetting;
mod on_disk;
mod people;
mod unheard;
mod waiting;

pub fn at(second: i64) -> DateTime<Utc> {
    DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(second)
}

fn key(name: &str) -> ConversationKey {
    ConversationKey { channel: ChannelKind::Telegram, address: name.into() }
}

pub fn incoming(name: &str, event: &str) -> Incoming {
    Incoming {
        conversation: key(name),
        event: event.into(),
        name: None,
        language_tag: None,
        raw: Raw::Text("hoi".into()),
        at: at(0),
    }
}

pub fn conversation(person: u128, company: Option<CompanyId>) -> Conversation {
    Conversation {
        name: Some("Anna".into()),
        company,
        ..Conversation::new(PersonId(Uuid::from_u128(person)), Language::Nl, Place::Menu, at(1))
    }
}

pub fn commit(name: &str, event: &str) -> Commit {
    Commit { conversation: Some(conversation(1, None)), ..Commit::of_event(key(name), event.into(), at(1)) }
}

fn answer(text: &str) -> Answer {
    Answer { value: Value::Text(text.into()), by: PersonId(Uuid::from_u128(1)), at: at(1), catalogue: 1 }
}

fn member(person: u128, role: Role, standing: Standing) -> Member {
    let (person, name) = (PersonId(Uuid::from_u128(person)), Some("Bram".into()));
    Member { standing, name, ..Member::confirmed(person, role, at(3)) }
}

fn outgoing(number: u128, name: &str, lane: LaneKind) -> Outgoing {
    Outgoing {
        buttons: vec![Button { label: "ja".into(), token: "1.yes".into() }],
        ..Outgoing::new(
            Uuid::from_u128(number),
            key(name),
            lane,
            Rich(vec![Span { text: "hoi".into(), bold: true, fixed: false }]),
        )
    }
}

/// A name that no other run on the same database uses.
pub fn fresh(word: &str) -> String {
    format!("{word}-{}", Uuid::new_v4_like())
}

pub trait NewV4Like {
    fn new_v4_like() -> Uuid;
}

impl NewV4Like for Uuid {
    fn new_v4_like() -> Uuid {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).unwrap();
        Uuid::from_bytes(bytes)
    }
}

async fn an_event_is_received_once(store: &impl Store) {
    let (first, second) = (fresh("e"), fresh("e"));
    let batch = vec![incoming("a", &first), incoming("a", &second)];
    assert_eq!(store.receive(batch.clone()).await.unwrap(), batch);
    assert_eq!(store.receive(batch).await.unwrap(), []);
    let waiting = store.unhandled(ChannelKind::Telegram).await.unwrap();
    let events: Vec<_> =
        waiting.iter().map(|event| &event.event).filter(|e| **e == first || **e == second).collect();
    assert_eq!(events, [&first, &second]);
}

async fn a_handled_event_is_never_waiting_nor_new_again(store: &impl Store) {
    let (name, event) = (fresh("c"), fresh("e"));
    let heard = incoming(&name, &event);
    assert!(!store.is_handled(&heard).await.unwrap(), "it never came");
    store.receive(vec![heard.clone()]).await.unwrap();
    assert!(!store.is_handled(&heard).await.unwrap(), "it waits");
    store.commit(commit(&name, &event)).await.unwrap();
    assert!(store.is_handled(&heard).await.unwrap());
    assert!(
        store.unhandled(ChannelKind::Telegram).await.unwrap().iter().all(|waiting| waiting.event != event)
    );
    assert_eq!(store.receive(vec![heard]).await.unwrap(), []);
}

async fn a_turn_is_read_back_as_it_was_written(store: &impl Store) {
    let name = fresh("c");
    let company = CompanyId(Uuid::new_v4_like());
    let bram = member(2, Role::Editor, Standing::Accepted);
    let mut dossier = Dossier::default();
    let item = dossier.new_item(
        ItemKind::Supplier,
        "bank".into(),
        Contact { name: Some("Bank".into()), ..Contact::default() },
    );
    dossier.save_item(item.clone());
    let about_item = Slot::of(item.id, "customer");
    store
        .commit(Commit {
            conversation: Some(conversation(1, Some(company))),
            company: Some((company, 0)),
            changes: vec![
                Change::StartCompany(company),
                Change::SaveMember(bram.clone()),
                Change::SaveAnswer(Slot::own("name"), answer("oud")),
                Change::SaveAnswer(Slot::own("name"), answer("Bakkerij")),
                Change::SaveItem(item),
                Change::SaveAnswer(about_item.clone(), answer("4711")),
            ],
            ..commit(&name, &fresh("e"))
        })
        .await
        .unwrap();
    let loaded = store.load(&key(&name)).await.unwrap();
    let company_as_read = loaded.company.unwrap();
    assert_eq!(*company_as_read.members, [bram]);
    assert_eq!(loaded.conversation, Some((conversation(1, Some(company)), 1)));
    let dossier = company_as_read.dossier;
    assert_eq!(company_as_read.version, 1);
    assert_eq!(dossier.text("name"), Some("Bakkerij"));
    assert_eq!(dossier.value(&about_item), Some(&Value::Text("4711".into())));
    assert_eq!(dossier.item(ItemId(1)).unwrap().contact.name.as_ref().unwrap().as_str(), "Bank");
}

async fn of_two_turns_on_one_version_only_the_first_is_written(store: &impl Store) {
    let name = fresh("c");
    store.commit(commit(&name, &fresh("e"))).await.unwrap();
    let again = store.commit(commit(&name, &fresh("e"))).await;
    assert!(matches!(again, Err(StoreError::Conflict)), "{again:?}");
    let next = Commit { conversation_version: 1, ..commit(&name, &fresh("e")) };
    store.commit(next).await.unwrap();
}

async fn two_members_cannot_lose_an_update(store: &impl Store) {
    let company = CompanyId(Uuid::new_v4_like());
    let name = fresh("c");
    let start = Commit {
        conversation: Some(conversation(1, Some(company))),
        company: Some((company, 0)),
        changes: vec![Change::StartCompany(company)],
        ..commit(&name, &fresh("e"))
    };
    store.commit(start).await.unwrap();
    let write = |name: String, text: &str| Commit {
        conversation: Some(conversation(1, Some(company))),
        company: Some((company, 1)),
        changes: vec![Change::SaveAnswer(Slot::own("name"), answer(text))],
        ..commit(&name, &fresh("e"))
    };
    let (one, two) = (fresh("c"), fresh("c"));
    let (first, second) =
        tokio::join!(store.commit(write(one, "een")), store.commit(write(two.clone(), "twee")));
    assert_eq!([first.is_ok(), second.is_ok()].iter().filter(|ok| **ok).count(), 1, "{first:?} {second:?}");
}

async fn the_history_holds_every_revision_in_order(store: &impl Store) {
    let (name, company) = (fresh("c"), CompanyId(Uuid::new_v4_like()));
    let item = Dossier::default().new_item(ItemKind::Device, "till".into(), Contact::default());
    let about_it = Slot::of(item.id, "place");
    let told = ["one", "two", "two"];
    for (version, text) in (0u64..).zip(told) {
        let mut changes = vec![
            Change::SaveItem(item.clone()),
            Change::SaveAnswer(Slot::own("name"), answer(text)),
            Change::SaveAnswer(about_it.clone(), answer(text)),
        ];
        if version == 0 {
            changes.insert(0, Change::StartCompany(company));
        }
        store
            .commit(Commit {
                conversation: Some(conversation(1, Some(company))),
                conversation_version: version,
                company: Some((company, version)),
                changes,
                ..commit(&name, &fresh("e"))
            })
            .await
            .unwrap();
    }
    let history = store.history(company).await.unwrap();
    let all = told.map(answer);
    assert_eq!(history.of(&Slot::own("name")), all);
    assert_eq!(history.of(&about_it), all);
    assert_eq!(history.of(&Slot::own("other")), []);
}

async fn what_is_to_be_sent_stays_until_it_was_sent(store: &impl Store) {
    let name = fresh("c");
    let ids = [Uuid::new_v4_like().as_u128(), Uuid::new_v4_like().as_u128()];
    let messages =
        vec![outgoing(ids[0], &name, LaneKind::Interactive), outgoing(ids[1], &name, LaneKind::Emergency)];
    store.commit(Commit { outgoing: messages.clone(), ..commit(&name, &fresh("e")) }).await.unwrap();
    let mine =
        |all: Vec<Outgoing>| all.into_iter().filter(|m| m.conversation == key(&name)).collect::<Vec<_>>();
    let unsent = mine(store.unsent(ChannelKind::Telegram).await.unwrap());
    assert_eq!(unsent, [messages[1].clone(), messages[0].clone()]);
    store.sent(vec![messages[1].id]).await.unwrap();
    assert_eq!(mine(store.unsent(ChannelKind::Telegram).await.unwrap()), [messages[0].clone()]);
}

async fn a_forgotten_conversation_is_gone(store: &impl Store) {
    let name = fresh("c");
    store.commit(commit(&name, &fresh("e"))).await.unwrap();
    let forget = Commit { conversation: None, conversation_version: 1, ..commit(&name, &fresh("e")) };
    store.commit(forget).await.unwrap();
    assert_eq!(store.load(&key(&name)).await.unwrap().conversation, None);
}

async fn many_turns_at_once_are_all_written(store: &impl Store) {
    let names: Vec<String> = (0..150).map(|_| fresh("c")).collect();
    let turns = names.iter().map(|name| store.commit(commit(name, &fresh("e"))));
    for written in join_all(turns).await {
        written.unwrap();
    }
    for name in names {
        assert!(store.load(&key(&name)).await.unwrap().conversation.is_some());
    }
}

pub async fn join_all<F: Future>(futures: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    let mut all: Vec<_> = futures.into_iter().map(Box::pin).collect();
    let mut done: Vec<Option<F::Output>> = all.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        for (future, done) in all.iter_mut().zip(&mut done).filter(|(_, done)| done.is_none()) {
            if let std::task::Poll::Ready(output) = future.as_mut().poll(context) {
                *done = Some(output);
            }
        }
        if done.iter().all(Option::is_some) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    done.into_iter().flatten().collect()
}

async fn the_whole_suite(store: impl Store + Keeping) {
    waiting::what_waits_is_kept_and_found_when_it_is_due(&store).await;
    an_event_is_received_once(&store).await;
    a_handled_event_is_never_waiting_nor_new_again(&store).await;
    a_turn_is_read_back_as_it_was_written(&store).await;
    people::members_come_change_and_go(&store).await;
    people::a_person_is_found_in_their_chats(&store).await;
    codes::a_code_works_once_until_it_expires(&store).await;
    codes::who_loses_a_code_writes_nothing(&store).await;
    codes::wrong_codes_are_counted_for_an_hour(&store).await;
    of_two_turns_on_one_version_only_the_first_is_written(&store).await;
    two_members_cannot_lose_an_update(&store).await;
    the_history_holds_every_revision_in_order(&store).await;
    what_is_to_be_sent_stays_until_it_was_sent(&store).await;
    a_forgotten_conversation_is_gone(&store).await;
    many_turns_at_once_are_all_written(&store).await;
    forgetting::a_company_goes_with_the_conversations_that_speak_for_it(&store).await;
    forgetting::what_was_erased_meanwhile_is_not_written_anew(&store).await;
    forgetting::a_person_goes_with_all_their_chats_and_codes(&store).await;
    forgetting::the_looks_at_what_is_due_are_kept(&store).await;
    forgetting::what_is_not_old_is_not_thrown_away(&store).await;
    forgetting::a_group_goes_with_its_company_whoever_switched_it_on(&store).await;
    forgetting::a_company_goes_from_however_many_conversations(&store).await;
    unheard::an_event_that_comes_twice_at_once_is_handed_to_one(&store).await;
    unheard::a_turn_that_was_written_unheard_is_done(&store).await;
    unheard::what_is_not_to_be_sent_any_more_is_not_taken(&store).await;
    unheard::codes_are_taken_back_within_one_company(&store).await;
    unheard::a_wrong_code_counts_also_after_others_were_tried(&store).await;
    forgetting::an_answer_that_is_taken_back_goes_with_every_revision_and_no_other(&store).await;
    forgetting::what_was_taken_off_two_years_ago_is_emptied(&store).await;
}

#[tokio::test]
async fn memory_keeps_its_word() {
    the_whole_suite(MemoryStore::default()).await;
}

#[tokio::test]
async fn sqlite_keeps_its_word() {
    let folder = tempfile::tempdir().unwrap();
    the_whole_suite(
        SqlStore::open(&noodplan::store::connect::sqlite_url(folder.path()), vault()).await.unwrap(),
    )
    .await;
}

#[tokio::test]
async fn postgres_keeps_its_word() {
    let Some(url) = postgres() else { return };
    the_whole_suite(SqlStore::open(&url, vault()).await.unwrap()).await;
}
