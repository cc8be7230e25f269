//! Trouble on order: refusals, lost connections, answers that wait at a gate.

use std::sync::Arc;

use tokio::sync::{Semaphore, watch};

use super::answer::Refusal;

/// What goes wrong, for which requests, how often. Without a filter it meets any request; it meets
/// one request unless told otherwise.
#[derive(Clone, Debug)]
pub struct Fault {
    effect: Effect,
    method: Option<String>,
    chat: Option<i64>,
    spared: u32,
    left: Option<u32>,
}

#[derive(Clone, Debug)]
pub(super) enum Effect {
    Refuse(Refusal),
    DropBefore,
    LoseAnswer,
    HoldBefore(Gate),
    HoldAnswer(Gate),
    Malform,
    Between(u16),
}

impl Fault {
    fn new(effect: Effect) -> Self {
        Self { effect, method: None, chat: None, spared: 0, left: Some(1) }
    }

    /// 429 with `retry_after` in seconds; nothing is done.
    pub fn too_many_requests(retry_after: u64) -> Self {
        Self::new(Effect::Refuse(Refusal::too_many_requests(retry_after)))
    }

    /// 500 or another error of the server; nothing is done.
    pub fn server_error(code: u16) -> Self {
        let description = match code {
            502 => "Bad Gateway",
            503 => "Service Unavailable",
            504 => "Gateway Timeout",
            _ => "Internal Server Error",
        };
        Self::refused(code, description)
    }

    /// Any refusal, with the description as the server would give it; nothing is done.
    pub fn refused(code: u16, description: &str) -> Self {
        Self::new(Effect::Refuse(Refusal::new(code, description)))
    }

    /// What a second poller on the same token brings about.
    pub fn conflict() -> Self {
        Self::refused(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        )
        .on("getUpdates")
    }

    /// The connection closes before anything is done.
    pub fn dropped_before() -> Self {
        Self::new(Effect::DropBefore)
    }

    /// The request is acted on, then the connection closes without an answer.
    pub fn answer_lost() -> Self {
        Self::new(Effect::LoseAnswer)
    }

    /// The request waits at the gate before it is acted on.
    pub fn held_before(gate: &Gate) -> Self {
        Self::new(Effect::HoldBefore(gate.clone()))
    }

    /// The request is acted on at once, its answer waits at the gate.
    pub fn answer_held(gate: &Gate) -> Self {
        Self::new(Effect::HoldAnswer(gate.clone()))
    }

    /// The request is acted on, but the answer is not JSON.
    pub fn malformed_answer() -> Self {
        Self::new(Effect::Malform)
    }

    /// Something in between answers with this code and a page, and passes nothing on.
    pub fn proxy_answers(code: u16) -> Self {
        Self::new(Effect::Between(code))
    }

    /// Only for this method.
    #[must_use]
    pub fn on(mut self, method: &str) -> Self {
        self.method = Some(method.to_ascii_lowercase());
        self
    }

    /// Only for requests about this chat.
    #[must_use]
    pub fn in_chat(mut self, chat: i64) -> Self {
        self.chat = Some(chat);
        self
    }

    /// Lets the first `count` requests that fit go unharmed.
    #[must_use]
    pub fn after(mut self, count: u32) -> Self {
        self.spared = count;
        self
    }

    /// Meets `count` requests.
    #[must_use]
    pub fn times(mut self, count: u32) -> Self {
        self.left = Some(count);
        self
    }

    /// Meets every request until `BotApi::clear_faults`.
    #[must_use]
    pub fn standing(mut self) -> Self {
        self.left = None;
        self
    }

    fn fits(&self, method: &str, chat: Option<i64>) -> bool {
        self.left != Some(0)
            && self.method.as_ref().is_none_or(|wanted| method.eq_ignore_ascii_case(wanted))
            && (self.chat.is_none() || self.chat == chat)
    }
}

/// The trouble that is armed.
#[derive(Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn arm(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// What befalls this request: the oldest fault that fits it.
    pub(super) fn strike(&mut self, method: &str, chat: Option<i64>) -> Option<Effect> {
        let mut effect = None;
        for fault in self.0.iter_mut().filter(|fault| fault.fits(method, chat)) {
            if fault.spared > 0 {
                fault.spared -= 1;
                continue;
            }
            fault.left = fault.left.map(|left| left - 1);
            effect = Some(fault.effect.clone());
            break;
        }
        self.0.retain(|fault| fault.left != Some(0));
        effect
    }
}

/// A gate at which requests wait until the test lets them through.
#[derive(Clone, Debug)]
pub struct Gate {
    passes: Arc<Semaphore>,
    arrived: Arc<watch::Sender<usize>>,
}

impl Default for Gate {
    fn default() -> Self {
        Self::new()
    }
}

impl Gate {
    /// A closed gate.
    pub fn new() -> Self {
        Self { passes: Arc::new(Semaphore::new(0)), arrived: Arc::new(watch::Sender::new(0)) }
    }

    /// Waits until `count` requests have come to the gate since it was made.
    ///
    /// # Panics
    /// Never: the gate itself keeps the count alive.
    pub async fn reached_by(&self, count: usize) {
        let mut arrived = self.arrived.subscribe();
        arrived.wait_for(|arrived| *arrived >= count).await.expect("the gate holds the sender");
    }

    /// Lets one waiting request through.
    pub fn let_one_through(&self) {
        self.passes.add_permits(1);
    }

    /// Opens for good.
    pub fn open(&self) {
        self.passes.close();
    }

    pub(super) async fn wait(&self) {
        self.arrived.send_modify(|arrived| *arrived += 1);
        if let Ok(pass) = self.passes.acquire().await {
            pass.forget();
        }
    }
}
