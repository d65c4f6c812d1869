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
pub const RETIRED: &[Retired] = &[
    Retired {
        code: "A102",
        heir: "R103",
        zh: "重复的编号，不论哪一类，由一条规则检查",
        en: "one rule looks for every sort of number that is used twice",
    },
    Retired {
        code: "G202",
        heir: "R101",
        zh: "没有的科室，不论写在哪里，由一条规则检查；没有的事项见 R116",
        en: "one rule looks for unknown offices wherever they are named; R116 says the same of items",
    },
    Retired {
        code: "R104",
        heir: "R103",
        zh: "重复的编号，不论哪一类，由一条规则检查",
        en: "one rule looks for every sort of number that is used twice",
    },
];

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
