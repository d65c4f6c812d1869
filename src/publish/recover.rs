//! Finishing what a killed run began, and deleting what it left.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{During, Operation, PublishError};
use super::exchange;
use super::journal::{self, Entry};
use super::manifest;
use super::os;
use super::places::{self, Places};
use super::{Observer, Options};

/// Rolls a journalled exchange forward, then deletes all leftovers.
pub(super) fn recover(places: &Places, options: Options, observer: Observer<'_>) -> Result<(), PublishError> {
    let journal = journal::read(places)?;
    for entry in journal.iter().flatten() {
        if is_waiting(places, entry).during(Operation::Recover, &places.staged(&entry.name))? {
            exchange::exchange_one(places, &entry.name, options.method, observer)?;
        }
    }
    bring_back(places)?;
    if journal.is_some() && options.sync {
        sync_renames(places, Operation::Recover)?;
    }
    journal::remove(places)?;
    sweep(places, Operation::Recover)
}

/// Whether the new site still lies in the staging folder.
fn is_waiting(places: &Places, entry: &Entry) -> io::Result<bool> {
    let (new, old) = (places.staged(&entry.name), places.published(&entry.name));
    let is_new = |digest| digest == Some(entry.digest);
    let waits = is_new(manifest::digest_in(&new)?);
    let arrived = is_new(manifest::digest_in(&old)?)
        && fs::symlink_metadata(&old).is_ok_and(|now| os::inode(&now) == entry.inode);
    Ok(waits && !arrived)
}

/// Puts back an old site that was set aside if no new one took its place.
fn bring_back(places: &Places) -> Result<(), PublishError> {
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
pub(super) fn sync_renames(places: &Places, operation: Operation) -> Result<(), PublishError> {
    for folder in [places.output(), places.state()] {
        os::sync_folder(folder).during(operation, folder)?;
    }
    Ok(())
}

/// Deletes staged, old and half-written things from the state folder.
pub(super) fn sweep(places: &Places, operation: Operation) -> Result<(), PublishError> {
    for (path, _) in leftovers(places).during(operation, places.state())? {
        remove(&path).during(operation, &path)?;
    }
    Ok(())
}

fn leftovers(places: &Places) -> io::Result<Vec<(PathBuf, String)>> {
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

fn remove(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}
