//! What somebody else put into an output folder is never deleted.

use std::fs;
use std::os::unix::fs::symlink;

use mingjing::publish::Cause;

use super::sites::*;
use crate::support::{Tree, World, read_tree};

/// What was kept aside, without the folders of the day and of the site.
fn kept_aside(world: &World) -> Tree {
    let tree = read_tree(&world.at("output/.mingjing/foreign"));
    tree.into_iter().map(|(path, bytes)| (path.split_once('/').unwrap().1.to_owned(), bytes)).collect()
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    for side in NAMES {
        let world = World::new();
        world.write(&format!("output/{side}/photos/2019.jpg"), "the only copy");
        let run = world.run(&["build"]);
        run.expect(3, &format!("output/{side}")).expect(3, "manifest.sha256");
        assert_eq!(world.read(&format!("output/{side}/photos/2019.jpg")), "the only copy");
        let other = NAMES.into_iter().find(|name| *name != side).unwrap();
        assert!(world.tree(other).is_empty(), "both or neither");
        world.run(&["build", "--lang", "zh"]).expect(3, "不是本程序发布的");
        fs::rename(world.at(&format!("output/{side}")), world.at("moved")).unwrap();
        world.run(&["build"]).expect(0, "internal: ");
    }
}

/// Two names of one file, both in the site: neither counts as a copy kept elsewhere.
#[test]
fn two_links_to_one_foreign_file_are_not_both_deleted() {
    let world = World::new();
    world.run(&["build"]).expect(0, "public: ");
    world.write("output/public/one.iso", "the only copy");
    fs::hard_link(world.at("output/public/one.iso"), world.at("output/public/two.iso")).unwrap();
    world.run(&["build"]).expect(0, "one.iso").expect(0, "two.iso");
    assert_eq!(kept_aside(&world).into_keys().collect::<Vec<_>>(), ["public/one.iso", "public/two.iso"]);
}

#[test]
fn an_empty_folder_may_become_ours() {
    let world = World::new();
    fs::create_dir_all(world.at("output/public")).unwrap();
    world.run(&["build"]).expect(0, "public: ");
}

#[test]
fn a_manifest_that_is_none_is_not_ours() {
    for spoil in [
        |world: &World| world.write("output/public/manifest.sha256", "a list of ships\n"),
        |world: &World| fs::create_dir_all(world.at("output/public/manifest.sha256")).unwrap(),
        |world: &World| {
            world.write("elsewhere", "");
            fs::create_dir_all(world.at("output/public")).unwrap();
            symlink(world.at("elsewhere"), world.at("output/public/manifest.sha256")).unwrap();
        },
    ] {
        let world = World::new();
        world.write("output/public/theirs", "the only copy");
        spoil(&world);
        world.run(&["build"]).expect(3, "manifest.sha256");
        assert_eq!(world.read("output/public/theirs"), "the only copy");
    }
}

#[test]
fn foreign_files_are_told_and_kept_aside() {
    let world = World::new();
    world.run(&["build"]).expect(0, "public: ");
    world.write("output/public/google.html", "one");
    world.write("output/public/deep/er/x.bin", [0, 1, 255]);
    world.write("output/internal/y.txt", "two");
    fs::create_dir_all(world.at("output/public/empty")).unwrap();
    symlink("/nowhere", world.at("output/public/link")).unwrap();
    let run = world.run(&["build"]);
    run.expect(0, "google.html").expect(0, "x.bin").expect(0, "y.txt").expect(0, ".mingjing/foreign/2026-09-10");
    let dangling = world.at("output/.mingjing/foreign/2026-09-10/public/link");
    assert_eq!(fs::read_link(&dangling).unwrap().to_str(), Some("/nowhere"));
    fs::remove_file(dangling).unwrap();
    let kept: Tree =
        [("public/google.html", &b"one"[..]), ("public/deep/er/x.bin", &[0, 1, 255]), ("internal/y.txt", b"two")]
            .map(|(path, bytes)| (path.to_owned(), bytes.to_vec()))
            .into();
    assert_eq!(kept_aside(&world), kept);
    assert!(!world.at("output/public/google.html").exists());
    let quiet = world.run(&["build"]);
    assert!(!quiet.said().contains("foreign"), "{quiet:?}");
    assert_eq!(kept_aside(&world), kept);
}

