//! The command line's contract: exit codes, reports, messages in both languages, and what a build touches.

use std::{collections::BTreeMap, fs, os::unix::fs::MetadataExt};

use crate::support::{World, finish, program};
use serde_json::Value;

const ALPHA: &str = "content/items/alpha.toml";
const INNER: &str = "content/items/inner.toml";

/// A world with a warning: an office called by its alias.
fn warned() -> World {
    let world = World::new();
    world.edit("content/items/beta.toml", "office = \"综合科\"", "office = \"示例局综合科\"");
    world
}

/// A world with errors in a public item, which `fee` then lacks.
fn wrong() -> World {
    let world = World::new();
    world.edit(ALPHA, "fee = \"不收费\"\n", "");
    world.edit(ALPHA, "remark", "remrk");
    world
}

#[test]
fn exit_codes_say_what_happened() {
    let world = World::new();
    world.run(&["check"]).expect(0, "No findings");
    world.run(&["check", "--strict"]).expect(0, "No findings");
    world.run(&["build"]).expect(0, "public: ");
    warned().run(&["check"]).expect(0, "warning[I107]");
    warned().run(&["check", "--strict"]).expect(1, "warning[I107]");
    warned().run(&["build"]).expect(0, "warning[I107]");
    wrong().run(&["check"]).expect(1, "error[I003]");
    wrong().run(&["build"]).expect(1, "nothing was published");
    world.run(&["chek"]).expect(2, "check");
    world.run(&[]).expect(2, "command is missing");
    let folder = tempfile::tempdir().unwrap();
    let mut command = program(&["check"]);
    command.current_dir(folder.path());
    finish(command).expect(2, "--root");
}

#[test]
fn a_disk_that_refuses_is_exit_code_three() {
    let world = World::new();
    world.write("taken", "a file");
    world.run(&["build", "--output", "taken/site"]).expect(3, "taken/site");
    world.run(&["build", "--output", "taken"]).expect(3, "taken");
    world.run(&["check", "--report", "json=taken/x.json"]).expect(3, "taken/x.json");
    world.run(&["check", "--report", "json=no/such/folder.json"]).expect(3, "can't write");
    world.run(&["build", "--lang", "zh", "--output", "taken/site"]).expect(3, "失败：");
    let report = ["check", "--lang", "zh", "--report"];
    let no_folder = "无法写入 taken/x.json：路径中有一段不是文件夹（系统信息：";
    assert!(world.run(&[&report[..], &["json=taken/x.json"]].concat()).said().contains(no_folder));
    assert_eq!(world.read("taken"), "a file");
}

