//! The same answers as about the thing before, with one tap, where a section asks the same of several things.
//!
//! ```text
//! < Nu over: laptop (2 van 3) / Hoe lang kun je zonder je laptop?  … [5] Zelfde als kassa
//! > zelfde als kassa
//! < ✓ Zonder laptop: Een dag / ✓ Uitval van laptop: Vervelend, kost geld / …
//! ```

use crate::{
    dialogue::{
        Visit, World, contradictions,
        offer::{Offer, Tap},
        one_by_one,
        question_card::choice_label,
        remarks,
        results::name,
        sitting::{Asked, ack_about},
        step::{Draft, Step},
    },
    domain::{
        dossier::{Dossier, Slot},
        ids::{ItemId, Slug},
        item::{Answer, Item, Value},
    },
    questionnaire::{Kind, Question, judgement, walk},
    text::Msg,
};

/// With fewer answers than this, a tap on each is as fast.
const FEWEST: usize = 2;

/// Offers to take over what was told about the thing before, if that saves taps.
pub fn offered(offer: Offer, slot: &Slot, visit: &Visit, dossier: &Dossier, world: &World<'_>) -> Offer {
    let from = before(slot, dossier, world).filter(|_| *visit == Visit::Walk);
    match from {
        Some(from) => offer.option(Msg::new("option-same-as").msg("name", name(from, world)), Tap::Same),
        None => offer,
    }
}

/// Writes down the same answers as about the thing before, and goes on to what is left.
pub fn take_over(mut draft: Draft<'_>, asked: &Asked<'_>) -> Step {
    let world = draft.world;
    let from = before(asked.slot, &draft.dossier, world).map(|from| from.id);
    let same = from.map(|from| same_as(from, asked.slot, &draft.dossier, world)).unwrap_or_default();
    for (question, choice) in same {
        let slot = Slot { item: asked.slot.item, question: question.id.clone() };
        draft.save(&slot, Value::Choice(choice.clone()));
        let told = Asked { question, slot: &slot, ..*asked };
        let line = ack_about(&told, choice_label(question, choice.as_str()), &draft);
        draft.say(line);
        let remarks = remarks::about(&slot, &draft.dossier, world).into_iter();
        let lines: Vec<Msg> =
            contradictions::with(&slot, &draft.dossier, world).into_iter().chain(remarks).collect();
        lines.into_iter().for_each(|line| draft.say(line));
    }
    asked.advance(draft)
}

/// The thing that the section was about before it came to this question, if enough was told about it that goes for this one.
fn before<'d>(slot: &Slot, dossier: &'d Dossier, world: &World<'_>) -> Option<&'d Item> {
    world.content.catalogue.section_of(slot.question.as_str()).filter(|section| section.alike)?;
    let from = dossier.item(one_by_one::turn(slot, dossier, world)?.before()?)?;
    (same_as(from.id, slot, dossier, world).len() >= FEWEST).then_some(from)
}

/// The choices made about one thing that can be made about the thing of a slot, in the section of that slot. What is true of one
/// thing only, and what is not asked of this one, is left out.
fn same_as<'w>(from: ItemId, slot: &Slot, dossier: &Dossier, world: &World<'w>) -> Vec<(&'w Question, Slug)> {
    let catalogue = &world.content.catalogue;
    let section = catalogue.section_of(slot.question.as_str());
    // What is asked next may follow from what was just taken over.
    let mut after = dossier.clone();
    let mut same = Vec::new();
    for question in section.into_iter().flat_map(|section| &section.questions) {
        let here = Slot { item: slot.item, question: question.id.clone() };
        let there = Slot { item: Some(from), question: question.id.clone() };
        let Some(Value::Choice(choice)) = dossier.value(&there).cloned() else { continue };
        let is_for_both = question.kind == Kind::Single && !question.own && !question.each.is_empty();
        let is_open = after.answer(&here).is_none() && walk::is_asked(&here, catalogue, &after, world.today);
        let mut choices = judgement::choices(question, here.item, catalogue, &after, world.today).into_iter();
        if is_for_both && is_open && choices.any(|known| known.id == choice) && fits(&here, question, &after)
        {
            let value = Value::Choice(choice.clone());
            let answer = Answer { value, by: world.person, at: world.now, catalogue: catalogue.version };
            after.save_answer(here, answer);
            same.push((question, choice));
        }
    }
    same
}

