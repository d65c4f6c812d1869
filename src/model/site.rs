//! `site.toml`: the site itself.

use super::{Annex, Internal, SiteLanguage, Text};
use crate::{source::Fields, text::Lang};

/// 站点: names, identifiers and settings of both sites.
#[derive(Clone, Debug)]
pub struct Site {
    /// 网站名称
    pub name: Text,
    /// One sentence under the name.
    pub description: Text,
    /// The language of the site's own words.
    pub language: Lang,
    /// Folder below `themes/` whose files override the embedded theme.
    pub theme: Option<Text>,
    /// Absolute address of the public site, with a final slash: for the feed and the site map.
    pub base_url: Option<Text>,
    /// 网站域名 (`SiteDomain`)
    pub domain: Option<Text>,
    /// 网站标识码
    pub site_code: Option<Text>,
    /// ICP备案编号
    pub icp: Option<Text>,
    /// 公安机关备案号
    pub police_record: Option<Text>,
    /// Pattern that item codes must match.
    pub code_pattern: Option<Text>,
    /// For insiders.
    pub annex: Internal<Annex>,
}

impl Site {
    pub(super) fn read(fields: &mut Fields<'_, '_>) -> Self {
        let language = fields.word::<SiteLanguage>("language");
        let language = fields.require("language", language);
        Self {
            name: fields.required_text("name"),
            description: fields.required_text("description"),
            language: if language.is_some_and(|l| l.value == SiteLanguage::En) { Lang::En } else { Lang::Zh },
            theme: fields.text("theme"),
            base_url: fields.text("base_url"),
            domain: fields.text("domain"),
            site_code: fields.text("site_code"),
            icp: fields.text("icp"),
            police_record: fields.text("police_record"),
            code_pattern: fields.text("code_pattern"),
            annex: Annex::read(fields, None),
        }
    }
}
