//! Every rule of every stage: what `explain` knows.

use crate::{
    barrier, build, check,
    diag::{Retired, Rule},
    load, read, source,
};

/// Every rule, by code.
pub fn all() -> Vec<&'static Rule> {
    let stages = [source::RULES, load::RULES, read::RULES, check::WAIVER_RULES, barrier::RULES, build::RULES];
    let checks = check::checks().flat_map(check::Check::rules).copied();
    let mut all: Vec<&Rule> = stages.into_iter().flatten().copied().chain(checks).collect();
    all.sort_by_key(|rule| rule.code);
    all.dedup_by_key(|rule| rule.code); // one of records and of filings is one rule with two checks
    all
}

/// The rule of a code or a name. A code of `retired` is answered with its heir, and with what became of it.
pub fn named<'r>(code: &str, retired: &'r [Retired]) -> Option<(&'static Rule, Option<&'r Retired>)> {
    let of = |code: &str| all().into_iter().find(|rule| rule.code.eq_ignore_ascii_case(code) || rule.name == code);
    if let Some(rule) = of(code) {
        return Some((rule, None));
    }
    let gone = retired.iter().find(|gone| gone.code.eq_ignore_ascii_case(code) || gone.name == code)?;
    Some((of(gone.heir)?, Some(gone)))
}

#[cfg(test)]
mod tests {
    use super::{Retired, named};

    const GONE: &[Retired] =
        &[Retired { code: "X900", name: "gone", heir: "R106", zh: "说的是同一件事", en: "they say the same" }];

    #[track_caller]
    fn check(code: &str, rule: Option<&str>, told: Option<&str>) {
        let found = named(code, GONE);
        assert_eq!(found.map(|(rule, _)| rule.code), rule, "{code}");
        assert_eq!(found.and_then(|(_, gone)| Some(gone?.told().zh)).as_deref(), told, "{code}");
    }

    #[test]
    fn a_retired_code_is_answered_with_its_heir() {
        let told = Some("规则 X900 已经停用，由 R106 接替：说的是同一件事");
        check("X900", Some("R106"), told);
        check("x900", Some("R106"), told);
        check("gone", Some("R106"), told);
        check("R106", Some("R106"), None);
        check("future-date", Some("R106"), None);
        check("X901", None, None);
    }
}
