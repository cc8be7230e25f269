//! Messages for other chats than the one that is answered: each goes to the channel it is for.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::{
    app::{
        ports::{Outgoing, Store},
        turn::App,
    },
    dialogue::ChannelKind,
};

/// Hands messages to channels. What nobody collects stays in the outbox, for whoever has the channel.
#[derive(Debug, Default)]
pub struct Post {
    boxes: Mutex<HashMap<ChannelKind, UnboundedSender<Outgoing>>>,
}

impl Post {
    /// The messages for a channel, from now on. Whoever collected them before gets no more.
    pub fn collect(&self, channel: ChannelKind) -> UnboundedReceiver<Outgoing> {
        let (sender, receiver) = unbounded_channel();
        self.boxes.lock().unwrap_or_else(PoisonError::into_inner).insert(channel, sender);
        receiver
    }

    /// The channels that are collected here; not one that has stopped.
    pub fn collected(&self) -> Vec<ChannelKind> {
        let boxes = self.boxes.lock().unwrap_or_else(PoisonError::into_inner);
        boxes.iter().filter(|(_, collector)| !collector.is_closed()).map(|(channel, _)| *channel).collect()
    }

    /// Whether nobody here sends on this channel. A terminal reads the outbox itself.
    pub fn is_elsewhere(&self, channel: ChannelKind) -> bool {
        channel != ChannelKind::Terminal && !self.collected().contains(&channel)
    }

    /// Hands these over; they are in the outbox already. What was decided for another instance is left to that.
    pub fn hand_over(&self, messages: Vec<Outgoing>) {
        if messages.is_empty() {
            return;
        }
        let boxes = self.boxes.lock().unwrap_or_else(PoisonError::into_inner);
        for message in messages.into_iter().filter(|message| !message.elsewhere) {
            if let Some(collector) = boxes.get(&message.conversation.channel) {
                // Nobody collects any more when the channel stops.
                let _ = collector.send(message);
            }
        }
    }
}

impl<S: Store, C> App<S, C> {
    /// Whether a message for this channel is left to another instance that has it. Where there is none, a channel that is not
    /// collected yet finds the message in the outbox when it starts.
    pub(super) fn is_for_another(&self, channel: ChannelKind) -> bool {
        self.store.is_shared() && self.post.is_elsewhere(channel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_that_has_stopped_collects_nothing() {
        let post = Post::default();
        let (telegram, matrix) = (post.collect(ChannelKind::Telegram), post.collect(ChannelKind::Matrix));
        drop(telegram);
        assert_eq!(post.collected(), [ChannelKind::Matrix]);
        drop(matrix);
        assert_eq!(post.collected(), []);
    }
}
