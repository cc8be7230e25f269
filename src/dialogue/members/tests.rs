//! Who may come, go and become something else, whatever is tapped.

use chrono::DateTime;
use uuid::Uuid;

use super::*;
use crate::{
    dialogue::CONTENT,
    domain::{
        dossier::{Dossier, Slot},
        ids::CompanyId,
        proposal::{Proposal, ProposalId, Proposed},
        succession::Succession,
    },
};

const ANNA: PersonId = PersonId(Uuid::from_u128(1));
const BRAM: PersonId = PersonId(Uuid::from_u128(2));
const CAS: PersonId = PersonId(Uuid::from_u128(3));
const NOOR: PersonId = PersonId(Uuid::from_u128(4));
const DIRK: PersonId = PersonId(Uuid::from_u128(5));

fn one(person: PersonId, role: Role, standing: Standing) -> Member {
    Member { standing, ..Member::confirmed(person, role, DateTime::UNIX_EPOCH) }
}

/// Anna owns it; Bram edits, Noor is a helper, Dirk waits at the door.
fn bakery() -> Vec<Member> {
    vec![
        one(ANNA, Role::Owner, Standing::Confirmed),
        one(BRAM, Role::Editor, Standing::Confirmed),
        one(NOOR, Role::Helper, Standing::Confirmed),
        one(DIRK, Role::Reader, Standing::Accepted),
    ]
}

/// What comes of an input of one of these people at a place.
fn turn(members: &[Member], dossier: &Dossier, speaker: PersonId, place: Place, input: &Input) -> Step {
    let role = member(members, speaker).map(|member| member.role);
    let nobody = World::of_nobody(DateTime::UNIX_EPOCH, dossier, &CONTENT);
    let company = Some(CompanyId(Uuid::nil()));
    let world = World { person: speaker, company, role, members, ..nobody };
    match input {
        Input::Standing(_) => standing(Draft::new(&world), &place.into(), input),
        _ => step(Draft::new(&world), &place.into(), input),
    }
}

/// Who is told something by a turn, and what it is called.
fn told(step: &Step) -> Vec<(PersonId, String)> {
    step.notices.iter().map(|notice| (notice.to, notice.lines[0].id.to_string())).collect()
}

/// The bakery with a second owner, Cas.
fn of_two_owners() -> Vec<Member> {
    bakery().into_iter().chain([one(CAS, Role::Owner, Standing::Confirmed)]).collect()
}

/// What comes of a tap of Anna.
fn taps(members: &[Member], place: Place, tap: Tap) -> Step {
    turn(members, &Dossier::default(), ANNA, place, &Input::Pick(tap))
}

#[test]
fn every_button_among_the_people_leads_where_it_says() {
    for (place, tap, leads_to) in [
        (Place::Members, Tap::Menu, Place::Menu),
        (Place::Members, Tap::Invite, Place::Invite),
        (Place::Members, Tap::Person(BRAM), Place::Member(BRAM)),
        (Place::Member(BRAM), Tap::Back, Place::Members),
        (Place::Member(BRAM), Tap::Remove, Place::RemoveMember(BRAM)),
        (Place::RemoveMember(BRAM), Tap::No, Place::Member(BRAM)),
    ] {
        let step = taps(&bakery(), place.clone(), tap.clone());
        assert_eq!((step.next.place, step.changes), (leads_to, Vec::new()), "{place:?} {tap:?}");
    }
}

#[test]
fn the_last_owner_stays_and_stays_owner_whatever_is_tapped() {
    for (place, tap) in [
        (Place::Member(ANNA), Tap::Remove),
        (Place::RemoveMember(ANNA), Tap::Yes),
        (Place::Member(ANNA), Tap::Role(Role::Reader)),
    ] {
        let step = taps(&bakery(), place, tap.clone());
        assert!(step.replies[0].lines[0].id == "last-owner", "{tap:?}");
        assert_eq!((step.next.place, step.changes), (Place::Member(ANNA), Vec::new()), "{tap:?}");
    }
    let two = of_two_owners();
    assert_eq!(taps(&two, Place::Member(ANNA), Tap::Remove).next.place, Place::RemoveMember(ANNA));
}

#[test]
fn the_codes_of_an_owner_end_with_the_ownership_and_nobody_elses_do() {
    let members = of_two_owners();
    for (person, role, ends) in [
        (CAS, Role::Reader, true),
        (CAS, Role::Owner, false),
        (BRAM, Role::Reader, false),
        (BRAM, Role::Owner, false),
    ] {
        let changes = taps(&members, Place::Member(person), Tap::Role(role)).changes;
        assert_eq!(changes.contains(&Change::CancelCodes(person)), ends, "{person:?} {role:?}");
        let lost = Change::Note(Act::LostOwner(person));
        assert_eq!(changes.contains(&lost), ends, "{person:?} {role:?}");
        let saved = |change: &Change| matches!(change, Change::SaveMember(member) if member.role == role);
        assert!(changes.iter().any(saved), "{person:?} {role:?}");
    }
}

