//! Two things in the registers or in the archive have the same number.

use crate::{
    check::{Check, Facts, rules::identity::twice},
    diag::{Findings, Reach},
    read::Text,
    rule, text,
};

rule!(RULE = "A102" "duplicate-number" Error, "duplicate_number.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

type Numbers<'c> = Vec<(Reach, &'c Text)>;

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let pass = &facts.clearance;
    let records = facts.records().map(|r| (r.reach, r.archive_no.reveal(pass).as_ref()));
    let archive = records.chain(facts.exercises().map(|e| (e.reach, e.archive_no.reveal(pass).as_ref())));
    let archive: Numbers<'_> = archive.filter_map(|(reach, number)| Some((reach, number?))).collect();
    report(archive, "存档号", "the archive number", findings);
    let forms: Numbers<'_> =
        facts.exercises().filter_map(|e| Some((e.reach, e.reg_no.reveal(pass).as_ref()?))).collect();
    report(forms, "登记编号", "the number of the form", findings);
    let filings: Numbers<'_> =
        facts.filings().iter().filter_map(|f| Some((Reach::Internal, f.reg_no.as_ref()?))).collect();
    report(filings, "备案编号", "the number of the filing", findings);
}

fn report(mut numbers: Numbers<'_>, zh: &str, en: &str, findings: &mut Findings<'_>) {
    for (reach, first, again) in twice(&mut numbers) {
        findings
            .at_reach(reach, again.span, text!("{zh}「{}」重复", "{en} “{}” is used twice", again.value))
            .see(first.span, text!("第一次出现", "first used here"));
    }
}
