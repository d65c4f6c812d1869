//! What a record says of a file that it attaches, and what lies there.

use crate::{
    diag::Spanned,
    read::{Fields, Text},
    words::MediaKind,
};

/// A file beside the record.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// File name.
    pub file: Text,
    /// Title.
    pub title: Text,
    /// What it is.
    pub kind: Option<Spanned<MediaKind>>,
    /// SHA-256 that the author expects.
    pub expected: Option<Text>,
    /// The file that is there.
    pub found: Option<Attached>,
}

/// A file that is attached.
#[derive(Clone, Debug)]
pub struct Attached {
    /// Length in bytes.
    pub size: u64,
    /// SHA-256.
    pub sha256: String,
    /// Why it may not be attached, if it may not: it acts when it is opened, or is not what its name says.
    pub refused: Option<crate::text::Text>,
}

impl Attachment {
    pub(crate) fn read(fields: &mut Fields<'_, '_>) -> Self {
        let kind = fields.word("kind");
        Self {
            file: fields.required_text("file"),
            title: fields.required_text("title"),
            kind: fields.require("kind", kind),
            expected: fields.text("sha256"),
            found: None,
        }
    }
}
