//! What is kept of oneself, in words and as files; and for an owner a copy of everything of the company.
//!
//! ```text
//! > /mijngegevens
//! < Dit bewaar ik van jou
//!   • Je naam: Anna
//! ~ noodplan-me.json
//! ~ noodplan-me.txt
//! < Wil je ook een kopie van alles van Bakkerij Jansen?   [1] Kopie van alles  [2] Menu
//! ```

use chrono::TimeDelta;

use crate::{
    dialogue::{
        Place, State, World, companies,
        input::Input,
        lookup::{Found, Own},
        members::{self, company, speaker, tell_other_owners},
        offer::{Card, Offer, Tap, Typing},
        question_card::{about, shown_value},
        step::{Change, Document, Draft, Step, not_an_answer, section_title},
    },
    domain::{
        audit::Act,
        dossier::{Dossier, Slot},
        item::Answer,
        member::Role,
    },
    questionnaire::{Section, walk},
    text::Msg,
};

/// Between two copies of a company: whoever has a stolen phone in hand gets one, and every owner hears of it.
const BETWEEN: TimeDelta = TimeDelta::days(1);

/// The offer of a copy of everything.
pub fn card(dossier: &Dossier) -> Card {
    let line = Msg::new("copy-offer").msg("company", companies::name(dossier));
    let offer =
        Offer::new(Typing::Options).option("option-copy-company", Tap::Copy).option("option-menu", Tap::Menu);
    Card { lines: vec![line], offer }
}

/// Gives somebody what is kept of them; if answers are among it, the owners hear so. An owner can ask for more.
pub fn open(mut draft: Draft<'_>, here: Place) -> Step {
    let own = told(&draft.dossier, draft.world, |answer| answer.by == draft.world.person);
    let facts = facts(draft.world, own.iter().map(|(_, lines)| lines.len()).sum());
    if !own.is_empty() {
        let line = Msg::new("notice-own-copied").msg("name", speaker(&draft)).msg("company", company(&draft));
        tell_other_owners(&mut draft, &line, None);
        draft.change(Change::Note(Act::GotOwnCopy));
    }
    let words = facts.iter().cloned().chain(in_words(own)).collect();
    draft.send_file(facts, Document::OwnCopy(words));
    match draft.world.role {
        Some(Role::Owner) => draft.finish(Place::Copy),
        _ => draft.finish(here),
    }
}

/// A turn at the offer.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Copy) => {
            of_company(&mut draft);
            draft.finish(Place::Menu)
        }
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        _ => not_an_answer(draft, state, input),
    }
}

/// Gives an owner a copy of everything, once a day; every other owner hears of it.
pub fn of_company(draft: &mut Draft<'_>) {
    let given = |act: &Act| *act == Act::Exported;
    let recent = draft.world.log.iter().take_while(|record| draft.world.now - record.at < BETWEEN);
    if draft.world.role != Some(Role::Owner) || recent.flat_map(|record| &record.acts).any(given) {
        draft.say("copy-once-a-day");
        return;
    }
    let mut words = vec![Msg::new("copy-title").msg("company", company(draft))];
    words.extend(in_words(told(&draft.dossier, draft.world, |_| true)));
    draft.send_file(vec!["copy-given".into()], Document::CompanyCopy(words));
    let line = Msg::new("notice-copied").msg("name", speaker(draft)).msg("company", company(draft));
    tell_other_owners(draft, &line, None);
    draft.change(Change::Note(Act::Exported));
}

/// What is kept of the speaker besides what they answered.
fn facts(world: &World<'_>, answers: usize) -> Vec<Msg> {
    let mut lines = vec![Msg::new("own-data-title")];
    // Without a company nothing is kept but this conversation.
    lines.push(match world.name.filter(|_| world.company.is_some() || world.applicant.is_some()) {
        Some(name) => Msg::new("own-data-name").told("name", name),
        None => "own-data-no-name".into(),
    });
    lines.push(Msg::new("own-data-language").key("language", world.language.tag()));
    if let Some(role) = world.role {
        lines.push(Msg::new("own-data-role").msg("role", members::role(role)));
    }
    if let Some(applicant) = world.applicant {
        lines.push(Msg::new("own-data-waiting").msg("role", members::role(applicant.role)));
    }
    if answers > 0 {
        lines.push(Msg::new("own-data-answers").number("count", answers));
    }
    if let Some(Found::Own(own)) = world.found {
        lines.extend(elsewhere(own, world));
    }
    lines
}

/// What is kept of the speaker outside the company that they speak for: what they are in others, where they are spoken to, and
/// the codes that they gave out.
fn elsewhere(own: &Own, world: &World<'_>) -> Vec<Msg> {
    let others = own.companies.iter().filter(|there| Some(there.company) != world.company);
    let mut lines: Vec<Msg> = others
        .map(|there| {
            Msg::new("own-data-company")
                .msg("company", companies::name(&there.dossier))
                .msg("role", members::role(there.role))
        })
        .collect();
    lines.extend(own.channels.iter().map(|channel| Msg::new("own-data-chat").key("channel", channel.slug())));
    if own.open_codes > 0 {
        lines.push(Msg::new("own-data-codes").number("count", own.open_codes));
    }
    lines
}

/// What was answered, section by section: their titles and lines.
fn told(dossier: &Dossier, world: &World<'_>, wanted: impl Fn(&Answer) -> bool) -> Vec<(Msg, Vec<Msg>)> {
    let catalogue = &world.content.catalogue;
    let of = |section: &Section| {
        let slots = walk::slots(section, catalogue, dossier, world.today);
        let lines: Vec<_> =
            slots.iter().filter_map(|slot| answer_line(slot, dossier, world, &wanted)).collect();
        (!lines.is_empty()).then(|| (section_title(&section.id), lines))
    };
    catalogue.sections.iter().filter_map(of).collect()
}

/// The same, one line after the other.
fn in_words(told: Vec<(Msg, Vec<Msg>)>) -> impl Iterator<Item = Msg> {
    let titled = |(title, lines)| [Msg::new("copy-section").msg("section", title)].into_iter().chain(lines);
    told.into_iter().flat_map(titled)
}

fn answer_line(
    slot: &Slot,
    dossier: &Dossier,
    world: &World<'_>,
    wanted: impl Fn(&Answer) -> bool,
) -> Option<Msg> {
    let question = world.content.catalogue.at(slot)?;
    let answer = dossier.answer(slot).filter(|answer| wanted(answer))?;
    let short = about(Msg::new(format!("q-{}.short", question.id)), slot, dossier);
    let value = shown_value(question, &answer.value, dossier, world);
    Some(Msg::new("answers-line").msg("question", short).msg("answer", value))
}
