//! Several things in one sentence: "kassa, laptop, wifi".

use crate::text::Msg;

/// One after the other; nothing of nothing.
pub fn enumerated(parts: impl IntoIterator<Item = Msg>) -> Option<Msg> {
    parts.into_iter().reduce(comma)
}

/// The first few, and how many more there are: "kassa, laptop en nog 3".
pub fn enumerated_until(most: usize, parts: impl ExactSizeIterator<Item = Msg>) -> Option<Msg> {
    let more = parts.len().saturating_sub(most);
    let list = enumerated(parts.take(most))?;
    Some(if more == 0 { list } else { Msg::new("list-more").msg("list", list).number("count", more) })
}

/// "kassa, laptop".
pub fn comma(list: Msg, next: Msg) -> Msg {
    Msg::new("list-comma").msg("list", list).msg("next", next)
}
