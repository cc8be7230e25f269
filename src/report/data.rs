//! Copies of what was told, as JSON that other programs read; described in `docs/export.md`.
//!
//! Words of the catalogue stay words of the catalogue; the question as it was asked stands beside them.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::{
    domain::{
        audit::Record,
        dossier::{Dossier, Slot},
        erasure::Erasure,
        ids::{CompanyId, ItemId, PersonId},
        item::{Answer, Item, Value},
        member::{Member, member},
        proposal::Proposal,
        succession::Succession,
    },
    questionnaire::Catalogue,
    text::{Language, Msg, Texts},
};

/// The name of the file with everything of a company.
pub const COMPANY_FILE: &str = "noodplan-company.json";
/// The name of the file with what belongs to one person.
pub const PERSON_FILE: &str = "noodplan-me.json";
/// The name of the file with everything of a company, to read.
pub const COMPANY_WORDS_FILE: &str = "noodplan-company.txt";
/// The name of the file with what belongs to one person, to read.
pub const PERSON_WORDS_FILE: &str = "noodplan-me.txt";
/// What a copy is.
pub const MEDIA_TYPE: &str = "application/json";
/// What the file to read is.
pub const WORDS_MEDIA_TYPE: &str = "text/plain; charset=utf-8";

/// Grows when a field changes its meaning or goes away.
const SCHEMA: u32 = 1;

/// What a copy is made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The company.
    pub company: CompanyId,
    /// What it has told.
    pub dossier: &'a Dossier,
    /// Its people.
    pub members: &'a [Member],
    /// Its log, newest first.
    pub log: &'a [Record],
    /// The questions.
    pub catalogue: &'a Catalogue,
    /// The words.
    pub texts: &'a Texts,
    /// The language of the words.
    pub language: Language,
    /// When the copy is made.
    pub made_at: DateTime<Utc>,
}

#[derive(Serialize)]
struct CompanyCopy<'a> {
    schema: u32,
    kind: &'static str,
    made_at: DateTime<Utc>,
    company: CompanyId,
    name: Option<&'a str>,
    members: Vec<MemberCopy<'a>>,
    answers: Vec<AnswerCopy<'a>>,
    items: Vec<ItemCopy<'a>>,
    to_be_erased: Option<&'a Erasure>,
    to_become_owner: Option<&'a Succession>,
    proposals: &'a [Proposal],
    log: &'a [Record],
}

#[derive(Serialize)]
struct PersonCopy<'a> {
    schema: u32,
    kind: &'static str,
    made_at: DateTime<Utc>,
    person: PersonId,
    name: Option<&'a str>,
    language: &'static str,
    channel: &'a str,
    member: Option<MemberCopy<'a>>,
    on_the_call_list: Vec<ItemCopy<'a>>,
    answers: Vec<AnswerCopy<'a>>,
    proposals: Vec<&'a Proposal>,
}

#[derive(Serialize)]
struct MemberCopy<'a> {
    person: PersonId,
    name: Option<&'a str>,
    role: &'static str,
    standing: &'static str,
    joined_at: DateTime<Utc>,
}

#[derive(Serialize)]
struct AnswerCopy<'a> {
    item: Option<ItemId>,
    question: &'a str,
    asked: Option<String>,
    answer: &'a Value,
    by: PersonId,
    at: DateTime<Utc>,
}

#[derive(Serialize)]
struct ItemCopy<'a> {
    id: ItemId,
    kind: &'static str,
    role: &'a str,
    about: Option<ItemId>,
    rank: u32,
    name: Option<&'a str>,
    relation: Option<&'a str>,
    phones: Vec<String>,
    hours: Option<&'a str>,
    person: Option<PersonId>,
    checked_at: Option<DateTime<Utc>>,
    removed: bool,
}

