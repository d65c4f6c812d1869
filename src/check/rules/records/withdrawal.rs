//! A withdrawal that has nothing to withdraw, or something after it; a public title of another revision.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::{Record, Revision},
    rule, text,
};

rule!(RULE = "R115" "withdrawal" Error, "withdrawal.md");

pub(super) static CHECK: Check = Check::Record(&RULE, check);

fn check(record: &Record, _: &Facts<'_>, findings: &mut Findings<'_>) {
    titled(record, findings);
    let Some(withdrawal) = record.withdrawn() else { return };
    let Some(kind) = &withdrawal.kind else { return };
    if record.published_on.is_none() {
        findings
            .at(kind.span, text!("没有公开过，谈不上撤回", "it was never published, so it can't be withdrawn"))
            .help(text!(
                "没有公开的草稿，删去这一段就行；公开过的，填写 published_on",
                "of a draft, delete this table; if it was published, fill in published_on"
            ));
    }
    for later in record.revisions.iter().filter(|later| follows(later, withdrawal)) {
        let span = later.kind.as_ref().map_or(later.reason.span, |kind| kind.span);
        findings
            .at(span, text!("撤回以后不能再改", "nothing is revised after a withdrawal"))
            .see(kind.span, text!("在这里撤回", "withdrawn here"))
            .help(text!(
                "删去这一段；重新公开的，另写一条记录，用新的编号和索引号",
                "delete it; what is disclosed anew is another record with an id and an index number of its own"
            ));
    }
}

/// Whether a revision is dated after the withdrawal, or is another one.
fn follows(later: &Revision, withdrawal: &Revision) -> bool {
    let is_after = || later.on.as_ref().zip(withdrawal.on.as_ref()).is_some_and(|(on, then)| on.value > then.value);
    !std::ptr::eq(later, withdrawal) && (later.is_withdrawal() || is_after())
}

/// Only the page of a withdrawn record gets another title.
fn titled(record: &Record, findings: &mut Findings<'_>) {
    for revision in record.revisions.iter().filter(|r| r.kind.is_some() && !r.is_withdrawal()) {
        if let Some(title) = &revision.title {
            findings
                .at(title.span, text!("只有撤回可以另写标题", "only a withdrawal may have a title of its own"))
                .help(text!("标题有误的，改正记录的 title", "where the title is wrong, correct the record’s title"));
        }
    }
}
