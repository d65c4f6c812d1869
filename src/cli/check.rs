//! `mingjing check`

use std::{fs, path::PathBuf};

use clap::ArgMatches;

use super::{CLEAN, FAILURE, FINDINGS, Run, Stop, USAGE};
use crate::{
    build::{inspect, rehearse},
    calendar::AsOf,
    diag::{Counts, Report},
    load::{Catalog, load},
    source::Source,
    text,
    text::{Text, system},
};

/// How and where a report is written.
struct ReportTarget {
    json: bool,
    file: Option<PathBuf>,
}

impl ReportTarget {
    fn parse(word: &str) -> Result<Self, Stop> {
        let (format, file) =
            word.split_once('=').map_or((word, None), |(format, file)| (format, Some(PathBuf::from(file))));
        match format {
            "text" => Ok(Self { json: false, file }),
            "json" => Ok(Self { json: true, file }),
            _ => Err(Stop(
                USAGE,
                text!(
                    "没有报告格式 {format}，可选：text、json",
                    "there is no report format {format}; it can be: text, json"
                ),
            )),
        }
    }
}

impl Run<'_> {
    pub(super) fn check(&mut self, globals: &ArgMatches, args: &ArgMatches) -> Result<u8, Stop> {
        let words = args.get_many::<String>("report").into_iter().flatten().map(String::as_str);
        let mut targets = words.map(ReportTarget::parse).collect::<Result<Vec<_>, _>>()?;
        if targets.is_empty() {
            targets.push(ReportTarget { json: false, file: None });
        }
        let (root, as_of) = (self.root(globals)?, self.as_of(args)?);
        let (catalog, found) = load(Source::read(&root));
        let report = if args.get_flag("render") { rehearse } else { inspect }(&catalog, found, as_of, &root);
        for target in &targets {
            self.write(&report, target, &catalog, as_of)?;
        }
        let Counts { error, warning, .. } = report.counts();
        let fails = error > 0 || (args.get_flag("strict") && warning > 0);
        Ok(if fails { FINDINGS } else { CLEAN })
    }

    #[expect(clippy::disallowed_methods, reason = "a report goes where the command line says")]
    fn write(&mut self, report: &Report, target: &ReportTarget, catalog: &Catalog, as_of: AsOf) -> Result<(), Stop> {
        let colour = self.surroundings.colour && target.file.is_none();
        let text = if target.json {
            report.to_json(as_of.0, &catalog.source)
        } else if target.file.is_none() {
            report.to_terminal(self.lang, colour, &catalog.source)
        } else {
            report.to_text(self.lang, colour, &catalog.source)
        };
        match &target.file {
            None => Ok(self.out.write_all(text.as_bytes())?),
            Some(file) => fs::write(self.surroundings.folder.join(file), text).map_err(|error| {
                let Text { zh, en } = system(&error);
                Stop(FAILURE, text!("无法写入 {}：{zh}", "can't write {}: {en}", file.display()))
            }),
        }
    }
}
