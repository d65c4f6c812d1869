//! Whether a table's figures are what its arithmetic gives, at the precision at which they are printed.

use super::{
    Class, Fault, Mark, Place, Ratio, Sheet,
    amount::{Amount, Trouble, overlaps},
    equation::{Equation, Spot, Term},
    figure::printed,
    formula::Operator,
    working::working,
};
use crate::{text, text::Text};

/// One row or one column of a sheet under one equation.
struct Line<'l, 's> {
    sheet: &'l Sheet<'s>,
    equation: &'l Equation,
    /// The row of an equation over columns, or the column of one over rows.
    at: usize,
    across: bool,
}

/// Everything that is wrong with a sheet.
pub fn judge(sheet: &Sheet<'_>) -> Vec<Fault> {
    let shape = super::shape::missing(sheet).into_iter().chain(super::shape::cells(sheet));
    sheet.faults.iter().cloned().chain(shape).chain(lines(sheet)).collect()
}

/// What the equations say against it.
fn lines<'l>(sheet: &'l Sheet<'_>) -> impl Iterator<Item = Fault> + 'l {
    let across = sheet.across.iter().flat_map(move |equation| {
        (0..sheet.rows.len()).filter_map(move |at| Line { sheet, equation, at, across: true }.judge())
    });
    let down = sheet.down.iter().flat_map(move |equation| {
        sheet.summed_columns().filter_map(move |at| Line { sheet, equation, at, across: false }.judge())
    });
    across.chain(down)
}

impl Sheet<'_> {
    /// The columns that equations over rows hold for: figures that can be added up.
    fn summed_columns(&self) -> impl Iterator<Item = usize> {
        let ratios: Vec<usize> = self.across.iter().filter(|e| !e.is_linear()).filter_map(Equation::target).collect();
        (1..self.header.len())
            .filter(move |at| self.kinds[*at].figures && !self.kinds[*at].is_percent() && !ratios.contains(at))
    }
}

