//! Somebody is removed: what the owner hears of what they can still read.

use std::sync::atomic::Ordering;

use noodplan::{
    app::ports::Store,
    dialogue::{
        Place,
        input::{InGroup, Raw},
    },
    domain::member::Role,
};

use crate::stage::{Backing, Stage, conversation};

async fn says(stage: &mut Stage, speaker: &str, raw: Raw) -> String {
    let incoming = stage.event(speaker, "nl", raw);
    let heard = stage.play(incoming).await;
    heard.iter().map(|message| message.text.plain()).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn whoever_may_still_read_along_in_a_group_is_spoken_of() {
    for switched in [
        vec![],
        vec![InGroup::On("anna".into())],
        vec![InGroup::On("anna".into()), InGroup::Off("anna".into())],
    ] {
        let mut stage = Stage::new(Backing::Memory).await;
        for said in ["hoi", "1"] {
            says(&mut stage, "anna", Raw::Text(said.into())).await;
        }
        stage.joins("anna", "bram", "nl", Role::Reader).await;
        let is_on = switched.len() == 1;
        for switch in switched {
            says(&mut stage, "group", Raw::InGroup(switch)).await;
        }
        for said in ["/leden", "bram", "weghalen"] {
            says(&mut stage, "anna", Raw::Text(said.into())).await;
        }
        let heard = says(&mut stage, "anna", Raw::Text("ja".into())).await;
        assert!(heard.contains("Bram kan nergens meer bij"), "{heard}");
        assert_eq!(heard.contains("nog in een groep"), is_on, "{heard}");
    }
}

#[tokio::test]
async fn the_log_is_read_for_owners_where_it_is_needed_and_never_for_others() {
    let mut stage = Stage::new(Backing::Memory).await;
    for said in ["hoi", "1"] {
        says(&mut stage, "anna", Raw::Text(said.into())).await;
    }
    stage.joins("anna", "bram", "nl", Role::Reader).await;
    let before = stage.app.store.log_reads.load(Ordering::Relaxed);
    says(&mut stage, "anna", Raw::Text("/menu".into())).await;
    assert_eq!(stage.app.store.log_reads.load(Ordering::Relaxed), before, "the menu needs none");
    for (speaker, said) in [("bram", ["/leden", "2", "1"]), ("anna", ["/leden", "bram", "weghalen"])] {
        for said in said {
            says(&mut stage, speaker, Raw::Text(said.into())).await;
        }
        let (known, _) = stage.app.store.load(&conversation(speaker)).await.unwrap().conversation.unwrap();
        assert!(matches!(known.state.place, Place::RemoveMember(_)), "{speaker}: {:?}", known.state.place);
        let reads = stage.app.store.log_reads.load(Ordering::Relaxed);
        assert_eq!(reads > before, speaker == "anna", "{speaker}");
    }
    let before = stage.app.store.log_reads.load(Ordering::Relaxed);
    says(&mut stage, "anna", Raw::Text("wat?".into())).await;
    assert_eq!(stage.app.store.log_reads.load(Ordering::Relaxed), before + 1, "once is enough");
    let before = stage.app.store.log_reads.load(Ordering::Relaxed);
    says(&mut stage, "anna", Raw::Text("/noodplan".into())).await;
    assert_eq!(stage.app.store.log_reads.load(Ordering::Relaxed), before, "nothing stands in its way");
}
