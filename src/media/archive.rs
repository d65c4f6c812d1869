//! The list of what a ZIP archive holds, and one file of it.

use std::io::{self, Read, Seek, SeekFrom};

use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// Longest list that is read: some hundred thousand names.
const MOST_LIST: u64 = 16 << 20;
/// What stands at an archive's end: its mark, nine numbers, and a remark.
const END: usize = 22;
const MOST_END: u64 = END as u64 + u16::MAX as u64;

/// One file of an archive.
pub(super) struct ZipEntry {
    /// With `/` between its parts; what is no UTF-8 is replaced.
    pub(super) name: String,
    /// Nobody can look into it without a password.
    pub(super) is_locked: bool,
    method: u16,
    packed: u64,
    at: u64,
}

/// What the archive holds; `None` if it is none, is cut off, or has something before or behind it.
pub(super) fn entries(file: &mut (impl Read + Seek)) -> io::Result<Option<Vec<ZipEntry>>> {
    let length = file.seek(SeekFrom::End(0))?;
    let end_at = length.saturating_sub(MOST_END);
    let end = piece(file, end_at, MOST_END)?;
    let found = end.windows(4).rposition(|mark| mark == b"PK\x05\x06").filter(|at| {
        let remark = short(&end, at + 20);
        remark.is_some_and(|remark| at + END + usize::from(remark) == end.len())
    });
    let Some(at) = found else { return Ok(None) };
    let (Some(count), Some(size), Some(start)) = (short(&end, at + 10), long(&end, at + 12), long(&end, at + 16))
    else {
        return Ok(None);
    };
    if start + size != end_at + at as u64 || size > MOST_LIST {
        return Ok(None);
    }
    let list = piece(file, start, size)?;
    Ok(listed(&list).filter(|entries| entries.len() == usize::from(count)))
}

fn listed(mut list: &[u8]) -> Option<Vec<ZipEntry>> {
    let mut entries = Vec::new();
    while !list.is_empty() {
        if !list.starts_with(b"PK\x01\x02") {
            return None;
        }
        let name_end = 46 + usize::from(short(list, 28)?);
        let name = list.get(46..name_end)?;
        entries.push(ZipEntry {
            name: String::from_utf8_lossy(name).replace('\\', "/"),
            is_locked: short(list, 8)? & 1 == 1,
            method: short(list, 10)?,
            packed: long(list, 20)?,
            at: long(list, 42)?,
        });
        list = list.get(name_end + usize::from(short(list, 30)?) + usize::from(short(list, 32)?)..)?;
    }
    Some(entries)
}

/// The bytes of one file; `None` if they are more than `most`, locked, or packed in an unknown way.
pub(super) fn unpacked(file: &mut (impl Read + Seek), entry: &ZipEntry, most: usize) -> io::Result<Option<Vec<u8>>> {
    let head = piece(file, entry.at, 30)?;
    let (Some(name), Some(extra)) = (short(&head, 26), short(&head, 28)) else { return Ok(None) };
    if entry.is_locked || !head.starts_with(b"PK\x03\x04") || entry.packed > most as u64 {
        return Ok(None);
    }
    let packed = piece(file, entry.at + 30 + u64::from(name) + u64::from(extra), entry.packed)?;
    Ok(match entry.method {
        0 => Some(packed),
        8 => decompress_to_vec_with_limit(&packed, most).ok(),
        _ => None,
    })
}

/// A piece of the file, shorter where the file ends.
fn piece(file: &mut (impl Read + Seek), at: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(at))?;
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?).into())
}
