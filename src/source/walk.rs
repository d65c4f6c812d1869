//! Walks `content/`, refuses what is not a plain file, and keeps every text in memory.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::{FILE_NAME, NOT_A_FILE, clutter::is_clutter, decode::decode};
use crate::{
    diag::{FileId, Files, Finding, Reach, Rule, Span},
    text,
    text::Text,
};

/// Largest authored text. A longer one is a mistake or an attack; an attachment may be of any size.
const MOST_TEXT: u64 = 2 * 1024 * 1024;

/// An attachment: read again, never held.
#[derive(Clone, Debug)]
pub struct Blob {
    /// Where it lies on this machine.
    pub place: PathBuf,
    /// Its length in bytes.
    pub size: u64,
    /// What findings about it point at.
    pub file: FileId,
}

/// Every file under `content/`, by its path relative to the root.
#[derive(Clone, Debug, Default)]
pub struct Source {
    texts: Vec<(String, String)>,
    ids: BTreeMap<String, FileId>,
    blobs: BTreeMap<String, Blob>,
    refused: HashSet<FileId>,
}

impl Files for Source {
    fn path(&self, file: FileId) -> &str {
        &self.texts[file.0 as usize].0
    }
    fn text(&self, file: FileId) -> &str {
        &self.texts[file.0 as usize].1
    }
}

impl Source {
    /// Reads `root/content`. Never fails: what can't be read becomes a finding.
    pub fn read(root: &Path) -> (Self, Vec<Finding>) {
        let mut found = Walk::default();
        found.walk(root);
        let texts: Vec<(String, Result<String, Text>)> =
            found.texts.par_iter().map(|(path, place)| (path.clone(), read_text(place))).collect();
        for ((path, text), (_, place)) in texts.iter().zip(&found.texts).filter(|((_, text), _)| text.is_err()) {
            // Not ours as it is, but the barrier looks into it.
            let size = text.as_ref().map_or(0, String::len) as u64;
            found.blobs.entry(path.clone()).or_insert((place.clone(), size));
        }
        let mut source = Self::default();
        let mut findings = Vec::new();
        for (path, text) in texts {
            let problem = text.as_ref().err().cloned();
            let file = source.add(path, text.unwrap_or_default());
            findings.extend(
                problem.map(|message| Finding::new(&super::ENCODING, Reach::Public, Span::head(file), message)),
            );
        }
        for (path, (place, size)) in found.blobs {
            let file = source.file(&path).unwrap_or_else(|| source.unread(&path));
            source.blobs.insert(path, Blob { place, size, file });
        }
        for (path, rule, message) in found.refused {
            let file = source.file(&path).unwrap_or_else(|| source.add(path, String::new()));
            findings.push(Finding::new(rule, Reach::Public, Span::head(file), message));
        }
        source.refused = findings.iter().map(|f| f.span.file).collect();
        (source, findings)
    }

    /// Reads one text that need not lie in a tree; what can't be read becomes a finding.
    pub fn lone(place: &Path) -> (Self, Vec<Finding>) {
        let mut source = Self::default();
        let text = read_text(place);
        let file = source.add(place.display().to_string(), text.clone().unwrap_or_default());
        let refused = text.err().map(|why| Finding::new(&super::ENCODING, Reach::Public, Span::head(file), why));
        source.refused.extend(refused.iter().map(|finding| finding.span.file));
        (source, refused.into_iter().collect())
    }

    /// Reads one text of a tree; `None` where it can't be read.
    pub fn read_one(root: &Path, path: &str) -> Option<String> {
        read_text(&root.join(path)).ok()
    }

    /// Adds a file that is not on disk or can't be read, so that findings can point at it.
    pub fn add(&mut self, path: String, text: String) -> FileId {
        let file = FileId(self.texts.len() as u32);
        self.ids.insert(path.clone(), file);
        self.texts.push((path, text));
        file
    }

    /// A number for a file that is no text: not found by its path, shown as empty.
    fn unread(&mut self, path: &str) -> FileId {
        self.texts.push((path.to_owned(), String::new()));
        FileId(self.texts.len() as u32 - 1)
    }

    /// Whether a file's text was read. Where it was not, a finding says why, and nothing more should be said about it.
    pub fn is_read(&self, file: FileId) -> bool {
        !self.refused.contains(&file)
    }

    /// The file at a path.
    pub fn file(&self, path: &str) -> Option<FileId> {
        self.ids.get(path).copied()
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text(span.file)[span.range()]
    }

    /// All texts in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (&str, FileId)> {
        self.ids.iter().map(|(path, id)| (path.as_str(), *id))
    }

    /// The attachment at a path.
    pub fn blob(&self, path: &str) -> Option<&Blob> {
        self.blobs.get(path)
    }

    /// All attachments in the order of their paths.
    pub fn blobs(&self) -> impl Iterator<Item = (&str, &Blob)> {
        self.blobs.iter().map(|(path, blob)| (path.as_str(), blob))
    }
}

