//! Finishing what a killed run began, and deleting what it left.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{During, Operation, PublishError};
use super::exchange;
use super::foreign::Keeper;
use super::journal::{self, JournalEntry};
use super::manifest;
use super::os;
use super::places::{self, OutputFolder};
use super::{Moment, Observer, Options};

/// Rolls a journalled exchange forward, then deletes all leftovers.
pub(super) fn recover(places: &OutputFolder, options: Options, observer: Observer<'_>) -> Result<(), PublishError> {
    let journal = journal::read(places)?;
    for entry in journal.iter().flatten() {
        let staged = places.staged(&entry.name);
        if is_waiting(places, entry).during(Operation::Recover, &staged)? {
            exchange::exchange_one(places, &entry.name, options.method, observer)?;
        }
        if has_arrived(places, entry).during(Operation::Recover, &staged)? {
            exchange::retire(places, &entry.name, Operation::Recover)?;
            observer(Moment::Retired(&entry.name));
        }
    }
    bring_back(places)?;
    if journal.is_some() && options.sync {
        sync_renames(places, Operation::Recover)?;
    }
    journal::remove(places)?;
    sweep(places, options, observer, Operation::Recover)
}

/// Whether the new site still lies in the staging folder.
fn is_waiting(places: &OutputFolder, entry: &JournalEntry) -> io::Result<bool> {
    let waits = manifest::digest_in(&places.staged(&entry.name))? == Some(entry.digest);
    Ok(waits && !has_arrived(places, entry)?)
}

/// Whether the new site is published.
fn has_arrived(places: &OutputFolder, entry: &JournalEntry) -> io::Result<bool> {
    let published = places.published(&entry.name);
    let is_new = manifest::digest_in(&published)? == Some(entry.digest);
    Ok(is_new && fs::symlink_metadata(&published).is_ok_and(|now| os::inode(&now) == entry.inode))
}

/// Puts back an old site that was set aside if no new one took its place.
fn bring_back(places: &OutputFolder) -> Result<(), PublishError> {
    for (aside, name) in leftovers(places).during(Operation::Recover, places.state())? {
        let Some(name) = name.strip_suffix(".old") else {
            continue;
        };
        let published = places.published(name);
        if places::folder(&published)?.is_none() {
            os::rename_to_vacant(&aside, &published).during(Operation::Recover, &published)?;
        }
    }
    Ok(())
}

/// Makes the exchanges last through a power cut.
pub(super) fn sync_renames(places: &OutputFolder, operation: Operation) -> Result<(), PublishError> {
    for folder in [places.output(), places.state()] {
        os::sync_folder(folder).during(operation, folder)?;
    }
    Ok(())
}

/// Deletes staged, old and half-written things from the state folder; out of old sites what is not ours is kept.
pub(super) fn sweep(
    places: &OutputFolder,
    options: Options,
    observer: Observer<'_>,
    operation: Operation,
) -> Result<(), PublishError> {
    let mut keeper = Keeper::new(places, options, observer);
    for (path, name) in leftovers(places).during(operation, places.state())? {
        let Some(site) = name.strip_suffix(".old").filter(|_| is_folder(&path)) else {
            remove(&path).during(operation, &path)?;
            continue;
        };
        keeper.keep(&path, site)?;
        // A run killed while it deletes this has deleted its manifest too: it must not be looked through again.
        let gone = places.gone(site);
        if fs::symlink_metadata(&gone).is_ok() {
            remove(&gone).during(operation, &gone)?;
        }
        fs::rename(&path, &gone).during(operation, &path)?;
        observer(Moment::Swept(site));
        remove(&gone).during(operation, &gone)?;
    }
    Ok(())
}

fn leftovers(places: &OutputFolder) -> io::Result<Vec<(PathBuf, String)>> {
    let mut leftovers = Vec::new();
    for entry in fs::read_dir(places.state())? {
        let path = entry?.path();
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default().to_owned();
        // Anything else in the folder is not ours to delete.
        if matches!(name.rsplit_once('.'), Some((_, "new" | "old"))) {
            leftovers.push((path, name));
        }
    }
    Ok(leftovers)
}

/// Whether it is a folder, and not a link to one.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|there| there.is_dir())
}

fn remove(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}
