//! A run killed anywhere leaves whole sites, and the next run finishes the work.

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use mingjing::publish::{Moment, Options, open};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};

use super::sites::*;
use crate::support::search;

/// What the child does: `publish`, `open` or `forever`.
const JOB: &str = "MINGJING_TEST_JOB";
const OUTPUT: &str = "MINGJING_TEST_OUTPUT";
const METHOD: &str = "MINGJING_TEST_METHOD";
/// The number of the step at which the child aborts.
const ABORT_AT: &str = "MINGJING_TEST_ABORT_AT";

fn child(job: &str, output: &Path, options: Options, abort_at: usize) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "publish::kills::as_a_child", "--nocapture"]);
    command.env(JOB, job).env(OUTPUT, output).env(ABORT_AT, abort_at.to_string());
    command.env(METHOD, if options == RENAMES { "renames" } else { "atomic" });
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn run(job: &str, output: &Path, options: Options, abort_at: usize) -> ExitStatus {
    child(job, output, options, abort_at).status().unwrap()
}

/// Not a test of its own: what the other tests run as a process they can kill.
#[test]
fn as_a_child() {
    let Ok(job) = env::var(JOB) else { return };
    let output = env::var_os(OUTPUT).unwrap();
    let output = Path::new(&output);
    let options = if env::var(METHOD).unwrap() == "renames" { RENAMES } else { ATOMIC };
    let abort_at: usize = env::var(ABORT_AT).unwrap().parse().unwrap();
    let steps = AtomicUsize::new(0);
    let observer = |_: Moment<'_>| {
        if steps.fetch_add(1, Ordering::Relaxed) == abort_at {
            std::process::abort();
        }
        if job == "forever" {
            std::io::stdout().write_all(b"step").unwrap();
        }
    };
    match job.as_str() {
        "open" => drop(open(output, options, &observer).unwrap()),
        "publish" => {
            publish_sites(output, &both(2), options, &observer).unwrap();
        }
        _ => loop {
            for version in [1, 2] {
                publish_sites(output, &both(version), options, &observer).unwrap();
            }
        },
    }
}

fn both(version: u32) -> [(&'static str, Files); 2] {
    NAMES.map(|name| (name, site(name, version)))
}

/// The steps of publishing version 2 after version 1, or after nothing.
fn steps(before: Option<u32>, options: Options) -> Vec<String> {
    let (_scratch, output) = scratch();
    before.map(|version| publish(&output, version));
    let steps = Mutex::new(Vec::new());
    let observer = |step: Moment<'_>| steps.lock().unwrap().push(format!("{step:?}"));
    publish_sites(&output, &both(2), options, &observer).unwrap();
    steps.into_inner().unwrap()
}

fn pair(output: &Path, versions: &[u32]) -> [Option<u32>; 2] {
    NAMES.map(|name| version(output, name, versions))
}

/// Kills a run at each of its steps, and the recovery after it at each of its own.
fn kill_everywhere(before: Option<u32>, options: Options) {
    let steps = steps(before, options);
    for (at, step) in steps.iter().enumerate() {
        let (_scratch, output) = scratch();
        before.map(|version| publish(&output, version));
        assert!(!run("publish", &output, options, at).success(), "{step}: not killed");
        let settled = steps[..=at].iter().any(|step| step == "Journalled");
        for recovery in 0.. {
            let found = pair(&output, &[1, 2]);
            let missing = options == RENAMES || before.is_none();
            let fine = |site: &Option<u32>| site.map_or(missing, |v| v == 2 || Some(v) == before);
            assert!(found.iter().all(fine), "{step}, {recovery}: {found:?}");
            if run("open", &output, options, recovery).success() {
                break;
            }
        }
        let expected = if settled { Some(2) } else { before };
        assert_eq!(pair(&output, &[1, 2]), [expected; 2], "{step}: after recovery");
        assert!(leftovers(&output).is_empty(), "{step}: {:?}", leftovers(&output));
        publish(&output, 2);
        assert_eq!(pair(&output, &[2]), [Some(2); 2], "{step}: after the next build");
    }
}

#[test]
fn at_every_step_of_an_exchange() {
    kill_everywhere(Some(1), ATOMIC);
}

#[test]
fn at_every_step_of_an_exchange_by_renames() {
    kill_everywhere(Some(1), RENAMES);
}

#[test]
fn at_every_step_of_a_first_build() {
    kill_everywhere(None, ATOMIC);
}

#[test]
fn every_kind_of_step_is_killed_at() {
    let seen = steps(Some(1), RENAMES).join(" ");
    let kinds = "Locked Recovered Staging Staged Linked Synced Journalled SetAside Exchanged Settled Cleaned";
    for kind in kinds.split(' ') {
        assert!(seen.contains(kind), "{kind} is not among {seen}");
    }
}

#[test]
fn the_steps_of_an_exchange_at_once_are_killed_at_too() {
    let seen = steps(Some(1), ATOMIC).join(" ");
    for step in ["Retired", "Swept"] {
        assert!(NAMES.iter().all(|name| seen.contains(&format!("{step}(\"{name}\")"))), "{step}: {seen}");
    }
}

/// Whatever is killed and however the next run is killed in turn: what somebody else put there is there once.
#[test]
fn nothing_foreign_is_lost_at_any_step() {
    let theirs = ["f2/theirs.txt", "v1/deep/theirs.txt"];
    for options in [ATOMIC, RENAMES] {
        for at in 0.. {
            let (_scratch, output) = scratch();
            publish(&output, 1);
            theirs.iter().for_each(|path| fs::write(output.join("public").join(path), path).unwrap());
            let is_whole = run("publish", &output, options, at).success();
            for recovery in 0.. {
                if run("open", &output, options, recovery).success() {
                    break;
                }
            }
            let mut found: Vec<String> = [output.join("public"), output.join(".mingjing/foreign")]
                .iter()
                .filter(|folder| folder.exists())
                .flat_map(|folder| read(folder))
                .filter(|(path, _)| path.ends_with("theirs.txt"))
                .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
                .collect();
            found.sort();
            assert_eq!(found, theirs, "killed at {at}");
            assert!(leftovers(&output).iter().all(|name| name == "foreign"), "{:?}", leftovers(&output));
            if is_whole {
                break;
            }
        }
    }
}

/// A run killed while it deletes an old site: the manifest may be the first to go.
#[test]
fn what_is_left_of_an_old_site_is_not_taken_for_foreign() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    let swept = step_number("Swept(\"public\")");
    run("publish", &output, ATOMIC, swept);
    fs::remove_file(output.join(".mingjing/public.gone.new/manifest.sha256")).unwrap();
    drop(opened(&output));
    assert!(leftovers(&output).is_empty(), "{:?}", leftovers(&output));
    assert_eq!(pair(&output, &[2]), [Some(2); 2]);
}

