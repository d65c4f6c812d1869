//! Carrying the unchanged files over into the new site, by hard link where that works.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::access::Access;
use super::error::{Cause, During, Operation, PublishError};
use super::os;
use super::published::Stamp;
use super::stage::{Tree, make_in_folder};

/// Links every unchanged file of `tree` into it, on as many threads as the build was given. Each walks a share of
/// neighbours, so that few folders are locked by two at once.
pub(super) fn carry_over(tree: &Tree) -> Result<(), PublishError> {
    let share = tree.kept.len().div_ceil(rayon::current_num_threads()).max(1);
    tree.kept.par_chunks(share).try_for_each(|files| files.iter().try_for_each(|file| carry(tree, file)))
}

fn carry(tree: &Tree, (path, stamp): &(Box<str>, Stamp)) -> Result<(), PublishError> {
    let (from, to) = (tree.published.path(path), tree.folder.path.join(&**path));
    if !tree.published.still(path, *stamp) {
        return Err(PublishError::new(Operation::Link, &from, Cause::Disturbed));
    }
    // What stands at `to` was put by this build: the path is both a page and a folder of pages.
    let linked = make_in_folder(tree.access, &to, |to| fs::hard_link(&from, to));
    match linked {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(PublishError::new(Operation::Link, &from, Cause::PutTwice))
        }
        Err(_) => copy(tree.access, &from, &to).during(Operation::Link, &from),
        Ok(()) => Ok(()),
    }
}

fn copy(access: Access, from: &Path, to: &Path) -> io::Result<()> {
    let Some((mut source, _)) = os::open_regular(from)? else {
        return Err(io::ErrorKind::NotFound.into());
    };
    let mut target = make_in_folder(access, to, |to| access.make_file(to))?;
    io::copy(&mut source, &mut target)?;
    access.settle(&target).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_links_fail_the_bytes_are_copied() {
        let scratch = tempfile::tempdir().unwrap();
        let (from, to) = (scratch.path().join("a"), scratch.path().join("deep/er/b"));
        fs::write(&from, "same").unwrap();
        let access = Access::give("public", None, scratch.path()).unwrap();
        copy(access, &from, &to).unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "same");
        let numbers = [&from, &to].map(|path| os::inode(&fs::metadata(path).unwrap()));
        assert_ne!(numbers[0], numbers[1]);
    }
}
