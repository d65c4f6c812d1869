//! Who may read a published site does not hang on the umask of the day.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::Command;

use super::sites::*;
use crate::support::{World, finish};

/// Builds under a umask.
fn build(world: &World, umask: &str) {
    let plain = world.command(&["build", "--no-sync"]);
    let mut command = Command::new("sh");
    command.args(["-c", &format!("umask {umask}; exec \"$0\" \"$@\"")]).arg(plain.get_program()).args(plain.get_args());
    let set = plain.get_envs().filter_map(|(name, value)| Some((name, value?)));
    command.env_clear().envs(set).env("PATH", "/usr/bin:/bin").current_dir(world.root());
    finish(command).expect(0, "internal: ");
}

/// Every path below a folder, itself included, whose mode is none of the two.
#[track_caller]
fn modes(root: &Path, folder: u32, file: u32) {
    let mut left = vec![root.to_path_buf()];
    while let Some(path) = left.pop() {
        let data = fs::symlink_metadata(&path).unwrap();
        let wanted = if data.is_dir() { folder } else { file };
        assert_eq!(format!("{:o}", data.mode() & 0o7777), format!("{wanted:o}"), "{}", path.display());
        if data.is_dir() {
            left.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        }
    }
}

#[test]
fn a_site_is_readable_and_nobody_else_writes_it() {
    for umask in ["077", "000", "027", "022"] {
        let world = World::new();
        build(&world, umask);
        for side in NAMES {
            modes(&world.at("output").join(side), 0o755, 0o644);
        }
        assert_eq!(fs::metadata(world.at("output")).unwrap().mode() & 0o7777, 0o755, "the way to it");
        assert_eq!(fs::metadata(world.at("output/.mingjing")).unwrap().mode() & 0o077, 0, "what is being staged");
    }
}

#[test]
fn another_umask_changes_nothing() {
    let world = World::new();
    build(&world, "022");
    let before = world.tree("public");
    for (umask, text) in [("077", "试验站点"), ("000", "实验站点")] {
        let old = world.read("content/site.toml");
        world.write("content/site.toml", old.replace("测试站点", text));
        build(&world, umask);
        modes(&world.at("output/public"), 0o755, 0o644);
        world.write("content/site.toml", old);
    }
    build(&world, "077");
    assert_eq!(world.tree("public"), before);
}

#[test]
fn wrong_modes_are_mended_although_no_byte_changed() {
    let world = World::new();
    build(&world, "022");
    let before = world.tree("public");
    for (path, mode) in [
        ("output/public", 0o700),
        ("output/public/index.html", 0o600),
        ("output/public/index.html", 0o666),
        ("output/public/items", 0o700),
        ("output/public/manifest.sha256", 0o4755),
        ("output/internal/index.html", 0o600),
    ] {
        fs::set_permissions(world.at(path), fs::Permissions::from_mode(mode)).unwrap();
        build(&world, "077");
        NAMES.into_iter().for_each(|side| modes(&world.at("output").join(side), 0o755, 0o644));
        assert_eq!(world.tree("public"), before);
    }
    world.run(&["build"]).expect(0, "public: ").expect(0, "nothing touched");
}

#[test]
fn an_internal_site_is_as_its_folder_says() {
    let world = World::new();
    build(&world, "022");
    for (folder, file) in [(0o750, 0o640), (0o700, 0o600), (0o2770, 0o660), (0o755, 0o644)] {
        fs::set_permissions(world.at("output/internal"), fs::Permissions::from_mode(folder)).unwrap();
        build(&world, "000");
        modes(&world.at("output/internal"), folder, file);
        modes(&world.at("output/public"), 0o755, 0o644);
        world.run(&["build"]).expect(0, "internal: ").expect(0, "nothing touched");
    }
}

#[test]
fn what_is_carried_over_by_copying_has_the_same_modes() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    fs::set_permissions(output.join("public/f2/page2.html"), fs::Permissions::from_mode(0o640)).unwrap();
    publish(&output, 2);
    modes(&output.join("public"), 0o755, 0o644);
}
