//! `archive/<year>.csv`: the archive of a year for a spreadsheet.

use crate::{
    diag::Reach,
    edition::{Audience, Edition, Route},
    site::{
        Index, Output, RenderError, Theme,
        archive::{Filed, table},
        spreadsheet::csv,
    },
    text::Lang,
};

struct Table<'e> {
    filed: &'e [Filed<'e>],
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

pub(super) fn list<'e, A: Audience>(
    edition: &'e Edition<'_, A>,
    index: &'e Index<'e>,
    out: &mut Vec<Box<dyn Output<A> + 'e>>,
) {
    let keeper = edition.agency.view.archive.as_ref();
    let (custodian, retention) = keeper.map_or(("", ""), |keeper| (keeper.custodian, keeper.retention));
    for (year, filed) in &index.archive {
        out.push(Box::new(Table { filed, custodian, retention, lang: edition.lang, route: table(*year) }));
    }
}

impl<A: Audience> Output<A> for Table<'_> {
    fn route(&self) -> &Route {
        &self.route
    }

    fn render(&self, _: &Theme<A>, out: &mut Vec<u8>) -> Result<(), RenderError> {
        let is_numbered = A::REACH == Reach::Internal;
        let header = is_numbered.then_some(NUMBER).into_iter().chain(HEADER);
        let header = header.map(|(zh, en)| self.lang.pick(zh, en).to_owned()).collect();
        let rows = self.filed.iter().flat_map(|filed| filed.pieces.iter().map(move |piece| (filed, piece)));
        let rows = rows.map(|(filed, piece)| {
            let (size, sha256) = piece.sum.reckon();
            let number = is_numbered.then(|| filed.archive_no.unwrap_or_default().to_owned());
            let cells = [
                filed.on.0.to_string(),
                filed.title.to_owned(),
                piece.kind.to_owned(),
                piece.name.to_owned(),
                piece.route.to_string(),
                size.to_string(),
                sha256.clone(),
                self.custodian.to_owned(),
                self.retention.to_owned(),
            ];
            number.into_iter().chain(cells).collect()
        });
        out.extend_from_slice(csv(std::iter::once(header).chain(rows)).as_bytes());
        Ok(())
    }
}
