//! Asterisks in Chinese bodies: masks stay as they were written, and so does bold.

use mingjing::markdown::{html, references};
use proptest::prelude::*;

use crate::support::{World, search};

fn shown(body: &str) -> String {
    html(body, &|_| None).trim().to_owned()
}

#[track_caller]
fn paragraph(body: &str, expected: &str) {
    assert_eq!(shown(body), format!("<p>{expected}</p>"), "{body}");
}

#[test]
fn masks_keep_their_asterisks() {
    for mask in [
        "138****1234、139****5678",
        "张*三、李*四",
        "110***********002X和440***********0014",
        "电话138***1234和139***5678",
        "尾号1*2、3*4",
        "卡号6222**0001与6222**0002",
        "账号６２２２****０００１与６２２２****０００２",
        "****1234和****5678",
        "张**、李**",
        "张*、李*",
        "王****街****号",
    ] {
        paragraph(mask, mask);
        assert_eq!(shown(&format!("- {mask}")), format!("<ul>\n<li>{mask}</li>\n</ul>"));
        assert_eq!(shown(&format!("`{mask}`")), format!("<p><code>{mask}</code></p>"));
    }
    paragraph("**138****1234**", "<strong>138****1234</strong>");
}

#[test]
fn bold_stays_bold() {
    for (body, expected) in [
        ("按照**公开**的要求", "按照<strong>公开</strong>的要求"),
        ("支出**29.60**万元", "支出<strong>29.60</strong>万元"),
        ("**29.60**万元", "<strong>29.60</strong>万元"),
        ("**公开**", "<strong>公开</strong>"),
        ("**甲**和**乙**", "<strong>甲</strong>和<strong>乙</strong>"),
        ("**甲**、**乙**", "<strong>甲</strong>、<strong>乙</strong>"),
        ("***甲***", "<em><strong>甲</strong></em>"),
        ("**“公开”**的", "<strong>“公开”</strong>的"),
        ("按照**“公开”**的", "按照<strong>“公开”</strong>的"),
        ("见**《办法》**第三条", "见<strong>《办法》</strong>第三条"),
        ("**注意：**请按时", "<strong>注意：</strong>请按时"),
        ("共**3项（件）**已办", "共<strong>3项（件）</strong>已办"),
        ("**张*三**和**李*四**", "<strong>张*三</strong>和<strong>李*四</strong>"),
        ("*open* and **shut**", "<em>open</em> and <strong>shut</strong>"),
        ("a \\*b\\* c", "a *b* c"),
        ("甲\\*\\*乙\\*\\*丙", "甲**乙**丙"),
    ] {
        paragraph(body, expected);
    }
    assert_eq!(shown("甲\n\n****\n\n乙"), "<p>甲</p>\n<hr />\n<p>乙</p>");
    assert_eq!(shown("* 甲\n* 乙"), "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>");
    assert_eq!(shown("```\n138****1234 **“甲”**乙\n```"), "<pre><code>138****1234 **“甲”**乙\n</code></pre>");
}

#[test]
fn places_and_addresses_are_as_written() {
    let body = "138****1234，见**“[甲](a*b.md \"1*2\")”**的[张*三](x.md)";
    let found: Vec<_> =
        references(body).into_iter().map(|r| (body[r.range].to_owned(), r.destination, r.words)).collect();
    let one = |range: &str, to: &str, words: &str| (range.to_owned(), to.to_owned(), words.to_owned());
    assert_eq!(found, [one("[甲](a*b.md \"1*2\")", "a*b.md", "甲"), one("[张*三](x.md)", "x.md", "张*三")]);
}

#[test]
fn a_page_shows_the_mask() {
    let world = World::new();
    let path = "content/records/alpha/2026-h1.md";
    world.write(path, world.read(path) + "\n来电138****1234、139****5678，反映人张*三、李*四。\n");
    world.run(&["build", "--no-sync"]).expect(0, "public: ");
    let page = String::from_utf8(world.tree("public")["records/alpha/2026-h1.html"].clone()).unwrap();
    assert!(page.contains("来电138****1234、139****5678，反映人张*三、李*四。"), "{page}");
}

/// A mask as people write it.
fn mask() -> impl Strategy<Value = String> {
    let phone = (100..999_u32, 3..9_usize, 1000..9999_u32).prop_map(|(a, n, b)| format!("{a}{}{b}", "*".repeat(n)));
    let name = ("[张李王赵刘陈]", "[一二三四五]").prop_map(|(a, b)| format!("{a}*{b}"));
    prop_oneof![phone, name]
}

/// Bold as people write it, with the words alone.
fn bold() -> impl Strategy<Value = (String, String)> {
    let words =
        prop_oneof!["[公开办法事项]{1,4}", "[0-9]{1,2}\\.[0-9]{2}", "“[公开]{2}”", "《[办法]{2}》", "[注意]{2}："];
    words.prop_map(|words| (format!("**{words}**"), format!("<strong>{words}</strong>")))
}

proptest! {
    #![proptest_config(search(400, 18))]

    #[test]
    fn masks_and_bold_stay_side_by_side(
        parts in prop::collection::vec(prop_oneof![mask().prop_map(|m| (m.clone(), m)), bold()], 1..6),
        between in prop::collection::vec("[的、，和]", 6),
    ) {
        let (mut body, mut expected) = (String::from("查"), String::from("查"));
        for ((written, shown), between) in parts.iter().zip(&between) {
            body.extend([written.as_str(), between]);
            expected.extend([shown.as_str(), between]);
        }
        prop_assert_eq!(shown(&body), format!("<p>{expected}</p>"));
    }
}
