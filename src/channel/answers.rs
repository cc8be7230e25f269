//! For tests: somebody who is asked again and again, and what they answer.

use std::cell::Cell;

use tokio_util::sync::CancellationToken;

/// Gives these answers, one after the other; the channel stops during the last of them.
pub struct Answers<'a, T> {
    /// Stops the channel.
    pub stop: CancellationToken,
    answers: &'a [T],
    asked: Cell<usize>,
}

impl<'a, T: Copy> Answers<'a, T> {
    /// Nothing was asked yet.
    pub fn new(answers: &'a [T]) -> Self {
        Self { stop: CancellationToken::new(), answers, asked: Cell::new(0) }
    }

    /// The next answer.
    ///
    /// # Panics
    /// When all were given.
    pub fn next(&self) -> T {
        let Some(answer) = self.answers.get(self.asked()) else { unreachable!("asked once too often") };
        self.asked.set(self.asked() + 1);
        if self.asked() == self.answers.len() {
            self.stop.cancel();
        }
        *answer
    }

    /// How often it was asked.
    pub fn asked(&self) -> usize {
        self.asked.get()
    }
}
