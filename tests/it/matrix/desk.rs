//! The channel in this process: on the real app and the real store, with a clock that stands still until it is set and
//! pauses that nobody has to wait for.

use std::{fs, sync::Arc, time::Duration};

use noodplan::{
    app::turn::App,
    channel::matrix::{self, ChannelError, Keys, Pauses, Settings},
    dialogue::Content,
    store::{connect::sqlite_url, sql::SqlStore},
};
use tempfile::TempDir;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use zeroize::Zeroizing;

use super::bot::PASSWORD;
use crate::{
    stage::{StageClock, vault},
    troubled_store::{StoreTrouble, TroubledStore},
};

/// Short enough for a test, long enough to tell one from the other.
const PAUSES: Pauses = Pauses {
    first: Duration::from_millis(20),
    longest: Duration::from_millis(100),
    emergency: Duration::from_millis(20),
    missing_key: Duration::from_secs(600),
    unconfirmed: Duration::from_secs(600),
    calm: Duration::from_millis(200),
    typing: Duration::from_secs(1),
};

const KEY_FILE: &str = "recovery-key";

pub struct Desk {
    pub clock: StageClock,
    pub settings: Settings,
    pub trouble: Arc<StoreTrouble>,
    folder: TempDir,
    /// The bot that runs.
    pub app: Option<Arc<App<TroubledStore, StageClock>>>,
    running: Option<(CancellationToken, JoinHandle<Result<(), ChannelError>>)>,
}

impl Desk {
    /// A bot with an account on a homeserver, that was never started.
    pub fn new(homeserver: &str, user: &str) -> Self {
        // There are two to choose from, and the library does not choose.
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings {
            homeserver: homeserver.into(),
            user: user.into(),
            password: Some(PASSWORD.into()),
            recovery_key: None,
            inviters: Vec::new(),
            trust_anew: Vec::new(),
            folder: folder.path().join("matrix"),
            keys: Keys { library: Zeroizing::new([1; 32]), own: Zeroizing::new([2; 32]) },
            pauses: PAUSES,
            key_file: Some(folder.path().join(KEY_FILE)),
            tell: |_| {},
        };
        let clock = StageClock::default();
        clock.set("2026-11-23T18:40:00Z".parse().unwrap());
        Self { clock, settings, trouble: Arc::default(), folder, app: None, running: None }
    }

    pub async fn start(&mut self) {
        let kept = SqlStore::open(&sqlite_url(self.folder.path()), vault()).await.unwrap();
        let store = TroubledStore::new(kept, Arc::clone(&self.trouble));
        let app = Arc::new(App::new(store, self.clock.clone(), Content::built_in().unwrap()));
        let stop = CancellationToken::new();
        self.app = Some(Arc::clone(&app));
        let running = tokio::spawn(matrix::run(app, self.settings.clone(), stop.clone()));
        self.running = Some((stop, running));
    }

    /// The store of the bot that runs.
    pub fn store(&self) -> &TroubledStore {
        &self.app.as_ref().unwrap().store
    }

    /// Stops, and loses session and keys. The operator has the recovery key, and what people told is elsewhere.
    pub async fn loses_its_device(&mut self) {
        self.settings.recovery_key = Some(self.recovery_key().await.into());
        self.stop().await;
        fs::remove_dir_all(&self.settings.folder).unwrap();
    }

    /// Stops, and loses all that it has but for the recovery key.
    pub async fn loses_everything(&mut self) {
        self.loses_its_device().await;
        self.folder = tempfile::tempdir().unwrap();
        self.settings.folder = self.folder.path().join("matrix");
    }

    /// The recovery key, as soon as it is written.
    async fn recovery_key(&self) -> String {
        loop {
            let key = fs::read_to_string(self.folder.path().join(KEY_FILE)).unwrap_or_default();
            if key.ends_with('\n') {
                return key;
            }
            tokio::task::yield_now().await;
        }
    }

    /// Stops as on SIGTERM.
    pub async fn stop(&mut self) {
        let (stop, running) = self.running.take().unwrap();
        self.app = None;
        stop.cancel();
        running.await.unwrap().unwrap();
    }

    /// Waits until it ends by itself, and gives the sentence in which it says why.
    pub async fn ends(&mut self) -> String {
        let (_, running) = self.running.take().unwrap();
        self.app = None;
        running.await.unwrap().unwrap_err().to_string()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Some((_, running)) = self.running.take() {
            running.abort();
        }
    }
}
