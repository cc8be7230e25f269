//! The files of sentences that are built in, by subject, in Dutch and English.

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$((
            $name,
            [
                include_str!(concat!("../../locales/nl/", $name)),
                include_str!(concat!("../../locales/en/", $name)),
            ],
        )),*]
    };
}

/// Name, Dutch text and English text of every file.
pub const FILES: &[(&str, [&str; 2])] = files![
    "agreed.ftl",
    "agreements.ftl",
    "backup-diary.ftl",
    "backups.ftl",
    "calendar.ftl",
    "call-list.ftl",
    "chat.ftl",
    "dates.ftl",
    "groups.ftl",
    "end-of-life.ftl",
    "impact.ftl",
    "input.ftl",
    "inventory.ftl",
    "invites.ftl",
    "items.ftl",
    "letter.ftl",
    "members.ftl",
    "matrix.ftl",
    "log.ftl",
    "menu.ftl",
    "noodplan.ftl",
    "pinned.ftl",
    "proposals.ftl",
    "questions.ftl",
    "recovery.ftl",
    "reminders.ftl",
    "results.ftl",
    "risks.ftl",
    "review.ftl",
    "rights.ftl",
    "roles.ftl",
    "start.ftl",
    "succession.ftl",
    "suppliers.ftl",
    "telegram.ftl",
    "things.ftl",
];
