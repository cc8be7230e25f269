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
        question_card::about,
        results::{
            backup_light::{Light, faults, light},
            listed, name,
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

/// More than this is counted, not said.
const MOST: usize = 4;

/// What is different beside the answer itself.
pub fn lines(before: &Dossier, after: &Dossier, world: &World<'_>) -> Vec<Msg> {
    let (was, is) = (asked(before, world), asked(after, world));
    let names = |slots: Vec<&Slot>, dossier: &Dossier| {
        let short = |slot: &Slot| about(Msg::new(format!("q-{}.short", slot.question)), slot, dossier);
        let hidden = slots.len().saturating_sub(MOST);
        let list = listed(slots.iter().take(MOST).map(|slot| short(slot)).collect())?;
        Some(match hidden {
            0 => list,
            _ => Msg::new("list-comma")
                .msg("list", list)
                .msg("next", Msg::new("todo-more").number("count", hidden)),
        })
    };
    let new: Vec<&Slot> =
        is.iter().filter(|slot| !was.contains(slot) && after.answer(slot).is_none()).collect();
    let gone: Vec<&Slot> = was.iter().filter(|slot| !is.contains(slot)).collect();
    let mut lines: Vec<Msg> = lights(before, after, world);
    lines.extend(names(new, after).map(|names| Msg::new("follows-asked").msg("questions", names)));
    lines.extend(names(gone, before).map(|names| Msg::new("follows-gone").msg("questions", names)));
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
        let slot = Slot { item: Some(id), question: "backup-made".into() };
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
