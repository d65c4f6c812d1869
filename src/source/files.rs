//! The source as a value: read from the disk, given in memory, or one laid over another.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::Path,
    sync::Arc,
};

use rayon::prelude::*;

use super::{
    FILE_NAME,
    blob::{Blob, Bytes},
    clutter::is_clutter,
    leaf::{Leaf, ROOT, STATIC, is_text},
    open::Folder,
    walk::{WalkEntry, walk},
};
use crate::{
    diag::{FileId, Files, Finding, Reach, Span},
    text,
    text::Text,
};

/// Every file below `content/`, by its path relative to the root.
#[derive(Clone, Debug, Default)]
pub struct Source {
    leaves: BTreeMap<Arc<str>, Leaf>,
    /// The folders, of which only the names matter.
    folders: BTreeSet<Arc<str>>,
    /// By number. Of a path that is gone its number stays, so that none means another file in a source laid over this.
    numbered: Vec<Numbered>,
    findings: Vec<Finding>,
}

/// The path of a number and what is written there.
#[derive(Clone, Debug)]
struct Numbered {
    path: Arc<str>,
    text: Arc<String>,
    is_read: bool,
}

impl Files for Source {
    fn path(&self, file: FileId) -> &str {
        &self.numbered[file.0 as usize].path
    }
    fn text(&self, file: FileId) -> &str {
        &self.numbered[file.0 as usize].text
    }
}

impl Source {
    /// Reads `root/content`. Never fails: what can't be read becomes a finding.
    pub fn read(root: &Path) -> Self {
        let content = root.join(ROOT);
        let folder = Arc::new(Folder::open(&content));
        let (mut folders, mut leaves) = (BTreeSet::new(), Vec::new());
        for (path, found) in walk(root, &content) {
            match found {
                WalkEntry::Folder => drop(folders.insert(path.into())),
                found => leaves.push((path.into(), found)),
            }
        }
        let read = |(path, found): (Arc<str>, WalkEntry)| {
            let leaf = match found {
                WalkEntry::File(place, size) => Leaf::of(&path, Bytes::Disk(Arc::clone(&folder), place), size),
                WalkEntry::Refused(why) => Leaf::refused(why),
                WalkEntry::Folder => Leaf::default(),
            };
            (path, leaf)
        };
        Self::gathered(leaves.into_par_iter().map(read).collect(), folders, Vec::new())
    }

