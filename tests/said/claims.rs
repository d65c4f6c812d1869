//! A public page speaks of what it lists, never of all there is; what is not out yet was not kept in time.

use mingjing::build::Sides;

use super::page;
use crate::support::{Tree, World};

/// The world with everything of its public items made internal, so that public lists are empty.
fn nothing_public() -> World {
    let world = World::new();
    for (item, words) in [("alpha", "audience = \"社会\""), ("beta", "audience = \"public\"")] {
        world.edit(&format!("content/items/{item}.toml"), words, "audience = \"内部公开\"");
    }
    world.edit("content/records/alpha/2026-h1.md", "audience = \"社会\"\n", "");
    world.edit("content/items/alpha.toml", "limit = \"15个工作日内答复\"\n", "");
    world.edit("content/records/alpha/2026-h1.md", ", \"上半年\"", "");
    world.edit("content/pages/about.md", "[示例经费使用](../items/alpha.toml)", "下面各栏");
    world
}

/// Sentences that deny what may be inside.
const DENIALS: [&str; 14] = [
    "目前没有由这个科室承办的职权",
    "没有逾期未公开的内容",
    "近期没有到期的内容",
    "没有迟于期限公开的内容",
    "目前没有应当按期公开的内容",
    "本月没有到期的内容",
    "没有新增、调整或者终止的事项",
    "还没有公开记录",
    "还没有列入目录的职权",
    "行使的每一项职权",
    "每一项承诺公开的内容",
    "产生后会在这里公开",
    "每次行使的",
    "全部期限",
];

#[track_caller]
fn assert_denies_nothing(public: &Tree) {
    for (path, bytes) in public {
        let text = String::from_utf8_lossy(bytes);
        for denial in DENIALS {
            assert!(!text.contains(denial), "{path}: {denial}");
        }
    }
}

#[test]
fn no_public_page_denies_what_is_inside() {
    assert_denies_nothing(&World::new().public(Sides::Public));
    let public = nothing_public().public(Sides::Public);
    assert_denies_nothing(&public);
    let office = page(&public, "offices/finance.html");
    assert!(office.contains("这里没有列出由这个科室承办的职权"), "{office}");
    assert!(!office.contains("<span class=\"count\">0</span>"), "it counts as if there were no others: {office}");
}

#[test]
fn a_count_of_powers_says_which() {
    let world = World::new();
    world.build(Sides::Both).unwrap();
    assert!(page(&world.tree("public"), "index.html").contains("<dt>对社会公开的职权</dt>"));
    assert!(page(&world.tree("internal"), "index.html").contains("<dt>职权事项</dt>"));
}

/// An event that has only a draft is overdue inside, and nothing public knows of it.
#[test]
fn timeliness_speaks_of_what_it_lists() {
    let world = World::new();
    let draft = "+++\ntitle = \"夏季场地安排\"\noccurred_on = 2026-06-01\nformed_on = 2026-06-02\nindex_no = \"SL00/2026-00011\"\n+++\n\n夏季安排。\n";
    world.write("content/records/beta/2026-summer.md", draft);
    world.build(Sides::Both).unwrap();
    assert!(page(&world.tree("internal"), "timeliness.html").contains("2026-06-01 夏季场地安排"), "overdue inside");
    let public = page(&world.tree("public"), "timeliness.html");
    assert!(public.contains("这里列出的承诺，没有逾期的"), "{public}");
    assert!(public.contains("还没有公开的事不在其中"), "{public}");
    assert_denies_nothing(&world.tree("public"));
}

/// A stage that was reported in time and waits for its publication.
#[test]
fn what_is_not_out_yet_was_not_kept_in_time() {
    let world = World::new();
    world.build(Sides::Both).unwrap();
    let due = page(&world.tree("internal"), "due.html");
    let rows: Vec<&str> =
        due.split("<li>").filter(|row| row.contains("下一步：</strong>") || row.contains("下一步：发布")).collect();
    assert!(rows.iter().any(|row| row.contains("已报送")), "{due}");
    for row in rows {
        assert!(!row.contains("按期"), "{row}");
    }
    let listed = world.run(&["due", "--lang", "zh"]).out;
    for line in listed.lines().filter(|line| line.contains("发布（")) {
        assert!(!line.contains("按期"), "{line}");
    }
}

/// The stages of a form that were published are news, as records are; those that wait are not.
#[test]
fn home_and_feed_have_published_stages() {
    let world = World::new();
    world.build(Sides::Both).unwrap();
    let public = world.tree("public");
    let home = page(&public, "index.html");
    let line =
        home.lines().find(|line| line.contains("exercises/alpha-copier.html")).unwrap_or_else(|| panic!("{home}"));
    assert!(line.contains("2026-06-17") && line.contains("示例设备更换"), "{line}");
    assert!(home.contains("示例经费使用、执行"), "the stage that came last: {home}");
    let feed = page(&public, "feed.xml");
    let entry = feed.split("<entry>").find(|entry| entry.contains("exercises/alpha-copier.html")).unwrap();
    for said in ["<published>2026-05-22T", "<updated>2026-06-17T", "示例设备更换", "执行"] {
        assert!(entry.contains(said), "no {said} in {entry}");
    }
    let order: Vec<&str> = feed.split("<updated>").skip(1).map(|rest| &rest[..10]).collect();
    assert!(order[1..].is_sorted_by(|a, b| a >= b) && order[0] == order[1], "{order:?}");
    assert!(page(&world.tree("internal"), "index.html").contains("exercises/inner-travel.html"), "published inside");
}

/// One of which nothing is out is no news on either site.
#[test]
fn a_form_of_which_nothing_is_out_is_no_news() {
    let world = World::new();
    let text = world.read("content/exercises/alpha-copier.toml");
    let stages: Vec<&str> = text.split("[[stage]]\n").collect();
    let held = format!("{}[[stage]]\n{}", stages[0], stages[3]);
    world.write("content/exercises/alpha-copier.toml", held.replace("archive_no = \"2026-005\"\n", ""));
    world.build(Sides::Both).unwrap();
    for side in ["public", "internal"] {
        assert!(!page(&world.tree(side), "index.html").contains("exercises/alpha-copier.html"), "{side}");
    }
}
