//! Statistics of something that is no period, of one that was not over when they were published, or of two that overlap.

use crate::{
    check::{Check, Facts},
    diag::Findings,
    kinds::Statistics,
    rule, text,
};

rule!(RULE = "G208" "statistics-period" Error, "statistics_period.md");

pub(super) static CHECK: Check = Check::Catalog(&RULE, check);

fn check(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    for statistics in facts.statistics() {
        let Some(period) = statistics.period else {
            let message = text!("文件名不是期间", "the file's name is no period");
            findings.at_reach(statistics.reach, statistics.place, message).help(text!(
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
        }
    }
    overlapping(facts, findings);
}

/// What a period has more than one within it is found by subtraction, however few that is.
fn overlapping(facts: &Facts<'_>, findings: &mut Findings<'_>) {
    let dated = |s: &'_ Statistics| s.period.zip(s.published_on.as_ref().map(|on| on.value));
    for later in facts.statistics() {
        let Some((period, day)) = dated(later) else { continue };
        let before = facts.statistics().filter(|other| {
            dated(other).is_some_and(|(p, d)| p != period && p.overlaps(period) && (d, p) < (day, period))
        });
        for earlier in before {
            let Some((other, on)) = earlier.period.zip(earlier.published_on.as_ref()) else { continue };
            let place = later.published_on.as_ref().map_or(later.place, |on| on.span);
            findings
                .at(
                    place,
                    text!(
                        "{period} 与 {other} 有重叠：两期一减，就看出其余的有几件、是什么",
                        "{period} overlaps {other}: who subtracts them sees what the rest is"
                    ),
                )
                .see(on.span, text!("{other} 的统计", "the statistics of {other}"))
                .help(text!(
                    "只公布互不重叠的期间：删去这里的 published_on，或者改为公布 {other} 以外的期间",
                    "publish periods that do not overlap: leave published_on out here, or publish others than {other} covers"
                ));
        }
    }
}
