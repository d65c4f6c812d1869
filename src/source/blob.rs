//! Files that pass through: read in pieces, never held, and the same at every reading.

use std::{
    fs::Metadata,
    io::{self, Cursor, Read, Seek},
    path::PathBuf,
    sync::{Arc, OnceLock},
    time::SystemTime,
};

use sha2::{Digest, Sha256};

use super::open::{Folder, NotOpened};
use crate::diag::FileId;

/// How much is read at once.
const PIECE: usize = 128 * 1024;

/// A file that is no authored text, or is offered as it was authored too: read in pieces, never held.
#[derive(Clone, Debug)]
pub struct Blob {
    pub(super) bytes: Bytes,
    /// Its length in bytes.
    pub size: u64,
    /// What findings about it point at.
    pub file: FileId,
    /// What the first reading gave: every other must give the same.
    pub(super) sum: Arc<OnceLock<Sum>>,
}

/// Where the bytes of a file are.
#[derive(Clone, Debug)]
pub(super) enum Bytes {
    /// At a path below a folder.
    Disk(Arc<Folder>, PathBuf),
    /// Here.
    Memory(Arc<[u8]>),
}

/// What may be read from any place.
pub trait Seekable: Read + Seek {}

impl<T: Read + Seek> Seekable for T {}

/// Length and SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Length in bytes.
    pub size: u64,
    /// SHA-256.
    pub sha256: [u8; 32],
}

impl Sum {
    /// Of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }
}

impl Blob {
    /// Length and SHA-256, of the first reading.
    ///
    /// # Errors
    /// As [`Blob::look`].
    pub fn sum(&self) -> io::Result<Sum> {
        self.sum.get().map_or_else(|| self.read::<io::Error>(|_| Ok(())), |sum| Ok(*sum))
    }

    /// Hands the file over piece by piece.
    ///
    /// # Errors
    /// As [`Blob::look`].
    pub fn read<E: From<io::Error>>(&self, mut each: impl FnMut(&[u8]) -> Result<(), E>) -> Result<Sum, E> {
        self.look((), |(), piece| each(piece), |(), _| ()).map(|(sum, ())| sum)
    }

    /// Hands the file over piece by piece, then lets `then` look at it once more, wherever it likes. Both are given
    /// what was `gathered` so far.
    ///
    /// # Errors
    /// What `each` refuses; a file that can't be read, is no plain one any more or lies behind a link; and one that
    /// is not, or does not stay, what it was at the first reading. What was handed over is then to be thrown away.
    pub fn look<S, T, E: From<io::Error>>(
        &self,
        gathered: S,
        each: impl FnMut(&mut S, &[u8]) -> Result<(), E>,
        then: impl FnOnce(S, &mut dyn Seekable) -> T,
    ) -> Result<(Sum, T), E> {
        let (sum, seen, stays) = match &self.bytes {
            Bytes::Memory(bytes) => {
                let (sum, seen) = pass(&mut Cursor::new(bytes), gathered, each, then)?;
                (sum, seen, true)
            }
            Bytes::Disk(folder, path) => {
                let (mut file, before) = folder.file(path)?;
                let (sum, seen) = pass(&mut file, gathered, each, then)?;
                (sum, seen, stamp(&before) == stamp(&file.metadata()?))
            }
        };
        if !stays || sum.size != self.size || *self.sum.get_or_init(|| sum) != sum {
            return Err(E::from(NotOpened::Changed.into()));
        }
        Ok((sum, seen))
    }
}

/// Hands over all of it, then lets `then` look once more.
fn pass<S, T, E: From<io::Error>>(
    file: &mut impl Seekable,
    mut gathered: S,
    mut each: impl FnMut(&mut S, &[u8]) -> Result<(), E>,
    then: impl FnOnce(S, &mut dyn Seekable) -> T,
) -> Result<(Sum, T), E> {
    let (mut hasher, mut size, mut piece) = (Sha256::new(), 0, vec![0; PIECE]);
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            break;
        }
        size += read as u64;
        hasher.update(&piece[..read]);
        each(&mut gathered, &piece[..read])?;
    }
    Ok((Sum { size, sha256: hasher.finalize().into() }, then(gathered, file)))
}

/// What changes when a file is written to.
fn stamp(metadata: &Metadata) -> (u64, Option<SystemTime>, [i64; 2]) {
    #[cfg(unix)]
    let changed = {
        use std::os::unix::fs::MetadataExt;
        [metadata.ctime(), metadata.ctime_nsec()]
    };
    #[cfg(not(unix))]
    let changed = [0, 0];
    (metadata.len(), metadata.modified().ok(), changed)
}

/// Reads a whole attachment that is known to be small.
///
/// # Errors
/// As [`Blob::look`].
pub fn read_file(blob: &Blob) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    blob.read::<io::Error>(|piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    })?;
    Ok(bytes)
}
