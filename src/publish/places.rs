//! Where everything lies under the output folder, and the lock on it.

use std::fs::{self, File, Metadata, TryLockError};
use std::io;
use std::path::{Component, Path, PathBuf};

use super::access;
use super::error::{Cause, During, Operation, PublishError};
use super::os;

/// The output folder, its state folder, and the lock, held for as long as this value lives.
#[derive(Debug)]
pub(super) struct OutputFolder {
    output: PathBuf,
    state: PathBuf,
    // The kernel drops the lock with the process, so it cannot outlive a killed one.
    lock: File,
}

impl OutputFolder {
    /// Makes the folders and takes the lock.
    pub(super) fn lock(output: &Path) -> Result<Self, PublishError> {
        let state = output.join(".mingjing");
        access::make_output(output).during(Operation::Prepare, output)?;
        make_folder(&state)?;
        access::close(&state).during(Operation::Prepare, &state)?;
        let lock = take_lock(&state.join("lock"))?;
        Ok(Self { output: output.to_path_buf(), state, lock })
    }

    pub(super) fn output(&self) -> &Path {
        &self.output
    }

    pub(super) fn state(&self) -> &Path {
        &self.state
    }

    /// Where visitors read the site.
    pub(super) fn published(&self, name: &str) -> PathBuf {
        self.output.join(name)
    }

    /// Where the new site grows; after an exchange the old one lies here.
    pub(super) fn staged(&self, name: &str) -> PathBuf {
        self.state.join(format!("{name}.new"))
    }

    /// Where the old site waits when the two cannot be exchanged in one step.
    pub(super) fn aside(&self, name: &str) -> PathBuf {
        self.state.join(format!("{name}.old"))
    }

    /// Where an old site is deleted.
    pub(super) fn gone(&self, name: &str) -> PathBuf {
        self.state.join(format!("{name}.gone.new"))
    }

    pub(super) fn journal(&self) -> PathBuf {
        self.state.join("journal")
    }

    /// Where what is not ours is kept.
    pub(super) fn foreign(&self) -> PathBuf {
        self.state.join("foreign")
    }

    pub(super) fn journal_draft(&self) -> PathBuf {
        self.state.join("journal.new")
    }
}

impl Drop for OutputFolder {
    fn drop(&mut self) {
        // Closing is not enough: a process that another thread is just starting holds a copy of the handle.
        let _ = self.lock.unlock();
    }
}

/// The metadata of the folder at `path`, `None` if nothing is there, an error if it is not a real folder.
pub(super) fn folder(path: &Path) -> Result<Option<Metadata>, PublishError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => Ok(Some(metadata)),
        Ok(_) => Err(PublishError::new(Operation::Inspect, path, Cause::NotAFolder)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).during(Operation::Inspect, path),
    }
}

fn make_folder(path: &Path) -> Result<(), PublishError> {
    if folder(path)?.is_some() {
        return Ok(());
    }
    match fs::create_dir(path) {
        // Another process may have made it since; the lock decides between the two.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        outcome => outcome.during(Operation::Prepare, path),
    }
}

fn take_lock(path: &Path) -> Result<File, PublishError> {
    let Some(file) = os::open_lock(path).during(Operation::Lock, path)? else {
        return Err(PublishError::new(Operation::Lock, path, Cause::NotAFile));
    };
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(PublishError::new(Operation::Lock, path, Cause::LockHeld)),
        Err(TryLockError::Error(error)) => Err(error).during(Operation::Lock, path),
    }
}

/// Where a path leads, every link and `..` on the way resolved as far as anything is there and can be looked at.
pub fn resolved(path: &Path) -> PathBuf {
    let mut real = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(real.pop()),
            Component::CurDir => {}
            part => {
                real.push(part);
                real = real.canonicalize().unwrap_or(real);
            }
        }
    }
    real
}
