//! The list of a site's files with their SHA-256, which `sha256sum -c` can check.

use std::collections::HashMap;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::os;

/// The manifest's path inside a site.
pub(super) const MANIFEST: &str = "manifest.sha256";

/// A SHA-256.
pub(super) type Digest = [u8; 32];

pub(super) fn digest(bytes: &[u8]) -> Digest {
    Sha256::digest(bytes).into()
}

pub(super) fn hex(digest: &Digest) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let nibbles = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles.map(|nibble| char::from(DIGITS[usize::from(nibble)])).collect()
}

/// The digest written as 64 hexadecimal digits, or `None` if the text is anything else.
pub(super) fn parse_hex(text: &str) -> Option<Digest> {
    if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let mut digest = Digest::default();
    for (byte, at) in digest.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(&text[at..at + 2], 16).ok()?;
    }
    Some(digest)
}

/// The manifest's text; the files must come sorted by path.
pub(super) fn text<'f>(files: impl Iterator<Item = (&'f str, &'f Digest)>) -> String {
    let mut text = String::new();
    for (path, digest) in files {
        text.push_str(&hex(digest));
        text.push_str("  ");
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// The digest of the manifest of the site in `tree`, or `None` if there is no such file.
pub(super) fn digest_in(tree: &Path) -> io::Result<Option<Digest>> {
    match os::open_regular(&tree.join(MANIFEST)) {
        Ok(Some((file, _))) => digest_of(file).map(Some),
        Ok(None) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether the site in `tree` has a manifest of ours. One that was emptied, or damaged further down, still is: what it
/// does not list counts as somebody else's.
pub(super) fn is_in(tree: &Path) -> io::Result<bool> {
    const MOST_LINE: u64 = 8 * 1024;
    let text = text_in(tree, MOST_LINE)?;
    Ok(text.is_some_and(|text| text.lines().next().is_none_or(|first| listed(first).is_some())))
}

/// The files that the manifest of the site in `tree` lists; `None` if there is none.
pub(super) fn listed_in(tree: &Path) -> io::Result<Option<HashMap<String, Digest>>> {
    let text = text_in(tree, u64::MAX)?;
    Ok(text.map(|text| text.lines().filter_map(listed).map(|(path, digest)| (path.to_owned(), digest)).collect()))
}

fn listed(line: &str) -> Option<(&str, Digest)> {
    let (hex, path) = line.split_once("  ")?;
    Some((path, parse_hex(hex)?))
}

/// The text of the manifest in `tree`, or its beginning.
fn text_in(tree: &Path, most: u64) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    match os::open_regular(&tree.join(MANIFEST)) {
        Ok(Some((file, _))) => file.take(most).read_to_end(&mut bytes)?,
        Ok(None) => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

pub(super) fn digest_of(mut reader: impl Read) -> io::Result<Digest> {
    let mut hasher = Sha256::new();
    let mut buffer = [0; 16 * 1024];
    loop {
        match reader.read(&mut buffer)? {
            0 => return Ok(hasher.finalize().into()),
            read => hasher.update(&buffer[..read]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_reads_back() {
        let digest = digest(b"abc");
        assert!(hex(&digest).starts_with("ba7816bf"));
        assert_eq!(parse_hex(&hex(&digest)), Some(digest));
        assert_eq!(parse_hex("ba78"), None);
        assert_eq!(parse_hex(&"é".repeat(32)), None);
    }
}
