//! Same content, same bytes: whatever the machine, its language, clock zone, threads, folders and order of files.

use std::{fs, path::Path};

use crate::support::{Tree, World, finish, program, world_files};

/// Both published sites.
fn trees(world: &World) -> [Tree; 2] {
    ["public", "internal"].map(|audience| {
        let tree = world.tree(audience);
        assert!(tree.len() > 20, "{audience} has {} files", tree.len());
        tree
    })
}

fn built(world: &World, args: &[&str]) -> [Tree; 2] {
    world.run(&[&["build", "--no-sync"], args].concat()).expect(0, "public: ");
    trees(world)
}

fn reference() -> [Tree; 2] {
    built(&World::new(), &[])
}

#[track_caller]
fn assert_same(one: &[Tree; 2], other: &[Tree; 2]) {
    for (one, other) in one.iter().zip(other) {
        assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        let differ: Vec<_> = one.iter().filter(|(path, bytes)| other[*path] != **bytes).map(|(path, _)| path).collect();
        assert!(differ.is_empty(), "{differ:?} differ");
    }
}

#[test]
fn order_of_files_does_not_matter() {
    let files = world_files();
    assert_same(&reference(), &built(&World::of(files.iter().rev()), &[]));
    let mut shuffled: Vec<_> = files.iter().collect();
    shuffled.sort_by_key(|(path, bytes)| (bytes.len(), path.len()));
    assert_same(&reference(), &built(&World::of(shuffled), &[]));
}

#[test]
fn number_of_threads_does_not_matter() {
    let one = built(&World::new(), &["--jobs", "1"]);
    for jobs in ["2", "4", "32"] {
        assert_same(&one, &built(&World::new(), &["--jobs", jobs]));
    }
}

#[test]
fn language_and_zone_of_the_machine_do_not_matter() {
    let reference = reference();
    let places = [
        [("LANG", "zh_CN.UTF-8"), ("TZ", "Asia/Shanghai"), ("HOME", "/nowhere")],
        [("LC_ALL", "C"), ("TZ", "America/Los_Angeles"), ("NO_COLOR", "1")],
        [("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Pacific/Kiritimati"), ("RAYON_NUM_THREADS", "3")],
    ];
    for place in places {
        let world = World::new();
        let mut command = world.command(&["build", "--no-sync"]);
        command.env_remove("LANG").envs(place);
        assert_eq!(finish(command).code, Some(0));
        assert_same(&reference, &trees(&world));
    }
}

#[test]
fn working_directory_and_root_do_not_matter() {
    let reference = reference();
    let world = World::new();
    let mut command = world.command(&["build", "--no-sync"]);
    command.current_dir(world.at("content/records/alpha"));
    assert_eq!(finish(command).code, Some(0));
    assert_same(&reference, &trees(&world));

    let world = World::new();
    let root = world.root().to_str().unwrap();
    let mut command = program(&["build", "--no-sync", "--root", root]);
    command.current_dir("/");
    assert_eq!(finish(command).code, Some(0));
    assert_same(&reference, &trees(&world));

    let deep = World::of(
        &world_files().into_iter().map(|(path, bytes)| (format!("深 层/a/b/{path}"), bytes)).collect::<Tree>(),
    );
    deep.run(&["build", "--no-sync", "--root", "深 层/a/b", "--output", "out put"]).expect(0, "public: ");
    fs::rename(deep.at("out put"), deep.at("output")).unwrap();
    assert_same(&reference, &trees(&deep));
}

#[test]
fn building_again_or_after_other_content_does_not_matter() {
    let reference = reference();
    let world = World::new();
    let item = world.read("content/items/beta.toml");
    world.write("content/items/gamma.toml", item.replace("场地", "车位"));
    world.write("content/pages/about.md", world.read("content/pages/about.md").replace("本站", "本网站"));
    built(&world, &[]);
    for (path, bytes) in world_files() {
        world.write(&path, bytes);
    }
    fs::remove_file(world.at("content/items/gamma.toml")).unwrap();
    assert_same(&reference, &built(&world, &[]));
    assert_same(&reference, &built(&world, &[]));
}

/// Notepad's files: a byte order mark and CRLF. Only what is offered for download as it is differs, and the archive's
/// sums of it.
#[test]
fn windows_files_give_the_same_pages() {
    let (texts, world) = (["toml", "md", "csv"], World::new());
    for (path, bytes) in world_files() {
        if Path::new(&path).extension().is_some_and(|end| texts.iter().any(|text| end == *text)) {
            let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
            world.write(&path, format!("\u{feff}{text}"));
        }
    }
    world.run(&["check", "--strict"]).expect(0, "No findings");
    let [public, _] = built(&world, &[]);
    for (path, bytes) in &reference()[0] {
        if path.ends_with(".html") || path.ends_with(".xml") {
            // The archive says how long each such file is, and its sum.
            let is_of_download = |line: &&str| path.starts_with("archive/") && line.contains(" download>");
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("\r\n", "\n");
            let rest = |bytes| text(bytes).lines().filter(|l| !is_of_download(l)).collect::<Vec<_>>().join("\n");
            assert_eq!(rest(&public[path]), rest(bytes), "{path}");
        }
    }
}
