//! What a path below `content/` is: the kind of file and its ids; and back, to its path and to that of its page.

use super::registry::{ANNEX, End, IdForm, KINDS, Kind, KindDef, below};
use crate::{
    read::YEARS,
    source::ROOT,
    text,
    text::{Text, Word},
    words::year_named,
};

/// Longest path of a page or file, in bytes: Windows shares allow 260 with their own prefix.
const MOST_PATH: usize = 160;

/// Where something authored is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Address<'p> {
    /// What it is, or what it belongs to.
    pub kind: Kind,
    /// Of records and what lies beside them: the item.
    pub item: &'p str,
    /// Its id; of a file beside a record its name; of a file of its own nothing.
    pub id: &'p str,
    /// Whether it is the file of its kind.
    pub part: Part,
}

/// What a file is to the kind that it lies with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The authored file.
    Own,
    /// The sibling `<id>.internal.md`.
    Annex,
    /// A table or an attachment beside a record.
    Beside,
}

impl<'p> Address<'p> {
    /// Of a file of its own.
    pub fn fixed(kind: Kind) -> Self {
        Self::of(kind, "")
    }

    /// Of an authored file that is no record.
    pub fn of(kind: Kind, id: &'p str) -> Self {
        Self { kind, item: "", id, part: Part::Own }
    }

    /// Of a record.
    pub fn record(item: &'p str, id: &'p str) -> Self {
        Self { item, ..Self::of(Kind::Record, id) }
    }

    /// Of a file beside the records of an item.
    pub fn beside(item: &'p str, file: &'p str) -> Self {
        Self { part: Part::Beside, ..Self::record(item, file) }
    }

    /// What a path is; `None` where nothing is authored.
    pub fn parse(path: &'p str) -> Option<Self> {
        let path = below(path)?;
        let Some((folder, file)) = path.rsplit_once('/') else {
            let fixed = KINDS.iter().filter(|def| def.id == IdForm::Fixed);
            let mut named = fixed.filter(|def| file_id(path, def.end) == Some(def.kind.token()));
            return named.next().map(|def| Self::fixed(def.kind));
        };
        let (folder, item) = folder.split_once('/').unwrap_or((folder, ""));
        let def = KINDS.iter().find(|def| !folder.is_empty() && def.folder == folder)?;
        let is_there = (def.id == IdForm::OfItem) != item.is_empty() && !item.contains('/');
        is_there.then(|| Self::named(def, item, file)).flatten()
    }

    /// A file in the folder of a kind.
    fn named(def: &KindDef, item: &'p str, file: &'p str) -> Option<Self> {
        let own = |id, part| Some(Self { kind: def.kind, item, id, part });
        if let Some(id) = file.strip_suffix(ANNEX) {
            return if def.has_annex { own(id, Part::Annex) } else { None };
        }
        match file_id(file, def.end) {
            Some(id) => own(id, Part::Own),
            None if def.id == IdForm::OfItem && !file.ends_with(End::Toml.as_str()) => own(file, Part::Beside),
            None => None,
        }
    }

    /// The file that an annex belongs to.
    pub fn owner(self) -> Self {
        Self { part: Part::Own, ..self }
    }

    /// The path below the root.
    pub fn path(&self) -> String {
        format!("{ROOT}{}", self.below())
    }

    /// The path below `content/`.
    pub fn below(&self) -> String {
        let end = match self.part {
            Part::Own => self.kind.def().end.as_str(),
            Part::Annex => ANNEX,
            Part::Beside => "",
        };
        self.with_end(end)
    }

    /// The path in a site of its page, or of the file itself where it is offered as it is; `None` where it has none.
    pub fn page(&self) -> Option<String> {
        match self.part {
            Part::Own => self.kind.def().has_page.then(|| self.with_end(".html")),
            Part::Annex => None,
            Part::Beside => Some(self.with_end("")),
        }
    }

    fn with_end(&self, end: &str) -> String {
        let (def, Self { item, id, .. }) = (self.kind.def(), self);
        match def.id {
            IdForm::Fixed => format!("{}{end}", self.kind.token()),
            IdForm::Id | IdForm::Year => format!("{}/{id}{end}", def.folder),
            IdForm::OfItem => format!("{}/{item}/{id}{end}", def.folder),
        }
    }

    /// What is wrong with the name, if anything: ids are lower-case ASCII letters, digits and hyphens.
    pub(crate) fn problem(&self) -> Option<Text> {
        let (path, form) = (self.path(), self.kind.def().id);
        if self.part == Part::Beside {
            return beside_problem(self.item, self.id, &path);
        }
        if form == IdForm::Year && year_named(self.id).is_none() {
            return Some(no_year(&path));
        }
        if path.len() > MOST_PATH {
            return Some(text!(
                "路径长 {} 字节，上限 {MOST_PATH}",
                "the path has {} bytes, at most {MOST_PATH} are allowed",
                path.len()
            ));
        }
        let ids = match (self.part, form) {
            (Part::Own, IdForm::Id) => &[self.id][..],
            (Part::Own, IdForm::OfItem) => &[self.item, self.id],
            _ => &[],
        };
        ids.iter().find(|id| !is_id(id)).map(|id| no_id(id))
    }
}

fn no_id(id: &str) -> Text {
    if is_reserved(id) {
        return text!("「{id}」是保留的名字，请换一个", "“{id}” is a reserved name: choose another");
    }
    text!(
        "「{id}」不能作为地址：只用小写英文字母、数字和连字符，首尾为字母或数字",
        "“{id}” can't be an address: use lower-case letters, digits and hyphens, beginning and ending with a letter or digit"
    )
}

fn no_year(path: &str) -> Text {
    let file = path.rsplit('/').next().unwrap_or_default();
    let (first, last) = (YEARS.start(), YEARS.end());
    text!(
        "「{file}」不是一年的节假日安排：文件名是四位年份，{first} 至 {last}，如 2027.toml",
        "“{file}” names no year of days off: the file name is a year of four digits, {first} to {last}, such as 2027.toml"
    )
}

fn beside_problem(item: &str, file: &str, path: &str) -> Option<Text> {
    if !file.contains('.') && is_id(item) {
        return Some(text!(
            "附件名「{file}」没有扩展名，读者打不开：补上，如 {file}.pdf",
            "the file name “{file}” has no extension, so that readers can't open it: add one, such as {file}.pdf"
        ));
    }
    let good = file.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b))
        && !file.starts_with('.')
        && !file.ends_with('.')
        && !file.contains("..")
        && !is_reserved(file.split('.').next().unwrap_or_default());
    if good && is_id(item) && path.len() <= MOST_PATH {
        return None;
    }
    Some(text!(
        "附件名「{file}」不能作为地址：只用小写英文字母、数字、连字符、下划线和点；中文名写在 title",
        "the file name “{file}” can't be an address: use lower-case letters, digits, hyphens, underscores and dots; a Chinese name goes into title"
    ))
}

fn file_id(file: &str, end: End) -> Option<&str> {
    file.strip_suffix(end.as_str())
}

/// Whether a text can be an id.
pub(crate) fn is_id(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let bytes = id.as_bytes();
    let ends = bytes.first().is_some_and(|b| plain(*b)) && bytes.last().is_some_and(|b| plain(*b));
    ends && bytes.iter().all(|b| plain(*b) || *b == b'-') && !is_reserved(id)
}

/// Names that Windows keeps for devices.
fn is_reserved(stem: &str) -> bool {
    let device = |name: &str| stem.strip_prefix(name).is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit());
    matches!(stem, "con" | "prn" | "aux" | "nul" | "index") || device("com") || device("lpt")
}
