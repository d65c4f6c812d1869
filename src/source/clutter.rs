//! What desktops and editors leave behind: no content, so nobody is told of it and nobody reads it.

/// Names as a whole, in lower case.
const NAMES: [&str; 19] = [
    ".apdisk",
    ".ds_store",
    ".localized",
    ".directory",
    ".fseventsd",
    ".spotlight-v100",
    ".temporaryitems",
    ".trashes",
    "$recycle.bin",
    "@eadir",
    "__macosx",
    "desktop.ini",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "icon\r",
    "system volume information",
    "thumbs.db",
    "thumbs.db:encryptable",
    "~$",
];
/// How names begin: owner files of Office and WPS, locks of `LibreOffice`, doubles of macOS, Emacs and GNOME while they write, files
/// that NFS still holds.
const BEGINNINGS: [&str; 8] = ["~$", "~wrl", ".~", "._", ".#", ".goutputstream-", ".nfs", ".trash-"];
/// How names end: what editors keep while a file is open, or of its last version.
const ENDS: [&str; 2] = ["~", ".swp"];

/// Whether a file or folder of a name is clutter.
pub(super) fn is_clutter(name: &str) -> bool {
    let name = name.to_lowercase();
    NAMES.contains(&name.as_str())
        || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
        || ENDS.iter().any(|end| name.ends_with(end))
        || is_swap(&name)
        || (name.len() > 2 && name.starts_with('#') && name.ends_with('#'))
}

/// A swap file of vi: `.name.swp`, `.name.swo`, …
fn is_swap(name: &str) -> bool {
    let end = name.strip_prefix('.').and_then(|name| name.rsplit_once('.')).map_or("", |(_, end)| end);
    matches!(end.as_bytes(), [b's', b'w', b'a'..=b'p'])
}
