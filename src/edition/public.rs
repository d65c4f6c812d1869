//! The public projection. It has no clearance, so nothing closed can pass, and it takes every model type
//! apart field by field: a new field does not compile until someone decides here who sees it.

use chrono::Datelike;

use super::{
    AgencyView, AttachmentView, BasisView, BodyView, ChangeView, ColumnView, ComplaintView, Day, DeliveryView,
    DisclosureOfficeView, Edition, Entry, FeeView, ImportanceView, ItemView, LeadingGroupView, MemberView, OfficeRef,
    OfficeView, Public, RecordView, RemedyView, RevisionView, Route, SiteView, StepView, SupervisorView, TableView,
    TextView,
};
use crate::{
    diag::Spanned,
    model::{
        Agency, Attachment, Audience, Basis, Catalog, Cells, Change, Complaint, Date, Delivery, DisclosureOffice, Fee,
        Importance, Item, LeadingGroup, Member, Occasion, Office, Record, Remedy, Revision, Schedule, Site, Step,
        Supervisor, Table, Text, TextPage, Within,
    },
    source::Source,
    text::{Label, Lang, Word},
};

/// Projects what the public may see.
pub(super) fn edition(catalog: &Catalog) -> Edition<'_, Public> {
    let Catalog { source, site: settings, agency: body, calendars: _, open, inside: _, waivers: _, item_ids: _ } =
        catalog;
    let lang = settings.language;
    let entry = |view| Entry { view, annex: () };
    let mut records: Vec<_> = open.records.iter().map(|r| record(r, Audience::Public, source, lang)).collect();
    records.sort_by(newest);
    Edition {
        lang,
        site: site(settings),
        agency: Entry { view: agency(body, lang), annex: () },
        offices: body.offices.iter().map(|o| Entry { view: office(o), annex: () }).collect(),
        items: open.items.iter().map(|i| Entry { view: item(i, body, lang), annex: () }).collect(),
        records: records.into_iter().map(entry).collect(),
        texts: open.texts.iter().map(|t| Entry { view: text(t, source, lang), annex: () }).collect(),
        theme: settings.theme.as_ref().map(|t| t.value.as_str()),
    }
}

/// The order of every list of records.
pub(super) fn newest(a: &RecordView<'_>, b: &RecordView<'_>) -> std::cmp::Ordering {
    b.listed_on.cmp(&a.listed_on).then_with(|| (a.item, a.id).cmp(&(b.item, b.id)))
}

fn opt(text: &Option<Text>) -> Option<&str> {
    text.as_ref().map(|t| t.value.as_str())
}

fn day(date: &Option<Date>) -> Option<Day> {
    date.as_ref().map(Day::from)
}

fn label<W: Word>(word: &Option<Spanned<W>>, lang: Lang) -> Option<Label> {
    word.as_ref().map(|w| w.value.label(lang))
}

fn site(site: &Site) -> SiteView<'_> {
    let Site {
        name,
        description,
        language: _,
        theme: _,
        base_url,
        domain,
        site_code,
        icp,
        police_record,
        code_pattern: _,
        annex: _,
    } = site;
    SiteView {
        name,
        description,
        base_url: opt(base_url),
        domain: opt(domain),
        site_code: opt(site_code),
        icp: opt(icp),
        police_record: opt(police_record),
    }
}

fn agency(agency: &Agency, lang: Lang) -> AgencyView<'_> {
    let Agency {
        name,
        short_name,
        address,
        postcode,
        phone,
        hours,
        email,
        duties,
        superior,
        leading_group,
        disclosure_office,
        offices: _,
        supervisors,
        complaints,
        whole: _,
        annex: _,
    } = agency;
    AgencyView {
        name,
        short_name: opt(short_name),
        address: opt(address),
        postcode: opt(postcode),
        phone: opt(phone),
        hours: opt(hours),
        email: opt(email),
        duties,
        superior,
        leading_group: leading_group.as_ref().map(|g| group(g, lang)),
        disclosure_office: disclosure_office.as_ref().map(|o| {
            let DisclosureOffice { name, head, duties, phone } = o;
            DisclosureOfficeView { name, head, duties: opt(duties), phone: opt(phone) }
        }),
        supervisors: supervisors
            .iter()
            .map(|s| {
                let Supervisor { name, note } = s;
                SupervisorView { name, note: opt(note) }
            })
            .collect(),
        complaints: complaints
            .iter()
            .map(|c| {
                let Complaint { kind, contact, note } = c;
                ComplaintView { kind: label(kind, lang), contact, note: opt(note) }
            })
            .collect(),
    }
}

