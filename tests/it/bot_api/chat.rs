//! One chat: who is in it, what stands in it, whether the bot may still speak there.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde_json::{Map, Value, json};
use tokio::sync::{Notify, mpsc};

use super::{
    answer::Refusal,
    phone::{Heard, buttons_of},
};

/// The kinds of chat a bot meets here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Private,
    Group,
    Supergroup,
}

/// How the bot stands in a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The person never wrote to the bot.
    Strange,
    Member,
    Admin,
    /// The person blocked the bot.
    Blocked,
    /// The person's account is gone.
    Deactivated,
    Kicked,
    Left,
    /// The group lives on under another id.
    MovedTo(i64),
}

/// What a request needs of a chat.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Write,
}

/// A message as the server keeps it.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent properties of one message")]
pub(super) struct Stored {
    /// The `Message` without its keyboard.
    pub(super) body: Map<String, Value>,
    /// The inline keyboard that it has now.
    pub(super) keyboard: Option<Value>,
    /// The inline keyboards that it had before, oldest first.
    pub(super) former_keyboards: Vec<Value>,
    pub(super) from_bot: bool,
    pub(super) is_service: bool,
    pub(super) has_reply_keyboard: bool,
    pub(super) is_silent: bool,
    pub(super) is_edited: bool,
}

impl Stored {
    /// The topic in which it stands, other than General.
    pub(super) fn topic(&self) -> Option<i64> {
        let is_in_one = self.body.get("is_topic_message").and_then(Value::as_bool).unwrap_or_default();
        self.body.get("message_thread_id").filter(|_| is_in_one).and_then(Value::as_i64)
    }

    /// The message as a `Message`.
    pub(super) fn json(&self) -> Value {
        let mut body = self.body.clone();
        if let Some(keyboard) = &self.keyboard {
            body.insert("reply_markup".into(), keyboard.clone());
        }
        Value::Object(body)
    }

    /// Puts another keyboard under the message, keeping the old one for stale taps.
    pub(super) fn replace_keyboard(&mut self, keyboard: Option<Value>) {
        if self.keyboard != keyboard {
            let old = std::mem::replace(&mut self.keyboard, keyboard);
            self.former_keyboards.extend(old);
        }
    }

    pub(super) fn date(&self) -> i64 {
        self.body.get("date").and_then(Value::as_i64).unwrap_or_default()
    }

    /// Text or caption.
    pub(super) fn text(&self) -> &str {
        let field = |name| self.body.get(name).and_then(Value::as_str);
        field("text").or_else(|| field("caption")).unwrap_or_default()
    }
}

/// The fields of a `Message` that stands in a topic.
pub(super) fn in_topic(topic: i64) -> [(String, Value); 2] {
    [("message_thread_id".to_owned(), json!(topic)), ("is_topic_message".to_owned(), json!(true))]
}

/// What a person saw when a button was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    pub callback_query_id: String,
    pub text: String,
    pub is_alert: bool,
}

/// All about one chat.
pub(super) struct Chat {
    pub(super) id: i64,
    pub(super) kind: Kind,
    /// The `Chat` object.
    pub(super) card: Value,
    pub(super) standing: Standing,
    pub(super) members: BTreeSet<i64>,
    pub(super) admins: BTreeSet<i64>,
    pub(super) messages: BTreeMap<i64, Stored>,
    /// The topics of a forum besides General, and whether they are closed.
    pub(super) topics: BTreeMap<i64, bool>,
    /// Pinned messages, the latest pin last.
    pub(super) pinned: Vec<i64>,
    pub(super) reply_keyboard: Option<Value>,
    pub(super) toasts: Vec<Toast>,
    pub(super) actions: Vec<String>,
    pub(super) own_message_ids: i64,
    /// Grows with everything that the bot does here.
    pub(super) revision: u64,
    pub(super) changed: Arc<Notify>,
    pub(super) listener: Option<mpsc::UnboundedSender<Heard>>,
}

impl Chat {
    pub(super) fn new(id: i64, kind: Kind, mut card: Value, standing: Standing) -> Self {
        card["id"] = json!(id);
        card["type"] = json!(match kind {
            Kind::Private => "private",
            Kind::Group => "group",
            Kind::Supergroup => "supergroup",
        });
        Self {
            id,
            kind,
            card,
            standing,
            members: BTreeSet::new(),
            admins: BTreeSet::new(),
            messages: BTreeMap::new(),
            topics: BTreeMap::new(),
            pinned: Vec::new(),
            reply_keyboard: None,
            toasts: Vec::new(),
            actions: Vec::new(),
            own_message_ids: 0,
            revision: 0,
            changed: Arc::default(),
            listener: None,
        }
    }

    pub(super) fn is_private(&self) -> bool {
        self.kind == Kind::Private
    }

    /// Whether the bot may do what it asks.
    pub(super) fn admit(&self, access: Access) -> Result<(), Refusal> {
        let writes = access == Access::Write;
        let name = if self.kind == Kind::Supergroup { "supergroup" } else { "group" };
        let is_closed = writes || self.kind == Kind::Supergroup;
        match self.standing {
            Standing::Strange if writes => {
                Err(Refusal::forbidden("bot can't initiate conversation with a user"))
            }
            Standing::Strange => Err(Refusal::bad_request("chat not found")),
            Standing::Blocked if writes => Err(Refusal::forbidden("bot was blocked by the user")),
            Standing::Deactivated if writes => Err(Refusal::forbidden("user is deactivated")),
            Standing::Kicked if is_closed => {
                Err(Refusal::forbidden(&format!("bot was kicked from the {name} chat")))
            }
            Standing::Left if is_closed => {
                Err(Refusal::forbidden(&format!("bot is not a member of the {name} chat")))
            }
            Standing::MovedTo(chat_id) if writes => Err(Refusal::moved_to(chat_id)),
            _ => Ok(()),
        }
    }

    /// Tells everybody who watches this chat that the bot did something.
    pub(super) fn notify(&mut self, heard: impl FnOnce(&Self) -> Heard) {
        self.revision += 1;
        if self.listener.is_some() {
            let heard = heard(self);
            if self.listener.as_ref().is_some_and(|listener| listener.send(heard).is_err()) {
                self.listener = None;
            }
        }
        self.changed.notify_waiters();
    }

    /// What a listener hears of message `id`.
    pub(super) fn heard(&self, id: i64, edited: bool) -> Heard {
        let message = self.messages.get(&id);
        Heard {
            message_id: id,
            edited,
            text: message.map(|message| message.text().to_owned()).unwrap_or_default(),
            buttons: buttons_of(message.and_then(|message| message.keyboard.as_ref())),
        }
    }
}
