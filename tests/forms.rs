//! Registers, archive and channels that are wrong in every way people and attackers know: a clear finding, and the
//! published site stays as it was.

use crate::support::World;

/// The world, published, then something bad done to it.
fn after(spoil: impl FnOnce(&World)) -> World {
    let world = World::new();
    world.run(&["build", "--no-sync"]).expect(0, "public: ");
    spoil(&world);
    world
}

/// What both commands must do: name the rule, exit with 1, and leave the output alone. What they said.
#[track_caller]
fn refused(world: &World, rule: &str) -> String {
    let before = [world.tree("public"), world.tree("internal")];
    world.run(&["check"]).expect(1, &format!("[{rule}]"));
    let run = world.run(&["build"]);
    run.expect(1, &format!("[{rule}]"));
    assert!([world.tree("public"), world.tree("internal")] == before, "the output was touched");
    run.said()
}

const H1: &str = "content/records/alpha/2026-h1.md";
const ABOUT: &str = "content/pages/about.md";

/// Replaces the body of a page.
fn body(world: &World, body: &str) {
    let text = world.read(ABOUT);
    let head = text.rsplit_once("+++\n").unwrap().0;
    world.write(ABOUT, format!("{head}+++\n\n{body}\n"));
}

#[test]
fn links_lead_to_forms_that_are_there_and_open() {
    after(|w| body(w, "[x](../exercises/alpha-copier.toml)")).run(&["check"]).expect(0, "");
    for (form, rule) in [("inner-travel", "B103"), ("nowhere", "L101"), ("../filings/2026-h1", "L101")] {
        refused(&after(|w| body(w, &format!("[x](../exercises/{form}.toml)"))), rule);
    }
}

/// A paragraph is one long line: the excerpt is cut, the column is that of the line.
#[test]
fn a_finding_far_to_the_right_has_its_own_column() {
    let world = after(|w| body(w, &format!("{}[x](nowhere.md)。", "字".repeat(200))));
    let run = world.run(&["check"]);
    run.expect(1, "content/pages/about.md:");
    let line = world.read(ABOUT).lines().position(|line| line.starts_with('字')).unwrap() + 1;
    assert!(run.said().contains(&format!("--> {ABOUT}:{line}:201\n")), "{}", run.said());
    assert!(!run.said().contains(&"字".repeat(100)), "{}", run.said());
}

const COPIER: &str = "content/exercises/alpha-copier.toml";
const FILING: &str = "content/filings/2026-h1.toml";

#[test]
fn registers_that_lie_are_refused() {
    let copier = |from: &'static str, to: &'static str| after(move |w| w.edit(COPIER, from, to));
    for (item, code) in [
        ("../alpha", "R116"),
        ("alpha.toml", "R116"),
        ("ALPHA", "R116"),
        ("<script>", "R116"),
        ("beta", "G102"),
        ("inner-plan", "G102"),
    ] {
        let world = after(|w| w.edit(COPIER, "item = \"alpha\"", &format!("item = \"{item}\"")));
        assert!(refused(&world, code).contains("alpha-copier.toml:1"));
    }
    let review = "\n[stage.review]\nby = \"公开办主任\"\non = 2026-05-14\n\n[stage.review.superior]\nby = \"明州市权力公开领导小组办公室\"\non = 2026-05-20\n";
    refused(&copier(review, ""), "B105");
    refused(&copier("kind = \"决策\"", "kind = \"受理\""), "G104");
    refused(&copier("published_on = 2026-05-22", "published_on = 2026-05-19"), "G104");
    refused(&copier("kind = \"决策\"", "kind = \"决定\""), "I006");
    refused(&copier("published_on = 2026-05-22", "published_on = 2199-12-31"), "R106");
    for count in ["-1", "-9223372036854775808"] {
        refused(&after(|w| w.edit(FILING, "count = 0", &format!("count = {count}"))), "G103");
    }
    refused(&after(|w| w.edit(FILING, "count = 0", "count = 9223372036854775808")), "I005");
    let row = "\n[[row]]\nitem = \"beta\"\ncount = 9223372036854775807\nsummary = \"多\"\n";
    let said = refused(&after(|w| w.write(FILING, w.read(FILING) + &row.repeat(2_000))), "G103");
    assert!(said.contains("2000 errors"));
    let stage = "\n[[stage]]\nkind = \"结果\"\non = 2026-06-03\nwhat = \"多\"\nby = \"多\"\nrecorded_on = 2026-06-03\n";
    let many = |w: &World| {
        w.write(COPIER, w.read(COPIER).split("[internal]").next().unwrap().to_owned() + &stage.repeat(2_000));
    };
    refused(&after(many), "G104");
}

