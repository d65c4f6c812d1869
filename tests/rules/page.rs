//! A rule's page: its heading, sections and fenced blocks.

use mingjing::{diag::Rule, text::Lang};

use super::Problem;

/// The headings of every page, in order.
pub(crate) const SECTIONS: [&str; 5] =
    ["查什么 · What it checks", "依据 · Why", "怎么改 · How to fix", "反例 · Bad", "正例 · Good"];

/// The five sections under their headings.
pub(crate) fn sections<'p>(rule: &Rule, page: &'p str) -> Result<[&'p str; 5], Problem> {
    let (heading, rest) = page.split_once('\n').ok_or("it is empty")?;
    let title = heading.strip_prefix(&format!("# {} ", rule.code));
    let names = title.and_then(|title| title.split_once(" · "));
    if !names.is_some_and(|(zh, en)| has_han(zh) && !zh.contains(' ') && !has_han(en)) {
        return Err(format!("the heading is not `# {} 中文 · English`: {heading}", rule.code));
    }
    let parts: Vec<(&str, &str)> =
        rest.split("\n## ").skip(1).map(|part| part.split_once('\n').unwrap_or((part, ""))).collect();
    let headings: Vec<&str> = parts.iter().map(|(heading, _)| *heading).collect();
    if headings != SECTIONS {
        return Err(format!("its sections are {headings:?}"));
    }
    Ok(std::array::from_fn(|i| parts[i].1))
}

fn has_han(text: &str) -> bool {
    text.contains(is_han)
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Chinese and English paragraphs take turns.
pub(crate) fn bilingual(prose: &str) -> Result<(), Problem> {
    let paragraphs = prose.split("\n\n").filter(|p| !p.trim().is_empty());
    let languages: Vec<Lang> = paragraphs.map(language).collect();
    let paired = languages.chunks(2).all(|pair| pair == [Lang::Zh, Lang::En]);
    if languages.is_empty() || !paired {
        return Err("each Chinese paragraph is followed by an English one".to_owned());
    }
    Ok(())
}

/// The language that most of a paragraph is in, leaving out `code`.
fn language(paragraph: &str) -> Lang {
    let prose: String = paragraph.split('`').step_by(2).collect();
    let han = prose.matches(is_han).count();
    let latin = prose.matches(|c: char| c.is_ascii_alphabetic()).count();
    if han * 2 > latin { Lang::Zh } else { Lang::En }
}

/// A fenced block.
pub(crate) struct Fence<'p> {
    pub(crate) kind: &'p str,
    pub(crate) path: &'p str,
    pub(crate) text: &'p str,
}

/// The blocks of a section that has nothing else.
pub(crate) fn fences(section: &str) -> Result<Vec<Fence<'_>>, Problem> {
    let pieces: Vec<&str> = section.split("```").collect();
    let blank = pieces.iter().step_by(2).all(|between| between.trim().is_empty());
    if !blank || pieces.len() < 3 || pieces.len().is_multiple_of(2) {
        return Err("an example is fenced blocks, closed, and nothing else".to_owned());
    }
    Ok(pieces
        .iter()
        .skip(1)
        .step_by(2)
        .map(|piece| {
            let (info, text) = piece.split_once('\n').unwrap_or((piece, ""));
            let (kind, path) = info.split_once(' ').unwrap_or((info, ""));
            Fence { kind, path, text }
        })
        .collect())
}
