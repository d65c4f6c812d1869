//! The public is promised less than the regulation gives: more time.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Span},
    model::{Audience, Item, Limit, MonthDay, On, Policy, Timing, Unit, Within},
    rule, text,
};

rule!(/// The public is promised less than the regulation gives: more time.
    RULE = "S108" "longer-than-law" Warning waivable true, "longer_than_law.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Item(&RULE, check);

fn check(item: &Item, facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let Some(schedule) = item.schedule.as_ref().filter(|_| item.audience.value == Audience::Public) else { return };
    let (limit, span, of_site) = match &schedule.limit {
        Some(limit) => (limit.value, limit.span, false),
        None => (of_site(&facts.site().policy, schedule.timing), schedule.place, true),
    };
    if is_longer(limit) {
        report(of_site, span, findings);
    }
}

fn of_site(policy: &Policy, timing: Timing) -> Limit {
    Limit::Within(match timing {
        Timing::Every(_) => policy.periodic_within,
        Timing::On(On::Event | On::Standing) => policy.event_within,
    })
}

/// 20 working days (政府信息公开条例, art. 26) take at least 28 calendar days, and with the longest holidays never 40.
fn is_longer(limit: Limit) -> bool {
    match limit {
        Limit::Within(Within { count, unit: Unit::Workdays }) => count > 20,
        Limit::Within(Within { count, unit: Unit::Days }) => count > 28,
        Limit::Within(Within { unit: Unit::Months, .. }) => true,
        Limit::By(MonthDay { months, day }) => months > 2 || (months == 2 && day > 10),
    }
}

fn report(of_site: bool, span: Span, findings: &mut Findings<'_>) {
    let message = if of_site {
        text!(
            "这个事项没有自己的时限，site.toml [policy] 规定的时限长于条例的20个工作日",
            "it has no limit of its own, and that of [policy] in site.toml is longer than the 20 working days of the regulation"
        )
    } else {
        text!("时限长于条例规定的20个工作日", "the limit is longer than the 20 working days of the regulation")
    };
    findings.at(span, message).help(text!(
        "改为20个工作日以内；法律、法规另有规定的，写一条豁免，事由写明是哪一条",
        "make it 20 working days or less; where another law sets it, write a waiver whose reason names the article"
    ));
}
