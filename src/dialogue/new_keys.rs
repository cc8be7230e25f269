//! Somebody writes in the name of a member with other signing keys than before: a new phone, or somebody who can make such keys up.
//! An owner calls them, and says whether it is them. Until then nothing is heard or said there.
//!
//! ```text
//! <@anna Bram schrijft op Matrix met nieuwe sleutels. Bel Bram.
//!   [*] Ja, dit is Bram  [*] Nee, iemand anders
//! ! tap Ja, dit is Bram
//! < ✓ Bram kan weer verder op Matrix.
//! ```

use crate::{
    dialogue::{
        State, World, members,
        standing::StandingTap,
        step::{Change, Draft, Notice, Step},
        waiting::{Matter, back, settled},
    },
    domain::{
        audit::Act,
        fingerprint::fingerprint,
        ids::PersonId,
        member::{Member, NewKeys, Role, member, owners},
    },
    text::Msg,
};

/// What is written down when a member is first met with these keys, and what the owners are asked. `None`: they were asked before, or
/// this is no member.
pub fn ask(person: PersonId, keys: &str, members: &[Member]) -> Option<(Vec<Change>, Vec<Notice>)> {
    let known = member(members, person).filter(|member| member.is_confirmed())?;
    if known.new_keys.as_ref().is_some_and(|known| known.print == keys) {
        return None;
    }
    let new_keys = NewKeys { print: keys.to_owned(), refused: false };
    let seen = fingerprint(keys);
    let notice = |owner: &Member| matter(known, seen, owner.person).told_to(owner.person);
    let notices = owners(members).map(notice).collect();
    let asked = Member { new_keys: Some(new_keys), ..known.clone() };
    Some((vec![Change::Note(Act::NewKeys(person)), Change::SaveMember(asked)], notices))
}

/// Everybody of whom the speaker is to say whether it is them.
pub fn waiting(world: &World<'_>) -> Vec<Matter> {
    if world.role != Some(Role::Owner) {
        return Vec::new();
    }
    let open = |member: &Member| {
        let keys = member.new_keys.as_ref().filter(|keys| !keys.refused)?;
        Some(matter(member, fingerprint(&keys.print), world.person))
    };
    world.members.iter().filter_map(open).collect()
}

/// What to ask somebody about a member, who may be they themselves on another channel.
fn matter(member: &Member, seen: u32, reader: PersonId) -> Matter {
    let about = |id| Msg::new(id).msg("name", members::name(member));
    let (line, yes, no) = match member.person == reader {
        true => ("own-new-keys".into(), "own-new-keys-yes".into(), "own-new-keys-no".into()),
        false => (about("new-keys"), about("new-keys-yes"), about("new-keys-no")),
    };
    let taps =
        vec![(yes, StandingTap::Vouch(member.person, seen)), (no, StandingTap::Disown(member.person, seen))];
    Matter { line, taps }
}

/// A standing button about somebody with new keys.
pub fn standing(mut draft: Draft<'_>, state: &State, tap: StandingTap) -> Step {
    let (StandingTap::Vouch(person, seen) | StandingTap::Disown(person, seen)) = tap else {
        return settled(draft, state);
    };
    let Some((known, keys)) = in_doubt(&draft, person, seen) else { return settled(draft, state) };
    let is_them = matches!(tap, StandingTap::Vouch(..));
    let (said, told, act, new_keys) = match is_them {
        true => ("new-keys-vouched", "notice-new-keys-vouched", Act::Vouched(person), None),
        false => {
            let refused = NewKeys { refused: true, ..keys };
            ("new-keys-disowned", "notice-new-keys-disowned", Act::Disowned(person), Some(refused))
        }
    };
    draft.say(Msg::new(said).msg("name", members::name(&known)));
    let who = members::speaker(&draft);
    let line = Msg::new(told).msg("name", members::name(&known)).msg("who", who);
    members::tell_other_owners(&mut draft, &line, Some(person));
    draft.change(Change::Note(act));
    draft.change(Change::SaveMember(Member { new_keys, ..known }));
    back(draft, state)
}

/// The member with the keys that the button was about, if it is open whether it is them and the speaker may say so.
fn in_doubt(draft: &Draft<'_>, person: PersonId, seen: u32) -> Option<(Member, NewKeys)> {
    if draft.world.role != Some(Role::Owner) {
        return None;
    }
    let known = member(&draft.members, person)?;
    let keys = known.new_keys.clone().filter(|keys| !keys.refused && fingerprint(&keys.print) == seen)?;
    Some((known.clone(), keys))
}

/// Who is known by which keys from now on, because an owner said so in this turn. `before`: the members until then.
pub fn vouched(changes: &[Change], before: &[Member]) -> Option<(PersonId, String)> {
    changes.iter().find_map(|change| match change {
        Change::Note(Act::Vouched(person)) => {
            let keys = member(before, *person)?.new_keys.as_ref()?;
            Some((*person, keys.print.clone()))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::{CONTENT, Place},
        domain::{dossier::Dossier, member::Standing},
    };

    const ANNA: PersonId = PersonId(Uuid::from_u128(1));
    const BRAM: PersonId = PersonId(Uuid::from_u128(2));
    const CARLA: PersonId = PersonId(Uuid::from_u128(3));

    /// Anna and Carla own a company; Bram, who reads its plan, writes with new keys.
    fn members(refused: bool) -> Vec<Member> {
        let member = |(person, role)| Member {
            person,
            role,
            standing: Standing::Confirmed,
            name: None,
            check_words: None,
            new_keys: (person == BRAM).then(|| NewKeys { print: "new".into(), refused }),
            joined_at: DateTime::UNIX_EPOCH,
        };
        [(ANNA, Role::Owner), (BRAM, Role::Reader), (CARLA, Role::Owner)].map(member).into()
    }

    fn world<'w>(role: Role, dossier: &'w Dossier, members: &'w [Member]) -> World<'w> {
        let nobody = World::of_nobody(DateTime::UNIX_EPOCH, dossier, &CONTENT);
        World { person: ANNA, role: Some(role), members, ..nobody }
    }

    #[test]
    fn what_is_open_waits_for_an_owner_until_one_says_no() {
        let dossier = Dossier::default();
        for (role, refused, open) in
            [(Role::Owner, false, 1), (Role::Owner, true, 0), (Role::Editor, false, 0)]
        {
            assert_eq!(waiting(&world(role, &dossier, &members(refused))).len(), open, "{role:?} {refused}");
        }
    }

    #[test]
    fn the_other_owners_hear_what_one_of_them_said() {
        let (dossier, members) = (Dossier::default(), members(false));
        let world = world(Role::Owner, &dossier, &members);
        let seen = fingerprint("new");
        for tap in [StandingTap::Vouch(BRAM, seen), StandingTap::Disown(BRAM, seen)] {
            let step = standing(Draft::new(&world), &Place::Menu.into(), tap);
            let told: Vec<_> = step.notices.iter().map(|notice| notice.to).collect();
            assert_eq!(told, [CARLA]);
        }
    }
}
