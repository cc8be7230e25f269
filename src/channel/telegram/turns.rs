//! What the executor does with an event from Telegram.

use std::{
    collections::HashMap,
    pin::pin,
    sync::{Arc, atomic::Ordering},
};

use crate::{
    app::{
        executor::Worker,
        ports::{Clock, ConversationKey, Incoming, LaneKind, Outgoing, Store},
        turn::Handled,
    },
    channel::telegram::{Link, asked::Asked, chat, deliver::Delivery, updates::Tapped},
    dialogue::ChannelKind,
};

/// So many times the first pause later it is shown again that the bot is at work: Telegram shows it for five seconds.
const AGAIN: u32 = 4;

/// An event, and what Telegram needs to answer it.
pub struct Job {
    /// The chat.
    pub chat: i64,
    /// What was heard.
    pub incoming: Incoming,
    /// The message whose button was tapped.
    pub tapped: Option<Tapped>,
}

impl Job {
    /// The message that is answered, where answers stand with what they answer.
    fn asked(&self) -> Option<Asked> {
        Asked::by(&self.incoming.event)
    }
}

/// Runs turns and brings their answers.
pub struct Turns<S, C> {
    link: Link<S, C>,
    delivery: Arc<Delivery>,
}

impl<S: Store, C: Clock> Turns<S, C> {
    /// Turns whose answers are brought by this delivery.
    pub fn new(link: Link<S, C>, delivery: Arc<Delivery>) -> Self {
        Self { link, delivery }
    }
}

impl<S: Store, C: Clock> Worker for Turns<S, C> {
    type Job = Job;
    type Answer = Handled;

    async fn turn(&self, job: &Job) -> Handled {
        let mut turn = pin!(self.link.app.handle(&job.incoming));
        let mut pause = self.link.pauses.typing;
        loop {
            tokio::select! {
                biased;
                handled = &mut turn => return handled,
                () = tokio::time::sleep(pause) => {
                    self.delivery.types(job.chat, job.asked());
                    pause = self.link.pauses.typing * AGAIN;
                }
            }
        }
    }

    async fn set_aside(&self, job: &Job) -> Handled {
        self.link.app.set_aside(&job.incoming).await
    }

    fn panicked(&self) {
        self.link.app.panics.fetch_add(1, Ordering::Relaxed);
    }

    async fn rush(&self, job: &Job) {
        // The plan first: what there is to know about the chat is read when it is there.
        let bring = |mut outgoing: Vec<Outgoing>| async move {
            let plans = outgoing.iter().take_while(|message| message.lane == LaneKind::Emergency).count();
            // Sent while it is written down: it cannot be looked up yet.
            let rest = outgoing.split_off(plans).into_iter();
            let rest = rest.map(|message| Outgoing { unwritten: true, ..message }).collect();
            self.delivery.bring_first(job.chat, outgoing).await;
            self.delivery.learn(&self.link.app, job.chat).await;
            self.delivery.bring(job.chat, job.tapped.clone(), rest).await;
        };
        if !self.link.app.handle_emergency(&job.incoming, bring).await {
            self.link.notes.answered(job.incoming.clone());
        }
    }

    fn event<'j>(&self, job: &'j Job) -> Option<&'j str> {
        Some(&job.incoming.event)
    }

    async fn fetch(&self, key: &ConversationKey, events: &[String]) -> Vec<Job> {
        let Some(chat) = chat(key) else { return Vec::new() };
        // What is not fetched before the program stops is handled after its next start.
        while !self.link.stop.is_cancelled() {
            let Ok(unhandled) = self.link.app.store.unhandled(ChannelKind::Telegram).await else {
                tokio::select! {
                    () = self.link.stop.cancelled() => {}
                    () = tokio::time::sleep(self.link.pauses.first) => {}
                }
                continue;
            };
            let of_chat = unhandled.into_iter().filter(|incoming| incoming.conversation == *key);
            let mut found: HashMap<String, Incoming> =
                of_chat.map(|incoming| (incoming.event.clone(), incoming)).collect();
            let in_order = events.iter().filter_map(|event| found.remove(event));
            return in_order.map(|incoming| Job { chat, incoming, tapped: None }).collect();
        }
        Vec::new()
    }

    async fn deliver(&self, job: &Job, answer: Handled) {
        if !answer.committed {
            self.link.notes.answered(job.incoming.clone());
        }
        self.delivery.learn(&self.link.app, job.chat).await;
        let outgoing = answer.into_messages().collect();
        self.delivery.bring(job.chat, job.tapped.clone(), outgoing).await;
    }
}
