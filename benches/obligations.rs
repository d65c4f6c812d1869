//! Obligations against the whole build of the same corpus, in one run.
//!
//! ```sh
//! python3 benches/corpus.py mingjing 100000 DIR --promises
//! cargo bench --bench obligations -- DIR
//! ```
//!
//! Prints medians and exits 1 where obligations take more than a tenth of the build.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)] // a program of its own

use std::{
    error::Error,
    path::Path,
    process::ExitCode,
    time::{Duration, Instant},
};

use mingjing::{
    build::{Request, Sides, build},
    calendar::AsOf,
    day::Day,
    edition::{Insiders, promises},
    load::{Catalog, load},
    publish::Options,
    schedule::{Ledger, obligations},
    source::Source,
    text::Lang,
};

/// The day that counts as today: after everything in the corpus.
const AS_OF: &str = "2027-03-31";
/// What the obligations may take of the build.
const SHARE: f64 = 0.1;
const RUNS: usize = 9;
const BUILDS: usize = 3;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    // Cargo adds --bench.
    let Some(root) = std::env::args().skip(1).find(|argument| !argument.starts_with("--")) else {
        println!("usage: cargo bench --bench obligations -- DIR (a folder made by benches/corpus.py --promises)");
        return Ok(ExitCode::SUCCESS);
    };
    measure(Path::new(&root))
}

fn measure(root: &Path) -> Result<ExitCode, Box<dyn Error>> {
    let as_of = AsOf(AS_OF.parse()?);
    let start = Instant::now();
    let (catalog, _) = load(Source::read(root));
    let loading = start.elapsed();
    let derived = obligations(&Ledger::open(&catalog), as_of, as_of.0);
    println!("items {}, records {}", catalog.open.items.len(), catalog.open.records.len());
    println!("obligations {}, without a deadline {}", derived.obligations.len(), derived.undated.len());
    println!("load         {:8.1} ms", millis(loading));
    let ledger = median(RUNS, || {
        Ledger::open(&catalog);
    });
    println!("ledger       {:8.1} ms", millis(ledger));
    let deriving = median(RUNS, || {
        obligations(&Ledger::open(&catalog), as_of, as_of.0);
    });
    println!("obligations  {:8.1} ms (with the ledger)", millis(deriving));
    let views = median(RUNS, || {
        promises::<Insiders>(&Day::of(&catalog, as_of), as_of.0, Lang::Zh);
    });
    println!("promises     {:8.1} ms (all of it, and as a page of the internal site holds them)", millis(views));
    let building = building(root, as_of)?;
    println!(
        "build        {:8.1} ms (public site, from reading to publishing, without waiting for the disk)",
        millis(building)
    );
    let share = deriving.as_secs_f64() / building.as_secs_f64();
    println!("obligations / build = {share:.4}; at most {SHARE}");
    Ok(if share <= SHARE { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The median time of whole builds, each into a folder that did not exist.
fn building(root: &Path, as_of: AsOf) -> Result<Duration, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let options = Options { sync: false, ..Options::default() };
    let mut times = Vec::new();
    for run in 0..BUILDS {
        let output = folder.path().join(run.to_string());
        let start = Instant::now();
        let (catalog, found): (Catalog, _) = load(Source::read(root));
        let request = Request { root, output: &output, as_of, sides: Sides::Public, options, observer: &|_| {} };
        build(&catalog, found, &request).map_err(|failure| format!("the corpus can't be built: {failure:.300?}"))?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    Ok(times[BUILDS / 2])
}

/// The median time of several runs.
fn median(runs: usize, mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[runs / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
