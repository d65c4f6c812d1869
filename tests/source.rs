//! The source is a value: what is found and built is the same wherever the files come from, and numbers stay.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use mingjing::{
    build::{Request, Sides, build, inspect},
    calendar::AsOf,
    diag::{FileId, Files, Finding},
    load::load,
    publish::Options,
    source::Source,
    text::Lang,
};

use crate::support::{TODAY, Tree, World, read_tree, world_files};

const RECORD: &str = "content/records/beta/2026-notice.md";
const FIRST: &str = "content/accountability/0.toml";

fn as_of() -> AsOf {
    AsOf(TODAY.parse().unwrap())
}

/// What is found in a source, as a report.
fn said(source: Source) -> String {
    let (catalog, found) = load(source);
    let report = inspect(&catalog, found, as_of(), Path::new("/nowhere"));
    report.to_text(Lang::Zh, false, &catalog.source)
}

/// Both sites of a source.
fn sites(source: Source) -> Tree {
    let folder = tempfile::tempdir().unwrap();
    let (catalog, found) = load(source);
    let options = Options { sync: false, ..Options::default() };
    let root = Path::new("/nowhere");
    let request =
        Request { root, output: folder.path(), as_of: as_of(), sides: Sides::Both, options, observer: &|_| {} };
    build(&catalog, found, &request).unwrap();
    read_tree(folder.path()).into_iter().filter(|(path, _)| !path.starts_with(".mingjing")).collect()
}

/// Findings without numbers, by file.
fn by_file(source: Source) -> BTreeMap<String, BTreeSet<String>> {
    let (catalog, found) = load(source);
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let report = inspect(&catalog, found, as_of(), Path::new("/nowhere"));
    for Finding { rule, span, message, .. } in report.findings() {
        let path = catalog.source.path(span.file).to_owned();
        all.entry(path).or_default().insert(format!("{} {:?} {}", rule.code, span.range(), message.zh));
    }
    all
}

fn numbers(source: &Source) -> BTreeMap<String, FileId> {
    let texts = source.files().map(|(path, file)| (path.to_owned(), file));
    texts.chain(source.blobs().map(|(path, blob)| (path.to_owned(), blob.file))).collect()
}

/// The small world with an attachment, and with what is wrong in every way that a walk finds.
fn broken() -> Tree {
    let mut files = world_files();
    let long = vec![b'a'; 3 << 20];
    for (path, bytes) in [
        ("content/Items/alpha.toml", &b"name = \"x\""[..]),
        ("content/items/gb.toml", b"name = \"\xb2\xc6\xce\xf1\""),
        ("content/items/nul.toml", b"name = \"\0\""),
        ("content/items/folder.toml/in.txt", b"x"),
        ("content/pages/long.md", &long),
        ("content/records/beta/table.csv", b"a,b\n1\n"),
        ("content/records/beta/picture.png", b"\x89PNG\r\n\x1a\n"),
        ("content/static/public/a.toml", b"x"),
        ("content/items/~$alpha.toml", b"clutter"),
        ("content/.git/config.toml", b"x"),
        ("elsewhere/x.toml", b"x"),
    ] {
        files.insert(path.to_owned(), bytes.to_vec());
    }
    files
}

#[test]
fn memory_and_disk_give_the_same() {
    let of_disk = |files: &Tree| {
        let world = World::of(files);
        world.root();
        (world.source(), world)
    };
    let files = broken();
    let (disk, _kept) = of_disk(&files);
    let found = said(disk.clone());
    for told in ["仅大小写不同", "GB 18030", "NUL", "是文件夹", "上限 2 MiB", "没有被任何记录引用", "L010"]
    {
        assert!(found.contains(told), "no {told} in {found}");
    }
    assert_eq!(said(Source::of(files)), found);

    let mut files = world_files();
    let record = String::from_utf8(files[RECORD].clone()).unwrap();
    let attachment = "[[attachment]]\nfile = \"list.txt\"\ntitle = \"名单\"\nkind = \"文字\"\n\n[review]\n";
    files.insert(RECORD.to_owned(), record.replacen("[review]\n", attachment, 1).into_bytes());
    files.insert("content/records/beta/list.txt".to_owned(), "一号场地\n".into());
    let (disk, _kept) = of_disk(&files);
    let of_disk = sites(disk);
    assert!(of_disk.contains_key("public/records/beta/list.txt"), "{:?}", of_disk.keys());
    assert_eq!(of_disk, sites(Source::of(files)));
}

#[test]
fn numbers_stay_when_files_come_and_go() {
    let world = Source::of(world_files());
    let before = numbers(&world);
    let added = world.overlaid([(FIRST, Some("x"))]);
    let after = numbers(&added);
    assert_eq!(after.keys().next().map(String::as_str), Some(FIRST), "it stands in front of all others");
    assert!(before.iter().all(|(path, file)| after[path] == *file));
    assert!(!before.values().any(|file| *file == after[FIRST]));

    let gone = added.overlaid([(RECORD, None::<&str>)]);
    assert_eq!((gone.file(RECORD), gone.text(before[RECORD])), (None, ""));
    let other = gone.overlaid([("content/pages/new.md", Some("新"))]);
    assert!(!after.values().any(|file| *file == other.file("content/pages/new.md").unwrap()), "none is used again");
    let back = other.overlaid([(RECORD, Some("回来"))]);
    assert_eq!((back.file(RECORD), back.text(before[RECORD])), (Some(before[RECORD]), "回来"));
    assert_eq!(world.text(before[RECORD]).as_bytes(), world_files()[RECORD], "the one below is what it was");
}

#[test]
fn an_overlay_over_a_record_changes_its_findings_alone() {
    let world = World::of(&broken());
    world.root();
    let disk = world.source();
    let text = world.read(RECORD).replace("title = \"2026年秋季场地安排\"", "titel = \"2026年秋季场地安排\"");
    let changed = disk.overlaid([(RECORD, Some(text))]);
    let (before, after) = (by_file(disk), by_file(changed.clone()));
    assert!(after[RECORD].iter().any(|said| said.contains("titel")), "{after:#?}");
    let others = |all: &BTreeMap<String, BTreeSet<String>>| {
        all.clone().into_iter().filter(|(path, _)| path != RECORD).collect::<Vec<_>>()
    };
    assert_eq!(others(&before), others(&after));
    // Put back as it was, nothing is left of it; and what was broken is mended where it is laid over.
    let back = changed.overlaid([(RECORD, Some(world.read(RECORD)))]);
    assert_eq!(by_file(back.clone()), before);
    let mended = back.overlaid([("content/Items/alpha.toml", None::<&str>), ("content/items/nul.toml", None)]);
    let said = said(mended);
    assert!(!said.contains("仅大小写不同") || said.contains("content/Items 仅"), "{said}");
    assert!(!said.contains("NUL"), "{said}");
}

#[test]
fn a_file_that_is_missing_is_missing_again() {
    let mut files = world_files();
    let site = files.remove("content/site.toml").unwrap();
    let (catalog, found) = load(Source::of(files));
    assert!(found.iter().any(|f| f.rule.code == "R001"));
    let again = catalog.source.overlaid([("content/pages/x.md", None::<&str>)]);
    assert!(load(again).1.iter().any(|f| f.rule.code == "R001"), "it was only made up for the finding");
    let mended = catalog.source.overlaid([("content/site.toml", Some(site))]);
    assert!(!load(mended).1.iter().any(|f| f.rule.code == "R001"));
}
