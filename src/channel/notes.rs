//! Noting what came of things, many at a time and on nobody's time.

use std::{collections::HashMap, mem, sync::Arc, time::Duration};

use tokio::{
    sync::{mpsc, oneshot},
    task::JoinHandle,
};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::app::{
    ports::{Clock, ConversationKey, Incoming, Reminds, Store, StoreError},
    turn::App,
};

/// Notes written at once.
const MOST_AT_ONCE: usize = 512;

enum Note {
    Sent(Uuid),
    Claimed(Uuid, oneshot::Sender<()>),
    Asked(Uuid, oneshot::Sender<bool>),
    HeldUp(Box<HeldUp>),
    Unsaid(Box<Unsaid>),
    Answered(Box<Incoming>),
    Reach(ConversationKey, bool),
    Channel(ConversationKey, String),
}

/// Somebody wants to know whether a reminder that had to wait still holds.
struct HeldUp {
    id: Uuid,
    conversation: ConversationKey,
    reminds: Reminds,
    holds: oneshot::Sender<bool>,
}

/// A reminder came to nobody, and is too late now.
struct Unsaid {
    id: Uuid,
    conversation: ConversationKey,
    reminds: Reminds,
}

/// Takes notes.
#[derive(Clone)]
pub struct Notes {
    notes: mpsc::UnboundedSender<Note>,
}

impl Notes {
    /// Starts taking notes. The task ends when every clone is dropped and all is written, or when the store does
    /// not take it and `stop` says so. Notes that are lost mean messages that are sent again.
    pub fn start<S: Store, C: Clock>(
        app: Arc<App<S, C>>,
        pause: Duration,
        stop: CancellationToken,
    ) -> (Self, JoinHandle<()>) {
        let (notes, taken) = mpsc::unbounded_channel();
        (Self { notes }, tokio::spawn(write_all(app, taken, pause, stop)))
    }

    /// A message of the outbox is done with.
    pub fn sent(&self, id: Uuid) {
        self.take(Note::Sent(id));
    }

    /// Takes a message out of the outbox before it is sent, so that it cannot be sent twice; `false` when it was not there any
    /// more, or that could not be written.
    #[cfg_attr(not(feature = "telegram"), expect(dead_code, reason = "what is sent on Matrix cannot double"))]
    pub async fn claim(&self, id: Uuid) -> bool {
        let (written, claimed) = oneshot::channel();
        self.take(Note::Claimed(id, written));
        claimed.await.is_ok()
    }

    /// Whether a message that had to wait is still to be sent: whoever it is for may have left or be forgotten by now. `None`: it
    /// cannot be read, and can be asked again.
    pub async fn is_unsent(&self, id: Uuid) -> Option<bool> {
        let (read, unsent) = oneshot::channel();
        self.take(Note::Asked(id, read));
        unsent.await.ok()
    }

    /// Whether a reminder still says what is so; if not, it is taken back and what is due is looked at again. `None`: it cannot be
    /// looked up, and can be asked again.
    pub async fn still_holds(
        &self,
        id: Uuid,
        conversation: ConversationKey,
        reminds: Reminds,
    ) -> Option<bool> {
        let (holds, looked_up) = oneshot::channel();
        self.take(Note::HeldUp(Box::new(HeldUp { id, conversation, reminds, holds })));
        looked_up.await.ok()
    }

    /// A reminder that came to nobody is too late now: it is taken back, and what is due is looked at again.
    #[cfg_attr(
        not(feature = "matrix"),
        expect(dead_code, reason = "Telegram says a reminder at once or not")
    )]
    pub fn unsaid(&self, id: Uuid, conversation: ConversationKey, reminds: Reminds) {
        self.take(Note::Unsaid(Box::new(Unsaid { id, conversation, reminds })));
    }

    /// An event was answered although nothing of it could be written: it must not be handled again later.
    pub fn answered(&self, incoming: Incoming) {
        self.take(Note::Answered(Box::new(incoming)));
    }

    /// Whether this conversation can be reached from now on.
    pub fn reach(&self, conversation: ConversationKey, reachable: bool) {
        self.take(Note::Reach(conversation, reachable));
    }

    /// What the channel wants to remember of a conversation from now on.
    pub fn channel(&self, conversation: ConversationKey, note: String) {
        self.take(Note::Channel(conversation, note));
    }

    fn take(&self, note: Note) {
        // Nobody writes any more when the program ends.
        let _ = self.notes.send(note);
    }
}

