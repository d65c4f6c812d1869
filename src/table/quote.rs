//! A cell quoted in running text: `[27.31万元](2026-h1.csv#合计/报销合计)`.

use super::{
    Figure, Mark,
    names::{Match, find},
};

/// The cell that a link's fragment names: the row's first cell, a slash, the column's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote<'t> {
    /// Row below the header, from 0.
    pub row: usize,
    /// Column, from 0.
    pub column: usize,
    /// What stands there.
    pub cell: &'t str,
}

/// Why a fragment leads to no cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is not `row/column`.
    Form,
    /// No row, or several, have this name.
    Row(String),
    /// No column, or several, have this name.
    Column(String),
}

/// The cell that a fragment (without `#`, with or without percent-encoding) names.
///
/// # Errors
/// Where it names none.
pub fn quote<'t, 'h>(
    heads: &(impl Iterator<Item = &'h str> + Clone),
    rows: &'t [Vec<String>],
    fragment: &str,
) -> Result<Quote<'t>, Wrong> {
    let (row, column) = fragment.split_once('/').ok_or(Wrong::Form)?;
    let (row, column) = (decoded(row).ok_or(Wrong::Form)?, decoded(column).ok_or(Wrong::Form)?);
    let labels = rows.iter().map(|cells| cells.first().map_or("", String::as_str));
    let Match::One(at) = find(&labels, &row) else { return Err(Wrong::Row(row)) };
    let Match::One(under) = find(heads, &column) else {
        return Err(Wrong::Column(column));
    };
    Ok(Quote { row: at, column: under, cell: rows[at].get(under).map_or("", String::as_str) })
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Whether words quote a cell rightly: its figure as it is printed, once, with units around it. An amount below zero
/// may be told in words: 减少2.08万元.
pub fn agrees(words: &str, cell: &str) -> bool {
    let Mark::Figure(figure) = Mark::of(cell, false) else {
        return if cell.is_empty() { words.contains("空白") } else { words.contains(cell) };
    };
    let figures = figures(words);
    let [said] = figures[..] else { return false };
    let told = figure.is_negative() && !said.is_negative() && words.contains(['减', '降', '少', '负', '低', '下']);
    let (said, figure) = if told { (said, figure.abs()) } else { (said, figure) };
    // 48% quotes a cell 48 of a column of percentages; 0.48 does not quote 48%.
    let bare = |f: Figure| (f.value(), f.places());
    said == figure
        || (said.is_percent() && Mark::of(cell, true) == Mark::Figure(said)) && bare(said).1 == figure.places()
}

/// The unit of money that words give to their figure, where it is not the one that the cell is in: 2.40元 for 2.40 (万元).
pub fn other_money<'w>(words: &'w str, unit: &str) -> Option<&'w str> {
    const MONEY: [&str; 5] = ["万元", "亿元", "千元", "百万元", "元"];
    let after = words.trim_end().rsplit(|c: char| c.is_ascii_digit()).next()?.trim_start();
    let said = *MONEY.iter().find(|money| after.starts_with(**money))?;
    let differs = MONEY.contains(&unit) && said != unit;
    differs.then(|| &after[..said.len()])
}

/// The figures in running text.
fn figures(words: &str) -> Vec<Figure> {
    let is_part = |c: char| c.is_ascii_digit() || ".,%％-−".contains(c);
    let mut found = Vec::new();
    let mut rest = words;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '-' || c == '−') {
        let text = &rest[start..];
        let length = text.char_indices().skip(1).find(|(_, c)| !is_part(*c) || *c == '-' || *c == '−');
        let length = length.map_or(text.len(), |(at, _)| at);
        found.extend(Figure::parse(text[..length].trim_end_matches(['.', ','])));
        rest = &text[length..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Wrong, agrees, other_money, quote};

    #[test]
    fn words_agree_with_cells() {
        for (words, cell) in [
            ("27.31", "27.31"),
            ("27.31万元", "27.31"),
            ("共1,234.50元", "1234.50"),
            ("减少2.08万元", "-2.08"),
            ("-2.08", "−2.08"),
            ("48%", "48%"),
            ("48.0%", "48.0"),
            ("无", "无"),
            ("3批次", "3"),
        ] {
            assert!(agrees(words, cell), "{words} for {cell}");
        }
        for (words, cell) in [
            ("27.3万元", "27.31"),
            ("27.310", "27.31"),
            ("3月5.80万元", "5.80"),
            ("2.08万元", "-2.08"),
            ("60%", "48%"),
            ("0", "/"),
            ("若干", "27.31"),
            ("0", "无"),
        ] {
            assert!(!agrees(words, cell), "{words} for {cell}");
        }
    }

    #[test]
    fn money_is_in_the_unit_of_its_cell() {
        for (words, unit, other) in [
            ("2.40元", "万元", Some("元")),
            ("共2.40 万元", "元", Some("万元")),
            ("2.40万元", "万元", None),
            ("2.40", "万元", None),
            ("48%", "万元", None),
            ("3元", "批次", None),
        ] {
            assert_eq!(other_money(words, unit), other, "{words} of {unit}");
        }
    }

    #[test]
    fn fragments_lead_to_cells() {
        let header = ["月份", "报销/合计"].map(str::to_owned);
        let rows = [["1月", "2.00"], ["合计", "2.00"]].map(|row| row.map(str::to_owned).to_vec());
        let at =
            |fragment| quote(&header.iter().map(String::as_str), &rows, fragment).map(|q| (q.row, q.column, q.cell));
        assert_eq!(at("合计/报销%2F合计"), Ok((1, 1, "2.00")));
        assert_eq!(at("%E5%90%88%E8%AE%A1/报销%2f合计"), Ok((1, 1, "2.00")));
        assert_eq!(at("合计"), Err(Wrong::Form));
        assert_eq!(at("合计%/报销"), Err(Wrong::Form));
        assert_eq!(at("2月/月份"), Err(Wrong::Row("2月".into())));
        assert_eq!(at("1月/报销"), Err(Wrong::Column("报销".into())));
    }
}
