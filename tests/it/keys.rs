//! Keys lie apart from what they open, can be replaced and got back, and are destroyed with their company.

use std::{
    fs,
    io::ErrorKind,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use noodplan::{
    app::{
        keeping::Keeping,
        ports::{Store, StoreError},
    },
    dialogue::ChannelKind,
    domain::dossier::Dossier,
    store::{
        connect::{OpenError, sqlite_url},
        erase::{ERASE, FORGET},
        key_file::KeyFile,
        rotate::{RotateError, Stage, rotate},
        sql::SqlStore,
        vault::Vault,
    },
};
use proptest::{prelude::*, test_runner::Config};
use tempfile::TempDir;

use crate::{
    plant::{self, Planted},
    stage::vault,
};

mod chain;
mod columns;
mod forgotten;
mod old;
mod tampering;
mod upkeep;

/// A whole folder with its databases, as a backup would have it.
pub fn copied(from: &Path) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        match fs::copy(entry.path(), folder.path().join(entry.file_name())) {
            // A journal that was done with in between.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            copied => drop(copied.unwrap()),
        }
    }
    folder
}

/// Every byte of every file in a folder.
fn bytes_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .filter_map(|path| match fs::read(&path) {
            // A journal that was done with in between.
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            read => Some((path, read.unwrap())),
        })
        .collect()
}

async fn open(folder: &Path) -> SqlStore {
    SqlStore::open(&sqlite_url(folder), vault()).await.unwrap()
}

async fn dossier_of(store: &SqlStore, planted: &Planted) -> Result<Option<Dossier>, StoreError> {
    let loaded = store.load(&planted.conversation).await?;
    Ok(loaded.company.map(|company| (*company.dossier).clone()))
}

#[tokio::test]
async fn a_database_of_before_moves_its_keys_out_and_reads_on() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/keys-inside");
    let folder = copied(&golden);
    let file = KeyFile::new(&folder.path().join("master.key"));
    let wrapped = plant::column(&folder.path().join("noodplan.db"), "SELECT wrapped FROM keys").await;
    assert_eq!(wrapped.len(), 2);
    for _ in 0..2 {
        let store = SqlStore::open(&sqlite_url(folder.path()), file.open().unwrap()).await.unwrap();
        let key = plant::conversation_on(ChannelKind::Terminal, "anna");
        let company = store.load(&key).await.unwrap().company.unwrap();
        assert_eq!(company.dossier.text("company-name"), Some("Bakkerij Jansen"));
    }
    for key in wrapped {
        let data =
            bytes_in(folder.path()).into_iter().filter(|(path, _)| !plant::name(path).starts_with("keys"));
        for (path, bytes) in data {
            let there = bytes.windows(key.len()).any(|window| window == key);
            assert!(!there, "a key is still in {}", path.display());
        }
    }
}

#[tokio::test]
async fn data_without_its_keys_is_refused_and_not_given_new_ones() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    plant::company(&store, 1).await;
    drop(store);
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(folder.path().join(format!("keys.db{ending}")));
    }
    let refused = SqlStore::open(&sqlite_url(folder.path()), vault()).await.err().unwrap();
    assert!(matches!(refused, OpenError::NoKeys), "{refused}");
}

#[tokio::test]
async fn a_company_that_could_not_be_written_leaves_only_a_key_that_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let (data, keys) = (folder.path().join("noodplan.db"), folder.path().join("keys.db"));
    let refuse = "CREATE TRIGGER refuse BEFORE INSERT ON members BEGIN SELECT RAISE(ABORT, 'no'); END";
    plant::execute(&data, refuse).await;
    assert!(plant::try_company(&store, 1).await.is_err());
    assert_eq!(plant::column(&data, "SELECT id FROM companies").await.len(), 0);
    assert_eq!(plant::column(&keys, "SELECT scope FROM keys").await.len(), 3);
    plant::execute(&data, "DROP TRIGGER refuse").await;
    let planted = plant::company(&store, 2).await;
    assert!(dossier_of(&store, &planted).await.unwrap().is_some());
}

