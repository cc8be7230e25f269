//! What becomes of the events of a look: a few firms are told in full, the others up to the words.

use chrono::{DateTime, Utc};
use noodplan::{
    app::{
        access::{Admitted, admit},
        ports::{Conversation, ConversationKey, Incoming, LaneKind, Store},
        reminded,
    },
    dialogue::{
        World,
        input::{Input, Raw},
        reminder,
        step::Draft,
    },
    domain::{
        dossier::Dossier,
        schedule::{habits::Habits, series::Said},
    },
};

use crate::town::{Town, is_to_deputy};

/// One firm in so many is told in full.
const IN_FULL: usize = 50;

impl Town {
    /// What somebody is told by a reminder of this firm.
    pub async fn remind(&mut self, firm: usize, tick: &Incoming, now: DateTime<Utc>) -> Vec<Said> {
        let said = match firm.is_multiple_of(IN_FULL) {
            true => self.handle(tick).await,
            false => self.decide(tick, now).await,
        };
        self.tally.messages += u64::from(!said.is_empty());
        said
    }

    /// Who was away says so only to those who owe an answer, and nobody does.
    pub async fn outage(&mut self, firm: usize, event: &Incoming, now: DateTime<Utc>) {
        if firm.is_multiple_of(IN_FULL) {
            assert_eq!(self.app.handle(event).await.outgoing, [], "nobody was asked anything");
        } else {
            let known = self.app.store.load(&event.conversation).await.unwrap().conversation.unwrap();
            self.note(event, known, None, now).await;
        }
    }

    async fn reminded_of(&self, chat: &ConversationKey) -> Vec<Said> {
        self.app.store.load(chat).await.unwrap().conversation.unwrap().0.reminded_of
    }

    /// The whole turn.
    async fn handle(&mut self, tick: &Incoming) -> Vec<Said> {
        let before = self.reminded_of(&tick.conversation).await;
        let handled = self.app.handle(tick).await;
        assert!(handled.committed);
        let reminders = handled.outgoing.iter().filter(|message| message.lane == LaneKind::Reminder).count();
        let sent = handled.outgoing.iter().map(|message| message.id).collect();
        self.app.store.sent(sent).await.unwrap();
        let mut said = self.reminded_of(&tick.conversation).await;
        said.retain(|said| !before.contains(said));
        assert_eq!(reminders, usize::from(!said.is_empty()), "said again what was said: {before:?}");
        // The same event once more, as after a crash, says nothing.
        if !is_to_deputy(tick) && self.dice.one_in(4) {
            assert_eq!(self.app.handle(tick).await.outgoing, []);
        }
        said
    }

    /// The same decision, written down in the same way, without putting it into words.
    async fn decide(&mut self, tick: &Incoming, now: DateTime<Utc>) -> Vec<Said> {
        let (known, version) = self.app.store.load(&tick.conversation).await.unwrap().conversation.unwrap();
        let raw = reminded::unsaid(&tick.raw, Some(&known));
        let Raw::Tick(about) = raw else { unreachable!("the clock says nothing else") };
        let company = self.app.store.company(about.company).await.unwrap().unwrap();
        let admitted = admit(known.person, about.company, &company);
        let nothing = Dossier::default();
        let dossier = admitted.as_ref().map_or(&nothing, Admitted::dossier);
        let world = World {
            today: Habits::of(dossier).date(now),
            away: now - known.heard_at,
            person: known.person,
            channel: tick.conversation.channel,
            company: admitted.as_ref().map(Admitted::company),
            role: admitted.as_ref().map(Admitted::role),
            members: admitted.as_ref().map_or(&[], Admitted::members),
            ..World::of_nobody(now, dossier, &self.app.content)
        };
        let step = reminder::step(Draft::new(&world), &known.state, &Input::Tick(about));
        let wake = reminded::wake(&step, &world);
        let reminded_of = reminded::reminded_of(Some(&known), &step.reminded);
        self.note(tick, (Conversation { reminded_of, ..known }, version), wake, now).await;
        step.reminded
    }
}
