//! Which tables of a record have room on one notice-board sheet. Reckoned in millimetres of `.board` in `style.css`,
//! rather too high than too low: a table that is left out is named, one that overflows spoils the sheet.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::edition::{RecordView, TableView};

/// A table on the sheet.
#[derive(Serialize)]
pub(super) struct Fitted<'e> {
    table: &'e TableView<'e>,
    /// No cell of its body needs a second line.
    in_lines: bool,
}

/// Height of A4 within the margins, less the name of the house, the facts and the foot.
const ROOM: usize = 267 - 14 - 48 - 50;
/// Characters on a line of the title, of the summary, of all cells of a table.
const TITLE: usize = 20;
const SUMMARY: usize = 31;
const CELLS: usize = 48;
/// Heights of a title's line, a summary's, a cell's; of a row's edges; of a table's caption.
const TITLE_LINE: usize = 13;
const SUMMARY_LINE: usize = 10;
const CELL_LINE: usize = 5;
const EDGES: usize = 3;
const CAPTION: usize = 11;

/// The tables that have room beside the title and the summary, one after the other.
pub(super) fn tables<'e>(record: &'e RecordView<'_>) -> Vec<Fitted<'e>> {
    let head = 10 + TITLE_LINE * lines(record.title, TITLE);
    let summary = record.summary.map_or(0, |summary| 10 + SUMMARY_LINE * lines(summary, SUMMARY));
    let mut room = ROOM.saturating_sub(head + summary);
    let mut fitted = vec![];
    for table in &record.tables {
        let (in_lines, height) = height(table);
        if height <= room {
            room -= height;
            fitted.push(Fitted { table, in_lines });
        }
    }
    fitted
}

/// Whether each row of the body is one line, and how high the table is.
fn height(table: &TableView<'_>) -> (bool, usize) {
    let width = |at: usize| table.rows.iter().filter_map(|row| row.get(at)).map(|cell| ems(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    let all: usize = widths.iter().map(|width| width + 1).sum();
    let in_lines = all <= CELLS;
    let spare = CELLS.saturating_sub(all) / widths.len().max(1);
    let heads = table.columns.iter().zip(&widths);
    let head = heads.map(|(column, width)| {
        let (length, unit) = ((width + spare).max(2), column.unit.map_or(0, |unit| ems(unit) + 1));
        (ems(column.name) + unit).div_ceil(length).max(1)
    });
    let rows = if in_lines { 1 } else { all.div_ceil(CELLS) + 1 };
    let head = EDGES + CELL_LINE * head.max().unwrap_or(1);
    (in_lines, CAPTION + head + table.rows.len() * (EDGES + CELL_LINE * rows))
}

/// Width in full-width characters.
fn ems(text: &str) -> usize {
    text.width().div_ceil(2)
}

fn lines(text: &str, length: usize) -> usize {
    ems(text).div_ceil(length).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edition::{ColumnView, Route},
        table::ColumnKind,
    };

    fn table(rows: &[Vec<String>]) -> TableView<'_> {
        let column = |name, figures| ColumnView { name, figures, unit: None, kind: ColumnKind::default() };
        TableView {
            title: "表",
            unit: None,
            note: None,
            columns: vec![column("月份", false), column("金额", true)],
            rows,
            formulas: vec![],
            results: vec![],
            sums: vec![],
            reckoned: vec![],
            route: Route::new("t.csv"),
            xlsx: None,
            file: None,
        }
    }

    #[test]
    fn long_cells_and_many_rows_need_more_room() {
        let short = vec![vec!["1月".to_owned(), "4.80".to_owned()]; 6];
        let long = vec![vec!["长".repeat(60), "4.80".to_owned()]; 6];
        let many = vec![vec!["1月".to_owned(), "4.80".to_owned()]; 40];
        let (in_lines, high) = height(&table(&short));
        assert!(in_lines && high < 80, "{high}");
        assert!(!height(&table(&long)).0 && height(&table(&long)).1 > 2 * high - CAPTION);
        assert!(height(&table(&many)).1 > ROOM);
    }
}
