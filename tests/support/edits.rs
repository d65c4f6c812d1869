//! What random edits write: texts, and files and lines made of them.
#![allow(unreachable_pub, reason = "a part of a test program")]

/// A text as a TOML string.
pub fn quoted(text: &str) -> String {
    format!("{:?}", text.replace(['\t', '\n'], " ").trim()).replace("\\u{", "\\\\u{")
}

/// Changes a line above the release.
pub fn case(text: &str, at: usize, how: usize) -> String {
    let (case, release) = text.split_once("[release]").expect("a release");
    let mut lines: Vec<String> = case.lines().filter(|line| line.contains(" = ")).map(str::to_owned).collect();
    let Some(at) = at.checked_rem(lines.len()) else { return text.to_owned() };
    let key = lines[at].split(" = ").next().unwrap_or_default().to_owned();
    let new = ["3", "\"举报\"", "2026-08-20", "2025-01-02", "\"龘靐齉爩鱻麤龗灪籱\"", "{ a = 1 }"];
    match new.get(how % (new.len() + 1)) {
        Some(value) => lines[at] = format!("{key} = {value}"),
        None => drop(lines.remove(at)),
    }
    format!("{}\n\n[release]{release}", lines.join("\n"))
}

/// Gives a record another number of the archive.
pub fn renumber(text: &str, number: u16) -> String {
    let line = |line: &str| {
        let is_number = line.starts_with("archive_no = ");
        if is_number { format!("archive_no = \"2026-{number:05}\"") } else { line.to_owned() }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

/// Internal, or a draft that is not exercised yet.
pub fn item(draft: bool, name: &str) -> String {
    let (name, audience) = (quoted(name), side(draft));
    format!(
        "name = {name}\naudience = \"{audience}\"\noffice = \"综合科\"\nchannels = [\"document\"]\nstatus = \"not-started\"\nremark = {name}\n\n[schedule]\non = \"event\"\n"
    )
}

fn side(draft: bool) -> &'static str {
    if draft { "public" } else { "internal" }
}

pub fn page(draft: bool, title: &str) -> String {
    let (title, audience) = (quoted(title), side(draft));
    format!(
        "+++\ntitle = {title}\naudience = \"{audience}\"\nsummary = {title}\norder = 1\n+++\n\n正文麤麤麤麤麤麤麤麤麤。\n"
    )
}

pub fn waiver(text: &str) -> String {
    let text = quoted(text);
    format!("[[waiver]]\nrule = \"S101\"\nfile = {text}\nreason = {text}\nowner = {text}\nuntil = 2027-01-01\n")
}
