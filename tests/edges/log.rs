//! What `build --audience public` prints may stand in a log that anyone reads.

use crate::support::{Run, World};

type Spoil = fn(&World);

/// Every string that `tests/world` has inside alone.
const CANARY: &str = "金丝雀";
const H1: &str = "content/records/alpha/2026-h1.md";
const INNER: &str = "content/items/inner.toml";
const CASE: &str = "content/feedback/2026-04-box.toml";

/// Mistakes by which something internal would be quoted, and whether they hold back the public site.
const SPOILS: [(&str, i32, Spoil); 14] = [
    ("an internal item", 0, |w| w.edit(INNER, "status = \"在用\"", "status = \"金丝雀\"")),
    ("the audience of an internal item", 1, |w| w.edit(INNER, "audience = \"内部公开\"", "audience = \"金丝雀\"")),
    ("an internal item without audience", 1, |w| w.edit(INNER, "audience = \"内部公开\"", "remrk = \"金丝雀\"")),
    ("an internal item that no one can read", 0, |w| w.edit(INNER, "remark = \"说明", "remark = \"\\说明")),
    ("an internal record", 0, |w| w.edit("content/records/inner/2026-03.md", "formed_on", "formed_no")),
    ("an annex in an open record", 0, |w| w.edit(H1, "note = \"甲录备注金丝雀戊四\"", "note = [\"金丝雀\"]")),
    ("a line of an annex that no one can read", 1, |w| {
        w.edit(H1, "note = \"甲录备注金丝雀戊四\"", "note = \"甲录备注金丝雀戊四");
    }),
    ("a key of an annex that no one can read", 1, |w| w.edit(H1, "handler = ", "金丝雀 = 1\nhandler = ")),
    ("a complaint", 0, |w| w.edit(CASE, "kind = ", "knid = \"金丝雀\"\nkind = ")),
    ("a public text with a name of the inside", 1, |w| {
        w.write("content/pages/about.md", w.read("content/pages/about.md") + "\n见局内支出金丝雀乙六。\n");
    }),
    ("a public title with a sentence of the inside", 1, |w| {
        w.edit(H1, "summary = \"", "summary = \"甲录备注金丝雀戊四，说明金丝雀乙八，");
    }),
    ("a template with a name of the inside", 1, |w| {
        w.write("themes/default/templates/404.html", "<p>局内支出金丝雀乙六</p><p>依据金丝雀丙四</p>");
    }),
    ("a link to the inside", 1, |w| {
        w.write("content/pages/about.md", w.read("content/pages/about.md") + "\n[金丝雀](../items/inner.toml)\n");
    }),
    ("a file of the inside of a bad name", 0, |w| w.write("content/records/inner/金丝雀 副本.md", "金丝雀")),
];

/// Where the words of a log that is held back begin: a public text that has a name is open itself, its words are not.
#[track_caller]
fn is_discreet(what: &str, run: &Run) {
    for secret in [CANARY, "inner", "2026-04-box", " | "] {
        assert!(!run.said().contains(secret), "{what}: {secret} in {run:#?}");
    }
}

#[test]
fn the_log_of_a_public_build_quotes_nothing_internal() {
    for (what, code, spoil) in SPOILS {
        let world = World::new();
        spoil(&world);
        for lang in ["en", "zh"] {
            let run = world.run(&["build", "--audience", "public", "--no-sync", "--lang", lang]);
            assert_eq!(run.code, Some(code), "{what}: {run:#?}");
            is_discreet(what, &run);
        }
        let house = world.run(&["build", "--audience", "public", "--no-sync", "--show-internal"]);
        assert_eq!(house.code, Some(code), "{what}: {house:#?}");
        assert!(house.said().contains(" | ") || house.said().contains(CANARY), "{what}: {house:#?}");
        world.run(&["check", "--render"]).expect(1, "error[");
    }
}

#[test]
fn what_is_wrong_in_the_open_is_told_in_full() {
    let world = World::new();
    world.edit("content/items/alpha.toml", "remark", "remrk");
    world.edit(INNER, "status = \"在用\"", "status = \"在用中\"");
    let run = world.run(&["build", "--audience", "public", "--no-sync"]);
    run.expect(
        1,
        "error[I003]: there is no field remrk\n  --> content/items/alpha.toml:11:1\n  = help: did you mean remark (备注)?",
    );
    run.expect(1, "1 more in internal content (1 of them errors) are not shown here").expect(1, "--show-internal");
    is_discreet("both", &run);
    let run = world.run(&["build", "--audience", "public", "--no-sync", "--lang", "zh"]);
    run.expect(1, "错误[I003]: 没有 remrk 这个字段").expect(1, "另有 1 条（其中错误 1 条）涉及内部内容");
    world.run(&["build", "--no-sync"]).expect(1, "在用中");
    world.run(&["check"]).expect(1, "在用中");
}

#[test]
fn a_leak_names_the_page_and_not_the_secret() {
    let world = World::new();
    SPOILS[11].2(&world);
    let run = world.run(&["build", "--audience", "public", "--no-sync"]);
    run.expect(1, "error[B001]: something that stands only inside is in the public page 404.html");
    world.run(&["build", "--audience", "public", "--no-sync", "--show-internal"]).expect(1, "“局内支出金丝雀乙六”");
    world.run(&["build", "--no-sync"]).expect(1, "“局内支出金丝雀乙六”");
}

#[test]
fn a_public_build_does_not_say_how_much_there_is_inside() {
    let world = World::new();
    let run = world.run(&["build", "--audience", "public", "--no-sync"]);
    run.expect(0, "none of the internal strings in sight is in the public site");
    assert!(!run.said().contains("internal items"), "{run:#?}");
    world.run(&["build", "--audience", "public", "--show-internal"]).expect(0, "internal items and ");
    world.run(&["build", "--no-sync"]).expect(0, "internal items and ");
}
