//! What waits for this person: the same that stands under news, to choose by number.

use crate::{
    dialogue::{
        Place, State, World, forget, members, new_keys,
        offer::{Card, Offer, Tap, Typing},
        proposals,
        standing::StandingTap,
        step::{Draft, Notice, Step},
        succession,
    },
    domain::{dossier::Dossier, ids::PersonId},
    text::Msg,
};

/// More matters than this are counted, not listed: each has buttons of its own.
const MOST: usize = 6;

/// Something that waits, and what can be done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Matter {
    /// What it is.
    pub line: Msg,
    /// What can be done.
    pub taps: Vec<(Msg, StandingTap)>,
}

impl Matter {
    /// The same, as news for whoever can do something about it.
    pub fn told_to(&self, person: PersonId) -> Notice {
        Notice { taps: self.taps.clone(), ..Notice::new(person, self.line.clone()) }
    }
}

/// Everything that waits for the speaker. Each flow says what of its own does.
pub fn matters(dossier: &Dossier, world: &World<'_>) -> Vec<Matter> {
    let people = members::waiting(world).into_iter().chain(new_keys::waiting(world));
    let people = people.chain(succession::waiting(dossier, world));
    people.chain(forget::waiting(dossier, world)).chain(proposals::waiting(dossier, world)).collect()
}

/// What waits, with everything that can be done about it.
pub fn card(dossier: &Dossier, world: &World<'_>) -> Card {
    let matters = matters(dossier, world);
    let title = if matters.is_empty() { "waiting-none" } else { "waiting-title" };
    let mut lines: Vec<Msg> = vec![title.into()];
    lines.extend(matters.iter().take(MOST).map(|matter| matter.line.clone()));
    if matters.len() > MOST {
        lines.push(Msg::new("waiting-more").number("count", matters.len() - MOST));
    }
    let taps = matters.into_iter().take(MOST).flat_map(|matter| matter.taps);
    let offer = Offer::new(Typing::Options).each_standing(taps).option("option-menu", Tap::Menu);
    Card { lines, offer }
}

/// A button about something that is settled by now.
pub fn settled(mut draft: Draft<'_>, state: &State) -> Step {
    draft.say("standing-settled");
    back(draft, state)
}

/// Where the person was; from an empty list of what waits, the menu.
pub fn back(draft: Draft<'_>, state: &State) -> Step {
    let world = World { members: &draft.members, ..draft.world.clone() };
    let empty = matters(&draft.dossier, &world).is_empty();
    match state.place {
        Place::Waiting if empty => draft.finish(Place::Menu),
        _ => draft.finish(state.clone()),
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::CONTENT,
        domain::member::{Member, Role, Standing},
    };

    /// So many people who wait for an owner.
    fn at_the_door(count: usize) -> Vec<Member> {
        let one = |number| Member {
            standing: Standing::Accepted,
            ..Member::confirmed(PersonId(Uuid::from_u128(number)), Role::Reader, DateTime::UNIX_EPOCH)
        };
        (1..).map(one).take(count).collect()
    }

    fn owner<'w>(dossier: &'w Dossier, members: &'w [Member]) -> World<'w> {
        let nobody = World::of_nobody(DateTime::UNIX_EPOCH, dossier, &CONTENT);
        World { role: Some(Role::Owner), members, ..nobody }
    }

    #[test]
    fn six_matters_are_shown_and_the_rest_is_counted() {
        let dossier = Dossier::default();
        let shown = |count| card(&dossier, &owner(&dossier, &at_the_door(count)));
        let of_each = |card: &Card| card.lines.iter().filter(|line| line.id == "application").count();
        for (waiting, listed) in [(0, 0), (1, 1), (6, 6), (7, 6), (9, 6)] {
            let card = shown(waiting);
            assert_eq!(card.lines[0].id == "waiting-none", waiting == 0, "{waiting}");
            assert_eq!(of_each(&card), listed, "{waiting}");
            let more = Msg::new("waiting-more").number("count", waiting - listed);
            assert_eq!(card.lines.contains(&more), waiting > listed, "{waiting}");
            let counts = card.lines.iter().filter(|line| line.id == "waiting-more").count();
            assert_eq!(counts, usize::from(waiting > listed), "{waiting}");
        }
    }

    #[test]
    fn an_empty_list_of_what_waits_leads_to_the_menu_and_every_other_place_stays() {
        let dossier = Dossier::default();
        for (waiting, place, leads_to) in [
            (0, Place::Waiting, Place::Menu),
            (1, Place::Waiting, Place::Waiting),
            (0, Place::More, Place::More),
            (1, Place::More, Place::More),
        ] {
            let members = at_the_door(waiting);
            let world = owner(&dossier, &members);
            let step = back(Draft::new(&world), &place.clone().into());
            assert_eq!(step.next.place, leads_to, "{waiting} {place:?}");
        }
    }
}
