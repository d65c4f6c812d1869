//! The agency and its offices as a page can hold them.

use serde::Serialize;

use super::{AnnexView, Viewed};
use crate::{edition::Route, text::Label};

/// 本机关
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Agency`
pub struct AgencyView<'c> {
    pub name: &'c str,
    pub short_name: Option<&'c str>,
    pub address: Option<&'c str>,
    pub postcode: Option<&'c str>,
    pub phone: Option<&'c str>,
    pub hours: Option<&'c str>,
    pub email: Option<&'c str>,
    pub duties: &'c str,
    pub superior: &'c str,
    pub leading_group: Option<LeadingGroupView<'c>>,
    pub disclosure_office: Option<DisclosureOfficeView<'c>>,
    pub supervisors: Vec<SupervisorView<'c>>,
    pub complaints: Vec<ComplaintView<'c>>,
    pub archive: Option<ArchiveView<'c>>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct ArchiveView<'c> {
    pub custodian: &'c str,
    pub place: Option<&'c str>,
    pub retention: &'c str,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct LeadingGroupView<'c> {
    pub duties: &'c str,
    pub members: Vec<MemberView<'c>>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct MemberView<'c> {
    pub role: Option<Label>,
    pub post: &'c str,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct DisclosureOfficeView<'c> {
    pub name: &'c str,
    pub head: &'c str,
    pub duties: Option<&'c str>,
    pub phone: Option<&'c str>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct SupervisorView<'c> {
    pub name: &'c str,
    pub note: Option<&'c str>,
}

#[derive(Clone, Serialize)]
#[allow(missing_docs)]
pub struct ComplaintView<'c> {
    pub kind: Option<Label>,
    pub contact: &'c str,
    pub note: Option<&'c str>,
}

/// 科室
#[derive(Clone, Serialize)]
#[allow(missing_docs)] // the fields are those of `kinds::Office`
pub struct OfficeView<'c> {
    pub id: &'c str,
    pub route: Route,
    pub name: &'c str,
    pub head: Option<&'c str>,
    pub phone: Option<&'c str>,
    pub duties: Option<&'c str>,
}

/// The office of an item.
#[derive(Clone, Serialize)]
pub struct OfficeRef<'c> {
    /// Empty where the agency has no such office (an error that blocks publication).
    pub id: &'c str,
    /// Its proper name.
    pub name: &'c str,
    /// Its page.
    pub route: Option<Route>,
}

impl<'c> Viewed for AgencyView<'c> {
    type Annex = AnnexView<'c>;
}

impl<'c> Viewed for OfficeView<'c> {
    type Annex = AnnexView<'c>;
}
