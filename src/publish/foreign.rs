//! What somebody else put into a published site: never deleted, but moved to `.mingjing/foreign/`.

use std::collections::HashMap;
use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::error::{During, Operation, PublishError};
use super::manifest::{self, Digest};
use super::os;
use super::places::{self, OutputFolder};
use super::{Moment, Observer, Options};

/// Where to, for one run: made when something is found.
pub(super) struct Keeper<'a> {
    places: &'a OutputFolder,
    options: Options,
    observer: Observer<'a>,
    folder: Option<PathBuf>,
}

impl<'a> Keeper<'a> {
    pub(super) fn new(places: &'a OutputFolder, options: Options, observer: Observer<'a>) -> Self {
        Self { places, options, observer, folder: None }
    }

    /// Moves out of an old site whatever is not ours: what its manifest does not list, and what is not as listed. A
    /// file that lives on at its place in the new site, as the same file by another link, is left.
    pub(super) fn keep(&mut self, old: &Path, name: &str) -> Result<(), PublishError> {
        let listed = manifest::listed_in(old).during(Operation::Inspect, old)?.unwrap_or_default();
        let site = Old { root: old, name, new: self.places.published(name), listed };
        self.walk(&site, Path::new(""))
    }

    fn walk(&mut self, site: &Old<'_>, below: &Path) -> Result<(), PublishError> {
        let folder = site.root.join(below);
        for entry in fs::read_dir(&folder).during(Operation::Settle, &folder)? {
            let entry = entry.during(Operation::Settle, &folder)?;
            let path = below.join(entry.file_name());
            if entry.file_type().during(Operation::Settle, &entry.path())?.is_dir() {
                self.walk(site, &path)?;
            } else if !site.is_ours(&entry, &path).during(Operation::Settle, &entry.path())? {
                self.set_aside(&entry.path(), &Path::new(site.name).join(path))?;
            }
        }
        Ok(())
    }

    fn set_aside(&mut self, from: &Path, path: &Path) -> Result<(), PublishError> {
        let folder = match self.folder.take() {
            Some(folder) => folder,
            None => self.make_folder()?,
        };
        let to = folder.join(path);
        self.folder = Some(folder);
        let above = to.parent().unwrap_or(&to);
        fs::create_dir_all(above).during(Operation::Settle, above)?;
        os::rename_to_vacant(from, &to).during(Operation::Settle, from)?;
        let shown = to.strip_prefix(self.places.output()).unwrap_or(&to).display().to_string();
        (self.observer)(Moment::Foreign(&shown));
        Ok(())
    }

    /// A folder of this run's own: of the day, with a number from the second on.
    fn make_folder(&self) -> Result<PathBuf, PublishError> {
        let all = self.places.foreign();
        if places::folder(&all)?.is_none() {
            fs::create_dir(&all).during(Operation::Settle, &all)?;
        }
        let day = self.options.day.map_or_else(|| "undated".to_owned(), |day| day.to_string());
        let mut number = 1;
        loop {
            let folder = all.join(if number == 1 { day.clone() } else { format!("{day}-{number}") });
            match fs::create_dir(&folder) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
                made => return made.map(|()| folder.clone()).during(Operation::Settle, &folder),
            }
        }
    }
}

/// A site that is no longer published.
struct Old<'a> {
    root: &'a Path,
    name: &'a str,
    /// Where its successor is.
    new: PathBuf,
    listed: HashMap<String, Digest>,
}

impl Old<'_> {
    fn is_ours(&self, entry: &DirEntry, path: &Path) -> io::Result<bool> {
        let Some((file, metadata)) = os::open_regular(&entry.path())? else { return Ok(false) };
        if path == Path::new(manifest::MANIFEST) {
            return Ok(true);
        }
        let lives_on = |new: Metadata| new.is_file() && os::inode(&new) != 0 && os::inode(&new) == os::inode(&metadata);
        if fs::symlink_metadata(self.new.join(path)).is_ok_and(lives_on) {
            return Ok(true);
        }
        match path.to_str().and_then(|path| self.listed.get(path)) {
            Some(digest) => Ok(manifest::digest_of(file)? == *digest),
            None => Ok(false),
        }
    }
}
