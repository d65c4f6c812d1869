//! A body has raw HTML.

use crate::{
    check::{Body, Check, Facts},
    diag::Findings,
    markdown::ReferenceKind,
    rule, text,
};

rule!(RULE = "L102" "raw-html" Error, "raw_html.md");

pub(super) static CHECK: Check = Check::Body(&RULE, check);

fn check(body: &Body<'_>, _: &Facts<'_>, findings: &mut Findings<'_>) {
    for html in body.references.iter().filter(|r| r.kind == ReferenceKind::Html) {
        findings
            .at(body.span(&html.range), text!("正文不能写 HTML", "a body can't have HTML"))
            .help(text!("用 Markdown 写；要显示尖括号，写 &lt;", "write Markdown; for an angle bracket write &lt;"));
    }
}
