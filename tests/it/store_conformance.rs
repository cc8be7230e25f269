//! One suite, every store: memory, SQLite, PostgreSQL (`NOODPLAN_TEST_POSTGRES`, which CI must set).

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::{
        keeping::Keeping,
        ports::{
            Button, Chat, Commit, Conversation, ConversationKey, Incoming, LaneKind, Outgoing, Store,
            StoreError,
        },
    },
    dialogue::{ChannelKind, Place, State, input::Raw, step::Change},
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

use crate::stage::vault;

mod forgetting;
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
        person: PersonId(Uuid::from_u128(person)),
        name: Some("Anna".into()),
        language: Language::Nl,
        state: State::from(Place::Menu),
        heard_at: at(1),
        company,
        listed: false,
        unreachable_at: None,
        pinned: None,
        reminded_of: Vec::new(),
        answered: Default::default(),
        written: Default::default(),
    }
}

pub fn commit(name: &str, event: &str) -> Commit {
    Commit { conversation: Some(conversation(1, None)), ..Commit::of_event(key(name), event.into(), at(1)) }
}

fn answer(text: &str) -> Answer {
    Answer { value: Value::Text(text.into()), by: PersonId(Uuid::from_u128(1)), at: at(1), catalogue: 1 }
}

fn member(person: u128, role: Role, standing: Standing) -> Member {
    let name = Some("Bram".into());
    Member {
        person: PersonId(Uuid::from_u128(person)),
        role,
        standing,
        name,
        check_words: None,
        joined_at: at(3),
    }
}

