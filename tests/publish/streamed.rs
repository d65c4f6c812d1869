//! Attachments pass through: however large, they are never held.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::process::Command;

use crate::support::{World, finish};

const RECORD: &str = "content/records/alpha/2026-h1.md";
const LENGTH: u64 = 96 << 20;

/// A recording of zeros that takes no room on the disk.
fn recording(world: &World, name: &str, length: u64) {
    let mut file = File::create(world.at(&format!("content/records/alpha/{name}"))).unwrap();
    file.write_all(b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41").unwrap();
    file.set_len(length).unwrap();
    file.seek(SeekFrom::End(0)).unwrap();
    let entry = format!("[[attachment]]\nfile = \"{name}\"\ntitle = \"会议影像\"\nkind = \"影像\"\n\n[[revision]]");
    world.edit(RECORD, "[[revision]]", &entry);
}

/// Under a limit on memory that a single copy of it would break.
#[test]
fn a_large_attachment_is_not_held() {
    let world = World::new();
    recording(&world, "meeting.mp4", LENGTH);
    for _ in 0..2 {
        let plain = world.command(&["build", "--no-sync", "--jobs", "2"]);
        let mut command = Command::new("sh");
        command.args(["-c", "ulimit -d 81920; exec \"$0\" \"$@\""]).arg(plain.get_program()).args(plain.get_args());
        let set = plain.get_envs().filter_map(|(name, value)| Some((name, value?)));
        command.env_clear().envs(set).env("PATH", "/usr/bin:/bin").current_dir(world.root());
        finish(command).expect(0, "internal: ");
    }
    let published = std::fs::metadata(world.at("output/public/records/alpha/meeting.mp4")).unwrap();
    assert_eq!(published.len(), LENGTH);
}

/// A word that stands only inside, across the border of what is read at once and behind it.
#[test]
fn the_barrier_sees_across_the_pieces_of_a_stream() {
    for at in [0, 65_530, 65_536, 131_070, 262_140, 1_048_570, 3_000_000] {
        let world = World::new();
        recording(&world, "meeting.mp4", 4 << 20);
        let mut file = File::options().write(true).open(world.at("content/records/alpha/meeting.mp4")).unwrap();
        file.seek(SeekFrom::Start(at + 40)).unwrap();
        file.write_all("内录备注金丝雀壬四".as_bytes()).unwrap();
        world.run(&["build"]).expect(1, "[B001]").expect(1, "meeting.mp4");
        assert!(world.tree("public").is_empty(), "{at}");
    }
}
