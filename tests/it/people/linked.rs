//! A second channel: who hears of it is who shares a company with that person, and nobody at whose door they still wait.

use super::*;

#[tokio::test]
async fn where_somebody_still_waits_nobody_hears_of_their_second_channel() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna_and_waiting_bram(backing).await;
        for words in ["hoi", "1"] {
            says(&mut stage, "carla", Raw::Text(words.into())).await;
        }
        let carla =
            stage.app.store.load(&conversation("carla")).await.unwrap().conversation.unwrap().0.person;
        let anna = stage.app.store.load(&conversation("anna")).await.unwrap();
        let (company, version) =
            (anna.conversation.unwrap().0.company.unwrap(), anna.company.unwrap().version);
        let waits = Member {
            standing: Standing::Accepted,
            ..Member::confirmed(carla, Role::Reader, DateTime::<Utc>::UNIX_EPOCH)
        };
        let commit = Commit {
            changes: vec![Change::SaveMember(waits)],
            company: Some((company, version)),
            ..Commit::of_event(conversation("nobody"), "waits".into(), DateTime::<Utc>::UNIX_EPOCH)
        };
        stage.app.store.commit(commit).await.unwrap();
        assert!(stage.app.store.companies_of(carla).await.unwrap().contains(&company));
        stage.news().await;
        let log = stage.app.store.log(company, 10).await.unwrap();

        let heard = says(&mut stage, "carla", Raw::Text("/koppel".into())).await;
        let typed = heard[0].text.plain();
        let typed = &typed[typed.find("!koppel").unwrap()..];
        says(&mut stage, "carla-thuis", Raw::Text(typed.into())).await;
        let at_home = stage.app.store.load(&conversation("carla-thuis")).await.unwrap();
        assert_eq!(at_home.conversation.unwrap().0.person, carla);
        let told: Vec<_> = stage.news().await.into_iter().map(|news| news.conversation).collect();
        assert_eq!(told, [conversation("carla")]);
        assert_eq!(stage.app.store.log(company, 10).await.unwrap(), log);
    }
}
