//! Waivers: a finding that someone answers for, for a time.

use std::collections::HashMap;

use super::{
    Check, Facts,
    rules::{BY_PERIOD, WAIVER_EXPIRED, WAIVER_UNUSED, WAIVER_VOID, checks},
};
use crate::{
    diag::{Files, Finding, RETIRED, Reach, Retired, Rule},
    kinds::{Waiver, below},
    load,
    schedule::{DUE_SOON, OVERDUE},
    text,
    text::Text,
    words::Period,
};

/// Drops the findings that a waiver in force excuses, and reports waivers that are void, expired or idle. Of two that
/// excuse the same the second is idle.
pub(super) fn apply(mut findings: Vec<Finding>, facts: &Facts<'_>) -> Vec<Finding> {
    let mut about = Vec::new();
    let mut of_file: HashMap<&str, Vec<(&Waiver, bool)>> = HashMap::new();
    for waiver in facts.waivers() {
        match void(waiver, RETIRED).or_else(|| expired(waiver, facts)) {
            Some(finding) => about.push(finding),
            None => of_file.entry(waiver.file.as_str()).or_default().push((waiver, false)),
        }
    }
    findings.retain(|finding| {
        let path = facts.catalog.source.path(finding.span.file);
        let own = below(path).and_then(|file| of_file.get_mut(file));
        let first = own.and_then(|own| own.iter_mut().find(|(waiver, _)| excuses(waiver, finding)));
        first.map(|(_, used)| *used = true).is_none()
    });
    let idle = of_file.into_values().flatten().filter(|(waiver, used)| !used && !waives_a_promise(waiver, facts));
    findings.extend(about);
    findings.extend(idle.filter_map(|(waiver, _)| unused(waiver)));
    findings
}

fn excuses(waiver: &Waiver, finding: &Finding) -> bool {
    finding.rule.waivable
        && (finding.rule.code == *waiver.rule || is_before_it(waiver, finding.rule))
        && waiver.is_of(finding.period.as_deref().and_then(Period::parse))
}

/// What is waived may be overdue, so it is not due soon either.
fn is_before_it(waiver: &Waiver, rule: &Rule) -> bool {
    *waiver.rule == OVERDUE && rule.code == DUE_SOON
}

/// Whether it waives a promise whose time is not over: then it waits for its day and is not idle.
fn waives_a_promise(waiver: &Waiver, facts: &Facts<'_>) -> bool {
    let mut open = facts.promises().filter(|o| o.state.is_open());
    *waiver.rule == OVERDUE
        && open.any(|o| waiver.is_of(o.owed.period()) && *waiver.file == o.owed.address(&o.subject).below())
}

fn void(waiver: &Waiver, retired: &[Retired]) -> Option<Finding> {
    let void = |message| Finding::new(&WAIVER_VOID, Reach::Internal, waiver.rule.span, message);
    if let Some(gone) = retired.iter().find(|gone| gone.code == *waiver.rule) {
        let mut finding = void(gone.told());
        finding.help(text!("改为豁免 {}，或者删去这条豁免", "waive {} instead, or delete the waiver", gone.heir));
        return Some(finding);
    }
    let mut known = checks().flat_map(Check::rules).chain(load::RULES);
    let known = known.find(|rule| rule.code == *waiver.rule);
    if waiver.rule.is_empty() || known.is_some_and(|r| r.waivable) {
        return None;
    }
    Some(void(text!("规则 {} 不存在，或者不能豁免", "there is no rule {}, or it can't be waived", waiver.rule.value)))
}

fn expired(waiver: &Waiver, facts: &Facts<'_>) -> Option<Finding> {
    let until = waiver.until.as_ref().filter(|until| until.value < facts.as_of.0)?;
    let message = text!("豁免已于 {} 到期", "the waiver ended on {}", until.value);
    Some(Finding::new(&WAIVER_EXPIRED, Reach::Internal, until.span, message))
}

/// A period that can't be read was reported already.
fn unused(waiver: &Waiver) -> Option<Finding> {
    let (file, rule) = (&waiver.file.value, &waiver.rule.value);
    let Some(only) = &waiver.period else {
        let message = text!(
            "{file} 没有规则 {rule} 的问题，这条豁免可以删去",
            "{file} has no finding of {rule}: this waiver can go"
        );
        return Some(Finding::new(&WAIVER_UNUSED, Reach::Internal, waiver.file.span, message));
    };
    let message = of_period(rule, file, only.value?);
    Some(Finding::new(&WAIVER_UNUSED, Reach::Internal, only.span, message))
}

fn of_period(rule: &str, file: &str, period: Period) -> Text {
    if BY_PERIOD.iter().flat_map(Check::rules).any(|of_period| of_period.code == rule) {
        return text!(
            "{file} 的 {period} 没有规则 {rule} 的问题，这条豁免可以删去",
            "{file} has no finding of {rule} for {period}: this waiver can go"
        );
    }
    text!(
        "规则 {rule} 不分期间，写了 period 的豁免不起作用",
        "{rule} does not look at periods: a waiver of it with a period excuses nothing"
    )
}

#[cfg(test)]
mod tests {
    use super::void;
    use crate::{
        diag::{FileId, Note, Retired, Span, Spanned},
        kinds::Waiver,
        read::FieldText,
    };

    const GONE: &[Retired] =
        &[Retired { code: "X900", name: "gone", heir: "R106", zh: "说的是同一件事", en: "they say the same" }];

    #[track_caller]
    fn check(rule: &str, told: Option<(&str, Option<&str>)>) {
        let place = Span::new(FileId(0), 0..0);
        let written = |text: &str| -> FieldText { Spanned::new(text.to_owned(), place) };
        let (reason, owner) = (written("规则在修订"), written("公开办主任"));
        let file = written("items/alpha.toml");
        let waiver = Waiver { place, rule: written(rule), file, period: None, reason, owner, until: None };
        let found = void(&waiver, GONE);
        let help = |note: &Note| if let Note::Help(help) = note { Some(help.zh.clone()) } else { None };
        let found = found.map(|finding| (finding.rule.code, finding.message.zh, finding.notes.iter().find_map(help)));
        let told = told.map(|(message, help)| ("W101", message.to_owned(), help.map(str::to_owned)));
        assert_eq!(found, told, "{rule}");
    }

    #[test]
    fn a_waiver_of_a_retired_rule_is_void_and_learns_its_heir() {
        let gone = "规则 X900 已经停用，由 R106 接替：说的是同一件事";
        check("X900", Some((gone, Some("改为豁免 R106，或者删去这条豁免"))));
        check("X901", Some(("规则 X901 不存在，或者不能豁免", None)));
        check("R106", Some(("规则 R106 不存在，或者不能豁免", None)));
        check("R107", None);
    }
}
