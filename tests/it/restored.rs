//! Data that was put back from a copy sends nothing old, tells its owners, and is known for what it is, wherever it was broken
//! off. On SQLite, and on PostgreSQL where one is given.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, TimeDelta, Utc};
use noodplan::{
    app::{
        keeping::{Amendment, Keeping},
        ports::{Commit, Incoming, LaneKind, Outgoing, Store},
        turn::App,
        wakes::{Wake, Wakes},
    },
    dialogue::{ChannelKind, Content, input::Raw, step::Change},
    domain::{
        audit::{Act, Actor},
        code::{Code, IssuedCode, Purpose},
        erasure::{self, Erasure},
        ids::PersonId,
        member::Role,
        succession::Succession,
    },
    operate::restored::{begin, run},
    store::{connect::sqlite_url, inspect::look_over, sql::SqlStore},
    text::{Rich, Span},
};
use tempfile::TempDir;
use uuid::{Builder, Uuid};

use crate::{
    keys::copied,
    plant::{self, Planted},
    stage::{StageClock, vault},
    store_conformance::NewV4Like,
};

mod broken_off;
mod postgres;
mod under_load;

type Bot = App<SqlStore, StageClock>;

const HOUR: TimeDelta = TimeDelta::hours(1);

/// A place where the bot runs: its data directory, and its database.
struct Site {
    folder: TempDir,
    url: String,
}

impl Site {
    fn in_folder(folder: TempDir) -> Self {
        let url = sqlite_url(folder.path());
        Self { folder, url }
    }

    fn new() -> Self {
        Self::in_folder(tempfile::tempdir().unwrap())
    }

    /// Starts as the program does; also gives whether the data counts as put back.
    async fn start(&self, now: DateTime<Utc>) -> (Bot, bool) {
        let clock = StageClock::default();
        clock.set(now);
        let store = SqlStore::open(&self.url, vault()).await.unwrap();
        let bot = App::new(store, clock, Content::built_in().unwrap());
        let was_put_back = begin(&bot, self.folder.path()).await.unwrap();
        (bot, was_put_back)
    }

    /// The same with the data of a copy; keys and everything else are those of now.
    fn with_data_of(&self, copy: &Path) -> Self {
        let folder = copied(self.folder.path());
        for name in ["noodplan.db", "noodplan.db-wal", "noodplan.db-shm"] {
            let _ = fs::remove_file(folder.path().join(name));
            if copy.join(name).exists() {
                fs::copy(copy.join(name), folder.path().join(name)).unwrap();
            }
        }
        Self::in_folder(folder)
    }

    fn epoch(&self) -> PathBuf {
        self.folder.path().join("epoch")
    }

    fn part(&self) -> PathBuf {
        self.folder.path().join("epoch.part")
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("noodplan.db")
    }
}

fn message(planted: &Planted, lane: LaneKind, at: DateTime<Utc>) -> Outgoing {
    let mut random = [0; 10];
    random.copy_from_slice(&Uuid::new_v4_like().as_bytes()[..10]);
    let millis = u64::try_from(at.timestamp_millis()).unwrap();
    Outgoing::new(
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid(),
        planted.conversation.clone(),
        lane,
        Rich(vec![Span { text: "hoi".into(), bold: false, fixed: false }]),
    )
}

/// The owner does something.
async fn turn(
    bot: &Bot,
    planted: &Planted,
    changes: Vec<Change>,
    outgoing: Vec<Outgoing>,
    at: DateTime<Utc>,
) {
    let (conversation, version) = bot.store.load(&planted.conversation).await.unwrap().conversation.unwrap();
    let turn = Commit {
        conversation: Some(conversation),
        conversation_version: version,
        changes,
        outgoing,
        wake: Some((planted.company, Wake::Moved(Some(plant::at() + HOUR)))),
        ..Commit::of_event(planted.conversation.clone(), format!("turn-{version}"), at)
    };
    bot.store.commit(turn).await.unwrap();
}

