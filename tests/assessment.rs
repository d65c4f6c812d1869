//! The points of small houses, worked out by hand. Weights are 20, 30, 30 and 20 of a hundred.

use std::fmt::Write;

use crate::support::{World, world_files};
use mingjing::{
    calendar::AsOf,
    day::Day,
    edition::{AspectView, Insiders, ReckoningView, project},
    load::load,
};

const KEPT: [&str; 4] =
    ["content/site.toml", "content/agency.toml", "content/calendars/2026.toml", "content/calendars/2027.toml"];
const TODAY: &str = "2026-11-24";

/// A house with the world's two offices, and nothing else but these files.
fn house(files: &[(&str, &str)]) -> World {
    let mut all = world_files();
    all.retain(|path, _| KEPT.contains(&path.as_str()));
    let world = World::of(&all);
    files.iter().for_each(|(path, text)| world.write(&format!("content/{path}"), text));
    world
}

/// `part/whole=points` of each aspect and the total.
fn line(name: &str, aspects: &[AspectView], total: &str) -> String {
    let mut line = name.to_owned();
    for AspectView { share, points, .. } in aspects {
        write!(line, " {}/{}={points}", share.part, share.whole).unwrap();
    }
    write!(line, " {total}").unwrap();
    line
}

/// The offices and the house, and what lowered the points.
fn points(world: &World, as_of: &str) -> (Vec<String>, Vec<String>) {
    let (catalog, found) = load(world.source());
    assert!(found.is_empty(), "{:?}", found.iter().map(|f| &f.message.zh).collect::<Vec<_>>());
    let as_of = AsOf(as_of.parse().unwrap());
    let day = Day::of(&catalog, as_of);
    let assessments = project::<Insiders>(&day).inside.assessments;
    let reckonings: Vec<&ReckoningView<'_>> = assessments.iter().filter_map(|a| a.reckoning.as_ref()).collect();
    let [reckoning] = &reckonings[..] else { panic!("{} assessments", reckonings.len()) };
    let offices = reckoning.offices.iter().map(|office| line(office.office.name, &office.aspects, &office.total));
    let lowered = reckoning.offices.iter().flat_map(|office| &office.items).flat_map(|item| item.lowered.clone());
    let house = line("全局", &reckoning.house, &reckoning.total);
    (offices.chain([house]).collect(), lowered.collect())
}

const EMPTY: &str = "period = \"2026-H1\"\n";

fn quiz(office: &str, right: u32, answers: u32) -> String {
    format!("[[quiz]]\noffice = \"{office}\"\nright = {right}\nanswers = {answers}\n")
}

fn survey(by: &str, satisfied: u32, asked: u32) -> String {
    format!("[[survey]]\nby = \"{by}\"\nsatisfied = {satisfied}\nasked = {asked}\n")
}

/// Monthly, ten days after its end; handled by the first office. Nobody decided whether it is important.
const MONTHLY: &str = "name = \"水电用量\"\naudience = \"内部公开\"\noffice = \"综合科\"\nchannels = [\"下发文件\"]\nstatus = \"终止\"\nstarted_on = 2026-01-01\nterminated_on = 2026-05-10\n\n[schedule]\nevery = \"月\"\nwithin = \"10日\"\n";

fn month(month: &str, formed: &str, published: &str, rest: &str) -> String {
    format!(
        "+++\ntitle = \"{month}水电用量\"\nperiod = \"{month}\"\nformed_on = {formed}\npublished_on = {published}\n{rest}+++\n\n正文。\n"
    )
}

fn delivered(on: &str) -> String {
    format!("\n[[delivery]]\nchannel = \"下发文件\"\non = {on}\n")
}

/// January on its last day, February a day late and not handed round, March never, April on its last day (10 May is a
/// Sunday), May with nothing to tell.
fn months() -> World {
    let world = house(&[("items/power.toml", MONTHLY), ("assessments/2026-h1.toml", EMPTY)]);
    let write = |id: &str, text: String| world.write(&format!("content/records/power/{id}.md"), text);
    write("2026-01", month("2026-01", "2026-02-09", "2026-02-10", &delivered("2026-02-10")));
    write("2026-02", month("2026-02", "2026-03-09", "2026-03-11", ""));
    write("2026-04", month("2026-04", "2026-05-08", "2026-05-11", &delivered("2026-05-11")));
    write("2026-05", month("2026-05", "2026-06-09", "2026-06-10", &format!("nil = true\n{}", delivered("2026-06-10"))));
    world
}

