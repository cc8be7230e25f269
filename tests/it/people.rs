//! Several people of one company: what one does is heard by the others.

use std::sync::atomic::Ordering;

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::{
        keeping::{Amendment, Keeping},
        ports::{Clock, Commit, Conversation, ConversationKey, Incoming, Outgoing, Store},
    },
    dialogue::{ChannelKind, Place, input::Raw, standing::StandingTap, step::Change},
    domain::{
        audit::{Act, Actor},
        ids::PersonId,
        member::{Member, Role, Standing},
    },
    text::Language,
};
use uuid::Uuid;

use crate::{
    stage::{Backing, Stage, conversation, joins},
    store_conformance::join_all,
};

mod groups;
mod linked;
mod removed;

const BRAM: PersonId = PersonId(Uuid::from_u128(7));
/// What stands for the words of somebody who was given none.
const NO_WORDS: u32 = 0x811c_9dc5;

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
        standing: Standing::Accepted,
        name: Some("Bram".into()),
        ..Member::confirmed(BRAM, Role::Reader, DateTime::<Utc>::UNIX_EPOCH)
    };
    let commit = Commit {
        conversation: Some(Conversation {
            company: Some(company),
            listed: true,
            ..Conversation::new(BRAM, Language::En, Place::Welcome, DateTime::<Utc>::UNIX_EPOCH)
        }),
        lists: true,
        changes: vec![Change::SaveMember(bram)],
        company: Some((company, anna.company.unwrap().version)),
        ..Commit::of_event(conversation("bram"), "seed".into(), DateTime::<Utc>::UNIX_EPOCH)
    };
    store.commit(commit).await.unwrap();
    stage
}

#[tokio::test]
async fn who_is_confirmed_hears_it_in_their_own_language_and_only_then_sees_the_company() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna_and_waiting_bram(backing).await;
        let before = says(&mut stage, "bram", Raw::Text("/menu".into())).await;
        let sees_the_plan = |heard: &[Outgoing]| {
            heard.iter().flat_map(|message| &message.buttons).any(|it| it.label == "See the emergency plan")
        };
        assert!(!sees_the_plan(&before), "{before:?}");

        let tap = Raw::Tap(StandingTap::Confirm(BRAM, NO_WORDS).token());
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
        assert!(sees_the_plan(&after), "{after:?}");
    }
}

#[tokio::test]
async fn the_other_owners_hear_who_can_be_reached_nowhere_any_more_and_once() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna_and_waiting_bram(backing).await;
        stage.joins("anna", "carla", "en", Role::Owner).await;
        stage.joins("anna", "dirk", "nl", Role::Editor).await;
        let lost = async |stage: &mut Stage, name: &str| -> Vec<String> {
            stage.app.note_reach(&conversation(name), false).await.unwrap();
            let news = stage.news().await;
            let told = |message: &Outgoing| {
                format!("{}: {}", message.conversation.address.as_str(), message.text.plain())
            };
            news.iter().map(told).collect()
        };
        assert_eq!(lost(&mut stage, "bram").await, Vec::<String>::new(), "nobody confirmed Bram");
        let told = lost(&mut stage, "dirk").await;
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told.iter().any(|told| told.contains("anna: ⚠ Dirk van ")), "{told:?}");
        assert!(told.iter().any(|told| told.contains("carla: ⚠ Dirk of ")), "{told:?}");
        assert_eq!(lost(&mut stage, "dirk").await, Vec::<String>::new(), "that was said");
        stage.app.note_reach(&conversation("dirk"), true).await.unwrap();
        assert_eq!(stage.news().await, []);
        assert_eq!(lost(&mut stage, "carla").await.len(), 1, "Anna, and not Carla herself");
        assert_eq!(lost(&mut stage, "anna").await.len(), 1, "Carla, should she look again");
    }
}

#[tokio::test]
async fn nobody_hears_of_somebody_who_can_still_be_reached_elsewhere() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna_with_a_company(backing).await;
        let (anna, elsewhere) = (conversation("anna"), conversation("dirk elsewhere"));
        for chat in [conversation("dirk"), elsewhere.clone()] {
            let now = stage.clock.now();
            joins(&stage.app.store, &anna, ("dirk", &chat), "nl", Role::Editor, now).await;
        }
        stage.app.note_reach(&conversation("dirk"), false).await.unwrap();
        assert_eq!(stage.news().await, []);
        stage.app.note_reach(&elsewhere, false).await.unwrap();
        assert_eq!(stage.news().await.len(), 1, "Anna");
    }
}

