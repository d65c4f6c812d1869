//! The wordings of 公开时间 in official tables, as one grammar: 半年一公开, 每年1月31日前, 批准后20日内.

use chrono::NaiveDate;

use super::{Every, Limit, MonthDay, On, Timing, Unit, Within};

/// What a wording says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Periodic, by event or standing. None where only a length of time is named: then it counts from the event.
    pub timing: Option<Timing>,
    /// 时限, where it names one.
    pub limit: Option<Limit>,
}

/// Why a wording can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It points at another line of a table: 同上.
    Ditto,
    /// It says that there is a period, but not which: 定期.
    NoPeriod,
    /// It says nothing that could be counted: 适时.
    NoLimit,
    /// The calendar has no such day: 2月30日.
    NoDay,
    /// A limit of no days.
    Zero,
    /// The grammar does not have it.
    Unknown,
}

const DITTO: [&str; 13] = ["", "同上", "同前", "同左", "同上项", "同上一项", "〃", "\"", "\"\"", "″", "″″", "“", "”"];
/// Longer ones first.
const UNITS: [(&str, Every); 8] = [
    ("半年", Every::HalfYear),
    ("季度", Every::Quarter),
    ("季", Every::Quarter),
    ("月度", Every::Month),
    ("月份", Every::Month),
    ("月", Every::Month),
    ("年度", Every::Year),
    ("年", Every::Year),
];
/// How many of what one is. Longer ones first.
const LENGTHS: [(&str, u32, Unit); 14] = [
    ("workdays", 1, Unit::Workdays),
    ("workday", 1, Unit::Workdays),
    ("days", 1, Unit::Days),
    ("day", 1, Unit::Days),
    ("个工作日", 1, Unit::Workdays),
    ("工作日", 1, Unit::Workdays),
    ("个自然日", 1, Unit::Days),
    ("自然日", 1, Unit::Days),
    ("日", 1, Unit::Days),
    ("天", 1, Unit::Days),
    ("个星期", 7, Unit::Days),
    ("星期", 7, Unit::Days),
    ("周", 7, Unit::Days),
    ("个月", 1, Unit::Months),
];
/// A typing error, not a limit.
const MOST_DAYS: u32 = 3660;
const MOST_MONTHS: u32 = 120;
const SEPARATORS: [char; 5] = ['，', ',', '、', '；', '：'];

impl Wording {
    /// Reads a wording.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        read(&plain(text)).map(|(wording, _)| wording)
    }

    /// Whether a text says when, and nothing but when: no event is named in it.
    pub fn is_plain(text: &str) -> bool {
        read(&plain(text)).is_ok_and(|(_, event)| event.is_empty())
    }
}

/// A length of time alone.
pub(crate) fn length(text: &str) -> Option<Within> {
    let text = plain(text);
    let (before, within) = span(&text)?;
    (before.is_empty()).then_some(within.ok()?)
}

/// The day of a `by` field: `1月31日` and `01-31` of what is yearly, `10日` and `10` of the rest.
pub(crate) fn day_named(text: &str, every: Every) -> Result<MonthDay, Refused> {
    let text = plain(text);
    let named = NamedDay::read(before(&text).unwrap_or(&text))?;
    named.after(every, true)
}

/// One way of writing: digits and brackets narrow, no white space, no mark at the end.
fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        '（' => '(',
        '）' => ')',
        '－' | '—' => '-',
        ';' => '；',
        ':' => '：',
        _ => c,
    };
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    text.trim_end_matches(['。', '.', '，', ',', '；']).replace("公布", "公开")
}

/// The wording, and the event that its limit counts from, empty where none is named.
fn read(text: &str) -> Result<(Wording, &str), Refused> {
    if DITTO.contains(&text) {
        return Err(Refused::Ditto);
    }
    for (word, refused) in [
        ("定期", Refused::NoPeriod),
        ("按期", Refused::NoPeriod),
        ("适时", Refused::NoLimit),
        ("不定期", Refused::NoLimit),
    ] {
        if text.starts_with(word) {
            return Err(refused);
        }
    }
    let own = |timing, limit| Wording { timing: Some(timing), limit };
    if let Some(rest) = ["每日", "每天", "按日", "按天"].iter().find_map(|day| text.strip_prefix(day)) {
        let daily = Limit::Within(Within { count: 1, unit: Unit::Days });
        let daily =
            ["", "公开", "公开一次", "一公开"].contains(&rest).then_some((own(Timing::On(On::Event), Some(daily)), ""));
        return daily.ok_or(Refused::Unknown);
    }
    if let Some((every, firm, rest)) = period(text) {
        let limit = period_limit(every, rest)?;
        match limit {
            _ if rest.is_empty() => return Ok((own(Timing::Every(every), None), "")),
            Some(_) => return Ok((own(Timing::Every(every), limit), "")),
            None if firm => return Err(Refused::Unknown),
            None => {}
        }
    }
    if let Some((on, rest)) = event(text)
        && let Some((limit, event)) = event_limit(rest)?
    {
        return Ok((own(Timing::On(on), limit), event));
    }
    alone(text)
}

