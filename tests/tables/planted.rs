//! Errors planted in each ready-made table are found with the right words; figures rounded as printed pass.

use mingjing::{
    table::Class::{Arithmetic, Cell, Missing, Unsummable},
    words::ColumnType,
};

use super::Made;

pub(crate) const BUDGET: &str = "
年度,“三公”经费合计,因公出国(境)费,公务用车购置及运行维护费,其中：购置费,运行维护费,公务接待费
2025年,12.40,0.00,11.20,0.00,11.20,1.20
2026年,10.00,0.00,9.20,0.00,9.20,0.80";

pub(crate) const ACCOUNT: &str = "
项目,年初预算数,支出决算数,完成预算的,上年决算数,增减额,增减率
“三公”经费合计,9.00,5.14,57.1%,5.20,-0.06,-1.2%
1.因公出国（境）费,0.00,无,/,0.00,0.00,/
2.公务用车购置及运行费,4.00,2.74,68.5%,2.60,0.14,5.4%
其中：公务用车购置费,0.00,0.00,/,0.00,0.00,/
公务用车运行费,4.00,2.74,68.5%,2.60,0.14,5.4%
3.公务接待费,5.00,2.40,48%,2.60,-0.20,-7.7%";

pub(crate) const FUNDS: &str = "
月份,领取经费,办公费,差旅费,其他,报销合计,结余
1月,5.00,1.00,0.50,0.30,1.80,3.20
2月,5.00,1.20,无,0.40,1.60,3.40
合计,10.00,2.20,0.50,0.70,3.40,6.60";

pub(crate) const TWO: &str = "
信息内容,本年制发件数,本年废止件数,现行有效件数,本年处理决定数量,本年收费金额（单位：万元）,上年现行有效件数
规章,0,0,0,/,/,0
行政规范性文件,2,1,7,/,/,6
行政许可,/,/,/,0,/,/
行政处罚,/,/,/,12,/,/
行政强制,/,/,/,0,/,/
行政事业性收费,/,/,/,/,3.50,/";

pub(crate) const THREE: &str = "
项目,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计
一、本年新收政府信息公开申请数量,3,1,0,0,0,0,4
二、上年结转政府信息公开申请数量,1,0,0,0,0,0,1
三、本年度办理结果,,,,,,,
（一）予以公开,2,1,0,0,0,0,3
（二）部分公开,0,0,0,0,0,0,0
（三）不予公开,1,0,0,0,0,0,1
（四）无法提供,0,0,0,0,0,0,0
（五）不予处理,0,0,0,0,0,0,0
（六）其他处理,0,0,0,0,0,0,0
（七）总计,3,1,0,0,0,0,4
四、结转下年度继续办理,1,0,0,0,0,0,1";

fn budget(from: &str, to: &str) -> Made {
    made(BUDGET, from, to).like("三公经费预算")
}

pub(crate) fn made(csv: &str, from: &str, to: &str) -> Made {
    assert!(csv.contains(from), "{from}");
    Made::of(&csv.replacen(from, to, 1))
}

#[test]
fn tables_as_bureaus_write_them_pass() {
    for (csv, like) in [
        (BUDGET, "三公经费预算"),
        (ACCOUNT, "三公经费决算"),
        (FUNDS, "部门经费"),
        (TWO, "年报第二部分"),
        (THREE, "年报第三部分"),
    ] {
        assert_eq!(Made::of(csv).like(like).messages(), [""; 0], "{like}");
    }
}

