//! Bars of a table: one for each row, or one for each of two or three columns that can be compared.
//!
//! Lengths are percentages of the drawing's width, so that it fits any screen and its text stays as large as it is. Every
//! bar has its name and its figure in words: colour says nothing that they don't.

use serde::Serialize;

use crate::{
    table::{ColumnKind, Mark, Ratio},
    text::Lang,
};

/// Most bars and most columns that make a drawing.
const MOST_BARS: usize = 24;
const MOST_COLUMNS: usize = 3;
/// Height of a bar with its words, and of the name above the bars of a row of several.
const STEP: u32 = 40;
const NAME: u32 = 26;
/// Longest names, of a bar beside its figure and of a row above its bars: 320 px have no room for more. A Chinese
/// character counts two.
const LONGEST: usize = 24;
const LONGEST_ROW: usize = 38;

/// A table to draw.
pub(crate) struct Figures<'t> {
    pub title: &'t str,
    pub unit: Option<&'t str>,
    pub columns: Vec<ColumnHead<'t>>,
    pub rows: &'t [Vec<String>],
    /// Rows that are reckoned from others, by position: totals.
    pub results: &'t [usize],
    /// Columns that others add up to, and columns that are reckoned from others in any way.
    pub sums: &'t [usize],
    pub reckoned: &'t [usize],
}

/// The head of a column.
pub(crate) struct ColumnHead<'t> {
    pub name: &'t str,
    /// 单位, where it is not the table's.
    pub unit: Option<&'t str>,
    pub kind: ColumnKind,
}

/// The drawing of a table.
#[derive(Serialize)]
pub(crate) struct Bars {
    /// Stable id of the drawing's title.
    pub id: String,
    pub title: String,
    /// What it shows, for those who can't see it.
    pub description: String,
    pub height: u32,
    /// Where zero is, in percent.
    pub zero: String,
    pub bars: Vec<Bar>,
}

#[derive(Serialize)]
pub(crate) struct Bar {
    /// The row, above the first of its bars where it has several.
    pub row: Option<String>,
    pub label: String,
    pub value: String,
    /// `first`, `second`, `third`: which of the columns.
    pub series: &'static str,
    pub y: u32,
    /// Left end and length, in percent.
    pub x: String,
    pub width: String,
}

impl Bars {
    /// Draws a table, the nth of its page; `None` where there is nothing to compare.
    pub(crate) fn of(table: &Figures<'_>, nth: usize, lang: Lang) -> Option<Self> {
        let choice = Drawn::of(table).fitted(table);
        let values: Vec<Ratio> =
            choice.cells.iter().filter_map(|(row, column, _)| value(table, *row, *column)).collect();
        let (least, most) = (*values.iter().min()?.min(&Ratio::ZERO), *values.iter().max()?.max(&Ratio::ZERO));
        let span = most.minus(least)?;
        if values.len() < 2 || span.is_zero() {
            return None;
        }
        let share = |v: Ratio| v.per(span).map_or(0.0, Ratio::approximate) * 100.0;
        let zero = share(least.negative());
        let mut y = 0;
        let bars: Vec<Bar> = choice
            .cells
            .iter()
            .enumerate()
            .map(|(nth, (row, column, series))| {
                let names_row = choice.series > 1 && *series == 0;
                y += if nth == 0 { 0 } else { STEP } + if names_row { NAME } else { 0 };
                let length = value(table, *row, *column).map_or(0.0, share);
                Bar {
                    row: names_row.then(|| short(row_name(table, *row), LONGEST_ROW)),
                    label: short(choice.label(table, *row, *column), LONGEST),
                    value: told(table, *row, *column),
                    series: ["first", "second", "third"][*series],
                    y,
                    x: format!("{:.2}%", if length < 0.0 { zero + length } else { zero }),
                    width: format!("{:.2}%", length.abs()),
                }
            })
            .collect();
        Some(Self {
            id: format!("bars-{}", nth + 1),
            title: choice.title(table, lang),
            description: choice.description(table, lang),
            height: y + STEP,
            zero: format!("{zero:.2}%"),
            bars,
        })
    }
}

/// Which cells are drawn, and as which series.
struct Drawn {
    cells: Vec<(usize, usize, usize)>,
    series: usize,
    /// The columns, where each row is a bar; a table of one row has its columns drawn.
    columns: Vec<usize>,
    one_row: bool,
    /// Whether only the largest are drawn.
    largest: bool,
}

impl Drawn {
    fn of(table: &Figures<'_>) -> Self {
        let rows: Vec<usize> =
            (0..table.rows.len()).filter(|row| !table.results.contains(row) && !is_total(table, *row)).collect();
        if let [row] = rows[..] {
            let columns: Vec<usize> = parts(table);
            let cells = columns.iter().map(|column| (row, *column, 0)).collect();
            return Self { cells, series: 1, columns, one_row: true, largest: false };
        }
        let columns = columns(table);
        let of_row = |row: usize| columns.iter().enumerate().map(move |(series, column)| (row, *column, series));
        Self {
            cells: rows.into_iter().flat_map(of_row).collect(),
            series: columns.len(),
            columns,
            one_row: false,
            largest: false,
        }
    }

