//! How much there is of what, and what gets no updates any more.

use crate::{
    dialogue::{
        World,
        results::{
            INVENTORY,
            end_of_life::{Updates, has_ended, updates},
            is_ticked, not_yet, room, short_name,
        },
    },
    domain::{
        dossier::Dossier,
        firm,
        item::{Item, ItemKind},
    },
    questionnaire::walk,
    text::Msg,
};

/// So many characters for the names on one line.
const ROOM: usize = 230;

/// The kinds of things that are counted, each with its line; suppliers come behind them.
const COUNTED: [(ItemKind, &str); 4] = [
    (ItemKind::Device, "result-devices"),
    (ItemKind::Software, "result-programs"),
    (ItemKind::Connection, "result-connections"),
    (ItemKind::Data, "result-data"),
];

/// What there is, and what is past its updates.
pub fn lines(dossier: &Dossier, world: &World<'_>) -> Vec<Msg> {
    if COUNTED.iter().all(|(kind, _)| dossier.items_of(*kind).next().is_none()) {
        return vec!["result-inventory-title".into(), not_yet(INVENTORY)];
    }
    let mut lines = vec![Msg::new("result-inventory-title")];
    let things = COUNTED.map(|(kind, line)| (line, dossier.items_of(kind).collect::<Vec<&Item>>()));
    let firms = firm::suppliers(dossier).filter(|item| firm::speaks_for_firm(item, dossier)).collect();
    for (line, items) in things.into_iter().chain([("result-suppliers", firms)]) {
        let names = room::names(items.iter().map(|item| short_name(item, world)).collect(), ROOM, world);
        lines.extend(names.map(|names| Msg::new(line).number("count", items.len()).msg("names", names)));
    }
    let names = |fits: &dyn Fn(&Item) -> bool| {
        let fitting = dossier.items().filter(|item| fits(item));
        room::names(fitting.map(|item| short_name(item, world)).collect(), ROOM, world)
    };
    let is =
        |item: &Item, fits: fn(&Updates) -> bool| updates(item, dossier, world).is_some_and(|it| fits(&it));
    let ended = names(&|item| is(item, has_ended) || is_ticked(item, "connection-weak", "no-updates"));
    let ending = names(&|item| is(item, |updates| matches!(updates, Updates::Ending(_))));
    let in_doubt = |item: &Item| is(item, |updates| matches!(updates, Updates::Unknown | Updates::Unclear));
    let unknown = names(&|item| in_doubt(item) && !is_untold(item));
    // The same things as the menu counts.
    let untold = walk::left_for_later(&world.content.catalogue, dossier, world.today);
    let untold = untold.iter().filter_map(|id| dossier.item(*id)).map(|item| short_name(item, world));
    let untold = room::names(untold.collect(), ROOM, world);
    if ended.is_none() && ending.is_none() && !dossier.items().any(in_doubt) {
        lines.push("result-updates-fine".into());
    }
    lines.extend(ended.map(|names| Msg::new("result-updates-ended").msg("names", names)));
    lines.extend(ending.map(|names| Msg::new("result-updates-ending").msg("names", names)));
    lines.extend(unknown.map(|names| Msg::new("result-updates-unknown").msg("names", names)));
    lines.extend(untold.map(|names| Msg::new("things-untold").msg("names", names)));
    lines
}

/// Whether nothing was told yet about the updates of something.
fn is_untold(item: &Item) -> bool {
    !["device-system", "device-updates", "software-version"]
        .iter()
        .any(|asked| item.answers.contains_key(*asked))
}