/// Whether an entry is no clutter; the folder that is asked for may be called anything.
fn is_content(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !is_clutter(&entry.file_name().to_string_lossy())
}

#[derive(Default)]
struct Walk {
    texts: Vec<(String, PathBuf)>,
    blobs: BTreeMap<String, (PathBuf, u64)>,
    refused: Vec<(String, &'static Rule, Text)>,
    /// Lower-cased path → the path, to find names that differ only in case.
    folded: BTreeMap<String, String>,
}

impl Walk {
    fn walk(&mut self, root: &Path) {
        let entries = WalkDir::new(root.join("content")).sort_by_file_name().min_depth(1);
        for entry in entries.into_iter().filter_entry(is_content) {
            match entry {
                Ok(entry) => self.entry(root, &entry),
                Err(error) if error.io_error().is_some_and(|e| e.kind() == io::ErrorKind::NotFound) => {}
                Err(error) => {
                    let path = error.path().map(|p| relative(root, p)).unwrap_or_default();
                    self.refused.push((path, &NOT_A_FILE, text!("无法读取：{error}", "can't be read: {error}")));
                }
            }
        }
    }

    fn entry(&mut self, root: &Path, entry: &DirEntry) {
        let path = relative(root, entry.path());
        let kind = entry.file_type();
        if let Some(other) = self.folded.insert(path.to_lowercase(), path.clone()) {
            self.refuse(&path, &FILE_NAME, text!("与 {other} 仅大小写不同", "differs from {other} in case only"));
        }
        if kind.is_symlink() {
            self.refuse(
                &path,
                &NOT_A_FILE,
                text!("是符号链接；内容必须是普通文件", "is a symbolic link; content must be plain files"),
            );
        } else if kind.is_dir() {
            if is_text(&path) {
                self.refuse(&path, &NOT_A_FILE, text!("是文件夹，此处应是文件", "is a folder where a file should be"));
            }
        } else if kind.is_file() {
            self.file(path, entry);
        } else {
            self.refuse(&path, &NOT_A_FILE, text!("不是普通文件", "is not a plain file"));
        }
    }

    fn file(&mut self, path: String, entry: &DirEntry) {
        let size = entry.metadata().map(|m| m.len()).unwrap_or_default();
        let place = entry.path().to_owned();
        if !is_text(&path) {
            self.blobs.insert(path, (place, size));
        } else if size > MOST_TEXT {
            let message = text!(
                "有 {size} 字节，超过文本文件上限 2 MiB",
                "has {size} bytes, more than the 2 MiB a text may have"
            );
            self.blobs.insert(path.clone(), (place, size)); // the barrier looks into it
            self.refuse(&path, &NOT_A_FILE, message);
        } else {
            if path.ends_with(".csv") {
                self.blobs.insert(path.clone(), (place.clone(), size)); // offered for download as it is
            }
            self.texts.push((path, place));
        }
    }

    fn refuse(&mut self, path: &str, rule: &'static Rule, message: Text) {
        self.refused.push((path.to_owned(), rule, message));
    }
}

fn is_text(path: &str) -> bool {
    [".toml", ".md", ".csv"].iter().any(|end| path.ends_with(end))
}

/// The path below the root with `/`; bytes that are not UTF-8 become U+FFFD, and the name rule refuses them.
fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    path.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn read_text(place: &Path) -> Result<String, Text> {
    let bytes = fs::read(place).map_err(|error| text!("无法读取：{error}", "can't be read: {error}"))?;
    decode(bytes)
}

/// Reads a whole attachment.
pub fn read_file(blob: &Blob) -> io::Result<Vec<u8>> {
    fs::read(&blob.place)
}

/// An attachment that is text in UTF-8 and no larger than `most` bytes; of one that is not, only the beginning is read.
pub fn read_plain(blob: &Blob, most: u64) -> Option<String> {
    const BEGINNING: u64 = 4096;
    let mut file = fs::File::open(&blob.place).ok().filter(|_| blob.size <= most)?;
    let mut bytes = Vec::new();
    file.by_ref().take(BEGINNING).read_to_end(&mut bytes).ok()?;
    let cut = std::str::from_utf8(&bytes).err().is_some_and(|error| error.error_len().is_some());
    if cut || bytes.contains(&0) {
        return None;
    }
    file.take(most).read_to_end(&mut bytes).ok()?;
    String::from_utf8(bytes).ok()
}

/// Every file below a folder that exists, by its path relative to it: for theme files that override the embedded ones.
pub fn read_tree(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_content) {
        let entry = entry?;
        if entry.file_type().is_file() {
            files.insert(relative(folder, entry.path()), fs::read(entry.path())?);
        }
    }
    Ok(files)
}
