//! The program killed in the middle of a build leaves each site whole, old or new, and the next build finishes.

use std::{
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::support::{Tree, World};
use sha2::{Digest, Sha256};

const RECORDS: usize = 150;
const KILLS: u32 = 20;
const SIDES: [&str; 2] = ["public", "internal"];

/// A site of some hundred records, half of which differ from version to version.
fn write(world: &World, version: u32) {
    let notice = world.read("content/records/beta/2026-notice.md");
    for n in 0..RECORDS {
        let told = if n % 2 == 0 { version } else { 0 };
        let text = notice
            .replace("2026-00003", &format!("2026-{:05}", n + 100))
            .replace("2026-007", &format!("2026-{}", n + 100))
            .replace("场地安排两场", &format!("第{n}号第{told}版"));
        world.write(&format!("content/records/beta/n{n}.md"), text);
    }
    let handbook = world.read("content/pages/handbook.md");
    world.write("content/pages/extra.md", handbook.replace("内部手册", &format!("第{version}版手册")));
}

fn build(world: &World) -> Command {
    let mut command = world.command(&["build", "--no-sync"]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn built(world: &World) -> [Tree; 2] {
    world.run(&["build", "--no-sync"]).expect(0, "internal: ");
    trees(world)
}

/// Both sites, each checked against its own manifest.
fn trees(world: &World) -> [Tree; 2] {
    SIDES.map(|side| {
        let tree = world.tree(side);
        let lines = tree.iter().filter(|(path, _)| *path != "manifest.sha256").map(|(path, bytes)| {
            let hex: Vec<String> = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{}  {path}\n", hex.concat())
        });
        assert_eq!(String::from_utf8_lossy(&tree["manifest.sha256"]), lines.collect::<String>(), "{side}");
        tree
    })
}

#[test]
fn a_killed_build_leaves_whole_sites() {
    let world = World::new();
    write(&world, 1);
    let mut versions = [built(&world), <[Tree; 2]>::default()];
    write(&world, 2);
    let start = Instant::now();
    versions[1] = built(&world);
    let whole = start.elapsed();
    assert!(versions[0][0] != versions[1][0] && versions[0][1] != versions[1][1]);
    for kill in 0..KILLS {
        let next = (kill % 2) as usize;
        write(&world, kill % 2 + 1);
        kill_after(&mut build(&world), whole * kill / (KILLS - 2));
        for ((side, tree), n) in SIDES.into_iter().zip(trees(&world)).zip(0..) {
            assert!(versions.iter().any(|version| version[n] == tree), "{side} is neither version, kill {kill}");
        }
        if kill % 4 == 3 {
            assert!(built(&world) == versions[next], "not finished after kill {kill}");
            assert_eq!(leftovers(&world), ["lock"], "kill {kill}");
        }
    }
}

/// Lets a run go on for a while and kills it, if it has not ended.
fn kill_after(command: &mut Command, moment: Duration) {
    let mut child = command.spawn().unwrap();
    thread::sleep(moment); // not to wait for something: any moment is as good
    child.kill().unwrap();
    child.wait().unwrap();
}

/// What lies in the state folder.
fn leftovers(world: &World) -> Vec<String> {
    crate::support::read_tree(&world.at("output/.mingjing")).into_keys().collect()
}
