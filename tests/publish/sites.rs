//! Small sites in several versions, and an independent reading of what is on disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use mingjing::publish::{Method, Moment, Options, Publication, PublishError, Publisher, open};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// Path → bytes. An empty folder shows as a path ending in `/`, a link as one ending in `@`.
pub type Files = BTreeMap<String, Vec<u8>>;

pub const NAMES: [&str; 2] = ["public", "internal"];

pub const ATOMIC: Options = Options { sync: false, method: Method::Atomic, day: None };
pub const RENAMES: Options = Options { sync: false, method: Method::Renames, day: None };

/// An output folder in a temporary folder of its own: on the disk, where sites are published, also where the tests of
/// all else write into memory.
pub fn scratch() -> (TempDir, PathBuf) {
    let scratch = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let output = scratch.path().join("output");
    (scratch, output)
}

/// A site of 40 files: of each five, three are the same in every version, one differs, one has another path.
pub fn site(name: &str, version: u32) -> Files {
    let file = |n: u32| match n % 5 {
        0 => (format!("f{}/page{n}.html", n % 7), format!("{name} {n} version {version}")),
        1 => (format!("v{version}/deep/page{n}.html"), format!("{name} {n}")),
        _ => (format!("f{}/page{n}.html", n % 7), format!("{name} {n}")),
    };
    (0..40).map(file).map(|(path, text)| (path, text.into_bytes())).collect()
}

pub fn quiet(_: Moment<'_>) {}

pub fn opened(output: &Path) -> Publisher<'static> {
    open(output, ATOMIC, &quiet).unwrap()
}

/// Publishes both sites in one version.
pub fn publish(output: &Path, version: u32) -> Vec<Publication> {
    let sites = NAMES.map(|name| (name, site(name, version)));
    publish_sites(output, &sites, ATOMIC, &quiet).unwrap()
}

pub fn publish_sites(
    output: &Path,
    sites: &[(&'static str, Files)],
    options: Options,
    observer: &(dyn Fn(Moment<'_>) + Sync),
) -> Result<Vec<Publication>, PublishError> {
    let publisher = open(output, options, observer)?;
    let mut stages = Vec::new();
    for (name, files) in sites {
        let stage = publisher.stage(name)?;
        for (path, bytes) in files {
            stage.put(path, bytes)?;
        }
        stages.push(stage);
    }
    publisher.commit(stages)
}

/// Everything in a folder.
pub fn read(root: &Path) -> Files {
    fn walk(root: &Path, folder: &str, files: &mut Files) {
        let before = files.len();
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{folder}{}", entry.file_name().to_str().unwrap());
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                walk(root, &format!("{path}/"), files);
            } else if kind.is_file() {
                files.insert(path, fs::read(entry.path()).unwrap());
            } else {
                files.insert(format!("{path}@"), Vec::new());
            }
        }
        if files.len() == before {
            files.insert(folder.to_owned(), Vec::new());
        }
    }
    let mut files = Files::new();
    walk(root, "", &mut files);
    files
}

/// The site's files without its manifest, after checking that the manifest lists exactly these.
pub fn read_whole(root: &Path) -> Files {
    let mut files = read(root);
    let manifest = files.remove("manifest.sha256").expect("a manifest");
    let line = |(path, bytes): (&String, &Vec<u8>)| {
        let digest = Sha256::digest(bytes);
        let hex: Vec<_> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        format!(
            "{}  {path}
",
            hex.concat()
        )
    };
    let expected: String = files.iter().map(line).collect();
    assert_eq!(String::from_utf8(manifest).unwrap(), expected, "in {}", root.display());
    files
}

/// Which of the versions the published site is; `None` if there is no site.
pub fn version(output: &Path, name: &str, versions: &[u32]) -> Option<u32> {
    let root = output.join(name);
    if !root.exists() {
        return None;
    }
    let files = read_whole(&root);
    let is_it = |version: &&u32| site(name, **version) == files;
    let found = versions.iter().find(is_it);
    Some(*found.unwrap_or_else(|| panic!("{name} is none of the versions {versions:?}")))
}

/// What lies in the state folder besides the lock.
pub fn leftovers(output: &Path) -> Vec<String> {
    let entries = fs::read_dir(output.join(".mingjing")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name != "lock").collect()
}