#[test]
fn budgets() {
    // A wrong total.
    assert_eq!(
        budget("10.00,", "10.20,").faults(),
        [(Arithmetic, "“三公”经费合计的 10.20 ≠ 0.00 + 9.20 + 0.80 = 10.00（2026年）".into())]
    );
    // One unit of the last decimal.
    assert_eq!(
        budget("10.00,", "10.01,").messages(),
        ["“三公”经费合计的 10.01 ≠ 0.00 + 9.20 + 0.80 = 10.00（2026年）"]
    );
    assert_eq!(budget("10.00,", "10.01,").rounded().faults(), []);
    // Swapped cells.
    assert_eq!(
        budget("9.20,0.80", "0.80,9.20").faults(),
        [
            (Arithmetic, "公务用车购置及运行维护费的 9.20 ≠ 0.00 + 0.80 = 0.80（2026年）".into()),
            (Arithmetic, "“三公”经费合计的 10.00 ≠ 0.00 + 9.20 + 9.20 = 18.40（2026年）".into())
        ]
        .into_iter()
        .rev()
        .collect::<Vec<_>>()
    );
    // Blank sub-items under a total that is not zero.
    let blank = budget("9.20,0.00,9.20", "9.20,,").faults();
    assert_eq!(
        blank,
        [(
            Unsummable,
            "「其中：购置费」是空白，「运行维护费」是空白，算不出「公务用车购置及运行维护费」的 9.20（2026年）".into()
        )]
    );
    // “/” added up as zero.
    let slash = budget("2026年,10.00,0.00", "2026年,10.00,/").faults();
    assert_eq!(slash, [(Unsummable, "「因公出国(境)费」是“/”，算不出「“三公”经费合计」的 10.00（2026年）".into())]);
    // Blank over blank is nothing wrong; 无 counts as zero.
    assert_eq!(budget("9.20,0.00,9.20,0.80", "无,/,/,10.00").faults(), []);
    assert_eq!(budget("9.20,0.00,9.20,0.80", "无,无,无,10.00").faults(), []);
    assert_eq!(budget("10.00,0.00,9.20,0.00,9.20,0.80", ",,,,,").faults(), []);
}

#[test]
fn accounts() {
    let account = |from, to| made(ACCOUNT, from, to).like("三公经费决算").faults();
    // The finding that the issue asks for.
    assert_eq!(account("48%", "60%"), [(Arithmetic, "完成预算的 60% ≠ 2.40 ÷ 5.00 = 48%（3.公务接待费）".into())]);
    assert_eq!(
        account("48%", "48.3%"),
        [(Arithmetic, "完成预算的 48.3% ≠ 2.40 ÷ 5.00 = 48.0%（3.公务接待费）".into())]
    );
    assert_eq!(
        account("-7.7%", "7.7%"),
        [(Arithmetic, "增减率的 7.7% ≠ (2.40 − 2.60) ÷ 2.60 = -7.7%（3.公务接待费）".into())]
    );
    assert_eq!(
        account("费,0.00,无,/", "费,0.00,无,100%"),
        [(Arithmetic, "完成预算的 100% 算不出来：无 ÷ 0.00，除数是 0（1.因公出国（境）费）".into())]
    );
    let total = account("9.00,5.14,57.1%", "9.00,5.41,60.1%");
    assert!(
        total.contains(&(Arithmetic, "“三公”经费合计的 5.41 ≠ 无 + 2.74 + 2.40 = 5.14（支出决算数）".into())),
        "{total:?}"
    );
    assert_eq!(account("其中：公务用车购置费,", "其中：车辆购买,")[0].0, Missing);
}

/// A share is of one cell, the whole; the whole may say 100% or “/”.
#[test]
fn shares_of_a_whole() {
    let table = "
项目,预算数,决算数,完成率,占比
合计,9.00,5.14,57.1%,100%
因公出国（境）费,0.00,无,/,0%
公务用车购置及运行费,4.00,2.74,68.5%,53.3%
公务用车购置费,0.00,0.00,/,0.0%
公务用车运行费,4.00,2.74,68.5%,53.3%
公务接待费,5.00,2.40,48%,46.7%";
    let account = |from, to| made(table, from, to).like("三公经费决算").faults();
    assert_eq!(account("46.7%", "46.7%"), []);
    assert_eq!(account("57.1%,100%", "57.1%,/"), []);
    assert_eq!(account("57.1%,100%", "57.1%,99%"), [(Arithmetic, "占比的 99% ≠ 5.14 ÷ 5.14 = 100%（合计）".into())]);
    assert_eq!(account("46.7%", "53.3%"), [(Arithmetic, "占比的 53.3% ≠ 2.40 ÷ 5.14 = 46.7%（公务接待费）".into())]);
    let own = |from, to| {
        made("项目,件数,比重\n甲,3,30%\n乙,7,70%\n全部,10,/", from, to).unit("件").across("比重 = 件数 / 件数＠全部")
    };
    assert_eq!(own("3,30%", "3,30%").faults(), []);
    assert_eq!(own("3,30%", "3,33%").faults(), [(Arithmetic, "比重的 33% ≠ 3 ÷ 10 = 30%（甲）".into())]);
    assert_eq!(own("全部", "总数").messages(), ["表里没有叫「全部」的行"]);
}

