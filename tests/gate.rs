//! What the public may see was reviewed, its day has come, and it tells no number of a register.

use std::{fs, path::Path};

use crate::support::{Run, Tree, World, read_tree};
use mingjing::build::Sides;

const REVIEW: &str = "\n[review]\nby = \"局公开办\"\non = 2026-01-05\n";
const ITEM: &str = "content/items/zz-new.toml";
const PAGE: &str = "content/pages/zz-new.md";

fn holds(tree: &Tree, words: &str) -> Vec<String> {
    let has =
        |(path, bytes): &(&String, &Vec<u8>)| path.contains(words) || String::from_utf8_lossy(bytes).contains(words);
    tree.iter().filter(has).map(|(path, _)| path.clone()).collect()
}

fn text(tree: &Tree, page: &str) -> String {
    String::from_utf8_lossy(tree.get(page).unwrap_or_else(|| panic!("no {page}"))).into_owned()
}

/// A public item of a status, without a review.
fn item(status: &str, rest: &str) -> String {
    format!(
        "name = \"苍鹭事项\"\ncategory = \"qt\"\naudience = \"public\"\noffice = \"综合科\"\nchannels = [\"website\"]\ncontent = \"苍鹭内容\"\nfee = \"不收费\"\nstatus = \"{status}\"\n{rest}\n[schedule]\non = \"event\"\nwithin = \"20 workdays\"\n\n[importance]\nlevel = \"ordinary\"\ndecided_by = \"示例局公开领导小组\"\ndocument = \"《示例局职权认定表》\"\non = 2025-12-20\n\n[[basis]]\nkind = \"other\"\ntitle = \"《示例场地管理规定》\"\n\n[[remedy]]\nkind = \"opinion-box\"\ncontact = \"一楼大厅\"\n"
    )
}

fn page(dates: &str, review: &str) -> String {
    format!(
        "+++\ntitle = \"苍鹭页\"\naudience = \"public\"\nsummary = \"苍鹭摘要\"\nformed_on = 2026-01-04\n{dates}{review}+++\n\n苍鹭正文。\n"
    )
}

fn public(world: &World) -> Run {
    world.run(&["build", "--no-sync", "--audience", "public", "--show-internal"])
}

#[test]
fn an_item_in_use_needs_its_review() {
    let ended = "terminated_on = 2026-05-06\n[[change]]\non = 2026-05-06\nkind = \"终止\"\nwhat = \"终止。\"\nreported_on = 2026-05-07\n";
    let kinds = [("在用", ""), ("暂停", "suspended_on = 2026-05-06\n"), ("终止", ended)];
    for (status, rest) in kinds {
        let world = World::new();
        let head = format!("started_on = 2026-01-01\n{rest}");
        world.write(ITEM, item(status, &head));
        public(&world).expect(1, "error[B102]").expect(1, ITEM);
        let head = format!("{head}{REVIEW}");
        world.write(ITEM, item(status, &head));
        public(&world).expect(0, "public: ");
        assert!(!holds(&world.tree("public"), "苍鹭事项").is_empty(), "{status}");
        assert!(holds(&world.tree("public"), "局公开办\n").is_empty());
    }
}

/// What is not exercised yet and not reviewed is being prepared: insiders see it and what it waits for.
#[test]
fn an_item_that_waits_for_its_review_is_a_draft() {
    let world = World::new();
    let before = world.public(Sides::Public);
    world.write(ITEM, item("暂未开展", ""));
    let draft = "+++\ntitle = \"苍鹭记录\"\noccurred_on = 2026-02-01\nformed_on = 2026-02-02\n+++\n\n苍鹭正文。\n";
    world.write("content/items/zz-new.internal.md", "苍鹭附记。\n");
    assert!(world.public(Sides::Both) == before, "a draft shapes the public site");
    let inside = world.tree("internal");
    assert!(text(&inside, "items/zz-new.html").contains("还没有完成保密审查"));
    assert!(text(&inside, "items.html").contains("暂未向社会公开"));
    world.write("content/records/zz-new/2026-02.md", draft);
    assert!(world.public(Sides::Both) == before, "nor does a record of it");
    world.edit(ITEM, "fee = \"不收费\"", "fee = 3\nnota = 1");
    assert!(world.public(Sides::Public) == before, "nor a mistake in it");
}

