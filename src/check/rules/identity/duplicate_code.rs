//! Two items have the same code, or two offices the same id or name.

use crate::{
    check::{Check, Facts},
    diag::{Findings, Reach},
    read::Text,
    rule, text,
};

rule!(RULE = "R103" "duplicate-code" Error, "duplicate_code.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let mut codes: Vec<(Reach, &Text)> = facts.items().filter_map(|i| i.code.as_ref().map(|c| (i.reach, c))).collect();
    report(&mut codes, "职权编码", "the code", findings);
    let offices = &facts.agency().offices;
    report(
        &mut offices.iter().map(|o| (Reach::Public, &o.id)).collect::<Vec<_>>(),
        "科室 id",
        "the office id",
        findings,
    );
    let mut names: Vec<(Reach, &Text)> =
        offices.iter().flat_map(|o| std::iter::once(&o.name).chain(&o.aliases)).map(|n| (Reach::Public, n)).collect();
    report(&mut names, "科室名称", "the office name", findings);
}

fn report(values: &mut [(Reach, &Text)], zh: &str, en: &str, findings: &mut Findings<'_>) {
    for (reach, first, again) in twice(values) {
        findings
            .at_reach(reach, again.span, text!("{zh}「{}」重复", "{en} “{}” is used twice", again.value))
            .see(first.span, text!("第一次出现", "first used here"));
    }
}

/// Values that stand twice: who may see the second one, the first and the second. The public one counts as first.
pub(in crate::check) fn twice<'t>(values: &mut [(Reach, &'t Text)]) -> Vec<(Reach, &'t Text, &'t Text)> {
    values.sort_by(|a, b| (&a.1.value, a.0, a.1.span).cmp(&(&b.1.value, b.0, b.1.span)));
    let pairs = values.windows(2).filter(|w| w[0].1.value == w[1].1.value && !w[0].1.is_empty());
    pairs.map(|w| (w[1].0, w[0].1, w[1].1)).collect()
}
