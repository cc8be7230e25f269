//! Rows of a turn, sealed and ready to write; and back.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{
    app::ports::{Conversation, StoreError},
    dialogue::{Place, State, step::Change},
    domain::{
        dossier::{Dossier, Slot},
        erasure::Erasure,
        ids::{CompanyId, ItemId, PersonId, Slug},
        item::{Answer, Item},
        member::Member,
        proposal::{Proposal, ProposalId},
        succession::Succession,
    },
    store::{people::seal_member, rows::Cell, vault::DataKey},
};

/// Seals a value for a place.
///
/// # Errors
/// When it cannot be written as JSON or sealed.
pub fn seal<T: Serialize>(key: &DataKey, place: &str, value: &T) -> Result<Vec<u8>, StoreError> {
    let text =
        serde_json::to_vec(value).map_err(|_| StoreError::Damaged("a value cannot be written as JSON"))?;
    key.seal(place, &text)
}

/// Opens a value of a place.
///
/// # Errors
/// When it does not open or is not what was expected.
pub fn open<T: DeserializeOwned>(key: &DataKey, place: &str, sealed: &[u8]) -> Result<T, StoreError> {
    let text = key.open(place, sealed)?;
    serde_json::from_slice(&text).map_err(|_| StoreError::Damaged("a value has an unknown form"))
}

/// Opens a conversation. A position that cannot be read becomes the menu; the second part says so.
///
/// # Errors
/// When anything but the position cannot be read.
pub fn open_conversation(
    key: &DataKey,
    place: &str,
    sealed: &[u8],
) -> Result<(Conversation, bool), StoreError> {
    let mut body: serde_json::Value = open(key, place, sealed)?;
    let unknown = || StoreError::Damaged("a conversation has an unknown form");
    let state = body.get("state").cloned().ok_or_else(unknown)?;
    let lost = serde_json::from_value::<State>(state).is_err();
    if lost && let Some(fields) = body.as_object_mut() {
        let menu = serde_json::to_value(State::from(Place::Menu)).map_err(|_| unknown())?;
        fields.insert("state".into(), menu);
    }
    let conversation = serde_json::from_value(body).map_err(|_| unknown())?;
    Ok((conversation, lost))
}

/// Names the place of a conversation row.
pub fn conversation_place(id: &[u8; 32]) -> String {
    format!("conversations|body|{}|1", blake3::Hash::from_bytes(*id).to_hex())
}

/// Names the place of an inbox row.
pub fn inbox_place(channel: &str, event: &str) -> String {
    format!("inbox|payload|{channel}|{event}|1")
}

/// Names the place of an outbox row.
pub fn outbox_place(id: Uuid) -> String {
    format!("outbox|body|{id}|1")
}

/// Names the place of a chat row.
pub fn chat_place(id: &[u8; 32]) -> String {
    format!("chats|body|{}|1", blake3::Hash::from_bytes(*id).to_hex())
}

/// Names the place of a member row.
pub fn member_place(company: CompanyId, person: PersonId) -> String {
    format!("members|body|{}|{}|1", company.0, person.0)
}

/// Names the place of an erasure row.
pub fn erasure_place(company: CompanyId) -> String {
    format!("erasures|body|{}|1", company.0)
}

/// The matter of a company that somebody is to become owner; every other is a proposal.
const SUCCESSION: u64 = 0;
/// Nothing happens to a matter by itself.
const NEVER: i64 = i64::MAX;

/// Names the place of a row of what waits in a company.
pub fn matter_place(company: CompanyId, matter: i64) -> String {
    format!("matters|body|{}|{matter}|1", company.0)
}

/// Something that waits in a company.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatterBody {
    /// Somebody is to become owner.
    Succession(Succession),
    /// A helper proposes something.
    Proposal(Proposal),
}

impl MatterBody {
    /// Puts it where it belongs.
    pub fn put(self, dossier: &mut Dossier) {
        match self {
            Self::Succession(succession) => dossier.set_succession(Some(succession)),
            Self::Proposal(proposal) => dossier.save_proposal(proposal),
        }
    }
}

/// Names the place of a row of what a channel noted.
pub fn note_place(id: &[u8; 32]) -> String {
    format!("channel_notes|body|{}|1", blake3::Hash::from_bytes(*id).to_hex())
}

/// Names the place of an item row.
pub fn item_place(company: CompanyId, item: ItemId) -> String {
    format!("items|body|{}|{}|1", company.0, item.0)
}

/// Names the place of an answer row.
pub fn answer_place(company: CompanyId, revision: u64, item: u32, question: &str) -> String {
    format!("answers|body|{}|{revision}|{item}|{question}|1", company.0)
}

/// The rows that a turn's changes come to.
#[derive(Debug, Default)]
pub struct ChangeRows {
    /// Rows of `items`.
    pub items: Vec<Vec<Cell>>,
    /// Answers that are forgotten.
    pub taken_back: Vec<Vec<Cell>>,
    /// Rows of `answers`.
    pub answers: Vec<Vec<Cell>>,
    /// Rows of `members`.
    pub members: Vec<Vec<Cell>>,
    /// Members that are gone.
    pub left: Vec<Vec<Cell>>,
    /// A row of `erasures`.
    pub erasures: Vec<Vec<Cell>>,
    /// A company that is not to be erased any more.
    pub kept: Vec<Vec<Cell>>,
    /// Rows of `matters`.
    pub matters: Vec<Vec<Cell>>,
    /// Matters that wait no more.
    pub decided: Vec<Vec<Cell>>,
}

