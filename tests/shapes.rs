//! The shapes of the kinds, as their readers tell them.

use std::collections::BTreeSet;

use mingjing::{
    build::Sides,
    kinds::{Address, KINDS, Kind, Part},
    read::{Form, Need, Shape, Type},
    text::Word,
};

use crate::support::{World, world_files};

/// Every field of a shape and of those below it, with its path.
fn walk(path: &str, shape: &Shape, visit: &mut impl FnMut(&str, &mingjing::read::Field)) {
    for field in &shape.fields {
        let path = format!("{path}.{}", field.key.name);
        visit(&path, field);
        if let Some(below) = field.kind.below() {
            walk(&path, below, visit);
        }
    }
}

fn example_fits(kind: &Type, example: &str) -> bool {
    let Ok(table) = toml::de::DeTable::parse(example) else { return false };
    let Some(value) = table.get_ref().get("example") else { return false };
    let value = value.get_ref();
    let spells = |words: &[mingjing::read::Vocable], text: &str| {
        words.iter().any(|word| word.spellings().any(|spelling| spelling == text))
    };
    match kind {
        Type::Text(Form::WordOr(words, _)) | Type::Word(words) => {
            value.as_str().is_some_and(|text| spells(words, text))
        }
        Type::Text(Form::Grammar(grammar)) | Type::TextOrTable(Form::Grammar(grammar), _) => {
            let pattern = regex_lite::Regex::new(grammar.pattern).unwrap();
            value.as_str().is_some_and(|text| pattern.is_match(text))
        }
        Type::Text(_) | Type::TextOrTable(..) => value.is_str(),
        Type::Date(_) => value.is_datetime(),
        Type::Flag(_) => value.is_bool(),
        Type::Integer(..) => value.is_integer(),
        Type::Counts(_) => value.is_table(),
        Type::Words(words) => {
            value.as_array().is_some_and(|a| a.iter().all(|v| spells(words, v.get_ref().as_str().unwrap())))
        }
        Type::Texts(_) | Type::Dates(_) | Type::TextsOrTables(_) => value.is_array(),
        Type::Table(_) | Type::Tables(_) => false,
    }
}

#[test]
fn every_field_is_named_explained_and_exemplified() {
    let mut fields = 0;
    for def in KINDS {
        let kind = def.kind;
        let shape = def.shape();
        assert!(!shape.fields.is_empty(), "{}", kind.token());
        walk(kind.token(), &shape, &mut |path, field| {
            fields += 1;
            let key = field.key;
            for said in [key.name, key.zh, key.en, key.about_zh, key.about_en] {
                assert!(!said.trim().is_empty(), "{path}: a name or a meaning is empty");
            }
            assert!(!key.zh.is_ascii(), "{path}: {} is no 中文名", key.zh);
            let is_table = matches!(field.kind, Type::Table(_) | Type::Tables(_));
            assert_eq!(is_table, key.example.is_empty(), "{path}: a value has an example, a table has its fields");
            let example = format!("example = {}", key.example);
            assert!(is_table || example_fits(&field.kind, &example), "{path}: {example} does not fit its type");
        });
    }
    assert!(fields > 300, "{fields} fields");
}

#[test]
fn no_table_has_a_field_twice() {
    fn once(path: &str, shape: &Shape) {
        let names: BTreeSet<&str> = shape.fields.iter().map(|field| field.key.name).collect();
        assert_eq!(names.len(), shape.fields.len(), "{path}: a key is asked for twice");
        for field in &shape.fields {
            if let Some(below) = field.kind.below() {
                once(&format!("{path}.{}", field.key.name), below);
            }
        }
    }
    KINDS.iter().for_each(|def| once(def.kind.token(), &def.shape()));
}

/// The need of a field, in short.
fn need(kind: &str, path: &[&str]) -> String {
    let mut shape = Kind::parse(kind).unwrap().def().shape();
    let (last, above) = path.split_last().unwrap();
    for name in above {
        shape = shape.field(name).unwrap().kind.below().unwrap().clone();
    }
    match shape.field(last).unwrap().need {
        Need::Optional => "optional".to_owned(),
        Need::Always => "always".to_owned(),
        Need::When(key, word) => format!("{}={}", key.name, word.token),
    }
}

#[test]
fn the_shape_says_when_a_field_is_needed() {
    for (kind, path, expected) in [
        ("item", &["name"][..], "always"),
        ("item", &["fee"], "audience=public"),
        ("item", &["basis"], "audience=public"),
        ("item", &["terminated_on"], "status=terminated"),
        ("item", &["remark"], "optional"),
        ("item", &["schedule", "every"], "optional"),
        ("exercise", &["stage"], "always"),
        ("exercise", &["stage", "review", "superior", "on"], "always"),
        ("site", &["filing", "schedule"], "always"),
        ("waivers", &["waiver", "until"], "always"),
    ] {
        assert_eq!(need(kind, path), expected, "{kind} {path:?}");
    }
    let record = Kind::Record.def().shape();
    let names: Vec<&str> = record.choices[0].keys.iter().map(|key| key.name).collect();
    assert_eq!((names, record.choices[0].least, record.choices[0].most), (vec!["period", "occurred_on"], 1, 1));
}

/// The authored files of the world with what they are.
fn authored() -> Vec<(String, Kind, Option<String>)> {
    let files = world_files();
    let own = files.keys().filter_map(|path| {
        let address = Address::parse(path).filter(|address| address.part == Part::Own)?;
        Some((path.clone(), address.kind, address.page()))
    });
    own.collect()
}

#[test]
fn files_of_every_kind_are_read() {
    let authored = authored();
    for def in KINDS {
        let of_kind = authored.iter().find(|(_, kind, _)| *kind == def.kind).map(|(path, ..)| path.clone());
        let world = World::new();
        let (path, text) = match of_kind {
            Some(path) => (path.clone(), world.read(&path)),
            // The world needs no waiver.
            None if def.kind == Kind::Waivers => (Address::fixed(def.kind).path(), String::new()),
            None => panic!("tests/world has no {}", def.kind.token()),
        };
        let wrong = match text.strip_prefix("+++\n") {
            Some(rest) => format!("+++\nno_such_key = 1\n{rest}"),
            None => format!("no_such_key = 1\n{text}"),
        };
        world.write(&path, wrong);
        assert!(world.errors().contains(&"I003"), "a wrong key of {path} is not found");
    }
}

#[test]
fn whatever_may_have_a_page_has_one_for_insiders() {
    let world = World::new();
    world.build(Sides::Both).expect("the world is healthy");
    let tree = world.tree("internal");
    for (path, _, page) in authored() {
        assert!(page.as_ref().is_none_or(|page| tree.contains_key(page)), "{path} has no page {page:?}");
    }
}
