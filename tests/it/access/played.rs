//! Every command, every standing button and every group, played by whoever is something to a company and by whoever is nothing
//! to it: what happens, in one word. And nobody from outside hears a word of it.

use std::fmt::Write;

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::{
        ports::{Commit, Conversation, Incoming, Outgoing, Store},
        turn::App,
    },
    dialogue::{
        Content, Place,
        command::TABLE,
        input::{InGroup, Raw},
        standing::StandingTap,
        step::Change,
    },
    domain::{
        agreement,
        contact::Contact,
        dossier::{Dossier, Slot},
        erasure::Erasure,
        fingerprint::fingerprint,
        former::Former,
        ids::{CompanyId, ItemId, PersonId},
        item::{Answer, Item, ItemKind, Value},
        member::{Member, NewKeys, Role, Standing},
        phone::Phone,
        proposal::{Proposal, ProposalId, Proposed},
        schedule::Kind,
        succession::Succession,
    },
    store::memory::MemoryStore,
    text::Language,
};
use uuid::Uuid;

use super::{COMPANY as OURS, OTHER as NOOR, SPEAKER, member};
use crate::stage::{StageClock, conversation};

const THEIRS: CompanyId = CompanyId(Uuid::from_u128(3));
const EEF: PersonId = PersonId(Uuid::from_u128(11));
const HUGO: PersonId = PersonId(Uuid::from_u128(12));
const DIRK: PersonId = PersonId(Uuid::from_u128(13));
const GIJS: PersonId = PersonId(Uuid::from_u128(14));

/// What our company is called, whom it calls, and how: what nobody from outside may hear.
const OUR_NAME: &str = "Bakkerij Jansen";
const OUR_CONTACT: &str = "Fatima";
const OUR_NUMBER: &str = "12345678";
const THEIR_NAME: &str = "Kapsalon Krul";
const THEIR_CONTACT: &str = "Karel";
const THEIR_NUMBER: &str = "87654321";

/// The agreement that the speaker is asked to agree to.
const AGREEMENT: ItemId = ItemId(3);
/// The line of the call list that was changed.
const CHANGED: ItemId = ItemId(1);

/// What the speaker is to our company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    /// Nobody ever heard of them.
    Stranger,
    /// Owner of another company, and of no other.
    Elsewhere,
    /// Belonged to it until just now.
    Removed,
    /// Used an invitation; no owner has confirmed them.
    Waiting(Role),
    /// Belongs to it.
    Member(Role),
}

const COLUMNS: [(&str, Who); 8] = [
    ("stranger", Who::Stranger),
    ("elsewhere", Who::Elsewhere),
    ("removed", Who::Removed),
    ("waiting", Who::Waiting(Role::Owner)),
    ("reader", Who::Member(Role::Reader)),
    ("helper", Who::Member(Role::Helper)),
    ("editor", Who::Member(Role::Editor)),
    ("owner", Who::Member(Role::Owner)),
];

/// Every standing button, about something that is there.
fn taps() -> Vec<StandingTap> {
    vec![
        StandingTap::Confirm(DIRK, fingerprint("")),
        StandingTap::Refuse(DIRK),
        StandingTap::Vouch(EEF, fingerprint("new")),
        StandingTap::Disown(EEF, fingerprint("new")),
        StandingTap::Done(Kind::Review, None),
        StandingTap::NextWeek,
        StandingTap::Review,
        StandingTap::Diary,
        StandingTap::Agree(AGREEMENT),
        StandingTap::Otherwise(AGREEMENT),
        StandingTap::KeepCompany,
        StandingTap::AgreeErasure,
        StandingTap::Succeed(EEF),
        StandingTap::StopSuccession,
        StandingTap::TakeOver(ProposalId(1), 0),
        StandingTap::Decline(ProposalId(1)),
        StandingTap::Answer(None, fingerprint("company-name")),
        StandingTap::Revert(CHANGED),
    ]
}

