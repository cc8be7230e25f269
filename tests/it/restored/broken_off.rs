//! The token changes in steps, and the power may fail between any two of them.

use std::os::unix::fs::PermissionsExt;

use super::*;

async fn prints(site: &Site) -> Vec<Vec<u8>> {
    plant::column(&site.data(), "SELECT print FROM epochs").await
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Starts again and again: it counts as put back at the first of them, or at none; there is one token, and it is whole.
async fn goes_on_from_here(site: &Site, is_put_back: bool) {
    for (hours, expected) in [(2, is_put_back), (3, false), (4, false)] {
        let (bot, was_put_back) = site.start(plant::at() + HOUR * hours).await;
        assert_eq!(was_put_back, expected, "after {hours} hours");
        drop(bot);
        assert_eq!(prints(site).await.len(), 1);
        assert_eq!(fs::metadata(site.epoch()).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(!site.part().exists());
    }
}

/// A place, and the same place one token later.
async fn before_and_after() -> (Site, Site) {
    let site = Site::new();
    let (bot, _) = site.start(plant::at()).await;
    lively(&bot).await;
    let before = Site::in_folder(copied(site.folder.path()));
    bot.store.turn_epoch(plant::at() + HOUR).await.unwrap();
    let after = Site::in_folder(copied(site.folder.path()));
    (before, after)
}

#[tokio::test]
async fn a_token_that_is_not_known_yet_is_written_over() {
    for token in [None, Some(vec![1, 2, 3])] {
        let (site, after) = before_and_after().await;
        let next = fs::read(after.epoch()).unwrap();
        fs::write(site.part(), token.unwrap_or(next)).unwrap();
        goes_on_from_here(&site, false).await;
    }
}

#[tokio::test]
async fn a_token_that_is_known_and_has_not_taken_its_place_goes_on() {
    for file_is_there in [true, false] {
        let (site, after) = before_and_after().await;
        fs::copy(after.epoch(), site.part()).unwrap();
        let next = hex(&prints(&after).await[0]);
        let insert = format!("INSERT INTO epochs (print, made_at) VALUES (x'{next}', 0)");
        plant::execute(&site.data(), &insert).await;
        if !file_is_there {
            fs::remove_file(site.epoch()).unwrap();
        }
        goes_on_from_here(&site, false).await;
    }
}

#[tokio::test]
async fn a_token_before_which_another_is_still_known_goes_on() {
    let (site, after) = before_and_after().await;
    let old = hex(&prints(&site).await[0]);
    let insert = format!("INSERT INTO epochs (print, made_at) VALUES (x'{old}', 0)");
    plant::execute(&after.data(), &insert).await;
    goes_on_from_here(&after, false).await;
    goes_on_from_here(&before_and_after().await.1, false).await;
}

#[tokio::test]
async fn making_safe_that_was_broken_off_is_done_once() {
    let (before, after) = before_and_after().await;
    let put_back = || after.with_data_of(before.folder.path());
    // Nothing was written to the database yet.
    let site = put_back();
    fs::write(site.part(), [9; 40]).unwrap();
    goes_on_from_here(&site, true).await;
    // Everything was written, and the token had not taken its place.
    for file_is_there in [true, false] {
        let site = put_back();
        let old = fs::read(site.epoch()).unwrap();
        let (bot, was_put_back) = site.start(plant::at() + HOUR).await;
        assert!(was_put_back);
        drop(bot);
        fs::rename(site.epoch(), site.part()).unwrap();
        if file_is_there {
            fs::write(site.epoch(), old).unwrap();
        }
        goes_on_from_here(&site, false).await;
        let (bot, _) = site.start(plant::at() + HOUR * 5).await;
        assert_eq!(notices(&bot).await, 1);
    }
}

#[tokio::test]
async fn what_cannot_be_made_safe_does_not_start_and_is_as_it_was() {
    let (before, after) = before_and_after().await;
    let site = after.with_data_of(before.folder.path());
    let refuse = "CREATE TRIGGER refuse BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END";
    plant::execute(&site.data(), refuse).await;
    let store = SqlStore::open(&site.url, vault()).await.unwrap();
    let bot = App::new(store, StageClock::default(), Content::built_in().unwrap());
    bot.clock.set(plant::at() + HOUR * 2);
    assert!(begin(&bot, site.folder.path()).await.is_err());
    assert_eq!(notices(&bot).await, 0);
    assert!(!is_spent(&bot, &invitation(), plant::at()).await);
    drop(bot);
    plant::execute(&site.data(), "DROP TRIGGER refuse").await;
    goes_on_from_here(&site, true).await;
}
