//! Asterisks as Chinese authors mean them, before `CommonMark` reads them.
//!
//! `CommonMark` was made for texts with spaces between words. In Chinese it takes the masks of a telephone number or a
//! name (138****1234, 张*三) for emphasis, and leaves `**“公开”**的` as it stands. So a body is parsed with stand-ins: an
//! asterisk of a mask, and a mark of punctuation that would keep bold from being bold, are characters as long as they
//! that mean nothing to `CommonMark`; in what comes out they are themselves again. No place in the body moves.

use std::{borrow::Cow, ops::Range};

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};

/// For an asterisk that is one: a control character, which no body has (I013).
const MASK: char = '\u{1}';
/// For punctuation, in its order: characters that are none (Unicode, section 23.7), three bytes like each of it.
const STAND_INS: Range<u32> = 0xfdd0..0xfdf0;
/// Punctuation at which bold may begin, and at which it may end.
const OPENING: &str = "“‘（《〈【「『〔";
const CLOSING: &str = "”’）》〉】」』〕：，。；！？、…—";

/// A body as `CommonMark` should read it.
pub(super) fn read(body: &str) -> Cow<'_, str> {
    if !body.contains('*') {
        return Cow::Borrowed(body);
    }
    let mut out = String::with_capacity(body.len());
    let mut at = 0;
    while at < body.len() {
        let end = body[at..].find("\n\n").map_or(body.len(), |gap| at + gap + 2);
        paragraph(&body[at..end], &mut out);
        at = end;
    }
    Cow::Owned(out)
}

/// Up to an empty line: no emphasis goes further.
fn paragraph(text: &str, out: &mut String) {
    let (mut at, mut is_open) = (0, false);
    while let Some(found) = text[at..].find(['*', '`', '\\']) {
        let start = at + found;
        out.push_str(&text[at..start]);
        at = match text.as_bytes()[start] {
            b'`' => code(text, start),
            b'\\' => text[start + 1..].chars().next().map_or(text.len(), |c| start + 1 + c.len_utf8()),
            _ => {
                let end = start + text[start..].bytes().take_while(|b| *b == b'*').count();
                let after = run(text, start..end, &mut is_open, out);
                at = after;
                continue;
            }
        };
        out.push_str(&text[start..at]);
    }
    out.push_str(&text[at..]);
}

/// The end of a piece of code that begins at a back-tick, or of the back-ticks alone.
fn code(text: &str, start: usize) -> usize {
    let ticks = text[start..].bytes().take_while(|b| *b == b'`').count();
    let mut at = start + ticks;
    while let Some(found) = text[at..].find('`') {
        let from = at + found;
        at = from + text[from..].bytes().take_while(|b| *b == b'`').count();
        if at - from == ticks {
            return at;
        }
    }
    start + ticks
}

/// Writes a run of asterisks; gives where the text goes on.
fn run(text: &str, run: Range<usize>, is_open: &mut bool, out: &mut String) -> usize {
    let (before, after) = (text[..run.start].chars().next_back(), text[run.end..].chars().next());
    if is_mask(text, &run, before, after) {
        out.extend(std::iter::repeat_n(MASK, run.len()));
        return run.end;
    }
    let (is_bold, was_open) = (run.len() == 2, *is_open);
    *is_open ^= is_bold;
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if is_bold && was_open && is_word(after) {
        // The mark before it stands in: it may end what began.
        if let Some(stand_in) = before.and_then(|c| stand_in(c, CLOSING)) {
            out.pop();
            out.push(stand_in);
        }
    }
    out.push_str(&text[run.clone()]);
    if is_bold && !was_open && is_word(before) {
        let opening = after.and_then(|c| Some((c, stand_in(c, OPENING)?)));
        if let Some((mark, stand_in)) = opening {
            out.push(stand_in);
            return run.end + mark.len_utf8();
        }
    }
    run.end
}

/// Whether asterisks are characters: between digits, four and more, or one between Chinese characters. A line of
/// nothing else is a rule.
fn is_mask(text: &str, run: &Range<usize>, before: Option<char>, after: Option<char>) -> bool {
    let both = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
    if run.len() >= 4 {
        let line_start = text[..run.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[run.end..].find('\n').map_or(text.len(), |at| run.end + at);
        return !text[line_start..line_end].chars().all(|c| c == '*' || c.is_whitespace());
    }
    both(char::is_numeric) || (run.len() == 1 && both(is_han))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇' | '·')
}

fn stand_in(c: char, marks: &str) -> Option<char> {
    let offset = if marks == OPENING { 0 } else { OPENING.chars().count() };
    let at = offset + marks.chars().position(|mark| mark == c)?;
    char::from_u32(STAND_INS.start + u32::try_from(at).ok()?)
}

/// What stands for itself again.
fn original(c: char) -> char {
    let code = u32::from(c);
    match c {
        MASK => '*',
        _ if STAND_INS.contains(&code) => {
            let at = (code - STAND_INS.start) as usize;
            OPENING.chars().chain(CLOSING.chars()).nth(at).unwrap_or(c)
        }
        _ => c,
    }
}

fn text(text: CowStr<'_>) -> CowStr<'_> {
    if text.chars().all(|c| original(c) == c) { text } else { text.chars().map(original).collect::<String>().into() }
}

/// An event with what was written.
pub(super) fn restored(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Text(it) => Event::Text(text(it)),
        Event::Code(it) => Event::Code(text(it)),
        Event::Html(it) => Event::Html(text(it)),
        Event::InlineHtml(it) => Event::InlineHtml(text(it)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: text(dest_url), title: text(title), id: text(id) })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: text(dest_url), title: text(title), id: text(id) })
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(text(info))))
        }
        other => other,
    }
}
