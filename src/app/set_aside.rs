//! Giving up on one event: it is marked as handled, and the conversation stays as it was.

use crate::{
    app::{
        ids::{make_id, reference},
        ports::{Clock, Commit, Incoming, Loaded, Store, StoreError},
        reminded::is_unasked,
        screen,
        turn::{App, Handled, until_written},
    },
    dialogue::{
        State,
        step::{Lane, Reply},
    },
    text::Msg,
};

impl<S: Store, C: Clock> App<S, C> {
    /// Sets an event aside that cannot be handled, and apologises. The log gets the same reference.
    pub async fn set_aside(&self, incoming: &Incoming) -> Handled {
        let reference = reference(incoming);
        tracing::error!(%reference, "an event is set aside");
        let loaded = self.store.load(&incoming.conversation).await.unwrap_or_default();
        let now = self.clock.now();
        let language = match &loaded.conversation {
            Some((conversation, _)) => conversation.language,
            None => incoming.language(),
        };
        let line = Msg::new("error-apology").told("reference", &reference);
        let reply = Reply::of(Lane::Interactive, vec![line]);
        let (texts, state) = (&self.content.texts, State::default());
        let mut outgoing = screen::render(&[reply], &state, language, texts, incoming, || make_id(now));
        if is_unasked(incoming) {
            // Nobody asked for anything.
            outgoing.clear();
        }
        let commit = Commit { outgoing: outgoing.clone(), ..self.nothing_but_handled(incoming, loaded) };
        let committed = self.store.commit(commit).await.is_ok();
        Handled { outgoing, committed }
    }

    /// Marks an event as handled because the person was told to repeat it, or has the answer already.
    ///
    /// # Errors
    /// When the store cannot be read or written; the event is then still waiting.
    pub async fn forgo(&self, incoming: &Incoming) -> Result<(), StoreError> {
        until_written(|| async {
            let loaded = self.store.load(&incoming.conversation).await?;
            self.store.commit(self.nothing_but_handled(incoming, loaded)).await
        })
        .await
    }

    fn nothing_but_handled(&self, incoming: &Incoming, loaded: Loaded) -> Commit {
        let (conversation, version) = loaded.conversation.unzip();
        Commit {
            conversation,
            conversation_version: version.unwrap_or(0),
            ..Commit::of_event(incoming.conversation.clone(), incoming.event.clone(), self.clock.now())
        }
    }
}
