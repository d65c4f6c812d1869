//! Where a site may be written, and what lies in the way of its state.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use mingjing::publish::{Cause, Moment, open};

use super::sites::*;
use crate::support::{World, read_tree};

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn an_output_that_leads_into_the_content_or_the_themes_is_refused() {
    let world = World::new();
    world.write("themes/default/readme.txt", "x");
    fs::create_dir_all(world.at("x")).unwrap();
    for (link, to) in [("into", "content"), ("deeper", "content/pages"), ("style", "themes"), ("again", "into")] {
        symlink(world.at(to), world.at(link)).unwrap();
    }
    symlink("nothing-yet", world.at("dangling")).unwrap();
    let own = |world: &World| ["content", "themes"].map(|folder| read_tree(&world.at(folder)));
    let before = own(&world);
    for output in [
        "content",
        "content/x",
        "x/../content",
        "x/../content/new",
        "not-there/../content/x",
        "./x/.././content",
        "into",
        "into/new",
        "deeper/../new",
        "again/new",
        "style/new",
        "themes",
        "themes/default",
        "x/../themes/new",
    ] {
        world.run(&["build", "--output", output]).expect(2, "output");
        assert!(own(&world) == before, "{output}");
    }
    world.run(&["build", "--output", "dangling"]).expect(3, "dangling");
    world.run(&["build", "--output", "x/../elsewhere/here"]).expect(0, "public: ");
    assert!(world.at("elsewhere/here/public/index.html").exists());
}

#[test]
fn a_content_folder_that_lies_elsewhere_is_guarded_where_it_lies() {
    let world = World::new();
    fs::rename(world.at("content"), world.at("real")).unwrap();
    symlink("real", world.at("content")).unwrap();
    world.run(&["build", "--root", ".", "--output", "real/new"]).expect(2, "output");
    assert!(!world.at("real/new").exists());
}

#[test]
fn a_lock_or_journal_that_is_no_file_is_refused_and_not_followed() {
    for name in ["lock", "journal"] {
        for spoil in [
            |place: &Path| pipe(place),
            |place: &Path| symlink("../../elsewhere", place).unwrap(),
            |place: &Path| fs::create_dir(place).unwrap(),
        ] {
            let world = World::new();
            world.run(&["build"]).expect(0, "public: ");
            let place = world.at("output/.mingjing").join(name);
            let _ = fs::remove_file(&place);
            spoil(&place);
            world.run(&["build"]).expect(3, name);
            assert!(!world.at("elsewhere").exists());
        }
    }
    let world = World::new();
    world.write("elsewhere", "theirs");
    world.run(&["build"]).expect(0, "public: ");
    fs::remove_file(world.at("output/.mingjing/lock")).unwrap();
    symlink(world.at("elsewhere"), world.at("output/.mingjing/lock")).unwrap();
    world.run(&["build"]).expect(3, "lock");
}

#[test]
fn what_lies_where_something_is_staged_is_not_written_through() {
    for name in ["public.new", "journal.new", "public.old", "internal.new"] {
        for spoil in [
            |place: &Path| pipe(place),
            |place: &Path| symlink("../../elsewhere", place).unwrap(),
            |place: &Path| fs::create_dir(place).unwrap(),
        ] {
            let world = World::new();
            world.write("elsewhere/x", "theirs");
            world.run(&["build"]).expect(0, "public: ");
            spoil(&world.at("output/.mingjing").join(name));
            world.edit("content/site.toml", "测试站点", "试验站点");
            world.run(&["build"]).expect(0, "public: ");
            assert_eq!(read_tree(&world.at("elsewhere")).into_values().collect::<Vec<_>>(), [b"theirs".to_vec()]);
            assert!(leftovers(&world.at("output")).is_empty());
        }
    }
}

