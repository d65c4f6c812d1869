//! Numbers of laws and orders as they are issued, and the day by which a government's own report is due: what passes, and
//! what is said of the rest.

use super::{
    page::fences,
    site::{Found, inspect},
};

fn overlay(text: &str) -> Found {
    inspect(&fences(text).expect("blocks")).expect("a report")
}

/// The findings of one rule in an item whose bases have these numbers.
fn numbered(numbers: &[&str]) -> Vec<String> {
    let bases: Vec<String> = numbers
        .iter()
        .map(|no| format!("+[[basis]]\n+kind = \"其他\"\n+title = \"《示例规定》\"\n+doc_no = \"{no}\"\n+\n"))
        .collect();
    let text = overlay(&format!("```diff items/alpha.toml\n-[[change]]\n{}+[[change]]\n```\n", bases.concat())).text;
    let lines =
        text.lines().filter_map(|l| l.strip_prefix("错误[I105]: ").or_else(|| l.trim_start().strip_prefix("= 改法: ")));
    lines.map(str::to_owned).collect()
}

#[test]
fn numbers_of_laws_and_orders_pass() {
    let issued = [
        "主席令第四十七号",
        "中华人民共和国主席令第二十八号",
        "主席令第一〇三号",
        "主席令第一百二十号",
        "国务院令第711号",
        "交通运输部令2018年第42号",
        "部令2018年第42号",
        "国家发展改革委令2017年第1号",
        "第29号令",
        "国家发展改革委第29号令",
        "国家发展改革委2017年第1号令",
        "公告2020年第17号",
        "财政部 税务总局公告2020年第17号",
        "国家税务总局公告2018年第31号",
        "财政部2020年第17号公告",
        "河北省第十三届人民代表大会常务委员会公告第98号",
        "通告2021年第3号",
        "河北省政府令〔2009〕第9号",
        "河北省政府令〔2009〕9号",
        "省政府公告〔2020〕第2号",
        "中办发〔2015〕21号",
        "法释〔2020〕17号",
        "国办公开办函〔2021〕30号",
    ];
    assert_eq!(numbered(&issued), [""; 0]);
}

const ORDER: &str = "令、公告的编号应写“第”和“号”，数字不补零，有年份的写“2018年”，中间没有空格和括号";

/// What is advised is a number that passes, or the form of its kind.
#[test]
fn advice_on_numbers_is_right() {
    let said = |number: &str| numbered(&[number]);
    for (number, problem, right) in [
        ("国务院令711号", ORDER, "写作「国务院令第711号」"),
        ("国务院令第0711号", ORDER, "写作「国务院令第711号」"),
        ("国务院令 第711号", ORDER, "写作「国务院令第711号」"),
        ("国务院令（第711号）", ORDER, "写作「国务院令第711号」"),
        ("国务院令第７１１号", ORDER, "写作「国务院令第711号」"),
        ("交通运输部令2018第42号", ORDER, "写作「交通运输部令2018年第42号」"),
        ("公告2020年17号", ORDER, "写作「公告2020年第17号」"),
        ("河北省政府令[2009]第9号", "文号的年份用了「[」，应当用六角括号〔〕", "写作「河北省政府令〔2009〕第9号」"),
        ("明示发[2025]第2号", "文号的年份用了「[」，应当用六角括号〔〕", "写作「明示发〔2025〕2号」"),
        ("明示发〔2025〕第02号", "文号的序号「第02号」应当是不带“第”、不补零的数字加“号”", "写作「明示发〔2025〕2号」"),
        ("明示发〔2025〕2", "文号的序号「2」应当是不带“第”、不补零的数字加“号”", "写作「明示发〔2025〕2号」"),
        ("明示发〔25〕2号", "文号的年份「25」不是四位数字", "写作「机关代字〔2026〕3号」"),
        ("明示发2号", "文号缺少年份，年份写在六角括号〔〕中", "写作「机关代字〔2026〕3号」"),
        (
            "国务院令第某号",
            ORDER,
            "写作「国务院令第711号」「交通运输部令2018年第42号」或者「河北省政府令〔2009〕第9号」",
        ),
        ("公告第某号", ORDER, "写作「财政部公告2020年第17号」或者「财政部公告第17号」"),
    ] {
        let found = said(number);
        assert_eq!(found, [problem, right], "{number}");
        if let Some(advised) =
            right.strip_prefix("写作「").and_then(|r| r.strip_suffix('」')).filter(|r| !r.contains('」'))
        {
            assert_eq!(said(advised), [""; 0], "{advised}");
        }
    }
}

/// What S108 says of an item with a yearly limit, in words about the power, its basis and the agency.
fn limit(by: &str, name: &str, basis: (&str, &str), agency: &str) -> Vec<String> {
    let (title, article) = basis;
    let text = overlay(&format!(
        "```diff items/alpha.toml\n-name = \"示例经费使用\"\n+name = \"{name}\"\n-every = \"半年\"\n-within = \"20个工作日\"\n+every = \"年\"\n+by = \"{by}\"\n-title = \"《关于印发〈示例经费管理办法〉的通知》\"\n+title = \"{title}\"\n-article = \"第三条\"\n+article = \"{article}\"\n```\n```diff agency.toml\n-name = \"明州市示例局\"\n+name = \"{agency}\"\n```\n"
    ))
    .text;
    text.lines().filter_map(|line| line.strip_prefix("警告[S108]: ").map(str::to_owned)).collect()
}

const REGULATION: (&str, &str) = ("《中华人民共和国政府信息公开条例》", "第四十九条");
const OTHER: (&str, &str) = ("《示例经费管理办法》", "第三条");

#[test]
fn a_government_reports_by_the_end_of_march() {
    let report = "政府信息公开工作年度报告";
    let none: [String; 0] = [];
    for (name, basis, agency) in [
        (report, REGULATION, "明州市人民政府"),
        (report, OTHER, "明州市人民政府办公室"),
        ("年度报告公布", REGULATION, "明州县青石镇人民政府"),
        ("本级政府信息公开工作年度报告", REGULATION, "明州市示例局"),
        ("全市政府信息公开年报", ("《政府信息公开条例》", "第49条"), "明州市政务服务管理局"),
        // Nobody can tell whose report it is.
        (report, REGULATION, "明州市示例平台"),
    ] {
        assert_eq!(limit("3月31日", name, basis, agency), none, "{name} {agency}");
        let late = limit("4月30日", name, basis, agency);
        assert_eq!(late, ["时限长于条例第四十九条规定的3月31日"], "{name} {agency}");
    }
    for name in [report, "本机关政府信息公开工作年度报告"] {
        assert_eq!(limit("1月31日", name, REGULATION, "明州市示例局"), none);
        for by in ["3月31日", "2月10日"] {
            assert_eq!(
                limit(by, name, REGULATION, "明州市示例局"),
                ["时限长于条例第四十九条规定的1月31日"],
                "{by} {name}"
            );
        }
    }
    // A government's other yearly disclosure is no such report.
    let other = ["时限长于条例规定的20个工作日"];
    assert_eq!(limit("3月31日", "示例经费使用", OTHER, "明州市人民政府"), other);
    assert_eq!(
        limit("3月31日", "示例经费使用", ("《中华人民共和国政府信息公开条例》", "第二十六条"), "明州市人民政府"),
        other
    );
}
