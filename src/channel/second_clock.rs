//! A second clock for channels that would otherwise not hear what time it is: they ask their server every few minutes.

use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;

use crate::app::{ports::Clock, witness::Witness};

/// Between two questions: what was said has to be fresh when somebody looks.
pub const PAUSE: Duration = Duration::from_secs(300);

/// Asks what time it is, at once and after every pause, and tells the witness, until `stop`. What is not known is asked again
/// next time.
pub async fn hear<F: Future<Output = Option<DateTime<Utc>>>>(
    witness: &Witness,
    clock: &impl Clock,
    pause: Duration,
    stop: &CancellationToken,
    ask: impl Fn() -> F,
) {
    loop {
        let told = tokio::select! {
            biased;
            () = stop.cancelled() => return,
            told = ask() => told,
        };
        if let Some(told) = told {
            witness.saw(told, clock.now());
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// The time in a `Date` header; `None`: it holds no time.
pub fn read_date(header: &[u8]) -> Option<DateTime<Utc>> {
    let told = std::str::from_utf8(header).ok()?;
    DateTime::parse_from_rfc2822(told).ok().map(|told| told.to_utc())
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::channel::answers::Answers;

    const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

    struct StoppedClock;

    impl Clock for StoppedClock {
        fn now(&self) -> DateTime<Utc> {
            NOW
        }
    }

    /// Hears these answers, one after the other; the channel stops during the last of them.
    async fn heard(answers: &[Option<DateTime<Utc>>]) -> Witness {
        let (witness, server) = (Witness::default(), Answers::new(answers));
        witness.expect();
        hear(&witness, &StoppedClock, Duration::ZERO, &server.stop, || async { server.next() }).await;
        assert_eq!(server.asked(), answers.len());
        witness
    }

    #[tokio::test]
    async fn the_last_that_was_said_counts_and_a_failed_question_says_nothing() {
        let (same, other) = (Some(NOW), Some(NOW + TimeDelta::hours(1)));
        let believes = |witness: Witness| witness.agrees(NOW, Some(NOW));
        assert!(believes(heard(&[None]).await));
        assert!(!believes(heard(&[None, None, other]).await), "it is asked again");
        assert!(!believes(heard(&[other, None]).await));
        assert!(believes(heard(&[other, same]).await));
    }

    #[tokio::test]
    async fn a_server_that_does_not_answer_keeps_nobody_from_stopping() {
        let (witness, stop) = (Witness::default(), CancellationToken::new());
        let ask = || async {
            stop.cancel();
            std::future::pending().await
        };
        hear(&witness, &StoppedClock, Duration::ZERO, &stop, ask).await;
    }

    #[test]
    fn a_date_is_read_as_servers_write_it() {
        assert_eq!(read_date(b"Thu, 01 Jan 1970 00:00:00 GMT"), Some(NOW));
        for wrong in [&b""[..], b"now", b"1970-01-01T00:00:00Z", b"\xff"] {
            assert_eq!(read_date(wrong), None);
        }
    }
}
