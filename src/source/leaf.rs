//! What lies at one path: a text, something that passes through, or what can't be read.

use std::{
    fs,
    io::{self, Read},
    path::Path,
    sync::{Arc, OnceLock},
};

use super::{
    ENCODING, NOT_A_FILE,
    blob::{Blob, Bytes, Sum},
    decode::decode,
    open::{Folder, NotOpened, said},
};
use crate::{
    diag::{FileId, Rule},
    text,
    text::Text,
};

/// Largest authored text. A longer one is a mistake or an attack; an attachment may be of any size.
const MOST_TEXT: u64 = 2 * 1024 * 1024;

/// What is authored lies below this folder.
pub(crate) const ROOT: &str = "content/";

/// The folder of files that stand at a site's root: none of them is an authored text.
pub(crate) const STATIC: &str = "content/static/";

/// What lies at a path.
#[derive(Clone, Debug, Default)]
pub(super) struct Leaf {
    /// What an authored text says; none where it could not be read.
    pub(super) text: Option<Arc<String>>,
    /// What passes through: an attachment, a table, which is offered as it is too, and what is no text although its name
    /// says so, for the barrier looks into it.
    pub(super) blob: Option<Box<Blob>>,
    /// Why it can't be read.
    pub(super) problem: Option<Box<(&'static Rule, Text)>>,
    /// Whether its name clashes with that of another.
    pub(super) clashes: bool,
    /// Whether it is only here for findings to point at.
    pub(super) is_absent: bool,
    /// Its number.
    pub(super) file: FileId,
}

impl Leaf {
    /// A plain file.
    pub(super) fn of(path: &str, bytes: Bytes, size: u64) -> Self {
        if !is_text(path) || path.starts_with(STATIC) {
            return Self { blob: Some(Box::new(blob(bytes, size, None))), ..Self::default() };
        }
        if size > MOST_TEXT {
            let message = text!(
                "有 {size} 字节，超过文本文件上限 2 MiB",
                "has {size} bytes, more than the 2 MiB a text may have"
            );
            return Self { blob: Some(Box::new(blob(bytes, size, None))), ..Self::refused(message) };
        }
        let is_table = path.ends_with(".csv");
        match bytes.read_most() {
            Ok(read) => {
                let sum = (is_table || is_no_text(&read)).then(|| Sum::of(&read));
                // What is offered for download is what was checked: of a table, the text that was read here.
                let blob = sum.map(|sum| Box::new(blob(bytes, if is_table { size } else { sum.size }, Some(sum))));
                match decode(read) {
                    Ok(text) => Self { text: Some(text.into()), blob, ..Self::default() },
                    Err(why) => Self { problem: Some(Box::new((&ENCODING, why))), blob, ..Self::default() },
                }
            }
            Err(error) => {
                let blob = is_table.then(|| Box::new(blob(bytes, size, None)));
                Self { problem: Some(Box::new((&ENCODING, said(&error)))), blob, ..Self::default() }
            }
        }
    }

    /// Something that is no plain file.
    pub(super) fn refused(why: Text) -> Self {
        Self { problem: Some(Box::new((&NOT_A_FILE, why))), ..Self::default() }
    }

    /// A text that need not lie in a tree.
    pub(super) fn lone(place: &Path) -> Self {
        match fs::read(place).map_err(|error| said(&error)).and_then(decode) {
            Ok(text) => Self { text: Some(text.into()), ..Self::default() },
            Err(why) => Self { problem: Some(Box::new((&ENCODING, why))), ..Self::default() },
        }
    }

    /// One text of a tree; `None` where it can't be read.
    pub(super) fn one(root: &Path, path: &str) -> Option<String> {
        let place = root.join(path);
        let folder = Arc::new(Folder::open(place.parent()?));
        decode(Bytes::Disk(folder, place.file_name()?.into()).read_most().ok()?).ok()
    }

    /// Whether it can't be read as what it should be.
    pub(super) fn is_refused(&self) -> bool {
        self.problem.is_some() || self.clashes
    }

    /// Whether it is an authored text, or should be one.
    pub(super) fn is_text(&self) -> bool {
        self.text.is_some() || self.is_refused()
    }
}

impl Bytes {
    /// Reads a text, and no more of it than a text may have, should it grow meanwhile.
    fn read_most(&self) -> io::Result<Vec<u8>> {
        let bytes = match self {
            Self::Memory(bytes) => bytes.to_vec(),
            Self::Disk(folder, path) => {
                let (file, about) = folder.file(path)?;
                let mut bytes = Vec::with_capacity(about.len().min(MOST_TEXT) as usize + 1);
                file.take(MOST_TEXT + 1).read_to_end(&mut bytes)?;
                bytes
            }
        };
        if bytes.len() as u64 > MOST_TEXT { Err(NotOpened::Changed.into()) } else { Ok(bytes) }
    }
}

/// Its number comes when it is known which files there are.
fn blob(bytes: Bytes, size: u64, sum: Option<Sum>) -> Blob {
    let sum = Arc::new(sum.map_or_else(OnceLock::new, OnceLock::from));
    Blob { bytes, size, file: FileId::default(), sum }
}

/// Whether a path is that of an authored text.
pub(super) fn is_text(path: &str) -> bool {
    [".toml", ".md", ".csv"].iter().any(|end| path.ends_with(end))
}

/// Whether bytes are no text that can be read.
fn is_no_text(bytes: &[u8]) -> bool {
    bytes.contains(&0) || std::str::from_utf8(bytes).is_err()
}
