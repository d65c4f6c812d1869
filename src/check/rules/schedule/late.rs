//! Something was published, confirmed or reported upward after its deadline.

use super::promise::{days, duty, explain, place};
use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach, Span},
    kinds::Record,
    rule,
    schedule::{Obligation, Owed},
    text,
    text::Text,
    words::State,
};

rule!(RULE = "S103" "late" Warning waivable true, "late.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for promise in facts.promises().filter(|o| o.state == State::Late) {
        let (duty, late) = (duty(promise), promise.days_late);
        let message = Text {
            zh: format!("{}，迟了 {late} 天", duty.zh),
            en: format!("{}: it came {} late", duty.en, days(late)),
        };
        let advice = text!(
            "日期写错的改正；确实迟了的，不改日期，需要说明的写一条豁免，事由写明原因",
            "correct a date that is wrong; if it was late indeed, leave the date, and say why in a waiver if that is wanted"
        );
        let (reach, place) = came(promise);
        explain(findings.at_reach(reach, place, message), promise, &advice);
    }
}

/// The date on which it came.
fn came(promise: &Obligation<'_>) -> (Reach, Span) {
    let (reach, otherwise) = place(&promise.subject, &promise.owed);
    match (promise.record, promise.owed) {
        (Some(record), _) => (record.reach, published(promise, record)),
        (None, Owed::Report(_, _, stage)) => (reach, stage.submitted_on.as_ref().map_or(otherwise, |on| on.span)),
        (None, Owed::File(_, Some(filing))) => (reach, filing.submitted_on.as_ref().map_or(otherwise, |on| on.span)),
        (None, Owed::Case(case)) => (reach, case.came.map_or(otherwise, |on| on.span)),
        (None, _) => (reach, otherwise),
    }
}

fn published(promise: &Obligation<'_>, record: &Record) -> Span {
    let confirmed = record.revisions.iter().filter_map(|r| r.on.as_ref());
    let confirmed = confirmed.filter(|_| matches!(promise.owed, Owed::Confirm(..)));
    let mut came = confirmed.chain(&record.published_on).filter(|on| Some(on.value) == promise.published_on);
    came.next().map_or(record.title.span, |on| on.span)
}
