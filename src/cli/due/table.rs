//! Promises as a table for the terminal, by office, what is overdue first.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::{Asked, Promise};
use crate::{
    text::{Lang, Word, visible},
    words::State,
};

/// Between two columns.
const GAP: &str = "  ";

/// What belongs to each office, the offices by name.
pub(super) fn by_office<'p, T>(all: &'p [T], office: impl Fn(&'p T) -> &'p str) -> Vec<(&'p str, Vec<&'p T>)> {
    let mut groups: Vec<(&str, Vec<&T>)> = Vec::new();
    for one in all {
        let name = office(one);
        match groups.iter_mut().find(|(office, _)| *office == name) {
            Some((_, own)) => own.push(one),
            None => groups.push((name, vec![one])),
        }
    }
    groups.sort_by_key(|(office, _)| *office);
    groups
}

pub(super) fn text(chosen: &[&Promise<'_>], asked: &Asked<'_>, lang: Lang, colour: bool) -> String {
    let as_of = asked.as_of;
    let is_shown =
        |p: &&&Promise<'_>| p.view.standing.is_open() || p.annex.act.is_some() || asked.all || asked.year.is_some();
    let (mut shown, other): (Vec<&Promise<'_>>, Vec<&Promise<'_>>) = chosen.iter().partition(is_shown);
    shown.sort_by_key(|promise| (promise.view.standing != State::Overdue, promise.view.due));
    let mut out = lang.pick(format!("截至 {as_of}\n"), format!("As of {as_of}\n"));
    let head = lang.pick(
        ["期限", "状态", "事项", "期间或事件", "公开范围", "下一步"],
        ["Due", "State", "Item", "Period or event", "For", "Next"],
    );
    let rows: Vec<(&Promise<'_>, [String; 6])> =
        shown.iter().map(|promise| (*promise, row(promise, asked, lang))).collect();
    let widths = widths(&head, rows.iter().map(|(_, cells)| cells));
    for (office, own) in by_office(&rows, |(promise, _)| promise.view.office.name) {
        let _ = writeln!(out, "\n{}", visible(office));
        line(&mut out, head, widths, None);
        for (promise, cells) in own {
            let paint = if colour { paint(promise.view.standing) } else { None };
            line(&mut out, cells.each_ref().map(String::as_str), widths, paint);
        }
    }
    let _ = write!(out, "\n{}", summary(chosen, &other, lang));
    out
}

fn row(promise: &Promise<'_>, asked: &Asked<'_>, lang: Lang) -> [String; 6] {
    let view = &promise.view;
    let provisional = if view.provisional { lang.pick(" 暂定", " (prov.)") } else { "" };
    let next = promise.annex.act.as_ref().map(|next| {
        let (act, who) = (next.act.text, next.who);
        lang.pick(format!("{act}（{who}）"), format!("{act} ({who})"))
    });
    [
        format!("{}{provisional}", view.due),
        state(promise, asked, lang),
        view.item_name.to_owned(),
        view.about.clone(),
        view.audience.text.to_owned(),
        next.unwrap_or_default(),
    ]
    .map(|cell| visible(&cell).into_owned())
}

/// The state with how many days are left, or how many it is late.
fn state(promise: &Promise<'_>, asked: &Asked<'_>, lang: Lang) -> String {
    let view = &promise.view;
    let (word, late, left) = (view.standing, view.days_late, (view.due - asked.as_of).num_days());
    match word {
        State::Overdue => lang.pick(format!("逾期 {late} 天"), format!("overdue {late} d")),
        State::Late => lang.pick(format!("迟 {late} 天"), format!("{late} d late")),
        State::Upcoming | State::DueSoon => {
            let word = lang.pick(word.zh(), word.en());
            lang.pick(format!("{word}，还有 {left} 天"), format!("{word}, {left} d left"))
        }
        _ => view.state.text.to_owned(),
    }
}

fn widths<'r>(head: &[&str; 6], rows: impl Iterator<Item = &'r [String; 6]>) -> [usize; 6] {
    let mut widths = head.map(UnicodeWidthStr::width);
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    widths
}

/// Cells padded to the width that they take on a terminal, where a Chinese character takes two places.
fn line(out: &mut String, cells: [&str; 6], widths: [usize; 6], paint: Option<&str>) {
    let mut text = String::new();
    for (at, (cell, width)) in cells.into_iter().zip(widths).enumerate() {
        let room = " ".repeat(width - cell.width());
        match paint.filter(|_| at == 1) {
            Some(paint) => text.extend([GAP, paint, cell, "\x1b[0m", &room]),
            None => text.extend([GAP, cell, &room]),
        }
    }
    let _ = writeln!(out, "{}", text.trim_end());
}

fn paint(state: State) -> Option<&'static str> {
    match state {
        State::Overdue => Some("\x1b[1;31m"),
        State::DueSoon => Some("\x1b[33m"),
        _ => None,
    }
}

/// How many stand how, and what was left out.
fn summary(chosen: &[&Promise<'_>], other: &[&Promise<'_>], lang: Lang) -> String {
    let counted = State::ALL.iter().filter_map(|state| {
        let count = chosen.iter().filter(|promise| promise.view.standing == *state).count();
        (count > 0).then(|| lang.pick(format!("{} {count}", state.zh()), format!("{} {count}", state.en())))
    });
    let counted: Vec<String> = counted.collect();
    let (total, left) = (chosen.len(), other.len());
    let mut out = match lang {
        Lang::Zh if total == 0 => "没有应当公开的。\n".to_owned(),
        Lang::En if total == 0 => "Nothing is owed.\n".to_owned(),
        Lang::Zh => format!("共 {total} 项：{}。\n", counted.join("，")),
        Lang::En => format!("{total} in all: {}.\n", counted.join(", ").to_lowercase()),
    };
    if left > 0 {
        out += &lang.pick(
            format!("其中 {left} 项已经公开或者报送，没有列出；用 --all 列出。\n"),
            format!("{left} of them came and are not listed; --all lists them.\n"),
        );
    }
    out
}
