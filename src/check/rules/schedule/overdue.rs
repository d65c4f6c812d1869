//! The time to publish is over and nothing came.

use super::promise::{days, duty, explain, next, place};
use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Record,
    rule,
    schedule::OVERDUE,
    text,
    text::Text,
    words::State,
};

rule!(RULE = "S102" "overdue" Warning waivable true, "overdue.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    debug_assert_eq!(RULE.code, OVERDUE, "a waiver of it waives the promise");
    for promise in facts.promises().filter(|o| o.unwaived == State::Overdue) {
        let (duty, late) = (duty(promise), promise.days_late);
        let message = Text {
            zh: format!("{}，已逾期 {late} 天", duty.zh),
            en: format!("{}: it is {} overdue", duty.en, days(late)),
        };
        let (reach, place) = place(&promise.subject, &promise.owed);
        let finding = findings.at_reach(reach, place, message);
        if let Some(kind) = promise.withdrawn.and_then(Record::withdrawn).and_then(|r| r.kind.as_ref()) {
            finding.see(kind.span, text!("公开过，在这里撤回", "it was disclosed, and withdrawn here"));
        }
        explain(finding, promise, &next(promise));
    }
}
