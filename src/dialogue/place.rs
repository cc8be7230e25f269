//! Where somebody is in the conversation. It is stored, and holds no answer; but words of which only a tap can say what they are
//! wait here until then.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{agenda, agreements, forget, letter, review, things, todos},
    domain::{
        dossier::Slot,
        ids::{ItemId, PersonId, Slug},
        pii::Pii,
    },
};

/// Which part of a contact question is being asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The question itself.
    #[default]
    Whole,
    /// The name is still missing.
    Name,
    /// The number is still missing.
    Number,
    /// There are several numbers; which one to call first.
    Which,
    /// The product that was named may be one of several versions.
    Exact,
    /// Something hangs on what was unticked: does it go all the same?
    Leaving,
}

/// Why a question is on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visit {
    /// On the way through the section.
    #[default]
    Walk,
    /// To change one answer and go back to the list of answers.
    Change,
    /// On the way through the questions about one thing.
    About,
    /// To change one answer about a thing and go back to it.
    Fix,
    /// To do what is on the list of to-dos, and go back to it.
    Todo,
    /// To tell about an agreement and go back to it.
    Agreement,
    /// To change one answer in a review and go on with it.
    Review,
    /// To change one answer in passing and go back to where one was.
    Passing(Box<Place>),
}

impl Visit {
    /// On the way through questions, with a next one behind every answer.
    pub fn goes_on(&self) -> bool {
        matches!(self, Self::Walk | Self::About)
    }
}

/// A part of a call-list line that can be changed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Who to ask for.
    Name,
    /// What to dial.
    Number,
    /// When they answer.
    Hours,
    /// Customer number with a supplier.
    CustomerNumber,
    /// Contract number with a supplier.
    ContractNumber,
    /// Whether it is still the same party, now that it got another name.
    Party,
}

impl Field {
    /// Every field that can be chosen, in the order of offering.
    pub const ALL: [Self; 5] =
        [Self::Name, Self::Number, Self::Hours, Self::CustomerNumber, Self::ContractNumber];

    /// Its word in ids of messages.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Number => "number",
            Self::Hours => "hours",
            Self::CustomerNumber => "customer-number",
            Self::ContractNumber => "contract-number",
            Self::Party => "party",
        }
    }
}

/// Where somebody is in the conversation. It holds no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Never greeted.
    #[default]
    Stranger,
    /// Greeted; asked whether it is all right to begin.
    Welcome,
    /// Greeted after bringing a code with which one may start a company.
    LetIn,
    /// Asked whether something is wrong right now.
    Trouble,
    /// A question of the catalogue.
    Question {
        /// Which one, about what.
        slot: Slot,
        /// Which part of it.
        #[serde(default)]
        part: Part,
        /// Why it is asked.
        #[serde(default)]
        visit: Visit,
    },
    /// The menu.
    Menu,
    /// What is not needed every day.
    More,
    /// What follows from the answers: the views, to choose one.
    Results,
    /// The views that are not looked at every day, to choose one.
    MoreResults,
    /// Suppliers, connections and devices, to choose which one fails.
    WhatIf {
        /// Page, counted from 0.
        page: u16,
    },
    /// The answers of one section, to choose one and change it.
    Answers {
        /// The section.
        section: Slug,
        /// Page, counted from 0.
        page: u16,
    },
    /// The things of the firm, to look at them and change them.
    Things(things::At),
    /// The to-dos.
    Todos(todos::list::At),
    /// A letter to a supplier, and what they answer.
    Letter(letter::At),
    /// The log.
    Log {
        /// Page, counted from 0.
        page: u16,
    },
    /// On the way to being forgotten.
    Forget(forget::Forgetting),
    /// Offered a copy of everything of the company.
    Copy,
    /// The call list, to choose a line and change it.
    Lines {
        /// A line that was just taken off and can be put back.
        undo: Option<ItemId>,
    },
    /// What comes back, and when.
    Agenda(agenda::Spot),
    /// One line of the call list.
    Line(ItemId),
    /// One part of one line is being typed anew.
    LineField(ItemId, Field),
    /// What waits for this person.
    Waiting,
    /// The people of the company, to choose one.
    Members,
    /// One of them.
    Member(PersonId),
    /// Asked whether it is sure that this member goes.
    RemoveMember(PersonId),
    /// Somebody is invited: as what?
    Invite,
    /// Somebody is to become owner because no owner can be reached: who; or, when somebody was chosen, whether that is sure.
    Succession(Option<PersonId>),
    /// A helper proposes another answer.
    Propose {
        /// The section among whose answers they were.
        section: Slug,
        /// To what.
        slot: Slot,
    },
    /// The companies of this person, to choose one.
    Companies,
    /// The parts of the questionnaire, to choose one.
    Parts,
    /// Among the agreements.
    Agreements(agreements::Spot),
    /// The backup diary.
    BackupDiary {
        /// The day that is being written down.
        on: NaiveDate,
    },
    /// Asked since when something is wrong, to find a backup from before.
    SafeBackup,
    /// In the six-monthly review.
    Review {
        /// What is on the screen.
        spot: review::Spot,
        /// An item that was just taken off and can be put back.
        undo: Option<ItemId>,
    },
}

