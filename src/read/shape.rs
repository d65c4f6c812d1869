//! The shape of a kind: which fields a file may have, told by its own reader.

use std::collections::HashSet;

use toml::de::DeTable;

use super::{Fields, Found, Grammar, Key, Register, Tense};
use crate::{diag::FileId, text::Word};

/// The fields of a table, in the order in which its reader asks for them.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// Each of them, once.
    pub fields: Vec<Field>,
    /// Fields of which only so many may stand together.
    pub choices: Vec<Choice>,
}

/// One field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its key.
    pub key: &'static Key,
    /// What it holds.
    pub kind: Type,
    /// When it has to be there.
    pub need: Need,
}

/// When a field has to be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// Never.
    Optional,
    /// Always; a list then has at least one entry.
    Always,
    /// Where another field of the same table has a word.
    When(&'static Key, Vocable),
}

/// Of some fields at least and at most so many are there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Which.
    pub keys: Vec<&'static Key>,
    /// How many of them at least.
    pub least: usize,
    /// How many at most.
    pub most: usize,
}

/// What a field holds.
#[derive(Clone, Debug)]
pub enum Type {
    /// A text.
    Text(Form),
    /// A list of texts.
    Texts(Form),
    /// A date without quotes.
    Date(Tense),
    /// A list of such dates.
    Dates(Tense),
    /// `true` or `false`, and what holds where it is absent.
    Flag(bool),
    /// A whole number, at least and at most.
    Integer(i64, i64),
    /// One word of a vocabulary.
    Word(Vec<Vocable>),
    /// A list of such words.
    Words(Vec<Vocable>),
    /// A table whose keys are words, each with a number of cases; a word in Chinese or as a token, not both.
    Counts(Vec<Vocable>),
    /// A table.
    Table(Shape),
    /// Tables, each under `[[…]]`.
    Tables(Shape),
    /// A text, or a table.
    TextOrTable(Form, Shape),
    /// A list of texts and tables.
    TextsOrTables(Shape),
}

/// What a text says.
#[derive(Clone, Debug)]
pub enum Form {
    /// Anything.
    Free,
    /// A title.
    Title,
    /// 发文字号
    DocNo,
    /// 科室
    Office,
    /// An item: its id, or its name.
    Item,
    /// A number that only one may have.
    Number(Register),
    /// By a grammar.
    Grammar(&'static Grammar),
    /// A word of a vocabulary, or by a grammar.
    WordOr(Vec<Vocable>, &'static Grammar),
}

/// One word of a vocabulary, as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vocable {
    /// The English token.
    pub token: &'static str,
    /// The word officials write.
    pub zh: &'static str,
    /// The English label.
    pub en: &'static str,
    /// Other spellings.
    pub aliases: &'static [&'static str],
}

impl Vocable {
    /// A word of a vocabulary.
    pub fn of<W: Word>(word: W) -> Self {
        Self { token: word.token(), zh: word.zh(), en: word.en(), aliases: word.aliases() }
    }

    /// All of a vocabulary.
    pub fn all<W: Word>() -> Vec<Self> {
        W::ALL.iter().copied().map(Self::of).collect()
    }

    /// Every way to write it.
    pub fn spellings(&self) -> impl Iterator<Item = &'static str> {
        [self.zh, self.token].into_iter().chain(self.aliases.iter().copied())
    }
}

impl Shape {
    /// What a reader asks for: it is run over a table that has nothing, and enters every table below.
    pub fn of(read: impl FnOnce(&mut Fields<'_, '_>)) -> Self {
        let (nothing, errors, mut found) = (DeTable::new(), HashSet::new(), Found::default());
        let mut fields = Fields::describing(FileId(0), &nothing, &errors, &mut found);
        read(&mut fields);
        fields.described()
    }

    /// The field of a key.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key.name == name)
    }

    pub(super) fn note(&mut self, key: &'static Key, kind: Type) {
        self.fields.push(Field { key, kind, need: Need::Optional });
    }

    pub(super) fn need(&mut self, key: &'static Key, need: Need) {
        let field = self.fields.iter_mut().rfind(|field| field.key == key);
        field.expect("a field is read before it is needed").need = need;
    }
}

impl Type {
    /// The shape below it, if it is a table or may be one.
    pub fn below(&self) -> Option<&Shape> {
        match self {
            Self::Table(shape) | Self::Tables(shape) | Self::TextOrTable(_, shape) | Self::TextsOrTables(shape) => {
                Some(shape)
            }
            _ => None,
        }
    }
}
