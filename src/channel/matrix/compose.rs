//! A message as Matrix takes it: plain words, the same with emphasis, and what can be chosen as a numbered list.
//!
//! Questions, reminders and emergencies mention the person, so that their phone sounds; the rest are notices, which
//! are silent and which no other bot answers.

use serde_json::{Value, json};

use super::cards;
use crate::{
    app::ports::{Button, LaneKind, Outgoing},
    channel::rich,
    text::{Rich, Span},
};

/// UTF-16 units in one message. An event holds 65,536 bytes, and encryption makes a third more of them; so a call
/// list of a hundred lines is one message.
const LONGEST: usize = 10_000;
/// Bytes of words as they are sent, plain and with emphasis together; with more, the emphasis is left out.
const MOST_BYTES: usize = 45_000;
/// Characters of a message that stands in the place of another, for apps that know no such thing.
const SHORT: usize = 200;
/// Where the tokens of the options travel: inside the encryption, so that a reaction is understood after a restart.
const TAPS: &str = "nl.noodplan.taps";

/// The content of one message.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// As it is sent.
    pub json: Value,
    /// The tokens of what can be chosen, in order of number.
    pub taps: Vec<String>,
}

/// The messages of one row of the outbox, for this person.
pub fn contents(outgoing: &Outgoing, person: &str) -> Vec<Content> {
    let sounds = !outgoing.buttons.is_empty() || outgoing.lane != LaneKind::Interactive;
    let mut parts = rich::split(outgoing.text.clone(), LONGEST);
    if parts.is_empty() && !outgoing.buttons.is_empty() {
        parts.push(Rich::default());
    }
    if outgoing.pinned {
        // One message is all that can stand in another's place; the rest of a very long list is in the emergency plan.
        parts.truncate(1);
    }
    let last = parts.len().saturating_sub(1);
    let content = |(place, words): (usize, Rich)| {
        let buttons = if place == last { outgoing.buttons.as_slice() } else { &[] };
        let taps: Vec<String> = buttons.iter().map(|button| button.token.clone()).collect();
        let signs = signs(outgoing, buttons.len());
        let mut json = words_of(&words, buttons, &signs, if sounds { "m.text" } else { "m.notice" });
        let mentions = if sounds { json!({ "user_ids": [person] }) } else { json!({}) };
        set(&mut json, "m.mentions", mentions);
        if !taps.is_empty() {
            set(&mut json, TAPS, json!(taps));
        }
        Content { json, taps }
    };
    parts.into_iter().enumerate().map(content).collect()
}

/// The question once it is answered: ticked, and without what could be chosen.
pub fn ticked(question: &Value, event: &str) -> Value {
    let body = question.get("body").and_then(Value::as_str).unwrap_or_default();
    let words = body.rsplit_once("\n\n1. ").map_or(body, |(words, _)| words);
    let rich = Rich(vec![Span { text: format!("☑ {words}"), bold: false, fixed: false }]);
    let mut new = words_of(&rich, &[], &[], "m.text");
    set(&mut new, "m.mentions", json!({}));
    in_place_of(&new, event)
}

/// A message in the place of an earlier one. An app that knows no such thing shows the beginning of its first line.
pub fn in_place_of(content: &Value, event: &str) -> Value {
    let body = content.get("body").and_then(Value::as_str).unwrap_or_default();
    let first: String = body.lines().next().unwrap_or_default().chars().take(SHORT).collect();
    json!({
        "msgtype": content.get("msgtype"),
        "body": format!("* {first}"),
        "m.mentions": {},
        "m.new_content": content,
        "m.relates_to": { "rel_type": "m.replace", "event_id": event },
    })
}

/// The tokens of what could be chosen, in order of number; none when this is no question.
pub fn taps(content: &Value) -> Vec<String> {
    serde_json::from_value(content.get(TAPS).cloned().unwrap_or_default()).unwrap_or_default()
}

/// A line that belongs to no turn.
pub fn notice(text: &str) -> Value {
    json!({ "msgtype": "m.notice", "body": text, "m.mentions": {} })
}

/// A line that belongs to no turn, and that somebody has to see.
pub fn warning(text: &str, person: &str) -> Value {
    json!({ "msgtype": "m.text", "body": text, "m.mentions": { "user_ids": [person] } })
}

/// The reaction that stands under a message as a button.
pub fn reaction(event: &str, emoji: &str) -> Value {
    json!({ "m.relates_to": { "rel_type": "m.annotation", "event_id": event, "key": emoji } })
}

/// What stands in front of the options. A number is about the question that waits, so news has letters.
fn signs(outgoing: &Outgoing, count: usize) -> Vec<String> {
    let sign = |place: usize| match outgoing.lane {
        LaneKind::Notice | LaneKind::Reminder => cards::letter(place),
        _ => format!("{}.", place + 1),
    };
    (0..count).map(sign).collect()
}

fn words_of(words: &Rich, buttons: &[Button], signs: &[String], msgtype: &str) -> Value {
    let mut body = words.plain().trim().to_owned();
    let mut html = rich::html(words).trim().replace('\n', "<br>");
    if !buttons.is_empty() {
        let lines: Vec<String> =
            buttons.iter().zip(signs).map(|(button, sign)| format!("{sign} {}", button.label)).collect();
        body = format!("{body}\n\n{}", lines.join("\n"));
        let options = Rich(vec![Span { text: lines.join("\n"), bold: false, fixed: false }]);
        html = format!("{html}<br><br>{}", rich::html(&options).replace('\n', "<br>"));
    }
    let mut json = json!({ "msgtype": msgtype, "body": body });
    let plain = json.clone();
    set(&mut json, "format", json!("org.matrix.custom.html"));
    set(&mut json, "formatted_body", json!(html));
    if json.to_string().len() <= MOST_BYTES { json } else { plain }
}

