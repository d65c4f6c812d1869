//! The site as it is published now: read and compared, never changed, no link in it followed.

use std::collections::HashSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::PathBuf;
use std::time::SystemTime;

use super::access::Access;
use super::manifest::{self, Digest};
use super::os;

/// What a file was when it was compared, to notice if someone alters it afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    inode: u64,
    size: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        let modified = metadata.modified().ok();
        Self { inode: os::inode(metadata), size: metadata.len(), modified }
    }
}

/// The regular files of a published site, and how much else lies among them.
#[derive(Debug)]
pub(super) struct Published {
    root: PathBuf,
    files: HashSet<Box<str>>,
    strays: usize,
    /// What files and folders must be like; `None` where nothing is published.
    access: Option<Access>,
    /// How many folders are otherwise.
    ajar: usize,
}

impl Published {
    /// The site that will be in `root`, where nothing is published yet.
    pub(super) fn nothing(root: PathBuf) -> Self {
        Self { root, files: HashSet::new(), strays: 0, access: None, ajar: 0 }
    }

    /// Lists the site in `root`, which is to have this access.
    pub(super) fn list(root: PathBuf, access: Access) -> io::Result<Self> {
        let mut published = Self { access: Some(access), ..Self::nothing(root) };
        published.walk("")?;
        Ok(published)
    }

    /// Lists one folder and those in it; returns how many entries it has.
    fn walk(&mut self, folder: &str) -> io::Result<usize> {
        let (mut entries, place) = (0, self.root.join(folder));
        self.ajar += usize::from(!self.fits(&fs::symlink_metadata(&place)?));
        for entry in fs::read_dir(place)? {
            let entry = entry?;
            entries += 1;
            let kind = entry.file_type()?;
            let name = entry.file_name();
            let path = name.to_str().map(|name| join(folder, name));
            match path {
                Some(path) if kind.is_file() => drop(self.files.insert(path.into())),
                Some(path) if kind.is_dir() => self.strays += usize::from(self.walk(&path)? == 0),
                _ => self.strays += 1,
            }
        }
        Ok(entries)
    }

    pub(super) fn contains(&self, path: &str) -> bool {
        self.files.contains(path)
    }

    /// How many files, links, empty folders and other things have no place in a site that keeps `kept` of the files.
    pub(super) fn leftovers(&self, kept: usize) -> usize {
        self.files.len() - kept + self.strays
    }

    /// How many folders are not as they should be.
    pub(super) fn ajar(&self) -> usize {
        self.ajar
    }

    fn fits(&self, metadata: &Metadata) -> bool {
        self.access.is_some_and(|access| access.fits(metadata))
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The stamp of the published file if it has exactly these bytes.
    ///
    /// A file that cannot be read, or not by whom it should be, counts as different: it is replaced, which repairs it.
    pub(super) fn same(&self, path: &str, bytes: &[u8]) -> Option<Stamp> {
        self.compared(path, bytes.len() as u64, |file| reads_as(file, bytes))
    }

    /// The same where only length and digest are at hand.
    pub(super) fn holds(&self, path: &str, size: u64, digest: &Digest) -> Option<Stamp> {
        self.compared(path, size, |file| Ok(manifest::digest_of(file)? == *digest))
    }

    fn compared(&self, path: &str, size: u64, reads: impl FnOnce(File) -> io::Result<bool>) -> Option<Stamp> {
        if !self.contains(path) {
            return None;
        }
        let (file, metadata) = os::open_regular(&self.path(path)).ok()??;
        let same = metadata.len() == size && self.fits(&metadata) && reads(file).ok()?;
        same.then(|| Stamp::of(&metadata))
    }

    /// Whether the file still is what it was when it was stamped.
    pub(super) fn still(&self, path: &str, stamp: Stamp) -> bool {
        let metadata = fs::symlink_metadata(self.path(path));
        metadata.is_ok_and(|now| now.is_file() && Stamp::of(&now) == stamp)
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

fn reads_as(mut reader: impl Read, mut rest: &[u8]) -> io::Result<bool> {
    let mut buffer = [0; 16 * 1024];
    loop {
        let read = reader.read(&mut buffer)?;
        if read == 0 {
            return Ok(rest.is_empty());
        }
        match rest.strip_prefix(&buffer[..read]) {
            Some(left) => rest = left,
            None => return Ok(false),
        }
    }
}
