//! What a path below `content/` is: the kind of file, and whether its name can become an address.

use crate::{read::YEARS, text, text::Text, words::year_named};

/// Longest path of a page or file, in bytes: Windows shares allow 260 with their own prefix.
const MOST_PATH: usize = 160;

/// The kind of an authored file, with its ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Address<'p> {
    Site,
    Agency,
    Waivers,
    /// The days off of a year; none where the name is no year.
    Calendar(Option<i32>),
    Item {
        id: &'p str,
    },
    Record {
        item: &'p str,
        id: &'p str,
    },
    Page {
        id: &'p str,
    },
    Exercise {
        id: &'p str,
    },
    Filing {
        id: &'p str,
    },
    Feedback {
        id: &'p str,
    },
    Assessment {
        id: &'p str,
    },
    Accountability {
        id: &'p str,
    },
    Statistics {
        id: &'p str,
    },
    /// A sibling `<id>.internal.md`, which belongs to the file at this path.
    Annex {
        of: String,
    },
    /// A file beside a record.
    Beside {
        item: &'p str,
    },
    /// Nothing that is authored.
    Stray,
}

impl<'p> Address<'p> {
    pub(crate) fn of(path: &'p str) -> Self {
        let parts: Vec<&str> = path.split('/').collect();
        if let Some(stem) = path.strip_suffix(".internal.md") {
            let end = if path.starts_with("content/items/") { "toml" } else { "md" };
            return if matches!(parts[..], [_, "items" | "pages", _] | [_, "records", _, _]) {
                Self::Annex { of: format!("{stem}.{end}") }
            } else {
                Self::Stray
            };
        }
        match parts[..] {
            [_, "site.toml"] => Self::Site,
            [_, "agency.toml"] => Self::Agency,
            [_, "waivers.toml"] => Self::Waivers,
            [_, "calendars", file] => stem(file, ".toml").map_or(Self::Stray, |year| Self::Calendar(year_named(year))),
            [_, "items", file] => stem(file, ".toml").map_or(Self::Stray, |id| Self::Item { id }),
            [_, "exercises", file] => stem(file, ".toml").map_or(Self::Stray, |id| Self::Exercise { id }),
            [_, "feedback", file] => stem(file, ".toml").map_or(Self::Stray, |id| Self::Feedback { id }),
            [_, "assessments", file] => stem(file, ".toml").map_or(Self::Stray, |id| Self::Assessment { id }),
            [_, "accountability", file] => stem(file, ".toml").map_or(Self::Stray, |id| Self::Accountability { id }),
            [_, "statistics", file] => stem(file, ".toml").map_or(Self::Stray, |id| Self::Statistics { id }),
            [_, "filings", file] => stem(file, ".toml").map_or(Self::Stray, |id| Self::Filing { id }),
            [_, "pages", file] => stem(file, ".md").map_or(Self::Stray, |id| Self::Page { id }),
            [_, "records", item, file] => match stem(file, ".md") {
                Some(id) => Self::Record { item, id },
                None if file.ends_with(".toml") => Self::Stray,
                None => Self::Beside { item },
            },
            _ => Self::Stray,
        }
    }

    /// What is wrong with the name, if anything: ids are lower-case ASCII letters, digits and hyphens.
    pub(crate) fn problem(&self, path: &str) -> Option<Text> {
        let ids: &[&str] = match self {
            Self::Item { id } | Self::Page { id } | Self::Exercise { id } | Self::Filing { id } => &[id],
            Self::Feedback { id } | Self::Assessment { id } | Self::Accountability { id } | Self::Statistics { id } => {
                &[id]
            }
            Self::Record { item, id } => &[item, id],
            Self::Beside { item } => return beside_problem(item, path),
            Self::Calendar(None) => return Some(no_year(path)),
            _ => &[],
        };
        if path.len() > MOST_PATH {
            return Some(text!(
                "路径长 {} 字节，上限 {MOST_PATH}",
                "the path has {} bytes, at most {MOST_PATH} are allowed",
                path.len()
            ));
        }
        ids.iter().find(|id| !is_id(id)).map(|id| {
            if is_reserved(id) {
                return text!(
                    "「{id}」是保留的名字，请换一个",
                    "“{id}” is a reserved name: choose another"
                );
            }
            text!(
                "「{id}」不能作为地址：只用小写英文字母、数字和连字符，首尾为字母或数字",
                "“{id}” can't be an address: use lower-case letters, digits and hyphens, beginning and ending with a letter or digit"
            )
        })
    }
}

fn no_year(path: &str) -> Text {
    let file = path.rsplit('/').next().unwrap_or_default();
    let (first, last) = (YEARS.start(), YEARS.end());
    text!(
        "「{file}」不是一年的节假日安排：文件名是四位年份，{first} 至 {last}，如 2027.toml",
        "“{file}” names no year of days off: the file name is a year of four digits, {first} to {last}, such as 2027.toml"
    )
}

fn beside_problem(item: &str, path: &str) -> Option<Text> {
    let file = path.rsplit('/').next().unwrap_or_default();
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

fn stem<'p>(file: &'p str, end: &str) -> Option<&'p str> {
    file.strip_suffix(end)
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
