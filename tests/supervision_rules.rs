//! Answers and reports back that are owed, late or overdue: what the findings say, and when they begin.

use crate::support::World;

const CALL: &str = "content/feedback/zz-call.toml";
const INSPECTED: &str = "content/inspections/zz-found.toml";
const FOUND: &str = "content/accountability/zz-found.toml";

/// A complaint that came on Monday, 3 August 2026, and what else its file says.
fn call(rest: &str) -> World {
    let world = World::new();
    world.write(
        CALL,
        format!("kind = \"投诉\"\nway = \"举报电话\"\nreceived_on = 2026-08-03\nsubject = \"窗口午休不叫号\"\noffice = \"综合科\"\n{rest}"),
    );
    world
}

const ANSWERED: &str = "answer = \"已改为轮流值守。\"\noutcome = \"属实\"\n";

/// What is said on a day. What the world itself says, of which a part is then yet to come, does not matter.
#[track_caller]
fn says(world: &World, as_of: &str, expected: &[&str]) {
    let said = world.run(&["--lang", "zh", "check", "--as-of", as_of]).said();
    for text in expected {
        assert!(said.contains(text), "no {text} in {said}");
    }
    assert_eq!(said.contains("/zz-"), !expected.is_empty(), "{said}");
}

#[test]
fn a_complaint_is_answered_within_fifteen_working_days() {
    // 4 August is day 1, Monday 24 August day 15.
    let open = call("");
    says(&open, "2026-08-08", &[]);
    says(&open, "2026-08-09", &["提示[S104]: 2026-08-03 收到的「窗口午休不叫号」最迟应于 2026-08-24 答复，还有 15 天"]);
    says(
        &open,
        "2026-08-25",
        &[
            "警告[S102]: 2026-08-03 收到的「窗口午休不叫号」最迟应于 2026-08-24 答复，已逾期 1 天",
            "content/feedback/zz-call.toml:4:11",
            "改法: 调查处理并答复，填写 answered_on、answer 和 outcome。期限的依据：及时调查处理，并反馈处理结果（实施方案第八部分），15个工作日内",
        ],
    );
    says(&call(&format!("answered_on = 2026-08-24\n{ANSWERED}")), "2026-09-10", &[]);
    says(
        &call(&format!("answered_on = 2026-08-25\n{ANSWERED}")),
        "2026-09-10",
        &["警告[S103]: 2026-08-03 收到的「窗口午休不叫号」最迟应于 2026-08-24 答复，迟了 1 天"],
    );
}

#[test]
fn a_case_or_the_site_may_set_another_limit() {
    says(&call("limit = \"5日\"\n"), "2026-08-11", &["应于 2026-08-10 答复，已逾期 1 天", "，5日内"]);
    let world = call("");
    world.edit("content/site.toml", "[assessment]", "[policy]\ncomplaint_within = \"10个工作日\"\n\n[assessment]");
    says(&world, "2026-08-18", &["应于 2026-08-17 答复，已逾期 1 天"]);
    world.edit(CALL, "投诉", "评议");
    says(&world, "2026-08-25", &["应于 2026-08-24 答复，已逾期 1 天"]);
    world.edit("content/site.toml", "complaint_within", "opinion_within");
    says(&world, "2026-08-25", &["应于 2026-08-17 答复，已逾期 8 天"]);
}

/// An inspection of Monday, 3 August 2026, and what else is said of the problem that it found.
fn inspected(rest: &str) -> World {
    let world = World::new();
    world.write(
        INSPECTED,
        format!("on = 2026-08-03\nscope = \"公开栏\"\nby = \"公开办主任\"\n\n[[problem]]\nwhat = \"公开栏缺目录\"\nitem = \"alpha\"\ncorrect_by = 2026-08-22\n{rest}"),
    );
    world
}

#[test]
fn a_problem_is_reported_within_five_working_days_and_put_right_by_its_day() {
    let open = inspected("");
    says(
        &open,
        "2026-08-11",
        &[
            "警告[S102]: 2026-08-03 检查发现的「公开栏缺目录」最迟应于 2026-08-10 上报，已逾期 1 天",
            "content/inspections/zz-found.toml:6:8",
            "改法: 向领导小组报告，在这个问题里填写 reported_on。期限的依据：发现的问题及时向领导小组报告（实施方案第六部分第（三）项），5个工作日内",
        ],
    );
    says(&open, "2026-08-23", &["「公开栏缺目录」最迟应于 2026-08-22 整改，已逾期 1 天"]);
    let late = inspected("reported_on = 2026-08-11\ncorrected_on = 2026-08-24\ncorrection = \"已贴\"\n");
    says(&late, "2026-09-10", &["应于 2026-08-10 上报，迟了 1 天", "应于 2026-08-22 整改，迟了 2 天"]);
    let kept = inspected("reported_on = 2026-08-10\ncorrected_on = 2026-08-05\ncorrection = \"已贴\"\n");
    says(&kept, "2026-09-10", &[]);
    open.edit("content/site.toml", "[assessment]", "[policy]\ninform_within = \"1个工作日\"\n\n[assessment]");
    says(&open, "2026-08-05", &["应于 2026-08-04 上报，已逾期 1 天"]);
    open.edit(INSPECTED, "item = \"alpha\"\n", "");
    says(&open, "2026-08-05", &["缺少 item（职权事项）或 office（承办科室）"]);
}

#[test]
fn a_correction_is_reported_back_by_the_day_that_was_set() {
    let world = World::new();
    let found = "level = \"直接责任\"\npost = \"综合科文书岗\"\noffice = \"综合科\"\nfound_on = 2026-08-03\nfinding = \"安排迟贴五天\"\nmeasure = \"提醒谈话\"\ncorrect_by = 2026-08-22\n";
    world.write(FOUND, found);
    // A Saturday: the day was named, nothing is counted, so it does not move.
    says(&world, "2026-08-22", &["提示[S104]: 2026-08-03 认定的「安排迟贴五天」最迟应于 2026-08-22 反馈改正情况，"]);
    says(
        &world,
        "2026-08-24",
        &[
            "警告[S102]: 2026-08-03 认定的「安排迟贴五天」最迟应于 2026-08-22 反馈改正情况，已逾期 2 天",
            "改正并报局公开办，填写 corrected_on、correction 和 reported_on",
            "（实施方案第六部分第（五）项）",
        ],
    );
    // Corrected in time is not yet reported back.
    world.write(FOUND, format!("{found}corrected_on = 2026-08-20\ncorrection = \"已贴\"\n"));
    says(&world, "2026-08-24", &["警告[S102]"]);
    world.write(FOUND, format!("{found}corrected_on = 2026-08-20\ncorrection = \"已贴\"\nreported_on = 2026-08-25\n"));
    says(&world, "2026-09-10", &["警告[S103]", "反馈改正情况，迟了 3 天"]);
}

#[test]
fn an_overdue_answer_may_be_waived_and_never_holds_back_a_site() {
    let world = call("");
    world.run(&["build", "--no-sync"]).expect(0, "public: ");
    world.run(&["check", "--strict"]).expect(1, "S102");
    world.write(
        "content/waivers.toml",
        "[[waiver]]\nrule = \"S102\"\nfile = \"feedback/zz-call.toml\"\nreason = \"等上级答复口径\"\nowner = \"公开办主任\"\nuntil = 2026-10-30\n",
    );
    world.run(&["check", "--strict"]).expect(0, "");
}
