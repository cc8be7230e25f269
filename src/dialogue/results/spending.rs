//! What an hour, or a few hundred euros, would best be spent on: what takes away most risk for what it costs.
//!
//! Drawn from the risks, the back-up light, the weakest link, numbers that are missing on the call list, and products
//! without updates.

use std::cmp::Reverse;

use crate::{
    dialogue::{
        World,
        results::{
            LONGEST_ANSWER,
            accepted::is_over,
            backup_light::{self, Fault, Light},
            end_of_life::{has_ended, is_kept, updates},
            not_yet,
            risks::{both, grade_key},
            room::fitting,
            short_name, shortened, weakest_link,
        },
        todos::{self, Todo},
    },
    domain::{
        crown_jewels::is_crown_jewel,
        dossier::Dossier,
        ids::Slug,
        item::{Item, ItemKind, Value},
    },
    questionnaire::judgement::{self, CHOICE, Risk},
    text::Msg,
};

/// More than this for one purse is no choice any more.
const MOST: usize = 3;
/// So many characters for one purse.
const ROOM: usize = 900;

/// What one does oneself within an hour, without buying anything.
const AN_HOUR: [&str; 20] = [
    "turn-on-extra-code",
    "change-factory-password",
    "new-password",
    "unique-password",
    "own-password",
    "set-lock",
    "encrypt-disk",
    "updates-automatic",
    "close-old-accounts",
    "limit-access",
    "practise-restore",
    "copy-offline",
    "date-backups",
    "key-apart",
    "guests-own-wifi",
    "close-remote-login",
    "print-list",
    "print-contract",
    "call-back-first",
    "share-knowledge",
];

/// What costs a few hundred euros: a drive, a spare, another router.
const SOME_EUROS: [&str; 8] = [
    "make-backup",
    "second-copy",
    "copy-elsewhere",
    "arrange-spare",
    "prepare-reserve",
    "replace-router",
    "consider-replacing",
    "replace-software",
];

/// What something costs. The cheapest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cost {
    Hour,
    Hundreds,
    More,
}

impl Cost {
    const ALL: [Self; 3] = [Self::Hour, Self::Hundreds, Self::More];

    fn from_choice(choice: &Slug) -> Self {
        match choice.as_str() {
            "small" => Self::Hour,
            "large" => Self::More,
            _ => Self::Hundreds,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Hour => "result-spend-hour",
            Self::Hundreds => "result-spend-hundreds",
            Self::More => "result-spend-more",
        }
    }
}

/// Something to spend on.
struct Buy {
    /// How much risk it takes away, on the scale of the risks: 1 to 9.
    gain: u8,
    cost: Cost,
    what: Msg,
    why: Msg,
}

/// For every purse what does most, each with its reason.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let mut buys: Vec<Buy> = judgement::risks(&world.content.catalogue, dossier, world.today)
        .iter()
        .filter_map(|risk| against(risk, dossier, world))
        .collect();
    buys.extend(backups(dossier, world));
    buys.extend(links(dossier, world));
    buys.extend(numbers(dossier, world));
    let ended = without_updates(dossier, world);
    buys.extend(ended.iter().filter_map(|item| replacement(item, dossier, world)));
    buys.extend(small_things(&ended, dossier, world));
    let mut lines = vec![Msg::new("result-spend-title")];
    if buys.is_empty() {
        lines.push(not_yet("risks"));
        return lines;
    }
    // The sort is stable: of equals the risks come first.
    buys.sort_by_key(|buy| Reverse(buy.gain));
    for cost in Cost::ALL {
        let best = buys.iter().filter(|buy| buy.cost == cost).take(MOST).enumerate();
        let entries: Vec<Vec<Msg>> = best
            .map(|(place, buy)| {
                let line = Msg::new("result-spend-line").number("number", place + 1);
                vec![line.msg("what", buy.what.clone()).msg("why", buy.why.clone())]
            })
            .collect();
        if !entries.is_empty() {
            lines.push(cost.title().into());
        }
        lines.extend(fitting(entries, MOST, ROOM, world));
    }
    lines
}

