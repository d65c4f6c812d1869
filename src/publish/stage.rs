//! A new site growing next to the published one: only what differs is written.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::Publication;
use super::access::Access;
use super::error::{Cause, During, Operation, PublishError};
use super::manifest::{self, Digest, MANIFEST};
use super::places::{self, OutputFolder};
use super::published::{Published, Stamp};

/// A site being made. Dropping it throws the new site away and leaves the published one as it is.
#[derive(Debug)]
pub struct Staging {
    name: &'static str,
    folder: StageFolder,
    access: Access,
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
    from: Origin,
}

/// Where a file of the new site comes from.
#[derive(Debug, Clone, Copy)]
enum Origin {
    /// The published file is the same.
    Kept(Stamp),
    /// It was written now, and was this when that was done.
    Written(Stamp),
}

/// A whole new site, not yet exchanged; the unchanged files are still to be linked in.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) folder: StageFolder,
    pub(super) published: Published,
    pub(super) access: Access,
    pub(super) kept: Vec<(Box<str>, Stamp)>,
    pub(super) written: Vec<(Box<str>, Stamp)>,
    pub(super) digest: Digest,
    pub(super) release: Publication,
}

impl Staging {
    pub(super) fn begin(places: Arc<OutputFolder>, name: &'static str) -> Result<Self, PublishError> {
        let root = places.published(name);
        if !is_site_name(name) {
            return Err(PublishError::new(Operation::Stage, &root, Cause::BadPath));
        }
        let before = places::folder(&root)?;
        if before.is_some() && !is_ours(&root).during(Operation::Inspect, &root)? {
            return Err(PublishError::new(Operation::Inspect, &root, Cause::NotOurs));
        }
        let folder = StageFolder::make(places, name)?;
        let access = Access::give(name, before.as_ref(), &folder.path).during(Operation::Stage, &folder.path)?;
        let published = match before {
            Some(_) => Published::list(root.clone(), access).during(Operation::Inspect, &root)?,
            None => Published::nothing(root),
        };
        Ok(Self { name, folder, access, published, files: Mutex::default(), failed: AtomicBool::new(false) })
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
            self.spoil();
        }
        outcome
    }

    fn place(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        if !is_site_path(path) {
            return Err(self.error(path, Cause::BadPath));
        }
        let (digest, size) = (manifest::digest(bytes), bytes.len() as u64);
        let from = if let Some(stamp) = self.published.same(path, bytes) {
            Origin::Kept(stamp)
        } else {
            let mut file = self.make_file(path)?;
            let written = file.write_all(bytes).and_then(|()| self.access.settle(&file));
            Origin::Written(Stamp::of(&written.during(Operation::Stage, &self.folder.path.join(path))?))
        };
        self.note(Staged { path: path.into(), digest, size, from });
        Ok(())
    }

    /// Begins a file that comes in pieces and whose length and digest are known. It is to be ended before the commit;
    /// else the site is not whole.
    pub(super) fn begin_file<'s>(
        &'s self,
        path: &'s str,
        size: u64,
        digest: Digest,
    ) -> Result<Incoming<'s>, PublishError> {
        if !is_site_path(path) {
            return Err(self.error(path, Cause::BadPath));
        }
        let kept = self.published.holds(path, size, &digest);
        let file = if kept.is_none() { Some(self.make_file(path)?) } else { None };
        Ok(Incoming { stage: self, path, size, digest, kept, file })
    }

    /// Says that a file did not come whole, so that the site can't be committed.
    pub(super) fn spoil(&self) {
        self.failed.store(true, Ordering::Relaxed);
    }

    fn make_file(&self, path: &str) -> Result<File, PublishError> {
        let to = self.folder.path.join(path);
        match make_in_folder(self.access, &to, |to| self.access.make_file(to)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(self.error(path, Cause::PutTwice)),
            outcome => outcome.during(Operation::Stage, &to),
        }
    }

    fn note(&self, file: Staged) {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push(file);
    }

    fn error(&self, path: &str, cause: Cause) -> PublishError {
        PublishError::new(Operation::Stage, &self.published.path(path), cause)
    }

    /// Writes the manifest and counts; nothing may be put afterwards.
    pub(super) fn seal(self) -> Result<Tree, PublishError> {
        let manifest = self.manifest()?;
        self.put(MANIFEST, manifest.as_bytes())?;
        let digest = manifest::digest(manifest.as_bytes());
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let release = count(self.name, &files, &self.published, &digest);
        let (mut kept, mut written) = (Vec::new(), Vec::new());
        for file in files {
            match file.from {
                Origin::Kept(stamp) => kept.push((file.path, stamp)),
                Origin::Written(stamp) => written.push((file.path, stamp)),
            }
        }
        let Self { folder, access, published, .. } = self;
        Ok(Tree { folder, published, access, kept, written, digest, release })
    }

    fn manifest(&self) -> Result<String, PublishError> {
        if self.failed.load(Ordering::Relaxed) {
            return Err(self.error("", Cause::Incomplete));
        }
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        // Sorting also puts neighbours together, so that linking walks folder by folder.
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let twice = files.array_windows().find(|[a, b]| a.path == b.path).map(|[a, _]| &a.path);
        let reserved = files.iter().find(|file| *file.path == *MANIFEST).map(|file| &file.path);
        match twice.or(reserved) {
            Some(path) => Err(self.error(path, Cause::PutTwice)),
            None => Ok(manifest::text(files.iter().map(|file| (&*file.path, &file.digest)))),
        }
    }
}

