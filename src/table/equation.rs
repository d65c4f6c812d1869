//! A formula whose names were found.

use super::{Figure, formula::Operator};
use crate::diag::Span;

/// A formula whose names were found.
pub(super) struct Equation {
    pub left: Term,
    pub right: Term,
    pub span: Span,
    pub shown: String,
    /// The ready-made definition that it comes from.
    pub from: Option<&'static str>,
}

/// Which cell is meant, wherever an equation is looked at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spot {
    /// The one of this column in each row, or of this row in each column.
    Each(usize),
    /// One cell of the table, for all of them.
    One { row: usize, column: usize },
}

/// An expression over positions.
pub(super) enum Term {
    Cell(Spot),
    Number(Figure),
    Sum(Vec<Spot>),
    Negative(Box<Term>),
    Two(Box<Term>, Operator, Box<Term>),
}

impl Equation {
    /// The one cell on the left.
    pub(super) fn target(&self) -> Option<usize> {
        if let Term::Cell(Spot::Each(at)) = self.left { Some(at) } else { None }
    }

    /// Whether it only adds and subtracts.
    pub(super) fn is_linear(&self) -> bool {
        self.left.is_linear() && self.right.is_linear()
    }
}

impl Term {
    fn is_linear(&self) -> bool {
        match self {
            Self::Cell(_) | Self::Sum(_) => true,
            Self::Number(_) => false,
            Self::Negative(of) => of.is_linear(),
            Self::Two(a, operator, b) => {
                matches!(operator, Operator::Plus | Operator::Minus) && a.is_linear() && b.is_linear()
            }
        }
    }

    /// Whether it is one sum over another, as a percentage or not.
    pub(super) fn is_quotient(&self) -> bool {
        match self {
            Self::Two(a, Operator::Per, b) => a.is_linear() && b.is_linear(),
            Self::Two(a, Operator::Times, b) => match (&**a, &**b) {
                (of, Self::Number(_)) | (Self::Number(_), of) => of.is_quotient(),
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether it only adds.
    pub(super) fn is_sum(&self) -> bool {
        match self {
            Self::Cell(_) | Self::Sum(_) => true,
            Self::Number(_) | Self::Negative(_) => false,
            Self::Two(a, operator, b) => *operator == Operator::Plus && a.is_sum() && b.is_sum(),
        }
    }

    /// Every position in it, in order.
    pub(super) fn cells(&self) -> Vec<Spot> {
        match self {
            Self::Cell(at) => vec![*at],
            Self::Number(_) => Vec::new(),
            Self::Sum(all) => all.clone(),
            Self::Negative(of) => of.cells(),
            Self::Two(a, _, b) => [a.cells(), b.cells()].concat(),
        }
    }
}
