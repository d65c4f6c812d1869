//! Columns that a sum over rows stands under, though most of their cells are no figures.

use super::{Class, Fault, Mark, Place, Sheet};
use crate::text;

impl Sheet<'_> {
    /// A column with a figure in a row that is reckoned holds figures, however few of its cells are some.
    pub(super) fn see_results(&mut self) {
        let results = self.result_rows();
        let any = |column: usize, sought: fn(&Mark) -> bool, rows: &[usize]| {
            rows.iter().any(|row| sought(&self.mark(*row, column)))
        };
        let all: Vec<usize> = (0..self.rows.len()).collect();
        let figure: fn(&Mark) -> bool = |mark| matches!(mark, Mark::Figure(_));
        let words: fn(&Mark) -> bool = |mark| matches!(mark, Mark::Words);
        let garbled = |column: &usize| {
            let kind = self.kinds[*column];
            !kind.figures && kind.declared.is_none() && any(*column, figure, &results) && any(*column, words, &all)
        };
        let garbled: Vec<usize> = (1..self.header.len()).filter(garbled).collect();
        garbled.into_iter().for_each(|column| self.kinds[column].figures = true);
    }
}

/// Formulas over rows that have no column of figures to hold for, only words.
pub(super) fn no_figures(sheet: &Sheet<'_>) -> Option<Fault> {
    let row = *sheet.result_rows().first()?;
    let columns = 1..sheet.header.len();
    if columns.clone().any(|column| sheet.kinds[column].figures) {
        return None;
    }
    let column = columns.clone().find(|column| matches!(sheet.mark(row, *column), Mark::Words))?;
    let message = text!(
        "「{}」是算出来的一行，表里却没有一列是数，无从核对",
        "“{}” is reckoned, but no column of the table holds figures to check",
        sheet.cell(row, 0)
    );
    Some(Fault::new(Class::Cell, Place::Cell(row + 1, column), message))
}
