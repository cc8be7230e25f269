//! Rich text as HTML, in messages that are not too long.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{Rich, Span};

/// The text in messages of at most `longest` UTF-16 units, cut between paragraphs, lines, words or, at worst, letters.
pub fn split(text: Rich, longest: usize) -> Vec<Rich> {
    let plain = text.plain();
    if plain.len() <= longest || utf16(&plain) <= longest {
        return if plain.trim().is_empty() { Vec::new() } else { vec![text] };
    }
    let mut messages = Vec::new();
    let mut from = 0;
    while let Some(rest) = plain.get(from..).filter(|rest| !rest.is_empty()) {
        let to = from + cut(rest, longest);
        let message = part(&text, from, to);
        if !message.plain().trim().is_empty() {
            messages.push(message);
        }
        from = to;
    }
    messages
}

/// The text with its emphasis as HTML.
pub fn html(text: &Rich) -> String {
    let mut html = String::with_capacity(text.0.iter().map(|span| span.text.len() + 8).sum());
    for span in &text.0 {
        let tag = match (span.fixed, span.bold) {
            (true, _) => Some("pre"),
            (false, true) => Some("b"),
            (false, false) => None,
        };
        if let Some(tag) = tag {
            html.push_str(&format!("<{tag}>"));
        }
        for letter in span.text.chars() {
            match letter {
                '&' => html.push_str("&amp;"),
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                letter => html.push(letter),
            }
        }
        if let Some(tag) = tag {
            html.push_str(&format!("</{tag}>"));
        }
    }
    html
}

fn utf16(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Where the first message of a text ends, in bytes; never 0.
fn cut(text: &str, longest: usize) -> usize {
    let mut units = 0;
    let mut most = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        units += utf16(grapheme);
        if units > longest {
            break;
        }
        most = at + grapheme.len();
    }
    let most = if most == 0 { longest_start(text, longest) } else { most };
    let Some(head) = text.get(..most).filter(|head| head.len() < text.len()) else { return text.len() };
    // A very short first message reads worse than a cut in a less good place.
    let far_enough = |at: &usize| *at > most / 4;
    ["\n\n", "\n", " "]
        .iter()
        .find_map(|gap| head.rfind(gap).map(|at| at + gap.len()).filter(far_enough))
        .unwrap_or(most)
}

/// One letter with more marks on it than fit in a message is cut after a mark.
fn longest_start(text: &str, longest: usize) -> usize {
    let mut units = 0;
    let fitting = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units <= longest
    });
    fitting.map(char::len_utf8).sum()
}

/// The stretch between two places of the plain text.
fn part(text: &Rich, from: usize, to: usize) -> Rich {
    let mut begins = 0;
    let mut spans = Vec::new();
    for span in &text.0 {
        let ends = begins + span.text.len();
        let inside = span.text.get(from.max(begins) - begins..).and_then(|rest| {
            let length = to.min(ends).checked_sub(from.max(begins))?;
            rest.get(..length)
        });
        if let Some(inside) = inside.filter(|inside| !inside.is_empty()) {
            spans.push(Span { text: inside.to_owned(), ..span.clone() });
        }
        begins = ends;
    }
    Rich(spans)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LONGEST: usize = 3_500;

    fn rich(parts: &[(&str, bool)]) -> Rich {
        Rich(
            parts
                .iter()
                .map(|(text, bold)| Span { text: (*text).to_owned(), bold: *bold, fixed: false })
                .collect(),
        )
    }

    #[test]
    fn what_a_person_typed_is_no_markup() {
        assert_eq!(html(&rich(&[("<b>&\"", true), (" x > y", false)])), "<b>&lt;b&gt;&amp;\"</b> x &gt; y");
    }

    #[test]
    fn a_table_keeps_its_columns() {
        let table = Rich(vec![Span { text: "1 | <2>".into(), bold: false, fixed: true }]);
        assert_eq!(html(&table), "<pre>1 | &lt;2&gt;</pre>");
    }

    #[test]
    fn a_short_text_stays_whole_and_a_blank_one_is_no_message() {
        assert_eq!(split(rich(&[("a\n\nb", true)]), LONGEST), [rich(&[("a\n\nb", true)])]);
        assert_eq!(split(rich(&[(" \n", false)]), LONGEST), []);
    }

    #[test]
    fn a_long_text_is_cut_between_paragraphs_and_each_message_has_its_own_tags() {
        let paragraph = "woord ".repeat(300);
        let text = format!("{paragraph}\n\n{paragraph}\n\n{paragraph}");
        let messages = split(rich(&[("kop ", false), (&text, true)]), LONGEST);
        assert_eq!(messages.len(), 3);
        assert!(html(&messages[0]).starts_with("kop <b>woord") && html(&messages[0]).ends_with("\n\n</b>"));
        assert!(html(&messages[1]).starts_with("<b>woord"));
    }

    #[test]
    fn a_family_of_emoji_is_not_torn_apart() {
        let messages = split(rich(&[(&"👩‍👩‍👧‍👦".repeat(400), false)]), LONGEST);
        assert!(messages.iter().all(|message| message.plain().ends_with('👦')), "{messages:?}");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_too_long(
            parts in prop::collection::vec(("[a-z \\n<&]{0,3000}|\\PC{0,300}|\u{1F469}\u{0301}{0,5000}", any::<bool>()), 0..6),
        ) {
            let text = Rich(parts.into_iter().map(|(text, bold)| Span { text, bold, fixed: false }).collect());
            let messages = split(text.clone(), LONGEST);
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            let whole: String = messages.iter().map(Rich::plain).collect();
            prop_assert_eq!(squeezed(&whole), squeezed(&text.plain()));
            for message in messages {
                prop_assert!(utf16(&message.plain()) <= LONGEST);
            }
        }
    }
}