/// A period at the beginning, whether it can be nothing else, and the rest: 每半年, 半年一公开, 季度.
fn period(text: &str) -> Option<(Every, bool, &str)> {
    let lead = ["每一", "每", "按", "一"].into_iter().find(|lead| text.starts_with(lead)).unwrap_or("");
    let (every, rest) =
        UNITS.iter().find_map(|(unit, every)| Some((*every, text[lead.len()..].strip_prefix(unit)?)))?;
    let often = ["一公开", "公开一次", "公开1次", "一次", "1次"].iter().find_map(|often| rest.strip_prefix(often));
    let often = often.map(|rest| rest.strip_prefix("公开").unwrap_or(rest));
    if lead == "一" {
        return often.map(|rest| (every, true, rest)); // 一季度 alone is the first quarter
    }
    let open = often.or_else(|| rest.strip_prefix("公开"));
    Some((every, !lead.is_empty() || open.is_some(), open.unwrap_or(rest)))
}

/// The limit of a period, counted from its end; `None` where the rest is something else.
fn period_limit(every: Every, rest: &str) -> Result<Option<Limit>, Refused> {
    let (apart, rest) = set_apart(rest);
    if let Some((before, within)) = span(rest) {
        let (event, after) = trigger(before).unwrap_or((before, false));
        let from_end = if event.is_empty() { apart || after } else { after && is_end(event) };
        return if from_end { within.map(|w| Some(Limit::Within(w))) } else { Ok(None) };
    }
    let Some(day) = before(rest) else { return Ok(None) };
    match NamedDay::read(day) {
        Err(Refused::Unknown) => Ok(None),
        Err(refused) => Err(refused),
        Ok(named) => named.after(every, false).map(|date| Some(Limit::By(date))),
    }
}

/// An event, or standing, at the beginning, and the rest.
fn event(text: &str) -> Option<(On, &str)> {
    let words =
        [("随时", On::Event), ("实时", On::Event), ("即时", On::Event), ("及时", On::Event), ("长期", On::Standing)];
    let (on, rest) = words.iter().find_map(|(word, on)| Some((*on, text.strip_prefix(word)?)))?;
    Some((on, rest.strip_prefix("公开").unwrap_or(rest)))
}

/// A limit with the event that it counts from.
type Counted<'t> = (Option<Limit>, &'t str);

/// The limit of an event; `None` where the rest is something else.
fn event_limit(rest: &str) -> Result<Option<Counted<'_>>, Refused> {
    if rest.is_empty() {
        return Ok(Some((None, "")));
    }
    let Some((before, within)) = span(set_apart(rest).1) else { return Ok(None) };
    let Some((event, _)) = trigger(before) else { return Ok(None) };
    within.map(|w| Some((Some(Limit::Within(w)), event)))
}

/// A limit that names its own occasion, or none: 20个工作日内, 批准后20日内, 1月31日前.
fn alone(text: &str) -> Result<(Wording, &str), Refused> {
    if let Some((before, within)) = span(text) {
        let (event, _) = trigger(before).ok_or(Refused::Unknown)?;
        let timing = (!is_end(event)).then_some(Timing::On(On::Event));
        return Ok((Wording { timing, limit: Some(Limit::Within(within?)) }, if is_end(event) { "" } else { event }));
    }
    let named = NamedDay::read(before(text).ok_or(Refused::Unknown)?)?;
    let every = if named.month.is_some() { Every::Year } else { Every::Month };
    if every == Every::Month && !named.next {
        return Err(Refused::Unknown);
    }
    let limit = Some(Limit::By(named.after(every, false)?));
    Ok((Wording { timing: Some(Timing::Every(every)), limit }, ""))
}

/// A clause without the brackets or the comma before it, and whether it had them.
fn set_apart(text: &str) -> (bool, &str) {
    let inner = text.strip_prefix('(').and_then(|t| t.strip_suffix("公开").unwrap_or(t).strip_suffix(')'));
    match inner.or_else(|| text.strip_prefix(SEPARATORS)) {
        Some(inner) => (true, inner),
        None => (false, text),
    }
}

/// Without what says only that it is made public: 予以公开, 及时向社会公开.
fn bare(mut text: &str) -> &str {
    const SAID: [&str; 8] = ["公开", "予以", "及时", "向社会", "对外", "主动", "完成", "进行"];
    while let Some(shorter) = SAID.iter().find_map(|said| text.strip_suffix(said)) {
        text = shorter;
    }
    text
}

