//! Reads a TOML table field by field. Unlike `serde`'s derive it never stops at the first mistake,
//! keeps the place of every value, and knows the keys that were asked for: the rest is unknown.
//!
//! The same readers tell what they would read ([`Shape::of`]): then the table is empty, and every field that is asked for
//! is written down. So a reader asks for every field before it judges any.

mod lists;
mod misplaced;
mod values;

use std::{collections::HashSet, ops::Range};

use toml::de::{DeTable, DeValue};

use super::{Found, Key, Mention, Named, Need, Shape, Type, Vocable, WRONG_TYPE, nearest};
use crate::{
    diag::{FileId, Finding, Reach, Rule, Span, Spanned},
    text,
    text::{Text, Word},
};
use misplaced::{Absent, Header, Stray, stands_below};
pub use values::MOST_CASES;

/// A parsed TOML document with its place in the file.
pub struct TomlTable<'s> {
    table: DeTable<'s>,
    file: FileId,
    offset: usize,
    broken: bool,
    /// The places of its syntax errors.
    errors: HashSet<Range<usize>>,
}

impl<'s> TomlTable<'s> {
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
    pub fn fields<'f>(&'f self, reach: Reach, found: &'f mut Found) -> Fields<'f, 's> {
        let head = Span::new(self.file, self.offset..self.offset);
        let place = SpanBase { file: self.file, offset: self.offset, broken: self.broken };
        Fields::new(&self.table, place, &self.errors, head, reach, Header::none(), found)
    }
}

#[derive(Clone, Copy)]
struct SpanBase {
    file: FileId,
    offset: usize,
    /// The document has syntax errors: a field that seems missing may just be unreadable.
    broken: bool,
}

impl SpanBase {
    fn span(self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start + self.offset..range.end + self.offset)
    }
}

type Value<'s> = toml::Spanned<DeValue<'s>>;

/// A name that a table may have, and its 中文名.
#[derive(Clone, Copy)]
struct KnownKey {
    name: &'static str,
    zh: &'static str,
}

/// One table being read, or described.
pub struct Fields<'f, 's> {
    table: &'f DeTable<'s>,
    place: SpanBase,
    errors: &'f HashSet<Range<usize>>,
    /// Where the table itself begins: the place of a field that is missing.
    head: Span,
    reach: Reach,
    header: Header,
    found: &'f mut Found,
    /// How many mentions there were before this table.
    before: usize,
    known: Vec<KnownKey>,
    /// Required fields that are not there.
    absent: Vec<Absent>,
    /// Keys of the tables below, and at last its own, that their table does not have.
    strays: Vec<Stray>,
    /// Where it is described instead of read: what was asked for.
    shape: Option<Shape>,
}

impl<'f, 's> Fields<'f, 's> {
    fn new(
        table: &'f DeTable<'s>,
        place: SpanBase,
        errors: &'f HashSet<Range<usize>>,
        head: Span,
        reach: Reach,
        header: Header,
        found: &'f mut Found,
    ) -> Self {
        let before = found.mentions.len();
        let (known, absent, strays) = (Vec::new(), Vec::new(), Vec::new());
        Self { table, place, errors, head, reach, header, found, before, known, absent, strays, shape: None }
    }

    /// For a description: over a table that has nothing.
    pub(super) fn describing(
        file: FileId,
        nothing: &'f DeTable<'s>,
        errors: &'f HashSet<Range<usize>>,
        found: &'f mut Found,
    ) -> Self {
        let place = SpanBase { file, offset: 0, broken: false };
        let (head, header) = (Span::head(file), Header::none());
        let fields = Self::new(nothing, place, errors, head, Reach::Internal, header, found);
        Self { shape: Some(Shape::default()), ..fields }
    }

    /// What was asked for.
    pub(super) fn described(self) -> Shape {
        self.shape.unwrap_or_default()
    }

    /// Where the table begins.
    pub fn head(&self) -> Span {
        self.head
    }

    /// Reports a mistake of this table.
    pub fn report(&mut self, rule: &'static Rule, span: Span, message: Text) -> &mut Finding {
        self.found.findings.push(Finding::new(rule, self.reach, span, message));
        self.found.findings.last_mut().expect("just pushed")
    }

    /// All that this table mentions, and those below it, reaches only the internal site.
    pub fn keep_inside(&mut self) {
        self.found.mentions[self.before..].iter_mut().for_each(|mention| mention.reach = Reach::Internal);
    }

    fn mention(&mut self, key: &'static Key, span: Span, what: Named) {
        self.found.mentions.push(Mention { key, span, reach: self.reach, what });
    }

    /// Asks for a field. Where the table is described there is never a value.
    fn find(&mut self, key: &'static Key, kind: impl FnOnce() -> Type) -> Option<(&'f DeValue<'s>, Span)> {
        self.known.push(KnownKey { name: key.name, zh: key.zh });
        if let Some(shape) = &mut self.shape {
            shape.note(key, kind());
        }
        let value: &'f Value<'s> = self.table.get(key.name)?;
        Some((value.get_ref(), self.place.span(value.span())))
    }