#[test]
fn funds() {
    let funds = |from, to| made(FUNDS, from, to).like("部门经费").faults();
    assert_eq!(
        funds("1.20,无,0.40,1.60", "1.20,/,0.40,1.60").first(),
        Some(&(Unsummable, "「差旅费」是“/”，算不出「报销合计」的 1.60（2月）".into()))
    );
    assert_eq!(
        funds("0.70,3.40,6.60", "0.77,3.40,6.60"),
        [
            (Arithmetic, "报销合计的 3.40 ≠ 2.20 + 0.50 + 0.77 = 3.47（合计）".into()),
            (Arithmetic, "合计的 0.77 ≠ 0.30 + 0.40 = 0.70（其他）".into()),
        ]
    );
    assert_eq!(funds("0.30,1.80", "O.30,1.80"), [(Cell, "「其他」列应是小数，不能是「O.30」".into())]);
}

#[test]
fn the_second_part_of_the_report() {
    let two = |from, to| made(TWO, from, to).like("年报第二部分").faults();
    assert_eq!(two("2,1,7", "1,2,7"), [(Arithmetic, "现行有效件数的 7 ≠ 6 + 1 − 2 = 5（行政规范性文件）".into())]);
    let swapped = two("/,/,/,12,/", "/,12,/,/,/");
    assert_eq!(
        swapped,
        [
            (Cell, "「行政处罚」没有「本年废止件数」这一项，应写 / 或者空白，不能是「12」".into()),
            (Cell, "「行政处罚」的「本年处理决定数量」要填数；没有发生写 0".into()),
        ]
    );
    assert_eq!(
        two("3.50,/", ",/"),
        [(Cell, "「行政事业性收费」的「本年收费金额（单位：万元）」要填数；没有发生写 0".into())]
    );
    let old = two("本年制发件数", "本年新制作数量");
    assert_eq!(old[0], (Missing, "「本年新制作数量」是已经停用的旧格式（国办公开办函〔2019〕60号）里的列".into()));
}

#[test]
fn the_third_part_of_the_report() {
    let three = |from, to| made(THREE, from, to).like("年报第三部分").faults();
    // 第一项加第二项之和，等于第三项加第四项之和. Counts are exact: one too many is one too many.
    let carried = three("继续办理,1,0,0,0,0,0,1", "继续办理,2,0,0,0,0,0,2");
    assert_eq!(
        carried,
        [(Arithmetic, "3 + 1 = 4 ≠ 3 + 2 = 5（自然人）".into()), (Arithmetic, "4 + 1 = 5 ≠ 4 + 2 = 6（总计）".into()),]
    );
    let slash = three("办理,1,0,0,0,0,0,1", "办理,1,0,0,0,0,0,/");
    assert!(
        slash.contains(&(
            Unsummable,
            "「四、结转下年度继续办理」是“/”，算不出「一、本年新收政府信息公开申请数量」的 4（总计）".into()
        )),
        "{slash:?}"
    );
    let swapped = three("公开,2,1,0", "公开,1,2,0");
    assert_eq!(
        swapped,
        [
            (Arithmetic, "（七）总计的 3 ≠ 1 + 0 + 1 + 0 + 0 + 0 = 2（自然人）".into()),
            (Arithmetic, "（七）总计的 1 ≠ 2 + 0 + 0 + 0 + 0 + 0 = 2（商业企业）".into()),
        ]
    );
    assert_eq!(three("一、本年新收政府信息公开申请数量,3", "一、本年新收政府信息公开申请数量,3.0")[0].0, Cell);
}

