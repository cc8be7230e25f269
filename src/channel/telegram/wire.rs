//! Updates as they come over the wire: only what is read, everything optional, nothing that a newer Telegram breaks.
//!
//! teloxide's own `Message` is not used here: a message with an entity or of a kind that it does not know arrives as
//! an empty one, and its text is lost.

use serde::{Deserialize, de::IgnoredAny};
use serde_json::Value;
use teloxide::types::Contact;

/// One update of a kind that was asked for.
#[derive(Deserialize)]
pub struct Update {
    /// Its id.
    pub update_id: i64,
    /// Somebody wrote.
    pub message: Option<Message>,
    /// Somebody changed what they had written.
    pub edited_message: Option<Message>,
    /// Somebody tapped.
    pub callback_query: Option<Callback>,
    /// The bot was let in, blocked or thrown out.
    pub my_chat_member: Option<MemberChange>,
    /// Something else that Telegram knows, and that was never asked for: what was said to others, in a channel, or about
    /// something that the bot does not do. An earlier program with the same token may have asked for it.
    #[serde(
        rename = "business_message",
        alias = "edited_business_message",
        alias = "business_connection",
        alias = "deleted_business_messages",
        alias = "guest_message",
        alias = "channel_post",
        alias = "edited_channel_post",
        alias = "message_reaction",
        alias = "message_reaction_count",
        alias = "inline_query",
        alias = "chosen_inline_result",
        alias = "shipping_query",
        alias = "pre_checkout_query",
        alias = "purchased_paid_media",
        alias = "poll",
        alias = "poll_answer",
        alias = "chat_member",
        alias = "chat_join_request",
        alias = "chat_boost",
        alias = "removed_chat_boost",
        alias = "managed_bot"
    )]
    pub for_others: Option<IgnoredAny>,
}

/// How the bot stands in a chat from now on.
#[derive(Deserialize)]
pub struct MemberChange {
    /// The chat.
    pub chat: Chat,
    /// How it stands.
    pub new_chat_member: Standing,
}

/// How somebody stands in a chat.
#[derive(Deserialize)]
pub struct Standing {
    /// Telegram's word: `member`, `kicked` …
    pub status: String,
    /// Whether somebody who is restricted is still in it.
    #[serde(default)]
    pub is_member: bool,
}

/// A chat.
#[derive(Default, Deserialize)]
pub struct Chat {
    /// Its id.
    pub id: i64,
    /// `private`, `group`, `supergroup` or `channel`.
    #[serde(default, rename = "type")]
    pub kind: String,
}

impl Chat {
    /// Whether it is a chat with one person.
    pub fn is_private(&self) -> bool {
        self.kind == "private"
    }
}

/// Who writes.
#[derive(Default, Deserialize)]
pub struct User {
    /// The id.
    pub id: i64,
    /// Whether it is a program.
    #[serde(default)]
    pub is_bot: bool,
    /// What they call themselves.
    #[serde(default)]
    pub first_name: String,
    /// The rest of it.
    pub last_name: Option<String>,
    /// The language of the app.
    pub language_code: Option<String>,
}

/// Something that was written, drawn, spoken or done in a chat.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Message {
    pub message_id: i64,
    /// The topic in which it stands, if it stands in one; or else the first of the messages that answer each other.
    pub message_thread_id: Option<i64>,
    pub is_topic_message: bool,
    /// Seconds since 1970; 0 when Telegram does not show the message any more.
    pub date: i64,
    pub chat: Chat,
    pub from: Option<User>,
    /// On behalf of which chat it was written.
    pub sender_chat: Option<Chat>,
    pub text: Option<String>,
    pub caption: Option<String>,
    /// The album that it was sent with.
    pub media_group_id: Option<String>,
    pub contact: Option<Contact>,
    /// Buttons, when they are still there.
    pub reply_markup: Option<IgnoredAny>,
    pub migrate_to_chat_id: Option<i64>,
    pub migrate_from_chat_id: Option<i64>,
    pub photo: Option<IgnoredAny>,
    pub live_photo: Option<IgnoredAny>,
    pub video: Option<IgnoredAny>,
    pub video_note: Option<IgnoredAny>,
    pub animation: Option<IgnoredAny>,
    pub voice: Option<IgnoredAny>,
    pub audio: Option<IgnoredAny>,
    pub location: Option<IgnoredAny>,
    pub venue: Option<IgnoredAny>,
    pub document: Option<IgnoredAny>,
    pub pinned_message: Option<IgnoredAny>,
    pub forum_topic_created: Option<IgnoredAny>,
    pub forum_topic_edited: Option<IgnoredAny>,
    pub forum_topic_closed: Option<IgnoredAny>,
    pub forum_topic_reopened: Option<IgnoredAny>,
    pub connected_website: Option<IgnoredAny>,
    pub message_auto_delete_timer_changed: Option<IgnoredAny>,
    pub chat_background_set: Option<IgnoredAny>,
    pub write_access_allowed: Option<IgnoredAny>,
    pub checklist_tasks_done: Option<IgnoredAny>,
    pub checklist_tasks_added: Option<IgnoredAny>,
}

