//! How a conversation is written as text: `>` said, `<` heard with its continuation indented, options as `[n] label`, files as `~ name`.

use std::fmt::{Display, Write};

use crate::app::ports::{Button, LaneKind, Outgoing};

/// Options are put on one line up to this many characters.
const WIDTH: usize = 100;

/// A message that was heard, ending in a line break.
pub fn heard(message: &Outgoing) -> String {
    written("<", message)
}

/// A message that somebody else heard, elsewhere: `<@bram …`.
pub fn heard_by(who: &str, message: &Outgoing) -> String {
    written(&format!("<@{who}"), message)
}

/// Options that can be chosen from anywhere have no number: a number is about the card that waits.
fn written(sign: &str, message: &Outgoing) -> String {
    let mut written = String::new();
    let text = message.text.plain();
    let news = matches!(message.lane, LaneKind::Notice | LaneKind::Reminder);
    let option = |(number, button): (usize, &Button)| match news {
        true => format!("[*] {}", button.label),
        false => format!("[{number}] {}", button.label),
    };
    let options: Vec<String> = (1..).zip(&message.buttons).map(option).collect();
    let lines = text.lines().map(str::to_owned).chain(wrapped(&options));
    for (place, line) in lines.enumerate() {
        // Writing to a string cannot fail.
        let _ = writeln!(written, "{} {line}", if place == 0 { sign } else { " " });
    }
    written
}

/// A file that came with a message.
pub fn file(name: impl Display) -> String {
    format!("~ {name}\n")
}

/// What was said, on one line: a line break in it is written as `\n`.
pub fn said(text: &str) -> String {
    format!("> {}\n", text.replace('\\', "\\\\").replace('\n', "\\n"))
}

/// What a line of input means: `\n` stands for a line break, `\\` for a backslash.
pub fn unescaped(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n') => text.push('\n'),
                Some('\\') => text.push('\\'),
                Some(other) => text.extend(['\\', other]),
                None => text.push('\\'),
            },
            other => text.push(other),
        }
    }
    text
}

fn wrapped(options: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for option in options {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 2 + option.chars().count() <= WIDTH => {
                line.push_str("  ");
                line.push_str(option);
            }
            _ => lines.push(option.clone()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_survives_being_written_on_one_line() {
        for text in ["a\nb", "a\\nb", "\\", "a\\\nb", "c:\\temp"] {
            let line = said(text);
            assert_eq!(unescaped(line.trim_start_matches("> ").trim_end_matches('\n')), text);
        }
    }
}
