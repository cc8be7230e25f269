//! Private links to an agenda, known by the hash of what they end in. Whose agenda it is is sealed; the columns only find it.

use serde::{Deserialize, Serialize};

use crate::{
    app::{
        feeds::{Feed, Feeds},
        ports::StoreError,
    },
    dialogue::step::Change,
    domain::{
        code::Code,
        ids::{CompanyId, PersonId},
    },
    store::{
        encode::{open, seal},
        job::Job,
        keyring::Keyring,
        read::column,
        rows::Cell,
        sql::SqlStore,
        writer::unavailable,
    },
    text::Language,
};

/// What is sealed of a link.
#[derive(Serialize, Deserialize)]
struct FeedBody {
    company: CompanyId,
    person: PersonId,
    language: Language,
}

/// Names the place of a row.
fn place(hash: &[u8; 32]) -> String {
    format!("feeds|body|{}|1", blake3::Hash::from_bytes(*hash).to_hex())
}

/// Puts the rows of what a turn does with links into the job.
///
/// # Errors
/// When a link cannot be sealed.
pub fn put_rows(changes: &[Change], keys: &Keyring, job: &mut Job) -> Result<(), StoreError> {
    let member = |company: &CompanyId, person: &PersonId| {
        vec![Cell::Blob(company.0.as_bytes().to_vec()), Cell::Blob(person.0.as_bytes().to_vec())]
    };
    for change in changes {
        match change {
            Change::OpenFeed { company, person, token, language } => {
                let hash = keys.lookup.feed_hash(token.as_str());
                let body = FeedBody { company: *company, person: *person, language: *language };
                let mut row = member(company, person);
                row.push(Cell::Blob(hash.to_vec()));
                row.push(Cell::Blob(seal(&keys.installation, &place(&hash), &body)?));
                job.feeds.push(row);
            }
            Change::CloseFeed(company, person) => job.closed_feeds.push(member(company, person)),
            _ => {}
        }
    }
    Ok(())
}

impl Feeds for SqlStore {
    async fn feed(&self, token: &Code) -> Result<Option<Feed>, StoreError> {
        let hash = self.keys.lookup.feed_hash(token.as_str());
        let row = sqlx::query("SELECT body FROM feeds WHERE token = $1")
            .bind(hash.to_vec())
            .fetch_optional(&self.readers)
            .await
            .map_err(|error| unavailable(&error))?;
        row.map(|row| {
            let body = column::<Vec<u8>>(&row, 0)?;
            let FeedBody { company, person, language } = open(&self.keys.installation, &place(&hash), &body)?;
            Ok(Feed { company, person, language })
        })
        .transpose()
    }
}
