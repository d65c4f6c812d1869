//! What the public may see of the agency and its offices.

use super::{label, opt};
use crate::{
    edition::{
        AgencyView, ArchiveView, ComplaintView, DisclosureOfficeView, LeadingGroupView, MemberView, OfficeRef,
        OfficeView, Route, SupervisorView,
    },
    kinds::{Agency, Archive, Complaint, DisclosureOffice, LeadingGroup, Member, Office, Supervisor},
    read::FieldText,
    text::Lang,
};

pub(super) fn agency(agency: &Agency, lang: Lang) -> AgencyView<'_> {
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
        archive,
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
        archive: archive.as_ref().map(|a| {
            let Archive { custodian, place, retention } = a;
            ArchiveView { custodian, place: opt(place), retention }
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

pub(super) fn office(office: &Office) -> OfficeView<'_> {
    let Office { id, name, aliases: _, head, phone, duties, annex: _ } = office;
    OfficeView { id, route: office_route(id), name, head: opt(head), phone: opt(phone), duties: opt(duties) }
}

fn office_route(id: &str) -> Route {
    Route::new(format!("offices/{id}.html"))
}

pub(in crate::edition) fn office_ref<'c>(word: &'c FieldText, agency: &'c Agency) -> OfficeRef<'c> {
    match agency.office(word) {
        Some(office) => OfficeRef { id: &office.id, name: &office.name, route: Some(office_route(&office.id)) },
        None => OfficeRef { id: "", name: word, route: None },
    }
}
