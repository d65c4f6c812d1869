//! What insiders see of records: those of both shelves, and their sheets to print.

use super::Insider;
use crate::{
    edition::{
        Insiders, RecordAnnex, RecordView, Route, Seen, SheetRef,
        public::{self, opt},
    },
    kinds::Record,
    words::{Audience, Channel},
};

impl<'d> Insider<'d, '_, '_> {
    /// Every record, newest first.
    pub(super) fn records(&self) -> Vec<Seen<Insiders, RecordView<'d>>> {
        let inside = self.shelf().records.iter().map(|r| (r, Audience::Internal));
        let open = self.catalog.open.records.iter().map(|r| (r, Audience::Public));
        let seen = |(record, audience): (&'d Record, Audience)| Seen {
            view: public::record(record, audience, &self.catalog.source, self.lang),
            annex: RecordAnnex {
                annex: self.annex(&record.annex),
                reviews: self.reviews(&record.review),
                archive_no: opt(record.archive_no.reveal(self.clearance)),
                withheld: self.withheld(&record.withheld),
                sheets: self.sheets(record),
            },
        };
        let mut all: Vec<Seen<Insiders, RecordView<'_>>> = open.chain(inside).map(seen).collect();
        all.sort_by(|a, b| public::newest(&a.view, &b.view));
        all
    }

    /// A sheet for each channel on paper that was promised or served. What was withdrawn may neither hang nor go out.
    fn sheets(&self, record: &Record) -> Vec<SheetRef> {
        if record.withdrawn().is_some() {
            return Vec::new();
        }
        let promised = self.item(&record.item).into_iter().flat_map(|item| &item.channels);
        let served = record.deliveries.iter().filter_map(|delivery| delivery.channel.as_ref());
        let channels: Vec<Channel> = promised.chain(served).map(|channel| channel.value).collect();
        let kinds = [(Channel::NoticeBoard, "boards"), (Channel::Document, "documents")];
        let route = |kind| Route::new(format!("print/{kind}/{}/{}.html", record.item, record.id));
        let sheet = |kind| SheetRef { kind, route: route(kind) };
        kinds.into_iter().filter(|(channel, _)| channels.contains(channel)).map(|(_, kind)| sheet(kind)).collect()
    }
}