#[test]
fn own_formulas() {
    let csv = "项目,上年,本年,增减率（%）\n甲,7.00,8.00,14.3\n乙,/,8.00,/\n丙,3.00,,\n小计,10.00,16.00,60.0";
    let made = Made::of(csv).across("增减率（%） = （本年－上年）÷上年").down("小计 = 甲 + 乙 + 丙");
    assert_eq!(
        made.faults(),
        [
            (Unsummable, "「乙」是“/”，算不出「小计」的 10.00（上年）".into()),
            (Unsummable, "「丙」是空白，算不出「小计」的 16.00（本年）".into()),
        ]
    );
    let wrong = Made::of(&csv.replace("14.3", "14.5")).across("增减率（%） = (本年 - 上年) / 上年");
    assert_eq!(wrong.messages(), ["增减率（%）的 14.5% ≠ (8.00 − 7.00) ÷ 7.00 = 14.3%（甲）"]);
    let left_out = Made::of(&csv.replace("14.3", "/")).across("增减率（%） = (本年 - 上年) / 上年");
    assert_eq!(left_out.messages(), ["增减率（%）的 “/” ≠ (8.00 − 7.00) ÷ 7.00 = 14.3%（甲）"]);
}

#[test]
fn many_rounded_parts() {
    let csv = "月,数\n1,0.4\n2,0.4\n3,0.4\n4,0.4\n5,0.4\n合计,2.3";
    assert_eq!(
        Made::of(csv).down("合计 = 以上各行之和").messages(),
        ["合计的 2.3 ≠ 0.4 + 0.4 + 0.4 + 0.4 + 0.4 = 2.0（数）"]
    );
    assert_eq!(Made::of(csv).down("合计 = 以上各行之和").rounded().messages(), [""; 0]);
    let counted = csv.replace("0.4", "4").replace("2.3", "21");
    let counted = Made::of(&counted).down("合计 = 以上各行之和").column("数", ColumnType::Int);
    assert_eq!(counted.messages(), ["合计的 21 ≠ 4 + 4 + 4 + 4 + 4 = 20（数）"]);
}

#[test]
fn subtotals_are_not_added_twice() {
    let csv = "月,数\n1月,1\n2月,2\n上半年,3\n7月,4\n合计,7";
    let made = Made::of(csv).down("上半年 = 1月 + 2月").down("合计 = 以上各行之和");
    assert_eq!(made.messages(), [""; 0]);
}

#[test]
fn names_that_are_not_there() {
    let csv = "项目,预算数,决算数\n甲,1,1\n甲,2,2\n合计,3,3";
    let made = Made::of(csv).like("三公经费预").across("决算数 = 预算书").down("合计 = 甲").down("合计 = 其余各列之和");
    assert_eq!(
        made.messages(),
        [
            "没有叫「三公经费预」的现成表式",
            "表里没有叫「预算书」的列",
            "表里有 2 个叫「甲」的行，分不清",
            "「其余各列之和」只用在 columns，「以上各行之和」「其余各行之和」只用在 rows，等号左边写一个名称",
        ]
    );
}

#[test]
fn words_in_a_column_that_is_reckoned_with() {
    let csv = "项目,甲,乙,合计\n一,1.00,约2.00,3.00\n二,1.00,1.00,2.00";
    assert_eq!(Made::of(csv).across("合计 = 甲 + 乙").faults(), [(Cell, "「乙」列应是数字，不能是「约2.00」".into())]);
    let declared = Made::of(csv).across("合计 = 甲 + 乙").column("乙", ColumnType::Text);
    assert_eq!(declared.faults(), [(Cell, "「乙」列应是数字，不能是「约2.00」".into())]);
}

