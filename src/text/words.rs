//! Closed vocabularies: a field takes one of a fixed set of words, in Chinese or as an English token.

use super::Lang;

/// One vocabulary. Made by the [`words!`](crate::words) macro.
pub trait Word: Copy + Eq + Sync + 'static {
    /// Every value, in the order in which pages list them.
    const ALL: &'static [Self];
    /// The English token, lower-case ASCII; also used in addresses.
    fn token(self) -> &'static str;
    /// The word officials write, shown on Chinese pages.
    fn zh(self) -> &'static str;
    /// The label on English pages.
    fn en(self) -> &'static str;
    /// Other spellings accepted from authors.
    fn aliases(self) -> &'static [&'static str];

    /// The value that an author's word names.
    fn parse(word: &str) -> Option<Self> {
        let word = word.trim();
        Self::ALL.iter().copied().find(|w| w.token() == word || w.zh() == word || w.aliases().contains(&word))
    }

    /// Token and shown word in the site's language.
    fn label(self, lang: Lang) -> Label {
        Label { id: self.token(), text: lang.pick(self.zh(), self.en()) }
    }
}

/// A word as a page shows it.
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub struct Label {
    /// The token.
    pub id: &'static str,
    /// The word in the site's language.
    pub text: &'static str,
}

impl Label {
    /// Whether it shows a word.
    pub fn is<W: Word>(&self, word: W) -> bool {
        self.id == word.token()
    }
}
