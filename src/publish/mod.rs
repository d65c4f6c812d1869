//! Puts rendered sites on disk: at every instant each is the whole old one or the whole new one.
//!
//! A new site is staged in `output/.mingjing/` next to the published one. Files that did not change are
//! hard-linked, the rest written; then one flush, a journal, and one exchange for each site. A killed run
//! is finished or thrown away when the output is next opened.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "what is made is written here and nowhere else"
)]

mod access;
mod carry;
mod error;
mod exchange;
mod foreign;
mod journal;
mod manifest;
mod os;
mod places;
mod published;
mod recover;
mod sink;
mod stage;
mod sync;
mod verify;

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

pub use error::{Cause, Operation, PublishError};
pub use places::resolved;
pub use sink::{CopyError, Sink};
pub use stage::Staging;

use error::During;
use places::OutputFolder;
use stage::Tree;

/// How to publish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Flush to the disk before exchanging, so that the promise holds through a power cut too.
    pub sync: bool,
    /// How an old site and a new one change places.
    pub method: Method,
    /// The day that names the folder of what is not ours.
    pub day: Option<NaiveDate>,
}

impl Default for Options {
    fn default() -> Self {
        Self { sync: true, method: Method::Atomic, day: None }
    }
}

/// How an old site and a new one change places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// In one step; by renames where the system or the file system cannot.
    Atomic,
    /// By two renames. Between them the site is missing; a run killed there is finished by the next.
    Renames,
}

