//! The page of every rule is true: its bad example yields exactly the report shown, its good example yields nothing.
//!
//! The examples are laid over a copy of the healthy site in `tests/world`. A fence names a file below `content/`:
//! ```` ```toml items/x.toml ```` holds all of it, ```` ```diff items/x.toml ```` replaces each run of `-` lines by the `+` lines
//! below it, ```` ```hex x.md ```` holds bytes and ```` ```symlink x.md ```` a target.
//! `BLESS=1 cargo test --test rules` rewrites the reports.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use mingjing::{
    check::{self, AsOf},
    diag::{Report, Rule},
    model, source,
    text::Lang,
};
use walkdir::WalkDir;

const SECTIONS: [&str; 5] =
    ["查什么 · What it checks", "依据 · Why", "怎么改 · How to fix", "反例 · Bad", "正例 · Good"];

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
    assert_eq!(inspect(&[]).expect("a report").0, "未发现问题。\n");
    let sample = report_of(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert_eq!(sample.0, "未发现问题。\n");
}

/// Every rule that the program has.
fn rules() -> Vec<&'static Rule> {
    let checks = check::CHECKS.iter().map(|check| check.rule());
    let stages = [source::RULES, model::RULES, check::WAIVER_RULES].concat();
    stages.into_iter().chain(checks).collect()
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

/// The five sections under their headings.
fn sections<'p>(rule: &Rule, page: &'p str) -> Result<[&'p str; 5], Problem> {
    let (heading, rest) = page.split_once('\n').ok_or("it is empty")?;
    let title = heading.strip_prefix(&format!("# {} ", rule.code));
    let names = title.and_then(|title| title.split_once(" · "));
    if !names.is_some_and(|(zh, en)| has_han(zh) && !zh.contains(' ') && !has_han(en)) {
        return Err(format!("the heading is not `# {} 中文 · English`: {heading}", rule.code));
    }
    let parts: Vec<(&str, &str)> =
        rest.split("\n## ").skip(1).map(|part| part.split_once('\n').unwrap_or((part, ""))).collect();
    let headings: Vec<&str> = parts.iter().map(|(heading, _)| *heading).collect();
    if headings != SECTIONS {
        return Err(format!("its sections are {headings:?}"));
    }
    Ok(std::array::from_fn(|i| parts[i].1))
}

fn has_han(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Chinese and English paragraphs take turns.
fn bilingual(prose: &str) -> Result<(), Problem> {
    let paragraphs = prose.split("\n\n").filter(|p| !p.trim().is_empty());
    let languages: Vec<Lang> = paragraphs.map(language).collect();
    let paired = languages.chunks(2).all(|pair| pair == [Lang::Zh, Lang::En]);
    if languages.is_empty() || !paired {
        return Err("each Chinese paragraph is followed by an English one".to_owned());
    }
    Ok(())
}

/// The language that most of a paragraph is in, leaving out `code`.
fn language(paragraph: &str) -> Lang {
    let prose: String = paragraph.split('`').step_by(2).collect();
    let han = prose.matches(|c: char| has_han(c.encode_utf8(&mut [0; 4]))).count();
    let latin = prose.matches(|c: char| c.is_ascii_alphabetic()).count();
    if han * 2 > latin { Lang::Zh } else { Lang::En }
}

/// A fenced block.
struct Fence<'p> {
    kind: &'p str,
    path: &'p str,
    text: &'p str,
}

/// The blocks of a section that has nothing else.
fn fences(section: &str) -> Result<Vec<Fence<'_>>, Problem> {
    let pieces: Vec<&str> = section.split("```").collect();
    let blank = pieces.iter().step_by(2).all(|between| between.trim().is_empty());
    if !blank || pieces.len() < 3 || pieces.len().is_multiple_of(2) {
        return Err("an example is fenced blocks, closed, and nothing else".to_owned());
    }
    Ok(pieces
        .iter()
        .skip(1)
        .step_by(2)
        .map(|piece| {
            let (info, text) = piece.split_once('\n').unwrap_or((piece, ""));
            let (kind, path) = info.split_once(' ').unwrap_or((info, ""));
            Fence { kind, path, text }
        })
        .collect())
}

fn judge_good(section: &str) -> Result<(), Problem> {
    let report = inspect(&fences(section)?)?.0;
    if report != "未发现问题。\n" {
        return Err(format!("Good has findings:\n{report}"));
    }
    Ok(())
}

fn judge_bad(rule: &Rule, section: &str, file: &Path, page: &str) -> Result<(), Problem> {
    let mut overlay = fences(section)?;
    let shown = overlay.pop().filter(|fence| fence.kind == "report");
    let shown = shown.ok_or("Bad does not end with a report")?.text;
    let (report, codes) = inspect(&overlay)?;
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

/// The report on the healthy site with some files laid over it, and the codes in it.
fn inspect(overlay: &[Fence<'_>]) -> Result<(String, Vec<&'static str>), Problem> {
    let site = world();
    for fence in overlay {
        lay(fence, &site.path().join("content").join(fence.path))
            .map_err(|problem| format!("{} {}: {problem}", fence.kind, fence.path))?;
    }
    Ok(report_of(site.path()))
}

fn report_of(root: &Path) -> (String, Vec<&'static str>) {
    let (catalog, found) = model::load(root);
    let findings = check::check(&catalog, found, AsOf(today()));
    let report = Report::new(findings, &catalog.source);
    let codes = report.findings().iter().map(|f| f.rule.code).collect();
    (report.to_text(Lang::Zh, false, &catalog.source), codes)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")
}

/// A copy of the healthy site.
fn world() -> tempfile::TempDir {
    let world = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/world");
    let copy = tempfile::tempdir().expect("a folder");
    for entry in WalkDir::new(&world) {
        let entry = entry.expect("the world is readable");
        let to = copy.path().join(entry.path().strip_prefix(&world).expect("below"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).expect("a folder");
        } else {
            fs::copy(entry.path(), to).expect("a file");
        }
    }
    copy
}

fn lay(fence: &Fence<'_>, file: &Path) -> Result<(), Problem> {
    fs::create_dir_all(file.parent().ok_or("no folder")?).map_err(|e| e.to_string())?;
    let bytes = match fence.kind {
        "symlink" => {
            return std::os::unix::fs::symlink(fence.text.trim(), file).map_err(|e| e.to_string());
        }
        "hex" => unhex(fence.text).ok_or("not hexadecimal")?,
        "diff" => patch(&fs::read_to_string(file).map_err(|e| e.to_string())?, fence.text)?.into(),
        "toml" | "md" | "csv" | "text" => fence.text.into(),
        kind => return Err(format!("no such block: {kind}")),
    };
    fs::write(file, bytes).map_err(|e| e.to_string())
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
            hunk.iter().filter_map(|line| line.strip_prefix(sign)).map(|line| format!("{line}\n")).collect()
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
