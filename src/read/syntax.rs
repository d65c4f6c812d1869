//! What the TOML parser says, in the words of someone who is no programmer.

use crate::{text, text::Text};

/// How the parser's message begins, what that means, and what would be right in both languages.
type Saying = (&'static str, &'static str, &'static str, &'static str);

const QUOTES: (&str, &str) =
    ("文字两端加英文引号 \"…\"，不用“”，并且要成对", "put text between straight quotes \"…\", in pairs");

const SAYINGS: &[Saying] = &[
    (
        "invalid date",
        "日期写法不对",
        "月、日都写两位数，如 2026-07-06",
        "write month and day with two digits, as 2026-07-06",
    ),
    ("duplicate key", "这个字段写了两次", "删去其中一处", "delete one of the two"),
    ("invalid basic string", "文字没有写完", QUOTES.0, QUOTES.1),
    ("invalid literal string", "文字没有写完", QUOTES.0, QUOTES.1),
    ("string values must be quoted", "文字没有加引号，或者没有写内容", QUOTES.0, QUOTES.1),
    ("missing escaped value", "引号中的反斜杠 \\ 用得不对", "反斜杠写作 \\\\", "write a backslash as \\\\"),
    ("key with no value", "字段名后面没有内容", "写作 字段名 = 内容", "write key = value"),
    ("unclosed", "括号没有配对", "补上缺少的 ] 或者 }", "add the missing ] or }"),
    (
        "unexpected leading zero",
        "数字前面不能有 0",
        "去掉前面的 0；是编号就加引号",
        "drop the zero, or quote it where it is a number to be shown",
    ),
    ("unexpected key or value", "一行只能写一个字段", "另起一行", "begin a new line"),
    (
        "invalid unquoted key",
        "字段名只能用英文字母、数字、连字符和下划线",
        "查看手册中的字段名",
        "see the handbook for the names of fields",
    ),
];

/// The message and the help for something that the parser said.
pub(super) fn explain(said: &str) -> (Text, Text) {
    let english = said.lines().collect::<Vec<_>>().join("; ");
    match SAYINGS.iter().find(|(begins, ..)| english.starts_with(begins)) {
        Some((_, zh, help_zh, help_en)) => {
            (text!("TOML 写法有误：{zh}", "TOML syntax: {english}"), text!("{help_zh}", "{help_en}"))
        }
        None => (
            text!("TOML 写法有误：{english}", "TOML syntax: {english}"),
            text!(
                "看这里和上一行：引号、括号要成对，引号用英文的 \"，不用“”，字段名后写 =",
                "look here and at the line above: quotes and brackets in pairs, straight quotes, = after the key"
            ),
        ),
    }
}
