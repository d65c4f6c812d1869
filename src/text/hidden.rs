//! Characters that nobody sees: what they are, and how they are shown where a text is printed.

use std::{borrow::Cow, fmt::Write};

/// What a character that nobody sees does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// Control characters, and what XML can't hold: they command a terminal and break a feed.
    Control,
    /// Marks that turn the direction of a text (Unicode TR 36): what is read is not what is written.
    Bidi,
    /// Characters without width or form: two names that look alike differ.
    Invisible,
}

impl Hidden {
    /// What a character is, if it is hidden. Line breaks and tabs are no secret; nor are the marks that Mongolian and
    /// rare Chinese characters need (variation selectors).
    pub fn of(c: char) -> Option<Self> {
        match c {
            '\t' | '\n' | '\r' => None,
            '\u{2028}' | '\u{2029}' | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => Some(Self::Control),
            c if c.is_control() => Some(Self::Control),
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(Self::Bidi),
            '\u{ad}'
            | '\u{34f}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2060}'..='\u{2064}'
            | '\u{206a}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}' => Some(Self::Invisible),
            _ => None,
        }
    }
}

/// A text for a terminal or a report: hidden characters and carriage returns as `\u{1b}`.
pub fn visible(text: &str) -> Cow<'_, str> {
    spelled(text, |c| c == '\r' || Hidden::of(c).is_some(), |c, out| out.extend(c.escape_unicode()))
}

/// The same for data that begin and whose lines end as they must: a byte order mark in front stays.
pub fn visible_data(text: &str) -> Cow<'_, str> {
    let Some(rest) = text.strip_prefix('\u{feff}') else {
        return spelled(text, |c| Hidden::of(c).is_some(), |c, out| out.extend(c.escape_unicode()));
    };
    Cow::Owned(["\u{feff}", &visible_data(rest)].concat())
}

/// JSON in which hidden characters are spelled as JSON spells them. They stand in strings alone.
pub fn visible_json(json: &str) -> Cow<'_, str> {
    let spell = |c: char, out: &mut String| {
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    };
    spelled(json, |c| Hidden::of(c).is_some(), spell)
}

fn spelled(text: &str, is_hidden: impl Fn(char) -> bool, spell: impl Fn(char, &mut String)) -> Cow<'_, str> {
    if !text.chars().any(&is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_hidden(c) { spell(c, &mut out) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// A text in which every hidden character is another of as many bytes: places in it stay what they were. Characters of
/// one byte are left to who shows it.
pub fn masked(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| Hidden::of(c).is_none()) {
        return Cow::Borrowed(text);
    }
    let mask = |c: char| match (Hidden::of(c), c.len_utf8()) {
        (None, _) | (_, 1) => c,
        (_, 2) => '¿',
        (_, 3) => '\u{fffd}',
        _ => '🚫',
    };
    Cow::Owned(text.chars().map(mask).collect())
}
