//! A new site growing next to the published one: only what differs is written.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::Release;
use super::error::{During, Fault, Operation, PublishError};
use super::manifest::{self, Digest, MANIFEST};
use super::os;
use super::places::{self, Places};
use super::published::{Published, Stamp};

/// A site being made. Dropping it throws the new site away and leaves the published one as it is.
#[derive(Debug)]
pub struct Stage {
    name: &'static str,
    folder: Folder,
    published: Published,
    files: Mutex<Vec<Staged>>,
    failed: AtomicBool,
}

/// One file of the new site.
#[derive(Debug)]
struct Staged {
    path: Box<str>,
    digest: Digest,
    size: u64,
    kept: Option<Stamp>,
}

/// A whole new site, not yet exchanged; the unchanged files are still to be linked in.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) folder: Folder,
    pub(super) published: Published,
    pub(super) kept: Vec<(Box<str>, Stamp)>,
    pub(super) digest: Digest,
    pub(super) release: Release,
}

impl Stage {
    pub(super) fn begin(places: Arc<Places>, name: &'static str) -> Result<Self, PublishError> {
        let root = places.published(name);
        if !is_site_name(name) {
            return Err(PublishError::new(Operation::Stage, &root, Fault::BadPath));
        }
        let before = places::folder(&root)?;
        let folder = Folder::make(places, name)?;
        let published = match before {
            Some(metadata) => {
                os::inherit_access(&metadata, &folder.path).during(Operation::Stage, &folder.path)?;
                Published::list(root.clone()).during(Operation::Inspect, &root)?
            }
            None => Published::nothing(root),
        };
        Ok(Self { name, folder, published, files: Mutex::default(), failed: AtomicBool::new(false) })
    }

    /// Puts one file into the new site. May be called from many threads at once.
    ///
    /// `path` is relative, with `/` between its parts. The bytes are compared with the file published at
    /// that path; they are written now if they differ, and not kept in either case.
    ///
    /// # Errors
    ///
    /// If the path cannot name a file of a site or was put before, or the file cannot be written. After
    /// an error the stage can no longer be committed.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let outcome = self.place(path, bytes);
        if outcome.is_err() {
            self.failed.store(true, Ordering::Relaxed);
        }
        outcome
    }

    fn place(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        if !is_site_path(path) {
            return Err(self.fault(path, Fault::BadPath));
        }
        let digest = manifest::digest(bytes);
        let kept = self.published.same(path, bytes);
        if kept.is_none() {
            self.write(path, bytes)?;
        }
        let file = Staged { path: path.into(), digest, size: bytes.len() as u64, kept };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push(file);
        Ok(())
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let to = self.folder.path.join(path);
        match make_in_folder(&to, |to| File::create_new(to)) {
            Ok(mut file) => file.write_all(bytes).during(Operation::Stage, &to),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(self.fault(path, Fault::PutTwice)),
            Err(error) => Err(error).during(Operation::Stage, &to),
        }
    }

    fn fault(&self, path: &str, fault: Fault) -> PublishError {
        PublishError::new(Operation::Stage, &self.published.path(path), fault)
    }

    /// Writes the manifest and counts; nothing may be put afterwards.
    pub(super) fn seal(self) -> Result<Tree, PublishError> {
        let manifest = self.manifest()?;
        self.put(MANIFEST, manifest.as_bytes())?;
        let digest = manifest::digest(manifest.as_bytes());
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let release = count(self.name, &files, &self.published, &digest);
        let kept = files.into_iter().filter_map(|file| Some((file.path, file.kept?))).collect();
        Ok(Tree { folder: self.folder, published: self.published, kept, digest, release })
    }

    fn manifest(&self) -> Result<String, PublishError> {
        if self.failed.load(Ordering::Relaxed) {
            return Err(self.fault("", Fault::Incomplete));
        }
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        // Sorting also puts neighbours together, so that linking walks folder by folder.
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let twice = files.array_windows().find(|[a, b]| a.path == b.path).map(|[a, _]| &a.path);
        let reserved = files.iter().find(|file| *file.path == *MANIFEST).map(|file| &file.path);
        match twice.or(reserved) {
            Some(path) => Err(self.fault(path, Fault::PutTwice)),
            None => Ok(manifest::text(files.iter().map(|file| (&*file.path, &file.digest)))),
        }
    }
}

fn count(name: &'static str, files: &[Staged], before: &Published, digest: &Digest) -> Release {
    let unchanged = files.iter().filter(|file| file.kept.is_some()).count();
    let written = files.len() - unchanged;
    let removed = before.leftovers(files.iter().filter(|file| before.contains(&file.path)).count());
    Release {
        name,
        files: files.len(),
        bytes: files.iter().map(|file| file.size).sum(),
        written,
        unchanged,
        removed,
        changed: written + removed > 0,
        manifest: manifest::hex(digest),
    }
}

/// Makes something at `to`, and its folder first if that turns out to be missing.
///
/// Trying first costs one failed call per folder and needs no shared list of the folders made.
pub(super) fn make_in_folder<T>(to: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<T> {
    match (make(to), to.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            make(to)
        }
        (outcome, _) => outcome,
    }
}

/// The folder a new site grows in; dropped before its exchange, it is deleted.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) path: PathBuf,
    /// The journal, and not this value, decides what becomes of the folder.
    pub(super) journalled: bool,
    // Holds the lock until the folder is gone.
    _places: Arc<Places>,
}

impl Folder {
    fn make(places: Arc<Places>, name: &str) -> Result<Self, PublishError> {
        let path = places.staged(name);
        match fs::create_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(PublishError::new(Operation::Stage, &path, Fault::PutTwice));
            }
            outcome => outcome.during(Operation::Stage, &path)?,
        }
        Ok(Self { path, journalled: false, _places: places })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.journalled {
            // Best effort: whatever stays is deleted when the output is next opened.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Whether `name` can name a site's folder and be a word in the journal.
fn is_site_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

/// Whether `path` can name a file of a site and a line of its manifest.
pub(super) fn is_site_path(path: &str) -> bool {
    let plain = |part: &str| !matches!(part, "" | "." | "..");
    path.split('/').all(plain) && !path.contains(|c: char| c.is_control() || c == '\\') && Path::new(path).is_relative()
}