fn group(group: &LeadingGroup, lang: Lang) -> LeadingGroupView<'_> {
    let LeadingGroup { duties, members } = group;
    LeadingGroupView { duties, members: members.iter().map(|m| member(m, lang)).collect() }
}

fn member(member: &Member, lang: Lang) -> MemberView<'_> {
    let Member { role, post } = member;
    MemberView { role: label(role, lang), post }
}

fn office(office: &Office) -> OfficeView<'_> {
    let Office { id, name, aliases: _, head, phone, duties, annex: _ } = office;
    OfficeView { id, route: office_route(id), name, head: opt(head), phone: opt(phone), duties: opt(duties) }
}

fn office_route(id: &str) -> Route {
    Route::new(format!("offices/{id}.html"))
}

pub(super) fn item<'c>(item: &'c Item, agency: &'c Agency, lang: Lang) -> ItemView<'c> {
    let Item {
        id,
        place: _,
        reach: _,
        name,
        category,
        audience,
        office,
        channels,
        content,
        fee,
        status,
        started_on,
        suspended_on,
        terminated_on,
        code,
        remark,
        schedule: when,
        importance: weight,
        bases,
        steps,
        remedies,
        changes,
        silent: _,
        annex: _,
    } = item;
    ItemView {
        id,
        route: Route::new(format!("items/{id}.html")),
        name,
        category: label(category, lang),
        audience: audience.value.label(lang),
        office: office_ref(office, agency),
        channels: channels.iter().map(|c| c.value.label(lang)).collect(),
        content: opt(content),
        fee: fee.as_ref().map(fee_view),
        status: status.value.label(lang),
        started_on: day(started_on),
        suspended_on: day(suspended_on),
        terminated_on: day(terminated_on),
        code: opt(code),
        remark: opt(remark),
        schedule: when.as_ref().map(|s| schedule(s, lang)),
        importance: weight.as_ref().map(|i| importance(i, lang)),
        bases: bases.iter().map(|b| basis(b, lang)).collect(),
        steps: steps.iter().map(step).collect(),
        remedies: remedies.iter().map(|r| remedy(r, lang)).collect(),
        changes: changes.iter().map(|c| change(c, lang)).collect(),
    }
}

fn office_ref<'c>(word: &'c Text, agency: &'c Agency) -> OfficeRef<'c> {
    match agency.office(word) {
        Some(office) => OfficeRef { id: &office.id, name: &office.name, route: Some(office_route(&office.id)) },
        None => OfficeRef { id: "", name: word, route: None },
    }
}

fn fee_view(fee: &Fee) -> FeeView<'_> {
    match fee {
        Fee::Said(said) => FeeView { said: Some(said), basis: None, standard: None, unit: None },
        Fee::Set { basis, standard, unit } => {
            FeeView { said: None, basis: Some(basis), standard: Some(standard), unit: opt(unit) }
        }
    }
}

fn schedule(schedule: &Schedule, lang: Lang) -> String {
    let Schedule { place: _, timing, within } = schedule;
    let when = lang.pick(timing.zh(), timing.en());
    let Some(within) = within else {
        return when.to_owned();
    };
    let Within { days, workdays } = within.value;
    match (lang, workdays) {
        (Lang::Zh, true) => format!("{when}（{days}个工作日内）"),
        (Lang::Zh, false) => format!("{when}（{days}日内）"),
        (Lang::En, true) => format!("{when} (within {days} working days)"),
        (Lang::En, false) => format!("{when} (within {days} days)"),
    }
}

fn importance(importance: &Importance, lang: Lang) -> ImportanceView<'_> {
    let Importance { level, decided_by, document, on } = importance;
    ImportanceView { level: label(level, lang), decided_by, document, on: day(on) }
}

fn basis(basis: &Basis, lang: Lang) -> BasisView<'_> {
    let Basis { kind, title, doc_no, article, date, text } = basis;
    BasisView {
        kind: label(kind, lang),
        title,
        doc_no: opt(doc_no),
        article: opt(article),
        date: day(date),
        text: opt(text),
    }
}

fn step(step: &Step) -> StepView<'_> {
    let Step { name, post, limit, control, next } = step;
    StepView {
        name,
        post: opt(post),
        limit: opt(limit),
        control: opt(control),
        next: next.iter().map(|n| n.value.as_str()).collect(),
    }
}

fn remedy(remedy: &Remedy, lang: Lang) -> RemedyView<'_> {
    let Remedy { kind, contact, limit } = remedy;
    RemedyView { kind: label(kind, lang), contact, limit: opt(limit) }
}

fn change(change: &Change, lang: Lang) -> ChangeView<'_> {
    let Change { on, kind, what, reported_on, basis } = change;
    ChangeView { on: day(on), kind: label(kind, lang), what, reported_on: day(reported_on), basis: opt(basis) }
}

