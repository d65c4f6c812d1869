//! The project's own files as text, for the tests that read them.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

/// A text file of the project.
pub(crate) struct File {
    /// From the project's top, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    /// The text without comments, strings and characters, line for line.
    pub(crate) fn code(&self) -> String {
        bare(&self.text)
    }

    pub(crate) fn has_any(&self, words: &[&'static str]) -> Option<&'static str> {
        let code = self.code();
        words.iter().copied().find(|word| code.contains(word))
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The project's text files below a folder; what is made by tools is left out.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<File> {
    let passed = ["target", "output", "node_modules", ".git", "__pycache__"];
    let tracked = |entry: &DirEntry| !passed.iter().any(|name| entry.file_name() == *name);
    let entries = WalkDir::new(root().join(folder)).sort_by_file_name().into_iter().filter_entry(tracked);
    let read = |entry: walkdir::Result<DirEntry>| {
        let entry = entry.expect("a readable project");
        let path = entry.path().strip_prefix(root()).expect("below the top").to_str()?.to_owned();
        if !entry.file_type().is_file() || !path.ends_with(ending) {
            return None;
        }
        Some(File { text: fs::read_to_string(entry.path()).ok()?, path })
    };
    entries.filter_map(read).collect()
}

/// One file of the project.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub(crate) fn source() -> Vec<File> {
    files("src", ".rs")
}

/// Source, tests and benches.
pub(crate) fn rust() -> Vec<File> {
    ["src", "tests", "benches"].into_iter().flat_map(|folder| files(folder, ".rs")).collect()
}

/// Blanks comments, strings and character literals; keeps every line break.
fn bare(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let blanked = blank(rest);
        let (token, after) = rest.split_at(if blanked > 0 { blanked } else { first.len_utf8() });
        if blanked > 0 {
            out.extend(token.chars().filter(|c| *c == '\n'));
            out.push(' ');
        } else {
            out.push(first);
        }
        rest = after;
    }
    out
}

/// How many bytes of a comment, string or character literal a text begins with.
fn blank(text: &str) -> usize {
    let until = |from: usize, end: &str| text[from..].find(end).map_or(text.len(), |at| from + at + end.len());
    let raw = text.strip_prefix('r').map(|t| t.len() - t.trim_start_matches('#').len());
    match (text.as_bytes(), raw) {
        ([b'/', b'/', ..], _) => text.find('\n').unwrap_or(text.len()),
        ([b'/', b'*', ..], _) => until(2, "*/"),
        (_, Some(hashes)) if text[1 + hashes..].starts_with('"') => {
            until(hashes + 2, &format!("\"{}", "#".repeat(hashes)))
        }
        ([b'"', ..], _) => 1 + closing(&text[1..], '"'),
        ([b'\'', b'\\', ..], _) => 1 + closing(&text[1..], '\''),
        ([b'\'', ..], _) => {
            let mut chars = text.char_indices().skip(2);
            chars.next().filter(|(_, c)| *c == '\'').map_or(0, |(at, _)| at + 1)
        }
        _ => 0,
    }
}

/// The length of a literal up to and with its closing mark.
fn closing(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == mark => return at + 1,
            _ => {}
        }
    }
    text.len()
}

pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// Everything between the brackets that a text begins with.
pub(crate) fn bracketed(text: &str, open: char, close: char) -> &str {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return &text[..=at];
            }
        }
    }
    text
}

/// A path without `..` in it.
pub(crate) fn plain(path: &Path) -> String {
    let mut out = PathBuf::new();
    for part in path.components() {
        if part == Component::ParentDir {
            out.pop();
        } else {
            out.push(part);
        }
    }
    out.to_str().expect("a path in UTF-8").to_owned()
}
