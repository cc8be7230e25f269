//! A reminder that had to wait and does not say what is so any more.

use noodplan::{
    app::{
        ports::{Commit, Conversation, LaneKind, Outgoing, Reminds, Store},
        turn::App,
        wakes::Wakes,
    },
    dialogue::{Content, step::Change},
    domain::{
        ids::CompanyId,
        schedule::{Kind, series::Said},
    },
    store::memory::MemoryStore,
    text::Rich,
};
use uuid::Uuid;

use crate::{
    stage::StageClock,
    store_conformance::{at, commit, conversation},
};

#[tokio::test]
async fn what_is_taken_back_was_not_said_and_is_not_to_be_sent_and_is_due() {
    let clock = StageClock::default();
    clock.set(at(200));
    let app = App::new(MemoryStore::default(), clock, Content::built_in().unwrap());
    let (company, message) = (CompanyId(Uuid::from_u128(5)), Uuid::from_u128(6));
    let said = Said {
        company: Some(company),
        kind: Kind::Review,
        item: None,
        on: "2027-05-23".parse().unwrap(),
        number: 0,
        until_on: None,
    };
    let tick = commit("anna", "tick");
    let key = tick.conversation_key.clone();
    let tick = Commit {
        conversation: Some(Conversation { reminded_of: vec![said], ..conversation(1, Some(company)) }),
        company: Some((company, 0)),
        changes: vec![Change::StartCompany(company)],
        outgoing: vec![Outgoing::new(message, key.clone(), LaneKind::Reminder, Rich(Vec::new()))],
        ..tick
    };
    app.store.commit(tick).await.unwrap();
    let decided_on = |version| Reminds { company, version, after: at(100), said: vec![said] };
    assert!(app.still_holds(&key, message, &decided_on(1)).await.unwrap());
    let erased = Reminds { company: CompanyId(Uuid::from_u128(9)), ..decided_on(1) };
    assert!(!app.still_holds(&key, message, &erased).await.unwrap(), "of no company there is nothing to say");
    assert!(app.store.is_unsent(message).await.unwrap());
    assert!(!app.still_holds(&key, message, &decided_on(0)).await.unwrap());
    assert!(!app.store.is_unsent(message).await.unwrap(), "a restart would take it back once more");
    let (known, _) = app.store.load(&key).await.unwrap().conversation.unwrap();
    assert_eq!(known.reminded_of, []);
    let claims = app.store.claim(at(200), at(260), 10).await.unwrap();
    let due: Vec<_> = claims.iter().map(|claim| (claim.company, claim.told_until)).collect();
    assert_eq!(due, [(company, at(100))]);
}
