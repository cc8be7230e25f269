//! What is due is told when a test says so.

use tokio::time::timeout;

use super::{Desk, PATIENCE};

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
