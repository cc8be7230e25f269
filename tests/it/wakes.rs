//! The clock's store: claims, leases and fences, on every store; two instances on one PostgreSQL.

use std::{collections::BTreeSet, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::{
        ports::{Commit, ConversationKey, Incoming, LaneKind, Outgoing, Store, StoreError},
        wakes::{Claim, Settled, Wake, Wakes},
    },
    dialogue::{ChannelKind, step::Change},
    domain::ids::CompanyId,
    store::{connect::sqlite_url, memory::MemoryStore, sql::SqlStore},
    text::Rich,
};
use sqlx::{AnyConnection, Connection, Row};
use uuid::Uuid;

use crate::{
    stage::{postgres, vault},
    store_conformance::{NewV4Like, at, commit, conversation, fresh, incoming},
};

/// The claims of one company among all that other tests left on this database.
pub async fn claimed(store: &impl Wakes, company: CompanyId, now: DateTime<Utc>) -> Vec<Claim> {
    let all = store.claim(now, now + TimeDelta::seconds(60), 10_000).await.unwrap();
    all.into_iter().filter(|claim| claim.company == company).collect()
}

/// A company that has something to say at second 100.
pub async fn waking(store: &impl Store) -> (String, CompanyId) {
    waking_at(store, 100).await
}

async fn waking_at(store: &impl Store, second: i64) -> (String, CompanyId) {
    let (name, company) = (fresh("c"), CompanyId(Uuid::new_v4_like()));
    let start = Commit {
        conversation: Some(conversation(1, Some(company))),
        company: Some((company, 0)),
        changes: vec![Change::StartCompany(company)],
        wake: Some((company, Wake::Moved(Some(at(second))))),
        ..commit(&name, &fresh("e"))
    };
    store.commit(start).await.unwrap();
    (name, company)
}

fn settled(claim: Claim, event: &str) -> Settled {
    let events = vec![incoming("a", event)];
    Settled { claim, told_until: at(110), due_at: Some(at(500)), events }
}

async fn what_is_due_is_claimed_once_and_settled_once<S: Store + Wakes>(store: &S) {
    let (_, company) = waking(store).await;
    assert_eq!(claimed(store, company, at(99)).await, []);
    let claims = claimed(store, company, at(100)).await;
    let [claim] = claims.as_slice() else { panic!("{claims:?}") };
    assert_eq!(claim.told_until, at(1));
    assert_eq!(claimed(store, company, at(130)).await, [], "claimed while somebody has it");
    let event = fresh("tick");
    assert_eq!(store.settle(settled(*claim, &event)).await.unwrap().len(), 1);
    let waiting = store.unhandled(ChannelKind::Telegram).await.unwrap();
    assert_eq!(waiting.iter().filter(|waiting| waiting.event == event).count(), 1);
    assert_eq!(claimed(store, company, at(499)).await, []);
    let next = claimed(store, company, at(500)).await;
    assert_eq!((next.len(), next[0].told_until), (1, at(110)));
    assert!(next[0].fence > claim.fence);
}

async fn who_comes_late_with_a_claim_writes_nothing<S: Store + Wakes>(store: &S) {
    let (_, company) = waking(store).await;
    let first = claimed(store, company, at(100)).await[0];
    // It fell asleep for as long as its lease.
    assert_eq!(claimed(store, company, at(159)).await, []);
    let second = claimed(store, company, at(160)).await[0];
    let late = fresh("tick");
    assert!(matches!(store.settle(settled(first, &late)).await, Err(StoreError::Conflict)));
    let waiting = store.unhandled(ChannelKind::Telegram).await.unwrap();
    assert!(waiting.iter().all(|waiting| waiting.event != late), "the late one left an event behind");
    store.settle(settled(second, &fresh("tick"))).await.unwrap();
}

async fn answers_that_change_meanwhile_are_looked_at_again<S: Store + Wakes>(store: &S) {
    let (name, company) = waking(store).await;
    let claim = claimed(store, company, at(100)).await[0];
    let change = |version, wake, now| Commit {
        conversation: Some(conversation(1, Some(company))),
        conversation_version: version,
        company: Some((company, version)),
        wake: Some((company, wake)),
        at: now,
        ..commit(&name, &fresh("e"))
    };
    store.commit(change(1, Wake::Moved(Some(at(900))), at(105))).await.unwrap();
    assert!(matches!(store.settle(settled(claim, &fresh("tick"))).await, Err(StoreError::Conflict)));
    let again = claimed(store, company, at(106)).await;
    assert_eq!(again.len(), 1, "what was due stays due");
    store.settle(settled(again[0], &fresh("tick"))).await.unwrap();
    store.commit(change(2, Wake::Moved(Some(at(300))), at(120))).await.unwrap();
    assert_eq!(claimed(store, company, at(299)).await, []);
    let claim = claimed(store, company, at(300)).await[0];
    store.settle(Settled { due_at: None, ..settled(claim, &fresh("tick")) }).await.unwrap();
    assert_eq!(claimed(store, company, at(1_000_000)).await, [], "nothing more to say");
    store.commit(change(3, Wake::Again { at: at(700), told_until: at(50) }, at(600))).await.unwrap();
    assert_eq!(claimed(store, company, at(699)).await, []);
    assert_eq!(claimed(store, company, at(700)).await[0].told_until, at(50));
}

