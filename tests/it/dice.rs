//! Chance that is the same in every run: a seed tells all.

/// A sequence that looks random (Knuth's linear congruential generator).
pub struct Dice(pub u64);

impl Dice {
    /// The next number below this; 0 where there is none.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }
}
