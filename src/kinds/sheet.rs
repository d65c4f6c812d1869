//! What a record says of a table beside it, and the cells that lie there.

use super::keys::UNIT;
use crate::{
    diag::{Span, Spanned},
    keys,
    read::{FieldText, Fields},
    words::ColumnType,
};

keys! {
    FILE = "file" "文件名" "file" r#""2026-q3.csv""#
        "与记录放在同一文件夹的 CSV" "a CSV file in the record’s folder";
    CAPTION = "title" "表格标题" "title" r#""2026年第三季度会议室使用次数表""#
        "表的标题" "the table’s title";
    UNDER = "note" "表注" "note" r#""尾差由四舍五入造成。""#
        "写在表下面的一行" "a line under the table";
    LIKE = "like" "现成表式" "ready-made table" r#""三公经费决算""#
        "照哪种现成表式，列、行和算式都有了" "the ready-made definition that it follows";
    COLUMNS = "columns" "列间算式" "formulas over columns" r#"["完成率 = 决算数 / 预算数"]"#
        "各列之间的算式，每一行都要成立" "formulas that hold in every row";
    ROWS = "rows" "行间算式" "formulas over rows" r#"["合计 = 以上各行之和"]"#
        "各行之间的算式，每一个数字列都要成立" "formulas that hold in every column of figures";
    ROUNDED = "rounded" "四舍五入" "rounded" "true"
        "各项是四舍五入来的，容许尾差" "each figure was rounded by itself: sums may be off by that";
    COLUMN = "column" "列" "column" ""
        "一列写一段；写了就检查这一列的每一格" "one table for each column whose cells are to be checked";
    NAME = "name" "列名" "name" r#""接待批次""#
        "照抄表头" "as the header has it";
    TYPE = "type" "类型" "type" r#""整数""#
        "这一列的格里是什么" "what its cells hold";
    PLACES = "places" "小数位数" "decimals" "2"
        "几位小数，0 至 6" "how many decimals, 0 to 6";
}

/// A table: a CSV file beside the record.
#[derive(Clone, Debug)]
pub struct Table {
    /// File name.
    pub file: FieldText,
    /// Title.
    pub title: FieldText,
    /// 单位 of the figures.
    pub unit: Option<FieldText>,
    /// A line under the table.
    pub note: Option<FieldText>,
    /// The ready-made definition that it follows.
    pub like: Option<FieldText>,
    /// What its columns hold.
    pub columns: Vec<Column>,
    /// Formulas over columns, for every row.
    pub across: Vec<FieldText>,
    /// Formulas over rows, for every column of figures.
    pub down: Vec<FieldText>,
    /// Whether every figure was rounded by itself, so that sums may be off by their rounding.
    pub rounded: bool,
    /// What the file holds.
    pub cells: Option<Cells>,
}

/// What a column of a table holds.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name in the header.
    pub name: FieldText,
    /// 类型
    pub kind: Option<Spanned<ColumnType>>,
    /// Decimals of its figures.
    pub places: Option<Spanned<i64>>,
    /// 单位, where it is not the table's.
    pub unit: Option<FieldText>,
}

/// The cells of a CSV file.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    /// Its text.
    pub text: Option<Span>,
    /// First row.
    pub header: Vec<String>,
    /// The rows below, each as long as the header.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            file: fields.required_text(FILE),
            title: fields.required_text_of(CAPTION, Fields::title),
            unit: fields.text(UNIT),
            note: fields.text(UNDER),
            like: fields.text(LIKE),
            columns: fields.tables(COLUMN, Column::read),
            across: fields.texts(COLUMNS),
            down: fields.texts(ROWS),
            rounded: fields.flag(ROUNDED),
            cells: None,
        }
    }
}

impl Column {
    /// Most decimals that a column may ask for.
    const MOST_PLACES: i64 = 6;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            name: fields.required_text(NAME),
            kind: fields.word(TYPE),
            places: fields.integer_of(PLACES, 0, Self::MOST_PLACES),
            unit: fields.text(UNIT),
        }
    }
}
