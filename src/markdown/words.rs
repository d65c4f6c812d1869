//! A body as its reader has it: the words alone, whatever marks, links or line breaks stand between them.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::OPTIONS;

/// What a reader sees or hears of a body.
#[derive(Debug, Default)]
pub struct Words {
    /// The words; blocks and cells are parted by 。, destinations and titles of links stand at the end.
    pub text: String,
    /// Where the pieces of it begin, and where each stands in the body.
    pieces: Vec<(usize, usize)>,
}

impl Words {
    /// Where a byte of the words stands in the body.
    pub fn place(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.pieces.get(piece).map_or(0, |(start, place)| place + at.saturating_sub(*start))
    }

    fn push(&mut self, text: &str, place: usize) {
        self.pieces.push((self.text.len(), place));
        self.text.push_str(text);
    }
}

/// The words of a body.
pub fn words(body: &str) -> Words {
    let mut words = Words::default();
    let mut aside: Vec<(String, usize)> = Vec::new();
    for (event, range) in Parser::new_ext(body, OPTIONS).into_offset_iter() {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                words.push(&text, range.start);
            }
            Event::SoftBreak | Event::HardBreak => words.push(" ", range.start),
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
                aside.extend([dest_url, title].into_iter().map(|text| (text.into_string(), range.start)));
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
            _ => words.push("。", range.start),
        }
    }
    for (text, place) in aside.iter().filter(|(text, _)| !text.is_empty()) {
        words.push("。", *place);
        words.push(text, *place);
    }
    words
}
