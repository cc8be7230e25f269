//! What comes out of a turn is held against the role, whatever a flow did.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::*;
use crate::{
    dialogue::{
        CONTENT, Part, Visit,
        forget::Forgetting,
        standing::StandingTap,
        step::{Lane, Reply},
        world::Home,
    },
    domain::{
        agreement::WHO,
        code::Code,
        contact::Contact,
        dossier::Dossier,
        erasure::Erasure,
        ids::{CompanyId, ItemId, PersonId},
        item::{Item, ItemKind},
        member::Member,
        proposal::{Proposal, ProposalId, Proposed},
        schedule::habits::ZONE,
    },
    text::Language,
};

static NOTHING: LazyLock<Dossier> = LazyLock::new(Dossier::default);

const ME: PersonId = PersonId(Uuid::from_u128(1));
const OTHER: PersonId = PersonId(Uuid::from_u128(2));
const COMPANY: CompanyId = CompanyId(Uuid::from_u128(3));

/// The world of somebody with this role, or with none.
fn world(role: Option<Role>) -> World<'static> {
    World {
        person: ME,
        company: role.map(|_| COMPANY),
        role,
        ..World::of_nobody(DateTime::UNIX_EPOCH, &NOTHING, &CONTENT)
    }
}

fn reader() -> World<'static> {
    world(Some(Role::Reader))
}

fn owner() -> World<'static> {
    world(Some(Role::Owner))
}

fn ends_at(place: Place, changes: Vec<Change>) -> Step {
    Step {
        next: place.into(),
        language: Language::Nl,
        changes,
        replies: Vec::new(),
        notices: Vec::new(),
        look_again: None,
        reminded: Vec::new(),
        needs_history: false,
    }
}

fn gives(document: Document) -> Step {
    let reply = Reply { documents: vec![document], ..Reply::of(Lane::Interactive, Vec::new()) };
    Step {
        replies: vec![Reply::of(Lane::Interactive, Vec::new()), reply],
        ..ends_at(Place::Menu, Vec::new())
    }
}

fn answer() -> Change {
    let at = DateTime::<Utc>::UNIX_EPOCH;
    let slot = Slot::own("company-name");
    Change::SaveAnswer(slot, Answer { value: Value::Unknown, by: ME, at, catalogue: 1 })
}

fn question() -> Place {
    let slot = Slot::own("company-name");
    Place::Question { slot, part: Part::Whole, visit: Visit::Walk }
}

#[test]
fn one_change_that_is_not_granted_drops_the_whole_turn() {
    let language = || Change::SetLanguage(Language::En);
    assert!(is_granted(&ends_at(Place::Menu, vec![language()]), &reader()));
    assert!(!is_granted(&ends_at(Place::Menu, vec![language(), answer()]), &reader()));
    assert!(!is_granted(&ends_at(Place::Menu, vec![answer(), language()]), &reader()));
    assert!(is_granted(&ends_at(Place::Menu, vec![language(), answer()]), &owner()));
}

#[test]
fn a_place_that_is_not_granted_drops_the_turn() {
    for place in [Place::Log { page: 0 }, Place::Invite, Place::Results, question()] {
        assert!(!is_granted(&ends_at(place.clone(), Vec::new()), &reader()), "{place:?}");
        assert!(is_granted(&ends_at(place.clone(), Vec::new()), &owner()), "{place:?}");
    }
}

#[test]
fn a_file_that_is_not_granted_drops_the_turn_in_whichever_reply_it_is() {
    let company = || gives(Document::CompanyCopy(Vec::new()));
    assert!(!is_granted(&company(), &reader()));
    assert!(is_granted(&company(), &owner()));
    assert!(is_granted(&gives(Document::OwnCopy(Vec::new())), &reader()));
    assert!(!is_granted(&gives(Document::Calendar { schedules: Vec::new(), gone: Vec::new() }), &reader()));
}

#[test]
fn a_stranger_comes_to_the_menu_only_with_a_company_to_speak_for() {
    let stranger = world(None);
    assert!(!is_granted(&ends_at(Place::Menu, Vec::new()), &stranger));
    assert!(is_granted(&ends_at(Place::Stranger, Vec::new()), &stranger));
    let link = || Change::Link(Code::short(1), OTHER, Some(COMPANY));
    for leave in [Change::SpeakFor(COMPANY), link()] {
        let ends = |place| is_granted(&ends_at(place, vec![leave.clone()]), &stranger);
        assert!(ends(Place::Menu) && ends(Place::Forget(Forgetting::What)), "{leave:?}");
        assert!(!ends(Place::Results) && !ends(Place::Log { page: 0 }), "{leave:?}");
    }
    assert!(!is_granted(&ends_at(Place::Menu, vec![Change::RemoveMember(OTHER)]), &stranger));
}

#[test]
fn who_leaves_a_company_sees_the_menu_of_the_next_and_nothing_else() {
    let home = reader();
    let leaves = |place, person| is_granted(&ends_at(place, vec![Change::RemoveMember(person)]), &home);
    assert!(leaves(Place::Menu, ME) && leaves(Place::Forget(Forgetting::Me), ME));
    assert!(!leaves(Place::Results, ME));
    assert!(!leaves(Place::Menu, OTHER), "removing another is for owners");
}

