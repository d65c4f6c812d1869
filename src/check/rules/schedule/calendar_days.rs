//! The days off of a year contradict themselves.

use chrono::Datelike;

use crate::{check::Check, diag::Findings, kinds::CalendarYear, rule, text};

rule!(RULE = "I111" "calendar-days" Error, "calendar_days.md");

pub(super) static CHECK: Check = Check::Calendar(&RULE, check);

fn check(year: &CalendarYear, findings: &mut Findings<'_>) {
    let dates = year.holidays.iter().flat_map(|h| h.from.iter().chain(&h.to).chain(&h.workdays));
    for date in dates.filter(|d| d.value.year() != year.year) {
        findings.at(date.span, text!("{} 不在 {} 年", "{} is not in {}", date.value, year.year));
    }
    for holiday in &year.holidays {
        if let (Some(from), Some(to)) = (&holiday.from, &holiday.to)
            && from.value > to.value
        {
            findings.at(
                to.span,
                text!("假期在 {} 结束，却在 {} 开始", "the holiday ends on {} but begins on {}", to.value, from.value),
            );
        }
        for day in holiday.workdays.iter().filter(|d| d.value.weekday().number_from_monday() < 6) {
            findings.at(
                day.span,
                text!(
                    "{} 不是周末，不能作调休上班日",
                    "{} is no weekend day and can't be a make-up workday",
                    day.value
                ),
            );
        }
    }
    contradictions(year, findings);
    for (key, present) in
        [("notice", year.notice.is_some()), ("doc_no", year.doc_no.is_some()), ("issued_on", year.issued_on.is_some())]
    {
        if !year.is_provisional() && !present {
            findings.at(year.place, text!("正式的节假日安排缺少 {key}", "an official calendar needs {key}"));
        }
    }
}

/// A day can't be off and worked at once.
fn contradictions(year: &CalendarYear, findings: &mut Findings<'_>) {
    for day in year.holidays.iter().flat_map(|holiday| &holiday.workdays) {
        let off = year.holidays.iter().find_map(|holiday| {
            let (from, to) = holiday.from.as_ref().zip(holiday.to.as_ref())?;
            (from.value <= day.value && day.value <= to.value).then_some((from, &holiday.name.value))
        });
        if let Some((from, name)) = off {
            findings
                .at(
                    day.span,
                    text!(
                        "{} 既是「{name}」的假期，又是调休上班日",
                        "{} is a day off for “{name}” and a make-up workday too",
                        day.value
                    ),
                )
                .see(from.span, text!("假期", "the holiday"));
        }
    }
}
