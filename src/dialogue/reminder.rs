//! The clock speaks: one message about everything that is due, beside whatever the person is doing.
//!
//! ```text
//! < Herinnering voor Bakkerij Jansen
//!   Op 23 november 2026 is alles voor het laatst nagelopen. Klopt het nog?
//!   [*] Nu nalopen  [*] Niets veranderd  [*] Over een week
//! ```
//!
//! It carries no link and asks for nothing but a tap or a command. The position stays as it was, and it can be about
//! another company than the one spoken for.

use std::cmp::Ordering;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    dialogue::{
        State,
        agenda::{self, outcomes, what},
        command::{Command, shown},
        due_words::dated,
        enumeration::{enumerated, enumerated_until},
        input::Input,
        members,
        noodplan::line_name,
        offer::{Offer, Tap, Typing},
        results::accepted,
        review::person_name,
        standing::StandingTap,
        step::{Draft, Lane, Reply, Step},
    },
    domain::{
        contract,
        dossier::{Dossier, Slot},
        ids::CompanyId,
        member::owners,
        review::last_finished,
        schedule::{
            Kind,
            audience::{audience, whose},
            habits::{Habits, PHRASE},
            series::{self, Due, Said},
        },
    },
    text::Msg,
};

/// Something may be due: everything of one company in a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// The company.
    pub company: CompanyId,
    /// Everything up to here was said.
    pub after: DateTime<Utc>,
    /// Up to here is to be said.
    pub until: DateTime<Utc>,
    /// What was said last of it in this conversation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<Said>,
}

/// It is no time to remind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LookAgain {
    /// When it is.
    pub at: DateTime<Utc>,
    /// Everything up to here was said.
    pub told_until: DateTime<Utc>,
}

/// Who opened the plan so short a time ago has something else on their mind.
const EMERGENCY: TimeDelta = TimeDelta::hours(24);
/// What is said later than this after its time is said with an apology.
const LATE: TimeDelta = TimeDelta::hours(24);
/// More matters than this in one message are counted, not listed.
const MOST: usize = 8;
/// More buttons than this fit no thumb.
const MOST_BUTTONS: usize = 4;

/// Says what is due and was not said to this person, if this is the time for it.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    let world = draft.world;
    let Input::Tick(tick) = input else { return draft.close(state.clone()) };
    if world.company != Some(tick.company) {
        return draft.close(state.clone());
    }
    let habits = Habits::of(&draft.dossier);
    let schedules = agenda::schedules(&draft.dossier, world.content, &habits, world.now);
    let mut due = series::due(&schedules, &habits, tick.after, tick.until);
    due.retain(|due| {
        !due.is_repeat(&tick.said)
            && audience(&draft.dossier, world.members, &habits, due).contains(&world.person)
    });
    if due.is_empty() {
        return draft.close(state.clone());
    }
    let busy = state.in_noodplan && world.away < EMERGENCY;
    let free_at = habits.next_open(if busy { world.now + EMERGENCY } else { world.now });
    if free_at > world.now {
        draft.look_again(LookAgain { at: free_at, told_until: tick.after });
        return draft.close(state.clone());
    }
    let reply = reply(&draft, &habits, &due, &tick.said);
    draft.send_beside(reply, due.iter().map(|due| due.said(tick.company)));
    draft.close(state.clone())
}

fn reply(draft: &Draft<'_>, habits: &Habits, due: &[Due], said: &[Said]) -> Reply {
    let world = draft.world;
    let mut lines = vec![Msg::new("reminder-title").msg("company", members::company(draft))];
    lines.extend(draft.dossier.text(PHRASE).map(|phrase| Msg::new("own-phrase").told("phrase", phrase)));
    // Of what was said before only the last step can be late.
    let begun = |due: &Due| said.iter().any(|said| (said.kind, said.item, said.on) == due.about());
    let first = due.iter().map(|due| if begun(due) { due.step.at } else { due.first_at });
    let first = first.min().unwrap_or(world.now);
    if world.now - first > LATE {
        lines.push(Msg::new("reminder-late").date("date", habits.date(first)));
    }
    // Whoever takes over and only reads hears that something is left undone, and not what.
    let (told, left): (Vec<Due>, Vec<Due>) = due
        .iter()
        .copied()
        .partition(|due| world.answers() || agenda::is_own(due.kind, due.item, &draft.dossier, world));
    lines.extend(told.iter().take(MOST).map(|due| line(draft, habits, due)));
    if told.len() > MOST {
        lines.push(Msg::new("reminder-more").number("count", told.len() - MOST));
    }
    if !left.is_empty() {
        lines.push(Msg::new("reminder-left-undone").msg("who", the_owners(draft)));
    }
    let command = |command| shown(command, world.channel, draft.language);
    // Who only reads has the buttons.
    if world.answers() {
        lines.push(
            Msg::new("reminder-how")
                .told("done", &command(Command::Done))
                .told("later", &command(Command::Later))
                .told("agenda", &command(Command::Agenda)),
        );
    }
    Reply {
        offer: offer(draft, &told),
        company: world.company,
        good_until: Some(habits.evening(world.now)),
        ..Reply::of(Lane::Reminder, lines)
    }
}