pub(super) fn record<'c>(record: &'c Record, audience: Audience, source: &'c Source, lang: Lang) -> RecordView<'c> {
    let Record {
        id,
        item,
        place: _,
        reach: _,
        title,
        occasion,
        formed_on,
        published_on,
        index_no,
        doc_no,
        summary,
        keywords,
        audience: _,
        nil,
        validity,
        review: _,
        withheld: _,
        deliveries,
        tables,
        attachments,
        revisions,
        body,
        annex: _,
    } = record;
    let folder = record.folder();
    let listed_on = published_on.as_ref().or(formed_on.as_ref()).map_or(Day(chrono::NaiveDate::MIN), Day::from);
    RecordView {
        id,
        item,
        route: Route::new(format!("records/{item}/{id}.html")),
        title,
        audience: audience.label(lang),
        occasion: occasion.as_ref().map(|o| match o {
            Occasion::Period(period) => period.shown(lang),
            Occasion::Event(date) => date.value.to_string(),
        }),
        year: listed_on.0.year(),
        listed_on,
        formed_on: day(formed_on),
        published_on: day(published_on),
        index_no: opt(index_no),
        doc_no: opt(doc_no),
        summary: opt(summary),
        keywords: keywords.iter().map(|k| k.value.as_str()).collect(),
        nil: *nil,
        validity: validity.label(lang),
        deliveries: deliveries.iter().map(|d| delivery(d, lang)).collect(),
        tables: tables.iter().filter_map(|t| table(t, &folder, source)).collect(),
        attachments: attachments.iter().filter_map(|a| attachment(a, &folder, source, lang)).collect(),
        revisions: revisions.iter().map(|r| revision(r, lang)).collect(),
        body: BodyView::of(source, body.span),
    }
}

fn delivery(delivery: &Delivery, lang: Lang) -> DeliveryView<'_> {
    let Delivery { channel, on, until, place, doc_no } = delivery;
    DeliveryView {
        channel: label(channel, lang),
        on: day(on),
        until: day(until),
        place: opt(place),
        doc_no: opt(doc_no),
    }
}

/// The route of a file beside a record: that of its content path.
fn beside(folder: &str, file: &str) -> Route {
    Route::new(format!("{}/{file}", folder.trim_start_matches("content/")))
}

fn table<'c>(table: &'c Table, folder: &str, source: &'c Source) -> Option<TableView<'c>> {
    let Table { file, title, unit, note, cells } = table;
    let Cells { text: _, header, rows } = cells.as_ref()?;
    let figures = |at: usize| at > 0 && rows.iter().all(|row| row.get(at).is_none_or(|cell| is_figure(cell)));
    Some(TableView {
        title,
        unit: opt(unit),
        note: opt(note),
        columns: header.iter().enumerate().map(|(at, name)| ColumnView { name, figures: figures(at) }).collect(),
        rows,
        route: beside(folder, file),
        file: source.blob(&format!("{folder}/{}", file.value)),
    })
}

/// A number, or one of the marks that stand for none.
fn is_figure(cell: &str) -> bool {
    let plain = cell.replace([',', '%', '−'], "");
    matches!(cell, "" | "/" | "无" | "—" | "-") || plain.parse::<f64>().is_ok()
}

fn attachment<'c>(
    attachment: &'c Attachment,
    folder: &str,
    source: &'c Source,
    lang: Lang,
) -> Option<AttachmentView<'c>> {
    let Attachment { file, title, kind, expected: _, found } = attachment;
    let (size, sha256) = found.as_ref()?;
    Some(AttachmentView {
        title,
        name: file,
        kind: label(kind, lang),
        size: human_size(*size),
        sha256,
        route: beside(folder, file),
        file: source.blob(&format!("{folder}/{}", file.value)),
    })
}

/// Bytes for people, in units of 1024.
fn human_size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

fn revision(revision: &Revision, lang: Lang) -> RevisionView<'_> {
    let Revision { on, kind, reason, what } = revision;
    RevisionView { on: day(on), kind: label(kind, lang), reason, what: opt(what) }
}

pub(super) fn text<'c>(text: &'c TextPage, source: &'c Source, lang: Lang) -> TextView<'c> {
    let TextPage {
        id,
        place: _,
        reach: _,
        title,
        audience,
        order: _,
        summary,
        formed_on,
        published_on,
        body,
        annex: _,
    } = text;
    TextView {
        id,
        route: Route::new(format!("pages/{id}.html")),
        title,
        audience: audience.value.label(lang),
        summary,
        formed_on: day(formed_on),
        published_on: day(published_on),
        body: BodyView::of(source, body.span),
    }
}
