//! Statistics that are published have other figures than the cases give.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    kinds::{Address, Kind, Statistics},
    rule,
    supervision::{CaseFigures, count},
    text,
};

rule!(RULE = "G210" "statistics-differ" Error, "statistics_differ.md");

/// Its code.
pub(in crate::check) const CODE: &str = "G210";

/// Only who has the cases can tell, and what they give shapes no public byte: the finding reaches
/// no further than the inside. A copy without the cases compares nothing.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let source = &facts.catalog.source;
    if !source.files().any(|(path, _)| Address::parse(path).is_some_and(|address| address.kind == Kind::Feedback)) {
        return;
    }
    for statistics in facts.statistics() {
        compare(statistics, facts, findings);
    }
}

/// Where a figure is missing, B109 says so; what should stand there is said here.
fn compare(statistics: &Statistics, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let (Some(period), Some(published)) = (statistics.period, &statistics.published_on) else { return };
    let feedback = &facts.catalog.registers.reveal(&facts.clearance).feedback;
    let given = count(feedback, period, published.value, &facts.ledger.calendar, &facts.site().policy);
    let written = CaseFigures::of(statistics);
    if given == written {
        return;
    }
    let (there, here) = (written.lines(), given.lines());
    let other: Vec<&String> = here.iter().filter(|line| !there.contains(line)).collect();
    let is_more = other.is_empty();
    let at = statistics.received.as_ref().map_or(published.span, |received| received.span);
    let message = if is_more {
        text!("统计里有登记的投诉意见给不出的数字", "there are figures that the cases do not give")
    } else {
        let other = other.iter().map(|line| line.as_str()).collect::<Vec<_>>();
        let (zh, en) = (other.join("，"), other.join(", "));
        text!("与登记的投诉意见不符，登记的是 {zh}", "not what the cases give, which is {en}")
    };
    let whole = here.join("\n");
    findings.at_reach(Reach::Internal, at, message).help(text!(
        "核对登记簿。登记无误的，照下面改正，重新审查，改 [review] 和 published_on：\n{whole}",
        "check the register. Where it is right, write these figures, have them reviewed again and change [review] and published_on:\n{whole}"
    ));
}