    /// Not more than a drawing holds: of a long table one column, of a very long one the largest figures, in its order.
    fn fitted(mut self, table: &Figures<'_>) -> Self {
        if self.cells.len() > MOST_BARS && self.series > 1 {
            self.columns.drain(..self.series - 1);
            self.cells.retain(|(_, column, _)| self.columns.contains(column));
            self.cells.iter_mut().for_each(|(_, _, series)| *series = 0);
            self.series = 1;
        }
        if self.cells.len() > MOST_BARS {
            let mut sizes: Vec<_> = self
                .cells
                .iter()
                .map(|(row, column, _)| value(table, *row, *column))
                .map(|v| v.map(Ratio::abs))
                .collect();
            sizes.sort_unstable_by(|a, b| b.cmp(a));
            let least = sizes[MOST_BARS - 1];
            self.cells.retain(|(row, column, _)| value(table, *row, *column).map(Ratio::abs) >= least);
            self.cells.truncate(MOST_BARS);
            self.largest = true;
        }
        self
    }

    fn title(&self, table: &Figures<'_>, lang: Lang) -> String {
        if self.one_row {
            return table.title.to_owned();
        }
        let names: Vec<&str> = self.columns.iter().map(|c| table.columns[*c].name).collect();
        let mut names = names.join(lang.pick("、", ", "));
        if self.largest {
            names.push_str(&lang.pick(format!("（最大的{MOST_BARS}项）"), format!(" (the {MOST_BARS} largest)")));
        }
        lang.pick(format!("{}：{names}", table.title), format!("{}: {names}", table.title))
    }

    fn label<'t>(&self, table: &'t Figures<'_>, row: usize, column: usize) -> &'t str {
        if self.one_row || self.series > 1 { table.columns[column].name } else { row_name(table, row) }
    }

    /// Every bar in words, names whole.
    fn description(&self, table: &Figures<'_>, lang: Lang) -> String {
        let told = |(row, column, series): &(usize, usize, usize)| {
            let names_row = self.series > 1 && *series == 0;
            let of = if names_row { row_name(table, *row) } else { "" };
            let of = if names_row { format!("{of}{}", lang.pick("：", ": ")) } else { String::new() };
            format!("{of}{} {}", self.label(table, *row, *column), told(table, *row, *column))
        };
        self.cells.iter().map(told).collect::<Vec<_>>().join(lang.pick("；", "; "))
    }
}

fn row_name<'t>(table: &'t Figures<'_>, row: usize) -> &'t str {
    table.rows[row].first().map_or("", String::as_str)
}

/// Whether a row is called a total: beside one, its parts could not be told apart.
fn is_total(table: &Figures<'_>, row: usize) -> bool {
    let name = table.rows[row].first().map_or("", |name| name.trim());
    ["合计", "总计", "共计", "小计", "累计"].iter().any(|total| name.ends_with(total))
}

/// Whether a column holds figures that can be drawn beside others.
fn is_drawn(table: &Figures<'_>, at: usize) -> bool {
    table.columns[at].kind.figures && !table.columns[at].kind.is_percent()
}

/// The columns that nothing is reckoned for.
fn parts(table: &Figures<'_>) -> Vec<usize> {
    (1..table.columns.len()).filter(|at| is_drawn(table, *at) && !table.reckoned.contains(at)).collect()
}

/// The column that the others add up to; else the columns of figures, where few enough can be compared; else the last.
fn columns(table: &Figures<'_>) -> Vec<usize> {
    if let Some(sum) = table.sums.iter().copied().find(|at| is_drawn(table, *at)) {
        return vec![sum];
    }
    let all = parts(table);
    let like = |at: usize| (table.columns[at].unit, table.columns[at].kind.is_exact(), places(table, at));
    let alike = all.iter().all(|at| like(*at) == like(all[0]));
    if alike && all.len() <= MOST_COLUMNS { all } else { all.last().copied().into_iter().collect() }
}

/// The decimals of a column's first figure: what is counted is not drawn beside what is paid.
fn places(table: &Figures<'_>, column: usize) -> Option<u32> {
    table.rows.iter().find_map(|row| match Mark::of(row.get(column)?, false) {
        Mark::Figure(figure) => Some(figure.places()),
        _ => None,
    })
}

fn value(table: &Figures<'_>, row: usize, column: usize) -> Option<Ratio> {
    match Mark::of(table.rows.get(row)?.get(column)?, false) {
        Mark::Figure(figure) => Some(figure.value()),
        Mark::Nil => Some(Ratio::ZERO),
        _ => None,
    }
}

fn short(name: &str, longest: usize) -> String {
    let width = |c: char| if c.is_ascii() { 1 } else { 2 };
    if name.chars().map(width).sum::<usize>() <= longest {
        return name.to_owned();
    }
    let mut room = longest - 2;
    let fits = name.chars().take_while(|c| {
        let fits = width(*c) <= room;
        room = room.saturating_sub(width(*c));
        fits
    });
    fits.chain(['…']).collect()
}

/// A cell in words, with its unit.
fn told(table: &Figures<'_>, row: usize, column: usize) -> String {
    let cell = table.rows[row].get(column).map_or("", String::as_str);
    let unit = table.columns[column].unit.or(table.unit).unwrap_or_default();
    if let Mark::Figure(_) = Mark::of(cell, false) {
        format!("{cell} {unit}").trim_end().to_owned()
    } else {
        cell.to_owned()
    }
}
