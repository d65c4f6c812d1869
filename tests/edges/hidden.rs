//! Characters that nobody sees, addresses that are none, and days to come.

use crate::support::{World, finish};

const H1: &str = "content/records/alpha/2026-h1.md";
const TITLE: &str = "title = \"2026年上半年示例经费使用情况\"";

#[test]
fn hidden_characters_in_fields_are_refused() {
    for bad in [
        "\\u001B[31m",
        "\\u0000",
        "\\u0007",
        "\\u009b",
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "\u{feff}",
        "\u{ad}",
        "\\uFFFF",
    ] {
        let world = World::new();
        world.edit(H1, TITLE, &format!("title = \"2026年上半年{bad}示例经费使用情况\""));
        let run = world.run(&["check"]);
        run.expect(1, "error[I013]").expect(1, "2026-h1.md:2:9");
        world.run(&["build"]).expect(1, "error[I013]");
    }
    for good in ["\\t", "\\n", "\u{e0100}", "\u{fe0f}", "\u{3000}", "\u{a0}"] {
        let world = World::new();
        world.edit(
            "content/items/alpha.toml",
            "remark = \"每半年公开一次。\"",
            &format!("remark = \"每半年{good}公开一次。\""),
        );
        world.run(&["check"]).expect(0, "No findings");
    }
}

#[test]
fn hidden_characters_in_texts_and_tables_are_refused() {
    for (path, bad) in [
        (H1, "甲\u{1b}[2J乙"),
        ("content/pages/about.md", "甲\u{202e}乙"),
        ("content/pages/about.internal.md", "甲\u{9b}乙"),
        ("content/records/alpha/2026-h1.csv", "7月\u{200b},0.00,0.00"),
    ] {
        let world = World::new();
        world.write(path, world.read(path) + bad + "\n");
        let run = world.run(&["check"]);
        run.expect(1, "error[I013]").expect(1, path);
        assert!(!run.said().contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{200b}']), "{run:?}");
    }
    let world = World::new();
    world.write("content/pages/about.md", world.read("content/pages/about.md") + "甲\u{200b}乙&#27;丙\n");
    world.run(&["build", "--no-sync"]).expect(0, "public: ");
    let pages = world.tree("public").into_iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".xml"));
    assert!(!pages.into_iter().any(|(_, bytes)| bytes.contains(&0x1b)), "what a body spells is left out");
}

/// Whatever is printed: no name of a file or of anything else commands the terminal.
#[test]
fn nothing_printed_commands_the_terminal() {
    let hidden = ['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\r', '\u{200b}'];
    let evil = "x\u{1b}[31m\u{7}\u{9b}2J\u{202e}y\r\u{200b}";
    let world = World::new();
    world.write(&format!("content/pages/{evil}.md"), "+++\n+++\n");
    world.write(&format!("content/records/alpha/{evil}.txt"), "x");
    world.write(&format!("content/{evil}/{evil}"), "x");
    world.write("content/items/gamma.toml", format!("\"{}\" = \"{evil}\"\n", "\\u001B[31m\\u202e"));
    world.edit("content/items/alpha.toml", "示例经费使用", "示例\\u001B[31m\u{202e}经费使用");
    world.edit("content/agency.toml", "name = \"计财科\"", "name = \"计财科\\u009B\"");
    let all: [&[&str]; 12] = [
        &["check"],
        &["check", "--report", "json"],
        &["build"],
        &["due", "--all"],
        &["due", "--all", "--format", "json"],
        &["due", "--format", "csv"],
        &["due", "--format", "ics"],
        &["due", "--office", evil],
        &[evil],
        &["check", "--root", evil],
        &["explain", evil],
        &["check", "--report", evil],
    ];
    for args in all {
        let run = world.run(args);
        let is_data = args.contains(&"csv") || args.contains(&"ics");
        let bad = run.said().chars().find(|c| hidden.contains(c) && (*c != '\r' || !is_data));
        assert_eq!(bad, None, "{args:?}: {run:#?}");
    }
    let mut command = world.command(&["check", "--report", "text=x/\u{1b}[31m/y"]);
    command.env("LANG", "zh_CN.UTF-8");
    assert!(!finish(command).said().contains('\u{1b}'));
}

#[test]
fn an_address_of_a_site_is_one() {
    let checked = |url: &str| {
        let world = World::new();
        world.edit("content/site.toml", "https://slj.example.gov.cn/", url);
        world.run(&["check"])
    };
    for good in [
        "https://slj.example.gov.cn/",
        "http://10.0.0.1:8080/",
        "https://www.example.cn/zwgk/slj/",
        "https://xn--fiqs8s/",
        "http://a/~b/",
    ] {
        checked(good).expect(0, "No findings");
    }
    for bad in [
        "https://a/\\\"><script>/",
        "https://a/'x'/",
        "https://user@a/",
        "https://user:secret@a/",
        "https://a/?x=/",
        "https://a/#/",
        "https://a:/",
        "https://a:0/",
        "https://a:080/",
        "https://a:65536/",
        "https://a:x/",
        "https://a:+80/",
        "https://a",
        "https://a/b",
        "https:///",
        "https://-a/",
        "https://a..b/",
        "https://政务.cn/",
        "https://a b/",
        "https://a/../b/",
        "https://a//",
        "https://a/b//c/",
        "https://a\\\\b/",
        "ftp://a/",
        "HTTPS://a/",
        "javascript:alert(1)/",
        "//a/",
        "https://[::1]/",
    ] {
        checked(bad).expect(1, "error[I109]").expect(1, "base_url");
    }
}

/// A day that comes breaks no build: a year after all that have a file is reckoned provisionally.
#[test]
fn no_day_alone_breaks_a_build() {
    let world = World::new();
    for day in ["2027-06-30", "2027-07-01", "2027-12-31", "2028-01-01", "2030-07-01", "2049-01-01"] {
        let run = world.run(&["build", "--no-sync", "--as-of", day]);
        run.expect(0, "public: ");
        assert!(!run.said().contains("error["), "{day}: {}", run.said());
    }
    world.run(&["check", "--as-of", "2027-06-30"]).expect(0, "errors");
    let run = world.run(&["check", "--as-of", "2027-07-01"]);
    run.expect(0, "warning[S109]").expect(0, "calendars/2028.toml").expect(0, "provisional");
    assert!(!run.said().contains("S101"));
    let due = world.run(&["due", "--as-of", "2027-07-01", "--format", "csv"]);
    due.expect(0, "2028-");
    world.run(&["due", "--as-of", "2027-07-01"]).expect(0, "(prov.)");
    // A year before one that has a file is a gap: its notice has been out for long.
    std::fs::remove_file(world.at("content/calendars/2026.toml")).unwrap();
    world.run(&["check"]).expect(1, "error[S101]").expect(1, "calendars/2026.toml");
}