fn count(name: &'static str, files: &[Staged], before: &Published, digest: &Digest) -> Publication {
    let unchanged = files.iter().filter(|file| matches!(file.from, Origin::Kept(_))).count();
    let written = files.len() - unchanged;
    let removed = before.leftovers(files.iter().filter(|file| before.contains(&file.path)).count());
    Publication {
        name,
        files: files.len(),
        bytes: files.iter().map(|file| file.size).sum(),
        written,
        unchanged,
        removed,
        changed: written + removed + before.ajar() > 0,
        manifest: manifest::hex(digest),
    }
}

/// Makes something at `to`, and its folder first if that turns out to be missing.
///
/// Trying first costs one failed call per folder and needs no shared list of the folders made.
pub(super) fn make_in_folder<T>(access: Access, to: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<T> {
    match (make(to), to.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            make_folders(access, folder)?;
            make(to)
        }
        (outcome, _) => outcome,
    }
}

fn make_folders(access: Access, folder: &Path) -> io::Result<()> {
    let made = match (access.make_folder(folder), folder.parent()) {
        (Err(error), Some(above)) if error.kind() == io::ErrorKind::NotFound => {
            make_folders(access, above)?;
            access.make_folder(folder)
        }
        (outcome, _) => outcome,
    };
    match made {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()), // another thread may have been faster
    }
}

/// A file on its way into the new site, piece by piece.
pub(super) struct Incoming<'s> {
    stage: &'s Staging,
    path: &'s str,
    size: u64,
    digest: Digest,
    kept: Option<Stamp>,
    /// Where it is written, if it differs from the published one.
    file: Option<File>,
}

impl Incoming<'_> {
    pub(super) fn write(&mut self, piece: &[u8]) -> Result<(), PublishError> {
        let Some(file) = &mut self.file else { return Ok(()) };
        file.write_all(piece).during(Operation::Stage, &self.stage.folder.path.join(self.path))
    }

    /// All pieces came, and are what was announced.
    pub(super) fn end(self) -> Result<(), PublishError> {
        let Self { stage, path, size, digest, kept, file } = self;
        let from = match (kept, file) {
            (Some(stamp), _) => Origin::Kept(stamp),
            (None, None) => return Err(stage.error(path, Cause::Incomplete)),
            (None, Some(file)) => {
                let metadata = stage.access.settle(&file).during(Operation::Stage, &stage.folder.path.join(path))?;
                Origin::Written(Stamp::of(&metadata))
            }
        };
        stage.note(Staged { path: path.into(), digest, size, from });
        Ok(())
    }
}

/// Whether a folder may be published over: it has a manifest of ours, or nothing at all.
fn is_ours(root: &Path) -> io::Result<bool> {
    Ok(manifest::is_in(root)? || fs::read_dir(root)?.next().is_none())
}

/// The folder a new site grows in; dropped before its exchange, it is deleted.
#[derive(Debug)]
pub(super) struct StageFolder {
    pub(super) path: PathBuf,
    /// The journal, and not this value, decides what becomes of the folder.
    pub(super) journalled: bool,
    // Holds the lock until the folder is gone.
    _places: Arc<OutputFolder>,
}

impl StageFolder {
    fn make(places: Arc<OutputFolder>, name: &str) -> Result<Self, PublishError> {
        let path = places.staged(name);
        match fs::create_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(PublishError::new(Operation::Stage, &path, Cause::PutTwice));
            }
            outcome => outcome.during(Operation::Stage, &path)?,
        }
        Ok(Self { path, journalled: false, _places: places })
    }
}

impl Drop for StageFolder {
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
