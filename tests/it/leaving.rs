//! Somebody is removed: what the owner hears of what they can still read.

use noodplan::{
    dialogue::input::{InGroup, Raw},
    domain::member::Role,
};

use crate::stage::{Backing, Stage};

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
        assert!(heard.contains("bram kan nergens meer bij"), "{heard}");
        assert_eq!(heard.contains("nog in een groep"), is_on, "{heard}");
    }
}
