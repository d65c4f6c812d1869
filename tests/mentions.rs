//! What any kind of file mentions is judged by one rule: planted in every field that its shape says may have it.

use std::collections::BTreeSet;

use mingjing::{
    diag::Files,
    kinds::{End, IdForm, KINDS, KindDef},
    read::{Form, Shape, Tense, Type},
    text::Word,
};

use crate::support::{TODAY, World};

/// A field in which something wrong can be planted: the headers of the tables above it, and it.
struct Field {
    headers: Vec<String>,
    /// Whether the table that it stands in may stand there again.
    is_repeated: bool,
    line: String,
    code: &'static str,
}

/// What is wrong in a field of a type, and the code of the rule that says so.
fn wrong(kind: &Type) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        Type::Date(Tense::Past) => ("2030-01-01", "R106"),
        Type::Dates(Tense::Past) => ("[2030-01-01]", "R106"),
        Type::Text(form) | Type::TextOrTable(form, _) => match form {
            Form::Office => (r#""没有的科室""#, "R101"),
            Form::Item => (r#""nobody""#, "R116"),
            Form::Number(_) => (r#""2019-999""#, "R103"),
            Form::DocNo => (r#""示政发[2024]1号""#, "I105"),
            Form::Title => (r#""《示例""#, "I106"),
            _ => return None,
        },
        Type::Texts(Form::Number(_)) => (r#"["2019-999"]"#, "R103"),
        _ => return None,
    })
}

fn walk(shape: &Shape, above: &str, headers: &[String], is_repeated: bool, fields: &mut Vec<Field>) {
    for field in &shape.fields {
        let key = field.key.name;
        if let Some((value, code)) = wrong(&field.kind) {
            let line = format!("{key} = {value}");
            fields.push(Field { headers: headers.to_vec(), is_repeated, line, code });
        }
        let Some(below) = field.kind.below() else { continue };
        let path = format!("{above}{key}");
        let is_list = matches!(field.kind, Type::Tables(_) | Type::TextsOrTables(_));
        let header = if is_list { format!("[[{path}]]") } else { format!("[{path}]") };
        walk(below, &format!("{path}."), &[headers, &[header]].concat(), is_repeated || is_list, fields);
    }
}

/// The paths of two files of a kind; of one that there is only once, that twice.
fn paths(def: &KindDef) -> [String; 2] {
    let (folder, end) = (def.folder, def.end.as_str());
    match def.id {
        IdForm::Fixed => [(); 2].map(|()| format!("content/{}{end}", def.kind.token())),
        IdForm::Id => ["planted-a", "planted-b"].map(|id| format!("content/{folder}/{id}{end}")),
        IdForm::Year => ["2027", "2028"].map(|id| format!("content/{folder}/{id}{end}")),
        IdForm::OfItem => ["planted-a", "planted-b"].map(|id| format!("content/{folder}/alpha/{id}{end}")),
    }
}

/// The lines at which a code is found in a file.
fn found(world: &World, path: &str, code: &str) -> Vec<String> {
    let (report, catalog) = world.report(TODAY);
    let there = report.findings().iter().filter(|f| f.rule.code == code && catalog.source.path(f.span.file) == path);
    there
        .map(|f| {
            let (text, at) = (catalog.source.text(f.span.file), f.span.range().start);
            let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
            text[start..].lines().next().unwrap_or_default().to_owned()
        })
        .collect()
}

#[test]
fn a_mistake_in_any_field_of_any_kind_is_found_by_the_one_rule() {
    let mut seen = BTreeSet::new();
    for def in KINDS {
        let mut fields = Vec::new();
        walk(&def.shape(), "", &[], false, &mut fields);
        for Field { headers, is_repeated, line, code } in fields {
            let world = World::new();
            let block = format!("{}\n{line}\n", headers.join("\n"));
            let paths = paths(def);
            let is_twice = code == "R103" && paths[0] == paths[1];
            assert!(!is_twice || is_repeated, "{}: {line} can't be there twice", def.kind.token());
            let text = if is_twice { block.repeat(2) } else { block };
            let text = if def.end == End::Markdown { format!("+++\n{text}+++\n") } else { text };
            let files = if code == "R103" { 2 } else { 1 };
            paths.iter().take(files).for_each(|path| world.write(path, &text));
            let found = found(&world, &paths[files - 1], code);
            assert_eq!(found, [line.as_str()], "{} {code}\n{text}", def.kind.token());
            seen.insert((code, def.kind.token()));
        }
    }
    for (code, kinds) in [("R106", 9), ("R101", 5), ("R116", 4), ("R103", 5), ("I105", 3), ("I106", 6)] {
        let there = seen.iter().filter(|(own, _)| *own == code).count();
        assert!(there >= kinds, "{code} is planted in {there} kinds");
    }
}

const NAME: &str = "示例经费使用";
const FORM: &str = "content/exercises/alpha-copier.toml";
const CASE: &str = "content/feedback/2026-08-card.toml";

/// An open file looks names up among open items first: none inside changes what it means. A file inside looks among all.
#[test]
fn an_item_may_be_named_by_its_name() {
    let named = |others: &[(&str, &str)]| {
        let world = World::new();
        world.edit(FORM, "item = \"alpha\"", &format!("item = \"{NAME}\""));
        world.edit(CASE, "item = \"inner\"", &format!("item = \"{NAME}\""));
        for (path, name) in others {
            let text = world.read(path);
            let own = text.lines().find(|line| line.starts_with("name = ")).unwrap().to_owned();
            world.edit(path, &own, &format!("name = \"{name}\""));
        }
        let (report, catalog) = world.report(TODAY);
        let of = |path: &str| {
            report.findings().iter().any(|f| f.rule.code == "R116" && catalog.source.path(f.span.file) == path)
        };
        let open: Vec<String> = catalog.open.exercises.iter().map(|e| e.item.value.clone()).collect();
        (of(FORM), of(CASE), open.contains(&"alpha".to_owned()))
    };
    assert_eq!(named(&[]), (false, false, true), "one has it");
    assert_eq!(named(&[("content/items/inner.toml", NAME)]), (false, true, true), "one inside has it too");
    assert_eq!(named(&[("content/items/beta.toml", NAME)]), (true, true, false), "another open one has it");
    assert_eq!(named(&[("content/items/alpha.toml", "改了名")]), (true, true, false), "none has it");
}
