//! `mingjing calendar`: the days off of a year, and which deadlines move when they change.

use std::{collections::BTreeMap, fmt::Write, path::PathBuf};

use chrono::{Datelike, NaiveDate};
use clap::ArgMatches;
use serde::Serialize;

use super::{CLEAN, FINDINGS, Run, Stop, USAGE};
use crate::{
    calendar::{AsOf, DayKind, named},
    check::check_calendar,
    day::Day,
    diag::{Files, Finding, Report},
    edition::{Insiders, promises},
    kinds::{Address, CalendarYear, Kind},
    load::{Catalog, load, load_calendar},
    source::Source,
    text,
    text::{Lang, visible, visible_json},
};

impl Run<'_> {
    pub(super) fn calendar(&mut self, globals: &ArgMatches, args: &ArgMatches) -> Result<u8, Stop> {
        match args.subcommand() {
            Some(("show", args)) => self.show(globals, args),
            Some(("diff", args)) => self.diff(globals, args),
            _ => unreachable!("a command is required"),
        }
    }

    fn show(&mut self, globals: &ArgMatches, args: &ArgMatches) -> Result<u8, Stop> {
        let wanted = *args.get_one::<i32>("year").expect("required");
        let (catalog, mut found) = load(Source::read(&self.root(globals)?));
        let path = Address::of(Kind::Calendar, &wanted.to_string()).path();
        found.retain(|finding| catalog.source.path(finding.span.file) == path);
        let year = catalog.calendars.iter().find(|year| year.year == wanted);
        found.extend(year.into_iter().flat_map(check_calendar));
        if self.refuses(found, &catalog.source)? {
            return Err(Stop(FINDINGS, text!("{path} 有错误", "{path} has errors")));
        }
        let Some(year) = year else {
            let message =
                text!("没有 {wanted} 年的节假日安排：写 {path}", "there are no days off of {wanted}: write {path}");
            return Err(Stop(FINDINGS, message));
        };
        let as_csv = args.get_one::<String>("format").is_some_and(|format| format == "csv");
        let printed = if as_csv { csv(year) } else { months(year, self.lang) };
        self.out.write_all(printed.as_bytes())?;
        Ok(CLEAN)
    }

    fn diff(&mut self, globals: &ArgMatches, args: &ArgMatches) -> Result<u8, Stop> {
        let (root, as_of) = (self.root(globals)?, self.as_of(args)?);
        let (mut catalog, found) = load(Source::read(&root));
        let file = |name| self.surroundings.folder.join(args.get_one::<PathBuf>(name).expect("required"));
        let (old, new) = (file("old"), file("new"));
        let mut read = |path: &PathBuf| {
            let (source, year, mut findings) = load_calendar(Source::lone(path));
            findings.extend(year.iter().flat_map(check_calendar));
            let refused = self.refuses(findings, &source)?;
            let name = path.display();
            let stop = || Stop(FINDINGS, text!("{name} 不能用来比较", "{name} can't be compared"));
            year.filter(|_| !refused).ok_or_else(stop)
        };
        let (old, new) = (read(&old)?, read(&new)?);
        if old.year != new.year {
            let message =
                text!("一份是 {} 年的，另一份是 {} 年的", "one is of {}, the other of {}", old.year, new.year);
            return Err(Stop(USAGE, message));
        }
        let changes = CalendarChanges::between(&old, &new, &mut catalog, as_of);
        let as_json = args.get_one::<String>("format").is_some_and(|format| format == "json");
        let printed = if as_json {
            serde_json::to_string_pretty(&changes).expect("plain values") + "\n"
        } else {
            changes.shown(self.lang)
        };
        let printed = if as_json { visible_json(&printed) } else { visible(&printed) };
        self.out.write_all(printed.as_bytes())?;
        self.incomplete(&[], &found)
    }

    /// Whether what was found forbids to go on; if so it is reported.
    fn refuses(&mut self, found: Vec<Finding>, source: &Source) -> Result<bool, Stop> {
        let report = Report::new(found, source);
        if report.blocks() {
            let text = report.to_terminal(self.lang, self.surroundings.colour, source);
            self.err.write_all(text.as_bytes())?;
        }
        Ok(report.blocks())
    }
}

/// Every day of a year: `date,workday,name`.
fn csv(year: &CalendarYear) -> String {
    let mut writer = csv::Writer::from_writer(vec![]);
    writer.write_record(["date", "workday", "name"]).expect("in memory");
    for (day, kind, name) in named(year) {
        let cells = [&day.to_string(), &kind.is_worked().to_string(), name.unwrap_or_default()];
        writer.write_record(cells).expect("in memory");
    }
    String::from_utf8(writer.into_inner().expect("in memory")).expect("made of text")
}

