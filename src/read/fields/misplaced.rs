//! Keys that nobody asked for: unknown ones, and those that stand below the header of a table although they are fields of
//! the file, or of the table above. In TOML everything below `[schedule]` belongs to it.

use toml::de::{DeTable, DeValue};

use super::{Fields, KnownKey, nearest};
use crate::{
    diag::{Reach, Span},
    read::{Key, MISSING_FIELD, UNKNOWN_KEY},
    text,
    text::Text,
};

/// Which table is read: how authors write its header, and where it begins. The file itself has none.
#[derive(Clone)]
pub(super) struct Header {
    /// Without brackets: `stage.review`.
    pub(super) path: String,
    /// `[[…]]`
    pub(super) is_one_of_several: bool,
}

impl Header {
    /// That of the file itself.
    pub(super) fn none() -> Self {
        Self { path: String::new(), is_one_of_several: false }
    }

    /// That of a table at a key.
    pub(super) fn below(&self, key: &str, is_one_of_several: bool) -> Self {
        let path = if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) };
        Self { path, is_one_of_several }
    }

    fn shown(&self) -> String {
        if self.is_one_of_several { format!("[[{}]]", self.path) } else { format!("[{}]", self.path) }
    }
}

/// A key that its table does not have.
pub(super) struct Stray {
    key: String,
    span: Span,
    /// The table that it stands in.
    header: Header,
    head: Span,
    /// Which site that table shapes.
    reach: Reach,
    /// What is said of it where no table above has such a field either.
    help: Text,
}

/// A field that has to be there and is not; of several, one.
pub(super) struct Absent {
    pub(super) keys: Vec<&'static Key>,
    /// It is written `[[…]]`.
    pub(super) is_tables: bool,
}

impl KnownKey {
    /// `fee（收费标准）`
    fn shown(&self) -> String {
        let Self { name, zh } = self;
        if name == zh { (*name).to_owned() } else { format!("{name}（{zh}）") }
    }
}

/// What is written at a key.
fn advice(key: &Key) -> Text {
    let Key { name, example, about_zh, about_en, .. } = key;
    if example.is_empty() {
        text!("{name}：{about_zh}", "{name}: {about_en}")
    } else {
        text!("{name} = {example}：{about_zh}", "{name} = {example}: {about_en}")
    }
}

impl Absent {
    fn message(&self) -> Text {
        let [key] = self.keys[..] else {
            let zh: Vec<String> = self.keys.iter().map(|key| format!("{}（{}）", key.name, key.zh)).collect();
            let en: Vec<&str> = self.keys.iter().map(|key| key.name).collect();
            let (zh, en) = (zh.join("或 "), en.join(" or "));
            return text!("缺少 {zh}", "{en} is missing");
        };
        let name = if self.is_tables { format!("[[{}]]", key.name) } else { key.name.to_owned() };
        let (zh, en) = (key.zh, key.en);
        text!("缺少必填字段 {name}（{zh}）", "the required field {name} ({en}) is missing")
    }
}

/// Whether a key stands in any table below a table.
pub(super) fn stands_below(table: &DeTable<'_>, key: &str) -> bool {
    let has = |table: &DeTable<'_>| table.contains_key(key) || stands_below(table, key);
    table.values().any(|value| match value.get_ref() {
        DeValue::Table(table) => has(table),
        DeValue::Array(values) => values.iter().any(|v| v.get_ref().as_table().is_some_and(&has)),
        _ => false,
    })
}