/// A new button does not compile until it is named here; it goes into the list above as well.
fn name(tap: StandingTap) -> &'static str {
    match tap {
        StandingTap::Confirm(..) => "confirm",
        StandingTap::Refuse(_) => "refuse",
        StandingTap::Vouch(..) => "vouch",
        StandingTap::Disown(..) => "disown",
        StandingTap::Done(..) => "done",
        StandingTap::NextWeek => "next-week",
        StandingTap::Review => "review",
        StandingTap::Diary => "diary",
        StandingTap::Agree(_) => "agree",
        StandingTap::Otherwise(_) => "otherwise",
        StandingTap::KeepCompany => "keep-company",
        StandingTap::AgreeErasure => "agree-erasure",
        StandingTap::Succeed(_) => "succeed",
        StandingTap::StopSuccession => "stop-succession",
        StandingTap::TakeOver(..) => "take-over",
        StandingTap::Decline(_) => "decline",
        StandingTap::Answer(..) => "answer",
        StandingTap::Revert(_) => "revert",
    }
}

/// Where something is done.
#[derive(Clone, Copy, Debug)]
enum Where {
    Private,
    /// In a group that is on for our company, or in one that is off.
    Group {
        on: bool,
    },
}

struct Playing {
    app: App<MemoryStore, StageClock>,
    clock: StageClock,
    now: DateTime<Utc>,
}

impl Playing {
    fn new() -> Self {
        let clock = StageClock::default();
        let app = App::new(MemoryStore::default(), clock.clone(), Content::built_in().unwrap());
        Self { app, clock, now: "2026-11-24T09:00:00Z".parse().unwrap() }
    }