async fn what_a_clock_that_was_ahead_settled_is_looked_at_again<S: Store + Wakes>(store: &S) {
    let (wrong, right) = (at(2_000_000_000), at(1_000));
    let (_, settled_wrong) = waking(store).await;
    let (_, claimed_wrong) = waking(store).await;
    let (_, untouched) = waking(store).await;
    let (_, just_now) = waking(store).await;
    store.note_look(wrong, "a".into()).await.unwrap();
    let claims = store.claim(wrong, wrong + TimeDelta::seconds(60), 10_000).await.unwrap();
    let claim = |company: CompanyId| *claims.iter().find(|claim| claim.company == company).unwrap();
    let settles = |company: CompanyId, told_until: DateTime<Utc>, due_at: DateTime<Utc>| Settled {
        told_until,
        due_at: Some(due_at),
        ..settled(claim(company), &fresh("tick"))
    };
    store.settle(settles(settled_wrong, wrong, wrong + TimeDelta::days(30))).await.unwrap();
    store.settle(settles(untouched, at(500), at(2_000))).await.unwrap();
    store.settle(settles(just_now, right, at(2_000))).await.unwrap();
    // Whoever looks while the clock is right finds nothing, until it is known that it was wrong.
    assert_eq!(claimed(store, settled_wrong, right).await, []);
    store.note_look(right, "a".into()).await.unwrap();
    let due = store.claim(right, right + TimeDelta::seconds(60), 10_000).await.unwrap();
    let told =
        |company: CompanyId| due.iter().find(|claim| claim.company == company).map(|claim| claim.told_until);
    assert_eq!(told(settled_wrong), Some(right));
    assert_eq!(told(claimed_wrong), Some(at(1)));
    assert_eq!((told(untouched), told(just_now)), (None, None));
    let late = store.settle(settled(claim(claimed_wrong), &fresh("tick"))).await;
    assert!(matches!(late, Err(StoreError::Conflict)), "{late:?}");
    // Another instance, whose clock is a minute ahead, has told it; who looks at the same moment as the last one, or later,
    // has no reason to doubt that.
    let claim = *due.iter().find(|claim| claim.company == settled_wrong).unwrap();
    let told_until = right + TimeDelta::minutes(1);
    store.settle(Settled { claim, told_until, due_at: Some(at(2_000)), events: Vec::new() }).await.unwrap();
    for now in [right, right + TimeDelta::seconds(1)] {
        store.note_look(now, "a".into()).await.unwrap();
        assert_eq!(claimed(store, settled_wrong, now).await, [], "{now}");
    }
}

async fn the_last_look_is_kept<S: Store + Wakes>(store: &S) {
    store.note_look(at(40), "a".into()).await.unwrap();
    store.note_look(at(70), "a".into()).await.unwrap();
    assert_eq!(store.last_look().await.unwrap(), Some(at(70)));
}

/// Two instances that know different rules do not make everything due at each other's looks for ever.
async fn newer_rules_make_everything_due_once<S: Store + Wakes>(store: &S) {
    let (_, company) = waking(store).await;
    for (rules, is_due) in [
        ("b 2025b 2026-08-22", true),
        ("b 2025b 2026-08-22", false),
        ("b 2025b 2026-09-01", true),
        ("b 2025b 2026-08-22", false),
        ("b 2026a 2026-08-22", true),
        ("b 2025b 2026-09-01", false),
    ] {
        store.note_look(at(60), rules.into()).await.unwrap();
        let claims = claimed(store, company, at(60)).await;
        assert_eq!(claims.len(), usize::from(is_due), "{rules}");
        for claim in claims {
            let said = Settled { claim, told_until: at(60), due_at: Some(at(100)), events: Vec::new() };
            store.settle(said).await.unwrap();
        }
    }
}

/// Whether this event of the clock is taken over now, where it arrived by `until`.
async fn takes_over(store: &impl Wakes, event: &str, until: i64, now: i64) -> bool {
    let left = store.take_over(ChannelKind::Telegram, at(until), at(now), 10_000).await.unwrap();
    left.iter().any(|left| left.event == event)
}

