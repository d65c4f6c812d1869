//! What the public site says may be said inside too: nothing is refused for what is no secret.

use super::closed::{passes, refused};
use crate::support::World;

const CARD: &str = "content/feedback/2026-08-card.toml";
const BOX: &str = "content/feedback/2026-04-box.toml";
const COPIER: &str = "content/exercises/alpha-copier.toml";

/// A world in which insiders write a text everywhere: in a complaint, a remark, a cell, a filing, a body, an attachment.
fn inside(text: &str, closed: bool) -> World {
    let world = World::new();
    let quoted = text.replace('"', "\\\"");
    if closed {
        world.edit(CARD, "内容金丝雀未一", &quoted);
        world.edit("content/items/alpha.toml", "甲项备注金丝雀甲十", &quoted);
    }
    world.edit("content/records/inner/2026-03.csv", "支出金丝雀庚五", &format!("\"{}\"", text.replace('"', "\"\"")));
    world.edit("content/filings/2026-h1.toml", "场地简况金丝雀卯十", &quoted);
    world.edit("content/records/inner/2026-03.md", "正文金丝雀壬七", text);
    world.write("content/records/inner/2026-03-list.txt", text);
    world
}

#[test]
fn what_is_no_secret_refuses_nothing() {
    let public = [
        "alpha",
        "beta",
        "2026-notice",
        "alpha-copier", // ids
        "0000-1000001",
        "监督电话：0000-1000001",
        "请拨打0000-1000001反映", // the hotline
        "经办：计财科",
        "经办：综合科、计财科",
        "下一步：公开", // put together by the theme
        "公开日期",
        "公开期限",
        "字节数",
        "保管岗位",
        "存档号",
        "截至",
        "期限暂定", // what the program writes
        "1月,2.00,1.50",
        "明示发〔2026〕7号",
        "SL00/2026-00002",
        "SL-0001",
        "https://slj.example.gov.cn/items/alpha.html",
        "items/alpha.html",
        "records/alpha/2026-h1.csv",
        "867e7dee62eec9ade4666ae79974bc496af493a57c6d6fee48036b0523876f4a",
        "示例经费使用",
        "示例经费使用流程图",
        "公开时效",
        "2026年公开时效",
        "2026年9月10日",
        "首页",
        "feed.xml",
        "style.css",
    ];
    for text in public {
        passes(&inside(text, true), text);
    }
}

/// An internal attachment may be called as a file that the public site has too.
#[test]
fn an_internal_attachment_may_have_the_name_of_a_generated_file() {
    for name in ["feed.xml", "sitemap.xml", "index.html", "2026-h1.csv"] {
        let world = World::new();
        let file = world.read("content/records/inner/2026-03-list.txt");
        std::fs::remove_file(world.at("content/records/inner/2026-03-list.txt")).unwrap();
        world.write(&format!("content/records/inner/{name}"), file);
        world.edit("content/records/inner/2026-03.md", "2026-03-list.txt", name);
        let errors = world.errors();
        assert!(!errors.contains(&"B001") && !errors.contains(&"B104"), "{name}: {errors:?}");
        if errors.is_empty() {
            passes(&world, name);
        }
    }
}

#[test]
fn one_that_names_an_open_item_refuses_nothing() {
    let world = World::new();
    world.edit("content/items/beta.toml", "name = \"", "name = \"名称不提编号");
    for (path, from) in [(CARD, "item = \"inner\""), ("content/filings/2026-h1.toml", "item = \"inner-plan\"")] {
        world.edit(path, from, "item = \"beta\"");
    }
    assert!(!world.errors().iter().any(|code| code.starts_with('B')), "{:?}", world.errors());
}

/// The first stage waits, a later one is public.
#[test]
fn a_held_stage_before_a_public_one_refuses_nothing() {
    let world = World::new();
    let text = world.read(COPIER);
    world.write(COPIER, text.replacen("published_on = 2026-05-22\n", "", 1));
    let codes: Vec<&str> = world.errors().into_iter().filter(|code| code.starts_with('B')).collect();
    assert!(codes.is_empty(), "{codes:?}");
}

/// A release may repeat what its own case says, but not who said it.
#[test]
fn a_release_may_repeat_its_own_case() {
    let world = World::new();
    world.edit(BOX, "示例明细表放大张贴的答复", "事由金丝雀酉一的答复");
    world.edit(BOX, "情况属实，已放大重新张贴。", "答复金丝雀酉三，情况属实");
    passes(&world, "its own subject and answer");
    let world = World::new();
    world.edit(BOX, "[release]\n", "[complainant]\nname = \"张建国\"\ncontact = \"8123456\"\n\n[release]\n");
    world.edit(BOX, "有人反映公开栏", "张建国反映公开栏");
    assert!(!world.errors().is_empty());
    let world = World::new();
    world.edit(BOX, "有人反映公开栏的明细表看不清。", "内容金丝雀未一");
    refused(&world, "what another complaint says");
}

/// Two internal files may have one text, and an internal text may repeat a public one.
#[test]
fn the_inside_may_repeat_what_is_public() {
    for text in ["上半年领取经费12.00万元，使用9.40万元", "按实际发生数列示", "局长办公会同意更换一台示例设备"]
    {
        passes(&inside(text, false), text);
    }
}
