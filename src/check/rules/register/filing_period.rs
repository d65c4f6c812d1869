//! A filing is of no period that filings are owed for, or of one that has a filing, or was sent before it was filled in.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Filing,
    rule, text,
    text::Word,
    words::{Period, Timing},
};

rule!(RULE = "G109" "filing-period" Error waivable true, "filing_period.md");

pub(super) static CHECK: Check = Check::Filing(&RULE, check);

fn check(filing: &Filing, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    if let (Some(filled), Some(sent)) = (&filing.filled_on, &filing.submitted_on)
        && sent.value < filled.value
    {
        let (day, said) = (sent.value, filled.value);
        findings
            .at(
                sent.span,
                text!("报备日期 {day} 早于填表日期 {said}", "sent on {day}, before it was filled in on {said}"),
            )
            .see(filled.span, text!("填表日期", "when it was filled in"));
    }
    let Some(period) = &filing.period else { return };
    if let Some(duty) = &facts.site().filing
        && let (Timing::Every(every), Some(since)) = (duty.schedule.timing, &duty.since)
        && period.value.first_day() >= Period::containing(every, since.value).first_day()
        && Period::containing(every, period.value.first_day()) != period.value
    {
        let (about, zh, en) = (period.value, every.zh(), every.en());
        findings
            .at(
                period.span,
                text!(
                    "{about} 不是备案的一期，备案的期间是「{zh}」",
                    "{about} is no period of filings: those are “{en}”"
                ),
            )
            .help(text!("写作 {}", "write {}", Period::containing(every, about.last_day())));
    }
    let same = |other: &&Filing| other.id < filing.id && other.period.as_ref().is_some_and(|p| p.value == period.value);
    if let Some(first) = facts.filings().iter().find(same).and_then(|other| other.period.as_ref()) {
        findings
            .at(period.span, text!("{} 已经有一份备案表", "{} has a filing already", period.value))
            .see(first.span, text!("第一份", "the first one"))
            .help(text!(
                "每期一份：合成一份，或者改正期间",
                "one filing a period: make them one, or correct the period"
            ));
    }
}
