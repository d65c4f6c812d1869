//! Files that are no attachments: those of a theme, and those that must stand at a site's root.

use super::{Format, GIF, JPEG, PNG, Verdict, WEBP, begins, endings, markup, not_as_named, words};
use crate::{text, text::Text};

/// Longest text at a site's root, and longest page or list with which a platform verifies its owner.
const MOST_TEXT: usize = 64 << 10;
const MOST_PAGE: usize = 4 << 10;
const ICON: Format = Format::Begins(&[&[(0, b"\0\0\x01\0")]]);

/// Whether a file of a theme's `assets/` only shows.
///
/// # Errors
/// Why it is refused.
pub fn asset(path: &str, bytes: &[u8]) -> Verdict {
    let ending = endings(path.rsplit('/').next().unwrap_or_default())?;
    let ways = match ending {
        "css" => {
            return markup::style(utf8(bytes, ending)?).and(words::plain(bytes, words::has_controls(bytes), ending));
        }
        "svg" => return markup::drawing(utf8(bytes, ending)?),
        "txt" => return words::plain(bytes, words::has_controls(bytes), ending),
        "png" => PNG,
        "jpg" | "jpeg" => JPEG,
        "gif" => GIF,
        "webp" => WEBP,
        "ico" => ICON,
        "woff" => Format::Begins(&[&[(0, b"wOFF")]]),
        "woff2" => Format::Begins(&[&[(0, b"wOF2")]]),
        _ => {
            return Err(text!(
                ".{ending} 不是主题可以有的类型；可以有的是：css、svg、png、jpg、gif、webp、ico、woff、woff2、txt",
                ".{ending} is no type that a theme may have; these are: css, svg, png, jpg, gif, webp, ico, woff, woff2, txt"
            ));
        }
    };
    shown(bytes, ways, ending)
}

/// Whether a file may stand at a site's root: by its name, its type and its content.
///
/// # Errors
/// Why it is refused.
pub fn root_file(name: &str, bytes: &[u8]) -> Verdict {
    if !name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)) || name.contains("..") {
        return Err(unlisted(name));
    }
    let ending = endings(name)?;
    let stem = name.strip_suffix(&format!(".{ending}")).unwrap_or(name);
    let most = if ending == "txt" || name == "sitemap.xml" { MOST_TEXT } else { MOST_PAGE };
    match (name, ending) {
        ("favicon.ico", _) => shown(bytes, ICON, ending),
        ("apple-touch-icon.png", _) => shown(bytes, PNG, ending),
        (_, "txt" | "html" | "xml") if bytes.len() > most => {
            Err(text!("有 {} 字节，上限 {most}", "has {} bytes, at most {most} are allowed", bytes.len()))
        }
        ("robots.txt" | "security.txt", _) => words::plain(bytes, words::has_controls(bytes), ending),
        ("BingSiteAuth.xml" | "sitemap.xml", _) => markup::listing(utf8(bytes, ending)?),
        (_, "txt") if verifies(stem) => words::plain(bytes, words::has_controls(bytes), ending),
        (_, "html") if verifies(stem) => markup::verification(utf8(bytes, ending)?),
        _ => Err(unlisted(name)),
    }
}

/// Whether a name is one that search engines and platforms give out to verify a site's owner: `baidu_verify_…`,
/// `google…`, `sogousiteverification`, `MP_verify_…`, `ByteDanceVerify`, `yandex_…`, or 32 hexadecimal digits.
fn verifies(stem: &str) -> bool {
    let stem = stem.to_ascii_lowercase();
    let is_hex = |text: &str| text.len() >= 16 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let token = ["google", "yandex_"].iter().find_map(|begins| stem.strip_prefix(begins)).unwrap_or(&stem);
    stem.contains("verif") || is_hex(token)
}

fn unlisted(name: &str) -> Text {
    text!(
        "「{name}」不是可以放在网站根目录的文件；可以放的有：robots.txt、security.txt、sitemap.xml、favicon.ico、apple-touch-icon.png、BingSiteAuth.xml，以及搜索引擎和平台的验证文件（名称中有 verify、verification，或者以 google、yandex_ 开头，或者是 32 位十六进制数字；.txt 或者 .html）",
        "“{name}” is no file that may stand at a site's root; these may: robots.txt, security.txt, sitemap.xml, favicon.ico, apple-touch-icon.png, BingSiteAuth.xml, and the verification files of search engines and platforms (with verify or verification in their names, beginning with google or yandex_, or of 32 hexadecimal digits; .txt or .html)"
    )
}

fn shown(bytes: &[u8], form: Format, ending: &str) -> Verdict {
    match form {
        Format::Begins(ways) if begins(bytes, ways) => Ok(()),
        _ => Err(not_as_named(ending)),
    }
}

fn utf8<'b>(bytes: &'b [u8], ending: &str) -> Result<&'b str, Text> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    text.ok_or_else(|| not_as_named(ending))
}
