//! What stands only inside is in no public byte, and whatever would carry it there is refused.

mod agreement;
mod attacked;
mod closed;
mod said;

use std::collections::BTreeSet;

use crate::support::{Run, Tree, World, world_files};
use mingjing::build::Sides;

const CANARY: &str = "金丝雀";
/// Bytes of a canary: three characters, a heavenly stem and a number.
const LENGTH: usize = 5 * "金".len();

/// Every canary of the world: 金丝雀甲一, 金丝雀甲二, …
fn canaries(tree: &Tree) -> BTreeSet<String> {
    let texts = tree.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    texts
        .flat_map(|text| text.match_indices(CANARY).map(|(at, _)| text[at..at + LENGTH].to_owned()).collect::<Vec<_>>())
        .collect()
}

#[test]
fn no_canary_is_in_a_public_byte_or_name() {
    let world = World::new();
    let public = world.public(Sides::Both);
    assert!(canaries(&world_files()).len() > 100);
    for (path, bytes) in &public {
        assert!(!path.contains(CANARY) && !String::from_utf8_lossy(bytes).contains(CANARY), "{path}");
        assert!(!path.contains("inner") && !path.contains("hidden") && !path.contains("handbook"), "{path}");
    }
}

/// So that the test above can fail: insiders do see them.
#[test]
fn every_canary_is_in_the_internal_site() {
    let world = World::new();
    world.build(Sides::Internal).unwrap();
    let shown = canaries(&world.tree("internal"));
    let hidden: Vec<String> = canaries(&world_files()).difference(&shown).cloned().collect();
    assert!(hidden.is_empty(), "shown on no page: {hidden:?}");
}

/// A build that must refuse, leaving the published sites as they were.
#[track_caller]
fn refused(world: &World, rule: &str) -> Run {
    let before = [world.tree("public"), world.tree("internal")];
    let run = world.run(&["build"]);
    run.expect(1, &format!("[{rule}]")).expect(1, "the old sites are as they were");
    assert!([world.tree("public"), world.tree("internal")] == before, "the output was touched");
    run
}

fn published() -> World {
    let world = World::new();
    world.run(&["build", "--no-sync"]).expect(0, "public: ");
    world
}

#[test]
fn a_template_that_leaks_is_refused() {
    let leaks = [
        ("<p>局内支出金丝雀乙六</p>", "content/items/inner.toml"),
        ("<p>{% set x = \"甲项备注\" %}{{ x }}金丝雀甲十</p>", "content/items/alpha.toml"),
        ("<p>甲项备注金丝雀甲十</p>", "content/items/alpha.toml"),
        ("<a href=\"../items/inner.html\">x</a>", "content/items/inner.toml"),
        ("<!-- 附记一金丝雀戊七 -->", "content/records/alpha/2026-h1.internal.md"),
        ("<p>验收时扣除的质保金金丝雀丑六</p>", "content/exercises/alpha-copier.toml"),
        ("<p>审查岗金丝雀丑八</p>", "content/exercises/alpha-copier.toml"),
        ("<p>受理金丝雀寅六</p>", "content/exercises/inner-travel.toml"),
        ("<p>场地简况金丝雀卯十</p>", "content/filings/2026-h1.toml"),
    ];
    for (leak, source) in leaks {
        let world = published();
        world.write("themes/default/templates/item.html", leak);
        refused(&world, "B001").expect(1, source).expect(1, "items/alpha.html");
    }
}

#[test]
fn a_leak_in_an_asset_is_refused() {
    let world = published();
    world.write("themes/default/assets/style.css", "p::after { content: '支出金丝雀庚五' }");
    refused(&world, "B001").expect(1, "assets/style.css");
}

#[test]
fn a_public_text_that_names_something_internal_is_refused() {
    let names = [
        "局内支出金丝雀乙六",
        "三月支出通报金丝雀庚九",
        "金丝雀辛一〔2026〕3号",
        "内部手册金丝雀子四",
        "支出事由金丝雀寅三",
        "金丝雀卯七〔2026〕1号",
    ];
    for name in names {
        let world = published();
        world.edit("content/pages/about.md", "\n本站公开", &format!("\n参见{name}。本站公开"));
        refused(&world, "B104").expect(1, "content/pages/about.md:19").expect(1, name);
        let world = published();
        world.edit("content/items/alpha.toml", "每半年公开一次", &format!("依照{name}公开"));
        refused(&world, "B104").expect(1, "content/items/alpha.toml");
    }
}

