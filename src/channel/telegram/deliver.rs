//! Bringing messages to a chat: at once, in order, and on again after trouble.
//!
//! A chat that was told to wait waits alone. The emergency plan does not wait its turn.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use serde::Serialize;
use tokio::runtime::Handle;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    app::ports::{Clock, LaneKind, Outgoing, Store},
    channel::{
        notes::Notes,
        telegram::{
            Link, Pauses, address,
            api::{Api, Method, Urgency},
            asked::{Asked, Reply},
            chats::Chats,
            in_hand::InHand,
            outcome::Outcome,
            pace::Pace,
            parcel::{Parcel, Part},
            patience::Patience,
            updates::Tapped,
        },
    },
};

/// After this nobody looks any more whether a button still spins.
const SPINS: Duration = Duration::from_secs(10);
/// A card that acknowledges so many answers stays, and the next one comes below it.
const LONGEST_TRAIL: usize = 6;

/// Brings messages to chats.
pub struct Delivery {
    pub(super) api: Arc<Api>,
    pub(super) chats: Chats,
    pub(super) pace: Mutex<Pace>,
    pub(super) notes: Notes,
    pub(super) pauses: Pauses,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) tasks: TaskTracker,
    pub(super) in_hand: InHand,
    /// Where what can wait is done, whoever asks for it.
    pool: Handle,
    stop: CancellationToken,
}

/// What came of a whole parcel.
pub(super) enum Verdict {
    /// All of it is there, or will never be.
    Done,
    /// The chat may be written to again after this time.
    Later(Duration),
    /// There is no network.
    NotLeft,
    /// Nobody knows.
    Unknown,
    /// Nobody reads it.
    Unreachable,
}

#[derive(Serialize)]
struct CallbackAnswer<'a> {
    callback_query_id: &'a str,
}

#[derive(Serialize)]
struct Line<'a> {
    chat_id: i64,
    text: &'a str,
    disable_notification: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_parameters: Option<Reply>,
}

impl Delivery {
    /// A delivery over this link, with reminders at this pace.
    pub fn new<S: Store, C: Clock>(link: &Link<S, C>, pace: Pace) -> Arc<Self> {
        let clock = Arc::clone(&link.app);
        Arc::new(Self {
            api: Arc::clone(&link.api),
            chats: Chats::default(),
            pace: Mutex::new(pace),
            notes: link.notes.clone(),
            pauses: link.pauses,
            clock,
            tasks: TaskTracker::new(),
            in_hand: InHand::default(),
            pool: Handle::current(),
            stop: link.stop.clone(),
        })
    }

    /// Takes the spinner off a button, without anybody waiting for it. It may be too late; that harms nobody.
    pub fn answer_callback(self: &Arc<Self>, query: String) {
        let delivery = Arc::clone(self);
        let answer = async move {
            let (method, payload) =
                (Method::AnswerCallbackQuery, CallbackAnswer { callback_query_id: &query });
            let trying = async {
                let first = delivery.api.send(method, &payload, Urgency::Usual).await;
                delivery.keeps_trying(method, &payload, first).await
            };
            tokio::time::timeout(SPINS, trying).await
        };
        self.tasks.spawn_on(answer, &self.pool);
    }

    /// Brings emergency plans, before anything else is looked at.
    pub async fn bring_first(self: &Arc<Self>, chat: i64, plans: Vec<Outgoing>) {
        for plan in plans {
            if self.in_hand.takes(plan.id) {
                self.hand_over(chat, Parcel::new(plan, None)).await;
            }
        }
    }

