//! How finely figures are printed. Amounts in 万元 don't make areas finer, nor rates amounts: each quantity is as fine
//! as the finest of its own figures, so that 1 beside 0.53 is 1.00.

use std::collections::HashMap;

use super::{
    Figure, Sheet,
    equation::Equation,
    kind::{is_count, unit_in},
    names::plain,
};
use crate::kinds::Table;

/// What figures measure: those of one quantity are printed alike.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Quantity<'t> {
    /// Percentages.
    Percent,
    /// What a formula that does more than add gives for a column: unit prices, averages.
    Column(usize),
    /// The same for a row.
    Row(usize),
    /// What is measured in a unit, or in one that nobody named.
    Unit(&'t str),
}

/// The units of rows and columns.
pub(super) struct Units<'t> {
    /// 面积（平方米）, or as a column of units has it.
    rows: Vec<Option<&'t str>>,
    /// Of the column, in its name, or of the whole table.
    pub columns: Vec<&'t str>,
}

impl<'t> Units<'t> {
    pub(super) fn of(table: &'t Table, header: &'t [String], rows: &'t [Vec<String>]) -> Self {
        let whole = table.unit.as_ref().map_or("", |unit| unit.trim());
        let columns = header.iter().map(|head| unit_in(head).unwrap_or(whole)).collect();
        let named = header.iter().skip(1).position(|head| matches!(plain(head).as_str(), "单位" | "计量单位"));
        let unit = |row: &'t Vec<String>| {
            let of_column = named.and_then(|at| row.get(at + 1)).and_then(|cell| super::kind::unit(cell));
            of_column.or_else(|| row.first().and_then(|label| unit_in(label)))
        };
        Self { rows: rows.iter().map(unit).collect(), columns }
    }
}

impl<'t> Sheet<'t> {
    /// Whether a figure counts things: it was never rounded.
    pub(super) fn is_exact(&self, row: usize, column: usize) -> bool {
        let of_row = self.units.rows.get(row).copied().flatten().is_some_and(is_count);
        let is_whole = || Figure::parse(self.cell(row, column)).is_some_and(|f| f.places() == 0 && !f.is_percent());
        self.kinds.get(column).is_some_and(|kind| kind.is_exact()) || (of_row && is_whole())
    }

    /// How many decimals a figure counts as printed with.
    pub(super) fn finest(&self, row: usize, column: usize) -> u32 {
        let all = self.finest.get_or_init(|| self.every_finest());
        all.get(&self.quantity(row, column)).copied().unwrap_or(0)
    }

    /// The same among some cells alone.
    pub(super) fn finest_among(&self, row: usize, column: usize, line: impl Iterator<Item = (usize, usize)>) -> u32 {
        let quantity = self.quantity(row, column);
        let alike = line.filter(|(row, column)| self.quantity(*row, *column) == quantity);
        alike.map(|(row, column)| self.places(row, column)).max().unwrap_or(0)
    }

    /// The decimals of a printed figure.
    pub(super) fn places(&self, row: usize, column: usize) -> u32 {
        Figure::parse(self.cell(row, column)).map_or(0, Figure::places)
    }

    fn every_finest(&self) -> HashMap<Quantity<'t>, u32> {
        let mut finest = HashMap::new();
        for (row, column) in (0..self.rows.len()).flat_map(|row| (1..self.header.len()).map(move |at| (row, at))) {
            let most = finest.entry(self.quantity(row, column)).or_insert(0);
            *most = self.places(row, column).max(*most);
        }
        finest
    }

    fn quantity(&self, row: usize, column: usize) -> Quantity<'t> {
        let is_result = |of: &[Equation], at| of.iter().any(|e| !e.is_linear() && e.target() == Some(at));
        if self.kinds[column].is_percent() || self.cell(row, column).trim_end().ends_with(['%', '％']) {
            return Quantity::Percent;
        }
        if is_result(&self.across, column) {
            return Quantity::Column(column);
        }
        if is_result(&self.down, row) {
            return Quantity::Row(row);
        }
        Quantity::Unit(self.units.rows.get(row).copied().flatten().unwrap_or(self.units.columns[column]))
    }
}
