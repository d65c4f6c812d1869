//! What changes between the check and the copy is not published: neither the old nor the new.

use std::fs;
use std::os::unix::fs::symlink;

use mingjing::build::{Failure, Request, Sides, build};
use mingjing::calendar::AsOf;
use mingjing::load::load;
use mingjing::publish::{Moment, Options};

use super::sites::NAMES;
use crate::support::{TODAY, World};

const CSV: &str = "content/records/alpha/2026-h1.csv";
const NOTES: &str = "content/records/alpha/2026-h1-notes.txt";

/// Builds a published world again, with something done to it when everything was checked and nothing is copied.
fn built(world: &World, change: &(dyn Fn(&World) + Sync)) -> Result<(), Failure> {
    world.edit("content/site.toml", "测试站点", "试验站点");
    let (catalog, found) = load(world.source());
    let observer = |step: Moment<'_>| {
        if step == Moment::Staging("public") {
            change(world);
        }
    };
    let request = Request {
        root: world.root(),
        output: &world.at("output"),
        as_of: AsOf(TODAY.parse().unwrap()),
        sides: Sides::Both,
        options: Options { sync: false, ..Options::default() },
        observer: &observer,
    };
    build(&catalog, found, &request).map(drop)
}

#[track_caller]
fn refused(change: &(dyn Fn(&World) + Sync)) {
    let world = World::new();
    world.write("secret", "root:x:0:0:金丝雀系统文件");
    world.build(Sides::Both).unwrap();
    let before = NAMES.map(|name| world.tree(name));
    let Err(Failure::Render(error)) = built(&world, change) else { panic!("built") };
    let said = error.message();
    assert!(said.zh.contains("生成期间") && said.en.contains("while the site was built"), "{said:?}");
    assert!(NAMES.map(|name| world.tree(name)) == before);
}

#[test]
fn a_file_that_changes_is_a_failure() {
    for path in [CSV, NOTES] {
        refused(&|world: &World| world.write(path, format!("{}另\n", world.read(path))));
        refused(&|world: &World| {
            let text = world.read(path); // as long as before
            world.write(path, text.replacen('示', "另", 1).replacen('月', "日", 1));
        });
        refused(&|world: &World| fs::remove_file(world.at(path)).unwrap());
        refused(&|world: &World| world.write(path, ""));
    }
}

#[test]
fn a_file_that_becomes_a_link_is_not_followed() {
    for path in [CSV, NOTES] {
        refused(&|world: &World| {
            fs::remove_file(world.at(path)).unwrap();
            symlink(world.at("secret"), world.at(path)).unwrap();
        });
        // The very same bytes by way of a link are no less a link.
        refused(&|world: &World| {
            fs::rename(world.at(path), world.at("moved")).unwrap();
            symlink(world.at("moved"), world.at(path)).unwrap();
        });
        refused(&|world: &World| {
            fs::remove_file(world.at(path)).unwrap();
            assert!(std::process::Command::new("mkfifo").arg(world.at(path)).status().unwrap().success());
        });
    }
}

#[test]
fn a_folder_on_the_way_that_becomes_a_link_is_not_followed() {
    for folder in ["content/records/alpha", "content/records"] {
        refused(&|world: &World| {
            fs::rename(world.at(folder), world.at("moved")).unwrap();
            symlink(world.at("moved"), world.at(folder)).unwrap();
        });
    }
}

#[test]
fn the_theme_that_was_checked_is_the_one_published() {
    let world = World::new();
    world.write("themes/default/assets/extra.css", "body { color: black }\n");
    world.build(Sides::Both).unwrap();
    built(&world, &|world: &World| world.write("themes/default/assets/extra.css", "body { color: white }\n")).unwrap();
    for name in NAMES {
        assert_eq!(world.tree(name)["assets/extra.css"], b"body { color: black }\n", "{name}");
    }
}

#[test]
fn a_name_that_leads_to_a_pipe_does_not_hang() {
    let world = World::new();
    fs::remove_file(world.at("content/site.toml")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(world.at("content/site.toml")).status().unwrap().success());
    let mut command = world.command(&["build", "--root", "."]);
    command.env_remove("LANG"); // then the language is asked of the site
    crate::support::finish(command).expect(1, "I009");
}
