//! Sums are exact, ratios as precise as the finest figure of their quantity, nothing is nothing, and what can't be checked is told.

use mingjing::{
    table::Class::{Arithmetic, Missing, Unchecked},
    words::ColumnType,
};

use super::{
    Made,
    planted::{ACCOUNT, TWO, made},
};

/// Whole 万元 are no estimate: one too few is one too few.
#[test]
fn whole_amounts_add_up_exactly() {
    let made = |total: &str| Made::of(&format!("项,额\n甲,0\n乙,2\n丙,1\n合计,{total}")).unit("万元");
    let down = |total: &str| made(total).down("合计 = 以上各行之和").messages();
    assert_eq!(down("3"), [""; 0]);
    assert_eq!(down("2"), ["合计的 2 ≠ 0 + 2 + 1 = 3（额）"]);
    let across = |total: &str| {
        Made::of(&format!("年,甲,乙,共计\n2026,35,44,{total}")).unit("万元").across("共计 = 甲 + 乙").messages()
    };
    assert_eq!((across("79"), across("80")), (vec![], vec!["共计的 80 ≠ 35 + 44 = 79（2026）".to_owned()]));
}

/// Both sides of a balance are sums: 收入总计 = 支出总计 to the last decimal.
#[test]
fn both_sides_are_equal_exactly() {
    let made = |spent: &str| {
        Made::of(&format!("年,拨款,其他,支出,结余\n2026,10.00,2.00,{spent},1.00")).across("拨款 + 其他 = 支出 + 结余")
    };
    assert_eq!(made("11.00").messages(), [""; 0]);
    assert_eq!(made("11.01").messages(), ["10.00 + 2.00 = 12 ≠ 11.01 + 1.00 = 12.01（2026）"]);
    assert_eq!(made("11.01").rounded().messages(), [""; 0]);
    // A side printed more coarsely was rounded from the other.
    let coarse = |right: &str| Made::of(&format!("年,甲,乙,丙,丁\n2026,1.24,2.00,{right}")).across("甲 + 乙 = 丙 + 丁");
    assert_eq!(coarse("3.0,0.2").messages(), [""; 0]);
    assert_eq!(coarse("3.0,0.3").messages(), ["1.24 + 2.00 = 3.24 ≠ 3.0 + 0.3 = 3.3（2026）"]);
}

/// A total with fewer decimals than its parts was rounded from them: half a unit, no more.
#[test]
fn a_coarser_total_is_rounded_rightly() {
    let made =
        |total: &str| Made::of(&format!("项,额\n甲,1.24\n乙,2.00\n合计,{total}")).down("合计 = 甲 + 乙").messages();
    assert_eq!(made("3.2"), [""; 0]);
    assert_eq!(made("3"), [""; 0]);
    assert_eq!(made("3.3"), ["合计的 3.3 ≠ 1.24 + 2.00 = 3.24（额）"]);
    assert_eq!(made("4"), ["合计的 4 ≠ 1.24 + 2.00 = 3.24（额）"]);
    // Where other totals have their decimals, 3 is 3.00 with its zeros left out.
    let general = |part: &str| {
        Made::of(&format!("项,一,二\n甲,{part},1.5\n乙,0.6,1.01\n合计,3,2.51"))
            .unit("万元")
            .down("合计 = 甲 + 乙")
            .messages()
    };
    assert_eq!(general("2.4"), [""; 0]);
    assert_eq!(general("2.5"), ["合计的 3 ≠ 2.5 + 0.6 = 3.1（一）"]);
}

/// Rounding is said by `rounded`, or by the note; and a note that denies it does not say it.
#[test]
fn rounding_is_said() {
    let made = || Made::of("月,数\n1,0.4\n2,0.4\n3,0.4\n合计,1.3").unit("万元").down("合计 = 以上各行之和");
    let wrong = ["合计的 1.3 ≠ 0.4 + 0.4 + 0.4 = 1.2（数）"];
    assert_eq!(made().messages(), wrong);
    assert_eq!(made().rounded().messages(), [""; 0]);
    for said in
        ["因四舍五入，分项之和可能不等于合计。", "合计与分项之和的尾差未作调整。", "总数与分项不等系四舍五入所致"]
    {
        assert_eq!(made().note(said).messages(), [""; 0], "{said}");
    }
    for said in ["各项数字未经四舍五入。", "本表没有尾差", "单位：万元"] {
        assert_eq!(made().note(said).messages(), wrong, "{said}");
    }
    // Three parts and their total can be off by two units, not by three; counts by none.
    let off = |total: &str| {
        Made::of(&format!("月,数\n1,0.4\n2,0.4\n3,0.4\n合计,{total}")).rounded().down("合计 = 以上各行之和")
    };
    assert_eq!([off("1.0"), off("1.4")].map(|made| made.messages().len()), [0, 0]);
    assert_eq!([off("0.9"), off("1.5")].map(|made| made.messages().len()), [1, 1]);
    let counted = Made::of("月,数\n1,4\n2,4\n合计,9").unit("件").rounded().down("合计 = 以上各行之和");
    assert_eq!(counted.messages(), ["合计的 9 ≠ 4 + 4 = 8（数）"]);
}

