//! A key of a file: how it is written, what it is called and what it means, said once.

use crate::diag::Rule;

/// A key, with what people are told of it. Made by the [`keys!`](crate::keys) macro beside the kind that has it.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// As it stands in the file.
    pub name: &'static str,
    /// 中文名
    pub zh: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// How a value is written in TOML. Empty of a table: its own fields say it.
    pub example: &'static str,
    /// 说明, one line.
    pub about_zh: &'static str,
    /// What it means, one line.
    pub about_en: &'static str,
}

/// Texts that are written by a grammar, such as 20个工作日.
#[derive(Debug)]
pub struct Grammar {
    /// What they say, such as 一段时间.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// A regular expression that every one of them matches, in the syntax that ECMA-262 and Python share. It may let
    /// others pass: the reader has the last word.
    pub pattern: &'static str,
    /// Some of them.
    pub examples: &'static [&'static str],
    /// The rule that one breaks which can't be read.
    pub rule: &'static Rule,
}

/// Declares keys: name, 中文名, English name, example, and its meaning in both languages.
#[macro_export]
macro_rules! keys {
    ($($name:ident = $key:literal $zh:literal $en:literal $example:literal $about_zh:literal $about_en:literal;)+) => { $(
        pub(super) const $name: &$crate::read::Key = &$crate::read::Key {
            name: $key, zh: $zh, en: $en, example: $example, about_zh: $about_zh, about_en: $about_en,
        };
    )+ };
}
