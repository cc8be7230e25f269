//! Copies at any moment, while people talk: what was acknowledged before is there, and nothing old is sent.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use noodplan::domain::{
    dossier::Slot,
    item::{Answer, Value},
};
use tokio::sync::watch;

use super::*;

const COPIES: u32 = 20;

fn slot() -> Slot {
    Slot::own("told")
}

/// Tells one thing after the other, each with a message and a reminder, and notes what is acknowledged.
async fn talk(bot: Arc<Bot>, planted: Planted, told: watch::Sender<u32>, stop: Arc<AtomicBool>) {
    let (by, at) = (Actor::Person(planted.person), plant::at());
    for number in 1.. {
        let answer = Answer { value: Value::Number(number), by: planted.person, at, catalogue: 1 };
        let lanes = [LaneKind::Interactive, LaneKind::Reminder];
        let outgoing = lanes.map(|lane| message(&planted, lane, at)).to_vec();
        let (company, changes) =
            ((planted.company, u64::from(number)), vec![Change::SaveAnswer(slot(), answer)]);
        bot.store.amend(Amendment { company, by, changes, outgoing, at }).await.unwrap();
        told.send_replace(number);
        if stop.load(Ordering::SeqCst) {
            return;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_before_a_copy_is_there_and_nothing_old_is_sent() {
    let site = Site::new();
    let (bot, _) = site.start(plant::at()).await;
    let planted = plant::company(&bot.store, 1).await;
    let bot = Arc::new(bot);
    let (teller, mut told) = watch::channel(0);
    let stop = Arc::new(AtomicBool::new(false));
    let talks = tokio::spawn(talk(Arc::clone(&bot), planted.clone(), teller, Arc::clone(&stop)));
    let mut copies = Vec::new();
    for number in 0..COPIES {
        // From one copy to the next more or less is told; when in telling the next one comes is left to chance.
        let wanted = *told.borrow() + number % 5;
        let before = *told.wait_for(|told| *told >= wanted).await.unwrap();
        let copy = tempfile::tempdir().unwrap();
        let into = format!("VACUUM INTO '{}'", copy.path().join("noodplan.db").display());
        plant::execute(&site.data(), &into).await;
        copies.push((before, copy));
    }
    stop.store(true, Ordering::SeqCst);
    talks.await.unwrap();
    bot.store.turn_epoch(plant::at() + HOUR).await.unwrap();
    let now = plant::at() + TimeDelta::days(3);
    for (before, copy) in copies {
        let site = site.with_data_of(copy.path());
        let (bot, was_put_back) = site.start(now).await;
        assert!(was_put_back);
        let dossier = bot.store.company(planted.company).await.unwrap().unwrap().dossier;
        let last = match dossier.value(&slot()) {
            Some(Value::Number(number)) => *number,
            _ => 0,
        };
        assert!(last >= before, "{before} was acknowledged, and {last} is there");
        assert!(planted.is_in(&dossier));
        assert_eq!((notices(&bot).await, unsent(&bot).await.len()), (1, 1));
        assert_eq!(look_over(&site.url, &vault(), now).await.unwrap().problems, Vec::<String>::new());
    }
}
