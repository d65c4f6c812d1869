//! The kinds of content: the only place that knows folders, forms of ids, sides, and what has a page.

use crate::{
    source::{Blob, ROOT, STATIC, Source},
    text::{Lang, Word},
    words,
};

words!(/// What an authored file is.
    Kind {
    Site = "site" "站点设置" "site settings",
    Agency = "agency" "本机关" "agency",
    Waivers = "waivers" "豁免" "waivers",
    Calendar = "calendar" "节假日安排" "days off of a year",
    Item = "item" "事项" "item",
    Record = "record" "公开记录" "record",
    Page = "page" "文字页" "page of text",
    Exercise = "exercise" "重要权力登记表" "exercise of an important power",
    Filing = "filing" "备案表" "filing of ordinary powers",
    Feedback = "feedback" "投诉举报和评议意见" "complaint or opinion",
    Accountability = "accountability" "责任追究" "finding of responsibility",
    Assessment = "assessment" "考核评价" "assessment",
    Statistics = "statistics" "投诉意见统计" "statistics of complaints and opinions",
    Inspection = "inspection" "巡查检查" "inspection",
});

/// One kind: where its files lie and what they are to readers.
#[derive(Clone, Copy, Debug)]
pub struct KindDef {
    /// Which.
    pub kind: Kind,
    /// The folder of its files below `content/`; none where it is one file.
    pub folder: &'static str,
    /// How its files are told apart.
    pub id: IdForm,
    /// How their names end.
    pub end: End,
    /// Who sees them.
    pub side: Side,
    /// Whether each has a page of its own, at the same place in a site.
    pub has_page: bool,
    /// Whether `<id>.internal.md` may lie beside one.
    pub has_annex: bool,
}

/// How the files of a kind are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdForm {
    /// There is only one, called like the kind.
    Fixed,
    /// By a name that can be an address; statistics have their period in it.
    Id,
    /// By a year.
    Year,
    /// By the item whose folder they lie in, with other files beside them, and a name.
    OfItem,
}

/// How names of authored files end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// `.toml`
    Toml,
    /// `.md`: TOML between `+++`, then Markdown.
    Markdown,
}

impl End {
    /// With its dot.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Toml => ".toml",
            Self::Markdown => ".md",
        }
    }
}

/// Who sees the files of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Everyone: what the house says of itself.
    House,
    /// Everyone, once it is meant for them and may be shown.
    Open,
    /// Insiders, but for what is released of it.
    Case,
    /// Insiders.
    Inside,
}

/// Every kind, in the order of [`Kind`].
pub static KINDS: &[KindDef] = &ENTRIES;

const ENTRIES: [KindDef; Kind::ALL.len()] = [
    KindDef::fixed(Kind::Site, Side::House),
    KindDef::fixed(Kind::Agency, Side::House).paged(),
    KindDef::fixed(Kind::Waivers, Side::Inside),
    KindDef { id: IdForm::Year, ..KindDef::of(Kind::Calendar, "calendars", Side::Open) },
    KindDef::of(Kind::Item, "items", Side::Open).paged().annexed(),
    KindDef { id: IdForm::OfItem, ..KindDef::of(Kind::Record, "records", Side::Open).markdown().paged().annexed() },
    KindDef::of(Kind::Page, "pages", Side::Open).markdown().paged().annexed(),
    KindDef::of(Kind::Exercise, "exercises", Side::Open).paged(),
    KindDef::of(Kind::Filing, "filings", Side::Inside).paged(),
    KindDef::of(Kind::Feedback, "feedback", Side::Case).paged(),
    KindDef::of(Kind::Accountability, "accountability", Side::Case).paged(),
    KindDef::of(Kind::Assessment, "assessments", Side::Inside).paged(),
    KindDef::of(Kind::Statistics, "statistics", Side::Open),
    KindDef::of(Kind::Inspection, "inspections", Side::Inside).paged(),
];

// A kind without its entry, or out of order, does not compile.
const _: () = {
    let mut at = 0;
    while at < ENTRIES.len() {
        assert!(ENTRIES[at].kind as usize == at);
        at += 1;
    }
};

impl KindDef {
    const fn of(kind: Kind, folder: &'static str, side: Side) -> Self {
        Self { kind, folder, id: IdForm::Id, end: End::Toml, side, has_page: false, has_annex: false }
    }

    const fn fixed(kind: Kind, side: Side) -> Self {
        Self { id: IdForm::Fixed, ..Self::of(kind, "", side) }
    }

    const fn markdown(self) -> Self {
        Self { end: End::Markdown, ..self }
    }

    const fn paged(self) -> Self {
        Self { has_page: true, ..self }
    }

    const fn annexed(self) -> Self {
        Self { has_annex: true, ..self }
    }

    /// Where its files lie below the root, for people.
    pub fn place(&self, lang: Lang) -> String {
        let Self { kind, folder, end, .. } = self;
        match self.id {
            IdForm::Fixed => format!("{ROOT}{}{}", kind.token(), end.as_str()),
            IdForm::Id | IdForm::Year => format!("{ROOT}{folder}/"),
            IdForm::OfItem => format!("{ROOT}{folder}/<{}>/", lang.pick("事项编号", "item")),
        }
    }
}

impl Kind {
    /// Its entry.
    pub fn def(self) -> &'static KindDef {
        &KINDS[self as usize]
    }
}

/// How the names of annexes end: siblings of a file that only insiders may read.
pub(crate) const ANNEX: &str = ".internal.md";

/// A path without `content/`.
pub(crate) fn below(path: &str) -> Option<&str> {
    path.strip_prefix(ROOT)
}

/// The item in whose folder of records a path lies, whatever it is.
pub(crate) fn item_of_folder(path: &str) -> Option<&str> {
    below(path)?.strip_prefix(Kind::Record.def().folder)?.strip_prefix('/')?.split('/').next()
}

/// The files that must stand at the root of an audience's site, by their names there.
pub(crate) fn root_files<'s>(source: &'s Source, audience: &str) -> impl Iterator<Item = (&'s str, &'s Blob)> {
    let of = move |path: &'s str| root_file(path).filter(|(side, _)| *side == audience);
    source.root_files().filter_map(move |(path, blob)| Some((of(path)?.1, blob)))
}

/// The audience and the name of a file that must stand at a site's root.
pub(crate) fn root_file(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix(STATIC)?.split_once('/')
}
