//! What pages and downloads make of tables, and what never reaches the public.

use mingjing::build::Sides;

use crate::support::World;

const H1: &str = "content/records/alpha/2026-h1.md";
const CSV: &str = "content/records/alpha/2026-h1.csv";

fn page(world: &World) -> String {
    let tree = world.public(Sides::Public);
    String::from_utf8(tree["records/alpha/2026-h1.html"].clone()).expect("text")
}

#[test]
fn prose_is_filled_in_and_leads_to_the_cell() {
    let world = World::new();
    world.edit(
        H1,
        "\n上半年领取经费12.00万元，使用9.40万元。",
        "\n使用[](2026-h1.csv#合计/使用)万元，其中[1.90万元](<2026-h1.csv#6%E6%9C%88/使用>)。[整表](2026-h1.csv)",
    );
    let html = page(&world);
    for part in [
        "<a class=\"cell\" href=\"../../records/alpha/2026-h1.html#t1-r7-c3\">9.40</a>万元",
        "<a class=\"cell\" href=\"../../records/alpha/2026-h1.html#t1-r6-c3\">1.90万元</a>",
        "<a href=\"../../records/alpha/2026-h1.csv\">整表</a>",
        "<td id=\"t1-r7-c3\" class=\"n\">9.40</td>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
}

#[test]
fn a_table_is_drawn_with_words() {
    let html = page(&World::new());
    assert!(html.contains("role=\"img\" aria-labelledby=\"bars-1 bars-1-desc\""), "{html}");
    assert!(html.contains("<desc id=\"bars-1-desc\">1月：领取 2.00 万元；"), "{html}");
    assert!(!html.contains("style="), "no inline style");
}

#[test]
fn downloads_are_typed_and_harmless() {
    let world = World::new();
    world.edit(CSV, "1月,", "=HYPERLINK(1),");
    let tree = world.public(Sides::Public);
    let csv = String::from_utf8(tree["records/alpha/2026-h1.csv"].clone()).expect("text");
    assert!(csv.starts_with("月份,领取,使用\r\n'=HYPERLINK(1),2.00,1.50\r\n"), "{csv}");
    let xlsx = String::from_utf8_lossy(&tree["records/alpha/2026-h1.xlsx"]).into_owned();
    for part in [
        "<c r=\"A2\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(1)</t></is></c>",
        "<c r=\"B2\" s=\"5\"><v>2.00</v></c>",
        "T00:00:00Z</dcterms:created>",
    ] {
        assert!(xlsx.contains(part), "{part}");
    }
    assert!(!xlsx.contains("<f>"), "no formulas");
}

#[test]
fn a_harmless_table_is_offered_as_it_was_authored() {
    let world = World::new();
    let tree = world.public(Sides::Public);
    assert_eq!(tree["records/alpha/2026-h1.csv"], world.read(CSV).into_bytes());
}

#[test]
fn internal_tables_stay_inside() {
    let world = World::new();
    let tree = world.public(Sides::Both);
    assert!(!tree.keys().any(|path| path.contains("inner")), "{:?}", tree.keys());
    let inside = world.tree("internal");
    let xlsx = String::from_utf8_lossy(&inside["records/inner/2026-03.xlsx"]).into_owned();
    assert!(xlsx.contains("合计金丝雀庚七"), "an archive is stored, so that the barrier can read it");
    // A public text that refers to it is refused like any link into the inside.
    let body = "\n上半年领取经费12.00万元，使用9.40万元。";
    world.edit(H1, body, "\n使用[154783.63](../inner/2026-03.csv#合计金丝雀庚七/金额金丝雀庚四)。");
    assert!(world.build(Sides::Both).is_err());
}

#[test]
fn a_blank_cell_fills_in_nothing() {
    let world = World::new();
    world.edit(CSV, "1.90", "");
    world.edit(H1, "\n上半年领取经费12.00万元，使用9.40万元。", "\n使用[](2026-h1.csv#6月/使用)万元。");
    let run = world.run(&["check"]);
    run.expect(1, "T106").expect(1, "the cell that is quoted is blank");
}

#[test]
fn an_attachment_of_the_same_name_stays_the_authors() {
    let world = World::new();
    let mut theirs = World::new().public(Sides::Public)["records/alpha/2026-h1.xlsx"].clone();
    let remark = "来自财务软件".as_bytes();
    let end = theirs.len();
    theirs[end - 2..].copy_from_slice(&u16::try_from(remark.len()).expect("short").to_le_bytes());
    theirs.extend_from_slice(remark);
    world.write("content/records/alpha/2026-h1.xlsx", &theirs);
    let table = "[[table]]\nfile = \"2026-h1.csv\"";
    let attached = "[[attachment]]\nkind = \"文字\"\nfile = \"2026-h1.xlsx\"\ntitle = \"原表\"\n\n";
    world.edit(H1, table, &format!("{attached}{table}"));
    let tree = world.public(Sides::Public);
    assert_eq!(tree["records/alpha/2026-h1.xlsx"], theirs);
    let html = String::from_utf8(tree["records/alpha/2026-h1.html"].clone()).expect("text");
    assert!(!html.contains("下载表格（XLSX）"), "one file, one link");
}

#[test]
fn a_long_table_is_drawn_by_its_largest_figures() {
    let world = World::new();
    let rows: Vec<String> = (1..=40).map(|n| format!("第{n}天,{n}.00,{n}.00\n")).collect();
    world.write(CSV, format!("日,领取,使用\n{}合计,820.00,820.00\n", rows.concat()));
    let html = page(&world);
    assert!(html.contains("使用（最大的24项）</title>"), "{html}");
    assert_eq!(html.matches("<rect class=\"whole\"").count(), 24);
    assert!(html.contains("<desc id=\"bars-1-desc\">第17天 17.00 万元；"), "{html}");
}

#[test]
fn the_archive_has_the_sum_of_what_is_offered() {
    let world = World::new();
    world.edit(CSV, "1月,", "=HYPERLINK(1),");
    let tree = world.public(Sides::Public);
    let manifest = String::from_utf8(tree["manifest.sha256"].clone()).expect("text");
    let line = manifest.lines().find(|line| line.ends_with("records/alpha/2026-h1.csv")).expect("the file");
    let sum = line.split(' ').next().expect("a sum");
    let text = |path: &str| String::from_utf8(tree[path].clone()).expect("text");
    let (page, table) = (text("archive/2026.html"), text("archive/2026.csv"));
    assert!(table.contains(sum), "{sum}\n{table}");
    assert!(page.contains(&sum[..12]), "{sum}\n{page}"); // as much as a page shows
}
