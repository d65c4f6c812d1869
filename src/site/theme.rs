//! Templates, style and strings: embedded in the program, each file overridable from `themes/<name>/`.

use std::{collections::BTreeMap, marker::PhantomData, path::Path};

use serde::Serialize;
use tera::{Context, Tera};
use toml::de::DeTable;

use super::{Page, RenderError, refusal::refusal};
use crate::{
    edition::{Edition, Readership, Route, SiteView},
    media, source, text,
    text::quoting,
};

/// The files of the default theme.
macro_rules! embedded {
    ($($path:literal)+) => { &[$(($path, include_str!(concat!("../../themes/default/", $path)))),+] };
}

const EMBEDDED: &[(&str, &str)] = embedded![
    "assets/icon.svg"
    "assets/style.css"
    "strings/en.toml"
    "strings/zh-CN.toml"
    "templates/404.html"
    "templates/accountability.html"
    "templates/accountability_case.html"
    "templates/agency.html"
    "templates/archive.html"
    "templates/archive_year.html"
    "templates/assessment.html"
    "templates/assessments.html"
    "templates/base.html"
    "templates/category.html"
    "templates/changes.html"
    "templates/components.html"
    "templates/due.html"
    "templates/exercise.html"
    "templates/exercises.html"
    "templates/feed.xml"
    "templates/feedback.html"
    "templates/feedback_case.html"
    "templates/filing.html"
    "templates/filings.html"
    "templates/home.html"
    "templates/inspection.html"
    "templates/inspections.html"
    "templates/item.html"
    "templates/items.html"
    "templates/office.html"
    "templates/opinion_card.html"
    "templates/print.html"
    "templates/print_board.html"
    "templates/print_document.html"
    "templates/print_exercise.html"
    "templates/print_filing.html"
    "templates/print_inspection.html"
    "templates/promise_year.html"
    "templates/promises.html"
    "templates/record.html"
    "templates/records.html"
    "templates/sitemap.xml"
    "templates/supervision.html"
    "templates/text.html"
    "templates/texts.html"
    "templates/timeliness.html"
    "templates/watched.html"
    "templates/withdrawn.html"
    "templates/year.html"
];

/// The texts of the embedded theme: words that any page may show, whoever reads them.
pub fn embedded_texts() -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().map(|(_, text)| *text)
}

/// The files of a theme, read once for all sites.
pub struct ThemeFiles(BTreeMap<String, Vec<u8>>);

impl ThemeFiles {
    /// Reads the files that override the default theme's; `name` is the theme that the site names.
    ///
    /// # Errors
    /// A theme that is not there, a file that is no plain one or can't be read, and an asset that acts.
    pub fn read(root: &Path, name: Option<&str>) -> Result<Self, RenderError> {
        let files = files(root, name.unwrap_or("default"))?;
        for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("assets/")) {
            address(path)?;
            media::asset(path, bytes).map_err(|why| RenderError::said(path, why))?;
        }
        Ok(Self(files))
    }

    /// The default theme as it is in the program.
    pub fn embedded() -> Self {
        Self(embedded_files())
    }
}

/// The theme of one audience's site.
pub struct Theme<A: Readership> {
    tera: Tera,
    assets: BTreeMap<Route, Vec<u8>>,
    /// The texts of the site's own files.
    own: Vec<String>,
    audience: PhantomData<A>,
}

/// What every page of a site shares.
#[derive(Serialize)]
struct Frame<'e> {
    site: SiteView<'e>,
    agency_name: &'e str,
    lang: &'e str,
    audience: &'e str,
    /// Whether it shows what was promised and what came.
    has_timeliness: bool,
    t: &'e BTreeMap<String, String>,
}