/// Whether a question is about the thing of a slot at all: a connection holds nothing that can be wrong.
fn fits(slot: &Slot, question: &Question, dossier: &Dossier) -> bool {
    let thing = slot.item.and_then(|id| dossier.item(id));
    thing.is_some_and(|thing| walk::is_about(question, thing, dossier))
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::{
        dialogue::{
            CONTENT, Place, State,
            input::Input,
            sitting,
            step::{self, Flow},
        },
        domain::{contact::Contact, crown_jewels::CROWN_JEWELS, ids::PersonId, item::ItemKind},
    };

    fn told(value: Value) -> Answer {
        Answer { value, by: PersonId(uuid::Uuid::nil()), at: DateTime::<Utc>::UNIX_EPOCH, catalogue: 1 }
    }

    fn add(dossier: &mut Dossier, kind: ItemKind, role: &str) -> ItemId {
        let item = dossier.new_item(kind, role.into(), Contact::default());
        let id = item.id;
        dossier.save_item(item);
        id
    }

    fn tell(dossier: &mut Dossier, item: ItemId, answers: &[(&str, &str)]) {
        for (question, choice) in answers {
            dossier.save_answer(Slot::of(item, question), told(Value::Choice((*choice).into())));
        }
    }

    /// Jewels of these kinds; all is told about the first.
    fn jewels(kinds: &[(ItemKind, &str)], first: &[(&str, &str)]) -> (Dossier, Vec<ItemId>) {
        let mut dossier = Dossier::default();
        let ids: Vec<ItemId> = kinds.iter().map(|(kind, role)| add(&mut dossier, *kind, role)).collect();
        dossier.save_answer(Slot::own(CROWN_JEWELS), told(Value::Items(ids.clone())));
        tell(&mut dossier, ids[0], first);
        (dossier, ids)
    }

    fn offers(dossier: &Dossier, slot: &Slot) -> bool {
        let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, dossier, &CONTENT);
        let card = step::card(&State::from(sitting::ask(slot.clone())), dossier, &world);
        card.offer.options.iter().any(|option| option.tap == Tap::Same)
    }

    /// What was told about a thing after the tap, and which question is next.
    fn taken(dossier: &Dossier, item: ItemId, question: &str) -> (Vec<(String, String)>, Option<String>) {
        let world = World::of_nobody(DateTime::<Utc>::UNIX_EPOCH, dossier, &CONTENT);
        let state = State::from(sitting::ask(Slot::of(item, question)));
        let step = step::step(Flow::Sitting, &state, &Input::Pick(Tap::Same), &world);
        let mut after = dossier.clone();
        step.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
        let item = after.item(item).unwrap();
        let choices =
            item.answers.keys().map(|id| (id.to_string(), item.choice(id.as_str()).unwrap().into()));
        let next = match &step.next.place {
            Place::Question { slot, .. } => Some(slot.question.to_string()),
            _ => None,
        };
        (choices.collect(), next)
    }

    fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter().map(|(question, choice)| ((*question).to_owned(), (*choice).to_owned())).collect()
    }

    const BAD: [(&str, &str); 4] =
        [("availability", "middle"), ("confidentiality", "low"), ("integrity", "high"), ("without", "day-1")];

    #[test]
    fn a_second_jewel_takes_over_what_was_said_of_the_first_with_one_tap() {
        let (dossier, ids) = jewels(&[(ItemKind::Device, "laptop"), (ItemKind::Device, "till")], &BAD);
        let (laptop, till) = (ids[0], ids[1]);
        assert!(offers(&dossier, &Slot::of(till, "without")));
        assert!(!offers(&dossier, &Slot::of(laptop, "without")), "there is none before it");
        assert!(!offers(&dossier, &Slot::of(till, "availability")), "in the middle of one");
        assert_eq!(taken(&dossier, till, "without"), (pairs(&BAD), None));
    }

    #[test]
    fn what_was_not_said_of_the_first_is_asked_and_what_is_not_asked_of_the_second_is_left_out() {
        let without_integrity: Vec<(&str, &str)> =
            BAD.into_iter().filter(|(question, _)| *question != "integrity").collect();
        let internet = (ItemKind::Connection, "fixed-internet");
        let (dossier, ids) = jewels(&[(ItemKind::Device, "laptop"), internet], &BAD);
        assert_eq!(taken(&dossier, ids[1], "without"), (pairs(&without_integrity), None));
        let (dossier, ids) = jewels(&[internet, (ItemKind::Data, "orders")], &without_integrity);
        let next = Some("integrity".to_owned());
        assert_eq!(taken(&dossier, ids[1], "without"), (pairs(&without_integrity), next));
    }

    #[test]
    fn it_is_offered_only_where_it_saves_taps_and_things_are_alike() {
        let both = [(ItemKind::Device, "laptop"), (ItemKind::Device, "till")];
        let (dossier, ids) = jewels(&both, &BAD[..1]);
        assert!(!offers(&dossier, &Slot::of(ids[1], "without")), "one answer is one tap");
        let both = [(ItemKind::Supplier, "internet"), (ItemKind::Supplier, "bank")];
        let told = [("supplier-without", "day-1"), ("supplier-reaction", "day-1"), ("supplier-leak", "no")];
        let (dossier, ids) = jewels(&both, &told);
        assert!(!offers(&dossier, &Slot::of(ids[1], "supplier-without")), "each firm has its own terms");
    }

    #[test]
    fn of_backups_all_is_taken_over_but_whether_they_were_put_back() {
        let both = [(ItemKind::Data, "customer-data"), (ItemKind::Data, "orders")];
        let same = [
            ("backup-copies", "two-places"),
            ("backup-made", "automatic"),
            ("backup-offline", "yes"),
            ("backup-often", "daily"),
        ];
        let (mut dossier, ids) = jewels(&both, &same);
        tell(&mut dossier, ids[0], &[("backup-restored", "worked")]);
        let next = Some("backup-restored".to_owned());
        assert_eq!(taken(&dossier, ids[1], "backup-made"), (pairs(&same), next));
    }
}
