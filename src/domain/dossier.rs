//! Everything one company has told: answers about itself, and its items with theirs.
//!
//! A dossier is cheap to clone: items are shared until one of them changes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::{
    contact::Contact,
    erasure::Erasure,
    ids::{ItemId, Slug},
    item::{Answer, Answers, Item, ItemKind, Value},
    proposal::{Proposal, ProposalId},
    succession::Succession,
};

/// Where one answer belongs: a question about the company itself or about one item.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Slot {
    /// The item that is asked about; `None` is the company itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The question.
    pub question: Slug,
}

impl Slot {
    /// A question about the company itself.
    pub fn own(question: &str) -> Self {
        Self { item: None, question: question.into() }
    }

    /// A question about an item.
    pub fn of(item: ItemId, question: &str) -> Self {
        Self { item: Some(item), question: question.into() }
    }
}

/// What one company has told so far.
#[derive(Clone, Debug, Default)]
pub struct Dossier {
    own: Arc<Answers>,
    items: Vec<Arc<Item>>,
    erasure: Option<Erasure>,
    matters: Option<Arc<Matters>>,
}

/// What waits for somebody in a company. Most have nothing that waits.
#[derive(Clone, Debug, Default)]
struct Matters {
    succession: Option<Succession>,
    /// Oldest first.
    proposals: Vec<Proposal>,
}

impl Dossier {
    /// The wish to erase it, if there is one.
    pub fn erasure(&self) -> Option<&Erasure> {
        self.erasure.as_ref()
    }

    /// Wishes to erase it, or not any more.
    pub fn set_erasure(&mut self, wish: Option<Erasure>) {
        self.erasure = wish;
    }

    /// Who is to become owner because no owner can be reached, if anybody is.
    pub fn succession(&self) -> Option<&Succession> {
        self.matters.as_ref()?.succession.as_ref()
    }

    /// Somebody is to become owner, or not any more.
    pub fn set_succession(&mut self, succession: Option<Succession>) {
        self.change_matters(|matters| matters.succession = succession);
    }

    /// What helpers propose, oldest first.
    pub fn proposals(&self) -> &[Proposal] {
        self.matters.as_ref().map_or(&[], |matters| &matters.proposals)
    }

    /// One of the proposals, if nothing was decided about it.
    pub fn proposal(&self, id: ProposalId) -> Option<&Proposal> {
        self.proposals().iter().find(|proposal| proposal.id == id)
    }

    /// Adds a proposal.
    pub fn save_proposal(&mut self, proposal: Proposal) {
        self.change_matters(|matters| {
            matters.proposals.retain(|known| known.id != proposal.id);
            matters.proposals.push(proposal);
        });
    }

    /// Takes a proposal away.
    pub fn drop_proposal(&mut self, id: ProposalId) {
        self.change_matters(|matters| matters.proposals.retain(|known| known.id != id));
    }

    fn change_matters(&mut self, change: impl FnOnce(&mut Matters)) {
        let mut matters = self.matters.take().unwrap_or_default();
        change(Arc::make_mut(&mut matters));
        let is_empty = matters.succession.is_none() && matters.proposals.is_empty();
        self.matters = (!is_empty).then_some(matters);
    }

    /// The answer in a slot, if there is one.
    pub fn answer(&self, slot: &Slot) -> Option<&Answer> {
        self.answers(slot.item)?.get(&slot.question)
    }

    /// The value of the answer in a slot.
    pub fn value(&self, slot: &Slot) -> Option<&Value> {
        self.answer(slot).map(|answer| &answer.value)
    }

    /// All answers about one item, or about the company itself.
    pub fn answers(&self, item: Option<ItemId>) -> Option<&Answers> {
        match item {
            None => Some(&self.own),
            Some(id) => self.find(id).map(|item| &item.answers),
        }
    }

    /// The same, to change them.
    fn answers_mut(&mut self, item: Option<ItemId>) -> Option<&mut Answers> {
        let Some(id) = item else { return Some(Arc::make_mut(&mut self.own)) };
        let index = self.items.binary_search_by_key(&id, |item| item.id).ok()?;
        self.items.get_mut(index).map(|item| &mut Arc::make_mut(item).answers)
    }

    /// The words answered to a question about the company itself.
    pub fn text(&self, question: &str) -> Option<&str> {
        match &self.own.get(question)?.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The choice answered to a question about the company itself.
    pub fn choice(&self, question: &str) -> Option<&Slug> {
        match &self.own.get(question)?.value {
            Value::Choice(choice) => Some(choice),
            _ => None,
        }
    }

    /// The things chosen in answer to a question about the company itself, those that are still there.
    pub fn chosen(&self, question: &str) -> Vec<&Item> {
        match self.own.get(question).map(|answer| &answer.value) {
            Some(Value::Items(ids)) => ids.iter().filter_map(|id| self.item(*id)).collect(),
            _ => Vec::new(),
        }
    }

    /// One item, unless it was taken off.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.find(id).filter(|item| self.is_there(item))
    }

    /// One item, also when it was taken off.
    pub fn find(&self, id: ItemId) -> Option<&Item> {
        let index = self.items.binary_search_by_key(&id, |item| item.id).ok()?;
        self.items.get(index).map(AsRef::as_ref)
    }

