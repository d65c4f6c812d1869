//! The table of commands and options, in the language of the reader.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use clap::{
    Arg, ArgAction, Command,
    builder::{PossibleValuesParser, RangedI64ValueParser},
    value_parser,
};

use crate::{read::YEARS, text::Lang};

/// The command line in one language.
pub(super) fn command(lang: Lang) -> Command {
    let say = |zh: &'static str, en: &'static str| lang.pick(zh, en);
    let base = |command: Command| dress(command, lang);
    base(Command::new("mingjing"))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .about(say(
            "明镜：把职权事项和公开记录校验并生成公开、内部两个静态网站",
            "Mingjing: checks power items and disclosure records and makes two static sites of them",
        ))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .arg(option("root", "DIR").global(true).value_parser(value_parser!(PathBuf)).help(say(
            "站点所在文件夹（其中有 content）；默认从当前文件夹往上找",
            "folder of the site, which holds content/; default: found upward from here",
        )))
        .arg(
            option("lang", "LANG")
                .global(true)
                .value_parser(PossibleValuesParser::new(["zh", "en"]))
                .hide_possible_values(true)
                .help(say("程序说的语言：zh 中文，en 英文", "language the program speaks: zh or en")),
        )
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(say("显示版本", "show the version")),
        )
        .subcommand(base(check(lang)))
        .subcommand(base(build(lang)))
        .subcommand(base(due(lang)))
        .subcommand(base(calendar(lang)))
        .subcommand(base(explain(lang)))
        .subcommand(base(schema(lang)))
}

fn check(lang: Lang) -> Command {
    let say = |zh: &'static str, en: &'static str| lang.pick(zh, en);
    Command::new("check")
        .about(say("检查全部内容，一次列出所有问题", "check everything and show all that is wrong at once"))
        .arg(as_of(lang))
        .arg(
            Arg::new("strict")
                .long("strict")
                .action(ArgAction::SetTrue)
                .help(say("有警告也算不通过", "fail on warnings too")),
        )
        .arg(Arg::new("render").long("render").action(ArgAction::SetTrue).help(say(
            "同时试着生成每一页：改过主题的站点用它，结果不写出",
            "also make every page, and write none: for a site with a theme of its own",
        )))
        .arg(option("report", "FORMAT[=FILE]").action(ArgAction::Append).help(say(
            "报告格式 text 或 json，可写入文件；可多次使用",
            "text or json, to a file if one is named; may be given several times",
        )))
}

fn build(lang: Lang) -> Command {
    let say = |zh: &'static str, en: &'static str| lang.pick(zh, en);
    Command::new("build")
        .about(say(
            "检查并生成网站：两个都发布，或者都不发布",
            "check and make the sites: both are published or neither",
        ))
        .arg(
            option("audience", "AUDIENCE")
                .value_parser(PossibleValuesParser::new(["public", "internal"]))
                .hide_possible_values(true)
                .help(say("只生成一个：public 公开，internal 内部", "make only one of them: public or internal")),
        )
        .arg(option("output", "DIR").value_parser(value_parser!(PathBuf)).help(say(
            "输出文件夹，默认为站点的 output；其中得到 public 和 internal",
            "output folder, by default output/ of the site; gets public/ and internal/",
        )))
        .arg(as_of(lang))
        .arg(
            option("jobs", "N")
                .value_parser(value_parser!(u16).range(1..=1024))
                .help(say("线程数，默认为处理器核数", "threads, by default one for each core")),
        )
        .arg(Arg::new("show-internal").long("show-internal").action(ArgAction::SetTrue).help(say(
            "单独生成公开网站时也列出涉及内部内容的问题和原文（只在单位内部使用）",
            "with --audience public, show findings in internal content and source lines too (inside the house only)",
        )))
        .arg(Arg::new("no-sync").long("no-sync").action(ArgAction::SetTrue).help(say(
            "不等数据落盘（只用于测速；断电时可能丢失新站点）",
            "do not flush to disk (for benchmarks; a power cut may lose the new site)",
        )))
}

fn due(lang: Lang) -> Command {
    let say = |zh: &'static str, en: &'static str| lang.pick(zh, en);
    Command::new("due")
        .about(say("谁应在何时之前公开什么，是否已经公开", "who owes what by when, and whether it came"))
        .arg(as_of(lang))
        .arg(
            option("office", "OFFICE").help(say("只看一个科室：名称、编号或别名", "one office: its name, id or alias")),
        )
        .arg(option("within", "DAYS").value_parser(days).help(say(
            "只看未公开的、几天之内到期的，如 30d；逾期的也在内",
            "only what is open and due within so many days, such as 30d; overdue ones too",
        )))
        .arg(
            option("audience", "AUDIENCE")
                .value_parser(PossibleValuesParser::new(["public", "internal"]))
                .hide_possible_values(true)
                .help(say("只看向谁公开的：public 社会，internal 内部", "owed to whom: public or internal")),
        )
        .arg(
            option("year", "YEAR")
                .value_parser(year())
                .conflicts_with("within")
                .help(say("一年的时间表：期限在这一年的全部", "the timetable of a year: every deadline in it")),
        )
        .arg(
            option("format", "FORMAT")
                .value_parser(PossibleValuesParser::new(["text", "json", "ics", "csv"]))
                .hide_possible_values(true)
                .help(say(
                    "text 表格，json，csv 供电子表格，ics 供日历软件",
                    "text, json, csv for a spreadsheet, ics for a calendar program",
                )),
        )
        .arg(
            Arg::new("all")
                .long("all")
                .action(ArgAction::SetTrue)
                .help(say("表格中也列出已经公开的", "in the table, list what came too")),
        )
}