/// Whoever wrote a reminder down died before it was handled: another one has it handled, and one only.
async fn what_nobody_handles_is_taken_over_by_one<S: Store + Wakes>(one: &S, other: &S) {
    let (_, company) = waking(one).await;
    let claim = claimed(one, company, at(100)).await[0];
    let (name, event) = (fresh("d"), fresh("tick"));
    let tick = Incoming { at: at(110), ..incoming(&name, &event) };
    let said = fresh("said");
    let heard = Incoming { at: at(110), ..incoming(&name, &said) };
    one.receive(vec![heard]).await.unwrap();
    one.settle(Settled { events: vec![tick], ..settled(claim, &event) }).await.unwrap();
    assert!(!takes_over(other, &event, 109, 120).await, "whoever wrote it down is at it");
    let left = other.take_over(ChannelKind::Telegram, at(150), at(200), 10_000).await.unwrap();
    let takes = |name: &str| left.iter().any(|left| left.event == name);
    assert!(takes(&event) && !takes(&said), "nobody handled it, and what people say is not of the clock");
    assert!(!takes_over(one, &event, 199, 201).await, "two have it");
    assert!(takes_over(one, &event, 201, 300).await, "whoever took it over died too");
    other.commit(commit(&name, &event)).await.unwrap();
    assert!(!takes_over(one, &event, 301, 400).await, "it is handled");
}

/// What is decided where nobody has its channel is given to whoever has it: once, and to nobody who only starts.
async fn what_another_decided_is_given_out_once<S: Store + Wakes>(one: &S, other: &S) {
    let (name, ids) = (fresh("c"), [(); 3].map(|()| Uuid::new_v4_like()));
    // Other tests on the same database read what is to be sent on Telegram and on Matrix.
    let key = ConversationKey { channel: ChannelKind::Terminal, address: name.as_str().into() };
    let message = |id, elsewhere| Outgoing {
        elsewhere,
        ..Outgoing::new(id, key.clone(), LaneKind::Notice, Rich(Vec::new()))
    };
    let [own, left, last] = ids;
    let outgoing = vec![message(own, false), message(left, true)];
    one.commit(Commit { outgoing, ..commit(&name, &fresh("e")) }).await.unwrap();
    let taken = async |store: &S| {
        let taken = store.take_from_elsewhere(ChannelKind::Terminal, 10_000).await.unwrap();
        let taken = taken.into_iter().filter(|message| message.conversation == key);
        taken.map(|message| (message.id, message.elsewhere)).collect::<Vec<_>>()
    };
    assert_eq!(taken(other).await, [(left, false)]);
    assert_eq!(taken(one).await, []);
    assert!(one.is_unsent(left).await.unwrap(), "it was not sent yet");
    let again = Commit { conversation_version: 1, ..commit(&name, &fresh("e")) };
    one.commit(Commit { outgoing: vec![message(last, true)], ..again }).await.unwrap();
    let unsent = other.unsent(ChannelKind::Terminal).await.unwrap();
    let unsent = unsent.iter().filter(|message| message.conversation == key).map(|message| message.id);
    assert_eq!(unsent.collect::<BTreeSet<_>>(), BTreeSet::from(ids), "whoever starts sends all of it");
    assert_eq!(taken(one).await, [], "whoever started sends it");
}

/// Whoever takes less than there is takes what waits for longest. Nobody else may use this store.
async fn what_waits_for_longest_is_taken_first<S: Store + Wakes>(store: &S) {
    let mut companies = Vec::new();
    for second in [103, 101, 105, 102, 104] {
        companies.push((second, waking_at(store, second).await.1));
    }
    companies.sort_unstable_by_key(|(second, _)| *second);
    for (second, company) in companies {
        let claims = store.claim(at(200), at(260), 1).await.unwrap();
        assert_eq!(claims.iter().map(|claim| claim.company).collect::<Vec<_>>(), [company], "{second}");
    }
    let key = ConversationKey { channel: ChannelKind::Terminal, address: fresh("c").into() };
    let message = |id| Outgoing {
        elsewhere: true,
        ..Outgoing::new(Uuid::from_u128(id), key.clone(), LaneKind::Notice, Rich(Vec::new()))
    };
    let outgoing = [3, 1, 2].map(message).into();
    store.commit(Commit { outgoing, ..commit(&fresh("c"), &fresh("e")) }).await.unwrap();
    for id in [1, 2, 3] {
        let taken = store.take_from_elsewhere(ChannelKind::Terminal, 1).await.unwrap();
        assert_eq!(taken.iter().map(|message| message.id).collect::<Vec<_>>(), [Uuid::from_u128(id)]);
    }
}