/// Twelve months for the terminal; `*` is a day off, `+` a make-up workday.
fn months(year: &CalendarYear, lang: Lang) -> String {
    let days: Vec<_> = named(year).collect();
    let worked = days.iter().filter(|(_, kind, _)| kind.is_worked()).count();
    let status = if year.is_provisional() { lang.pick("（暂定）", " (provisional)") } else { "" };
    let mut out = lang.pick(
        format!("{}年{status}，{worked} 个工作日\n", year.year),
        format!("{}{status}, {worked} working days\n", year.year),
    );
    if let Some(notice) = &year.notice {
        let doc_no = year.doc_no.as_ref().map_or("", |text| text.value.as_str());
        let _ = writeln!(out, "{} {doc_no}", notice.value);
    }
    out += lang.pick("* 放假  + 调休上班  · 周末\n", "* day off  + make-up workday  · weekend\n");
    for month in 1..=12 {
        let own: Vec<_> = days.iter().filter(|(day, ..)| day.month() == month).collect();
        out += &lang.pick(format!("\n{month}月\n"), format!("\n{}\n", own[0].0.format("%B")));
        out += lang.pick(" 一   二   三   四   五   六   日\n", "Mon  Tue  Wed  Thu  Fri  Sat  Sun\n");
        let offset = own[0].0.weekday().num_days_from_monday() as usize;
        let mut line = " ".repeat(offset * 5);
        for (day, kind, _) in own {
            let mark = match kind {
                DayKind::Holiday => '*',
                DayKind::MakeUp => '+',
                DayKind::Weekend => '·',
                DayKind::Workday => ' ',
            };
            let _ = write!(line, "{:>2}{mark}  ", day.day());
            if day.weekday() == chrono::Weekday::Sun {
                out += line.trim_end();
                out.push('\n');
                line.clear();
            }
        }
        if !line.trim().is_empty() {
            out += line.trim_end();
            out.push('\n');
        }
    }
    out
}

/// What differs between two versions of a year.
#[derive(Serialize)]
struct CalendarChanges {
    year: i32,
    days: Vec<DayChange>,
    deadlines: Vec<Moved>,
}

/// A day that is worked in one version only.
#[derive(Serialize)]
struct DayChange {
    day: NaiveDate,
    worked: bool,
}

/// A deadline that is another day, or no longer provisional.
#[derive(Serialize)]
struct Moved {
    item: String,
    name: String,
    about: String,
    office: String,
    old: Option<Dated>,
    new: Option<Dated>,
    /// How many days later it is now.
    days: Option<i64>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
struct Dated {
    due: NaiveDate,
    provisional: bool,
}

/// Item, what the promise is called among its own → what is shown of it.
type Deadlines = BTreeMap<(String, String), KnownDeadline>;

struct KnownDeadline {
    name: String,
    about: String,
    office: String,
    dated: Dated,
}

impl CalendarChanges {
    fn between(old: &CalendarYear, new: &CalendarYear, catalog: &mut Catalog, as_of: AsOf) -> Self {
        let changed = named(old).zip(named(new)).filter(|((_, a, _), (_, b, _))| a.is_worked() != b.is_worked());
        let days = changed.map(|(_, (day, kind, _))| DayChange { day, worked: kind.is_worked() }).collect();
        let before = deadlines(catalog, old, as_of);
        let after = deadlines(catalog, new, as_of);
        let keys: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).cloned().collect();
        let moved = keys.into_iter().filter_map(|key| Moved::of(&key, before.get(&key), after.get(&key)));
        let mut deadlines: Vec<Moved> = moved.collect();
        deadlines.sort_by_key(|moved| moved.new.or(moved.old).map(|dated| dated.due));
        Self { year: new.year, days, deadlines }
    }

    fn shown(&self, lang: Lang) -> String {
        let mut out = lang.pick(
            format!("{} 年有 {} 天改变，{} 个期限改变。\n", self.year, self.days.len(), self.deadlines.len()),
            format!("{} days of {} change, {} deadlines change.\n", self.days.len(), self.year, self.deadlines.len()),
        );
        for DayChange { day, worked } in &self.days {
            let what = if *worked { lang.pick("上班", "worked") } else { lang.pick("休息", "off") };
            let _ = writeln!(out, "{day} {what}");
        }
        for moved in &self.deadlines {
            let (old, new) = (shown(moved.old, lang), shown(moved.new, lang));
            let by = moved
                .days
                .filter(|days| *days != 0)
                .map(|days| lang.pick(format!("（{days:+} 天）"), format!(" ({days:+} d)")));
            let _ = writeln!(
                out,
                "{old} → {new}{}  {}  {}  {}",
                by.unwrap_or_default(),
                moved.office,
                moved.name,
                moved.about
            );
        }
        out
    }
}

fn shown(dated: Option<Dated>, lang: Lang) -> String {
    let Some(Dated { due, provisional }) = dated else { return lang.pick("未定", "unknown").to_owned() };
    let mark = if provisional { lang.pick("（暂定）", " (provisional)") } else { "" };
    format!("{due}{mark}")
}

impl Moved {
    fn of((item, _): &(String, String), old: Option<&KnownDeadline>, new: Option<&KnownDeadline>) -> Option<Self> {
        let KnownDeadline { name, about, office, .. } = new.or(old)?;
        let (old, new) = (old.map(|o| o.dated), new.map(|n| n.dated));
        let days = old.zip(new).map(|(old, new)| (new.due - old.due).num_days());
        let moved = Self {
            item: item.clone(),
            name: name.clone(),
            about: about.clone(),
            office: office.clone(),
            old,
            new,
            days,
        };
        (old != new).then_some(moved)
    }
}

/// Every deadline that begins by the end of the year, with that version of it.
fn deadlines(catalog: &mut Catalog, year: &CalendarYear, as_of: AsOf) -> Deadlines {
    catalog.calendars.retain(|other| other.year != year.year);
    catalog.calendars.push(year.clone());
    let until = NaiveDate::from_ymd_opt(year.year, 12, 31).unwrap_or(as_of.0);
    let day = Day::until(catalog, as_of, until);
    let derived = promises::<Insiders>(&day, day.until, catalog.site.language);
    let dated = derived.list.iter().map(|promise| {
        let view = &promise.view;
        let dated = Dated { due: view.due, provisional: view.provisional };
        let (name, office) = (view.item_name.to_owned(), view.office.name.to_owned());
        let key = (view.item.to_owned(), view.key.clone());
        (key, KnownDeadline { name, about: view.about.clone(), office, dated })
    });
    dated.collect()
}
