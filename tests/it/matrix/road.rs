//! The road between the bot and the homeserver: it can hold one request for good, or refuse some, by their path.

use std::{
    sync::{Arc, Condvar, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    response::Response,
};
use tokio::{net::TcpListener, runtime::Runtime};

const PATIENCE: Duration = Duration::from_secs(60);

/// Where on the road a request is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// It never reaches the homeserver.
    OnTheWayThere,
    /// The homeserver has done it, and its answer never comes back.
    OnTheWayBack,
}

#[derive(Default)]
struct Orders {
    held: Option<(String, Where)>,
    holds: bool,
    /// The path of what was caught, until whoever sent it is gone.
    caught: Option<String>,
    /// How many more came meanwhile that might have been caught.
    beside: usize,
    refused: Option<Vec<String>>,
}

struct Desk {
    homeserver: String,
    orders: Mutex<Orders>,
    changed: Condvar,
    client: reqwest::Client,
}

/// The road; it ends when this is dropped.
pub struct Road {
    pub url: String,
    desk: Arc<Desk>,
    _runtime: Runtime,
}

impl Road {
    pub fn to(homeserver: &str) -> Self {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let desk = Arc::new(Desk {
            homeserver: homeserver.into(),
            orders: Mutex::default(),
            changed: Condvar::new(),
            client: reqwest::Client::new(),
        });
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new().fallback(travel).with_state(Arc::clone(&desk));
        runtime.spawn(async move { axum::serve(listener, router).await });
        Self { url, desk, _runtime: runtime }
    }

    /// Holds the next request that changes something at this path.
    pub fn holds(&self, path: &str, at: Where) {
        let mut orders = self.desk.orders.lock().unwrap();
        (orders.held, orders.holds) = (Some((path.into(), at)), false);
    }

    /// Waits until it is held.
    pub fn has_it(&self) {
        let orders = self.desk.orders.lock().unwrap();
        let (orders, _) =
            self.desk.changed.wait_timeout_while(orders, PATIENCE, |orders| !orders.holds).unwrap();
        assert!(orders.holds, "nothing came to be held: {:?}", orders.held);
    }

    /// Waits until another such request comes, while whoever sent the one that is held still waits.
    pub fn has_another_beside_it(&self) {
        let orders = self.desk.orders.lock().unwrap();
        let (orders, _) =
            self.desk.changed.wait_timeout_while(orders, PATIENCE, |orders| orders.beside == 0).unwrap();
        assert!(orders.beside > 0, "nothing came beside what was held: {:?}", orders.caught);
    }

    /// Answers requests whose path has all of these in it with an error, until told otherwise.
    pub fn refuses(&self, parts: &[&str]) {
        let parts = parts.iter().map(|part| (*part).to_owned()).collect();
        self.desk.orders.lock().unwrap().refused = Some(parts);
    }

    /// Lets everything pass.
    pub fn is_open(&self) {
        self.desk.orders.lock().unwrap().refused = None;
    }
}

impl Desk {
    fn refuses(&self, path: &str) -> bool {
        let orders = self.orders.lock().unwrap();
        orders.refused.as_ref().is_some_and(|parts| parts.iter().all(|part| path.contains(part.as_str())))
    }

    /// Whether this is the request to hold, and where.
    fn catches(&self, method: &Method, path: &str) -> Option<Where> {
        let mut orders = self.orders.lock().unwrap();
        let fits = |held: &str| *method != Method::GET && path.contains(held);
        if orders.caught.as_deref().is_some_and(fits) {
            orders.beside += 1;
            self.changed.notify_all();
        }
        let (caught, at) = orders.held.take_if(|(held, _)| fits(held))?;
        orders.caught = Some(caught);
        Some(at)
    }

    /// It is held until whoever sent it is gone.
    async fn hold(&self) {
        self.orders.lock().unwrap().holds = true;
        self.changed.notify_all();
        let _held = Held(self);
        std::future::pending().await
    }
}

/// A request that is held, until whoever sent it is gone.
struct Held<'d>(&'d Desk);

impl Drop for Held<'_> {
    fn drop(&mut self) {
        // A test that has failed says so itself.
        if let Ok(mut orders) = self.0.orders.lock() {
            (orders.holds, orders.caught) = (false, None);
        }
    }
}

async fn travel(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let held = desk.catches(&head.method, head.uri.path());
    if desk.refuses(head.uri.path()) {
        return answer(StatusCode::INTERNAL_SERVER_ERROR, &HeaderMap::new(), Body::from("{}"));
    }
    if held == Some(Where::OnTheWayThere) {
        desk.hold().await;
    }
    let mut headers = head.headers;
    for name in [header::HOST, header::CONTENT_LENGTH, header::CONNECTION] {
        headers.remove(name);
    }
    let there = format!("{}{}", desk.homeserver, head.uri);
    let sent = desk.client.request(head.method, there).headers(headers).body(body).send().await;
    let Ok(back) = sent else { return answer(StatusCode::BAD_GATEWAY, &HeaderMap::new(), Body::empty()) };
    let (status, headers) = (back.status(), back.headers().clone());
    let Ok(bytes) = back.bytes().await else {
        return answer(StatusCode::BAD_GATEWAY, &HeaderMap::new(), Body::empty());
    };
    if held == Some(Where::OnTheWayBack) {
        desk.hold().await;
    }
    answer(status, &headers, Body::from(bytes))
}

fn answer(status: StatusCode, headers: &HeaderMap, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    if let Some(kind) = headers.get(header::CONTENT_TYPE) {
        response.headers_mut().insert(header::CONTENT_TYPE, kind.clone());
    }
    response
}