    /// The items that are there, oldest first.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().map(AsRef::as_ref).filter(|item| self.is_there(item))
    }

    /// Not taken off, and what it is about was not either.
    fn is_there(&self, item: &Item) -> bool {
        !item.removed && item.about.is_none_or(|thing| self.find(thing).is_some_and(|thing| !thing.removed))
    }

    /// The items of one kind, oldest first.
    pub fn items_of(&self, kind: ItemKind) -> impl Iterator<Item = &Item> {
        self.items().filter(move |item| item.kind == kind)
    }

    /// Also the items that were taken off.
    pub fn items_ever(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().map(AsRef::as_ref)
    }

    /// The id that the next new item gets.
    pub fn next_item(&self) -> ItemId {
        ItemId(self.items.last().map_or(1, |item| item.id.0 + 1))
    }

    /// Writes an answer down. An answer about an item that does not exist is dropped; [`Value::Open`] opens the question again.
    pub fn save_answer(&mut self, slot: Slot, answer: Answer) {
        if answer.value == Value::Open {
            return self.forget_answer(&slot);
        }
        if let Some(answers) = self.answers_mut(slot.item) {
            answers.insert(slot.question, answer);
        }
    }

    /// Forgets the answer in a slot: its question is open again.
    pub fn forget_answer(&mut self, slot: &Slot) {
        if let Some(answers) = self.answers_mut(slot.item) {
            answers.remove(&slot.question);
        }
    }

    /// Every answer that names an item.
    pub fn naming(&self, item: ItemId) -> Vec<Slot> {
        let about = self.items.iter().map(|known| (Some(known.id), &known.answers));
        let all = [(None, &*self.own)].into_iter().chain(about);
        let of = |(about, answers): (Option<ItemId>, &Answers)| {
            let naming = answers.iter().filter(|(_, answer)| answer.value == Value::Item(item));
            let slot = |(question, _): (&Slug, &Answer)| Slot { item: about, question: question.clone() };
            naming.map(slot).collect::<Vec<_>>()
        };
        all.flat_map(of).collect()
    }

    /// Adds an item, or changes everything about one but its answers.
    pub fn save_item(&mut self, item: Item) {
        match self.items.binary_search_by_key(&item.id, |known| known.id) {
            Ok(index) => {
                if let Some(known) = self.items.get_mut(index) {
                    let answers = std::mem::take(&mut Arc::make_mut(known).answers);
                    *known = Arc::new(Item { answers, ..item });
                }
            }
            Err(index) => self.items.insert(index, Arc::new(item)),
        }
    }

    /// A new item of a kind, at the end of the order.
    pub fn new_item(&self, kind: ItemKind, role: Slug, contact: Contact) -> Item {
        Item {
            id: self.next_item(),
            kind,
            role,
            rank: self.items().map(|item| item.rank).max().map_or(0, |rank| rank + 1),
            contact,
            person: None,
            about: None,
            former: None,
            checked_at: None,
            removed: false,
            answers: Answers::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bakery() -> Dossier {
        let mut dossier = Dossier::default();
        for role in ["decider", "deputy"] {
            dossier.save_item(dossier.new_item(ItemKind::Contact, role.into(), Contact::default()));
        }
        dossier
    }

    #[test]
    fn an_item_that_was_taken_off_keeps_its_id_for_itself() {
        let mut dossier = bakery();
        let gone = Item { removed: true, ..dossier.item(ItemId(2)).cloned().unwrap() };
        dossier.save_item(gone);
        assert!(dossier.item(ItemId(2)).is_none());
        assert_eq!(dossier.next_item(), ItemId(3));
    }

    #[test]
    fn an_answer_that_is_forgotten_leaves_its_question_open_and_no_other() {
        let mut dossier = bakery();
        let answer = |value| {
            let by = crate::domain::ids::PersonId(uuid::Uuid::nil());
            Answer { value, by, at: chrono::DateTime::UNIX_EPOCH, catalogue: 1 }
        };
        let slots = [None, Some(ItemId(2))].map(|item| Slot { item, question: "who".into() });
        for slot in &slots {
            dossier.save_answer(slot.clone(), answer(Value::Item(ItemId(1))));
        }
        assert_eq!(dossier.naming(ItemId(1)), slots);
        dossier.save_answer(slots[1].clone(), answer(Value::Open));
        assert_eq!(dossier.naming(ItemId(1)), slots[..1]);
        assert_eq!(dossier.value(&slots[1]), None);
        dossier.forget_answer(&slots[0]);
        dossier.forget_answer(&Slot::of(ItemId(7), "who"));
        assert!(dossier.naming(ItemId(1)).is_empty());
    }

    #[test]
    fn a_copy_does_not_see_later_changes() {
        let mut dossier = bakery();
        let before = dossier.clone();
        let mut renamed = dossier.item(ItemId(1)).cloned().unwrap();
        renamed.contact.name = Some("Anna".into());
        dossier.save_item(renamed);
        assert_eq!(before.item(ItemId(1)).unwrap().contact.name, None);
    }
}