impl Message {
    /// The topic in which it stands, if it stands in one.
    pub fn topic(&self) -> Option<i64> {
        self.message_thread_id.filter(|_| self.is_topic_message)
    }

    /// Whether the app wrote this, and nobody waits for an answer.
    pub fn is_service(&self) -> bool {
        self.pinned_message.is_some()
            || self.forum_topic_created.is_some()
            || self.forum_topic_edited.is_some()
            || self.forum_topic_closed.is_some()
            || self.forum_topic_reopened.is_some()
            || self.connected_website.is_some()
            || self.message_auto_delete_timer_changed.is_some()
            || self.chat_background_set.is_some()
            || self.write_access_allowed.is_some()
            || self.checklist_tasks_done.is_some()
            || self.checklist_tasks_added.is_some()
    }
}

/// A tap on a button.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Callback {
    /// What to answer.
    pub id: String,
    /// Who.
    pub from: User,
    /// The message under which the button was.
    pub message: Option<Message>,
    /// What the button carried.
    pub data: Option<String>,
}

/// What can be read of an update that does not fit [`Update`]; `None` without an id.
pub fn salvaged(raw: &str) -> Option<Update> {
    let read = serde_json::from_str(raw).or_else(|_| serde_json::from_str(&with_whole_letters(raw)));
    let fields = match read {
        Ok(Value::Object(fields)) => fields,
        // Too deep to be read, or no object at all.
        _ => return serde_json::from_str(raw).ok().map(|Named { update_id }| empty(update_id)),
    };
    let mut update = empty(fields.get("update_id")?.as_i64()?);
    for (name, body) in fields.iter().filter(|(_, body)| body.is_object()) {
        match name.as_str() {
            "callback_query" => update.callback_query = Some(salvaged_callback(body)),
            "edited_message" => update.edited_message = salvaged_message(body),
            "my_chat_member" => {}
            _ if body.get("from").is_some() || body.get("text").is_some() => {
                update.message = salvaged_message(body);
            }
            _ => {}
        }
    }
    Some(update)
}

/// The id of an update, whatever else is in it.
#[derive(Deserialize)]
struct Named {
    update_id: i64,
}

/// An update of which nothing is known yet but its id.
fn empty(update_id: i64) -> Update {
    Update {
        update_id,
        message: None,
        edited_message: None,
        callback_query: None,
        my_chat_member: None,
        for_others: None,
    }
}

/// The same JSON with a sign for "unreadable" in the place of every half letter: `\ud83d` without the half that belongs to it.
fn with_whole_letters(raw: &str) -> String {
    let unit = |escape: &str| u32::from_str_radix(escape.strip_prefix('u')?.get(..4)?, 16).ok();
    let mut mended = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, escape)) = rest.split_once('\\') {
        mended.push_str(before);
        let second = escape.get(5..).and_then(|after| unit(after.strip_prefix('\\')?));
        let (length, is_half) = match (unit(escape), second) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (11, false),
            (Some(0xd800..=0xdfff), _) => (5, true),
            (Some(_), _) => (5, false),
            (None, _) => (escape.chars().next().map_or(0, char::len_utf8), false),
        };
        let (escaped, after) = escape.split_at_checked(length).unwrap_or((escape, ""));
        mended.extend(["\\", if is_half { "ufffd" } else { escaped }]);
        rest = after;
    }
    mended.push_str(rest);
    mended
}

/// A field of an object; `null` where there is none.
fn field<'v>(body: &'v Value, name: &str) -> &'v Value {
    body.get(name).unwrap_or(&Value::Null)
}

fn words(body: &Value, name: &str) -> Option<String> {
    field(body, name).as_str().map(str::to_owned)
}

fn number(body: &Value, name: &str) -> i64 {
    field(body, name).as_i64().unwrap_or_default()
}

fn salvaged_message(body: &Value) -> Option<Message> {
    let chat = body.get("chat")?;
    Some(Message {
        message_id: number(body, "message_id"),
        message_thread_id: field(body, "message_thread_id").as_i64(),
        is_topic_message: field(body, "is_topic_message").as_bool().unwrap_or_default(),
        date: number(body, "date"),
        chat: Chat { id: chat.get("id")?.as_i64()?, kind: words(chat, "type").unwrap_or_default() },
        from: body.get("from").map(salvaged_user),
        text: words(body, "text"),
        caption: words(body, "caption"),
        ..Message::default()
    })
}

fn salvaged_callback(body: &Value) -> Callback {
    Callback {
        id: words(body, "id").unwrap_or_default(),
        from: salvaged_user(field(body, "from")),
        message: body.get("message").and_then(salvaged_message),
        data: words(body, "data"),
    }
}

fn salvaged_user(body: &Value) -> User {
    User {
        id: number(body, "id"),
        is_bot: field(body, "is_bot").as_bool().unwrap_or_default(),
        first_name: words(body, "first_name").unwrap_or_default(),
        last_name: words(body, "last_name"),
        language_code: words(body, "language_code"),
    }
}