/// Its records and forms can't be out before it is.
#[test]
fn nothing_is_published_of_an_item_that_waits() {
    let world = World::new();
    world.write(ITEM, item("暂未开展", ""));
    let record = "+++\ntitle = \"苍鹭记录\"\noccurred_on = 2026-02-01\nformed_on = 2026-02-02\npublished_on = 2026-02-06\nindex_no = \"SL00/2026-00077\"\narchive_no = \"2026-077\"\n\n[review]\nby = \"局公开办\"\non = 2026-02-04\n+++\n\n苍鹭正文。\n";
    world.write("content/records/zz-new/2026-02.md", record);
    public(&world).expect(1, "error[B102]").expect(1, "content/records/zz-new/2026-02.md");
    let world = World::new();
    world.write(ITEM, item("暂未开展", "").replace("\"ordinary\"", "\"重要\""));
    let form = world.read("content/exercises/alpha-copier.toml").replace("item = \"alpha\"", "item = \"zz-new\"");
    let form = form.replace("〔2026〕2号", "〔2026〕77号").replace("2026-005", "2026-077").replace("更换", "苍鹭");
    world.write("content/exercises/zz-new.toml", form.split("[[stage]]\nkind = \"结果\"").next().unwrap());
    public(&world).expect(1, "error[B102]").expect(1, "content/exercises/zz-new.toml");
}

#[test]
fn a_page_needs_review_and_day() {
    let world = World::new();
    let before = world.public(Sides::Public);
    world.write(PAGE, page("published_on = 2026-01-06\n", ""));
    public(&world).expect(1, "error[B102]").expect(1, PAGE);
    for (review, waits) in [("", "还没有完成保密审查"), (REVIEW, "还没有填写发布日期")] {
        world.write(PAGE, page("", review));
        assert!(world.public(Sides::Both) == before, "a draft is public");
        assert!(text(&world.tree("internal"), "pages/zz-new.html").contains(waits));
        world.write(PAGE, page("nota = 1\n", review));
        assert!(world.public(Sides::Public) == before, "a mistake in a draft shapes nothing");
    }
    world.write(PAGE, page("published_on = 2026-01-06\n", REVIEW));
    assert!(!holds(&world.public(Sides::Both), "苍鹭摘要").is_empty());
}

/// To add a review and to link to what waits for it are one mistake, not two.
#[test]
fn what_only_lacks_its_review_is_reported_once() {
    let world = World::new();
    let about = world.read("content/pages/about.md");
    world.write(ITEM, item("在用", "started_on = 2026-01-01\n"));
    world.write(PAGE, page("published_on = 2026-01-06\n", ""));
    world.write("content/pages/about.md", format!("{about}\n见[事项](../items/zz-new.toml)和[页](zz-new.md)。\n"));
    world.run(&["check"]).expect(1, "2 errors, 1 warning");
}

