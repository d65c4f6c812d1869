//! Where files belong: what lies elsewhere and looks like content is an error that says where it goes; and an address is its path.

use mingjing::{
    build::Sides,
    diag::{Finding, Note, Reach},
    kinds::{Address, KINDS, Kind, Part},
    text::Word,
};

use crate::support::{TODAY, World};

/// The finding about one more file, and what it says to do.
fn found(path: &str) -> Vec<(&'static str, Reach, String)> {
    let world = World::new();
    world.write(path, "x\n");
    let (report, catalog) = world.report(TODAY);
    let own = |f: &&Finding| mingjing::diag::Files::path(&catalog.source, f.span.file) == path;
    let help = |f: &Finding| {
        let helps = f.notes.iter().filter_map(|note| if let Note::Help(text) = note { Some(&*text.en) } else { None });
        helps.collect::<String>()
    };
    report.findings().iter().filter(own).map(|f| (f.rule.code, f.reach, help(f))).collect()
}

#[test]
fn what_looks_like_content_says_where_it_belongs() {
    use Reach::{Internal, Public};
    for (path, reach, help) in [
        ("content/item/x.toml", Public, "content/items/x.toml"),
        ("content/exercise/x.toml", Public, "content/exercises/x.toml"),
        ("content/page/x.md", Public, "content/pages/x.md"),
        ("content/items/x.md", Public, "ends in .toml"),
        ("content/items/old/x.toml", Public, "content/items/x.toml"),
        ("content/items/x.TOML", Public, "rename it to content/items/x.toml"),
        ("content/items/x.toml.txt", Public, "rename it to content/items/x.toml"),
        ("content/items/alpha.toml.txt", Public, "there is content/items/alpha.toml already"),
        ("content/pages/x.Md", Public, "rename it to content/pages/x.md"),
        ("content/records/x.md", Public, "content/records/<item>/x.md"),
        ("content/records/alpha/x.toml", Public, "ends in .md"),
        ("content/records/alpha/x.md.txt", Public, "rename it to content/records/alpha/x.md"),
        ("content/records/alpha/deep/x.md", Public, "content/records/<item>/x.md"),
        ("content/records/inner/x.toml", Internal, "ends in .md"),
        ("content/records/inner/x.md.txt", Internal, "rename it to content/records/inner/x.md"),
        ("content/agnecy.toml", Public, "rename it to content/agency.toml"),
        ("content/site.toml.txt", Public, "there is content/site.toml already"),
        ("content/x.csv", Public, "beside its record"),
        ("content/zzz/q.md", Public, "move it to the folder of its kind: content/records/"),
        ("content/exercises/x.internal.md", Public, "ends in .toml"),
    ] {
        let found = found(path);
        let [(code, own, said)] = &found[..] else { panic!("{path}: {found:?}") };
        assert_eq!((*code, *own), ("I010", reach), "{path}: {said}");
        assert!(said.contains(help), "{path}: {said}");
    }
}

#[test]
fn what_is_no_content_is_only_unused() {
    for path in ["content/x.docx", "content/items/x.txt", "content/items/x.toml.bak", "content/records/beta/x.csv"] {
        let found = found(path);
        assert!(matches!(found[..], [("I014", ..)]), "{path}: {found:?}");
    }
    for path in ["content/Thumbs.db", "content/items/~$x.docx", "content/items/desktop.ini", "content/items/x.toml.swp"]
    {
        assert_eq!(found(path), [], "{path}");
    }
}

/// What lies in the folder of an internal item holds back the internal site alone.
#[test]
fn a_stray_holds_back_the_site_that_it_reaches() {
    for (path, public) in [("content/backup/x.toml", false), ("content/records/inner/x.toml", true)] {
        let world = World::new();
        world.write(path, "x = 1\n");
        assert_eq!(world.build(Sides::Public).is_ok(), public, "{path}");
        assert!(world.build(Sides::Internal).is_err(), "{path}");
    }
}

#[test]
fn a_waiver_may_be_of_what_is_unused_and_not_of_a_stray() {
    let waived = |file: &str, rule: &str| {
        let world = World::new();
        world.write(&format!("content/{file}"), "x\n");
        let waiver = format!(
            "[[waiver]]\nrule = \"{rule}\"\nfile = \"{file}\"\nreason = \"x\"\nowner = \"公开办主任\"\nuntil = 2026-12-31\n"
        );
        world.write("content/waivers.toml", waiver);
        world.report(TODAY).0.findings().iter().map(|f| f.rule.code).collect::<Vec<_>>()
    };
    assert_eq!(waived("plan.docx", "I014"), [""; 0]);
    assert_eq!(waived("plan.md", "I010"), ["I010", "W101"]);
}

#[test]
fn an_address_is_its_path_and_its_page() {
    for def in KINDS {
        let at = if def.kind == Kind::Record { Address::record("a", "b-1") } else { Address::of(def.kind, "b-1") };
        let at = if def.kind.def().folder.is_empty() { Address::fixed(def.kind) } else { at };
        let path = at.path();
        assert_eq!(Address::parse(&path), Some(at), "{path}");
        assert!(path.starts_with("content/") && path.ends_with(def.end.as_str()), "{path}");
        assert_eq!(at.page().is_some(), def.has_page, "{path}");
        let annex = Address { part: Part::Annex, ..at };
        assert_eq!(Address::parse(&annex.path()), def.has_annex.then_some(annex), "{path}");
    }
    let beside = Address::beside("a", "x.csv");
    assert_eq!(Address::parse("content/records/a/x.csv"), Some(beside));
    assert_eq!(beside.page().as_deref(), Some("records/a/x.csv"));
    assert_eq!(Address::record("a", "b").page().as_deref(), Some("records/a/b.html"));
    for stray in ["x.toml", "content", "content/", "content//x.toml", "content/a/b/c/d.md", "content/records//x.md"] {
        assert_eq!(Address::parse(stray), None, "{stray}");
    }
    assert_eq!(KINDS.len(), Kind::ALL.len());
}
