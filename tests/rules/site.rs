//! The healthy site with files laid over it, and what is found in it.

use std::{fs, path::Path};

use chrono::NaiveDate;
use mingjing::{
    build::{Failure, Request, Sides, build, inspect as inspect_catalog},
    calendar::AsOf,
    diag::{Finding, Report},
    load,
    publish::Options,
    source::Source,
    text::Lang,
};

use super::{Problem, page::Fence};
use crate::support::World;

/// What is found in a site, shown in two ways.
pub(crate) struct Found {
    /// The codes in order.
    pub(crate) codes: Vec<&'static str>,
    /// The Chinese report.
    pub(crate) text: String,
    /// The report for other tools.
    pub(crate) json: String,
}

/// What is found in the healthy site with some files laid over it.
pub(crate) fn inspect(overlay: &[Fence<'_>]) -> Result<Found, Problem> {
    let site = World::new();
    for fence in overlay {
        lay(fence, &site).map_err(|problem| format!("{} {}: {problem}", fence.kind, fence.path))?;
    }
    Ok(found(site.source(), site.themes()))
}

/// What is found below a root: by `check`, and where that is clean, by a build of both sites.
pub(crate) fn read(root: &Path) -> Found {
    found(Source::read(root), root)
}

fn found(source: Source, root: &Path) -> Found {
    let (catalog, found) = load::load(source);
    let mut report = inspect_catalog(&catalog, found.clone(), AsOf(today()), root);
    if report.findings().is_empty() {
        report = build_report(&catalog, found, root);
    }
    Found {
        codes: report.findings().iter().map(|f| f.rule.code).collect(),
        text: report.to_text(Lang::Zh, false, &catalog.source),
        json: report.to_json(today(), &catalog.source),
    }
}

fn build_report(catalog: &load::Catalog, found: Vec<Finding>, root: &Path) -> Report {
    let output = tempfile::tempdir().expect("a folder");
    let request = Request {
        root,
        output: output.path(),
        as_of: AsOf(today()),
        sides: Sides::Both,
        options: Options { sync: false, ..Options::default() },
        observer: &|_| {},
    };
    match build(catalog, found, &request) {
        Ok(built) => built.report,
        Err(Failure::Findings(report)) => report,
        Err(other) => panic!("{other:?}"),
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")
}

fn lay(fence: &Fence<'_>, site: &World) -> Result<(), Problem> {
    let path = fence.path.strip_prefix("../").map_or_else(|| format!("content/{}", fence.path), str::to_owned);
    let bytes = match fence.kind {
        "gone" => {
            site.remove(&path);
            return Ok(());
        }
        "symlink" => {
            let place = site.at(&path);
            fs::create_dir_all(place.parent().ok_or("no folder")?).map_err(|e| e.to_string())?;
            return std::os::unix::fs::symlink(fence.text.trim(), place).map_err(|e| e.to_string());
        }
        "hex" => unhex(fence.text).ok_or("not hexadecimal")?,
        "diff" => patch(&site.read(&path), fence.text)?.into(),
        "toml" | "md" | "csv" | "text" | "html" => fence.text.into(),
        kind => return Err(format!("no such block: {kind}")),
    };
    site.write(&path, bytes);
    Ok(())
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    text.split_whitespace().map(|byte| u8::from_str_radix(byte, 16).ok()).collect()
}

/// Replaces each run of `-` lines, which stands once in the text, by the `+` lines below it.
fn patch(text: &str, diff: &str) -> Result<String, Problem> {
    let mut text = format!("\n{text}");
    let lines: Vec<&str> = diff.lines().collect();
    let hunks = lines.chunk_by(|above, below| !(above.starts_with('+') && below.starts_with('-')));
    for hunk in hunks {
        let side = |sign: char| -> String {
            hunk.iter().filter_map(|line| line.strip_prefix(sign)).flat_map(|line| [line, "\n"]).collect()
        };
        let (old, new) = (format!("\n{}", side('-')), format!("\n{}", side('+')));
        let count = text.matches(&old).count();
        if old.len() == 1 || count != 1 {
            return Err(format!("stands {count} times:{old}"));
        }
        text = text.replace(&old, &new);
    }
    Ok(text.split_off(1))
}
