//! What desktops leave behind, and internal content that is broken: neither holds back the public site.

use std::{fs, os::unix::fs::symlink};

use mingjing::build::Sides;

use crate::support::World;

const CLUTTER: [&str; 22] = [
    ".DS_Store",
    "Thumbs.db",
    "thumbs.db",
    "desktop.ini",
    "Desktop.ini",
    "~$2026-h1.docx",
    "~$情况.docx",
    "~WRL0001.tmp",
    ".~lock.2026-h1.csv#",
    "._2026-h1.md",
    ".2026-h1.md.swp",
    ".2026-h1.md.swo",
    "2026-h1.md~",
    "alpha.toml~",
    "#2026-h1.md#",
    ".#2026-h1.md",
    ".goutputstream-X1Y2Z3",
    ".nfs000000000123",
    "Icon\r",
    "alpha.toml.swp",
    ".~alpha.docx",
    "ehthumbs_vista.db",
];
const FOLDERS: [&str; 8] =
    ["", "items/", "pages/", "records/alpha/", "records/inner/", "feedback/", "calendars/", "statistics/"];
const SENTENCE: &str = "这一句话只在桌面留下的文件里写着。";

#[test]
fn clutter_is_passed_over_in_silence() {
    let clean = World::new();
    clean.run(&["build", "--no-sync"]).expect(0, "public: ");
    let world = World::new();
    for folder in FOLDERS {
        for name in CLUTTER {
            world.write(&format!("content/{folder}{name}"), b"\xff\xfe\x00\x01");
        }
    }
    for folder in ["__MACOSX", ".Trashes", "records/alpha/@eaDir", "records/.fseventsd", "$RECYCLE.BIN"] {
        world.write(&format!("content/{folder}/Bad Name.toml"), b"\xff");
        world.write(&format!("content/{folder}/inner.toml"), SENTENCE);
    }
    symlink("/etc/passwd", world.at("content/records/alpha/.#lock")).unwrap();
    for name in [".DS_Store", "assets/Thumbs.db", "assets/style.css~"] {
        world.write(&format!("themes/default/{name}"), b"\xff");
    }
    let run = world.run(&["check", "--strict"]);
    run.expect(0, "No findings");
    world.run(&["build", "--no-sync"]).expect(0, "public: ");
    assert!(world.tree("public") == clean.tree("public") && world.tree("internal") == clean.tree("internal"));
}

/// Never read, so nothing in it is a secret that a public text could break.
#[test]
fn clutter_is_no_secret() {
    let world = World::new();
    for name in ["records/inner/~$a.docx", "records/inner/.DS_Store", "items/.inner.toml.swp", "items/inner.toml~"] {
        world.write(&format!("content/{name}"), format!("name = \"{SENTENCE}\"\n"));
    }
    world.write("content/pages/about.md", world.read("content/pages/about.md") + "\n" + SENTENCE + "\n");
    world.run(&["build", "--no-sync"]).expect(0, "public: ");
}

type Spoil = fn(&World);

/// Content of the inside that is broken in every way.
const BROKEN: [(&str, Spoil); 12] = [
    ("a record that is no text", |w| w.write("content/records/inner/2026-03.md", b"\xff\xff")),
    ("a table that is no text", |w| w.write("content/records/inner/2026-03.csv", b"\xc4\xe3,\xff\n")),
    ("a record of a bad name", |w| w.write("content/records/inner/2026-03 (copy).md", "+++\n+++\n")),
    ("an attachment of a bad name", |w| w.write("content/records/inner/扫描件.pdf", "x")),
    ("an attachment without extension", |w| w.write("content/records/inner/readme", "x")),
    ("a link", |w| symlink("/etc/passwd", w.at("content/records/inner/link.txt")).unwrap()),
    ("a link to a folder", |w| symlink("/etc", w.at("content/records/inner/etc")).unwrap()),
    ("the folder as a link", |w| {
        fs::rename(w.at("content/records/inner"), w.at("elsewhere")).unwrap();
        symlink("../../elsewhere", w.at("content/records/inner")).unwrap();
    }),
    ("a file too large", |w| w.write("content/records/inner/big.csv", vec![b'1'; 3 << 20])),
    ("far down", |w| w.write("content/records/inner/a/b/c.md", b"\xff")),
    ("a filing that is no text", |w| w.write("content/filings/2026-h1.toml", b"\xff")),
    ("an assessment of a bad name", |w| w.write("content/assessments/2026 H1.toml", "x = 1")),
];

#[test]
fn broken_internal_content_never_holds_back_the_public_site() {
    let clean = World::new().public(Sides::Public);
    for (what, spoil) in BROKEN {
        let world = World::new();
        spoil(&world);
        world.run(&["check"]).expect(1, "error[I0");
        world.run(&["build", "--no-sync"]).expect(1, "nothing was published");
        assert!(world.public(Sides::Public) == clean, "{what}");
    }
}

/// Where nobody can tell whose it is, it holds back.
#[test]
fn what_may_be_public_holds_back() {
    let spoils: [Spoil; 5] = [
        |w| w.write("content/records/alpha/2026-h1.md", b"\xff"),
        |w| w.write("content/items/inner.toml", b"\xff"),
        |w| symlink("/etc/passwd", w.at("content/loose")).unwrap(),
        |w| symlink("/etc/passwd", w.at("content/feedback/2026-09-x.toml")).unwrap(),
        |w| w.write("content/pages/About us.md", "+++\n+++\n"),
    ];
    for spoil in spoils {
        let world = World::new();
        spoil(&world);
        world.run(&["build", "--audience", "public", "--no-sync"]).expect(1, "nothing was published");
    }
}