#[test]
fn units_in_the_cells_of_a_column_that_is_added_up() {
    let csv = "月份,金额,备注\n1月,3万元,7日付\n2月,7万元,9日付\n合计,15万元,";
    let said = "「金额」列的格里写了单位，如「3万元」，不能核对：格里只写数，单位「万元」写进 unit";
    assert_eq!(Made::of(csv).down("合计 = 以上各行之和").faults(), [(Cell, said.into())]);
    let years = "月份,次数,年份\n1月,3,2024年\n2月,7,2025年\n合计,10,/";
    assert_eq!(Made::of(years).down("合计 = 以上各行之和").messages(), [""; 0]);
}

#[test]
fn types_of_columns() {
    let csv = "项目,件数,日期,占比\n一,3,2026-07-15,48%\n二,1.5,7月初,48\n三,无,2026年7月5日,/\n四,,,约半";
    let made = Made::of(csv)
        .column("件数", ColumnType::Int)
        .column("日期", ColumnType::Date)
        .column("占比", ColumnType::Percent);
    assert_eq!(
        made.messages(),
        [
            "「件数」列的数应有 0 位小数，「1.5」有 1 位",
            "「日期」列应是日期，写作 2026-07-15，不能是「7月初」",
            "「占比」列是百分比，「48」没有 %：写 48%，或者在列名、unit 里写 %",
            "「占比」列应是百分比，不能是「约半」",
        ]
    );
}

/// In (本年 - 上年) / 上年 there is one 上年, not two: what it may have been is the same in both places.
#[test]
fn small_figures_change_no_more_than_they_can() {
    let made = |rate: &str| {
        Made::of(&format!("项目,上年,本年,增减率\n接待费,0.10,0.08,{rate}")).across("增减率 = (本年 - 上年) / 上年")
    };
    for fits in ["-20%", "-28.5%", "-10.6%", "-20.0%"] {
        assert_eq!(made(fits).messages(), [""; 0], "{fits}");
    }
    for wrong in ["-30%", "-10%", "20%"] {
        assert_eq!(made(wrong).messages(), [format!("增减率的 {wrong} ≠ (0.08 − 0.10) ÷ 0.10 = -20%（接待费）")]);
    }
}

/// What is counted in 件 or 人次 was never rounded, even where nobody said that it is a whole number.
#[test]
fn counts_are_known_by_their_unit() {
    let csv = "月,数量\n1月,3\n2月,4\n合计,8";
    let made = |unit: &str, csv: &str| Made::of(csv).unit(unit).down("合计 = 以上各行之和").messages();
    assert_eq!(made("批次", csv), ["合计的 8 ≠ 3 + 4 = 7（数量）"]);
    let csv = &csv.replace("数量", "额");
    let rounded = |unit: &str| Made::of(csv).unit(unit).rounded().down("合计 = 以上各行之和").messages();
    assert_eq!((rounded("万元"), rounded("批次").len()), (vec![], 1));
    assert_eq!(made("个", &csv.replace('3', "3.4").replace('8', "8.4")), ["合计的 8.4 ≠ 3.4 + 4 = 7.4（额）"]);
}

/// A bare 0 among figures with decimals is no figure rounded to whole numbers.
#[test]
fn a_bare_zero_is_zero() {
    let csv = "项目,预算,决算,完成率\n甲,5.00,0,8%\n乙,0.50,0.50,100%\n合计,0,0.50,9%";
    let made = Made::of(csv).across("完成率 = 决算 / 预算").down("合计 = 甲 + 乙");
    assert_eq!(
        made.messages(),
        [
            "完成率的 8% ≠ 0 ÷ 5.00 = 0%（甲）",
            "完成率的 9% 算不出来：0.50 ÷ 0，除数是 0（合计）",
            "合计的 0 ≠ 5.00 + 0.50 = 5.50（预算）"
        ]
    );
}
