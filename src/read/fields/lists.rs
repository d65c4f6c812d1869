//! Fields that hold several things, or one of two: lists, tables, words with numbers.

use toml::de::DeValue;

use super::{Fields, KnownKey, Value};
use crate::{
    diag::{Span, Spanned},
    read::{Form, Key, MOST_CASES, Need, Type, Vocable, WRONG_TYPE},
    text,
};

/// What stands at a key of words with numbers: where it stands, and of each word its number.
pub(crate) type CountList = (Span, Vec<Option<Spanned<u32>>>);

impl<'f, 's> Fields<'f, 's> {
    /// The entries of a list; what is no list is reported. `shown` is one, in both languages.
    pub(super) fn entries(
        &mut self,
        key: &'static Key,
        (zh, en): (&str, &str),
        kind: impl FnOnce() -> Type,
    ) -> &'f [Value<'s>] {
        let found = self.find(key, kind);
        let array = found.and_then(|(value, _)| value.as_array());
        if let Some((_, span)) = found.filter(|_| array.is_none()) {
            self.wrong(key.name, span, zh, en);
        }
        array.map_or(&[], |array| array)
    }

    /// The tables of an array such as `[[basis]]`.
    pub fn tables<T>(&mut self, key: &'static Key, mut read: impl FnMut(&mut Fields<'_, 's>) -> T) -> Vec<T> {
        if self.shape.is_some() {
            let below = self.shape_below(read);
            self.find(key, || Type::Tables(below));
            return Vec::new();
        }
        let shown = ("一组表，每个以 [[…]] 开头", "tables, each under [[…]]");
        let (reach, header, place) = (self.reach, self.header.below(key.name, true), self.place);
        let entries = self.entries(key, shown, || unreachable!("described above"));
        let mut one =
            |v: &'f Value<'s>| self.below(header.clone(), v.get_ref(), place.span(v.span()), reach, &mut read);
        entries.iter().filter_map(&mut one).collect()
    }

    /// Required tables, with at least one.
    pub fn required_tables<T>(&mut self, key: &'static Key, read: impl FnMut(&mut Fields<'_, 's>) -> T) -> Vec<T> {
        if !self.says(key) {
            self.missing(&[key], true);
        }
        let tables = self.tables(key, read);
        self.need(key, Need::Always);
        tables
    }

    /// A text, or a table: `fee = "不收费"` or `[fee]`.
    pub fn text_or_table<T>(
        &mut self,
        key: &'static Key,
        form: impl FnOnce() -> Form,
        of_text: impl FnOnce(&mut Self, Spanned<String>) -> T,
        of_table: impl FnOnce(&mut Fields<'_, 's>) -> T,
    ) -> Option<T> {
        if self.shape.is_some() {
            let below = self.shape_below(of_table);
            self.find(key, || Type::TextOrTable(form(), below));
            return None;
        }
        let (value, span) = self.find(key, || unreachable!("described above"))?;
        if value.is_table() {
            return self.below(self.header.below(key.name, false), value, span, self.reach, of_table);
        }
        let text = self.string(key.name, value, span)?;
        Some(of_text(self, text))
    }

    /// A list whose entries are texts or tables, such as `["甲", { to = "乙", when = "…" }]`.
    pub fn texts_or_tables<T>(
        &mut self,
        key: &'static Key,
        of_text: impl Fn(Spanned<String>) -> T,
        mut of_table: impl FnMut(&mut Fields<'_, 's>) -> T,
    ) -> Vec<T> {
        if self.shape.is_some() {
            let below = self.shape_below(of_table);
            self.find(key, || Type::TextsOrTables(below));
            return Vec::new();
        }
        let shown = ("列表，如 [\"甲\", \"乙\"]", "a list such as [\"a\", \"b\"]");
        let (reach, header) = (self.reach, self.header.below(key.name, false));
        let entries = self.entries(key, shown, || unreachable!("described above"));
        let mut one = |v: &'f Value<'s>| {
            let (value, span) = (v.get_ref(), self.place.span(v.span()));
            match value {
                DeValue::Table(_) => self.below(header.clone(), value, span, reach, &mut of_table),
                _ => self.string(key.name, value, span).map(&of_text),
            }
        };
        entries.iter().filter_map(&mut one).collect()
    }

    /// A table whose keys are words, each with a number of cases. A word stands there in Chinese or as a token.
    pub(crate) fn counts(&mut self, key: &'static Key, words: &[Vocable]) -> Option<CountList> {
        let (value, span) = self.find(key, || Type::Counts(words.to_vec()))?;
        let read = |fields: &mut Fields<'_, 's>| words.iter().map(|word| fields.count_of(word)).collect();
        let counts = self.below(self.header.below(key.name, false), value, span, self.reach, read)?;
        Some((span, counts))
    }

    fn count_of(&mut self, word: &Vocable) -> Option<Spanned<u32>> {
        let Vocable { token, zh, .. } = *word;
        let [first, second] = [zh, token].map(|name| {
            self.known.push(KnownKey { name, zh });
            let value = self.table.get(name)?;
            let span = self.place.span(value.span());
            let count = self.whole(name, value.get_ref(), span, 0, MOST_CASES)?;
            Some(Spanned::new(u32::try_from(count).ok()?, span))
        });
        if let (Some(_), Some(again)) = (&first, &second) {
            let message = text!("{zh} 和 {token} 是一回事，只写一个", "{zh} and {token} are one: write it once");
            self.report(&WRONG_TYPE, again.span, message);
        }
        first.or(second)
    }
}
