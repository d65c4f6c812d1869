//! What stands only inside is in no public byte, and whatever would carry it there is refused.

mod support;

use std::collections::BTreeSet;

use mingjing::build::Sides;
use support::{Run, Tree, World, world_files};

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
    let names = ["局内支出金丝雀乙六", "三月支出通报金丝雀庚九", "金丝雀辛一〔2026〕3号", "内部手册金丝雀子四"];
    for name in names {
        let world = published();
        world.edit("content/pages/about.md", "\n本站公开", &format!("\n参见{name}。本站公开"));
        refused(&world, "B104").expect(1, "content/pages/about.md:15").expect(1, name);
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
    world.write("content/records/inner/2026-03.csv", "类别,金额\n\"拆迁\"\"底价\"\"三百\",1\n");
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
        "content",
        "section",
    ];
    for word in common {
        let world = World::new();
        world.edit("content/items/alpha.toml", "甲项备注金丝雀甲十", word);
        world.edit("content/items/inner.toml", "说明金丝雀乙八", word);
        world.edit("content/records/inner/2026-03.csv", "支出金丝雀庚五", word);
        world.run(&["build"]).expect(0, "public: ");
    }
}
