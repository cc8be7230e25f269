//! Who may start a company.

/// Who may start a company here; members are invited whatever it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signup {
    /// Whoever writes to the bot.
    #[default]
    Open,
    /// Whoever has a code from the operator.
    Code,
    /// Nobody.
    Closed,
}

impl Signup {
    /// All of them, the widest first.
    pub const ALL: [Self; 3] = [Self::Open, Self::Code, Self::Closed];

    /// Its word in settings and as a key in messages.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Code => "code",
            Self::Closed => "closed",
        }
    }

    /// The one with this word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|signup| signup.slug() == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_word_of_its_own_and_no_other_word_is_one() {
        for (word, signup) in [("open", Signup::Open), ("code", Signup::Code), ("closed", Signup::Closed)] {
            assert_eq!((Signup::from_slug(word), signup.slug()), (Some(signup), word));
        }
        assert_eq!(Signup::from_slug("Open"), None);
    }
}
