//! A second channel: who hears of it is who shares a company with that person, and nobody at whose door they still wait.

use noodplan::domain::ids::CompanyId;

use super::*;
use crate::logged::logged;

/// What somebody types on a second channel, so that it speaks for them.
async fn words_to_link(stage: &mut Stage, name: &str) -> Raw {
    let heard = says(stage, name, Raw::Text("/koppel".into())).await;
    let text = heard[0].text.plain();
    Raw::Text(text[text.find("!koppel").unwrap()..].into())
}

/// Somebody begins a company.
async fn begins(stage: &mut Stage, name: &str) -> (PersonId, CompanyId) {
    for words in ["hoi", "1"] {
        says(stage, name, Raw::Text(words.into())).await;
    }
    let begun = stage.app.store.load(&conversation(name)).await.unwrap().conversation.unwrap().0;
    (begun.person, begun.company.unwrap())
}

/// Somebody who has a chat already is a member of this company from now on.
async fn belongs(stage: &Stage, company: CompanyId, person: PersonId, standing: Standing) {
    let (now, store) = (DateTime::<Utc>::UNIX_EPOCH, &stage.app.store);
    let member = Member { standing, ..Member::confirmed(person, Role::Reader, now) };
    let commit = Commit {
        changes: vec![Change::SaveMember(member)],
        company: Some((company, store.company(company).await.unwrap().unwrap().version)),
        ..Commit::of_event(conversation("nobody"), format!("belongs-{company:?}"), now)
    };
    store.commit(commit).await.unwrap();
}

#[tokio::test]
async fn where_somebody_still_waits_nobody_hears_of_their_second_channel() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna_and_waiting_bram(backing).await;
        let (carla, _) = begins(&mut stage, "carla").await;
        let anna = stage.app.store.load(&conversation("anna")).await.unwrap();
        let company = anna.conversation.unwrap().0.company.unwrap();
        belongs(&stage, company, carla, Standing::Accepted).await;
        assert!(stage.app.store.companies_of(carla).await.unwrap().contains(&company));
        stage.news().await;
        let log = stage.app.store.log(company, 10).await.unwrap();

        let typed = words_to_link(&mut stage, "carla").await;
        says(&mut stage, "carla-thuis", typed).await;
        let at_home = stage.app.store.load(&conversation("carla-thuis")).await.unwrap();
        assert_eq!(at_home.conversation.unwrap().0.person, carla);
        let told: Vec<_> = stage.news().await.into_iter().map(|news| news.conversation).collect();
        assert_eq!(told, [conversation("carla")]);
        assert_eq!(stage.app.store.log(company, 10).await.unwrap(), log);
    }
}

/// Carla also belongs to the companies of Anna and Bram, and that of Anna cannot be read.
#[tokio::test]
async fn whom_a_company_that_cannot_be_read_keeps_from_hearing_of_a_second_channel_is_in_the_log() {
    for companies_fail in [false, true] {
        logged();
        let mut stage = Stage::new(Backing::Memory).await;
        let (carla, _) = begins(&mut stage, "carla").await;
        for name in ["anna", "bram"] {
            let (_, company) = begins(&mut stage, name).await;
            belongs(&stage, company, carla, Standing::Confirmed).await;
            stage.app.store.damaged.lock().unwrap().get_or_insert(company);
        }
        let typed = words_to_link(&mut stage, "carla").await;
        stage.app.store.companies_fail.store(companies_fail, Ordering::Relaxed);
        stage.news().await;
        assert!(!logged().contains("a turn was not written"));

        says(&mut stage, "carla-thuis", typed).await;
        let told: Vec<_> = stage.news().await.into_iter().map(|news| news.conversation).collect();
        assert!(told.contains(&conversation("carla")), "the second channel is hers all the same: {told:?}");
        assert!(!told.contains(&conversation("anna")));
        assert_eq!(told.contains(&conversation("bram")), !companies_fail, "{told:?}");
        let log = logged();
        let why = if companies_fail { "down" } else { "as the test wanted it" };
        assert!(log.contains("a turn was not written") && log.contains(why), "{log}");
    }
}
