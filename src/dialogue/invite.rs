//! Letting somebody in: an owner chooses what they may do, and gets a message to forward.
//!
//! ```text
//! > /uitnodigen
//! < Wie wil je erbij hebben?   [1] Meekijker  [2] Lezer  [3] Invuller  [4] Eigenaar  [5] Terug
//! > lezer
//! < Zit die persoon naast je? Laat dan deze code scannen …   ~ noodplan-code.png
//! < Je bent uitgenodigd om mee te doen met Bakkerij Jansen: lezer. Typ dit in een gesprek met noodplan: !meedoen …
//! < Stuur het bericht hierboven door aan één persoon. …
//! ```

use chrono::{DateTime, Utc};

use crate::{
    dialogue::{
        Place, State, World,
        command::{Command, shown_anywhere},
        input::Input,
        members,
        offer::{Card, Offer, Tap, Typing},
        step::{Change, Document, Draft, Step, not_an_answer},
    },
    domain::{
        audit::Act,
        code::{Code, INVITATION, IssuedCode, LINK, Purpose},
        member::Role,
        pii::Pii,
    },
    text::Msg,
};

/// Asks what the new member may do.
pub fn card() -> Card {
    let as_role = |role: Role| (Msg::new(format!("invite-as-{}", role.slug())), Tap::Role(role));
    let offer = Offer::new(Typing::Options).each(Role::ALL.into_iter().rev().map(as_role));
    let lines = vec!["invite-who".into(), "invite-roles".into()];
    Card { lines, offer: offer.option("option-back", Tap::Back) }
}

/// A turn at that question.
pub fn step(draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Role(role)) => make(draft, *role),
        Input::Pick(Tap::Back) => draft.finish(Place::Members),
        _ => not_an_answer(draft, state, input),
    }
}

fn make(mut draft: Draft<'_>, role: Role) -> Step {
    let (Some(company), Some(code)) = (draft.world.company, long_code(draft.world)) else {
        draft.say("code-not-made");
        return draft.finish(Place::Members);
    };
    let expires_at = draft.world.now + INVITATION;
    issue(&mut draft, &code, Purpose::Invitation(company, role), expires_at);
    draft.change(Change::Note(Act::Invited(role)));
    let link = draft.world.bot.map(|bot| format!("https://t.me/{bot}?start={}", code.as_str()));
    let typed = format!("{} {}", shown_anywhere(Command::Join, draft.language), code.as_str());
    let how = match &link {
        Some(link) => Msg::new("invite-by-link").told("link", link),
        None => Msg::new("invite-by-command").told("typed", &typed),
    };
    let scanned = link.unwrap_or(typed);
    draft.send_file(vec!["invite-scan".into()], Document::Scannable(Pii(scanned)));
    let forward =
        Msg::new("invite-forward").msg("company", members::company(&draft)).msg("role", members::role(role));
    draft.send_secret(vec![forward, how, "invite-once".into()]);
    draft.say("invite-made");
    draft.finish(Place::Members)
}

/// Makes a code for a second channel and shows it.
pub fn link(mut draft: Draft<'_>, place: Place) -> Step {
    let Some(code) = short_code(draft.world) else {
        draft.say("code-not-made");
        return draft.finish(place);
    };
    let expires_at = draft.world.now + LINK;
    let company = draft.world.company;
    issue(&mut draft, &code, Purpose::Link(company), expires_at);
    let typed = format!("{} {}", shown_anywhere(Command::Link, draft.language), code.shown());
    draft.send_secret(vec![Msg::new("link-code").told("typed", &typed)]);
    draft.finish(place)
}

fn issue(draft: &mut Draft<'_>, code: &Code, purpose: Purpose, expires_at: DateTime<Utc>) {
    let issued = IssuedCode { made_by: draft.world.person, purpose, expires_at, is_spent: false };
    draft.change(Change::SaveCode(code.clone(), issued));
}

fn long_code(world: &World<'_>) -> Option<Code> {
    world.random?.first_chunk().copied().map(Code::long)
}

fn short_code(world: &World<'_>) -> Option<Code> {
    world.random?.first_chunk().copied().map(u64::from_le_bytes).map(Code::short)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::{dialogue::CONTENT, domain::dossier::Dossier};

    #[test]
    fn whoever_goes_back_makes_no_code() {
        let dossier = Dossier::default();
        let world = World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT);
        let back = step(Draft::new(&world), &Place::Invite.into(), &Input::Pick(Tap::Back));
        assert_eq!(back.next.place, Place::Members);
        assert_eq!(back.changes, []);
    }

    #[test]
    fn a_machine_that_gives_no_random_bytes_makes_no_code_and_says_so() {
        let dossier = Dossier::default();
        let nobody = World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT);
        let owner = World { company: Some(nobody.new_company), role: Some(Role::Owner), ..nobody };
        let made = [make(Draft::new(&owner), Role::Reader), link(Draft::new(&owner), Place::Menu)];
        for (step, place) in made.into_iter().zip([Place::Members, Place::Menu]) {
            assert_eq!((&step.next.place, &step.changes), (&place, &vec![]));
            assert!(step.replies[0].lines.contains(&"code-not-made".into()), "{place:?}");
        }
    }
}
