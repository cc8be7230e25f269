//! Private links to an agenda, known by the hash of what they end in.

use sqlx::AnyPool;

use crate::{
    app::{feeds::Feed, ports::StoreError},
    dialogue::step::Change,
    domain::{
        code::Code,
        ids::{CompanyId, PersonId},
    },
    store::{
        job::Job,
        read::{column, id},
        rows::Cell,
        vault::Lookup,
        writer::unavailable,
    },
    text::Language,
};

/// Puts the rows of what a turn does with links into the job.
pub fn put_rows(changes: &[Change], lookup: &Lookup, job: &mut Job) {
    let member = |company: &CompanyId, person: &PersonId| {
        vec![Cell::Blob(company.0.as_bytes().to_vec()), Cell::Blob(person.0.as_bytes().to_vec())]
    };
    for change in changes {
        match change {
            Change::OpenFeed { company, person, token, language } => {
                let mut row = member(company, person);
                row.push(Cell::Blob(lookup.feed_hash(token.as_str()).to_vec()));
                row.push(Cell::Text(language.tag().into()));
                job.feeds.push(row);
            }
            Change::CloseFeed(company, person) => job.closed_feeds.push(member(company, person)),
            _ => {}
        }
    }
}

/// Whose agenda a link shows.
///
/// # Errors
/// When the database does not answer.
pub async fn look_up(pool: &AnyPool, lookup: &Lookup, token: &Code) -> Result<Option<Feed>, StoreError> {
    let row = sqlx::query("SELECT company, person, language FROM feeds WHERE token = $1")
        .bind(lookup.feed_hash(token.as_str()).to_vec())
        .fetch_optional(pool)
        .await
        .map_err(|error| unavailable(&error))?;
    row.map(|row| {
        Ok(Feed {
            company: CompanyId(id(&column::<Vec<u8>>(&row, 0)?)?),
            person: PersonId(id(&column::<Vec<u8>>(&row, 1)?)?),
            language: Language::from_tag(&column::<String>(&row, 2)?),
        })
    })
    .transpose()
}
