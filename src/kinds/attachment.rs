//! What a record says of a file that it attaches, and what lies there.

use crate::{
    diag::Spanned,
    keys,
    read::{FieldText, Fields, Grammar, WRONG_TYPE},
    words::MediaKind,
};

keys! {
    FILE = "file" "文件名" "file" r#""2026-h1-notes.txt""#
        "与记录放在同一文件夹的文件" "a file in the record’s folder";
    NAME = "title" "附件标题" "title" r#""统计口径说明""#
        "网页上的名称" "what it is called on the page";
    MEDIA = "kind" "附件类型" "kind" r#""文字""#
        "文字、图片或者影像" "text, image or video";
    SHA256 = "sha256" "校验值" "SHA-256" r#""e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855""#
        "文件的 SHA-256；写了的，附件被改动就报错" "where it is written, a file that was changed is an error";
}

/// A file beside the record.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// File name.
    pub file: FieldText,
    /// Title.
    pub title: FieldText,
    /// What it is.
    pub kind: Option<Spanned<MediaKind>>,
    /// SHA-256 that the author expects.
    pub expected: Option<FieldText>,
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

static DIGEST: Grammar = Grammar {
    zh: "64 位十六进制数",
    en: "64 hexadecimal digits",
    pattern: "^\\s*[0-9A-Fa-f]{64}\\s*$",
    examples: &["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    rule: &WRONG_TYPE,
};

impl Attachment {
    pub(crate) fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            file: fields.required_text(FILE),
            title: fields.required_text_of(NAME, Fields::title),
            kind: fields.required(MEDIA, Fields::word),
            expected: fields.written(SHA256, &DIGEST),
            found: None,
        }
    }
}
