//! `mingjing schema`

use std::{fs, io, path::PathBuf};

use clap::ArgMatches;

use super::{CLEAN, FAILURE, Run, Stop, USAGE};
use crate::{
    kinds::{KINDS, Kind, KindDef, schema},
    read::nearest,
    text,
    text::{Text, Word, system},
};

impl Run<'_> {
    pub(super) fn schema(&mut self, args: &ArgMatches) -> Result<u8, Stop> {
        if let Some(folder) = args.get_one::<PathBuf>("dir") {
            return self.schemas(&self.surroundings.folder.join(folder));
        }
        let Some(word) = args.get_one::<String>("kind") else {
            for def in KINDS {
                let (kind, place) = (def.kind, def.place(self.lang));
                writeln!(self.out, "{:<15} {place:<32} {}", kind.token(), self.lang.pick(kind.zh(), kind.en()))?;
            }
            return Ok(CLEAN);
        };
        let def = named(word).ok_or_else(|| unknown(word))?;
        self.out.write_all(printed(def).as_bytes())?;
        Ok(CLEAN)
    }

    /// One file for each kind. Each takes the place of an older one in one step.
    #[expect(clippy::disallowed_methods, reason = "schemas go where the command line says")]
    fn schemas(&mut self, folder: &std::path::Path) -> Result<u8, Stop> {
        let failed = |error: io::Error, file: &std::path::Path| {
            let Text { zh, en } = system(&error);
            Stop(FAILURE, text!("无法写入 {}：{zh}", "can't write {}: {en}", file.display()))
        };
        fs::create_dir_all(folder).map_err(|error| failed(error, folder))?;
        for def in KINDS {
            let file = folder.join(format!("{}.schema.json", def.kind.token()));
            let new = file.with_extension("json.new");
            fs::write(&new, printed(def)).map_err(|error| failed(error, &new))?;
            fs::rename(&new, &file).map_err(|error| failed(error, &file))?;
            writeln!(self.out, "{}", file.display())?;
        }
        Ok(CLEAN)
    }
}

fn printed(def: &KindDef) -> String {
    format!("{:#}\n", schema(def))
}

/// A kind by its token, its Chinese name or its folder.
fn named(word: &str) -> Option<&'static KindDef> {
    let of_folder = || KINDS.iter().find(|def| !def.folder.is_empty() && def.folder == word.trim_end_matches('/'));
    Kind::parse(word).map(Kind::def).or_else(of_folder)
}

fn unknown(word: &str) -> Stop {
    let names = KINDS.iter().flat_map(|def| [def.kind.token(), def.kind.zh(), def.folder]);
    let meant = nearest(word, names.filter(|name| !name.is_empty())).and_then(named);
    let (zh, en) = meant.map_or_else(
        || ("mingjing schema 列出全部".to_owned(), "mingjing schema lists them all".to_owned()),
        |def| {
            let (token, zh) = (def.kind.token(), def.kind.zh());
            (format!("是不是 {token}（{zh}）？"), format!("did you mean {token}?"))
        },
    );
    Stop(USAGE, text!("没有「{word}」这一类：{zh}", "there is no kind “{word}”: {en}"))
}
