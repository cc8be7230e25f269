//! Using a code: to become a member, once an owner has confirmed it, or to be the same person on a second channel.
//!
//! ```text
//! > /meedoen 3q2-7wABAgMEBQYHCAkKCw
//! < Bijna klaar. Jouw drie woorden: appel, fiets, lamp. …
//! <@anna Bram wil meedoen als lezer. … appel, fiets, lamp.
//!   [*] Ja, dit is Bram  [*] Nee, iemand anders
//! ```

use crate::{
    dialogue::{
        ChannelKind, Place, World, companies,
        lookup::{Found, FoundCode},
        members,
        offer::{Card, Offer, Tap, Typing},
        step::{Change, Draft, Notice, Step},
    },
    domain::{
        code::Code,
        dossier::Dossier,
        ids::{CompanyId, PersonId},
        member::{Member, Role, Standing, member, owners},
    },
    text::{Msg, check_words::check_words},
};

/// A code was typed, or came with a link. `place`: where the person goes on if nothing comes of it.
pub fn redeem(mut draft: Draft<'_>, typed: &str, place: Place) -> Step {
    let found = match (Code::parse(typed), draft.world.found) {
        (Some(code), Some(Found::Code(found))) => Some((code, found.clone())),
        _ => None,
    };
    let Some((code, found)) = found else {
        draft.say("join-no-code");
        return draft.finish(place);
    };
    match found {
        FoundCode::Paused => draft.say("join-paused"),
        FoundCode::Wrong { alarm } => {
            draft.change(Change::NoteWrongCode);
            draft.say("join-wrong");
            alarm.into_iter().for_each(|to| draft.tell(Notice::new(to, "notice-code-alarm")));
        }
        FoundCode::Spent => draft.say("join-spent"),
        FoundCode::Company => return begin_by_code(draft, code),
        FoundCode::Invitation { is_member: true, .. } => draft.say("join-already"),
        FoundCode::Invitation { company, role, owners, .. } => {
            return ask_to_join(draft, code, company, role, &owners, place);
        }
        FoundCode::Link { person, .. } if person == draft.world.person => draft.say("link-already"),
        FoundCode::Link { .. } if belongs_somewhere(draft.world) => draft.say("link-has-company"),
        FoundCode::Link { person, company, told } => {
            told.into_iter().for_each(|notice| draft.tell(notice));
            return link(draft, code, person, company);
        }
    }
    draft.finish(place)
}

/// A code of the operator: whoever has none yet is greeted, and whoever has a company starts another.
fn begin_by_code(mut draft: Draft<'_>, code: Code) -> Step {
    let used = Change::UseSignup(code);
    if draft.world.company.is_some() {
        return companies::start_another(draft.world, Some(used));
    }
    draft.change(used);
    draft.finish(Place::LetIn)
}

fn belongs_somewhere(world: &World<'_>) -> bool {
    world.company.is_some() || world.applicant.is_some()
}

fn ask_to_join(
    mut draft: Draft<'_>,
    code: Code,
    company: CompanyId,
    role: Role,
    owners: &[PersonId],
    place: Place,
) -> Step {
    let Some(random) = draft.world.random.and_then(|bytes| bytes.last_chunk::<3>().copied()) else {
        draft.say("code-not-made");
        return draft.finish(place);
    };
    let words = check_words(random, draft.language);
    let member = Member {
        person: draft.world.person,
        role,
        standing: Standing::Accepted,
        name: draft.world.name.cloned(),
        check_words: Some(words.as_str().into()),
        new_keys: None,
        joined_at: draft.world.now,
    };
    let matter = members::application(&member);
    for owner in owners {
        draft.tell(matter.told_to(*owner));
    }
    draft.change(Change::Join(code, company, member));
    if belongs_somewhere(draft.world) {
        draft.say(Msg::new("door").told("words", &words));
        return draft.finish(place);
    }
    draft.change(Change::SpeakFor(company));
    let privacy = Msg::new("welcome-privacy").key("channel", draft.world.channel.slug());
    draft.say(Msg::new("door").told("words", &words));
    draft.say(privacy);
    draft.close(Place::Stranger)
}

/// What somebody sees who waits for an owner.
pub fn door_card(applicant: &Member, world: &World<'_>) -> Card {
    let words = applicant.check_words.as_ref().map_or("", |words| words.as_str());
    let offer = Offer::new(Typing::Options)
        .option_if(world.may_start(&Place::Welcome), "door-own-company", Tap::NewCompany)
        .option("option-other-language", Tap::OtherLanguage);
    Card { lines: vec![Msg::new("door").told("words", words)], offer }
}

/// What the other owners of a company hear: whoever speaks for somebody on a second channel sees there what they see.
pub fn linked(person: PersonId, people: &[Member], dossier: &Dossier, channel: ChannelKind) -> Vec<Notice> {
    let name = member(people, person).map_or("member-nameless".into(), members::name);
    let line = Msg::new("notice-member-linked")
        .key("channel", channel.slug())
        .msg("name", name)
        .msg("company", companies::name(dossier));
    let others = owners(people).map(|owner| owner.person).filter(|owner| *owner != person);
    others.map(|to| Notice::new(to, line.clone())).collect()
}

fn link(mut draft: Draft<'_>, code: Code, person: PersonId, company: Option<CompanyId>) -> Step {
    let channel = Msg::new("notice-linked").key("channel", draft.world.channel.slug());
    draft.tell(Notice::new(person, channel));
    draft.change(Change::Link(code, person, company));
    draft.say("link-done");
    draft.close(Place::Menu)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::dialogue::CONTENT;

    #[test]
    fn without_random_bytes_for_the_three_words_nobody_joins_and_they_hear_so() {
        let dossier = Dossier::default();
        let nobody = World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT);
        let (company, role) = (nobody.new_company, Role::Reader);
        let found = Found::Code(FoundCode::Invitation { company, role, owners: vec![], is_member: false });
        let code = Code::long([7; 16]);
        for (random, joins) in [(None, false), (Some([7; 32]), true)] {
            let world = World { random, found: Some(&found), ..nobody.clone() };
            let step = redeem(Draft::new(&world), code.as_str(), Place::Stranger);
            let is_join = |change: &Change| matches!(change, Change::Join(..));
            assert_eq!(step.changes.iter().any(is_join), joins);
            assert_eq!(step.replies[0].lines.contains(&"code-not-made".into()), !joins);
        }
    }
    #[test]
    fn whoever_has_a_company_starts_another_with_a_code_and_uses_it_up() {
        let dossier = Dossier::default();
        let nobody = World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT);
        let (found, code) = (Found::Code(FoundCode::Company), Code::long([7; 16]));
        let world = World { company: Some(nobody.new_company), found: Some(&found), ..nobody };
        let step = redeem(Draft::new(&world), code.as_str(), Place::Menu);
        assert!(step.changes.contains(&Change::UseSignup(code)));
        assert_eq!(step.starts(), Some(world.new_company));
    }
}
