//! What a file is by its content, and whether it does anything when somebody opens it.
//!
//! A list of what may be published: whatever is not on it, or is not what its name says, is refused with the reason.
//! It can't see into what is compressed inside a PDF, an image or an old Office file.

mod archive;
mod look;
mod markup;
mod office;
mod standing;
mod words;

pub use look::Look;
pub use standing::{asset, root_file};

use crate::{text, text::Text};

/// That a file is harmless, or why it is not taken to be.
pub type Verdict = Result<(), Text>;

/// What an attachment may be.
#[derive(Clone, Copy, Debug)]
enum Format {
    /// Begins with one of these, each at its offset.
    Begins(&'static [&'static [(usize, &'static [u8])]]),
    Pdf,
    Ofd,
    /// A document of the newer Office formats, with its main type.
    Office(&'static str),
    /// A document of the older ones.
    Compound,
    Text,
    Zip,
}

/// The endings that an attachment may have, and what it then is.
const FORMS: [(&str, Format); 25] = [
    ("pdf", Format::Pdf),
    ("ofd", Format::Ofd),
    ("docx", Format::Office("wordprocessingml.document")),
    ("xlsx", Format::Office("spreadsheetml.sheet")),
    ("pptx", Format::Office("presentationml.presentation")),
    ("doc", Format::Compound),
    ("xls", Format::Compound),
    ("ppt", Format::Compound),
    ("wps", Format::Compound),
    ("et", Format::Compound),
    ("dps", Format::Compound),
    ("txt", Format::Text),
    ("csv", Format::Text),
    ("jpg", JPEG),
    ("jpeg", JPEG),
    ("png", PNG),
    ("gif", GIF),
    ("webp", WEBP),
    ("tif", TIFF),
    ("tiff", TIFF),
    ("mp3", Format::Begins(&[&[(0, b"ID3")], &[(0, b"\xff\xfb")], &[(0, b"\xff\xf3")], &[(0, b"\xff\xf2")]])),
    ("wav", Format::Begins(&[&[(0, b"RIFF"), (8, b"WAVE")]])),
    ("mp4", Format::Begins(&[&[(4, b"ftyp")]])),
    ("webm", Format::Begins(&[&[(0, b"\x1a\x45\xdf\xa3")]])),
    ("zip", Format::Zip),
];
const JPEG: Format = Format::Begins(&[&[(0, b"\xff\xd8\xff")]]);
const PNG: Format = Format::Begins(&[&[(0, b"\x89PNG\r\n\x1a\n")]]);
const GIF: Format = Format::Begins(&[&[(0, b"GIF87a")], &[(0, b"GIF89a")]]);
const WEBP: Format = Format::Begins(&[&[(0, b"RIFF"), (8, b"WEBP")]]);
const TIFF: Format = Format::Begins(&[&[(0, b"II*\0")], &[(0, b"MM\0*")]]);

/// Endings that a server or a system runs even where another follows: `notice.php.txt`.
const RUN: &[&str] = &[
    "action", "asa", "ashx", "asmx", "asp", "aspx", "bash", "bat", "cdx", "cer", "cfm", "cgi", "cmd", "com", "config",
    "cpl", "dll", "do", "exe", "fcgi", "hta", "htaccess", "htm", "html", "inc", "jar", "js", "jse", "jsp", "jspx",
    "jsw", "lnk", "mht", "mhtml", "mjs", "msi", "phar", "php", "php3", "php4", "php5", "php7", "php8", "phps", "pht",
    "phtml", "pif", "pl", "ps1", "py", "rb", "reg", "scr", "sh", "shtm", "shtml", "stm", "svg", "swf", "url", "vbe",
    "vbs", "wsf", "xht", "xhtml", "xml", "xsl",
];

/// Every ending that an attachment may have, for people.
fn allowed() -> String {
    FORMS.map(|(ending, _)| ending).join("、")
}

/// Whether an attachment may have this ending.
fn is_allowed(ending: &str) -> bool {
    FORMS.iter().any(|(allowed, _)| *allowed == ending)
}

/// The last ending of a file's name.
///
/// # Errors
/// There is none, or one before it is run by servers.
pub fn endings(name: &str) -> Result<&str, Text> {
    let mut endings: Vec<&str> = name.split('.').skip(1).collect();
    let Some(last) = endings.pop() else {
        return Err(text!("「{name}」没有扩展名", "“{name}” has no ending"));
    };
    match endings.into_iter().find(|ending| RUN.contains(ending)) {
        Some(run) => Err(text!(
            "「{name}」中间有 .{run}，有的服务器会把它当作程序；请改名",
            "“{name}” has .{run} in it, which some servers take for a program; rename it"
        )),
        None => Ok(last),
    }
}

/// Whether the head of a file is that of a form.
fn begins(head: &[u8], ways: &[&[(usize, &[u8])]]) -> bool {
    let has = |(at, bytes): &(usize, &[u8])| head.get(*at..).is_some_and(|rest| rest.starts_with(bytes));
    ways.iter().any(|way| way.iter().all(has))
}

fn not_as_named(ending: &str) -> Text {
    text!("内容不是 {ending} 文件", "is not what a {ending} file is")
}