    fn missing(&mut self, keys: &[&'static Key], is_tables: bool) {
        if !self.place.broken {
            self.absent.push(Absent { keys: keys.to_vec(), is_tables }); // it may stand in the wrong place: see `finish`
        }
    }

    fn wrong(&mut self, key: &str, span: Span, zh: &str, en: &str) {
        if self.errors.contains(&span.range()) {
            return; // the syntax error says it already
        }
        self.report(&WRONG_TYPE, span, text!("{key} 应是{zh}", "{key} should be {en}"));
    }

    /// Where the value at a key stands.
    pub fn place_of(&self, key: &Key) -> Option<Span> {
        self.table.get(key.name).map(|value| self.place.span(value.span()))
    }

    /// Whether the document has no syntax errors.
    pub fn is_whole(&self) -> bool {
        !self.place.broken
    }

    /// Whether a key is there with something in it, or may be in what could not be read.
    pub fn says(&self, key: &Key) -> bool {
        let empty = |value: &Value<'s>| value.get_ref().as_array().is_some_and(|a| a.is_empty());
        self.place.broken || self.table.get(key.name).is_some_and(|value| !empty(value))
    }

    fn need(&mut self, key: &'static Key, need: Need) {
        if let Some(shape) = &mut self.shape {
            shape.need(key, need);
        }
    }

    /// A field that has to be there, by any way of reading it: `required(PERIOD, Period::read)`.
    pub fn required<T>(
        &mut self,
        key: &'static Key,
        read: impl FnOnce(&mut Self, &'static Key) -> Option<T>,
    ) -> Option<T> {
        let value = read(self, key);
        self.need(key, Need::Always);
        if value.is_none() && !self.table.contains_key(key.name) {
            self.missing(&[key], false);
        }
        value
    }

    /// A text that has to be there. Where it is missing, that is reported and the text is empty.
    pub fn required_text(&mut self, key: &'static Key) -> Spanned<String> {
        self.required_text_of(key, Self::text)
    }

    /// The same of a title, an office, an item: `required_text_of(OFFICE, Fields::office)`.
    pub fn required_text_of(
        &mut self,
        key: &'static Key,
        read: impl FnOnce(&mut Self, &'static Key) -> Option<Spanned<String>>,
    ) -> Spanned<String> {
        let head = self.head;
        self.required(key, read).unwrap_or_else(|| Spanned::new(String::new(), head))
    }

    /// Fields that were read and have to be there where another one has a word. A rule says so: it knows why.
    pub fn required_when<W: Word>(&mut self, keys: &[&'static Key], other: &'static Key, word: W) {
        keys.iter().for_each(|key| self.need(key, Need::When(other, Vocable::of(word))));
    }

    /// Of some fields at least and at most so many are there. Whether it is so; where not, that is reported.
    pub fn choice(&mut self, keys: &[&'static Key], least: usize, most: usize) -> bool {
        if let Some(shape) = &mut self.shape {
            shape.choices.push(super::Choice { keys: keys.to_vec(), least, most });
            return false;
        }
        let there: Vec<&'static Key> = keys.iter().copied().filter(|key| self.table.contains_key(key.name)).collect();
        if there.len() < least {
            self.missing(keys, false);
        } else if let Some(over) = there.get(most) {
            let span = self.place_of(over).unwrap_or(self.head);
            let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
            let (zh, en) = (names.join(" 与 "), names.join(" or "));
            self.report(&WRONG_TYPE, span, text!("{zh} 只能写一个", "write {en}, not both"));
        }
        (least..=most).contains(&there.len())
    }

    /// Of some fields one at least has to be there; the reader itself judges it, as it knows more.
    pub fn required_some(&mut self, keys: &[&'static Key]) {
        if let Some(shape) = &mut self.shape {
            shape.choices.push(super::Choice { keys: keys.to_vec(), least: 1, most: keys.len() });
        }
    }

    /// Reports that none of some fields is there, if so.
    pub fn lacks_all(&mut self, keys: &[&'static Key]) {
        if self.shape.is_none() && !keys.iter().any(|key| self.table.contains_key(key.name)) {
            self.missing(keys, false);
        }
    }

    /// An optional table below this one.
    pub fn table<T>(&mut self, key: &'static Key, read: impl FnOnce(&mut Fields<'_, 's>) -> T) -> Option<T> {
        self.table_within(key, self.reach, read)
    }

    /// A table below this one whose mistakes reach a site of their own.
    pub fn table_within<T>(
        &mut self,
        key: &'static Key,
        reach: Reach,
        read: impl FnOnce(&mut Fields<'_, 's>) -> T,
    ) -> Option<T> {
        if self.shape.is_some() {
            let below = self.shape_below(read);
            self.find(key, || Type::Table(below));
            return None;
        }
        let (value, span) = self.find(key, || unreachable!("described above"))?;
        self.below(self.header.below(key.name, false), value, span, reach, read)
    }

    /// What the reader of a table below would read.
    fn shape_below<T>(&mut self, read: impl FnOnce(&mut Fields<'_, 's>) -> T) -> Shape {
        let mut fields = Fields::describing(self.place.file, self.table, self.errors, self.found);
        read(&mut fields);
        fields.described()
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
        let mut fields = Fields::new(table, self.place, self.errors, span, reach, header, self.found);
        let value = read(&mut fields);
        fields.finish();
        let strays = fields.strays;
        self.strays.extend(strays);
        Some(value)
    }
}
