//! Who may read a site: set for every file and folder, whatever the umask of the day.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;

use crate::edition::{Public, Readership};

/// Mode of a folder that everyone may read.
#[cfg(unix)]
const OPEN: u32 = 0o755;
/// Mode of the folder of what is not published yet.
#[cfg(unix)]
const CLOSED: u32 = 0o700;

/// Modes and group of everything in a site, as far as its file system knows any.
#[derive(Debug, Clone, Copy)]
pub(super) struct Access {
    #[cfg(unix)]
    folder: u32,
    #[cfg(unix)]
    file: u32,
    #[cfg(unix)]
    group: u32,
}

impl Access {
    /// Decides on it, gives it to the new site's folder, and reads what the system made of it: the public site is for
    /// everyone; another is as its published folder says, and for everyone where there is none yet.
    #[cfg(unix)]
    pub(super) fn give(name: &str, published: Option<&Metadata>, staged: &Path) -> io::Result<Self> {
        use std::os::unix::fs::{MetadataExt, chown};
        if let Some(published) = published.filter(|p| fs::metadata(staged).is_ok_and(|now| now.gid() != p.gid())) {
            // Refused outside one's own groups: the mode below then closes rather than opens.
            let _ = chown(staged, None, Some(published.gid()));
        }
        let mode = published.filter(|_| name != Public::NAME).map_or(OPEN, |p| p.mode() & 0o7777);
        set_mode(staged, mode)?;
        let now = fs::metadata(staged)?;
        let (folder, group) = (now.mode() & 0o7777, now.gid());
        // Shares of other systems have one mode for all: what they make of a file is what is to be expected there.
        let (wanted, probe) = (Self { folder, file: folder & 0o666, group }, staged.join(".probe"));
        let probed = wanted.make_file(&probe).and_then(|file| {
            wanted.settle(&file)?;
            file.metadata()
        });
        fs::remove_file(&probe)?;
        Ok(Self { file: probed?.mode() & 0o7777, ..wanted })
    }

    #[cfg(not(unix))]
    pub(super) fn give(_name: &str, _published: Option<&Metadata>, _staged: &Path) -> io::Result<Self> {
        Ok(Self {})
    }

    /// Makes a folder.
    pub(super) fn make_folder(self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)?;
        #[cfg(unix)]
        if !self.fits(&fs::symlink_metadata(path)?) {
            let _ = std::os::unix::fs::chown(path, None, Some(self.group));
            set_mode(path, self.folder)?;
        }
        Ok(())
    }

    /// Makes a file, where none may be; it is settled when it is written.
    pub(super) fn make_file(self, path: &Path) -> io::Result<File> {
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, self.file);
        options.open(path)
    }

    /// Gives a file that was just written its mode and group, and says what it is now.
    pub(super) fn settle(self, file: &File) -> io::Result<Metadata> {
        let metadata = file.metadata()?;
        #[cfg(unix)]
        if !self.fits(&metadata) {
            let _ = std::os::unix::fs::fchown(file, None, Some(self.group));
            unless_modeless(file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(self.file)))?;
        }
        Ok(metadata)
    }

    /// Whether a published file or folder has it.
    #[cfg(unix)]
    pub(super) fn fits(self, metadata: &Metadata) -> bool {
        use std::os::unix::fs::MetadataExt;
        let mode = if metadata.is_dir() { self.folder } else { self.file };
        metadata.mode() & 0o7777 == mode && metadata.gid() == self.group
    }

    #[cfg(not(unix))]
    pub(super) fn fits(self, _metadata: &Metadata) -> bool {
        true
    }
}

/// Makes the output folder and those above it, readable for whoever serves the site.
pub(super) fn make_output(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(above) = path.parent().filter(|above| !above.as_os_str().is_empty()) {
        make_output(above)?;
    }
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(error),
        #[cfg(unix)]
        Ok(()) => set_mode(path, OPEN),
        #[cfg(not(unix))]
        Ok(()) => Ok(()),
    }
}

/// Closes the folder of what is not published yet to everyone else.
pub(super) fn close(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if std::os::unix::fs::MetadataExt::mode(&fs::symlink_metadata(path)?) & 0o7777 != CLOSED {
        return set_mode(path, CLOSED);
    }
    let _ = path;
    Ok(())
}

/// Sets a mode, where the file system has any.
#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    unless_modeless(fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)))
}

/// What we made ourselves we may set the mode of; only a file system without modes refuses.
#[cfg(unix)]
fn unless_modeless(set: io::Result<()>) -> io::Result<()> {
    match set {
        Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::Unsupported) => Ok(()),
        outcome => outcome,
    }
}
