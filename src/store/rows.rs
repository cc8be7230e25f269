//! Statements with many rows: one text for both databases, `$1` parameters, as few texts as possible.

use sqlx::{
    Any, AnyConnection, Arguments, QueryBuilder,
    any::{AnyArguments, AnyRow},
};

/// One value of a row.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Bytes.
    Blob(Vec<u8>),
    /// Words.
    Text(String),
    /// A whole number.
    Int(i64),
}

/// So many rows go in one statement.
const FEW_ROWS: usize = 6;
/// Of more the most rows in one statement.
const MOST_ROWS: usize = 64;

/// Runs `head (…), (…) tail` for all rows and gives back what it returns.
///
/// Few rows go at once, more in powers of two, so that a handful of texts per statement stay prepared.
///
/// # Errors
/// What the database says.
pub async fn run<R: AsRef<[Cell]> + Sync>(
    connection: &mut AnyConnection,
    head: &'static str,
    rows: &[R],
    tail: &'static str,
) -> Result<Vec<AnyRow>, sqlx::Error> {
    let mut returned = Vec::new();
    let mut rest = rows;
    while !rest.is_empty() {
        let count =
            if rest.len() <= FEW_ROWS { rest.len() } else { (1 << rest.len().ilog2()).min(MOST_ROWS) };
        let (now, later) = rest.split_at(count);
        rest = later;
        let mut query = QueryBuilder::<Any>::with_arguments(text(head, now, tail), arguments(now)?);
        returned.extend(query.build().fetch_all(&mut *connection).await?);
    }
    Ok(returned)
}

/// Runs a statement with one parameter.
///
/// # Errors
/// What the database says.
pub async fn execute(
    connection: &mut AnyConnection,
    statement: &'static str,
    parameter: &Cell,
) -> Result<(), sqlx::Error> {
    let arguments = arguments(&[vec![parameter.clone()]])?;
    sqlx::query_with(statement, arguments).execute(connection).await.map(|_| ())
}

fn text<R: AsRef<[Cell]>>(head: &str, rows: &[R], tail: &str) -> String {
    let mut text = String::from(head);
    let mut parameter = 0;
    for (place, row) in rows.iter().enumerate() {
        text.push_str(if place == 0 { " (" } else { ", (" });
        for column in 0..row.as_ref().len() {
            parameter += 1;
            if column > 0 {
                text.push(',');
            }
            text.push('$');
            text.push_str(&parameter.to_string());
        }
        text.push(')');
    }
    text.push(' ');
    text.push_str(tail);
    text
}

fn arguments<R: AsRef<[Cell]>>(rows: &[R]) -> Result<AnyArguments, sqlx::Error> {
    let mut arguments = AnyArguments::default();
    for cell in rows.iter().flat_map(AsRef::as_ref) {
        match cell {
            Cell::Blob(bytes) => arguments.add(bytes.clone()),
            Cell::Text(text) => arguments.add(text.clone()),
            Cell::Int(number) => arguments.add(*number),
        }
        .map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_parameter_is_numbered_once() {
        let row = || vec![Cell::Int(1), Cell::Int(2)];
        assert_eq!(
            text("INSERT INTO t VALUES", &[row(), row()], "RETURNING a"),
            "INSERT INTO t VALUES ($1,$2), ($3,$4) RETURNING a"
        );
    }
}
