//! A public text links to something that only insiders may see.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    rule, text,
};

rule!(/// A public text links to something that only insiders may see.
    RULE = "B103" "links-inside" Error, "links_inside.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for body in super::super::bodies::public(facts) {
        for link in body.links(facts) {
            if let Some(path) = link.path.filter(|path| super::super::bodies::is_inside(path, facts)) {
                findings
                    .at(
                        link.span,
                        text!("公开的文字链接到了内部内容 {path}", "a public text links to {path}, which is internal"),
                    )
                    .help(text!("删去链接，也不要写出它的名称", "take the link out, and its name with it"));
            }
        }
    }
}
