//! The emergency plan: whom to call, in which order, with everything at hand. At once, from anywhere.
//!
//! ```text
//! > /noodplan
//! < NOODPLAN Bakkerij Jansen (nog niet af: 2 van 9)
//!   Eerst dit: blijf rustig. Trek de internetkabel uit je computers en zet de wifi uit. …
//!   1. Jij, beslist: +31 6 12345678
//!   [1] Verder met vraag 3
//! ```

use crate::{
    dialogue::{
        Place, State, World,
        alarm::is_no_answer,
        contact_question::contact_name,
        enumeration::enumerated,
        input::{self, Input},
        offer::{Card, Offer, Tap, Typing},
        question_card, secrets, sitting,
        step::{self, Draft, Step, not_an_answer},
    },
    domain::{
        call_list::{Line, call_list},
        dossier::{Dossier, Slot},
        phone::Phone,
        pii::Pii,
        schedule::habits::Habits,
    },
    questionnaire::{public_numbers, walk},
    text::{Msg, vocabulary::folded},
};

/// So many people to call are also sent as cards, where a channel has cards.
const MOST_CARDS: usize = 3;

/// The question that names the company.
pub const COMPANY_NAME: &str = "company-name";

/// Opens the plan on top of wherever the person is.
pub fn open(draft: Draft<'_>, state: &State) -> Step {
    draft.finish(on_top_of(state))
}

/// Opens the plan for whoever cries for help. Words that may have been an answer are kept while it is open.
pub fn cry(draft: Draft<'_>, state: &State, text: &Pii<String>) -> Step {
    let unsure = may_be_answer(state, text, &draft).then(|| text.clone());
    draft.finish(State { unsure, ..on_top_of(state) })
}

fn on_top_of(state: &State) -> State {
    State::in_plan(match &state.place {
        Place::Stranger => Place::Welcome,
        place => place.clone(),
    })
}

/// Whether words are asked for where they were said. Who cries a second time means it.
fn may_be_answer(state: &State, text: &Pii<String>, draft: &Draft<'_>) -> bool {
    let (dossier, world) = (&draft.dossier, draft.world);
    let asks = !state.in_noodplan && matches!(state.place, Place::Question { .. });
    asks && world.home.is_none()
        && world.answers()
        && !is_no_answer(&folded(text), world.content)
        && secrets::typed(state, &Input::Text(text.clone()), world).is_none()
        && step::card(state, dossier, world).offer.takes_words()
}

/// The plan on the screen.
pub fn card(state: &State, dossier: &Dossier, world: &World<'_>) -> Card {
    let place = &state.place;
    let mut lines = vec![title(dossier, world), "noodplan-rules".into()];
    let people = call_list_lines(dossier, world);
    if people.is_empty() {
        lines.push("noodplan-empty".into());
    }
    lines.extend(people);
    lines.extend(fallback_line(dossier, world));
    lines.extend(public_lines(world));
    let has_company = world.company.is_some();
    let offer = Offer::new(Typing::Options)
        .option(resume_label(place, dossier, world), Tap::Resume)
        .option_if(state.unsure.is_some(), "option-my-answer", Tap::MyAnswer)
        .option_if(world.answers() && !call_list(dossier).is_empty(), "option-change-lines", Tap::Lines)
        .option_if(has_company && *place != Place::Menu, "option-menu", Tap::Menu);
    Card { lines, offer }
}

/// A turn while the plan lies on top.
pub fn step(mut draft: Draft<'_>, state: &State, input: &Input) -> Step {
    match input {
        Input::Pick(Tap::Resume) => draft.finish(state.place.clone()),
        Input::Pick(Tap::MyAnswer) => match &state.unsure {
            Some(text) => answer(draft, &state.beneath(), text),
            None => draft.finish(state.place.clone()),
        },
        Input::Pick(Tap::Lines) => draft.finish(Place::Lines { undo: None }),
        Input::Pick(Tap::Menu) => draft.finish(Place::Menu),
        Input::Greeting => draft.finish(state.clone()),
        Input::Media(_) => not_an_answer(draft, state, input),
        _ => {
            draft.say("noodplan-not-saved");
            draft.finish(state.clone())
        }
    }
}

/// Takes the words that opened the plan as what they were.
fn answer(draft: Draft<'_>, state: &State, text: &str) -> Step {
    let card = step::card(state, &draft.dossier, draft.world);
    let input = input::as_answer(text, &card.offer, draft.world);
    sitting::step(draft, state, &input)
}

