//! A record that was withdrawn: its address says so, and nothing else of it is left.

use serde_json::Value;

use super::page;
use crate::support::{Tree, World, build_into};
use mingjing::build::Sides;

const H1: &str = "content/records/alpha/2026-h1.md";
const NOTICE: &str = "content/records/beta/2026-notice.md";
const ADDRESS: &str = "records/alpha/2026-h1.html";
const TITLE: &str = "2026年上半年示例经费使用情况";
const WITHDRAWN: &str = "[[revision]]\non = 2026-08-20\nkind = \"撤回\"\nreason = \"明细表误列了不应公开的支出。\"\nwhat = \"撤下全部内容。\"\n";
const RETITLED: &str = "title = \"一份经费材料\"\n";

/// What stands in the record and in the files beside it.
const CONTENT: [&str; 17] = [
    "上半年领取",
    "9.40",
    "12.00",
    "明示发〔2026〕7号",
    "2026-006",
    "分月明细表",
    "编制说明",
    "按实际发生数列示",
    "867e7dee62ee",
    "6月数额录入有误",
    "由1.80更正为1.90",
    "2026-07-31",
    "2026-h1.csv",
    "2026-h1.xlsx",
    "2026-h1-notes.txt",
    "月份",
    "撤下全部内容",
];

/// The world with a withdrawal before the annex of a record.
fn withdrawn(record: &str, revision: &str) -> World {
    let world = World::new();
    add(&world, record, revision);
    world
}

fn add(world: &World, record: &str, revision: &str) {
    let text = world.read(record);
    let before = if text.contains("\n[internal]\n") { "\n[internal]\n" } else { "\n+++\n\n" };
    world.write(record, text.replacen(before, &format!("\n{revision}{before}"), 1));
}

/// The files that have a text.
fn having(tree: &Tree, text: &str) -> Vec<String> {
    let has = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(text);
    tree.iter().filter(|(_, bytes)| has(bytes)).map(|(path, _)| path.clone()).collect()
}

/// The promise of an item and a period or an event, as `due` prints it.
fn owed(world: &World, as_of: &str, item: &str, of: (&str, &str)) -> Value {
    let run = world.run(&["due", "--format", "json", "--all", "--as-of", as_of]);
    let document: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.said()));
    let all = document["obligations"].as_array().unwrap().clone();
    let found: Vec<Value> =
        all.into_iter().filter(|o| o["item"] == item && o[of.0] == of.1 && o["record"] != "inner-travel").collect();
    let [one] = found.as_slice() else { panic!("{found:?}") };
    one.clone()
}

#[test]
fn nothing_of_a_withdrawn_record_is_left_but_that_it_was_withdrawn() {
    let world = withdrawn(H1, &format!("{WITHDRAWN}{RETITLED}"));
    let public = world.public(Sides::Public);
    for text in CONTENT.into_iter().chain([TITLE]) {
        assert_eq!(having(&public, text), Vec::<String>::new(), "{text}");
    }
    for path in public.keys() {
        assert!(!path.starts_with("records/alpha/2026-h1") || path == ADDRESS, "{path}");
    }
    let own = page(&public, ADDRESS);
    for said in ["已撤回", "2026-08-20", "明细表误列了不应公开的支出。", "SL00/2026-00002", "一份经费材料"]
    {
        assert!(own.contains(said), "no {said} in {own}");
    }
    assert!(!own.contains("有效") && !own.contains("2026-07-15"), "{own}");
    assert_eq!(having(&public, "一份经费材料"), [ADDRESS], "its title stands nowhere else");
    assert_eq!(having(&public, "明细表误列了"), [ADDRESS]);
}

#[test]
fn its_own_title_stays_on_its_page_alone() {
    let public = withdrawn(H1, WITHDRAWN).public(Sides::Public);
    assert_eq!(having(&public, TITLE), [ADDRESS]);
}

