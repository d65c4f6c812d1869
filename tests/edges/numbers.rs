//! Names and numbers that somebody wrote: none brings the program down or asks for memory.

use crate::support::{TODAY, World};

#[test]
fn an_attachment_without_extension_is_refused() {
    let world = World::new();
    let h1 = "content/records/alpha/2026-h1.md";
    world.write("content/records/alpha/readme", "说明");
    world.run(&["check"]).expect(1, "error[I008]").expect(1, "readme");
    world.edit(
        h1,
        "[[revision]]",
        "[[attachment]]\nfile = \"readme\"\ntitle = \"说明\"\nkind = \"文字\"\n\n[[revision]]",
    );
    world.run(&["check"]).expect(1, "error[I008]");
    world.run(&["build"]).expect(1, "error[I008]").expect(1, "nothing was published");
    world.run(&["build", "--audience", "public"]).expect(1, "error[I008]");
}

#[test]
fn a_calendar_is_named_by_a_year_of_four_digits() {
    let year = World::new().read("content/calendars/2027.toml");
    for name in
        ["+2026", "02026", "20271105", "2147483647", "-2026", "1948", "2200", "9999", "２０２８", "2028 ", "tax"]
    {
        let world = World::new();
        world.write(&format!("content/calendars/{name}.toml"), &year);
        world.run(&["check"]).expect(1, "error[I008]").expect(1, "1949 to 2199");
        world.run(&["build"]).expect(1, "error[I008]");
        world.run(&["due"]).expect(1, "the content has 1 errors");
    }
    for name in ["2147483647", "+2026"] {
        let world = World::new();
        world.write(&format!("{name}.toml"), "status = \"provisional\"\n");
        let path = format!("{name}.toml");
        world.run(&["calendar", "diff", &path, &path]).expect(1, "no days off in it");
    }
}

#[test]
fn years_are_those_of_this_republic_and_two_centuries() {
    let world = World::new();
    for args in [
        ["due", "--year", "2200"],
        ["due", "--year", "1948"],
        ["due", "--as-of", "2200-01-01"],
        ["check", "--as-of", "1948-12-31"],
        ["calendar", "show", "2200"],
    ] {
        world.run(&args).expect(2, args[2]);
    }
    for (from, to) in [
        ("started_on = 2025-07-01", "started_on = 0001-01-01"),
        ("started_on = 2025-07-01", "started_on = 9999-12-31"),
        ("started_on = 2025-07-01", "started_on = 2200-01-01"),
    ] {
        let world = World::new();
        world.edit("content/items/alpha.toml", from, to);
        world.run(&["check"]).expect(1, "error[I005]").expect(1, "1949 to 2199");
    }
    let world = World::new();
    let record = world.read("content/records/alpha/2026-h1.md");
    for period in ["2200-H1", "2999", "2026-+1", "+949-H1", "2026-H+1"] {
        world.write("content/records/alpha/2026-h1.md", record.replace("\"2026-H1\"", &format!("\"{period}\"")));
        world.run(&["check"]).expect(1, "error[I005]").expect(1, period);
    }
}

/// Whole numbers may be as large as TOML has them: nothing is made as long as one says.
#[test]
fn no_number_asks_for_memory() {
    for (path, from, to) in [
        ("content/pages/about.md", "order = ", "order = 9223372036854775807 # "),
        ("content/pages/about.md", "order = ", "order = -9223372036854775808 # "),
        ("content/filings/2026-h1.toml", "count = 0", "count = 9223372036854775807"),
    ] {
        let world = World::new();
        world.edit(path, from, to);
        let run = world.run(&["build", "--no-sync"]);
        assert!(matches!(run.code, Some(0 | 1)), "{to}: {}", run.said());
    }
    let world = World::new();
    let site = world.read("content/site.toml");
    for key in ["board_days", "due_soon_days", "confirm_days"] {
        world.write("content/site.toml", format!("{site}\n[policy]\n{key} = {}\n", i64::MAX));
        world.run(&["check"]).expect(1, "error[I005]").expect(1, key);
    }
    let world = World::new();
    for args in [["due", "--within", "36600d"], ["due", "--within", "36601d"], ["build", "--jobs", "1025"]] {
        let run = world.run(&args);
        assert!(matches!(run.code, Some(0..=2)), "{}", run.said());
    }
    let run = world.run(&["due", "--as-of", "2199-12-31", "--within", "36600d"]);
    assert!(matches!(run.code, Some(0 | 1)), "{TODAY}: {}", run.said());
}
