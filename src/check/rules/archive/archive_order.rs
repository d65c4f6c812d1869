//! The archive numbers of a year are not in the order of publication.

use super::filed::{self, Filed};
use crate::{
    check::{Check, Facts},
    diag::Findings,
    read::FieldText,
    rule, text,
};

rule!(RULE = "A103" "archive-order" Warning waivable true, "archive_order.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let filed = filed::all(facts);
    let mut numbered: Vec<(u32, &FieldText, &Filed<'_>)> = Vec::new();
    for (number, filed) in filed.iter().filter_map(|filed| Some((filed.number?, filed))) {
        let year = filed::year(filed.published.value);
        match filed::parse(number) {
            Some((of, nth)) if of == year => numbered.push((nth, number, filed)),
            parsed => odd(number, parsed, year, filed, findings),
        }
    }
    // Of two with one number `R103` speaks.
    numbered.sort_by_key(|(nth, _, filed)| (filed::year(filed.published.value), *nth, filed.published.value));
    for pair in numbered.windows(2) {
        let [(nth, before, first), (next, number, then)] = [pair[0], pair[1]];
        let (from, to) = (first.published.value, then.published.value);
        if nth < next && to < from && filed::year(from) == filed::year(to) {
            let message = text!(
                "{to} 公开，编号却在 {from} 公开的 {} 之后",
                "disclosed on {to}, yet numbered after {}, disclosed on {from}",
                before.value
            );
            let reach = then.reach.max(first.reach);
            findings
                .at_reach(reach, number.span, message)
                .see(before.span, text!("排在前面的", "numbered before it"))
                .help(text!(
                    "按公开的先后重新编号，或者改正写错的公开日期",
                    "number them in the order of publication, or correct the date that is wrong"
                ));
        }
    }
}

/// A number of another form or another year.
fn odd(number: &FieldText, parsed: Option<(i32, u32)>, year: i32, filed: &Filed<'_>, findings: &mut Findings<'_>) {
    let value = &number.value;
    let message = match parsed {
        Some((of, _)) => {
            text!("{year} 年公开，存档号却是 {of} 年的", "disclosed in {year}, with an archive number of {of}")
        }
        None => text!("存档号「{value}」不是「年份-序号」", "the archive number “{value}” is not year and number"),
    };
    findings.at_reach(filed.reach, number.span, message).help(text!(
        "写作 {year}-001：四位年份、连字符、至少三位的序号",
        "write {year}-001: four digits of the year, a hyphen, at least three digits"
    ));
}
