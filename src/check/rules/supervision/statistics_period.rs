//! Statistics of something that is no period, or of one that was not over when they were published.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    rule, text,
};

rule!(/// Statistics of something that is no period, or of one that was not over when they were published.
    RULE = "G208" "statistics-period" Error, "statistics_period.md");

/// The rule and its check.
pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let today = facts.as_of.0;
    for statistics in facts.statistics() {
        let Some(period) = statistics.period else {
            findings.at(statistics.place, text!("文件名不是期间", "the file's name is no period")).help(text!(
                "文件名写作 2026-07、2026-q1、2026-h1 或 2026，加 .toml",
                "name the file 2026-07, 2026-q1, 2026-h1 or 2026, and .toml"
            ));
            continue;
        };
        let Some(published) = &statistics.published_on else { continue };
        let (day, end) = (published.value, period.last_day());
        if day <= end {
            findings.at(
                published.span,
                text!(
                    "{period} 到 {end} 才结束，{day} 不能发布它的统计",
                    "{period} ends on {end}: its statistics can't be published on {day}"
                ),
            );
        } else if day > today {
            findings
                .at(
                    published.span,
                    text!("{day} 还没有到（今天是 {today}）", "{day} is still to come (today is {today})"),
                )
                .help(text!("到了那天再填写，不能预先填写", "write it on the day itself, not before"));
        }
    }
}
