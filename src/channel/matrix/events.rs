//! One event of a room, read: what somebody said, tapped or sent. Tolerant of what it does not know, and pure.
//!
//! Not here: whether the room is fit for it, and whether it was decrypted.

use serde::{Deserialize, de::IgnoredAny};
use serde_json::Value;

use super::names::Names;
use crate::dialogue::{
    command::{self, Command, Typed},
    input::{Media, Raw},
};

/// A contact card is small, in bytes; what is larger is something else.
pub const LARGEST_CARD: usize = 64 * 1024;

/// What an event means.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// Somebody said something.
    Said(Raw),
    /// Somebody put an emoji on a message.
    Reacted {
        /// The message.
        to: String,
        /// The emoji.
        emoji: String,
    },
    /// Somebody wiped a message, or took a reaction off. Nobody knows whether it was them: redactions are not encrypted.
    TakenBack {
        /// The message, or the reaction.
        of: String,
    },
    /// Somebody sent a file that may be a contact card.
    Card {
        /// The content of the event, with where to fetch the file.
        content: Value,
    },
    /// Somebody came in, was invited, or left.
    Member {
        /// Who.
        who: String,
        /// `join`, `invite`, `leave` or `ban`.
        membership: String,
    },
    /// The room has moved.
    Moved,
    /// Who may do what in the room has changed.
    Rights,
    /// Nothing that the bot does anything about.
    Nothing,
}

/// An event, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// Its id.
    pub id: String,
    /// Who sent it.
    pub sender: String,
    /// Whether it turns to the bot: by its name in front, or with the app's help.
    pub named: bool,
    /// What it means.
    pub meaning: Meaning,
}

