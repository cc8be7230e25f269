//! Whether the program lives, and whether it can do its work; for whatever watches over it.

use std::sync::Arc;

use axum::{Router, extract::State, http::StatusCode, routing::get};

use crate::app::{ports::Clock, turn::App, wakes::Wakes};

/// `/healthz`: the program lives. `/readyz`: its database answers.
pub fn part<S: Wakes, C: Clock>(app: Arc<App<S, C>>) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready::<S, C>))
        .with_state(app)
}

async fn ready<S: Wakes, C: Clock>(State(app): State<Arc<App<S, C>>>) -> (StatusCode, &'static str) {
    match app.store.last_look().await {
        Ok(_) => (StatusCode::OK, "ok\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
