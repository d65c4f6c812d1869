//! What a column holds: as declared, or as its unit and its figures tell.

use super::Figure;
use crate::model::{Cells, ColumnType, Text};

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kind {
    /// As declared, or by its unit: 件, 人次.
    pub declared: Option<ColumnType>,
    /// Decimals that its figures have.
    pub places: Option<u32>,
    /// Whether its figures are percentages without the sign.
    pub percent: bool,
    /// Whether it holds figures: declared, or seen, or used in a formula.
    pub figures: bool,
    /// Whether it is no part of 其余各列之和.
    pub(super) apart: bool,
}

/// Units of what is counted: such figures were never rounded.
const COUNTED: &[&str] = &[
    "个", "件", "份", "项", "次", "人", "人次", "批", "批次", "名", "条", "辆", "台", "户", "起", "宗", "家", "期",
    "场", "篇", "天", "团组",
];

impl Kind {
    /// Whether it counts things: its figures were never rounded.
    pub fn is_exact(self) -> bool {
        self.declared == Some(ColumnType::Int)
    }

    /// Whether its figures are percentages.
    pub fn is_percent(self) -> bool {
        self.percent || self.declared == Some(ColumnType::Percent)
    }
}

/// Whether a unit is one of what is counted.
pub(super) fn is_count(unit: Option<&Text>) -> bool {
    unit.is_some_and(|unit| COUNTED.contains(&unit.trim()))
}

/// The most decimals that a figure of each column has.
pub(super) fn decimals(cells: &Cells) -> Vec<u32> {
    let places = |cell: Option<&String>| cell.and_then(|cell| Figure::parse(cell)).map_or(0, Figure::places);
    let most = |column| cells.rows.iter().map(|row| places(row.get(column))).max().unwrap_or(0);
    (0..cells.header.len()).map(most).collect()
}
