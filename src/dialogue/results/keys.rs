//! The keys to everything else: the mailbox through which passwords are renewed, and whatever keeps the passwords.

use crate::{
    dialogue::{
        World,
        results::{
            room::{self, fitting},
            short_name, slot, told,
            weakest_link::MANY,
        },
    },
    domain::{
        dossier::{Dossier, Slot},
        item::{Item, ItemKind, Value},
    },
    text::Msg,
};

/// The role of a mailbox.
const MAILBOX: &str = "mail";
/// The roles of what keeps passwords: a program, or wherever they are written down.
const KEEPERS: [&str; 2] = ["password-manager", "passwords"];
/// Services that nobody uses without logging in.
const ALWAYS_ONLINE: [&str; 3] = ["website", "cloud-storage", "social-media"];
/// More mailboxes and keepers than this are counted.
const MOST: usize = 4;
/// So many characters for all of them.
const ROOM: usize = 1_300;
/// So many characters for the names on one line.
const LINE: usize = 150;

/// The mailbox with what it opens, and the keeper of the passwords.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let opened: Vec<&Item> =
        dossier.items_of(ItemKind::Software).filter(|item| is_logged_in_to(item)).collect();
    let mailboxes = dossier.items_of(ItemKind::Software).filter(|item| item.role.as_str() == MAILBOX);
    let keepers: Vec<&Item> = dossier.items().filter(|item| KEEPERS.contains(&item.role.as_str())).collect();
    let mailboxes = mailboxes.map(|mailbox| mailbox_lines(mailbox, &opened, world));
    let mut entries: Vec<Vec<Msg>> = mailboxes.filter(|lines| !lines.is_empty()).collect();
    entries.extend(keepers.iter().map(|keeper| keeper_lines(keeper, dossier, world)));
    let mut lines = fitting(entries, MOST, ROOM, world);
    if keepers.is_empty() && opened.len() < MANY {
        return lines;
    }
    match told(&Slot::own("restore-needs"), dossier, world) {
        Some(answer) => lines.push(Msg::new("result-plan-needs").msg("answer", answer)),
        None if keepers.is_empty() => lines.push("result-keeper-unknown".into()),
        None => {}
    }
    lines
}

/// A service with a password of its own.
fn is_logged_in_to(item: &Item) -> bool {
    if item.role.as_str() == MAILBOX || KEEPERS.contains(&item.role.as_str()) {
        return false;
    }
    match item.choice("software-login") {
        Some(login) => login != "no-login",
        None => {
            item.choice("software-version") == Some("cloud") || ALWAYS_ONLINE.contains(&item.role.as_str())
        }
    }
}

/// Said of a mailbox that opens much, or that is easy to open itself.
fn mailbox_lines(mailbox: &Item, opened: &[&Item], world: &World<'_>) -> Vec<Msg> {
    let weak = weak(mailbox, world);
    if opened.len() < MANY && weak.is_none() {
        return Vec::new();
    }
    let names = opened.iter().map(|item| short_name(item, world)).collect();
    let line = match room::names(names, LINE, world) {
        Some(things) => Msg::new("result-mailbox").number("count", opened.len()).msg("things", things),
        None => Msg::new("result-mailbox-alone"),
    };
    std::iter::once(line.msg("name", short_name(mailbox, world))).chain(weak).collect()
}

/// What keeps the passwords, who looks after it, where it is, and what is weak about it.
fn keeper_lines(keeper: &Item, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let answer = |question: &str| told(&slot(keeper, question), dossier, world);
    let mut lines = vec![Msg::new("result-keeper").msg("name", short_name(keeper, world))];
    lines.extend(answer("software-manager").map(|who| Msg::new("result-keeper-who").msg("who", who)));
    lines.extend(answer("data-place").map(|place| Msg::new("result-keeper-place").msg("place", place)));
    lines.extend(weak(keeper, world));
    lines
}

/// The weak spots that were ticked, and a password that is all there is.
fn weak(item: &Item, world: &World<'_>) -> Option<Msg> {
    let mut weak: Vec<Msg> = Vec::new();
    if item.choice("software-login") == Some("password-only") {
        weak.push("q-software-login.password-only".into());
    }
    for question in ["software-weak", "data-weak"] {
        if let Some(Value::Choices(ticked)) = item.value(question) {
            weak.extend(ticked.iter().map(|tick| Msg::new(format!("q-{question}.{tick}"))));
        }
    }
    room::names(weak, LINE, world).map(|things| Msg::new("result-weak").msg("things", things))
}
