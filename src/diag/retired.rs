//! Codes of rules that are no more: each is kept, with the rule that took its place.

use crate::{text, text::Text};

/// A code that no rule bears any longer, and none may bear again.
pub struct Retired {
    /// The code.
    pub code: &'static str,
    /// Code of the rule that says what it said.
    pub heir: &'static str,
    /// Why, in Chinese, as the end of a sentence.
    pub zh: &'static str,
    /// Why, in English.
    pub en: &'static str,
}

/// Every retired code, sorted.
pub const RETIRED: &[Retired] = &[];

impl Retired {
    /// What became of it.
    pub fn told(&self) -> Text {
        let Self { code, heir, zh, en } = self;
        text!(
            "规则 {code} 已经停用，由 {heir} 接替：{zh}",
            "the rule {code} was retired, {heir} has taken its place: {en}"
        )
    }
}
