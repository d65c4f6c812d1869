//! Statistics that are published lack a figure, or have one that tells of few cases or can't be.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach, Span, Spanned},
    kinds::{Parts, Statistics},
    rule,
    supervision::{FEWEST, tells},
    text,
    text::{Text, Word},
};

rule!(RULE = "B109" "statistics-figures" Error, "statistics_figures.md");

/// It looks at the file alone: whether the figures are those of the cases is the matter of G210.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for statistics in facts.statistics() {
        if let Some(published) = &statistics.published_on {
            figures(statistics, published.span, findings);
        }
    }
}

fn figures(statistics: &Statistics, published: Span, findings: &mut Findings<'_>) {
    let reach = statistics.reach;
    let Some(received) = &statistics.received else {
        if statistics.silent.contains(&"received") {
            missing("received", published, reach, findings);
        }
        return;
    };
    if received.value < FEWEST {
        return few(statistics, received, findings);
    }
    for key in statistics.silent.iter().filter(|key| **key != "received") {
        missing(key, published, reach, findings);
    }
    let more = |part: &Option<Spanned<u32>>, whole: &Spanned<u32>, findings: &mut Findings<'_>| {
        if let Some(part) = part.as_ref().filter(|part| part.value > whole.value) {
            let (some, all) = (part.value, whole.value);
            let message = text!("{some} 件比它所在的 {all} 件还多", "{some} are more than the {all} that they are of");
            findings.at_reach(reach, part.span, message).see(whole.span, text!("{all} 件", "{all}"));
        }
    };
    more(&statistics.answered, received, findings);
    more(&statistics.in_time, statistics.answered.as_ref().unwrap_or(received), findings);
    statistics.kinds.iter().for_each(|parts| broken(parts, received, reach, findings));
    statistics.ways.iter().for_each(|parts| broken(parts, received, reach, findings));
}

fn missing(key: &str, at: Span, reach: Reach, findings: &mut Findings<'_>) {
    findings
        .at_reach(reach, at, text!("写了发布日期，却没有 {key}", "it has a date of publication but no {key}"))
        .help(text!(
            "公开网站只印这个文件里的数字：照登记簿填写，再审查",
            "the public site prints the figures of this file alone: write them from the register and have them reviewed"
        ));
}

/// Of so few nothing but their number is said.
fn few(statistics: &Statistics, received: &Spanned<u32>, findings: &mut Findings<'_>) {
    let figures = [&statistics.answered, &statistics.in_time].into_iter().flatten().map(|figure| figure.span);
    let parts = statistics.kinds.iter().map(|parts| parts.place).chain(statistics.ways.iter().map(|parts| parts.place));
    let all = received.value;
    for at in figures.chain(parts) {
        let message = text!(
            "收到 {all} 件，不足 {FEWEST} 件的，只写收到多少",
            "{all} came in: of fewer than {FEWEST} only their number is told"
        );
        findings
            .at_reach(statistics.reach, at, message)
            .see(received.span, text!("收到", "received"))
            .help(text!("删去这里的数字", "take the figure out"));
    }
}

fn broken<W: Word>(parts: &Parts<W>, received: &Spanned<u32>, reach: Reach, findings: &mut Findings<'_>) {
    let mut told = |at: Span, message: Text| {
        findings.at_reach(reach, at, message).help(text!(
            "不足 {FEWEST} 件的并入「其他」；「其他」也不足的，或者看得出每一项的，整个不分项",
            "put what has fewer than {FEWEST} into 其他; where that too is few, or tells each of its parts, break nothing down"
        ));
    };
    for (word, count) in parts.parts.iter().filter(|(_, count)| count.value < FEWEST) {
        let (zh, en) = (word.zh(), word.en());
        told(count.span, text!("「{zh}」不足 {FEWEST} 件", "“{en}” has fewer than {FEWEST}"));
    }
    if let Some(others) = parts.others.as_ref().filter(|others| tells::<W>(parts.parts.len(), others.value)) {
        told(
            others.span,
            text!("从「其他」的件数看得出是哪几项各几件", "the number of the others tells which they are"),
        );
    }
    let (sum, all) = (parts.sum(), received.value);
    if sum != u64::from(all) {
        let message = text!("各项共 {sum} 件，收到的是 {all} 件", "the parts are {sum}, but {all} came in");
        findings.at_reach(reach, parts.place, message).see(received.span, text!("收到", "received"));
    }
}
