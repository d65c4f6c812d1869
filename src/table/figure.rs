//! What a cell says: a figure as it is printed, or one of the marks that stand for none.

use super::Ratio;

/// Longest figure, in digits: far more than a budget needs, and few enough for exact arithmetic.
const MOST_DIGITS: usize = 15;

/// A figure as it is printed: its digits, how many of them are decimals, and whether a percent sign follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    digits: i128,
    places: u32,
    percent: bool,
}

/// What stands in a cell. Blank, 0, 无 and “/” are four different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing was written: not known, or not yet.
    Blank,
    /// 无: there was none; counts as zero.
    Nil,
    /// “/” (also — and -): does not apply; counts as nothing at all.
    Inapplicable,
    /// A figure.
    Figure(Figure),
    /// Anything else.
    Words,
}

impl Mark {
    /// Reads a cell; `percent` says that its column's figures are percentages without the sign.
    pub fn of(cell: &str, percent: bool) -> Self {
        match cell.trim() {
            "" => Self::Blank,
            "无" => Self::Nil,
            "/" | "／" | "—" | "——" | "-" | "－" | "−" => Self::Inapplicable,
            cell => {
                Figure::parse(cell).map_or(Self::Words, |f| Self::Figure(Figure { percent: f.percent || percent, ..f }))
            }
        }
    }

    /// The mark in words, for messages; a figure or words speak for themselves.
    pub fn named(self, cell: &str) -> crate::text::Text {
        match self {
            Self::Blank => crate::text!("空白", "blank"),
            _ => crate::text!("“{}”", "“{}”", cell.trim()),
        }
    }
}

impl Figure {
    /// A figure as people print it: `-0.08`, `−2`, `1,234.50`, `48%`, `48 ％`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let bare = text.strip_suffix(['%', '％']);
        let (percent, text) = (bare.is_some(), bare.unwrap_or(text).trim_end());
        let unsigned = text.strip_prefix(['-', '−', '－']);
        let (negative, text) = (unsigned.is_some(), unsigned.or_else(|| text.strip_prefix('+')).unwrap_or(text));
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let whole = ungrouped(whole)?;
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let dot_for_nothing = text.ends_with('.');
        if whole.is_empty() || dot_for_nothing || !all_digits(&whole) || !all_digits(decimals) {
            return None;
        }
        if whole.len() + decimals.len() > MOST_DIGITS {
            return None;
        }
        let digits: i128 = format!("{whole}{decimals}").parse().ok()?;
        Some(Self { digits: if negative { -digits } else { digits }, places: decimals.len() as u32, percent })
    }

    /// Its value: 48% is 0.48.
    pub fn value(self) -> Ratio {
        Ratio::decimal(self.digits, self.places + self.shift()).expect("a figure has few digits")
    }

    /// How far it may be from what it was rounded from.
    pub fn half_unit(self) -> Ratio {
        self.half_unit_of(self.places)
    }

    /// The same, where figures of its kind are printed with so many decimals and its zeros may be left out.
    pub(super) fn half_unit_of(self, places: u32) -> Ratio {
        Ratio::decimal(5, places.max(self.places) + self.shift() + 1).expect("a figure has few digits")
    }

    /// Itself, or a bare 0 with so many decimals.
    pub(super) fn or_zero_of(self, places: u32) -> Self {
        if self.digits == 0 && self.places == 0 { Self { places, ..self } } else { self }
    }

    /// Printed decimals.
    pub fn places(self) -> u32 {
        self.places
    }

    /// Whether it is a percentage.
    pub fn is_percent(self) -> bool {
        self.percent
    }

    /// Without its sign.
    pub fn abs(self) -> Self {
        Self { digits: self.digits.abs(), ..self }
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.digits < 0
    }

    fn shift(self) -> u32 {
        if self.percent { 2 } else { 0 }
    }
}

/// The digits before the point; thousands are set off everywhere or nowhere.
fn ungrouped(whole: &str) -> Option<String> {
    let parts: Vec<&str> = whole.split([',', '，']).collect();
    let well = parts.len() == 1 || ((1..=3).contains(&parts[0].len()) && parts[1..].iter().all(|part| part.len() == 3));
    well.then(|| parts.concat())
}

/// A value in the way a figure is printed.
pub(super) fn printed(value: Ratio, places: u32, percent: bool) -> String {
    let hundred = Ratio::decimal(100, 0).expect("small");
    if !percent {
        return value.printed(places);
    }
    value.times(hundred).map_or_else(|| "…".to_owned(), |v| format!("{}%", v.printed(places)))
}

#[cfg(test)]
mod tests {
    use super::{Figure, Mark};

    #[test]
    fn figures_and_marks() {
        for good in ["0", "-0.08", "−2", "1,234.50", "48%", "48.0 ％", "+3.1", "1,234,567"] {
            assert!(matches!(Mark::of(good, false), Mark::Figure(_)), "{good}");
        }
        for bad in ["1,23", "5.2O", "1.", ".5", "1e5", "12,3456", "--1", "%", "1.2.3", "inf", "1234567890123456"] {
            assert_eq!(Mark::of(bad, false), Mark::Words, "{bad}");
        }
        assert_eq!(
            ["", "无", "/", "—"].map(|c| Mark::of(c, false)),
            [Mark::Blank, Mark::Nil, Mark::Inapplicable, Mark::Inapplicable]
        );
        let (bare, signed) = (Mark::of("48.0", true), Mark::of("48.0%", false));
        assert_eq!(bare, signed);
        assert_eq!(Figure::parse("48%").map(Figure::value), Figure::parse("0.48").map(Figure::value));
    }
}