    /// Brings the answers of one turn: in place of the card that was tapped, or below what was typed.
    pub async fn bring(self: &Arc<Self>, chat: i64, tapped: Option<Tapped>, outgoing: Vec<Outgoing>) {
        let note = self.chats.note(chat).unwrap_or_default();
        let (card, asks_number) = (note.card, outgoing.iter().any(|message| message.own_number.is_some()));
        let stands_alone = outgoing.first().is_none_or(|message| message.lane == LaneKind::Emergency);
        // The last card, or one of which nobody knew that it had arrived.
        let is_live = |tapped: &Tapped| {
            tapped.replaceable
                && card.is_none_or(|card| tapped.message >= card)
                && tapped.trail.len() < LONGEST_TRAIL
        };
        let mut replaces = tapped.as_ref().filter(|tapped| !stands_alone && is_live(tapped));
        let left = tapped
            .as_ref()
            .filter(|old| old.has_keyboard && replaces.is_none() && Some(old.message) != card)
            .map(|old| old.message);
        if !stands_alone {
            self.settle_unknown(chat, tapped.as_ref(), card).await;
        }
        for message in outgoing {
            let replaces = if message.pinned { None } else { replaces.take() };
            if self.in_hand.takes(message.id) {
                self.hand_over(chat, Parcel::new(message, replaces)).await;
            }
        }
        // The plan does not wait for what may have been lost before.
        if stands_alone {
            self.settle_unknown(chat, tapped.as_ref(), card).await;
        }
        if let Some(key) = note.key.filter(|_| !asks_number) {
            self.take_key_away(chat, key);
        }
        // The buttons of the last card go when a new one stands; these would stay for ever.
        if let Some(old) = left {
            self.strip(chat, old);
        }
    }

    /// Brings a message that answers nothing in this chat, and that was taken in hand.
    pub fn bring_news(self: &Arc<Self>, chat: i64, message: Outgoing) {
        let delivery = Arc::clone(self);
        self.tasks.spawn(async move { delivery.hand_over(chat, Parcel::new(message, None)).await });
    }

    /// Says one line that belongs to no turn, below the message that it answers; it is not repeated.
    pub fn say(self: &Arc<Self>, chat: i64, asked: Option<Asked>, text: String) {
        let delivery = Arc::clone(self);
        self.tasks.spawn(async move {
            let reply_parameters = asked.map(|asked| Reply::below(asked.message));
            let payload = Line { chat_id: chat, text: &text, disable_notification: true, reply_parameters };
            delivery.api.send(Method::SendMessage, &payload, Urgency::Usual).await
        });
    }

    /// Waits until nothing is under way. What still has to wait is in the outbox.
    pub async fn finish(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }

    pub(super) async fn hand_over(self: &Arc<Self>, chat: i64, parcel: Parcel) {
        if parcel.reminder {
            return self.remind(chat, parcel);
        }
        let parcel = if parcel.emergency { Some(parcel) } else { self.chats.join_line(chat, parcel) };
        let Some(mut parcel) = parcel else { return };
        let pushed = match parcel.resent {
            true => self.push_late(chat, &mut parcel).await,
            false => self.push(chat, &mut parcel).await,
        };
        let wait = match pushed {
            Verdict::Done if parcel.emergency => return self.plan_arrived(chat, parcel.id),
            Verdict::Done => return self.notes.sent(parcel.id),
            Verdict::Unreachable => return self.nobody_there(chat, &parcel),
            Verdict::Unknown if !parcel.emergency => return self.keep_unknown(chat, parcel),
            Verdict::Later(wait) => wait,
            Verdict::NotLeft | Verdict::Unknown => self.pauses.first,
        };
        if parcel.emergency {
            self.insist_on(chat, parcel);
        } else if self.chats.start_line(chat, [parcel]) {
            self.see_to_line(chat, wait);
        }
    }

    /// Gives up on a message that nobody reads, and on reminders to this chat.
    pub(super) fn nobody_there(&self, chat: i64, parcel: &Parcel) {
        self.notes.sent(parcel.id);
        self.notes.reach(address(chat), false);
    }

    pub(super) fn see_to_line(self: &Arc<Self>, chat: i64, wait: Duration) {
        self.tasks.spawn(Arc::clone(self).work_off_line(chat, wait));
    }

    async fn work_off_line(self: Arc<Self>, chat: i64, mut wait: Duration) {
        let mut patience = Patience::new(&self.pauses);
        while self.sleeps(wait).await {
            let Some(mut parcel) = self.chats.next_in_line(chat) else { return };
            wait = Duration::ZERO;
            match self.push_late(chat, &mut parcel).await {
                Verdict::Done => {
                    patience.begin_anew();
                    self.notes.sent(parcel.id);
                }
                Verdict::Unreachable => self.nobody_there(chat, &parcel),
                Verdict::Unknown => self.keep_unknown(chat, parcel),
                Verdict::Later(asked) => {
                    wait = asked;
                    self.chats.back_in_line(chat, parcel);
                }
                Verdict::NotLeft => {
                    wait = patience.pause();
                    self.chats.back_in_line(chat, parcel);
                }
            }
        }
    }