#[tokio::test]
async fn an_erased_company_cannot_be_read_from_the_backup_of_yesterday_and_the_others_can() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let mut all = Vec::new();
    for number in 0..50 {
        all.push(plant::company(&store, number).await);
    }
    let wrapped = plant::column(&folder.path().join("keys.db"), "SELECT wrapped FROM keys").await;
    let backup = copied(folder.path());
    let erased = all.remove(17);
    store.erase(erased.company, Vec::new()).await.unwrap();
    store.erase(erased.company, Vec::new()).await.unwrap();
    assert!(store.load(&erased.conversation).await.unwrap().company.is_none());
    // Nothing of the key is left in any live file, and exactly one is gone.
    let live = bytes_in(folder.path());
    let left = |key: &&Vec<u8>| live.iter().any(|(_, bytes)| bytes.windows(key.len()).any(|w| w == **key));
    assert_eq!(wrapped.iter().filter(left).count(), wrapped.len() - 1);
    drop(store);
    // The data of yesterday with the keys of today.
    for (path, _) in bytes_in(backup.path()).iter().filter(|(path, _)| plant::name(path).starts_with("keys"))
    {
        fs::remove_file(path).unwrap();
    }
    for (path, bytes) in
        bytes_in(folder.path()).iter().filter(|(path, _)| plant::name(path).starts_with("keys"))
    {
        fs::write(backup.path().join(plant::name(path)), bytes).unwrap();
    }
    for place in [folder.path(), backup.path()] {
        let store = open(place).await;
        for planted in &all {
            let dossier = dossier_of(&store, planted).await.unwrap().unwrap();
            assert!(planted.is_in(&dossier), "one of the others is damaged");
        }
        let gone = dossier_of(&store, &erased).await;
        assert!(!matches!(gone, Ok(Some(_))), "the erased company was read");
    }
    // Whatever key is tried on whatever row of it: nothing opens.
    assert_eq!(tampering::opened_with_any_key(backup.path(), erased.company).await, 0);
    assert!(tampering::opened_with_any_key(backup.path(), all[0].company).await > 0);
}

#[tokio::test]
async fn every_table_with_rows_of_a_company_is_erased() {
    let tables = tables_with("company").await;
    assert!(tables.len() >= 3);
    for table in tables {
        let head = format!("DELETE FROM {table} WHERE company IN (VALUES");
        assert!(ERASE.contains(&head.as_str()), "{table} is not erased");
    }
}

#[tokio::test]
async fn every_table_with_rows_of_a_conversation_is_forgotten() {
    let tables = tables_with("conversation").await;
    assert_eq!(tables.len(), 2);
    for table in tables {
        let head = format!("DELETE FROM {table} WHERE conversation IN (VALUES");
        assert!(FORGET.contains(&head.as_str()), "{table} is not forgotten");
    }
}

/// The tables that have such a column.
async fn tables_with(name: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    drop(open(folder.path()).await);
    let tables = format!(
        "SELECT CAST(m.name AS BLOB) FROM sqlite_master m JOIN pragma_table_info(m.name) c \
         WHERE m.type = 'table' AND c.name = '{name}'"
    );
    let tables = plant::column(&folder.path().join("noodplan.db"), &tables).await;
    tables.into_iter().map(|table| String::from_utf8(table).unwrap()).collect()
}

/// Rotates, and is broken off after so many stages.
async fn rotate_until(folder: &Path, stages: usize) -> Result<usize, RotateError> {
    let mut left = stages;
    let file = KeyFile::new(&folder.join("master.key"));
    rotate(&sqlite_url(folder), &file, |_: Stage| match left {
        0 => ControlFlow::Break(()),
        _ => {
            left -= 1;
            ControlFlow::Continue(())
        }
    })
    .await
}

