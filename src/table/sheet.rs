//! A table with what was said of its columns and rows: names become positions.

use super::{
    Class, Fault, Figure, Mark, Place,
    equation::{Equation, Spot, Term},
    formula::{All, Expression, parse},
    kind::{Kind, decimals, is_count},
    names::{Found, find},
    ready::{Head, READY, Ready},
};
use crate::{
    diag::Span,
    model::{ColumnType, Table, Text},
    source::nearest,
    text,
};

/// A table as it is judged and drawn.
pub struct Sheet<'t> {
    /// The names of the columns.
    pub header: &'t [String],
    /// The rows below; the first cell of each is its name.
    pub rows: &'t [Vec<String>],
    /// What each column holds.
    pub kinds: Vec<Kind>,
    /// The most decimals that a figure of each column has.
    decimals: Vec<u32>,
    /// Whether sums may be off by the rounding of their parts.
    pub rounded: bool,
    pub(super) across: Vec<Equation>,
    pub(super) down: Vec<Equation>,
    pub(super) ready: Option<(&'static Ready, Span)>,
    pub(super) faults: Vec<Fault>,
}

/// Columns or rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Axis {
    Across,
    Down,
}

/// A formula as authored or as it comes with a definition.
struct Said<'s> {
    text: &'s str,
    span: Span,
    from: Option<&'static str>,
}

impl<'t> Sheet<'t> {
    /// A table's sheet; `None` where its file can't be read.
    pub fn of(table: &'t Table) -> Option<Self> {
        let cells = table.cells.as_ref()?;
        let mut sheet = Self {
            header: &cells.header,
            rows: &cells.rows,
            kinds: vec![Kind::default(); cells.header.len()],
            decimals: decimals(cells),
            rounded: table.rounded,
            across: Vec::new(),
            down: Vec::new(),
            ready: None,
            faults: Vec::new(),
        };
        sheet.ready = table.like.as_ref().and_then(|like| sheet.definition(like));
        let counted = sheet.declare(table);
        sheet.see_figures(&counted);
        sheet.across = sheet.equations(&table.across, Axis::Across);
        sheet.use_figures();
        sheet.down = sheet.equations(&table.down, Axis::Down);
        sheet.see_results();
        Some(sheet)
    }