fn invitation() -> Code {
    Code::long([7; 16])
}

/// A company with a message, a reminder and an invitation under way, one event that waits and one reminder that does.
async fn lively(bot: &Bot) -> Planted {
    let planted = plant::company(&bot.store, 1).await;
    let purpose = Purpose::Invitation(planted.company, Role::Reader);
    let expires_at = plant::at() + TimeDelta::days(90);
    let issued = IssuedCode { made_by: planted.person, purpose, expires_at, is_spent: false };
    let reminder = message(&planted, LaneKind::Reminder, plant::at());
    turn(bot, &planted, vec![Change::SaveCode(invitation(), issued)], vec![reminder], plant::at()).await;
    let tick = Incoming {
        conversation: planted.conversation.clone(),
        event: "tick-1".into(),
        name: None,
        language_tag: None,
        raw: Raw::Text("hoi".into()),
        at: plant::at(),
    };
    bot.store.receive(vec![tick]).await.unwrap();
    bot.store.note_channel(vec![(planted.conversation.clone(), "of a message".into())]).await.unwrap();
    planted
}

/// What happens after the copy: the invitation is used.
async fn goes_on(bot: &Bot, planted: &Planted) {
    let uses = Change::Link(invitation(), planted.person, None);
    turn(bot, planted, vec![uses], Vec::new(), plant::at() + HOUR).await;
}

async fn unsent(bot: &Bot) -> Vec<String> {
    let unsent = bot.store.unsent(ChannelKind::Telegram).await.unwrap();
    unsent.iter().map(|message| message.text.plain()).collect()
}

async fn notices(bot: &Bot) -> usize {
    unsent(bot).await.iter().filter(|text| text.contains("teruggezet van een kopie van 4 oktober")).count()
}

async fn is_spent(bot: &Bot, code: &Code, now: DateTime<Utc>) -> bool {
    let key = plant::conversation_on(ChannelKind::Telegram, "somebody");
    bot.store.code(code, &key, now).await.unwrap().issued.unwrap().is_spent
}

/// Everything that must hold once a copy of the first instant was put back so much later.
async fn is_safe(bot: &Bot, planted: &Planted, url: &str, away: TimeDelta) {
    let now = plant::at() + away;
    let recent = usize::from(away < TimeDelta::hours(24));
    assert_eq!(notices(bot).await, 1);
    assert_eq!(unsent(bot).await.len(), 1 + recent, "what is older than a day, and every reminder, is gone");
    let waiting = bot.store.unhandled(ChannelKind::Telegram).await.unwrap();
    let waiting: Vec<_> = waiting.iter().map(|event| event.event.as_str()).collect();
    assert_eq!(waiting, ["waits-1"][..recent]);
    assert_eq!(bot.store.channel_note(&planted.conversation).await.unwrap(), None);
    assert!(is_spent(bot, &invitation(), now).await);
    for (made_at, spent) in [(plant::at(), true), (now, true), (now + HOUR, false)] {
        let code = bot.store.signup_code([1; 4], made_at);
        assert_eq!(is_spent(bot, &code, now).await, spent, "{made_at}");
    }
    let claims = bot.store.claim(now, now + HOUR, 10).await.unwrap();
    assert_eq!(claims.iter().map(|claim| claim.told_until).collect::<Vec<_>>(), [now]);
    let company = bot.store.company(planted.company).await.unwrap().unwrap();
    assert!(planted.is_in(&company.dossier));
    let log = bot.store.log(planted.company, 1).await.unwrap();
    assert_eq!((log[0].by, log[0].acts.as_slice()), (Actor::Program, [Act::Restored].as_slice()));
    assert_eq!(look_over(url, &vault(), now).await.unwrap().problems, Vec::<String>::new());
}

