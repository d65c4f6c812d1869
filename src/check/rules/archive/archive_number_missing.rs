//! Something was disclosed and has no archive number.

use super::filed;
use crate::{
    check::{Check, Facts},
    diag::Findings,
    rule, text,
};

rule!(RULE = "A101" "archive-number-missing" Warning waivable true, "archive_number_missing.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

/// Where nobody keeps an archive, `A104` says so once.
fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    if facts.agency().archive.is_none() {
        return;
    }
    for filed in filed::all(facts).iter().filter(|filed| filed.number.is_none()) {
        let day = filed.published.value;
        findings
            .at_reach(
                filed.reach,
                filed.title,
                text!("{day} 公开，没有存档号", "disclosed on {day} without an archive number"),
            )
            .see(filed.published.span, text!("公开日期", "when it was published"))
            .help(text!(
                "按公开的先后编号，填写 archive_no，如 \"{}-001\"",
                "number it in the order of publication: archive_no, such as \"{}-001\"",
                filed::year(day)
            ));
    }
}
