//! A last look at a new site before it is published: it has what was put into it, and nothing else.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::{Cause, During, Operation, PublishError};
use super::published::Stamp;
use super::stage::Tree;

/// Refuses a site into which somebody else put a file, or in which somebody else altered one.
pub(super) fn verify(tree: &Tree) -> Result<(), PublishError> {
    let root = tree.folder.path.as_path();
    tree.kept.par_iter().try_for_each(|(path, _)| stands(&root.join(&**path), None))?;
    tree.written.par_iter().try_for_each(|(path, stamp)| stands(&root.join(&**path), Some(*stamp)))?;
    let (mut files, mut left) = (0, vec![root.to_path_buf()]);
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(&folder).during(Operation::Stage, &folder)? {
            let entry = entry.during(Operation::Stage, &folder)?;
            let is_folder = entry.file_type().during(Operation::Stage, &folder)?.is_dir();
            if is_folder { left.push(entry.path()) } else { files += 1 }
        }
    }
    // Everything that was put stands there: as many files are no others.
    if files == tree.kept.len() + tree.written.len() { Ok(()) } else { Err(disturbed(&foreign(tree, root))) }
}

/// Whether a file is there, and, if it was written now, still is what was written.
fn stands(place: &Path, written: Option<Stamp>) -> Result<(), PublishError> {
    let now = fs::symlink_metadata(place).during(Operation::Stage, place)?;
    let same = now.is_file() && written.is_none_or(|stamp| Stamp::of(&now) == stamp);
    if same { Ok(()) } else { Err(disturbed(place)) }
}

/// The first file that nobody put.
fn foreign(tree: &Tree, root: &Path) -> PathBuf {
    let ours: HashSet<PathBuf> = tree.kept.iter().chain(&tree.written).map(|(path, _)| root.join(&**path)).collect();
    let mut left = vec![root.to_path_buf()];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                left.push(entry.path());
            } else if !ours.contains(&entry.path()) {
                return entry.path();
            }
        }
    }
    root.to_path_buf()
}

fn disturbed(path: &Path) -> PublishError {
    PublishError::new(Operation::Stage, path, Cause::Disturbed)
}