#[tokio::test]
async fn after_the_data_was_put_back_nothing_old_comes_again() {
    for hours in [2, 23, 25, 72] {
        let (site, away) = (Site::new(), TimeDelta::hours(hours));
        let (bot, _) = site.start(plant::at()).await;
        let planted = lively(&bot).await;
        let copy = copied(site.folder.path());
        drop(bot);
        let (bot, was_put_back) = site.start(plant::at() + HOUR).await;
        assert!(!was_put_back);
        goes_on(&bot, &planted).await;
        let site = site.with_data_of(copy.path());
        drop(bot);
        fs::create_dir(site.folder.path().join("matrix")).unwrap();
        let (bot, was_put_back) = site.start(plant::at() + away).await;
        assert!(was_put_back);
        is_safe(&bot, &planted, &site.url, away).await;
        let names = ["matrix", "matrix.lost-1"].map(|name| site.folder.path().join(name).exists());
        assert_eq!(names, [false, true]);
        drop(bot);
        let (bot, was_put_back) = site.start(plant::at() + away + HOUR).await;
        assert!(!was_put_back);
        assert_eq!(notices(&bot).await, 1);
    }
}

#[tokio::test]
async fn the_whole_folder_counts_as_put_back_only_without_its_token() {
    let site = Site::new();
    let (bot, _) = site.start(plant::at()).await;
    let planted = lively(&bot).await;
    let (with, without) = (copied(site.folder.path()), copied(site.folder.path()));
    drop(bot);
    fs::remove_file(without.path().join("epoch")).unwrap();
    let away = TimeDelta::days(3);
    let site = Site::in_folder(without);
    let (bot, was_put_back) = site.start(plant::at() + away).await;
    assert!(was_put_back);
    is_safe(&bot, &planted, &site.url, away).await;
    // With its token nobody can tell but the operator.
    let site = Site::in_folder(with);
    let (bot, was_put_back) = site.start(plant::at() + away).await;
    assert!(!was_put_back && !is_spent(&bot, &invitation(), plant::at() + away).await);
    run(&bot, site.folder.path()).await.unwrap();
    is_safe(&bot, &planted, &site.url, away).await;
    drop(bot);
    assert!(!site.start(plant::at() + away + HOUR).await.1);
}

#[tokio::test]
async fn a_reminder_that_was_set_aside_does_not_make_the_copy_look_newer() {
    let site = Site::new();
    let (bot, _) = site.start(plant::at()).await;
    lively(&bot).await;
    drop(bot);
    let aside = "UPDATE inbox SET arrived = -arrived WHERE event = 'tick-1'";
    plant::execute(&site.data(), aside).await;
    fs::remove_file(site.epoch()).unwrap();
    let (bot, was_put_back) = site.start(plant::at() + TimeDelta::days(3)).await;
    assert!(was_put_back);
    assert_eq!(notices(&bot).await, 1, "of the day of the copy");
}

#[tokio::test]
async fn a_restart_and_a_month_off_are_nothing_special() {
    let site = Site::new();
    for (hours, lives) in [(0, true), (0, false), (1, false), (30 * 24, false), (400 * 24, false)] {
        let now = plant::at() + TimeDelta::hours(hours);
        let (bot, was_put_back) = site.start(now).await;
        assert!(!was_put_back, "after {hours} hours");
        if lives {
            lively(&bot).await;
        }
        bot.witness.saw(now, now);
        bot.upkeep().await.unwrap();
        assert_eq!(notices(&bot).await, 0);
    }
}

#[tokio::test]
async fn data_of_before_there_were_tokens_is_taken_as_it_is_and_not_when_there_was_one() {
    let site = Site::new();
    let before = SqlStore::open(&site.url, vault()).await.unwrap();
    plant::company(&before, 1).await;
    drop(before);
    let (bot, was_put_back) = site.start(plant::at()).await;
    assert!(!was_put_back);
    drop(bot);
    plant::execute(&site.data(), "DELETE FROM epochs").await;
    assert!(site.start(plant::at() + HOUR).await.1);
}

