//! Reads a TOML table field by field. Unlike `serde`'s derive it never stops at the first mistake,
//! keeps the place of every value, and knows the keys that were asked for: the rest is unknown.

mod misplaced;

use std::{collections::HashSet, ops::Range};

use chrono::{Datelike, NaiveDate};
use toml::de::{DeTable, DeValue};

use super::hidden::in_value;
use super::{BLANK, UNKNOWN_WORD, WRONG_TYPE, YEARS, nearest};
use crate::{
    diag::{FileId, Finding, Reach, Rule, Span, Spanned},
    text,
    text::{Text, Word},
};
use misplaced::{Header, Stray, stands_below};

/// A parsed TOML document with its place in the file.
pub struct Table<'s> {
    table: DeTable<'s>,
    file: FileId,
    offset: usize,
    broken: bool,
    /// The places of its syntax errors.
    errors: HashSet<Range<usize>>,
}

impl<'s> Table<'s> {
    pub(super) fn new(table: DeTable<'s>, place: Span, broken: bool, errors: HashSet<Range<usize>>) -> Self {
        Self { table, file: place.file, offset: place.range().start, broken, errors }
    }

    /// The word at a key, before anything is checked: to know a file's audience first.
    pub fn peek<T: Word>(&self, key: &str) -> Option<T> {
        T::parse(self.table.get(key)?.get_ref().as_str()?)
    }

    /// Whether the document has syntax errors.
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// Whether a key is there, be it in the wrong place, before anything is checked.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key) || stands_below(&self.table, key)
    }

    /// Starts reading; every mistake gets the given reach.
    pub fn fields<'f>(&'f self, reach: Reach, findings: &'f mut Vec<Finding>) -> Fields<'f, 's> {
        let head = Span::new(self.file, self.offset..self.offset);
        Fields {
            table: &self.table,
            place: Place { file: self.file, offset: self.offset, broken: self.broken },
            errors: &self.errors,
            head,
            reach,
            findings,
            known: Vec::new(),
            header: Header::none(),
            absent: Vec::new(),
            strays: Vec::new(),
        }
    }
}

#[derive(Clone, Copy)]
struct Place {
    file: FileId,
    offset: usize,
    /// The document has syntax errors: a field that seems missing may just be unreadable.
    broken: bool,
}

impl Place {
    fn span(self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start + self.offset..range.end + self.offset)
    }
}

type Value<'s> = toml::Spanned<DeValue<'s>>;

/// One table being read.
pub struct Fields<'f, 's> {
    table: &'f DeTable<'s>,
    place: Place,
    errors: &'f HashSet<Range<usize>>,
    /// Where the table itself begins: the place of a field that is missing.
    head: Span,
    reach: Reach,
    findings: &'f mut Vec<Finding>,
    known: Vec<&'static str>,
    header: Header,
    /// Required fields that are not there.
    absent: Vec<&'static str>,
    /// Keys of the tables below, and at last its own, that their table does not have.
    strays: Vec<Stray>,
}

impl<'f, 's> Fields<'f, 's> {
    /// Where the table begins.
    pub fn head(&self) -> Span {
        self.head
    }

    /// Reports a mistake of this table.
    pub fn report(&mut self, rule: &'static Rule, span: Span, message: Text) -> &mut Finding {
        self.findings.push(Finding::new(rule, self.reach, span, message));
        self.findings.last_mut().expect("just pushed")
    }

    fn find(&mut self, key: &'static str) -> Option<(&'f DeValue<'s>, Span)> {
        self.known.push(key);
        let value: &'f Value<'s> = self.table.get(key)?;
        Some((value.get_ref(), self.place.span(value.span())))
    }

    fn missing(&mut self, key: &'static str) {
        if !self.place.broken {
            self.absent.push(key); // it may stand in the wrong place: see `finish`
        }
    }

    fn wrong(&mut self, key: &str, span: Span, zh: &str, en: &str) {
        if self.errors.contains(&span.range()) {
            return; // the syntax error says it already
        }
        self.report(&WRONG_TYPE, span, text!("{key} 应是{zh}", "{key} should be {en}"));
    }

    /// Where the value at a key stands.
    pub fn place_of(&self, key: &str) -> Option<Span> {
        self.table.get(key).map(|value| self.place.span(value.span()))
    }

    /// Whether the document has no syntax errors.
    pub fn is_whole(&self) -> bool {
        !self.place.broken
    }

    /// Whether a key is there with something in it, or may be in what could not be read.
    pub fn says(&self, key: &str) -> bool {
        let empty = |value: &Value<'s>| value.get_ref().as_array().is_some_and(|a| a.is_empty());
        self.place.broken || self.table.get(key).is_some_and(|value| !empty(value))
    }