fn own(question: &str) -> Slot {
    Slot { item: None, question: question.into() }
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
    let about_item = Slot { item: Some(item.id), question: "customer".into() };
    store
        .commit(Commit {
            conversation: Some(conversation(1, Some(company))),
            company: Some((company, 0)),
            changes: vec![
                Change::StartCompany(company),
                Change::SaveMember(bram.clone()),
                Change::SaveAnswer(own("name"), answer("oud")),
                Change::SaveAnswer(own("name"), answer("Bakkerij")),
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

async fn members_come_change_and_go(store: &impl Store) {
    let name = fresh("c");
    let company = CompanyId(Uuid::new_v4_like());
    let turn = |version: u64, changes: Vec<Change>| Commit {
        conversation: Some(conversation(1, Some(company))),
        conversation_version: version,
        company: Some((company, version)),
        changes,
        ..commit(&name, &fresh("e"))
    };
    let (anna, bram) =
        (member(1, Role::Owner, Standing::Confirmed), member(2, Role::Reader, Standing::Accepted));
    let both = [anna.clone(), bram.clone()].map(Change::SaveMember);
    store.commit(turn(0, [Change::StartCompany(company)].into_iter().chain(both).collect())).await.unwrap();
    let confirmed = Member { standing: Standing::Confirmed, ..bram.clone() };
    store.commit(turn(1, vec![Change::SaveMember(confirmed.clone())])).await.unwrap();
    let members = async || store.load(&key(&name)).await.unwrap().company.unwrap().members;
    assert_eq!(*members().await, [anna.clone(), confirmed]);
    store.commit(turn(2, vec![Change::RemoveMember(bram.person)])).await.unwrap();
    assert_eq!(*members().await, [anna]);
}

async fn a_person_is_found_in_their_chats(store: &impl Store) {
    let (one, two) = (fresh("c"), fresh("c"));
    let person = Uuid::new_v4_like().as_u128();
    for name in [&one, &two] {
        let turn = Commit {
            conversation: Some(conversation(person, None)),
            lists: true,
            ..commit(name, &fresh("e"))
        };
        store.commit(turn).await.unwrap();
    }
    let unlisted =
        Commit { conversation: Some(conversation(person, None)), ..commit(&fresh("c"), &fresh("e")) };
    store.commit(unlisted).await.unwrap();
    let person = PersonId(Uuid::from_u128(person));
    let chats = async || {
        let mut chats = store.chats(vec![person]).await.unwrap();
        chats.sort_by(|a, b| a.conversation.cmp(&b.conversation));
        chats
    };
    let chat = |name: &str| Chat { person, conversation: key(name), language: Language::Nl };
    let mut both = [chat(&one), chat(&two)];
    both.sort_by(|a, b| a.conversation.cmp(&b.conversation));
    assert_eq!(chats().await, both);
    let forget = Commit { conversation: None, conversation_version: 1, ..commit(&one, &fresh("e")) };
    store.commit(forget).await.unwrap();
    assert_eq!(chats().await, [chat(&two)]);
}

async fn a_code_works_once_until_it_expires(store: &impl Store) {
    let made_by = PersonId(Uuid::new_v4_like());
    let code = |_| Code::long(*Uuid::new_v4_like().as_bytes());
    let codes: Vec<Code> = (0..3).map(code).collect();
    let issued = IssuedCode { made_by, purpose: Purpose::Link(None), expires_at: at(100), is_spent: false };
    let save = codes.iter().map(|code| Change::SaveCode(code.clone(), issued.clone())).collect();
    store.commit(Commit { changes: save, ..commit(&fresh("c"), &fresh("e")) }).await.unwrap();
    let known = store.code(&codes[0], &key("x"), at(99)).await.unwrap();
    assert_eq!(known.issued, Some(issued));
    assert!(known.open.contains(&made_by));

    let link = |code: &Code, second: i64| Commit {
        changes: vec![Change::Link(code.clone(), made_by, None)],
        at: at(second),
        ..commit(&fresh("c"), &fresh("e"))
    };
    let tries = (0..50).map(|_| store.commit(link(&codes[0], 99)));
    let written = join_all(tries).await;
    assert_eq!(written.iter().filter(|one| one.is_ok()).count(), 1);
    assert!(written.iter().all(|one| matches!(one, Ok(()) | Err(StoreError::Conflict))), "{written:?}");
    assert!(store.code(&codes[0], &key("x"), at(99)).await.unwrap().issued.unwrap().is_spent);

    let late = store.commit(link(&codes[1], 100)).await;
    assert!(matches!(late, Err(StoreError::Conflict)), "{late:?}");
    let cancel = Commit { changes: vec![Change::CancelCodes(made_by)], ..commit(&fresh("c"), &fresh("e")) };
    store.commit(cancel).await.unwrap();
    let cancelled = store.commit(link(&codes[2], 99)).await;
    assert!(matches!(cancelled, Err(StoreError::Conflict)), "{cancelled:?}");
    assert!(!store.code(&codes[2], &key("x"), at(99)).await.unwrap().open.contains(&made_by));
}

async fn who_loses_a_code_writes_nothing(store: &impl Store) {
    let (name, made_by) = (fresh("c"), PersonId(Uuid::new_v4_like()));
    let unknown = Code::long(*Uuid::new_v4_like().as_bytes());
    let turn = Commit {
        changes: vec![Change::Link(unknown, made_by, None)],
        outgoing: vec![outgoing(Uuid::new_v4_like().as_u128(), &name, LaneKind::Interactive)],
        ..commit(&name, &fresh("e"))
    };
    assert!(matches!(store.commit(turn).await, Err(StoreError::Conflict)));
    assert_eq!(store.load(&key(&name)).await.unwrap().conversation, None);
    let unsent = store.unsent(ChannelKind::Telegram).await.unwrap();
    assert!(unsent.iter().all(|message| message.conversation != key(&name)));
}

async fn wrong_codes_are_counted_for_an_hour(store: &impl Store) {
    let (mine, other, code) = (fresh("c"), fresh("c"), Code::short(1));
    // Far from the instants of other runs on the same database.
    let begin = i64::from(u32::from_le_bytes(*Uuid::new_v4_like().as_bytes().first_chunk().unwrap()));
    for (name, second) in [(&mine, 0), (&other, 1), (&mine, 2)] {
        let version = store.load(&key(name)).await.unwrap().conversation.map_or(0, |(_, version)| version);
        let turn = Commit {
            conversation_version: version,
            changes: vec![Change::NoteWrongCode],
            at: at(begin + second),
            ..commit(name, &fresh("e"))
        };
        store.commit(turn).await.unwrap();
    }
    let wrong = async |second: i64| store.code(&code, &key(&mine), at(begin + second)).await.unwrap().wrong;
    let of_mine: Vec<_> = wrong(10).await.iter().map(|wrong| wrong.same_sender).collect();
    assert_eq!(of_mine, [true, false, true]);
    assert_eq!(wrong(3_601).await.len(), 1);
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
        changes: vec![Change::SaveAnswer(own("name"), answer(text))],
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
    let about_it = Slot { item: Some(item.id), question: "place".into() };
    let told = ["one", "two", "two"];
    for (version, text) in (0u64..).zip(told) {
        let mut changes = vec![
            Change::SaveItem(item.clone()),
            Change::SaveAnswer(own("name"), answer(text)),
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
    assert_eq!(history.of(&own("name")), all);
    assert_eq!(history.of(&about_it), all);
    assert_eq!(history.of(&own("other")), []);
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
    members_come_change_and_go(&store).await;
    a_person_is_found_in_their_chats(&store).await;
    a_code_works_once_until_it_expires(&store).await;
    who_loses_a_code_writes_nothing(&store).await;
    wrong_codes_are_counted_for_an_hour(&store).await;
    of_two_turns_on_one_version_only_the_first_is_written(&store).await;
    two_members_cannot_lose_an_update(&store).await;
    the_history_holds_every_revision_in_order(&store).await;
    what_is_to_be_sent_stays_until_it_was_sent(&store).await;
    a_forgotten_conversation_is_gone(&store).await;
    many_turns_at_once_are_all_written(&store).await;
    forgetting::a_company_goes_with_the_conversations_that_speak_for_it(&store).await;
    forgetting::what_was_erased_meanwhile_is_not_written_anew(&store).await;
    forgetting::a_person_goes_with_all_their_chats_and_codes(&store).await;
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
    let Ok(url) = std::env::var("NOODPLAN_TEST_POSTGRES") else {
        assert!(std::env::var_os("CI").is_none(), "CI needs NOODPLAN_TEST_POSTGRES");
        return;
    };
    the_whole_suite(SqlStore::open(&url, vault()).await.unwrap()).await;
}

#[tokio::test]
async fn a_restart_reads_what_the_first_start_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let url = noodplan::store::connect::sqlite_url(folder.path());
    let name = fresh("c");
    let first = SqlStore::open(&url, vault()).await.unwrap();
    first.commit(commit(&name, "e1")).await.unwrap();
    drop(first);
    let second = SqlStore::open(&url, vault()).await.unwrap();
    assert_eq!(second.load(&key(&name)).await.unwrap().conversation, Some((conversation(1, None), 1)));
}

#[tokio::test]
async fn another_master_key_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let url = noodplan::store::connect::sqlite_url(folder.path());
    drop(SqlStore::open(&url, vault()).await.unwrap());
    let other = noodplan::store::vault::Vault::new(zeroize::Zeroizing::new([8; 32]));
    let error = SqlStore::open(&url, other).await.err().unwrap();
    assert!(error.to_string().contains("master key does not fit"), "{error}");
}

#[tokio::test]
async fn nothing_that_was_told_stands_on_disk_in_clear() {
    let folder = tempfile::tempdir().unwrap();
    let url = noodplan::store::connect::sqlite_url(folder.path());
    let store = Arc::new(SqlStore::open(&url, vault()).await.unwrap());
    let company = CompanyId(Uuid::new_v4_like());
    let canary = |number: usize| format!("kanarie{number:04}");
    for number in 0..50 {
        let name = canary(number);
        store
            .receive(vec![Incoming {
                raw: Raw::Text(canary(number).as_str().into()),
                ..incoming(&name, &fresh("e"))
            }])
            .await
            .unwrap();
        let message = Outgoing {
            text: Rich(vec![Span { text: canary(number), bold: false, fixed: false }]),
            ..outgoing(Uuid::new_v4_like().as_u128(), &name, LaneKind::Interactive)
        };
        let first = number == 0;
        store
            .commit(Commit {
                conversation: Some(Conversation {
                    name: Some(canary(number).as_str().into()),
                    ..conversation(1, Some(company))
                }),
                company: Some((company, number as u64)),
                changes: first
                    .then_some(Change::StartCompany(company))
                    .into_iter()
                    .chain([Change::SaveMember(Member {
                        name: Some(canary(number).as_str().into()),
                        ..member(number as u128, Role::Reader, Standing::Confirmed)
                    })])
                    .chain([Change::SaveAnswer(own("name"), answer(&canary(number)))])
                    .collect(),
                lists: true,
                outgoing: vec![message],
                ..commit(&name, &fresh("e"))
            })
            .await
            .unwrap();
    }
    let mut looked_at = 0;
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        looked_at += bytes.len();
        assert!(!bytes.windows(7).any(|window| window == b"kanarie"));
    }
    assert!(looked_at > 10_000);
}

#[tokio::test]
async fn sqlite_writes_through_to_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    drop(SqlStore::open(&noodplan::store::connect::sqlite_url(folder.path()), vault()).await.unwrap());
    // The header of the file says WAL in bytes 18 and 19 (SQLite file format, section 1.3).
    let header = std::fs::read(folder.path().join("noodplan.db")).unwrap();
    assert_eq!(&header[18..20], &[2, 2]);
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |folder: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
        let mut names: Vec<_> =
            std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
