//! What was left over when the program stopped: what was not sent, and what was not handled.

use std::sync::Arc;

use super::{Turns, deliver::Delivery, turns::Job};
use crate::{
    app::{
        executor::Executor,
        ports::{Clock, Incoming, Outgoing, Store, StoreError},
        turn::App,
    },
    dialogue::ChannelKind,
};

/// What was left over, until it is taken up.
#[derive(Default)]
pub struct LeftOver {
    is_taken_up: bool,
    is_said: bool,
}

impl LeftOver {
    /// Whether it still waits.
    pub fn waits(&self) -> bool {
        !self.is_taken_up
    }

    /// Goes on where the program stopped, once: sends what was not sent and handles what was not handled.
    ///
    /// # Errors
    /// When it cannot be read now; then nothing of it is taken up.
    pub async fn take_up<S: Store, C: Clock>(
        &mut self,
        app: &App<S, C>,
        executor: &Executor<Turns<S, C>>,
        delivery: &Arc<Delivery>,
    ) -> Result<(), StoreError> {
        if self.is_taken_up {
            return Ok(());
        }
        let (unsent, unhandled) = read(app).await.inspect_err(|error| {
            if !self.is_said {
                tracing::error!(%error, "what was left over on Matrix cannot be read; it is tried again");
            }
            self.is_said = true;
        })?;
        self.is_taken_up = true;
        for message in unsent {
            delivery.learn(app, &message.conversation).await;
            delivery.bring_left_over(message);
        }
        for incoming in unhandled {
            let key = incoming.conversation.clone();
            executor.submit(&key, Job { incoming }).await;
        }
        Ok(())
    }
}

async fn read<S: Store, C: Clock>(app: &App<S, C>) -> Result<(Vec<Outgoing>, Vec<Incoming>), StoreError> {
    let unsent = readable(app.store.unsent(ChannelKind::Matrix).await)?;
    let unhandled = readable(app.store.unhandled(ChannelKind::Matrix).await)?;
    Ok((unsent, unhandled))
}

/// What can never be read keeps nobody waiting.
fn readable<T>(read: Result<Vec<T>, StoreError>) -> Result<Vec<T>, StoreError> {
    match read {
        Err(error @ StoreError::Damaged(_)) => {
            tracing::error!(%error, "what was left over on Matrix cannot be read");
            Ok(Vec::new())
        }
        read => read,
    }
}
