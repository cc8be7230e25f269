//! The whole table of who may see and do what, held against the reviewed file.

use std::{fmt::Write, fs, path::Path};

use chrono::{DateTime, Utc};
use noodplan::{
    app::{
        access::{Scope, authorise},
        gate::{Needs, may, to_ask, to_get, to_make, to_see},
        ports::{Company, Conversation, Loaded},
    },
    dialogue::{
        Field, Part, Place, Visit, World, agenda, agreements,
        command::TABLE,
        forget::Forgetting,
        letter, review,
        step::{Change, Document},
        things, todos,
    },
    domain::{
        agreement,
        audit::Act,
        code::{Code, IssuedCode, Purpose},
        contact::Contact,
        dossier::{Dossier, Slot},
        erasure::Erasure,
        ids::{CompanyId, ItemId, PersonId},
        item::{Answer, Item, ItemKind, Value},
        member::{Member, Role, Standing},
        proposal::{Proposal, ProposalId, Proposed},
        schedule::{
            Kind, Schedule,
            habits::{UNWANTED, person_word},
        },
        succession::Succession,
    },
    text::Language,
};
use uuid::Uuid;

use crate::{coherence::turns::world, stage::content};

mod played;

const SPEAKER: PersonId = PersonId(Uuid::from_u128(1));
const OTHER: PersonId = PersonId(Uuid::from_u128(9));
const COMPANY: CompanyId = CompanyId(Uuid::from_u128(2));
const ROLES: [(&str, Option<Role>); 5] = [
    ("nobody", None),
    ("reader", Some(Role::Reader)),
    ("helper", Some(Role::Helper)),
    ("editor", Some(Role::Editor)),
    ("owner", Some(Role::Owner)),
];

fn slot() -> Slot {
    Slot::own("company-name")
}

/// Examples of everything that there is of a kind. The first of each sort names it in brackets, so that a new sort does not compile
/// until it stands in the list.
macro_rules! listed {
    ($kind:ty: $($name:literal $([$sort:pat])? = $example:expr;)+ $(elsewhere [$other:pat];)*) => {{
        let _all = |it: &$kind| match it {
            $($($sort => {})?)+
            $($other => {})*
        };
        vec![$(($name, $example)),+]
    }};
}

fn places() -> Vec<(&'static str, Place)> {
    let item = ItemId(1);
    listed! { Place:
        "stranger" [Place::Stranger] = Place::Stranger;
        "welcome" [Place::Welcome] = Place::Welcome;
        "let-in" [Place::LetIn] = Place::LetIn;
        "trouble" [Place::Trouble] = Place::Trouble;
        "question" [Place::Question { .. }] =
            Place::Question { slot: slot(), part: Part::Whole, visit: Visit::Walk };
        "menu" [Place::Menu] = Place::Menu;
        "results" [Place::Results] = Place::Results;
        "more-results" [Place::MoreResults] = Place::MoreResults;
        "what-if" [Place::WhatIf { .. }] = Place::WhatIf { page: 0 };
        "answers" [Place::Answers { .. }] = Place::Answers { section: "start".into(), page: 0 };
        "answers-of-risks" = Place::Answers { section: "risks".into(), page: 0 };
        "propose" [Place::Propose { .. }] = Place::Propose { section: "start".into(), slot: slot() };
        "propose-to-risks" = Place::Propose { section: "risks".into(), slot: slot() };
        "things" [Place::Things(_)] = things::list();
        "todos" [Place::Todos(_)] = todos::list::all();
        "parts" [Place::Parts] = Place::Parts;
        "more" [Place::More] = Place::More;
        "letter" [Place::Letter(_)] = letter::to(item);
        "agenda" [Place::Agenda(..)] = Place::Agenda(agenda::Spot::Overview);
        "log" [Place::Log { .. }] = Place::Log { page: 0 };
        "lines" [Place::Lines { .. }] = Place::Lines { undo: None };
        "line" [Place::Line(..)] = Place::Line(item);
        "line-field" [Place::LineField(..)] = Place::LineField(item, Field::Name);
        "waiting" [Place::Waiting] = Place::Waiting;
        "members" [Place::Members] = Place::Members;
        "member" [Place::Member(..)] = Place::Member(OTHER);
        "remove-member" [Place::RemoveMember(..)] = Place::RemoveMember(OTHER);
        "invite" [Place::Invite] = Place::Invite;
        "succession" [Place::Succession(..)] = Place::Succession(None);
        "companies" [Place::Companies] = Place::Companies;
        "copy" [Place::Copy] = Place::Copy;
        "forget" [Place::Forget(..)] = Place::Forget(Forgetting::What);
        "agreements" [Place::Agreements(..)] = Place::Agreements(agreements::Spot::List(0));
        "agreement" = Place::Agreements(agreements::Spot::One(item));
        "agreement-wish" = Place::Agreements(agreements::Spot::Wish(item));
        "backup-diary" [Place::BackupDiary { .. }] =
            Place::BackupDiary { on: DateTime::<Utc>::UNIX_EPOCH.date_naive() };
        "safe-backup" [Place::SafeBackup] = Place::SafeBackup;
        "review" [Place::Review { .. }] = Place::Review { spot: review::Spot::Members, undo: None };
    }
}

