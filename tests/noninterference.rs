//! Nothing internal shapes a public byte: change, break, add or delete it, and the public tree stays as it was.

use std::{fs, sync::LazyLock};

use crate::support::edits::{case, item, page, quoted, renumber, waiver};
use crate::support::{Tree, World, search, world_files};
use mingjing::build::{Failure, Sides};
use proptest::prelude::*;

/// Files of the world that are internal as a whole.
const INSIDE: [&str; 19] = [
    "items/inner.toml",
    "items/inner-plan.toml",
    "records/inner/2026-03.md",
    "records/inner/2026-03.csv",
    "records/inner/2026-03-list.txt",
    "records/inner-plan/2026.md",
    "records/beta/2026-hidden.md",
    "records/alpha/2026-h1.internal.md",
    "pages/about.internal.md",
    "pages/handbook.md",
    "waivers.toml",
    "exercises/inner-travel.toml",
    "filings/2026-h1.toml",
    "accountability/2026-late-table.toml",
    "assessments/2026-h1.toml",
    "inspections/2026-08-rooms.toml",
    "feedback/2026-05-call.toml",
    "feedback/2026-08-card.toml",
    "statistics/2025-h2.toml",
];
/// Files that show a part to everyone: their `[internal]` tables, by-lines and numbers are not of that part, nor is what
/// stands beside a `[release]`.
const MIXED: [&str; 11] = [
    "site.toml",
    "agency.toml",
    "items/alpha.toml",
    "items/beta.toml",
    "records/alpha/2026-h1.md",
    "records/alpha/2025-h2.md",
    "records/beta/2026-notice.md",
    "pages/about.md",
    COPIER,
    RELEASED,
    "statistics/2026-h1.toml",
];
/// An exercise of which two stages are public and one is held.
const COPIER: &str = "exercises/alpha-copier.toml";

/// A complaint of which something is released, and which is counted in statistics that are out.
const RELEASED: &str = "feedback/2026-04-box.toml";

/// The public site of the world as it is.
static PUBLIC: LazyLock<Tree> = LazyLock::new(|| World::new().public(Sides::Public));

/// One thing done to internal content. Numbers pick a place, texts say what is written there.
#[derive(Clone, Debug)]
enum Edit {
    /// One of the strings that stand only inside is another.
    Reword(usize, String),
    /// The annex table of a public file says something else, or has mistakes.
    Annex(usize, Table),
    /// A reviewer has another name.
    Reviewer(usize, String),
    /// The stage that is held is gone, another, or one of several.
    Held(Vec<Held>),
    /// A line of a complaint beside its release is another, or gone.
    Case(usize, usize),
    /// A number of the archive or of a register is another.
    Number(usize, u16),
    AddItem(u8, bool, String),
    AddRecord(u8, Side, String),
    AddPage(u8, bool, String),
    AddAnnex(usize, String),
    AddWaiver(String),
    Table(Vec<[String; 2]>),
    Attachment(Vec<u8>),
    Delete(usize),
    Break(usize, usize),
}

#[derive(Clone, Debug)]
enum Table {
    Gone,
    Says(String),
    Broken(usize),
}

/// A stage that waits for its review, sound or not: its kind, its days from 2026-06-03 on, what it says, and which
/// reviews it has.
#[derive(Clone, Debug)]
struct Held {
    kind: &'static str,
    on: u8,
    recorded: u8,
    submitted: Option<u8>,
    what: String,
    reviews: u8,
}