/// What was written down together is taken over in the order in which it was.
async fn what_is_taken_over_comes_in_order<S: Store + Wakes>(store: &S) {
    let (_, company) = waking(store).await;
    let claim = claimed(store, company, at(100)).await[0];
    let name = fresh("tick");
    let event = |place| Incoming { at: at(110), ..incoming("a", &format!("{name}-{place}")) };
    let events = (0..9).rev().map(event).collect();
    store.settle(Settled { events, ..settled(claim, "") }).await.unwrap();
    let left = store.take_over(ChannelKind::Telegram, at(150), at(200), 10_000).await.unwrap();
    let ours: Vec<_> = left.iter().map(|left| &left.event).filter(|event| event.starts_with(&name)).collect();
    assert!(ours.len() == 9 && ours.is_sorted(), "{ours:?}");
}

/// Two instances on one database share what is due: each company goes to one of them, and none is left out.
async fn two_instances_share_what_is_due<S: Store + Wakes>(one: Arc<S>, other: Arc<S>) {
    let mut companies = Vec::new();
    for _ in 0..40 {
        companies.push(waking(&*one).await.1);
    }
    let claims = |store: Arc<S>| {
        tokio::spawn(async move {
            let mut all = Vec::new();
            for _ in 0..30 {
                all.extend(store.claim(at(100), at(160), 5).await.unwrap());
            }
            all
        })
    };
    let (first, second) = (claims(Arc::clone(&one)), claims(other));
    let all: Vec<Claim> = first.await.unwrap().into_iter().chain(second.await.unwrap()).collect();
    for company in companies {
        assert_eq!(all.iter().filter(|claim| claim.company == company).count(), 1);
    }
}

async fn the_clocks_suite<S: Store + Wakes>(store: &S) {
    what_is_due_is_claimed_once_and_settled_once(store).await;
    who_comes_late_with_a_claim_writes_nothing(store).await;
    answers_that_change_meanwhile_are_looked_at_again(store).await;
    the_last_look_is_kept(store).await;
    what_nobody_handles_is_taken_over_by_one(store, store).await;
    what_a_clock_that_was_ahead_settled_is_looked_at_again(store).await;
    what_another_decided_is_given_out_once(store, store).await;
}

#[tokio::test]
async fn memory_claims_as_promised() {
    let store = Arc::new(MemoryStore::default());
    what_waits_for_longest_is_taken_first(&*store).await;
    the_clocks_suite(&*store).await;
    newer_rules_make_everything_due_once(&*store).await;
    two_instances_share_what_is_due(Arc::clone(&store), store).await;
}

#[tokio::test]
async fn sqlite_claims_as_promised() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqlStore::open(&sqlite_url(folder.path()), vault()).await.unwrap());
    what_waits_for_longest_is_taken_first(&*store).await;
    what_is_taken_over_comes_in_order(&*store).await;
    the_clocks_suite(&*store).await;
    newer_rules_make_everything_due_once(&*store).await;
    two_instances_share_what_is_due(Arc::clone(&store), store).await;
}

/// Whoever finds nothing to do writes nothing, and so waits for nobody who does.
#[tokio::test]
async fn a_look_that_finds_nothing_waits_for_no_other_writer() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite_url(folder.path());
    let store = SqlStore::open(&url, vault()).await.unwrap();
    let mut other = AnyConnection::connect(&url).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    assert_eq!(store.claim(at(100), at(160), 10).await.unwrap(), []);
    assert_eq!(store.take_over(ChannelKind::Telegram, at(100), at(160), 10).await.unwrap(), []);
}

#[tokio::test]
async fn what_cannot_be_read_is_taken_over_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let url = sqlite_url(folder.path());
    let store = SqlStore::open(&url, vault()).await.unwrap();
    let (_, company) = waking(&store).await;
    let claim = claimed(&store, company, at(100)).await[0];
    store.settle(settled(claim, "tick-1")).await.unwrap();
    let mut connection = AnyConnection::connect(&url).await.unwrap();
    let damage = "UPDATE inbox SET payload = X'00' WHERE event = 'tick-1'";
    sqlx::query(damage).execute(&mut connection).await.unwrap();
    assert!(!takes_over(&store, "tick-1", 150, 200).await);
    let left = "SELECT COUNT(*) FROM inbox WHERE event = 'tick-1' AND arrived = -200000000 \
                AND payload IS NOT NULL";
    let left: i64 = sqlx::query(left).fetch_one(&mut connection).await.unwrap().get(0);
    assert_eq!(left, 1, "it is left where it is, with its time, and out of the way");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_instances_on_postgres_claim_as_promised() {
    let Some(url) = postgres() else { return };
    let open = async || Arc::new(SqlStore::open(&url, vault()).await.unwrap());
    let (one, other) = (open().await, open().await);
    the_clocks_suite(&*one).await;
    what_is_taken_over_comes_in_order(&*one).await;
    what_nobody_handles_is_taken_over_by_one(&*one, &*other).await;
    what_another_decided_is_given_out_once(&*one, &*other).await;
    two_instances_share_what_is_due(one, other).await;
}
