//! A step promises more time than the law gives.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Item,
    rule, text,
};

rule!(RULE = "I118" "promised-longer" Warning waivable true, "promised_longer.md");

pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    for step in &item.steps {
        let (Some(promised), Some(statutory)) = (&step.promised, &step.statutory) else { continue };
        if promised.value.is_longer_than(statutory.value) {
            findings
                .at(
                    promised.span,
                    text!(
                        "「{}」的承诺时限长于法定时限",
                        "“{}” promises more time than the law gives",
                        step.name.value
                    ),
                )
                .see(statutory.span, text!("法定时限", "what the law gives"))
                .help(text!("承诺时限改为不长于法定时限", "promise no more than the law gives"));
        }
    }
}
