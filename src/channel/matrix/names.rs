//! What the bot is called in a room, and whether a message turns to it.

/// What the bot is called in front of a message that is meant for it.
#[derive(Clone, Debug, Default)]
pub struct Names {
    id: String,
    all: Vec<String>,
}

impl Names {
    /// Its id, and the part of it before the colon.
    pub fn new(id: &str, localpart: &str) -> Self {
        let all = [id, localpart].into_iter().map(str::to_lowercase);
        Self { id: id.into(), all: longest_first(all) }
    }

    /// With what it is called in a room.
    pub fn shown_as(&self, shown: Option<&str>) -> Self {
        let all = self.all.iter().cloned().chain(shown.map(str::to_lowercase));
        Self { id: self.id.clone(), all: longest_first(all) }
    }

    /// Whether a text turns to the bot: by its name in front, or because the app says that it is among those who are `mentioned`.
    pub fn are_in(&self, text: &str, mentioned: &[String]) -> bool {
        mentioned.contains(&self.id) || self.strip(text, mentioned) != text
    }

    /// What follows the bot's name: `@bot: noodplan` gives `noodplan`. Without anything behind it, the name is a word; and
    /// so is one behind which there is only a space, unless the app says that the bot is `mentioned`.
    pub fn strip<'t>(&self, text: &'t str, mentioned: &[String]) -> &'t str {
        let named = mentioned.contains(&self.id);
        let trimmed = text.trim_start();
        let bare = trimmed.strip_prefix('@').unwrap_or(trimmed);
        for name in &self.all {
            let name = name.trim_start_matches('@');
            let Some(head) = bare.get(..name.len()) else { continue };
            if head.to_lowercase() != name {
                continue;
            }
            let Some(rest) = bare.get(name.len()..) else { continue };
            let meant = rest.starts_with([':', ',']) || (named && rest.starts_with(char::is_whitespace));
            let rest = rest.trim_start_matches([':', ',']).trim_start();
            if meant && !rest.is_empty() {
                return rest;
            }
        }
        text
    }
}

fn longest_first(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn talk_among_others_does_not_turn_to_the_bot() {
        let named = |text: &str, who: &str| Names::new("@bot:b", "bot").are_in(text, &[who.to_owned()]);
        assert!(named("hoi", "@bot:b") && named("bot: hoi", "@a:b") && !named("hoi", "@a:b"));
    }
}
