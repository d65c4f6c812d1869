//! `mingjing build`

use std::{
    path::{Path, PathBuf},
    sync::Mutex,
};

use clap::ArgMatches;

use super::{CLEAN, FAILURE, FINDINGS, Run, Stop, USAGE};
use crate::{
    barrier::Guarded,
    build::{Built, Failure, Request, Sides, build},
    diag::{Counts, Report},
    edition::{Insiders, Public, Readership},
    load::{Catalog, load},
    publish::{Moment, Options, Publication, resolved},
    source::Source,
    text,
    text::{Text, quoting, visible},
};

/// How many files that were kept aside are named.
const MOST_KEPT: usize = 20;

/// The output folder, if it is none of the site's own: wherever links and `..` lead.
fn outside(output: &Path, root: &Path) -> Result<PathBuf, Stop> {
    let output = resolved(output);
    for own in ["content", "themes"] {
        let own = resolved(&root.join(own));
        let covers = [Public::NAME, Insiders::NAME].iter().any(|side| own.starts_with(output.join(side)));
        if output.starts_with(&own) || covers {
            return Err(Stop(
                USAGE,
                text!(
                    "输出文件夹不能在 content 或者 themes 中，也不能包住它们：{}",
                    "the output folder can't be inside content/ or themes/, nor around them: {}",
                    output.display()
                ),
            ));
        }
    }
    Ok(output)
}

impl Run<'_> {
    pub(super) fn build(&mut self, globals: &ArgMatches, args: &ArgMatches) -> Result<u8, Stop> {
        let started = (self.surroundings.clock)();
        let (root, as_of) = (self.root(globals)?, self.as_of(args)?);
        let output = args
            .get_one::<PathBuf>("output")
            .map_or_else(|| root.join("output"), |dir| self.surroundings.folder.join(dir));
        let output = outside(&output, &root)?;
        let kept = Mutex::new(Vec::new());
        let request = Request {
            root: &root,
            output: &output,
            as_of,
            sides: match args.get_one::<String>("audience").map(String::as_str) {
                Some("public") => Sides::Public,
                Some(_) => Sides::Internal,
                None => Sides::Both,
            },
            options: Options { sync: !args.get_flag("no-sync"), ..Options::default() },
            observer: &|step| {
                if let Moment::Foreign(path) = step {
                    kept.lock().expect("no holder panics").push(path.to_owned());
                }
            },
        };
        let jobs = args.get_one::<u16>("jobs").copied().unwrap_or(0);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.into()).build();
        let pool = pool.map_err(|error| {
            Stop(
                FAILURE,
                quoting(
                    text!("无法启动线程，可以用 --jobs 减少", "can't start threads; --jobs makes them fewer"),
                    error,
                ),
            )
        })?;
        let (catalog, outcome) = pool.install(|| {
            let (catalog, found) = load(Source::read(&root));
            let outcome = build(&catalog, found, &request);
            (catalog, outcome)
        });
        let is_public = request.sides == Sides::Public && !args.get_flag("show-internal");
        self.kept_aside(&kept.lock().expect("no holder panics"), is_public)?;
        match outcome {
            Ok(built) => {
                let code = self.built(&built, &catalog, is_public)?;
                let seconds = ((self.surroundings.clock)() - started).as_seconds_f64();
                self.say(&text!("用时 {seconds:.1} 秒。", "Took {seconds:.1} s."))?;
                Ok(code)
            }
            Err(Failure::Findings(report)) => self.refused(&report, &catalog, is_public),
            Err(Failure::Render(error)) => Err(Stop(FINDINGS, error.message())),
            Err(Failure::Publish(error)) => {
                let (zh, en) = error.message();
                Err(Stop(FAILURE, Text { zh, en }))
            }
        }
    }

    /// What was not ours, and where it lies now; in a log that anyone may read, without what the internal site had.
    fn kept_aside(&mut self, paths: &[String], is_public: bool) -> Result<(), Stop> {
        if paths.is_empty() {
            return Ok(());
        }
        let inside = format!("/{}/", Insiders::NAME);
        let named: Vec<&String> = paths.iter().filter(|path| !is_public || !path.contains(&inside)).collect();
        let count = paths.len();
        let more = count - named.len().min(MOST_KEPT);
        self.say(&text!(
            "输出文件夹中有 {count} 个不是本程序写的文件，没有删除，已移到（输出文件夹下）：",
            "the output had {count} files that this program did not write; they were not deleted but moved (below the output) to:"
        ))?;
        for path in named.into_iter().take(MOST_KEPT) {
            let path = path.replace('\n', "\u{fffd}");
            let path = visible(&path);
            self.say(&text!("  {path}", "  {path}"))?;
        }
        if more > 0 {
            self.say(&text!("  另有 {more} 个", "  and {more} more"))?;
        }
        Ok(())
    }

    /// The report; in a log that anyone may read, without what only insiders may see.
    fn shown(&self, report: &Report, catalog: &Catalog, is_public: bool) -> String {
        if is_public {
            return report.to_public_log(self.lang, &catalog.source, &catalog.open_files());
        }
        report.to_terminal(self.lang, self.surroundings.colour, &catalog.source)
    }

    fn refused(&mut self, report: &Report, catalog: &Catalog, is_public: bool) -> Result<u8, Stop> {
        let text = self.shown(report, catalog, is_public);
        self.out.write_all(text.as_bytes())?;
        self.say(&text!(
            "有错误，没有发布；原来的网站没有改动。",
            "There are errors: nothing was published, the old sites are as they were."
        ))?;
        Ok(FINDINGS)
    }

    fn built(&mut self, built: &Built, catalog: &Catalog, is_public: bool) -> Result<u8, Stop> {
        let report = &built.report;
        if report.counts() != Counts::default() {
            let text = self.shown(report, catalog, is_public);
            self.out.write_all(text.as_bytes())?;
        }
        if report.blocks() {
            self.say(&text!(
                "以上错误只涉及内部网站，不妨碍公开网站发布。",
                "The errors above concern the internal site alone and do not hold back the public one."
            ))?;
        }
        for release in &built.releases {
            self.say(&release_line(release))?;
        }
        if let Some(guarded) = built.guarded {
            self.say(&guard_line(guarded, built.releases.len() == 1, is_public))?;
        }
        Ok(CLEAN)
    }
}

