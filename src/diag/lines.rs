//! Where lines begin, reckoned once for each file: a report of many findings then costs no more than its length.

use std::collections::BTreeMap;

use super::{FileId, Files, Position};

/// Every so many bytes the characters before are noted, so that a place in one long line is found as fast.
const STRIDE: usize = 1024;

/// The lines of one text.
struct LineStarts {
    /// The byte at which each line begins.
    starts: Vec<usize>,
    /// How many characters begin before each multiple of [`STRIDE`].
    chars: Vec<usize>,
}

impl LineStarts {
    fn of(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let mut before = 0;
        let chars = text.as_bytes().chunks(STRIDE).map(|part| {
            let here = before;
            before += begun(part);
            here
        });
        let chars = chars.collect();
        Self { starts: std::iter::once(0).chain(breaks).collect(), chars }
    }

    /// The number of a byte's line, from 0.
    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset) - 1
    }

    /// How many characters begin before a byte.
    fn chars_before(&self, text: &str, offset: usize) -> usize {
        let at = offset / STRIDE;
        self.chars.get(at).map_or(0, |before| before + begun(&text.as_bytes()[at * STRIDE..offset]))
    }
}

/// How many characters begin in some bytes of a text.
fn begun(part: &[u8]) -> usize {
    part.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}

/// The positions of places in many files.
pub(super) struct Positions<'f> {
    files: &'f dyn Files,
    lines: BTreeMap<FileId, LineStarts>,
}

impl<'f> Positions<'f> {
    pub(super) fn in_files(files: &'f dyn Files) -> Self {
        Self { files, lines: BTreeMap::new() }
    }

    /// The position of a byte of a file. One inside a character counts as that character's start.
    pub(super) fn of(&mut self, file: FileId, offset: usize) -> Position {
        let text = self.files.text(file);
        let offset = text.floor_char_boundary(offset);
        let lines = self.lines.entry(file).or_insert_with(|| LineStarts::of(text));
        let line = lines.line(offset);
        let column = lines.chars_before(text, offset) - lines.chars_before(text, lines.starts[line]);
        Position { line: line + 1, column: column + 1 }
    }

    /// The byte at which the line of a byte begins.
    pub(super) fn line_start(&mut self, file: FileId, offset: usize) -> usize {
        let text = self.files.text(file);
        let lines = self.lines.entry(file).or_insert_with(|| LineStarts::of(text));
        lines.starts[lines.line(offset)]
    }
}

#[cfg(test)]
mod tests {
    use super::{FileId, Files, Position, Positions};

    struct One(String);

    impl Files for One {
        fn path(&self, _: FileId) -> &'static str {
            "x"
        }
        fn text(&self, _: FileId) -> &str {
            &self.0
        }
    }

    /// Counted from the beginning each time.
    fn counted(text: &str, offset: usize) -> Position {
        let before = &text[..text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    #[test]
    fn a_place_is_where_counting_finds_it() {
        let long = "公开abc，".repeat(700);
        for text in ["", "\n", "公", "a\n\n公开\r\nb", &long, &format!("a\n{long}\n{long}"), &"\n".repeat(3000)] {
            let files = One(text.to_owned());
            let mut positions = Positions::in_files(&files);
            for offset in (0..=text.len() + 2).step_by(1 + text.len() / 900) {
                assert_eq!(positions.of(FileId(0), offset), counted(text, offset.min(text.len())), "{offset}");
            }
        }
    }
}