#[test]
fn several_reports_at_once() {
    let world = warned();
    let run = world.run(&[
        "check",
        "--report",
        "text",
        "--report",
        "json=a.json",
        "--report",
        "text=b.txt",
        "--report",
        "json",
    ]);
    run.expect(0, "warning[I107]");
    let json = world.read("a.json");
    assert!(run.out.ends_with(&json) && run.out.starts_with(&world.read("b.txt")));
    world.run(&["check", "--report", "yaml"]).expect(2, "text, json");
    world.run(&["check", "--report", "yaml", "--lang", "zh"]).expect(2, "没有报告格式");
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn json_keeps_its_form() {
    let world = wrong();
    world.edit("content/items/beta.toml", "office = \"综合科\"", "office = \"示例局综合科\"");
    let run = world.run(&["check", "--report", "json"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(keys(&report), ["as_of", "counts", "findings"]);
    assert_eq!(report["as_of"], crate::support::TODAY);
    assert_eq!(keys(&report["counts"]), ["error", "note", "warning"]);
    let findings = report["findings"].as_array().unwrap();
    let of = |severity: &str| findings.iter().filter(|f| f["severity"] == severity).count();
    assert!(of("error") > 0 && of("warning") > 0);
    for severity in ["error", "warning", "note"] {
        assert_eq!(report["counts"][severity], of(severity), "{severity}");
    }
    for finding in findings {
        let expected =
            ["code", "column", "end_column", "end_line", "file", "line", "message", "name", "notes", "severity"];
        assert_eq!(keys(finding), expected);
        assert_eq!(keys(&finding["message"]), ["en", "zh"]);
        assert!(world.at(finding["file"].as_str().unwrap()).is_file(), "{finding}");
        assert!(finding["line"].as_u64() >= Some(1) && finding["column"].as_u64() >= Some(1));
    }
    let place = |f: &Value| (f["file"].as_str().unwrap().to_owned(), f["line"].as_u64(), f["column"].as_u64());
    assert!(findings.is_sorted_by_key(place), "{findings:#?}");
}

#[test]
fn the_root_is_found_upward_or_named() {
    let world = warned();
    let elsewhere = tempfile::tempdir().unwrap();
    let root = world.root().to_str().unwrap();
    let from = |folder: &std::path::Path, args: &[&str]| {
        let mut command = program(args);
        command.current_dir(folder);
        finish(command)
    };
    from(&world.at("content/records/alpha"), &["check"]).expect(0, "I107");
    from(elsewhere.path(), &["--root", root, "check"]).expect(0, "I107");
    from(elsewhere.path(), &["check", "--root", root]).expect(0, " content/items/beta.toml");
    from(elsewhere.path(), &["check", &format!("--root={root}")]).expect(0, "I107");
    from(elsewhere.path(), &["check", "--root", "nowhere"]).expect(2, "nowhere");
    from(elsewhere.path(), &["build", "--root", root, "--output", "here"]).expect(0, "public: ");
    assert!(elsewhere.path().join("here/public/index.html").is_file() && !world.at("output").exists());
}

#[test]
fn it_speaks_the_reader_s_language() {
    let world = warned();
    let locale = |set: &[(&str, &str)], args: &[&str]| {
        let mut command = world.command(args);
        command.env_remove("LANG").envs(set.iter().copied());
        finish(command)
    };
    locale(&[("LANG", "en_GB.UTF-8")], &["check"]).expect(0, "warning[");
    locale(&[("LANG", "zh_CN.UTF-8")], &["check"]).expect(0, "警告[");
    locale(&[("LANG", "en_US"), ("LC_ALL", "zh_CN")], &["check"]).expect(0, "警告[");
    locale(&[("LANG", "zh_CN.UTF-8")], &["check", "--lang", "en"]).expect(0, "warning[");
    locale(&[("LANG", "en_US")], &["--lang=zh", "check"]).expect(0, "警告[");
    locale(&[], &["check"]).expect(0, "警告[");
    locale(&[("LANG", "C")], &["check"]).expect(0, "警告[");
    world.edit("content/site.toml", "language = \"zh-CN\"", "language = \"en\"");
    locale(&[], &["check"]).expect(0, "warning[");
    world.run(&["check", "--lang", "fr"]).expect(2, "zh, en");
}

#[test]
fn mistakes_in_the_command_are_explained_in_both_languages() {
    let cases: [(&[&str], &str, &str, &str); 6] = [
        (&["biuld"], "没有 biuld 这个命令", "there is no command biuld", "build"),
        (&["check", "--stict"], "没有 --stict 这个参数", "there is no argument --stict", "--strict"),
        (&["build", "--audience", "pubic"], "不能是 pubic", "can't be pubic", "public"),
        (&["build", "--jobs", "0"], "写法不对", "malformed", "--jobs"),
        (&["check", "--as-of", "yesterday"], "写法不对", "malformed", "--as-of"),
        (&["check", "--report"], "缺少值", "needs a value", "--report"),
    ];
    let world = World::new();
    for (args, zh, en, hint) in cases {
        world.run(&[args, &["--lang", "zh"]].concat()).expect(2, zh).expect(2, hint);
        world.run(&[args, &["--lang", "en"]].concat()).expect(2, en).expect(2, hint);
    }
}

#[test]
fn today_is_what_it_is_told() {
    let world = World::new();
    let dated = |epoch: &str, args: &[&str]| {
        let mut command = world.command(&[&["check", "--report", "json"], args].concat());
        command.env("SOURCE_DATE_EPOCH", epoch);
        finish(command)
    };
    dated("1792676000", &[]).expect(0, "\"as_of\": \"2026-10-22\"");
    dated("1792684799", &[]).expect(0, "\"as_of\": \"2026-10-22\"");
    dated("1792684800", &[]).expect(0, "\"as_of\": \"2026-10-23\"");
    dated("1792684800", &["--as-of", "2026-09-30"]).expect(0, "\"as_of\": \"2026-09-30\"");
    dated("soon", &[]).expect(2, "SOURCE_DATE_EPOCH");
    world.run(&["check", "--as-of", "2025-12-01"]).expect(1, "R1");
}

#[test]
fn every_rule_can_be_explained() {
    let world = World::new();
    let list = world.run(&["explain"]);
    for code in list.expect(0, "I101").out.lines().map(|line| line.split(' ').next().unwrap()) {
        world.run(&["explain", code]).expect(0, &format!("# {code} "));
    }
    world.run(&["explain", "b104"]).expect(0, "# B104");
    world.run(&["explain", "office-id"]).expect(0, "# I113");
    world.run(&["explain", "g202"]).expect(0, "see R101").expect(0, "# R116");
    world.run(&["explain", "X999"]).expect(2, "there is no rule X999");
    world.run(&["explain", "X999", "--lang", "zh"]).expect(2, "没有规则 X999");
}

#[test]
fn help_mentions_everything_in_both_languages() {
    let world = World::new();
    let options: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("check", ["--as-of", "--strict", "--report", "--root", "--lang"].as_slice()),
        ("build", &["--audience", "--output", "--as-of", "--jobs", "--no-sync", "--root", "--lang"]),
        ("explain", &["CODE", "--lang"]),
        ("", &["check", "build", "explain", "--root", "--lang", "--version"]),
    ]);
    for (command, options) in options {
        let args = [command, "--help"].into_iter().filter(|arg| !arg.is_empty());
        for (lang, usage) in [("zh", "用法"), ("en", "Usage")] {
            let run = world.run(&args.clone().chain(["--lang", lang]).collect::<Vec<_>>());
            for word in options.iter().chain(&["--help", usage]) {
                run.expect(0, word);
            }
            assert!(lang == "zh" || run.out.is_ascii(), "{}", run.out);
        }
    }
    world.run(&["--version"]).expect(0, env!("CARGO_PKG_VERSION"));
}

#[test]
fn building_one_site_leaves_the_other_alone() {
    let world = World::new();
    world.run(&["build"]).expect(0, "internal: ");
    let before = [world.tree("public"), world.tree("internal")];
    world.edit(ALPHA, "每半年公开一次", "每半年公开两次");
    world.run(&["build", "--audience", "public"]).expect(0, "public: ");
    assert!(world.tree("public") != before[0] && world.tree("internal") == before[1]);
    let public = world.tree("public");
    world.edit(ALPHA, "每半年公开两次", "每半年公开三次");
    world.run(&["build", "--audience", "internal"]).expect(0, "internal: ");
    assert!(world.tree("public") == public && world.tree("internal") != before[1]);
}

#[test]
fn both_sites_or_neither() {
    let world = World::new();
    world.run(&["build"]).expect(0, "internal: ");
    let before = [world.tree("public"), world.tree("internal")];
    world.edit(ALPHA, "每半年公开一次", "每半年公开两次");
    world.edit(INNER, "status = \"在用\"", "status = \"在用中\"");
    world.run(&["build"]).expect(1, "error[I006]");
    assert!([world.tree("public"), world.tree("internal")] == before);
    world.run(&["build", "--audience", "internal"]).expect(1, "error[I006]");
    assert!([world.tree("public"), world.tree("internal")] == before);
    let run = world.run(&["build", "--audience", "public", "--show-internal"]);
    run.expect(0, "error[I006]").expect(0, "public: ");
    assert!(world.tree("public") != before[0] && world.tree("internal") == before[1]);
}

/// Inode, times of change, path: anything that a file watcher or a backup would notice.
fn stamps(world: &World) -> BTreeMap<String, (u64, i64, i64, i64, i64)> {
    let paths = ["public", "internal"]
        .map(|side| world.tree(side).into_keys().map(move |path| format!("output/{side}/{path}")));
    let folders = ["output/public", "output/internal", "output/public/items"].map(str::to_owned);
    paths
        .into_iter()
        .flatten()
        .chain(folders)
        .map(|path| {
            let m = fs::symlink_metadata(world.at(&path)).unwrap();
            (path, (m.ino(), m.mtime(), m.mtime_nsec(), m.ctime(), m.ctime_nsec()))
        })
        .collect()
}

#[test]
fn an_unchanged_rebuild_touches_nothing() {
    let world = World::new();
    world.run(&["build"]).expect(0, "written");
    let before = stamps(&world);
    world.run(&["build"]).expect(0, "nothing touched");
    assert_eq!(stamps(&world), before);
    world.edit(INNER, "说明金丝雀乙八", "说明变了的金丝雀");
    world.run(&["build"]).expect(0, "public: ");
    let after = stamps(&world);
    assert!(
        before.iter().filter(|(path, _)| path.starts_with("output/public")).all(|(path, stamp)| after[path] == *stamp)
    );
}