fn member(person: PersonId, role: Role, standing: Standing) -> Member {
    Member { standing, ..Member::confirmed(person, role, DateTime::UNIX_EPOCH) }
}

fn changes() -> Vec<(&'static str, Change)> {
    let at = DateTime::<Utc>::UNIX_EPOCH;
    let other = member(OTHER, Role::Reader, Standing::Confirmed);
    let issued = |purpose| IssuedCode { made_by: SPEAKER, purpose, expires_at: at, is_spent: false };
    let code = || Code::short(1);
    let answer = Answer { value: Value::Unknown, by: SPEAKER, at, catalogue: 1 };
    let unwanted = |person| Answer { value: Value::Choices(vec![person_word(person)]), ..answer.clone() };
    let consent = Slot { item: Some(ItemId(1)), question: agreement::CONSENT.into() };
    let proposal =
        |by| Proposal { id: ProposalId(1), by, at, slot: slot(), proposed: Proposed::Unknown, before: None };
    let item = Dossier::default().new_item(ItemKind::Contact, "bank".into(), Contact::default());
    listed! { Change:
        "start-company" [Change::StartCompany(..)] = Change::StartCompany(COMPANY);
        "save-answer" [Change::SaveAnswer(..)] = Change::SaveAnswer(slot(), answer.clone());
        "agree" = Change::SaveAnswer(consent, answer.clone());
        "remind-me-or-not" = Change::SaveAnswer(Slot::own(UNWANTED), unwanted(SPEAKER));
        "remind-other-or-not" = Change::SaveAnswer(Slot::own(UNWANTED), unwanted(OTHER));
        "forget-answer" [Change::ForgetAnswer(..)] = Change::ForgetAnswer(slot());
        "save-item" [Change::SaveItem(..)] = Change::SaveItem(item);
        "note" [Change::Note(..)] = Change::Note(Act::Started);
        "note-copied" = Change::Note(Act::Exported);
        "wish-erasure" [Change::SetErasure(..)] = Change::SetErasure(Some(Erasure::asked(SPEAKER, &[], at)));
        "keep-company" = Change::SetErasure(None);
        "propose" [Change::Propose(..)] = Change::Propose(proposal(SPEAKER));
        "propose-for-other" = Change::Propose(proposal(OTHER));
        "drop-proposal" [Change::DropProposal(..)] = Change::DropProposal(ProposalId(1));
        "note-taken-over" = Change::Note(Act::TookOver(OTHER, slot()));
        "note-declined" = Change::Note(Act::Declined(OTHER, slot()));
        "save-member" [Change::SaveMember(..)] = Change::SaveMember(other.clone());
        "remove-member" [Change::RemoveMember(..)] = Change::RemoveMember(OTHER);
        "leave" = Change::RemoveMember(SPEAKER);
        "invitation" [Change::SaveCode(..)] =
            Change::SaveCode(code(), issued(Purpose::Invitation(COMPANY, Role::Reader)));
        "signup-code" = Change::SaveCode(code(), issued(Purpose::Company));
        "link-code" = Change::SaveCode(code(), issued(Purpose::Link(None)));
        "join" [Change::Join(..)] = Change::Join(code(), COMPANY, other);
        "link" [Change::Link(..)] = Change::Link(code(), OTHER, None);
        "use-signup" [Change::UseSignup(..)] = Change::UseSignup(code());
        "wrong-code" [Change::NoteWrongCode] = Change::NoteWrongCode;
        "cancel-codes" [Change::CancelCodes(..)] = Change::CancelCodes(OTHER);
        "speak-for" [Change::SpeakFor(..)] = Change::SpeakFor(COMPANY);
        "open-feed" [Change::OpenFeed { .. }] =
            Change::OpenFeed { company: COMPANY, person: SPEAKER, token: code(), language: Language::Nl };
        "open-feed-of-other" =
            Change::OpenFeed { company: COMPANY, person: OTHER, token: code(), language: Language::Nl };
        "close-feed" [Change::CloseFeed(..)] = Change::CloseFeed(COMPANY, SPEAKER);
        "close-feed-of-other" = Change::CloseFeed(COMPANY, OTHER);
        "set-language" [Change::SetLanguage(..)] = Change::SetLanguage(Language::En);
        "forget" [Change::Forget] = Change::Forget;
        elsewhere [Change::SetSuccession(..)];
    }
}