#[test]
fn whoever_starts_a_company_is_its_owner_in_the_same_turn() {
    let founder = Member::confirmed(ME, Role::Owner, DateTime::UNIX_EPOCH);
    let starts = vec![Change::StartCompany(COMPANY), Change::SaveMember(founder.clone()), answer()];
    assert!(is_granted(&ends_at(question(), starts), &world(None)));
    assert!(!is_granted(&ends_at(question(), vec![Change::SaveMember(founder), answer()]), &world(None)));
}

#[test]
fn a_turn_about_another_company_is_held_against_both() {
    let (here, state) = (reader(), State::from(Place::Menu));
    let there = World { home: Some(Home { world: &here, state: &state }), ..owner() };
    assert!(is_granted(&ends_at(Place::Menu, vec![answer()]), &there), "what is done counts there");
    assert!(!is_granted(&ends_at(Place::Log { page: 0 }, Vec::new()), &there), "what is seen counts here");
    let owns_here = owner();
    let reads_there = World { home: Some(Home { world: &owns_here, state: &state }), ..reader() };
    assert!(is_granted(&ends_at(Place::Log { page: 0 }, Vec::new()), &reads_there));
    assert!(!is_granted(&ends_at(Place::Menu, vec![answer()]), &reads_there));
}

#[test]
fn both_the_command_and_the_place_must_be_granted() {
    let asks = |command| Input::Command(command, String::new());
    let is_admitted = |place: Place, input: &Input, world: &World<'_>| {
        admit(Flow::Command, &place.into(), input, world).is_some()
    };
    let log = Place::Log { page: 0 };
    assert!(is_admitted(Place::Menu, &asks(Command::Menu), &reader()));
    assert!(!is_admitted(Place::Menu, &asks(Command::Log), &reader()), "the command is not theirs");
    assert!(!is_admitted(log.clone(), &asks(Command::Menu), &reader()), "the place is not theirs");
    assert!(!is_admitted(log.clone(), &Input::Greeting, &reader()));
    assert!(is_admitted(log, &asks(Command::Log), &owner()));
    // Whoever has no company comes to the greeting, whatever they ask for, and to no other place.
    assert!(is_admitted(Place::Stranger, &asks(Command::Log), &world(None)));
    assert!(!is_admitted(Place::Menu, &asks(Command::Menu), &world(None)));
}

#[test]
fn a_reader_who_taps_a_button_of_the_backup_diary_is_refused() {
    let input = Input::Standing(StandingTap::Diary);
    let played = |world: &World<'_>| {
        admit(Flow::Standing, &Place::Menu.into(), &input, world).unwrap().step(&input, world)
    };
    let reader = reader();
    assert_eq!(played(&reader), refusal(&reader));
    assert!(matches!(played(&owner()).next.place, Place::BackupDiary { .. }));
}

#[test]
fn who_only_reads_switches_their_own_reminders_and_nobody_elses() {
    let third = PersonId(Uuid::from_u128(4));
    let saves = |slot: Slot, value: Value| {
        Change::SaveAnswer(slot, Answer { value, by: ME, at: DateTime::UNIX_EPOCH, catalogue: 1 })
    };
    let people = |people: &[PersonId]| Value::Choices(people.iter().copied().map(person_word).collect());
    let may_save = |before: &[PersonId], slot: &Slot, value: Value| {
        let mut dossier = Dossier::default();
        saves(slot.clone(), people(before)).apply(&mut dossier, &mut Vec::new());
        let reader = World { dossier: &dossier, ..reader() };
        is_granted(&ends_at(Place::More, vec![saves(slot.clone(), value)]), &reader)
    };
    for slot in [Slot::own(WANTED), Slot::own(UNWANTED)] {
        assert!(may_save(&[], &slot, people(&[ME])));
        assert!(may_save(&[OTHER], &slot, people(&[ME, OTHER])), "in whatever order");
        assert!(may_save(&[OTHER, ME], &slot, people(&[OTHER])));
        for others in [vec![], vec![ME], vec![third], vec![OTHER, third], vec![OTHER, ME, third]] {
            assert!(!may_save(&[OTHER, ME], &slot, people(&others)), "{slot:?} {others:?}");
        }
        assert!(!may_save(&[], &slot, Value::Unknown));
        assert!(!is_granted(&ends_at(Place::More, vec![Change::ForgetAnswer(slot.clone())]), &reader()));
        let of_an_item = Slot { item: Some(ItemId(1)), ..slot };
        assert!(!may_save(&[], &of_an_item, people(&[ME])));
    }
    assert!(!may_save(&[], &Slot::own(ZONE), people(&[ME])), "the rest is for who answers");
}

