//! What fits in one message. What does not is counted: "en nog 12".

use crate::{
    dialogue::{World, enumeration::enumerated_until, results::MOST_NAMES},
    text::Msg,
};

/// More than this is a wall on a phone.
pub const MESSAGE: usize = 2_800;
/// More entries than this are counted, not listed.
pub const ENTRIES: usize = 15;

/// As many entries as fit in so many characters, each of them whole, and how many more there are.
pub fn fitting(entries: Vec<Vec<Msg>>, most: usize, room: usize, world: &World<'_>) -> Vec<Msg> {
    let count = entries.len();
    let mut lines = Vec::new();
    let mut used = 0;
    for (place, entry) in entries.into_iter().enumerate() {
        used += length(&entry, world);
        if place > 0 && (place >= most || used > room) {
            lines.push(Msg::new("todo-more").number("count", count - place));
            break;
        }
        lines.extend(entry);
    }
    lines
}

/// "kassa, laptop en nog 3": as many names as fit in so many characters, at least one.
pub fn names(names: Vec<Msg>, room: usize, world: &World<'_>) -> Option<Msg> {
    let mut used = 0;
    let fits = |name: &&Msg| {
        used += length(std::slice::from_ref(*name), world);
        used <= room
    };
    let fitting = names.iter().take_while(fits).count();
    enumerated_until(fitting.clamp(1, MOST_NAMES), names.into_iter())
}

/// How much room some lines take, with what parts them from the next.
fn length(lines: &[Msg], world: &World<'_>) -> usize {
    world.content.texts.lines(world.language, lines).plain().chars().count() + 2
}