#[derive(Deserialize)]
struct Envelope {
    event_id: String,
    sender: String,
    r#type: String,
    state_key: Option<String>,
    redacts: Option<String>,
    #[serde(default)]
    content: Value,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Content {
    msgtype: Option<String>,
    body: Option<String>,
    filename: Option<String>,
    info: Info,
    #[serde(rename = "m.relates_to")]
    relates_to: Relation,
    #[serde(rename = "m.new_content")]
    new_content: Option<Box<Content>>,
    membership: Option<String>,
    redacts: Option<String>,
    #[serde(rename = "m.mentions")]
    mentions: Mentions,
}

/// Who was named in a message with their own app's help.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Mentions {
    user_ids: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Info {
    mimetype: Option<String>,
    size: Option<u64>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Relation {
    rel_type: Option<String>,
    event_id: Option<String>,
    key: Option<String>,
    #[serde(rename = "m.in_reply_to")]
    reply: Option<IgnoredAny>,
}

/// Reads one event. `None`: it has no id or no sender.
pub fn read(event: &str, bot: &Names) -> Option<Heard> {
    let envelope: Envelope = serde_json::from_str(event).ok()?;
    let content: Content = serde_json::from_value(envelope.content.clone()).unwrap_or_default();
    let body = content.body.as_deref().unwrap_or_default();
    let named = bot.are_in(body, &content.mentions.user_ids);
    let meaning = meaning(content, &envelope, bot);
    Some(Heard { id: envelope.event_id, sender: envelope.sender, named, meaning })
}

fn meaning(content: Content, envelope: &Envelope, bot: &Names) -> Meaning {
    match (envelope.r#type.as_str(), &envelope.state_key) {
        ("m.room.member", Some(who)) => {
            Meaning::Member { who: who.clone(), membership: content.membership.unwrap_or_default() }
        }
        ("m.room.tombstone", Some(_)) => Meaning::Moved,
        ("m.room.power_levels", Some(_)) => Meaning::Rights,
        (_, Some(_)) => Meaning::Nothing,
        ("m.reaction", None) => match (content.relates_to.event_id, content.relates_to.key) {
            (Some(to), Some(emoji)) => Meaning::Reacted { to, emoji },
            _ => Meaning::Nothing,
        },
        // Where it stands depends on the version of the room.
        ("m.room.redaction", None) => match content.redacts.or_else(|| envelope.redacts.clone()) {
            Some(of) => Meaning::TakenBack { of },
            None => Meaning::Nothing,
        },
        ("m.room.message", None) => message(content, envelope, bot),
        ("m.sticker" | "m.poll.start" | "org.matrix.msc3381.poll.start", None) => {
            Meaning::Said(Raw::Other(Media::Something))
        }
        ("m.location", None) => Meaning::Said(Raw::Other(Media::Location)),
        _ => Meaning::Nothing,
    }
}

fn message(content: Content, envelope: &Envelope, bot: &Names) -> Meaning {
    let media = |media| Meaning::Said(Raw::Other(media));
    if content.relates_to.rel_type.as_deref() == Some("m.replace") {
        return edited(content.relates_to.event_id, content.new_content, bot);
    }
    let caption = content.filename.as_ref().and(content.body.as_deref());
    if let Some(caption) = caption.filter(|caption| asks_for_plan(caption)) {
        return Meaning::Said(Raw::Text(caption.into()));
    }
    match content.msgtype.as_deref() {
        Some("m.text" | "m.emote") | None => match content.body {
            Some(body) => {
                let replies = content.relates_to.reply.is_some();
                let said = if replies { without_quote(&body) } else { body.as_str() };
                Meaning::Said(Raw::Text(bot.strip(said, &content.mentions.user_ids).into()))
            }
            None => media(Media::Something),
        },
        // Said by a program: answering it could go on for ever.
        Some("m.notice") => Meaning::Nothing,
        Some("m.image" | "m.video") => media(Media::Picture),
        Some("m.audio") => media(Media::Voice),
        Some("m.location") => media(Media::Location),
        Some("m.file") if is_card(&content) => Meaning::Card { content: envelope.content.clone() },
        Some("m.file") => media(Media::File),
        // Somebody wants to compare emoji with the bot; that is between their app and ours.
        Some(kind) if kind.starts_with("m.key.verification") => Meaning::Nothing,
        Some(_) => media(Media::Something),
    }
}

/// A message that was changed corrects what it answered, unless it is a command now.
fn edited(of: Option<String>, new: Option<Box<Content>>, bot: &Names) -> Meaning {
    let new = new.filter(|new| new.msgtype.as_deref() != Some("m.notice"));
    let (Some(of), Some(Content { body: Some(body), mentions, .. })) = (of, new.map(|new| *new)) else {
        return Meaning::Nothing;
    };
    let text = bot.strip(&body, &mentions.user_ids);
    Meaning::Said(match command::parse(text) {
        Some(Typed::Known(..)) => Raw::Text(text.into()),
        _ => Raw::Corrected { of, text: text.into() },
    })
}

fn is_card(content: &Content) -> bool {
    let name = content.filename.as_deref().or(content.body.as_deref()).unwrap_or_default();
    let kind = content.info.mimetype.as_deref().unwrap_or_default();
    let looks = kind.contains("vcard") || name.to_lowercase().ends_with(".vcf");
    looks && content.info.size.is_none_or(|size| size <= LARGEST_CARD as u64)
}

fn asks_for_plan(text: &str) -> bool {
    matches!(command::parse(text), Some(Typed::Known(Command::Noodplan, _)))
}

/// A reply without the quote that older apps put in front of it.
fn without_quote(body: &str) -> &str {
    let is_quote = |quote: &str| quote.starts_with("> ") && quote.lines().all(|line| line.starts_with('>'));
    body.split_once("\n\n").filter(|(quote, _)| is_quote(quote)).map_or(body, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read_message(content: Value) -> Meaning {
        let event = json!({
            "event_id": "$1", "sender": "@anna:test", "type": "m.room.message", "content": content,
        });
        let names = Names::new("@noodbot:test", "noodbot").shown_as(Some("noodplan"));
        read(&event.to_string(), &names).unwrap().meaning
    }

    fn text(words: &str) -> Meaning {
        Meaning::Said(Raw::Text(words.into()))
    }

    #[test]
    fn what_is_meant_for_the_bot_is_heard_without_its_name() {
        for (body, heard) in [
            ("noodplan", "noodplan"),
            ("noodplan: noodplan", "noodplan"),
            ("@noodbot:test: /taal", "/taal"),
            ("NoodBot, help", "help"),
            ("noodbot", "noodbot"),
            ("noodplan!", "noodplan!"),
            ("noodbotje: x", "noodbotje: x"),
        ] {
            assert_eq!(read_message(json!({ "msgtype": "m.text", "body": body })), text(heard), "{body}");
        }
    }

    #[test]
    fn whoever_the_app_names_is_meant_also_without_a_colon() {
        let mentions = |body: &str, who: &str| {
            let content = json!({ "msgtype": "m.text", "body": body, "m.mentions": { "user_ids": [who] } });
            read_message(content)
        };
        for (body, heard) in [
            ("noodplan menu", "menu"),
            ("@noodbot:test menu", "menu"),
            ("Noodplan  /taal en", "/taal en"),
            ("noodplan", "noodplan"),
            ("noodplan: menu", "menu"),
            ("menu noodplan", "menu noodplan"),
        ] {
            assert_eq!(mentions(body, "@noodbot:test"), text(heard), "{body}");
        }
        assert_eq!(mentions("noodplan menu", "@anna:test"), text("noodplan menu"));
    }

    #[test]
    fn a_quote_in_front_of_a_reply_is_no_part_of_the_answer() {
        let body = "> <@bot:test> Hoe heet je bedrijf?\n> Typ het.\n\nBakkerij Jansen";
        let reply = json!({ "m.in_reply_to": { "event_id": "$0" } });
        assert_eq!(
            read_message(json!({ "msgtype": "m.text", "body": body, "m.relates_to": reply })),
            text("Bakkerij Jansen")
        );
        assert_eq!(read_message(json!({ "msgtype": "m.text", "body": "> zo" })), text("> zo"));
    }

    #[test]
    fn notices_are_not_answered_and_an_edit_corrects_a_message_unless_it_is_a_command() {
        assert_eq!(read_message(json!({ "msgtype": "m.notice", "body": "hoi" })), Meaning::Nothing);
        let edit = |body: &str| {
            json!({
                "msgtype": "m.text", "body": format!("* {body}"),
                "m.new_content": { "msgtype": "m.text", "body": body },
                "m.relates_to": { "rel_type": "m.replace", "event_id": "$0" },
            })
        };
        let corrected = Raw::Corrected { of: "$0".into(), text: "Bakkerij".into() };
        assert_eq!(read_message(edit("Bakkerij")), Meaning::Said(corrected));
        assert_eq!(read_message(edit("!noodplan")), text("!noodplan"));
        let mut of_nothing = edit("Bakkerij");
        of_nothing["m.relates_to"]["event_id"] = Value::Null;
        assert_eq!(read_message(of_nothing), Meaning::Nothing);
    }

    #[test]
    fn what_was_wiped_is_known_in_rooms_of_every_version() {
        let event = |content: Value, redacts: Value| {
            let event = json!({
                "event_id": "$2", "sender": "@anna:test", "type": "m.room.redaction", "content": content,
                "redacts": redacts,
            });
            read(&event.to_string(), &Names::default()).unwrap().meaning
        };
        let wiped = Meaning::TakenBack { of: "$1".into() };
        assert_eq!(event(json!({}), json!("$1")), wiped);
        assert_eq!(event(json!({ "redacts": "$1", "reason": "x" }), Value::Null), wiped);
        assert_eq!(event(json!({}), Value::Null), Meaning::Nothing);
    }

    #[test]
    fn a_contact_card_is_fetched_and_other_files_are_not() {
        let file = |name: &str, kind: &str, size: u64| {
            read_message(json!({
                "msgtype": "m.file", "body": name, "info": { "mimetype": kind, "size": size },
            }))
        };
        assert!(matches!(file("Jan.vcf", "application/octet-stream", 200), Meaning::Card { .. }));
        assert!(matches!(file("Jan", "text/vcard", 200), Meaning::Card { .. }));
        assert_eq!(file("Jan.vcf", "text/vcard", 10_000_000), Meaning::Said(Raw::Other(Media::File)));
        assert_eq!(file("plan.pdf", "application/pdf", 200), Meaning::Said(Raw::Other(Media::File)));
    }

    #[test]
    fn a_cry_for_help_under_a_picture_is_heard() {
        let picture = json!({ "msgtype": "m.image", "body": "!noodplan", "filename": "x.jpg" });
        assert_eq!(read_message(picture), text("!noodplan"));
    }

    #[test]
    fn what_has_the_wrong_shape_is_no_panic() {
        for content in [json!(null), json!([]), json!({ "msgtype": 3 }), json!({ "body": {} }), json!("x")] {
            read_message(content);
        }
        assert_eq!(read("{", &Names::default()), None);
        assert_eq!(read("{\"event_id\":\"$1\"}", &Names::default()), None);
    }
}
