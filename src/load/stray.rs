//! Files that are not read: where no kind is authored, or named by no record.

use std::collections::HashSet;

use super::{STRAY_FILE, UNUSED_FILE};
use crate::{
    diag::{FileId, Files, Finding, Reach, Span},
    kinds::{Address, End, IdForm, KINDS, Kind, KindDef, Part, Record, below},
    read::nearest,
    source::Source,
    text,
    text::{Lang, Text, Word},
};

/// A file where no kind is authored. Nobody can tell whom it was meant for, so it reaches the public site.
pub(super) fn finding(source: &Source, file: FileId) -> Finding {
    let path = source.path(file);
    let message =
        text!("{path} 不属于任何一类内容，不会公开", "{path} is of no authored kind and will not be published");
    match Likeness::of(path) {
        Some(likeness) => stray(message, file, likeness.remedy(source)),
        None => Finding::new(&UNUSED_FILE, Reach::Public, Span::head(file), message),
    }
}

/// An annex that lies beside nothing.
pub(super) fn annex(of: &str, file: FileId) -> Finding {
    let message = text!("没有它所附的 {of}", "there is no {of} that it belongs to");
    let help = text!("改成它所附的文件的名字，或者删去", "name it like the file that it belongs to, or delete it");
    let mut finding = stray(message, file, help);
    finding.reach = Reach::Internal;
    finding
}

/// Files beside records that no record names. In a folder with a file that can't be read, nobody can tell.
pub(super) fn unnamed(source: &Source, records: &[Record]) -> Vec<Finding> {
    let named: HashSet<String> = records.iter().flat_map(Record::paths).collect();
    let unread: HashSet<&str> = source
        .files()
        .filter(|(_, file)| !source.is_read(*file))
        .filter_map(|(path, _)| path.rsplit_once('/').map(|(folder, _)| folder))
        .collect();
    let unnamed = source.blobs().filter(|(path, _)| {
        Address::parse(path).is_some_and(|address| address.part == Part::Beside && address.problem().is_none())
            && !named.contains(*path)
            && !path.rsplit_once('/').is_some_and(|(folder, _)| unread.contains(folder))
    });
    let finding = |(path, file): (&str, FileId)| {
        let message =
            text!("{path} 没有被任何记录引用，不会公开", "{path} is named by no record and will not be published");
        match Likeness::of(path).filter(|likeness| likeness.is_renamed) {
            Some(likeness) => stray(message, file, likeness.remedy(source)),
            None => Finding::new(&UNUSED_FILE, Reach::Internal, Span::head(file), message),
        }
    };
    unnamed.map(|(path, blob)| finding((path, blob.file))).collect()
}

fn stray(message: Text, file: FileId, help: Text) -> Finding {
    let mut finding = Finding::new(&STRAY_FILE, Reach::Public, Span::head(file), message);
    finding.help(help);
    finding
}

/// A file that its author takes for content: its name ends like that of an authored file, or did before a program put
/// `.txt` behind it, which Windows does not show.
struct Likeness {
    /// The path with an end that is read.
    path: String,
    /// The end that is meant.
    end: &'static str,
    /// Whether its name ends otherwise.
    is_renamed: bool,
}

/// How a table ends, which is read beside a record.
const TABLE: &str = ".csv";

impl Likeness {
    fn of(path: &str) -> Option<Self> {
        let low = path.trim_end().to_ascii_lowercase();
        let low = low.strip_suffix(".txt").unwrap_or(&low);
        let end = [End::Toml.as_str(), End::Markdown.as_str(), TABLE].into_iter().find(|end| low.ends_with(end))?;
        let meant = format!("{}{end}", &path[..low.len() - end.len()]);
        Some(Self { is_renamed: meant != path, path: meant, end })
    }

    /// Where it belongs.
    fn remedy(&self, source: &Source) -> Text {
        let path = &self.path;
        if self.is_renamed && Address::parse(path).is_some_and(|address| address.problem().is_none()) {
            return if source.file(path).is_some() {
                text!("已有 {path}：这一份删去", "there is {path} already: delete this one")
            } else {
                text!("改名为 {path}", "rename it to {path}")
            };
        }
        if self.end == TABLE {
            let [zh, en] = places(Kind::Record.def());
            return text!(
                "表格移到它的记录所在的 {zh}，在记录里用 [[table]] 登记；不要的，删去",
                "move a table to {en}, beside its record, and name it there with [[table]]; else delete it"
            );
        }
        self.meant().map_or_else(|| self.somewhere(), |def| self.moved(def))
    }

    /// The kind that is meant: the one whose folder, or whose only file, is called nearly like it.
    fn meant(&self) -> Option<&'static KindDef> {
        let (folder, file) = below(&self.path)?.split_once('/').unwrap_or(("", below(&self.path)?));
        let name = |def: &'static KindDef| if def.id == IdForm::Fixed { def.kind.token() } else { def.folder };
        let of_form = |def: &&KindDef| (def.id == IdForm::Fixed) == folder.is_empty();
        let word = if folder.is_empty() { file.strip_suffix(self.end)? } else { folder };
        let called = nearest(word, KINDS.iter().filter(of_form).map(name))?;
        KINDS.iter().filter(of_form).find(|def| name(def) == called)
    }

    /// How to make it one of a kind.
    fn moved(&self, def: &KindDef) -> Text {
        let ([zh, en], end) = (places(def), def.end.as_str());
        let (kind, called) = (def.kind.zh(), def.kind.en());
        let file = self.path.rsplit('/').next().unwrap_or_default();
        if def.id == IdForm::Fixed {
            return text!("改名为 {zh}", "rename it to {en}");
        }
        if self.end != end {
            return text!(
                "{zh} 里是{kind}，文件名以 {end} 结尾；不要的，删去",
                "{en} is for {called}, and a name there ends in {end}; if it is not wanted, delete it"
            );
        }
        text!("移到 {zh}{file}（{kind}）", "move it to {en}{file} ({called})")
    }

    /// Where files of its end may belong.
    fn somewhere(&self) -> Text {
        let of_end = KINDS.iter().filter(|def| def.end.as_str() == self.end && def.id != IdForm::Fixed);
        let (zh, en): (Vec<String>, Vec<String>) = of_end
            .map(|def| (places(def), def.kind))
            .map(|([zh, en], kind)| (format!("{zh}（{}）", kind.zh()), format!("{en} ({})", kind.en())))
            .unzip();
        Text {
            zh: format!("移到它那一类的文件夹：{}；不要的，删去", zh.join("、")),
            en: format!("move it to the folder of its kind: {}; if it is not wanted, delete it", en.join(", ")),
        }
    }
}

/// Where the files of a kind lie, in both languages.
fn places(def: &KindDef) -> [String; 2] {
    [Lang::Zh, Lang::En].map(|lang| def.place(lang))
}