impl Place {
    /// Where somebody goes back to from a question that they answer in passing.
    pub fn beneath(&self) -> Option<&Self> {
        match self {
            Self::Question { visit: Visit::Passing(beneath), .. } => Some(beneath),
            _ => None,
        }
    }

    /// A question that is answered in passing, from here. From such a question to the next one goes back to where the first one was
    /// asked, so that no more than one place lies beneath.
    pub fn in_passing(&self, slot: Slot) -> Self {
        match self {
            Self::Question { slot: asked, .. } if *asked == slot => self.clone(),
            _ => {
                let beneath = self.beneath().unwrap_or(self).clone();
                Self::Question { slot, part: Part::Whole, visit: Visit::Passing(Box::new(beneath)) }
            }
        }
    }
}

/// The position of a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct State {
    /// Where the person is.
    pub place: Place,
    /// The emergency plan lies on top: what is typed now is no answer to what lies under it.
    #[serde(default)]
    pub in_noodplan: bool,
    /// Words that a tap says the meaning of. While the plan is open: those that opened it and may have been an answer to what lies
    /// under it. Else: a number of which it is asked whose it is. Gone with the next step that is not about them.
    #[serde(default, alias = "cried", skip_serializing_if = "Option::is_none")]
    pub unsure: Option<Pii<String>>,
}

impl State {
    /// The emergency plan on top of a place.
    pub fn in_plan(place: Place) -> Self {
        Self { place, in_noodplan: true, unsure: None }
    }

    /// The same with nothing on top.
    pub fn beneath(&self) -> Self {
        self.place.clone().into()
    }

    /// The position for somebody who belongs to no company, whatever it was when they did.
    pub fn of_outsider(self) -> Self {
        let place = match self.place {
            Place::Stranger | Place::Welcome | Place::LetIn => self.place,
            _ => Place::Stranger,
        };
        Self { place, in_noodplan: self.in_noodplan, unsure: None }
    }
}

impl From<Place> for State {
    fn from(place: Place) -> Self {
        Self { place, in_noodplan: false, unsure: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_one_place_lies_beneath_a_question_in_passing() {
        let asked = |question: &str| Place::Menu.in_passing(Slot::own(question));
        let first = asked("first");
        assert_eq!(first.beneath(), Some(&Place::Menu));
        assert_eq!(first.in_passing(Slot::own("second")), asked("second"));
        assert_eq!(first.in_passing(Slot::own("first")), first, "it is on the screen");
        assert_eq!(Place::Menu.beneath(), None);
    }

    #[test]
    fn what_was_stored_before_there_were_questions_in_passing_is_read() {
        let stored = r#"{"place":{"question":{"slot":{"item":null,"question":"q"},"visit":"change"}}}"#;
        let visit = Visit::Change;
        let place = Place::Question { slot: Slot::own("q"), part: Part::Whole, visit };
        assert_eq!(serde_json::from_str::<State>(stored).unwrap(), place.into());
        let state = State::from(Place::More.in_passing(Slot::own("q")));
        let text = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<State>(&text).unwrap(), state, "{text}");
    }
}