/// 1 beside 0.53 is 1.00.
#[test]
fn operands_are_as_fine_as_their_table() {
    let made =
        |rate: &str| Made::of(&format!("项目,预算,决算,完成率\n接待费,1,0.53,{rate}")).across("完成率 = 决算 / 预算");
    for fits in ["53%", "53.0%", "52.8%"] {
        assert_eq!(made(fits).messages(), [""; 0], "{fits}");
    }
    for wrong in ["47%", "36%", "100%", "50%", "55%"] {
        let is = format!("完成率的 {wrong} ≠ 0.53 ÷ 1 = 53%（接待费）");
        assert_eq!(made(wrong).unit("万元").faults(), [(Arithmetic, is)], "{wrong}");
    }
    // In a ready-made table too.
    let ready = made_account("公务接待费,5.00,2.40,48%", "公务接待费,5,2.40,53%");
    assert_eq!(ready, [(Arithmetic, "完成预算的 53% ≠ 2.40 ÷ 5 = 48%（3.公务接待费）".into())]);
    assert_eq!(made_account("公务接待费,5.00,2.40,48%", "公务接待费,5,2.4,48%"), []);
}

fn made_account(from: &str, to: &str) -> Vec<(mingjing::table::Class, String)> {
    made(ACCOUNT, from, to).like("三公经费决算").faults()
}

/// What is measured in something else is as fine as its own figures; what is counted is exact.
#[test]
fn each_quantity_has_its_own_precision() {
    // 12.46 of 面积 was printed 12.5: 金额 in cents does not make it finer.
    let area = |csv: &str| Made::of(csv).unit("万元").across("单价 = 金额 / 面积（平方米）").messages();
    assert_eq!(area("处,金额,面积（平方米）,单价\n甲,5.00,12.5,0.4013"), [""; 0]);
    assert_eq!(area("处,金额,面积（平方米）,单价\n甲,5.00,12.5,0.41"), ["单价的 0.41 ≠ 5.00 ÷ 12.5 = 0.40（甲）"]);
    // Rates do not make amounts finer, and unit prices neither.
    let rate = "项,上年,本年,增减率\n甲,8,9,13.75%\n乙,8,8,0.00%";
    assert_eq!(Made::of(rate).unit("万元").across("增减率 = (本年 - 上年) / 上年").messages(), [""; 0]);
    // Rows may be measured differently, by a bracket or by a column of units.
    let rows = "指标,上年,本年,增减率\n接待费（万元）,0.53,1,88.7%\n面积（平方米）,12.5,13.1,5.46%\n批次（个）,3,4,33%";
    assert_eq!(Made::of(rows).across("增减率 = (本年 - 上年) / 上年").messages(), [""; 0]);
    let wrong = Made::of(&rows.replace("33%", "40%")).across("增减率 = (本年 - 上年) / 上年");
    assert_eq!(wrong.messages(), ["增减率的 40% ≠ (4 − 3) ÷ 3 = 33%（批次（个））"]);
    let units = "指标,单位,上年,本年,增减率\n接待费,万元,0.53,1,88.7%\n面积,平方米,12.5,13.1,5.46%\n人数,人,3,4,33%";
    assert_eq!(Made::of(units).across("增减率 = (本年 - 上年) / 上年").messages(), [""; 0]);
    let counted = |csv: &str| Made::of(csv).across("占比 = 件数 / 件数@合计").messages();
    assert_eq!(counted("项,件数,占比\n甲,3,30%\n合计,10,/"), [""; 0]);
    assert_eq!(counted("项,件数,占比\n甲,3,33%\n合计,10,/"), ["占比的 33% ≠ 3 ÷ 10 = 30%（甲）"]);
    let declared = Made::of("项,数量,占比\n甲,3,33%\n合计,10,/").column("数量", ColumnType::Int);
    assert_eq!(declared.across("占比 = 数量 / 数量@合计").messages(), ["占比的 33% ≠ 3 ÷ 10 = 30%（甲）"]);
}