impl<A: Readership> Theme<A> {
    /// Makes a theme of its files.
    ///
    /// # Errors
    /// A template or a table of strings that can't be parsed.
    pub fn of(files: &ThemeFiles, edition: &Edition<'_, A>) -> Result<Self, RenderError> {
        let files = &files.0;
        let lang = edition.lang.tag();
        let strings = strings(&files[&format!("strings/{lang}.toml")])?;
        let frame = Frame {
            site: edition.site.view,
            agency_name: edition.agency.view.name,
            lang,
            audience: A::NAME,
            has_timeliness: edition.promises.is_some(),
            t: &strings,
        };
        let mut tera = Tera::new();
        let fail = |error: tera::Error| RenderError::said("theme", refusal(&error));
        *tera.global_context() = Context::from_serialize(&frame).map_err(fail)?;
        let templates = files.iter().filter_map(|(path, bytes)| {
            let name = path.strip_prefix("templates/")?;
            Some((name.to_owned(), String::from_utf8_lossy(bytes).into_owned()))
        });
        tera.add_raw_templates(templates).map_err(fail)?;
        let own = files.iter().filter(|(path, bytes)| !EMBEDDED.contains(&(path, &String::from_utf8_lossy(bytes))));
        let own = own.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
        let assets = files.iter().filter(|(path, _)| path.starts_with("assets/"));
        let assets = assets.map(|(path, bytes)| Ok((address(path)?, bytes.clone())));
        let assets = assets.collect::<Result<_, RenderError>>()?;
        Ok(Self { tera, assets, own, audience: PhantomData })
    }

    /// The theme's plain files, by route.
    pub fn assets(&self) -> &BTreeMap<Route, Vec<u8>> {
        &self.assets
    }

    /// The texts of the site's own theme files: authored, so they may carry what they should not.
    pub fn own_texts(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(String::as_str)
    }

    pub(super) fn render<P: Page<A> + ?Sized>(&self, page: &P, out: &mut Vec<u8>) -> Result<(), RenderError> {
        let fail = |error: tera::Error| RenderError::said(page.route(), refusal(&error));
        let mut context = Context::from_serialize(page).map_err(fail)?;
        context.insert("root", &page.root());
        context.insert("here", page.route());
        context.insert("section", P::SECTION);
        let from = out.len();
        self.tera.render_to(P::TEMPLATE, &context, &mut *out).map_err(fail)?;
        without_controls(out, from);
        Ok(())
    }
}

/// Leaves out what neither XML nor HTML can hold: authored text has none, but a body may spell one (`&#27;`), and a
/// site's own theme is checked by nobody.
fn without_controls(out: &mut Vec<u8>, from: usize) {
    let is_control = |byte: u8| (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7f;
    if out[from..].iter().any(|byte| is_control(*byte)) {
        let kept: Vec<u8> = out.drain(from..).filter(|byte| !is_control(*byte)).collect();
        out.extend(kept);
    }
}

/// The address of an asset, whose name nobody has checked yet.
fn address(path: &str) -> Result<Route, RenderError> {
    let why = || {
        text!(
            "文件名只用小写英文字母、数字、连字符、下划线和点",
            "a name has lower-case ASCII letters, digits, hyphens, underscores and dots alone"
        )
    };
    Route::parse(path).ok_or_else(|| RenderError::said(path, why()))
}

fn embedded_files() -> BTreeMap<String, Vec<u8>> {
    EMBEDDED.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

#[expect(clippy::disallowed_methods, reason = "only whether the theme is there; source/ reads it")]
fn files(root: &Path, theme: &str) -> Result<BTreeMap<String, Vec<u8>>, RenderError> {
    let mut files = embedded_files();
    let folder = root.join("themes").join(theme);
    if theme != "default" && !folder.is_dir() {
        let why = text!(
            "site.toml 用了这个主题，但没有这个文件夹",
            "site.toml names this theme, but the folder is not there"
        );
        return Err(RenderError::said(format!("themes/{theme}"), why));
    }
    let own = source::read_tree(&root.join("themes"), theme);
    files.extend(own.map_err(|(path, why)| RenderError::said(format!("themes/{path}"), why))?);
    Ok(files)
}

/// The flat table of a strings file.
fn strings(bytes: &[u8]) -> Result<BTreeMap<String, String>, RenderError> {
    let text = String::from_utf8_lossy(bytes);
    let broken = |error| RenderError::said("strings", quoting(text!("TOML 写法有误", "this is not TOML"), error));
    let table = DeTable::parse(&text).map_err(broken)?;
    let pairs = table.get_ref().iter().map(|(key, value)| {
        let key_name = key.get_ref();
        let why = || text!("{key_name} 必须是带引号的文字", "{key_name} must be a text in quotes");
        let text = value.get_ref().as_str().ok_or_else(|| RenderError::said("strings", why()))?;
        Ok((key.get_ref().to_string(), text.to_owned()))
    });
    pairs.collect()
}