#[test]
fn several_builds_a_day_overwrite_nothing() {
    let world = World::new();
    for text in ["first", "second", "third"] {
        world.run(&["build"]).expect(0, "public: ");
        world.write("output/public/x.txt", text);
    }
    world.run(&["build", "--audience", "public"]).expect(0, "public: ");
    let all = read_tree(&world.at("output/.mingjing/foreign"));
    let mut texts: Vec<_> = all.into_values().collect();
    texts.sort();
    assert_eq!(texts, [b"first".to_vec(), b"second".to_vec(), b"third".to_vec()]);
}

#[test]
fn a_page_that_somebody_wrote_over_is_kept_aside_too() {
    let world = World::new();
    world.run(&["build"]).expect(0, "public: ");
    let before = world.tree("public");
    world.write("output/public/index.html", "a day's work by hand");
    fs::remove_file(world.at("output/public/agency.html")).unwrap();
    world.write("output/public/agency.html/x", "a folder now");
    world.run(&["build"]).expect(0, "index.html");
    assert_eq!(world.tree("public"), before);
    let kept = kept_aside(&world);
    assert_eq!(kept["public/index.html"], b"a day's work by hand");
    assert_eq!(kept["public/agency.html/x"], b"a folder now");
    assert_eq!(kept.len(), 2, "{:?}", kept.keys());
}

#[test]
fn our_own_old_pages_are_deleted_and_not_kept() {
    let world = World::new();
    world.run(&["build"]).expect(0, "public: ");
    for gone in ["about.md", "about.internal.md"] {
        fs::remove_file(world.at("content/pages").join(gone)).unwrap();
    }
    world.edit("content/records/beta/2026-notice.md", "和[关于本站](../../pages/about.md)", "");
    world.edit("content/site.toml", "测试站点", "试验站点");
    world.run(&["build"]).expect(0, "removed");
    assert!(!world.at("output/public/pages/about.html").exists());
    assert!(kept_aside(&world).is_empty());
}

#[test]
fn a_file_dropped_while_we_publish_is_kept_aside() {
    for options in [ATOMIC, RENAMES] {
        let (_scratch, output) = scratch();
        publish(&output, 1);
        let observer = |step: mingjing::publish::Moment<'_>| {
            if step == mingjing::publish::Moment::Journalled {
                fs::write(output.join("public/late.txt"), "late").unwrap();
            }
        };
        publish_sites(&output, &NAMES.map(|name| (name, site(name, 2))), options, &observer).unwrap();
        assert_eq!(version(&output, "public", &[2]), Some(2));
        let kept = read_tree(&output.join(".mingjing/foreign"));
        assert_eq!(kept.into_values().collect::<Vec<_>>(), [b"late".to_vec()]);
    }
}

#[test]
fn without_a_manifest_the_library_refuses_too() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    fs::remove_file(output.join("internal/manifest.sha256")).unwrap();
    let before = read(&output.join("internal"));
    let error = publish_sites(&output, &NAMES.map(|name| (name, site(name, 2))), ATOMIC, &quiet).unwrap_err();
    assert!(matches!(error.cause(), Cause::NotOurs), "{error}");
    assert_eq!(read(&output.join("internal")), before);
    assert_eq!(version(&output, "public", &[1]), Some(1));
}

#[test]
fn names_are_shown_as_they_are_and_those_of_the_internal_site_to_insiders() {
    let world = World::new();
    world.run(&["build"]).expect(0, "public: ");
    world.write("output/public/a\u{1b}[31m.txt", "x");
    world.write("output/.mingjing/internal.old/names-of-all.txt", "left by a run that was killed");
    let run = world.run(&["build", "--audience", "public"]);
    run.expect(0, "a\\u{1b}[31m.txt").expect(0, "had 2 files").expect(0, "and 1 more");
    assert!(!run.said().contains('\u{1b}') && !run.said().contains("names-of-all"), "{run:?}");
    world.write("output/.mingjing/internal.old/names-of-all.txt", "left by a run that was killed");
    world.run(&["build"]).expect(0, "2026-09-10-3/internal/names-of-all.txt");
    assert_eq!(kept_aside(&world).len(), 2);
}
