//! What holds for every table: every changed figure of an exact sum is found, and rounding passes as far as it goes.

use mingjing::table::{Class, Figure, Ratio, parse};
use proptest::prelude::*;

use crate::support::search;

use super::Made;

/// A number with six decimals, as an account has it before anyone rounds.
fn exact(digits: i64) -> Ratio {
    Ratio::decimal(i128::from(digits), 6).expect("small")
}

fn total(parts: &[i64]) -> i64 {
    parts.iter().sum()
}

/// A table of months: parts in columns, their sum beside them, the sum of all below.
fn months(rows: &[Vec<i64>], places: u32) -> Vec<Vec<String>> {
    let width = rows[0].len();
    let below: Vec<i64> = (0..width).map(|c| rows.iter().map(|row| row[c]).sum()).collect();
    let all = rows.iter().cloned().chain([below]);
    all.map(|row| {
        let sum = total(&row);
        row.into_iter().chain([sum]).map(|n| exact(n).printed(places)).collect()
    })
    .collect()
}

fn csv(cells: &[Vec<String>]) -> String {
    let width = cells[0].len() - 1;
    let heads: Vec<String> = (0..width).map(|n| format!("甲{n}")).collect();
    let mut text = format!("月,{},共计\n", heads.join(","));
    for (at, row) in cells.iter().enumerate() {
        let name = if at + 1 == cells.len() { "合计".to_owned() } else { format!("{}月", at + 1) };
        text.extend([name.as_str(), ",", &row.join(","), "\n"]);
    }
    text
}

fn summed(cells: &[Vec<String>]) -> Made {
    Made::of(&csv(cells)).across("共计 = 其余各列之和").down("合计 = 以上各行之和")
}

