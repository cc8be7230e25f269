//! `noodplan companies`, `noodplan recover` and `noodplan erase`: which companies there are, by their numbers. What they told is shown only for
//! a reason, which their owners get to hear.

use chrono::DateTime;
use secrecy::ExposeSecret;
use uuid::Uuid;

use crate::{
    app::{
        keeping::Keeping,
        ports::{Clock, Store},
        turn::App,
    },
    config::Config,
    domain::ids::{CompanyId, PersonId},
    operate::say,
    report::data::{self, Source},
    store::inspect::count,
    text::Language,
};

/// Lists the companies.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(config: &Config) -> Result<(), String> {
    let companies = count(config.database_url.expose_secret()).await.map_err(|error| error.to_string())?;
    say("company                               since       members  items  answers")?;
    for company in &companies {
        let since =
            DateTime::from_timestamp_millis(company.created_at).unwrap_or_default().format("%Y-%m-%d");
        say(&format!(
            "{}  {since}  {:>7}  {:>5}  {:>7}",
            company.id, company.members, company.items, company.answers
        ))?;
    }
    say(&format!("{} in all", companies.len()))
}

/// Shows everything of one company. It is in its log, and its owners are told, before anything is shown.
///
/// # Errors
/// When there is no such company, no reason, or it cannot be written down.
pub async fn show<S: Store + Keeping, C: Clock>(
    app: &App<S, C>,
    id: Uuid,
    reason: &str,
) -> Result<(), String> {
    if reason.trim().is_empty() {
        return Err("say why: --break-glass \"what you have to find out\"".into());
    }
    let id = CompanyId(id);
    let company = app.break_glass(id, reason.trim()).await.map_err(|error| error.to_string())?;
    let company = company.ok_or_else(|| no_such(id))?;
    let log = app.store.log(id, usize::MAX).await.map_err(|error| error.to_string())?;
    say(&data::company(Source {
        company: id,
        dossier: &company.dossier,
        members: &company.members,
        log: &log,
        catalogue: &app.content.catalogue,
        texts: &app.content.texts,
        language: Language::En,
        made_at: app.clock.now(),
    }))
}

/// Erases one company at once.
///
/// # Errors
/// When there is no such company, or it cannot be erased.
pub async fn erase<S: Store + Keeping, C: Clock>(app: &App<S, C>, id: Uuid, yes: bool) -> Result<(), String> {
    let id = CompanyId(id);
    if app.store.company(id).await.map_err(|error| error.to_string())?.is_none() {
        return Err(no_such(id));
    }
    if !yes {
        return Err(format!("this erases {} for ever; say it again with --yes", id.0));
    }
    app.erase(id).await.map_err(|error| error.to_string())?;
    say("Erased, with its key. Its members are told when the bot starts. Throw away old copies of the keys.")
}

/// Begins to make a member owner; without a member it lists who there is, by id and role.
///
/// # Errors
/// When there is no such company, when this member cannot become owner, or when it cannot be written down.
pub async fn recover<S: Store + Keeping, C: Clock>(
    app: &App<S, C>,
    id: Uuid,
    member: Option<Uuid>,
) -> Result<(), String> {
    let id = CompanyId(id);
    let company = app.store.company(id).await.map_err(|error| error.to_string())?;
    let company = company.ok_or_else(|| no_such(id))?;
    let Some(member) = member else {
        say("member                                since       role    standing")?;
        for member in company.members.iter() {
            let since = member.joined_at.format("%Y-%m-%d");
            let (role, standing) = (member.role.slug(), member.standing.slug());
            say(&format!("{}  {since}  {role:<6}  {standing}", member.person.0))?;
        }
        return say(
            "Which of these is who asks you? Everybody finds their own id with /mijngegevens, in noodplan-me.json.",
        );
    };
    if !app.recover(id, PersonId(member)).await.map_err(|error| error.to_string())? {
        return Err(
            "this cannot be: only a confirmed editor or reader becomes owner so, and one at a time".into()
        );
    }
    say(
        "Begun. Start the bot: everybody is told now and every day. In 72 hours they are owner, unless somebody stops it.",
    )
}

fn no_such(id: CompanyId) -> String {
    format!("there is no company {}", id.0)
}
