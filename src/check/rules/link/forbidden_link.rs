//! A link has a scheme that no page may have.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    markdown::{ReferenceKind, Target, target},
    rule, text,
};

rule!(/// A link has a scheme that no page may have.
    RULE = "L103" "forbidden-link" Error, "forbidden_link.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for body in super::super::bodies::all(facts) {
        for link in body
            .references(facts)
            .into_iter()
            .filter(|r| r.kind == ReferenceKind::Link && target(&r.destination) == Target::Forbidden)
        {
            findings
                .at_reach(
                    body.reach,
                    body.span(&link.range),
                    text!("不允许的链接「{}」", "the link “{}” is not allowed", link.destination),
                )
                .help(text!(
                    "只允许 https、http、mailto、tel 和内容文件的相对路径",
                    "only https, http, mailto, tel and paths of content files are"
                ));
        }
    }
}
