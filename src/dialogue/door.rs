//! At the door: what is kept of a text before anything is done with it.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

use crate::{dialogue::input::LONGEST_ANSWER, domain::pii::Pii};

/// Accents on one letter; with more of them a text runs over the lines around it.
const MOST_MARKS: usize = 4;
/// Letters of a name that somebody gave themselves, or that came on a card.
const LONGEST_NAME: usize = 80;
/// Characters of such a name: a single letter can be made of thousands.
const MOST_IN_A_NAME: usize = 2 * LONGEST_NAME;

/// A text as it is kept: composed, without control characters, marks that turn the direction of writing, characters
/// that cannot be seen and towers of accents; line breaks stay, white space around it goes.
pub fn clean(text: &str) -> String {
    let mut kept = String::new();
    let mut marks = 0;
    let mut rest = text.nfc().take(LONGEST_ANSWER * 4).peekable();
    while let Some(c) = rest.next() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        match c {
            '\t' | '\r' | '\u{2028}' | '\u{2029}' => kept.push(' '),
            '\u{200D}' if !joins_emoji(kept.chars().next_back(), rest.peek()) => {}
            _ if is_invisible(c) || marks > MOST_MARKS => {}
            _ => kept.push(c),
        }
    }
    kept.trim().to_owned()
}

/// A name as it is kept: clean, on one line, and short enough to stand in a list; `None`: nothing is left of it.
pub fn clean_name(name: &str) -> Option<Pii<String>> {
    let line = clean(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut room = MOST_IN_A_NAME;
    let fits = |letter: &&str| {
        let left = room.checked_sub(letter.chars().count());
        room = left.unwrap_or(0);
        left.is_some()
    };
    let name: String = line.graphemes(true).take(LONGEST_NAME).take_while(fits).collect();
    (!name.is_empty()).then_some(Pii(name))
}

/// A family is several emoji joined into one; between letters the same sign hides.
fn joins_emoji(before: Option<char>, after: Option<&char>) -> bool {
    let is_emoji = |c: char| !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace();
    before.is_some_and(is_emoji) && after.is_some_and(|c| is_emoji(*c))
}

fn is_invisible(c: char) -> bool {
    let control = c.is_control() && c != '\n';
    let turns =
        matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}');
    let unseen =
        matches!(c, '\u{200B}' | '\u{200C}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{00AD}' | '\u{180E}');
    // Letters and signs that show nothing: fillers, the empty pattern of Braille, joiners and notes for typesetters.
    let empty = matches!(
        c,
        '\u{034F}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{3164}'
            | '\u{FFA0}'
            | '\u{2800}'
            | '\u{206A}'..='\u{206F}'
            | '\u{FFF9}'..='\u{FFFB}'
    );
    let tags = matches!(c, '\u{E0000}'..='\u{E007F}');
    let private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
    control || turns || unseen || empty || tags || private
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_stays_together_and_a_sign_between_letters_goes() {
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}";
        assert_eq!(clean(family), family);
        assert_eq!(clean("Bak\u{200D}ker\u{200D}"), "Bakker");
    }

    #[test]
    fn what_cannot_be_seen_or_turns_the_line_goes() {
        for hidden in ["\u{202E}", "\u{180E}", "\u{2062}", "\u{3164}", "\u{E0041}", "\u{FEFF}", "\u{0}"] {
            assert_eq!(clean(&format!("Jan{hidden}sen")), "Jansen", "{hidden:?}");
        }
    }

    #[test]
    fn what_shows_nothing_is_no_name_and_hides_in_none() {
        let ranges = ['\u{206A}'..='\u{206F}', '\u{FFF9}'..='\u{FFFB}'];
        let fillers = ['\u{34F}', '\u{115F}', '\u{1160}', '\u{3164}', '\u{FFA0}', '\u{2800}'];
        for empty in fillers.into_iter().chain(ranges.into_iter().flatten()) {
            assert_eq!(clean(&format!("Jan{empty}sen")), "Jansen", "{empty:?}");
            assert_eq!(clean_name(&empty.to_string().repeat(3)), None, "{empty:?}");
        }
    }

    #[test]
    fn accents_are_composed_and_a_tower_of_them_is_cut() {
        assert_eq!(clean("Cafe\u{301}"), "Café");
        let tower = format!("z{}", "\u{335}".repeat(50));
        assert_eq!(clean(&tower).chars().count(), 1 + MOST_MARKS);
    }

    #[test]
    fn a_name_is_one_short_line() {
        let name = |text: &str| clean_name(text).map(|name| name.to_string());
        assert_eq!(name("  Anna\n✓ Alles is gewist\r\n "), Some("Anna ✓ Alles is gewist".into()));
        assert_eq!(name("\u{200B}\n"), None);
        assert_eq!(name(&"e\u{335}".repeat(500)).unwrap().graphemes(true).count(), LONGEST_NAME);
    }

    #[test]
    fn a_letter_that_never_ends_is_no_part_of_a_name() {
        let name = |text: &str| clean_name(text).map(|name| name.to_string());
        let crowd = format!("{}\u{1F467}", "\u{1F468}\u{200D}".repeat(1_000));
        assert_eq!(crowd.graphemes(true).count(), 1);
        assert_eq!(name(&crowd), None);
        assert_eq!(name(&format!("Anna{crowd}")), Some("Anna".into()));
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}";
        assert_eq!(name(&format!("Anna {family}")), Some(format!("Anna {family}")));
    }
}
