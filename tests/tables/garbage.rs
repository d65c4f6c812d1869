//! Rows of garbage under a sum: said, however many there are.

use mingjing::{table::Class, words::ColumnType};

use super::Made;

const MONTHS: &str = "月份,领取\n1月,2.00\n2月,2.00\n3月,2.00\n4月,2.00\n5月,2.00\n6月,2.00\n合计,12.00";

#[test]
fn rows_of_garbage_are_told_however_many() {
    for bad in 1..=6 {
        let csv: Vec<String> = MONTHS
            .lines()
            .enumerate()
            .map(|(at, line)| if (1..=bad).contains(&at) { line.replace(",2.00", ",##") } else { line.to_owned() })
            .collect();
        let faults = Made::of(&csv.join("\n")).down("合计 = 以上各行之和").faults();
        let told = faults.iter().filter(|(class, said)| *class == Class::Cell && said.contains("##")).count();
        assert_eq!(told, bad, "{bad}: {faults:?}");
    }
}

#[test]
fn a_sum_of_nothing_but_words_is_told() {
    let all = MONTHS.replace("2.00", "##");
    let faults = Made::of(&all).down("合计 = 以上各行之和").faults();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].1.contains("没有一列是数"), "{faults:?}");
    let all = "月份,领取\n1月,3万元\n合计,3万元";
    assert_eq!(Made::of(all).down("合计 = 以上各行之和").faults().len(), 1, "the unit in the cells is told alone");
}

#[test]
fn words_beside_the_figures_of_a_sum_are_no_garbage() {
    let table = "月份,领取,用途,说明\n1月,2.00,购纸,甲\n2月,2.00,维修,\n合计,4.00,/,\n";
    assert!(Made::of(table).down("合计 = 以上各行之和").faults().is_empty());
    let counted = "月份,领取,用途\n1月,2.00,购纸\n2月,2.00,维修\n合计,4.00,2\n";
    let made = || Made::of(counted).down("合计 = 以上各行之和");
    assert_eq!(made().faults().len(), 2, "a figure under words may be a sum of garbage");
    assert!(made().column("用途", ColumnType::Text).faults().is_empty(), "unless they are said to be words");
    let nothing = "月份,领取\n1月,无\n合计,无";
    assert!(Made::of(nothing).down("合计 = 以上各行之和").faults().is_empty());
}
