//! Nobody decided whether a power in use is important.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Item,
    rule, text,
    words::Status,
};

rule!(RULE = "G101" "importance-missing" Warning waivable true, "importance_missing.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    if item.status.value == Status::InForce && item.importance.is_none() {
        findings
            .at(item.name.span, text!("没有认定是不是重要权力", "nobody decided whether this power is important"))
            .help(text!(
                "由领导小组认定后写 [importance]：level、decided_by、document、on",
                "when the leading group has decided, write [importance] with level, decided_by, document and on"
            ));
    }
}
