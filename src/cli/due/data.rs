//! Promises for programs: JSON, and CSV for a spreadsheet.

use chrono::NaiveDate;
use serde::Serialize;

use super::Promise;
use crate::{site::spreadsheet, text::Lang};

#[derive(Serialize)]
struct DueList<'p> {
    as_of: NaiveDate,
    obligations: Vec<DueLine<'p>>,
}

/// One promise. Its keys are a contract: docs/operations.md.
#[derive(Serialize)]
struct DueLine<'p> {
    item: &'p str,
    office: &'p str,
    audience: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<NaiveDate>,
    opens: NaiveDate,
    due: NaiveDate,
    provisional: bool,
    state: &'p str,
    record: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawn: Option<&'p str>,
    published_on: Option<NaiveDate>,
    days_late: u32,
    basis: &'p str,
}

impl<'p> DueLine<'p> {
    fn of(promise: &'p Promise<'_>) -> Self {
        let view = &promise.view;
        Self {
            item: view.item,
            office: if view.office.id.is_empty() { view.office.name } else { view.office.id },
            audience: view.audience.id,
            period: view.period.as_deref(),
            event: view.event,
            opens: view.opens,
            due: view.due,
            provisional: view.provisional,
            state: view.state.id,
            record: view.record.as_ref().map(|record| record.id),
            withdrawn: view.withdrawn.as_ref().map(|record| record.id),
            published_on: view.published_on,
            days_late: view.days_late,
            basis: &view.basis,
        }
    }
}

pub(super) fn json(as_of: NaiveDate, chosen: &[&Promise<'_>]) -> String {
    let document = DueList { as_of, obligations: chosen.iter().map(|promise| DueLine::of(promise)).collect() };
    serde_json::to_string_pretty(&document).expect("plain values") + "\n"
}

const HEADER: [(&str, &str); 13] = [
    ("事项编号", "item"),
    ("事项", "name"),
    ("承办科室", "office"),
    ("公开范围", "audience"),
    ("期间或事件", "period or event"),
    ("开始", "opens"),
    ("期限", "due"),
    ("暂定", "provisional"),
    ("状态", "state"),
    ("公开记录", "record"),
    ("公开日期", "published on"),
    ("迟几天", "days late"),
    ("期限的依据", "basis"),
];

pub(super) fn csv(chosen: &[&Promise<'_>], lang: Lang) -> String {
    let header = HEADER.map(|(zh, en)| lang.pick(zh, en).to_owned()).to_vec();
    spreadsheet::csv(std::iter::once(header).chain(chosen.iter().map(|promise| cells(promise, lang).to_vec())))
}

fn cells(promise: &Promise<'_>, lang: Lang) -> [String; 13] {
    let view = &promise.view;
    let record = view.record.as_ref().map(|record| record.id.to_owned());
    let provisional = if view.provisional { lang.pick("暂定", "provisional") } else { "" };
    [
        view.item.to_owned(),
        view.item_name.to_owned(),
        view.office.name.to_owned(),
        view.audience.text.to_owned(),
        view.about.clone(),
        view.opens.to_string(),
        view.due.to_string(),
        provisional.to_owned(),
        view.state.text.to_owned(),
        record.unwrap_or_default(),
        view.published_on.map(|day| day.to_string()).unwrap_or_default(),
        view.days_late.to_string(),
        view.basis.clone(),
    ]
}
