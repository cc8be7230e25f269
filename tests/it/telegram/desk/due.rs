//! What is due is told when a test says so.

use chrono::{DateTime, Utc};
use noodplan::app::{
    ports::{Incoming, StoreError},
    wakes::{Claim, Settled, Wakes},
};
use tokio::time::timeout;

use super::{Desk, PATIENCE, TroubledStore};

impl Wakes for TroubledStore {
    async fn claim(
        &self,
        now: DateTime<Utc>,
        lease_until: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<Claim>, StoreError> {
        self.kept.claim(now, lease_until, most).await
    }

    async fn settle(&self, settled: Settled) -> Result<Vec<Incoming>, StoreError> {
        self.kept.settle(settled).await
    }

    async fn last_look(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        self.kept.last_look().await
    }

    async fn note_look(&self, now: DateTime<Utc>, rules: String) -> Result<(), StoreError> {
        self.kept.note_look(now, rules).await
    }
}

impl Desk {
    /// Looks who is to be told something, as the program does every half minute.
    pub async fn tells_what_is_due(&self) {
        self.app().tell_what_is_due().await.unwrap();
    }

    /// Waits until a company was read more often than this beside a turn.
    pub async fn company_is_read_after(&self, reads: u32) {
        let mut so_far = self.trouble.company_reads.subscribe();
        timeout(PATIENCE, so_far.wait_for(|so_far| *so_far > reads)).await.unwrap().unwrap();
    }
}
