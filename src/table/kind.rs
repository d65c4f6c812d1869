//! What a column holds: as declared, or as its unit and its figures tell.

use super::Figure;
use crate::{kinds::Cells, words::ColumnType};

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ColumnKind {
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

impl ColumnKind {
    /// Whether it counts things: its figures were never rounded.
    pub fn is_exact(self) -> bool {
        self.declared == Some(ColumnType::Int)
    }

    /// Whether its figures are percentages.
    pub fn is_percent(self) -> bool {
        self.percent || self.declared == Some(ColumnType::Percent)
    }
}

/// Units of what is measured.
const MEASURED: &[&str] = &[
    "元",
    "平方米",
    "㎡",
    "平方公里",
    "立方米",
    "公顷",
    "亩",
    "米",
    "千米",
    "公里",
    "克",
    "千克",
    "公斤",
    "吨",
    "升",
    "度",
    "千瓦时",
    "小时",
    "分钟",
    "分",
];

/// Whether a unit is one of what is counted.
pub(super) fn is_count(unit: &str) -> bool {
    COUNTED.contains(&unit)
}

/// Whether a head says that it counts: 件数, 人次. Many bureaus write no unit for those.
pub(super) fn names_a_count(head: &str) -> bool {
    let number = head.strip_suffix('数').is_some_and(|of| COUNTED.iter().any(|unit| of.ends_with(unit)));
    number || ["人次", "批次", "团组"].iter().any(|unit| head.ends_with(unit))
}

/// A unit as it is written in a cell, or with 单位： before it.
pub(super) fn unit(text: &str) -> Option<&str> {
    let text = text.trim();
    let known = |unit: &str| is_count(unit) || MEASURED.contains(&unit);
    let times = |unit: &str| unit.strip_prefix(['百', '千', '万', '亿']).is_some_and(known);
    (known(text) || times(text) || text.strip_prefix("百万").is_some_and(known)).then_some(text)
}

/// The unit in brackets at the end of a name: 面积（平方米）, 收费金额（单位：万元）.
pub(super) fn unit_in(name: &str) -> Option<&str> {
    let inner = name.trim_end().strip_suffix(['）', ')'])?.rsplit(['（', '(']).next()?.trim();
    unit(inner.strip_prefix("单位").map_or(inner, |rest| rest.trim_start_matches(['：', ':'])))
}

/// The most decimals that a figure of each column has.
pub(super) fn decimals(cells: &Cells) -> Vec<u32> {
    let places = |cell: Option<&String>| cell.and_then(|cell| Figure::parse(cell)).map_or(0, Figure::places);
    let most = |column| cells.rows.iter().map(|row| places(row.get(column))).max().unwrap_or(0);
    (0..cells.header.len()).map(most).collect()
}
