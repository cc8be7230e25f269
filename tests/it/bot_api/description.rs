//! Holds every request against the machine-readable description of the Bot API.

use std::{collections::HashMap, env, fs, path::PathBuf};

use serde_json::Value;

use super::{
    entity::utf16_length,
    params::{Arg, Params},
};

/// The variable that says where the description is.
const PATH_VARIABLE: &str = "NOODPLAN_BOT_API_DESCRIPTION";
const USUAL_PATH: &str = "../shared/data/telegram-bot-api-10.1.json";

/// All methods and types of the Bot API.
pub(super) struct Description {
    methods: HashMap<String, Vec<Field>>,
    types: HashMap<String, Type>,
}

struct Type {
    fields: Vec<Field>,
    subtypes: Vec<String>,
}

struct Field {
    name: String,
    kinds: Vec<Kind>,
    required: bool,
    range: Option<Range>,
}

struct Range {
    least: u64,
    most: u64,
    unit: String,
}

enum Kind {
    Integer,
    Float,
    Text,
    Boolean,
    File,
    Array(Box<Kind>),
    Object(String),
}

impl Kind {
    fn parse(name: &str) -> Self {
        match name {
            "Integer" => Self::Integer,
            "Float" => Self::Float,
            "String" => Self::Text,
            "Boolean" | "True" => Self::Boolean,
            "InputFile" => Self::File,
            _ => name.strip_prefix("Array of ").map_or_else(
                || Self::Object(name.to_owned()),
                |element| Self::Array(Box::new(Self::parse(element))),
            ),
        }
    }
}

impl Field {
    fn parse(value: &Value) -> Option<Self> {
        let kinds = value["types"].as_array()?.iter().filter_map(Value::as_str).map(Kind::parse).collect();
        let range = value["range"].as_array().and_then(|range| match range.as_slice() {
            [least, most, unit] => {
                Some(Range { least: least.as_u64()?, most: most.as_u64()?, unit: unit.as_str()?.to_owned() })
            }
            _ => None,
        });
        let required = value["required"].as_bool().unwrap_or_default();
        Some(Self { name: value["name"].as_str()?.to_owned(), kinds, required, range })
    }

    fn parse_all(value: &Value) -> Vec<Self> {
        value["fields"].as_array().into_iter().flatten().filter_map(Self::parse).collect()
    }
}

