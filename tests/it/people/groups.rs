//! A group: what is said there by an owner who switches it on, and what is heard of that elsewhere.

use noodplan::{app::ports::LaneKind, dialogue::input::InGroup};

use super::*;
use crate::logged::logged;

#[tokio::test]
async fn what_lets_others_read_along_is_in_the_log_and_the_other_owners_hear_of_it() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna_with_a_company(backing).await;
        stage.joins("anna", "bram", "nl", Role::Owner).await;
        invitation(&mut stage).await;
        let (on, off) = (InGroup::On("anna".into()), InGroup::Off("anna".into()));
        says(&mut stage, "group", Raw::InGroup(on.clone())).await;
        let news = stage.news().await;
        assert_eq!(news.len(), 1, "{news:?}");
        assert_eq!(news[0].conversation, conversation("bram"));
        assert!(news[0].text.plain().contains("aangezet in een groep"), "{news:?}");
        says(&mut stage, "group", Raw::InGroup(on)).await;
        assert_eq!(stage.news().await, [], "it is on already");
        says(&mut stage, "group", Raw::InGroup(off)).await;
        let heard = says(&mut stage, "anna", Raw::Text("/koppel".into())).await;
        let typed = heard[0].text.plain();
        let typed = &typed[typed.find("!koppel").unwrap()..];
        says(&mut stage, "anna-thuis", Raw::Text(typed.into())).await;
        let told: Vec<_> = stage.news().await.into_iter().map(|news| news.conversation).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told.contains(&conversation("anna")) && told.contains(&conversation("bram")));

        let anna = stage.app.store.load(&conversation("anna")).await.unwrap().conversation.unwrap().0;
        let log = stage.app.store.log(anna.company.unwrap(), 4).await.unwrap();
        let acts: Vec<_> = log.iter().flat_map(|record| record.acts.clone()).collect();
        let reader = Act::Invited(Role::Reader);
        assert_eq!(acts, [Act::Linked, Act::GroupOff(anna.person), Act::GroupOn, reader]);
        assert!(log.iter().all(|record| record.by == Actor::Person(anna.person)), "{log:?}");
    }
}

#[tokio::test]
async fn a_group_tells_strangers_once_a_minute_that_it_is_not_theirs() {
    let mut stage = anna_with_a_company(Backing::Memory).await;
    says(&mut stage, "group", Raw::InGroup(InGroup::On("anna".into()))).await;
    let asks = || Raw::InGroup(InGroup::Plan("eva".into()));
    assert_eq!(says(&mut stage, "group", asks()).await.len(), 1);
    assert_eq!(says(&mut stage, "group", asks()).await, []);
    let plan = says(&mut stage, "group", Raw::InGroup(InGroup::Plan("anna".into()))).await;
    assert!(plan[0].text.plain().starts_with("NOODPLAN"), "a member is not kept waiting: {plan:?}");
    stage.clock.set(stage.app.clock.now() + TimeDelta::minutes(1));
    assert_eq!(says(&mut stage, "group", asks()).await.len(), 1);
}

#[tokio::test]
async fn a_group_hears_the_public_numbers_when_nobody_can_read_whose_it_is() {
    let mut stage = anna_with_a_company(Backing::Memory).await;
    says(&mut stage, "group", Raw::InGroup(InGroup::On("anna".into()))).await;
    stage.app.store.read_fails.store(true, Ordering::Relaxed);
    let heard = says(&mut stage, "group", Raw::InGroup(InGroup::Plan("anna".into()))).await;
    assert_eq!(heard[0].lane, LaneKind::Emergency);
    assert!(heard[0].text.plain().contains("112"), "{heard:?}");
    // Whoever asks for something else is told to wait.
    let heard = says(&mut stage, "group", Raw::InGroup(InGroup::Off("anna".into()))).await;
    assert_eq!(heard[0].lane, LaneKind::Interactive);
}

#[tokio::test]
async fn a_group_that_cannot_be_written_down_is_not_said_to_be_on() {
    let mut stage = anna_with_a_company(Backing::Memory).await;
    stage.app.store.write_fails.store(true, Ordering::Relaxed);
    let heard = says(&mut stage, "group", Raw::InGroup(InGroup::On("anna".into()))).await;
    assert!(heard.iter().all(|message| message.buttons.is_empty()), "only what went wrong: {heard:?}");
    stage.app.store.write_fails.store(false, Ordering::Relaxed);
    let heard = says(&mut stage, "group", Raw::InGroup(InGroup::On("anna".into()))).await;
    assert_eq!(heard[0].buttons.len(), 1, "and how to switch it off: {heard:?}");
}

/// Anna switched the plan on in a group.
async fn anna_with_a_group(backing: Backing) -> Stage {
    let mut stage = anna_with_a_company(backing).await;
    says(&mut stage, "group", Raw::InGroup(InGroup::On("anna".into()))).await;
    stage
}

fn plan() -> Raw {
    Raw::InGroup(InGroup::Plan("anna".into()))
}

#[tokio::test]
async fn a_group_that_moves_stays_on_and_leaves_nothing_at_its_earlier_address() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna_with_a_group(backing).await;
        let moves = || Raw::InGroup(InGroup::CameFrom("group".into()));
        assert_eq!(says(&mut stage, "moved", moves()).await, []);
        let earlier = stage.app.store.load(&conversation("group")).await.unwrap();
        assert!(earlier.conversation.is_none(), "{earlier:?}");
        // Said again, it takes nothing away.
        assert_eq!(says(&mut stage, "moved", moves()).await, []);
        let heard = says(&mut stage, "moved", plan()).await;
        assert!(heard[0].text.plain().starts_with("NOODPLAN"), "{heard:?}");
        let heard = says(&mut stage, "group", plan()).await;
        assert!(!heard[0].text.plain().starts_with("NOODPLAN"), "{heard:?}");
    }
}

#[tokio::test]
async fn a_group_that_is_on_stays_whose_it_is_wherever_it_says_that_it_came_from() {
    let mut stage = anna_with_a_group(Backing::Memory).await;
    for words in ["hoi", "1"] {
        says(&mut stage, "carla", Raw::Text(words.into())).await;
    }
    says(&mut stage, "hers", Raw::InGroup(InGroup::On("carla".into()))).await;
    says(&mut stage, "hers", Raw::InGroup(InGroup::CameFrom("group".into()))).await;
    let mut companies = Vec::new();
    for chat in ["hers", "carla"] {
        let loaded = stage.app.store.load(&conversation(chat)).await.unwrap();
        companies.push(loaded.conversation.unwrap().0.company.unwrap());
    }
    assert_eq!(companies[0], companies[1]);
}

#[tokio::test]
async fn the_plan_comes_whether_or_not_it_can_be_written_down_and_says_which() {
    logged();
    let mut stage = anna_with_a_group(Backing::Memory).await;
    says(&mut stage, "anna", Raw::Contact("Jan Bakker 06 11111111".into())).await;
    for (write_fails, read_fails) in [(false, false), (true, false), (true, true)] {
        stage.app.store.write_fails.store(write_fails, Ordering::Relaxed);
        stage.app.store.read_fails.store(read_fails, Ordering::Relaxed);
        let incoming = stage.event("group", "nl", plan());
        let handled = stage.app.handle(&incoming).await;
        assert_eq!((handled.outgoing.len(), handled.committed), (1, !write_fails), "{read_fails}");
        let is_theirs = handled.outgoing[0].text.plain().contains("Jan Bakker");
        assert_eq!(is_theirs, !read_fails, "{handled:?}");
        let log = logged();
        assert!(!read_fails || log.contains("a turn was not written"), "{log}");
    }
}
