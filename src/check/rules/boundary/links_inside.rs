//! A public text links to something that only insiders may see.

use crate::{
    check::{
        Body, Check, Facts,
        bodies::{is_inside, is_withdrawn},
    },
    diag::Findings,
    rule, text,
};

rule!(RULE = "B103" "links-inside" Error, "links_inside.md");

pub(super) static CHECK: Check = Check::Body(&RULE, check);

fn check(body: &Body<'_>, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    if !body.is_public {
        return;
    }
    for link in body.links(facts) {
        let Some(path) = link.path else { continue };
        if is_withdrawn(&path, facts) {
            let message = text!(
                "公开的文字链接到了已经撤回的文件 {path}",
                "a public text links to {path}, a file that was withdrawn"
            );
            findings.at(link.span, message).help(text!(
                "删去链接，以及从它引用的数和话；可以改为链接到那条记录，它的网址还在",
                "take the link out, with the figures and words quoted from it; the record itself keeps its address"
            ));
        } else if is_inside(&path, facts) {
            findings
                .at(
                    link.span,
                    text!("公开的文字链接到了内部内容 {path}", "a public text links to {path}, which is internal"),
                )
                .help(text!("删去链接，也不要写出它的名称", "take the link out, and its name with it"));
        }
    }
}