#[test]
fn lists_do_not_lead_to_it_and_the_archive_keeps_date_and_index_number() {
    let public = withdrawn(H1, WITHDRAWN).public(Sides::Public);
    let mut leading = having(&public, ADDRESS);
    leading.retain(|path| !path.starts_with("archive/") && !path.starts_with("timeliness") && path != ADDRESS);
    // A link that others wrote still leads to the address, and so does the promise that is open again.
    assert_eq!(
        leading,
        ["items/alpha.html", "manifest.sha256", "records/beta/2026-notice.html", "sitemap.xml"],
        "home, feed, lists, year, office and category pages have it no more"
    );
    let table = page(&public, "archive/2026.csv");
    let line = table.lines().find(|line| line.contains(ADDRESS)).expect("its line");
    assert!(line.contains("2026-07-15") && line.contains("SL00/2026-00002") && line.contains("撤回"), "{line}");
    assert_eq!(table.lines().filter(|line| line.contains("SL00/2026-00002")).count(), 1, "{table}");
    let archive = page(&public, "archive/2026.html");
    let line = archive.lines().find(|line| line.contains(ADDRESS)).expect("its line");
    assert!(line.contains("2026-07-15") && line.contains("SL00/2026-00002") && line.contains("已撤回"), "{line}");
}

#[test]
fn whatever_was_withdrawn_shapes_no_public_byte() {
    let revision = format!("{WITHDRAWN}{RETITLED}");
    let before = withdrawn(H1, &revision).public(Sides::Public);
    let after = |edit: &dyn Fn(&World)| {
        let world = withdrawn(H1, &revision);
        edit(&world);
        assert!(world.public(Sides::Public) == before, "it moves a public byte");
    };
    after(&|w| w.edit(H1, TITLE, "另一个题目"));
    after(&|w| w.edit(H1, "上半年领取12.00万元，使用9.40万元。", "另一个概述"));
    after(&|w| w.edit(H1, "doc_no = \"明示发〔2026〕7号\"\n", ""));
    after(&|w| w.edit(H1, "validity = \"已修改\"\n", ""));
    after(&|w| w.edit(H1, "formed_on = 2026-07-06", "formed_on = 2026-07-07"));
    after(&|w| w.edit(H1, "reason = \"6月数额录入有误。\"", "reason = \"另一个原因\""));
    after(&|w| w.write("content/records/alpha/2026-h1.csv", "月份,领取,使用\n1月,2.00,1.50\n合计,9.00,1.50\n"));
    after(&|w| w.edit(H1, "上半年领取经费", "见[别处](nowhere.md)。<b>上半年</b>领取经费"));
    after(&|w| w.edit(H1, "sha256 = \"867e", "sha256 = \"0000"));
}

#[test]
fn insiders_see_it_marked_as_withdrawn() {
    let world = withdrawn(H1, WITHDRAWN);
    world.edit(H1, "validity = \"已修改\"\n", "");
    world.build(Sides::Both).unwrap();
    let inside = world.tree("internal");
    let own = page(&inside, ADDRESS);
    assert!(own.contains("上半年领取经费") && own.contains("分月明细表"), "{own}");
    assert!(own.contains("已撤回") && own.contains("明细表误列了"), "{own}");
    assert!(!own.contains("<dd>有效</dd>"), "{own}");
    for list in ["index.html", "records.html", "years/2026.html", "items/alpha.html", "archive/2026.html"] {
        let page = page(&inside, list);
        let line = page.lines().find(|line| line.contains(TITLE)).unwrap_or_else(|| panic!("not in {list}"));
        assert!(line.contains("已撤回"), "{list}: {line}");
    }
    assert!(!inside.contains_key("print/boards/alpha/2026-h1.html"), "it may not hang any more");
}

