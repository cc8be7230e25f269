//! Somebody is removed from the company that they speak for and has another: nothing of the one comes into the other.

use noodplan::{
    app::ports::Pinned,
    dialogue::{Part, Visit, correction::Answered},
    domain::{
        dossier::Slot,
        ids::{CompanyId, ItemId},
    },
};

use super::*;

/// Anna owns two companies, with Jan in the second one, and speaks for the first.
struct Anna {
    stage: Stage,
    first: CompanyId,
    second: CompanyId,
    jan: ItemId,
}

impl Anna {
    async fn new() -> Self {
        let mut stage = anna_with_a_company(Backing::Sqlite).await;
        let first = speaks(&stage).await.company.unwrap();
        for said in ["/bedrijf", "nog een bedrijf beginnen", "/menu"] {
            says(&mut stage, "anna", Raw::Text(said.into())).await;
        }
        says(&mut stage, "anna", Raw::Contact("Jan Bakker 06 11111111".into())).await;
        let loaded = stage.app.store.load(&conversation("anna")).await.unwrap();
        let jan = loaded.company.unwrap().dossier.items().next().unwrap().id;
        Self { second: loaded.conversation.unwrap().0.company.unwrap(), stage, first, jan }
    }

    /// She is removed from the first one, while her conversation is like this.
    async fn is_removed(&self, like: impl FnOnce(Conversation) -> Conversation) {
        let (store, at) = (&self.stage.app.store, self.stage.app.clock.now());
        let (speaks, version) = store.load(&conversation("anna")).await.unwrap().conversation.unwrap();
        let person = speaks.person;
        let commit = Commit {
            conversation: Some(like(Conversation { company: Some(self.first), ..speaks })),
            conversation_version: version,
            ..Commit::of_event(conversation("anna"), "seed".into(), at)
        };
        store.commit(commit).await.unwrap();
        self.amends(self.first, Change::RemoveMember(person)).await;
    }

    /// Something is changed in one of them, by nobody in a chat.
    async fn amends(&self, company: CompanyId, change: Change) {
        let store = &self.stage.app.store;
        let amendment = Amendment {
            company: (company, store.company(company).await.unwrap().unwrap().version),
            by: Actor::Operator,
            changes: vec![change],
            outgoing: Vec::new(),
            at: self.stage.app.clock.now(),
        };
        store.amend(amendment).await.unwrap();
    }
}

async fn speaks(stage: &Stage) -> Conversation {
    stage.app.store.load(&conversation("anna")).await.unwrap().conversation.unwrap().0
}

#[tokio::test]
async fn what_was_told_there_is_taken_back_in_no_other() {
    let mut anna = Anna::new().await;
    // The same number, in the company that she spoke for before.
    let (slot, at) = (Slot::own("must-be-told"), anna.stage.app.clock.now());
    let told = Answered { event: "old".into(), slot, at, made: vec![anna.jan] };
    anna.is_removed(|speaks| Conversation { answered: vec![told].into(), ..speaks }).await;
    says(&mut anna.stage, "anna", Raw::TakenBack { of: "old".into() }).await;
    let second = anna.stage.app.store.company(anna.second).await.unwrap().unwrap();
    assert_eq!(second.dossier.items().next().unwrap().id, anna.jan);
}

#[tokio::test]
async fn what_was_asked_there_is_answered_in_no_other() {
    let mut anna = Anna::new().await;
    let slot = Slot::own("company-name");
    let asked = Place::Question { slot: slot.clone(), part: Part::Whole, visit: Visit::Walk };
    anna.is_removed(|speaks| Conversation { state: asked.into(), ..speaks }).await;
    says(&mut anna.stage, "anna", Raw::Text("Kapsalon Krul".into())).await;
    let second = anna.stage.app.store.company(anna.second).await.unwrap().unwrap();
    assert_eq!(second.dossier.answer(&slot), None);
    let speaks = speaks(&anna.stage).await;
    assert_eq!((speaks.company, speaks.state.place), (Some(anna.second), Place::Menu));
}

#[tokio::test]
async fn the_list_in_view_is_held_against_the_other_one() {
    let mut anna = Anna::new().await;
    let version = anna.stage.app.store.company(anna.second).await.unwrap().unwrap().version;
    let pinned = Pinned { version, print: 7 };
    anna.is_removed(|speaks| Conversation { pinned: Some(pinned), ..speaks }).await;
    says(&mut anna.stage, "anna", Raw::Text("/menu".into())).await;
    // A terminal keeps no list in view, so that it stays as it was read.
    assert_eq!(speaks(&anna.stage).await.pinned, Some(Pinned { version: 0, ..pinned }));
}

#[tokio::test]
async fn whoever_still_waits_at_the_other_one_does_not_speak_for_it() {
    let mut anna = Anna::new().await;
    let person = speaks(&anna.stage).await.person;
    let waits = Member {
        standing: Standing::Accepted,
        ..Member::confirmed(person, Role::Reader, anna.stage.app.clock.now())
    };
    anna.amends(anna.second, Change::SaveMember(waits)).await;
    anna.is_removed(|speaks| speaks).await;
    assert_eq!(anna.stage.app.store.companies_of(person).await.unwrap(), [anna.second]);
    says(&mut anna.stage, "anna", Raw::Text("/menu".into())).await;
    assert_ne!(speaks(&anna.stage).await.company, Some(anna.second));
}
