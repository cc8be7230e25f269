//! What cannot do without what, as far as the answers tell.
//!
//! A connection leans on who delivers it, a program in the cloud on the internet and on the firm that runs it, data on
//! the device or program that it is kept in. Who helps is no such thing: without help nothing falls by itself.

use crate::{
    dialogue::{World, results::parties::is_same},
    domain::{
        dossier::Dossier,
        ids::ItemId,
        item::{Item, ItemKind, Value},
    },
    text::{
        Language, Msg,
        vocabulary::{Words, folded, holds},
    },
};

/// The question that tells who delivers a connection.
pub const DELIVERED_BY: &str = "connection-supplier";
/// The question that tells who looks after a program. A firm that does so for one in the cloud runs it.
const RUN_BY: &str = "software-manager";
/// The question that tells from whom a program is, where nobody outside looks after it.
pub const BOUGHT_FROM: &str = "software-supplier";
/// The question that tells where data is kept, in words.
const KEPT_AT: &str = "data-place";
/// What people are on the call list for who decide, help or are told. They arrange a connection, and do not deliver it.
const ARRANGING: [&str; 4] = ["decider", "deputy", "ict-help", "told"];
/// What a firm is on the call list for when it delivers the internet.
const INTERNET: &str = "internet";

/// The connections that reach the internet. The first of these that a firm has carries what runs in the cloud.
const CARRIERS: [&str; 6] =
    ["fixed-internet", "office-wifi", "mobile-internet", "home-working", "guest-wifi", "other-connection"];

/// What a firm delivers, by what it is on the call list for.
const DELIVERS: [(&str, &[&str]); 4] = [
    ("telephony", &["phone-line"]),
    ("hosting", &["website", "mail", "domain-name"]),
    ("bookkeeping", &["bookkeeping-program"]),
    ("bank", &["card-terminal", "internet-banking"]),
];

/// Services that there are only in the cloud. Nobody is asked for their version.
const ONLY_ONLINE: [&str; 3] = ["cloud-storage", "internet-banking", "social-media"];

/// What leans on what in one dossier.
pub struct Leanings<'d> {
    dossier: &'d Dossier,
    /// The role of the connection that carries the internet.
    carrier: Option<&'static str>,
    /// Data with what it is kept in.
    kept_in: Vec<(ItemId, ItemId)>,
}

impl<'d> Leanings<'d> {
    /// Reads them from the answers.
    pub fn of(dossier: &'d Dossier, world: &World<'_>) -> Self {
        let has = |role: &str| dossier.items_of(ItemKind::Connection).any(|line| line.role.as_str() == role);
        let carrier = CARRIERS.into_iter().find(|role| has(role));
        Self { dossier, carrier, kept_in: kept_in(dossier, world) }
    }

    /// Whether a thing cannot do without another.
    pub fn leans_on(&self, thing: &Item, on: &Item) -> bool {
        let is_thing = matches!(
            thing.kind,
            ItemKind::Device | ItemKind::Software | ItemKind::Connection | ItemKind::Data
        );
        match on.kind {
            _ if !is_thing => false,
            ItemKind::Supplier | ItemKind::Contact => self.is_delivered_by(thing, on),
            ItemKind::Connection => self.carrier == Some(on.role.as_str()) && is_in_the_cloud(thing),
            ItemKind::Device | ItemKind::Software => self.kept_in.contains(&(thing.id, on.id)),
            ItemKind::Data | ItemKind::Loss | ItemKind::Agreement | ItemKind::Risk => false,
        }
    }

    /// Said so of a connection or of a program in the cloud; else known from what the firm is on the call list for.
    fn is_delivered_by(&self, thing: &Item, firm: &Item) -> bool {
        if let Some(named) = self.deliverer(thing) {
            return is_same(named, firm);
        }
        if firm.role.as_str() == INTERNET {
            return thing.kind == ItemKind::Connection && self.carrier == Some(thing.role.as_str());
        }
        let delivered = DELIVERS.iter().filter(|(role, _)| *role == firm.role.as_str());
        delivered.flat_map(|(_, things)| *things).any(|role| *role == thing.role.as_str())
    }

