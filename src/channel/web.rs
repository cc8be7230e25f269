//! The built-in HTTP server: one address, and whatever is mounted there.
//!
//! Not here: TLS. Whatever stands in front of it passes requests on to where the program listens.

use std::{
    collections::BTreeMap,
    io,
    net::SocketAddr,
    sync::{Arc, PoisonError, RwLock},
};

use axum::{
    Router,
    extract::{Request, State},
    response::Response,
};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

pub mod agenda;
pub mod health;

/// What answers at the address.
#[derive(Clone, Default)]
pub struct Web(Arc<RwLock<Mounted>>);

#[derive(Default)]
struct Mounted {
    parts: BTreeMap<&'static str, Router>,
    whole: Router,
}

impl std::fmt::Debug for Web {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Web")
    }
}

impl Web {
    /// Listens from now on, until `stop`.
    ///
    /// # Errors
    /// When nothing can listen there.
    pub async fn open(address: SocketAddr, stop: CancellationToken) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let web = Self::default();
        let router = Router::new().fallback(answer).with_state(web.clone());
        tokio::spawn(async move {
            let serving = axum::serve(listener, router).with_graceful_shutdown(stop.cancelled_owned());
            if serving.await.is_err() {
                tracing::error!("the HTTP server stopped listening");
            }
        });
        Ok(web)
    }

    /// Mounts a part; it takes the place of the one of this name. Paths of different parts must differ.
    pub fn mount(&self, name: &'static str, part: Router) {
        let mut mounted = self.0.write().unwrap_or_else(PoisonError::into_inner);
        mounted.parts.insert(name, part);
        mounted.whole = mounted.parts.values().cloned().fold(Router::new(), Router::merge);
    }
}

async fn answer(State(web): State<Web>, request: Request) -> Response {
    let whole = web.0.read().unwrap_or_else(PoisonError::into_inner).whole.clone();
    let Ok(response) = whole.oneshot(request).await;
    response
}
