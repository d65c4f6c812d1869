//! The program: takes arguments, clock, environment and terminal, and hands them to the library.

#![expect(clippy::disallowed_methods, reason = "clock, environment and terminal are taken here and handed in")]

use std::{
    env,
    io::{self, IsTerminal},
    process::ExitCode,
};

use mingjing::cli::{self, Surroundings};

fn main() -> ExitCode {
    let locale =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| env::var(name).ok().filter(|v| !v.is_empty()));
    let surroundings = Surroundings {
        folder: env::current_dir().unwrap_or_default(),
        locale,
        source_date_epoch: env::var("SOURCE_DATE_EPOCH").ok(),
        clock: chrono::Utc::now,
        colour: io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none(),
    };
    let code = cli::run(env::args_os(), &surroundings, &mut io::stdout().lock(), &mut io::stderr().lock());
    ExitCode::from(code)
}
