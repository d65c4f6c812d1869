//! A last look at a new site before it is published: it has what was put into it, and nothing else.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::error::{During, Fault, Operation, PublishError};
use super::published::Stamp;
use super::stage::Tree;

/// Refuses a site into which somebody else put a file, or in which somebody else altered one.
pub(super) fn verify(tree: &Tree) -> Result<(), PublishError> {
    let root = tree.folder.path.as_path();
    let expected: HashSet<&Path> = tree.kept.iter().chain(&tree.written).map(|(path, _)| Path::new(&**path)).collect();
    walk(root, Path::new(""), &expected)?;
    tree.written.par_iter().try_for_each(|(path, stamp)| {
        let place = root.join(&**path);
        let now = fs::symlink_metadata(&place).during(Operation::Stage, &place)?;
        if now.is_file() && Stamp::of(&now) == *stamp { Ok(()) } else { Err(disturbed(&place)) }
    })
}

fn walk(root: &Path, below: &Path, expected: &HashSet<&Path>) -> Result<(), PublishError> {
    let folder = root.join(below);
    for entry in fs::read_dir(&folder).during(Operation::Stage, &folder)? {
        let entry = entry.during(Operation::Stage, &folder)?;
        let kind = entry.file_type().during(Operation::Stage, &folder)?;
        let path = below.join(entry.file_name());
        if kind.is_dir() {
            walk(root, &path, expected)?;
        } else if !kind.is_file() || !expected.contains(path.as_path()) {
            return Err(disturbed(&entry.path()));
        }
    }
    Ok(())
}

fn disturbed(path: &Path) -> PublishError {
    PublishError::new(Operation::Stage, path, Fault::Disturbed)
}