/// What helps against a risk: what was chosen, else the cheapest that usually helps. Nothing once it was decided otherwise.
fn against(risk: &Risk<'_>, dossier: &Dossier, world: &World<'_>) -> Option<Buy> {
    let catalogue = &world.content.catalogue;
    let decided = risk.item.value(CHOICE);
    let is_open = match decided {
        Some(Value::Choice(choice)) if choice.as_str() == "accept" => is_over(risk.item, world.today),
        Some(Value::Choice(choice)) => choice.as_str() == "reduce",
        _ => true,
    };
    let measure = catalogue.question("risk-measure").filter(|_| is_open)?;
    let told = risk.item.answers.get(&measure.id).map(|answer| &answer.value);
    let usual = || {
        let choices = judgement::choices(measure, Some(risk.item.id), catalogue, dossier, world.today);
        choices.into_iter().min_by_key(|choice| choice.leans.as_ref().map(Cost::from_choice))
    };
    let (what, leans) = match told {
        Some(Value::Text(words)) => (shortened(words, LONGEST_ANSWER), None),
        Some(Value::Choice(choice)) => (Msg::new(format!("q-risk-measure.{choice}")), None),
        _ => {
            let usual = usual()?;
            (Msg::new(format!("q-risk-measure.{}", usual.id)), usual.leans.clone())
        }
    };
    let cost = catalogue.question("risk-cost");
    let chosen = cost.and_then(|cost| judgement::chosen(cost, risk.item.id, catalogue, dossier)).or(leans);
    let grade = risk.grade()?;
    Some(Buy {
        gain: risk.score()?,
        cost: chosen.as_ref().map_or(Cost::Hundreds, Cost::from_choice),
        what: Msg::new("result-spend-against").msg("what", what).msg("risk", both(risk, world)),
        why: Msg::new("result-spend-risk").key("grade", grade_key(grade)),
    })
}

/// A back-up that is not as it should be, with its worst fault.
fn backups(dossier: &Dossier, world: &World<'_>) -> Vec<Buy> {
    let buy = |data: &Item| {
        let faults = backup_light::faults(data, dossier);
        let worst = faults.first()?;
        let (gain, cost) = match (backup_light::light(&faults), worst) {
            (Light::Red, _) => (weight(data, dossier), Cost::Hundreds),
            // That takes another drive.
            (_, Fault::NotElsewhere | Fault::TooFew) => (3, Cost::Hundreds),
            _ => (3, Cost::Hour),
        };
        Some(Buy {
            gain,
            cost,
            what: Msg::new(match worst {
                Fault::MakerUnknown => "result-spend-backup-maker",
                _ => "result-spend-backup",
            })
            .msg("name", short_name(data, world)),
            why: worst.words(),
        })
    };
    dossier.items_of(ItemKind::Data).filter_map(buy).collect()
}

/// Whoever stands behind too many things.
fn links(dossier: &Dossier, world: &World<'_>) -> Vec<Buy> {
    let buy = |link: weakest_link::Link<'_>| Buy {
        gain: 6,
        cost: Cost::Hour,
        what: match link.party.person == Some(world.person) {
            true => "result-spend-link-you".into(),
            false => Msg::new("result-spend-link").msg("name", short_name(link.party, world)),
        },
        why: Msg::new("result-spend-link-why").number("count", link.things.len()),
    };
    weakest_link::links(dossier, world).into_iter().map(buy).collect()
}

/// Everybody on the call list who cannot be called yet.
fn numbers(dossier: &Dossier, world: &World<'_>) -> Vec<Buy> {
    let todos = todos::numberless(dossier, world).into_iter();
    let buy = |what| Buy { gain: 6, cost: Cost::Hour, what, why: "result-spend-number-why".into() };
    todos.map(|todo| buy(todo.words)).collect()
}

/// What gets no updates any more.
fn without_updates<'d>(dossier: &'d Dossier, world: &World<'_>) -> Vec<&'d Item> {
    let ended = |item: &&Item| updates(item, dossier, world).is_some_and(|updates| has_ended(&updates));
    dossier.items().filter(ended).collect()
}

/// What comes in place of something without updates; nothing once it was decided to keep it.
fn replacement(item: &Item, dossier: &Dossier, world: &World<'_>) -> Option<Buy> {
    if is_kept(item, dossier, world) {
        return None;
    }
    let what = match ["device-end", "software-end"].iter().find_map(|end| item.choice(end)) {
        Some("replace") => "result-spend-replace-chosen",
        _ => "result-spend-replace",
    };
    Some(Buy {
        gain: weight(item, dossier),
        cost: Cost::More,
        what: Msg::new(what).msg("name", short_name(item, world)),
        why: "result-spend-replace-why".into(),
    })
}

/// What is on the list already, and less than a risk that was judged. What gets no updates any more stands elsewhere.
fn small_things(ended: &[&Item], dossier: &Dossier, world: &World<'_>) -> Vec<Buy> {
    let stands_elsewhere = |todo: &Todo| {
        todos::REPLACING.contains(&todo.key.todo.as_str())
            && ended.iter().any(|item| todo.key.slot.item == Some(item.id))
    };
    let buy = |todo: Todo| {
        let cost = match todo.key.todo.as_str() {
            todo if AN_HOUR.contains(&todo) => Cost::Hour,
            todo if SOME_EUROS.contains(&todo) => Cost::Hundreds,
            _ => return None,
        };
        Some(Buy { gain: 1, cost, what: todo.words, why: "result-spend-todo-why".into() })
    };
    let open = todos::open(dossier, world).into_iter();
    open.filter(|todo| !stands_elsewhere(todo)).filter_map(buy).collect()
}

/// What is wrong with a crown jewel weighs as much as the biggest risk.
fn weight(item: &Item, dossier: &Dossier) -> u8 {
    if is_crown_jewel(item, dossier) { 9 } else { 6 }
}