#[test]
fn at_random_moments() {
    let (_scratch, output) = scratch();
    publish(&output, 2);
    let mut runner = TestRunner::new(search(20, 20_261_125));
    for _ in 0..runner.config().cases {
        let (steps, pause) = (40..440_usize, 0..50_000_u32).new_tree(&mut runner).unwrap().current();
        let mut child = child("forever", &output, ATOMIC, usize::MAX);
        let mut child = child.stdout(Stdio::piped()).spawn().unwrap();
        let mut heard = vec![0; steps];
        let outcome = child.stdout.take().unwrap().read_exact(&mut heard);
        // Between two steps, too: how far the child gets meanwhile is up to the scheduler.
        (0..pause).for_each(|_| std::hint::spin_loop());
        child.kill().unwrap();
        child.wait().unwrap();
        outcome.expect("the child publishes until it is killed");
        let found = pair(&output, &[1, 2]);
        assert!(found.iter().all(Option::is_some), "after {}: {found:?}", heard.len());
        drop(opened(&output));
        let found = pair(&output, &[1, 2]);
        assert_eq!(found[0], found[1], "after {}", heard.len());
        assert!(leftovers(&output).is_empty());
    }
}

fn step_number(name: &str) -> usize {
    steps(Some(1), ATOMIC).iter().position(|step| step == name).unwrap()
}

#[test]
fn a_torn_journal_counts_as_none() {
    let journalled = step_number("Journalled");
    for kept in [0, 1, 20, 100, 200] {
        let (_scratch, output) = scratch();
        publish(&output, 1);
        run("publish", &output, ATOMIC, journalled);
        let journal = output.join(".mingjing/journal");
        let text = fs::read(&journal).unwrap();
        assert!(text.len() > kept);
        fs::write(&journal, &text[..kept]).unwrap();
        drop(opened(&output));
        assert_eq!(pair(&output, &[1]), [Some(1); 2], "{kept} bytes kept");
        assert!(leftovers(&output).is_empty());
    }
}

#[test]
fn a_site_set_aside_comes_back_if_its_journal_is_lost() {
    let (_scratch, output) = scratch();
    publish(&output, 1);
    let state = output.join(".mingjing");
    fs::rename(output.join("public"), state.join("public.old")).unwrap();
    drop(opened(&output));
    assert_eq!(pair(&output, &[1]), [Some(1); 2]);
    assert!(leftovers(&output).is_empty());
}

#[test]
fn a_repair_is_finished_although_the_manifest_stays_the_same() {
    let (_scratch, output) = scratch();
    publish_sites(&output, &[("public", site("public", 1)), ("internal", site("internal", 2))], ATOMIC, &quiet)
        .unwrap();
    let page = output.join("internal/f2/page2.html");
    fs::write(&page, "INTERNAL 2").unwrap();
    run("publish", &output, ATOMIC, step_number("Exchanged(\"public\")"));
    assert_eq!(fs::read_to_string(&page).unwrap(), "INTERNAL 2");
    drop(opened(&output));
    assert_eq!(pair(&output, &[2]), [Some(2); 2]);
}
