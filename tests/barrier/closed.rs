//! What is closed stays closed, wherever a public text might say it: `check` finds it, and neither build publishes.

use std::collections::HashSet;

use mingjing::{
    barrier::Barrier,
    build::{Failure, Sides},
    load::load,
};

use crate::support::World;

const ABOUT: &str = "content/pages/about.md";
const RECORD: &str = "content/records/alpha/2026-h1.md";
const NOTICE: &str = "content/records/beta/2026-notice.md";
const NOTES: &str = "content/records/alpha/2026-h1-notes.txt";
const CARD: &str = "content/feedback/2026-08-card.toml";

/// `check` finds it, and the public site is refused, alone or with the other.
#[track_caller]
pub fn refused(world: &World, what: &str) {
    let errors = world.errors();
    assert!(errors.contains(&"B104") || errors.contains(&"B001"), "{what}: check says {errors:?}");
    for sides in [Sides::Public, Sides::Both] {
        match world.build(sides) {
            Err(Failure::Findings(_)) => assert!(world.tree("public").is_empty(), "{what}"),
            other => panic!("{what}: {sides:?} gives {:?}", other.map(|_| "a site")),
        }
    }
}

/// `check` finds no error, and both sites are built.
#[track_caller]
pub fn passes(world: &World, what: &str) {
    assert_eq!(world.errors(), Vec::<&str>::new(), "{what}");
    world.build(Sides::Both).unwrap_or_else(|failure| panic!("{what}: {failure:?}"));
}

/// A world in which a page says something.
pub fn saying(text: &str) -> World {
    let world = World::new();
    world.edit(ABOUT, "\n本站公开", &format!("\n{text}。本站公开"));
    world
}

/// Attachments carry the sum of what is in them: without it they can be anything.
fn unsummed(world: &World) {
    let record = world.read(RECORD);
    let lines: Vec<&str> = record.lines().filter(|line| !line.starts_with("sha256")).collect();
    world.write(RECORD, lines.join("\n") + "\n");
}

pub fn attaching(bytes: impl AsRef<[u8]>) -> World {
    let world = World::new();
    unsummed(&world);
    world.write(NOTES, bytes);
    world
}

/// One for each kind of thing that is closed, as its file has it.
const CLOSED: [(&str, &str); 16] = [
    ("姓名", "姓名金丝雀未三"),
    ("联系方式", "联系金丝雀酉五"),
    ("投诉内容", "内容金丝雀未一"),
    ("答复", "答复金丝雀未二"),
    ("未公布的处理结果", "待公布摘要金丝雀未五"),
    ("未公开的环节", "验收时扣除的质保金金丝雀丑六"),
    ("处理措施", "措施金丝雀未八"),
    ("违规情形", "情形金丝雀未七"),
    ("审查人", "审查岗金丝雀丑八"),
    ("复核人", "复核岗金丝雀丑九"),
    ("事项的附记", "甲项备注金丝雀甲十"),
    ("站点的附记", "站点备注金丝雀甲一"),
    ("机关的附记", "综合科备注金丝雀甲四"),
    ("备案的附记", "备案附记金丝雀辰二"),
    ("登记的附记", "登记承办岗金丝雀寅一"),
    ("附记文件", "附记一金丝雀戊七"),
];

/// A way to put a text into a public place.
type Put = fn(&World, &str);

/// One for each public place that people write.
const PLACES: [(&str, Put); 12] = [
    ("正文", |w, text| w.edit(ABOUT, "\n本站公开", &format!("\n{text}。本站公开"))),
    ("摘要", |w, text| w.edit(ABOUT, "说明本站公开什么。", text)),
    ("备注", |w, text| w.edit("content/items/alpha.toml", "每半年公开一次。", text)),
    ("公开内容", |w, text| {
        w.edit("content/items/alpha.toml", "按月领取和使用经费的情况", &format!("含{text}的情况"));
    }),
    ("关键词", |w, text| w.edit(RECORD, "\"上半年\"", &format!("\"{text}\""))),
    ("标题", |w, text| w.edit(RECORD, "2026年上半年示例经费使用情况", &format!("关于{text}的情况"))),
    ("表题", |w, text| w.edit(RECORD, "分月明细表", text)),
    ("单元格", |w, text| w.edit("content/records/alpha/2026-h1.csv", "1月", text)),
    ("附件标题", |w, text| w.edit(RECORD, "编制说明", text)),
    ("公开情况的文号", |w, text| {
        w.edit(RECORD, "doc_no = \"明示发〔2026〕7号\"\n\n[[table]]", &format!("doc_no = \"{text}\"\n\n[[table]]"));
    }),
    ("更正", |w, text| w.edit(RECORD, "6月数额录入有误。", text)),
    ("别件的处理结果", |w, text| {
        w.edit("content/feedback/2026-04-box.toml", "有人反映公开栏的明细表看不清。", text);
    }),
];

