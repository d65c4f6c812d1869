//! Definitions that come with the program: a table `like` one of them has its columns, rows and checks.

mod account;
mod budget;
mod funds;
mod report_three;
mod report_two;

use super::names::plain;
use crate::words::ColumnType;

/// A table that offices know by name.
pub struct Ready {
    /// Its name.
    pub name: &'static str,
    /// Other names.
    pub aliases: &'static [&'static str],
    /// Its columns; the first has the names of the rows.
    pub columns: &'static [Head],
    /// Its rows, where they are prescribed.
    pub rows: &'static [Head],
    /// Formulas over columns, for every row.
    pub across: &'static [&'static str],
    /// Formulas over rows, for every column of figures.
    pub down: &'static [&'static str],
    /// For each row, the only columns that apply to it; the other cells are “/” or blank.
    pub applies: &'static [(&'static str, &'static [&'static str])],
    /// Heads that tell a form no longer in force, and which one.
    pub replaced: &'static [(&'static str, &'static str)],
}

/// A column or a row.
pub struct Head {
    /// Its name in formulas.
    pub name: &'static str,
    /// How bureaus write it too.
    pub aliases: &'static [&'static str],
    /// What its cells hold.
    pub kind: ColumnType,
    /// Whether the table must have it.
    pub required: bool,
    /// Whether it stands apart from what 其余各列之和 adds up.
    pub apart: bool,
}

impl Head {
    const fn of(name: &'static str, aliases: &'static [&'static str], kind: ColumnType) -> Self {
        Self { name, aliases, kind, required: true, apart: false }
    }

    const fn row(name: &'static str, aliases: &'static [&'static str]) -> Self {
        Self::of(name, aliases, ColumnType::Text)
    }

    const fn optional(self) -> Self {
        Self { required: false, ..self }
    }

    const fn apart(self) -> Self {
        Self { apart: true, ..self }
    }

    /// Every way to write it, its own name first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + Clone {
        std::iter::once(self.name).chain(self.aliases.iter().copied())
    }
}

/// Every definition.
pub const READY: [&Ready; 5] =
    [&budget::TABLE, &account::TABLE, &funds::TABLE, &report_two::TABLE, &report_three::TABLE];

impl Ready {
    /// The definition of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        let is_it = |ready: &&Self| std::iter::once(&ready.name).chain(ready.aliases).any(|n| plain(n) == plain(name));
        READY.into_iter().find(is_it)
    }
}

/// Every text of every definition: the program's own words, which may stand on any page.
pub fn ready_words() -> impl Iterator<Item = &'static str> {
    READY.into_iter().flat_map(|ready| {
        let heads = ready.columns.iter().chain(ready.rows).flat_map(Head::names);
        let texts = ready.across.iter().chain(ready.down).chain(ready.aliases).copied();
        heads.chain(texts).chain([ready.name])
    })
}
