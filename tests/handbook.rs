//! The handbook says what the program does: what is reckoned, which rules there are, where the code stands.

use std::{collections::BTreeSet, fs, path::Path};

use mingjing::{
    calendar::AsOf,
    day::Day,
    edition::{AspectView, Insiders, project},
    load::load,
    source::Source,
};

const PAGE: &str = "docs/assessment.md";
const ITEMS: &str = "| 科室 | 事项 | 内容、范围、形式 | 时限 |";
const POINTS: &str = "| 科室 | 岗位知晓 | 落实 | 时限、质量 | 评价 | 合计 |";
const AS_OF: &str = "2026-11-24";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of a table of the page, by its heading.
fn rows(page: &str, header: &str) -> Vec<String> {
    let rows = page.lines().skip_while(|line| *line != header).skip(2).take_while(|line| line.starts_with('|'));
    let rows: Vec<String> = rows.map(str::to_owned).collect();
    assert!(!rows.is_empty(), "{PAGE} has no table that begins with {header}");
    rows
}

fn row(name: &str, aspects: &[AspectView], total: &str) -> String {
    let cell = |AspectView { share, points, .. }: &AspectView| format!("{points}（{}/{}）", share.part, share.whole);
    let cells: Vec<String> = aspects.iter().map(cell).collect();
    format!("| {name} | {} | {} |", cells.join(" | "), total)
}

#[test]
fn assessment_worked_out_by_hand_is_what_is_reckoned() {
    let page = fs::read_to_string(root().join(PAGE)).unwrap();
    let (catalog, _) = load(Source::read(root()));
    let as_of = AsOf(AS_OF.parse().unwrap());
    let day = Day::of(&catalog, as_of);
    let assessments = project::<Insiders>(&day).inside.assessments;
    let assessment = assessments.iter().find(|a| a.route.as_str() == "assessments/2026-h1.html");
    let reckoning = assessment.and_then(|a| a.reckoning.as_ref()).expect("the sample has it");
    let mut items = Vec::new();
    let mut points = Vec::new();
    for office in &reckoning.offices {
        let name = office.office.name;
        for item in &office.items {
            let (scope, time) = (item.scope, item.timeliness);
            assert_eq!(item.lowered.len() as u32, scope.whole - scope.part + time.whole - time.part);
            let item = item.item.name;
            items.push(format!("| {name} | {item} | {}/{} | {}/{} |", scope.part, scope.whole, time.part, time.whole));
        }
        points.push(row(name, &office.aspects, &office.total));
    }
    points.push(row("全局", &reckoning.house, &reckoning.total));
    let mut written = rows(&page, ITEMS);
    written.sort();
    items.sort();
    assert_eq!(written, items, "the items in {PAGE}");
    assert_eq!(rows(&page, POINTS), points, "the points in {PAGE}");
}

/// 一、二、三 …: each part of a page has its number, and none has another's.
#[test]
fn parts_are_numbered_one_after_the_other() {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let number = |n: usize| match (n / 10, n % 10) {
        (0, ones) => DIGITS[ones].to_owned(),
        (1, ones) => format!("十{}", DIGITS[ones]),
        (tens, ones) => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
    };
    let numbers: Vec<String> = (1..100).map(number).collect();
    for entry in fs::read_dir(root().join("docs")).unwrap() {
        let place = entry.unwrap().path();
        let Some(page) = fs::read_to_string(&place).ok().filter(|_| place.extension().is_some_and(|e| e == "md"))
        else {
            continue;
        };
        let headings = page.lines().filter_map(|line| line.strip_prefix("## ")?.split_once('、'));
        let found: Vec<usize> =
            headings.filter_map(|(number, _)| numbers.iter().position(|known| known == number)).collect();
        let first = found.first().copied().unwrap_or_default();
        let expected: Vec<usize> = (first..first + found.len()).collect();
        assert_eq!(found, expected, "{}", place.display());
    }
}

/// Codes of rules in a text: a capital and three digits that stand alone.
fn codes(text: &str) -> impl Iterator<Item = &str> {
    let is_code = |word: &&str| {
        let (letter, digits) = word.split_at_checked(1).unwrap_or_default();
        "ABGILRSTW".contains(letter) && digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(is_code)
}

fn document(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn rules_that_documents_name_exist_and_each_of_the_boundary_is_explained_to_reviewers() {
    let known: BTreeSet<&str> = mingjing::rules::all().iter().map(|rule| rule.code).collect();
    let retired: BTreeSet<&str> = mingjing::diag::RETIRED.iter().map(|gone| gone.code).collect();
    let handbook = fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().file_name());
    let handbook = handbook.map(|name| format!("docs/{}", name.display())).filter(|path| path.ends_with(".md"));
    let others = ["README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CHANGELOG.md"].map(str::to_owned);
    for path in handbook.chain(others) {
        let text = document(&path);
        let told = if path == "CHANGELOG.md" { &retired } else { &BTreeSet::new() };
        let unknown: BTreeSet<&str> =
            codes(&text).filter(|code| !known.contains(code) && !told.contains(code)).collect();
        assert!(unknown.is_empty(), "{path} names {unknown:?}, which is no rule");
    }
    let reviewers = document("docs/reviewer.md");
    let explained: BTreeSet<&str> =
        reviewers.lines().filter_map(|line| line.strip_prefix("| B")).filter_map(|rest| rest.get(..3)).collect();
    let boundary: BTreeSet<&str> = known.iter().filter_map(|code| code.strip_prefix('B')).collect();
    assert_eq!(explained, boundary, "the table of rules B in docs/reviewer.md");
    let families: BTreeSet<&str> = known.iter().map(|code| &code[..1]).collect();
    let letters = document("docs/rules.md");
    let letters: BTreeSet<&str> =
        letters.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" |")).map(|(l, _)| l).collect();
    assert!(families.is_subset(&letters), "docs/rules.md has no line for {:?}", families.difference(&letters));
}

#[test]
fn the_architecture_names_the_modules() {
    let architecture = document("ARCHITECTURE.md");
    let library = document("src/lib.rs");
    let modules: Vec<&str> = library.lines().filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let order = format!("{} < main", modules.join(" < "));
    assert!(architecture.contains(&order), "the order in ARCHITECTURE.md is not: {order}");
    for module in modules {
        assert!(architecture.contains(&format!("src/{module}")), "its layout has no src/{module}");
    }
    for folder in ["src/barrier", "src/publish"] {
        let line = architecture.lines().find(|line| line.starts_with(folder)).expect("a line of the layout");
        let named: BTreeSet<&str> = line.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let place = entry.unwrap().path();
            let stem = place.file_stem().unwrap().to_str().unwrap();
            assert!(named.contains(stem) || ["mod", "rules"].contains(&stem), "{folder}: no {stem} in its line");
        }
    }
}