/// What can be done about a succession: what there is, and what becomes of it.
fn successions(now: DateTime<Utc>) -> Vec<(&'static str, Option<Succession>, Option<Succession>)> {
    let wish = Succession::asked(OTHER, OTHER, now);
    let running = wish.clone().agreed(SPEAKER, now);
    let sooner = Succession { days_left: 1, ..running.clone() };
    let another = Succession { successor: SPEAKER, ..running.clone() };
    vec![
        ("ask-succession", None, Some(Succession::asked(SPEAKER, OTHER, now))),
        ("join-succession", Some(wish.clone()), Some(running.clone())),
        ("begin-it-alone", None, Some(running.clone())),
        ("begin-as-operator", None, Some(Succession::by_operator(SPEAKER, now))),
        ("shorten-succession", Some(running.clone()), Some(sooner)),
        ("change-successor", Some(running.clone()), Some(another)),
        ("stop-own-succession", Some(running), None),
        ("stop-succession", Some(wish), None),
    ]
}

/// Something that the speaker is to do (item 2), and something that somebody else is (item 3).
fn with_agreement() -> Dossier {
    let mut dossier = Dossier::default();
    let me = dossier.new_item(ItemKind::Contact, "told".into(), Contact::default());
    let who = me.id;
    dossier.save_item(Item { person: Some(SPEAKER), ..me });
    for value in [Value::Item(who), Value::Text("Dirk".into())] {
        let item = dossier.new_item(ItemKind::Agreement, "agreement".into(), Contact::default());
        let slot = Slot::of(item.id, agreement::WHO);
        dossier.save_item(item);
        let at = DateTime::<Utc>::UNIX_EPOCH;
        dossier.save_answer(slot, Answer { value, by: OTHER, at, catalogue: 1 });
    }
    dossier
}

fn conversation(company: Option<CompanyId>) -> Conversation {
    Conversation {
        company,
        ..Conversation::new(SPEAKER, Language::Nl, Place::Menu, DateTime::<Utc>::UNIX_EPOCH)
    }
}