    /// Sends what is left of a parcel that had to wait, if it is still to be sent.
    async fn push_late(self: &Arc<Self>, chat: i64, parcel: &mut Parcel) -> Verdict {
        let unsent = if parcel.unwritten { Some(true) } else { self.notes.is_unsent(parcel.id).await };
        match unsent {
            Some(true) => self.push(chat, parcel).await,
            Some(false) => Verdict::Done,
            None => Verdict::NotLeft,
        }
    }

    /// Sends what is left of a parcel, part by part, once.
    pub(super) async fn push(self: &Arc<Self>, mut chat: i64, parcel: &mut Parcel) -> Verdict {
        let urgency = parcel.urgency();
        while let Some(part) = parcel.parts.front_mut() {
            if let Part::Text(text) = part {
                let note = self.chats.note(chat).unwrap_or_default();
                if let Some(passed) = text.give_way(note) {
                    self.strip(chat, passed);
                }
                if !text.find_place(note) {
                    parcel.parts.pop_front();
                    continue;
                }
            }
            let outcome = part.send(&self.api, chat, parcel.topic, urgency).await;
            let replaces = match part {
                Part::Text(text) => text.replaces,
                Part::Card(_) | Part::File(_) => None,
            };
            match (outcome, part) {
                (Outcome::Sent(id), Part::Text(text)) => self.shown(chat, replaces.or(id), text).await,
                (Outcome::NotModified, Part::Text(text)) => self.shown(chat, replaces, text).await,
                // For whatever reason it cannot be changed: below it, the same comes with its buttons.
                (Outcome::NothingToEdit | Outcome::Refused(400), Part::Text(text)) if replaces.is_some() => {
                    text.replaces = None;
                    self.gone(chat, text);
                    continue;
                }
                (Outcome::MarkupRefused, Part::Text(text)) if !text.plain => {
                    tracing::error!("Telegram refused our markup; the message goes as plain text");
                    text.plain = true;
                    continue;
                }
                // The topic was closed, or is gone; the group is still there.
                (Outcome::Refused(400), Part::Text(text)) if text.asked.is_some() => {
                    (text.asked, parcel.topic) = (None, None);
                    continue;
                }
                (Outcome::Refused(400), Part::Card(_) | Part::File(_)) if parcel.topic.is_some() => {
                    parcel.topic = None;
                    continue;
                }
                (Outcome::Refused(400), Part::Text(text)) if !text.is_bare => {
                    tracing::error!(
                        "Telegram refused a message; it goes once more as plain text without buttons"
                    );
                    text.make_bare();
                    continue;
                }
                (Outcome::Moved(id), part) if id != chat => {
                    (chat, parcel.topic) = (id, None);
                    // There the same number is another message.
                    if let Part::Text(text) = part {
                        text.asked = None;
                    }
                    continue;
                }
                // To repeat a change changes nothing; a second plan harms nobody.
                (Outcome::Unknown, _) if !parcel.repeated && (parcel.emergency || replaces.is_some()) => {
                    parcel.repeated = true;
                    continue;
                }
                (Outcome::Sent(_), Part::Card(_) | Part::File(_)) => {}
                (Outcome::Later(wait), _) => return Verdict::Later(wait),
                (Outcome::NotLeft, _) => return Verdict::NotLeft,
                (Outcome::Unauthorized | Outcome::Conflict, _) => return Verdict::Later(self.pauses.longest),
                (Outcome::Unknown, _) => return Verdict::Unknown,
                (Outcome::Unreachable, _) => return Verdict::Unreachable,
                (outcome, _) => tracing::error!(?outcome, "Telegram refused a message; it is dropped"),
            }
            parcel.parts.pop_front();
        }
        Verdict::Done
    }

    /// Waits; `false` when the program stops meanwhile.
    pub(super) async fn sleeps(&self, time: Duration) -> bool {
        tokio::select! {
            biased;
            () = self.stop.cancelled() => false,
            () = tokio::time::sleep(time) => true,
        }
    }
}
