//! `waivers.toml`: findings that someone answers for, for a time.

use crate::{
    diag::{Span, Spanned},
    read::{Date, Fields, Text},
    words::Period,
};

/// 豁免: one rule, in one file, with reason, owner and end.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// Where it stands.
    pub place: Span,
    /// Code of the rule.
    pub rule: Text,
    /// File below `content/`.
    pub file: Text,
    /// The one period that it is about, where a rule looks at periods. Without it: all. One that can't be read
    /// (`None` inside) excuses nothing.
    pub period: Option<Spanned<Option<Period>>>,
    /// Why.
    pub reason: Text,
    /// Who answers for it: a post.
    pub owner: Text,
    /// The last day on which it counts.
    pub until: Option<Date>,
}

impl Waiver {
    pub(crate) fn read(fields: &mut Fields<'_, '_>) -> Self {
        let until = fields.date("until");
        Self {
            place: fields.head(),
            rule: fields.required_text("rule"),
            file: fields.required_text("file"),
            period: fields
                .text("period")
                .map(|text| Spanned::new(Period::read(&text, fields).map(|p| p.value), text.span)),
            reason: fields.required_text("reason"),
            owner: fields.required_text("owner"),
            until: fields.require("until", until),
        }
    }

    /// Whether it is about a period; about what has none it is only where it names none itself.
    pub fn is_of(&self, period: Option<Period>) -> bool {
        self.period.as_ref().is_none_or(|only| only.value.is_some() && only.value == period)
    }
}
