//! Content that is wrong in every way people and attackers know: a clear finding, no panic, no hang, and the
//! published site stays as it was.

use std::{fs, io::Cursor, os::unix::fs::symlink, process::Command, sync::LazyLock};

use crate::support::{Run, TODAY, Tree, World, read_tree, search, world_files};
use mingjing::media;
use proptest::prelude::*;

/// The world with its published sites.
static PUBLISHED: LazyLock<Tree> = LazyLock::new(|| {
    let world = World::new();
    world.run(&["build", "--no-sync"]).expect(0, "public: ");
    read_tree(world.root())
});

/// A published world, then something bad done to it.
fn after(spoil: impl FnOnce(&World)) -> World {
    let world = World::of(&*PUBLISHED);
    spoil(&world);
    world
}

/// What both commands must do: name the rule, exit with 1, and leave the output alone.
#[track_caller]
fn refused(world: &World, rule: &str) -> Run {
    let before = [world.tree("public"), world.tree("internal")];
    world.run(&["check"]).expect(1, &format!("[{rule}]"));
    let run = world.run(&["build"]);
    run.expect(1, &format!("[{rule}]"));
    assert!([world.tree("public"), world.tree("internal")] == before, "the output was touched");
    run
}

const H1: &str = "content/records/alpha/2026-h1.md";
const ABOUT: &str = "content/pages/about.md";

#[test]
fn files_beside_a_record_stay_beside_it() {
    for name in [
        "../beta/2026-notice.md",
        "/etc/passwd",
        "../../site.toml",
        "..",
        ".",
        "./2026-h1.csv",
        "..\\\\x.csv",
        "C:\\\\x",
    ] {
        let world = after(|w| w.edit(H1, "file = \"2026-h1.csv\"", &format!("file = \"{name}\"")));
        refused(&world, "R001").expect(1, "2026-h1.md:35");
        let world = after(|w| w.edit(H1, "file = \"2026-h1-notes.txt\"", &format!("file = \"{name}\"")));
        refused(&world, "R001");
    }
}

#[test]
fn links_lead_to_content() {
    for link in [
        "../../../../etc/passwd",
        "/etc/passwd",
        "../../Cargo.toml",
        "../items/alpha.toml/../../site.toml",
        "no.md",
        "%2e%2e/site.toml",
    ] {
        let world = after(|w| body(w, &format!("[x]({link})")));
        refused(&world, "L101").expect(1, "pages/about.md");
    }
}

#[test]
fn links_have_harmless_schemes() {
    let links = [
        "[x](javascript:alert)",
        "[x](JaVaScRiPt:alert)",
        "[x](<java\tscript:alert>)",
        "[x](&#106;avascript:alert)",
        "[x](&#x6A;avascript&colon;alert)",
        "[x](<  javascript:alert>)",
        "[x](&#1;javascript:alert)",
        "[x](java&#10;script:alert)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "[x](file:///etc/passwd)",
        "[x](//evil.example/)",
        "[x](\\\\\\\\evil\\\\x)",
        "<javascript:alert>",
        "[x][y]\n\n[y]: javascript:alert",
    ];
    for link in links {
        refused(&after(|w| body(w, link)), "L103").expect(1, "pages/about.md");
    }
    for image in ["![x](javascript:alert)", "![x](data:image/png;base64,AA)", "![x](https://evil.example/x.png)"] {
        refused(&after(|w| body(w, image)), "L104");
    }
}

#[test]
fn raw_html_is_refused() {
    let pieces = [
        "<script>alert(1)</script>",
        "a <b onclick=x>b</b>",
        "<!-- x -->",
        "<?php x ?>",
        "<![CDATA[x]]>",
        "</textarea><script>",
    ];
    for piece in pieces {
        refused(&after(|w| body(w, piece)), "L102").expect(1, "pages/about.md");
    }
}

/// Replaces the body of a page.
fn body(world: &World, body: &str) {
    let text = world.read(ABOUT);
    let head = text.rsplit_once("+++\n").unwrap().0;
    world.write(ABOUT, format!("{head}+++\n\n{body}\n"));
}

#[test]
fn markup_and_template_code_in_values_is_text() {
    let evil = "</title></script><script>alert(1)</script>\\\"' {{ x }}{% raw %}{# c #}{{ __tera_context }}";
    let world = World::new();
    for path in ["content/items/alpha.toml", "content/items/beta.toml"] {
        world.edit(path, "name = \"", &format!("name = \"{evil}"));
    }
    for path in [H1, "content/records/beta/2026-notice.md", ABOUT] {
        world.edit(path, "title = \"", &format!("title = \"{evil}"));
        world.edit(path, "summary = \"", &format!("summary = \"{evil}"));
    }
    world.edit("content/agency.toml", "duties = \"", &format!("duties = \"{evil}"));
    world.edit("content/site.toml", "description = \"", &format!("description = \"{evil}"));
    world.edit("content/records/alpha/2026-h1.csv", "1月", "<script>alert(1)</script>{{ x }}");
    world.run(&["build"]).expect(0, "public: ");
    for audience in ["public", "internal"] {
        let tree = world.tree(audience);
        for (path, bytes) in tree.iter().filter(|(path, _)| !path.ends_with(".csv") && !path.ends_with(".ics")) {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains("<script>alert") && !text.contains("</script><script"), "{path}: {text}");
        }
        let page = String::from_utf8_lossy(&tree["items/alpha.html"]).into_owned();
        assert!(page.contains("{{ x }}{% raw %}{# c #}{{ __tera_context }}"), "{page}");
    }
}

