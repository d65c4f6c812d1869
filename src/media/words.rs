//! Plain text that no browser takes for a page.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::{Verdict, not_as_named};
use crate::text;

/// How far old browsers look to find out what a text is.
const SNIFFED: usize = 1024;
/// What makes them take it for a page, a drawing or a program.
const TAGS: [&str; 21] = [
    "<!doctype",
    "<html",
    "<head",
    "<body",
    "<script",
    "<iframe",
    "<object",
    "<embed",
    "<title",
    "<svg",
    "<meta",
    "<link",
    "<table",
    "<style",
    "<img",
    "<form",
    "<?xml",
    "<?php",
    "<%",
    "<a href",
    "<plaintext",
];

/// Whether there is a byte that no text has.
pub(super) fn has_controls(piece: &[u8]) -> bool {
    piece.iter().any(|byte| matches!(byte, 0..=8 | 11 | 14..=31 | 127))
}

/// Text of any encoding in use that is text to its end, and does not read like a page.
pub(super) fn plain(head: &[u8], is_binary: bool, ending: &str) -> Verdict {
    let wide = [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)].into_iter().find(|(mark, _)| head.starts_with(*mark));
    let text = match (wide, std::str::from_utf8(head)) {
        (Some((_, encoding)), _) => encoding.decode(head).0,
        (None, _) if is_binary => return Err(not_as_named(ending)),
        (None, Ok(text)) => text.into(),
        (None, Err(error)) if error.error_len().is_none() => String::from_utf8_lossy(&head[..error.valid_up_to()]),
        (None, Err(_)) => GB18030.decode(head).0,
    };
    // A character that was cut off where the head ends is none of these.
    let odd = text.trim_end_matches('\u{fffd}').contains('\u{fffd}');
    if odd || has_controls(text.as_bytes()) {
        return Err(not_as_named(ending));
    }
    let start: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(SNIFFED).collect();
    let start = start.to_ascii_lowercase();
    let at_start = start
        .strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || "!?/%".contains(c)));
    if at_start || TAGS.iter().any(|tag| start.contains(tag)) {
        return Err(text!(
            "开头像网页代码，有的浏览器会把它当作网页打开；请改写成文字，或者另存为 PDF、OFD",
            "begins like the code of a page, and some browsers open it as one; write it as plain text, or save it as PDF or OFD"
        ));
    }
    Ok(())
}
