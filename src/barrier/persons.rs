//! Who a name is of, whatever title or bracket it stands with, and the numbers that reach someone.

/// The commonest surnames: with one of them a short string is a name and no word.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施翟岳庞齐牛樊葛邢安鲁殷童颜倪耿伍聂焦甘季柯岑蓝柴路骆翁尚祝裴俞阮符娄凌霍房卜欧佟冼辛鲍闻翦常易文涂苟庄牟游谷裘芦匡饶尤巫乔屈项祁诸缪柳荣桂滕冉宁占邬盛宫隋桑邸靳阳栾佘车麦";
const DOUBLE_SURNAMES: [&str; 8] = ["欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "尉迟"];
/// What stands behind a name.
const TITLES: [&str; 32] = [
    "先生", "女士", "小姐", "同志", "老师", "师傅", "大爷", "大妈", "阿姨", "主任", "科长", "处长", "局长", "书记",
    "经理", "校长", "院长", "所长", "股长", "主席", "医生", "律师", "同学", "等人", "父亲", "母亲", "家属", "之子",
    "之女", "爱人", "本人", "工",
];
/// What stands in front of one.
const CALLED: [&str; 6] = ["举报人", "投诉人", "来电人", "反映人", "当事人", "联系人"];
/// How posts and offices end that begin like a name.
const POSTS: &str = "科室岗员处局股组办队部厅委所站长会";
/// Digits of the shortest number that reaches someone.
const LEAST_DIGITS: usize = 6;
/// The shortest other address, such as that of a mail or a messenger.
const LEAST_ADDRESS: usize = 6;

/// The names in a field for a person: 张建国、李红 are two, 张建国（女） and 张建国先生 are one. A masked name, and a word such as
/// 匿名, is none.
pub(super) fn names(field: &str) -> Vec<&str> {
    let lists = field.split(['、', '，', ',', '；', ';', '/']);
    let both = lists.flat_map(|part| [part].into_iter().chain(part.split([' ', '\u{3000}', '和', '与', '及'])));
    both.filter_map(name).collect()
}

fn name(text: &str) -> Option<&str> {
    let mut name = text.split(['（', '(', '【', '[']).next()?.trim();
    let bare = CALLED.iter().find_map(|called| name.strip_prefix(called));
    name = bare.unwrap_or(name).trim_start_matches(['：', ':', ' ']);
    while let Some(rest) = TITLES.iter().find_map(|title| name.strip_suffix(title)) {
        name = rest.trim_end();
    }
    let flat = || name.chars().filter(|c| !c.is_whitespace());
    let double = DOUBLE_SURNAMES.iter().any(|surname| name.starts_with(surname));
    let known = double || flat().next().is_some_and(|c| SURNAMES.contains(c));
    let most = if double { 4 } else { 3 };
    let masked = name.contains(['某', '*', '＊', '×', 'x', 'X', '○']);
    let post = name.ends_with(|c| POSTS.contains(c));
    (known && !masked && !post && (2..=most).contains(&flat().count())).then_some(name)
}

/// The numbers in a field that reach someone: of 0311-8000001 also what follows the area's code.
pub(super) fn numbers(field: &str) -> Vec<&str> {
    let runs = field.split(|c: char| !(c.is_ascii_digit() || c == '-' || c == ' ' || c == '+'));
    let runs = runs.map(|run| run.trim_matches(['-', ' ', '+'])).filter(|run| digits(run) >= LEAST_DIGITS);
    let local = |run: &'_ str| -> Option<usize> {
        let (area, _) = run.split_once(['-', ' '])?;
        (area.starts_with('0') && digits(&run[area.len()..]) >= LEAST_DIGITS).then_some(area.len() + 1)
    };
    let numbers = runs.flat_map(|run| [Some(run), local(run).map(|at| &run[at..])].into_iter().flatten());
    let addresses = field.split(|c: char| !(c.is_ascii_alphanumeric() || "@_.-".contains(c)));
    let reaches = |a: &&str| a.len() >= LEAST_ADDRESS && a.contains(|c: char| c.is_ascii_digit() || c == '@');
    numbers.chain(addresses.filter(reaches)).collect()
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}