/// Nothing of nothing is 0%, 无, “/” or blank, but no other share.
#[test]
fn nothing_of_nothing() {
    for said in ["0%", "0.0%", "0", "无", "/", "—", ""] {
        let csv = format!("项目,预算,决算,完成率（%）\n甲,0.00,0.00,{said}\n乙,0,无,{said}");
        assert_eq!(Made::of(&csv).across("完成率（%） = 决算 / 预算").messages(), [""; 0], "{said}");
    }
    let made = |rate: &str, spent: &str| {
        Made::of(&format!("项目,预算,决算,完成率\n甲,0.00,{spent},{rate}")).across("完成率 = 决算 / 预算").messages()
    };
    assert_eq!(made("100%", "0.00"), ["完成率的 100% 算不出来：0.00 ÷ 0.00，除数是 0（甲）"]);
    assert_eq!(made("0%", "0.30"), ["完成率的 0% 算不出来：0.30 ÷ 0.00，除数是 0（甲）"]);
    assert_eq!(made_account("费,0.00,无,/", "费,0.00,无,0%"), []);
    assert_eq!(made_account("因公出国（境）费,0.00,无,/,0.00,0.00,/", "因公出国（境）费,0.00,无,/,0.00,0.00,0%"), []);
}

/// A line of 0 may say that its result does not apply.
#[test]
fn a_line_of_nothing() {
    for said in ["0", "0.00", "无", "/", "—"] {
        let sum = Made::of(&format!("项,甲,乙,小计\n一,0.00,无,{said}")).across("小计 = 甲 + 乙");
        assert_eq!(sum.messages(), [""; 0], "{said}");
        let share =
            Made::of(&format!("项,预算,决算,完成率（%）\n一,5.00,0.00,{said}")).across("完成率（%） = 决算 / 预算");
        assert_eq!(share.messages(), [""; 0], "{said}");
    }
    let sum = |said: &str| Made::of(&format!("项,收,支,结余\n一,5.00,5.00,{said}")).across("结余 = 收 - 支").messages();
    assert_eq!((sum("0.00"), sum("/")), (vec![], vec!["结余的 “/” ≠ 5.00 − 5.00 = 0.00（一）".to_owned()]));
    let change = Made::of("项,上年,本年,增减率\n一,5.00,5.00,/").across("增减率 = (本年 - 上年) / 上年");
    assert_eq!(change.messages(), ["增减率的 “/” ≠ (5.00 − 5.00) ÷ 5.00 = 0.00（一）"]);
}

/// A definition reckons with a column that the table need not have; where it has only the result, that is said.
#[test]
fn what_a_definition_can_not_check_is_told() {
    let without = |csv: &str, column: &str| -> String {
        let at = csv.trim().lines().next().unwrap().split(',').position(|head| head == column).unwrap();
        let kept = |line: &str| {
            let cells = line.split(',').enumerate().filter(|(nth, _)| *nth != at).map(|(_, cell)| cell);
            cells.collect::<Vec<_>>().join(",")
        };
        csv.trim().lines().map(kept).collect::<Vec<_>>().join("\n")
    };
    let account = Made::of(&without(ACCOUNT, "上年决算数")).like("三公经费决算");
    assert_eq!(
        account.faults(),
        [
            (Unchecked, "「增减额」没有核对：表里没有「上年决算数」列".into()),
            (Unchecked, "「增减率」没有核对：表里没有「上年决算数」列".into()),
        ]
    );
    let report = Made::of(&without(TWO, "上年现行有效件数")).like("年报第二部分");
    assert_eq!(report.faults(), [(Unchecked, "「现行有效件数」没有核对：表里没有「上年现行有效件数」列".into())]);
    // Two columns that may be meant are as good as none.
    let lines = ACCOUNT.trim().replace("上年决算数", "上年");
    let wider = lines.lines().enumerate().map(|(at, line)| format!("{line},{}", if at == 0 { "上年" } else { "1.00" }));
    let twice = Made::of(&wider.collect::<Vec<_>>().join("\n"));
    assert_eq!(
        twice.like("三公经费决算").faults().first(),
        Some(&(Unchecked, "「增减额」没有核对：表里有 2 个「上年决算数」列，分不清".into()))
    );
    // What the table must have is said once, as missing.
    let missing = Made::of(&without(ACCOUNT, "年初预算数")).like("三公经费决算").faults();
    assert_eq!(missing, [(Missing, "「三公经费决算」应有名为「预算数」的列".into())]);
}