/// Seals what a turn changes in a company. Of several changes to one row the last counts.
///
/// # Errors
/// When a value cannot be sealed.
pub fn change_rows(
    changes: &[Change],
    company: CompanyId,
    revision: u64,
    key: &DataKey,
) -> Result<ChangeRows, StoreError> {
    let mut items: BTreeMap<ItemId, &Item> = BTreeMap::new();
    let mut answers: BTreeMap<&Slot, &Answer> = BTreeMap::new();
    let mut taken_back: BTreeSet<&Slot> = BTreeSet::new();
    let mut members: BTreeMap<PersonId, Option<&Member>> = BTreeMap::new();
    let mut erasure: Option<Option<&Erasure>> = None;
    let mut matters: BTreeMap<u64, Option<MatterBody>> = BTreeMap::new();
    for change in changes {
        match change {
            Change::SaveItem(item) => {
                items.insert(item.id, item);
            }
            Change::SaveAnswer(slot, answer) => {
                answers.insert(slot, answer);
            }
            Change::ForgetAnswer(slot) => {
                answers.remove(slot);
                taken_back.insert(slot);
            }
            Change::SaveMember(member) | Change::Join(_, _, member) => {
                members.insert(member.person, Some(member));
            }
            Change::RemoveMember(person) => {
                members.insert(*person, None);
            }
            Change::SetErasure(wish) => erasure = Some(wish.as_ref()),
            Change::SetSuccession(succession) => {
                matters.insert(SUCCESSION, succession.clone().map(MatterBody::Succession));
            }
            Change::Propose(proposal) => {
                matters.insert(proposal.id.0, Some(MatterBody::Proposal(proposal.clone())));
            }
            Change::DropProposal(ProposalId(id)) => {
                matters.insert(*id, None);
            }
            Change::StartCompany(_)
            | Change::Note(_)
            | Change::OpenFeed { .. }
            | Change::CloseFeed(..)
            | Change::SaveCode(..)
            | Change::Link(..)
            | Change::UseSignup(_)
            | Change::NoteWrongCode
            | Change::CancelCodes(_)
            | Change::SpeakFor(_)
            | Change::SetLanguage(_)
            | Change::Forget => {}
        }
    }
    let id = || Cell::Blob(company.0.as_bytes().to_vec());
    let mut rows = ChangeRows::default();
    match erasure {
        Some(Some(wish)) => rows.erasures.push(vec![
            id(),
            Cell::Int(wish.due_at.timestamp_millis()),
            Cell::Blob(seal(key, &erasure_place(company), wish)?),
        ]),
        Some(None) => rows.kept.push(vec![id()]),
        None => {}
    }
    for (matter, body) in matters {
        let matter = signed(matter);
        let Some(body) = body else {
            rows.decided.push(vec![id(), Cell::Int(matter)]);
            continue;
        };
        let due_at = match &body {
            MatterBody::Succession(succession) => succession.next_at.timestamp_millis(),
            MatterBody::Proposal(_) => NEVER,
        };
        let body = seal(key, &matter_place(company, matter), &body)?;
        rows.matters.push(vec![id(), Cell::Int(matter), Cell::Int(due_at), Cell::Blob(body)]);
    }
    for (item_id, item) in items {
        let body = seal(key, &item_place(company, item_id), item)?;
        rows.items.push(vec![id(), Cell::Int(item_id.0.into()), Cell::Blob(body)]);
    }
    for (person, member) in members {
        let person_id = Cell::Blob(person.0.as_bytes().to_vec());
        let Some(member) = member else {
            rows.left.push(vec![id(), person_id]);
            continue;
        };
        rows.members.push(vec![
            id(),
            person_id,
            Cell::Text(member.role.slug().into()),
            Cell::Text(member.standing.slug().into()),
            Cell::Int(member.joined_at.timestamp_millis()),
            Cell::Blob(seal_member(key, company, member)?),
        ]);
    }
    let item_of = |slot: &Slot| slot.item.map_or(0, |item| item.0);
    for slot in taken_back {
        let (item, question) = (item_of(slot), slot.question.to_string());
        rows.taken_back.push(vec![id(), Cell::Int(item.into()), Cell::Text(question)]);
    }
    for (slot, answer) in answers {
        let item = item_of(slot);
        let question: &Slug = &slot.question;
        let body = seal(key, &answer_place(company, revision, item, question.as_str()), answer)?;
        rows.answers.push(vec![
            id(),
            Cell::Int(signed(revision)),
            Cell::Int(item.into()),
            Cell::Text(question.to_string()),
            Cell::Blob(body),
        ]);
    }
    Ok(rows)
}

/// A version as the database keeps it.
pub fn signed(version: u64) -> i64 {
    i64::try_from(version).unwrap_or(i64::MAX)
}

/// A version as it was kept.
pub fn unsigned(version: i64) -> u64 {
    u64::try_from(version).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::text::Language;

    #[test]
    fn a_position_that_is_not_known_any_more_is_the_menu_and_all_else_stays() {
        let (key, now) = (DataKey::generate().unwrap(), DateTime::UNIX_EPOCH);
        let known = Conversation::new(PersonId(Uuid::from_u128(7)), Language::En, Place::More, now);
        let read = |body: &serde_json::Value| {
            open_conversation(&key, "here", &seal(&key, "here", body).unwrap()).unwrap()
        };
        let mut body = serde_json::to_value(&known).unwrap();
        assert_eq!(read(&body), (known.clone(), false));
        body["state"] = "where nobody is any more".into();
        assert_eq!(read(&body), (Conversation { state: Place::Menu.into(), ..known }, true));
    }
}