/// Everything of a company.
pub fn company(source: Source<'_>) -> String {
    let Source { dossier, members, .. } = source;
    written(&CompanyCopy {
        schema: SCHEMA,
        kind: "company",
        made_at: source.made_at,
        company: source.company,
        name: dossier.text("company-name"),
        members: members.iter().map(member_copy).collect(),
        answers: answers(source, |_| true),
        items: dossier.items_ever().map(item_copy).collect(),
        to_be_erased: dossier.erasure(),
        to_become_owner: dossier.succession(),
        proposals: dossier.proposals(),
        log: source.log,
    })
}

/// What belongs to one person; without a company there is little.
pub fn person(
    source: Option<Source<'_>>,
    (person, name): (PersonId, Option<&str>),
    (language, channel): (Language, &str),
    made_at: DateTime<Utc>,
) -> String {
    let mine = |item: &&Item| item.person == Some(person);
    written(&PersonCopy {
        schema: SCHEMA,
        kind: "person",
        made_at,
        person,
        name,
        language: language.tag(),
        channel,
        member: source.and_then(|source| member(source.members, person)).map(member_copy),
        on_the_call_list: source
            .map(|source| source.dossier.items_ever().filter(mine).map(item_copy).collect())
            .unwrap_or_default(),
        answers: source.map(|source| answers(source, |answer| answer.by == person)).unwrap_or_default(),
        proposals: source
            .map(|source| source.dossier.proposals().iter().filter(|it| it.by == person).collect())
            .unwrap_or_default(),
    })
}

fn written(copy: &impl Serialize) -> String {
    // Text, numbers, lists and keys that are text: there is nothing in it that JSON cannot hold.
    serde_json::to_string_pretty(copy).unwrap_or_default()
}

fn member_copy(member: &Member) -> MemberCopy<'_> {
    MemberCopy {
        person: member.person,
        name: member.name.as_ref().map(|name| name.as_str()),
        role: member.role.slug(),
        standing: member.standing.slug(),
        joined_at: member.joined_at,
    }
}

fn answers(source: Source<'_>, wanted: impl Fn(&Answer) -> bool) -> Vec<AnswerCopy<'_>> {
    let about = source.dossier.items_ever().map(|item| (Some(item.id), &item.answers));
    let own = source.dossier.answers(None).map(|answers| (None, answers));
    own.into_iter()
        .chain(about)
        .flat_map(|(item, answers)| answers.iter().map(move |(question, answer)| (item, question, answer)))
        .filter(|(_, _, answer)| wanted(answer))
        .map(|(item, question, answer)| AnswerCopy {
            item,
            question: question.as_str(),
            asked: asked(&Slot { item, question: question.clone() }, source),
            answer: &answer.value,
            by: answer.by,
            at: answer.at,
        })
        .collect()
}

/// The short words of a question; an older question may have none any more.
fn asked(slot: &Slot, source: Source<'_>) -> Option<String> {
    let question = source.catalogue.question(slot.question.as_str())?;
    let words = Msg::new(format!("q-{}.short", question.id));
    let words = match slot.item.and_then(|id| source.dossier.find(id)) {
        Some(item) => match &item.contact.name {
            Some(name) => words.key("role", item.role.clone()).told("name", name),
            None => words.key("role", item.role.clone()).msg("name", Msg::new(format!("role-{}", item.role))),
        },
        None => words,
    };
    Some(source.texts.for_machine(source.language, &words))
}

fn item_copy(item: &Item) -> ItemCopy<'_> {
    ItemCopy {
        id: item.id,
        kind: item.kind.slug(),
        role: item.role.as_str(),
        about: item.about,
        rank: item.rank,
        name: item.contact.name.as_ref().map(|name| name.as_str()),
        relation: item.contact.relation.as_ref().map(|relation| relation.as_str()),
        phones: item.contact.phones.iter().map(|phone| phone.dialled()).collect(),
        hours: item.contact.hours.as_ref().map(|hours| hours.as_str()),
        person: item.person,
        checked_at: item.checked_at,
        removed: item.removed,
    }
}