#[test]
fn half_a_tenth_is_rounded_up() {
    // 20 × 1/16 = 1.25, 20 × 3/16 = 3.75, 20 × 4/32 = 2.5 exactly.
    let quizzes = format!("{EMPTY}{}{}", quiz("综合科", 1, 16), quiz("计财科", 3, 16));
    let (lines, _) = points(&house(&[("assessments/a.toml", &quizzes)]), TODAY);
    assert_eq!(
        lines,
        [
            "综合科 1/16=1.3 0/0=30.0 0/0=30.0 0/0=0.0 61.3",
            "计财科 3/16=3.8 0/0=30.0 0/0=30.0 0/0=0.0 63.8",
            "全局 4/32=2.5 0/0=30.0 0/0=30.0 0/0=0.0 62.5",
        ]
    );
    // 20 × 1/400 = 0.05, 20 × 1/401 is less; together 20 × 2/801 = 0.0499…
    let quizzes = format!("{EMPTY}{}{}", quiz("综合科", 1, 400), quiz("计财科", 1, 401));
    let (lines, _) = points(&house(&[("assessments/a.toml", &quizzes)]), TODAY);
    assert_eq!(
        lines,
        [
            "综合科 1/400=0.1 0/0=30.0 0/0=30.0 0/0=0.0 60.1",
            "计财科 1/401=0.0 0/0=30.0 0/0=30.0 0/0=0.0 60.0",
            "全局 2/801=0.0 0/0=30.0 0/0=30.0 0/0=0.0 60.0",
        ]
    );
}

#[test]
fn everyone_who_was_asked_counts_once() {
    // 1 of 10 inside, 9 of 10 outside twice: 19 of 30, 20 × 19/30 = 12.67. Quizzes of an office are added up: 5 of 8.
    let asked = format!(
        "{EMPTY}{}{}{}{}{}",
        quiz("综合科", 1, 4),
        quiz("general", 4, 4),
        survey("全局内部", 1, 10),
        survey("社会", 9, 10),
        survey("社会", 9, 10)
    );
    let (lines, _) = points(&house(&[("assessments/a.toml", &asked)]), TODAY);
    assert_eq!(
        lines,
        ["综合科 5/8=12.5 0/0=30.0 0/0=30.0 19/30=12.7 85.2", "全局 5/8=12.5 0/0=30.0 0/0=30.0 19/30=12.7 85.2"]
    );
}

#[test]
fn what_was_not_owed_is_not_missing_and_who_was_not_asked_is_not_content() {
    // Nothing in use, nobody asked: no office appears, and the house has what nothing was owed for.
    let waiting = MONTHLY
        .replace("\"终止\"", "\"暂未开展\"")
        .replace("started_on = 2026-01-01\nterminated_on = 2026-05-10\n", "");
    let (lines, _) = points(&house(&[("items/power.toml", &waiting), ("assessments/a.toml", EMPTY)]), TODAY);
    assert_eq!(lines, ["全局 0/0=0.0 0/0=30.0 0/0=30.0 0/0=0.0 60.0"]);
    // It was over before the period began.
    let over = MONTHLY.replace("2026-01-01", "2025-01-01").replace("2026-05-10", "2025-12-31");
    let (lines, _) = points(&house(&[("items/power.toml", &over), ("assessments/a.toml", EMPTY)]), TODAY);
    assert_eq!(lines, ["全局 0/0=0.0 0/0=30.0 0/0=30.0 0/0=0.0 60.0"]);
}

#[test]
fn an_item_that_ends_owes_the_months_it_was_in_use() {
    // Due are January to May, not June: 3 of 5 kept, 30 × 3/5 = 18. In place: 3 of 4 records were handed round, and
    // nobody decided the importance: 3 of 5.
    let (lines, lowered) = points(&months(), TODAY);
    assert_eq!(lines, ["综合科 0/0=0.0 3/5=18.0 3/5=18.0 0/0=0.0 36.0", "全局 0/0=0.0 3/5=18.0 3/5=18.0 0/0=0.0 36.0"]);
    assert_eq!(
        lowered,
        [
            "没有认定重要或者非重要",
            "「2026-02水电用量」没有下发文件",
            "2026年2月：期限 2026-03-10，迟公开 1 天",
            "2026年3月：期限 2026-04-10，逾期 228 天",
        ]
    );
}

#[test]
fn what_is_not_due_yet_does_not_count() {
    // On 15 March January is kept, February late; later records have not been published: 1 of 2 were handed round.
    let (lines, _) = points(&months(), "2026-03-15");
    assert_eq!(lines[0], "综合科 0/0=0.0 1/3=10.0 1/2=15.0 0/0=0.0 25.0");
}

