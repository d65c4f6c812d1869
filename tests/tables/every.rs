//! Each kind of planted error in each ready-made table where it can be planted.

use mingjing::table::Class::{self, Arithmetic, Cell, Unsummable};

use super::planted::{ACCOUNT, BUDGET, FUNDS, THREE, TWO, made};

/// What is planted where, and what is then said among other things.
type Planted = (&'static str, &'static str, Class, &'static str);

fn found(csv: &str, like: &str, planted: &[Planted]) {
    for (from, to, class, said) in planted {
        let faults = made(csv, from, to).like(like).faults();
        let hit = faults.iter().any(|(of, message)| of == class && message.starts_with(said));
        assert!(hit, "{like}: {from} → {to}: {faults:#?}");
    }
}

#[test]
fn in_budgets() {
    let planted = [
        // Swapped cells, a wrong total, “/” added up as zero, blank parts under a total, 0 where the parts are not.
        (
            "11.20,0.00,11.20,1.20",
            "1.20,0.00,11.20,11.20",
            Arithmetic,
            "公务用车购置及运行维护费的 1.20 ≠ 0.00 + 11.20 = 11.20",
        ),
        ("2025年,12.40", "2025年,12.04", Arithmetic, "“三公”经费合计的 12.04 ≠ 0.00 + 11.20 + 1.20 = 12.40"),
        (
            "0.00,9.20,0.80",
            "/,9.20,0.80",
            Unsummable,
            "「其中：购置费」是“/”，算不出「公务用车购置及运行维护费」的 9.20",
        ),
        (
            "2025年,12.40,0.00,11.20",
            "2025年,12.40,,11.20",
            Unsummable,
            "「因公出国(境)费」是空白，算不出「“三公”经费合计」的 12.40",
        ),
        ("2026年,10.00", "2026年,0", Arithmetic, "“三公”经费合计的 0 ≠ 0.00 + 9.20 + 0.80 = 10.00"),
    ];
    found(BUDGET, "三公经费预算", &planted);
}

#[test]
fn in_accounts() {
    let planted = [
        ("公务接待费,5.00,2.40", "公务接待费,2.40,5.00", Arithmetic, "完成预算的 48% ≠ 5.00 ÷ 2.40 = 208%"),
        (
            "公务接待费,5.00,2.40",
            "公务接待费,2.40,5.00",
            Arithmetic,
            "“三公”经费合计的 9.00 ≠ 0.00 + 4.00 + 2.40 = 6.40",
        ),
        ("57.1%", "51.7%", Arithmetic, "完成预算的 51.7% ≠ 5.14 ÷ 9.00 = 57.1%"),
        ("-0.06", "0.06", Arithmetic, "增减额的 0.06 ≠ 5.14 − 5.20 = -0.06"),
        ("9.00,5.14", "9.00,5.41", Arithmetic, "“三公”经费合计的 5.41 ≠ 无 + 2.74 + 2.40 = 5.14"),
        ("费,0.00,无,/", "费,0.00,/,/", Unsummable, "「1.因公出国（境）费」是“/”，算不出「“三公”经费合计」的 5.14"),
        ("公务用车购置费,0.00,0.00,/", "公务用车购置费,,,/", Unsummable, "「其中：公务用车购置费」是空白，算不出"),
        (
            "费,4.00,2.74,68.5%,2.60,0.14",
            "费,4.00,/,68.5%,2.60,0.14",
            Unsummable,
            "「支出决算数」是“/”，算不出「完成预算的」的 68.5%",
        ),
        ("68.5%", "/", Arithmetic, "完成预算的 “/” ≠ 2.74 ÷ 4.00 = 68.5%"),
    ];
    found(ACCOUNT, "三公经费决算", &planted);
}

#[test]
fn in_funds() {
    let planted = [
        (
            "5.00,1.00,0.50,0.30,1.80,3.20",
            "5.00,1.00,0.50,0.30,3.20,1.80",
            Arithmetic,
            "报销合计的 3.20 ≠ 1.00 + 0.50 + 0.30 = 1.80",
        ),
        ("合计,10.00", "合计,10.50", Arithmetic, "合计的 10.50 ≠ 5.00 + 5.00 = 10.00（领取经费）"),
        ("2月,5.00,1.20", "2月,5.00,", Unsummable, "「办公费」是空白，算不出「报销合计」的 1.60"),
        ("0.40,1.60", "/,1.60", Unsummable, "「其他」是“/”，算不出「报销合计」的 1.60"),
        ("3.40,6.60", "3.40,6.06", Arithmetic, "结余的 6.06 ≠ 10.00 − 3.40 = 6.60"),
    ];
    found(FUNDS, "部门经费", &planted);
}

#[test]
fn in_reports() {
    let two = [
        ("2,1,7", "7,1,2", Arithmetic, "现行有效件数的 2 ≠ 6 + 7 − 1 = 12（行政规范性文件）"),
        ("2,1,7", "2,/,7", Cell, "「行政规范性文件」的「本年废止件数」要填数"),
        ("2,1,7", "2,,7", Unsummable, "「本年废止件数」是空白，算不出「现行有效件数」的 7"),
        ("处罚,/,/,/,12", "处罚,12,/,/,/", Cell, "「行政处罚」没有「本年制发件数」这一项"),
    ];
    found(TWO, "年报第二部分", &two);
    let three = [
        (
            "数量,3,1,0,0,0,0,4",
            "数量,3,1,0,0,0,0,5",
            Arithmetic,
            "总计的 5 ≠ 3 + 1 + 0 + 0 + 0 + 0 = 4（一、本年新收政府信息公开申请数量）",
        ),
        ("数量,3,1,0,0,0,0,4", "数量,3,/,0,0,0,0,4", Unsummable, "「商业企业」是“/”，算不出「总计」的 4"),
        ("公开,1,0,0,0,0,0,1", "公开,,,,,,,1", Unsummable, "「（三）不予公开」是空白，算不出「（七）总计」的 3"),
        (
            "总计,3,1,0,0,0,0,4",
            "总计,1,3,0,0,0,0,4",
            Arithmetic,
            "（七）总计的 1 ≠ 2 + 0 + 1 + 0 + 0 + 0 = 3（自然人）",
        ),
        ("继续办理,1,0,0,0,0,0,1", "继续办理,0,0,0,0,0,0,0", Arithmetic, "3 + 1 = 4 ≠ 3 + 0 = 3（自然人）"),
    ];
    found(THREE, "年报第三部分", &three);
}
