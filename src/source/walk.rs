//! Walks a folder on the disk: which plain files lie below it, and what else does.

use std::{
    collections::BTreeMap,
    io::{self, Read},
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use super::{
    clutter::is_clutter,
    open::{Folder, said, unread},
};
use crate::{text, text::Text};

/// What a walk comes upon.
pub(super) enum WalkEntry {
    /// A plain file: its path below the folder that is walked, and its length.
    File(PathBuf, u64),
    /// A folder.
    Folder,
    /// Something that is not read, and why.
    Refused(Text),
}

/// Everything below `content`, by its path relative to `root`; nothing where there is no such folder.
pub(super) fn walk(root: &Path, content: &Path) -> Vec<(String, WalkEntry)> {
    let mut all = Vec::new();
    let entries = WalkDir::new(content).sort_by_file_name().min_depth(1);
    for entry in entries.into_iter().filter_entry(is_content) {
        match entry {
            Ok(entry) => all.push((relative(root, entry.path()), found(content, &entry))),
            Err(error) if error.io_error().is_some_and(|e| e.kind() == io::ErrorKind::NotFound) => {}
            Err(error) => {
                let path = error.path().map(|p| relative(root, p)).unwrap_or_default();
                all.push((path, WalkEntry::Refused(unread(&error.into()))));
            }
        }
    }
    all
}

fn found(content: &Path, entry: &DirEntry) -> WalkEntry {
    let kind = entry.file_type();
    if kind.is_symlink() {
        WalkEntry::Refused(text!("是符号链接；内容必须是普通文件", "is a symbolic link; content must be plain files"))
    } else if kind.is_dir() {
        WalkEntry::Folder
    } else if kind.is_file() {
        let size = entry.metadata().map(|m| m.len()).unwrap_or_default();
        WalkEntry::File(entry.path().strip_prefix(content).unwrap_or(entry.path()).to_owned(), size)
    } else {
        WalkEntry::Refused(text!("不是普通文件", "is not a plain file"))
    }
}

/// Whether an entry is no clutter; the folder that is asked for may be called anything.
fn is_content(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !is_clutter(&entry.file_name().to_string_lossy())
}

/// The path below the root with `/`; bytes that are not UTF-8 become U+FFFD, and the name rule refuses them.
fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    path.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Every file below `folder`/`below`, by its path relative to that; nothing where there is no such folder. For theme
/// files that override the embedded ones.
///
/// # Errors
/// Whatever is no plain file or folder, a link above all, with its path below `folder` and why.
pub fn read_tree(folder: &Path, below: &str) -> Result<BTreeMap<String, Vec<u8>>, (String, Text)> {
    let (base, held) = (folder.join(below), Folder::open(folder));
    let mut files = BTreeMap::new();
    let entries = WalkDir::new(&base).follow_root_links(false).sort_by_file_name();
    for entry in entries.into_iter().filter_entry(is_content) {
        let entry = match entry {
            Ok(entry) if entry.file_type().is_dir() => continue,
            Ok(entry) => entry,
            Err(error) if error.io_error().is_some_and(|e| e.kind() == io::ErrorKind::NotFound) => continue,
            Err(error) => return Err((below.to_owned(), unread(&error.into()))),
        };
        let path = relative(folder, entry.path());
        if path == below && !entry.path_is_symlink() {
            return Err((path, text!("应是文件夹", "must be a folder")));
        }
        let bytes = held.file(entry.path().strip_prefix(folder).unwrap_or(entry.path())).and_then(|(mut file, _)| {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).map(|_| bytes)
        });
        let bytes = bytes.map_err(|error| (path, said(&error)))?;
        files.insert(relative(&base, entry.path()), bytes);
    }
    Ok(files)
}
