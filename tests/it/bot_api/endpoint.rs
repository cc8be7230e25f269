//! The HTTP side: from `/bot{token}/{method}` to an answer, with the trouble that a test ordered.

use std::sync::{Arc, atomic::Ordering};

use axum::{
    body::Body,
    extract::{ConnectInfo, Request, State as Extract},
    http::{Response, header},
};

use super::{
    Shared,
    answer::{Refusal, granted},
    fault::Effect,
    journal::{Call, Outcome, Violation},
    listener::Cut,
    methods,
    params::Params,
    polling,
};

/// Serves one request.
pub(super) async fn serve(
    Extract(shared): Extract<Arc<Shared>>,
    ConnectInfo(cut): ConnectInfo<Cut>,
    request: Request,
) -> Response<Body> {
    let path = request.uri().path().to_owned();
    if let Some(rest) = path.strip_prefix("/file/bot") {
        return download(&shared, rest);
    }
    let Some((token, method)) = path.strip_prefix("/bot").and_then(|rest| rest.split_once('/')) else {
        return refused(&Refusal::new(404, "Not Found"));
    };
    if token != shared.token {
        return refused(&Refusal::new(401, "Unauthorized"));
    }
    match Params::read(request).await {
        Ok(params) => act(&shared, &cut, method, &params).await,
        Err(refusal) => {
            let (number, _) = enter(&shared, method, &Params::default());
            shared.end_refused(number, &refusal);
            refused(&refusal)
        }
    }
}

async fn act(shared: &Shared, cut: &Cut, method: &str, params: &Params) -> Response<Body> {
    let (number, effect) = enter(shared, method, params);
    match &effect {
        Some(Effect::Refuse(refusal)) => {
            shared.end(number, Outcome::RefusedByTest { code: refusal.code });
            return refused(refusal);
        }
        Some(Effect::DropBefore) => {
            shared.end(number, Outcome::DroppedBefore);
            return nothing(cut);
        }
        Some(Effect::Between(code)) => {
            shared.end(number, Outcome::RefusedByTest { code: *code });
            return json(*code, "<html><body>Log in first</body></html>".to_owned());
        }
        Some(Effect::HoldBefore(gate)) => gate.wait().await,
        _ => {}
    }
    let answer = if method.eq_ignore_ascii_case("getUpdates") {
        polling::get_updates(shared, params, number).await
    } else if let Some(method) = methods::find(method) {
        let mut state = shared.state();
        method(&mut state, params).map(|result| result.to_string())
    } else {
        Err(Refusal::new(404, "Not Found: method not found"))
    };
    match &effect {
        Some(Effect::LoseAnswer) => {
            shared.end(number, Outcome::AnswerLost);
            return nothing(cut);
        }
        Some(Effect::Malform) => {
            shared.end(number, Outcome::AnswerMalformed);
            let body = answer.map_or_else(|refusal| refusal.body(), |result| granted(&result));
            let half = body.chars().take(body.chars().count() / 2).collect::<String>();
            return json(200, half);
        }
        Some(Effect::HoldAnswer(gate)) => gate.wait().await,
        _ if shared.is_over.load(Ordering::Acquire) => return nothing(cut),
        _ => {}
    }
    match answer {
        Ok(result) => {
            shared.end(number, Outcome::Granted);
            json(200, granted(&result))
        }
        Err(refusal) => {
            shared.end_refused(number, &refusal);
            refused(&refusal)
        }
    }
}

/// Writes the call into the journal, checks it, and finds the fault that awaits it.
fn enter(shared: &Shared, method: &str, params: &Params) -> (usize, Option<Effect>) {
    let problems = match &shared.description {
        Some(description) => description.problems_of(method, params),
        None => Vec::new(),
    };
    let mut state = shared.state();
    let number = state.journal.next_number();
    let chat = state.chat_of(params);
    if !state.is_lean {
        let body = params.summary();
        state.journal.calls.push(Call {
            number,
            method: method.to_owned(),
            chat,
            body,
            outcome: Outcome::Open,
        });
        let named = |problem| Violation { call: number, method: method.to_owned(), problem };
        state.journal.violations.extend(problems.into_iter().map(named));
    }
    let effect = state.faults.strike(method, chat);
    drop(state);
    shared.happened.notify_waiters();
    (number, effect)
}

/// `/file/bot{token}/{path}`; `rest` begins with the token.
fn download(shared: &Shared, rest: &str) -> Response<Body> {
    let Some((token, path)) = rest.split_once('/') else {
        return refused(&Refusal::new(404, "Not Found"));
    };
    if token != shared.token {
        return refused(&Refusal::new(401, "Unauthorized"));
    }
    let state = shared.state();
    match state.files.values().find(|file| file.path == path) {
        Some(file) => Response::new(Body::from(file.bytes.clone())),
        None => refused(&Refusal::new(404, "Not Found")),
    }
}

fn refused(refusal: &Refusal) -> Response<Body> {
    let mut response = json(refusal.code, refusal.body());
    if let Some(seconds) = refusal.retry_after() {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

fn json(code: u16, body: String) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = code.try_into().unwrap_or_default();
    let kind = header::HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// An answer that never leaves, on a connection that closes.
fn nothing(cut: &Cut) -> Response<Body> {
    cut.now();
    Response::new(Body::empty())
}