impl<'s> Line<'_, 's> {
    fn place(&self, spot: Spot) -> (usize, usize) {
        match spot {
            Spot::Each(index) if self.across => (self.at, index),
            Spot::Each(index) => (index, self.at),
            Spot::One { row, column } => (row, column),
        }
    }

    fn mark(&self, spot: Spot) -> Mark {
        let (row, column) = self.place(spot);
        self.sheet.mark(row, column)
    }

    fn cell(&self, spot: Spot) -> &'s str {
        let (row, column) = self.place(spot);
        self.sheet.cell(row, column)
    }

    fn is_exact(&self, spot: Spot) -> bool {
        let (row, column) = self.place(spot);
        self.sheet.is_exact(row, column)
    }

    /// The name of one of its cells, and what it is a cell of.
    fn names(&self, spot: Spot) -> (&'s str, &'s str) {
        let (row, column) = self.place(spot);
        let (row, column) = (self.sheet.cell(row, 0), self.sheet.header[column].as_str());
        if self.across { (column, row) } else { (row, column) }
    }

    fn judge(&self) -> Option<Fault> {
        let cells = [self.equation.left.cells(), self.equation.right.cells()].concat();
        if cells.iter().any(|at| self.mark(*at) == Mark::Words) {
            return None; // said already: it is not of its column's type
        }
        match self.equation.target().map(Spot::Each) {
            Some(target) if self.equation.is_linear() => self.sum(target),
            Some(target) => self.ratio(target),
            None => self.balance(),
        }
    }

    /// A sum: blank and “/” can't be added.
    fn sum(&self, target: Spot) -> Option<Fault> {
        let parts = self.equation.right.cells();
        let absent = parts.iter().copied().find(|at| matches!(self.mark(*at), Mark::Blank | Mark::Inapplicable));
        match (self.mark(target), absent) {
            (Mark::Figure(_), Some(part)) => Some(self.unsummable(target, part)),
            (Mark::Nil | Mark::Blank | Mark::Inapplicable, Some(_)) | (Mark::Words, _) => None,
            (mark, None) => match self.value(&self.equation.right) {
                Ok(amount) if !self.is_sum_of(mark, target, amount) => Some(self.no_sum(target, amount)),
                Ok(_) => None,
                Err(trouble) => self.trouble(target, &trouble),
            },
        }
    }

    fn is_sum_of(&self, mark: Mark, target: Spot, amount: Amount) -> bool {
        let figure = match mark {
            Mark::Figure(figure) => figure,
            Mark::Nil => return amount.exact.is_zero(),
            Mark::Inapplicable => return self.is_of_nothing(&self.equation.right),
            _ => return false,
        };
        let is_exact = figure.value() == amount.exact;
        if is_exact || self.is_exact(target) {
            return is_exact;
        }
        let places = self.places_of_totals(target);
        if !self.sheet.rounded && self.places(&self.equation.right.cells()) <= places {
            return false;
        }
        let parts = if self.sheet.rounded { amount } else { Amount::only(amount.exact) };
        overlaps(figure.value(), figure.half_unit_of(places), parts)
    }

    /// Not the sum; where rounding would explain it, how to say that it was rounded.
    fn no_sum(&self, target: Spot, amount: Amount) -> Fault {
        let mut fault = self.differs(target, amount);
        let Mark::Figure(figure) = self.mark(target) else { return fault };
        if !self.is_exact(target) && overlaps(figure.value(), figure.half_unit(), amount) {
            fault.help = Some(rounding());
        }
        fault
    }

    /// The most decimals that some figures are printed with.
    fn places(&self, cells: &[Spot]) -> u32 {
        let places = |spot: &Spot| {
            let (row, column) = self.place(*spot);
            self.sheet.places(row, column)
        };
        cells.iter().map(places).max().unwrap_or(0)
    }

    /// The decimals of totals: where another of the same row or column has more, this one left its zeros out.
    fn places_of_totals(&self, target: Spot) -> u32 {
        let (row, column) = self.place(target);
        if self.across {
            self.sheet.finest_among(row, column, (0..self.sheet.rows.len()).map(|row| (row, column)))
        } else {
            self.sheet.finest_among(row, column, (1..self.sheet.header.len()).map(|column| (row, column)))
        }
    }

    /// Whether all that is added, or divided, is nothing.
    fn is_of_nothing(&self, term: &Term) -> bool {
        match term {
            Term::Two(a, Operator::Per, _) => self.is_of_nothing(a),
            Term::Two(a, Operator::Times, b) => self.is_of_nothing(a) || self.is_of_nothing(b),
            Term::Two(a, _, b) => self.is_of_nothing(a) && self.is_of_nothing(b),
            Term::Negative(of) => self.is_of_nothing(of),
            Term::Number(figure) => figure.value().is_zero(),
            Term::Cell(_) | Term::Sum(_) => term.cells().into_iter().all(|at| match self.mark(at) {
                Mark::Figure(figure) => figure.value().is_zero(),
                mark => mark == Mark::Nil,
            }),
        }
    }

    /// A quotient, a change: what is printed must be within reach of what the operands may have been.
    fn ratio(&self, target: Spot) -> Option<Fault> {
        let mark = self.mark(target);
        match (Amount::reached(&self.equation.right, &|at| self.amount(at)), mark) {
            (Ok(amount), Mark::Figure(figure)) => {
                (!overlaps(figure.value(), figure.half_unit(), amount)).then(|| self.differs(target, amount))
            }
            (Ok(amount), Mark::Nil) if amount.exact.is_zero() => None,
            (Ok(_), Mark::Blank | Mark::Inapplicable) if self.is_the_whole() => None,
            (Ok(_), Mark::Inapplicable) if self.is_of_nothing(&self.equation.right) => None,
            (Ok(amount), _) => Some(self.differs(target, amount)),
            (Err(Trouble::Absent(part)), Mark::Figure(_)) => Some(self.unsummable(target, part)),
            (Err(Trouble::Zero { of_nothing: true }), Mark::Figure(figure)) if figure.value().is_zero() => None,
            (Err(Trouble::Zero { .. }), Mark::Figure(_)) => Some(self.by_zero(target)),
            (Err(Trouble::Large), _) => self.trouble(target, &Trouble::Large),
            (Err(_), _) => None,
        }
    }

    /// Both sides are reckoned: 一 + 二 = 三 + 四.
    fn balance(&self) -> Option<Fault> {
        let cells = [self.equation.left.cells(), self.equation.right.cells()].concat();
        let first = *cells.first()?;
        let absent = |at: &&Spot| matches!(self.mark(**at), Mark::Blank | Mark::Inapplicable);
        if let Some(part) = cells.iter().find(absent) {
            let all = cells.iter().all(|at| absent(&at));
            return (!all).then(|| self.unsummable(first, *part));
        }
        let (Ok(left), Ok(right)) = (self.value(&self.equation.left), self.value(&self.equation.right)) else {
            return None;
        };
        if self.is_balanced(left, right) {
            return None;
        }
        let (one, two) = (self.shown(&self.equation.left), self.shown(&self.equation.right));
        let (one_is, two_is) = (left.exact.printed(left.exact.places()), right.exact.printed(right.exact.places()));
        let of = self.names(first).1;
        let mut fault = self.fault(
            Class::Arithmetic,
            first,
            text!("{one} = {one_is} ≠ {two} = {two_is}（{of}）", "{one} = {one_is} ≠ {two} = {two_is} ({of})"),
        );
        fault.help = (left.low <= right.high && right.low <= left.high).then(rounding);
        Some(fault)
    }

    /// A side that is printed with fewer decimals than the other was rounded from it.
    fn is_balanced(&self, left: Amount, right: Amount) -> bool {
        if self.sheet.rounded {
            return left.low <= right.high && right.low <= left.high;
        }
        let places = [&self.equation.left, &self.equation.right].map(|side| self.places(&side.cells()));
        let off = left.exact.minus(right.exact).map(Ratio::abs);
        let allowed =
            if places[0] == places[1] { Some(Ratio::ZERO) } else { Ratio::decimal(5, places[0].min(places[1]) + 1) };
        off.zip(allowed).is_some_and(|(off, allowed)| off <= allowed)
    }

    /// Whether the one cell that others are compared with is of this line: the whole is no share of itself.
    fn is_the_whole(&self) -> bool {
        let of_here = |spot: &Spot| match *spot {
            Spot::Each(_) => false,
            Spot::One { row, column } => self.at == if self.across { row } else { column },
        };
        self.equation.right.cells().iter().any(of_here)
    }

    fn shown(&self, term: &Term) -> String {
        working(term, &|at| self.cell(at))
    }

    fn differs(&self, target: Spot, amount: Amount) -> Fault {
        let (name, of) = self.names(target);
        let (mark, cell) = (self.mark(target), self.cell(target));
        let percent = self.sheet.kinds[self.place(target).1].is_percent();
        let exact = if self.equation.is_linear() { amount.exact.places() } else { 0 };
        let is = match mark {
            Mark::Figure(figure) => printed(amount.exact, figure.places().max(exact), figure.is_percent()),
            _ => printed(amount.exact, exact.max(if percent { 1 } else { 2 }), percent),
        };
        let working = self.shown(&self.equation.right);
        let working = if working == is { working } else { format!("{working} = {is}") };
        let Text { zh, en } = mark.named(cell);
        let (zh, en) =
            if let Mark::Figure(_) = mark { (figure_of(cell, mark), figure_of(cell, mark)) } else { (zh, en) };
        let owner = owner(name);
        self.fault(
            Class::Arithmetic,
            target,
            text!("{owner}的 {zh} ≠ {working}（{of}）", "{owner} {en} ≠ {working} ({of})"),
        )
    }

    /// Every part that keeps a figure from being reckoned, at the first of them.
    fn unsummable(&self, target: Spot, first: Spot) -> Fault {
        let ((name, of), total) = (self.names(target), self.cell(target));
        let left = if self.equation.target().is_none() { self.equation.left.cells() } else { Vec::new() };
        let parts = left.into_iter().chain(self.equation.right.cells());
        let absent = parts.filter(|at| matches!(self.mark(*at), Mark::Blank | Mark::Inapplicable));
        let said: Vec<(&str, Text)> = absent.map(|at| (self.names(at).0, self.mark(at).named(self.cell(at)))).collect();
        let zh: Vec<String> = said.iter().map(|(part, is)| format!("「{part}」是{}", is.zh)).collect();
        let en: Vec<String> = said.iter().map(|(part, is)| format!("“{part}” is {}", is.en)).collect();
        let (zh, en) = (zh.join("，"), en.join(", "));
        let mut fault = self.fault(
            Class::Unsummable,
            first,
            text!("{zh}，算不出「{name}」的 {total}（{of}）", "{en}: {total} of “{name}” can't be reckoned ({of})"),
        );
        fault.help = Some(text!(
            "没有发生写 0 或者无，不适用写 /，不知道留空白；有一项是 / 或者空白，算出来的就不能是数",
            "0 or 无 where there was none, / where it does not apply, blank where it is not known; with a / or a blank among its parts a result is no figure"
        ));
        fault
    }

    fn by_zero(&self, target: Spot) -> Fault {
        let ((name, of), cell) = (self.names(target), self.cell(target));
        let working = self.shown(&self.equation.right);
        let mut fault = self.fault(
            Class::Arithmetic,
            target,
            text!(
                "{}的 {cell} 算不出来：{working}，除数是 0（{of}）",
                "{} {cell} can't be: {working} divides by zero ({of})",
                owner(name)
            ),
        );
        fault.help = Some(text!("写 / 或者留空白", "write / or leave it blank"));
        fault
    }

    fn trouble(&self, target: Spot, trouble: &Trouble) -> Option<Fault> {
        let message = text!("数太大，算不出来", "the numbers are too large to reckon with");
        matches!(trouble, Trouble::Large).then(|| self.fault(Class::Arithmetic, target, message))
    }

    fn fault(&self, class: Class, spot: Spot, message: Text) -> Fault {
        let (row, column) = self.place(spot);
        let shown = &self.equation.shown;
        let see = match self.equation.from {
            Some(name) => text!("「{name}」的算式：{shown}", "a formula of “{name}”: {shown}"),
            None => text!("算式在这里", "the formula"),
        };
        Fault { see: Some((self.equation.span, see)), ..Fault::new(class, Place::Cell(row + 1, column), message) }
    }

    fn value(&self, term: &Term) -> Result<Amount, Trouble> {
        Amount::of(term, &|at| self.amount(at))
    }

    fn amount(&self, spot: Spot) -> Result<Amount, Trouble> {
        match self.mark(spot) {
            Mark::Figure(figure) if self.is_exact(spot) => Ok(Amount::only(figure.value())),
            Mark::Figure(figure) => {
                let (row, column) = self.place(spot);
                Amount::printed(figure, self.sheet.finest(row, column))
            }
            Mark::Nil => Ok(Amount::only(Ratio::ZERO)),
            Mark::Blank | Mark::Inapplicable => Err(Trouble::Absent(spot)),
            Mark::Words => Err(Trouble::Words),
        }
    }
}

/// Where rounding would explain a difference.
fn rounding() -> Text {
    text!(
        "对照凭证，改正错的那一格；确实是各项分别四舍五入造成的，才写 rounded = true，并在 note 里说明",
        "look up which figure is wrong and correct it; only where each was rounded by itself, write rounded = true and say so in note"
    )
}

/// A name before 的: a column may be called 完成预算的.
fn owner(name: &str) -> &str {
    name.strip_suffix('的').unwrap_or(name)
}

/// A percentage of a column of percentages is shown as one even where the cell has no sign.
fn figure_of(cell: &str, mark: Mark) -> String {
    let bare = !cell.contains(['%', '％']);
    if matches!(mark, Mark::Figure(f) if f.is_percent()) && bare { format!("{cell}%") } else { cell.to_owned() }
}