/// A draft of the journal that appears after the leftovers were swept.
#[test]
fn a_journal_is_written_through_no_link() {
    let (scratch, output) = scratch();
    publish(&output, 1);
    let elsewhere = scratch.path().join("elsewhere");
    fs::write(&elsewhere, "theirs").unwrap();
    let observer = |step: Moment<'_>| {
        if step == Moment::Synced {
            symlink(&elsewhere, output.join(".mingjing/journal.new")).unwrap();
        }
    };
    let outcome = publish_sites(&output, &NAMES.map(|name| (name, site(name, 2))), ATOMIC, &observer);
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "theirs");
    assert!(outcome.is_err());
    assert_eq!(NAMES.map(|name| version(&output, name, &[1])), [Some(1); 2]);
    drop(open(&output, ATOMIC, &quiet).unwrap());
    assert!(leftovers(&output).is_empty());
}

#[test]
fn a_file_dropped_into_the_staging_folder_is_not_published() {
    for (before, at) in [(None, "Staged"), (Some(1), "Staged"), (Some(1), "Staging"), (Some(1), "Linked")] {
        let (_scratch, output) = scratch();
        before.map(|version| publish(&output, version));
        let observer = |step: Moment<'_>| {
            if format!("{step:?}") == format!("{at}(\"public\")") {
                fs::create_dir_all(output.join(".mingjing/public.new/f2")).unwrap();
                fs::write(output.join(".mingjing/public.new/f2/dropped.html"), "dropped").unwrap();
            }
        };
        let outcome = publish_sites(&output, &NAMES.map(|name| (name, site(name, 2))), ATOMIC, &observer);
        let error = outcome.expect_err(at);
        assert!(matches!(error.cause(), Cause::Disturbed), "{at}: {error}");
        assert!(error.path().ends_with("f2/dropped.html"), "{at}: {error}");
        assert_eq!(NAMES.map(|name| version(&output, name, &[1])), [before; 2], "{at}");
    }
}

#[test]
fn a_staged_file_that_somebody_altered_is_not_published() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    let page = output.join(".mingjing/public.new/f0/page0.html");
    for spoil in [
        |page: &Path| fs::write(page, "theirs").unwrap(),
        |page: &Path| {
            fs::remove_file(page).unwrap();
            symlink("/etc/hostname", page).unwrap();
        },
    ] {
        let observer = |step: Moment<'_>| {
            if step == Moment::Staged("public") {
                spoil(&page);
            }
        };
        let outcome = publish_sites(&output, &NAMES.map(|name| (name, site(name, 2))), ATOMIC, &observer);
        assert!(matches!(outcome.unwrap_err().cause(), Cause::Disturbed));
        assert_eq!(NAMES.map(|name| version(&output, name, &[1])), [Some(1); 2]);
    }
}

#[test]
fn a_theme_file_that_is_a_link_is_told() {
    let outside = tempfile::tempdir().unwrap();
    fs::create_dir_all(outside.path().join("default/templates")).unwrap();
    fs::write(outside.path().join("x.css"), "body { color: red }").unwrap();
    for (spot, to) in [
        ("themes/default/assets/style.css", "x.css"),
        ("themes/default/assets/other.css", "x.css"),
        ("themes/default/assets/gone.css", "nothing"),
        ("themes/default/assets", ""),
        ("themes/default", "default"),
    ] {
        let world = World::new();
        world.run(&["build"]).expect(0, "public: ");
        let before = [world.tree("public"), world.tree("internal")];
        fs::create_dir_all(world.at(spot).parent().unwrap()).unwrap();
        symlink(outside.path().join(to), world.at(spot)).unwrap();
        world.run(&["check"]).expect(1, "[L002]").expect(1, spot).expect(1, "symbolic link");
        world.run(&["build"]).expect(1, spot).expect(1, "symbolic link");
        assert!([world.tree("public"), world.tree("internal")] == before);
    }
    let world = World::new();
    fs::create_dir_all(world.at("themes/default/assets")).unwrap();
    pipe(&world.at("themes/default/assets/pipe.css"));
    world.run(&["build"]).expect(1, "themes/default/assets/pipe.css");
}