fn calendar(lang: Lang) -> Command {
    let say = |zh: &'static str, en: &'static str| lang.pick(zh, en);
    let file = |name: &'static str, shown: &'static str| Arg::new(name).value_name(shown).required(true);
    let format = |words: [&'static str; 2]| {
        option("format", "FORMAT").value_parser(PossibleValuesParser::new(words)).hide_possible_values(true)
    };
    let show = Command::new("show")
        .about(say("一年的放假、调休和工作日", "days off, make-up days and working days of a year"))
        .arg(Arg::new("year").value_name("YEAR").required(true).value_parser(year()))
        .arg(format(["text", "csv"]).help(say("text 月历，csv 逐日", "text, or csv day by day")));
    let diff = Command::new("diff")
        .about(say(
            "两份节假日安排之间，哪些期限变了",
            "which deadlines move between two versions of a year's days off",
        ))
        .arg(file("old", "OLD").value_parser(value_parser!(PathBuf)).help(say("原来的文件", "the old file")))
        .arg(file("new", "NEW").value_parser(value_parser!(PathBuf)).help(say("新的文件", "the new file")))
        .arg(as_of(lang))
        .arg(format(["text", "json"]).help(say("text 表格，或 json", "text or json")));
    Command::new("calendar")
        .about(say("节假日安排：查看，比较", "days off: show them, compare them"))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand(dress(show, lang))
        .subcommand(dress(diff, lang))
}

fn year() -> RangedI64ValueParser<i32> {
    value_parser!(i32).range(i64::from(*YEARS.start())..=i64::from(*YEARS.end()))
}

/// `30d`, `30`, `30日` or `30天`.
fn days(text: &str) -> Result<u32, String> {
    let text = text.trim();
    let digits = text.strip_suffix(['d', 'D', '日', '天']).unwrap_or(text);
    digits.parse().ok().filter(|days| *days <= 36_600).ok_or_else(|| format!("{text} ≠ 30d"))
}

fn explain(lang: Lang) -> Command {
    let say = |zh: &'static str, en: &'static str| lang.pick(zh, en);
    Command::new("explain")
        .about(say(
            "解释一条规则：查什么、依据、怎么改、正例反例；不写代码则列出全部",
            "explain a rule: what, why, how to fix, examples; without a code, list them all",
        ))
        .arg(
            Arg::new("code")
                .value_name("CODE")
                .help(say("规则代码或名称，如 B102", "code or name of a rule, such as B102")),
        )
}

fn schema(lang: Lang) -> Command {
    let say = |zh: &'static str, en: &'static str| lang.pick(zh, en);
    Command::new("schema")
        .about(say(
            "一类文件的 JSON Schema：有哪些字段、怎样写；不写种类则列出全部",
            "the JSON Schema of a kind of file: its fields and how they are written; without a kind, list them all",
        ))
        .arg(Arg::new("kind").value_name("KIND").conflicts_with("dir").help(say(
            "种类、中文名或者文件夹，如 item、公开记录、pages",
            "a kind, its Chinese name or its folder, such as item or pages",
        )))
        .arg(
            option("dir", "DIR")
                .value_parser(value_parser!(PathBuf))
                .help(say("全部写进这个文件夹，每类一个文件", "write all of them into this folder, one file each")),
        )
}

fn option(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value)
}

fn as_of(lang: Lang) -> Arg {
    let parse = |text: &str| {
        let day = text.parse::<NaiveDate>().ok().filter(|day| YEARS.contains(&day.year()));
        day.ok_or_else(|| lang_free(text))
    };
    option("as-of", "DATE")
        .value_parser(parse)
        .help(lang.pick("把哪一天当作今天，如 2026-07-25", "the day that counts as today, such as 2026-07-25"))
}

fn lang_free(text: &str) -> String {
    format!("{text} ≠ YYYY-MM-DD")
}

/// Headings and the help flag in the reader's language.
fn dress(command: Command, lang: Lang) -> Command {
    let (usage, commands, options, arguments) =
        lang.pick(("用法", "命令", "选项", "参数"), ("Usage", "Commands", "Options", "Arguments"));
    let name = command.get_name().to_owned();
    let line = match name.as_str() {
        "mingjing" => lang.pick("mingjing [选项] <命令>", "mingjing [OPTIONS] <COMMAND>").to_owned(),
        "explain" => "mingjing explain [CODE]".to_owned(),
        "schema" => format!("mingjing schema [KIND] [{options}]"),
        "calendar" => lang.pick("mingjing calendar <命令>", "mingjing calendar <COMMAND>").to_owned(),
        "show" => format!("mingjing calendar show YEAR [{options}]"),
        "diff" => format!("mingjing calendar diff OLD NEW [{options}]"),
        command => format!("mingjing {command} [{options}]"),
    };
    let lists = match name.as_str() {
        "mingjing" | "calendar" => format!("{commands}:\n{{subcommands}}\n\n{options}:\n{{options}}"),
        "explain" | "schema" | "show" | "diff" => format!("{arguments}:\n{{positionals}}\n\n{options}:\n{{options}}"),
        _ => format!("{options}:\n{{options}}"),
    };
    command.help_template(format!("{{about}}\n\n{usage}: {line}\n\n{lists}\n")).disable_help_flag(true).arg(
        Arg::new("help").long("help").short('h').action(ArgAction::Help).help(lang.pick("显示帮助", "show this help")),
    )
}