#[test]
fn links_of_the_file_system_are_refused() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("x.md"), "secret").unwrap();
    let spots = [
        "content/pages/x.md",
        "content/records/alpha/link.txt",
        "content/items",
        "content/records/gamma",
        "content/loose",
    ];
    for spot in spots {
        let world = after(|w| {
            let _ = fs::remove_dir_all(w.at(spot));
            symlink(outside.path().join(if spot.contains('.') { "x.md" } else { "" }), w.at(spot)).unwrap();
        });
        refused(&world, "I009").expect(1, "symbolic link");
    }
    let world = after(|w| symlink("..", w.at("content/records/alpha/loop")).unwrap());
    refused(&world, "I009");
}

#[test]
fn content_itself_may_be_elsewhere_but_not_nowhere() {
    let world = after(|_| {});
    let before = world.tree("public");
    fs::rename(world.at("content"), world.at("elsewhere")).unwrap();
    symlink("elsewhere", world.at("content")).unwrap();
    world.run(&["build"]).expect(0, "nothing touched");
    assert_eq!(world.tree("public"), before);
    for spoil in [|w: &World| fs::write(w.at("content"), "x").unwrap(), |_: &World| {}] {
        let world = after(|w| {
            fs::remove_dir_all(w.at("content")).unwrap();
            spoil(w);
        });
        let before = world.tree("public");
        world.run(&["build", "--root", "."]).expect(2, "content");
        world.run(&["check"]).expect(2, "content");
        assert_eq!(world.tree("public"), before);
    }
}

#[test]
fn what_is_no_plain_file_is_refused_without_opening_it() {
    for path in ["content/items/pipe.toml", "content/records/alpha/pipe.txt", "content/pipe"] {
        let world = after(|w| assert!(Command::new("mkfifo").arg(w.at(path)).status().unwrap().success()));
        refused(&world, "I009").expect(1, "not a plain file");
    }
    let world = after(|w| fs::create_dir_all(w.at("content/items/x.toml")).unwrap());
    refused(&world, "I009").expect(1, "folder");
}

