//! Numbers of persons in public text of every kind, with their places; and numbers of other things, which are none.

use super::{
    page::fences,
    site::{Found, inspect},
};

const SAID: &str = "错误[B110]: 公布的内容里有像手机、证件或者账号的号码";

const BODY: &str = "秋季安排两场。参见[上半年经费](../alpha/2026-h1.md)、[示例场地安排](../../items/beta.toml)和[关于本站](../../pages/about.md)。";

fn overlay(text: &str) -> Found {
    inspect(&fences(text).expect("blocks")).expect("a report")
}

/// Where numbers of persons are found.
fn places(found: &Found) -> Vec<String> {
    let lines: Vec<&str> = found.text.lines().collect();
    let told = lines.windows(2).filter(|pair| pair[0].starts_with("错误[B110]"));
    told.map(|pair| pair[1].trim_start().trim_start_matches("--> content/").to_owned()).collect()
}

/// A number put into a file in place of a piece of its text.
fn put(file: &str, from: &str, to: &str) -> Found {
    let side = |sign: &str, text: &str| text.lines().flat_map(|line| [sign, line, "\n"]).collect::<String>();
    overlay(&format!("```diff {file}\n{}{}```\n", side("-", from), side("+", to)))
}

/// The public body of a record with these lines.
fn body(lines: &str) -> Found {
    put("records/beta/2026-notice.md", BODY, lines)
}

#[test]
fn every_kind_of_public_text_is_looked_through() {
    let found = body("示例\n联系13800138000办理。");
    assert_eq!(places(&found), ["records/beta/2026-notice.md:28:3"]);
    assert!(found.text.contains(SAID), "{}", found.text);
    assert!(found.text.contains("28 | 联系13800138000办理。\n   |     ^^^^^^^^^^^\n"), "{}", found.text);
    for (file, from, to) in [
        ("items/alpha.toml", "remark = \"每半年公开一次。\"", "remark = \"可联系 138 0013 8000。\""),
        ("items/alpha.toml", "control = \"双人核对\"", "control = \"李某 13800138000\""),
        ("site.toml", "description = \"明州市示例局的权力公开测试站点。\"", "description = \"电话13800138000\""),
        ("agency.toml", "note = \"由市里聘请。\"", "note = \"手机13800138000\""),
        ("pages/about.md", "summary = \"", "summary = \"13800138000"),
        ("exercises/alpha-copier.toml", "subject = \"", "subject = \"13800138000"),
        ("statistics/2026-h1.toml", "note = \"", "note = \"13800138000"),
        ("records/alpha/2026-h1.md", "title = \"编制说明\"", "title = \"编制说明11010519491231002X\""),
        ("records/alpha/2026-h1.md", "note = \"按实际发生数列示。\"", "note = \"440524188001010014\""),
    ] {
        let original = std::fs::read_to_string(format!("{}/tests/world/content/{file}", env!("CARGO_MANIFEST_DIR")))
            .expect("a file");
        let (at, line) = original
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(from))
            .unwrap_or_else(|| panic!("{file} has no {from}"));
        let new = line.replacen(from, to, 1);
        let number = ["138", "1101", "4405"].iter().find_map(|number| new.find(number)).expect("a number");
        let found = put(file, line, &new);
        let place = format!("{file}:{}:{}", at + 1, new[..number].chars().count() + 1);
        assert_eq!(places(&found), [place], "{}", found.text);
    }
}

