//! Opens what lies below a folder: part by part, through no link, and nothing but plain files.

use std::{
    error::Error,
    fmt,
    fs::{File, Metadata},
    io,
    path::Path,
};

use crate::{
    text,
    text::{Text, system},
};

/// Why a file is not read although it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotOpened {
    /// It, or a folder on the way to it, is a symbolic link.
    Link,
    /// It is a folder, a pipe or a device.
    NotPlain,
    /// It is not what it was when it was first read.
    Changed,
}

impl From<NotOpened> for io::Error {
    fn from(refused: NotOpened) -> Self {
        io::Error::other(refused)
    }
}

impl NotOpened {
    fn text(self) -> Text {
        match self {
            Self::Link => text!(
                "是符号链接，或者路径中有符号链接；应是普通文件",
                "is a symbolic link, or there is one on the way to it; it must be a plain file"
            ),
            Self::NotPlain => text!("不是普通文件", "is not a plain file"),
            Self::Changed => text!("与先前读到的不同", "differs from what was read before"),
        }
    }
}

impl fmt::Display for NotOpened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text().en)
    }
}

impl Error for NotOpened {}

/// Why reading failed, for people.
pub fn said(error: &io::Error) -> Text {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<NotOpened>()) {
        Some(refused) => refused.text(),
        None => unread(error),
    }
}

/// What the system says of a file that it does not read.
pub(super) fn unread(error: &io::Error) -> Text {
    let Text { zh, en } = system(error);
    text!("无法读取：{zh}", "can't be read: {en}")
}

/// A folder held open: however its name or the folders above are changed meanwhile, this one is read.
#[derive(Debug)]
pub(super) struct Folder {
    /// What could not be opened is refused for every file.
    handle: io::Result<File>,
    #[cfg(not(unix))]
    place: std::path::PathBuf,
}

impl Folder {
    /// The folder at a place, which may be a link.
    pub(super) fn open(place: &Path) -> Self {
        Self {
            handle: File::open(place),
            #[cfg(not(unix))]
            place: place.to_owned(),
        }
    }

    /// The plain file at a path below it.
    pub(super) fn file(&self, path: &Path) -> io::Result<(File, Metadata)> {
        let file = self.below(path)?;
        let metadata = file.metadata()?;
        if metadata.is_file() { Ok((file, metadata)) } else { Err(NotOpened::NotPlain.into()) }
    }

    #[cfg(unix)]
    fn below(&self, path: &Path) -> io::Result<File> {
        let root = self.handle.as_ref().map_err(|error| io::Error::from(error.kind()))?;
        #[cfg(target_os = "linux")]
        {
            use rustix::fs::{Mode, ResolveFlags, openat2};
            use rustix::io::Errno;
            // One call where the system has it and no sandbox forbids it.
            match openat2(root, path, plain(), Mode::empty(), ResolveFlags::NO_SYMLINKS) {
                Err(Errno::NOSYS | Errno::PERM | Errno::INVAL) => {}
                outcome => return outcome.map(File::from).map_err(refused),
            }
        }
        part_by_part(root, path)
    }

    #[cfg(not(unix))]
    fn below(&self, path: &Path) -> io::Result<File> {
        let mut place = self.place.clone();
        for part in path.components() {
            place.push(part);
            if std::fs::symlink_metadata(&place)?.is_symlink() {
                return Err(NotOpened::Link.into());
            }
        }
        if std::fs::symlink_metadata(&place)?.is_file() { File::open(place) } else { Err(NotOpened::NotPlain.into()) }
    }
}

/// How a file is opened. `NONBLOCK`: a pipe that took its name must not hang the build.
#[cfg(unix)]
fn plain() -> rustix::fs::OFlags {
    use rustix::fs::OFlags;
    OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC
}

#[cfg(unix)]
fn part_by_part(root: &File, path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, openat};
    use std::os::fd::{AsFd, OwnedFd};
    let mut folder: Option<OwnedFd> = None;
    let mut parts = path.components().map(std::path::Component::as_os_str).peekable();
    while let Some(part) = parts.next() {
        let from = folder.as_ref().map_or(root.as_fd(), AsFd::as_fd);
        let flags = if parts.peek().is_none() { plain() } else { plain() | OFlags::DIRECTORY };
        folder = Some(openat(from, part, flags, Mode::empty()).map_err(refused)?);
    }
    folder.map(File::from).ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// A link is `ELOOP` for a file and `ENOTDIR` for a folder; a socket can't be opened at all.
#[cfg(unix)]
fn refused(errno: rustix::io::Errno) -> io::Error {
    use rustix::io::Errno;
    match errno {
        Errno::LOOP | Errno::NOTDIR => NotOpened::Link.into(),
        Errno::NXIO => NotOpened::NotPlain.into(),
        errno => errno.into(),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::{fs, os::unix::fs::symlink};

    #[test]
    fn nothing_is_opened_by_way_of_a_link() {
        let scratch = tempfile::tempdir().unwrap();
        let root = scratch.path();
        fs::create_dir_all(root.join("a/b")).unwrap();
        fs::write(root.join("a/b/file"), "text").unwrap();
        symlink("b", root.join("a/link")).unwrap();
        symlink("b/file", root.join("a/direct")).unwrap();
        let folder = Folder::open(root);
        let slow = |path: &str| part_by_part(folder.handle.as_ref().unwrap(), Path::new(path)).map(drop);
        let opened = |path: &str| {
            let outcome = folder.file(Path::new(path)).map(drop).map_err(|error| said(&error).en);
            let other = slow(path).map_err(|error| said(&error).en);
            assert!(path == "a/b" || outcome == other, "{path}: {outcome:?} {other:?}");
            outcome
        };
        assert_eq!(opened("a/b/file"), Ok(()));
        for path in ["a/link/file", "a/direct"] {
            assert!(opened(path).unwrap_err().contains("symbolic link"), "{path}");
        }
        assert!(opened("a/b").unwrap_err().contains("plain file"));
        assert!(opened("a/none").unwrap_err().contains("can't be read"));
        fs::rename(root.join("a"), root.join("moved")).unwrap();
        symlink("moved", root.join("a")).unwrap();
        assert!(opened("a/b/file").unwrap_err().contains("symbolic link"));
    }
}