/// Where an added record hangs, and why it is internal.
#[derive(Clone, Copy, Debug)]
enum Side {
    InternalItem,
    InternalRecord,
    Draft,
    NoSuchItem,
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[龘靐齉爩鱻麤龗灪籱]{2,12}",
        2 => "[龘靐齉爩a-z<>&\"'/\\\\{}%。\t]{2,24}",
        1 => prop::sample::select(vec!["综合科", "示例", "2026", "3", "公开", "2026-07-15", "2026年", "content", "section"])
            .prop_map(str::to_owned),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    let table = prop_oneof![Just(Table::Gone), text().prop_map(Table::Says), any::<usize>().prop_map(Table::Broken)];
    let side = prop::sample::select(vec![Side::InternalItem, Side::InternalRecord, Side::Draft, Side::NoSuchItem]);
    let row = [text(), text()];
    prop_oneof![
        4 => (any::<usize>(), text()).prop_map(|(at, text)| Edit::Reword(at, text)),
        2 => (any::<usize>(), table).prop_map(|(at, table)| Edit::Annex(at, table)),
        1 => (any::<usize>(), text()).prop_map(|(at, text)| Edit::Reviewer(at, text)),
        3 => prop::collection::vec(held(), 0..3).prop_map(Edit::Held),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(at, how)| Edit::Case(at, how)),
        1 => (any::<usize>(), any::<u16>()).prop_map(|(at, number)| Edit::Number(at, number)),
        1 => (any::<u8>(), any::<bool>(), text()).prop_map(|(id, draft, text)| Edit::AddItem(id, draft, text)),
        2 => (any::<u8>(), side, text()).prop_map(|(id, side, text)| Edit::AddRecord(id, side, text)),
        1 => (any::<u8>(), any::<bool>(), text()).prop_map(|(id, draft, text)| Edit::AddPage(id, draft, text)),
        1 => (any::<usize>(), text()).prop_map(|(at, text)| Edit::AddAnnex(at, text)),
        1 => text().prop_map(Edit::AddWaiver),
        1 => prop::collection::vec(row, 1..4).prop_map(Edit::Table),
        1 => prop::collection::vec(any::<u8>(), 0..64).prop_map(Edit::Attachment),
        2 => any::<usize>().prop_map(Edit::Delete),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(at, how)| Edit::Break(at, how)),
    ]
}

fn held() -> impl Strategy<Value = Held> {
    let kind = prop::sample::select(vec!["决策", "执行", "结果", "受理", "办理中", "办结"]);
    (kind, 0..90_u8, 0..90_u8, prop::option::of(0..90_u8), text(), 0..3_u8).prop_map(
        |(kind, on, recorded, submitted, what, reviews)| Held { kind, on, recorded, submitted, what, reviews },
    )
}

type Files = Tree;

fn content(path: &str) -> String {
    format!("content/{path}")
}

fn get(files: &Files, path: &str) -> Option<String> {
    files.get(&content(path)).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
}

fn put(files: &mut Files, path: &str, bytes: impl Into<Vec<u8>>) {
    files.insert(content(path), bytes.into());
}

fn apply(edit: &Edit, files: &mut Files) {
    match edit {
        Edit::Reword(at, text) => reword(files, *at, text),
        Edit::Annex(at, table) => annex(files, MIXED[at % MIXED.len()], table),
        Edit::Reviewer(at, text) => reviewer(files, *at, text),
        Edit::Held(stages) => hold(files, stages),
        Edit::Case(at, how) => {
            let text = get(files, RELEASED).expect("mixed files stay");
            put(files, RELEASED, case(&text, *at, *how));
        }
        Edit::Number(at, number) => {
            let path = MIXED[4 + at % 3];
            let text = get(files, path).expect("mixed files stay");
            put(files, path, renumber(&text, *number));
        }
        Edit::AddItem(id, draft, name) => put(files, &format!("items/z{id}.toml"), item(*draft, name)),
        Edit::AddRecord(id, side, title) => record(files, *id, *side, title),
        Edit::AddPage(id, draft, title) => put(files, &format!("pages/z{id}.md"), page(*draft, title)),
        Edit::AddAnnex(at, text) => {
            // Items, records and pages have sibling annexes.
            let of = MIXED[2 + at % 6].rsplit_once('.').expect("an ending").0;
            put(files, &format!("{of}.internal.md"), text.as_str());
        }
        Edit::AddWaiver(text) => put(files, "waivers.toml", waiver(text)),
        Edit::Table(rows) => {
            let rows =
                rows.iter().map(|row| row.each_ref().map(|c| format!("\"{}\"", c.replace('"', "\"\""))).join(","));
            put(files, "records/inner/2026-03.csv", rows.collect::<Vec<_>>().join("\n"));
        }
        Edit::Attachment(bytes) => put(files, "records/inner/2026-03-list.txt", bytes.as_slice()),
        Edit::Delete(at) => delete(files, INSIDE[at % INSIDE.len()]),
        Edit::Break(at, how) => break_file(files, INSIDE[at % INSIDE.len()], *how),
    }
}

