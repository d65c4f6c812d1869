//! Statistics of complaints: what stands in their file is what the public site prints, and what may stand there.

use crate::support::{Tree, World};
use mingjing::build::Sides;

fn case(kind: &str, way: &str, on: &str, rest: &str) -> String {
    format!(
        "kind = \"{kind}\"\nway = \"{way}\"\nreceived_on = {on}\nsubject = \"灯不亮\"\noffice = \"综合科\"\n{rest}\n"
    )
}

fn file(number: usize) -> String {
    format!("content/feedback/zz-{number}.toml")
}

/// The first quarter, which the small world leaves empty, in place of its half-year.
fn release_quarter(world: &World, rest: &str) {
    let _ = std::fs::remove_file(world.at("content/statistics/2026-h1.toml"));
    world.write("content/statistics/2026-q1.toml", format!("note = \"第一季度说明鹭二\"\n{rest}"));
}

/// The figures that `check` offers for a file whose figures are others, line by line.
fn offered(world: &World) -> String {
    let run = world.run(&["check"]);
    run.expect(1, "[G210]");
    let keys = ["received = ", "answered = ", "in_time = ", "kinds = ", "ways = "];
    let lines = run.out.lines().map(str::trim).filter(|line| keys.iter().any(|key| line.starts_with(key)));
    lines.flat_map(|line| [line, "\n"]).collect()
}

const DATED: &str = "published_on = 2026-04-10\n[review]\nby = \"审查岗鹭三\"\non = 2026-04-09\n";

/// A world with a case of each kind in the first quarter, and what `check` gives for it.
fn quarter(kinds: &[(&str, &str)]) -> World {
    let world = World::new();
    for (number, (kind, way)) in kinds.iter().enumerate() {
        let on = format!("2026-01-{:02}", 5 + number % 15);
        world.write(
            &file(number),
            case(kind, way, &on, "answered_on = 2026-01-20\nanswer = \"已换\"\noutcome = \"属实\""),
        );
    }
    release_quarter(&world, &format!("received = 999\n{DATED}"));
    let offered = offered(&world);
    release_quarter(&world, &format!("{offered}{DATED}"));
    world
}

fn text(tree: &Tree, page: &str) -> String {
    String::from_utf8_lossy(tree.get(page).unwrap_or_else(|| panic!("no {page}"))).into_owned()
}

