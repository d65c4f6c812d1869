//! The few system calls that differ between operating systems.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;

/// Opens a regular file for reading; `None` for anything else, which is neither followed nor waited for.
pub(super) fn open_regular(path: &Path) -> io::Result<Option<(File, Metadata)>> {
    let mut options = fs::OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        // NONBLOCK: a FIFO left in the published tree must not hang the build.
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        options.custom_flags(flags.bits().cast_signed());
    }
    #[cfg(not(unix))]
    if !fs::symlink_metadata(path)?.is_file() {
        return Ok(None);
    }
    let file = match options.open(path) {
        Err(error) if is_link(&error) => return Ok(None),
        outcome => outcome?,
    };
    let metadata = file.metadata()?;
    Ok(metadata.is_file().then_some((file, metadata)))
}

/// Whether opening failed because the path is a symbolic link.
fn is_link(error: &io::Error) -> bool {
    #[cfg(unix)]
    {
        error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
    }
    #[cfg(not(unix))]
    {
        let _ = error;
        false
    }
}

/// The number by which the file system knows a file or folder; 0 where there is none.
pub(super) fn inode(metadata: &Metadata) -> u64 {
    #[cfg(unix)]
    {
        std::os::unix::fs::MetadataExt::ino(metadata)
    }
    #[cfg(not(unix))]
    {
        let _ = metadata;
        0
    }
}

/// Opens the lock, a regular file that is made if need be; `None` for anything else, which is neither followed nor
/// waited for.
pub(super) fn open_lock(path: &Path) -> io::Result<Option<File>> {
    let mut options = fs::OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600).custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }
    match options.open(path) {
        Ok(file) => Ok(file.metadata()?.is_file().then_some(file)),
        Err(error) if fs::symlink_metadata(path).is_ok_and(|there| !there.is_file()) => {
            let _ = error; // a link, a folder, or a pipe that nobody reads: each fails in its own way
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Exchanges two paths in one step; `false` where the system or file system cannot.
#[cfg(target_os = "linux")]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    supported(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE))
}

#[cfg(not(target_os = "linux"))]
pub(super) fn exchange(_one: &Path, _other: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Renames to a path where nothing is.
pub(super) fn rename_to_vacant(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if supported(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE))? {
            return Ok(());
        }
    }
    match fs::symlink_metadata(to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::rename(from, to),
        Err(error) => Err(error),
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
    }
}

/// Flushes the whole file system that `folder` is on; `false` where there is no such call.
#[cfg(target_os = "linux")]
pub(super) fn sync_filesystem(folder: &Path) -> io::Result<bool> {
    supported(rustix::fs::syncfs(File::open(folder)?))
}

#[cfg(not(target_os = "linux"))]
pub(super) fn sync_filesystem(_folder: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Makes renames in `folder` last through a power cut.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    // Windows has no way to open a folder for flushing; its renames are journalled by the file system.
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(target_os = "linux")]
fn supported(outcome: rustix::io::Result<()>) -> io::Result<bool> {
    use rustix::io::Errno;
    match outcome {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => Ok(false),
        Err(errno) => Err(errno.into()),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn only_regular_files_are_opened() {
        let scratch = tempfile::tempdir().unwrap();
        let (file, link) = (scratch.path().join("file"), scratch.path().join("link"));
        fs::write(&file, "text").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert!(open_regular(&file).unwrap().is_some());
        assert!(open_regular(&link).unwrap().is_none());
        assert!(open_regular(scratch.path()).unwrap().is_none());
    }
}
