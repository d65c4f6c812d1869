//! What a build leaves in place, carries over, replaces and removes.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::thread;

use super::sites::*;

/// Inode, mtime and ctime of everything in a folder, itself included.
fn marks(root: &Path) -> Vec<(PathBuf, [i64; 4], u64)> {
    let mut marks = Vec::new();
    let mut left = vec![root.to_path_buf()];
    while let Some(path) = left.pop() {
        let data = fs::symlink_metadata(&path).unwrap();
        let times = [data.mtime(), data.mtime_nsec(), data.ctime(), data.ctime_nsec()];
        if data.is_dir() {
            left.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        }
        marks.push((path, times, data.ino()));
    }
    marks
}

fn inode(path: &Path) -> u64 {
    fs::metadata(path).unwrap().ino()
}

#[test]
fn nothing_is_touched_when_nothing_changed() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    let before = NAMES.map(|name| marks(&output.join(name)));
    let releases = publish(&output, 1);
    assert_eq!(NAMES.map(|name| marks(&output.join(name))), before);
    assert!(leftovers(&output).is_empty());
    for release in releases {
        assert!(!release.changed);
        assert_eq!((release.files, release.written, release.unchanged, release.removed), (41, 0, 41, 0));
    }
}

#[test]
fn only_the_changed_site_is_exchanged() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    let before = marks(&output.join("public"));
    let sites = [("public", site("public", 1)), ("internal", site("internal", 2))];
    let releases = publish_sites(&output, &sites, ATOMIC, &quiet).unwrap();
    assert_eq!(releases.iter().map(|r| r.changed).collect::<Vec<_>>(), [false, true]);
    assert_eq!(marks(&output.join("public")), before);
    assert_eq!(version(&output, "internal", &[2]), Some(2));
}

#[test]
fn unchanged_files_are_linked_and_old_ones_pruned() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    let (kept, rewritten) = (output.join("public/f2/page2.html"), output.join("public/f0/page0.html"));
    let before = (inode(&kept), inode(&rewritten));
    let release = publish(&output, 2).remove(0);
    assert_eq!(inode(&kept), before.0);
    assert_ne!(inode(&rewritten), before.1);
    assert_eq!(fs::metadata(&kept).unwrap().nlink(), 1, "the old site is deleted");
    // Eight rewritten, eight at a new path, the manifest; eight gone from their old path.
    assert_eq!((release.files, release.written, release.unchanged, release.removed), (41, 17, 24, 8));
    assert_eq!(NAMES.map(|name| version(&output, name, &[2])), [Some(2); 2]);
}

/// Publishes version 1, lets someone tamper with the public site, and publishes version 1 again.
fn repaired(tamper: impl Fn(&Path)) -> mingjing::publish::Publication {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    tamper(&output.join("public"));
    let release = publish(&output, 1).remove(0);
    assert!(release.changed);
    assert_eq!(version(&output, "public", &[1]), Some(1));
    release
}

#[test]
fn a_corrupted_file_of_the_same_size_is_repaired() {
    let release = repaired(|public| fs::write(public.join("f2/page2.html"), "PUBLIC 2").unwrap());
    assert_eq!((release.written, release.removed), (1, 0));
}

#[test]
fn a_changed_manifest_is_repaired() {
    repaired(|public| fs::write(public.join("manifest.sha256"), "").unwrap());
}

#[test]
fn extra_files_and_empty_folders_are_removed() {
    let release = repaired(|public| {
        fs::write(public.join("f2/draft.html"), "leak").unwrap();
        fs::create_dir_all(public.join("empty/nested")).unwrap();
    });
    assert_eq!((release.written, release.removed), (0, 2));
}

#[test]
fn a_folder_where_a_file_should_be_is_replaced() {
    let release = repaired(|public| {
        fs::remove_file(public.join("f2/page2.html")).unwrap();
        fs::create_dir(public.join("f2/page2.html")).unwrap();
        fs::write(public.join("f2/page2.html/inside"), "").unwrap();
    });
    assert_eq!((release.written, release.removed), (1, 1));
}

#[test]
fn a_file_where_a_folder_should_be_is_replaced() {
    repaired(|public| {
        fs::remove_dir_all(public.join("f2")).unwrap();
        fs::write(public.join("f2"), "").unwrap();
    });
}

#[test]
fn links_are_neither_followed_nor_written_through() {
    let elsewhere = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (file, folder) = (elsewhere.path().join("file"), elsewhere.path().join("folder"));
    repaired(|public| {
        fs::rename(public.join("f2/page2.html"), &file).unwrap();
        symlink(&file, public.join("f2/page2.html")).unwrap();
        fs::rename(public.join("f3"), &folder).unwrap();
        symlink(&folder, public.join("f3")).unwrap();
    });
    assert_eq!(fs::read_to_string(&file).unwrap(), "public 2");
    assert_eq!(fs::metadata(&file).unwrap().nlink(), 1);
    assert!(read(&folder).contains_key("page3.html"));
}

#[test]
fn a_pipe_where_a_file_should_be_does_not_hang() {
    repaired(|public| {
        let page = public.join("f2/page2.html");
        fs::remove_file(&page).unwrap();
        let made = std::process::Command::new("mkfifo").arg(&page).status().unwrap();
        assert!(made.success());
    });
}

#[test]
fn a_closed_site_stays_closed() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    let internal = output.join("internal");
    fs::set_permissions(&internal, fs::Permissions::from_mode(0o750)).unwrap();
    publish(&output, 2);
    assert_eq!(fs::metadata(&internal).unwrap().mode() & 0o7777, 0o750);
}

#[test]
fn many_threads_put_at_once() {
    let (_scratch, output) = scratch();
    let publisher = opened(&output);
    let stage = publisher.stage("public").unwrap();
    thread::scope(|scope| {
        for thread in 0..8 {
            let stage = &stage;
            scope.spawn(move || {
                for n in 0..50 {
                    stage.put(&format!("a/{}/b/{thread}-{n}", n % 10), &[0; 100]).unwrap();
                }
            });
        }
    });
    let release = publisher.commit(vec![stage]).unwrap().remove(0);
    assert_eq!(release.files, 401);
    assert_eq!(read_whole(&output.join("public")).len(), 400);
}

#[test]
fn sha256sum_agrees_with_the_manifest() {
    let (_scratch, output) = scratch();
    let release = publish(&output, 1).remove(0);
    let mut command = std::process::Command::new("sha256sum");
    let checked = command.args(["--check", "--strict", "--quiet", "manifest.sha256"]);
    assert!(checked.current_dir(output.join("public")).status().unwrap().success());
    let of_manifest =
        std::process::Command::new("sha256sum").arg(output.join("public/manifest.sha256")).output().unwrap();
    assert!(String::from_utf8(of_manifest.stdout).unwrap().starts_with(&release.manifest));
}

#[test]
fn flushing_to_the_disk_changes_nothing_else() {
    let (_scratch, output) = scratch();
    let sites = NAMES.map(|name| (name, site(name, 1)));
    let options = mingjing::publish::Options::default();
    publish_sites(&output, &sites, options, &quiet).unwrap();
    assert_eq!(NAMES.map(|name| version(&output, name, &[1])), [Some(1); 2]);
}
