//! What an attacker tried: encodings, files at the root, wordings of persons, a case's own release.

use mingjing::build::Sides;

use super::closed::{attaching, passes, refused, saying};
use crate::support::World;

const CARD: &str = "content/feedback/2026-08-card.toml";
const BOX: &str = "content/feedback/2026-04-box.toml";
const RECORD: &str = "content/records/alpha/2026-h1.md";

fn named(world: &World, name: &str) {
    world.edit(CARD, "姓名金丝雀未三", name);
}

#[test]
fn a_wrong_byte_hides_no_attachment() {
    let (gb, _, _) = encoding_rs::GB18030.encode("联系人张建国，多次来电");
    let cut = gb[..gb.len() - 1].to_vec();
    let late: Vec<u8> = [b"plain text\n".repeat(500), gb.to_vec(), vec![0xff]].concat();
    let mut utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("张建国".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    utf16.push(0);
    let broken = ["说明：张 建\u{200b}国".as_bytes(), &[0xff]].concat();
    for (what, bytes) in [("cut", cut), ("late", late), ("odd", utf16), ("broken", broken)] {
        let world = attaching(&bytes);
        named(&world, "张建国");
        refused(&world, what);
    }
}

#[test]
fn files_of_the_root_are_read_as_texts() {
    let (gb, _, _) = encoding_rs::GB18030.encode("# 张建国\n");
    for bytes in [gb.to_vec(), "# 张 建 国\n".as_bytes().to_vec()] {
        let world = World::new();
        named(&world, "张建国");
        world.write("content/static/public/robots.txt", bytes);
        refused(&world, "robots.txt");
    }
}

#[test]
fn a_case_releases_itself_but_not_what_was_noted_of_it() {
    for text in ["诉件备注金丝雀酉七", "诉件岗金丝雀酉八", "审查岗金丝雀酉六"] {
        let world = World::new();
        world.edit(BOX, "情况属实，已放大重新张贴。", text);
        refused(&world, text);
    }
}

#[test]
fn persons_and_addresses_are_known_in_other_wordings() {
    let worded = [
        ("常建军", "常建军"),
        ("张建国和李红", "张建国"),
        ("张建国父亲", "张建国"),
        ("举报人张建国", "张建国"),
        ("张建国 李红", "李红"),
        ("欧阳建国", "欧阳建国"),
    ];
    for (name, said) in worded {
        let world = saying(&format!("群众{said}反映"));
        named(&world, name);
        refused(&world, name);
    }
    for (contact, said) in [("微信 zjg_1988", "zjg_1988"), ("QQ 887766", "887766")] {
        let world = saying(&format!("请加{said}"));
        world.edit(CARD, "联系金丝雀酉五", contact);
        refused(&world, contact);
    }
    for post in ["安全科", "路政科", "程序员", "张工"] {
        let world = saying("由安全科、路政科和程序员负责，张工到场");
        world.edit("content/items/alpha.toml", "甲项岗金丝雀乙一", post);
        passes(&world, post);
    }
}

/// Stages say what forms say: one that waits may say what another, published, says.
#[test]
fn a_stage_that_waits_may_say_what_a_published_one_says() {
    let world = World::new();
    let copier = world.read("content/exercises/alpha-copier.toml");
    let printer =
        copier.replace("〔2026〕2号", "〔2026〕9号").replace("2026-005", "2026-019").replace("设备更换", "设备维修");
    let printer = printer.replace("published_on = 2026-06-17\n", "");
    world.write("content/exercises/alpha-printer.toml", printer);
    let codes: Vec<&str> = world.errors().into_iter().filter(|code| ["B104", "B001"].contains(code)).collect();
    assert!(codes.is_empty(), "{codes:?}");
}

/// What holds a number of a person can be withdrawn, which is what it takes.
#[test]
fn a_record_with_a_number_can_be_withdrawn() {
    let world = World::new();
    world.edit(RECORD, "\n上半年领取", "\n手机13800138000。上半年领取");
    assert!(world.errors().contains(&"B110"));
    let withdrawal = "[[revision]]\non = 2026-09-01\nkind = \"撤回\"\nreason = \"有个人信息。\"\n\n[internal]";
    world.edit(RECORD, "[internal]", withdrawal);
    assert_eq!(world.errors(), Vec::<&str>::new());
    assert!(world.public(Sides::Public).values().all(|b| !String::from_utf8_lossy(b).contains("13800138000")));
}

#[test]
fn a_number_is_seen_as_its_reader_sees_it() {
    for text in ["138[0013](../items/beta.toml)8000", "&#49;3800138000", "138**0013**8000"] {
        assert!(saying(text).errors().contains(&"B110"), "{text}");
    }
    let (gb, _, _) = encoding_rs::GB18030.encode("联系：13800138000");
    assert!(attaching(&*gb).errors().contains(&"B110"), "GB 18030");
}

#[test]
fn what_an_inspection_says_is_said_nowhere_else() {
    const FOUND: &str = "举报箱的开箱记录只有一个岗位签字，应当两个岗位同时在场";
    for said in ["问题金丝雀亥三", "整改金丝雀亥五"] {
        let world = World::new();
        world.edit("content/inspections/2026-08-rooms.toml", said, FOUND);
        world.write(RECORD, format!("{}\n{FOUND}。\n", world.read(RECORD)));
        refused(&world, said);
    }
}
