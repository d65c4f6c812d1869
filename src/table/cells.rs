//! Where a cell stands in the text of its CSV file.

use crate::diag::Span;

/// Where the rows of a file begin, the header first: found once, however much is to be said of them.
pub struct Places<'t> {
    text: &'t str,
    whole: Span,
    rows: Vec<usize>,
}

impl<'t> Places<'t> {
    /// Of the whole text of a file, which `whole` spans.
    pub fn of(text: &'t str, whole: Span) -> Self {
        let (mut at, mut rows) = (0, Vec::new());
        while at < text.len() {
            let (cells, end) = record(text, at);
            let is_blank = cells.len() == 1 && cells[0].0 == cells[0].1;
            if !is_blank {
                rows.push(at);
            }
            at = end;
        }
        Self { text, whole, rows }
    }

    /// The place of a cell: row (0 is the header) and column.
    pub fn at(&self, row: usize, column: usize) -> Span {
        let Some(start) = self.rows.get(row) else { return self.whole };
        let (cells, _) = record(self.text, *start);
        let (start, end) = cells.get(column).or(cells.last()).copied().unwrap_or((*start, *start));
        Span::new(self.whole.file, self.whole.range().start + start..self.whole.range().start + end)
    }
}

/// The cells of the line at an offset, without blanks around them, and where the next begins.
fn record(text: &str, start: usize) -> (Vec<(usize, usize)>, usize) {
    let mut cells = Vec::new();
    let (mut from, mut quoted) = (start, false);
    for (at, byte) in text.as_bytes()[start..].iter().enumerate().map(|(at, byte)| (at + start, *byte)) {
        match byte {
            b'"' => quoted = !quoted,
            b',' | b'\n' if !quoted => {
                cells.push(trimmed(text, from, at));
                from = at + 1;
                if byte == b'\n' {
                    return (cells, from);
                }
            }
            _ => {}
        }
    }
    cells.push(trimmed(text, from, text.len()));
    (cells, text.len())
}

fn trimmed(text: &str, start: usize, end: usize) -> (usize, usize) {
    let cell = &text[start..end];
    let lead = cell.len() - cell.trim_start().len();
    (start + lead.min(cell.trim_end().len()), start + cell.trim_end().len().max(lead.min(cell.trim_end().len())))
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::diag::{FileId, Span};

    #[test]
    fn cells_are_found_behind_quotes_and_blank_lines() {
        let text = "项目,金额\r\n\r\n\"甲,\n乙\", 1.00 \n丙,\n";
        let places = Places::of(text, Span::new(FileId(0), 0..text.len()));
        let at = |row, column| &text[places.at(row, column).range()];
        assert_eq!([at(0, 1), at(1, 0), at(1, 1), at(2, 0), at(2, 1)], ["金额", "\"甲,\n乙\"", "1.00", "丙", ""]);
    }
}
