//! Addresses of pages and files that only insiders have.

use crate::{
    diag::Span,
    edition::Route,
    kinds::{Address, Kind, Part},
    load::Catalog,
};

/// Each with the file that it comes from: of every file that may have a page and is not known to be open, whatever its kind.
pub(super) fn internal(catalog: &Catalog) -> Vec<(String, Span)> {
    let open = catalog.open_files();
    let mut all = Vec::new();
    for (path, file) in catalog.source.files().filter(|(_, file)| !open.contains(file)) {
        let Some(address) = Address::parse(path).filter(|address| address.part == Part::Own) else { continue };
        let Some(page) = address.page().as_deref().and_then(Route::parse) else { continue };
        if address.kind == Kind::Filing {
            all.push((page.with_end("csv").to_string(), Span::head(file)));
        }
        all.push((page.to_string(), Span::head(file)));
    }
    for folder in ["boards", "documents", "exercises", "filings"] {
        all.push((format!("print/{folder}/"), catalog.site.name.span)); // nothing to print is public
    }
    all
}
