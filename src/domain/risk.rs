//! How big a risk is: chance times impact, each from 1 to 3, by the owner's own judgement.
//!
//! The 3×3 matrix is the one of CISO Assistant's `risk-matrix-3x3-mult`, which is in the public domain.

/// Chance or impact, from 1 to 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 1: not soon, or not so bad.
    Low,
    /// 2: in the coming years, or costing money.
    Middle,
    /// 3: any moment, or a danger to the firm.
    High,
}

impl Level {
    /// Every level, the lowest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];

    /// The level at this place in a list from little to much.
    pub fn at(place: usize) -> Option<Self> {
        Self::ALL.get(place).copied()
    }

    /// From 1 to 3.
    pub fn number(self) -> u8 {
        match self {
            Self::Low => 1,
            Self::Middle => 2,
            Self::High => 3,
        }
    }
}

/// Chance times impact: 1, 2, 3, 4, 6 or 9.
pub fn score(chance: Level, impact: Level) -> u8 {
    chance.number() * impact.number()
}

/// How big a risk is, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// 1.
    Low,
    /// 2 to 4.
    Medium,
    /// 6.
    High,
    /// 9.
    VeryHigh,
}

impl From<u8> for Grade {
    fn from(score: u8) -> Self {
        match score {
            0 | 1 => Self::Low,
            2..=4 => Self::Medium,
            5..=8 => Self::High,
            _ => Self::VeryHigh,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_times_impact_gives_the_grade() {
        let grades = Level::ALL.map(|chance| Level::ALL.map(|impact| Grade::from(score(chance, impact))));
        let (low, medium, high, very_high) = (Grade::Low, Grade::Medium, Grade::High, Grade::VeryHigh);
        assert_eq!(grades, [[low, medium, medium], [medium, medium, high], [medium, high, very_high]]);
    }
}
