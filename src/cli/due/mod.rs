//! `mingjing due`: who owes what by when.

mod data;
mod table;

use chrono::{Datelike, Days, NaiveDate};
use clap::ArgMatches;

use super::{CLEAN, FINDINGS, Run, Stop, USAGE};
use crate::{
    calendar::AsOf,
    day::Day,
    diag::{Finding, Severity},
    edition::{Insiders, PromiseView, Seen, UndatedView, promises},
    kinds::Agency,
    load::{Catalog, load},
    site::ical,
    source::Source,
    text,
    text::{Lang, visible_data, visible_json},
};

/// A promise with what insiders see of it.
type Promise<'c> = Seen<Insiders, PromiseView<'c>>;

/// How far ahead a calendar looks.
const AHEAD: Days = Days::new(366);

/// Which promises are asked for.
struct Asked<'a> {
    as_of: NaiveDate,
    /// Id of an office.
    office: Option<&'a str>,
    /// Token of an audience.
    audience: Option<&'a str>,
    /// The last day of `--within`.
    within: Option<NaiveDate>,
    year: Option<i32>,
    format: &'a str,
    all: bool,
}

impl<'a> Asked<'a> {
    fn of(args: &'a ArgMatches, catalog: &'a Catalog, AsOf(as_of): AsOf) -> Result<Self, Stop> {
        let word = |name| args.get_one::<String>(name).map(String::as_str);
        let office = word("office").map(|word| office(word, &catalog.agency)).transpose()?;
        let days = args.get_one::<u32>("within").copied();
        Ok(Self {
            as_of,
            office,
            audience: word("audience"),
            within: days.map(|days| as_of + Days::new(days.into())),
            year: args.get_one::<i32>("year").copied(),
            format: word("format").unwrap_or("text"),
            all: args.get_flag("all"),
        })
    }

    /// The last day on which a promise may begin to be of interest.
    fn until(&self) -> NaiveDate {
        let year_end = self.year.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
        year_end.or(self.within).unwrap_or(if self.format == "ics" { self.as_of + AHEAD } else { self.as_of })
    }

    fn wants(&self, promise: &Promise<'_>) -> bool {
        let view = &promise.view;
        self.office.is_none_or(|id| view.office.id == id)
            && self.audience.is_none_or(|token| view.audience.id == token)
            && self.year.is_none_or(|year| view.due.year() == year)
            && self.within.is_none_or(|last| view.standing.is_open() && view.due <= last)
    }

    /// Whether a promise that can't be dated could be one of those asked for.
    fn misses(&self, undated: &UndatedView<'_>) -> bool {
        let last = self.year.or(self.within.map(|day| day.year()));
        last.is_none_or(|year| undated.year <= year)
            && self.office.is_none_or(|id| undated.office.id == id)
            && self.audience.is_none_or(|token| undated.audience.id == token)
    }
}

/// The id of the office that a word names.
fn office<'a>(word: &str, agency: &'a Agency) -> Result<&'a str, Stop> {
    agency.office(word).map(|office| office.id.as_str()).ok_or_else(|| {
        let names: Vec<_> = agency.offices.iter().map(|o| format!("{}（{}）", o.name.value, o.id.value)).collect();
        let names = names.join("、");
        Stop(USAGE, text!("没有「{word}」这个科室，有：{names}", "there is no office “{word}”; there are: {names}"))
    })
}

impl Run<'_> {
    pub(super) fn due(&mut self, globals: &ArgMatches, args: &ArgMatches) -> Result<u8, Stop> {
        let (root, as_of) = (self.root(globals)?, self.as_of(args)?);
        let (catalog, found) = load(Source::read(&root));
        let asked = Asked::of(args, &catalog, as_of)?;
        let lang = if asked.format == "text" { self.lang } else { catalog.site.language };
        let day = Day::until(&catalog, as_of, asked.until());
        let derived = promises::<Insiders>(&day, day.until, lang);
        let chosen: Vec<&Promise<'_>> = derived.list.iter().filter(|promise| asked.wants(promise)).collect();
        let printed = match asked.format {
            "json" => data::json(as_of.0, &chosen),
            "csv" => data::csv(&chosen, lang),
            "ics" => calendars(&chosen, &asked, &catalog, lang),
            _ => table::text(&chosen, &asked, self.lang, self.surroundings.colour),
        };
        let printed = match asked.format {
            "json" => visible_json(&printed),
            "csv" | "ics" => visible_data(&printed),
            _ => printed.into(), // coloured: its cells are made visible
        };
        self.out.write_all(printed.as_bytes())?;
        let undated = if asked.format == "ics" && asked.year.is_none() && asked.within.is_none() {
            promises::<Insiders>(&day, as_of.0, lang).undated
        } else {
            derived.undated
        };
        let undated: Vec<_> = undated.into_iter().filter(|undated| asked.misses(undated)).collect();
        self.incomplete(&undated, &found)
    }

    /// Says what keeps the list from being complete.
    pub(super) fn incomplete(&mut self, undated: &[UndatedView<'_>], found: &[Finding]) -> Result<u8, Stop> {
        for UndatedView { item, about, year, .. } in undated {
            self.say(&text!(
                "{item} {about}：期限要用 {year} 年的节假日安排，没有 content/calendars/{year}.toml",
                "{item} {about}: the deadline needs the days off of {year}: there is no content/calendars/{year}.toml"
            ))?;
        }
        let errors = found.iter().filter(|finding| finding.rule.severity == Severity::Error).count();
        if errors > 0 {
            self.say(&text!(
                "内容有 {errors} 个错误，以上可能不全；用 mingjing check 查看",
                "the content has {errors} errors, so this may be incomplete: run mingjing check"
            ))?;
        }
        Ok(if undated.is_empty() && errors == 0 { CLEAN } else { FINDINGS })
    }
}

/// One calendar after the other, by office; the one that was asked for, even if it owes nothing.
fn calendars(chosen: &[&Promise<'_>], asked: &Asked<'_>, catalog: &Catalog, lang: Lang) -> String {
    let site = &catalog.site;
    let due_soon_days = site.policy.due_soon_days;
    let asked_year = asked.year.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
    let since = asked_year.unwrap_or(asked.as_of - ical::KEPT);
    let [site_code, domain] = [&site.site_code, &site.domain].map(|text| text.as_ref().map(|text| text.value.as_str()));
    let made = ical::Made { host: ical::host(site_code, domain), as_of: asked.as_of, since, due_soon_days, lang };
    let mut by_office = table::by_office(chosen, |promise| promise.view.office.name);
    let named = asked.office.and_then(|id| catalog.agency.office(id)).map(|office| office.name.as_str());
    if by_office.is_empty() {
        by_office.extend(named.map(|name| (name, vec![])));
    }
    by_office.into_iter().map(|(office, own)| ical::calendar(office, own.into_iter().copied(), made)).collect()
}
