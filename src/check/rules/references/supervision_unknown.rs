//! A complaint, a finding of responsibility or a quiz names an office or an item that is not there.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    read::Text,
    rule, text,
};

rule!(RULE = "G202" "supervision-unknown" Error, "supervision_unknown.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let (catalog, clearance) = (facts.catalog, &facts.clearance);
    for feedback in &catalog.registers.reveal(clearance).feedback {
        office(&feedback.office, facts, findings);
        item(feedback.item.as_ref(), facts, findings);
    }
    for finding in &catalog.registers.reveal(clearance).accountability {
        office(&finding.office, facts, findings);
        item(finding.item.as_ref(), facts, findings);
    }
    let quizzes = catalog.registers.reveal(clearance).assessments.iter().flat_map(|assessment| &assessment.quizzes);
    quizzes.for_each(|quiz| office(&quiz.office, facts, findings));
}

fn office(office: &Text, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let agency = facts.agency();
    if office.is_empty() || !agency.whole || agency.office(office).is_some() {
        return;
    }
    let names: Vec<&str> = agency.offices.iter().map(|o| o.name.as_str()).collect();
    let names = names.join("、");
    findings
        .at_reach(Reach::Internal, office.span, text!("没有「{}」这个科室", "there is no office “{}”", office.value))
        .help(text!("agency.toml 登记的科室：{names}", "the offices in agency.toml: {names}"));
}

fn item(item: Option<&Text>, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    if let Some(item) = item.filter(|item| !facts.has_item(item)) {
        findings
            .at_reach(
                Reach::Internal,
                item.span,
                text!("没有编号是「{}」的事项", "there is no item of the id “{}”", item.value),
            )
            .help(text!(
                "编号是 items/ 里的文件名；不涉及哪个事项的，删去 item",
                "an id is the name of a file in items/; where no item is concerned, leave item out"
            ));
    }
}
