//! The handbook's page on assessments is what is reckoned.

use std::{fs, path::Path};

use mingjing::{
    calendar::AsOf,
    check::Facts,
    model::load,
    supervision::{Aspect, reckon, total},
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

fn row(name: &str, aspects: &[Aspect; 4]) -> String {
    let cell = |Aspect { share, points, .. }: &Aspect| format!("{}（{}/{}）", points.shown(), share.part, share.whole);
    let cells: Vec<String> = aspects.iter().map(cell).collect();
    format!("| {name} | {} | {} |", cells.join(" | "), total(aspects).shown())
}

#[test]
fn assessment_worked_out_by_hand_is_what_is_reckoned() {
    let page = fs::read_to_string(root().join(PAGE)).unwrap();
    let (catalog, _) = load(root());
    let as_of = AsOf(AS_OF.parse().unwrap());
    let clearance = Facts::new(&catalog, as_of).clearance;
    let reckonings = reckon(&catalog, as_of, &clearance);
    let reckoning = reckonings.iter().find(|r| r.assessment.id == "2026-h1").expect("the sample has it");
    let mut items = Vec::new();
    let mut points = Vec::new();
    for office in &reckoning.offices {
        let name = &office.office.name.value;
        for item in &office.items {
            let (scope, time) = (item.scope, item.timeliness);
            assert_eq!(item.lowered.len() as u32, scope.whole - scope.part + time.whole - time.part);
            let item = &item.item.name.value;
            items.push(format!("| {name} | {item} | {}/{} | {}/{} |", scope.part, scope.whole, time.part, time.whole));
        }
        points.push(row(name, &office.aspects));
    }
    points.push(row("全局", &reckoning.house));
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