/// "Verder met vraag 3", "Beginnen", "Verder".
fn resume_label(place: &Place, dossier: &Dossier, world: &World<'_>) -> Msg {
    match place {
        Place::Question { slot, .. } => {
            let counted = world
                .content
                .catalogue
                .section_of(slot.question.as_str())
                .is_some_and(|section| section.counted);
            if counted {
                let at = question_card::position(slot, dossier, world);
                Msg::new("option-resume-question").number("number", at.number)
            } else {
                "option-resume".into()
            }
        }
        Place::Stranger | Place::Welcome | Place::LetIn => "option-begin".into(),
        Place::Menu => "option-menu".into(),
        _ => "option-resume".into(),
    }
}

fn title(dossier: &Dossier, world: &World<'_>) -> Msg {
    let Some(name) = dossier.text(COMPANY_NAME) else { return "noodplan-title-nameless".into() };
    let title = Msg::new("noodplan-title").told("company", name);
    let catalogue = &world.content.catalogue;
    let open = catalogue.section("call-list").map(|section| {
        let slots = walk::slots(section, catalogue, dossier, world.today);
        walk::progress(&slots, dossier)
    });
    match open {
        Some(progress) if !progress.is_complete() => Msg::new("noodplan-title-unfinished")
            .msg("title", title)
            .number("answered", progress.answered)
            .number("total", progress.total),
        _ => title,
    }
}

/// The plan for a group: first rules, call list and public numbers. Nothing of what only members may know.
pub fn in_group(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let name = dossier.text(COMPANY_NAME);
    let title = name
        .map_or("noodplan-title-nameless".into(), |name| Msg::new("noodplan-title").told("company", name));
    let mut lines = vec![title, "noodplan-rules".into()];
    lines.extend(call_list_lines(dossier, world));
    lines.extend(public_lines(world));
    lines
}

/// Whether every question about the call list has its answer.
pub fn list_is_done(dossier: &Dossier, world: &World<'_>) -> bool {
    let catalogue = &world.content.catalogue;
    catalogue.section("call-list").is_some_and(|section| {
        walk::next_open(&walk::slots(section, catalogue, dossier, world.today), dossier, None).is_none()
    })
}

/// The call list as it stays in view, with a title.
pub fn list_in_view(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let title = match dossier.text(COMPANY_NAME) {
        Some(name) => Msg::new("pinned-title").told("company", name),
        None => "pinned-title-nameless".into(),
    };
    std::iter::once(title).chain(call_list_lines(dossier, world)).collect()
}

/// The call list, numbered, in the order to call.
pub fn call_list_lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let habits = Habits::of(dossier);
    let lines = call_list(dossier).into_iter().enumerate();
    lines.map(|(place, line)| numbered(place + 1, &line, &habits, world)).collect()
}

/// The first people to call, apart from whoever asks, each with the number as it is dialled.
pub fn to_call(dossier: &Dossier, world: &World<'_>) -> Vec<(Msg, String)> {
    let with_phone = |line: Line<'_>| Some((line_name(&line, world), line.contact.phones.first()?.dialled()));
    let others = call_list(dossier).into_iter().filter(|line| line.person != Some(world.person));
    others.filter_map(with_phone).take(MOST_CARDS).collect()
}

fn numbered(number: usize, line: &Line<'_>, habits: &Habits, world: &World<'_>) -> Msg {
    let mut text = Msg::new("line")
        .number("number", number)
        .msg("name", line_name(line, world))
        .msg("role", roles(line));
    text = match line.contact.phones.as_slice() {
        [] => text.msg("phone", "line-no-phone".into()),
        [phone] => text.msg("phone", shown(phone)),
        [first, second, ..] => {
            text.msg("phone", Msg::new("line-two-phones").phone("first", first).phone("second", second))
        }
    };
    if let Some(number) = line.customer_number {
        text = Msg::new("line-customer-number").msg("line", text).told("number", number);
    }
    if let Some(number) = line.contract_number {
        text = Msg::new("line-contract-number").msg("line", text).told("number", number);
    }
    if let Some(hours) = &line.contact.hours {
        text = Msg::new("line-hours").msg("line", text).told("hours", hours);
    }
    match line.checked_at {
        Some(at) => Msg::new("line-checked").msg("line", text).date("date", habits.date(at)),
        None => text,
    }
}

fn shown(phone: &Phone) -> Msg {
    Msg::new("phone").phone("phone", phone)
}

/// How to talk when mail and phone are down, if that was agreed.
fn fallback_line(dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let question = world.content.catalogue.question("fallback-channel")?;
    let slot = Slot { item: None, question: question.id.clone() };
    let value = dossier.value(&slot).filter(|value| value.is_known())?;
    let channel = question_card::shown_value(question, value, dossier, world);
    Some(Msg::new("noodplan-fallback").msg("channel", channel))
}

