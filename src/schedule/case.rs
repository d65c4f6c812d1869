//! What a case of a register owes, as data: a register that begins to owe something touches no rule, no page and no basis.

use chrono::NaiveDate;

use crate::{
    kinds::Address,
    read::{Date, FieldText as Written},
    text::{Lang, Text},
    words::Within,
};

/// Chinese and English.
type Bilingual = (&'static str, &'static str);

/// What cases of a sort owe, in words.
#[derive(Debug)]
pub struct Sort {
    /// The register that they stand in: it never changes.
    pub register: &'static str,
    /// What the register is called.
    pub name: Bilingual,
    /// What it is called among the keys of promises: it never changes.
    pub key: &'static str,
    /// What happened on the day from which it is owed, such as 收到.
    pub begun: Bilingual,
    /// What has to be done, in a sentence that ends with it.
    pub duty: Bilingual,
    /// The same as the head of a column.
    pub deed: Bilingual,
    /// How it stands where it was done late.
    pub late: Bilingual,
    /// What to do and which fields to fill in.
    pub advice: Bilingual,
    /// Where the deadline comes from.
    pub basis: Bilingual,
}

/// One case, or a part of one that is owed for itself.
#[derive(Clone, Copy, Debug)]
pub struct Case<'c> {
    /// What it owes.
    pub sort: &'static Sort,
    /// Its file.
    pub address: Address<'c>,
    /// Which part of the file it is, from 1; nothing where the file is one case.
    pub part: Option<usize>,
    /// When it began.
    pub on: NaiveDate,
    /// What it is about, as written.
    pub what: &'c Written,
    /// Whose it is, as written.
    pub office: &'c Written,
    /// What the house or the file allows, counted from the day; nothing where a day is set.
    pub within: Option<Within>,
    /// When it was done.
    pub came: Option<&'c Date>,
}

impl Sort {
    /// What a case is called among the promises of its register, by its file and its part of it; it never changes.
    pub fn key(&self, id: &str, part: Option<usize>) -> String {
        let key = self.key;
        part.map_or_else(|| format!("{key}.{id}"), |part| format!("{key}.{id}.{part}"))
    }
}

impl Case<'_> {
    /// What it is called among the promises of its register.
    pub(super) fn key(&self) -> String {
        self.sort.key(self.address.id, self.part)
    }

    /// Where its deadline comes from.
    pub(super) fn basis(&self) -> Text {
        let (zh, en) = self.sort.basis;
        match &self.within {
            None => Text { zh: zh.to_owned(), en: en.to_owned() },
            Some(within) => Text {
                zh: format!("{zh}，{}", within.shown(Lang::Zh)),
                en: format!("{en}, {}", within.shown(Lang::En)),
            },
        }
    }
}
