//! Getting the new sites onto the disk before they are exchanged.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::error::{During, Operation, PublishError};
use super::os;
use super::places::OutputFolder;

/// Flushes the new sites: one call for the whole file system, or file by file where there is none.
pub(super) fn flush(places: &OutputFolder, trees: &[&Path]) -> Result<(), PublishError> {
    let output = places.output();
    if os::sync_filesystem(output).during(Operation::Sync, output)? {
        return Ok(());
    }
    trees.iter().try_for_each(|tree| flush_tree(tree).during(Operation::Sync, tree))
}

fn flush_tree(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            flush_tree(&entry.path())?;
        } else {
            // Windows flushes only what is open for writing.
            File::options().read(true).write(cfg!(windows)).open(entry.path())?.sync_all()?;
        }
    }
    os::sync_folder(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_can_be_flushed_file_by_file() {
        let scratch = tempfile::tempdir().unwrap();
        fs::create_dir(scratch.path().join("folder")).unwrap();
        fs::write(scratch.path().join("folder/file"), "text").unwrap();
        flush_tree(scratch.path()).unwrap();
        assert!(flush_tree(&scratch.path().join("none")).is_err());
    }
}