#[test]
fn what_a_helper_proposed_goes_when_they_are_no_helper_any_more() {
    let (id, at) = (ProposalId(1), DateTime::UNIX_EPOCH);
    let slot = Slot::own("company-name");
    let mut dossier = Dossier::default();
    dossier.save_proposal(Proposal { id, by: NOOR, at, slot, proposed: Proposed::Unknown, before: None });
    for (role, goes) in [(Role::Reader, true), (Role::Helper, false)] {
        let input = Input::Pick(Tap::Role(role));
        let changes = turn(&bakery(), &dossier, ANNA, Place::Member(NOOR), &input).changes;
        assert_eq!(changes.contains(&Change::DropProposal(id)), goes, "{role:?}");
    }
}

#[test]
fn an_owner_lets_in_or_turns_away_who_waits_and_nobody_else_does() {
    // Nobody here has words.
    let confirm = |person| StandingTap::Confirm(person, fingerprint(""));
    let said = |speaker, tap| {
        let input = Input::Standing(tap);
        turn(&bakery(), &Dossier::default(), speaker, Place::Menu, &input).changes
    };
    for speaker in [BRAM, NOOR, DIRK] {
        for tap in [confirm(DIRK), StandingTap::Refuse(DIRK)] {
            assert_eq!(said(speaker, tap), [], "{speaker:?} {tap:?}");
        }
    }
    for tap in [confirm(BRAM), StandingTap::Refuse(BRAM)] {
        assert_eq!(said(ANNA, tap), [], "Bram is in already: {tap:?}");
    }
    assert_eq!(said(ANNA, StandingTap::Refuse(DIRK)), [Change::RemoveMember(DIRK)]);
    let confirmed = one(DIRK, Role::Reader, Standing::Confirmed);
    assert_eq!(said(ANNA, confirm(DIRK)), [Change::SaveMember(confirmed)]);
}

#[test]
fn who_is_removed_has_no_codes_any_more_and_an_owner_is_missed() {
    for (person, is_missed) in [(CAS, true), (BRAM, false)] {
        let changes = taps(&of_two_owners(), Place::RemoveMember(person), Tap::Yes).changes;
        assert!(changes.contains(&Change::CancelCodes(person)), "{person:?}");
        assert_eq!(changes.contains(&Change::Note(Act::LostOwner(person))), is_missed, "{person:?}");
    }
}

#[test]
fn the_other_owners_and_whom_it_is_about_hear_what_an_owner_did() {
    let confirm = StandingTap::Confirm(DIRK, fingerprint(""));
    for (place, input, said, heard) in [
        (
            Place::Member(BRAM),
            Input::Pick(Tap::Role(Role::Reader)),
            "member-changed",
            vec![(CAS, "notice-member-changed"), (BRAM, "notice-you-are-changed")],
        ),
        (
            Place::Menu,
            Input::Standing(confirm),
            "member-confirmed",
            vec![(DIRK, "notice-you-are-confirmed"), (CAS, "notice-member-confirmed")],
        ),
        (
            Place::Menu,
            Input::Standing(StandingTap::Refuse(DIRK)),
            "member-refused",
            vec![(DIRK, "notice-you-are-refused")],
        ),
    ] {
        let step = turn(&of_two_owners(), &Dossier::default(), ANNA, place, &input);
        assert_eq!(step.replies[0].lines[0].id, said);
        let heard: Vec<_> = heard.into_iter().map(|(to, line)| (to, line.to_owned())).collect();
        assert_eq!(told(&step), heard, "{said}");
    }
}

#[test]
fn a_wish_that_somebody_becomes_owner_ends_when_they_are_a_helper_by_now() {
    let mut dossier = Dossier::default();
    dossier.set_succession(Some(Succession::asked(BRAM, BRAM, DateTime::UNIX_EPOCH)));
    for (role, ends) in [(Role::Helper, true), (Role::Reader, false)] {
        let input = Input::Pick(Tap::Role(role));
        let changes = turn(&bakery(), &dossier, ANNA, Place::Member(BRAM), &input).changes;
        assert_eq!(changes.contains(&Change::SetSuccession(None)), ends, "{role:?}");
    }
}

#[test]
fn who_waits_is_shown_to_an_owner_with_what_can_be_done_and_to_an_editor_without() {
    let (members, dossier) = (bakery(), Dossier::default());
    let matter = application(&members[3]);
    for (person, role, count) in [(ANNA, Role::Owner, 2), (BRAM, Role::Editor, 0)] {
        let nobody = World::of_nobody(DateTime::UNIX_EPOCH, &dossier, &CONTENT);
        let card = card(DIRK, &World { person, role: Some(role), members: &members, ..nobody });
        assert_eq!(card.lines, std::slice::from_ref(&matter.line), "{role:?}");
        let taps = matter.taps.iter().take(count).map(|(_, tap)| Tap::Standing(*tap)).chain([Tap::Back]);
        assert_eq!(
            card.offer.options.into_iter().map(|o| o.tap).collect::<Vec<_>>(),
            taps.collect::<Vec<_>>()
        );
    }
}