#[test]
fn cells_and_text_attachments_are_looked_through() {
    let table = "```diff records/alpha/2026-h1.md\n-rows = [\"合计 = 以上各行之和\"]\n+unit = \"元\"\n```\n";
    let csv = "```csv records/alpha/2026-h1.csv\n姓名,联系电话,金额\n\"某,某\",13800138000,13900139000\n合计,,13900139000\n```\n";
    let found = overlay(&format!("{}{csv}", table.replace("+unit = \"元\"\n", "+rows = []\n")));
    assert_eq!(places(&found), ["records/alpha/2026-h1.csv:2:7"], "{}", found.text);
    let attachment = |kind: &str, content: &str| {
        overlay(&format!(
            "```diff records/beta/2026-notice.md\n-[review]\n+[[attachment]]\n+file = \"list.txt\"\n+title = \"名单\"\n+kind = \"文字\"\n+\n+[review]\n```\n```{kind} records/beta/list.txt\n{content}\n```\n"
        ))
    };
    let found = attachment("text", "名单\n某某 11010519491231002X\n某某 138-0013-8000");
    assert_eq!(places(&found), ["records/beta/list.txt:1:1", "records/beta/list.txt:1:1"], "{}", found.text);
    assert!(found.text.contains("（第 2 行）") && found.text.contains("（第 3 行）"), "{}", found.text);
    // Not UTF-8: a binary file.
    assert_eq!(places(&attachment("hex", "ff fe 31 33 38 30 30 31 33 38 30 30 30 0a")), [""; 0]);
}

#[test]
fn numbers_are_found_however_they_are_written() {
    let written = [
        "13800138000",
        "138-0013-8000",
        "138 0013 8000",
        "1380 013 8000",
        "+86 13800138000",
        "（86）138—0013—8000",
        "8613800138000",
        "１３８００１３８０００",
        "一三八〇〇一三八〇〇〇",
        "一三八零零一三八零零零",
        "138\u{200b}0013\u{ad}8000",
        "138\u{a0}0013\u{a0}8000",
        "0310-1234567/13800138000",
        "0310-1234567 13800138000",
        "2026-07-15 13800138000",
        "编号2026-3，电话13800138000",
        "[电话](tel:13800138000)",
        "11010519491231002X",
        "11010519491231002x",
        "110105 19491231 002X",
        "440524188001010014",
        "440524 880101 001",
        "身份证号：110105194912310021",
        "卡号 6200 0000 0000 0005",
        "6205500000000000004",
        "账号4111111111111111",
    ];
    let lines: Vec<String> = written.iter().map(|said| format!("某某（{said}）。")).collect();
    let found = body(&lines.join("\n"));
    let told: Vec<String> =
        places(&found).iter().filter_map(|place| Some(place.split(':').nth(1)?.to_owned())).collect();
    let first = 27;
    let missed: Vec<&str> = written
        .iter()
        .enumerate()
        .filter(|(at, _)| told.iter().filter(|l| **l == (first + at).to_string()).count() != 1)
        .map(|(_, said)| *said)
        .collect();
    assert_eq!(missed, [""; 0], "{}", found.text);
    // Escaped, in a string of TOML.
    let found =
        put("records/beta/2026-notice.md", "title = \"2026年秋季场地安排\"", "title = \"示例\\u0031\\u0033800138000\"");
    assert_eq!(places(&found).len(), 1, "{}", found.text);
}