/// Deletes a file; an item with its records and forms, for without it nobody can tell whose they are.
fn delete(files: &mut Files, path: &str) {
    files.remove(&content(path));
    if let Some(id) = path.strip_prefix("items/").and_then(|file| file.strip_suffix(".toml")) {
        let form = format!("item = \"{id}\"\n");
        files.retain(|path, bytes| {
            let is_form = path.starts_with("content/exercises/") && String::from_utf8_lossy(bytes).starts_with(&form);
            !is_form && !path.starts_with(&format!("content/records/{id}/"))
        });
    }
}

/// Rewrites the string that has the n-th 金丝雀.
fn reword(files: &mut Files, at: usize, text: &str) {
    let has = |bytes: &[u8]| String::from_utf8_lossy(bytes).matches("金丝雀").count();
    let count: usize = files.values().map(|bytes| has(bytes)).sum();
    let Some(mut at) = at.checked_rem(count) else { return };
    for (path, bytes) in files.iter_mut() {
        let old = String::from_utf8_lossy(bytes).into_owned();
        if at >= has(bytes) {
            at -= has(bytes);
            continue;
        }
        let place = old.match_indices("金丝雀").nth(at).expect("counted").0;
        let line = old[..place].rfind('\n').map_or(0, |i| i + 1);
        let end = old[place..].find('\n').map_or(old.len(), |i| place + i);
        let key = old[line..end].split_once(" = \"").map(|(key, _)| key);
        let new = match key {
            Some(key) if path.ends_with(".toml") || path.ends_with(".md") => format!("{key} = {}", quoted(text)),
            _ => old[line..end].replace("金丝雀", "龘靐"),
        };
        *bytes = format!("{}{new}{}", &old[..line], &old[end..]).into_bytes();
        return;
    }
}

/// Puts another annex table into a file, before its body.
fn annex(files: &mut Files, path: &str, table: &Table) {
    let text = get(files, path).expect("mixed files stay");
    let (head, tail) = match text.strip_prefix("+++\n").and_then(|t| t.split_once("\n+++\n")) {
        Some((head, body)) => (format!("+++\n{head}\n"), format!("+++\n{body}")),
        None => (text, String::new()),
    };
    let head = head.split("[internal]").next().expect("at least one part");
    let table = match table {
        Table::Gone => String::new(),
        Table::Says(text) => format!("[internal]\nnote = {}\n", quoted(text)),
        Table::Broken(how) => {
            let bad = ["note = 3", "note = \"\"", "nota = \"龘\"", "phone = [\"鱻\"]", "handler = 2026-01-01"];
            format!("[internal]\n{}\n", bad[how % bad.len()])
        }
    };
    put(files, path, format!("{head}{table}{tail}"));
}

/// Puts other stages in the place of those that are held.
fn hold(files: &mut Files, stages: &[Held]) {
    let text = get(files, COPIER).expect("mixed files stay");
    let (open, annex) = text.split_once("[internal]").unwrap_or((&text, ""));
    let public: Vec<&str> = open.split("[[stage]]").take(3).collect();
    let first = chrono::NaiveDate::from_ymd_opt(2026, 6, 3).expect("a day");
    let day = |after: u8| first + chrono::Days::new(u64::from(after));
    let held = stages.iter().map(|stage| {
        let Held { kind, on, recorded, submitted, what, reviews } = stage;
        let what = quoted(&format!("龘{what}"));
        let submitted = submitted.map(|on| format!("submitted_on = {}\n", day(on))).unwrap_or_default();
        let signs = ["[stage.review]", "[stage.review.superior]"].iter().take(usize::from(*reviews));
        let signs: Vec<String> = signs.map(|table| format!("{table}\nby = {what}\non = {}\n", day(89))).collect();
        let signs = signs.concat();
        let (on, recorded) = (day(*on), day(*recorded));
        format!(
            "kind = \"{kind}\"\non = {on}\nwhat = {what}\nby = {what}\nrecorded_on = {recorded}\n{submitted}{signs}"
        )
    });
    let stages: Vec<String> = public.into_iter().map(str::to_owned).chain(held).collect();
    put(files, COPIER, format!("{}\n[internal]\n{annex}", stages.join("[[stage]]\n").replace("]]\n\n", "]]\n")));
}

