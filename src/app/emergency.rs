//! The emergency plan goes first: it is shown while it is written down, and also when it cannot be.

use std::future::Future;

use crate::{
    app::{
        ids::reference,
        person::Person,
        ports::{Clock, Commit, Incoming, Loaded, Outgoing, Store, StoreError},
        turn::{App, Decided, log_failure, until_written},
    },
    dialogue::{
        State, World,
        command::{self, Command, Typed},
        input::{InGroup, Raw},
        noodplan,
        step::Draft,
    },
    domain::dossier::Dossier,
};

/// Whether somebody asks for the emergency plan in words.
pub fn is_emergency(incoming: &Incoming) -> bool {
    match &incoming.raw {
        Raw::Text(text) => matches!(command::parse(text), Some(Typed::Known(Command::Noodplan, _))),
        Raw::Tap(_)
        | Raw::Contact(_)
        | Raw::Other(_)
        | Raw::Corrected { .. }
        | Raw::TakenBack { .. }
        | Raw::NewKeys(_)
        | Raw::InGroup(_)
        | Raw::Unread(_)
        | Raw::Tick(_)
        | Raw::Outage(_) => false,
    }
}

/// Whether somebody asks for it in a group. Whether the group is on may be said just before, so that this waits its turn;
/// it is answered all the same when nothing can be written down.
pub fn is_emergency_in_group(incoming: &Incoming) -> bool {
    matches!(incoming.raw, Raw::InGroup(InGroup::Plan(_)))
}

impl<S: Store, C: Clock> App<S, C> {
    /// Answers a cry for help: what is to be sent is sent once, at once, while the turn is written down. Gives back
    /// whether it was written. The event need not have been received before.
    pub async fn handle_emergency<F: Future<Output = ()>>(
        &self,
        incoming: &Incoming,
        send: impl FnOnce(Vec<Outgoing>) -> F,
    ) -> bool {
        if is_emergency_in_group(incoming) {
            let handled = self.handle(incoming).await;
            let committed = handled.committed;
            send(handled.into_messages().collect()).await;
            return committed;
        }
        let Decided { outgoing, elsewhere, commit, .. } = match self.decided(incoming).await {
            Ok(decided) => decided,
            Err(error) => {
                log_failure(&reference(incoming), &error);
                send(self.plan_without_store(incoming)).await;
                return false;
            }
        };
        // The commit is handed in first: what is noted as sent must be in the outbox by then.
        let (written, ()) = tokio::join!(self.store.commit(commit), send(outgoing));
        match written {
            Ok(()) => self.post.hand_over(elsewhere),
            Err(StoreError::Conflict) => return self.note_that_it_was_shown(incoming).await,
            Err(error) => {
                log_failure(&reference(incoming), &error);
                return false;
            }
        }
        true
    }

    /// Somebody else wrote first: the person has the plan, so only where they are remains to be written.
    async fn note_that_it_was_shown(&self, incoming: &Incoming) -> bool {
        let written = until_written(|| async {
            let commit = self.decided(incoming).await?.commit;
            self.store.commit(Commit { outgoing: Vec::new(), ..commit }).await
        });
        written.await.is_ok()
    }

    /// The public numbers and the first rules, when not even the dossier can be read.
    pub(super) fn plan_without_store(&self, incoming: &Incoming) -> Vec<Outgoing> {
        let now = self.clock.now();
        let unknown = Loaded::default();
        let person = Person::of(&unknown, incoming, now);
        let nothing = Dossier::default();
        let world = World {
            person: person.id,
            channel: incoming.conversation.channel,
            language: person.language,
            ..World::of_nobody(now, &nothing, &self.content)
        };
        let step = noodplan::open(Draft::new(&world), &State::default());
        self.rendered(&step, incoming, now)
    }
}