#[tokio::test]
async fn nobody_confirms_themselves() {
    let mut stage = anna_and_waiting_bram(Backing::Memory).await;
    says(&mut stage, "bram", Raw::Tap(StandingTap::Confirm(BRAM, NO_WORDS).token())).await;
    let company = stage.app.store.load(&conversation("anna")).await.unwrap().company.unwrap();
    assert_eq!(company.members[1].standing, Standing::Accepted);
    assert_eq!(stage.news().await, []);
}

#[tokio::test]
async fn a_button_about_the_company_that_is_spoken_for_works_when_no_other_can_be_looked_up() {
    let mut stage = anna_and_waiting_bram(Backing::Memory).await;
    let anna = stage.app.store.load(&conversation("anna")).await.unwrap().conversation.unwrap().0;
    stage.app.store.companies_fail.store(true, Ordering::Relaxed);
    let tap = StandingTap::Confirm(BRAM, NO_WORDS).token_of(anna.company.unwrap());
    says(&mut stage, "anna", Raw::Tap(tap)).await;
    let company = stage.app.store.load(&conversation("anna")).await.unwrap().company.unwrap();
    assert_eq!(company.members[1].standing, Standing::Confirmed);
}

#[tokio::test]
async fn whoever_leaves_a_company_hears_nothing_of_it_any_more_whatever_company_it_was_said_in() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna_and_waiting_bram(backing).await;
        let anna = stage.app.store.load(&conversation("anna")).await.unwrap().conversation.unwrap().0;
        let company = anna.company.unwrap();
        stage.joins("anna", "carla", "nl", Role::Owner).await;
        says(&mut stage, "carla", Raw::Text("/bedrijf".into())).await;
        says(&mut stage, "carla", Raw::Text("nog een".into())).await;
        says(&mut stage, "carla", Raw::Tap(StandingTap::Confirm(BRAM, NO_WORDS).token_of(company))).await;
        let store = &stage.app.store;
        let to_bram = async || {
            let unsent = store.unsent(ChannelKind::Terminal).await.unwrap();
            unsent.iter().filter(|message| message.conversation == conversation("bram")).count()
        };
        assert_eq!(to_bram().await, 1);
        let version = store.company(company).await.unwrap().unwrap().version;
        let removes = Amendment {
            company: (company, version),
            by: Actor::Person(anna.person),
            changes: vec![Change::RemoveMember(BRAM)],
            outgoing: Vec::new(),
            at: stage.app.clock.now(),
        };
        store.amend(removes).await.unwrap();
        assert_eq!(to_bram().await, 0);
    }
}

/// The code in the newest invitation of Anna.
async fn invitation(stage: &mut Stage) -> String {
    says(stage, "anna", Raw::Text("/uitnodigen".into())).await;
    let heard = says(stage, "anna", Raw::Text("lezer".into())).await;
    let text: String = heard.iter().map(|message| message.text.plain() + "\n").collect();
    text.split_whitespace().find(|word| word.len() == 22).unwrap().to_owned()
}

async fn anna_with_a_company(backing: Backing) -> Stage {
    let mut stage = Stage::new(backing).await;
    stage.clock.set(DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000));
    says(&mut stage, "anna", Raw::Text("hoi".into())).await;
    says(&mut stage, "anna", Raw::Text("1".into())).await;
    stage
}