    /// The names of the rows.
    pub(super) fn labels(&self) -> impl Iterator<Item = &'t str> + Clone {
        self.rows.iter().map(|row| row.first().map_or("", String::as_str))
    }

    pub(super) fn heads(&self) -> impl Iterator<Item = &'t str> + Clone {
        self.header.iter().map(String::as_str)
    }

    /// A cell's text.
    pub fn cell(&self, row: usize, column: usize) -> &'t str {
        self.rows.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }

    /// What a cell says. In a column of decimals a bare 0 is as precise as the others.
    pub fn mark(&self, row: usize, column: usize) -> Mark {
        let mark = Mark::of(self.cell(row, column), self.kinds.get(column).is_some_and(|kind| kind.is_percent()));
        match mark {
            Mark::Figure(figure) => Mark::Figure(figure.or_zero_of(self.decimals.get(column).copied().unwrap_or(0))),
            other => other,
        }
    }

    /// Rows that are reckoned from others.
    pub fn result_rows(&self) -> Vec<usize> {
        self.down.iter().filter_map(Equation::target).collect()
    }

    /// Columns that others add up to.
    pub fn sum_columns(&self) -> Vec<usize> {
        self.across.iter().filter(|e| e.right.is_sum()).filter_map(Equation::target).collect()
    }

    /// Columns that are reckoned from others.
    pub fn result_columns(&self) -> Vec<usize> {
        self.across.iter().filter_map(Equation::target).collect()
    }

    /// Its formulas, for people.
    pub fn formulas(&self) -> impl Iterator<Item = &str> {
        self.across.iter().chain(&self.down).map(|e| e.shown.as_str())
    }

    fn definition(&mut self, like: &Text) -> Option<(&'static Ready, Span)> {
        let ready = Ready::named(like);
        if ready.is_none() {
            let all: Vec<&str> = READY.iter().map(|r| r.name).collect();
            let near = nearest(like, all.iter().copied());
            let names = all.join("、");
            let mut fault = Fault::new(
                Class::Formula,
                Place::At(like.span),
                text!("没有叫「{}」的现成表式", "there is no ready-made table called “{}”", like.value),
            );
            fault.help = Some(near.map_or_else(
                || text!("可用：{names}", "there are: {names}"),
                |near| text!("是不是「{near}」？", "did you mean “{near}”?"),
            ));
            self.faults.push(fault);
        }
        ready.map(|ready| (ready, like.span))
    }

    /// The position of a head of a definition.
    fn at(&self, head: &Head, axis: Axis) -> Option<usize> {
        let one = |name| match axis {
            Axis::Across => find(&self.heads(), name),
            Axis::Down => find(&self.labels(), name),
        };
        head.names().find_map(|name| if let Found::One(at) = one(name) { Some(at) } else { None })
    }

    /// The position of a column of the definition.
    pub(super) fn ready_column(&self, name: &str) -> Option<usize> {
        let (ready, _) = self.ready?;
        self.at(ready.columns.iter().find(|head| head.name == name)?, Axis::Across)
    }

    /// The position of a row of the definition.
    pub(super) fn ready_row(&self, name: &str) -> Option<usize> {
        let (ready, _) = self.ready?;
        self.at(ready.rows.iter().find(|head| head.name == name)?, Axis::Down)
    }

    /// Takes over what was said of its columns; gives which of them count things by their unit.
    fn declare(&mut self, table: &Table) -> Vec<bool> {
        let mut counted = vec![is_count(table.unit.as_ref()); self.kinds.len()];
        for (kind, head) in self.kinds.iter_mut().zip(self.header) {
            kind.percent = head.contains(['%', '％']);
        }
        if let Some((ready, _)) = self.ready {
            for head in ready.columns {
                let Some(at) = self.at(head, Axis::Across) else { continue };
                let figures = !matches!(head.kind, ColumnType::Text | ColumnType::Date);
                self.kinds[at] = Kind { declared: Some(head.kind), figures, apart: head.apart, ..self.kinds[at] };
            }
        }
        for column in &table.columns {
            let Some(at) = self.position(&column.name, column.name.span, Axis::Across) else { continue };
            let kind = &mut self.kinds[at];
            kind.declared = column.kind.as_ref().map(|k| k.value).or(kind.declared);
            kind.places = column.places.as_ref().and_then(|p| u32::try_from(p.value).ok()).or(kind.places);
            counted[at] = column.unit.as_ref().map_or(counted[at], |unit| is_count(Some(unit)));
            kind.percent |= column.unit.as_ref().is_some_and(|unit| unit.contains(['%', '％']));
            kind.figures = kind.declared.is_some_and(|k| !matches!(k, ColumnType::Text | ColumnType::Date));
        }
        counted
    }

    /// A column of which nothing was said holds figures if most of its cells are some.
    fn see_figures(&mut self, counted: &[bool]) {
        for (column, counted) in counted.iter().enumerate().skip(1) {
            if self.kinds[column].declared.is_some() {
                continue;
            }
            let marks = || (0..self.rows.len()).map(|row| self.mark(row, column));
            let figures = marks().filter(|m| matches!(m, Mark::Figure(_))).count();
            let words = marks().filter(|m| matches!(m, Mark::Words)).count();
            let percents = marks().filter(|m| matches!(m, Mark::Figure(f) if f.is_percent())).count();
            let whole = marks().all(|m| !matches!(m, Mark::Figure(f) if f.places() > 0 || f.is_percent()));
            let kind = Kind {
                figures: figures > words,
                declared: (*counted && whole && figures > words).then_some(ColumnType::Int),
                percent: self.kinds[column].percent || (figures > words && percents * 2 > figures),
                ..self.kinds[column]
            };
            self.kinds[column] = kind;
        }
    }

    /// What a formula reckons with must be figures.
    fn use_figures(&mut self) {
        let used: Vec<Spot> = self.across.iter().flat_map(|e| [e.left.cells(), e.right.cells()].concat()).collect();
        for spot in used {
            let (Spot::Each(at) | Spot::One { column: at, .. }) = spot;
            let kind = &mut self.kinds[at];
            kind.figures = true;
            kind.declared = kind.declared.filter(|k| !matches!(k, ColumnType::Text | ColumnType::Date));
        }
    }

    fn equations(&mut self, own: &[Text], axis: Axis) -> Vec<Equation> {
        let ready = self.ready.map(|(ready, span)| {
            let texts = if axis == Axis::Across { ready.across } else { ready.down };
            texts.iter().map(move |text| Said { text, span, from: Some(ready.name) })
        });
        let own = own.iter().map(|text| Said { text, span: text.span, from: None });
        let said: Vec<Said<'_>> = ready.into_iter().flatten().chain(own).collect();
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
            let Some(right) = self.term(&right, &said, axis, &results, target) else { continue };
            let shown = self.shown(&said, &right);
            equations.push(Equation { left, right, span: said.span, shown, from: said.from });
        }
        equations
    }

    fn parsed(&mut self, said: &Said<'_>) -> Option<(Expression, Expression)> {
        match parse(said.text) {
            Ok(formula) => Some((formula.left, formula.right)),
            Err(message) => {
                self.faults.push(Fault::new(Class::Formula, Place::At(said.span), message));
                None
            }
        }
    }

    /// The position of a name; one of a definition may be missing, which is said elsewhere or allowed.
    fn quiet(&self, name: &str, said: &Said<'_>, axis: Axis) -> Option<usize> {
        if said.from.is_some() {
            return if axis == Axis::Across { self.ready_column(name) } else { self.ready_row(name) };
        }
        match if axis == Axis::Across { find(&self.heads(), name) } else { find(&self.labels(), name) } {
            Found::One(at) => Some(at),
            _ => self.ready_column(name).filter(|_| axis == Axis::Across),
        }
    }

    /// What a name means: a column, a row, or the one cell 列@行.
    fn spot(&mut self, name: &str, said: &Said<'_>, axis: Axis) -> Option<Spot> {
        let of_one = name.split_once(['@', '＠']).filter(|_| self.quiet(name, said, axis).is_none());
        let Some((column, row)) = of_one else { return self.found(name, said, axis).map(Spot::Each) };
        let (column, row) = (self.found(column.trim(), said, Axis::Across), self.found(row.trim(), said, Axis::Down));
        Some(Spot::One { row: row?, column: column? })
    }

    fn found(&mut self, name: &str, said: &Said<'_>, axis: Axis) -> Option<usize> {
        if said.from.is_some() { self.quiet(name, said, axis) } else { self.position(name, said.span, axis) }
    }

    fn term(
        &mut self,
        expression: &Expression,
        said: &Said<'_>,
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
    fn shown(&self, said: &Said<'_>, right: &Term) -> String {
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
        said: &Said<'_>,
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
    fn position(&mut self, name: &str, span: Span, axis: Axis) -> Option<usize> {
        let found = if axis == Axis::Across { find(&self.heads(), name) } else { find(&self.labels(), name) };
        let ready = if axis == Axis::Across { self.ready_column(name) } else { self.ready_row(name) };
        let at = if let Found::One(at) = found { Some(at) } else { ready };
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

fn unknown(name: &str, span: Span, what: (&str, &str), found: Found, all: &[&str]) -> Fault {
    let message = match found {
        Found::Many(n) => crate::text::Text {
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
    if let Found::Many(_) = found {
        fault.help = Some(text!("改名，使名称各不相同", "give them names that differ"));
        return fault;
    }
    fault.help = Some(match nearest(name, all.iter().copied()) {
        Some(near) => text!("是不是「{near}」？", "did you mean “{near}”?"),
        None => text!("表里有：{listed}", "the table has: {listed}"),
    });
    fault
}
