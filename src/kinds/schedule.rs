//! 公开时间 of an item: fields of `[schedule]`, or one wording as officials write it.

use super::Place;
use crate::{
    diag::{Finding, Spanned},
    keys,
    read::{FieldText, Fields, Form, Grammar, Key, UNKNOWN_WORD, Vocable, WRONG_TYPE},
    text,
    text::{Lang, Word},
    words::{Every, Limit, On, Refused, Timing, Wording, day_named},
};

keys! {
    EVERY = "every" "周期" "every" r#""半年""#
        "定期公开的：月、季度、半年或者年" "of what is periodic: month, quarter, half-year or year";
    ON = "on" "随时或者长期" "on" r#""随时""#
        "不定期的：随时，或者长期" "of what is not periodic: as it happens, or standing";
    WITHIN = "within" "时限" "within" r#""20个工作日""#
        "期末或者发生以后多久公开；不写的用站点的" "how soon after the period or the event; the site’s without it";
    BY = "by" "最迟日期" "by" r#""1月31日""#
        "定期公开的，最迟哪天：按年的写几月几日，其他的写几日" "the last day of what is periodic: month and day of a yearly one, else the day";
}

static WORDING: Grammar =
    wording(&["半年一公开", "每季度结束后15个工作日内", "每年1月31日前", "随时公开", "批准后20日内", "长期公开"]);
static PERIODIC: Grammar = wording(&["每季度", "半年一公开", "每季度结束后15个工作日内", "每年1月31日前"]);
static BY_EVENT: Grammar = wording(&["随时公开", "批准后20日内", "长期公开"]);
static LIMIT: Grammar = wording(&["20个工作日", "20日", "20个工作日内", "1个月内"]);

/// A wording of a schedule; more than the grammar takes, but nothing that names no time.
const fn wording(examples: &'static [&'static str]) -> Grammar {
    Grammar {
        zh: "公开时间的写法",
        en: "a wording of a schedule",
        pattern: "(年|季|月|日|天|周|星期|时|长期|day)",
        examples,
        rule: &UNKNOWN_WORD,
    }
}

static DAY: Grammar = Grammar {
    zh: "日期",
    en: "a day",
    pattern: "([0-9０-９〇零一二两三四五六七八九十]|底|末)",
    examples: &["1月31日", "01-31", "10日"],
    rule: &UNKNOWN_WORD,
};

/// 公开时间
#[derive(Clone, Debug)]
pub struct Schedule {
    /// Where it stands.
    pub place: Place,
    /// Periodic or not.
    pub timing: Timing,
    /// 时限, where the item sets its own.
    pub limit: Option<Spanned<Limit>>,
    /// As officials wrote it, where `schedule = "…"` was used.
    pub wording: Option<FieldText>,
}

/// A field of the table, and what it says.
struct Said {
    text: FieldText,
    timing: Option<Timing>,
    limit: Option<Limit>,
}

impl Schedule {
    /// As a page shows it, such as 半年一公开（20个工作日内）; as officials wrote it, where they did.
    pub fn shown(&self, lang: Lang) -> String {
        if let (Some(wording), Lang::Zh) = (&self.wording, lang) {
            return wording.value.clone();
        }
        let when = lang.pick(self.timing.zh(), self.timing.en());
        let limit = match self.limit.as_ref().map(|limit| limit.value) {
            None => return when.to_owned(),
            Some(Limit::Within(within)) => within.shown(lang),
            Some(Limit::By(date)) => date.shown(self.timing, lang),
        };
        lang.pick(format!("{when}（{limit}）"), format!("{when} ({limit})"))
    }

    pub(crate) fn read(fields: &mut Fields<'_, '_>, key: &'static Key) -> Option<Self> {
        let of_wording = |fields: &mut Fields<'_, '_>, wording| Self::of_wording(key, wording, fields);
        fields.text_or_table(key, || Form::Grammar(&WORDING), of_wording, Self::of_fields).flatten()
    }