async fn members(stage: &Stage) -> usize {
    stage.app.store.load(&conversation("anna")).await.unwrap().company.unwrap().members.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_who_use_one_invitation_at_once_one_gets_in() {
    for backing in [Backing::Memory, Backing::Sqlite] {
        let mut stage = anna_with_a_company(backing).await;
        let code = invitation(&mut stage).await;
        let text = format!("/meedoen {code}");
        let events: Vec<_> = (0..50)
            .map(|number| stage.event(&format!("p{number}"), "nl", Raw::Text(text.as_str().into())))
            .collect();
        let heard = join_all(events.into_iter().map(|event| stage.play(event))).await;
        let in_count = heard.iter().filter(|heard| heard[0].text.plain().contains("drie woorden")).count();
        assert_eq!(in_count, 1);
        assert_eq!(members(&stage).await, 2);
    }
}

#[tokio::test]
async fn an_invitation_works_for_72_hours_and_not_a_second_longer() {
    for (seconds, works) in [(72 * 3_600 - 1, true), (72 * 3_600, false), (72 * 3_600 + 1, false)] {
        let mut stage = anna_with_a_company(Backing::Sqlite).await;
        let code = invitation(&mut stage).await;
        stage.clock.set(stage.app.clock.now() + TimeDelta::seconds(seconds));
        says(&mut stage, "bram", Raw::Text(format!("/start {code}").into())).await;
        assert_eq!(members(&stage).await == 2, works, "after {seconds} s");
    }
}

#[tokio::test]
async fn who_guesses_five_codes_waits_an_hour_also_after_a_restart() {
    let mut stage = anna_with_a_company(Backing::Sqlite).await;
    let code = invitation(&mut stage).await;
    for number in 0..5 {
        let heard = says(&mut stage, "eva", Raw::Text(format!("/meedoen 0000000{number}").into())).await;
        assert!(heard[0].text.plain().starts_with("Deze code ken ik niet"), "{heard:?}");
    }
    stage.restart().await;
    let right = || Raw::Text(format!("/meedoen {code}").into());
    let heard = says(&mut stage, "eva", right()).await;
    assert!(heard[0].text.plain().starts_with("Er zijn te veel verkeerde codes"), "{heard:?}");
    assert_eq!(members(&stage).await, 1);
    stage.clock.set(stage.app.clock.now() + TimeDelta::hours(1));
    says(&mut stage, "eva", right()).await;
    assert_eq!(members(&stage).await, 2);
}

#[tokio::test]
async fn fifty_wrong_codes_of_everybody_stop_all_codes_and_warn_who_has_invitations_out() {
    let mut stage = anna_with_a_company(Backing::Memory).await;
    let code = invitation(&mut stage).await;
    for number in 0..50 {
        assert_eq!(stage.news().await, []);
        says(&mut stage, &format!("eva{number}"), Raw::Text("/meedoen 12345678".into())).await;
    }
    let news = stage.news().await;
    assert_eq!(news.len(), 1);
    assert!(news[0].text.plain().starts_with("Iemand probeert codes te raden."), "{news:?}");
    let right = || Raw::Text(format!("/meedoen {code}").into());
    let heard = says(&mut stage, "bram", right()).await;
    assert!(heard[0].text.plain().starts_with("Er zijn te veel verkeerde codes"), "{heard:?}");
    stage.clock.set(stage.app.clock.now() + TimeDelta::minutes(10));
    says(&mut stage, "bram", right()).await;
    assert_eq!(members(&stage).await, 2);
}

#[tokio::test]
async fn a_copy_of_today_is_known_however_much_was_written_down_since() {
    let mut stage = anna_with_a_company(Backing::Memory).await;
    for answer in ["Hier is de kopie", "Een kopie kan één keer per dag"] {
        says(&mut stage, "anna", Raw::Text("/mijngegevens".into())).await;
        let heard = says(&mut stage, "anna", Raw::Text("kopie van alles".into())).await;
        assert!(heard.iter().any(|message| message.text.plain().starts_with(answer)), "{answer}: {heard:?}");
        let anna = stage.app.store.load(&conversation("anna")).await.unwrap();
        let (speaks, company) = (anna.conversation.unwrap().0, anna.company.unwrap());
        for later in 0..1_500 {
            let note = Amendment {
                company: (speaks.company.unwrap(), company.version + later),
                by: Actor::Person(speaks.person),
                changes: vec![Change::Note(Act::Invited(Role::Reader))],
                outgoing: Vec::new(),
                at: stage.app.clock.now(),
            };
            stage.app.store.amend(note).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_yes_counts_for_the_words_beside_it_and_for_no_others() {
    let mut stage = anna_with_a_company(Backing::Memory).await;
    let mut yes = Vec::new();
    for _ in 0..2 {
        // Other random bytes.
        stage.clock.set(stage.app.clock.now() + TimeDelta::minutes(1));
        let code = invitation(&mut stage).await;
        says(&mut stage, "bram", Raw::Text(format!("/meedoen {code}").into())).await;
        let asked = stage.news().await.remove(0);
        yes.push(asked.buttons[0].token.clone());
        if yes.len() == 1 {
            says(&mut stage, "anna", Raw::Tap(asked.buttons[1].token.clone())).await;
            stage.news().await;
        }
    }
    for (tap, standing) in yes.into_iter().zip([Standing::Accepted, Standing::Confirmed]) {
        says(&mut stage, "anna", Raw::Tap(tap)).await;
        let company = stage.app.store.load(&conversation("anna")).await.unwrap().company.unwrap();
        assert_eq!(company.members[1].standing, standing);
    }
}

#[tokio::test]
async fn a_reader_reads_the_plan_and_nothing_else() {
    let mut stage = anna_with_a_company(Backing::Memory).await;
    let code = invitation(&mut stage).await;
    says(&mut stage, "bram", Raw::Text(format!("/meedoen {code}").into())).await;
    let tap = stage.news().await.remove(0).buttons[0].token.clone();
    says(&mut stage, "anna", Raw::Tap(tap)).await;
    let before = stage.app.store.load(&conversation("anna")).await.unwrap().company.unwrap().version;
    let plan = says(&mut stage, "bram", Raw::Text("/noodplan".into())).await;
    assert!(plan[0].text.plain().starts_with("NOODPLAN"), "{plan:?}");
    assert!(plan[0].buttons.iter().all(|button| button.label != "Bellijst aanpassen"));
    for text in ["/menu", "/leden"] {
        let heard = says(&mut stage, "bram", Raw::Text(text.into())).await;
        assert!(!heard[0].text.plain().contains("0 van"), "{heard:?}");
    }
    for text in ["/verder", "/uitnodigen"] {
        let heard = says(&mut stage, "bram", Raw::Text(text.into())).await;
        let text = heard[0].text.plain();
        assert!(
            text.starts_with("Dat mag jij hier niet") || text.starts_with("Dat kan alleen de eigenaar"),
            "{text}"
        );
    }
    let after = stage.app.store.load(&conversation("anna")).await.unwrap().company.unwrap().version;
    assert_eq!(after, before);
}

#[tokio::test]
async fn the_bot_says_by_which_name_it_is_known() {
    let mut stage = anna_with_a_company(Backing::Memory).await;
    let text = async |stage: &mut Stage| {
        let heard = says(stage, "anna", Raw::Text("/privacy".into())).await;
        heard.iter().map(|message| message.text.plain()).collect::<String>()
    };
    assert!(!text(&mut stage).await.contains('@'));
    stage.app.bot.set("our_bot".into()).unwrap();
    assert!(text(&mut stage).await.contains("heet ik @our_bot."));
}

#[tokio::test]
async fn what_changes_who_may_do_what_is_typed_on_matrix() {
    let mut stage = Stage::new(Backing::Memory).await;
    let anna = ConversationKey { channel: ChannelKind::Matrix, address: "@anna:example.org".into() };
    let on_matrix = async |stage: &mut Stage, raw: Raw| {
        let incoming = Incoming { conversation: anna.clone(), ..stage.event("anna", "nl", raw) };
        stage.play(incoming).await
    };
    for said in ["hoi", "1"] {
        on_matrix(&mut stage, Raw::Text(said.into())).await;
    }
    let (bram, now) = (conversation("bram"), stage.app.clock.now());
    joins(&stage.app.store, &anna, ("bram", &bram), "nl", Role::Reader, now).await;
    on_matrix(&mut stage, Raw::Text("/leden".into())).await;
    let card = on_matrix(&mut stage, Raw::Text("bram".into())).await;
    let editor = card[0].buttons.iter().find(|button| button.label == "Maak invuller").unwrap();
    for (raw, role) in
        [(Raw::Tap(editor.token.clone()), Role::Reader), (Raw::Text("maak invuller".into()), Role::Editor)]
    {
        let heard = on_matrix(&mut stage, raw).await;
        assert_eq!(heard[0].text.plain().contains("Typ het antwoord"), role == Role::Reader, "{heard:?}");
        let members = stage.app.store.load(&bram).await.unwrap().company.unwrap().members;
        assert_eq!(members[1].role, role);
    }
}