/// Who is on the line: "Jij", "Fatima (zus)", or what they are there for when the name is missing.
pub fn line_name(line: &Line<'_>, world: &World<'_>) -> Msg {
    let mine = line.person == Some(world.person);
    contact_name(line.contact, mine)
}

/// "beslist", or "beslist, computerhulp" for somebody who is both.
fn roles(line: &Line<'_>) -> Msg {
    let roles = line.roles.iter().map(|role| Msg::new(format!("role-{role}")));
    enumerated(roles).unwrap_or_else(|| "role-other".into())
}

/// The numbers that everybody may call.
pub fn public_lines(world: &World<'_>) -> Vec<Msg> {
    let numbers = &world.content.public_numbers;
    let mut lines = vec![Msg::new("public-title")];
    for public in numbers {
        let label = Msg::new(format!("public-{}", public.id));
        lines.push(match (&public.number, &public.form, &public.mail) {
            (Some(number), ..) => Msg::new("public-number").msg("label", label).told("number", number),
            (None, Some(form), _) => Msg::new("public-form").msg("label", label).told("form", form),
            (None, None, Some(mail)) => Msg::new("public-mail").msg("label", label).told("mail", mail),
            (None, None, None) => label,
        });
    }
    let sources = public_numbers::sources(numbers).join(", ");
    lines.extend(
        public_numbers::checked_on(numbers)
            .map(|date| Msg::new("public-checked").date("date", date).told("sources", &sources)),
    );
    lines
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        dialogue::{CONTENT, step::Flow},
        domain::{
            contact::Contact,
            ids::CompanyId,
            item::{Item, ItemKind, Value},
            member::Role,
        },
    };

    #[test]
    fn what_opened_the_plan_can_still_be_the_answer_and_is_kept_for_nothing_else() {
        let dossier = Dossier::default();
        let nobody = World::of_nobody("2027-05-01T22:30:00Z".parse().unwrap(), &dossier, &CONTENT);
        let company = Some(CompanyId(Uuid::nil()));
        let world = World { company, role: Some(Role::Owner), ..nobody };
        let at = |question: &str| State::from(sitting::ask(Slot::own(question)));
        let cries = |state: &State, said: &str| {
            let step = step::step(Flow::Noodplan, state, &Input::Cry(said.into()), &world);
            assert!(step.next.in_noodplan && step.changes.is_empty(), "{said}");
            step.next
        };
        let open = cries(&at("forgotten"), "brand in de keuken");
        assert!(open.unsure.is_some());
        let taken = step::step(Flow::InNoodplan, &open, &Input::Pick(Tap::MyAnswer), &world);
        let mut after = dossier.clone();
        taken.changes.iter().for_each(|change| change.apply(&mut after, &mut Vec::new()));
        let told = Value::Text("brand in de keuken".into());
        assert_eq!(after.value(&Slot::own("forgotten")), Some(&told));
        assert!(!taken.next.in_noodplan && taken.next.unsure.is_none());

        let left = step::step(Flow::InNoodplan, &open, &Input::Pick(Tap::Resume), &world);
        assert_eq!(left.next, at("forgotten"));
        for (state, said) in [
            (&at("devices"), "brand in de keuken"),
            (&at("forgotten"), "we zijn gehackt"),
            (&at("forgotten"), "alles plat, wachtwoord: Welkom01"),
            (&State::from(Place::Menu), "brand in de keuken"),
            (&open, "brand in de keuken"),
        ] {
            assert_eq!(cries(state, said).unsure, None, "{said} {state:?}");
        }
        let reader = World { role: Some(Role::Reader), ..world.clone() };
        let step = cry(Draft::new(&reader), &at("forgotten"), &"brand".into());
        assert_eq!(step.next.unsure, None, "they answer nothing");
    }

    #[test]
    fn a_number_was_called_on_the_day_that_it_was_where_the_company_is() {
        let mut dossier = Dossier::default();
        let contact = Contact { name: Some("Kees".into()), ..Contact::default() };
        let kees = dossier.new_item(ItemKind::Contact, "ict-help".into(), contact);
        let at = "2027-05-01T22:30:00Z".parse().unwrap();
        dossier.save_item(Item { checked_at: Some(at), ..kees });
        let world = World::of_nobody(at, &dossier, &CONTENT);
        let said = CONTENT.texts.lines(world.language, &call_list_lines(&dossier, &world)).plain();
        assert!(said.ends_with("gebeld op 2 mei 2027"), "{said}");
    }
}
