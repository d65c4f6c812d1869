//! Walks `content/`, refuses what is not a plain file, and keeps every text in memory.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::{
    FILE_NAME, NOT_A_FILE,
    blob::{Blob, Sum},
    clutter::is_clutter,
    decode::decode,
    open::{Folder, Refused, said, unread},
};
use crate::{
    diag::{FileId, Files, Finding, Reach, Rule, Span},
    text,
    text::Text,
};

/// Largest authored text. A longer one is a mistake or an attack; an attachment may be of any size.
const MOST_TEXT: u64 = 2 * 1024 * 1024;

/// The folder of files that stand at a site's root.
const STATIC: &str = "content/static/";

/// Every file under `content/`, by its path relative to the root.
#[derive(Clone, Debug, Default)]
pub struct Source {
    texts: Vec<(String, String)>,
    ids: BTreeMap<String, FileId>,
    blobs: BTreeMap<String, Blob>,
    root_files: BTreeMap<String, Blob>,
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
        let content = root.join("content");
        let folder = Arc::new(Folder::open(&content));
        let mut found = Walk::default();
        found.walk(root, &content);
        let texts: Vec<(String, Authored)> =
            found.texts.par_iter().map(|(path, place)| (path.clone(), Authored::read(&folder, place))).collect();
        for ((path, authored), (_, place)) in texts.iter().zip(&found.texts) {
            // What is refused is not ours as it is, but the barrier looks into it.
            if let Some(sum) = authored.sum.filter(|_| authored.text.is_err()) {
                found.blobs.entry(path.clone()).or_insert((place.clone(), sum.size));
            }
        }
        let mut source = Self::default();
        let (mut findings, mut sums) = (Vec::new(), BTreeMap::new());
        for (path, Authored { text, sum }) in texts {
            let problem = text.as_ref().err().cloned();
            let file = source.add(path, text.unwrap_or_default());
            sums.extend(sum.map(|sum| (file, sum)));
            findings.extend(
                problem.map(|message| Finding::new(&super::ENCODING, Reach::Public, Span::head(file), message)),
            );
        }
        for (path, (place, size)) in found.blobs {
            let file = source.file(&path).unwrap_or_else(|| source.unread(&path));
            // What is offered for download is what was checked: of a table, the text that was read above.
            let sum = sums.get(&file).map_or_else(OnceLock::new, |sum| OnceLock::from(*sum));
            let blob = Blob { folder: Arc::clone(&folder), path: place, size, file, sum: Arc::new(sum) };
            let shelf = if path.starts_with(STATIC) { &mut source.root_files } else { &mut source.blobs };
            shelf.insert(path, blob);
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
        let place = root.join(path);
        Authored::read(&Folder::open(place.parent()?), Path::new(place.file_name()?)).text.ok()
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

    /// All files of `content/static/`, which stand at a site's root, in the order of their paths.
    pub fn root_files(&self) -> impl Iterator<Item = (&str, &Blob)> {
        self.root_files.iter().map(|(path, blob)| (path.as_str(), blob))
    }
}

/// What was read of an authored text.
struct Authored {
    text: Result<String, Text>,
    /// Of a table, which is offered for download as it is, and of what is no text of ours, which is looked into.
    sum: Option<Sum>,
}

impl Authored {
    fn read(folder: &Folder, path: &Path) -> Self {
        let bytes = folder.file(path).and_then(|(file, _)| read_most(file));
        match bytes {
            Ok(bytes) => {
                let is_table = path.extension().is_some_and(|end| end == "csv");
                let sum = (is_table || is_refused(&bytes)).then(|| Sum::of(&bytes));
                Self { text: decode(bytes), sum }
            }
            Err(error) => Self { text: Err(said(&error)), sum: None },
        }
    }
}

/// Whether bytes are no text that can be read.
fn is_refused(bytes: &[u8]) -> bool {
    bytes.contains(&0) || std::str::from_utf8(bytes).is_err()
}

/// Reads a text, and no more of it than a text may have, should it grow meanwhile.
fn read_most(file: fs::File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(MOST_TEXT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_TEXT { Err(Refused::Changed.into()) } else { Ok(bytes) }
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
    fn walk(&mut self, root: &Path, content: &Path) {
        let entries = WalkDir::new(content).sort_by_file_name().min_depth(1);
        for entry in entries.into_iter().filter_entry(is_content) {
            match entry {
                Ok(entry) => self.entry(root, content, &entry),
                Err(error) if error.io_error().is_some_and(|e| e.kind() == io::ErrorKind::NotFound) => {}
                Err(error) => {
                    let path = error.path().map(|p| relative(root, p)).unwrap_or_default();
                    self.refused.push((path, &NOT_A_FILE, unread(&error.into())));
                }
            }
        }
    }

    fn entry(&mut self, root: &Path, content: &Path, entry: &DirEntry) {
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
            if is_text(&path) && !path.starts_with(STATIC) {
                self.refuse(&path, &NOT_A_FILE, text!("是文件夹，此处应是文件", "is a folder where a file should be"));
            }
        } else if kind.is_file() {
            self.file(path, content, entry);
        } else {
            self.refuse(&path, &NOT_A_FILE, text!("不是普通文件", "is not a plain file"));
        }
    }

    fn file(&mut self, path: String, content: &Path, entry: &DirEntry) {
        let size = entry.metadata().map(|m| m.len()).unwrap_or_default();
        let place = entry.path().strip_prefix(content).unwrap_or(entry.path()).to_owned();
        if !is_text(&path) || path.starts_with(STATIC) {
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
    let bytes = fs::read(place).map_err(|error| said(&error))?;
    decode(bytes)
}

/// Every file below `folder`/`below`, by its path relative to that; nothing where there is no such folder. For theme
/// files that override the embedded ones.
///
/// # Errors
/// Whatever is no plain file or folder, a link above all, with its path below `folder` and why.
pub fn read_tree(folder: &Path, below: &str) -> Result<BTreeMap<String, Vec<u8>>, (String, Text)> {
    let (base, held) = (folder.join(below), Folder::open(folder));
    let mut files = BTreeMap::new();
    let entries = WalkDir::new(&base).follow_root_links(false).sort_by_file_name();
    for entry in entries.into_iter().filter_entry(is_content) {
        let entry = match entry {
            Ok(entry) if entry.file_type().is_dir() => continue,
            Ok(entry) => entry,
            Err(error) if error.io_error().is_some_and(|e| e.kind() == io::ErrorKind::NotFound) => continue,
            Err(error) => return Err((below.to_owned(), unread(&error.into()))),
        };
        let path = relative(folder, entry.path());
        if path == below && !entry.path_is_symlink() {
            return Err((path, text!("应是文件夹", "must be a folder")));
        }
        let bytes = held.file(entry.path().strip_prefix(folder).unwrap_or(entry.path())).and_then(|(mut file, _)| {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).map(|_| bytes)
        });
        let bytes = bytes.map_err(|error| (path, said(&error)))?;
        files.insert(relative(&base, entry.path()), bytes);
    }
    Ok(files)
}