    fn of_wording(key: &'static Key, wording: FieldText, fields: &mut Fields<'_, '_>) -> Option<Self> {
        let said = Said::read(key, wording, fields)?;
        Some(Self {
            place: said.text.span,
            timing: said.timing.unwrap_or(Timing::On(On::Event)),
            limit: said.limit.map(|limit| Spanned::new(limit, said.text.span)),
            wording: Some(said.text),
        })
    }

    fn of_fields(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let (every, on) = (Said::every(fields), Said::on(fields));
        let within = Said::within(fields);
        let by = fields.written(BY, &DAY);
        let timing = timing(every.as_ref(), on.as_ref(), within.as_ref(), fields)?;
        let by = by.and_then(|text| Said::by(text, timing, fields));
        let limit = limit([every, on, within, by].into_iter().flatten(), fields);
        Some(Self { place: fields.head(), timing, limit, wording: None })
    }
}

/// The one timing that the fields agree on.
fn timing(
    every: Option<&Said>,
    on: Option<&Said>,
    within: Option<&Said>,
    fields: &mut Fields<'_, '_>,
) -> Option<Timing> {
    fields.required_some(&[EVERY, ON, WITHIN]);
    if !fields.choice(&[EVERY, ON], 0, 1) {
        return None;
    }
    let told = every.or(on).and_then(|said| said.timing);
    let implied = within.and_then(|said| said.timing);
    match (told, implied, within) {
        (Some(told), Some(implied), Some(within)) if !told.agrees(implied) => {
            fields
                .report(
                    &WRONG_TYPE,
                    within.text.span,
                    text!(
                        "within 的「{}」与公开时间「{}」不符",
                        "within “{}” does not fit the schedule “{}”",
                        within.text.value,
                        told.zh()
                    ),
                )
                .help(text!(
                    "定期公开的时限从期末算起，写作「20个工作日」；从一件事算起的，写 on",
                    "the limit of what is periodic counts from the period’s end: write “20个工作日”; where it counts from an event, write on"
                ));
        }
        (None, None, _) => fields.lacks_all(&[EVERY, ON]),
        _ => {}
    }
    told.or(implied)
}

/// The one limit that the fields agree on.
fn limit(all: impl Iterator<Item = Said>, fields: &mut Fields<'_, '_>) -> Option<Spanned<Limit>> {
    let mut found: Option<Spanned<Limit>> = None;
    for said in all {
        let Some(limit) = said.limit else { continue };
        match &found {
            Some(first) if first.value != limit => {
                let message = text!("时限写了两个，并不相同", "there are two limits, and they differ");
                fields.report(&WRONG_TYPE, said.text.span, message).see(first.span, text!("另一个", "the other"));
            }
            Some(_) => {}
            None => found = Some(Spanned::new(limit, said.text.span)),
        }
    }
    found
}

impl Said {
    fn read(key: &'static Key, text: FieldText, fields: &mut Fields<'_, '_>) -> Option<Self> {
        match Wording::parse(&text) {
            Ok(Wording { timing, limit }) => Some(Self { text, timing, limit }),
            Err(refused) => {
                refuse(refused, key, &text, fields);
                None
            }
        }
    }

    fn every(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let text = fields.text_of(EVERY, || Form::WordOr(Vocable::all::<Every>(), &PERIODIC))?;
        if let Some(every) = Every::parse(&text) {
            return Some(Self { text, timing: Some(Timing::Every(every)), limit: None });
        }
        let said = Self::read(EVERY, text, fields)?;
        if let Some(Timing::Every(_)) = said.timing {
            return Some(said);
        }
        let word = &said.text.value;
        fields
            .unknown_word::<Every>(EVERY, &said.text)
            .help(text!("不是定期公开的，写作 on = \"{word}\"", "what is not periodic is written on = \"{word}\""));
        None
    }

