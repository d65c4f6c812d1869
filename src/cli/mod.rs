//! The command line: one file for each command, and the only place that prints.

mod arguments;
mod build;
mod calendar;
mod check;
mod due;
mod explain;
mod schema;
mod usage;

use std::{
    ffi::OsString,
    io::{self, Write},
    path::{Path, PathBuf},
};

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use clap::ArgMatches;

use crate::{
    calendar::AsOf,
    read::YEARS,
    text,
    text::{Lang, Text, system, visible},
};

/// Nothing is wrong.
const CLEAN: u8 = 0;
/// Findings that fail the run.
const FINDINGS: u8 = 1;
/// The command line can't be understood.
const USAGE: u8 = 2;
/// The disk or the program failed.
const FAILURE: u8 = 3;

/// What only `main` may look at.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// The working directory.
    pub folder: PathBuf,
    /// The locale's name, such as `zh_CN.UTF-8`.
    pub locale: Option<String>,
    /// `SOURCE_DATE_EPOCH`, in seconds since 1970.
    pub source_date_epoch: Option<String>,
    /// The clock.
    pub clock: fn() -> DateTime<Utc>,
    /// Whether reports may be coloured.
    pub colour: bool,
}

/// One run: where it prints, in which language, on which day.
struct Run<'r> {
    lang: Lang,
    surroundings: &'r Surroundings,
    out: &'r mut dyn Write,
    err: &'r mut dyn Write,
}

/// A run that ends early, with the reason and the exit code.
struct Stop(u8, Text);

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        let Text { zh, en } = system(&error);
        Self(FAILURE, text!("无法输出：{zh}", "can't print: {en}"))
    }
}

/// Runs the program and gives its exit code.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    surroundings: &Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = language(&args, surroundings);
    let matches = match arguments::command(lang).try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(error) => return usage::explain(&error, lang, out, err),
    };
    let mut run = Run { lang, surroundings, out, err };
    match run.dispatch(&matches) {
        Ok(code) => code,
        Err(Stop(code, message)) => {
            let label = lang.pick("错误", "error");
            let _ = writeln!(run.err, "{label}: {}", visible(message.get(lang)));
            code
        }
    }
}

/// `--lang`, else the locale, else the language of the site, else Chinese.
fn language(args: &[OsString], surroundings: &Surroundings) -> Lang {
    let words: Vec<&str> = args.iter().filter_map(|a| a.to_str()).collect();
    let value = |flag: &str| {
        let inline = words.iter().find_map(|w| w.strip_prefix(flag)?.strip_prefix('='));
        inline.or_else(|| words.iter().position(|w| *w == flag).and_then(|at| words.get(at + 1)).copied())
    };
    let of_site = || {
        let root = value("--root").map(PathBuf::from).or_else(|| find_root(&surroundings.folder))?;
        site_language(&surroundings.folder.join(root))
    };
    value("--lang")
        .and_then(Lang::of)
        .or_else(|| surroundings.locale.as_deref().and_then(Lang::of))
        .or_else(of_site)
        .unwrap_or(Lang::Zh)
}

/// The language that a site says it is in, before anything is checked.
fn site_language(root: &Path) -> Option<Lang> {
    let text = crate::source::Source::read_one(root, &settings())?;
    let line = text.lines().find(|line| line.trim_start().starts_with("language"))?;
    Lang::of(line.split('=').nth(1)?.trim().trim_matches('"'))
}

/// Where a site's settings are, below its root.
fn settings() -> String {
    crate::kinds::Address::fixed(crate::kinds::Kind::Site).path()
}

/// The nearest folder upward that holds `content/site.toml`.
#[expect(clippy::disallowed_methods, reason = "looks for the site before anything is read")]
fn find_root(from: &Path) -> Option<PathBuf> {
    from.ancestors().find(|folder| folder.join(settings()).is_file()).map(Path::to_owned)
}

impl Run<'_> {
    fn dispatch(&mut self, matches: &ArgMatches) -> Result<u8, Stop> {
        match matches.subcommand() {
            Some(("check", args)) => self.check(matches, args),
            Some(("build", args)) => self.build(matches, args),
            Some(("due", args)) => self.due(matches, args),
            Some(("calendar", args)) => self.calendar(matches, args),
            Some(("explain", args)) => self.explain(args),
            Some(("schema", args)) => self.schema(args),
            _ => unreachable!("a command is required"),
        }
    }

    /// `--root`, else the nearest folder upward that holds a site.
    #[expect(clippy::disallowed_methods, reason = "looks for the site before anything is read")]
    fn root(&self, matches: &ArgMatches) -> Result<PathBuf, Stop> {
        let folder = &self.surroundings.folder;
        if let Some(given) = matches.get_one::<PathBuf>("root") {
            let root = folder.join(given);
            if root.join("content").is_dir() {
                return Ok(root);
            }
            let message = text!("{} 中没有 content 文件夹", "there is no content folder in {}", root.display());
            return Err(Stop(USAGE, message));
        }
        find_root(folder).ok_or_else(|| {
            let message = text!(
                "从 {} 往上找不到 content/site.toml；用 --root 指明站点所在文件夹",
                "there is no content/site.toml in {} or above; name the site's folder with --root",
                folder.display()
            );
            Stop(USAGE, message)
        })
    }

    /// `--as-of`, else `SOURCE_DATE_EPOCH`, else today in China (UTC+8).
    fn as_of(&self, args: &ArgMatches) -> Result<AsOf, Stop> {
        if let Ok(Some(date)) = args.try_get_one::<NaiveDate>("as-of") {
            return Ok(AsOf(*date));
        }
        let time = match &self.surroundings.source_date_epoch {
            Some(seconds) => {
                let time = seconds.trim().parse().ok().and_then(|s| DateTime::from_timestamp(s, 0));
                time.filter(|time| YEARS.contains(&time.year())).ok_or_else(|| {
                    Stop(
                        USAGE,
                        text!(
                            "SOURCE_DATE_EPOCH 不是秒数：{seconds}",
                            "SOURCE_DATE_EPOCH is no number of seconds: {seconds}"
                        ),
                    )
                })?
            }
            None => (self.surroundings.clock)(),
        };
        Ok(AsOf((time + TimeDelta::hours(8)).date_naive()))
    }

    fn say(&mut self, message: &Text) -> Result<(), Stop> {
        Ok(writeln!(self.err, "{}", visible(message.get(self.lang)))?)
    }
}
