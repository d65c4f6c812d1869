//! JSON Schema (2020-12) of a kind, from its shape: what editors, forms and validators of others are given.
//!
//! Dates of TOML are strings of format `date` there. A schema refuses what the reader refuses, but for what only the whole
//! catalog can tell and for texts of a grammar that no regular expression has.

use serde_json::{Map, Value, json};
use toml::de::{DeTable, DeValue};

use super::KindDef;
use crate::{
    read::{Choice, Field, Form, Key, MOST_CASES, Need, Shape, Type, Vocable},
    text::Word,
};

/// A date, for validators that pass over `format` too.
const DATE: &str = "^(19[4-9][0-9]|2[01][0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
/// A text with something in it.
const FILLED: &str = "\\S";

/// The schema of a kind.
pub fn schema(def: &KindDef) -> Value {
    let kind = def.kind;
    let mut schema = table(&def.shape());
    let head = [
        ("$schema", json!("https://json-schema.org/draft/2020-12/schema")),
        ("$id", json!(format!("{}.schema.json", kind.token()))),
        ("title", json!(format!("{} · {}", kind.zh(), kind.en()))),
    ];
    schema.extend(head.map(|(name, value)| (name.to_owned(), value)));
    Value::Object(schema)
}

fn table(shape: &Shape) -> Map<String, Value> {
    let properties: Map<String, Value> =
        shape.fields.iter().map(|field| (field.key.name.to_owned(), property(field))).collect();
    let required: Vec<&str> =
        shape.fields.iter().filter(|field| field.need == Need::Always).map(|field| field.key.name).collect();
    let choices = shape.choices.iter().flat_map(choice);
    let all: Vec<Value> = choices.chain(shape.fields.iter().filter_map(condition)).collect();
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("required".to_owned(), json!(required));
    schema.insert("additionalProperties".to_owned(), json!(false));
    if !all.is_empty() {
        schema.insert("allOf".to_owned(), json!(all));
    }
    schema
}

fn property(field: &Field) -> Value {
    let Key { zh, en, about_zh, about_en, .. } = field.key;
    let is_needed = field.need != Need::Optional;
    let mut property = kind(&field.kind, is_needed);
    property.insert("title".to_owned(), json!(format!("{zh} · {en}")));
    property.insert("description".to_owned(), json!(format!("{about_zh}\n{about_en}")));
    if let Some(example) = example(field.key) {
        property.insert("examples".to_owned(), json!([example]));
    }
    Value::Object(property)
}

/// Of some fields so many: none of the larger sets, one of the smaller.
fn choice(choice: &Choice) -> Vec<Value> {
    let names: Vec<&str> = choice.keys.iter().map(|key| key.name).collect();
    let mut all = Vec::new();
    if choice.least > 0 {
        all.push(json!({ "anyOf": names.iter().map(|name| json!({ "required": [name] })).collect::<Vec<_>>() }));
    }
    if choice.most == 1 {
        let pairs = names.iter().enumerate().flat_map(|(at, a)| names[at + 1..].iter().map(move |b| [a, b]));
        all.extend(pairs.map(|pair| json!({ "not": { "required": pair } })));
    }
    all
}

/// A field that is needed where another has a word.
fn condition(field: &Field) -> Option<Value> {
    let Need::When(other, word) = field.need else { return None };
    let spellings: Vec<&str> = word.spellings().collect();
    let is_so = json!({ "properties": { other.name: { "enum": spellings } }, "required": [other.name] });
    Some(json!({ "if": is_so, "then": { "required": [field.key.name] } }))
}

fn kind(kind: &Type, is_needed: bool) -> Map<String, Value> {
    let schema = match kind {
        Type::Text(form) => text(form),
        Type::Texts(form) => list(&text(form), is_needed),
        Type::Date(_) => date(),
        Type::Dates(_) => list(&date(), is_needed),
        Type::Flag(absent) => json!({ "type": "boolean", "default": absent }),
        Type::Integer(i64::MIN, i64::MAX) => json!({ "type": "integer" }),
        Type::Integer(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Type::Word(words) => word(words),
        Type::Words(words) => list(&word(words), is_needed),
        Type::Counts(words) => counts(words),
        Type::Table(below) => Value::Object(table(below)),
        Type::Tables(below) => list(&Value::Object(table(below)), is_needed),
        Type::TextOrTable(form, below) => json!({ "anyOf": [text(form), table(below)] }),
        Type::TextsOrTables(below) => list(&json!({ "anyOf": [text(&Form::Free), table(below)] }), is_needed),
    };
    match schema {
        Value::Object(schema) => schema,
        _ => Map::new(),
    }
}

fn date() -> Value {
    json!({ "type": "string", "format": "date", "pattern": DATE })
}

fn list(of: &Value, is_needed: bool) -> Value {
    if is_needed {
        json!({ "type": "array", "items": of, "minItems": 1 })
    } else {
        json!({ "type": "array", "items": of })
    }
}

/// Each word in Chinese, as a token, and as else it may be spelt.
fn word(words: &[Vocable]) -> Value {
    json!({ "type": "string", "enum": words.iter().flat_map(Vocable::spellings).collect::<Vec<_>>() })
}

fn text(form: &Form) -> Value {
    match form {
        Form::Free | Form::Title | Form::DocNo | Form::Office | Form::Item | Form::Number(_) => {
            json!({ "type": "string", "pattern": FILLED })
        }
        Form::Grammar(grammar) => {
            json!({ "type": "string", "pattern": grammar.pattern, "examples": grammar.examples })
        }
        Form::WordOr(words, grammar) => {
            json!({ "type": "string", "anyOf": [word(words), { "pattern": grammar.pattern }] })
        }
    }
}

fn counts(words: &[Vocable]) -> Value {
    let count = json!({ "type": "integer", "minimum": 0, "maximum": MOST_CASES });
    let names = words.iter().flat_map(|word| [word.zh, word.token]);
    let properties: Map<String, Value> = names.map(|name| (name.to_owned(), count.clone())).collect();
    let once: Vec<Value> = words.iter().map(|word| json!({ "not": { "required": [word.zh, word.token] } })).collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false, "allOf": once })
}

/// The example of a key, as JSON has it.
fn example(key: &Key) -> Option<Value> {
    let text = format!("example = {}", key.example);
    let parsed = DeTable::parse(&text).ok()?;
    parsed.get_ref().get("example").map(|value| plain(value.get_ref()))
}

/// A value of TOML in JSON; a date is a string.
fn plain(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => json!(text),
        DeValue::Integer(number) => number.as_str().replace('_', "").parse::<i64>().map_or(Value::Null, Value::from),
        DeValue::Float(number) => number.as_str().parse::<f64>().map_or(Value::Null, Value::from),
        DeValue::Boolean(flag) => json!(flag),
        DeValue::Datetime(date) => json!(date.to_string()),
        DeValue::Array(values) => values.iter().map(|value| plain(value.get_ref())).collect(),
        DeValue::Table(table) => {
            table.iter().map(|(key, value)| (key.get_ref().to_string(), plain(value.get_ref()))).collect()
        }
    }
}
