//! The dates of a record are in an order that can not be.

use chrono::NaiveDate;

use crate::{
    check::{Check, Facts},
    diag::{Findings, Span},
    kinds::{Occasion, Record},
    rule, text,
    text::Word,
};

rule!(RULE = "R105" "date-order" Error waivable true, "date_order.md");

/// Of reviews `B108` speaks, which can't be waived.
pub(super) static CHECK: Check = Check::Record(&RULE, check);

fn check(record: &Record, _: &Facts<'_>, findings: &mut Findings<'_>) {
    let mut dates: Vec<(&str, &str, NaiveDate, Span)> = Vec::new();
    if let Some(Occasion::Event(day)) = &record.occasion {
        dates.push(("发生", "the event", day.value, day.span));
    }
    dates.extend(record.formed_on.as_ref().map(|d| ("成文", "formation", d.value, d.span)));
    dates.extend(record.published_on.as_ref().map(|d| ("发布", "publication", d.value, d.span)));
    ordered(&dates, findings);
    revised(record, findings);
}

/// What is corrected, withdrawn, supplemented or confirmed had been published.
fn revised(record: &Record, findings: &mut Findings<'_>) {
    let Some(published) = &record.published_on else { return };
    for revision in &record.revisions {
        let (Some(on), Some(kind)) = (&revision.on, &revision.kind) else { continue };
        let (zh, en) = (kind.value.zh(), kind.value.en().to_lowercase());
        let (first, then) = (published.value, on.value);
        if then < first {
            findings
                .at(
                    on.span,
                    text!("{zh}日期 {then} 早于发布日期 {first}", "{en} on {then}, before the publication on {first}"),
                )
                .see(published.span, text!("发布", "publication"));
        }
    }
}

fn ordered(dates: &[(&str, &str, NaiveDate, Span)], findings: &mut Findings<'_>) {
    for pair in dates.windows(2) {
        let [(a_zh, a_en, a, a_span), (b_zh, b_en, b, b_span)] = pair else {
            continue;
        };
        if a > b {
            findings
                .at(*b_span, text!("{b_zh}日期 {b} 早于{a_zh}日期 {a}", "{b_en} on {b} comes before {a_en} on {a}"))
                .see(*a_span, text!("{a_zh}", "{a_en}"));
        }
    }
}
