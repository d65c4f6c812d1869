//! A body has raw HTML.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    markdown::ReferenceKind,
    rule, text,
};

rule!(/// A body has raw HTML.
    RULE = "L102" "raw-html" Error, "raw_html.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for body in super::super::bodies::all(facts) {
        for html in body.references(facts).into_iter().filter(|r| r.kind == ReferenceKind::Html) {
            findings
                .at_reach(body.reach, body.span(&html.range), text!("正文不能写 HTML", "a body can't have HTML"))
                .help(text!(
                    "用 Markdown 写；要显示尖括号，写 &lt;",
                    "write Markdown; for an angle bracket write &lt;"
                ));
        }
    }
}
