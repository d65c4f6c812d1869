//! A nil return has tables or attachments.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Record,
    rule, text,
};

rule!(RULE = "R109" "nil-with-content" Warning waivable true, "nil_with_content.md");

pub(super) static CHECK: Check = Check::Content(&RULE, check);

fn check(record: &Record, _: &Facts<'_>, findings: &mut Findings<'_>) {
    if record.nil && !(record.tables.is_empty() && record.attachments.is_empty()) {
        findings.at(
            record.title.span,
            text!(
                "标明“本期无发生”，却附有表格或附件",
                "it says that nothing happened, yet it has tables or attachments"
            ),
        );
    }
}
