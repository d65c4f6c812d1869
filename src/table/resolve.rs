//! Formulas find their columns and rows: names become positions.

use super::{
    Class, Fault, Figure, Place, Sheet,
    equation::{Equation, Spot, Term},
    formula::{All, Expression, parse},
    names::{Match, find},
    ready::Head,
    sheet::Axis,
};
use crate::{diag::Span, read::FieldText, read::nearest, text};

/// A formula as authored or as it comes with a definition.
struct FormulaText<'s> {
    text: &'s str,
    span: Span,
    from: Option<&'static str>,
}

impl Sheet<'_> {
    pub(super) fn equations(&mut self, own: &[FieldText], axis: Axis) -> Vec<Equation> {
        let ready = self.ready.map(|(ready, span)| {
            let texts = if axis == Axis::Across { ready.across } else { ready.down };
            texts.iter().map(move |text| FormulaText { text, span, from: Some(ready.name) })
        });
        let own = own.iter().map(|text| FormulaText { text, span: text.span, from: None });
        let said: Vec<FormulaText<'_>> = ready.into_iter().flatten().chain(own).collect();
        let parsed: Vec<_> = said.into_iter().filter_map(|said| Some((self.parsed(&said)?, said))).collect();
        let results: Vec<usize> = parsed
            .iter()
            .filter_map(
                |((left, _), said)| if let Expression::Name(n) = left { self.quiet(n, said, axis) } else { None },
            )
            .collect();
        let mut equations = Vec::new();
        for ((left, right), said) in parsed {
            let Some(left) = self.term(&left, &said, axis, &results, None) else { continue };
            let target = if let Term::Cell(Spot::Each(at)) = left { Some(at) } else { None };
            let Some(right) = self
                .term(&right, &said, axis, &results, target)
                .or_else(|| self.unchecked(&right, &said, axis, target))
            else {
                continue;
            };
            let shown = self.shown(&said, &right);
            equations.push(Equation { left, right, span: said.span, shown, from: said.from });
        }
        equations
    }

    /// A definition would reckon a figure that is there, from a column that need not be there. That one must is said elsewhere.
    fn unchecked(
        &mut self,
        of: &Expression,
        said: &FormulaText<'_>,
        axis: Axis,
        target: Option<usize>,
    ) -> Option<Term> {
        let (target, (ready, _)) = (target?, self.ready.filter(|_| said.from.is_some())?);
        let heads = if axis == Axis::Across { ready.columns } else { ready.rows };
        let lacks = |head: &&Head| !head.required && of.names(head.name) && self.quiet(head.name, said, axis).is_none();
        let head = heads.iter().find(lacks)?;
        let (what, names): (_, Vec<&str>) = match axis {
            Axis::Across => (("列", "column"), self.heads().collect()),
            Axis::Down => (("行", "row"), self.labels().collect()),
        };
        let many = head.names().find_map(|name| match find(&names.iter().copied(), name) {
            Match::Many(count) => Some(count),
            _ => None,
        });
        let (name, (zh, en)) = (head.name, what);
        let (why, because) = match many {
            Some(count) => (
                format!("表里有 {count} 个「{name}」{zh}，分不清"),
                format!("the table has {count} {en}s called “{name}”: which is meant?"),
            ),
            None => (format!("表里没有「{name}」{zh}"), format!("the table has no {en} called “{name}”")),
        };
        let (place, shown) = match axis {
            Axis::Across => (Place::Cell(0, target), names[target]),
            Axis::Down => (Place::Cell(target + 1, 0), names[target]),
        };
        let message = text!("「{shown}」没有核对：{why}", "“{shown}” is not checked: {because}");
        let formula = said.text;
        let mut fault = Fault::new(Class::Unchecked, place, message);
        fault.see = Some((said.span, text!("「{}」的算式：{formula}", "a formula of “{}”: {formula}", ready.name)));
        fault.help = Some(text!(
            "补上这一{zh}就核对；没有的，发布前照原来的表核对",
            "add that {en} and it is; else compare it with where it comes from before you publish"
        ));
        self.faults.push(fault);
        None
    }

    fn parsed(&mut self, said: &FormulaText<'_>) -> Option<(Expression, Expression)> {
        match parse(said.text) {
            Ok(formula) => Some((formula.left, formula.right)),
            Err(message) => {
                self.faults.push(Fault::new(Class::Formula, Place::At(said.span), message));
                None
            }
        }
    }

    /// The position of a name; one of a definition may be missing, which is said elsewhere or allowed.
    fn quiet(&self, name: &str, said: &FormulaText<'_>, axis: Axis) -> Option<usize> {
        if said.from.is_some() {
            return if axis == Axis::Across { self.ready_column(name) } else { self.ready_row(name) };
        }
        match if axis == Axis::Across { find(&self.heads(), name) } else { find(&self.labels(), name) } {
            Match::One(at) => Some(at),
            _ => self.ready_column(name).filter(|_| axis == Axis::Across),
        }
    }

    /// What a name means: a column, a row, or the one cell 列@行.
    fn spot(&mut self, name: &str, said: &FormulaText<'_>, axis: Axis) -> Option<Spot> {
        let of_one = name.split_once(['@', '＠']).filter(|_| self.quiet(name, said, axis).is_none());
        let Some((column, row)) = of_one else { return self.found(name, said, axis).map(Spot::Each) };
        let (column, row) = (self.found(column.trim(), said, Axis::Across), self.found(row.trim(), said, Axis::Down));
        Some(Spot::One { row: row?, column: column? })
    }

    fn found(&mut self, name: &str, said: &FormulaText<'_>, axis: Axis) -> Option<usize> {
        if said.from.is_some() { self.quiet(name, said, axis) } else { self.position(name, said.span, axis) }
    }

    fn term(
        &mut self,
        expression: &Expression,
        said: &FormulaText<'_>,
        axis: Axis,
        results: &[usize],
        target: Option<usize>,
    ) -> Option<Term> {
        match expression {
            Expression::Name(name) => self.spot(name, said, axis).map(Term::Cell),
            // A column may be called 2025; what is no name is a number.
            Expression::Number(number) => match self.quiet(number, said, axis) {
                Some(at) => Some(Term::Cell(Spot::Each(at))),
                None => Figure::parse(number).map(Term::Number),
            },
            Expression::All(all) => {
                let all = self.all(*all, said, axis, results, target)?;
                Some(Term::Sum(all.into_iter().map(Spot::Each).collect()))
            }
            Expression::Negative(of) => Some(Term::Negative(Box::new(self.term(of, said, axis, results, target)?))),
            Expression::Two(a, operator, b) => {
                let a = self.term(a, said, axis, results, target)?;
                let b = self.term(b, said, axis, results, target)?;
                Some(Term::Two(Box::new(a), *operator, Box::new(b)))
            }
        }
    }

    /// A formula for people: 其余各列之和 says which columns those are.
    fn shown(&self, said: &FormulaText<'_>, right: &Term) -> String {
        let Term::Sum(columns) = right else { return said.text.to_owned() };
        if !said.text.contains("各列之和") {
            return said.text.to_owned();
        }
        let name = |spot: &Spot| if let Spot::Each(at) = spot { self.header[*at].as_str() } else { "" };
        let names: Vec<&str> = columns.iter().map(name).collect();
        ["其余各列之和", "其他各列之和"]
            .iter()
            .fold(said.text.to_owned(), |text, all| text.replace(all, &names.join(" + ")))
    }

    /// Everything but results, so that subtotals are not added twice.
    fn all(
        &mut self,
        all: All,
        said: &FormulaText<'_>,
        axis: Axis,
        results: &[usize],
        target: Option<usize>,
    ) -> Option<Vec<usize>> {
        let fits = (all == All::OtherColumns) == (axis == Axis::Across);
        let Some(target) = target.filter(|_| fits) else {
            let message = text!(
                "「其余各列之和」只用在 columns，「以上各行之和」「其余各行之和」只用在 rows，等号左边写一个名称",
                "其余各列之和 goes into columns, 以上各行之和 and 其余各行之和 into rows, with one name on the left"
            );
            self.faults.push(Fault::new(Class::Formula, Place::At(said.span), message));
            return None;
        };
        let part = |at: &usize| *at != target && !results.contains(at);
        let parts: Vec<usize> = match all {
            All::RowsAbove => (0..target).filter(part).collect(),
            All::OtherRows => (0..self.rows.len()).filter(part).collect(),
            All::OtherColumns => (1..self.header.len())
                .filter(part)
                .filter(|at| self.kinds[*at].figures && !self.kinds[*at].is_percent() && !self.kinds[*at].apart)
                .collect(),
        };
        Some(parts)
    }

    /// The position of a name that an author wrote; one that is not there is a fault.
    pub(super) fn position(&mut self, name: &str, span: Span, axis: Axis) -> Option<usize> {
        let found = if axis == Axis::Across { find(&self.heads(), name) } else { find(&self.labels(), name) };
        let ready = if axis == Axis::Across { self.ready_column(name) } else { self.ready_row(name) };
        let at = if let Match::One(at) = found { Some(at) } else { ready };
        if at.is_none() {
            let fault = match axis {
                Axis::Across => unknown(name, span, ("列", "column"), found, &self.heads().collect::<Vec<_>>()),
                Axis::Down => unknown(name, span, ("行", "row"), found, &self.labels().collect::<Vec<_>>()),
            };
            self.faults.push(fault);
        }
        at
    }
}

/// Most names that are listed where one is not found.
const MOST_LISTED: usize = 16;

fn unknown(name: &str, span: Span, what: (&str, &str), found: Match, all: &[&str]) -> Fault {
    let message = match found {
        Match::Many(n) => crate::text::Text {
            zh: format!("表里有 {n} 个叫「{name}」的{}，分不清", what.0),
            en: format!("the table has {n} {}s called “{name}”: which is meant?", what.1),
        },
        _ => crate::text::Text {
            zh: format!("表里没有叫「{name}」的{}", what.0),
            en: format!("the table has no {} called “{name}”", what.1),
        },
    };
    let listed = all.iter().take(MOST_LISTED).copied().collect::<Vec<_>>().join("、");
    let mut fault = Fault::new(Class::Formula, Place::At(span), message);
    if let Match::Many(_) = found {
        fault.help = Some(text!("改名，使名称各不相同", "give them names that differ"));
        return fault;
    }
    fault.help = Some(match nearest(name, all.iter().copied()) {
        Some(near) => text!("是不是「{near}」？", "did you mean “{near}”?"),
        None => text!("表里有：{listed}", "the table has: {listed}"),
    });
    fault
}