/// One of an item that only insiders may see is of no concern to the public.
#[test]
fn one_for_insiders_is_marked_for_them() {
    let inner = "content/records/inner/2026-03.md";
    let world = withdrawn(inner, "[[revision]]\non = 2026-08-20\nkind = \"撤回\"\nreason = \"误报一笔金丝雀。\"\n");
    assert!(world.public(Sides::Both) == World::new().public(Sides::Both), "no public byte moves");
    let own = page(&world.tree("internal"), "records/inner/2026-03.html");
    assert!(own.contains("已撤回") && own.contains("误报一笔金丝雀。"), "{own}");
    assert_eq!(owed(&world, "2026-09-10", "inner", ("event", "2026-03-31"))["state"], "overdue");
}

#[test]
fn its_promise_is_open_again_from_that_day_and_says_so() {
    let world = withdrawn(H1, WITHDRAWN);
    let h1 = |as_of| owed(&world, as_of, "alpha", ("period", "2026-H1"));
    assert_eq!(h1("2026-08-19")["state"], "on-time", "it was there on that day");
    let open = h1("2026-08-20");
    assert_eq!((&open["state"], &open["record"]), (&"overdue".into(), &Value::Null));
    assert_eq!(open["withdrawn"], "2026-h1");
    let public = world.public(Sides::Public);
    for path in ["timeliness.html", "timeliness/2026.html", "items/alpha.html"] {
        let page = page(&public, path);
        let line = page.lines().find(|line| line.contains("2026-08-20")).unwrap_or_else(|| panic!("{path}: {page}"));
        assert!(line.contains("撤回") && line.contains(ADDRESS), "{path}: {line}");
    }
    let text = world.run(&["due", "--lang", "zh"]).out;
    assert!(text.lines().any(|line| line.contains("2026-08-20") && line.contains("撤回")), "{text}");
    let said = world.run(&["check"]).said();
    assert!(said.contains("S102") && !said.contains(TITLE), "{said}");
}

#[test]
fn an_event_is_owed_again_until_it_is_disclosed_anew() {
    let world = withdrawn(NOTICE, "[[revision]]\non = 2026-09-09\nkind = \"撤回\"\nreason = \"场次有误。\"\n");
    let notice = |as_of| owed(&world, as_of, "beta", ("event", "2026-09-01"));
    assert_eq!(notice("2026-09-08")["state"], "on-time");
    assert_eq!(notice("2026-09-10")["state"], "upcoming");
    let public = world.public(Sides::Public);
    assert_eq!(having(&public, "2026年秋季场地安排"), ["records/beta/2026-notice.html"], "no list has its title");
    assert!(page(&public, "timeliness/2026.html").contains("已于 2026-09-09 撤回"));
    let again = "+++\ntitle = \"秋季场地安排（更正后）\"\noccurred_on = 2026-09-01\nformed_on = 2026-09-09\npublished_on = 2026-09-10\nindex_no = \"SL00/2026-00009\"\narchive_no = \"2026-009\"\n\n[review]\nby = \"公开办主任\"\non = 2026-09-09\n+++\n\n秋季安排三场。\n";
    world.write("content/records/beta/2026-notice-2.md", again);
    let met = notice("2026-09-10");
    assert_eq!((&met["state"], &met["record"]), (&"on-time".into(), &"2026-notice-2".into()));
}

#[test]
fn a_withdrawal_to_come_is_refused() {
    let world = withdrawn(H1, WITHDRAWN);
    world.run(&["check", "--as-of", "2026-08-19"]).expect(1, "2026-08-20 is still to come");
    for side in ["public", "internal"] {
        world
            .run(&["build", "--audience", side, "--show-internal", "--as-of", "2026-08-19", "--no-sync"])
            .expect(1, "2026-08-20 is still to come");
    }
}

