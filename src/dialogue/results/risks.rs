//! The risks as a list and as a matrix: first those that matter most, then the rest, each with its reasons.
//!
//! ```text
//! Hoofdzaken
//! 1. 🔴 zeer hoog: kassa, de stroom valt uit
//!    Kans: het is al gebeurd, of het kan elk moment gebeuren. Gevolgen: heel erg.
//!    Je keuze: Verminderen (Een noodaccu plaatsen, Joost, voor 1 maart 2027).
//! ```

use crate::{
    dialogue::{
        World,
        enumeration::comma,
        results::{
            accepted::is_over,
            listed, not_yet,
            room::{self, ENTRIES, fitting},
            short_name, slot, told,
        },
    },
    domain::{
        dossier::Dossier,
        ids::Slug,
        item::{Item, Value},
        risk::{Grade, Level},
    },
    questionnaire::judgement::{self, CHANCE, CHOICE, IMPACT, Risk, UNTIL},
    text::Msg,
};

/// So many risks are the main ones, and more when more are high.
const MAIN: usize = 3;
/// So many characters for the risks; the open ones and the matrix come after them.
const ROOM: usize = 2_100;
/// So many characters for the risks that were not judged.
const OPEN_ROOM: usize = 400;
/// What is told about a decision, in the order of telling.
const DETAILS: [&str; 6] = ["risk-measure", "risk-who", "risk-by", "risk-transfer", "risk-why", UNTIL];

/// The risks, biggest first, and the matrix.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let risks = judgement::risks(&world.content.catalogue, dossier, world.today);
    let mut lines = vec![Msg::new("result-risks-title")];
    if risks.is_empty() {
        lines.push(not_yet("risks"));
        return lines;
    }
    let (judged, open): (Vec<Risk<'_>>, Vec<Risk<'_>>) =
        risks.into_iter().partition(|risk| risk.score().is_some());
    // What is high matters, however many there are.
    let high = judged.iter().filter(|risk| risk.grade() >= Some(Grade::High)).count();
    let rest = high.max(MAIN);
    let entries = judged.iter().enumerate().map(|(place, risk)| {
        let heading = match place {
            0 => Some(Msg::new("result-risks-main")),
            _ if place == rest => Some(Msg::new("result-risks-rest")),
            _ => None,
        };
        heading.into_iter().chain(risk_lines(place + 1, risk, dossier, world)).collect::<Vec<_>>()
    });
    lines.extend(fitting(entries.collect(), ENTRIES, ROOM, world));
    let open = room::names(open.iter().map(|risk| both(risk, world)).collect(), OPEN_ROOM, world);
    lines.extend(open.map(|names| Msg::new("result-risks-open").msg("names", names)));
    if !judged.is_empty() {
        lines.push(Msg::new("result-risks-matrix").told("rows", &matrix(&judged)));
    }
    lines
}

/// "kassa, de stroom valt uit".
pub fn both(risk: &Risk<'_>, world: &World<'_>) -> Msg {
    comma(short_name(risk.thing, world), short_name(risk.item, world))
}

/// Its word in messages.
pub fn grade_key(grade: Grade) -> &'static str {
    match grade {
        Grade::Low => "low",
        Grade::Medium => "medium",
        Grade::High => "high",
        Grade::VeryHigh => "very-high",
    }
}

fn risk_lines(number: usize, risk: &Risk<'_>, dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let Some(grade) = risk.grade() else { return Vec::new() };
    let mut lines = vec![
        Msg::new("result-risk")
            .number("number", number)
            .key("grade", grade_key(grade))
            .msg("risk", both(risk, world)),
        Msg::new("result-risk-why")
            .msg("chance", said(risk.item, CHANCE, dossier, world))
            .msg("impact", said(risk.item, IMPACT, dossier, world)),
    ];
    lines.push(decision(risk.item, dossier, world));
    lines
}

