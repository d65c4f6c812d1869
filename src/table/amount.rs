//! A value reckoned from printed figures: what it is, and what it may have been before they were rounded.

use super::{
    Figure, Ratio,
    equation::{Spot, Term},
    formula::Operator,
};

/// Most cells of a quotient whose ends are all tried.
const MOST_TRIED: usize = 8;

/// A value with the least and the most that its operands may have been before they were rounded.
#[derive(Clone, Copy)]
pub(super) struct Amount {
    pub exact: Ratio,
    pub low: Ratio,
    pub high: Ratio,
}

/// Why there is none.
pub(super) enum Trouble {
    /// A cell is blank or “/”.
    Absent(Spot),
    /// A division by zero: of nothing, or of something.
    Zero { of_nothing: bool },
    /// Numbers beyond all reason.
    Large,
    /// It can be anything, as what it is divided by may be zero.
    Loose,
    /// A cell is no figure; that is said already.
    Words,
}

/// Whether a printed figure and an amount may be the same.
pub(super) fn overlaps(value: Ratio, half: Ratio, amount: Amount) -> bool {
    let (low, high) = (value.minus(half), value.plus(half));
    low.is_some_and(|low| low <= amount.high) && high.is_some_and(|high| amount.low <= high)
}

impl Amount {
    /// A printed figure that was rounded to so many decimals, or to as many as it has.
    pub(super) fn printed(figure: Figure, places: u32) -> Result<Self, Trouble> {
        let (exact, half) = (figure.value(), figure.half_unit_of(places));
        let (low, high) = (exact.minus(half).ok_or(Trouble::Large)?, exact.plus(half).ok_or(Trouble::Large)?);
        Ok(Self { exact, low, high })
    }

    /// What a term comes to; `cell` gives the amount of a cell.
    pub(super) fn of(term: &Term, cell: &dyn Fn(Spot) -> Result<Self, Trouble>) -> Result<Self, Trouble> {
        match term {
            Term::Cell(at) => cell(*at),
            Term::Number(figure) => Ok(Self::only(figure.value())),
            Term::Sum(all) => {
                all.iter().try_fold(Self::only(Ratio::ZERO), |sum, at| sum.with(Operator::Plus, cell(*at)?))
            }
            Term::Negative(of) => Self::only(Ratio::ZERO).with(Operator::Minus, Self::of(of, cell)?),
            Term::Two(a, operator, b) => Self::of(a, cell)?.with(*operator, Self::of(b, cell)?),
        }
    }

    /// The same, and its ends are really reached. In (本年 - 上年) / 上年 the same 上年 stands twice: intervals take it
    /// for two. A quotient of sums rises or falls with each of its cells alone, so it ends where they end.
    pub(super) fn reached(term: &Term, cell: &dyn Fn(Spot) -> Result<Self, Trouble>) -> Result<Self, Trouble> {
        let whole = Self::of(term, cell)?;
        let mut cells = term.cells();
        let all = cells.len();
        cells.sort_unstable();
        cells.dedup();
        if cells.len() == all || cells.len() > MOST_TRIED || !term.is_quotient() {
            return Ok(whole);
        }
        let end = |ends: usize| {
            let at_end = |at: Spot| {
                let (amount, nth) = (cell(at)?, cells.binary_search(&at).unwrap_or_default());
                Ok(Self::only(if ends >> nth & 1 == 1 { amount.high } else { amount.low }))
            };
            Self::of(term, &at_end).map(|amount| amount.exact)
        };
        let ends = (0..1 << cells.len()).map(end).collect::<Result<Vec<_>, _>>()?;
        let (low, high) = (ends.iter().min().copied(), ends.iter().max().copied());
        Ok(Self { low: low.unwrap_or(whole.low), high: high.unwrap_or(whole.high), ..whole })
    }

    pub(super) fn only(value: Ratio) -> Self {
        Self { exact: value, low: value, high: value }
    }

    fn with(self, operator: Operator, other: Self) -> Result<Self, Trouble> {
        let pair = |a: Ratio, b: Ratio| match operator {
            Operator::Plus => a.plus(b),
            Operator::Minus => a.minus(b),
            Operator::Times => a.times(b),
            Operator::Per => a.per(b),
        };
        if operator == Operator::Per && other.exact.is_zero() {
            return Err(Trouble::Zero { of_nothing: self.exact.is_zero() });
        }
        if operator == Operator::Per && other.low <= Ratio::ZERO && other.high >= Ratio::ZERO {
            return Err(Trouble::Loose);
        }
        let exact = pair(self.exact, other.exact).ok_or(Trouble::Large)?;
        let ends = [(self.low, other.low), (self.low, other.high), (self.high, other.low), (self.high, other.high)];
        let ends: Option<Vec<Ratio>> = ends.into_iter().map(|(a, b)| pair(a, b)).collect();
        let ends = ends.ok_or(Trouble::Large)?;
        let (low, high) = (ends.iter().min().copied(), ends.iter().max().copied());
        Ok(Self { exact, low: low.unwrap_or(exact), high: high.unwrap_or(exact) })
    }
}
