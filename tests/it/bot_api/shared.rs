//! What the server's task, the people and the test hold in common.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicBool},
    time::Duration,
};

use tokio::{sync::Notify, time::timeout};

use super::{
    answer::Refusal,
    description::Description,
    journal::Outcome,
    phone::{self, Shown},
    state::State,
};

/// One server.
pub(super) struct Shared {
    pub(super) token: String,
    pub(super) description: Option<Description>,
    /// Told of every request and of every look into the update queue.
    pub(super) happened: Notify,
    pub(super) patience: Duration,
    /// The test is over: whoever still waits gets no answer.
    pub(super) is_over: AtomicBool,
    state: Mutex<State>,
}

impl Shared {
    pub(super) fn new(token: &str, description: Option<Description>, state: State) -> Self {
        Self {
            token: token.to_owned(),
            description,
            happened: Notify::new(),
            patience: Duration::from_secs(60),
            is_over: AtomicBool::new(false),
            state: Mutex::new(state),
        }
    }

    /// The world; never held across a wait.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes how a call ended.
    pub(super) fn end(&self, call: usize, outcome: Outcome) {
        self.state().journal.end(call, outcome);
        self.happened.notify_waiters();
    }

    /// Notes that the server itself refused a call.
    pub(super) fn end_refused(&self, call: usize, refusal: &Refusal) {
        self.end(call, Outcome::Refused { code: refusal.code, description: refusal.description.clone() });
    }

    /// Waits for a chat to become as `wanted`; with a mark, by something the bot did after it.
    pub(super) async fn heard_in(
        &self,
        chat_id: i64,
        mark: Option<u64>,
        wanted: impl Fn(&[Shown]) -> bool,
    ) -> Vec<Shown> {
        let wait = async {
            loop {
                let changed = self.state().chats.get(&chat_id).map(|chat| Arc::clone(&chat.changed));
                let changed = changed.expect("chats are never removed");
                let change = changed.notified();
                tokio::pin!(change);
                change.as_mut().enable();
                let shown = {
                    let state = self.state();
                    let is_new = state
                        .chats
                        .get(&chat_id)
                        .is_some_and(|chat| mark.is_none_or(|mark| chat.revision > mark));
                    is_new.then(|| phone::read(&state, chat_id))
                };
                if let Some(shown) = shown.filter(|shown| wanted(shown)) {
                    return shown;
                }
                change.await;
            }
        };
        if let Ok(shown) = timeout(self.patience, wait).await {
            return shown;
        }
        let page = phone::print(&self.state(), chat_id);
        panic!("waited {:?} in vain; the chat shows\n{page}", self.patience)
    }
}