#[test]
fn whoever_may_not_be_where_they_are_any_more_is_brought_to_the_menu() {
    let at = |role| place_for(question().into(), role).place;
    assert_eq!(at(Some(Role::Editor)), question());
    assert_eq!(at(Some(Role::Reader)), Place::Menu);
    assert_ne!(at(None), Place::Menu);
    let over_the_log = Place::Log { page: 0 }.in_passing(Slot::own("company-name"));
    let in_passing = |role| place_for(over_the_log.clone().into(), Some(role)).place;
    assert_eq!(in_passing(Role::Owner), over_the_log);
    assert_eq!(in_passing(Role::Editor), Place::Menu, "nobody goes back to what they may not see");
    assert!(admit(Flow::Sitting, &question().into(), &Input::Empty, &reader()).is_none());
    assert_eq!(refusal(&reader()).next.place, Place::Menu);
    assert_eq!(refusal(&world(None)).next.place, Place::Stranger);
}

#[test]
fn what_cannot_be_taken_back_is_typed_on_matrix_and_tapped_anywhere_else() {
    let dossier = Dossier::default();
    let now = DateTime::<Utc>::UNIX_EPOCH;
    let person = PersonId(Uuid::nil());
    let tap = Raw::Tap(StandingTap::AgreeErasure.token());
    let words = Raw::Text("1".into());
    let input = Input::Standing(StandingTap::AgreeErasure);
    let wish = || Change::SetErasure(Some(Erasure::asked(person, &[], now)));
    let keep = || Change::SetErasure(None);
    for (channel, raw, change, done) in [
        (ChannelKind::Matrix, &tap, wish(), false),
        (ChannelKind::Matrix, &tap, Change::RemoveMember(person), false),
        (ChannelKind::Matrix, &tap, keep(), true),
        (ChannelKind::Matrix, &words, wish(), true),
        (ChannelKind::Telegram, &tap, wish(), true),
    ] {
        let company = Some(CompanyId(Uuid::nil()));
        let role = Some(Role::Owner);
        let world = World { channel, company, role, ..World::of_nobody(now, &dossier, &CONTENT) };
        let mut draft = Draft::new(&world);
        draft.change(change);
        let decided = draft.finish(Place::Menu);
        let step = typed(decided.clone(), raw, &input, &Place::Menu.into(), &world);
        assert_eq!(step == decided, done, "{channel:?} {raw:?}");
        assert_eq!((step.changes.is_empty(), step.next.place == Place::Waiting), (!done, !done));
        let says_so = step.replies.iter().any(|reply| reply.lines.contains(&"type-it".into()));
        assert_eq!(says_so, !done, "{channel:?} {raw:?}");
    }
}

#[test]
fn a_reader_says_what_became_of_what_they_are_to_do_themselves_and_of_nothing_else() {
    let member = |person, role| Member::confirmed(person, role, DateTime::UNIX_EPOCH);
    let members = [member(ME, Role::Reader), member(OTHER, Role::Reader)];
    let save = |slot: Slot, value: Value| {
        Change::SaveAnswer(slot, Answer { value, by: ME, at: DateTime::UNIX_EPOCH, catalogue: 1 })
    };
    for (doer, may) in [(ME, true), (OTHER, false)] {
        let mut dossier = Dossier::default();
        let contact = dossier.new_item(ItemKind::Contact, "told".into(), Contact::default());
        let who = Value::Item(contact.id);
        dossier.save_item(Item { person: Some(doer), ..contact });
        let agreement = dossier.new_item(ItemKind::Agreement, "agreement".into(), Contact::default());
        dossier.save_item(agreement.clone());
        let slot = |question: &str| Slot::of(agreement.id, question);
        save(slot(WHO), who).apply(&mut dossier, &mut Vec::new());
        let reader = World { dossier: &dossier, members: &members, ..reader() };
        let saves = |slot: Slot| is_granted(&ends_at(Place::Menu, vec![save(slot, Value::Unknown)]), &reader);
        assert_eq!(saves(slot("diary-1")), may, "{doer:?}");
        assert_eq!(saves(Schedule::later_slot(Kind::Agreement, Some(agreement.id))), may, "{doer:?}");
        assert!(!saves(slot(WHO)), "what was agreed stays");
        assert!(!saves(Schedule::later_slot(Kind::Review, None)), "the review is for who answers");
    }
}

#[test]
fn a_helper_takes_back_what_they_proposed_and_nobody_elses() {
    for (by, may) in [(ME, true), (OTHER, false)] {
        let slot = Slot::own("company-name");
        let (id, at) = (ProposalId(1), DateTime::UNIX_EPOCH);
        let proposal = Proposal { id, by, at, slot, proposed: Proposed::Unknown, before: None };
        let mut dossier = Dossier::default();
        Change::Propose(proposal.clone()).apply(&mut dossier, &mut Vec::new());
        let helper = World { dossier: &dossier, ..world(Some(Role::Helper)) };
        for change in [Change::DropProposal(id), Change::Propose(proposal)] {
            assert_eq!(is_granted(&ends_at(Place::Menu, vec![change.clone()]), &helper), may, "{change:?}");
        }
        let owner = World { dossier: &dossier, ..owner() };
        assert!(is_granted(&ends_at(Place::Menu, vec![Change::DropProposal(id)]), &owner));
    }
}
