//! Characters that nobody sees, in what was authored.

use super::HIDDEN;
use crate::{
    diag::{Finding, Reach, Span},
    text,
    text::Hidden,
};

/// The first hidden character of a text of one of some kinds: where it stands in the text, and what it is.
fn first(text: &str, kinds: &[Hidden]) -> Option<(usize, char, Hidden)> {
    let hidden = text.char_indices().filter_map(|(at, c)| Some((at, c, Hidden::of(c)?)));
    hidden.into_iter().find(|(.., kind)| kinds.contains(kind))
}

/// What is hidden in the value of a field.
pub(super) fn in_value(text: &str, span: Span, reach: Reach) -> Option<Finding> {
    let (_, c, kind) = first(text, &[Hidden::Control, Hidden::Bidi, Hidden::Invisible])?;
    Some(finding(c, kind, span, reach))
}

/// What is hidden in running text that begins at a span's start: a character without width does no harm there.
pub(crate) fn hidden_in_prose(text: &str, span: Span, reach: Reach) -> Option<Finding> {
    let (at, c, kind) = first(text, &[Hidden::Control, Hidden::Bidi])?;
    let start = span.range().start + at;
    Some(finding(c, kind, Span::new(span.file, start..start + c.len_utf8()), reach))
}

/// What is hidden in the cells of a table.
pub(crate) fn hidden_in_cells(text: &str, span: Span, reach: Reach) -> Option<Finding> {
    let (at, c, kind) = first(text, &[Hidden::Control, Hidden::Bidi, Hidden::Invisible])?;
    let start = span.range().start + at;
    Some(finding(c, kind, Span::new(span.file, start..start + c.len_utf8()), reach))
}

fn finding(c: char, kind: Hidden, span: Span, reach: Reach) -> Finding {
    let code = u32::from(c);
    let message = match kind {
        Hidden::Control => text!("文字里有控制字符 U+{code:04X}", "the text has the control character U+{code:04X}"),
        Hidden::Bidi => text!(
            "文字里有改变书写方向的字符 U+{code:04X}，读到的和写下的不一样",
            "the text has U+{code:04X}, which turns its direction: what is read is not what is written"
        ),
        Hidden::Invisible => {
            text!("文字里有看不见的字符 U+{code:04X}", "the text has a character that nobody sees, U+{code:04X}")
        }
    };
    let mut finding = Finding::new(&HIDDEN, reach, span, message);
    finding.help(text!(
        "多半是粘贴带来的：删去这几个字，重新输入",
        "it mostly comes with pasting: delete the words and type them anew"
    ));
    finding
}