/// A file, and what is written there in another's place.
type Edit = (&'static str, &'static str, &'static str);

#[test]
fn a_day_yet_to_come_is_not_public_before_it() {
    let box_case = "content/feedback/2026-04-box.toml";
    let copier = "content/exercises/alpha-copier.toml";
    let edits: [Edit; 14] = [
        ("content/pages/about.md", "published_on = 2026-01-06", "published_on = 2030-01-01"),
        ("content/pages/about.md", "formed_on = 2026-01-05\npublished_on = 2026-01-06", "formed_on = 2030-01-01"),
        ("content/pages/about.md", "on = 2026-01-05\n\n", "on = 2030-01-01\n\n"),
        ("content/items/alpha.toml", "on = 2025-06-25", "on = 2030-01-01"),
        ("content/items/beta.toml", "started_on = 2026-01-01", "started_on = 2030-01-01"),
        ("content/records/beta/2026-notice.md", "published_on = 2026-09-08", "published_on = 2030-01-01"),
        ("content/records/beta/2026-notice.md", "on = 2026-09-04", "on = 2030-01-01"),
        ("content/records/alpha/2026-h1.md", "on = 2026-07-13", "on = 2030-01-01"),
        (copier, "published_on = 2026-06-17", "published_on = 2030-01-01"),
        (copier, "on = 2026-06-15", "on = 2030-01-01"),
        ("content/statistics/2026-h1.toml", "published_on = 2026-07-17", "published_on = 2030-01-01"),
        ("content/statistics/2026-h1.toml", "on = 2026-07-15", "on = 2030-01-01"),
        (box_case, "published_on = 2026-05-08", "published_on = 2030-01-01"),
        (box_case, "[release.review]", "[release.review]\nsuperior = { by = \"上级\", on = 2030-01-01 }"),
    ];
    for (path, from, to) in edits {
        let world = World::new();
        let old = world.public(Sides::Public);
        world.edit(path, from, to);
        let run = public(&world);
        assert_eq!(run.code, Some(1), "{path}: {to}\n{}", run.said());
        assert!(world.tree("public") == old, "{path}");
        world.run(&["check"]).expect(1, "2030-01-01 is still to come");
    }
}

/// A review that waits inside may not be dated ahead either; it holds back nothing public.
#[test]
fn no_review_is_dated_ahead() {
    let world = World::new();
    let old = world.public(Sides::Public);
    world.write(PAGE, page("", &REVIEW.replace("2026-01-05", "2030-01-01")));
    world.run(&["check"]).expect(1, "error[R106]").expect(1, PAGE);
    assert!(world.public(Sides::Public) == old);
    let copier = World::new();
    copier.edit("content/exercises/alpha-copier.toml", "on = 2026-09-09", "on = 2030-01-01");
    copier.run(&["check"]).expect(1, "error[R106]").expect(1, "alpha-copier.toml");
    public(&copier).expect(0, "public: ");
}

#[test]
fn that_review_comes_first_can_not_be_waived() {
    let edits: [Edit; 4] = [
        ("records/beta/2026-notice.md", "on = 2026-09-04", "on = 2026-09-09"),
        ("records/alpha/2026-h1.md", "on = 2026-07-13", "on = 2026-07-16"),
        ("records/alpha/2026-h1.md", "on = 2026-07-08", "on = 2026-07-05"),
        ("pages/about.md", "on = 2026-01-05\n\n[internal]", "on = 2026-01-07\n\n[internal]"),
    ];
    for (path, from, to) in edits {
        let world = World::new();
        world.edit(&format!("content/{path}"), from, to);
        let waiver = format!(
            "[[waiver]]\nrule = \"R105\"\nfile = \"{path}\"\nreason = \"说明\"\nowner = \"岗\"\nuntil = 2026-12-31\n"
        );
        world.write("content/waivers.toml", waiver);
        public(&world).expect(1, "error[B108]").expect(1, path);
    }
}

/// Ids are ordered otherwise than the paths of their files: `beta-two.toml` comes before `beta.toml`.
#[test]
fn a_longer_id_hides_no_record_and_no_form() {
    let world = World::new();
    let before = world.public(Sides::Public);
    for id in ["alpha", "beta"] {
        let other =
            world.read(&format!("content/items/{id}.toml")).replace("示例", "苍鹭").replace("SL-0001", "SL-0002");
        world.write(&format!("content/items/{id}-two.toml"), other);
    }
    let after = world.public(Sides::Public);
    let lost: Vec<&String> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

/// Every number of an archive and of a register that the files of a site have.
fn numbers(root: &Path) -> Vec<String> {
    let files = read_tree(&root.join("content"));
    let texts: Vec<String> = files.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    let of = |line: &str| {
        let value = line.strip_prefix("archive_no = \"").or(line.strip_prefix("reg_no = \""))?;
        Some(value.split('"').next()?.to_owned())
    };
    lines.filter_map(of).collect()
}

#[test]
fn no_number_of_archive_or_register_is_public() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR"));
    let world = World::new();
    for (root, day) in [(sample, "2026-11-24"), (world.root(), crate::support::TODAY)] {
        let output = tempfile::tempdir().unwrap();
        let mut command = crate::support::program(&["build", "--no-sync", "--as-of", day, "--output"]);
        command.arg(output.path()).current_dir(root);
        crate::support::finish(command).expect(0, "public: ");
        let [public, internal] = ["public", "internal"].map(|side| read_tree(&output.path().join(side)));
        let numbers = numbers(root);
        assert!(numbers.len() > 6);
        for number in &numbers {
            assert_eq!(holds(&public, number), Vec::<String>::new(), "{number}");
            assert!(!holds(&internal, number).is_empty(), "insiders don't see {number}");
        }
        for label in ["存档号", "登记编号"] {
            let pages = public.iter().filter(|(path, _)| path.starts_with("archive") || path.starts_with("ex"));
            let pages: Tree = pages.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
            assert_eq!(holds(&pages, label), Vec::<String>::new());
        }
    }
}

/// Nor does their order: two things of one day stand by their addresses.
#[test]
fn numbers_order_nothing_public() {
    let world = World::new();
    world.edit("content/exercises/alpha-copier.toml", "published_on = 2026-05-22", "published_on = 2026-06-17");
    let notice = world.read("content/records/beta/2026-notice.md");
    let other = notice.replace("2026-00003", "2026-00093").replace("2026-007", "2026-097").replace("秋季", "冬季");
    world.write("content/records/beta/2026-other.md", other);
    let before = world.public(Sides::Public);
    world.edit("content/records/beta/2026-notice.md", "2026-007", "2026-098");
    fs::remove_dir_all(world.at("output")).unwrap();
    assert!(world.public(Sides::Public) == before);
}

/// A correction has a review of its own, long after the record was published.
#[test]
fn what_is_corrected_is_reviewed_anew() {
    let record = "content/records/alpha/2026-h1.md";
    let anew = |reviewed: &str| {
        let world = World::new();
        let review = format!("\n[revision.review]\nby = \"公开办主任\"\non = {reviewed}\n\n[internal]");
        world.edit(record, "\n[internal]", &review);
        world.errors()
    };
    assert_eq!(anew("2026-08-03"), Vec::<&str>::new());
    assert_eq!(anew("2026-08-04"), ["B108"], "corrected before it was reviewed");
    assert!(anew("2030-01-01").contains(&"R106"), "a day to come");
}
