//! The default theme: its strings are complete and used, its templates keep the rules of `file://`.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use crate::support::World;

type Outcome = Result<(), Box<dyn Error>>;

fn theme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default")
}

fn templates() -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(theme().join("templates"))? {
        let path = entry?.path();
        all.insert(path.display().to_string(), fs::read_to_string(&path)?);
    }
    Ok(all)
}

fn keys(lang: &str) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let text = fs::read_to_string(theme().join(format!("strings/{lang}.toml")))?;
    let table = toml::de::DeTable::parse(&text)?;
    Ok(table.get_ref().keys().map(|key| key.get_ref().to_string()).collect())
}

/// Every `t.key` of a template.
fn used(template: &str) -> impl Iterator<Item = String> + '_ {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    template.match_indices("t.").filter_map(move |(at, found)| {
        let stands_alone = !template[..at].ends_with(|c: char| is_part(c) || c == '.');
        let key: String = template[at + found.len()..].chars().take_while(|c| is_part(*c)).collect();
        (stands_alone && !key.is_empty()).then_some(key)
    })
}

#[test]
fn strings_are_complete_and_used() -> Outcome {
    let (chinese, english) = (keys("zh-CN")?, keys("en")?);
    assert_eq!(chinese, english);
    let used: BTreeSet<String> = templates()?.values().flat_map(|t| used(t).collect::<Vec<_>>()).collect();
    assert_eq!(used, chinese);
    Ok(())
}

#[test]
fn templates_show_no_words_of_their_own() -> Outcome {
    for (path, text) in templates()? {
        let word = text.chars().find(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
        assert_eq!(word, None, "{path}");
    }
    Ok(())
}

#[test]
fn templates_keep_the_rules_of_file_addresses() -> Outcome {
    let forbidden = [
        "style=",
        "<style",
        "<script",
        "javascript:",
        "onclick",
        "onload",
        "src=\"http",
        "href=\"http",
        "href=\"/",
        "url(",
        "<iframe",
        "<form",
    ];
    for (path, text) in templates()? {
        for needle in forbidden {
            assert!(!text.contains(needle), "{path}: {needle}");
        }
    }
    let style = fs::read_to_string(theme().join("assets/style.css"))?;
    assert!(!style.contains("url(") && !style.contains("@import"));
    Ok(())
}

#[test]
fn what_the_template_engine_refuses_is_said_in_both_languages() {
    let cases = [
        (
            "<p>\n{{ }}\n",
            "模板 text.html 第 2 行写法有误（程序库原文：",
            "line 2 of the template text.html is malformed",
        ),
        (
            "{{ 1 / \"a\" }}",
            "模板 text.html 第 1 行无法执行（程序库原文：",
            "line 1 of the template text.html can't be",
        ),
        ("{% extends \"none.html\" %}", "所继承的模板 none.html 不存在", "extends none.html, which is not there"),
    ];
    for (template, zh, en) in cases {
        let world = World::new();
        world.write("themes/default/templates/text.html", template);
        world.run(&["build", "--lang", "zh"]).expect(1, zh);
        world.run(&["build"]).expect(1, en);
    }
}