fn reviewer(files: &mut Files, at: usize, text: &str) {
    let path = MIXED[2 + at % 6];
    let old = get(files, path).expect("mixed files stay");
    let lines = old
        .lines()
        .map(|line| if line.starts_with("by = ") { format!("by = {}", quoted(text)) } else { line.to_owned() });
    let new = lines.collect::<Vec<_>>().join("\n");
    put(files, path, new + "\n");
}

fn record(files: &mut Files, id: u8, side: Side, title: &str) {
    let (item, extra) = match side {
        Side::InternalItem if files.contains_key(&content("items/inner.toml")) => {
            ("inner", "published_on = 2026-02-02\n")
        }
        Side::InternalItem => return,
        Side::InternalRecord => ("beta", "published_on = 2026-02-02\naudience = \"internal\"\n"),
        Side::Draft => ("alpha", ""),
        Side::NoSuchItem => ("nowhere", "audience = \"internal\"\n"),
    };
    let title = quoted(title);
    let text = format!(
        "+++\ntitle = {title}\noccurred_on = 2026-02-01\nformed_on = 2026-02-02\n{extra}summary = {title}\n+++\n\n正文鱻鱻鱻鱻鱻鱻鱻鱻鱻。\n"
    );
    put(files, &format!("records/{item}/z{id}.md"), text);
}

/// Leaves a file broken, after the line that says whose it is.
fn break_file(files: &mut Files, path: &str, how: usize) {
    let Some(old) = get(files, path) else { return };
    let junk = ["= = =\n", "x = \n", "[[[\n", "unknown_key = 1\n", "\"\"\"\n", "status = 7\n"];
    let junk = junk[how % junk.len()];
    let new = match old.strip_suffix("+++\n").or(old.split_once("\n+++\n").map(|(head, _)| head)) {
        Some(head) => format!("{head}\n{junk}+++\n"),
        None => format!("{old}\n{junk}"),
    };
    put(files, path, new);
}

/// The laws, on files that differ from the world in internal things only.
fn unmoved(files: &Files) {
    let world = World::of(files);
    assert_same(&world.public(Sides::Public));
    fs::remove_dir_all(world.at("output")).unwrap();
    match world.build(Sides::Both) {
        Ok(_) => assert_same(&world.tree("public")),
        Err(Failure::Findings(_)) => assert!(world.tree("public").is_empty() && world.tree("internal").is_empty()),
        Err(other) => panic!("{other:?}"),
    }
}

fn assert_same(public: &Tree) {
    let paths = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(public), paths(&PUBLIC));
    for (path, bytes) in public {
        assert!(bytes == &PUBLIC[path], "{path} differs:\n{}", String::from_utf8_lossy(bytes));
    }
}

proptest! {
    #![proptest_config(search(40, 20_260_910))]

    #[test]
    fn edits_inside_move_no_public_byte(edits in prop::collection::vec(edit(), 1..8)) {
        let mut files = world_files();
        for edit in &edits {
            apply(edit, &mut files);
        }
        unmoved(&files);
    }
}

#[test]
fn a_public_clone_builds_the_same_site() {
    let mut files = world_files();
    for path in INSIDE {
        delete(&mut files, path);
    }
    for path in MIXED {
        annex(&mut files, path, &Table::Gone);
    }
    // Of a complaint such a clone has what was released, and nothing else.
    let released = get(&files, RELEASED).expect("mixed files stay");
    put(&mut files, RELEASED, &released[released.find("[release]").expect("a release")..]);
    unmoved(&files);
}

#[test]
fn every_internal_file_may_go_or_break_by_itself() {
    for path in INSIDE {
        let mut files = world_files();
        delete(&mut files, path);
        unmoved(&files);
        let mut files = world_files();
        break_file(&mut files, path, 0);
        unmoved(&files);
    }
}

#[test]
fn an_edit_outside_does_move_it() {
    let world = World::new();
    world.write("content/items/gamma.toml", world.read("content/items/beta.toml").replace("场地", "车位"));
    assert_ne!(world.public(Sides::Public), *PUBLIC);
}
