//! A key below a table belongs to that table: where that has none such, it stands in the wrong place, and nothing is
//! said to be missing.

use serde_json::Value;

use crate::support::World;

/// The world in which a line of a file stands at its end, or after another piece.
fn moved(path: &str, line: &str, after: &str) -> World {
    let world = World::new();
    world.edit(path, &format!("{line}\n"), "");
    world.edit(path, after, &format!("{after}\n{line}"));
    world
}

fn findings(world: &World) -> Vec<(String, String, u64)> {
    let run = world.run(&["check", "--report", "json", "--lang", "zh"]);
    let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.said()));
    let all = report["findings"].as_array().unwrap_or_else(|| panic!("{report}")).iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    all.map(|f| (text(&f["rule"]), f["message"].to_string(), f["line"].as_u64().unwrap_or_default())).collect()
}

/// One error, at the key's own line, that says where it belongs; no other.
#[track_caller]
fn assert_misplaced(path: &str, line: &str, after: &str, said: &str) {
    let path = &format!("content/{path}");
    let world = moved(path, line, after);
    let key = line.split(' ').next().unwrap();
    let run = world.run(&["check", "--lang", "zh"]);
    let at = world.read(path).lines().position(|l| l == line).unwrap() + 1;
    let own = format!("{key} 写错了地方");
    assert!(run.out.contains(&own), "{path} {key}: {}", run.said());
    assert!(run.out.contains(&format!("{path}:{at}:1")), "{path} {key}: {}", run.said());
    assert!(run.out.contains(said), "{path} {key}: no {said} in {}", run.said());
    for wrong in ["缺少", "没有填写", "没有索引号", "没有存档号", "没有认定", "读不出"] {
        assert!(!run.out.contains(wrong), "{path} {key}: {}", run.said());
    }
    assert!(run.out.contains("1 个错误"), "{path} {key}: {}", run.said());
}

#[test]
fn a_key_after_a_table_is_said_to_stand_in_the_wrong_place() {
    const FIRST: &str = "移到第一个表之前";
    let item = "items/alpha.toml";
    let schedule = "within = \"20个工作日\"";
    for line in [
        "fee = \"不收费\"",
        "name = \"示例经费使用\"",
        "office = \"计财科\"",
        "content = \"按月领取和使用经费的情况\"",
        "category = \"部门内部管理权\"",
        "audience = \"社会\"",
        "code = \"SL-0001\"",
        "started_on = 2025-07-01",
    ] {
        assert_misplaced(item, line, schedule, FIRST);
    }
    let channels = "channels = [\"网络公开\", \"公开栏\"]";
    assert_misplaced(item, channels, "on = 2025-06-20", FIRST);
    assert_misplaced(item, channels, "handler = \"甲项岗金丝雀乙一\"", FIRST);
    let record = "records/alpha/2026-h1.md";
    for line in [
        "title = \"2026年上半年示例经费使用情况\"",
        "period = \"2026-H1\"",
        "formed_on = 2026-07-06",
        "index_no = \"SL00/2026-00002\"",
        "archive_no = \"2026-006\"",
    ] {
        assert_misplaced(record, line, "by = \"公开办主任\"", FIRST);
    }
    assert_misplaced("records/beta/2026-notice.md", "occurred_on = 2026-09-01", "by = \"公开办主任\"", FIRST);
    assert_misplaced("pages/about.md", "summary = \"说明本站公开什么。\"", "handler = \"关于页岗金丝雀子一\"", FIRST);
    assert_misplaced(
        "agency.toml",
        "superior = \"明州市权力公开领导小组办公室\"",
        "custodian = \"示例局公开办档案岗\"",
        FIRST,
    );
    assert_misplaced("site.toml", "name = \"明州市示例局权力公开\"", "since = 2026-01-01", FIRST);
    assert_misplaced("site.toml", "description = \"明州市示例局的权力公开测试站点。\"", "scope = 30", FIRST);
    assert_misplaced(
        "exercises/alpha-copier.toml",
        "subject = \"示例设备更换\"",
        "what = \"局长办公会同意更换一台示例设备\"",
        FIRST,
    );
    assert_misplaced("exercises/alpha-copier.toml", "item = \"alpha\"", "handler = \"登记承办岗金丝雀寅一\"", FIRST);
}

/// Of tables below tables: the key belongs to the one above.
#[test]
fn a_key_of_the_table_above_is_said_to_belong_there() {
    let copier = "exercises/alpha-copier.toml";
    let world = World::new();
    let path = format!("content/{copier}");
    world.edit(&path, "what = \"询价三家，与报价最低的一家签订合同\"\n", "");
    world.edit(&path, "on = 2026-06-15\n", "on = 2026-06-15\nwhat = \"询价三家，与报价最低的一家签订合同\"\n");
    let said = world.run(&["check", "--lang", "zh"]).out;
    assert!(said.contains("what 写错了地方") && said.contains("[[stage]]"), "{said}");
    assert!(said.contains("[stage.review") && !said.contains("缺少"), "{said}");
}

/// What is a field of neither is unknown, as before.
#[test]
fn what_is_a_field_nowhere_is_unknown() {
    let world = World::new();
    world.edit("content/items/alpha.toml", "within = \"20个工作日\"", "within = \"20个工作日\"\nfees = \"不收费\"");
    let said = world.run(&["check", "--lang", "zh"]).out;
    assert!(said.contains("没有 fees 这个字段") && !said.contains("写错了地方"), "{said}");
    // A second one is not moved up, as the first stands there.
    let world = World::new();
    world.edit("content/items/alpha.toml", "within = \"20个工作日\"", "within = \"20个工作日\"\nfee = \"不收费\"");
    let said = world.run(&["check", "--lang", "zh"]).out;
    assert!(said.contains("没有 fee 这个字段") && !said.contains("写错了地方"), "{said}");
    assert_eq!(findings(&world).len(), 1, "{said}");
}

/// A date of publication in the wrong place is no draft: nobody can tell, so the public site waits.
#[test]
fn a_misplaced_date_of_publication_holds_back_the_public_site() {
    let world = moved("content/records/alpha/2025-h2.md", "published_on = 2026-01-12", "by = \"公开办主任\"");
    let run = world.run(&["build", "--audience", "public", "--show-internal", "--no-sync", "--lang", "zh"]);
    run.expect(1, "published_on 写错了地方");
    assert!(world.tree("public").is_empty(), "{}", run.said());
}