/// The choice that counts, in words.
fn label(item: &Item, question: &str, dossier: &Dossier, world: &World<'_>) -> Msg {
    match chosen(item, question, dossier, world) {
        Some(choice) => Msg::new(format!("q-{question}.{choice}")),
        None => "answer-open".into(),
    }
}

/// The choice that counts, inside a sentence.
fn said(item: &Item, question: &str, dossier: &Dossier, world: &World<'_>) -> Msg {
    match chosen(item, question, dossier, world) {
        Some(choice) => Msg::new(format!("q-{question}.{choice}-said")),
        None => "answer-open".into(),
    }
}

fn chosen(item: &Item, question: &str, dossier: &Dossier, world: &World<'_>) -> Option<Slug> {
    let catalogue = &world.content.catalogue;
    judgement::chosen(catalogue.question(question)?, item.id, catalogue, dossier)
}

/// What was chosen about a risk, with who and when.
fn decision(item: &Item, dossier: &Dossier, world: &World<'_>) -> Msg {
    if !item.answers.get(CHOICE).is_some_and(|answer| answer.value.is_known()) {
        return "result-risk-open".into();
    }
    let details: Vec<Msg> =
        DETAILS.iter().filter_map(|question| detail(item, question, dossier, world)).collect();
    let choice = label(item, CHOICE, dossier, world);
    match listed(details) {
        Some(details) => Msg::new("result-risk-decision").msg("choice", choice).msg("details", details),
        None => Msg::new("result-risk-decided").msg("choice", choice),
    }
}

/// An answer that is known and still asked for.
fn detail(item: &Item, question: &str, dossier: &Dossier, world: &World<'_>) -> Option<Msg> {
    let slot = slot(item, question);
    let shown = told(&slot, dossier, world)?;
    Some(match dossier.value(&slot)? {
        Value::Date(_) if question == UNTIL && is_over(item, world.today) => {
            Msg::new("result-risk-was-until").msg("date", shown)
        }
        Value::Date(_) if question == UNTIL => Msg::new("result-risk-until").msg("date", shown),
        Value::Date(_) => Msg::new("result-risk-by").msg("date", shown),
        _ => shown,
    })
}

/// The matrix with the numbers of the list in its cells, every column as wide as its widest cell. Chance goes up, impact
/// goes to the right.
pub fn matrix(judged: &[Risk<'_>]) -> String {
    let cell = |chance: Level, impact: Level| {
        let here = |risk: &Risk<'_>| risk.chance == Some(chance) && risk.impact == Some(impact);
        let numbers: Vec<usize> =
            judged.iter().enumerate().filter(|(_, risk)| here(risk)).map(|(place, _)| place + 1).collect();
        numbers_in_cell(&numbers)
    };
    let table: Vec<(Level, [String; 3])> = Level::ALL
        .into_iter()
        .rev()
        .map(|chance| (chance, Level::ALL.map(|impact| cell(chance, impact))))
        .collect();
    let width = table.iter().flat_map(|(_, row)| row).map(|cell| cell.chars().count()).max().unwrap_or(1);
    let line = |label: String, cells: [String; 3]| {
        let [one, two, three] = cells;
        format!("{label} | {one:<width$}  {two:<width$}  {three}").trim_end().to_owned()
    };
    let mut rows: Vec<String> =
        table.into_iter().map(|(chance, row)| line(chance.number().to_string(), row)).collect();
    rows.push(line("-".into(), [0; 3].map(|_| "-".repeat(width))));
    rows.push(line(" ".into(), Level::ALL.map(|impact| impact.number().to_string())));
    rows.join("\n")
}

/// "1 4", or "1 4 +3" when there are more than fit.
fn numbers_in_cell(numbers: &[usize]) -> String {
    const FIT: usize = 3;
    if numbers.is_empty() {
        return ".".into();
    }
    let mut shown: Vec<String> = numbers.iter().take(FIT).map(ToString::to_string).collect();
    if numbers.len() > FIT {
        shown.push(format!("+{}", numbers.len() - FIT));
    }
    shown.join(" ")
}