/// A point that publishing has passed. A run killed there leaves the sites whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment<'n> {
    /// The output folder is ours.
    Locked,
    /// Nothing of an earlier run is left.
    Recovered,
    /// The new site has a folder to grow in.
    Staging(&'n str),
    /// The new site's files that differ are written, and its manifest.
    Staged(&'n str),
    /// The unchanged files are linked into the new site.
    Linked(&'n str),
    /// The new sites are on the disk.
    Synced,
    /// The journal says which sites are to be exchanged: from here on the new ones win.
    Journalled,
    /// The old site is out of the way; only where old and new cannot change places in one step.
    SetAside(&'n str),
    /// The new site is published.
    Exchanged(&'n str),
    /// The old site is marked as such.
    Retired(&'n str),
    /// All new sites are published and the journal is gone.
    Settled,
    /// A file that is not ours stood in an old site and was moved to this path below the output.
    Foreign(&'n str),
    /// Out of an old site everything that is not ours was moved; the rest is to be deleted.
    Swept(&'n str),
    /// The old sites are deleted.
    Cleaned,
}

/// Is told of every [`Moment`].
pub type Observer<'a> = &'a (dyn Fn(Moment<'_>) + Sync);

/// What became of one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// The site's name.
    pub name: &'static str,
    /// How many files it has, its manifest among them.
    pub files: usize,
    /// How many bytes these have.
    pub bytes: u64,
    /// How many files are new or differ from the published ones.
    pub written: usize,
    /// How many files were published before with the same bytes.
    pub unchanged: usize,
    /// How many published files, links and empty folders have no successor at their path; those that are not ours are
    /// kept aside.
    pub removed: usize,
    /// Whether the published site was exchanged; if not, nothing in it was touched.
    pub changed: bool,
    /// The SHA-256 of the manifest in hexadecimal: one number for the whole site.
    pub manifest: String,
}

/// An output folder held for publishing.
pub struct Publisher<'a> {
    places: Arc<OutputFolder>,
    options: Options,
    observer: Observer<'a>,
}

/// Makes the output folder if need be, locks it, and finishes or undoes what a killed run left.
///
/// # Errors
///
/// At once if another process holds the lock; also if the folder cannot be made, or a killed run's
/// leftovers cannot be dealt with.
pub fn open<'a>(output: &Path, options: Options, observer: Observer<'a>) -> Result<Publisher<'a>, PublishError> {
    let places = Arc::new(OutputFolder::lock(output)?);
    observer(Moment::Locked);
    recover::recover(&places, options, observer)?;
    observer(Moment::Recovered);
    Ok(Publisher { places, options, observer })
}

impl Publisher<'_> {
    /// Begins a new site, to be published as the folder `name` of the output.
    ///
    /// # Errors
    ///
    /// If `name` is not a plain name or is being staged already, if what is published there is not a
    /// folder, not ours or cannot be read, or if the staging folder cannot be made.
    pub fn stage(&self, name: &'static str) -> Result<Staging, PublishError> {
        let stage = Staging::begin(Arc::clone(&self.places), name)?;
        (self.observer)(Moment::Staging(name));
        Ok(stage)
    }

    /// Publishes all the new sites, or none. A site that did not change is left wholly untouched.
    ///
    /// # Errors
    ///
    /// If a stage is not whole, or the disk fails. The published sites are then as they were, unless the
    /// error's operation is [`Operation::Settle`]: then the new ones are published. If the disk fails so
    /// badly that not even a begun exchange can be taken back, the next [`open`] finishes it.
    pub fn commit(self, stages: Vec<Staging>) -> Result<Vec<Publication>, PublishError> {
        let mut trees = Vec::new();
        for stage in stages {
            let tree = stage.seal()?;
            (self.observer)(Moment::Staged(tree.release.name));
            trees.push(tree);
        }
        let mut changed: Vec<_> = trees.iter_mut().filter(|tree| tree.release.changed).collect();
        if !changed.is_empty() {
            self.replace(&mut changed)?;
        }
        recover::sweep(&self.places, self.options, self.observer, Operation::Settle)?;
        (self.observer)(Moment::Cleaned);
        Ok(trees.into_iter().map(|tree| tree.release).collect())
    }

    fn replace(&self, trees: &mut [&mut Tree]) -> Result<(), PublishError> {
        self.complete(trees)?;
        journal::write(&self.places, &entries(trees)?, self.options.sync)?;
        hand_over(trees, true);
        (self.observer)(Moment::Journalled);
        self.exchange(trees)?;
        for tree in trees {
            exchange::retire(&self.places, tree.release.name, Operation::Settle)?;
            (self.observer)(Moment::Retired(tree.release.name));
        }
        if self.options.sync {
            recover::sync_renames(&self.places, Operation::Settle)?;
        }
        journal::remove(&self.places)?;
        (self.observer)(Moment::Settled);
        Ok(())
    }

    /// Links the unchanged files in and gets everything onto the disk.
    fn complete(&self, trees: &[&mut Tree]) -> Result<(), PublishError> {
        for tree in trees {
            carry::carry_over(tree)?;
            (self.observer)(Moment::Linked(tree.release.name));
        }
        trees.iter().try_for_each(|tree| verify::verify(tree))?;
        if self.options.sync {
            let folders: Vec<_> = trees.iter().map(|tree| tree.folder.path.as_path()).collect();
            sync::flush(&self.places, &folders)?;
        }
        (self.observer)(Moment::Synced);
        Ok(())
    }

    fn exchange(&self, trees: &mut [&mut Tree]) -> Result<(), PublishError> {
        let names: Vec<_> = trees.iter().map(|tree| tree.release.name).collect();
        let outcome = exchange::exchange_all(&self.places, &names, self.options.method, self.observer);
        outcome.map_err(|failure| {
            // With the journal still there the next run finishes the exchange and needs the folders.
            if failure.undone && journal::remove(&self.places).is_ok() {
                hand_over(trees, false);
            }
            failure.error
        })
    }
}

/// Says whether the journal, and no longer this run, decides what becomes of the staging folders.
fn hand_over(trees: &mut [&mut Tree], to_journal: bool) {
    for tree in trees {
        tree.folder.journalled = to_journal;
    }
}

fn entries(trees: &[&mut Tree]) -> Result<Vec<journal::JournalEntry>, PublishError> {
    let entry = |tree: &&mut Tree| {
        let path = &tree.folder.path;
        let metadata = std::fs::symlink_metadata(path).during(Operation::Journal, path)?;
        let name = tree.release.name.to_owned();
        Ok(journal::JournalEntry { name, digest: tree.digest, inode: os::inode(&metadata) })
    };
    trees.iter().map(entry).collect()
}
