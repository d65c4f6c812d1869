//! Bytes to text: UTF-8 with or without a byte order mark; anything else is named and refused.

use encoding_rs::GB18030;

use crate::{text, text::Text};

/// Decodes authored text. A byte order mark is dropped.
///
/// # Errors
/// Not UTF-8 (naming GB 18030 where it is that, with the way to convert), or NUL bytes.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, Text> {
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(error.as_bytes()))?;
    if let Some(at) = text.find('\0') {
        let line = text[..at].matches('\n').count() + 1;
        return Err(text!("第 {line} 行含有 NUL 字节，不是文本文件", "line {line} has a NUL byte: not a text file"));
    }
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn not_utf8(bytes: &[u8]) -> Text {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return text!(
            "是 UTF-16 文本，请转换为 UTF-8（记事本：另存为，编码选 UTF-8）",
            "is UTF-16 text; convert it to UTF-8 (Notepad: Save As, encoding UTF-8)"
        );
    }
    if let Some(decoded) = GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        let sample: String =
            decoded.lines().find(|line| !line.is_ascii()).unwrap_or_default().trim().chars().take(20).collect();
        return text!(
            "是 GB 18030 文本（其中有「{sample}」），请转换为 UTF-8：iconv -f GB18030 -t UTF-8 旧文件 > 新文件，或在编辑器中“通过编码重新打开”后另存为 UTF-8",
            "is GB 18030 text (it says 「{sample}」); convert it to UTF-8: iconv -f GB18030 -t UTF-8 OLD > NEW, or reopen with that encoding in your editor and save as UTF-8"
        );
    }
    let good = std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len);
    let line = bytes[..good].split(|b| *b == b'\n').count();
    text!("第 {line} 行起不是 UTF-8 文本", "is not UTF-8 text from line {line} on")
}