/// The length of time that a clause ends in, and what stands before it.
fn span(text: &str) -> Option<(&str, Result<Within, Refused>)> {
    let text = bare(text);
    let text = ["之内", "以内", "内"].iter().find_map(|within| text.strip_suffix(within)).unwrap_or(text);
    if let Some(before) = text.strip_suffix("半个月") {
        return Some((before, Ok(Within { count: 15, unit: Unit::Days })));
    }
    let (text, each, unit) =
        LENGTHS.iter().find_map(|(word, each, unit)| Some((text.strip_suffix(word)?, *each, *unit)))?;
    let before = text.trim_end_matches(is_numeral);
    let count = numeral(&text[before.len()..])?;
    let most = if unit == Unit::Months { MOST_MONTHS } else { MOST_DAYS };
    let count = count.checked_mul(each).filter(|count| *count <= most)?;
    let within = if count == 0 { Err(Refused::Zero) } else { Ok(Within { count, unit }) };
    Some((before, within))
}

/// The event before a length of time, and whether 后 or 起 says that it counts from there.
fn trigger(before: &str) -> Option<(&str, bool)> {
    let text = before.trim_end_matches(['的', '在', '于', '，', ',']);
    let links = ["之日起", "之日后", "日起", "之后", "以后", "后", "起"];
    let Some(event) = links.iter().find_map(|link| text.strip_suffix(link)) else {
        return text.is_empty().then_some(("", false));
    };
    let event = event.trim_start_matches(['自', '从', '在', '于']);
    let several = ["；", "。", "日内", "日前", "定期", "适时"].iter().any(|mark| event.contains(mark));
    (!several).then_some((event, true))
}

/// Whether an event is the end of a period, or nothing.
fn is_end(event: &str) -> bool {
    let ends = ["", "结束", "终了", "期满", "届满", "期末", "末"];
    ends.contains(&event.trim_start_matches(['每', '半', '年', '季', '度', '月']))
}

/// What stands before 前.
fn before(text: &str) -> Option<&str> {
    let text = bare(text);
    ["之前", "以前", "前"].iter().find_map(|before| text.strip_suffix(before))
}

/// A day as it is named.
struct NamedDay {
    /// In the month that follows (次月, 首月).
    next: bool,
    month: Option<u32>,
    day: u32,
}

impl NamedDay {
    /// `1月31日`, `01-31`, `3月底`, `10日`, `次月10日`, `首月15日`.
    fn read(text: &str) -> Result<Self, Refused> {
        let ends = ["结束后", "终了后", "次季度", "下季度", "下一季度", "的"];
        let text = ends.iter().fold(text, |text, end| text.strip_prefix(end).unwrap_or(text));
        let next = ["次月", "下月", "首月", "第一个月", "第1个月"].iter().find_map(|next| text.strip_prefix(next));
        let text = next.unwrap_or(text);
        let year = ["次年", "翌年", "下年", "下一年", "第二年"].iter().find_map(|year| text.strip_prefix(year));
        let text = year.unwrap_or(text);
        let (month, day) = text.split_once(['月', '-']).map_or((None, text), |(month, day)| (Some(month), day));
        let month = month.map(|month| numeral(month).ok_or(Refused::Unknown)).transpose()?;
        if (next.is_some() && month.is_some()) || (year.is_some() && month.is_none()) {
            return Err(Refused::Unknown);
        }
        // A year with a 29 February, a month of 31 days: what some year or month has can be meant.
        let exists = |day: &u32| NaiveDate::from_ymd_opt(2024, month.unwrap_or(1), *day).is_some();
        let day = match day {
            "底" | "末" => (1..=31).rev().find(exists),
            _ => {
                let day = day.strip_suffix(['日', '号']).unwrap_or(day);
                Some(numeral(day).ok_or(Refused::Unknown)?).filter(exists)
            }
        };
        Ok(Self { next: next.is_some(), month, day: day.ok_or(Refused::NoDay)? })
    }

    /// The day after the end of a period. `alone`: the month need not be said where it can be only the next.
    fn after(&self, every: Every, alone: bool) -> Result<MonthDay, Refused> {
        let months = match (every, self.month) {
            (Every::Year, Some(month)) => Some(month),
            (Every::Year, None) => self.next.then_some(1),
            (_, Some(_)) => None,
            (Every::Month, None) => Some(1),
            (Every::Quarter | Every::HalfYear, None) => (self.next || alone).then_some(1),
        };
        Ok(MonthDay { months: months.ok_or(Refused::Unknown)?, day: self.day })
    }
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "〇零一二两三四五六七八九十百".contains(c)
}

/// A number in digits or in Chinese: 20, 二十, 十五, 二〇.
fn numeral(text: &str) -> Option<u32> {
    if text.is_empty() || text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    let (mut sum, mut digit) = (0_u32, None::<u32>);
    for c in text.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '两' => 1,
            _ => 0,
        };
        if unit >= 10 {
            sum = sum.checked_add(digit.take().unwrap_or(1).checked_mul(unit)?)?;
            continue;
        }
        let value = if unit == 1 {
            2
        } else {
            "〇一二三四五六七八九".chars().position(|d| d == c || (c == '零' && d == '〇'))?
        };
        digit = Some(digit.unwrap_or(0).checked_mul(10)?.checked_add(u32::try_from(value).ok()?)?);
    }
    sum.checked_add(digit.unwrap_or(0))
}
