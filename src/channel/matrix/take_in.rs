//! From what a sync brought to what goes into the inbox: room by room, event by event, in order.

use chrono::{DateTime, Utc};
use matrix_sdk::{
    Room, RoomMemberships, RoomState,
    deserialized_responses::{TimelineEvent, TimelineEventKind},
    ruma::{EventId, OwnedEventId, UserId, events::room::MediaSource},
    sync::Timeline,
};
use serde_json::Value;

use super::{
    asides::{Aside, Remark},
    batch::{Batch, is_command},
    cards::{Cards, meant},
    compose,
    events::{self, Heard, LARGEST_CARD, Meaning},
    history,
    homes::{self, Homes},
    journal::Sealed,
    names::Names,
    outcome::{Outcome, of},
    rooms::{self, Standing},
    sealed::Tried,
    small_file, thread,
};
use crate::{
    app::{
        emergency::is_emergency,
        ports::{ConversationKey, Incoming},
    },
    dialogue::{
        ChannelKind,
        door::clean_name,
        input::{Media, Raw},
    },
};

/// What reading needs.
pub struct Reader<'a> {
    /// What the bot is called everywhere.
    pub names: &'a Names,
    /// The questions that were asked.
    pub cards: &'a Cards,
    /// Where people are reached.
    pub homes: &'a Homes,
    /// This instant.
    pub now: DateTime<Utc>,
}

