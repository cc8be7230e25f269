//! The program was away for longer than Telegram keeps messages: whoever was in the middle of something hears so, once.
//!
//! ```text
//! < Ik was er even niet: van 21 november tot 23 november. Stuurde je me in die dagen iets? Stuur het dan nog een keer.
//! ```

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{
        Place, State,
        input::Input,
        step::{Draft, Lane, Step},
    },
    domain::schedule::habits::Habits,
    text::Msg,
};

/// Telegram keeps what nobody fetches for a day (Bot API, "Getting updates").
pub const KEPT: TimeDelta = TimeDelta::hours(24);

/// The time during which the program was away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outage {
    /// When it was last there.
    pub from: DateTime<Utc>,
    /// When it was back.
    pub until: DateTime<Utc>,
}

/// Says so to somebody who was in the middle of something; their position stays as it is.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let Input::Outage(outage) = input else { return draft.close(state.clone()) };
    if is_open(&state.place) {
        let habits = Habits::of(&draft.dossier);
        let line = Msg::new("outage")
            .date("from", habits.date(outage.from))
            .date("until", habits.date(outage.until));
        draft.send(Lane::Notice, vec![line]);
    }
    draft.close(state.clone())
}

/// At these places nobody owes an answer.
fn is_open(place: &Place) -> bool {
    !matches!(place, Place::Stranger | Place::Welcome | Place::LetIn | Place::Menu | Place::More)
}
