//! The worked example of the handbook is what the program derives.

use std::{fs, path::Path};

use chrono::NaiveDate;
use mingjing::{
    calendar::AsOf,
    day::Day,
    edition::{Insiders, PromiseView, Public, promises},
    load::load,
    source::Source,
    text::Lang,
};

const PAGE: &str = "docs/obligations.md";
const HEADER: &str = "| 事项 | 期间或事件 | 公开范围 | 开始 | 期限 | 状态 | 公开日期 | 迟几天 |";
const AS_OF: &str = "2026-07-25";

/// A line of the page's table.
fn line(view: &PromiseView<'_>) -> String {
    let about = view.period.clone().or(view.event.map(|on| on.to_string())).unwrap_or_default();
    let provisional = if view.provisional { "（暂定）" } else { "" };
    let published = view.published_on.map(|on| on.to_string()).unwrap_or_default();
    let cells = [
        view.item_name.to_owned(),
        about,
        view.audience.text.to_owned(),
        view.opens.to_string(),
        format!("{}{provisional}", view.due),
        view.state.text.to_owned(),
        published,
        view.days_late.to_string(),
    ];
    format!("| {} |", cells.join(" | ").replace("|  |", "| |"))
}

fn sorted(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<String> = lines.collect();
    lines.sort();
    lines
}

#[test]
fn table_of_the_handbook_is_what_is_derived() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join(PAGE)).unwrap();
    let rows = page.lines().skip_while(|line| *line != HEADER).skip(2).take_while(|line| line.starts_with('|'));
    let written = sorted(rows.map(str::to_owned));
    assert!(!written.is_empty(), "{PAGE} has no table that begins with {HEADER}");

    let (catalog, _) = load(Source::read(root));
    let today: NaiveDate = AS_OF.parse().unwrap();
    let on = Day::until(&catalog, AsOf(today), today);
    let all = promises::<Insiders>(&on, on.until, Lang::Zh);
    let derived = sorted(all.list.iter().map(|entry| line(&entry.view)));
    let missing: Vec<&String> = derived.iter().filter(|line| !written.contains(line)).collect();
    let wrong: Vec<&String> = written.iter().filter(|line| !derived.contains(line)).collect();
    assert!(missing.is_empty() && wrong.is_empty(), "in {PAGE} write\n{missing:#?}\ninstead of\n{wrong:#?}");
    assert_eq!(written, derived, "a line stands twice, or should");
    assert!(all.undated.is_empty());

    let on = Day::until(&catalog, AsOf(today), today);
    let open = promises::<Public>(&on, on.until, Lang::Zh);
    let open = sorted(open.list.iter().map(|entry| line(&entry.view)));
    assert_eq!(open, sorted(written.into_iter().filter(|line| line.contains("| 社会 |"))));
}
