//! On PostgreSQL, which several instances may share, each with a data directory of its own.

use sqlx::{AssertSqlSafe, Connection};

use super::*;
use crate::stage::postgres;

async fn connected(url: &str) -> sqlx::AnyConnection {
    sqlx::any::install_default_drivers();
    sqlx::AnyConnection::connect(url).await.unwrap()
}

async fn execute(url: &str, statement: String) {
    sqlx::query(AssertSqlSafe(statement)).execute(&mut connected(url).await).await.unwrap();
}

/// Another database on the same server.
fn named(server: &str, name: &str) -> String {
    let (host, database) = server.rsplit_once('/').unwrap();
    let options = database.split_once('?').map_or(String::new(), |(_, options)| format!("?{options}"));
    format!("{host}/{name}{options}")
}

fn name() -> String {
    format!("restored_{}", Uuid::new_v4_like().simple())
}

async fn new_database(server: &str) -> String {
    let name = name();
    execute(server, format!("CREATE DATABASE {name}")).await;
    named(server, &name)
}

/// A copy of a database on which nobody runs any more.
async fn copy_of(server: &str, url: &str) -> String {
    let (name, options) = (name(), url.rsplit_once('/').unwrap().1);
    let from = options.split('?').next().unwrap();
    // Nobody comes in any more, and each that is still in it has this many milliseconds to be gone.
    let patience = 60_000;
    for statement in [
        format!("ALTER DATABASE {from} ALLOW_CONNECTIONS false"),
        format!(
            "SELECT COUNT(pg_terminate_backend(pid, {patience})) FROM pg_stat_activity WHERE datname = '{from}'"
        ),
        format!("CREATE DATABASE {name} TEMPLATE {from}"),
        format!("ALTER DATABASE {from} ALLOW_CONNECTIONS true"),
    ] {
        execute(server, statement).await;
    }
    named(server, &name)
}

async fn tokens(url: &str) -> usize {
    sqlx::query("SELECT print FROM epochs").fetch_all(&mut connected(url).await).await.unwrap().len()
}

impl Site {
    fn on(url: &str) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), url: url.into() }
    }

    /// The same instance on another database.
    fn moved_to(&self, url: &str) -> Self {
        Self { folder: copied(self.folder.path()), url: url.into() }
    }
}

#[tokio::test]
async fn on_postgres_nothing_old_comes_again_either() {
    let Some(server) = postgres() else { return };
    let away = TimeDelta::days(3);
    let site = Site::on(&new_database(&server).await);
    let (bot, was_put_back) = site.start(plant::at()).await;
    assert!(!was_put_back);
    let planted = lively(&bot).await;
    drop(bot);
    let copy = copy_of(&server, &site.url).await;
    let (bot, was_put_back) = site.start(plant::at() + HOUR).await;
    assert!(!was_put_back);
    goes_on(&bot, &planted).await;
    drop(bot);
    let site = site.moved_to(&copy);
    let (bot, was_put_back) = site.start(plant::at() + away).await;
    assert!(was_put_back);
    is_safe(&bot, &planted, &site.url, away).await;
    drop(bot);
    let (bot, was_put_back) = site.start(plant::at() + away + HOUR).await;
    assert!(!was_put_back);
    assert_eq!(notices(&bot).await, 1);
}

#[tokio::test]
async fn of_several_instances_one_makes_it_safe_and_the_others_go_on_with_it() {
    let Some(server) = postgres() else { return };
    let url = new_database(&server).await;
    let (one, other) = (Site::on(&url), Site::on(&url));
    let (first, _) = one.start(plant::at()).await;
    lively(&first).await;
    let (second, was_put_back) = other.start(plant::at()).await;
    assert!(!was_put_back, "a new instance");
    drop((first, second));
    let copy = copy_of(&server, &url).await;
    for site in [&one, &other, &one, &other] {
        assert!(!site.start(plant::at() + HOUR).await.1);
        assert_eq!(tokens(&url).await, 2, "each has its own");
    }
    let (one, other, new) = (one.moved_to(&copy), other.moved_to(&copy), Site::on(&copy));
    let now = plant::at() + TimeDelta::days(3);
    let (bot, was_put_back) = one.start(now).await;
    assert!(was_put_back);
    for site in [&other, &new, &other] {
        assert!(!site.start(now + HOUR).await.1);
    }
    assert_eq!(notices(&bot).await, 1);
    bot.store.turn_epoch(now + HOUR * 2).await.unwrap();
}

#[tokio::test]
async fn an_instance_that_is_gone_for_a_year_leaves_nothing_behind() {
    let Some(server) = postgres() else { return };
    let url = new_database(&server).await;
    let (one, gone) = (Site::on(&url), Site::on(&url));
    let (bot, _) = one.start(plant::at()).await;
    lively(&bot).await;
    drop(gone.start(plant::at()).await);
    for (days, left) in [(31, 2), (366, 2), (367, 1)] {
        let now = plant::at() + TimeDelta::days(days);
        bot.clock.set(now);
        bot.witness.saw(now, now);
        bot.upkeep().await.unwrap();
        assert_eq!(tokens(&url).await, left, "day {days}");
    }
}
