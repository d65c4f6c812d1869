//! Tables with arithmetic: planted errors in every ready-made table, laws over made tables, and what pages make of them.

mod every;
mod exact;
mod garbage;
mod laws;
mod pages;
mod planted;

use mingjing::{
    diag::{FileId, Span, Spanned},
    kinds::{Cells, Column, Table},
    read::FieldText,
    table::{Class, Sheet, judge},
    words::ColumnType,
};

/// A table as it would be authored.
pub(crate) struct Made(Table);

fn text(value: &str) -> FieldText {
    Spanned::new(value.to_owned(), Span::head(FileId(0)))
}

impl Made {
    /// Cells as CSV without quotes, the header first.
    pub(crate) fn of(csv: &str) -> Self {
        let row = |line: &str| line.trim().split(',').map(str::to_owned).collect::<Vec<_>>();
        let mut rows: Vec<Vec<String>> = csv.trim().lines().map(row).collect();
        let cells = Cells { text: None, header: rows.remove(0), rows };
        Self(Table {
            file: text("a.csv"),
            title: text("表"),
            unit: None,
            note: None,
            like: None,
            columns: Vec::new(),
            across: Vec::new(),
            down: Vec::new(),
            rounded: false,
            cells: Some(cells),
        })
    }

    pub(crate) fn like(mut self, name: &str) -> Self {
        self.0.like = Some(text(name));
        self
    }

    pub(crate) fn column(mut self, name: &str, kind: ColumnType) -> Self {
        let kind = Some(Spanned::new(kind, Span::head(FileId(0))));
        self.0.columns.push(Column { name: text(name), kind, places: None, unit: None });
        self
    }

    pub(crate) fn unit(mut self, unit: &str) -> Self {
        self.0.unit = Some(text(unit));
        self
    }

    pub(crate) fn note(mut self, note: &str) -> Self {
        self.0.note = Some(text(note));
        self
    }

    pub(crate) fn across(mut self, formula: &str) -> Self {
        self.0.across.push(text(formula));
        self
    }

    pub(crate) fn down(mut self, formula: &str) -> Self {
        self.0.down.push(text(formula));
        self
    }

    pub(crate) fn rounded(mut self) -> Self {
        self.0.rounded = true;
        self
    }

    /// What is wrong, in Chinese, by class.
    pub(crate) fn faults(&self) -> Vec<(Class, String)> {
        let sheet = Sheet::of(&self.0).expect("cells");
        judge(&sheet).into_iter().map(|fault| (fault.class, fault.message.zh)).collect()
    }

    pub(crate) fn messages(&self) -> Vec<String> {
        self.faults().into_iter().map(|(_, message)| message).collect()
    }
}