fn parts(width: std::ops::Range<usize>, height: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Vec<i64>>> {
    (width, height)
        .prop_flat_map(|(w, h)| prop::collection::vec(prop::collection::vec(-9_000_000_i64..90_000_000, w..=w), h..=h))
}

proptest! {
    #![proptest_config(search(256, 20_261_125))]

    /// A total with fewer decimals than its parts was rounded from them, and one unit more or less is found.
    #[test]
    fn coarser_totals_are_rounded_rightly(parts in prop::collection::vec(-9_000_000_i64..90_000_000, 1..6), places in 0_u32..5, up in any::<bool>()) {
        let heads: Vec<String> = (0..parts.len()).map(|n| format!("甲{n}")).collect();
        let figures: Vec<String> = parts.iter().map(|part| exact(*part).printed(6)).collect();
        let made = |sum: Ratio| {
            let text = format!("月,{},共计\n1月,{},{}", heads.join(","), figures.join(","), sum.printed(places));
            Made::of(&text).across("共计 = 其余各列之和").messages()
        };
        let (sum, unit) = (exact(total(&parts)), Ratio::decimal(if up { 1 } else { -1 }, places).expect("small"));
        prop_assert_eq!(made(sum), Vec::<String>::new());
        prop_assume!(total(&parts).rem_euclid(10_i64.pow(6 - places)) != 10_i64.pow(6 - places) / 2);
        prop_assert_eq!(made(sum.plus(unit).expect("small")).len(), 1);
    }

    /// A table that says that it is rounded tolerates half a unit for each of its parts and for their sum, and no more.
    #[test]
    fn rounding_makes_so_much_and_no_more(parts in prop::collection::vec(0_i64..9_000, 1..9), places in 0_u32..4, off in -9_i64..10) {
        let cents = |n: i64| Ratio::decimal(i128::from(n), places).expect("small").printed(places);
        let rows: Vec<String> = parts.iter().enumerate().map(|(at, part)| format!("{}月,{}", at + 1, cents(*part))).collect();
        let rows = rows.join("\n");
        let made = Made::of(&format!("月,数\n{rows}\n合计,{}", cents(total(&parts) + off))).rounded().down("合计 = 以上各行之和");
        let can_be = 2 * off.abs() <= i64::try_from(parts.len()).expect("few") + 1;
        prop_assert_eq!(made.messages().is_empty(), can_be);
    }

    /// A printed rate is right if and only if amounts to the cent give it, be their zeros left out or not.
    #[test]
    fn rates_are_reached_or_wrong(a in 1_i64..2_000, b in 1_i64..2_000, said in 0_i64..300, as_is in any::<bool>()) {
        let cents = |n: i64| {
            let text = exact(n * 10_000).printed(2);
            if as_is { text } else { text.trim_end_matches('0').trim_end_matches('.').to_owned() }
        };
        let text = format!("项,甲,乙,占\n一,{},{},{said}%\n二,0.01,0.01,100%", cents(a), cents(b));
        let made = Made::of(&text).across("占 = 甲 / 乙");
        // (a ± 0.5) ÷ (b ± 0.5) and said ± 0.5, all times two.
        let (low, high) = ((2 * a - 1) * 200 <= (2 * said + 1) * (2 * b + 1), (2 * a + 1) * 200 >= (2 * said - 1) * (2 * b - 1));
        prop_assert_eq!(made.messages().is_empty(), low && high, "{}", text);
    }

    /// Any number of them pass where the table says that it is rounded.
    #[test]
    fn rounded_tables_pass(rows in parts(1..9, 1..13), places in 0_u32..4) {
        prop_assert_eq!(summed(&months(&rows, places)).rounded().messages(), Vec::<String>::new());
    }

    /// A percentage and a change of rounded figures, rounded in turn.
    #[test]
    fn rounded_ratios_pass(a in 1_i64..90_000_000, b in 1_000_000_i64..90_000_000, places in 0_u32..4, shown in 0_u32..3) {
        let (a, b) = (exact(a), exact(b));
        let hundred = exact(100_000_000);
        let percent = |r: Ratio| r.times(hundred).expect("small").printed(shown);
        let (share, change) = (a.per(b).expect("b"), a.minus(b).and_then(|d| d.per(b)).expect("b"));
        let (share, change) = (percent(share), percent(change));
        let text = format!("项,甲,乙,占,增\n一,{},{},{share}%,{change}%", a.printed(places), b.printed(places));
        let made = Made::of(&text).across("占 = 甲 / 乙").across("增 = (甲 - 乙) / 乙");
        prop_assert_eq!(made.messages(), Vec::<String>::new());
    }

    /// A percentage is found wrong where no rounding explains it.
    #[test]
    fn wrong_percentages_are_found(a in 1_000_i64..9_999, b in 10_000_i64..99_999, off in 2_i64..50) {
        let cents = |n: i64| Ratio::decimal(i128::from(n), 2).expect("small");
        let share = cents(a).per(cents(b)).expect("b").times(cents(10_000)).expect("small");
        let wrong = share.plus(cents(off * 10)).expect("small").printed(1);
        let text = format!("项,甲,乙,占\n一,{},{},{wrong}%", cents(a).printed(2), cents(b).printed(2));
        prop_assert_eq!(Made::of(&text).across("占 = 甲 / 乙").faults().first().map(|f| f.0), Some(Class::Arithmetic));
    }

    /// One unit of the last decimal in one cell of an exact table, and it is found.
    #[test]
    fn a_changed_cell_of_a_sum_is_found(
        rows in parts(1..6, 1..8), places in 0_u32..7, at in any::<(prop::sample::Index, prop::sample::Index)>(), up in any::<bool>(),
    ) {
        let rounded = |n: i64| n / 10_i64.pow(6 - places.min(6)) * 10_i64.pow(6 - places.min(6));
        let rows: Vec<Vec<i64>> = rows.iter().map(|row| row.iter().map(|n| rounded(*n)).collect()).collect();
        let places = places.min(6);
        let mut cells = months(&rows, places);
        prop_assert_eq!(summed(&cells).messages(), Vec::<String>::new());
        let row = at.0.index(cells.len());
        let column = at.1.index(cells[row].len());
        let unit = Ratio::decimal(if up { 1 } else { -1 }, places).expect("small");
        let figure = Figure::parse(&cells[row][column]).expect("a figure");
        cells[row][column] = figure.value().plus(unit).expect("small").printed(places);
        prop_assert!(!summed(&cells).messages().is_empty(), "{}", csv(&cells));
    }

    /// Fractions keep the order of what they print.
    #[test]
    fn fractions_are_in_order(a in -1000_i128..1000, b in 1_i128..1000, c in -1000_i128..1000, d in 1_i128..1000) {
        let (one, two) = (Ratio::new(a, b).expect("b"), Ratio::new(c, d).expect("d"));
        prop_assert_eq!(one.cmp(&two), (a * d).cmp(&(c * b)));
    }

    /// Nobody's formula, and nobody's cell, brings the program down.
    #[test]
    fn anything_may_be_a_formula(text in "[-+*/()=（）＝－「」甲乙月0-9.%与各行之和以上 ]{0,40}", cell in "[-0-9.,%/无− ]{0,18}") {
        let _ = parse(&text);
        let csv = format!("月,甲,乙\n1月,{},2\n合计,3,4", cell.replace(',', "，"));
        let _ = Made::of(&csv).across(&text).down(&text).messages();
    }

    #[test]
    fn anything_at_all_may_be_a_formula(text in "\\PC{0,60}") {
        let _ = parse(&text);
    }
}

#[test]
fn deep_and_long_formulas_are_refused() {
    for text in [
        "(".repeat(1900),
        format!("甲 = {}乙", "-".repeat(1900)),
        format!("甲 = 乙{}", " + 乙".repeat(300)),
        "「".repeat(600),
    ] {
        let _ = parse(&text);
    }
    assert!(parse(&format!("甲 = {}", "乙+".repeat(100_000))).is_err());
}
