//! CSV for a spreadsheet: with a byte order mark, and no cell that it would take for a formula.

use super::is_dangerous;

/// A table as the bytes of a file.
pub fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(vec![]);
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell))).expect("in memory");
    }
    let bytes = writer.into_inner().expect("in memory");
    format!("\u{feff}{}", String::from_utf8(bytes).expect("made of text"))
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    if is_dangerous(cell) { format!("'{cell}") } else { cell.to_owned() }
}