#[test]
fn what_was_waived_does_not_count() {
    let waiver = |until: &str| {
        format!(
            "[[waiver]]\nrule = \"S102\"\nfile = \"items/power.toml\"\nperiod = \"2026-03\"\nreason = \"抄表系统更换\"\nowner = \"综合科科长\"\nuntil = {until}\n"
        )
    };
    let world = months();
    // 3 of 4: 30 × 3/4 = 22.5.
    world.write("content/waivers.toml", waiver("2026-12-31"));
    assert_eq!(points(&world, TODAY).0[0], "综合科 0/0=0.0 3/5=18.0 3/4=22.5 0/0=0.0 40.5");
    // A waiver that is over excuses nothing.
    world.write("content/waivers.toml", waiver("2026-11-23"));
    assert_eq!(points(&world, TODAY).0[0], "综合科 0/0=0.0 3/5=18.0 3/5=18.0 0/0=0.0 36.0");
}

#[test]
fn the_website_is_served_by_publication_and_other_channels_by_their_delivery() {
    let item = "name = \"场地安排\"\ncategory = \"qt\"\naudience = \"社会\"\noffice = \"计财科\"\nchannels = [\"网络公开\", \"公开栏\", \"电子屏\"]\ncontent = \"安排的结果\"\nstatus = \"在用\"\nstarted_on = 2026-01-01\n\n[schedule]\non = \"随时\"\nwithin = \"20日\"\n\n[importance]\nlevel = \"非重要\"\ndecided_by = \"领导小组\"\ndocument = \"《认定表》\"\non = 2025-12-20\n\n[[basis]]\nkind = \"其他\"\ntitle = \"《场地管理规定》\"\n\n[review]\nby = \"公开办主任\"\non = 2025-12-22\n";
    let record = "+++\ntitle = \"春季安排\"\noccurred_on = 2026-03-02\nformed_on = 2026-03-03\npublished_on = 2026-03-20\n\n[review]\nby = \"公开办主任\"\non = 2026-03-04\n+++\n\n正文。\n";
    let world = house(&[("items/hall.toml", item), ("records/hall/spring.md", record), ("assessments/a.toml", EMPTY)]);
    // Basis, category, content and importance are said, the fee is not: 4 of 5. Of three channels only the website: 1 of 3.
    // 30 × 5/8 = 18.75. Published within 20 days: 1 of 1.
    let (lines, lowered) = points(&world, TODAY);
    assert_eq!(lines[0], "计财科 0/0=0.0 5/8=18.8 1/1=30.0 0/0=0.0 48.8");
    assert_eq!(lowered, ["没有写明收费标准", "「春季安排」没有公开栏", "「春季安排」没有电子屏"]);
    // An unreviewed record is not published: nothing was put anywhere, and the event is overdue.
    world.write(
        "content/records/hall/spring.md",
        record.replace("\n[review]\nby = \"公开办主任\"\non = 2026-03-04\n", ""),
    );
    let (lines, lowered) = points(&world, TODAY);
    assert_eq!(lines[0], "计财科 0/0=0.0 4/5=24.0 0/1=0.0 0/0=0.0 24.0");
    assert_eq!(lowered, ["没有写明收费标准", "2026-03-02 春季安排：期限 2026-03-23，逾期 246 天"]);
}

#[test]
fn without_weights_nothing_is_reckoned() {
    let world = house(&[("assessments/a.toml", EMPTY)]);
    let site = world.read("content/site.toml");
    world.write("content/site.toml", site.split("[assessment]").next().unwrap());
    let (catalog, _) = load(world.source());
    let as_of = AsOf(TODAY.parse().unwrap());
    let day = Day::of(&catalog, as_of);
    let [assessment] = &project::<Insiders>(&day).inside.assessments[..] else { panic!("one assessment") };
    assert!(assessment.reckoning.is_none());
    world.run(&["check"]).expect(1, "G205");
}

#[test]
fn weights_that_are_missing_and_days_to_come_are_named() {
    let site = World::new().read("content/site.toml");
    let weights = "[assessment]\nknowledge = 20\nscope = 30\ntimeliness = 30\nopinion = 20\ndecided_on = 2025-12-20\n";
    let head = site.split("[assessment]").next().expect("a site").split("[internal]").next().expect("a site");
    let said = |from: &str, to: &str| {
        let world = World::new();
        world.write("content/site.toml", format!("{head}{}", weights.replace(from, to)));
        world.run(&["check"]).said()
    };
    let missing = said("opinion = 20\n", "");
    assert!(missing.contains("I004") && missing.contains("opinion") && !missing.contains("G205"), "{missing}");
    let negative = said("opinion = 20", "opinion = -20");
    assert!(negative.contains("I005") && !negative.contains("G205"), "{negative}");
    assert!(said("2025-12-20", "2026-12-20").contains("[R106]"));
    let world = World::new();
    world.write("content/assessments/zz.toml", "period = \"2026-H1\"\nsubmitted_on = 2026-12-01\n");
    world.run(&["check"]).expect(1, "[R106]");
}
