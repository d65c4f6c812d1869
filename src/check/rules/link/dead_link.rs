//! A link leads to no file.

use crate::{
    check::{Body, Check, Facts, bodies::exists},
    diag::Findings,
    markdown::ReferenceKind,
    rule, text,
};

rule!(RULE = "L101" "dead-link" Error, "dead_link.md");

pub(super) static CHECK: Check = Check::Body(&RULE, check);

fn check(body: &Body<'_>, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for link in body.links(facts).into_iter().filter(|l| l.kind == ReferenceKind::Link) {
        if !link.path.as_ref().is_some_and(|path| exists(path, facts)) {
            findings
                .at(link.span, text!("链接「{}」没有对应的文件", "the link “{}” leads to no file", link.destination))
                .help(text!(
                    "写从本文件出发的相对路径，如 ../../items/x.toml",
                    "write the path from this file, such as ../../items/x.toml"
                ));
        }
    }
}