/// The rows of the first quarter on the public page: name and value, without tags.
fn figures(world: &World) -> Vec<(String, String)> {
    let page = text(&world.public(Sides::Both), "supervision.html");
    let part = page.split_once("<h3>2026年第1季度</h3>").expect("the quarter").1;
    let part = part.split_once("</dl>").unwrap().0;
    let plain = |html: &str| {
        let text = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
        text.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let rows = part.split("<dt>").skip(1);
    rows.map(|row| row.split_once("</dt>").map(|(name, value)| (plain(name), plain(value))).unwrap()).collect()
}

#[track_caller]
fn assert_figures(kinds: &[(&str, &str)], expected: &[(&str, &str)]) {
    let found = figures(&quarter(kinds));
    let found: Vec<(&str, &str)> = found.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let end = [("发布日期", "2026-04-10"), ("说明", "第一季度说明鹭二")];
    assert_eq!(found, [expected, &end].concat());
}

#[test]
fn few_cases_are_not_broken_down() {
    let (complaint, report) = (("投诉", "举报电话"), ("举报", "举报箱"));
    let few = "有的项不足5件，不分项公布";
    assert_figures(&[complaint; 4], &[("收到", "4件"), ("已答复", "不足5件，不分项公布")]);
    // Of seven with two reports, the five complaints would tell the two.
    let seven = [complaint, complaint, complaint, complaint, complaint, report, report];
    let counted = [("收到", "7件"), ("已答复", "7件"), ("按期答复", "7件")];
    assert_figures(&seven, &[&counted[..], &[("按类型", few), ("按途径", few)]].concat());
    let ten = [[complaint; 5], [report; 5]].concat();
    let counted = [("收到", "10件"), ("已答复", "10件"), ("按期答复", "10件")];
    let parts = [("按类型", "投诉 5 举报 5"), ("按途径", "举报电话 5 举报箱 5")];
    assert_figures(&ten, &[&counted[..], &parts].concat());
    // Kinds with few cases stand together where together they are enough.
    let mixed = [&[complaint; 5][..], &[report; 3], &[("评议", "座谈会"); 2]].concat();
    let parts = [("按类型", "投诉 5 其他合计 5"), ("按途径", "举报电话 5 其他合计 5")];
    assert_figures(&mixed, &[&counted[..], &parts].concat());
    // Of two kinds with fewer than five each, eight together are four and four.
    let (opinion, card) = (("意见建议", "征求意见卡"), ("评议", "征求意见卡"));
    let eighteen = [&[complaint; 5][..], &[report; 5], &[opinion; 4], &[card; 4]].concat();
    let counted = [("收到", "18件"), ("已答复", "18件"), ("按期答复", "18件")];
    let parts = [("按类型", few), ("按途径", "举报电话 5 举报箱 5 征求意见卡 8")];
    assert_figures(&eighteen, &[&counted[..], &parts].concat());
}

/// A half-year minus its quarter is the other quarter, be it of one case.
#[test]
fn released_periods_do_not_overlap() {
    let world = World::new();
    world.write("content/statistics/2026-q2.toml", format!("received = 2\n{}", DATED.replace("2026-04", "2026-07")));
    world.run(&["build", "--no-sync", "--audience", "public"]).expect(1, "[G208]");
    let world = World::new();
    world.write("content/statistics/2026-07.toml", format!("received = 0\n{}", DATED.replace("2026-04", "2026-08")));
    world.run(&["build", "--no-sync", "--audience", "public"]).expect(0, "public: ");
}

#[test]
fn statistics_without_review_or_date_publish_nothing() {
    let six = [("投诉", "举报电话"); 6];
    let plain = quarter(&six);
    std::fs::remove_file(plain.at("content/statistics/2026-q1.toml")).unwrap();
    let plain = plain.public(Sides::Public);
    let world = quarter(&six);
    for rest in ["", "[review]\nby = \"审查岗鹭三\"\non = 2026-04-09\n"] {
        release_quarter(&world, rest);
        assert!(world.public(Sides::Public) == plain, "{rest}");
    }
    release_quarter(&world, "published_on = 2026-04-10\n");
    world.run(&["build", "--no-sync"]).expect(1, "[B107]");
    assert!(quarter(&six).public(Sides::Public) != plain, "a release does publish");
}

/// What the review saw is what is published, whatever becomes of the cases. Insiders learn that they differ.
#[test]
fn the_public_site_prints_the_file_alone() {
    let six = [("投诉", "举报电话"); 6];
    let before = quarter(&six).public(Sides::Public);
    let changes: [fn(&World); 6] = [
        |w| w.edit(&file(0), "answered_on = 2026-01-20", "answered_on = 2026-04-08"),
        |w| w.edit(&file(1), "kind = \"投诉\"", "kind = \"举报\""),
        |w| w.edit(&file(2), "way = \"举报电话\"", "way = \"座谈会\""),
        |w| w.edit(&file(3), "received_on = 2026-01-08", "received_on = 2025-12-08"),
        |w| std::fs::remove_file(w.at(&file(4))).unwrap(),
        |w| w.write(&file(7), case("评议", "座谈会", "2026-01-17", "")),
    ];
    for (number, change) in changes.iter().enumerate() {
        let world = quarter(&six);
        change(&world);
        assert!(world.public(Sides::Public) == before, "change {number}");
        offered(&world);
        world.run(&["build", "--no-sync"]).expect(1, "[G210]");
    }
    let broken = quarter(&six);
    broken.edit(&file(0), "kind = \"投诉\"", "kind = \"抱怨\"");
    let run = broken.run(&["check"]);
    assert!(run.code == Some(1) && !run.out.contains("G210"), "it may be told apart only when it is mended: {run:?}");
}

/// A copy that has no cases has nothing to compare.
#[test]
fn a_copy_without_cases_builds_the_same_statistics() {
    let six = quarter(&[("投诉", "举报电话"); 6]);
    let page = |tree: &Tree| text(tree, "supervision.html").split("id=\"answers\"").next().unwrap().to_owned();
    let before = page(&six.public(Sides::Both));
    std::fs::remove_dir_all(six.at("content/feedback")).unwrap();
    let run = six.run(&["build", "--no-sync"]);
    run.expect(0, "public: ");
    assert!(!run.said().contains("G210"));
    assert_eq!(page(&six.tree("public")), before);
}

#[test]
fn figures_that_tell_of_few_or_can_not_be_are_refused() {
    let all = "received = 12\nanswered = 12\nin_time = 11\n";
    let told = [
        "received = 4\nanswered = 3\n",
        "received = 4\nkinds = { \"投诉\" = 4 }\n",
        "answered = 12\nin_time = 11\n",
        "received = 12\nanswered = 12\n",
        "received = 12\nanswered = 13\nin_time = 1\n",
        "received = 12\nanswered = 10\nin_time = 11\n",
        &format!("{all}kinds = {{ \"投诉\" = 8, \"举报\" = 4 }}\n"),
        &format!("{all}kinds = {{ \"投诉\" = 8, \"其他\" = 4 }}\n"),
        &format!("{all}ways = {{ \"举报电话\" = 7 }}\n"),
        &format!("{}kinds = {{ complaint = 5, report = 5, \"其他\" = 8 }}\n", all.replace("12", "18")),
    ];
    for figures in told {
        let world = World::new();
        release_quarter(&world, &format!("{figures}{DATED}"));
        world.run(&["build", "--no-sync", "--audience", "public"]).expect(1, "[B109]");
    }
    for wrong in ["received = -1\n", "received = 1.5\n", "received = 12\nkinds = { \"抱怨\" = 12 }\n", "kinds = 3\n"]
    {
        let world = World::new();
        release_quarter(&world, &format!("{wrong}{DATED}"));
        assert_eq!(world.run(&["build", "--no-sync", "--audience", "public"]).code, Some(1), "{wrong}");
    }
    let world = World::new();
    let figures = format!("{all}kinds = {{ complaint = 7, others = 5 }}\nways = {{ hotline = 12 }}\n");
    release_quarter(&world, &format!("{figures}{DATED}"));
    world.run(&["build", "--no-sync", "--audience", "public"]).expect(0, "public: ");
}

#[test]
fn statistics_that_wait_are_seen_inside() {
    let world = World::new();
    release_quarter(&world, "[review]\nby = \"审查岗鹭三\"\non = 2026-04-09\n");
    world.build(Sides::Internal).unwrap();
    let page = text(&world.tree("internal"), "feedback.html");
    let held = page.split_once("id=\"held\"").expect("a list").1;
    assert!(
        held.contains("2026年第1季度")
            && held.contains("第一季度说明鹭二")
            && held.contains("没有发布日期")
            && held.contains("received = 0"),
        "{held}"
    );
}
