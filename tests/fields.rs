//! `docs/fields.md`, the fields of every kind of file, is what the shapes say. `BLESS=1` writes it anew.

use std::{fmt::Write, fs, path::Path};

use mingjing::{
    kinds::KINDS,
    read::{Field, Form, Need, Shape, Type, Vocable},
    text::{Lang, Word},
};

const HEAD: &str = "# 字段表

> **English.** Every field of every kind of file, generated from the program's own readers; `mingjing schema KIND` says the same to an editor.

本页由程序的读取代码生成，不要手工修改。每类文件一张表，表里的表另列。“必填”一栏空着的可以不写。写法和道理见[填报手册](clerk.md)。
";

fn words(words: &[Vocable]) -> String {
    words.iter().map(|word| word.zh).collect::<Vec<_>>().join("、")
}

fn form(form: &Form) -> String {
    match form {
        Form::Free => "文字".to_owned(),
        Form::Title => "文字，书名号和括号要配对".to_owned(),
        Form::DocNo => "文号".to_owned(),
        Form::Office => "科室".to_owned(),
        Form::Item => "事项".to_owned(),
        Form::Number(_) => "编号，不得重复".to_owned(),
        Form::Grammar(grammar) => format!("{}，如 {}", grammar.zh, grammar.examples.join("、")),
        Form::WordOr(all, grammar) => format!("{}；或者{}，如 {}", words(all), grammar.zh, grammar.examples.join("、")),
    }
}

fn kind(kind: &Type) -> String {
    match kind {
        Type::Text(text) => form(text),
        Type::Texts(text) => format!("列表：{}", form(text)),
        Type::Date(_) => "日期".to_owned(),
        Type::Dates(_) => "列表：日期".to_owned(),
        Type::Flag(absent) => format!("true 或 false，不写是 {absent}"),
        Type::Integer(..) => "整数".to_owned(),
        Type::Word(all) => words(all),
        Type::Words(all) => format!("列表：{}", words(all)),
        Type::Counts(all) => format!("各有几件：{}", words(all)),
        Type::Table(_) => "表".to_owned(),
        Type::Tables(_) => "若干段".to_owned(),
        Type::TextOrTable(text, _) => format!("{}；或者表", form(text)),
        Type::TextsOrTables(_) => "列表：文字或者表".to_owned(),
    }
}

fn need(field: &Field, shape: &Shape) -> String {
    let others = shape.choices.iter().find(|choice| choice.keys.contains(&field.key));
    match (&field.need, others) {
        (Need::Always, _) => "必填".to_owned(),
        (Need::When(key, word), _) => format!("{}是{}时", key.zh, word.zh),
        (Need::Optional, Some(choice)) => {
            let keys: Vec<String> = choice.keys.iter().map(|key| format!("`{}`", key.name)).collect();
            let keys = keys.join("、");
            match (choice.least, choice.most) {
                (0, _) => format!("{keys} 至多一个"),
                (_, 1) => format!("{keys} 写一个"),
                _ => format!("{keys} 至少一个"),
            }
        }
        (Need::Optional, None) => String::new(),
    }
}

/// A table of a shape, then those of the tables below it.
fn table(title: &str, shape: &Shape, out: &mut String) {
    let _ = write!(out, "\n{title}\n\n| 字段 | 名称 | 必填 | 写什么 | 说明 | 例 |\n|---|---|---|---|---|---|\n");
    for field in &shape.fields {
        let key = field.key;
        let example = if key.example.is_empty() { String::new() } else { format!("`{}`", key.example) };
        let (need, kind) = (need(field, shape), kind(&field.kind));
        let _ = writeln!(out, "| `{}` | {} | {need} | {kind} | {} | {example} |", key.name, key.zh, key.about_zh);
    }
    for field in &shape.fields {
        let Some(below) = field.kind.below() else { continue };
        let path = title.trim_matches(['#', ' ', '*', '`', '[', ']']);
        let path =
            if title.starts_with('#') { field.key.name.to_owned() } else { format!("{path}.{}", field.key.name) };
        let shown = if matches!(field.kind, Type::Tables(_)) { format!("[[{path}]]") } else { format!("[{path}]") };
        table(&format!("**`{shown}`**"), below, out);
    }
}

#[test]
fn the_page_of_fields_is_what_the_shapes_say() {
    let mut made = HEAD.to_owned();
    for def in KINDS {
        let place = def.place(Lang::Zh);
        table(&format!("## {}：`{place}`", def.kind.zh()), &def.shape(), &mut made);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/fields.md");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &made).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == made, "docs/fields.md is not what the shapes say: BLESS=1 cargo test fields:: writes it anew");
}
