//! A reminder that had to wait and does not say what is so any more.

use noodplan::{
    app::{
        ports::{Commit, Conversation, ConversationKey, LaneKind, Outgoing, Reminds, Store},
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

const MESSAGE: Uuid = Uuid::from_u128(6);

/// Somebody in a company to whom a reminder was said that was not sent yet.
struct Reminded {
    app: App<MemoryStore, StageClock>,
    key: ConversationKey,
    company: CompanyId,
    said: Said,
}

impl Reminded {
    async fn new() -> Self {
        let clock = StageClock::default();
        clock.set(at(200));
        let app = App::new(MemoryStore::default(), clock, Content::built_in().unwrap());
        let company = CompanyId(Uuid::from_u128(5));
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
            outgoing: vec![Outgoing::new(MESSAGE, key.clone(), LaneKind::Reminder, Rich(Vec::new()))],
            ..tick
        };
        app.store.commit(tick).await.unwrap();
        Self { app, key, company, said }
    }

    /// It was decided on this version of the company.
    fn decided_on(&self, version: u64) -> Reminds {
        Reminds { company: self.company, version, after: at(100), said: vec![self.said] }
    }

    async fn is_unsent(&self) -> bool {
        self.app.store.is_unsent(MESSAGE).await.unwrap()
    }

    /// It counts as unsaid, is not to be sent any more, and what is due is looked at from before it.
    async fn is_taken_back(&self) {
        assert!(!self.is_unsent().await, "a restart would take it back once more");
        let (known, _) = self.app.store.load(&self.key).await.unwrap().conversation.unwrap();
        assert_eq!(known.reminded_of, []);
        let claims = self.app.store.claim(at(200), at(260), 10).await.unwrap();
        let due: Vec<_> = claims.iter().map(|claim| (claim.company, claim.told_until)).collect();
        assert_eq!(due, [(self.company, at(100))]);
    }
}

#[tokio::test]
async fn what_does_not_say_what_is_so_any_more_is_taken_back() {
    let reminded = Reminded::new().await;
    let Reminded { app, key, .. } = &reminded;
    assert!(app.still_holds(key, MESSAGE, &reminded.decided_on(1)).await.unwrap());
    let erased = Reminds { company: CompanyId(Uuid::from_u128(9)), ..reminded.decided_on(1) };
    assert!(!app.still_holds(key, MESSAGE, &erased).await.unwrap(), "of no company there is nothing to say");
    assert!(reminded.is_unsent().await);
    assert!(!app.still_holds(key, MESSAGE, &reminded.decided_on(0)).await.unwrap());
    reminded.is_taken_back().await;
}

#[tokio::test]
async fn what_came_to_nobody_and_is_too_late_is_taken_back_also_when_it_still_holds() {
    let reminded = Reminded::new().await;
    let Reminded { app, key, .. } = &reminded;
    let erased = Reminds { company: CompanyId(Uuid::from_u128(9)), ..reminded.decided_on(1) };
    app.take_back(key, MESSAGE, &erased).await.unwrap();
    assert!(reminded.is_unsent().await);
    app.take_back(key, MESSAGE, &reminded.decided_on(1)).await.unwrap();
    reminded.is_taken_back().await;
}
