//! A record was published, or confirmed, after its deadline.

use super::promise::{days, duty, explain};
use crate::{
    check::{Check, Facts},
    diag::{Findings, Span},
    model::{Record, State},
    rule,
    schedule::{Obligation, Owed},
    text,
    text::Text,
};

rule!(/// A record was published, or confirmed, after its deadline.
    RULE = "S103" "late" Warning waivable true, "late.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for promise in facts.promises.obligations.iter().filter(|o| o.state == State::Late) {
        let Some(record) = promise.record else { continue };
        let (duty, late) = (duty(promise), promise.days_late);
        let message = Text {
            zh: format!("{}，迟了 {late} 天", duty.zh),
            en: format!("{}: it came {} late", duty.en, days(late)),
        };
        let advice = text!(
            "日期写错的改正；确实迟了的，不改日期，需要说明的写一条豁免，事由写明原因",
            "correct a date that is wrong; if it was late indeed, leave the date, and say why in a waiver if that is wanted"
        );
        explain(findings.at_reach(record.reach, place(promise, record), message), promise, &advice);
    }
}

/// The date on which it came.
fn place(promise: &Obligation<'_>, record: &Record) -> Span {
    let confirmed = record.revisions.iter().filter_map(|r| r.on.as_ref());
    let confirmed = confirmed.filter(|_| matches!(promise.owed, Owed::Confirm(..)));
    let mut came = confirmed.chain(&record.published_on).filter(|on| Some(on.value) == promise.published_on);
    came.next().map_or(record.title.span, |on| on.span)
}
