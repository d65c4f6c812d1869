//! `filings/<id>.csv`: a filing for the superior office. Of the internal site alone.

use chrono::NaiveDate;

use crate::{
    edition::{Edition, FilingView, Insiders, Route},
    site::{Output, RenderError, Theme, pages, spreadsheet::csv},
    text::Lang,
};

struct FilingTable<'e> {
    filing: &'e FilingView<'e>,
    unit: &'e str,
    lang: Lang,
    route: Route,
}

const HEADER: [(&str, &str); 13] = [
    ("填报单位", "agency"),
    ("备案编号", "number"),
    ("备案期间", "period"),
    ("职权事项", "item"),
    ("行使次数", "times exercised"),
    ("简况", "summary"),
    ("公开形式", "channels"),
    ("公开范围", "disclosed to"),
    ("公开时间", "disclosed on"),
    ("填表人", "filled in by"),
    ("填表日期", "filled in on"),
    ("报送日期", "reported on"),
    ("备注", "remark"),
];

pub(in crate::site) fn list<'e>(edition: &'e Edition<'_, Insiders>, out: &mut Vec<Box<dyn Output<Insiders> + 'e>>) {
    for filing in &edition.inside.filings {
        let route = pages::filing_table(filing);
        out.push(Box::new(FilingTable { filing, unit: edition.agency.view.name, lang: edition.lang, route }));
    }
}

impl Output<Insiders> for FilingTable<'_> {
    fn route(&self) -> &Route {
        &self.route
    }

    fn render(&self, _: &Theme<Insiders>, out: &mut Vec<u8>) -> Result<(), RenderError> {
        let header = HEADER.map(|(zh, en)| self.lang.pick(zh, en).to_owned()).to_vec();
        let date = |on: Option<NaiveDate>| on.map(|on| on.to_string()).unwrap_or_default();
        let rows = self.filing.rows.iter().map(|row| {
            let channels: Vec<&str> = row.channels.iter().map(|channel| channel.text).collect();
            vec![
                self.unit.to_owned(),
                self.filing.reg_no.unwrap_or_default().to_owned(),
                self.filing.period.clone().unwrap_or_default(),
                row.item_name.to_owned(),
                row.count.map(|count| count.to_string()).unwrap_or_default(),
                row.summary.to_owned(),
                channels.join(self.lang.pick("、", ", ")),
                row.audience.map_or("", |audience| audience.text).to_owned(),
                date(row.published_on),
                self.filing.filled_by.to_owned(),
                date(self.filing.filled_on),
                date(self.filing.submitted_on),
                self.filing.remark.unwrap_or_default().to_owned(),
            ]
        });
        out.extend_from_slice(csv(std::iter::once(header).chain(rows)).as_bytes());
        Ok(())
    }
}
