//! Texts without what hides a name from a search but from no reader: spaces and line breaks, characters that are not
//! seen, marks of Markdown, full-width forms.

use std::ops::Range;

/// The folded text.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold(text, |c, _| out.push(c));
    out
}

/// Where each byte of a folded text stands in the text, and where it ends.
pub(super) fn places(text: &str) -> Vec<usize> {
    let mut places = Vec::with_capacity(text.len() + 1);
    fold(text, |c, from| places.extend(std::iter::repeat_n(from, c.len_utf8())));
    places.push(text.len());
    places
}

/// Where what stands at some bytes of the folded text stands in the text.
pub(super) fn place(text: &str, places: &[usize], at: Range<usize>) -> Range<usize> {
    let last = places[at.end.saturating_sub(1)];
    places[at.start]..last + text[last..].chars().next().map_or(0, char::len_utf8)
}

/// Gives each character of the folded text and where it comes from.
fn fold(text: &str, mut give: impl FnMut(char, usize)) {
    let (mut last, mut apart) = (None::<char>, false);
    for (at, c) in text.char_indices() {
        let c = narrow(c);
        if c.is_whitespace() {
            apart = true;
        } else if !is_hidden(c) {
            if apart && last.is_some_and(|last| are_words(last, c)) {
                give(' ', at);
            }
            give(c, at);
            (last, apart) = (Some(c), false);
        }
    }
}

/// Whether two characters with a space between them belong to two words: Chinese has no spaces, and digits in groups are
/// one number.
fn are_words(a: char, b: char) -> bool {
    let both = |is: fn(&char) -> bool| is(&a) && is(&b);
    both(char::is_ascii_alphanumeric) && !both(char::is_ascii_digit)
}

/// Full-width letters, digits and marks as the plain ones.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Characters that are not seen, and marks that Markdown takes away.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '*' | '_' | '~' | '`' | '\\' | '>')
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}