    /// A source of files in memory: what lies below `content/` and is no clutter.
    pub fn of<P: Into<Arc<str>>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        Self::default().overlaid(files.into_iter().map(|(path, bytes)| (path, Some(bytes))))
    }

    /// This source with some files replaced or added, and those taken away of which nothing is given. Numbers of files
    /// stay what they are.
    #[must_use]
    pub fn overlaid<P: Into<Arc<str>>, B: Into<Vec<u8>>>(
        &self,
        changes: impl IntoIterator<Item = (P, Option<B>)>,
    ) -> Self {
        let Self { mut leaves, mut folders, numbered, findings: _ } = self.clone();
        leaves.retain(|_, leaf| !leaf.is_absent);
        for (path, bytes) in changes {
            let path: Arc<str> = path.into();
            let Some(bytes) = bytes.map(Into::<Vec<u8>>::into) else {
                leaves.remove(&path);
                continue;
            };
            if !path.starts_with(ROOT) || path.split('/').any(is_clutter) {
                continue;
            }
            let above = path.match_indices('/').skip(1).map(|(at, _)| Arc::from(&path[..at]));
            folders.extend(above);
            let size = bytes.len() as u64;
            let leaf = Leaf::of(&path, Bytes::Memory(bytes.into()), size);
            leaves.insert(path, leaf);
        }
        Self::gathered(leaves, folders, numbered)
    }

    /// Reads one text that need not lie in a tree.
    pub fn lone(place: &Path) -> Self {
        let leaf = (place.display().to_string().into(), Leaf::lone(place));
        Self::gathered(BTreeMap::from([leaf]), BTreeSet::new(), Vec::new())
    }

    /// Reads one text of a tree; `None` where it can't be read.
    pub fn read_one(root: &Path, path: &str) -> Option<String> {
        Leaf::one(root, path)
    }

    /// Gives every file its number, and finds what can't be read.
    fn gathered(mut leaves: BTreeMap<Arc<str>, Leaf>, folders: BTreeSet<Arc<str>>, numbered: Vec<Numbered>) -> Self {
        for path in folders.iter().filter(|path| is_text(path) && !path.starts_with(STATIC)) {
            let why = text!("是文件夹，此处应是文件", "is a folder where a file should be");
            leaves.entry(Arc::clone(path)).or_insert_with(|| Leaf::refused(why));
        }
        leaves.values_mut().for_each(|leaf| leaf.clashes = false);
        let clashes = clashes(leaves.keys().chain(&folders));
        for (path, _) in &clashes {
            let made = || Leaf { is_absent: true, ..Leaf::default() };
            leaves.entry(Arc::clone(path)).or_insert_with(made).clashes = true;
        }
        let mut source = Self { leaves, folders, numbered, findings: Vec::new() };
        source.number();
        let refused = source.leaves.values().filter_map(|leaf| Some((leaf.file, *leaf.problem.clone()?)));
        let clashing = clashes.into_iter().map(|(path, why)| (source.leaves[&path].file, (&FILE_NAME, why)));
        let finding = |(file, (rule, why))| Finding::new(rule, Reach::Public, Span::head(file), why);
        source.findings = refused.chain(clashing).map(finding).collect();
        source
    }

    /// Every path that has no number yet gets the next.
    fn number(&mut self) {
        let empty = Arc::new(String::new());
        for gone in &mut self.numbered {
            (gone.text, gone.is_read) = (Arc::clone(&empty), true);
        }
        let known: HashMap<Arc<str>, usize> =
            self.numbered.iter().enumerate().map(|(at, numbered)| (Arc::clone(&numbered.path), at)).collect();
        for (path, leaf) in &mut self.leaves {
            let text = Arc::clone(leaf.text.as_ref().unwrap_or(&empty));
            let numbered = Numbered { path: Arc::clone(path), text, is_read: !leaf.is_refused() };
            let at = known.get(path).copied().unwrap_or(self.numbered.len());
            match self.numbered.get_mut(at) {
                Some(own) => *own = numbered,
                None => self.numbered.push(numbered),
            }
            leaf.file = FileId(at as u32);
            leaf.blob.iter_mut().for_each(|blob| blob.file = leaf.file);
        }
    }

    /// What can't be read, and why.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The file at a path, which is made up if there is none, so that findings can point at it.
    pub fn file_or_absent(&mut self, path: &str) -> (FileId, bool) {
        if let Some(file) = self.file(path) {
            return (file, true);
        }
        let absent = Leaf { text: Some(Arc::default()), is_absent: true, ..Leaf::default() };
        self.leaves.insert(Arc::from(path), absent);
        self.number();
        (self.leaves[path].file, false)
    }

    /// Whether a file's text was read. Where it was not, a finding says why, and nothing more should be said about it.
    pub fn is_read(&self, file: FileId) -> bool {
        self.numbered[file.0 as usize].is_read
    }

    /// The file at a path.
    pub fn file(&self, path: &str) -> Option<FileId> {
        self.leaves.get(path).filter(|leaf| leaf.is_text()).map(|leaf| leaf.file)
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text(span.file)[span.range()]
    }

    /// All texts in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (&str, FileId)> {
        self.leaves.iter().filter(|(_, leaf)| leaf.is_text()).map(|(path, leaf)| (&**path, leaf.file))
    }

    /// The attachment at a path.
    pub fn blob(&self, path: &str) -> Option<&Blob> {
        self.leaves.get(path).filter(|_| !path.starts_with(STATIC))?.blob.as_deref()
    }

    /// All attachments in the order of their paths.
    pub fn blobs(&self) -> impl Iterator<Item = (&str, &Blob)> {
        self.passing().filter(|(path, _)| !path.starts_with(STATIC))
    }

    /// All files of `content/static/`, which stand at a site's root, in the order of their paths.
    pub fn root_files(&self) -> impl Iterator<Item = (&str, &Blob)> {
        self.passing().filter(|(path, _)| path.starts_with(STATIC))
    }

    fn passing(&self) -> impl Iterator<Item = (&str, &Blob)> {
        self.leaves.iter().filter_map(|(path, leaf)| Some((&**path, leaf.blob.as_deref()?)))
    }
}

/// Names that differ in case only: one of the two, for each.
fn clashes<'p>(paths: impl Iterator<Item = &'p Arc<str>>) -> Vec<(Arc<str>, Text)> {
    let paths: BTreeSet<&Arc<str>> = paths.collect();
    let (mut folded, mut clashes) = (HashMap::new(), Vec::new());
    for path in paths {
        if let Some(other) = folded.insert(path.to_lowercase(), path) {
            clashes.push((Arc::clone(path), text!("与 {other} 仅大小写不同", "differs from {other} in case only")));
        }
    }
    clashes
}
