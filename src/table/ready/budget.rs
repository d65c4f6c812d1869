//! 三公经费预算表: a line for a year or a unit, in the form in which finance offices publish it (《机关事务管理条例》 art. 7).

use super::{Head, Ready};
use crate::words::ColumnType::{Decimal, Text};

/// 三公经费预算
pub(super) const TABLE: Ready = Ready {
    name: "三公经费预算",
    aliases: &["三公经费预算表", "三公预算", "“三公”经费支出预算表"],
    columns: &[
        Head::of("年度", &["项目", "单位", "单位名称", "部门", "预算年度", "年份"], Text),
        Head::of("合计", &["三公经费合计", "“三公”经费合计", "总计", "三公经费预算数"], Decimal),
        Head::of("因公出国（境）费", &["因公出国（境）费用", "因公出国（境）", "因公出国（境）经费"], Decimal),
        Head::of("公务用车购置及运行费", VEHICLE, Decimal),
        Head::of("公务用车购置费", &["公务用车购置", "购置费", "公务用车购置费用"], Decimal),
        Head::of("公务用车运行费", &["公务用车运行维护费", "公务用车运行", "运行费", "运行维护费"], Decimal),
        Head::of("公务接待费", &["公务接待费用", "公务接待"], Decimal),
    ],
    rows: &[],
    across: &[
        "合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费",
        "公务用车购置及运行费 = 公务用车购置费 + 公务用车运行费",
    ],
    down: &[],
    applies: &[],
    replaced: &[],
};

/// How bureaus write the vehicles' line.
pub(super) const VEHICLE: &[&str] = &[
    "公务用车购置及运行费小计",
    "公务用车购置及运行维护费",
    "公务用车购置及运行维护费小计",
    "公务用车购置和运行费",
    "公务用车费",
    "小计",
];