#[test]
fn whatever_is_closed_wherever_it_is_said() {
    for (what, text) in CLOSED {
        refused(&saying(text), what);
    }
    for (place, put) in PLACES {
        for (what, text) in [CLOSED[0], CLOSED[2], CLOSED[10]] {
            let world = World::new();
            put(&world, text);
            refused(&world, &format!("{what}在{place}"));
        }
    }
}

/// A copy does not excuse itself, in one place or in another.
#[test]
fn a_copy_excuses_nothing() {
    for (place, put) in PLACES {
        let world = World::new();
        put(&world, "甲项备注金丝雀甲十");
        world.edit("content/items/beta.toml", "\n", "\nremark = \"甲项备注金丝雀甲十\"\n");
        refused(&world, place);
    }
}

#[test]
fn what_is_not_loaded_is_inside() {
    let inner = World::new().read("content/items/inner.toml");
    let complaint = World::new().read(CARD);
    let (gb, _, _) = encoding_rs::GB18030.encode(&complaint);
    let places: [(&str, &[u8]); 10] = [
        ("content/backup/inner.toml", inner.as_bytes()),
        ("content/items/old/inner.toml", inner.as_bytes()),
        ("content/items/inner (copy).toml", inner.as_bytes()),
        ("content/feedback/2026/x.toml", complaint.as_bytes()),
        ("content/feedback/Card.toml", complaint.as_bytes()),
        ("content/feedback/card.toml.txt", complaint.as_bytes()),
        ("content/unknown/notes.txt", complaint.as_bytes()),
        ("content/records/alpha/card.csv", complaint.as_bytes()),
        ("content/feedback/gb.toml", &gb),
        ("content/unknown.md", complaint.as_bytes()),
    ];
    for (place, bytes) in places {
        for said in ["姓名金丝雀未三", "局内支出金丝雀乙六"] {
            let world = saying(said);
            world.write(place, bytes);
            // The copy alone may be an error; what is said must be one beside it.
            assert!(world.errors().contains(&"B104"), "{place}: {said}");
            assert!(world.build(Sides::Public).is_err(), "{place}: {said}");
        }
        // Alone it is inside too, whatever it is called, and a page that has it does not pass the barrier.
        let world = World::new();
        world.remove(CARD);
        world.remove("content/items/inner.toml");
        assert!(!is_guarded(&world, "姓名金丝雀未三") && !is_guarded(&world, "局内支出金丝雀乙六"));
        world.write(place, bytes);
        let says = is_guarded(&world, "姓名金丝雀未三") || is_guarded(&world, "局内支出金丝雀乙六");
        // Of a table the cells are looked for, and these are lines of TOML.
        assert!(says || place.ends_with(".csv"), "{place}");
        world.write("themes/default/templates/404.html", "<p>姓名金丝雀未三局内支出金丝雀乙六</p>");
        let said = format!("{:?}", world.build(Sides::Public).err());
        assert!(said.contains("B001") || said.contains("I0"), "{place}: {said}");
    }
}

/// Whether the barrier stops a page that says it.
fn is_guarded(world: &World, said: &str) -> bool {
    let (catalog, _) = load(world.source());
    let (barrier, _) = Barrier::of(&catalog, std::iter::empty(), &HashSet::new());
    !barrier.scan(format!("<p>{said}</p>").as_bytes()).is_empty()
}

/// A file too large to be read is looked into all the same.
#[test]
fn a_file_over_the_limit_is_inside() {
    let world = saying("拆迁底价三百二十万元整");
    let filler = "# 无关的注释无关的注释\n".repeat(100_000);
    world.write("content/items/huge.toml", format!("remark = \"拆迁底价三百二十万元整\"\n{filler}"));
    assert!(world.errors().contains(&"B104") || world.build(Sides::Public).is_err());
    let world = World::new();
    world.write("content/records/inner/huge.md", format!("拆迁底价三百二十万元整。\n{filler}"));
    world.write("themes/default/templates/404.html", "<p>拆迁底价三百二十万元整</p>");
    assert!(world.build(Sides::Public).is_err());
}

