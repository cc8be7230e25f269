//! A look of the program: what it takes in one go, whom it finds to tell, and in which order.

use chrono::{DateTime, Utc};
use noodplan::{
    app::{
        keeping::{Amendment, Keeping},
        ports::{Clock, Commit, Incoming, Store},
        turn::App,
        wakes::{Wake, Wakes},
    },
    dialogue::{ChannelKind, Content, input::Raw, step::Change},
    domain::{
        audit::Actor,
        dossier::Slot,
        ids::{CompanyId, PersonId},
        item::{Answer, Value},
        member::Role,
        schedule::habits::{UNWANTED, person_word},
    },
    store::memory::MemoryStore,
};
use uuid::Uuid;

use crate::{
    logged::logged,
    stage::{Backing, Stage, StageClock, conversation},
    store_conformance::{NewV4Like, at, commit, incoming},
    wakes::{claimed, waking},
    web::FIRST_SITTING,
};

/// The program, with so many companies that have something to say at second 100.
async fn with_companies(count: usize) -> App<MemoryStore, StageClock> {
    let clock = StageClock::default();
    clock.set(at(200));
    let app = App::new(MemoryStore::default(), clock, Content::built_in().unwrap());
    for _ in 0..count {
        waking(&app.store).await;
    }
    app
}

#[tokio::test]
async fn a_look_that_found_as_many_as_it_may_take_is_followed_by_another_at_once() {
    for (companies, more) in [(99, false), (100, true)] {
        let app = with_companies(companies).await;
        assert_eq!(app.look().await.unwrap().more, more, "{companies}");
        assert!(!app.look().await.unwrap().more, "nothing is left");
    }
}

#[tokio::test]
async fn telling_what_is_due_looks_until_nothing_is() {
    let app = with_companies(101).await;
    app.tell_what_is_due().await.unwrap();
    assert_eq!(app.store.claim(at(260), at(320), 1_000).await.unwrap(), []);
}

#[tokio::test]
async fn where_nothing_is_due_nobody_looks_again_when_the_night_is_over() {
    let app = with_companies(1).await;
    app.look().await.unwrap();
    assert_eq!(app.store.claim(at(86_400), at(86_460), 1_000).await.unwrap(), []);
}

#[tokio::test]
async fn what_was_claimed_and_not_settled_is_free_again_after_a_minute() {
    let app = with_companies(0).await;
    let company = CompanyId(Uuid::new_v4_like());
    // Of a company that is gone nothing is settled.
    let gone = Commit { wake: Some((company, Wake::Moved(Some(at(100))))), ..commit("anna", "e") };
    app.store.commit(gone).await.unwrap();
    assert_eq!(app.look().await.unwrap().ticks, []);
    assert_eq!(claimed(&app.store, company, at(259)).await, []);
    assert_eq!(claimed(&app.store, company, at(260)).await.len(), 1);
}

#[tokio::test]
async fn what_the_clock_wrote_down_is_left_behind_after_five_minutes() {
    let app = with_companies(0).await;
    let _telegram = app.post.collect(ChannelKind::Telegram);
    app.store.receive(vec![Incoming { at: at(200), ..incoming("a", "tick-1") }]).await.unwrap();
    for (second, left) in [(200, 0), (499, 0), (500, 1), (501, 0)] {
        app.clock.set(at(second));
        assert_eq!(app.left_behind().await.unwrap().len(), left, "{second}");
    }
}

fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Anna has had a call list since 23 November 2026, and owns the company with Bram.
async fn anna_and_bram(backing: Backing) -> Stage {
    let mut stage = Stage::new(backing).await;
    stage.clock.set(time("2026-11-23T10:00:00Z"));
    for words in FIRST_SITTING {
        let incoming = stage.event("anna", "nl", Raw::Text(words.into()));
        stage.play(incoming).await;
    }
    stage.joins("anna", "bram", "nl", Role::Owner).await;
    stage
}

/// Who is told something by one look at this instant.
async fn told_at(stage: &Stage, now: &str) -> Vec<String> {
    stage.clock.set(time(now));
    let ticks = stage.app.look().await.unwrap().ticks;
    ticks.iter().map(|tick| tick.conversation.address.as_str().to_owned()).collect()
}

/// A month after its day every owner hears that the review is due.
const TO_ALL: &str = "2027-06-23T08:00:00Z";

#[tokio::test]
async fn who_hears_of_the_same_is_told_in_one_order_whatever_keeps_their_chats() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let stage = anna_and_bram(backing).await;
        assert_eq!(told_at(&stage, TO_ALL).await, ["anna", "bram"], "{backing:?}");
    }
}

/// Nobody of the company wants to be reminded any more.
async fn want_nothing(stage: &Stage) {
    let anna = stage.app.store.load(&conversation("anna")).await.unwrap();
    let (id, company) = (anna.conversation.unwrap().0.company.unwrap(), anna.company.unwrap());
    let people: Vec<PersonId> = company.members.iter().map(|member| member.person).collect();
    let value = Value::Choices(people.iter().copied().map(person_word).collect());
    let answer = Answer { value, by: people[0], at: stage.app.clock.now(), catalogue: 1 };
    let amendment = Amendment {
        company: (id, company.version),
        by: Actor::Operator,
        changes: vec![Change::SaveAnswer(Slot::own(UNWANTED), answer)],
        outgoing: Vec::new(),
        at: stage.app.clock.now(),
    };
    stage.app.store.amend(amendment).await.unwrap();
}

#[tokio::test]
async fn the_log_says_that_nobody_hears_of_what_is_due_when_that_is_so() {
    let is_logged = || logged().contains("nobody in the company wants to hear");
    let stage = anna_and_bram(Backing::Memory).await;
    assert!(!is_logged());
    assert_eq!(told_at(&stage, "2026-11-23T10:00:00Z").await, Vec::<String>::new());
    assert!(!is_logged(), "nothing is due");
    assert_eq!(told_at(&stage, "2027-05-24T08:00:00Z").await, ["anna"]);
    assert!(!is_logged(), "somebody hears");
    want_nothing(&stage).await;
    assert_eq!(told_at(&stage, TO_ALL).await, Vec::<String>::new());
    assert!(is_logged());
}
