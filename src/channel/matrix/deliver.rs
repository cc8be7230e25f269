//! Bringing messages to people: in order, each with the id of its row in the outbox as transaction, so that one that
//! is sent twice is one event. What does not arrive now waits, each person by themselves; an emergency waits for nobody.

use std::{
    collections::{HashMap, VecDeque, hash_map::Entry},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use matrix_sdk::{
    Client, Room,
    attachment::AttachmentConfig,
    ruma::{OwnedEventId, OwnedUserId, TransactionId, UserId, events::Mentions},
};
use serde_json::Value;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::{
    Pauses,
    calm::Calm,
    cards::{Card, Cards},
    chats::{Chats, Sent},
    compose::{self, Content},
    garnish::{Before, Garnish},
    homes::Homes,
    outcome::{Outcome, of},
    parcel::{Line, Parcel, Part, transaction},
    shelf::Shelf,
};
use crate::{
    app::ports::{Attachment, Clock, LaneKind, Outgoing},
    channel::notes::Notes,
};

/// Brings messages to people.
pub struct Delivery {
    pub(super) client: Client,
    pub(super) homes: Arc<Homes>,
    /// The questions that were asked.
    pub cards: Arc<Cards>,
    pub(super) chats: Chats,
    pub(super) calm: Arc<Calm>,
    pub(super) notes: Notes,
    pauses: Pauses,
    pub(super) clock: Arc<dyn Clock>,
    /// What somebody hears instead of a file that the homeserver does not take.
    refused: String,
    lines: Mutex<HashMap<Line, VecDeque<Parcel>>>,
    /// What waits for people who cannot be reached now.
    pub(super) shelf: Shelf,
    /// Something did not get through since nothing waited, and that was said.
    troubled: AtomicBool,
    pub(super) tasks: TaskTracker,
    stop: CancellationToken,
}

enum Verdict {
    Done,
    /// The bot may not speak in this room.
    Mute,
    Later(Duration),
    Trouble,
    Unreachable,
}

impl Delivery {
    /// A delivery that ends its waiting when `stop` says so; `refused` is said instead of a file that is not taken.
    pub fn new(
        client: Client,
        notes: Notes,
        pauses: Pauses,
        clock: Arc<dyn Clock>,
        refused: String,
        stop: CancellationToken,
    ) -> Arc<Self> {
        Arc::new(Self {
            client,
            homes: Arc::default(),
            cards: Arc::default(),
            chats: Chats::default(),
            calm: Arc::new(Calm::new(pauses.calm)),
            notes,
            pauses,
            clock,
            refused,
            lines: Mutex::default(),
            shelf: Shelf::default(),
            troubled: AtomicBool::default(),
            tasks: TaskTracker::new(),
            stop,
        })
    }

    /// Takes a message over; it is sent as soon as it can be.
    pub fn bring(self: &Arc<Self>, outgoing: Outgoing) {
        self.take_over(outgoing, false);
    }

    /// The same for one that was left over when the program stopped: it may have arrived.
    pub fn bring_left_over(self: &Arc<Self>, outgoing: Outgoing) {
        self.take_over(outgoing, true);
    }

    fn take_over(self: &Arc<Self>, mut outgoing: Outgoing, may_be_there: bool) {
        let Ok(person) = UserId::parse(outgoing.conversation.address.as_str()) else {
            tracing::error!("a message is addressed to nobody on Matrix; it is dropped");
            return self.notes.sent(outgoing.id);
        };
        if let Some(keys) = outgoing.trusts.take() {
            self.trusts(&person, &outgoing.conversation, keys);
        }
        let parcel = Parcel::new(outgoing, &person, may_be_there);
        self.line_up(person, parcel);
    }

    /// Behind what waits for this person already.
    pub(super) fn line_up(self: &Arc<Self>, person: OwnedUserId, parcel: Parcel) {
        let line = Line { person, emergency: parcel.lane == LaneKind::Emergency };
        match self.lines().entry(line.clone()) {
            Entry::Occupied(mut waiting) => waiting.get_mut().push_back(parcel),
            Entry::Vacant(empty) => {
                empty.insert(VecDeque::from([parcel]));
                self.tasks.spawn(Arc::clone(self).work_off(line));
            }
        }
    }

    /// Waits until nothing is under way. What still has to wait is in the outbox.
    pub async fn finish(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }

    async fn work_off(self: Arc<Self>, line: Line) {
        let (mut pause, mut is_late) = (self.pauses.first, false);
        while let Some(mut parcel) = self.next(&line) {
            if parcel.is_too_late(self.clock.now()) {
                self.forgo(parcel);
                continue;
            }
            // The plan does not wait for an answer about itself.
            let verdict = match (is_late || parcel.waited) && !line.emergency {
                true => self.push_late(&line.person, &mut parcel).await,
                false => self.push(&line.person, &mut parcel).await,
            };
            if matches!(verdict, Verdict::Trouble) && !self.troubled.swap(true, Ordering::Relaxed) {
                tracing::error!("a message on Matrix does not get through; it is tried again");
            }
            let wait = match verdict {
                Verdict::Done => {
                    pause = self.pauses.first;
                    self.notes.sent(parcel.id);
                    continue;
                }
                Verdict::Unreachable | Verdict::Mute => {
                    self.lay_by(&line.person, parcel);
                    continue;
                }
                Verdict::Later(wait) => wait,
                Verdict::Trouble if line.emergency => self.pauses.emergency,
                Verdict::Trouble => {
                    let wait = pause;
                    pause = (pause * 2).min(self.pauses.longest);
                    wait
                }
            };
            self.put_back(&line, parcel);
            is_late = true;
            let stopped = tokio::select! {
                biased;
                () = self.stop.cancelled() => true,
                () = tokio::time::sleep(wait) => false,
            };
            if stopped {
                return;
            }
        }
    }

    /// The next that waits; without one, the line is over.
    fn next(&self, line: &Line) -> Option<Parcel> {
        let mut lines = self.lines();
        let next = lines.get_mut(line).and_then(VecDeque::pop_front);
        if next.is_none() {
            lines.remove(line);
            self.troubled.fetch_and(!lines.is_empty(), Ordering::Relaxed);
        }
        next
    }

    fn put_back(&self, line: &Line, parcel: Parcel) {
        self.lines().entry(line.clone()).or_default().push_front(parcel);
    }

    /// Sends what is left of a parcel that had to wait, if it is still to be sent.
    async fn push_late(self: &Arc<Self>, person: &UserId, parcel: &mut Parcel) -> Verdict {
        let unsent = if parcel.unwritten { Some(true) } else { self.notes.is_unsent(parcel.id).await };
        match unsent {
            Some(true) => self.push(person, parcel).await,
            Some(false) => Verdict::Done,
            None => Verdict::Trouble,
        }
    }

    /// Sends what is left of a parcel, once, in the first room in which the bot may speak.
    async fn push(self: &Arc<Self>, person: &UserId, parcel: &mut Parcel) -> Verdict {
        loop {
            let room = match self.homes.of(&self.client, person).await {
                Ok(Some(room)) => room,
                Ok(None) => {
                    tracing::warn!(
                        "somebody has no room on Matrix any more in which the bot can reach them alone"
                    );
                    return Verdict::Unreachable;
                }
                Err(Outcome::Later(wait)) => return Verdict::Later(wait),
                Err(_) => return Verdict::Trouble,
            };
            match self.push_into(&room, person, parcel).await {
                Verdict::Mute => self.homes.is_mute(room.room_id()),
                verdict => return verdict,
            }
        }
    }

    async fn push_into(self: &Arc<Self>, room: &Room, person: &UserId, parcel: &mut Parcel) -> Verdict {
        match self.leave_out(room, parcel).await {
            Ok(()) => {}
            Err(Outcome::Later(wait)) => return Verdict::Later(wait),
            Err(_) => return Verdict::Trouble,
        }
        match self.still_goes(parcel).await {
            Some(true) => {}
            Some(false) => return Verdict::Done,
            None => return Verdict::Trouble,
        }
        while let Some((place, part)) = parcel.parts.front() {
            let transaction = transaction(parcel.id, *place);
            let sent = match part {
                Part::Words(list) if parcel.pinned => {
                    self.keep_list(room, person, &parcel.conversation, list, &transaction).await
                }
                Part::Words(words) => {
                    let json = self.in_thread(room, person, parcel.lane, &words.json);
                    say(room, json, &transaction).await
                }
                Part::File(file) => send_file(room, file, &transaction).await,
            };
            match sent.as_ref().map_err(of) {
                Ok(event) => {
                    // To decide it again would say twice what is there already.
                    parcel.reminds = None;
                    if let Some((_, Part::Words(content))) = parcel.parts.pop_front()
                        && !content.taps.is_empty()
                    {
                        let card = Card { event: event.clone(), content: content.json, taps: content.taps };
                        self.asked(room.clone(), person, parcel, card);
                    }
                }
                Err(Outcome::Later(wait)) => {
                    self.calm.too_much();
                    return Verdict::Later(wait);
                }
                Err(Outcome::NotLeft | Outcome::Local) => return Verdict::Trouble,
                Err(Outcome::Unknown) => {
                    parcel.may_be_there = true;
                    return Verdict::Trouble;
                }
                // The sync loop says so, and ends the channel.
                Err(Outcome::SessionEnded { .. }) => return Verdict::Later(self.pauses.longest),
                Err(Outcome::Forbidden) => {
                    tracing::warn!(
                        "the bot may not speak in somebody's room on Matrix; it looks for another"
                    );
                    return Verdict::Mute;
                }
                Err(refused @ (Outcome::TooLarge | Outcome::Refused(_))) => {
                    tracing::error!(outcome = ?refused, "the Matrix homeserver refused a message; it is dropped");
                    if let Some((place, Part::File(_))) = parcel.parts.pop_front() {
                        let json = compose::notice(&self.refused);
                        let instead = Part::Words(Content { json, taps: Vec::new() });
                        parcel.parts.push_front((place, instead));
                    }
                }
            }
        }
        Verdict::Done
    }

    /// A question stands: it can be answered by reaction, and the one before it is ticked off. News and the plan
    /// lie beside the question that somebody is at.
    fn asked(self: &Arc<Self>, room: Room, person: &UserId, parcel: &Parcel, card: Card) {
        self.cards.put(card.event.clone(), card.taps.clone());
        let beside = parcel.lane != LaneKind::Interactive;
        let before = if beside { None } else { self.asked_before(&room, person, parcel, &card) };
        let garnish = Garnish {
            cards: Arc::clone(&self.cards),
            calm: Arc::clone(&self.calm),
            stop: self.stop.clone(),
            live: (!beside).then(|| person.to_owned()),
            id: parcel.id,
        };
        self.tasks.spawn(async move { garnish.serve(&room, &card, before).await });
    }

    /// From now on this question waits for an answer; gives the one before it.
    fn asked_before(&self, room: &Room, person: &UserId, parcel: &Parcel, card: &Card) -> Option<Before> {
        let here = Sent { room: room.room_id().to_owned(), event: card.event.clone() };
        let noted = self.note(person, &parcel.conversation, |note| note.card = Some(here)).card;
        if let Some(known) = self.cards.ask(person, card.clone()) {
            return Some(Before::Known(known));
        }
        let noted = noted.and_then(|noted| noted.in_room(room)).filter(|noted| *noted != card.event);
        noted.map(Before::Noted)
    }

    /// A panic elsewhere does not spoil the lines: each is whole whenever the lock is free.
    fn lines(&self) -> MutexGuard<'_, HashMap<Line, VecDeque<Parcel>>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sends a file; it is encrypted before it leaves, and the person sees that something is coming.
async fn send_file(
    room: &Room,
    file: &Attachment,
    transaction: &TransactionId,
) -> Result<OwnedEventId, matrix_sdk::Error> {
    // Whether somebody sees the dots is not worth a word.
    let _ = room.typing_notice(true).await;
    let kind = file.media_type.parse().unwrap_or(mime::APPLICATION_OCTET_STREAM);
    let mut config = AttachmentConfig::new();
    config.txn_id = Some(transaction.to_owned());
    config.mentions = Some(Mentions::new());
    let sent = room.send_attachment(file.name.clone(), &kind, file.bytes.to_vec(), config).await;
    let _ = room.typing_notice(false).await;
    Ok(sent?.event_id)
}

/// Sends words.
pub(super) async fn say(
    room: &Room,
    content: Value,
    transaction: &TransactionId,
) -> Result<OwnedEventId, matrix_sdk::Error> {
    let sent = room.send_raw("m.room.message", content).with_transaction_id(transaction).await?;
    Ok(sent.response.event_id)
}