    fn on(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let text = fields.text_of(ON, || Form::WordOr(Vocable::all::<On>(), &BY_EVENT))?;
        if let Some(on) = On::parse(&text) {
            return Some(Self { text, timing: Some(Timing::On(on)), limit: None });
        }
        let said = Self::read(ON, text, fields)?;
        let timing = said.timing.unwrap_or(Timing::On(On::Event));
        if let Timing::On(_) = timing {
            return Some(Self { timing: Some(timing), ..said });
        }
        let word = &said.text.value;
        fields
            .unknown_word::<On>(ON, &said.text)
            .help(text!("定期公开写作 every = \"{word}\"", "what is periodic is written every = \"{word}\""));
        None
    }

    fn within(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let text = fields.written(WITHIN, &LIMIT)?;
        let said = Self::read(WITHIN, text, fields)?;
        if said.limit.is_none() {
            unreadable(WITHIN, &said.text, fields);
            return None;
        }
        Some(said)
    }

    fn by(text: FieldText, timing: Timing, fields: &mut Fields<'_, '_>) -> Option<Self> {
        let Timing::Every(every) = timing else {
            fields
                .report(&WRONG_TYPE, text.span, text!("不是定期公开，不能写 by", "by is only for what is periodic"))
                .help(text!("写 within，如「20个工作日」", "write within, such as “20 workdays”"));
            return None;
        };
        match day_named(&text, every) {
            Ok(date) => Some(Self { text, timing: None, limit: Some(Limit::By(date)) }),
            Err(refused) => {
                refuse(refused, BY, &text, fields);
                None
            }
        }
    }
}

fn refused_word<'a>(key: &Key, text: &FieldText, fields: &'a mut Fields<'_, '_>) -> &'a mut Finding {
    let key = key.name;
    fields.report(&UNKNOWN_WORD, text.span, text!("{key} 不能是「{}」", "{key} can't be “{}”", text.value))
}

/// Reports a wording, with what to write instead.
fn refuse(refused: Refused, key: &'static Key, text: &FieldText, fields: &mut Fields<'_, '_>) {
    let help = match refused {
        Refused::Ditto => text!("写全这一项的公开时间；每个事项单独成立", "write it out: each item stands alone"),
        Refused::NoPeriod => text!(
            "没有说多久一次：写月、季度、半年或者年",
            "it says no period: write month, quarter, half-year or year"
        ),
        Refused::NoLimit => text!(
            "从中得不出时限：写「20个工作日内」「随时公开」，或者写月、季度、半年、年",
            "no time limit can be derived: write “20个工作日内”, “随时公开”, or month, quarter, half-year, year"
        ),
        Refused::NoDay => text!(
            "没有这一天：写日历上有的日期，如「1月31日」",
            "there is no such day: write one that the calendar has, such as “1月31日”"
        ),
        Refused::Zero => text!("时限至少是1日", "a limit is at least one day"),
        Refused::Unknown => return unreadable(key, text, fields),
    };
    refused_word(key, text, fields).help(help);
}

/// Reports a wording that the grammar does not have.
fn unreadable(key: &'static Key, text: &FieldText, fields: &mut Fields<'_, '_>) {
    let (finding, examples) = match key.name {
        "within" => (refused_word(key, text, fields), "20个工作日、20日、批准后20日内"),
        "by" => (refused_word(key, text, fields), "1月31日、01-31（every = \"年\"）；10日（其他）"),
        "every" => {
            (fields.unknown_word::<Every>(key, text), "每季度、半年一公开（20个工作日内）、每月10日前、每年1月31日前")
        }
        "on" => (fields.unknown_word::<On>(key, text), "随时公开、20个工作日内、批准后20日内、长期公开"),
        _ => (
            refused_word(key, text, fields),
            "半年一公开、每季度结束后20个工作日内、每月10日前、每年1月31日前、随时公开、20个工作日内、批准后20日内、长期公开",
        ),
    };
    finding.help(text!("可以写：{examples}", "for example: {examples}"));
}
