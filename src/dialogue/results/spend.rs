//! What an hour or a few hundred euros are best spent on: the to-dos that matter most among those that cost so much.

use crate::{
    dialogue::{
        World,
        todos::{self, Todo},
    },
    domain::dossier::Dossier,
    text::Msg,
};

/// So many are enough to begin with.
const MOST: usize = 3;

/// What one does oneself within an hour, without buying anything.
const AN_HOUR: [&str; 20] = [
    "turn-on-extra-code",
    "change-factory-password",
    "new-password",
    "unique-password",
    "own-password",
    "set-lock",
    "encrypt-disk",
    "updates-automatic",
    "close-old-accounts",
    "limit-access",
    "practise-restore",
    "copy-offline",
    "date-backups",
    "key-apart",
    "guests-own-wifi",
    "close-remote-login",
    "print-list",
    "print-contract",
    "call-back-first",
    "share-knowledge",
];

/// What costs a few hundred euros: a drive, a spare, another router.
const SOME_EUROS: [&str; 8] = [
    "make-backup",
    "second-copy",
    "copy-elsewhere",
    "arrange-spare",
    "prepare-reserve",
    "replace-router",
    "consider-replacing",
    "replace-software",
];

/// The first few of each.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let todos = todos::open(dossier, world);
    let mut lines = vec![Msg::new("result-spend-title")];
    for (title, costs) in [("result-spend-hour", &AN_HOUR[..]), ("result-spend-euros", &SOME_EUROS[..])] {
        let fitting: Vec<&Todo> =
            todos.iter().filter(|todo| costs.contains(&todo.key.todo.as_str())).take(MOST).collect();
        if !fitting.is_empty() {
            lines.push(title.into());
        }
        lines.extend(fitting.iter().map(|todo| Msg::new("todo-line").msg("todo", todo.words.clone())));
    }
    if lines.len() == 1 {
        lines.push("result-top-none".into());
    }
    lines
}
