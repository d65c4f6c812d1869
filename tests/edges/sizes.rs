//! Very much of one mistake: the work grows with the text, not with its square; the terminal stops, files don't.

use std::time::{Duration, Instant};

use mingjing::text::Lang;

use crate::support::{TODAY, World};

const ALPHA: &str = "content/items/alpha.toml";
const ABOUT: &str = "content/pages/about.md";

/// Something bad, so many times.
type Spoil = fn(&World, usize);

/// Every way in which a report of very many findings once took the square of their number.
const SPOILS: [(&str, Spoil); 6] = [
    ("unknown keys", |w, n| {
        let keys = (0..n).map(|at| format!("k{at} = 1\n")).collect::<Vec<_>>().concat();
        w.write(ALPHA, keys + &w.read(ALPHA));
    }),
    ("dead links", |w, n| w.write(ABOUT, w.read(ABOUT) + &"[x](no.md)\n".repeat(n))),
    ("dead links in one line", |w, n| w.write(ABOUT, w.read(ABOUT) + &"[x](no.md)".repeat(n))),
    ("mistakes of syntax", |w, n| w.write(ALPHA, w.read(ALPHA) + &"x = \n".repeat(n))),
    ("wrong values in a broken file", |w, n| {
        let channels = format!("channels = [{}]", "1, ".repeat(n));
        w.edit(ALPHA, "channels = [\"网络公开\", \"公开栏\"]", &channels);
        w.write(ALPHA, "x = \n".to_owned() + &w.read(ALPHA));
    }),
    ("idle waivers", |w, n| {
        let one = |at| {
            format!(
                "[[waiver]]\nrule = \"I107\"\nfile = \"items/a{at}.toml\"\nreason = \"x\"\nowner = \"y\"\nuntil = 2027-01-01\n"
            )
        };
        w.write("content/waivers.toml", (0..n).map(one).collect::<Vec<_>>().concat());
        w.write(ABOUT, w.read(ABOUT) + &"[x](no.md)\n".repeat(n));
    }),
];

/// How long it takes to find and to write down everything.
fn time(spoil: Spoil, count: usize) -> Duration {
    let world = World::new();
    spoil(&world, count);
    let started = Instant::now();
    let (report, catalog) = world.report(TODAY);
    let text = report.to_text(Lang::Zh, false, &catalog.source);
    let json = report.to_json(TODAY.parse().unwrap(), &catalog.source);
    assert!(report.findings().len() >= count, "{} findings of {count}", report.findings().len());
    let took = started.elapsed();
    for listed in [text.matches("--> content/").count(), json.matches("\"code\": ").count()] {
        assert!(listed >= count, "{listed} listed of {count}");
    }
    took
}

/// Eight times as much takes about eight times as long, where it once took 64 times; the rest is room for a busy machine.
#[test]
fn the_work_grows_with_the_text() {
    for (what, spoil) in SPOILS {
        let few = time(spoil, 1_000).min(time(spoil, 1_000));
        let many = time(spoil, 8_000);
        assert!(many < few * 32, "{what}: {few:?} for 1000, {many:?} for 8000");
    }
}

#[test]
fn the_terminal_stops_listing_and_counts_the_rest() {
    let world = World::new();
    SPOILS[0].1(&world, 350);
    world.edit("content/items/beta.toml", "office = \"综合科\"", "office = \"示例局综合科\"");
    let run = world.run(&["check", "--report", "text", "--report", "text=all.txt", "--report", "json=all.json"]);
    run.expect(1, "only the first 100 are listed, errors first; for the other 251").expect(1, "--report text=FILE");
    run.expect(1, "350 errors, 1 warning, 0 notes.");
    assert_eq!(run.out.matches("error[I003]").count(), 100);
    assert!(!run.out.contains("warning["), "errors come first");
    let all = world.read("all.txt");
    assert_eq!((all.matches("error[I003]").count(), all.matches("warning[I107]").count()), (350, 1));
    assert!(!all.contains("only the first"));
    assert_eq!(world.read("all.json").matches("\"code\": \"I003\"").count(), 350);
    world.run(&["build"]).expect(1, "for the other 251").expect(1, "nothing was published");
    world.run(&["check", "--lang", "zh"]).expect(1, "另有 251 条没有列出");
}

/// A line of two million characters: the column is told right, and only what is near is shown.
#[test]
fn a_place_far_along_a_line_is_told_right() {
    let world = World::new();
    world.write(ABOUT, world.read(ABOUT) + "\n" + &"长".repeat(30_000) + "[x](no.md)");
    let run = world.run(&["check"]);
    run.expect(1, "content/pages/about.md:").expect(1, ":30001\n");
    assert!(run.out.len() < 2_000, "{}", run.out.len());
}
