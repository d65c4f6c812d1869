//! What goes wrong is said clearly, and the published sites stay as they are.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use mingjing::publish::{Cause, Moment, Operation, PublishError, open};

use super::sites::*;

fn io_kind(error: &PublishError) -> Option<ErrorKind> {
    match error.cause() {
        Cause::Io(error) => Some(error.kind()),
        _ => None,
    }
}

#[test]
fn a_second_process_is_told_at_once() {
    let (_scratch, output) = scratch();
    let first = opened(&output);
    let stage = first.stage("public").unwrap();
    let held = || matches!(open(&output, ATOMIC, &quiet), Err(e) if matches!(e.cause(), Cause::LockHeld));
    assert!(held());
    drop(first);
    assert!(held(), "a stage holds the lock too");
    drop(stage);
    assert!(!held());
}

#[test]
fn the_lock_error_has_advice_in_both_languages() {
    let (_scratch, output) = scratch();
    let _first = opened(&output);
    let error = open(&output, ATOMIC, &quiet).err().unwrap();
    let (zh, en) = error.message();
    assert!(zh.contains("另一个进程") && en.contains("another process"), "{zh} {en}");
}

#[test]
fn an_output_below_a_file_is_refused() {
    let (scratch, _) = scratch();
    let file = scratch.path().join("file");
    fs::write(&file, "kept").unwrap();
    for output in [file.clone(), file.join("output")] {
        let error = open(&output, ATOMIC, &quiet).err().unwrap();
        assert_eq!(error.operation(), Operation::Prepare);
        assert!(error.message().0.contains("文件而不是目录"), "{error}");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "kept");
}

#[test]
fn a_published_site_that_is_no_folder_is_refused() {
    let (scratch, output) = scratch();
    let elsewhere = scratch.path().join("elsewhere");
    fs::create_dir_all(&elsewhere).unwrap();
    fs::create_dir_all(&output).unwrap();
    symlink(&elsewhere, output.join("public")).unwrap();
    fs::write(output.join("internal"), "").unwrap();
    let publisher = opened(&output);
    for name in NAMES {
        let error = publisher.stage(name).unwrap_err();
        assert!(matches!(error.cause(), Cause::NotAFolder), "{error}");
        assert_eq!(error.path(), output.join(name));
    }
    assert_eq!(read(&elsewhere).len(), 1, "nothing but the mark of an empty folder");
}

/// Not a test of its own: publishes under a limit on the size of files, as a process of its own.
#[test]
fn as_a_limited_child() {
    let Some(output) = env::var_os("MINGJING_TEST_LIMITED_OUTPUT") else {
        return;
    };
    let mut files = site("public", 2);
    files.insert("large.html".into(), vec![b'x'; 1 << 20]);
    let sites = [("public", files), ("internal", site("internal", 2))];
    let error = publish_sites(Path::new(&output), &sites, ATOMIC, &quiet).unwrap_err();
    assert_eq!((error.operation(), io_kind(&error)), (Operation::Stage, Some(ErrorKind::FileTooLarge)));
}

/// A write that fails half-way, as on a full disk, in a way that binds root too and needs no mount.
#[test]
fn a_failing_write_leaves_the_old_sites() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    let limited = Command::new("sh")
        .args(["-c", r#"trap "" XFSZ; ulimit -f 256; exec "$0" "$@""#])
        .arg(env::current_exe().unwrap())
        .args(["--exact", "publish::faults::as_a_limited_child"])
        .env("MINGJING_TEST_LIMITED_OUTPUT", &output)
        .output()
        .unwrap();
    assert!(limited.status.success(), "{}", String::from_utf8_lossy(&limited.stdout));
    assert!(leftovers(&output).is_empty());
    assert_eq!(NAMES.map(|name| version(&output, name, &[1])), [Some(1); 2]);
}

#[test]
fn a_failing_exchange_takes_back_the_one_before_it() {
    for options in [ATOMIC, RENAMES] {
        let (_scratch, output) = scratch();
        publish(&output, 1);
        let observer = |step: Moment<'_>| {
            if step == Moment::Exchanged("public") {
                fs::remove_dir_all(output.join(".mingjing/internal.new")).unwrap();
            }
        };
        let sites = NAMES.map(|name| (name, site(name, 2)));
        let error = publish_sites(&output, &sites, options, &observer).unwrap_err();
        let expected = (Operation::Exchange, Some(ErrorKind::NotFound));
        assert_eq!((error.operation(), io_kind(&error)), expected);
        assert!(leftovers(&output).is_empty(), "{:?}", leftovers(&output));
        assert_eq!(NAMES.map(|name| version(&output, name, &[1])), [Some(1); 2]);
    }
}

