//! Several people of one company: what one does is heard by the others.

use chrono::{DateTime, Utc};
use noodplan::{
    app::ports::{Commit, Conversation, Outgoing, Store},
    dialogue::{Place, input::Raw, standing::StandingTap, step::Change},
    domain::{
        ids::PersonId,
        member::{Member, Role, Standing},
    },
    text::Language,
};
use uuid::Uuid;

use crate::stage::{Backing, Stage, conversation};

const BRAM: PersonId = PersonId(Uuid::from_u128(7));

async fn says(stage: &mut Stage, speaker: &str, raw: Raw) -> Vec<Outgoing> {
    let incoming = stage.event(speaker, "nl", raw);
    stage.play(incoming).await
}

/// Anna has a company; Bram speaks English, used an invitation, and waits for her.
async fn anna_and_waiting_bram(backing: Backing) -> Stage {
    let mut stage = Stage::new(backing).await;
    says(&mut stage, "anna", Raw::Text("hoi".into())).await;
    says(&mut stage, "anna", Raw::Text("1".into())).await;
    let store = &stage.app.store;
    let anna = store.load(&conversation("anna")).await.unwrap();
    let company = anna.conversation.unwrap().0.company.unwrap();
    let bram = Member {
        person: BRAM,
        role: Role::Reader,
        standing: Standing::Accepted,
        name: Some("Bram".into()),
        joined_at: DateTime::<Utc>::UNIX_EPOCH,
    };
    let commit = Commit {
        conversation_key: conversation("bram"),
        event: "seed".into(),
        conversation: Some(Conversation {
            person: BRAM,
            name: None,
            language: Language::En,
            state: Place::Welcome.into(),
            heard_at: DateTime::<Utc>::UNIX_EPOCH,
            company: Some(company),
            listed: true,
            unreachable_at: None,
            pinned: None,
            reminded_of: Vec::new(),
        }),
        conversation_version: 0,
        lists: true,
        changes: vec![Change::SaveMember(bram)],
        company: Some((company, anna.company.unwrap().version)),
        outgoing: Vec::new(),
        wake: None,
        at: DateTime::<Utc>::UNIX_EPOCH,
    };
    store.commit(commit).await.unwrap();
    stage
}

#[tokio::test]
async fn who_is_confirmed_hears_it_in_their_own_language_and_only_then_sees_the_company() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna_and_waiting_bram(backing).await;
        let before = says(&mut stage, "bram", Raw::Text("/menu".into())).await;
        assert!(before.iter().all(|message| !message.text.plain().contains("Call list")), "{before:?}");

        let tap = Raw::Tap(StandingTap::Confirm(BRAM).token());
        let heard = says(&mut stage, "anna", tap.clone()).await;
        assert!(heard[0].text.plain().starts_with("✓ Bram hoort er nu bij: lezer."), "{heard:?}");
        let news = stage.news().await;
        assert_eq!(news.len(), 1);
        assert_eq!(news[0].conversation, conversation("bram"));
        assert!(news[0].text.plain().starts_with("You now belong to"), "{news:?}");

        let again = says(&mut stage, "anna", tap).await;
        assert!(again[0].text.plain().starts_with("Dat is al geregeld."), "{again:?}");
        assert_eq!(stage.news().await, []);
        let after = says(&mut stage, "bram", Raw::Text("/menu".into())).await;
        assert!(after[0].text.plain().contains("Call list"), "{after:?}");
    }
}

#[tokio::test]
async fn nobody_confirms_themselves() {
    let mut stage = anna_and_waiting_bram(Backing::Memory).await;
    says(&mut stage, "bram", Raw::Tap(StandingTap::Confirm(BRAM).token())).await;
    let company = stage.app.store.load(&conversation("anna")).await.unwrap().company.unwrap();
    assert_eq!(company.members[1].standing, Standing::Accepted);
    assert_eq!(stage.news().await, []);
}