/// What is still to be written.
#[derive(Default)]
struct Unwritten {
    sent: Vec<Uuid>,
    claimed: Vec<(Uuid, oneshot::Sender<()>)>,
    /// Who wants to know whether something is still to be sent.
    asked: Vec<(Uuid, oneshot::Sender<bool>)>,
    held_up: Vec<HeldUp>,
    unsaid: Vec<Unsaid>,
    answered: Vec<Incoming>,
    /// Of each conversation the last one counts.
    reach: HashMap<ConversationKey, bool>,
    /// Here too.
    channel: HashMap<ConversationKey, String>,
}

async fn write_all<S: Store, C: Clock>(
    app: Arc<App<S, C>>,
    mut taken: mpsc::UnboundedReceiver<Note>,
    pause: Duration,
    stop: CancellationToken,
) {
    let mut notes = Vec::with_capacity(MOST_AT_ONCE);
    while taken.recv_many(&mut notes, MOST_AT_ONCE).await > 0 {
        let mut unwritten = Unwritten::default();
        notes.drain(..).for_each(|note| unwritten.add(note));
        while !unwritten.write(&app).await {
            if stop.is_cancelled() {
                return tracing::error!("not everything that was sent could be noted; it will be sent again");
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = tokio::time::sleep(pause) => {}
            }
            // What came meanwhile does not wait for what cannot be written.
            while let Ok(note) = taken.try_recv() {
                unwritten.add(note);
            }
        }
    }
}

/// Whether there is nothing more to do about a note: it is written, or what it is about can never be read.
fn is_over(written: &Result<(), StoreError>) -> bool {
    match written {
        Ok(()) => true,
        Err(error @ StoreError::Damaged(_)) => {
            tracing::error!(%error, "something that happened in a chat is not noted");
            true
        }
        Err(StoreError::Conflict | StoreError::Unavailable(_)) => false,
    }
}

impl Unwritten {
    fn add(&mut self, note: Note) {
        match note {
            Note::Sent(id) => self.sent.push(id),
            Note::Claimed(id, claimed) => {
                self.sent.push(id);
                self.claimed.push((id, claimed));
            }
            Note::Asked(id, asked) => self.asked.push((id, asked)),
            Note::HeldUp(reminder) => self.held_up.push(*reminder),
            Note::Unsaid(reminder) => self.unsaid.push(*reminder),
            Note::Answered(incoming) => self.answered.push(*incoming),
            Note::Reach(conversation, reachable) => {
                self.reach.insert(conversation, reachable);
            }
            Note::Channel(conversation, note) => drop(self.channel.insert(conversation, note)),
        }
    }

    /// Writes what it can; `false` when something is left.
    async fn write<S: Store, C: Clock>(&mut self, app: &App<S, C>) -> bool {
        for (id, asked) in mem::take(&mut self.asked) {
            // Whoever is told nothing asks again.
            if let Ok(unsent) = app.store.is_unsent(id).await {
                let _ = asked.send(unsent);
            }
        }
        for HeldUp { id, conversation, reminds, holds } in mem::take(&mut self.held_up) {
            if let Ok(still) = app.still_holds(&conversation, id, &reminds).await {
                let _ = holds.send(still);
            }
        }
        // Side by side, so that both are in one transaction.
        let (sent, channel) = tokio::join!(self.write_sent(app), self.write_channel(app));
        if let Ok(taken) = &sent {
            self.sent.clear();
            for (id, claimed) in mem::take(&mut self.claimed) {
                // Whoever is not told that it was there does not send it.
                if taken.contains(&id) {
                    let _ = claimed.send(());
                }
            }
        }
        if channel {
            self.channel.clear();
        }
        for incoming in mem::take(&mut self.answered) {
            if !is_over(&app.forgo(&incoming).await) {
                self.answered.push(incoming);
            }
        }
        for (conversation, reachable) in mem::take(&mut self.reach) {
            if !is_over(&app.note_reach(&conversation, reachable).await) {
                self.reach.insert(conversation, reachable);
            }
        }
        // By now it is written who can be reached again; who cannot hears nothing of what is due.
        for reminder in mem::take(&mut self.unsaid) {
            let Unsaid { id, conversation, reminds } = &reminder;
            if !is_over(&app.take_back(conversation, *id, reminds).await) {
                self.unsaid.push(reminder);
            }
        }
        let is_empty = self.answered.is_empty() && self.reach.is_empty() && self.unsaid.is_empty();
        sent.is_ok() && channel && is_empty
    }

    async fn write_sent<S: Store, C: Clock>(&self, app: &App<S, C>) -> Result<Vec<Uuid>, StoreError> {
        if self.sent.is_empty() { Ok(Vec::new()) } else { app.store.sent(self.sent.clone()).await }
    }

    async fn write_channel<S: Store, C: Clock>(&self, app: &App<S, C>) -> bool {
        let notes = || self.channel.iter().map(|(key, note)| (key.clone(), note.clone())).collect();
        self.channel.is_empty() || app.store.note_channel(notes()).await.is_ok()
    }
}
