//! What the writer says to the database in one transaction: table by table, many rows a statement, each job whole or not
//! at all.

use std::collections::HashSet;

use sqlx::{AnyConnection, Row, any::AnyRow};

use crate::{
    app::ports::StoreError,
    store::{
        codes::{use_signups, use_up},
        erase::{ERASE, FORGET},
        job::Job,
        rows::{Cell, execute, run},
        wakes,
        writer::{Outcome, Written},
    },
};

/// Writes the rows of these jobs; of each that lost its version nothing.
///
/// # Errors
/// What the database says; then nothing of it may stay.
pub async fn statements(connection: &mut AnyConnection, jobs: &[Job]) -> Result<Vec<Written>, sqlx::Error> {
    let settled: Vec<_> = jobs.iter().filter_map(|job| job.settled.as_ref()).collect();
    let won_claims = won(connection, wakes::SETTLE.0, &settled, wakes::SETTLE.1).await?;
    let holds = |row: &Option<Vec<Cell>>, won: &HashSet<Vec<u8>>| {
        row.as_ref().and_then(|row| blob(row.first()?)).is_none_or(|id| won.contains(id))
    };
    let every: Vec<&Job> = jobs.iter().filter(|job| holds(&job.settled, &won_claims)).collect();
    let inbox = each_event_once(&every);
    let mut fresh = events(run(connection, TAKE_IN.0, &inbox, TAKE_IN.1).await?)?;

    let companies: Vec<_> = jobs.iter().filter_map(|job| job.company.as_ref()).collect();
    let won_companies = won_versions(connection, companies, COMPANY).await?;
    let conversations: Vec<_> = jobs
        .iter()
        .filter(|job| holds(&job.company, &won_companies))
        .filter_map(|job| job.conversation.as_ref())
        .collect();
    let won_conversations = won_versions(connection, conversations, CONVERSATION).await?;
    let holds = |job: &Job| {
        holds(&job.settled, &won_claims)
            && holds(&job.company, &won_companies)
            && holds(&job.conversation, &won_conversations)
    };
    let winners: Vec<&Job> = jobs.iter().filter(|job| holds(job)).collect();
    use_up(connection, &all(|job| &job.used, &winners)).await?;
    use_signups(connection, &all(|job| &job.signups, &winners)).await?;

    for head in FORGET {
        run(connection, head, &all(|job| &job.forgotten, &winners), ")").await?;
    }
    for (head, rows, tail) in [
        ("DELETE FROM codes WHERE made_by IN (VALUES", all(|job| &job.strangers, &winners), ")"),
        ("DELETE FROM feeds WHERE person IN (VALUES", all(|job| &job.strangers, &winners), ")"),
        ("DELETE FROM feeds WHERE (company, person) IN (VALUES", all(|job| &job.left, &winners), ")"),
        ("DELETE FROM feeds WHERE (company, person) IN (VALUES", all(|job| &job.closed_feeds, &winners), ")"),
        (
            "INSERT INTO feeds (company, person, token, body) VALUES",
            all(|job| &job.feeds, &winners),
            "ON CONFLICT (company, person) DO UPDATE SET token = excluded.token, body = excluded.body",
        ),
        // What was still to be said to somebody who does not belong to it any more.
        (
            "DELETE FROM outbox WHERE EXISTS (SELECT 1 FROM chats, (VALUES",
            all(|job| &job.left, &winners),
            ") AS gone WHERE chats.conversation = outbox.conversation AND chats.person = gone.column2 \
             AND outbox.company = gone.column1)",
        ),
        ("DELETE FROM members WHERE (company, person) IN (VALUES", all(|job| &job.left, &winners), ")"),
        (
            "INSERT INTO members (company, person, role, standing, joined_at, body) VALUES",
            all(|job| &job.members, &winners),
            "ON CONFLICT (company, person) DO UPDATE \
             SET role = excluded.role, standing = excluded.standing, body = excluded.body",
        ),
        (
            "INSERT INTO chats (conversation, person, body) VALUES",
            all(|job| &job.chats, &winners),
            "ON CONFLICT (conversation) DO UPDATE SET person = excluded.person, body = excluded.body",
        ),
        (
            "INSERT INTO items (company, item, body) VALUES",
            all(|job| &job.items, &winners),
            "ON CONFLICT (company, item) DO UPDATE SET body = excluded.body",
        ),
        (
            "DELETE FROM answers WHERE (company, item, question) IN (VALUES",
            all(|job| &job.taken_back, &winners),
            ")",
        ),
        (
            "INSERT INTO answers (company, revision, item, question, body) VALUES",
            all(|job| &job.answers, &winners),
            "",
        ),
        ("INSERT INTO audit (company, seq, at, prev, body) VALUES", all(|job| &job.audit, &winners), ""),
        (
            "INSERT INTO codes (code, made_by, company, role, expires_at, body) VALUES",
            all(|job| &job.codes, &winners),
            "",
        ),
        (
            "UPDATE codes SET used_at = gone.column2 FROM (VALUES",
            all(|job| &job.cancelled, &winners),
            ") AS gone WHERE codes.made_by = gone.column1 AND codes.company = gone.column3 \
             AND codes.used_at IS NULL",
        ),
        ("INSERT INTO wrong_codes (tried_at, sender) VALUES", all(|job| &job.wrong_codes, &winners), ""),
        (
            "INSERT INTO erasures (company, due_at, body) VALUES",
            all(|job| &job.erasures, &winners),
            "ON CONFLICT (company) DO UPDATE SET due_at = excluded.due_at, body = excluded.body",
        ),
        ("DELETE FROM erasures WHERE company IN (VALUES", all(|job| &job.kept, &winners), ")"),
        (
            "INSERT INTO matters (company, matter, due_at, body) VALUES",
            all(|job| &job.matters, &winners),
            "ON CONFLICT (company, matter) DO UPDATE SET due_at = excluded.due_at, body = excluded.body",
        ),
        ("DELETE FROM matters WHERE (company, matter) IN (VALUES", all(|job| &job.decided, &winners), ")"),
        (
            "INSERT INTO outbox (id, channel, lane, body, conversation, company, elsewhere) VALUES",
            all(|job| &job.outbox, &winners),
            "",
        ),
        (
            "UPDATE inbox SET payload = NULL WHERE (channel, event) IN (VALUES",
            all(|job| &job.handled, &winners),
            ")",
        ),
        (
            "INSERT INTO channel_notes (id, body) VALUES",
            all(|job| &job.notes, &winners),
            "ON CONFLICT (id) DO UPDATE SET body = excluded.body",
        ),
        (wakes::MOVE.0, all(|job| &job.moved, &winners), wakes::MOVE.1),
        (wakes::AGAIN.0, all(|job| &job.again, &winners), wakes::AGAIN.1),
    ] {
        run(connection, head, &rows, tail).await?;
    }
    for (statement, limit) in winners.iter().flat_map(|job| &job.old) {
        execute(connection, statement, limit).await?;
    }
    for head in ERASE {
        run(connection, head, &all(|job| &job.erased, &winners), ")").await?;
    }
    let sent = all(|job| &job.sent, &winners);
    let mut taken =
        won(connection, "DELETE FROM outbox WHERE id IN (VALUES", &sent, ") RETURNING id").await?;
    let losers: Vec<&Job> = jobs.iter().filter(|job| !holds(job)).collect();
    let handled = all(|job| &job.handled, &losers);
    let handled = events(run(connection, HANDLED_BEFORE.0, &handled, HANDLED_BEFORE.1).await?)?;
    let is_done =
        |job: &Job| job.handled.iter().filter_map(|row| event_of(row)).any(|event| handled.contains(&event));
    let outcome = |job: &Job| {
        if !holds(job) {
            let before = is_done(job);
            return if before {
                Ok(Outcome { before, ..Outcome::default() })
            } else {
                Err(StoreError::Conflict)
            };
        }
        // What two jobs name belongs to the first of them.
        let fresh = job.inbox.iter().filter_map(|row| fresh.take(&event_of(row)?)).collect();
        let ids = job.sent.iter().filter_map(|row| blob(row.first()?));
        let taken = ids.filter_map(|id| taken.take(id)).collect();
        Ok(Outcome { fresh, taken, before: false })
    };
    Ok(jobs.iter().map(outcome).collect())
}