/// Whom to ask about what one may not see.
fn the_owners(draft: &Draft<'_>) -> Msg {
    let names = owners(&draft.members).map(|owner| person_name(owner.person, &draft.dossier, draft.world));
    enumerated(names).unwrap_or_else(|| "member-nameless".into())
}

fn line(draft: &Draft<'_>, habits: &Habits, due: &Due) -> Msg {
    let today = draft.world.today;
    let on = due.step.on;
    let whose = whose(due.kind, due.item, &draft.dossier, &draft.members).or(habits.keeper);
    let is_own = whose.is_none_or(|person| person == draft.world.person);
    let last = last_finished(&draft.dossier).map(|finished| habits.date(finished.at));
    let last = last.filter(|last| *last <= today);
    let id = match due.kind {
        Kind::Review if due.step.to_all && !is_own => "reminder-review-others".into(),
        Kind::Review if on > today => "reminder-review-ahead".into(),
        Kind::Review if due.step.number <= 1 && last.is_none() => "reminder-review-first".into(),
        Kind::Review if due.step.number <= 1 => "reminder-review-day".into(),
        Kind::Review => "reminder-review-open".into(),
        Kind::Contract if is_notice(due, &draft.dossier) => "reminder-contract-notice".into(),
        kind => format!("reminder-{}", kind.slug()),
    };
    let when = match on.cmp(&today) {
        Ordering::Greater => "ahead",
        Ordering::Equal => "today",
        Ordering::Less => "late",
    };
    let line = Msg::new(id).msg("what", subject(draft, due)).msg("date", dated(on)).key("when", when);
    let line = line.date("last", last.unwrap_or(today));
    if due.kind != Kind::Numbers {
        return line;
    }
    line.msg("names", uncalled(draft, habits, on)).msg("option", "option-change-lines".into())
}

/// What it is about, by name; of what was accepted, that itself.
fn subject(draft: &Draft<'_>, due: &Due) -> Msg {
    let risk = due.item.filter(|_| due.kind == Kind::Acceptance).and_then(|id| draft.dossier.item(id));
    match risk {
        Some(item) => accepted::what(item, &draft.dossier, draft.world),
        None => what(due.kind, due.item, &draft.dossier),
    }
}

/// Those on the call list whose number nobody called for half a year.
fn uncalled(draft: &Draft<'_>, habits: &Habits, on: NaiveDate) -> Msg {
    let lines = outcomes::numbers(&draft.dossier, habits, on);
    let names = lines.iter().map(|line| line_name(line, draft.world));
    enumerated_until(MOST, names).unwrap_or_else(|| "agenda-numbers".into())
}

/// Whether this is the last day to give notice, and not that of the contract itself.
fn is_notice(due: &Due, dossier: &Dossier) -> bool {
    let supplier = due.item.and_then(|id| dossier.item(id));
    supplier.and_then(contract::ends_on).is_some_and(|(ends_on, _)| due.step.on < ends_on)
}

