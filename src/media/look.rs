//! One file looked at while it passes by in pieces.

use std::io::{self, Read, Seek};

use aho_corasick::AhoCorasick;

use super::{FORMS, Format, Verdict, allowed, begins, endings, not_as_named, office, words};
use crate::{text, text::Text};

/// How much of the beginning is kept.
const HEAD: usize = 4096;

/// What acts in a PDF, as far as it is not compressed.
const PDF: [&[u8]; 3] = [b"/JavaScript", b"/Launch", b"/RichMedia"];
/// What acts in an older Office document: names of its parts, in UTF-16.
const COMPOUND: [&[u8]; 2] = [b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0", b"O\0l\0e\x001\x000\0N\0a\0t\0i\0v\0e\0"];
/// Longest of both.
const LONGEST: usize = 24;

/// An attachment under judgement: fed with its pieces, then judged.
pub struct Look<'n> {
    form: Result<(&'n str, Format), Text>,
    head: Vec<u8>,
    acting: Option<AhoCorasick>,
    /// The end of the last piece, for what lies across the border.
    tail: Vec<u8>,
    acts: bool,
    is_binary: bool,
}

impl<'n> Look<'n> {
    /// At a file of this name.
    pub fn at(name: &'n str) -> Self {
        let form = endings(name).and_then(|ending| {
            let form = FORMS.iter().find(|(allowed, _)| *allowed == ending);
            form.map(|(_, form)| (ending, *form)).ok_or_else(|| unlisted(ending))
        });
        let acting = match form {
            Ok((_, Format::Pdf)) => AhoCorasick::new(PDF).ok(),
            Ok((_, Format::Compound)) => AhoCorasick::new(COMPOUND).ok(),
            _ => None,
        };
        Self { form, head: Vec::new(), acting, tail: Vec::new(), acts: false, is_binary: false }
    }

    /// The next piece.
    pub fn feed(&mut self, piece: &[u8]) {
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend_from_slice(&piece[..room.min(piece.len())]);
        if matches!(self.form, Ok((_, Format::Text))) {
            self.is_binary |= words::has_controls(piece);
        }
        let Some(acting) = self.acting.as_ref().filter(|_| !self.acts) else { return };
        self.tail.extend_from_slice(&piece[..piece.len().min(LONGEST)]);
        self.acts = acting.is_match(&self.tail) || acting.is_match(piece);
        if piece.len() >= LONGEST {
            self.tail = piece[piece.len() - LONGEST..].to_vec();
        } else {
            self.tail.drain(..self.tail.len().saturating_sub(LONGEST));
        }
    }

    /// What it is, when all of it has passed; `file` is the same once more, for what stands in its list.
    ///
    /// # Errors
    /// The file can't be read any more.
    pub fn judge(self, file: &mut (impl Read + Seek)) -> io::Result<Verdict> {
        let (ending, form) = match self.form {
            Ok(form) => form,
            Err(why) => return Ok(Err(why)),
        };
        let wrong = || Err(not_as_named(ending));
        Ok(match form {
            Format::Begins(ways) if begins(&self.head, ways) => Ok(()),
            Format::Pdf if self.head.starts_with(b"%PDF-") => still(self.acts, ending),
            Format::Compound if self.head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => still(self.acts, ending),
            Format::Text => words::plain(&self.head, self.is_binary, ending),
            Format::Office(main) if is_archive(&self.head) => office::document(file, ending, main)?,
            Format::Ofd if is_archive(&self.head) => office::ofd(file)?,
            Format::Zip if is_archive(&self.head) => office::archive(file)?,
            _ => wrong(),
        })
    }
}

fn is_archive(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}

fn still(acts: bool, ending: &str) -> Verdict {
    if !acts {
        return Ok(());
    }
    Err(text!(
        "这个 {ending} 文件含有脚本、宏或者嵌入的程序；请去掉，或者另存为不带它们的 PDF、OFD",
        "this {ending} file has scripts, macros or embedded programs; take them out, or save it as PDF or OFD without"
    ))
}

fn unlisted(ending: &str) -> Text {
    let list = allowed();
    text!(
        ".{ending} 不是可以附上的类型；打开时不会运行、可以附上的有：{list}",
        ".{ending} is no type that may be attached; these do nothing when they are opened and may: {list}"
    )
}
