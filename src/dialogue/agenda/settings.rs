//! When and whom to remind: time of day, time zone, weekends, and whether the one who speaks wants to hear; and the words by which
//! a reminder is known to be the bot's.

use std::collections::BTreeSet;

use crate::{
    dialogue::{
        Place, State, World,
        agenda::Spot,
        input::Input,
        offer::{Card, Offer, Tap, Typing},
        step::{Draft, Step, not_an_answer},
    },
    domain::{
        dossier::{Dossier, Slot},
        ids::PersonId,
        item::Value,
        schedule::{
            civil::{self, LAST_MINUTE, MORNING},
            habits::{Habits, MINUTE, PHRASE, UNWANTED, WANTED, WEEKENDS, ZONE, person_word},
        },
    },
    text::Msg,
};

/// Characters of a phrase.
const LONGEST_PHRASE: usize = 60;

/// The settings.
pub fn card(dossier: &Dossier, world: &World<'_>) -> Card {
    let habits = Habits::of(dossier);
    let reminded = reminded(dossier, world);
    let mut lines = vec![
        Msg::new("habits-title"),
        Msg::new("habits-hour").told("time", &clock(&habits)),
        Msg::new("habits-zone").told("zone", habits.zone.name()),
        Msg::new("habits-weekends").key("on", yes_no(habits.weekends)),
        Msg::new("habits-you").key("on", reminded),
    ];
    lines.extend(dossier.text(PHRASE).map(|phrase| Msg::new("own-phrase").told("phrase", phrase)));
    let offer = Offer::new(Typing::Options)
        .option("option-hour", Tap::Agenda(Spot::Hour))
        .option("option-zone", Tap::Agenda(Spot::Zone))
        .option(Msg::new("option-weekends").key("on", yes_no(habits.weekends)), Tap::Weekends)
        .option(Msg::new("option-remind-me").key("on", reminded), Tap::RemindMe)
        .option("option-phrase", Tap::Agenda(Spot::Phrase))
        .option("option-back", Tap::Back)
        .option("option-menu", Tap::Menu);
    Card { lines, offer }
}

/// At what time of day?
pub fn hour_card(dossier: &Dossier) -> Card {
    let line = Msg::new("hour-question").told("time", &clock(&Habits::of(dossier)));
    Card {
        lines: vec![line],
        offer: Offer::new(Typing::Figures).option("option-back", Tap::Agenda(Spot::Habits)),
    }
}

/// In which time zone?
pub fn zone_card(dossier: &Dossier) -> Card {
    let line = Msg::new("zone-question").told("zone", Habits::of(dossier).zone.name());
    Card {
        lines: vec![line],
        offer: Offer::new(Typing::Free).option("option-back", Tap::Agenda(Spot::Habits)),
    }
}

/// With which words of one's own?
pub fn phrase_card(dossier: &Dossier) -> Card {
    let offer = Offer::new(Typing::Free)
        .option_if(dossier.text(PHRASE).is_some(), "option-phrase-none", Tap::Remove)
        .option("option-back", Tap::Agenda(Spot::Habits));
    Card { lines: vec!["phrase-question".into()], offer }
}

