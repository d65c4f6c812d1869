//! The text of a file that is none of ours: whatever its encoding, and where a few bytes of it are wrong.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{Blob, read_file};

/// Of how many characters one may be none that a text has, in a text.
const ONE_WRONG_IN: usize = 100;

/// What a file may say to whoever opens it as text, if it is no larger than `most` bytes: UTF-8, or UTF-16 with its mark;
/// where it is neither as a whole, what is UTF-8 of it and what is GB 18030 of it, for a wrong byte stops no reader. Of a
/// file that has zero bytes, as programs and pictures have, nothing.
pub(crate) fn readings(blob: &Blob, most: u64) -> Vec<String> {
    let Some(bytes) = (blob.size <= most).then(|| read_file(blob).ok()).flatten() else { return Vec::new() };
    match bytes.get(..2) {
        Some([0xff, 0xfe]) => vec![decoded(UTF_16LE, &bytes)],
        Some([0xfe, 0xff]) => vec![decoded(UTF_16BE, &bytes)],
        _ if bytes.contains(&0) => Vec::new(),
        _ => match String::from_utf8(bytes) {
            Ok(text) => vec![text],
            Err(error) => vec![decoded(UTF_8, error.as_bytes()), decoded(GB18030, error.as_bytes())],
        },
    }
}

/// Whether a reading is a text for the most part, and not bytes that happen to have no zero among them.
pub(crate) fn is_text(reading: &str) -> bool {
    let is_wrong = |c: &char| *c == '\u{fffd}' || (c.is_control() && !c.is_whitespace());
    let (wrong, all) = (reading.chars().filter(is_wrong).count(), reading.chars().count());
    wrong * ONE_WRONG_IN <= all.max(ONE_WRONG_IN)
}

fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}