#[test]
fn a_text_attachment_excuses_nothing() {
    let complaint = World::new().read(CARD);
    refused(&attaching(&complaint), "a complaint");
    refused(&attaching("另外：验收时扣除的质保金金丝雀丑六"), "a held stage");
    refused(&attaching(World::new().read("content/records/inner/2026-03.csv")), "an internal table");
    let world = attaching("照抄：支出情况每月通报一次并附明细");
    world.edit("content/records/inner/2026-03.md", "正文金丝雀壬七", "支出情况每月通报一次并附明细");
    refused(&world, "internal prose");
    for encoding in [encoding_rs::GB18030, encoding_rs::BIG5] {
        let (bytes, _, lost) = encoding.encode("內部：姓名金丝雀未三");
        if !lost {
            refused(&attaching(&*bytes), encoding.name());
        }
    }
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("姓名金丝雀未三".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    refused(&attaching(utf16), "UTF-16");
    let mut binary = b"%PDF-1.7\n\0\x01\x02".to_vec();
    binary.extend("姓名金丝雀未三".as_bytes());
    refused(&attaching(binary), "bytes");
}

/// Its sentence is public where the record's body says it too.
#[test]
fn prose_that_the_body_has_too_may_be_attached() {
    let world = attaching("支出情况每月通报一次并附明细");
    world.edit("content/records/inner/2026-03.md", "正文金丝雀壬七", "支出情况每月通报一次并附明细");
    refused(&world, "only attached");
    world.edit(RECORD, "\n上半年领取", "\n支出情况每月通报一次并附明细。上半年领取");
    passes(&world, "in the body too");
}

#[test]
fn a_person_is_known_in_every_dress() {
    let named = |name: &str, contact: &str, said: &str| {
        let world = saying(said);
        world.edit(CARD, "姓名金丝雀未三", name);
        world.edit(CARD, "联系金丝雀酉五", contact);
        world
    };
    for name in ["张建国", "张建国先生", "张建国（女）", "张建国、李红"] {
        refused(&named(name, "电话", "经张建国同志反映"), name);
    }
    for contact in ["8123456", "0000-8123456", "电话 8123456", "zhang@example.com"] {
        let said = if contact.contains('@') { "写信到zhang@example.com" } else { "请拨打8123456" };
        refused(&named("张建国", contact, said), contact);
    }
    for name in ["匿名", "张某", "张**", "群众", "李先生"] {
        passes(&named(name, "电话", "群众匿名来信，张某和李先生当面反映"), name);
    }
    for post in ["综合科科长", "局长", "副局长", "示例局公开办"] {
        passes(&named(post, "0000-1000001", "由综合科科长、副局长审核，电话0000-1000001"), post);
    }
    let world = saying("经张建国审查");
    world.edit(RECORD, "by = \"公开办主任\"", "by = \"张建国\"");
    refused(&world, "a reviewer");
    let world = saying("内线8123456");
    world.edit("content/items/alpha.toml", "内线金丝雀乙二", "8123456");
    refused(&world, "an internal telephone");
}

#[test]
fn a_broken_name_is_seen() {
    let breaks = [
        "姓名\n    金丝雀未三",
        "姓名\n> 金丝雀未三",
        "姓名 金丝雀未三",
        "姓名\u{a0}金丝雀未三",
        "姓名\u{3000}金丝雀未三",
        "姓名\u{200b}金丝雀未三",
        "姓名\u{ad}金丝雀未三",
        "姓名~~金丝雀~~未三",
        "姓名\\*金丝雀未三".replace("\\*", "\\!").as_str(),
        "姓名[金丝雀](../items/alpha.toml)未三",
        "姓名**金丝雀**未三",
        "姓名`金丝雀`未三",
        "姓名<!-- x -->金丝雀未三",
        "姓名&#37329;丝雀未三",
        "[示例](../items/alpha.toml \"姓名金丝雀未三\")",
        "![姓名金丝雀未三](x.png)",
    ]
    .map(str::to_owned);
    for text in breaks.iter().filter(|text| !text.contains('!') && !text.contains("<!--")) {
        refused(&saying(text), text);
    }
    let world = World::new();
    world.edit("content/items/alpha.toml", "\"每半年公开一次。\"", "\"\"\"姓名\n金丝雀未三\"\"\"");
    refused(&world, "a line break in a field");
    let world = World::new();
    world.edit("content/records/alpha/2026-h1.csv", "1月", "\"姓名\n金丝雀未三\"");
    refused(&world, "a line break in a cell");
}

/// What insiders wrote is read as what it is.
#[test]
fn cells_comments_and_files_without_fences_are_guarded() {
    let world = saying("共3,200,000.00元");
    world.write(
        "content/records/inner/2026-03.csv",
        "类别,金额\n拆迁,\"3,200,000.00\"\n合计金丝雀庚七,\"3,200,000.00\"\n",
    );
    world.write("themes/default/templates/404.html", "<p>3,200,000.00</p>");
    assert!(world.build(Sides::Public).is_ok(), "a public body says it");
    world.edit(ABOUT, "共3,200,000.00元。", "");
    assert!(world.build(Sides::Public).is_err(), "a cell with commas");

    let long =
        "拆迁安置补偿的底价和上浮的幅度以及分期付款的条件由局务会议另行研究确定后再行通知各科室照此执行".repeat(6);
    let tail: String = long.chars().skip(170).take(160).collect();
    let world = World::new();
    world.edit("content/records/inner/2026-03.md", "正文金丝雀壬七", &long);
    world.write("themes/default/templates/404.html", format!("<p>{tail}{tail}</p>"));
    assert!(world.build(Sides::Public).is_err(), "beyond 160 characters");

    for (path, text) in [
        ("content/items/inner.toml", "# 拆迁底价三百二十万元\n"),
        ("content/items/alpha.toml", "# 拆迁底价三百二十万元\n"),
        ("content/feedback/2026-08-card.toml", "# 拆迁底价三百二十万元\n"),
    ] {
        let world = World::new();
        world.write(path, text.to_owned() + &world.read(path));
        world.write("themes/default/templates/404.html", "<p>拆迁底价三百二十万元</p>");
        assert!(world.build(Sides::Public).is_err(), "a comment of {path}");
    }

    let world = World::new();
    world.write("content/records/inner/2026-04.md", "title = \"拆迁底价三百万\"\n\n没有围栏的正文写着秘密。\n");
    for text in ["拆迁底价三百万", "没有围栏的正文写着秘密"] {
        world.write("themes/default/templates/404.html", format!("<p>{text}</p>"));
        let said = format!("{:?}", world.build(Sides::Public).err());
        assert!(said.contains("B001"), "{text}: {said}");
    }
}

#[test]
fn addresses_of_the_inside_are_needles() {
    let addresses = [
        "filings/2026-h1.html",
        "filings/2026-h1.csv",
        "print/filings/2026-h1.html",
        "exercises/inner-travel.html",
        "print/exercises/inner-travel.html",
        "print/exercises/alpha-copier.html",
        "print/boards/alpha/2026-h1.html",
        "print/documents/inner/2026-03.html",
        "records/inner/2026-03.csv",
        "records/inner/2026-03-list.txt",
        "feedback/2026-04-box.html",
        "accountability/2026-late-table.html",
        "assessments/2026-h1.html",
        "inspections/2026-08-rooms.html",
    ];
    for address in addresses {
        let world = World::new();
        world.write("themes/default/templates/item.html", format!("<a href=\"../{address}\">x</a>"));
        let said = format!("{:?}", world.build(Sides::Public).err());
        assert!(said.contains("B001"), "{address}: {said}");
    }
}

#[test]
fn a_broken_internal_file_still_keeps_its_names() {
    let world = saying("局内支出金丝雀乙六");
    world.write("content/items/inner.toml", world.read("content/items/inner.toml") + "\n= broken\n");
    refused(&world, "named by a public page");
    let world = World::new();
    world.edit(NOTICE, "+++\n\n", "+++\n\n验收时扣除的质保金金丝雀丑六。\n\n");
    refused(&world, "a held stage in a record");
}

/// What was withdrawn is inside, but for what its address still says.
#[test]
fn what_was_withdrawn_is_inside() {
    let withdrawal = "[[revision]]\non = 2026-09-01\nkind = \"撤回\"\nreason = \"误录了他人信息\"\n\n[internal]";
    let withdrawn = || {
        let world = World::new();
        world.edit(RECORD, "\n上半年领取", "\n拆迁底价三百二十万元整。上半年领取");
        world.edit(RECORD, "[internal]", withdrawal);
        world
    };
    let world = withdrawn();
    assert!(!world.errors().iter().any(|code| code.starts_with('B')), "{:?}", world.errors());
    let site = world.public(Sides::Public);
    assert!(site.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("拆迁底价")));
    world.write("themes/default/templates/404.html", "<p>拆迁底价三百二十万元整</p>");
    assert!(world.build(Sides::Public).is_err());
    world.write("themes/default/templates/404.html", "<p>误录了他人信息</p>");
    assert!(world.build(Sides::Public).is_ok());
}

/// Every place is told at once.
#[test]
fn each_place_of_a_closed_text_is_told() {
    let world = saying("姓名金丝雀未三。又：姓名 金丝雀未三。\n\n再：姓名**金丝雀**未三");
    assert_eq!(world.errors(), ["B104"; 3]);
    world.edit(ABOUT, "再：", "再：[示例](../items/alpha.toml) &amp; ");
    assert_eq!(world.errors(), ["B104"; 3], "as it is shown and as it was written");
}

/// A withdrawal may give a title because the old one told too much.
#[test]
fn the_title_that_was_replaced_is_inside() {
    let title = "2026年上半年示例经费使用情况";
    let world = saying(&format!("参见{title}"));
    assert!(!world.errors().contains(&"B104"));
    let withdrawal =
        "[[revision]]\non = 2026-09-01\nkind = \"撤回\"\ntitle = \"一条记录\"\nreason = \"误录\"\n\n[internal]";
    world.edit(RECORD, "[internal]", withdrawal);
    refused(&world, "the title that was replaced");
}
