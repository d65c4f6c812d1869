//! The time to publish is nearly over.

use super::promise::{days, duty, explain, next, place};
use crate::{
    check::{Check, Facts},
    diag::Findings,
    rule,
    schedule::DUE_SOON,
    text::Text,
    words::State,
};

rule!(RULE = "S104" "due-soon" Note waivable true, "due_soon.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    debug_assert_eq!(RULE.code, DUE_SOON, "what is waived is not due soon either");
    for promise in facts.promises().filter(|o| o.unwaived == State::DueSoon) {
        let (duty, left) = (duty(promise), (promise.due.on - facts.as_of.0).num_days());
        let (zh, en) = match left {
            0 => ("今天到期".to_owned(), "that is today".to_owned()),
            left => (format!("还有 {left} 天"), format!("{} left", days(left))),
        };
        let message = Text { zh: format!("{}，{zh}", duty.zh), en: format!("{}: {en}", duty.en) };
        let (reach, place) = place(&promise.subject, &promise.owed);
        explain(findings.at_reach(reach, place, message), promise, &next(promise));
    }
}