#[test]
fn bytes_that_are_no_text_are_named() {
    let gb = encoding_rs::GB18030.encode("name = \"公开事项的名称\"\n").0.into_owned();
    let utf16: Vec<u8> = [0xfeff].into_iter().chain("name = 1".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let cases = [
        (gb, "iconv -f GB18030"),
        (utf16, "UTF-16"),
        (b"name = \"\xff\xfe\xfd\"\n\xff\n".to_vec(), "UTF-8"),
        (b"name = \"a\0b\"\n".to_vec(), "NUL"),
    ];
    for (bytes, said) in cases {
        for path in ["content/items/gamma.toml", ABOUT, "content/records/alpha/2026-h1.csv", "content/site.toml"] {
            refused(&after(|w| w.write(path, &bytes)), "I001").expect(1, said).expect(1, path);
        }
    }
}

#[test]
fn long_and_deep_files_are_refused_or_built() {
    refused(&after(|w| w.write("content/items/gamma.toml", "x".repeat(10 << 20))), "I009").expect(1, "2 MiB");
    refused(&after(|w| w.write("content/items/gamma.toml", format!("name = \"{}\"", "长".repeat(600_000)))), "I004");
    let arrays = format!("name = {}{}\n", "[".repeat(10_000), "]".repeat(10_000));
    refused(&after(|w| w.write("content/items/gamma.toml", &arrays)), "I002");
    let inline = format!("name = {}1{}\n", "{a=".repeat(10_000), "}".repeat(10_000));
    refused(&after(|w| w.write("content/items/gamma.toml", &inline)), "I002");
    let dotted = format!("[{}]\n", vec!["a"; 10_000].join("."));
    let run = after(|w| w.write("content/items/gamma.toml", &dotted)).run(&["build"]);
    run.expect(1, "gamma.toml");
    let deep = [
        ">".repeat(10_000),
        "- ".repeat(10_000),
        "*a ".repeat(10_000),
        "[".repeat(10_000),
        "![".repeat(5_000),
        "`".repeat(9_999),
    ];
    for text in deep {
        let run = after(|w| body(w, &format!("{text}x"))).run(&["build"]);
        run.expect(0, "public: ");
    }
    let nested = format!("{}x{}", "[".repeat(10_000), "](../items/alpha.toml)".repeat(10_000));
    after(|w| body(w, &nested)).run(&["build"]).expect(0, "public: ");
}

#[test]
fn names_that_can_not_be_addresses_are_refused() {
    let item = World::new().read("content/items/beta.toml");
    let record = World::new().read("content/records/beta/2026-notice.md");
    let long = "a".repeat(200);
    let bad =
        ["Gamma", "伽马", "a b", "gamma.", "con", "nul", "lpt1", "index", "a..b", "gamma%2f", "a\\b", "a\nb", &long];
    for name in bad {
        refused(&after(|w| w.write(&format!("content/records/alpha/{name}.txt"), "x")), "I008");
    }
    for name in bad.into_iter().chain(["-gamma", "gamma-", "a_b", "a.b"]) {
        refused(&after(|w| w.write(&format!("content/items/{name}.toml"), &item)), "I008");
        refused(&after(|w| w.write(&format!("content/records/{name}/2026.md"), &record)), "I008");
    }
    let world = after(|w| w.write("content/items/Beta.toml", &item));
    refused(&world, "I008").expect(1, "case only");
}

#[test]
fn other_names_that_can_not_be_addresses_are_refused() {
    for (id, code) in [("Ä/../x", "I113"), ("general/x", "I113"), ("CON", "I113"), ("general", "R103")] {
        refused(&after(|w| w.edit("content/agency.toml", "id = \"finance\"", &format!("id = \"{id}\""))), code);
    }
    let world = after(|w| w.edit("content/site.toml", "theme = \"default\"", "theme = \"../../x\""));
    refused(&world, "I109");
    let world = after(|w| w.write("themes/default/assets/徽标 A.svg", "<svg/>"));
    world.run(&["build"]).expect(1, "assets/徽标 A.svg");
}

#[test]
fn what_is_missing_is_named() {
    for path in ["content/items/gamma.toml", ABOUT, "content/agency.toml", "content/site.toml"] {
        let run = after(|w| w.write(path, "")).run(&["build"]);
        run.expect(1, path);
    }
    refused(&after(|w| w.write("content/records/alpha/2026-h1.csv", "")), "T001").expect(1, "empty");
    let world = after(|w| fs::remove_file(w.at("content/site.toml")).unwrap());
    world.run(&["check", "--root", "."]).expect(1, "content/site.toml");
    let world = World::of([]);
    fs::create_dir(world.at("content")).unwrap();
    world.run(&["build", "--root", "."]).expect(1, "content/site.toml").expect(1, "content/agency.toml");
    assert!(world.tree("public").is_empty());
}

/// What may happen to the bytes of a file.
#[derive(Clone, Debug)]
enum Mutation {
    Flip(usize, u8),
    Cut(usize),
    Splice(usize, usize, usize),
    Replace(Vec<u8>),
    Double(usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        4 => (any::<usize>(), 1..=255u8).prop_map(|(at, by)| Mutation::Flip(at, by)),
        2 => any::<usize>().prop_map(Mutation::Cut),
        2 => any::<(usize, usize, usize)>().prop_map(|(to, from, length)| Mutation::Splice(to, from, length)),
        1 => prop::collection::vec(any::<u8>(), 0..200).prop_map(Mutation::Replace),
        1 => any::<usize>().prop_map(Mutation::Double),
    ]
}

fn mutate(bytes: &mut Vec<u8>, mutation: &Mutation) {
    let length = bytes.len().max(1);
    match mutation {
        Mutation::Flip(at, by) => bytes.iter_mut().skip(at % length).take(1).for_each(|byte| *byte ^= by),
        Mutation::Cut(at) => bytes.truncate(at % length),
        Mutation::Splice(to, from, count) => {
            let piece: Vec<u8> = bytes.iter().skip(from % length).take(count % 80).copied().collect();
            let to = (to % length).min(bytes.len());
            bytes.splice(to..to, piece);
        }
        Mutation::Replace(new) => bytes.clone_from(new),
        Mutation::Double(at) => {
            let line = String::from_utf8_lossy(bytes).lines().nth(at % 20).unwrap_or_default().to_owned();
            bytes.extend([b"\n", line.as_bytes(), b"\n"].concat());
        }
    }
}

fn inspected(files: &Tree) {
    let world = World::of(files);
    let (report, catalog) = world.report(TODAY);
    report.to_json(TODAY.parse().unwrap(), &catalog.source);
    report.to_text(mingjing::text::Lang::Zh, false, &catalog.source);
    if !report.blocks() {
        let _ = world.build(mingjing::build::Sides::Both);
    }
}

proptest! {
    #![proptest_config(search(96, 20_260_911))]

    #[test]
    fn no_bytes_make_it_panic(changes in prop::collection::vec((any::<usize>(), mutation()), 1..6)) {
        let mut files = world_files();
        let count = files.len();
        for (at, change) in &changes {
            mutate(files.values_mut().nth(at % count).unwrap(), change);
        }
        inspected(&files);
    }

    #[test]
    fn no_file_beside_makes_it_panic(
        name in prop::sample::select(vec!["a.docx", "a.zip", "a.ofd", "a.pdf", "a.doc", "a.txt", "a.csv", "a.svg", "a.css", "a.xml", "a.html"]),
        seed in prop::sample::select(vec![ARCHIVE, DRAWING, PAGE, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7"]),
        changes in prop::collection::vec(mutation(), 0..6),
        piece in 1..50usize,
    ) {
        let mut bytes = seed.to_vec();
        changes.iter().for_each(|change| mutate(&mut bytes, change));
        let mut look = media::Look::at(name);
        bytes.chunks(piece).for_each(|piece| look.feed(piece));
        let _ = look.judge(&mut Cursor::new(&bytes)).unwrap();
        let _ = (media::asset(name, &bytes), media::root_file("BingSiteAuth.xml", &bytes));
        let _ = media::root_file("google1234567890abcdef.html", &bytes);
    }
}

/// An archive with one stored file, `[Content_Types].xml`, that is empty.
const ARCHIVE: &[u8] = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml\
PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0[Content_Types].xml\
PK\x05\x06\0\0\0\0\x01\0\x01\0\x41\0\0\0\x31\0\0\0\0\0";
const DRAWING: &[u8] =
    "<?xml version=\"1.0\"?><svg xmlns='x' a:b = \"c\"><!-- 甲 --><path d=m/><use href='#a'/></svg>".as_bytes();
const PAGE: &[u8] =
    b"<!DOCTYPE html><html lang=zh><head><meta charset=\"utf-8\"><title>x</title></head><body>y</body></html>";
