//! Newer support dates, fetched when an operator asks for it and at no other time, and used from the next start on.
//!
//! Not here: what the dates look like in a file and when such a file is sound (`questionnaire::products`).

use std::{fs, io::Write as _, path::Path, time::Duration};

use chrono::NaiveDate;
use serde::Deserialize;

use crate::{
    app::ports::Clock,
    clock::SystemClock,
    dialogue::Content,
    operate::say,
    questionnaire::products::{self, Dates, ProductDates},
};

/// Where the dates come from.
pub const SITE: &str = "https://endoflife.date";
/// All products in one answer, in version 1 of the site's interface.
const PATH: &str = "/api/v1/products/full";
/// The file in the data directory.
const FILE: &str = "end-of-life.toml";
/// The answer is some three million bytes; ten times that is something else.
const LONGEST: usize = 32 << 20;
/// Nobody waits longer for an answer.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Deserialize)]
struct Answer {
    result: Vec<Product>,
}

#[derive(Deserialize)]
struct Product {
    name: String,
    releases: Vec<Release>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Release {
    name: String,
    label: Option<String>,
    is_eol: Option<bool>,
    eol_from: Option<String>,
    eoes_from: Option<String>,
}

/// What was fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// Products with dates.
    pub products: usize,
    /// Versions of all of them.
    pub versions: usize,
}

/// Does it and says what came.
///
/// # Errors
/// As [`refresh`].
pub async fn run(site: &str, data_dir: &Path) -> Result<(), String> {
    let Fetched { products, versions } = refresh(site, data_dir, SystemClock.now().date_naive()).await?;
    say(&format!("{products} products, {versions} versions: these dates are used from the next start on."))
}

/// Fetches the dates of today from a site and puts them into the data directory.
///
/// # Errors
/// One sentence: the site does not answer, answers something else, or its dates are not sound. What was there stays.
pub async fn refresh(site: &str, data_dir: &Path, today: NaiveDate) -> Result<Fetched, String> {
    let answer = fetch(site).await?;
    let dates = dates(answer, today)?;
    let text = toml::to_string(&dates).map_err(|error| error.to_string())?;
    products::newer(&text).map_err(|mistakes| mistakes.join("; "))?;
    keep(&text, data_dir).map_err(|error| format!("{FILE} cannot be written: {error}"))?;
    let versions = dates.products.iter().map(|product| product.releases.len()).sum();
    Ok(Fetched { products: dates.products.len(), versions })
}

/// Uses the dates in the data directory, if there are any, from now on.
///
/// # Errors
/// One sentence when what is there is not sound or not newer; then the dates that are built in stay.
pub fn use_newest(content: &mut Content, data_dir: &Path) -> Result<(), String> {
    let file = data_dir.join(FILE);
    if !file.exists() {
        return Ok(());
    }
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    match products::newer(&text) {
        Ok(table) => {
            content.catalogue.products = table;
            Ok(())
        }
        Err(mistakes) => Err(format!("{} is not used: {}", file.display(), mistakes.join("; "))),
    }
}

async fn fetch(site: &str) -> Result<Answer, String> {
    let url = format!("{}{PATH}", site.trim_end_matches('/'));
    let went_wrong = |error: reqwest::Error| format!("{url} does not answer: {error}");
    let agent = concat!("noodplan/", env!("CARGO_PKG_VERSION"));
    let client =
        reqwest::Client::builder().user_agent(agent).timeout(PATIENCE).build().map_err(went_wrong)?;
    let sent = client.get(&url).send().await.and_then(reqwest::Response::error_for_status);
    let mut response = sent.map_err(went_wrong)?;
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(went_wrong)? {
        body.extend_from_slice(&piece);
        if body.len() > LONGEST {
            return Err(format!("{url} answers more than anybody needs"));
        }
    }
    serde_json::from_slice(&body).map_err(|error| format!("{url} answers something else: {error}"))
}

/// The dates of the products that have a name here.
fn dates(answer: Answer, today: NaiveDate) -> Result<Dates, String> {
    let known = products::ids().map_err(|mistakes| mistakes.join("; "))?;
    let mut products = Vec::new();
    for product in answer.result {
        let releases: Vec<Vec<String>> = product.releases.into_iter().filter_map(row).collect();
        if known.contains(&product.name) && !releases.is_empty() {
            products.push(ProductDates { id: product.name, releases });
        }
    }
    if products.len() * 2 < known.len() {
        return Err(format!("only {} of {} products are in the answer", products.len(), known.len()));
    }
    Ok(Dates { source: "endoflife.date".into(), checked_on: today.to_string(), products })
}

/// One row, unless the site says nothing about its end.
fn row(release: Release) -> Option<Vec<String>> {
    let ends = match (release.eol_from, release.is_eol?) {
        (Some(day), _) => day,
        (None, true) => "ended".into(),
        (None, false) => "supported".into(),
    };
    let label = release.label.unwrap_or_else(|| release.name.clone());
    Some([release.name, label, ends].into_iter().chain(release.eoes_from).collect())
}

/// Writes the whole file or nothing.
fn keep(text: &str, data_dir: &Path) -> std::io::Result<()> {
    fs::create_dir_all(data_dir)?;
    let (file, half) = (data_dir.join(FILE), data_dir.join(format!("{FILE}.new")));
    let mut new = fs::File::create(&half)?;
    new.write_all(text.as_bytes())?;
    new.sync_all()?;
    fs::rename(half, file)
}
