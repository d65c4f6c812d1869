//! Words for people: two languages side by side, and the closed vocabularies of the field.

mod hidden;
mod lang;
mod system;
mod words;

pub use hidden::{Hidden, masked, visible, visible_data, visible_json};
pub use lang::{Lang, Text};
pub use system::{quoting, system, system_words};
pub use words::{Label, Word};

/// A message in both languages, each a format string over the same variables.
///
/// The two stand side by side where the message arises, so that neither can be forgotten.
#[macro_export]
macro_rules! text {
    ($zh:literal, $en:literal $(, $arg:expr)* $(,)?) => {
        $crate::text::Text { zh: format!($zh $(, $arg)*), en: format!($en $(, $arg)*) }
    };
}

/// Declares an enum whose values are a closed vocabulary: English token, Chinese word, English
/// label, and further spellings that officials use.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $token:literal $zh:literal $en:literal $([$($alias:literal),*])? ),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$vmeta])* #[doc = $zh] $variant, )+ }

        impl $crate::text::Word for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn token(self) -> &'static str { match self { $(Self::$variant => $token),+ } }
            fn zh(self) -> &'static str { match self { $(Self::$variant => $zh),+ } }
            fn en(self) -> &'static str { match self { $(Self::$variant => $en),+ } }
            fn aliases(self) -> &'static [&'static str] { match self { $(Self::$variant => &[$($($alias),*)?]),+ } }
        }
    };
}
