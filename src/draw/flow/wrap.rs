//! Lines of text: Chinese breaks anywhere but before a closing mark or after an opening one, other scripts between words.

use unicode_width::UnicodeWidthChar;

const CLOSING: &str = "，。、；：！？）》〉」』】〕”’…,.;:!?)%";
const OPENING: &str = "（《〈「『【〔“‘(";

/// The width of a text in pixels, rounded up; letters and digits as wide as in the widest common font.
pub(super) fn width(text: &str, size: i32) -> i32 {
    let hundredths: i32 = text
        .chars()
        .map(|c| match c.width().unwrap_or(0) {
            0 => 0,
            1 if c.is_ascii_uppercase() => 72,
            1 => 58,
            _ => 100,
        })
        .sum();
    (hundredths * size + 99) / 100
}

/// Breaks a text into lines no wider than `room`, except where one piece alone is wider.
pub(super) fn wrap(text: &str, size: i32, room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces(text, size, room) {
        match lines.last_mut() {
            Some(line) if width(format!("{line}{piece}").trim_end(), size) <= room => line.push_str(&piece),
            _ => lines.push(piece.trim_start().to_owned()),
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// What must stay together.
fn pieces(text: &str, size: i32, room: i32) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for c in text.chars() {
        let joins = pieces.last().is_some_and(|last| {
            let before = last.chars().last().unwrap_or(' ');
            let in_word = is_narrow(before) && is_narrow(c) && !before.is_whitespace();
            let fits = width(last, size) + width(c.encode_utf8(&mut [0; 4]), size) <= room;
            (CLOSING.contains(c) || OPENING.contains(before) || in_word) && fits
        });
        match pieces.last_mut() {
            Some(last) if joins => last.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    pieces
}

fn is_narrow(c: char) -> bool {
    c.width() == Some(1)
}

#[cfg(test)]
mod tests {
    use super::{width, wrap};

    #[test]
    fn lines_fit_and_no_mark_begins_one() {
        assert_eq!(wrap("登记、核对材料，当场告知", 10, 50), ["登记、核对", "材料，当场", "告知"]);
        assert_eq!(wrap("材料齐全的，受理", 10, 50), ["材料齐全", "的，受理"]);
        assert_eq!(wrap("Returned for correction", 10, 60), ["Returned", "for", "correction"]);
        assert_eq!(wrap("", 10, 50), Vec::<String>::new());
        assert!(wrap(&"a".repeat(40), 10, 50).iter().all(|line| width(line, 10) <= 50));
    }
}
