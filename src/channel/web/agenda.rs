//! What comes back, as a subscription: an agenda fetches it by a private link. Read-only, and without a word about the
//! firm.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderName, StatusCode, header},
    routing::get,
};

use crate::{
    app::{
        feeds::Feeds,
        ports::{Clock, Store},
        turn::App,
    },
    dialogue::agenda::link::{FOLDER, SUFFIX},
    domain::code::Code,
    report::calendar::MEDIA_TYPE,
};

/// A file for an agenda, which nobody in between may keep.
type File = ([(HeaderName, &'static str); 2], String);

/// `/agenda/….ics`.
pub fn part<S: Store + Feeds, C: Clock>(app: Arc<App<S, C>>) -> Router {
    Router::new().route(&format!("/{FOLDER}/{{file}}"), get(feed::<S, C>)).with_state(app)
}

async fn feed<S: Store + Feeds, C: Clock>(
    State(app): State<Arc<App<S, C>>>,
    Path(file): Path<String>,
) -> Result<File, StatusCode> {
    // A wrong link, a revoked one and one of somebody who left are the same.
    let token = file.strip_suffix(SUFFIX).and_then(Code::parse).ok_or(StatusCode::NOT_FOUND)?;
    match app.agenda_file(&token).await {
        Ok(Some(file)) => {
            Ok(([(header::CONTENT_TYPE, MEDIA_TYPE), (header::CACHE_CONTROL, "private, no-store")], file))
        }
        Ok(None) => Err(StatusCode::NOT_FOUND),
        Err(error) => {
            tracing::error!(%error, "an agenda could not be read");
            Err(StatusCode::SERVICE_UNAVAILABLE)
        }
    }
}
