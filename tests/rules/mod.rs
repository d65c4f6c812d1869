//! The page of every rule is true: its bad example yields exactly the report shown, its good example yields nothing.
//!
//! The examples are laid over a copy of the healthy site in `tests/world`. A fence names a file below `content/`:
//! ```` ```toml items/x.toml ```` holds all of it, ```` ```diff items/x.toml ```` replaces each run of `-` lines by the `+` lines
//! below it, ```` ```hex x.md ```` holds bytes and ```` ```symlink x.md ```` a target;
//! ```` ```gone x.md ```` takes it away.
//! `BLESS=1 cargo test rules::` rewrites the reports.

mod law;
mod mistakes;
mod page;
mod persons;
mod site;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use mingjing::diag::Rule;
use walkdir::WalkDir;

use self::{
    page::{Fence, SECTIONS, bilingual, fences, sections},
    site::{inspect, read},
};

/// The report on a site without mistakes.
const NOTHING: &str = "未发现问题。\n";

/// What is wrong with a page.
type Problem = String;

#[test]
fn every_page_is_true() {
    let pages = pages();
    let problems: Vec<String> = rules()
        .into_iter()
        .filter_map(|rule| Some((rule, judge(rule, pages.get(rule.name)).err()?)))
        .map(|(rule, problem)| format!("{} {}: {problem}", rule.code, rule.name))
        .collect();
    assert!(problems.is_empty(), "{} pages are wrong\n\n{}", problems.len(), problems.join("\n\n"));
}

#[test]
fn codes_and_names_are_unique_and_every_page_has_a_rule() {
    let rules = rules();
    let codes: BTreeSet<&str> = rules.iter().map(|rule| rule.code).collect();
    let names: BTreeSet<String> = rules.iter().map(|rule| rule.name.to_owned()).collect();
    assert_eq!(codes.len(), rules.len(), "codes");
    assert_eq!(names.len(), rules.len(), "names");
    assert_eq!(names, pages().into_keys().collect(), "names and pages");
    assert!(rules.iter().all(|r| !(r.waivable && r.code.starts_with('B'))), "the boundary can't be waived");
}

#[test]
fn the_healthy_sites_have_no_findings() {
    assert_eq!(inspect(&[]).expect("a report").text, NOTHING);
    assert_eq!(read(Path::new(env!("CARGO_MANIFEST_DIR"))).text, NOTHING);
}

/// Every rule that the program has.
fn rules() -> Vec<&'static Rule> {
    mingjing::rules::all()
}

/// The pages by the names of their rules.
fn pages() -> BTreeMap<String, PathBuf> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    WalkDir::new(src)
        .into_iter()
        .map(|entry| entry.expect("src is readable").into_path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .filter(|path| path.components().any(|c| c.as_os_str() == "rules"))
        .map(|path| {
            let stem = path.file_stem().expect("a file").to_string_lossy();
            (stem.replace('_', "-"), path.clone())
        })
        .collect()
}

fn judge(rule: &Rule, file: Option<&PathBuf>) -> Result<(), Problem> {
    let file = file.ok_or("it has no page of its name")?;
    let page = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let [what, why, fix, bad, good] = sections(rule, &page)?;
    for (prose, heading) in [what, why, fix].into_iter().zip(SECTIONS) {
        bilingual(prose).map_err(|problem| format!("{heading}: {problem}"))?;
    }
    judge_good(good)?;
    judge_bad(rule, bad, file, &page)
}

fn judge_good(section: &str) -> Result<(), Problem> {
    let report = inspect(&fences(section)?)?.text;
    if report != NOTHING {
        return Err(format!("Good has findings:\n{report}"));
    }
    Ok(())
}

fn judge_bad(rule: &Rule, section: &str, file: &Path, page: &str) -> Result<(), Problem> {
    let mut overlay = fences(section)?;
    let shown = overlay.pop().filter(|fence: &Fence<'_>| fence.kind == "report");
    let shown = shown.ok_or("Bad does not end with a report")?.text;
    let found = inspect(&overlay)?;
    let (codes, report) = (found.codes, found.text);
    if codes.is_empty() || codes.iter().any(|code| *code != rule.code) {
        return Err(format!("Bad has findings of {codes:?}:\n{report}"));
    }
    if shown == report {
        return Ok(());
    }
    if std::env::var_os("BLESS").is_none() {
        return Err(format!("Bad reports otherwise than shown:\n{report}"));
    }
    let page = page.replace(&format!("```report\n{shown}```"), &format!("```report\n{report}```"));
    fs::write(file, page).map_err(|error| error.to_string())
}