    /// The firm that was said to deliver a connection, or to run a program in the cloud.
    fn deliverer(&self, thing: &Item) -> Option<&'d Item> {
        let questions: &[&str] = match thing.kind {
            ItemKind::Connection => &[DELIVERED_BY],
            _ if is_in_the_cloud(thing) => &[RUN_BY, BOUGHT_FROM],
            _ => return None,
        };
        questions.iter().find_map(|question| self.firm_named(thing, question))
    }

    /// The firm that an answer names; it may be on the call list under its name only. A person who looks after a program
    /// does not run it.
    fn firm_named(&self, thing: &Item, question: &str) -> Option<&'d Item> {
        let Value::Item(id) = thing.value(question)? else { return None };
        let named = self.dossier.item(*id)?;
        let arranges = named.person.is_some() || ARRANGING.contains(&named.role.as_str());
        let is_firm = named.kind == ItemKind::Supplier || (question != RUN_BY && !arranges);
        is_firm.then_some(named)
    }
}

fn is_in_the_cloud(thing: &Item) -> bool {
    thing.kind == ItemKind::Software
        && (thing.choice("software-version") == Some("cloud") || ONLY_ONLINE.contains(&thing.role.as_str()))
}

/// A device or program, as the place of data may name it.
struct Container {
    id: ItemId,
    /// Its own name, or what it is in both languages, folded.
    names: Vec<String>,
    /// Which sorts of things it is, by their place among the synonyms.
    sorts: Vec<usize>,
}

/// All data with the devices and programs that its place names: by their name, else by another word for what they are.
fn kept_in(dossier: &Dossier, world: &World<'_>) -> Vec<(ItemId, ItemId)> {
    let synonyms = synonyms(world);
    let containers = dossier.items_of(ItemKind::Device).chain(dossier.items_of(ItemKind::Software));
    let containers: Vec<Container> = containers.map(|item| container(item, &synonyms, world)).collect();
    let mut kept_in = Vec::new();
    for data in dossier.items_of(ItemKind::Data) {
        let Some(Value::Text(place)) = data.value(KEPT_AT) else {
            continue;
        };
        let place = folded(&place.replace('/', " "));
        let sorts = sorts(std::slice::from_ref(&place), &synonyms);
        let is_named =
            |container: &&Container| container.names.iter().any(|name| is_named(name, &place, world));
        let named: Vec<&Container> = containers.iter().filter(is_named).collect();
        // "De laptop van Anna" is not the other laptop.
        let is_meant = |container: &&Container| {
            named.iter().any(|known| known.id == container.id)
                || container
                    .sorts
                    .iter()
                    .any(|sort| sorts.contains(sort) && !named.iter().any(|known| known.sorts.contains(sort)))
        };
        kept_in.extend(containers.iter().filter(is_meant).map(|container| (data.id, container.id)));
    }
    kept_in
}

fn container(item: &Item, synonyms: &[Vec<&str>], world: &World<'_>) -> Container {
    let role = Msg::new(format!("role-{}", item.role));
    let roles = Language::ALL.map(|language| folded(&world.content.texts.plain(language, &role)));
    let names = match &item.contact.name {
        Some(name) => vec![folded(&name.replace('/', " "))],
        None => roles.to_vec(),
    };
    let mut sorts = sorts(&roles, synonyms);
    sorts.extend(self::sorts(&names, synonyms));
    Container { id: item.id, names, sorts }
}

/// Words for the same sort of thing, together.
fn synonyms<'w>(world: &World<'w>) -> Vec<Vec<&'w str>> {
    let texts = &world.content.texts;
    let lists =
        Language::ALL.into_iter().flat_map(move |language| texts.vocabulary(language).list(Words::SameThing));
    lists.map(|list| list.split('/').collect()).collect()
}

/// The sorts of things of which some texts use a word.
fn sorts(texts: &[String], synonyms: &[Vec<&str>]) -> Vec<usize> {
    let is_used = |word: &str| texts.iter().any(|text| holds(text, word));
    let used = synonyms.iter().enumerate().filter(|(_, words)| words.iter().any(|word| is_used(word)));
    used.map(|(sort, _)| sort).collect()
}

/// Whether a text says every word of a name; small words such as "de" do not count.
fn is_named(name: &str, text: &str, world: &World<'_>) -> bool {
    let is_small = |word: &str| {
        let texts = &world.content.texts;
        Language::ALL.into_iter().any(|language| texts.vocabulary(language).has(Words::Particle, word))
    };
    let mut words = name.split(' ').filter(|word| !word.is_empty() && !is_small(word)).peekable();
    words.peek().is_some() && words.all(|word| holds(text, word))
}
