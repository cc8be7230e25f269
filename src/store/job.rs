//! What is handed to the writer in one piece.

use crate::store::rows::Cell;

/// Rows of one turn, or of one batch that was received. All of it is written, or nothing.
#[derive(Debug, Default)]
pub struct Job {
    /// `(channel, event, arrived, payload)`; the answer names the events that were new.
    pub inbox: Vec<Vec<Cell>>,
    /// `(channel, event)` that are handled now.
    pub handled: Vec<Vec<Cell>>,
    /// `(scope, wrapped)`; durable before anything else of the job is written.
    pub keys: Vec<Vec<Cell>>,
    /// `(id, version, created_at, head)`: the company at its next version.
    pub company: Option<Vec<Cell>>,
    /// `(company, person, role, standing, joined_at, body)`.
    pub members: Vec<Vec<Cell>>,
    /// `(company, person)` of members that are gone.
    pub left: Vec<Vec<Cell>>,
    /// `(conversation, person, body)`.
    pub chats: Vec<Vec<Cell>>,
    /// `(code, made_by, company, role, expires_at, body)`.
    pub codes: Vec<Vec<Cell>>,
    /// `(code, used_at)`: each must still work, or nothing of the job is written.
    pub used: Vec<Vec<Cell>>,
    /// `(code, made_by, company, role, expires_at, body, used_at)` of codes of the operator: each must not have been used yet.
    pub signups: Vec<Vec<Cell>>,
    /// `(made_by, cancelled_at, company)`; company: empty for codes that are about none.
    pub cancelled: Vec<Vec<Cell>>,
    /// `(tried_at, sender)`.
    pub wrong_codes: Vec<Vec<Cell>>,
    /// `(id, version, body)`: the conversation at its next version.
    pub conversation: Option<Vec<Cell>>,
    /// `(id)` of conversations to forget, with everything that is kept for them.
    pub forgotten: Vec<Vec<Cell>>,
    /// `(person)` who is forgotten.
    pub strangers: Vec<Vec<Cell>>,
    /// `(company, item, body)`.
    pub items: Vec<Vec<Cell>>,
    /// `(company, item, question)` of answers that are forgotten, in every revision.
    pub taken_back: Vec<Vec<Cell>>,
    /// `(company, revision, item, question, body)`.
    pub answers: Vec<Vec<Cell>>,
    /// `(company, seq, at, prev, body)`.
    pub audit: Vec<Vec<Cell>>,
    /// `(id, channel, lane, body, conversation, company)`; company: empty when it is about none.
    pub outbox: Vec<Vec<Cell>>,
    /// `(id, body)` of what a channel notes about conversations, each once.
    pub notes: Vec<Vec<Cell>>,
    /// `(id)` of what is known to be sent, or not to be sent any more.
    pub sent: Vec<Vec<Cell>>,
    /// `(company, person, token, body)` of private links to an agenda.
    pub feeds: Vec<Vec<Cell>>,
    /// `(company, person)` whose link works no more.
    pub closed_feeds: Vec<Vec<Cell>>,
    /// `(company, due_at, body)` of a company that is to be erased; due at 0: its erasing was begun.
    pub erasures: Vec<Vec<Cell>>,
    /// `(company)` that is not to be erased any more.
    pub kept: Vec<Vec<Cell>>,
    /// `(company, matter, due_at, body)` of what waits in a company.
    pub matters: Vec<Vec<Cell>>,
    /// `(company, matter)` that waits no more.
    pub decided: Vec<Vec<Cell>>,
    /// Statements that throw away what is old, each with the time up to which.
    pub old: Vec<(&'static str, Cell)>,
    /// `(scope)` of a key to destroy; nothing else of the job is written before.
    pub destroyed: Vec<Vec<Cell>>,
    /// `(id)` of a company to erase: its key first, and then every row of it.
    pub erased: Vec<Vec<Cell>>,
    /// `(company, due_at, told_until, 0, fence)`: a claim that is settled; the fence must still be the claim's.
    pub settled: Option<Vec<Cell>>,
    /// `(company, due_at, now, 0, 0)`: the answers changed, and with them the next time.
    pub moved: Vec<Vec<Cell>>,
    /// `(company, due_at, told_until, 0, 0)`: it was no time to say anything.
    pub again: Vec<Vec<Cell>>,
}