fn set(json: &mut Value, name: &str, value: Value) {
    if let Value::Object(fields) = json {
        fields.insert(name.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{app::ports::ConversationKey, dialogue::ChannelKind};

    fn outgoing(text: &str, labels: &[&str], lane: LaneKind) -> Outgoing {
        Outgoing {
            buttons: labels
                .iter()
                .map(|label| Button { label: (*label).into(), token: format!("0.{label}") })
                .collect(),
            ..Outgoing::new(
                Uuid::nil(),
                ConversationKey { channel: ChannelKind::Matrix, address: "@anna:test".into() },
                lane,
                Rich(vec![Span { text: text.into(), bold: true, fixed: false }]),
            )
        }
    }

    #[test]
    fn a_question_mentions_the_person_and_numbers_what_can_be_chosen_in_both_forms() {
        let [content] =
            &contents(&outgoing("Wie?\n<b>", &["Ik", "Jij & ik"], LaneKind::Interactive), "@anna:test")[..]
        else {
            panic!("one message");
        };
        assert_eq!(content.json["msgtype"], "m.text");
        assert_eq!(content.json["body"], "Wie?\n<b>\n\n1. Ik\n2. Jij & ik");
        assert_eq!(
            content.json["formatted_body"],
            "<b>Wie?<br>&lt;b&gt;</b><br><br>1. Ik<br>2. Jij &amp; ik"
        );
        assert_eq!(content.json["m.mentions"], json!({ "user_ids": ["@anna:test"] }));
        assert_eq!(content.json[TAPS], json!(["0.Ik", "0.Jij & ik"]));
        assert_eq!(content.taps, ["0.Ik", "0.Jij & ik"]);
    }

    #[test]
    fn what_asks_nothing_is_a_silent_notice_and_an_emergency_is_not() {
        let silent = &contents(&outgoing("Prima.", &[], LaneKind::Interactive), "@anna:test")[0].json;
        assert_eq!((&silent["msgtype"], &silent["m.mentions"]), (&json!("m.notice"), &json!({})));
        let loud = &contents(&outgoing("NOODPLAN", &[], LaneKind::Emergency), "@anna:test")[0].json;
        assert_eq!(loud["msgtype"], "m.text");
        assert_eq!(loud["m.mentions"]["user_ids"][0], "@anna:test");
    }

    #[test]
    fn a_call_list_of_a_hundred_lines_is_one_message_that_fits_in_an_event() {
        let line = "12. Jan de Vries van de Werkplaats, even laten weten: +31 6 11223344, klantnummer 4711\n";
        let contents = contents(&outgoing(&line.repeat(100), &["Menu"], LaneKind::Emergency), "@anna:test");
        assert_eq!(contents.len(), 1);
        assert!(contents[0].json.to_string().len() * 4 / 3 < 65_000);
    }

    #[test]
    fn a_call_list_that_is_changed_is_one_message_in_the_place_of_the_first_and_fits_too() {
        for line in ["12. Jan de Vries van de Werkplaats: +31 6 11223344\n", "漢", "\""] {
            let list =
                Outgoing { pinned: true, ..outgoing(&line.repeat(20_000), &[], LaneKind::Interactive) };
            let [content] = &contents(&list, "@anna:test")[..] else { panic!("one message") };
            let json = in_place_of(&content.json, "$list");
            assert_eq!(json["m.new_content"], content.json);
            assert_eq!(json["msgtype"], "m.notice");
            assert_eq!(json["m.relates_to"], json!({ "rel_type": "m.replace", "event_id": "$list" }));
            assert!(json.to_string().len() * 4 / 3 < 64_000, "{line}");
        }
        let hundred = "12. Jan de Vries van de Werkplaats, even laten weten: +31 6 11223344\n".repeat(100);
        let list = Outgoing { pinned: true, ..outgoing(&hundred, &[], LaneKind::Interactive) };
        let json = in_place_of(&contents(&list, "@anna:test")[0].json, "$list");
        assert!(json.to_string().len() * 4 / 3 < 65_000);
    }

    #[test]
    fn the_longest_and_worst_text_fits_in_events() {
        for letter in ["\"", "<", "漢", "\n\"", "👩"] {
            for content in contents(&outgoing(&letter.repeat(30_000), &["Menu"], LaneKind::Emergency), "@a:t")
            {
                let bytes = content.json.to_string().len() * 4 / 3;
                assert!(bytes < 64_000, "{letter}: {bytes}");
            }
        }
    }

    #[test]
    fn an_answered_question_loses_its_options_and_mentions_nobody() {
        let question = &contents(&outgoing("Wie?", &["Ik"], LaneKind::Interactive), "@anna:test")[0].json;
        let json = ticked(question, "$q");
        assert_eq!(json["m.new_content"]["body"], "☑ Wie?");
        assert_eq!(json["m.relates_to"], json!({ "rel_type": "m.replace", "event_id": "$q" }));
        assert_eq!(json["m.mentions"], json!({}));
    }
}
