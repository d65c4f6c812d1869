//! The day that counts as today shapes the public site only where a state is shown.

use std::collections::BTreeSet;

use crate::support::{Tree, World};

const MANIFEST: &str = "manifest.sha256";
const OFF: &str = "\n[policy]\npublic_timeliness = false\n";

/// The small site with the days off of one year more, which deadlines of 2027 need.
fn site() -> World {
    let world = World::new();
    let next = world.read("content/calendars/2027.toml").replace("2027", "2028");
    world.write("content/calendars/2028.toml", next);
    world
}

/// Both sites as they are built on a day.
fn on(world: &World, day: &str) -> [Tree; 2] {
    world.run(&["build", "--no-sync", "--as-of", day]).expect(0, "public: ");
    ["public", "internal"].map(|audience| world.tree(audience))
}

fn silent() -> World {
    let world = site();
    let site = world.read("content/site.toml");
    world.write("content/site.toml", format!("{site}{OFF}"));
    world
}

/// The files that differ between two trees, or are in one only.
fn differing<'t>(one: &'t Tree, other: &'t Tree) -> BTreeSet<&'t str> {
    let all = one.keys().chain(other.keys()).map(String::as_str);
    all.filter(|path| one.get(*path) != other.get(*path)).collect()
}

#[track_caller]
fn assert_differ(from: &str, to: &str, expected: &[&str]) {
    let world = site();
    let ([before, _], [after, _]) = (on(&world, from), on(&world, to));
    let expected = expected.iter().copied().chain([MANIFEST]).collect();
    assert_eq!(differing(&before, &after), expected, "{from} and {to}");
}

#[test]
fn a_day_without_a_change_of_state_shows_in_one_page() {
    assert_differ("2026-09-10", "2026-09-11", &["timeliness.html"]);
}

#[test]
fn a_day_on_which_something_stays_overdue_shows_in_one_page() {
    assert_differ("2027-02-02", "2027-02-03", &["timeliness.html"]);
}

/// 2026-H2 of the item alpha is due on 2027-01-29; what is due within 15 days is due soon.
#[test]
fn a_change_of_state_shows_where_that_state_does() {
    let pages = ["items/alpha.html", "timeliness.html", "timeliness/2027.html"];
    assert_differ("2027-01-13", "2027-01-14", &pages);
}

#[test]
fn what_becomes_overdue_shows_in_the_figure_of_the_home_page_too() {
    let pages = ["index.html", "items/alpha.html", "timeliness.html", "timeliness/2027.html"];
    assert_differ("2027-01-29", "2027-01-30", &pages);
}

#[test]
fn the_same_day_gives_the_same_bytes() {
    let world = site();
    let first = on(&world, "2027-01-30");
    on(&world, "2026-09-10");
    assert_eq!(first, on(&world, "2027-01-30"));
    assert_eq!(first, on(&site(), "2027-01-30"));
}

#[test]
fn a_site_that_shows_no_promises_does_not_know_the_day() {
    let world = silent();
    let days = ["2026-09-10", "2027-01-13", "2027-01-14", "2027-01-30"].map(|day| on(&world, day));
    for [public, internal] in &days {
        assert_eq!(public, &days[0][0]);
        let told: Vec<&String> =
            public.iter().filter(|(path, bytes)| tells(path, bytes)).map(|(path, _)| path).collect();
        assert!(told.is_empty(), "{told:?}");
        assert!(internal.contains_key("timeliness.html") && internal.contains_key("due.html"));
    }
}

/// Whether a file of a site is about promises, or a page links to one that is.
fn tells(path: &str, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    path.contains("timeliness")
        || path != "assets/style.css" && (text.contains("timeliness") || text.contains("id=\"promises\""))
}

#[test]
fn the_public_site_has_nothing_of_what_is_due_inside() {
    let world = site();
    let [public, internal] = on(&world, "2027-01-30");
    let inside = |path: &str| path == "due.html" || path.starts_with("calendars/");
    assert!(internal.contains_key("due.html"));
    assert!(!public.keys().any(|path| inside(path)), "{:?}", public.keys());
    let linking: Vec<&String> = public
        .iter()
        .filter(|(_, bytes)| [".ics", "due.html"].iter().any(|word| String::from_utf8_lossy(bytes).contains(word)))
        .map(|(path, _)| path)
        .collect();
    assert!(linking.is_empty(), "{linking:?}");
}

/// A calendar of no promise: the public page counts what is overdue, whatever was waived inside.
#[test]
fn a_waiver_shapes_no_public_byte() {
    let world = site();
    let before = on(&world, "2027-01-30");
    let waiver = "[[waiver]]\nrule = \"S102\"\nfile = \"items/alpha.toml\"\nperiod = \"2026-H2\"\n\
                  reason = \"系统更换合并公开\"\nowner = \"公开办岗\"\nuntil = 2027-12-31\n";
    let path = "content/waivers.toml";
    let old = if world.at(path).exists() { world.read(path) } else { String::new() };
    world.write(path, format!("{old}\n{waiver}"));
    let after = on(&world, "2027-01-30");
    assert_eq!(differing(&before[0], &after[0]), BTreeSet::new());
    let due = String::from_utf8_lossy(&after[1]["due.html"]).into_owned();
    assert!(due.contains("系统更换合并公开") && due.contains("公开办岗"), "{due}");
}
