//! A link has a scheme that no page may have.

use crate::{
    check::{Body, Check, Facts},
    diag::Findings,
    markdown::{ReferenceKind, Target, target},
    rule, text,
};

rule!(RULE = "L103" "forbidden-link" Error, "forbidden_link.md");

pub(super) static CHECK: Check = Check::Body(&RULE, check);

fn check(body: &Body<'_>, _: &Facts<'_>, findings: &mut Findings<'_>) {
    for link in
        body.references.iter().filter(|r| r.kind == ReferenceKind::Link && target(&r.destination) == Target::Forbidden)
    {
        findings
            .at(body.span(&link.range), text!("不允许的链接「{}」", "the link “{}” is not allowed", link.destination))
            .help(text!(
                "只允许 https、http、mailto、tel 和内容文件的相对路径",
                "only https, http, mailto, tel and paths of content files are"
            ));
    }
}
