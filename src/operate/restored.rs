//! Data that was put back from a copy is made safe before anybody is heard: every start looks whether it was, and
//! `noodplan restored` says so where that cannot be seen.

use std::path::Path;

use crate::{
    app::{ports::Clock, turn::App},
    channel::folder::put_aside,
    operate::say,
    store::{
        epoch::{EpochFile, Standing},
        sql::SqlStore,
    },
};

/// Looks whether the data was put back, and then makes it safe; gives back whether this did so.
///
/// # Errors
/// When it was put back and cannot be made safe: then nobody may be heard.
pub async fn begin<C: Clock>(app: &App<SqlStore, C>, data_dir: &Path) -> Result<bool, String> {
    let file = EpochFile::new(data_dir);
    let token = match app.store.standing(&file).await.map_err(|error| error.to_string())? {
        Standing::PutBack { after } => return make_safe(app, data_dir, after).await,
        Standing::Known(token) => Some(token),
        Standing::New => None,
    };
    // A full disk must not keep anybody from the emergency plan.
    if let Err(error) = app.store.keep_epoch(&file, token, app.clock.now()).await {
        tracing::warn!(%error, "it cannot be noted from where the data went on; it is tried again in an hour");
    }
    Ok(false)
}

/// Makes data safe of which the operator says that it was put back.
///
/// # Errors
/// When it cannot be done.
pub async fn run<C: Clock>(app: &App<SqlStore, C>, data_dir: &Path) -> Result<(), String> {
    make_safe(app, data_dir, None).await?;
    say(
        "Noted: nothing old is sent again, and codes of before work no more. Start the bot: the owners are told. Invitations \
         have to be made anew.",
    )
}

async fn make_safe<C: Clock>(
    app: &App<SqlStore, C>,
    data_dir: &Path,
    after: Option<i64>,
) -> Result<bool, String> {
    let now = app.clock.now();
    let aside = put_aside(&data_dir.join("matrix"));
    if let Some(aside) =
        aside.map_err(|error| format!("the folder of Matrix cannot be put aside: {error}"))?
    {
        tracing::warn!(
            folder = %aside.display(),
            "the bot gets a new device on Matrix, for which it needs its password; the old one was put aside"
        );
    }
    let copied = app.store.copied(now).await.map_err(|error| error.to_string())?;
    if !copied.keyless.is_empty() {
        tracing::error!(
            companies = copied.keyless.len(),
            "companies have no key and are erased for good within two hours; if their keys are in a newer keys.db, stop, put back \
             the data again together with that, and start again"
        );
    }
    let amendments =
        app.put_back(&copied.companies, copied.made_at).await.map_err(|error| error.to_string())?;
    let done = app
        .store
        .make_safe(&EpochFile::new(data_dir), &copied.keyless, &amendments, after, now)
        .await
        .map_err(|error| error.to_string())?;
    if done {
        tracing::warn!(copied_at = %copied.made_at, "the data was put back from a copy and is made safe");
    }
    Ok(done)
}
