//! A SHA-256 that the archive prints is that of the file that it names.

use mingjing::build::Sides;
use sha2::{Digest, Sha256};

use super::page;
use crate::support::{Tree, World, finish, program, read_tree};

/// The SHA-256 of a file of a site.
fn sum(tree: &Tree, path: &str) -> String {
    let bytes = tree.get(path).unwrap_or_else(|| panic!("no {path}"));
    Sha256::digest(bytes)
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|half| char::from(b"0123456789abcdef"[usize::from(half)]))
        .collect()
}

/// Checks every sum of every year's table and page; how many there are.
#[track_caller]
fn assert_sums(tree: &Tree) -> usize {
    let mut sums = 0;
    for path in tree.keys().filter(|path| path.starts_with("archive/") && path.ends_with(".csv")) {
        let table = page(tree, path);
        let shown = page(tree, &path.replace(".csv", ".html"));
        let mut short = Vec::new();
        for row in csv::ReaderBuilder::new().from_reader(table.trim_start_matches('\u{feff}').as_bytes()).records() {
            let row = row.unwrap();
            let last = row.len(); // insiders have a number more, in front
            let (file, bytes, written) = (&row[last - 5], &row[last - 4], &row[last - 3]);
            assert!(tree.contains_key(file), "{path} names {file}");
            if written.is_empty() {
                assert!(bytes.is_empty() && file.ends_with(".html"), "{path}: {row:?}");
                continue;
            }
            assert_eq!(written, sum(tree, file), "{path}: {file}");
            assert_eq!(bytes, tree[file].len().to_string(), "{path}: {file}");
            short.push(written[..12].to_owned());
        }
        let codes: Vec<&str> = shown.split("<code>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
        assert_eq!(codes, short, "{path} and its page");
        sums += short.len();
    }
    sums
}

#[test]
fn sums_of_the_archive_are_those_of_the_files_it_names() {
    let world = World::new();
    // A table that is written anew, one that is an attachment of another record too, and a form.
    world.write("content/records/beta/2026-notice.csv", "项目,说明\n场地,=1+1\n");
    world.write("content/records/beta/2026-shared.csv", "项目,说明\n场地,+86\n");
    let tables = "[[table]]\nfile = \"2026-notice.csv\"\ntitle = \"表一\"\n\n[[table]]\nfile = \"2026-shared.csv\"\ntitle = \"表二\"\n\n[[delivery]]\nchannel = \"website\"";
    world.edit("content/records/beta/2026-notice.md", "[[delivery]]\nchannel = \"website\"", tables);
    let attached = "[[attachment]]\nfile = \"2026-shared.csv\"\ntitle = \"表二\"\nkind = \"文字\"\n\n[internal]";
    world.edit("content/records/beta/2026-hidden.md", "[internal]", attached);
    world.build(Sides::Both).unwrap();
    assert_eq!(assert_sums(&world.tree("public")), 4);
    assert!(assert_sums(&world.tree("internal")) > 4);
}

#[test]
fn so_are_those_of_the_sample() {
    let output = tempfile::tempdir().unwrap();
    let folder = output.path().to_str().unwrap();
    let mut build =
        program(&["build", "--audience", "public", "--as-of", "2026-11-24", "--no-sync", "--output", folder]);
    build.current_dir(env!("CARGO_MANIFEST_DIR"));
    finish(build).expect(0, "public: ");
    assert!(assert_sums(&read_tree(&output.path().join("public"))) > 0);
}
