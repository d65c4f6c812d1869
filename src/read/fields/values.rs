//! Fields that hold one value, or a list of them: texts, words, dates, numbers.

use chrono::{Datelike, NaiveDate};
use toml::de::DeValue;

use super::{Fields, Value};
use crate::{
    diag::{Finding, Span, Spanned},
    read::{
        BLANK, Form, Grammar, Key, Named, Need, Register, Tense, Type, UNKNOWN_WORD, Vocable, WRONG_TYPE, YEARS,
        hidden::in_value, nearest,
    },
    text,
    text::Word,
};

/// Most cases that a number may count.
pub const MOST_CASES: i64 = 1_000_000;

/// What has to pair in a title.
const MARKS: [char; 10] = ['《', '》', '〈', '〉', '〔', '〕', '（', '）', '“', '”'];
const LIST: (&str, &str) = ("列表，如 [\"甲\", \"乙\"]", "a list such as [\"a\", \"b\"]");
const DATES: (&str, &str) = ("日期的列表，如 [2026-02-14]", "a list of dates such as [2026-02-14]");

impl<'s> Fields<'_, 's> {
    pub(super) fn string(&mut self, key: &str, value: &DeValue<'s>, span: Span) -> Option<Spanned<String>> {
        let Some(text) = value.as_str() else {
            self.wrong(key, span, "文字，两端加引号", "a text in quotes");
            return None;
        };
        if text.trim().is_empty() {
            self.report(&BLANK, span, text!("{key} 是空白", "{key} is blank")).help(text!(
                "填写内容；确实没有就删去这一行",
                "write it, or delete the line where there is nothing to say"
            ));
            return None;
        }
        self.found.findings.extend(in_value(text, span, self.reach));
        Some(Spanned::new(text.trim().to_owned(), span))
    }

    /// A text of a form; what it names is mentioned.
    pub fn text_of(&mut self, key: &'static Key, form: impl FnOnce() -> Form) -> Option<Spanned<String>> {
        let (value, span) = self.find(key, || Type::Text(form()))?;
        self.string(key.name, value, span)
    }

    fn named(&mut self, key: &'static Key, form: Form, named: fn(Box<str>) -> Named) -> Option<Spanned<String>> {
        let text = self.text_of(key, || form)?;
        self.mention(key, text.span, named(text.value.as_str().into()));
        Some(text)
    }

    /// An optional text; blank is a mistake.
    pub fn text(&mut self, key: &'static Key) -> Option<Spanned<String>> {
        self.text_of(key, || Form::Free)
    }

    /// A title, in which 《》 and brackets pair.
    pub fn title(&mut self, key: &'static Key) -> Option<Spanned<String>> {
        let text = self.text_of(key, || Form::Title)?;
        if text.contains(MARKS) {
            self.mention(key, text.span, Named::Title(text.value.as_str().into()));
        }
        Some(text)
    }

    /// 发文字号
    pub fn doc_no(&mut self, key: &'static Key) -> Option<Spanned<String>> {
        self.named(key, Form::DocNo, Named::DocNo)
    }

    /// 科室
    pub fn office(&mut self, key: &'static Key) -> Option<Spanned<String>> {
        self.named(key, Form::Office, Named::Office)
    }

    /// An item, by its id or its name; what is read is the id. Where there is none, it is what was written.
    pub fn item(&mut self, key: &'static Key) -> Option<Spanned<String>> {
        let written = self.text_of(key, || Form::Item)?;
        let id = self.found.items.id(&written, self.reach).map(str::to_owned);
        let item = Spanned::new(id.unwrap_or(written.value), written.span);
        self.mention(key, item.span, Named::Item(item.value.as_str().into()));
        Some(item)
    }

    /// A number that only one may have.
    pub fn number(&mut self, key: &'static Key, register: Register) -> Option<Spanned<String>> {
        let text = self.text_of(key, || Form::Number(register))?;
        self.mention(key, text.span, Named::Number(register, text.value.as_str().into()));
        Some(text)
    }

    /// A text by a grammar, which someone else reads.
    pub fn written(&mut self, key: &'static Key, grammar: &'static Grammar) -> Option<Spanned<String>> {
        self.text_of(key, || Form::Grammar(grammar))
    }

    /// A text by a grammar; one that can't be read is reported.
    pub fn parsed<T>(
        &mut self,
        key: &'static Key,
        grammar: &'static Grammar,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let text = self.written(key, grammar)?;
        let value = parse(&text);
        if value.is_none() {
            let (name, examples) = (key.name, grammar.examples);
            let message = text!("{name} 不能是「{}」", "{name} can't be “{}”", text.value);
            let (zh, en) = (examples.join("、"), examples.join(", "));
            self.report(grammar.rule, text.span, message).help(text!("写作 {zh}", "write {en}"));
        }
        value.map(|value| Spanned::new(value, text.span))
    }

    /// An optional list of texts.
    pub fn texts(&mut self, key: &'static Key) -> Vec<Spanned<String>> {
        let entries = self.entries(key, LIST, || Type::Texts(Form::Free));
        self.strings(key, entries)
    }

    /// A list of numbers or names that only one may have.
    pub fn numbers(&mut self, key: &'static Key, register: Register) -> Vec<Spanned<String>> {
        let entries = self.entries(key, LIST, || Type::Texts(Form::Number(register)));
        let texts = self.strings(key, entries);
        for text in &texts {
            self.mention(key, text.span, Named::Number(register, text.value.as_str().into()));
        }
        texts
    }

    fn strings(&mut self, key: &Key, entries: &[Value<'s>]) -> Vec<Spanned<String>> {
        entries.iter().filter_map(|v| self.string(key.name, v.get_ref(), self.place.span(v.span()))).collect()
    }

    fn parse_word<T: Word>(&mut self, key: &Key, text: &Spanned<String>) -> Option<Spanned<T>> {
        if let Some(word) = T::parse(text) {
            return Some(Spanned::new(word, text.span));
        }
        self.unknown_word::<T>(key, text);
        None
    }

    /// Reports a text that is no word of a vocabulary, with the words that are.
    pub fn unknown_word<T: Word>(&mut self, key: &Key, text: &Spanned<String>) -> &mut Finding {
        let choices: Vec<String> = T::ALL.iter().map(|w| format!("{}（{}）", w.zh(), w.token())).collect();
        let choices = choices.join("、");
        let near = nearest(text, T::ALL.iter().flat_map(|w| [w.zh(), w.token()]));
        let key = key.name;
        let finding =
            self.report(&UNKNOWN_WORD, text.span, text!("{key} 不能是「{}」", "{key} can't be “{}”", text.value));
        if let Some(near) = near {
            finding.help(text!("是不是「{near}」？", "did you mean “{near}”?"));
        }
        finding.help(text!("可选：{choices}", "one of: {choices}"))
    }

    /// An optional word of a vocabulary.
    pub fn word<T: Word>(&mut self, key: &'static Key) -> Option<Spanned<T>> {
        let (value, span) = self.find(key, || Type::Word(Vocable::all::<T>()))?;
        let text = self.string(key.name, value, span)?;
        self.parse_word(key, &text)
    }

    /// A list of words of a vocabulary.
    pub fn words<T: Word>(&mut self, key: &'static Key) -> Vec<Spanned<T>> {
        let entries = self.entries(key, LIST, || Type::Words(Vocable::all::<T>()));
        let texts = self.strings(key, entries);
        texts.iter().filter_map(|text| self.parse_word(key, text)).collect()
    }

    /// A required list of words of a vocabulary, with at least one.
    pub fn required_words<T: Word>(&mut self, key: &'static Key) -> Vec<Spanned<T>> {
        if !self.says(key) {
            self.missing(&[key], false);
        }
        let words = self.words(key);
        self.need(key, Need::Always);
        words
    }

    fn as_date(
        &mut self,
        key: &'static Key,
        tense: Tense,
        value: &DeValue<'s>,
        span: Span,
    ) -> Option<Spanned<NaiveDate>> {
        let date = value.as_datetime().filter(|d| d.time.is_none() && d.offset.is_none()).and_then(|d| d.date);
        let Some(date) = date.and_then(|d| NaiveDate::from_ymd_opt(d.year.into(), d.month.into(), d.day.into())) else {
            let (zh, en) = ("日期，写作 2026-07-15，不加引号", "a date written 2026-07-15, without quotes");
            self.wrong(key.name, span, zh, en);
            return None;
        };
        if !YEARS.contains(&date.year()) {
            let (first, last) = (YEARS.start(), YEARS.end());
            let said = (format!("{first} 至 {last} 年的日期"), format!("a date of the years {first} to {last}"));
            self.wrong(key.name, span, &said.0, &said.1);
            return None;
        }
        if tense == Tense::Past {
            self.mention(key, span, Named::Past(date));
        }
        Some(Spanned::new(date, span))
    }

    /// An optional date, which may lie ahead.
    pub fn date(&mut self, key: &'static Key) -> Option<Spanned<NaiveDate>> {
        self.dated(key, Tense::Any)
    }

    /// The optional date of something that is written as done: it does not lie ahead.
    pub fn past(&mut self, key: &'static Key) -> Option<Spanned<NaiveDate>> {
        self.dated(key, Tense::Past)
    }

    fn dated(&mut self, key: &'static Key, tense: Tense) -> Option<Spanned<NaiveDate>> {
        let (value, span) = self.find(key, || Type::Date(tense))?;
        self.as_date(key, tense, value, span)
    }

    /// A list of dates, which may lie ahead.
    pub fn dates(&mut self, key: &'static Key) -> Vec<Spanned<NaiveDate>> {
        let entries = self.entries(key, DATES, || Type::Dates(Tense::Any));
        entries.iter().filter_map(|v| self.as_date(key, Tense::Any, v.get_ref(), self.place.span(v.span()))).collect()
    }

    /// A yes or no; absent is no.
    pub fn flag(&mut self, key: &'static Key) -> bool {
        self.switch(key, false)
    }

    /// A yes or no with what holds where it is absent.
    pub fn switch(&mut self, key: &'static Key, absent: bool) -> bool {
        let Some((value, span)) = self.find(key, || Type::Flag(absent)) else {
            return absent;
        };
        value.as_bool().unwrap_or_else(|| {
            self.wrong(key.name, span, "true 或 false", "true or false");
            absent
        })
    }

    /// An optional whole number.
    pub fn integer(&mut self, key: &'static Key) -> Option<Spanned<i64>> {
        self.integer_of(key, i64::MIN, i64::MAX)
    }

    /// An optional number of cases.
    pub fn count(&mut self, key: &'static Key) -> Option<Spanned<u32>> {
        let count = self.integer_of(key, 0, MOST_CASES)?;
        Some(Spanned::new(u32::try_from(count.value).ok()?, count.span))
    }

    /// An optional whole number, from one to another.
    pub fn integer_of(&mut self, key: &'static Key, least: i64, most: i64) -> Option<Spanned<i64>> {
        let (value, span) = self.find(key, || Type::Integer(least, most))?;
        self.whole(key.name, value, span, least, most).map(|number| Spanned::new(number, span))
    }

    pub(super) fn whole(&mut self, key: &str, value: &DeValue<'s>, span: Span, least: i64, most: i64) -> Option<i64> {
        let number = value.as_integer().and_then(|i| i64::from_str_radix(&i.as_str().replace('_', ""), i.radix()).ok());
        let Some(number) = number else {
            self.wrong(key, span, "整数", "a whole number");
            return None;
        };
        let fits = (least..=most).contains(&number);
        if !fits {
            let message =
                text!("{key} 应是 {least} 至 {most} 的整数", "{key} should be a whole number from {least} to {most}");
            self.report(&WRONG_TYPE, span, message);
        }
        fits.then_some(number)
    }
}
