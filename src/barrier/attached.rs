//! The text of a file that is none of ours: whatever its encoding.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use crate::source::{Blob, read_file};

/// Largest file that is read as text, in bytes; larger ones are looked through as they are.
const MOST: u64 = 16 * 1024 * 1024;

/// The text of a file, if it is text: UTF-8, UTF-16 with its mark, or GB 18030.
pub(super) fn text(blob: &Blob) -> Option<String> {
    let bytes = (blob.size <= MOST).then(|| read_file(blob).ok()).flatten()?;
    let is_text = |text: &str| !text.contains(|c: char| c.is_control() && !c.is_whitespace());
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return is_text(&text).then_some(text),
        Err(error) => error.into_bytes(),
    };
    let encoding = match bytes.get(..2) {
        Some([0xff, 0xfe]) => UTF_16LE,
        Some([0xfe, 0xff]) => UTF_16BE,
        _ => GB18030,
    };
    let (text, _, failed) = encoding.decode(&bytes);
    (!failed && is_text(&text)).then(|| text.into_owned())
}
