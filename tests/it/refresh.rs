//! Newer support dates, from a site that plays endoflife.date on this machine.

use std::{path::Path, process::Command};

use axum::{Router, http::StatusCode, routing::get};
use chrono::NaiveDate;
use noodplan::{
    dialogue::Content,
    domain::end_of_life::{Outcome, Status},
    operate::refresh,
};
use serde_json::{Value, json};
use tokio::net::TcpListener;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A site that gives one answer to the one question; gives its address.
async fn site(status: StatusCode, body: String) -> String {
    let answer = move || {
        let body = body.clone();
        async move { (status, body) }
    };
    let router = Router::new().route("/api/v1/products/full", get(answer));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

/// Every product that has a name here, with one version; Office as given.
fn full(office: &Value) -> String {
    let ids = noodplan::questionnaire::products::ids().unwrap();
    let product = |id: &String| {
        let other = json!([{ "name": "1", "label": "1", "isEol": false, "eolFrom": null, "latest": null }]);
        let releases = if id == "office" { office.clone() } else { other };
        json!({ "name": id, "label": id, "aliases": [], "releases": releases })
    };
    let unknown = json!({ "name": "a-new-one", "releases": [{ "name": "9", "isEol": true }] });
    let all: Vec<Value> = ids.iter().map(product).chain([unknown]).collect();
    json!({ "schema_version": "1.2.0", "total": all.len(), "result": all }).to_string()
}

fn office() -> Value {
    json!([
        { "name": "2029", "label": "2029", "isEol": false, "eolFrom": "2034-10-10", "isEoes": false, "eoesFrom": "2037-10-10" },
        { "name": "2016", "label": "2016", "isEol": true, "eolFrom": null, "isMaintained": false },
        { "name": "nothing-said", "label": "x" },
    ])
}

fn content(folder: &Path) -> (Content, Result<(), String>) {
    let mut content = Content::built_in().unwrap();
    let used = refresh::use_newest(&mut content, folder);
    (content, used)
}

#[tokio::test]
async fn newer_dates_are_fetched_kept_and_used_from_the_next_start_on() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(StatusCode::OK, full(&office())).await;
    let today = day("2027-03-01");
    let fetched = refresh::refresh(&site, folder.path(), today).await.unwrap();
    assert!(fetched.products >= 40 && fetched.versions > fetched.products, "{fetched:?}");
    let (content, used) = content(folder.path());
    used.unwrap();
    let table = &content.catalogue.products;
    assert_eq!(table.checked_on, today);
    let known = |typed: &str| match table.look_up(typed, today) {
        Outcome::Known(support) => support,
        other => panic!("{typed}: {other:?}"),
    };
    assert_eq!(known("office 2029").paid_until, Some(day("2037-10-10")));
    assert_eq!((known("office 2016").status, known("office 2016").ends.day()), (Status::Ended, None));
}

#[tokio::test]
async fn whatever_else_the_site_answers_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let good = site(StatusCode::OK, full(&office())).await;
    refresh::refresh(&good, folder.path(), day("2027-03-01")).await.unwrap();
    let kept = std::fs::read_to_string(folder.path().join("end-of-life.toml")).unwrap();
    let few = json!({ "result": [{ "name": "office", "releases": office() }] }).to_string();
    let bad_day = full(&json!([{ "name": "2016", "label": "2016", "isEol": true, "eolFrom": "31-2-2030" }]));
    for (status, body) in [
        (StatusCode::INTERNAL_SERVER_ERROR, full(&office())),
        (StatusCode::OK, "<html>".into()),
        (StatusCode::OK, String::new()),
        (StatusCode::OK, json!({ "result": [] }).to_string()),
        (StatusCode::OK, few),
        (StatusCode::OK, bad_day),
    ] {
        let site = site(status, body.clone()).await;
        let refused = refresh::refresh(&site, folder.path(), day("2027-04-01")).await;
        assert!(refused.is_err(), "{status} {}", &body[..body.len().min(60)]);
        assert_eq!(std::fs::read_to_string(folder.path().join("end-of-life.toml")).unwrap(), kept);
    }
    let nobody = refresh::refresh("http://127.0.0.1:9", folder.path(), day("2027-04-01")).await;
    assert!(nobody.unwrap_err().contains("does not answer"));
}

#[test]
fn a_damaged_or_older_file_is_named_and_what_is_built_in_stays() {
    for text in ["[", "source = \"x\"\nchecked_on = \"2020-01-01\"\nproduct = []\n"] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("end-of-life.toml"), text).unwrap();
        let (content, used) = content(folder.path());
        assert!(used.unwrap_err().contains("is not used"), "{text}");
        assert_eq!(content.catalogue.products.checked_on, day("2026-08-22"));
    }
}

#[tokio::test]
async fn the_operator_asks_for_it_with_one_command() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(StatusCode::OK, full(&office())).await;
    let refresh = |site: String| {
        let folder = folder.path().to_owned();
        tokio::task::spawn_blocking(move || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_noodplan"));
            command.env_clear().arg("refresh-end-of-life").args(["--from", &site]);
            command.arg("--data-dir").arg(folder).output().unwrap()
        })
    };
    let output = refresh(site).await.unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("products"), "{output:?}");
    assert!(folder.path().join("end-of-life.toml").exists());
    let output = refresh("http://127.0.0.1:9".into()).await.unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("does not answer"), "{output:?}");
}
