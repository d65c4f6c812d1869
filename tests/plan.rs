//! The handbook's page on the plan names every sentence of the plan's parts four to eight, and leads somewhere.

use std::{collections::BTreeSet, fs, path::Path};

const PAGE: &str = "docs/plan.md";
/// Parts four to eight, sentence by sentence, as they were printed; what stands there more than once, once.
const PLAN: [&str; 59] = [
    "四、行政职权公开项目",
    "(一)对外公开的行政权力",
    "1、职权名称:部门经费使用(内部管理权)",
    "职权类别:部门内部管理权",
    "实施依据:《邯郸市财政局(邯财预[2003]2号)《关于印发》(市直单位个人部门,公用经费管理和拨款程序暂行办法)的通知》",
    "承办科室:行管局财务室",
    "公开形式:网络公开、公开栏等",
    "公开范围:社会",
    "公开时间:半年一公开",
    "收费标准:",
    "公开内容:部门按月领取的经费及业务报销的情况",
    "注:暂未开展的行政职权在开展时及时向社会公开",
    "(二)对内公开的行政权力",
    "1、招待费、会议费、通信费的支出",
    "承办科室:财务室",
    "公开形式:下发文件、公开栏",
    "公开范围:内部公开",
    "公开时间:随时公开",
    "2、机关各项规章制度的制定",
    "承办科室:办公室",
    "3、年度和阶段性工作计划和目标的制定",
    "五、制度保障",
    "(一)重要行政权力的行使动态公开运行制度。",
    "每一项重要行政权力行使后,由局公开办公室及时填写《重要行政权力动态运行情况登记表》,要在重要行政权力的决策、执行、结果或受理、办理中、办结等环节随行使随填表,一周内报区行政权力公开透明运行工作领导小组办公室,经复核后公开。",
    "(二)非重要行政权力公开内容备案制度。",
    "在日常工作中行使非重要行政权力时,在根据公开方案规定进行公开的同时,定期填写《非重要行政权力动态运行情况备案表》,报区公开办公室备案。",
    "(三)公开内容存档备查制度。",
    "本单位涉及行政权力公开的各种文字、影像资料,明确专人负责管理,按照公开的时间顺序进行存档。",
    "重要行政权力与非重要行政权力的认定,以《复兴区行政权力公开透明动态运行管理暂行管理办法》的有关规定确定。",
    "六、工作纪律",
    "(一)规范操作,防止随意性,注重运行效果。",
    "要严格按照办结时限,增强工作主动性,提高工作效率,务必在规定的日期内办结,并告之服务对象。",
    "各科室在执行中,对行政权力和后勤务项目实行动态管理,凡是有新增的项目或终止的项目,要及时上报、调整、更换。",
    "(二)工作人员在行政和服务项目办结后,要主动征求服务对象的意见,听取群众反映。",
    "要在办公楼显要位置设置评议意见箱,畅通民意反映渠道。",
    "(三)公开情况的检查指导。",
    "对工作中发现的问题以及意见和建议,及时向领导小组报告;",
    "工作动态、工作经验要及时向区行政权力公开透明运行工作领导小组办公室反馈,及时掌握运行情况,反馈结果。",
    "(四)领导小组办公室根据公开运行情况,制定出考核评价标准,报领导小组研究。",
    "考核评价应包括四个方面内容:一是每个岗位上的职工,对所公开事项的内容是否清楚;",
    "二是要求公开的内容、范围、公开的形式是否已经落实;",
    "三是办结时限、质量是否达到公开的要求;",
    "四是全局内部和社会的评价。",
    "(五)实施责任追究,建立长效机制。",
    "的主要负责人对行政权力公开透明工作负领导责任;",
    "分管领导负直接领导责任;",
    "直接承办人负直接责任,对因公开不力造成不良后果的,追究相关人员的责任,造成严重后果导致违法违纪案件发生的,移送司法机关处理。",
    "实行违反推进行政权力公开透明运行工作行为责任追究反馈制度,被追究责任的科室、及个人,要及时纠正违规行为,并将改正情况及时报局公开办。",
    "七、公开承诺",
    "1、严格按照法律法规和政策规定进行,严格依法办事,规范运作程序和干部职工行政行为。",
    "2、除涉及党和国家秘密,法律、法规不允许公开的以外,其他所有业务都要在一定范围、一定时间内实事求是的向社会、局内进行公开。",
    "3、从实际出发,制作行政权力和服务职能的基本运行程序、办结时限、监督制约环节、投诉举报途径和方式等,简便易行。",
    "4、按照为干部职工提供最佳服务的要求,使工作过程明显提速,工作质量明显提高,形成规范高效的运行机制,让他们满意。",
    "5、畅通民意反映渠道。",
    "通过公开让服务对象有更多的知情权、参与权。",
    "八、监督管理",
    "后勤系统行政权力公开运行工作接受社会各界的民主、舆论监督和区行政权力公开透明运行工作领导小组聘请的监督员的监督。",
    "局公开办设立举报电话、举报箱、负责受理举报工作;",
    "采取发放征意见卡、开座谈会等形式,收集群众意见,畅通监督渠道,对违反行政权力公开规定的,任何单位和个人均可以向局行政权力公开透明运行工作领导小组办公室进行投诉,局公开办将及时调查处理,并反馈处理结果,行政权力公开工作将列入个人的年终考核内容。",
];

fn page() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE)).unwrap()
}

/// The cells of every row.
fn rows(page: &str) -> Vec<Vec<&str>> {
    let rows = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| 实施方案 |"));
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

#[test]
fn every_sentence_of_the_plan_has_a_row_and_no_row_is_empty() {
    let page = page();
    let rows = rows(&page);
    let said: Vec<&str> = rows.iter().map(|row| row[0]).collect();
    assert_eq!(said, PLAN, "{PAGE} has the plan's sentences in its first column, in their order");
    assert_eq!(PLAN.iter().collect::<BTreeSet<_>>().len(), PLAN.len(), "each once");
    for row in &rows {
        assert!(row.len() == 3 && row.iter().all(|cell| !cell.is_empty()), "a cell is missing or empty: {row:?}");
        assert!(row[1].contains("]("), "what carries this out is not linked: {row:?}");
    }
}

#[test]
fn every_link_leads_to_a_file() {
    let page = page();
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let links: Vec<&str> = page.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
    assert!(links.len() > PLAN.len());
    for link in links {
        assert!(!link.contains("://") && !link.starts_with('/'), "not relative: {link}");
        assert!(docs.join(link.split('#').next().unwrap()).is_file(), "{PAGE} links to {link}, which is not there");
    }
}

/// A page of a rule is linked under its own code.
#[test]
fn every_rule_is_called_by_its_code() {
    let page = page();
    for link in page.split('[').filter_map(|piece| piece.split_once("](../src/")) {
        let (name, rest) = link;
        let target = rest.split(')').next().unwrap();
        if target.ends_with(".md") {
            let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(target)).unwrap();
            assert!(text.starts_with(&format!("# {name} ")), "{target} is not the page of {name}");
        }
    }
}
