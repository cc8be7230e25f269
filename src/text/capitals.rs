//! A capital where a sentence begins with what something is called: "kassa: het gaat kapot" is shown as "Kassa: het gaat kapot".

/// What a message puts in by these names is what something is called.
const NAMES: [&str; 3] = ["name", "thing", "what"];
/// The message that stands where a name could, for whoever reads it: "jij".
const READER: &str = "you";
/// Stands in front of that until the whole text is there. The door lets no such character in.
pub(super) const NAME_BEGINS: char = '\u{E001}';

/// What is put in by this name, marked if it is what something is called.
pub(super) fn marked(name: &str, text: &str) -> String {
    if NAMES.contains(&name) { format!("{NAME_BEGINS}{text}") } else { text.to_owned() }
}

/// The text of this message, marked if it is what its reader is called.
pub(super) fn of_message(id: &str, text: String) -> String {
    if id == READER { format!("{NAME_BEGINS}{text}") } else { text }
}

/// The whole text without marks, with a capital behind each that stands where a sentence begins.
pub(super) fn set(marked: &str) -> String {
    let mut pieces = marked.split(NAME_BEGINS);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let mut letters = piece.chars();
        if is_beginning(&text) && !begins_as_it_should(piece) {
            text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        }
        text.push_str(letters.as_str());
    }
    text
}

/// Whether nothing but signs stands before it on its line, or the end of another sentence: "✓ ", "2. ".
fn is_beginning(text: &str) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default().replace("<b>", "");
    let before = line.chars().rev().find(|c| c.is_alphanumeric() || c.is_ascii_punctuation());
    before.is_none_or(|before| ['.', '!', '?'].contains(&before))
}

/// "iPhone van Kees" is written so on purpose.
fn begins_as_it_should(name: &str) -> bool {
    name.split_whitespace().next().is_none_or(|word| word.chars().any(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use crate::text::{Language, Msg, Texts};

    const WORDS: &str = "told = { $text }\nask = { $thing }: { $name }. Wat kies je?\nack = ✓ { $answer }\n\
                         about = Nu over: { $name }\nlisted = { $number }. <b>{ $name }</b>\n\
                         behind = Klaar. { $name } staat er al.\ncode = { $text }\nyou = jij\n";

    fn said(message: &Msg) -> String {
        let texts = Texts::load(&[("words.ftl", [WORDS, WORDS])]).unwrap();
        texts.plain(Language::Nl, message)
    }

    fn told(text: &str) -> Msg {
        Msg::new("told").told("text", text)
    }

    #[test]
    fn a_sentence_that_begins_with_a_name_begins_with_a_capital() {
        let ask = Msg::new("ask").msg("thing", told("kassa")).msg("name", told("het gaat kapot"));
        assert_eq!(said(&ask), "Kassa: het gaat kapot. Wat kies je?");
        assert_eq!(said(&Msg::new("ack").msg("answer", ask)), "✓ Kassa: het gaat kapot. Wat kies je?");
        assert_eq!(said(&Msg::new("listed").number("number", 2).told("name", "e-mail")), "2. E-mail");
        assert_eq!(said(&Msg::new("behind").told("name", "école")), "Klaar. École staat er al.");
    }

    #[test]
    fn whoever_reads_it_has_a_capital_where_a_sentence_begins_and_nowhere_else() {
        let you = || Msg::new("you");
        assert_eq!(said(&you()), "Jij");
        assert_eq!(said(&Msg::new("listed").number("number", 2).msg("name", you())), "2. Jij");
        assert_eq!(said(&Msg::new("code").msg("text", you())), "Jij");
        assert_eq!(said(&Msg::new("about").msg("name", you())), "Nu over: jij");
    }

    #[test]
    fn anywhere_else_it_stays_as_it_was_typed() {
        assert_eq!(said(&Msg::new("about").told("name", "kassa")), "Nu over: kassa");
        assert_eq!(
            said(&Msg::new("behind").told("name", "iPhone van Kees")),
            "Klaar. iPhone van Kees staat er al."
        );
        assert_eq!(said(&Msg::new("behind").told("name", "")), "Klaar.  staat er al.");
        assert_eq!(said(&Msg::new("code").told("text", "k7d2")), "k7d2", "what is no name");
        assert_eq!(said(&Msg::new("about").told("name", "\u{E001}kassa")), "Nu over: kassa");
    }
}
