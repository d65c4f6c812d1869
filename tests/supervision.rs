//! Supervision through the program: what of complaints, accountability and assessments is public, and what never is.

use crate::support::{Tree, World};
use mingjing::build::Sides;

const RELEASED: &str = "\n[release.review]\nby = \"审查岗鹭一\"\non = 2026-02-02\n";

fn case(kind: &str, way: &str, on: &str, rest: &str) -> String {
    format!(
        "kind = \"{kind}\"\nway = \"{way}\"\nreceived_on = {on}\nsubject = \"灯不亮\"\noffice = \"综合科\"\n{rest}\n"
    )
}

fn file(number: usize) -> String {
    format!("content/feedback/zz-{number}.toml")
}

/// The small world has two cases in the half-year whose statistics it publishes; a test that adds some says how many.
fn confirm(world: &World, more: usize) {
    world.edit("content/statistics/2026-h1.toml", "received = 2", &format!("received = {}", 2 + more));
}

fn text(tree: &Tree, page: &str) -> String {
    String::from_utf8_lossy(tree.get(page).unwrap_or_else(|| panic!("no {page}"))).into_owned()
}

fn holds(tree: &Tree, words: &str) -> bool {
    tree.values().any(|bytes| String::from_utf8_lossy(bytes).contains(words))
}

/// What is wrong in a released text holds back the public site; what is wrong in the case beside it shapes nothing there.
#[test]
fn mistakes_in_what_is_released_hold_back_the_public_site() {
    let answered = "answered_on = 2026-04-09\nanswer = \"已换\"\noutcome = \"属实\"\n";
    let release = |on: &str, reviewed: &str| {
        format!(
            "{answered}[release]\ntitle = \"照明的答复\"\nsummary = \"太暗。\"\npublished_on = {on}\n[release.review]\nby = \"审查岗鹭一\"\non = {reviewed}\n"
        )
    };
    let counted = case("投诉", "举报电话", "2026-04-07", answered);
    let shown = |on: &str, reviewed: &str| case("投诉", "举报电话", "2026-04-07", &release(on, reviewed));
    let sound = shown("2026-04-21", "2026-04-20");
    let broken = [
        shown("2026-12-31", "2026-04-20"),
        shown("2026-04-20", "2026-04-21"),
        sound.replace("title = \"照明的答复\"\n", ""),
        sound.replace("subject = ", "subject = = "),
        sound.replace("[release]", "[release"),
    ];
    let inside = [
        counted.replace("2026-04-07", "\"4月7日\""),
        counted.replace("投诉", "抱怨"),
        counted.replace("received_on = 2026-04-07", "received_on ="),
        sound.replace("投诉", "抱怨"),
        shown("2026-04-20", "2026-04-08"),
    ];
    let build = ["build", "--no-sync", "--audience", "public", "--as-of", "2026-10-20"];
    let cases = broken.iter().map(|case| (case, 1)).chain(inside.iter().map(|case| (case, 0))).chain([(&sound, 0)]);
    for (case, code) in cases {
        let world = World::new();
        world.write(&file(0), case);
        assert_eq!(world.run(&build).code, Some(code), "{case}");
    }
}

/// A complaint with everything, an assessment, a finding: each word that stands in one of them alone.
const CANARIES: [&str; 14] = [
    "内容鸻一",
    "答复鸻二",
    "姓名鸻三",
    "联系鸻四",
    "备注鸻五",
    "岗位鸻六",
    "情形鸻七",
    "措施鸻八",
    "改正鸻九",
    "备注鸻十",
    "考核鸻甲",
    "待发标题鸻乙",
    "待发摘要鸻丙",
    "审查岗鹭一",
];

