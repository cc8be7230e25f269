//! Until when a contract with a supplier runs, and until when notice can be given.

use chrono::{DateTime, Months, NaiveDate, Utc};

use crate::domain::item::{Item, Value};

/// The question that asks until when a contract runs.
pub const END: &str = "supplier-end";
/// The question that asks how long before the end notice has to be given.
pub const NOTICE: &str = "supplier-notice";

/// The last day of the contract with a supplier, and when it was told.
pub fn ends_on(supplier: &Item) -> Option<(NaiveDate, DateTime<Utc>)> {
    let answer = supplier.answers.get(END)?;
    match answer.value {
        Value::Date(on) => Some((on, answer.at)),
        _ => None,
    }
}

/// The last day on which notice can be given for the end of the contract, and when it was known. None where that is any
/// day, and where it is not known how long before the end it has to be.
pub fn notice_by(supplier: &Item) -> Option<(NaiveDate, DateTime<Utc>)> {
    let (ends_on, told_at) = ends_on(supplier)?;
    let notice = supplier.answers.get(NOTICE)?;
    let by = ends_on.checked_sub_months(Months::new(months(&notice.value)?))?;
    Some((by, told_at.max(notice.at)))
}

fn months(notice: &Value) -> Option<u32> {
    let Value::Choice(choice) = notice else { return None };
    match choice.as_str() {
        "month-1" => Some(1),
        "months-2" => Some(2),
        "months-3" => Some(3),
        "months-6" => Some(6),
        _ => None,
    }
}
