//! The record of an exchange under way, which outlives a killed run.

use std::fs::{self, File};
use std::io::{self, Read, Write};

use super::error::{Cause, During, Operation, PublishError};
use super::manifest::{self, Digest};
use super::os;
use super::places::OutputFolder;

const HEAD: &str = "mingjing journal 1";
/// Longest journal that is read: some hundred sites.
const MOST: u64 = 16 * 1024;

/// One site about to be exchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct JournalEntry {
    pub(super) name: String,
    /// The digest of the new site's manifest.
    pub(super) digest: Digest,
    /// The number of the new site's folder: tells new from old when both have the same manifest,
    /// as when a build repairs a site that was tampered with.
    pub(super) inode: u64,
}

/// Records the exchange. On an error nothing is recorded.
pub(super) fn write(places: &OutputFolder, entries: &[JournalEntry], sync: bool) -> Result<(), PublishError> {
    let (draft, journal) = (places.journal_draft(), places.journal());
    let recorded = write_file(&draft, &text(entries), sync)
        .and_then(|()| fs::rename(&draft, &journal))
        .and_then(|()| if sync { os::sync_folder(places.state()) } else { Ok(()) });
    if recorded.is_err() {
        let _ = fs::remove_file(&journal);
    }
    recorded.during(Operation::Journal, &journal)
}

fn write_file(path: &std::path::Path, text: &str, sync: bool) -> io::Result<()> {
    // Leftovers were swept: what stands there now is somebody else's, and a link leads elsewhere.
    let mut file = File::create_new(path)?;
    file.write_all(text.as_bytes())?;
    if sync { file.sync_all() } else { Ok(()) }
}

/// The recorded exchange; `None` if there is none, or its record is torn and so nothing was exchanged.
pub(super) fn read(places: &OutputFolder) -> Result<Option<Vec<JournalEntry>>, PublishError> {
    let journal = places.journal();
    match os::open_regular(&journal) {
        Ok(Some((file, _))) => {
            let mut bytes = Vec::new();
            file.take(MOST).read_to_end(&mut bytes).during(Operation::Recover, &journal)?;
            Ok(String::from_utf8(bytes).ok().and_then(|text| parse(&text)))
        }
        Ok(None) => Err(PublishError::new(Operation::Recover, &journal, Cause::NotAFile)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).during(Operation::Recover, &journal),
    }
}

/// Forgets the exchange, if one was recorded.
pub(super) fn remove(places: &OutputFolder) -> Result<(), PublishError> {
    match fs::remove_file(places.journal()) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).during(Operation::Settle, &places.journal())
        }
        _ => Ok(()),
    }
}

fn text(entries: &[JournalEntry]) -> String {
    let line = |e: &JournalEntry| format!("{} {} {}\n", e.name, manifest::hex(&e.digest), e.inode);
    let body = format!("{HEAD}\n{}", entries.iter().map(line).collect::<String>());
    format!("{body}{}\n", manifest::hex(&manifest::digest(body.as_bytes())))
}

fn parse(text: &str) -> Option<Vec<JournalEntry>> {
    let lines = text.strip_suffix('\n')?;
    let end = lines.rfind('\n')? + 1;
    let (body, seal) = lines.split_at(end);
    if manifest::parse_hex(seal)? != manifest::digest(body.as_bytes()) {
        return None;
    }
    let mut lines = body.lines();
    let known = lines.next() == Some(HEAD);
    if known { lines.map(parse_entry).collect() } else { None }
}

fn parse_entry(line: &str) -> Option<JournalEntry> {
    let mut words = line.split(' ');
    let name = words.next()?.to_owned();
    let digest = manifest::parse_hex(words.next()?)?;
    let inode = words.next()?.parse().ok()?;
    words.next().is_none().then_some(JournalEntry { name, digest, inode })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_journal_reads_back() {
        let entry = |name: &str| JournalEntry { name: name.into(), digest: [7; 32], inode: 42 };
        let entries = vec![entry("public"), entry("internal")];
        let text = text(&entries);
        assert_eq!(parse(&text), Some(entries));
        for end in 0..text.len() {
            assert_eq!(parse(&text[..end]), None, "cut at {end}");
        }
        assert_eq!(parse(&text.replace("public", "publik")), None);
    }
}
