//! Trying again what does not work yet: soon at first, then less often, and as soon as ever once it worked.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::channel::telegram::{Pauses, outcome::Outcome};

/// The pauses between tries: each twice as long as the one before, from the first to the longest.
#[derive(Debug)]
pub struct Patience {
    first: Duration,
    longest: Duration,
    next: Duration,
}

impl Patience {
    /// Nothing was tried yet.
    pub fn new(pauses: &Pauses) -> Self {
        Self { first: pauses.first, longest: pauses.longest, next: pauses.first }
    }

    /// How long to wait after a try that came to nothing.
    pub fn pause(&mut self) -> Duration {
        let pause = self.next;
        self.next = (pause * 2).min(self.longest);
        pause
    }

    /// How long to wait when this came of asking Telegram. A wait that it asks for is one wait, however long: Telegram is there, and
    /// after that the pauses are short again.
    pub fn after(&mut self, outcome: Outcome) -> Duration {
        match outcome {
            Outcome::Later(wait) => {
                self.begin_anew();
                wait.max(self.first)
            }
            _ => self.pause(),
        }
    }

    /// It worked: the next pause is the first one again.
    pub fn begin_anew(&mut self) {
        self.next = self.first;
    }
}

/// Asks Telegram for something until it is granted, or refused with an HTTP code; `None`: the program stops first. That it has to
/// be asked for again is said once, in these words.
pub async fn until_answered<T, F: Future<Output = Result<T, Outcome>>>(
    pauses: &Pauses,
    stop: &CancellationToken,
    words: &str,
    ask: impl Fn() -> F,
) -> Option<Result<T, u16>> {
    let (mut patience, mut is_said) = (Patience::new(pauses), false);
    loop {
        let asked = tokio::select! {
            biased;
            () = stop.cancelled() => return None,
            asked = ask() => asked,
        };
        let outcome = match asked {
            Ok(granted) => return Some(Ok(granted)),
            Err(Outcome::Refused(code)) => return Some(Err(code)),
            Err(outcome) => outcome,
        };
        if !is_said {
            tracing::warn!("{words}; trying again");
            is_said = true;
        }
        tokio::select! {
            () = stop.cancelled() => return None,
            () = tokio::time::sleep(patience.after(outcome)) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::channel::answers::Answers;

    const fn seconds(count: u64) -> Duration {
        Duration::from_secs(count)
    }

    fn patience() -> Patience {
        Patience::new(&Pauses { first: seconds(1), longest: seconds(5), ..Pauses::default() })
    }

    #[test]
    fn pauses_grow_to_the_longest_and_begin_anew() {
        let mut patience = patience();
        assert_eq!([(); 5].map(|()| patience.pause()), [1, 2, 4, 5, 5].map(seconds));
        patience.begin_anew();
        assert_eq!([(); 2].map(|()| patience.pause()), [1, 2].map(seconds));
    }

    #[test]
    fn a_long_wait_that_telegram_asks_for_makes_no_later_one_long() {
        let mut patience = patience();
        let outcomes = [
            Outcome::NotLeft,
            Outcome::Unknown,
            Outcome::Later(seconds(600)),
            Outcome::NotLeft,
            Outcome::Later(Duration::ZERO),
            Outcome::NotLeft,
        ];
        assert_eq!(outcomes.map(|outcome| patience.after(outcome)), [1, 2, 600, 1, 1, 1].map(seconds));
    }

    /// What comes of asking when these are the answers, and how often it is asked.
    async fn asked(answers: &[Result<&'static str, Outcome>]) -> (Option<Result<&'static str, u16>>, usize) {
        let telegram = Answers::new(answers);
        let pauses = Pauses { first: Duration::ZERO, longest: Duration::ZERO, ..Pauses::default() };
        let came = until_answered(&pauses, &telegram.stop, "not yet", || async { telegram.next() }).await;
        (came, telegram.asked())
    }

    #[tokio::test]
    async fn it_is_asked_until_telegram_answers_or_the_program_stops() {
        let [granted, refused, lost] = [Ok("granted"), Err(Outcome::Refused(400)), Err(Outcome::NotLeft)];
        assert_eq!(
            asked(&[lost, Err(Outcome::Later(Duration::ZERO)), granted]).await,
            (Some(Ok("granted")), 3)
        );
        assert_eq!(asked(&[lost, refused]).await, (Some(Err(400)), 2));
        assert_eq!(asked(&[lost, lost]).await, (None, 2));
    }
}
