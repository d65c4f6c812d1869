//! What an archive holds that acts when it is opened: documents of office programs, and plain archives.

use std::io::{self, Read, Seek};

use super::{
    Verdict,
    archive::{ZipEntry, entries, unpacked},
    endings, is_allowed,
};
use crate::text;

/// Longest part of a document that is read.
const MOST_PART: usize = 1 << 20;
const TYPES: &str = "[content_types].xml";
/// Parts of a document that run, by a piece of their lower-case names.
const ACTIVE_PARTS: [&str; 6] =
    ["vbaproject", "vbadata", "/activex/", "/macrosheets/", "/dialogsheets/", "/externallinks/"];

/// A document of the given main type, such as `wordprocessingml.document`, without macros, controls, embedded
/// programs, or parts that are fetched from elsewhere.
pub(super) fn document(file: &mut (impl Read + Seek), ending: &str, main: &str) -> io::Result<Verdict> {
    let Some(entries) = entries(file)? else { return Ok(broken(ending)) };
    let mut is_main = false;
    for entry in &entries {
        let name = entry.name.to_lowercase();
        let embedded =
            name.contains("/embeddings/") && ![".docx", ".xlsx", ".pptx"].iter().any(|end| name.ends_with(end));
        if embedded || ACTIVE_PARTS.iter().any(|part| name.contains(part)) {
            return Ok(acts(&entry.name));
        }
        if name != TYPES && !name.ends_with(".rels") {
            continue;
        }
        let Some(part) = part(file, entry)? else { return Ok(broken(ending)) };
        if name == TYPES {
            is_main = part.contains(&format!("\"application/vnd.openxmlformats-officedocument.{main}.main+xml\""));
            if ["macro", "vba", "activex"].iter().any(|kind| part.contains(kind)) || !is_main {
                return Ok(another(ending));
            }
        } else if part.split('<').any(is_fetched) {
            return Ok(Err(text!(
                "{} 引用了外部文件，打开时会去读取；请断开外部链接或者外部模板以后再附上",
                "{} refers to files elsewhere, which are fetched when it is opened; break those links or templates first",
                entry.name
            )));
        }
    }
    Ok(if is_main { Ok(()) } else { another(ending) })
}

/// An OFD document.
pub(super) fn ofd(file: &mut (impl Read + Seek)) -> io::Result<Verdict> {
    let entries = entries(file)?;
    Ok(match entries {
        None => broken("ofd"),
        Some(entries) if entries.iter().any(|entry| entry.name == "OFD.xml") => Ok(()),
        Some(_) => another("ofd"),
    })
}

/// An archive of files that could be attached themselves, as far as their names tell.
pub(super) fn archive(file: &mut (impl Read + Seek)) -> io::Result<Verdict> {
    let Some(entries) = entries(file)? else { return Ok(broken("zip")) };
    let odd = entries.iter().find(|entry| !is_plain(entry));
    Ok(odd.map_or(Ok(()), |entry| {
        Err(text!(
            "压缩包中的「{}」不能公开：压缩包里只能有可以单独作附件的文件，不能加密，不能再有压缩包",
            "“{}” in the archive can't be published: an archive has only files that could be attached by themselves, none with a password, no archives",
            entry.name
        ))
    }))
}

fn is_plain(entry: &ZipEntry) -> bool {
    let name = entry.name.to_lowercase();
    let inside = !name.starts_with('/') && !name.contains(':') && name.split('/').all(|part| part != "..");
    let file = name.rsplit('/').next().unwrap_or_default();
    let is_folder = file.is_empty();
    let fits = endings(file).is_ok_and(|ending| ending != "zip" && is_allowed(ending));
    inside && !entry.is_locked && (is_folder || fits)
}

/// A part of a document as lower-case text with double quotes; `None` where it hides what it says.
fn part(file: &mut (impl Read + Seek), entry: &ZipEntry) -> io::Result<Option<String>> {
    let text = unpacked(file, entry, MOST_PART)?.and_then(|bytes| String::from_utf8(bytes).ok());
    let text = text.filter(|text| !text.contains('\0') && !text.contains("&#") && !text.contains("<!"));
    Ok(text.map(|text| text.to_lowercase().replace('\'', "\"")))
}

/// Whether a relationship leads out of the document, other than as a link to click on.
fn is_fetched(relationship: &str) -> bool {
    let relationship: String = relationship.split_whitespace().collect();
    relationship.contains("targetmode=\"external\"") && !relationship.contains("/hyperlink\"")
}

fn broken(ending: &str) -> Verdict {
    Err(text!("不是完整的 {ending} 文件", "is no whole {ending} file"))
}

fn another(ending: &str) -> Verdict {
    Err(text!("内容不是 {ending} 文件，或者是带宏的格式", "is not what a {ending} file is, or of a kind with macros"))
}

fn acts(part: &str) -> Verdict {
    Err(text!(
        "含有宏、控件或者嵌入的对象（{part}）；请去掉，或者另存为 PDF、OFD",
        "has macros, controls or embedded objects ({part}); take them out, or save it as PDF or OFD"
    ))
}
