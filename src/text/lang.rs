//! The two languages and a text in both.

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// 中文 (zh-CN)
    Zh,
    /// English
    En,
}

impl Lang {
    /// The language of a tag or a locale name (`zh-CN`, `zh_CN.UTF-8`, `en`, `en_US`); `None` for others, such as `C`.
    pub fn of(tag: &str) -> Option<Self> {
        match tag.split(['-', '_', '.', '@']).next() {
            Some("zh") => Some(Self::Zh),
            Some("en") => Some(Self::En),
            _ => None,
        }
    }

    /// The BCP 47 tag, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        self.pick("zh-CN", "en")
    }

    /// The one of two values that is in this language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// One message in Chinese and in English.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Text {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

impl Text {
    /// The message in one language.
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}
