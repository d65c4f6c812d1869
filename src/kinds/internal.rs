//! What only insiders may see, as a type.
//!
//! `Internal<T>` can be neither serialised nor shown, and opens only to a [`Clearance`]:
//! ```compile_fail
//! fn page(_: &impl serde::Serialize) {}
//! fn leak(note: &mingjing::kinds::Internal<String>) { page(note) }
//! ```
//! ```compile_fail
//! fn leak(note: &mingjing::kinds::Internal<String>) -> String { note.to_string() }
//! ```
//! ```compile_fail
//! fn leak(note: &mingjing::kinds::Internal<String>) -> usize { note.len() }
//! ```
//! ```compile_fail
//! fn leak(a: mingjing::kinds::Internal<u8>, b: mingjing::kinds::Internal<u8>) -> bool { a == b }
//! ```
//! Nobody outside makes a clearance:
//! ```compile_fail
//! let pass = mingjing::kinds::Clearance::grant();
//! ```
//! ```compile_fail
//! let pass = mingjing::kinds::Clearance(());
//! ```

use std::fmt;

use super::{
    Markdown,
    keys::{NOTE, PHONE},
};
use crate::{
    diag::Reach,
    keys,
    read::{FieldText, Fields},
};

keys! {
    INTERNAL = "internal" "内部附记" "internal" ""
        "只给内部看的几句话；不进公开网站" "for insiders: never on the public site";
    HANDLER = "handler" "经办人" "handler" r#""会议室调度岗""#
        "经办的岗位，或者内部知道的人" "a post, or a person known inside";
}

/// Something authored for insiders.
#[derive(Clone, Default)]
pub struct Internal<T>(T);

impl<T> Internal<T> {
    /// Closes a value.
    pub fn new(value: T) -> Self {
        Self(value)
    }

    /// Opens it to someone cleared.
    pub fn reveal(&self, _: &Clearance) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Internal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Internal(..)")
    }
}

/// The right to open [`Internal`]. Granted in four places, which `tests/tidy.rs` holds: the internal edition,
/// the checks, the byte barrier that keeps what it reads out of public bytes, and the loader, which must know
/// whether a record was reviewed before it knows on which shelf it belongs.
#[derive(Debug)]
pub struct Clearance(());

impl Clearance {
    pub(crate) fn grant() -> Self {
        Self(())
    }
}

/// The `[internal]` table that any kind may hold, and the sibling `<id>.internal.md`.
#[derive(Clone, Debug, Default)]
pub struct Annex {
    /// 内部备注
    pub note: Option<FieldText>,
    /// 经办人: a post, or a person known inside.
    pub handler: Option<FieldText>,
    /// 内部联系电话
    pub phone: Option<FieldText>,
    /// The sibling Markdown file.
    pub body: Option<Markdown>,
}

impl Annex {
    pub(crate) fn read(fields: &mut Fields<'_, '_>, body: Option<Markdown>) -> Internal<Self> {
        let annex = fields.table_within(INTERNAL, Reach::Internal, |f| Self {
            note: f.text(NOTE),
            handler: f.text(HANDLER),
            phone: f.text(PHONE),
            body: None,
        });
        Internal::new(Self { body, ..annex.unwrap_or_default() })
    }
}
