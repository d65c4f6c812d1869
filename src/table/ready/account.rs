//! 三公经费决算表: the same items as rows, budget and account as columns.

use super::{Head, Ready, budget::VEHICLE};
use crate::words::ColumnType::{Decimal, Percent, Text};

/// 三公经费决算
pub(super) const TABLE: Ready = Ready {
    name: "三公经费决算",
    aliases: &["三公经费决算表", "三公决算", "“三公”经费支出决算表"],
    columns: &[
        Head::of("项目", &["支出项目", "科目", "类别"], Text),
        Head::of("预算数", &["年初预算数", "全年预算数", "预算", "本年预算数"], Decimal),
        Head::of("决算数", &["支出决算数", "决算", "实际支出", "本年决算数", "本年"], Decimal),
        Head::of(
            "完成率",
            &["完成预算", "完成预算的", "完成预算的百分比", "完成预算%", "完成预算的比例", "预算完成率"],
            Percent,
        ),
        Head::of("上年决算数", &["上年数", "上年", "上年决算"], Decimal).optional(),
        Head::of("增减额", &["比上年增减", "比上年增减额", "增减"], Decimal).optional(),
        Head::of("增减率", &["比上年增减率", "比上年增减%", "增减幅度", "增减%"], Percent).optional(),
        Head::of("占比", &["占三公经费的比重", "比重", "占合计"], Percent).optional(),
    ],
    rows: &[
        Head::row("合计", &["三公经费合计", "总计"]),
        Head::row("因公出国（境）费", &["因公出国（境）费用", "因公出国（境）", "因公出国（境）经费"]),
        Head::row("公务用车购置及运行费", VEHICLE),
        Head::row("公务用车购置费", &["公务用车购置", "购置费"]),
        Head::row("公务用车运行费", &["公务用车运行维护费", "公务用车运行", "运行费", "运行维护费"]),
        Head::row("公务接待费", &["公务接待费用", "公务接待"]),
    ],
    across: &[
        "完成率 = 决算数 / 预算数",
        "增减额 = 决算数 - 上年决算数",
        "增减率 = (决算数 - 上年决算数) / 上年决算数",
        "占比 = 决算数 / 决算数@合计",
    ],
    down: &[
        "合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费",
        "公务用车购置及运行费 = 公务用车购置费 + 公务用车运行费",
    ],
    applies: &[],
    replaced: &[],
};
