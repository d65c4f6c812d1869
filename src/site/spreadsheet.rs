//! CSV, with no cell that a spreadsheet would take for a formula.

use super::is_dangerous;

/// A table as the text of a file for a spreadsheet: with a byte order mark, by which it knows UTF-8.
pub fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    format!("\u{feff}{}", plain_csv(rows))
}

/// The same without a byte order mark: a table that was authored so is offered so.
pub(super) fn plain_csv<Row: IntoIterator<Item: AsRef<str>>>(rows: impl IntoIterator<Item = Row>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(vec![]);
    for row in rows {
        writer.write_record(row.into_iter().map(|cell| harmless(cell.as_ref()))).expect("in memory");
    }
    String::from_utf8(writer.into_inner().expect("in memory")).expect("made of text")
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    if is_dangerous(cell) { format!("'{cell}") } else { cell.to_owned() }
}