#[tokio::test]
async fn the_table_is_the_reviewed_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/access-table.txt");
    let reviewed = fs::read_to_string(&path).unwrap();
    let (content, dossier) = (content(), Dossier::default());
    let world = world(&dossier, &content);
    let mut table: String =
        reviewed.lines().take_while(|line| !line.starts_with("ask ")).flat_map(|line| [line, "\n"]).collect();
    let asked = TABLE.iter().map(|(command, name, ..)| (format!("ask {name}"), to_ask(*command)));
    let seen = places().into_iter().map(|(name, place)| (format!("see {name}"), to_see(&place)));
    let done = changes().into_iter().map(|(name, change)| (format!("do {name}"), to_make(&change, &world)));
    let editors = [SPEAKER, OTHER].map(|person| member(person, Role::Editor, Standing::Confirmed));
    let handed = successions(world.now).into_iter().map(|(name, before, after)| {
        let mut dossier = Dossier::default();
        dossier.set_succession(before);
        let world = World { dossier: &dossier, members: &editors, ..world.clone() };
        (format!("do {name}"), to_make(&Change::SetSuccession(after), &world))
    });
    let mut proposed = Dossier::default();
    for (_, change) in changes().into_iter().filter(|(name, _)| *name == "propose") {
        change.apply(&mut proposed, &mut Vec::new());
    }
    let with_own = World { dossier: &proposed, ..world.clone() };
    let own = Change::DropProposal(ProposalId(1));
    let dropped = [("do drop-own-proposal".to_owned(), to_make(&own, &with_own))];
    let agreed = with_agreement();
    let with_agreement = World { dossier: &agreed, members: &editors, ..world.clone() };
    let diary = agreement::entry(agreed.item(ItemId(2)).unwrap(), with_agreement.today, true).0;
    let later = Schedule::later_slot(Kind::Agreement, Some(ItemId(2)));
    let kept = [
        ("do note-own-agreement", Slot { item: Some(ItemId(2)), question: diary.clone() }),
        ("do delay-own-agreement", later.clone()),
        ("do note-agreement", Slot { item: Some(ItemId(3)), question: diary }),
        ("do delay-agreement", Slot { item: Some(ItemId(3)), ..later }),
    ];
    let kept = kept.into_iter().map(|(name, slot)| {
        let answer = Answer { value: Value::Unknown, by: SPEAKER, at: world.now, catalogue: 1 };
        (name.to_owned(), to_make(&Change::SaveAnswer(slot, answer), &with_agreement))
    });
    let given = [
        ("get agenda", Document::Calendar { schedules: Vec::new(), gone: Vec::new() }),
        ("get own-copy", Document::OwnCopy(Vec::new())),
        ("get company-copy", Document::CompanyCopy(Vec::new())),
    ];
    let given = given.into_iter().map(|(name, file)| (name.to_owned(), to_get(&file)));
    for (name, needs) in asked.chain(seen).chain(done).chain(handed).chain(dropped).chain(kept).chain(given) {
        let cells = ROLES.map(|(_, role)| format!("{:>8}", if may(role, needs) { "yes" } else { "-" }));
        writeln!(table, "{name:<22}{}", cells.concat()).unwrap();
    }
    table.push_str(&played::table().await);
    if std::env::var_os("NOODPLAN_UPDATE_TRANSCRIPTS").is_some() {
        fs::write(&path, &table).unwrap();
    }
    assert_eq!(table, reviewed, "who may do what has changed; is that meant?");
}

#[test]
fn without_a_role_nothing_is_granted_that_needs_anything() {
    for needs in [
        Needs::Membership,
        Needs::Reading,
        Needs::Answering,
        Needs::Proposing,
        Needs::Succeeding,
        Needs::Owning,
        Needs::Nobody,
    ] {
        assert!(!may(None, needs));
    }
    assert!(may(None, Needs::Nothing));
}

#[test]
fn only_a_confirmed_member_has_a_role_in_a_group_whatever_company_they_speak_for() {
    let loaded = |members: Vec<Member>, company: Option<CompanyId>| Loaded {
        conversation: Some((conversation(company), 1)),
        state_lost: false,
        company: Some(Company { dossier: Dossier::default().into(), members: members.into(), version: 1 }),
    };
    for role in Role::ALL {
        let confirmed = || vec![member(SPEAKER, role, Standing::Confirmed)];
        let role_in =
            |loaded: &Loaded, scope: Scope<'_>| authorise(loaded, scope).map(|admitted| admitted.role());
        let here = loaded(confirmed(), Some(COMPANY));
        let accepted = loaded(vec![member(SPEAKER, role, Standing::Accepted)], Some(COMPANY));
        let removed = loaded(Vec::new(), Some(COMPANY));
        let of_others = loaded(vec![member(OTHER, role, Standing::Confirmed)], Some(COMPANY));
        let of_nobody = loaded(confirmed(), None);
        assert_eq!(role_in(&here, Scope::Private), Some(role));
        for speaker in [&here, &of_others, &of_nobody] {
            assert_eq!(role_in(speaker, Scope::Group(&here)), Some(role));
            assert_eq!(role_in(speaker, Scope::Anonymous), None);
        }
        assert_eq!(role_in(&Loaded::default(), Scope::Group(&here)), None);
        for nobody in [accepted, removed, of_others, of_nobody, Loaded::default()] {
            for (speaker, scope) in [(&nobody, Scope::Private), (&here, Scope::Group(&nobody))] {
                assert_eq!(role_in(speaker, scope), None);
            }
        }
    }
}