fn clock(habits: &Habits) -> String {
    habits.at.format("%H:%M").to_string()
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// `yes` or `no`: whether the one who speaks is reminded.
pub fn reminded(dossier: &Dossier, world: &World<'_>) -> &'static str {
    yes_no(is_heard(&Habits::of(dossier), world))
}

/// Whether the one who speaks hears of what is due first; whoever does not answer, of what they agreed to.
fn is_heard(habits: &Habits, world: &World<'_>) -> bool {
    let is_first = habits.wanted.contains(&world.person) || habits.keeper == Some(world.person);
    !habits.unwanted.contains(&world.person) && (is_first || !world.answers())
}

/// A turn at the settings.
pub fn step(mut draft: Draft<'_>, state: &State, spot: Spot, input: &Input) -> Step {
    match (spot, input) {
        (Spot::Habits, Input::Pick(Tap::Weekends)) => weekends(draft),
        (Spot::Habits, Input::Pick(Tap::RemindMe)) => {
            remind_me(&mut draft);
            draft.finish(Place::Agenda(Spot::Habits))
        }
        (Spot::Hour, Input::Text(text)) => {
            let minute = minute(text);
            typed(draft, state, minute.map(|minute| (MINUTE, Value::Number(minute))), "hour-unclear")
        }
        (Spot::Zone, Input::Text(text)) => {
            let zone = civil::zone(text).map(|zone| (ZONE, Value::Text(zone.name().into())));
            typed(draft, state, zone, "zone-unknown")
        }
        (Spot::Phrase, Input::Text(text)) => {
            let phrase = phrase(text).map(|phrase| (PHRASE, Value::Text(phrase.into())));
            typed(draft, state, phrase, "phrase-unclear")
        }
        (Spot::Phrase, Input::Pick(Tap::Remove)) => {
            typed(draft, state, Some((PHRASE, Value::Skipped)), "phrase-unclear")
        }
        _ => not_an_answer(draft, state, input),
    }
}

fn typed(
    mut draft: Draft<'_>,
    state: &State,
    answer: Option<(&'static str, Value)>,
    sorry: &'static str,
) -> Step {
    let Some((question, value)) = answer else {
        draft.say(sorry);
        return draft.finish(state.clone());
    };
    draft.save(&Slot::own(question), value);
    draft.say("habits-saved");
    draft.finish(Place::Agenda(Spot::Habits))
}

/// A few words on one line. Nothing that an app makes a link of: a reminder leads nowhere.
fn phrase(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = !line.is_empty() && line.chars().count() <= LONGEST_PHRASE;
    (fits && !line.contains(['.', '/', '@', ':', '#'])).then_some(line)
}

/// "9:30", "9.30", "09u30", "10 uur", "0930": minutes after midnight, by day.
fn minute(text: &str) -> Option<u32> {
    let figures: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (hour, minute) = match figures.as_slice() {
        [both] if both.len() >= 3 => both.split_at_checked(both.len() - 2)?,
        [hour] => (*hour, "0"),
        [hour, minute] => (*hour, *minute),
        _ => return None,
    };
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    let found = hour.checked_mul(60)?.checked_add(minute).filter(|_| minute < 60)?;
    (MORNING * 60..=LAST_MINUTE).contains(&found).then_some(found)
}

fn weekends(mut draft: Draft<'_>) -> Step {
    let on = !Habits::of(&draft.dossier).weekends;
    draft.save(&Slot::own(WEEKENDS), Value::Choice(if on { "yes" } else { "no" }.into()));
    draft.finish(Place::Agenda(Spot::Habits))
}

/// Reminds the one who speaks from now on, or not any more.
pub fn remind_me(draft: &mut Draft<'_>) {
    let Habits { mut wanted, mut unwanted, .. } = Habits::of(&draft.dossier);
    let me = draft.world.person;
    let (to, from) = if is_heard(&Habits::of(&draft.dossier), draft.world) {
        (&mut unwanted, &mut wanted)
    } else {
        (&mut wanted, &mut unwanted)
    };
    to.insert(me);
    from.remove(&me);
    let words =
        |people: &BTreeSet<PersonId>| Value::Choices(people.iter().copied().map(person_word).collect());
    let (wanted, unwanted) = (words(&wanted), words(&unwanted));
    draft.save(&Slot::own(WANTED), wanted);
    draft.save(&Slot::own(UNWANTED), unwanted);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::schedule::habits::minute_of;

    #[test]
    fn a_phrase_is_a_few_words_and_no_link() {
        assert_eq!(phrase(" De kat\nslaapt  op zolder! ").as_deref(), Some("De kat slaapt op zolder!"));
        assert_eq!(phrase(&"é".repeat(60)), Some("é".repeat(60)));
        for text in ["", " ", "krul.nl", "https://x", "@noodplan_bot", "tel:112", "/start", &"é".repeat(61)]
        {
            assert_eq!(phrase(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_by_day_is_read_in_any_usual_notation_and_no_other() {
        for text in ["9:30", "09:30", "9.30", "9u30", "0930", "930", "om 9:30 uur"] {
            assert_eq!(minute(text), Some(570), "{text}");
        }
        assert_eq!(minute("10 uur"), Some(600));
        assert_eq!(minute("19:30"), Some(LAST_MINUTE));
        for text in ["", "half tien", "7:59", "19:31", "23:00", "24:00", "9:75", "9:30:15", "99999999999"] {
            assert_eq!(minute(text), None, "{text}");
        }
        assert_eq!(minute_of(Habits::default().at), 570);
    }
}