#[test]
fn nothing_is_revised_after_a_withdrawal_and_only_what_came_is_withdrawn() {
    let again = |kind: &str, rest: &str| {
        format!("{WITHDRAWN}\n[[revision]]\non = 2026-08-21\nkind = \"{kind}\"\nreason = \"再改。\"\n{rest}")
    };
    for kind in ["更正", "补充", "确认", "撤回"] {
        withdrawn(H1, &again(kind, "")).run(&["check"]).expect(1, "R115");
    }
    let titled = "[[revision]]\non = 2026-08-21\nkind = \"更正\"\nreason = \"再改。\"\ntitle = \"另一个\"\n";
    withdrawn(H1, titled).run(&["check"]).expect(1, "R115");
    let draft = withdrawn(H1, WITHDRAWN);
    draft.edit(H1, "published_on = 2026-07-15\n", "");
    draft.run(&["check"]).expect(1, "R115");
    let silent = withdrawn(H1, "[[revision]]\non = 2026-08-20\nkind = \"撤回\"\n");
    silent.run(&["build", "--audience", "public", "--no-sync"]).expect(1, "I004");
}

/// What others wrote about it is theirs: a link to its address stays, one to its files and a quoted cell are refused.
#[test]
fn links_to_its_files_and_quoted_cells_are_refused_in_public_texts() {
    const ABOUT: &str = "content/pages/about.md";
    let linking = |link: &str| {
        let world = withdrawn(H1, WITHDRAWN);
        world.edit(ABOUT, "\n本站公开", &format!("\n{link}。本站公开"));
        world
    };
    for file in ["2026-h1.csv", "2026-h1-notes.txt", "2026-h1.csv#合计/使用"] {
        let link = format!("[](../records/alpha/{file})");
        linking(&link).run(&["build", "--audience", "public", "--no-sync"]).expect(1, "B103");
    }
    let public = linking("[这份材料](../records/alpha/2026-h1.md)").public(Sides::Public);
    assert!(page(&public, "pages/about.html").contains(&format!("<a href=\"../{ADDRESS}\">这份材料</a>")));
    let world = linking("原文");
    world.write("content/pages/about.internal.md", "见[表](../records/alpha/2026-h1.csv)。关于页附记金丝雀子三。\n");
    world.run(&["check"]).expect(0, "");
}

/// A file that another record discloses too is still disclosed by it.
#[test]
fn what_another_record_discloses_stays() {
    let world = withdrawn(H1, WITHDRAWN);
    let other = "content/records/alpha/2025-h2.md";
    add(&world, other, "[[attachment]]\nfile = \"2026-h1-notes.txt\"\ntitle = \"说明\"\nkind = \"文字\"\n");
    world.edit(other, "nil = true\n", "");
    let public = world.public(Sides::Public);
    assert!(public.contains_key("records/alpha/2026-h1-notes.txt"));
    assert!(!public.contains_key("records/alpha/2026-h1.csv"));
}

#[test]
fn what_the_house_withdrew_early_is_not_said_to_be_undelivered() {
    let world = withdrawn(H1, "[[revision]]\non = 2026-07-17\nkind = \"撤回\"\nreason = \"有误。\"\n");
    world.edit(H1, "until = 2026-07-31", "until = 2026-07-17");
    world.edit(H1, "on = 2026-08-03\nkind = \"更正\"", "on = 2026-07-16\nkind = \"更正\"");
    world.edit(H1, "[[delivery]]\nchannel = \"网络公开\"\non = 2026-07-15\n\n", "");
    let said = world.run(&["check"]).said();
    assert!(!said.contains("R111") && !said.contains("R112"), "{said}");
    world.edit(H1, "until = 2026-07-17\n", "");
    world.run(&["check"]).expect(0, "R112");
}

#[test]
fn built_on_the_next_day_it_is_gone_from_the_folder_too() {
    let world = World::new();
    world.public(Sides::Public);
    add(&world, H1, WITHDRAWN);
    build_into(world.root(), &world.at("output"), Sides::Public).unwrap();
    assert!(!world.tree("public").contains_key("records/alpha/2026-h1.csv"));
}