#[test]
fn a_site_altered_during_the_build_is_noticed() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    let page = output.join("internal/f2/page2.html");
    let observer = |step: Moment<'_>| {
        if step == Moment::Staged("internal") {
            fs::write(&page, "someone else's").unwrap();
        }
    };
    let sites = NAMES.map(|name| (name, site(name, 2)));
    let error = publish_sites(&output, &sites, ATOMIC, &observer).unwrap_err();
    assert!(matches!(error.cause(), Cause::Disturbed), "{error}");
    assert_eq!(error.path(), page);
    assert!(leftovers(&output).is_empty());
    assert_eq!(version(&output, "public", &[1]), Some(1));
}

#[test]
fn a_path_is_put_once() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    for (path, bytes) in [("f2/page2.html", "public 2"), ("new.html", "new")] {
        let publisher = opened(&output);
        let stage = publisher.stage("public").unwrap();
        let twice = (0..2).try_for_each(|_| stage.put(path, bytes.as_bytes()));
        let outcome = twice.and_then(|()| publisher.commit(vec![stage]).map(drop));
        assert!(matches!(outcome.unwrap_err().cause(), Cause::PutTwice), "{path}");
    }
    assert_eq!(version(&output, "public", &[1]), Some(1));
}

#[test]
fn the_manifest_is_ours_alone() {
    let (_scratch, output) = scratch();
    let publisher = opened(&output);
    let stage = publisher.stage("public").unwrap();
    stage.put("manifest.sha256", b"").unwrap();
    let error = publisher.commit(vec![stage]).unwrap_err();
    assert!(matches!(error.cause(), Cause::PutTwice), "{error}");
}

#[test]
fn paths_that_lead_outside_are_refused_and_spoil_the_stage() {
    let (_scratch, output) = scratch();
    for path in ["", "/a", "a//b", "../a", "a/./b", "a/", "a\nb", "a\\b"] {
        let publisher = opened(&output);
        let stage = publisher.stage("public").unwrap();
        let error = stage.put(path, b"").unwrap_err();
        assert!(matches!(error.cause(), Cause::BadPath), "{path:?}: {error}");
        let error = publisher.commit(vec![stage]).unwrap_err();
        assert!(matches!(error.cause(), Cause::Incomplete), "{path:?}: {error}");
        assert!(leftovers(&output).is_empty() && !output.join("public").exists());
    }
}

#[test]
fn a_site_is_staged_once_and_has_a_plain_name() {
    let (_scratch, output) = scratch();
    let publisher = opened(&output);
    let _stage = publisher.stage("public").unwrap();
    assert!(matches!(publisher.stage("public").unwrap_err().cause(), Cause::PutTwice));
    for name in ["", ".mingjing", "a/b", "a b"] {
        assert!(matches!(publisher.stage(name).unwrap_err().cause(), Cause::BadPath), "{name}");
    }
}

#[test]
fn a_stage_that_is_dropped_leaves_nothing() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    let publisher = opened(&output);
    publisher.stage("public").unwrap().put("new.html", b"new").unwrap();
    assert!(leftovers(&output).is_empty());
    assert_eq!(version(&output, "public", &[1]), Some(1));
}