    /// What happens when this person does this, in one word; nothing was done before.
    async fn word(&mut self, who: Who, place: Where, raw: &Raw) -> &'static str {
        // A minute later nothing that was said before counts any more.
        self.now += TimeDelta::minutes(2);
        self.clock.set(self.now);
        self.app.store = MemoryStore::default();
        self.set_up(who, place).await;
        let address = if matches!(place, Where::Private) { "sam" } else { "group" };
        let before = self.state().await;
        let incoming = Incoming {
            conversation: conversation(address),
            event: "played".into(),
            name: Some("Sam".into()),
            language_tag: Some("nl".into()),
            raw: raw.clone(),
            at: self.now,
        };
        let heard = self.app.handle(&incoming).await.outgoing;
        let said = said(&heard);
        if !matches!(who, Who::Member(_)) {
            for secret in [OUR_NAME, OUR_CONTACT, OUR_NUMBER] {
                assert!(!said.contains(secret), "{who:?} {place:?} {raw:?}: {said}");
            }
        }
        let changed = before != self.state().await;
        self.named(changed, &said)
    }

    /// The version of our company, and the company that the group is for.
    async fn state(&self) -> (Option<u64>, Option<CompanyId>) {
        let company = self.app.store.company(OURS).await.unwrap();
        let group = self.app.store.load(&conversation("group")).await.unwrap();
        (company.map(|company| company.version), group.conversation.and_then(|(row, _)| row.company))
    }

    fn named(&self, changed: bool, said: &str) -> &'static str {
        let texts = &self.app.content.texts;
        let says = |id: &'static str| said.contains(&texts.plain(Language::Nl, &id.into()));
        let refusals =
            ["not-yours", "only-owner", "only-for-owners", "agenda-not-yours", "group-owners-only"];
        let is_plan = says("noodplan-rules");
        let words = [
            (changed, "done"),
            (is_plan && said.contains(OUR_CONTACT), "plan"),
            (is_plan && said.contains(THEIR_CONTACT), "own"),
            (is_plan, "numbers"),
            (refusals.into_iter().any(says), "refused"),
            (says("standing-settled") || says("agenda-settled"), "settled"),
            (said.contains(OUR_NAME), "shown"),
            (said.contains(THEIR_NAME), "own"),
            (said.is_empty(), "silence"),
        ];
        words.into_iter().find(|(is_so, _)| *is_so).map_or("neutral", |(_, word)| word)
    }

    async fn set_up(&self, who: Who, place: Where) {
        let mut members = vec![
            member(NOOR, Role::Owner, Standing::Confirmed),
            Member {
                new_keys: Some(NewKeys { print: "new".into(), refused: false }),
                ..member(EEF, Role::Editor, Standing::Confirmed)
            },
            member(HUGO, Role::Helper, Standing::Confirmed),
            member(DIRK, Role::Reader, Standing::Accepted),
        ];
        match who {
            Who::Waiting(role) => members.push(member(SPEAKER, role, Standing::Accepted)),
            Who::Member(role) => members.push(member(SPEAKER, role, Standing::Confirmed)),
            Who::Stranger | Who::Elsewhere | Who::Removed => {}
        }
        let mut ours = told((OUR_NAME, OUR_CONTACT, OUR_NUMBER), self.now);
        ours.extend(waiting(&members, self.now));
        self.write("noor", NOOR, (OURS, Place::Menu), members, ours).await;
        let mut members = vec![member(GIJS, Role::Owner, Standing::Confirmed)];
        members.extend((who == Who::Elsewhere).then(|| member(SPEAKER, Role::Owner, Standing::Confirmed)));
        let theirs = told((THEIR_NAME, THEIR_CONTACT, THEIR_NUMBER), self.now);
        self.write("gijs", GIJS, (THEIRS, Place::Menu), members, theirs).await;
        let speaks_for = match who {
            Who::Stranger => None,
            Who::Elsewhere => Some((THEIRS, Place::Menu)),
            Who::Waiting(_) => Some((OURS, Place::Stranger)),
            Who::Removed | Who::Member(_) => Some((OURS, Place::Menu)),
        };
        if let Some(at) = speaks_for {
            self.write("sam", SPEAKER, at, Vec::new(), Vec::new()).await;
        }
        if matches!(place, Where::Group { on: true }) {
            self.write("group", NOOR, (OURS, Place::Menu), Vec::new(), Vec::new()).await;
        }
    }

    /// A conversation, and the company that it speaks for if there is anything to say about it.
    async fn write(
        &self,
        address: &str,
        person: PersonId,
        (company, place): (CompanyId, Place),
        members: Vec<Member>,
        told: Vec<Change>,
    ) {
        let members = members.into_iter().map(Change::SaveMember);
        let changes: Vec<Change> = members.chain(told).collect();
        let is_group = address == "group";
        let row = Conversation {
            company: Some(company),
            listed: !is_group,
            ..Conversation::new(person, Language::Nl, place, self.now)
        };
        let commit = Commit {
            conversation: Some(row),
            lists: !is_group,
            company: (!changes.is_empty()).then_some((company, 0)),
            changes,
            ..Commit::of_event(conversation(address), "set-up".into(), self.now)
        };
        self.app.store.commit(commit).await.unwrap();
    }
}

/// Everything that a message says, also on its buttons and in its files.
fn said(heard: &[Outgoing]) -> String {
    let mut said = String::new();
    for message in heard {
        writeln!(said, "{}", message.text.plain()).unwrap();
        message.buttons.iter().for_each(|button| writeln!(said, "{}", button.label).unwrap());
        for card in &message.contacts {
            writeln!(said, "{} {}", card.name.0, card.phone.0).unwrap();
        }
        for file in &message.attachments {
            writeln!(said, "{}", String::from_utf8_lossy(&file.bytes.0)).unwrap();
        }
    }
    said
}

fn slot(item: Option<ItemId>, question: &str) -> Slot {
    Slot { item, question: question.into() }
}

