//! The kind of responsibility is not the one that the post bears.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    kinds::LeadingGroup,
    rule, text,
    text::{Text, Word},
    words::{Responsibility, Role},
};

rule!(RULE = "G204" "accountability-level" Warning waivable true, "accountability_level.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(group) = &facts.agency().leading_group else { return };
    for finding in &facts.catalog.registers.reveal(&facts.clearance).accountability {
        let Some(level) = &finding.level else { continue };
        let (post, said) = (&finding.post.value, level.value);
        match borne_by(group, &finding.post) {
            Some(borne) if borne != said => {
                let message = Text {
                    zh: format!("「{post}」承担的应是{}，不是{}", borne.zh(), said.zh()),
                    en: format!("“{post}” bears this: {}; not this: {}", borne.en(), said.en()),
                };
                findings
                    .at_reach(Reach::Internal, level.span, message)
                    .see(finding.post.span, text!("承担责任的岗位", "the post that bears it"));
            }
            None if said == Responsibility::Leading => {
                let head = text!(
                    "领导责任由主要负责人承担，「{post}」不是领导小组的组长",
                    "it is the head who bears this; “{post}” is not the head of the leading group"
                );
                findings
                    .at_reach(Reach::Internal, level.span, head)
                    .see(finding.post.span, text!("承担责任的岗位", "the post that bears it"));
            }
            _ => {}
        }
    }
}

/// 主要负责人负领导责任，分管领导负直接领导责任; of other posts nobody can tell.
fn borne_by(group: &LeadingGroup, post: &str) -> Option<Responsibility> {
    let member = group.members.iter().find(|member| member.post.value == post)?;
    match member.role.as_ref()?.value {
        Role::Head => Some(Responsibility::Leading),
        Role::Deputy => Some(Responsibility::DirectLeading),
        Role::Member => None,
    }
}
