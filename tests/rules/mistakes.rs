//! One file with five mistakes of different kinds: all of them are found in one run, each at its place.

use serde_json::{Value, json};

use super::{
    page::fences,
    site::{Found, inspect},
};

const MISTAKES: &str = r#"
```diff items/alpha.toml
-started_on = 2025-07-01
-code = "SL-0001"
-remark = "每半年公开一次。"
+started_on = "2025年7月1日"
+code = "SL-1"
+remarks = "每半年公开一次。"
-next = ["公开"]
+next = ["公开", "公布"]
-kind = "新增"
+kind = "新设"
```
"#;

fn found() -> Found {
    inspect(&fences(MISTAKES).expect("a block")).expect("a report")
}

#[test]
fn text_report_has_carets_under_the_right_characters() {
    assert_eq!(
        found().text,
        r#"错误[I005]: started_on 应是日期，写作 2026-07-15，不加引号
 --> content/items/alpha.toml:9:14
  |
9 | started_on = "2025年7月1日"
  |              ^^^^^^^^^^^^^^

错误[I108]: 职权编码「SL-1」不合规定的格式
  --> content/items/alpha.toml:10:8
   |
10 | code = "SL-1"
   |        ^^^^^^
   |
  ::: content/site.toml:10:16
   |
10 | code_pattern = '^SL-[0-9]{4}$'
   |                --------------- 格式在这里规定

错误[I003]: 没有 remarks 这个字段
  --> content/items/alpha.toml:11:1
   |
11 | remarks = "每半年公开一次。"
   | ^^^^^^^
   |
   = 改法: 是不是 remark（备注）？

错误[I112]: 没有名为「公布」的环节
  --> content/items/alpha.toml:40:15
   |
40 | next = ["公开", "公布"]
   |                 ^^^^^^
   |
   = 改法: 这个事项的环节：汇总、公开

错误[I006]: kind 不能是「新设」
  --> content/items/alpha.toml:53:8
   |
53 | kind = "新设"
   |        ^^^^^^
   |
   = 改法: 可选：新增（added）、调整（adjusted）、终止（terminated）

5 个错误，0 个警告，0 个提示。
"#
    );
}

#[test]
fn json_report_keeps_its_contract() {
    let report: Value = serde_json::from_str(&found().json).expect("JSON");
    assert_eq!(report["as_of"], "2026-11-24");
    assert_eq!(report["counts"], json!({"error": 5, "warning": 0, "note": 0}));
    let findings = report["findings"].as_array().expect("a list");
    let places: Vec<[&Value; 5]> =
        findings.iter().map(|f| ["code", "line", "column", "end_line", "end_column"].map(|key| &f[key])).collect();
    assert_eq!(
        json!(places),
        json!([
            ["I005", 9, 14, 9, 25],
            ["I108", 10, 8, 10, 14],
            ["I003", 11, 1, 11, 8],
            ["I112", 40, 15, 40, 19],
            ["I006", 53, 8, 53, 12],
        ])
    );
    assert_eq!(findings[1], code());
    // Advice is a note without a place.
    let advice = json!({"zh": "是不是 remark（备注）？", "en": "did you mean remark (备注)?"});
    assert_eq!(findings[2]["notes"], json!([{ "message": advice }]));
}

/// The finding about the code; its note is a second place.
fn code() -> Value {
    json!({
        "code": "I108",
        "name": "code-pattern",
        "severity": "error",
        "message": {
            "zh": "职权编码「SL-1」不合规定的格式",
            "en": "the code “SL-1” does not have the form that was set",
        },
        "file": "content/items/alpha.toml",
        "line": 10, "column": 8, "end_line": 10, "end_column": 14,
        "notes": [{
            "message": {"zh": "格式在这里规定", "en": "the form is set here"},
            "file": "content/site.toml",
            "line": 10, "column": 16, "end_line": 10, "end_column": 31,
        }],
    })
}