/// Writes down what was received. A row that is there with the very same bytes was written by us, and we did not hear of it:
/// every sealing gives others.
const TAKE_IN: (&str, &str) = (
    "INSERT INTO inbox (channel, event, arrived, payload) VALUES",
    "ON CONFLICT (channel, event) DO UPDATE SET payload = excluded.payload \
     WHERE inbox.payload = excluded.payload RETURNING channel, event",
);
/// Which events are handled already.
const HANDLED_BEFORE: (&str, &str) =
    ("SELECT channel, event FROM inbox WHERE payload IS NULL AND (channel, event) IN (VALUES", ")");

/// One kind of rows of all these jobs.
fn all<'j>(rows: fn(&Job) -> &Vec<Vec<Cell>>, jobs: &[&'j Job]) -> Vec<&'j Vec<Cell>> {
    jobs.iter().copied().flat_map(rows).collect()
}

/// `(channel, event)` of what a statement gives back.
fn events(rows: Vec<AnyRow>) -> Result<HashSet<(String, String)>, sqlx::Error> {
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}

/// `(channel, event)` of a row of the inbox, or of one that is handled.
fn event_of(row: &[Cell]) -> Option<(String, String)> {
    match row {
        [Cell::Text(channel), Cell::Text(event), ..] => Some((channel.clone(), event.clone())),
        _ => None,
    }
}