impl Reader<'_> {
    /// Reads what is new in a room into the batch, also what the sync left out of it; gives its last event. What earlier syncs
    /// `brought`, and could not be read then, counts when the homeserver does not give it again.
    ///
    /// # Errors
    /// When the homeserver did not say what is needed to know; then nothing of the room goes into the batch.
    pub async fn room(
        &self,
        room: &Room,
        timeline: Timeline,
        known: Option<&EventId>,
        since: Option<&str>,
        brought: Vec<TimelineEvent>,
        batch: &mut Batch,
    ) -> Result<Option<OwnedEventId>, Outcome> {
        let limited_from = timeline.prev_batch.as_deref().filter(|_| timeline.limited);
        let whole = history::complete(room, known, since, limited_from, timeline.events.clone()).await;
        let events = match whole.map_err(|error| error.outcome()) {
            Ok(whole) => whole,
            // Out of the room there is nothing more to be had. Once the bot is back, it is read from where it was last read.
            Err(Outcome::Forbidden | Outcome::Refused(_)) if room.state() != RoomState::Joined => {
                timeline.events
            }
            Err(outcome @ (Outcome::Forbidden | Outcome::Refused(_))) => {
                tracing::error!(
                    ?outcome,
                    "the Matrix homeserver does not give what was missed in a room; it goes on with what is new there"
                );
                brought.into_iter().chain(timeline.events).collect()
            }
            Err(outcome) => return Err(outcome),
        };
        let mut read = Batch::default();
        self.read(room, &events, &mut read).await?;
        if known.is_none() && read.said.is_empty() {
            self.greet(room, &mut read).await?;
        }
        batch.add(read);
        Ok(events.iter().rev().find_map(TimelineEvent::event_id))
    }

    /// Takes what became of sealed messages into the batch. What cannot be read for another reason stays in `left`.
    ///
    /// # Errors
    /// When the session is over.
    pub async fn opened(
        &self,
        tried: Vec<Tried>,
        batch: &mut Batch,
        left: &mut Vec<Sealed>,
    ) -> Result<(), Outcome> {
        for message in tried {
            match message {
                Tried::Opened(room, event, sealed) => {
                    let mut read = Batch::default();
                    let late = event
                        .sender()
                        .is_some_and(|sender| self.homes.has_said_more_since(&sender, sent_at(&event)));
                    match self.read(&room, std::slice::from_ref(&event), &mut read).await {
                        Ok(()) if late => batch.add(read.without_answers()),
                        Ok(()) => batch.add(read),
                        Err(ended @ Outcome::SessionEnded { .. }) => return Err(ended),
                        Err(_) => left.push(sealed),
                    }
                }
                Tried::Unconfirmed(room) => {
                    batch.asides.push(Remark::new(&room, Aside::Unconfirmed, None));
                }
                Tried::NoKey(room, sealed) => {
                    let Some(heard) = events::read(sealed.event.get(), self.names) else { continue };
                    let Ok(sender) = UserId::parse(heard.sender.as_str()) else { continue };
                    match rooms::standing(&room, &sender).await {
                        Ok(Standing::Private) => {}
                        // Where others read along it was not said to the bot.
                        Ok(Standing::Open | Standing::Crowded) => continue,
                        Err(ended @ Outcome::SessionEnded { .. }) => return Err(ended),
                        Err(_) => {
                            left.push(sealed);
                            continue;
                        }
                    }
                    let raw = Raw::Other(Media::Undecryptable);
                    let incoming = self.incoming(&room, &sender, heard.id, raw).await;
                    batch.said.push((room, incoming));
                }
            }
        }
        Ok(())
    }

    async fn read(&self, room: &Room, events: &[TimelineEvent], batch: &mut Batch) -> Result<(), Outcome> {
        let own = room.get_member_no_sync(room.own_user_id()).await.ok().flatten();
        let names = self.names.shown_as(own.as_ref().and_then(|own| own.display_name()));
        for event in events {
            if event.sender().is_none_or(|sender| sender == room.own_user_id()) {
                continue;
            }
            if let TimelineEventKind::UnableToDecrypt { event, .. } = &event.kind {
                let event = event.json().to_owned();
                batch.sealed.push(Sealed { room: room.room_id().to_owned(), event, at: self.now });
                continue;
            }
            let Some(heard) = events::read(event.raw().json().get(), &names) else { continue };
            let in_clear = matches!(event.kind, TimelineEventKind::PlainText { .. });
            self.one(room, heard, in_clear, sent_at(event), batch).await?;
            if let Some((sender, thread)) = event.sender().zip(thread::place(event, room.room_id())) {
                self.homes.speaks_in(&sender, thread);
            }
        }
        Ok(())
    }

    /// Says hello in a room that the bot has just come into, or why it keeps silent there.
    async fn greet(&self, room: &Room, batch: &mut Batch) -> Result<(), Outcome> {
        let members = match room.members(RoomMemberships::ACTIVE).await {
            Ok(members) => members,
            Err(error) => match of(&error) {
                Outcome::Forbidden | Outcome::Refused(_) => return Ok(()),
                outcome => return Err(outcome),
            },
        };
        let others = || members.iter().map(|member| member.user_id()).filter(|id| *id != room.own_user_id());
        let Some(first) = others().next() else { return Ok(()) };
        let aside = match rooms::standing(room, first).await? {
            Standing::Private => Aside::Hello,
            Standing::Open => Aside::Open,
            Standing::Crowded => Aside::Crowded,
        };
        self.homes.met(first, room.room_id());
        batch.asides.push(Remark::new(room, aside, None));
        Ok(())
    }

    async fn one(
        &self,
        room: &Room,
        heard: Heard,
        in_clear: bool,
        at: i64,
        batch: &mut Batch,
    ) -> Result<(), Outcome> {
        let Ok(sender) = UserId::parse(heard.sender.as_str()) else { return Ok(()) };
        // What is not encrypted where it should be, the homeserver may have made up.
        let doubtful = in_clear && room.encryption_state().is_encrypted();
        let (raw, doubtful) = match heard.meaning {
            Meaning::Nothing => return Ok(()),
            Meaning::Moved => {
                batch.moves = true;
                return Ok(());
            }
            Meaning::Rights => {
                batch.moves = true;
                if rooms::lets_speak(room).await {
                    self.homes.may_speak(room.room_id());
                    batch.let_speak.extend(rooms::partner(room).await?);
                }
                return Ok(());
            }
            Meaning::Member { who, membership } => {
                batch.moves = true;
                return self.member(room, &who, &membership, batch).await;
            }
            Meaning::TakenBack { of } => {
                batch.wiped.insert((room.room_id().to_owned(), of.clone()));
                return self.taken_back(room, &sender, heard.id, of, batch).await;
            }
            // Reactions are never encrypted, whatever the room.
            Meaning::Reacted { to, emoji } => match self.tapped(room, &to, &emoji).await? {
                Some(raw) => (raw, false),
                None => return Ok(()),
            },
            Meaning::Said(raw) => (raw, doubtful),
            Meaning::Card { content } => {
                let fits = !doubtful
                    && rooms::standing(room, &sender).await? == Standing::Private
                    && self.homes.is_same(&room.client(), &sender).await?;
                let raw = if fits { fetched(room, content).await? } else { Raw::Other(Media::File) };
                (raw, doubtful)
            }
        };
        let incoming = self.incoming(room, &sender, heard.id, raw).await;
        // A plan is safe to give whoever asked for it: it goes out encrypted, to the person whose it is.
        if doubtful && !is_emergency(&incoming) {
            batch.asides.push(Remark::new(room, Aside::Clear, Some(sender)));
            return Ok(());
        }
        match rooms::standing(room, &sender).await? {
            Standing::Private if !self.homes.is_same(&room.client(), &sender).await? => {
                tracing::warn!(
                    "somebody has new signing keys on Matrix and is not answered; the owners of their company are asked. \
                     Where there is nobody to ask, name them in NOODPLAN_MATRIX_TRUST_ANEW and start again once you know \
                     that it is them; a name that was there before is taken away first, for one start"
                );
                let keys = homes::keys_now(&room.client(), &sender).await?;
                batch.asides.push(Remark::new(room, Aside::NewKeys, Some(sender)));
                // Of what was said nothing is kept but that it was.
                let in_doubt = keys.map(|keys| Incoming { raw: Raw::NewKeys(keys), ..incoming });
                batch.said.extend(in_doubt.map(|incoming| (room.clone(), incoming)));
            }
            Standing::Private => {
                if !doubtful {
                    self.homes.heard(&sender, room.room_id(), at);
                }
                batch.said.push((room.clone(), incoming));
            }
            standing @ (Standing::Open | Standing::Crowded) => {
                let asks = is_emergency(&incoming);
                // Where nobody else is, all of it is said to the bot.
                let alone = room.active_members_count() == 2;
                let asked = asks || alone || heard.named || is_command(&incoming.raw);
                let aside = if asks && self.homes.of(&room.client(), &sender).await?.is_some() {
                    batch.said.push((room.clone(), incoming));
                    Aside::AnsweredAlone
                } else if standing == Standing::Open {
                    Aside::Open
                } else {
                    Aside::Crowded
                };
                batch.asides.push(Remark { asked, ..Remark::new(room, aside, Some(sender)) });
            }
        }
        Ok(())
    }

    /// Something was wiped. Where the bot keeps silent there is nothing to say about that either.
    async fn taken_back(
        &self,
        room: &Room,
        sender: &UserId,
        event: String,
        of: String,
        batch: &mut Batch,
    ) -> Result<(), Outcome> {
        let private = rooms::standing(room, sender).await? == Standing::Private;
        if private && self.homes.is_same(&room.client(), sender).await? {
            let incoming = self.incoming(room, sender, event, Raw::TakenBack { of }).await;
            batch.said.push((room.clone(), incoming));
        }
        Ok(())
    }

    /// The incoming event of a person, whatever room they are in.
    async fn incoming(&self, room: &Room, sender: &UserId, event: String, raw: Raw) -> Incoming {
        let member = room.get_member_no_sync(sender).await.ok().flatten();
        Incoming {
            conversation: ConversationKey { channel: ChannelKind::Matrix, address: sender.as_str().into() },
            event,
            name: member.and_then(|member| clean_name(member.display_name()?)),
            language_tag: None,
            raw,
            at: self.now,
        }
    }

    async fn member(
        &self,
        room: &Room,
        who: &str,
        membership: &str,
        batch: &mut Batch,
    ) -> Result<(), Outcome> {
        if who == room.own_user_id().as_str() || !matches!(membership, "join" | "invite") {
            return Ok(());
        }
        let Ok(who) = UserId::parse(who) else { return Ok(()) };
        if rooms::standing(room, &who).await? == Standing::Crowded {
            batch.asides.push(Remark::new(room, Aside::Stranger, self.homes.partner(room.room_id())));
        }
        Ok(())
    }

    /// The option behind a reaction. Of a question from before the program started, the message itself knows.
    async fn tapped(&self, room: &Room, to: &str, emoji: &str) -> Result<Option<Raw>, Outcome> {
        let Ok(event) = EventId::parse(to) else { return Ok(None) };
        let taps = match self.cards.taps(&event) {
            Some(taps) => taps,
            None => {
                let taps = match room.event(&event, None).await {
                    Ok(found) if is_ours(&found, room) => taps_of(&found),
                    Ok(_) => Vec::new(),
                    Err(error) => match of(&error) {
                        Outcome::Forbidden | Outcome::Refused(_) | Outcome::TooLarge => Vec::new(),
                        outcome => return Err(outcome),
                    },
                };
                self.cards.put(event, taps.clone());
                taps
            }
        };
        Ok(meant(emoji, &taps).map(|token| Raw::Tap(token.to_owned())))
    }
}

/// When this was sent, in milliseconds, as the homeserver of whoever sent it says.
fn sent_at(event: &TimelineEvent) -> i64 {
    event.raw().get_field("origin_server_ts").ok().flatten().unwrap_or_default()
}

/// Whether the bot has said this. What is not encrypted, the homeserver may have made up.
fn is_ours(event: &TimelineEvent, room: &Room) -> bool {
    let decrypted = matches!(event.kind, TimelineEventKind::Decrypted(_));
    decrypted && event.sender().as_deref() == Some(room.own_user_id())
}

fn taps_of(event: &TimelineEvent) -> Vec<String> {
    compose::taps(&event.raw().get_field("content").ok().flatten().unwrap_or_default())
}

/// The contact card in a file. One that is gone, or too large, is a file that cannot be read.
async fn fetched(room: &Room, content: Value) -> Result<Raw, Outcome> {
    let unreadable = Raw::Other(Media::File);
    let Ok(source) = serde_json::from_value::<MediaSource>(content) else { return Ok(unreadable) };
    let bytes = small_file::fetch(&room.client(), &source, LARGEST_CARD).await?;
    let card = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    Ok(card.map_or(unreadable, |card| Raw::Contact(card.into())))
}
