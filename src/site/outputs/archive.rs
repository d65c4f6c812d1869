//! `archive/<year>.csv`: the archive of a year for a spreadsheet.

use std::marker::PhantomData;

use crate::{
    edition::{Edition, Route},
    site::{
        Index, Output, RenderError, Sited, Theme,
        archive::{Archived, Checksum, Piece, table},
        spreadsheet::csv,
    },
    text::Lang,
};

struct ArchiveTable<'e, A> {
    audience: PhantomData<A>,
    filed: &'e [Archived<'e>],
    custodian: &'e str,
    retention: &'e str,
    lang: Lang,
    route: Route,
}

/// What stands first for insiders, and what everyone has.
const NUMBER: (&str, &str) = ("存档号", "archive number");
const HEADER: [(&str, &str); 9] = [
    ("公开日期", "disclosed on"),
    ("公开记录", "record"),
    ("类型", "kind"),
    ("名称", "name"),
    ("文件", "file"),
    ("字节数", "bytes"),
    ("SHA-256", "SHA-256"),
    ("保管岗位", "kept by"),
    ("保管期限", "kept for"),
];

pub(super) fn list<'e, A: Sited>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e, A>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let keeper = edition.agency.view.archive.as_ref();
    let (custodian, retention) = keeper.map_or(("", ""), |keeper| (keeper.custodian, keeper.retention));
    for (year, filed) in &index.archive {
        out.push(Box::new(ArchiveTable {
            audience: PhantomData::<A>,
            filed,
            custodian,
            retention,
            lang: edition.lang,
            route: table(*year),
        }));
    }
}

impl<A> ArchiveTable<'_, A> {
    /// One for each piece; of what was withdrawn a single one, without a sum.
    fn rows(&self, filed: &Archived<'_>) -> Vec<Vec<String>> {
        if filed.pieces.is_empty() {
            let kind = self.lang.pick("撤回", "Withdrawn");
            return vec![self.row(filed, [kind, "", filed.route.as_str(), "", ""])];
        }
        let row = |piece: &Piece<'_>| {
            let sum = piece.sum.as_ref().map(Checksum::reckon);
            let (size, sha256) =
                sum.map_or_else(Default::default, |(size, sha256)| (size.to_string(), sha256.as_str()));
            let kind = if filed.withdrawn { self.withdrawn(piece.kind) } else { piece.kind.to_owned() };
            self.row(filed, [&kind, piece.name, piece.route.as_str(), &size, sha256])
        };
        filed.pieces.iter().map(row).collect()
    }

    fn withdrawn(&self, kind: &str) -> String {
        self.lang.pick(format!("{kind}（已撤回）"), format!("{kind} (withdrawn)"))
    }

    fn row(&self, filed: &Archived<'_>, piece: [&str; 5]) -> Vec<String> {
        let day = filed.on.to_string();
        let cells = [&*day, filed.title].into_iter().chain(piece).chain([self.custodian, self.retention]);
        cells.map(str::to_owned).collect()
    }
}

impl<A: Sited> Output<A> for ArchiveTable<'_, A> {
    fn route(&self) -> &Route {
        &self.route
    }

    fn render(&self, _: &Theme<A>, out: &mut Vec<u8>) -> Result<(), RenderError> {
        let header = A::HAS_NUMBERS.then_some(NUMBER).into_iter().chain(HEADER);
        let header = header.map(|(zh, en)| self.lang.pick(zh, en).to_owned()).collect();
        let number = |filed: &Archived<'_>| A::HAS_NUMBERS.then(|| filed.archive_no.unwrap_or_default().to_owned());
        let rows = self.filed.iter().flat_map(|filed| {
            let number = number(filed);
            self.rows(filed).into_iter().map(move |row| number.clone().into_iter().chain(row).collect())
        });
        out.extend_from_slice(csv(std::iter::once(header).chain(rows)).as_bytes());
        Ok(())
    }
}