#[test]
fn numbers_of_other_things_are_none() {
    let traps = [
        "138****8000、139****0000", // masked
        "1101051949****002X",
        "6222 **** **** 0004",
        "金额13800138000元，合 13800138000.00，¥13800138000",
        "13800138000千克、1,380,013,800,0",
        "共 12.00 13.50 14.25 1380 0138",
        "统一社会信用代码 12130404MB1234567X、统一社会信用代码：110105194912310021",
        "事项编码：1113040000000000012000123001000、000123 45678901",
        "编码 13800138000；合同号13800138000",
        "索引号 000014349/2026-00012、11130403001234567-2026-00012",
        "文号 明示发〔2026〕13800138000号",
        "https://www.example.gov.cn/art/2026/9/10/art_1_13800138000.html?id=13800138000",
        "[附件](https://www.example.gov.cn/13800138000/6222020000000000004)",
        "2026-07-15 2026-07-31 20260715 20260731 2026071509300012",
        "0310-1234567、0310-12345678、400-123-4567、12345、95588",
        "12345678901、19位12345678901234567890",
        "867e7dee62eec9ade4666ae79974bc496af493a57c6d6fee48036b0523876f4a",
        "A13800138000、13800138000B、_13800138000",
        "一、二、三、四、五、六、七、八、九、十一、十二",
        "财政专户账号4111111111111111",
        "110105194912310021", // no check digit, and nothing says that it is one
    ];
    let lines: Vec<String> = traps.iter().map(|trap| format!("说明：{trap}")).collect();
    let found = body(&lines.join("\n\n"));
    assert_eq!(places(&found), [""; 0], "{}", found.text);
    let figures = "```diff records/alpha/2026-h1.md\n-rows = [\"合计 = 以上各行之和\"]\n+rows = [\"合计 = 以上各行之和\"]\n+columns = []\n```\n```csv records/alpha/2026-h1.csv\n月份,领取,使用\n1月,13800138000,13900139000\n合计,13800138000,13900139000\n```\n";
    assert_eq!(places(&overlay(figures)), [""; 0]);
    let codes = put("items/alpha.toml", "code = \"SL-0001\"", "code = \"13800138000\"");
    assert_eq!(places(&codes), [""; 0]);
    let index =
        put("records/beta/2026-notice.md", "index_no = \"SL00/2026-00003\"", "index_no = \"11010519491231002X\"");
    assert_eq!(places(&index), [""; 0]);
}

/// An office may have a mobile telephone: where it is declared, it is no person's.
#[test]
fn numbers_of_offices_are_known() {
    let page = "```diff pages/about.md\n-summary = \"说明本站公开什么。\"\n+summary = \"可拨打13800138000。\"\n```\n";
    let declared = |from: &str, to: &str, file: &str| overlay(&format!("{page}```diff {file}\n-{from}\n+{to}\n```\n"));
    for (from, to, file) in [
        ("phone = \"0000-1000000\"", "phone = \"138-0013-8000\"", "agency.toml"),
        ("phone = \"0000-1000002\"", "phone = \"0000-1000002、13800138000\"", "agency.toml"),
        ("contact = \"一楼大厅\"", "contact = \"一楼大厅，13800138000\"", "agency.toml"),
        ("contact = \"0000-1000001\"", "contact = \"13800138000\"", "items/alpha.toml"),
    ] {
        let found = declared(from, to, file);
        assert_eq!(places(&found), [""; 0], "{}", found.text);
    }
    // A supervisor's is a person's.
    let found = declared("note = \"由市里聘请。\"", "note = \"13800138000\"", "agency.toml");
    assert_eq!(places(&found).len(), 2, "{}", found.text);
}

/// What is not open is not public text.
#[test]
fn what_is_inside_is_not_looked_at() {
    for (file, from, to) in [
        ("items/alpha.toml", "handler = \"甲项岗金丝雀乙一\"", "handler = \"13800138000\""),
        ("exercises/alpha-copier.toml", "what = \"验收时扣除的质保金金丝雀丑六\"", "what = \"13800138000\""),
        ("records/beta/2026-notice.md", "by = \"公开办主任\"", "by = \"13800138000\""),
        ("records/alpha/2026-h1.internal.md", "附记一金丝雀戊七。", "13800138000"),
        ("records/inner/2026-03.md", "title = \"三月支出通报金丝雀庚九\"", "title = \"13800138000\""),
        ("items/inner.toml", "remark = \"说明金丝雀乙八\"", "remark = \"13800138000\""),
        (
            "records/beta/2026-notice.md",
            "title = \"2026年秋季场地安排\"",
            "title = \"2026年秋季场地安排\" # 13800138000",
        ),
    ] {
        let found = put(file, from, to);
        assert_eq!(places(&found), [""; 0], "{}", found.text);
    }
}