fn watched() -> World {
    let world = World::new();
    confirm(&world, 1);
    let rest = "content = \"内容鸻一\"\nanswered_on = 2026-01-30\nanswer = \"答复鸻二\"\noutcome = \"属实\"\n\n[complainant]\nname = \"姓名鸻三\"\ncontact = \"联系鸻四\"\n\n[internal]\nnote = \"备注鸻五\"\n";
    let release = "[release]\ntitle = \"门厅照明的答复\"\nsummary = \"有人反映门厅太暗。\"\nanswer = \"已加装照明。\"\npublished_on = 2026-02-05\n";
    world.write(&file(0), case("投诉", "举报电话", "2026-01-05", &format!("{rest}\n{release}{RELEASED}")));
    let draft = "[release]\ntitle = \"待发标题鸻乙\"\nsummary = \"待发摘要鸻丙\"\n";
    world.write(&file(1), case("投诉", "举报电话", "2026-08-06", draft)); // of a period without statistics
    let finding = "level = \"直接责任\"\npost = \"岗位鸻六\"\noffice = \"综合科\"\nfound_on = 2026-01-20\nfinding = \"情形鸻七\"\nmeasure = \"措施鸻八\"\ncorrect_by = 2026-02-20\ncorrected_on = 2026-02-03\ncorrection = \"改正鸻九\"\nreported_on = 2026-02-04\n";
    let said = "[release]\ntitle = \"门厅照明问题的通报\"\nsummary = \"门厅照明长期无人检修。\"\nanswer = \"已明确检修责任。\"\npublished_on = 2026-02-06\n";
    world
        .write("content/accountability/zz.toml", format!("{finding}{said}{RELEASED}[internal]\nnote = \"备注鸻十\"\n"));
    world.write("content/assessments/zz.toml", "period = \"2026-Q1\"\n[[quiz]]\noffice = \"综合科\"\nright = 7\nanswers = 9\n[[survey]]\nby = \"社会\"\nsatisfied = 3\nasked = 4\n[internal]\nnote = \"考核鸻甲\"\n");
    world
}

#[test]
fn only_what_was_released_is_public() {
    let world = watched();
    world.run(&["build", "--no-sync"]).expect(0, "public: ");
    let (public, internal) = (world.tree("public"), world.tree("internal"));
    for canary in CANARIES {
        assert!(!holds(&public, canary), "{canary} is public");
        assert!(holds(&internal, canary), "insiders don't see {canary}");
    }
    let page = text(&public, "supervision.html");
    for said in ["门厅照明的答复", "有人反映门厅太暗。", "已加装照明。", "门厅照明问题的通报", "已明确检修责任。"]
    {
        assert!(page.contains(said), "{said} is released");
        assert!(text(&internal, "supervision.html").contains(said), "{said} is not inside");
    }
    let inner = ["feedback", "accountability", "assessments", "inspections", "print/"];
    let leaked: Vec<&String> = public.keys().filter(|path| inner.iter().any(|name| path.starts_with(name))).collect();
    assert!(leaked.is_empty(), "{leaked:?}");
    for path in ["feedback.html", "feedback/zz-0.html", "accountability/zz.html", "assessments/zz.html"] {
        assert!(internal.contains_key(path), "no {path}");
        assert!(!holds(&public, path), "{path} is linked in public");
    }
}

#[test]
fn what_is_not_released_changes_no_public_byte() {
    let before = watched().public(Sides::Public);
    let changes: [fn(&World); 8] = [
        |w| w.edit(&file(0), "内容鸻一", "别的内容"),
        |w| w.edit(&file(0), "kind = \"投诉\"", "kind = \"举报\""),
        |w| w.edit(&file(0), "answered_on = 2026-01-30", "answered_on = 2026-01-28"),
        |w| w.write(&file(2), case("评议", "座谈会", "2026-08-17", "")),
        |w| w.edit(&file(1), "summary = \"待发摘要鸻丙\"", "summary = \"别的摘要\""),
        |w| w.edit("content/accountability/zz.toml", "措施鸻八", "别的措施"),
        |w| w.edit("content/assessments/zz.toml", "right = 7", "right = 8"),
        |w| {
            std::fs::remove_file(w.at("content/assessments/zz.toml")).unwrap();
            std::fs::remove_file(w.at(&file(1))).unwrap();
            let finding = "level = \"领导责任\"\npost = \"局长\"\noffice = \"综合科\"\nfound_on = 2026-03-02\nfinding = \"无人负责\"\nmeasure = \"检查\"\ncorrect_by = 2026-04-02\n";
            w.write("content/accountability/zz-more.toml", finding);
        },
    ];
    for (number, change) in changes.iter().enumerate() {
        let world = watched();
        change(&world);
        assert!(world.public(Sides::Public) == before, "change {number}");
    }
}