/// What these jobs received; an event that comes twice as it came first.
fn each_event_once<'j>(jobs: &[&'j Job]) -> Vec<&'j Vec<Cell>> {
    let mut seen = HashSet::new();
    let is_first = |row: &&Vec<Cell>| event_of(row).is_some_and(|event| seen.insert(event));
    jobs.iter().flat_map(|job| &job.inbox).filter(is_first).collect()
}

/// How a row comes to its first version, and how to the next.
type Versions = [(&'static str, &'static str); 2];

const COMPANY: Versions = [
    (
        "INSERT INTO companies (id, version, created_at, head) VALUES",
        "ON CONFLICT (id) DO NOTHING RETURNING id",
    ),
    (
        "UPDATE companies SET version = next.column2, head = next.column4 FROM (VALUES",
        ") AS next WHERE companies.id = next.column1 AND companies.version = next.column2 - 1 \
         RETURNING companies.id",
    ),
];
const CONVERSATION: Versions = [
    ("INSERT INTO conversations (id, version, body) VALUES", "ON CONFLICT (id) DO NOTHING RETURNING id"),
    (
        "UPDATE conversations SET version = next.column2, body = next.column3 FROM (VALUES",
        ") AS next WHERE conversations.id = next.column1 AND conversations.version = next.column2 - 1 \
         RETURNING conversations.id",
    ),
];

/// The ids of the rows that came to their version. One that was erased meanwhile does not come back.
async fn won_versions(
    connection: &mut AnyConnection,
    rows: Vec<&Vec<Cell>>,
    [first, next]: Versions,
) -> Result<HashSet<Vec<u8>>, sqlx::Error> {
    let is_first = |row: &&Vec<Cell>| matches!(row.get(1), Some(Cell::Int(1)));
    let (new, known): (Vec<_>, Vec<_>) = rows.into_iter().partition(is_first);
    let mut ids = won(connection, first.0, &new, first.1).await?;
    ids.extend(won(connection, next.0, &known, next.1).await?);
    Ok(ids)
}

/// The ids that a statement gives back.
///
/// # Errors
/// What the database says.
pub async fn won<R: AsRef<[Cell]> + Sync>(
    connection: &mut AnyConnection,
    head: &'static str,
    rows: &[R],
    tail: &'static str,
) -> Result<HashSet<Vec<u8>>, sqlx::Error> {
    run(connection, head, rows, tail).await?.iter().map(|row| row.try_get(0)).collect()
}

/// The bytes of a cell that holds bytes.
pub fn blob(cell: &Cell) -> Option<&[u8]> {
    match cell {
        Cell::Blob(bytes) => Some(bytes),
        Cell::Text(_) | Cell::Int(_) => None,
    }
}