#[tokio::test]
async fn a_rotation_that_is_broken_off_anywhere_goes_on_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let file = KeyFile::new(&folder.path().join("master.key"));
    let url = sqlite_url(folder.path());
    let store = SqlStore::open(&url, file.open().unwrap()).await.unwrap();
    let mut all = Vec::new();
    for number in 0..150 {
        all.push(plant::company(&store, number).await);
    }
    drop(store);
    let old = file.read().unwrap();
    // 152 keys in batches of 64: begun, three times wrapped, checked.
    for stages in 0..5 {
        let copy = copied(folder.path());
        let stopped = rotate_until(copy.path(), stages).await;
        assert!(matches!(stopped, Err(RotateError::Stopped)), "{stopped:?}");
        let file = KeyFile::new(&copy.path().join("master.key"));
        assert!(file.is_rotating());
        assert_eq!(*file.read().unwrap(), *old, "the old key stays until it is done");
        // Killed again at another place, and then to the end.
        let _ = rotate_until(copy.path(), 2).await;
        assert_eq!(rotate_until(copy.path(), 100).await.unwrap(), 152);
        assert_ne!(*file.read().unwrap(), *old);
        assert!(!file.is_rotating());
        let refused = SqlStore::open(&sqlite_url(copy.path()), Vault::new(old.clone())).await;
        assert!(matches!(refused, Err(OpenError::Key(_))), "the old key opens nothing");
        let store = SqlStore::open(&sqlite_url(copy.path()), file.open().unwrap()).await.unwrap();
        for planted in &all {
            assert!(planted.is_in(&dossier_of(&store, planted).await.unwrap().unwrap()));
        }
    }
}

#[tokio::test]
async fn whoever_runs_on_while_the_master_key_is_replaced_makes_no_key_that_nobody_opens() {
    let folder = tempfile::tempdir().unwrap();
    let (url, file) = (sqlite_url(folder.path()), KeyFile::new(&folder.path().join("master.key")));
    let running = SqlStore::open(&url, file.open().unwrap()).await.unwrap();
    let before = plant::company(&running, 1).await;
    rotate_until(folder.path(), 100).await.unwrap();
    assert!(plant::try_company(&running, 2).await.is_err());
    assert!(before.is_in(&dossier_of(&running, &before).await.unwrap().unwrap()), "it reads on");
    drop(running);
    let store = SqlStore::open(&url, file.open().unwrap()).await.unwrap();
    assert!(before.is_in(&dossier_of(&store, &before).await.unwrap().unwrap()));
    plant::company(&store, 3).await;
}

#[tokio::test]
async fn nothing_of_five_thousand_planted_words_stands_on_disk_in_clear() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).await;
    let mut words = Vec::new();
    for number in 0..100 {
        words.extend(plant::company(&store, number).await.words());
    }
    assert!(words.len() >= 5_000, "{}", words.len());
    let backup = folder.path().join("backup.db");
    plant::execute(&folder.path().join("noodplan.db"), &format!("VACUUM INTO '{}'", backup.display())).await;
    let found = plant::found(&words, &bytes_in(folder.path()));
    assert_eq!(found, Vec::<String>::new());
    // The search itself finds what is there.
    let there = vec![(PathBuf::new(), format!("xx{}yy", words[4_321]).into_bytes())];
    assert_eq!(plant::found(&words, &there), [words[4_321].clone()]);
}

proptest! {
    #![proptest_config(Config { cases: 60, failure_persistence: None, ..Config::default() })]

    /// Whatever byte of whatever sealed row is changed, and whatever two rows change places: an error, never data.
    #[test]
    fn what_was_changed_or_swapped_is_never_read(table in 0..tampering::TABLES.len(), row in any::<prop::sample::Index>(),
            other in any::<prop::sample::Index>(), byte in any::<prop::sample::Index>(), bit in 0u8..8, swap in any::<bool>()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(tampering::never_read(table, row, other, swap.then_some(()).map_or(Some((byte, bit)), |()| None)));
    }
}