impl Description {
    /// Reads the description; `None` when there is none on this machine.
    pub(super) fn load() -> Option<Self> {
        let path = env::var_os(PATH_VARIABLE)
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(USUAL_PATH), PathBuf::from);
        let Ok(text) = fs::read(&path) else {
            eprintln!(
                "no description of the Bot API at {}: requests are not held against it",
                path.display()
            );
            return None;
        };
        let value: Value = serde_json::from_slice(&text).ok()?;
        let methods = value["methods"].as_object()?.iter();
        let types = value["types"].as_object()?.iter();
        Some(Self {
            methods: methods
                .map(|(name, method)| (name.to_ascii_lowercase(), Field::parse_all(method)))
                .collect(),
            types: types.map(|(name, kind)| (name.clone(), Type::parse(kind))).collect(),
        })
    }

    /// Everything about the request that does not fit.
    pub(super) fn problems_of(&self, method: &str, params: &Params) -> Vec<String> {
        let Some(fields) = self.methods.get(&method.to_ascii_lowercase()) else {
            return vec![format!("unknown method {method}")];
        };
        let mut problems = Vec::new();
        for field in fields.iter().filter(|field| field.required && params.arg(&field.name).is_none()) {
            problems.push(format!("{}: required, but missing", field.name));
        }
        let pointed_to: Vec<String> = params
            .iter()
            .filter_map(|(_, arg)| if let Arg::Text(text) = arg { Some(text.clone()) } else { None })
            .collect();
        let has_markup = params.text("parse_mode").is_some();
        for (name, arg) in params.iter() {
            let Some(field) = fields.iter().find(|field| field.name == name) else {
                let pointer = format!("attach://{name}");
                let is_used =
                    matches!(arg, Arg::File(_)) && pointed_to.iter().any(|text| text.contains(&pointer));
                if !is_used {
                    problems.push(format!("{name}: no such parameter"));
                }
                continue;
            };
            let counts_after_parsing = has_markup && matches!(name, "text" | "caption");
            self.check_arg(field, arg, params.are_json(), counts_after_parsing, &mut problems);
        }
        problems
    }

    fn check_arg(
        &self,
        field: &Field,
        arg: &Arg,
        is_json: bool,
        skip_range: bool,
        problems: &mut Vec<String>,
    ) {
        let name = &field.name;
        let value = match arg {
            Arg::File(_) if field.kinds.iter().any(|kind| matches!(kind, Kind::File)) => return,
            Arg::File(_) => return problems.push(format!("{name}: a file is not wanted here")),
            Arg::Json(value) => value.clone(),
            Arg::Text(text) => field.value_of(text, is_json),
        };
        let mut found = self.mismatches(field, &value, name);
        if found.is_empty() && !skip_range {
            found.extend(field.out_of_range(&value, name));
        }
        problems.extend(found);
    }

    /// The complaints under the reading that gives the fewest.
    fn mismatches(&self, field: &Field, value: &Value, path: &str) -> Vec<String> {
        let readings = field.kinds.iter().map(|kind| self.mismatch(kind, value, path));
        readings.min_by_key(Vec::len).unwrap_or_default()
    }

    fn mismatch(&self, kind: &Kind, value: &Value, path: &str) -> Vec<String> {
        let fits = match (kind, value) {
            (Kind::Integer, Value::Number(number)) => number.is_i64() || number.is_u64(),
            (Kind::Float, Value::Number(_))
            | (Kind::Text | Kind::File, Value::String(_))
            | (Kind::Boolean, Value::Bool(_)) => true,
            (Kind::Array(element), Value::Array(items)) => {
                let inner = |(place, item)| self.mismatch(element, item, &format!("{path}[{place}]"));
                return items.iter().enumerate().flat_map(inner).collect();
            }
            (Kind::Object(name), Value::Object(_)) => return self.mismatch_object(name, value, path),
            _ => false,
        };
        if fits { Vec::new() } else { vec![format!("{path}: {value} is not {}", kind.name())] }
    }

    fn mismatch_object(&self, name: &str, value: &Value, path: &str) -> Vec<String> {
        let Some(kind) = self.types.get(name) else {
            return vec![format!("{path}: unknown type {name}")];
        };
        if !kind.subtypes.is_empty() {
            let readings = kind.subtypes.iter().map(|subtype| self.mismatch_object(subtype, value, path));
            return readings.min_by_key(Vec::len).unwrap_or_default();
        }
        let mut problems = Vec::new();
        for field in &kind.fields {
            let inner = format!("{path}.{}", field.name);
            match value.get(&field.name) {
                Some(value) => {
                    let found = self.mismatches(field, value, &inner);
                    if found.is_empty() {
                        problems.extend(field.out_of_range(value, &inner));
                    }
                    problems.extend(found);
                }
                None if field.required => problems.push(format!("{inner}: required, but missing")),
                None => {}
            }
        }
        let known = |name: &String| kind.fields.iter().any(|field| field.name == *name);
        let strangers =
            value.as_object().into_iter().flat_map(|fields| fields.keys()).filter(|name| !known(name));
        problems.extend(strangers.map(|stranger| format!("{path}.{stranger}: no such field of {name}")));
        if name == "InlineKeyboardButton" {
            let is_look = |name: &&String| matches!(name.as_str(), "text" | "style" | "icon_custom_emoji_id");
            let actions =
                value.as_object().map_or(0, |fields| fields.keys().filter(|name| !is_look(name)).count());
            if actions != 1 {
                problems.push(format!("{path}: a button has exactly one action, this one has {actions}"));
            }
        }
        problems
    }
}

impl Type {
    fn parse(value: &Value) -> Self {
        let subtypes = value["subtypes"].as_array().into_iter().flatten();
        Self {
            fields: Field::parse_all(value),
            subtypes: subtypes.filter_map(Value::as_str).map(str::to_owned).collect(),
        }
    }
}

impl Field {
    /// What a text stands for: in JSON only arrays and objects may hide in it, in a form everything.
    fn value_of(&self, text: &str, is_json: bool) -> Value {
        let as_text = || Value::from(text);
        let hides = |kind: &Kind| match kind {
            Kind::Array(_) | Kind::Object(_) => true,
            Kind::Integer | Kind::Float | Kind::Boolean => !is_json,
            Kind::Text | Kind::File => false,
        };
        if self.kinds.iter().any(hides) {
            let parsed = serde_json::from_str(text).unwrap_or_else(|_| as_text());
            let is_number_as_text =
                parsed.is_number() && self.kinds.iter().any(|kind| matches!(kind, Kind::Text));
            return if is_number_as_text { as_text() } else { parsed };
        }
        as_text()
    }

    fn out_of_range(&self, value: &Value, path: &str) -> Option<String> {
        let range = self.range.as_ref()?;
        let measure = match value {
            Value::String(text) if range.unit == "bytes" => text.len() as u64,
            Value::String(text) => utf16_length(text) as u64,
            Value::Array(items) => items.len() as u64,
            _ => value.as_u64()?,
        };
        let Range { least, most, unit } = range;
        (!(*least..=*most).contains(&measure))
            .then(|| format!("{path}: {measure} {unit}, but {least} to {most} are allowed"))
    }
}

impl Kind {
    fn name(&self) -> String {
        match self {
            Self::Integer => "an Integer".to_owned(),
            Self::Float => "a Float".to_owned(),
            Self::Text => "a String".to_owned(),
            Self::Boolean => "a Boolean".to_owned(),
            Self::File => "an InputFile".to_owned(),
            Self::Array(element) => format!("an Array of {}", element.name()),
            Self::Object(name) => format!("a {name}"),
        }
    }
}