fn release_line(release: &Publication) -> Text {
    let Publication { name, files, bytes, written, removed, changed, .. } = release;
    let kib = bytes.div_ceil(1024);
    if *changed {
        text!(
            "{name}：{files} 个文件，{kib} KB；写入 {written} 个，移除 {removed} 个。",
            "{name}: {files} files, {kib} KB; {written} written, {removed} removed."
        )
    } else {
        text!(
            "{name}：{files} 个文件，{kib} KB；没有变化，未改动。",
            "{name}: {files} files, {kib} KB; nothing changed, nothing touched."
        )
    }
}

/// What the barrier could see: a clone without internal content has little to compare with. In a log that anyone may
/// read it does not say how much there is inside.
fn guard_line(guarded: Guarded, is_alone: bool, is_public: bool) -> Text {
    let Guarded { strings, items, records } = guarded;
    if is_alone && items == 0 && records == 0 {
        return text!(
            "字节屏障：没有见到内部事项和记录，只比对了 {strings} 条内部文字。",
            "byte barrier: no internal item or record in sight; {strings} internal strings compared."
        );
    }
    if is_public {
        return text!(
            "字节屏障：见到的内部文字都不在公开网站中。",
            "byte barrier: none of the internal strings in sight is in the public site."
        );
    }
    text!(
        "字节屏障：{items} 个内部事项、{records} 条内部记录的 {strings} 条文字，都不在公开网站中。",
        "byte barrier: none of {strings} strings of {items} internal items and {records} internal records is in the public site."
    )
}