/// What a company has told: its name, whom it calls, and what the speaker is to do.
fn told((name, contact, number): (&str, &str, &str), at: DateTime<Utc>) -> Vec<Change> {
    let mut dossier = Dossier::default();
    let phones = vec![Phone::parse(&format!("06{number}")).unwrap()];
    let called = Contact { name: Some(contact.into()), phones, ..Contact::default() };
    let decider = dossier.new_item(ItemKind::Contact, "decider".into(), called);
    let former = Former::of(&decider, EEF, at);
    let decider = Item { former: Some(former), ..decider };
    assert_eq!(decider.id, CHANGED);
    dossier.save_item(decider.clone());
    let speaker = dossier.new_item(ItemKind::Contact, "told".into(), Contact::default());
    let speaker = Item { person: Some(SPEAKER), ..speaker };
    dossier.save_item(speaker.clone());
    let task = Contact { name: Some("stroom eraf".into()), ..Contact::default() };
    let task = dossier.new_item(ItemKind::Agreement, "agreement".into(), task);
    assert_eq!(task.id, AGREEMENT);
    let tomorrow = (at + TimeDelta::days(1)).date_naive();
    let answers = [
        (slot(None, "company-name"), Value::Text(name.into())),
        (slot(Some(AGREEMENT), agreement::WHO), Value::Item(speaker.id)),
        (slot(Some(AGREEMENT), agreement::WHEN), Value::Date(tomorrow)),
        (slot(Some(AGREEMENT), agreement::CHECK), Value::Choice(agreement::ASK_ME.into())),
    ];
    let items = [decider, speaker, task].into_iter().map(Change::SaveItem);
    let answers = answers
        .into_iter()
        .map(|(slot, value)| Change::SaveAnswer(slot, Answer { value, by: NOOR, at, catalogue: 1 }));
    items.chain(answers).collect()
}

/// What waits in our company for those who may decide about it.
fn waiting(members: &[Member], at: DateTime<Utc>) -> Vec<Change> {
    let proposal = Proposal {
        id: ProposalId(1),
        by: HUGO,
        at,
        slot: slot(None, "company-name"),
        proposed: Proposed::Text("Bakkerij Jansen en Zoon".into()),
        before: Some(Value::Text(OUR_NAME.into())),
    };
    vec![
        Change::SetErasure(Some(Erasure::asked(NOOR, members, at))),
        Change::SetSuccession(Some(Succession::asked(EEF, EEF, at))),
        Change::Propose(proposal),
    ]
}

/// All of it, row by row.
pub async fn table() -> String {
    let mut rows: Vec<(String, Where, Raw)> = TABLE
        .iter()
        .map(|(_, name, ..)| (format!("say {name}"), Where::Private, Raw::Text(format!("/{name}").into())))
        .collect();
    rows.extend(
        taps()
            .into_iter()
            .map(|tap| (format!("tap {}", name(tap)), Where::Private, Raw::Tap(tap.token_of(OURS)))),
    );
    for on in [true, false] {
        let state = if on { "on" } else { "off" };
        for (what, event) in [
            ("plan", InGroup::Plan("sam".into())),
            ("plan-anonymous", InGroup::Anonymous),
            ("switch-on", InGroup::On("sam".into())),
            ("switch-off", InGroup::Off("sam".into())),
        ] {
            let raw = Raw::InGroup(event);
            rows.push((format!("group-{state} {what}"), Where::Group { on }, raw));
        }
    }
    let mut table = String::from(
        "\n# What happens, played: the plan, public numbers, something of the company (shown), something of their own company (own),\n\
         # something that counts (done), \"not yours\" (refused), \"settled already\" (settled), nothing said (silence), or what is\n\
         # said to everybody (neutral).\n\n",
    );
    let heads = COLUMNS.map(|(head, _)| format!("{head:>10}"));
    writeln!(table, "{:<24}{}", "", heads.concat()).unwrap();
    let mut playing = Playing::new();
    for (label, place, raw) in rows {
        write!(table, "{label:<24}").unwrap();
        for (_, who) in COLUMNS {
            let word = playing.word(who, place, &raw).await;
            write!(table, "{word:>10}").unwrap();
            if matches!(who, Who::Waiting(_)) {
                for role in Role::ALL {
                    let same = playing.word(Who::Waiting(role), place, &raw).await;
                    assert_eq!(same, word, "{label}: whoever waits to become {role:?}");
                }
            }
        }
        table.push('\n');
    }
    table
}