    /// Reports a field that is required but absent.
    pub fn require<T>(&mut self, key: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.table.contains_key(key) {
            self.missing(key);
        }
        value
    }

    fn string(&mut self, key: &str, value: &DeValue<'s>, span: Span) -> Option<Spanned<String>> {
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
        self.findings.extend(in_value(text, span, self.reach));
        Some(Spanned::new(text.trim().to_owned(), span))
    }

    /// An optional text; blank is a mistake.
    pub fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let (value, span) = self.find(key)?;
        self.string(key, value, span)
    }

    /// A required text. Where it is missing, that is reported and the text is empty.
    pub fn required_text(&mut self, key: &'static str) -> Spanned<String> {
        let text = self.text(key);
        let head = self.head;
        self.require(key, text).unwrap_or_else(|| Spanned::new(String::new(), head))
    }

    /// An optional list of texts.
    pub fn texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let Some((value, span)) = self.find(key) else {
            return Vec::new();
        };
        let Some(array) = value.as_array() else {
            self.wrong(key, span, "列表，如 [\"甲\", \"乙\"]", "a list such as [\"a\", \"b\"]");
            return Vec::new();
        };
        array.iter().filter_map(|v| self.string(key, v.get_ref(), self.place.span(v.span()))).collect()
    }

    fn parse_word<T: Word>(&mut self, key: &str, text: &Spanned<String>) -> Option<Spanned<T>> {
        if let Some(word) = T::parse(text) {
            return Some(Spanned::new(word, text.span));
        }
        self.unknown_word::<T>(key, text);
        None
    }

    /// Reports a text that is no word of a vocabulary, with the words that are.
    pub fn unknown_word<T: Word>(&mut self, key: &str, text: &Spanned<String>) -> &mut Finding {
        let choices: Vec<String> = T::ALL.iter().map(|w| format!("{}（{}）", w.zh(), w.token())).collect();
        let choices = choices.join("、");
        let near = nearest(text, T::ALL.iter().flat_map(|w| [w.zh(), w.token()]));
        let finding =
            self.report(&UNKNOWN_WORD, text.span, text!("{key} 不能是「{}」", "{key} can't be “{}”", text.value));
        if let Some(near) = near {
            finding.help(text!("是不是「{near}」？", "did you mean “{near}”?"));
        }
        finding.help(text!("可选：{choices}", "one of: {choices}"))
    }

    /// An optional word of a vocabulary.
    pub fn word<T: Word>(&mut self, key: &'static str) -> Option<Spanned<T>> {
        let text = self.text(key)?;
        self.parse_word(key, &text)
    }

    /// A list of words of a vocabulary.
    pub fn words<T: Word>(&mut self, key: &'static str) -> Vec<Spanned<T>> {
        let texts = self.texts(key);
        texts.iter().filter_map(|text| self.parse_word(key, text)).collect()
    }

    /// A required list of words of a vocabulary, with at least one.
    pub fn required_words<T: Word>(&mut self, key: &'static str) -> Vec<Spanned<T>> {
        if !self.says(key) {
            self.missing(key);
        }
        self.words(key)
    }

    fn as_date(&mut self, key: &str, value: &DeValue<'s>, span: Span) -> Option<Spanned<NaiveDate>> {
        let date = value.as_datetime().filter(|d| d.time.is_none() && d.offset.is_none()).and_then(|d| d.date);
        let Some(date) = date.and_then(|d| NaiveDate::from_ymd_opt(d.year.into(), d.month.into(), d.day.into())) else {
            self.wrong(key, span, "日期，写作 2026-07-15，不加引号", "a date written 2026-07-15, without quotes");
            return None;
        };
        if !YEARS.contains(&date.year()) {
            let (first, last) = (YEARS.start(), YEARS.end());
            let said = (format!("{first} 至 {last} 年的日期"), format!("a date of the years {first} to {last}"));
            self.wrong(key, span, &said.0, &said.1);
            return None;
        }
        Some(Spanned::new(date, span))
    }

    /// An optional date.
    pub fn date(&mut self, key: &'static str) -> Option<Spanned<NaiveDate>> {
        let (value, span) = self.find(key)?;
        self.as_date(key, value, span)
    }

    /// A list of dates.
    pub fn dates(&mut self, key: &'static str) -> Vec<Spanned<NaiveDate>> {
        let Some((value, span)) = self.find(key) else {
            return Vec::new();
        };
        let Some(array) = value.as_array() else {
            self.wrong(key, span, "日期的列表，如 [2026-02-14]", "a list of dates such as [2026-02-14]");
            return Vec::new();
        };
        array.iter().filter_map(|v| self.as_date(key, v.get_ref(), self.place.span(v.span()))).collect()
    }

    /// A yes or no; absent is no.
    pub fn flag(&mut self, key: &'static str) -> bool {
        self.switch(key, false)
    }

    /// A yes or no with what holds where it is absent.
    pub fn switch(&mut self, key: &'static str, absent: bool) -> bool {
        let Some((value, span)) = self.find(key) else {
            return absent;
        };
        value.as_bool().unwrap_or_else(|| {
            self.wrong(key, span, "true 或 false", "true or false");
            absent
        })
    }

    /// An optional whole number.
    pub fn integer(&mut self, key: &'static str) -> Option<Spanned<i64>> {
        let (value, span) = self.find(key)?;
        let number = value.as_integer().and_then(|i| i64::from_str_radix(&i.as_str().replace('_', ""), i.radix()).ok());
        if number.is_none() {
            self.wrong(key, span, "整数", "a whole number");
        }
        number.map(|number| Spanned::new(number, span))
    }

    /// Whether the value at a key is a table: for fields that are a word or a table.
    pub fn is_table(&self, key: &str) -> bool {
        self.table.get(key).is_some_and(|v| v.get_ref().is_table())
    }

    /// An optional table below this one.
    pub fn table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Fields<'_, 's>) -> T) -> Option<T> {
        self.table_within(key, self.reach, read)
    }

    /// The `[internal]` table: its mistakes reach only the internal site.
    pub fn internal<T>(&mut self, read: impl FnOnce(&mut Fields<'_, 's>) -> T) -> Option<T> {
        self.table_within("internal", Reach::Internal, read)
    }

    /// A table below this one whose mistakes reach a site of their own.
    pub fn table_within<T>(
        &mut self,
        key: &'static str,
        reach: Reach,
        read: impl FnOnce(&mut Fields<'_, 's>) -> T,
    ) -> Option<T> {
        let (value, span) = self.find(key)?;
        self.below(self.header.below(key, false), value, span, reach, read)
    }

    fn below<T>(
        &mut self,
        header: Header,
        value: &'f DeValue<'s>,
        span: Span,
        reach: Reach,
        read: impl FnOnce(&mut Fields<'_, 's>) -> T,
    ) -> Option<T> {
        let Some(table) = value.as_table() else {
            let key = header.path.rsplit('.').next().unwrap_or_default();
            self.wrong(key, span, "表", "a table");
            return None;
        };
        let (place, errors, findings) = (self.place, self.errors, &mut *self.findings);
        let (known, absent, strays) = (Vec::new(), Vec::new(), Vec::new());
        let mut fields = Fields { table, place, errors, head: span, reach, findings, known, header, absent, strays };
        let value = read(&mut fields);
        fields.finish();
        let strays = fields.strays;
        self.strays.extend(strays);
        Some(value)
    }

    /// The tables of an array such as `[[basis]]`.
    pub fn tables<T>(&mut self, key: &'static str, mut read: impl FnMut(&mut Fields<'_, 's>) -> T) -> Vec<T> {
        let Some((value, span)) = self.find(key) else {
            return Vec::new();
        };
        let Some(array) = value.as_array() else {
            self.wrong(key, span, "一组表，每个以 [[…]] 开头", "tables, each under [[…]]");
            return Vec::new();
        };
        let reach = self.reach;
        let header = self.header.below(key, true);
        let place = self.place;
        let mut one =
            |v: &'f Value<'s>| self.below(header.clone(), v.get_ref(), place.span(v.span()), reach, &mut read);
        array.iter().filter_map(&mut one).collect()
    }

    /// A list whose entries are texts or tables, such as `["甲", { to = "乙", when = "…" }]`.
    pub fn texts_or_tables<T>(
        &mut self,
        key: &'static str,
        of_text: impl Fn(Spanned<String>) -> T,
        mut of_table: impl FnMut(&mut Fields<'_, 's>) -> T,
    ) -> Vec<T> {
        let Some((value, span)) = self.find(key) else {
            return Vec::new();
        };
        let Some(array) = value.as_array() else {
            self.wrong(key, span, "列表，如 [\"甲\", \"乙\"]", "a list such as [\"a\", \"b\"]");
            return Vec::new();
        };
        let (reach, header) = (self.reach, self.header.below(key, false));
        let mut one = |v: &'f Value<'s>| {
            let (value, span) = (v.get_ref(), self.place.span(v.span()));
            match value {
                DeValue::Table(_) => self.below(header.clone(), value, span, reach, &mut of_table),
                _ => self.string(key, value, span).map(&of_text),
            }
        };
        array.iter().filter_map(&mut one).collect()
    }

    /// Required tables, with at least one; `shown` is how authors write them.
    pub fn required_tables<T>(
        &mut self,
        key: &'static str,
        shown: &'static str,
        read: impl FnMut(&mut Fields<'_, 's>) -> T,
    ) -> Vec<T> {
        if !self.says(key) {
            self.missing(shown);
        }
        self.tables(key, read)
    }
}
