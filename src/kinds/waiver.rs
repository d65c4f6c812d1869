//! `waivers.toml`: findings that someone answers for, for a time.

use crate::{
    diag::{Span, Spanned},
    keys,
    read::{Date, FieldText, Fields},
    words::Period,
};

keys! {
    WAIVER = "waiver" "豁免" "waiver" ""
        "一条豁免写一段" "one table each";
    RULE = "rule" "规则代码" "rule" r#""S102""#
        "豁免哪条规则；不能豁免的规则是错误" "the code of the rule; not all can be waived";
    FILE = "file" "文件" "file" r#""items/alpha.toml""#
        "提示所指的文件，从 content/ 算起" "the file that the finding points at, below content/";
    ONLY = "period" "期间" "period" r#""2026-H1""#
        "只豁免一期；不写的管各期" "the one period that it is about; all without it";
    REASON = "reason" "事由" "reason" r#""系统升级，已报告局公开办。""#
        "为什么豁免" "why";
    OWNER = "owner" "负责岗位" "owner" r#""办公室主任""#
        "谁负责；写岗位，不写姓名" "the post that answers for it";
    UNTIL = "until" "截止日期" "until" "2026-12-31"
        "最后一天；过了就是错误" "the last day on which it counts";
}

/// 豁免: one rule, in one file, with reason, owner and end.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// Where it stands.
    pub place: Span,
    /// Code of the rule.
    pub rule: FieldText,
    /// File below `content/`.
    pub file: FieldText,
    /// The one period that it is about, where a rule looks at periods. Without it: all. One that can't be read
    /// (`None` inside) excuses nothing.
    pub period: Option<Spanned<Option<Period>>>,
    /// Why.
    pub reason: FieldText,
    /// Who answers for it: a post.
    pub owner: FieldText,
    /// The last day on which it counts.
    pub until: Option<Date>,
}

impl Waiver {
    /// Those of the file.
    pub(crate) fn all(fields: &mut Fields<'_, '_>) -> Vec<Self> {
        fields.tables(WAIVER, Self::read)
    }

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let said = fields.place_of(ONLY);
        let only = Period::read(fields, ONLY).map(|period| period.value);
        Self {
            place: fields.head(),
            rule: fields.required_text(RULE),
            file: fields.required_text(FILE),
            period: said.map(|span| Spanned::new(only, span)),
            reason: fields.required_text(REASON),
            owner: fields.required_text(OWNER),
            until: fields.required(UNTIL, Fields::date),
        }
    }

    /// Whether it is about a period; about what has none it is only where it names none itself.
    pub fn is_of(&self, period: Option<Period>) -> bool {
        self.period.as_ref().is_none_or(|only| only.value.is_some() && only.value == period)
    }
}