#[tokio::test]
async fn whoever_waits_has_time_again_to_say_no() {
    let site = Site::new();
    let (bot, _) = site.start(plant::at()).await;
    let planted = lively(&bot).await;
    let successor = PersonId(Uuid::from_u128(9));
    let changes = vec![
        Change::SetErasure(Some(Erasure::asked(planted.person, &[], plant::at()))),
        Change::SetSuccession(Some(Succession::by_operator(successor, plant::at()))),
    ];
    let (company, by, at) = ((planted.company, 1), Actor::Operator, plant::at());
    bot.store.amend(Amendment { company, by, changes, outgoing: Vec::new(), at }).await.unwrap();
    let copy = copied(site.folder.path());
    bot.store.turn_epoch(plant::at() + HOUR).await.unwrap();
    let site = site.with_data_of(copy.path());
    drop(bot);
    let now = plant::at() + TimeDelta::days(30);
    let (bot, was_put_back) = site.start(now).await;
    assert!(was_put_back);
    let dossier = bot.store.company(planted.company).await.unwrap().unwrap().dossier;
    assert_eq!(dossier.erasure().unwrap().due_at, now + erasure::WAIT);
    assert_eq!(dossier.succession().unwrap().next_at, now + TimeDelta::hours(24));
    let moment = TimeDelta::milliseconds(1);
    for (at, is_due) in [(now + TimeDelta::hours(24) - moment, false), (now + TimeDelta::hours(24), true)] {
        assert_eq!(!bot.store.due_matters(at).await.unwrap().is_empty(), is_due);
    }
    for (at, is_due) in [(now + erasure::WAIT - moment, false), (now + erasure::WAIT, true)] {
        assert_eq!(!bot.store.due_erasures(at).await.unwrap().is_empty(), is_due);
    }
    let acts = bot.store.log(planted.company, 1).await.unwrap().remove(0).acts;
    assert_eq!(acts, [Act::Restored], "nobody asked for anything again");
}

#[tokio::test]
async fn what_was_erased_after_the_copy_is_erased_again() {
    let site = Site::new();
    let (bot, _) = site.start(plant::at()).await;
    let (planted, gone) = (lively(&bot).await, plant::company(&bot.store, 2).await);
    let copy = copied(site.folder.path());
    bot.store.erase(gone.company, Vec::new()).await.unwrap();
    bot.store.turn_epoch(plant::at() + HOUR).await.unwrap();
    let site = site.with_data_of(copy.path());
    drop(bot);
    let now = plant::at() + TimeDelta::days(3);
    let (bot, was_put_back) = site.start(now).await;
    assert!(was_put_back);
    assert!(bot.store.company(gone.company).await.unwrap().is_none());
    assert_eq!((notices(&bot).await, unsent(&bot).await.len()), (1, 1));
    bot.witness.saw(now, now);
    bot.upkeep().await.unwrap();
    let left = plant::column(&site.data(), "SELECT id FROM companies").await;
    assert_eq!(left, [planted.company.0.as_bytes().to_vec()]);
    assert!(bot.store.load(&gone.conversation).await.unwrap().conversation.is_none());
}

#[tokio::test]
async fn data_that_is_replaced_under_a_running_program_is_seen_at_its_next_start() {
    let site = Site::new();
    let (bot, _) = site.start(plant::at()).await;
    lively(&bot).await;
    let token = fs::read(site.epoch()).unwrap();
    plant::execute(&site.data(), "DELETE FROM epochs").await;
    let refused = bot.store.turn_epoch(plant::at() + HOUR).await.unwrap_err();
    assert!(refused.to_string().contains("put back from a copy while the program ran"), "{refused}");
    assert_eq!(fs::read(site.epoch()).unwrap(), token);
    drop(bot);
    assert!(site.start(plant::at() + HOUR * 2).await.1);
}