#[test]
fn a_case_that_waits_comes_first_and_an_overdue_one_before_it() {
    let world = World::new();
    confirm(&world, 1);
    world.write(&file(1), case("投诉", "举报电话", "2026-09-07", ""));
    world.write(
        &file(2),
        case("投诉", "举报电话", "2026-09-08", "answered_on = 2026-09-09\nanswer = \"已换\"\noutcome = \"属实\""),
    );
    world.write(&file(3), case("投诉", "举报电话", "2026-06-01", ""));
    world.build(Sides::Internal).unwrap();
    let page = text(&world.tree("internal"), "feedback.html");
    let places: Vec<usize> = [3, 1, 2].map(|n| page.find(&format!("feedback/zz-{n}.html")).unwrap()).to_vec();
    assert!(places.is_sorted(), "{places:?}");
    assert!(page.contains("逾期"));
}

#[test]
fn what_is_answered_late_was_not_published_late() {
    let world = World::new();
    confirm(&world, 1);
    world.write(
        &file(1),
        case("投诉", "举报电话", "2026-01-05", "answered_on = 2026-03-02\nanswer = \"已换\"\noutcome = \"属实\""),
    );
    world.build(Sides::Internal).unwrap();
    let tree = world.tree("internal");
    assert!(text(&tree, "timeliness.html").contains("<p>实际答复 <time datetime=\"2026-03-02\">"), "nor disclosed");
    for page in ["feedback.html", "feedback/zz-1.html", "timeliness.html"] {
        let page = text(&tree, page);
        assert!(page.contains("</svg>迟答复</span>") && !page.contains("</svg>迟公开</span>"), "{page}");
    }
}

/// Both limits have to be said of a step; of the same unit or not.
#[test]
fn promised_days_are_compared_with_the_laws() {
    let world = World::new();
    world.write(
        "content/pages/commitments.md",
        world.read("content/pages/about.md").split("[internal]").next().unwrap().to_owned() + "+++\n\n提速提质。\n",
    );
    let said = |world: &World| {
        let page = text(&world.public(Sides::Public), "supervision.html");
        page.lines().find(|line| line.contains("写明法定时限的")).unwrap_or_default().to_owned()
    };
    let before = said(&world);
    let step = |name: &str, promised: &str| {
        format!("\n[[step]]\nname = \"{name}\"\npromised = \"{promised}\"\nstatutory = \"20个工作日\"\n")
    };
    let path = "content/items/beta.toml";
    let steps =
        [step("快办", "20日"), step("照办", "20个工作日"), "\n[[step]]\nname = \"备案\"\npromised = \"3日\"\n".into()];
    let text = world.read(path);
    let (head, rest) = text.split_once("[internal]").expect("an annex");
    world.write(path, format!("{head}{}\n[internal]{rest}", steps.concat()));
    assert!(before.contains("写明法定时限的1个环节，1个承诺的时限比法定的短"), "{before}");
    assert!(said(&world).contains("写明法定时限的3个环节，2个承诺的时限比法定的短"), "{}", said(&world));
}

#[test]
fn the_assessment_is_laid_open() {
    let world = watched();
    if !world.read("content/site.toml").contains("[assessment]") {
        let weights = "[assessment]\nknowledge = 20\nscope = 30\ntimeliness = 30\nopinion = 20\ndecided_on = 2025-12-20\n\n[internal]";
        world.edit("content/site.toml", "[internal]", weights);
    }
    world.build(Sides::Internal).unwrap();
    let page = text(&world.tree("internal"), "assessments/zz.html");
    // 20 × 7 ÷ 9 = 15.56; 20 × 3 ÷ 4 = 15.
    for said in ["7 / 9", "15.6", "3 / 4", "15.0", "2025-12-20", "答题9道，答对7道", "4人参加，3人满意"] {
        assert!(page.contains(said), "no {said}");
    }
}

#[test]
fn the_card_has_its_fields() {
    let world = World::new();
    world.build(Sides::Internal).unwrap();
    let card = text(&world.tree("internal"), "print/opinion-card.html");
    for field in ["事项", "评价", "满意", "基本满意", "不满意", "意见", "日期", "一楼大厅"] {
        assert!(card.matches(field).count() >= 4, "{field}");
    }
}
