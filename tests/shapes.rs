//! The shapes of the kinds, as their readers tell them, and what is mentioned in files.

use std::collections::BTreeSet;

use mingjing::{
    calendar::AsOf,
    check::mentions_of,
    day::Day,
    diag::{Files, Reach},
    kinds::{KINDS, Kind},
    load::load,
    read::{Form, Named, Need, Register, Shape, Tense, Type},
    text::Word,
};

use super::support::{TODAY, World};

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
            assert!(key.zh.chars().any(|c| !c.is_ascii()), "{path}: {} is no 中文名", key.zh);
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

/// Reach, field and value of what a file of the world mentions.
fn mentions(world: &World, path: &str) -> Vec<(Reach, &'static str, Named)> {
    let (catalog, _) = load(world.source());
    let day = Day::of(&catalog, AsOf(TODAY.parse().unwrap()));
    let of_file = mentions_of(&day).iter().filter(|m| catalog.source.path(m.span.file) == path);
    of_file.map(|m| (m.reach, m.key.name, m.what.clone())).collect()
}

#[track_caller]
fn mentioned(world: &World, path: &str, reach: Reach, key: &str, what: &Named) {
    let all = mentions(world, path);
    assert!(all.iter().any(|(r, k, w)| (*r, *k, w) == (reach, key, what)), "{path}: no {key} {what:?} in {all:#?}");
}

#[test]
fn files_mention_days_offices_items_numbers_and_titles() {
    let world = World::new();
    let day = |text: &str| Named::Date(Tense::Past, text.parse().unwrap());
    let (public, inside) = (Reach::Public, Reach::Internal);
    let record = "content/records/alpha/2026-h1.md";
    world.write(record, RECORD);
    mentioned(&world, record, public, "title", &Named::Title("2026年上半年《甲》使用情况".into()));
    mentioned(&world, record, public, "formed_on", &day("2026-07-06"));
    mentioned(&world, record, public, "until", &Named::Date(Tense::Any, "2026-08-07".parse().unwrap()));
    mentioned(&world, record, public, "on", &day("2026-07-08"));
    mentioned(&world, record, public, "index_no", &Named::Number(Register::Index, "X/2026-1".into()));
    mentioned(&world, record, public, "archive_no", &Named::Number(Register::Archive, "2026-001".into()));
    mentioned(&world, record, public, "doc_no", &Named::DocNo("甲〔2026〕1号".into()));
    let exercise = "content/exercises/made.toml";
    world.write(exercise, EXERCISE);
    mentioned(&world, exercise, public, "item", &Named::Item("alpha".into()));
    mentioned(&world, exercise, public, "office", &Named::Office("甲科".into()));
    mentioned(&world, exercise, public, "recorded_on", &day("2026-07-01"));
    mentioned(&world, exercise, inside, "recorded_on", &day("2026-07-02"));
    let agency = mentions(&world, "content/agency.toml");
    assert!(agency.iter().any(|(_, key, _)| *key == "id"), "the offices’ ids are numbers of their own: {agency:#?}");
    let statistics = "content/statistics/2026-h1.toml";
    assert!(mentions(&world, statistics).iter().any(|(_, key, _)| *key == "published_on"));
}

const RECORD: &str = r#"+++
title = "2026年上半年《甲》使用情况"
period = "2026-H1"
formed_on = 2026-07-06
published_on = 2026-07-15
index_no = "X/2026-1"
doc_no = "甲〔2026〕1号"
archive_no = "2026-001"

[review]
by = "局公开办主任"
on = 2026-07-08

[[delivery]]
channel = "公开栏"
on = 2026-07-15
until = 2026-08-07
+++
"#;

const EXERCISE: &str = r#"item = "alpha"
subject = "维修"
office = "甲科"

[[stage]]
kind = "决策"
on = 2026-07-01
what = "同意"
by = "局长办公会"
recorded_on = 2026-07-01
submitted_on = 2026-07-02
published_on = 2026-07-08

[stage.review]
by = "局公开办主任"
on = 2026-07-03

[stage.review.superior]
by = "上级"
on = 2026-07-06

[[stage]]
kind = "执行"
on = 2026-07-02
what = "办理"
by = "甲科"
recorded_on = 2026-07-02
"#;