impl Fields<'_, '_> {
    /// Ends the table: keys that nobody asked for are mistakes. Those of the tables below that are fields of this one
    /// stand in the wrong place, and are not said to be missing.
    pub fn finish(&mut self) {
        let own = self.unknown();
        let (here, above): (Vec<Stray>, Vec<Stray>) =
            std::mem::take(&mut self.strays).into_iter().partition(|stray| self.lacks(&stray.key));
        self.strays = own.into_iter().chain(above).collect();
        let absent = std::mem::take(&mut self.absent);
        let is_here = |key: &&'static Key| here.iter().any(|stray| stray.key == key.name);
        for absent in absent.into_iter().filter(|absent| !absent.keys.iter().any(is_here)) {
            let finding = self.report(&MISSING_FIELD, self.head, absent.message());
            absent.keys.iter().for_each(|key| {
                finding.help(advice(key));
            });
        }
        here.into_iter().for_each(|stray| self.misplaced(stray));
        if self.header.path.is_empty() {
            std::mem::take(&mut self.strays).into_iter().for_each(|stray| self.nowhere(stray));
        }
    }

    /// Whether a field that this table may have is not there.
    fn lacks(&self, key: &str) -> bool {
        self.known.iter().any(|known| known.name == key) && !self.table.contains_key(key)
    }

    fn unknown(&self) -> Vec<Stray> {
        let is_known = |name: &str| self.known.iter().any(|known| known.name == name);
        let unknown = self.table.keys().filter(|key| !is_known(key.get_ref().as_ref()));
        let stray = |key: &toml::Spanned<_>| {
            let (name, span) = (AsRef::<str>::as_ref(key.get_ref()).to_owned(), self.place.span(key.span()));
            let help = self.meant(&name).map_or_else(
                || {
                    let all: Vec<String> = self.known.iter().map(KnownKey::shown).collect();
                    let all = all.join(", ");
                    text!("此处可用：{all}", "the fields here: {all}")
                },
                |KnownKey { name, zh }| text!("是不是 {name}（{zh}）？", "did you mean {name} ({zh})?"),
            );
            Stray { key: name, span, header: self.header.clone(), head: self.head, reach: self.reach, help }
        };
        unknown.map(stray).collect()
    }

    /// The field that was most likely meant by a key that is none: by its 中文名, or a part of it, or as it is spelt.
    fn meant(&self, name: &str) -> Option<&KnownKey> {
        let called = |known: &&KnownKey| known.name != known.zh && !name.is_ascii();
        let called = || self.known.iter().filter(called);
        let part = |known: &&KnownKey| name.chars().count() > 1 && (known.zh.contains(name) || name.contains(known.zh));
        let near = || {
            let name = nearest(name, self.known.iter().map(|known| known.name))?;
            self.known.iter().find(|known| known.name == name)
        };
        called().find(|known| known.zh == name).or_else(|| called().find(part)).or_else(near)
    }

    fn nowhere(&mut self, Stray { key, span, reach, help, .. }: Stray) {
        let finding = self.report(&UNKNOWN_KEY, span, text!("没有 {key} 这个字段", "there is no field {key}"));
        finding.help(help);
        finding.reach = reach;
    }

    /// It has the reach of the table that lacks it: `audience = "internal"` below `[internal]` narrows nothing.
    fn misplaced(&mut self, stray: Stray) {
        let Stray { key, span, header, head, .. } = stray;
        let shown = header.shown();
        let help = if self.header.path.is_empty() {
            text!(
                "这是文件自己的字段，移到第一个表之前；写在 {shown} 之后的，都算它的字段",
                "it is a field of the file itself: move it before the first table; what stands below {shown} belongs to that"
            )
        } else {
            let own = self.header.shown();
            text!(
                "这是 {own} 的字段，移到 {own} 自己的字段中间，在它下面的 {shown} 之前",
                "it is a field of {own}: move it among that table’s own fields, before {shown} below it"
            )
        };
        let message = text!(
            "{key} 写错了地方：在 {shown} 里，那里没有这个字段",
            "{key} stands in the wrong place: it is in {shown}, which has no such field"
        );
        self.report(&UNKNOWN_KEY, span, message)
            .see(head, text!("{shown} 从这里开始", "{shown} begins here"))
            .help(help);
    }
}
