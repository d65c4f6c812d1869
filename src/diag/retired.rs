//! Codes of rules that are no more: each is kept, with the rule that took its place.

use crate::{text, text::Text};

/// A code that no rule bears any longer, and none may bear again.
pub struct Retired {
    /// The code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
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
        name: "duplicate-number",
        heir: "R103",
        zh: "重复的编号由一条规则检查，不分是哪种编号",
        en: "one rule looks for every number that is used twice",
    },
    Retired {
        code: "G202",
        name: "supervision-unknown",
        heir: "R116",
        zh: "没有的事项由一条规则检查，不分是哪种文件；没有的科室见 R101",
        en: "unknown items have one rule, whatever the file; for unknown offices see R101",
    },
    Retired {
        code: "R104",
        name: "duplicate-index-number",
        heir: "R103",
        zh: "重复的编号由一条规则检查，不分是哪种编号",
        en: "one rule looks for every number that is used twice",
    },
];

impl Retired {
    /// What became of it.
    pub fn told(&self) -> Text {
        let Self { code, heir, zh, en, name: _ } = self;
        text!(
            "规则 {code} 已经停用，由 {heir} 接替：{zh}",
            "the rule {code} was retired, {heir} has taken its place: {en}"
        )
    }
}