fn offer(draft: &Draft<'_>, due: &[Due]) -> Offer {
    let mut offer = Offer::new(Typing::Options);
    let alone = due.len() == 1;
    for due in due.iter().take(MOST_BUTTONS) {
        let done = Tap::Standing(StandingTap::Done(due.kind, due.item));
        offer = match due.kind {
            Kind::Review => offer
                .option("option-review-now", Tap::Standing(StandingTap::Review))
                .option("option-nothing-changed", done),
            Kind::Backup => offer.option("option-backups", Tap::Standing(StandingTap::Diary)),
            _ if alone => about(draft, due, offer),
            // It is not looked at again by saying so.
            Kind::Acceptance => match questions(draft, due).into_iter().next() {
                Some((_, slot)) => offer.option(
                    Msg::new("option-accept-longer-what").msg("what", subject(draft, due)),
                    Tap::Standing(StandingTap::answer(&slot)),
                ),
                None => offer,
            },
            Kind::Reply => offer.option(outcomes::answered(due.item, &draft.dossier), done),
            kind => {
                let what = what(kind, due.item, &draft.dossier);
                offer.option(Msg::new("option-done-what").msg("what", what), done)
            }
        };
    }
    offer.option_if(!due.is_empty(), "option-next-week", Tap::Standing(StandingTap::NextWeek))
}

/// What can be told about the only thing that is due: that it is done, or how it went.
fn about(draft: &Draft<'_>, due: &Due, offer: Offer) -> Offer {
    let done = Tap::Standing(StandingTap::Done(due.kind, due.item));
    let offer = match due.kind {
        // It is not looked at again by saying so.
        Kind::Acceptance => offer,
        Kind::Restore | Kind::Drill => offer.option("option-it-worked", done),
        Kind::Numbers => offer.option("option-numbers-right", done),
        Kind::Reply => offer.option("option-answered", done),
        _ => offer.option("option-it-is-done", done),
    };
    let questions = questions(draft, due).into_iter();
    offer.each_standing(questions.map(|(label, slot)| (label.into(), StandingTap::answer(&slot))))
}

fn questions(draft: &Draft<'_>, due: &Due) -> Vec<(&'static str, Slot)> {
    outcomes::questions(due.kind, due.item, &draft.dossier, draft.world.content)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::{CONTENT, Place, World},
        domain::{
            contact::Contact,
            doer::DEPUTY,
            ids::PersonId,
            item::{Answer, Item, ItemKind, Value},
            member::{Member, Role},
            schedule::ANCHOR,
        },
    };

    const ANNA: PersonId = PersonId(Uuid::from_u128(1));
    const BRAM: PersonId = PersonId(Uuid::from_u128(2));

    #[test]
    fn whoever_takes_over_hears_what_is_left_undone_only_if_they_may_see_it() {
        let told_at = "2026-11-23T10:00:00Z".parse().unwrap();
        let mut dossier = Dossier::default();
        let contact = dossier.new_item(ItemKind::Contact, DEPUTY.into(), Contact::default());
        let takes_over = Value::Item(contact.id);
        dossier.save_item(Item { person: Some(BRAM), ..contact });
        for (question, value) in [(ANCHOR, Value::Date("2026-11-23".parse().unwrap())), (DEPUTY, takes_over)]
        {
            dossier.save_answer(Slot::own(question), Answer { value, by: ANNA, at: told_at, catalogue: 1 });
        }
        // A month after the review.
        let now: DateTime<Utc> = "2027-06-23T08:00:00Z".parse().unwrap();
        let company = CompanyId(Uuid::from_u128(7));
        for (role, hears, has_buttons) in [
            (Role::Editor, &["reminder-title", "reminder-review-others", "reminder-how"][..], true),
            (Role::Reader, &["reminder-title", "reminder-left-undone"], false),
            (Role::Helper, &["reminder-title", "reminder-left-undone"], false),
        ] {
            let members = [(ANNA, Role::Owner), (BRAM, role)]
                .map(|(person, role)| Member::confirmed(person, role, told_at));
            let world = World {
                person: BRAM,
                company: Some(company),
                role: Some(role),
                members: &members,
                ..World::of_nobody(now, &dossier, &CONTENT)
            };
            let tick = Tick { company, after: now - TimeDelta::days(1), until: now, said: Vec::new() };
            let step = step(Draft::new(&world), &Place::Menu.into(), &Input::Tick(tick));
            let [reply] = step.replies.as_slice() else { panic!("{role:?}: {step:?}") };
            let ids: Vec<String> = reply.lines.iter().map(|line| line.id.to_string()).collect();
            assert_eq!(ids, hears, "{role:?}");
            assert_eq!(reply.offer.options.is_empty(), !has_buttons, "{role:?}");
            assert_eq!(step.reminded.len(), 1, "{role:?}");
        }
    }
}
