//! What the executor does with an event from Matrix.

use std::{
    pin::pin,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use super::deliver::Delivery;
use crate::{
    app::{
        executor::Worker,
        ports::{Clock, Incoming, Store},
        turn::{App, Handled},
    },
    channel::notes::Notes,
};

/// An event.
pub struct Job {
    /// What was heard.
    pub incoming: Incoming,
}

/// Runs turns and brings their answers.
pub struct Turns<S, C> {
    app: Arc<App<S, C>>,
    delivery: Arc<Delivery>,
    notes: Notes,
    typing: Duration,
}

impl<S: Store, C: Clock> Turns<S, C> {
    /// Turns of this app, brought by this delivery; one that takes longer than `typing` is shown as typing.
    pub fn new(app: Arc<App<S, C>>, delivery: Arc<Delivery>, notes: Notes, typing: Duration) -> Self {
        Self { app, delivery, notes, typing }
    }
}

impl<S: Store, C: Clock> Worker for Turns<S, C> {
    type Job = Job;
    type Answer = Handled;

    async fn turn(&self, job: &Job) -> Handled {
        let conversation = &job.incoming.conversation;
        let mut turn = pin!(self.app.handle(&job.incoming));
        let mut typing = false;
        loop {
            tokio::select! {
                biased;
                handled = &mut turn => {
                    if typing {
                        self.delivery.shows_typing(conversation, false);
                    }
                    return handled;
                }
                () = tokio::time::sleep(self.typing) => {
                    typing = true;
                    self.delivery.shows_typing(conversation, true);
                }
            }
        }
    }

    async fn set_aside(&self, job: &Job) -> Handled {
        self.app.set_aside(&job.incoming).await
    }

    fn panicked(&self) {
        self.app.panics.fetch_add(1, Ordering::Relaxed);
    }

    async fn deliver(&self, job: &Job, answer: Handled) {
        if !answer.committed {
            self.notes.answered(job.incoming.clone());
        }
        self.delivery.learn(&self.app, &job.incoming.conversation).await;
        answer.into_messages().for_each(|message| self.delivery.bring(message));
    }
}
