//! An item promises the public more time than the regulation gives.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    model::{Audience, Item, Limit, Within},
    rule, text,
};

rule!(/// An item promises the public more time than the regulation gives.
    RULE = "S108" "longer-than-law" Warning waivable true, "longer_than_law.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Item(&RULE, check);

/// 20 working days take at least 28 calendar days (政府信息公开条例, art. 26).
fn check(item: &Item, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let limit = item.schedule.as_ref().and_then(|schedule| schedule.limit.as_ref());
    let Some(limit) = limit.filter(|_| item.audience.value == Audience::Public) else { return };
    if let Limit::Within(Within { days, workdays }) = limit.value
        && days > if workdays { 20 } else { 28 }
    {
        findings
            .at(limit.span, text!("时限长于条例规定的20个工作日", "longer than the 20 working days of the regulation"))
            .help(text!(
                "法律、法规另有规定的，写一条豁免，事由写明是哪一条",
                "where another law sets it, write a waiver whose reason names the article"
            ));
    }
}
