//! A table with what was said of its columns and rows.

use std::{cell::OnceCell, collections::HashMap};

use super::{
    Class, Fault, Mark, Place,
    equation::{Equation, Spot},
    kind::{ColumnKind, decimals, is_count, names_a_count, unit_in},
    names::{Match, find, plain},
    precision::{Quantity, Units},
    ready::{Head, READY, Ready},
};
use crate::{diag::Span, kinds::Table, read::FieldText, read::nearest, text, words::ColumnType};

/// A table as it is judged and drawn.
pub struct Sheet<'t> {
    /// The names of the columns.
    pub header: &'t [String],
    /// The rows below; the first cell of each is its name.
    pub rows: &'t [Vec<String>],
    /// What each column holds.
    pub kinds: Vec<ColumnKind>,
    /// The most decimals that a figure of each column has.
    decimals: Vec<u32>,
    pub(super) units: Units<'t>,
    /// The finest decimals of each quantity, looked up when the first figure needs them.
    pub(super) finest: OnceCell<HashMap<Quantity<'t>, u32>>,
    /// Whether sums may be off by the rounding of their parts: it was declared, or the note says so.
    pub rounded: bool,
    pub(super) across: Vec<Equation>,
    pub(super) down: Vec<Equation>,
    pub(super) ready: Option<(&'static Ready, Span)>,
    pub(super) faults: Vec<Fault>,
}

/// Columns or rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    Across,
    Down,
}

impl<'t> Sheet<'t> {
    /// A table's sheet; `None` where its file can't be read.
    pub fn of(table: &'t Table) -> Option<Self> {
        let cells = table.cells.as_ref()?;
        let mut sheet = Self {
            header: &cells.header,
            rows: &cells.rows,
            kinds: vec![ColumnKind::default(); cells.header.len()],
            decimals: decimals(cells),
            units: Units::of(table, &cells.header, &cells.rows),
            finest: OnceCell::new(),
            rounded: table.rounded || table.note.as_ref().is_some_and(|note| speaks_of_rounding(note)),
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

    fn definition(&mut self, like: &FieldText) -> Option<(&'static Ready, Span)> {
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
        head.names().find_map(|name| if let Match::One(at) = one(name) { Some(at) } else { None })
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
    fn declare(&mut self, table: &'t Table) -> Vec<bool> {
        let mut own: Vec<bool> = self.header.iter().map(|head| unit_in(head).is_some()).collect();
        for (kind, head) in self.kinds.iter_mut().zip(self.header) {
            kind.percent = head.contains(['%', '％']);
        }
        if let Some((ready, _)) = self.ready {
            for head in ready.columns {
                let Some(at) = self.at(head, Axis::Across) else { continue };
                let figures = !matches!(head.kind, ColumnType::Text | ColumnType::Date);
                self.kinds[at] = ColumnKind { declared: Some(head.kind), figures, apart: head.apart, ..self.kinds[at] };
            }
        }
        for column in &table.columns {
            let Some(at) = self.position(&column.name, column.name.span, Axis::Across) else { continue };
            let kind = &mut self.kinds[at];
            kind.declared = column.kind.as_ref().map(|k| k.value).or(kind.declared);
            kind.places = column.places.as_ref().and_then(|p| u32::try_from(p.value).ok()).or(kind.places);
            if let Some(unit) = &column.unit {
                (self.units.columns[at], own[at]) = (unit.trim(), true);
            }
            kind.percent |= column.unit.as_ref().is_some_and(|unit| unit.contains(['%', '％']));
            kind.figures = kind.declared.is_some_and(|k| !matches!(k, ColumnType::Text | ColumnType::Date));
        }
        let units = self.units.columns.iter().zip(self.header).enumerate();
        units.map(|(at, (unit, head))| is_count(unit) || (!own[at] && names_a_count(&plain(head)))).collect()
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
            let kind = ColumnKind {
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
}

/// Whether a note says that figures were rounded; one that denies it does not.
fn speaks_of_rounding(note: &str) -> bool {
    const DENIED: [&str; 11] = ["未", "未经", "未作", "未做", "未进行", "不", "不作", "不含", "不存在", "无", "没有"];
    ["四舍五入", "尾差"].iter().any(|word| {
        let mut said = note.match_indices(word).map(|(at, _)| note[..at].trim_end());
        said.any(|before| !DENIED.iter().any(|no| before.ends_with(no)))
    })
}
