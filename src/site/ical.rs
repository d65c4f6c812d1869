//! iCalendar (RFC 5545): the deadlines of an office, for the calendar program of whoever has to meet them.
//!
//! Written here because the crate for it puts random ids and the clock into alarms and folds lines too late.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::{
    edition::{Edition, Insiders, PromiseView, Seen},
    text,
    text::{Lang, Text},
    words::State,
};

/// Longest line in octets, without its end (section 3.1).
const LONGEST_LINE: usize = 75;
/// How long a deadline stays in the calendar after it was met.
pub const KEPT: Days = Days::new(366);

/// What a calendar is made for.
#[derive(Clone, Copy)]
pub struct Made<'e> {
    /// What makes ids unique in the world.
    pub host: &'e str,
    /// The day on which the promises were looked at.
    pub as_of: NaiveDate,
    /// The first day whose deadlines stay in it after they were met.
    pub since: NaiveDate,
    /// How many days before a deadline the first reminder comes.
    pub due_soon_days: u32,
    /// The language of its words.
    pub lang: Lang,
}

impl<'e> Made<'e> {
    /// For the calendars of a site.
    pub(super) fn of(edition: &'e Edition<'_, Insiders>) -> Self {
        let Edition { site, as_of, due_soon_days, lang, .. } = edition;
        Self {
            host: host(site.view.site_code, site.view.domain),
            as_of: *as_of,
            since: *as_of - KEPT,
            due_soon_days: *due_soon_days,
            lang: *lang,
        }
    }
}

/// 网站标识码 or domain of a site, which make its ids unique in the world.
pub fn host<'s>(site_code: Option<&'s str>, domain: Option<&'s str>) -> &'s str {
    site_code.or(domain).unwrap_or("mingjing")
}

/// The calendar of an office: each deadline a day of its own, with reminders while it is open. The same promise has the
/// same id on every day, so a program that subscribes to it updates and never doubles.
pub fn calendar<'p, 'c: 'p>(
    office: &str,
    promises: impl IntoIterator<Item = &'p Seen<Insiders, PromiseView<'c>>>,
    made: Made<'_>,
) -> String {
    let mut out = IcalLines(String::new());
    let Text { zh, en } = text!("{office}：公开期限", "{office}: disclosure deadlines");
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Mingjing//mingjing//ZH");
    out.line("METHOD:PUBLISH");
    out.line(&format!("X-WR-CALNAME:{}", escaped(made.lang.pick(&zh, &en))));
    out.line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
    for promise in promises {
        if promise.view.standing.is_open() || promise.view.due >= made.since {
            event(&mut out, promise, made);
        }
    }
    out.line("END:VCALENDAR");
    out.0
}

fn event(out: &mut IcalLines, promise: &Seen<Insiders, PromiseView<'_>>, made: Made<'_>) {
    let view = &promise.view;
    let summary = escaped(&summary(view, made.lang));
    out.line("BEGIN:VEVENT");
    out.line(&format!("UID:{}", escaped(&format!("{}.{}@{}", view.item, view.key, made.host))));
    out.line(&format!("DTSTAMP:{}T000000Z", made.as_of.format("%Y%m%d")));
    out.line(&format!("DTSTART;VALUE=DATE:{}", view.due.format("%Y%m%d"))); // a day lasts one day (section 3.6.1)
    out.line(&format!("SUMMARY:{summary}"));
    out.line(&format!("DESCRIPTION:{}", escaped(&description(promise, made.lang))));
    out.line(&format!("CATEGORIES:{}", escaped(view.state.text)));
    out.line("TRANSP:TRANSPARENT"); // it makes nobody busy
    if view.standing.is_open() && view.standing != State::Waived {
        for days in BTreeSet::from([made.due_soon_days, 1]).into_iter().rev() {
            alarm(out, &summary, days);
        }
    }
    out.line("END:VEVENT");
}

fn alarm(out: &mut IcalLines, summary: &str, days: u32) {
    out.line("BEGIN:VALARM");
    out.line("ACTION:DISPLAY");
    out.line(&format!("DESCRIPTION:{summary}"));
    out.line(&format!("TRIGGER:-P{days}D"));
    out.line("END:VALARM");
}

fn summary(view: &PromiseView<'_>, lang: Lang) -> String {
    let (state, item, about) = (view.state.text, view.item_name, &view.about);
    let provisional = if view.provisional { lang.pick("（期限暂定）", " (provisional)") } else { "" };
    lang.pick(format!("【{state}】{item}：{about}{provisional}"), format!("[{state}] {item}: {about}{provisional}"))
}

fn description(promise: &Seen<Insiders, PromiseView<'_>>, lang: Lang) -> String {
    let PromiseView { opens, due, audience, basis, .. } = &promise.view;
    let audience = audience.text;
    let mut lines = vec![
        lang.pick(format!("{opens} 起，{due} 止，{audience}"), format!("from {opens} to {due}, {audience}")),
        basis.clone(),
    ];
    if let Some(next) = &promise.annex.act {
        let (act, who) = (next.act.text, next.who);
        lines.push(lang.pick(format!("下一步：{act}（{who}）"), format!("next: {act} ({who})")));
    }
    lines.join("\n")
}

/// A value of type TEXT (section 3.3.11); of control characters only the end of a line can be said.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Lines, folded between characters and never inside one.
struct IcalLines(String);

impl IcalLines {
    fn line(&mut self, text: &str) {
        let mut room = LONGEST_LINE;
        for c in text.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST_LINE - 1;
            }
            room -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }
}
