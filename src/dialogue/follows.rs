//! What else follows when an earlier answer changes: questions, to-dos, the traffic light.
//!
//! ```text
//! > niemand
//! < ✓ Niemand
//!   Dat verandert ook: 🔴 klantgegevens was oranje.
//!   Nieuw op je lijst: Begin deze week nog met een back-up van je klantgegevens.
//! ```

use crate::{
    dialogue::{
        World,
        results::{
            backup_light::{Light, faults, light},
            name,
        },
        todos,
    },
    domain::{
        dossier::{Dossier, Slot},
        item::{ItemKind, Value},
    },
    questionnaire::walk,
    text::Msg,
};

/// More to-dos than this are not said.
const MOST: usize = 4;

/// What is different beside the answer itself.
pub fn lines(before: &Dossier, after: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let (was, is) = (asked(before, world), asked(after, world));
    let new = is.iter().filter(|slot| !was.contains(slot) && after.answer(slot).is_none()).count();
    let gone = was.iter().filter(|slot| !is.contains(slot)).count();
    let mut lines: Vec<Msg> = lights(before, after, world);
    for (id, count) in [("follows-asked", new), ("follows-gone", gone)] {
        if count > 0 {
            lines.push(Msg::new(id).number("count", count));
        }
    }
    let (had, has) = (todos::open(before, world), todos::open(after, world));
    let missing = |from: &[todos::Todo], than: &[todos::Todo]| -> Vec<Msg> {
        let there = |todo: &&todos::Todo| !than.iter().any(|other| other.key == todo.key);
        from.iter().filter(there).take(MOST).map(|todo| todo.words.clone()).collect()
    };
    let told = |id: &'static str| move |todo: Msg| Msg::new(id).msg("todo", todo);
    lines.extend(missing(&has, &had).into_iter().map(told("follows-todo")));
    lines.extend(missing(&had, &has).into_iter().map(told("follows-done")));
    lines
}

fn asked(dossier: &Dossier, world: &World<'_>) -> Vec<Slot> {
    let catalogue = &world.content.catalogue;
    catalogue
        .sections
        .iter()
        .flat_map(|section| walk::slots(section, catalogue, dossier, world.today))
        .collect()
}

/// The traffic lights that are another colour now.
fn lights(before: &Dossier, after: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let told = |dossier: &Dossier, id| {
        let slot = Slot::of(id, "backup-made");
        dossier.value(&slot).is_some_and(Value::is_known)
    };
    let changed = after.items_of(ItemKind::Data).filter_map(|data| {
        let old = before.item(data.id).filter(|old| told(before, old.id))?;
        let (was, is) = (light(&faults(old, before)), light(&faults(data, after)));
        (was != is && told(after, data.id)).then(|| {
            Msg::new("follows-light").msg("name", name(data, world)).key("was", slug(was)).key("is", slug(is))
        })
    });
    changed.collect()
}

fn slug(light: Light) -> &'static str {
    match light {
        Light::Red => "red",
        Light::Orange => "orange",
        Light::Green => "green",
    }
}