/// A secret as TOML has it, and as a template would print it.
#[test]
fn a_secret_is_known_in_every_escaped_form() {
    let secrets = [
        (r#""甲&乙<丙>丁""#, "甲&amp;乙&lt;丙&gt;丁"),
        (r#""甲&乙<丙>丁""#, "甲&乙<丙>丁"),
        (r#""他说\"暂不公开\"""#, "他说&quot;暂不公开&quot;"),
        (r#""他说'暂不公开'""#, "他说&#39;暂不公开&#39;"),
        (r#""他说'暂不公开'""#, "他说&#x27;暂不公开&#x27;"),
        (r#""\u9f98\u9750\U00009F49拆迁底价""#, "龘靐齉拆迁底价"),
        (r#""拆迁\t底价三百""#, "拆迁\t底价三百"),
        ("'''\n拆迁底价三百'''", "拆迁底价三百"),
        (r#""secret-7f3a""#, "secret-7f3a"),
    ];
    for (written, printed) in secrets {
        let world = published();
        world.edit("content/items/alpha.toml", "\"甲项备注金丝雀甲十\"", written);
        world.write("themes/default/templates/item.html", format!("<p>{{% raw %}}{printed}{{% endraw %}}</p>"));
        refused(&world, "B001").expect(1, "items/alpha.html");
    }
}

#[test]
fn a_quoted_cell_of_an_internal_table_is_known() {
    let world = published();
    world.write("content/records/inner/2026-03.csv", "类别,金额\n\"拆迁\"\"底价\"\"三百\",1\n合计金丝雀庚七,1\n");
    world.write("themes/default/templates/item.html", "<td>拆迁&quot;底价&quot;三百</td>");
    refused(&world, "B001").expect(1, "content/records/inner/2026-03.csv");
}

/// Words that both sides use, and what programs derive, tell nothing.
#[test]
fn a_common_word_does_not_refuse() {
    let common = [
        "综合科",
        "示例",
        "公开",
        "经费",
        "2026-07-15",
        "2026年上半年",
        "2026年",
        "2026-H1",
        "20个工作日",
        "1条",
        "2项",
        "content",
        "section",
    ];
    for word in common {
        let world = World::new();
        world.edit("content/items/alpha.toml", "甲项备注金丝雀甲十", word);
        world.edit("content/items/inner.toml", "说明金丝雀乙八", word);
        world.edit("content/records/inner/2026-03.csv", "支出金丝雀庚五", word);
        world.edit("content/pages/handbook.md", "内部手册金丝雀子四", word);
        world.run(&["build"]).expect(0, "public: ");
    }
}

/// A file beside an internal record is internal, however it is named, and even where it can't be read.
#[test]
fn files_beside_internal_records_are_known() {
    let record = "content/records/inner/2026-03.md";
    let table = "[[table]]\nfile = \"2026-03.csv\"\ntitle = \"表题金丝雀辛八\"";
    let spoils: [fn(&World); 4] = [
        |_| {},
        |w| w.edit("content/records/inner/2026-03.csv", "\n", "\n多,出,一,格,\n"),
        |w| fs_remove(w, "content/records/inner/2026-03.md"),
        |w| w.write("content/records/inner/2026-03-list.txt", "支出金丝雀庚五"),
    ];
    for spoil in spoils {
        let world = published();
        spoil(&world);
        leaks(&world, "支出金丝雀庚五");
    }
    let world = published();
    let attachment = "[[attachment]]\nkind = \"文字\"\nfile = \"2026-03.csv\"\ntitle = \"表题金丝雀辛八\"";
    world.edit(record, table, attachment);
    world.edit(
        record,
        "unit = \"元金丝雀辛九\"\nnote = \"表注金丝雀辛十\"\nrows = [\"合计金丝雀庚七 = 以上各行之和\"]\n",
        "",
    );
    leaks(&world, "支出金丝雀庚五");
    let world = published();
    world.write("content/records/inner/2026-03-list.txt", "附件里的秘密底价");
    leaks(&world, "附件里的秘密底价");
}

fn fs_remove(world: &World, path: &str) {
    std::fs::remove_file(world.at(path)).unwrap();
}

/// A template that prints the secret is refused, even where only the public site is built.
#[track_caller]
fn leaks(world: &World, secret: &str) {
    world.write("themes/default/templates/item.html", format!("<p>{secret}</p>"));
    world.run(&["build", "--audience", "public"]).expect(1, "B001").expect(1, "items/alpha.html");
}

#[test]
fn an_annex_is_no_table() {
    let world = published();
    world.write("content/records/alpha/2026-h1.internal.md", "压下不报。\n王某待查。\n");
    world.edit("content/records/alpha/2026-h1.md", "file = \"2026-h1.csv\"", "file = \"2026-h1.internal.md\"");
    refused(&world, "T001");
}

#[test]
fn a_name_broken_over_lines_or_by_emphasis_is_seen() {
    for name in ["局内支出\n金丝雀乙六", "局内**支出**金丝雀乙六"] {
        let world = published();
        world.edit("content/pages/about.md", "\n本站公开", &format!("\n参见{name}。本站公开"));
        refused(&world, "B104").expect(1, "content/pages/about.md");
    }
}

/// What a public record names is public, even where a draft names it too.
#[test]
fn a_draft_may_share_the_files_of_a_public_record() {
    let world = published();
    let draft = world
        .read("content/records/alpha/2026-h1.md")
        .replace("published_on = 2026-07-15\n", "")
        .replace("SL00/2026-00002", "SL00/2026-00092")
        .replace("archive_no = \"2026-006\"\n", "")
        .replace("2026年上半年示例经费使用情况", "2026年上半年示例经费使用情况（更正）");
    world.write("content/records/alpha/2026-h1-fix.md", draft);
    world.run(&["build"]).expect(0, "public: ");
    world.run(&["build", "--audience", "public"]).expect(0, "public: ");
}

#[test]
fn the_title_of_a_public_basis_is_public() {
    let world = published();
    world.edit("content/records/inner/2026-03.md", "三月支出通报金丝雀庚九", "示例场地管理规定");
    world.edit(
        "content/items/beta.toml",
        "[[basis]]\n",
        "[[basis]]\nkind = \"其他\"\ntitle = \"《示例场地管理规定》\"\n\n[[basis]]\n",
    );
    world.run(&["build"]).expect(0, "public: ");
}