/// A form without a stage and a filing without a row say nothing; a period has one filing, of its own length and dates.
#[test]
fn forms_that_say_nothing_and_filings_of_no_period_are_refused() {
    let head = |text: &str, table: &str| text.split(table).next().unwrap().to_owned();
    let said = refused(&after(|w| w.write(COPIER, head(&w.read(COPIER), "\n[[stage]]"))), "I004");
    assert!(said.contains("[[stage]] (stage) is missing"), "{said}");
    let said = refused(&after(|w| w.write(FILING, head(&w.read(FILING), "\n[[row]]"))), "I004");
    assert!(said.contains("[[row]] (row) is missing"), "{said}");
    for (from, to, expected) in [
        ("2026-H1", "2026-Q2", "2026-Q2 is no period of filings"),
        ("submitted_on = 2026-07-10", "submitted_on = 2026-07-07", "before it was filled in on 2026-07-08"),
    ] {
        let said = refused(&after(|w| w.edit(FILING, from, to)), "G109");
        assert!(said.contains(expected), "{said}");
    }
    let again = |w: &World| w.write("content/filings/zz.toml", w.read(FILING).replace("卯七", "卯八"));
    assert!(refused(&after(again), "G109").contains("2026-H1 has a filing already"));
    let early = |w: &World| {
        w.edit(
            FILING,
            "filled_on = 2026-07-08\nsubmitted_on = 2026-07-10",
            "filled_on = 2026-06-20\nsubmitted_on = 2026-06-22",
        );
    };
    after(early).run(&["check", "--strict"]).expect(1, "[S105]: 2026-H1 ends on 2026-06-30");
}

/// What an item says of its changes holds on the day and with its status; a photograph is no text.
#[test]
fn changes_to_come_or_against_the_status_and_photographs_that_are_none() {
    const ALPHA: &str = "content/items/alpha.toml";
    for (from, to, rule) in [
        ("on = 2025-07-01\nkind", "on = 2099-07-01\nkind", "R106"),
        ("reported_on = 2025-07-03", "reported_on = 2099-07-03", "R106"),
        ("on = 2025-06-20", "on = 2099-06-20", "R106"),
        ("kind = \"新增\"", "kind = \"终止\"", "I110"),
        ("status = \"在用\"", "status = \"终止\"\nterminated_on = 2026-09-01", "I110"),
    ] {
        assert!(refused(&after(|w| w.edit(ALPHA, from, to)), rule).contains("alpha.toml"), "{to}");
    }
    let again = "\n[[change]]\non = 2025-08-01\nkind = \"新增\"\nwhat = \"恢复。\"\n\n[internal]";
    let world = after(|w| {
        w.edit(ALPHA, "kind = \"新增\"", "kind = \"终止\"");
        w.edit(ALPHA, "\n[internal]", again);
    });
    world.run(&["check"]).expect(0, "");
    let photo = |w: &World| w.edit(H1, "until = 2026-07-31", "until = 2026-07-31\nphoto = \"2026-h1-notes.txt\"");
    assert!(refused(&after(photo), "R114").contains("is listed as a text"));
}

/// Numbers of the archive that are none: said, and nothing stops.
#[test]
fn archive_numbers_of_any_shape_are_read() {
    for number in
        ["2026-99999999999999999999", "２０２６-001", "2026-000", "-", "2026-1", "2026-0001x", "１", "2026-001-002"]
    {
        let world = after(|w| w.edit(H1, "\"2026-006\"", &format!("\"{number}\"")));
        world.run(&["check", "--strict"]).expect(1, "[A103]");
    }
    after(|w| w.edit(H1, "\"2026-006\"", "\"2026-0006\"")).run(&["check", "--strict"]).expect(0, "");
    for photo in ["../../../etc/passwd", "/etc/passwd", "2026-h1.csv", "x\\\\y"] {
        let world = after(|w| w.edit(H1, "until = 2026-07-31", &format!("until = 2026-07-31\nphoto = \"{photo}\"")));
        refused(&world, "R114");
    }
}

/// A form or a filing that can't be read is one mistake: what it may have is not said to be missing beside it.
#[test]
fn a_broken_form_has_no_consequences() {
    let codes = |path: &str, from: &str, to: &str| {
        let world = after(|w| w.edit(path, from, to));
        let said = world.run(&["check"]).said();
        said.match_indices(['['])
            .filter_map(|(at, _)| said.get(at + 1..at + 5))
            .filter(|c| c.ends_with(|c: char| c.is_ascii_digit()))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(COPIER, "item = \"alpha\"", "item = 7"), ["I005"]);
    assert_eq!(codes(COPIER, "submitted_on = 2026-09-04", "submitted_on = \"2026-09-04\""), ["I005"]);
    assert_eq!(codes(FILING, "submitted_on = 2026-07-10", "submitted_on = \"2026-07-10\""), ["I005"]);
    assert_eq!(codes(FILING, "period = \"2026-H1\"", "period = \"2026-H3\""), ["I005"]);
}
