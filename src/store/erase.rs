//! Erasing a company: its key is destroyed first, so that no copy of its rows can be read any more, then its rows.

use uuid::Uuid;

use crate::{
    app::ports::StoreError,
    domain::ids::CompanyId,
    store::{job::Job, rows::Cell, sql::SqlStore},
};

/// Every table that holds rows of a company; a test holds this against the schema.
pub const ERASE: [&str; 10] = [
    "DELETE FROM answers WHERE company IN (VALUES",
    "DELETE FROM items WHERE company IN (VALUES",
    "DELETE FROM members WHERE company IN (VALUES",
    "DELETE FROM matters WHERE company IN (VALUES",
    "DELETE FROM codes WHERE company IN (VALUES",
    "DELETE FROM audit WHERE company IN (VALUES",
    "DELETE FROM erasures WHERE company IN (VALUES",
    "DELETE FROM outbox WHERE company IN (VALUES",
    "DELETE FROM wakes WHERE company IN (VALUES",
    "DELETE FROM companies WHERE id IN (VALUES",
];

impl SqlStore {
    /// Erases a company. Done twice it does nothing the second time; broken off halfway it can be done again.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn erase(&self, company: CompanyId) -> Result<(), StoreError> {
        let job = Job { erased: vec![vec![Cell::Blob(company.0.as_bytes().to_vec())]], ..Job::default() };
        let written = self.writer.write(job).await;
        self.forget(company.0);
        written.map(|_| ())
    }

    fn forget(&self, company: Uuid) {
        self.keys.forget(company);
        self.warm.forget_company(CompanyId(company));
    }
}
