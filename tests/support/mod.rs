//! What the tests share: a copy of the small world, the real program, and trees as values.
#![allow(dead_code, unreachable_pub, reason = "every test file uses its part")]

pub(crate) mod code;
pub(crate) mod edits;
pub(crate) mod search;

use std::{
    collections::BTreeMap,
    fs,
    io::Read,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Mutex, OnceLock, mpsc},
    thread,
    time::Duration,
};

use mingjing::{
    build::{Built, Failure, Request, Sides, build, inspect},
    calendar::AsOf,
    diag::{Report, Severity},
    load::{Catalog, load},
    publish::Options,
    source::Source,
};
use tempfile::TempDir;

pub(crate) use search::search;

/// Path → bytes.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// The day that counts as today.
pub const TODAY: &str = "2026-09-10";

/// How long a run may take before it counts as hanging.
const PATIENCE: Duration = Duration::from_mins(2);

/// Every file below a folder; empty where there is no folder.
pub fn read_tree(folder: &Path) -> Tree {
    fn walk(folder: &Path, prefix: &str, tree: &mut Tree) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let entry = entry.unwrap();
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{path}/"), tree);
            } else {
                tree.insert(path, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut tree = Tree::new();
    walk(folder, "", &mut tree);
    tree
}

/// The files of `tests/world`, by path below its root.
pub fn world_files() -> Tree {
    read_tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/world"))
}

/// A site of its own: in memory, until something asks for its folder.
pub struct World {
    /// In the order in which they are written to the folder.
    files: Mutex<Vec<(String, Vec<u8>)>>,
    folder: OnceLock<TempDir>,
}

impl World {
    /// The small healthy site.
    pub fn new() -> Self {
        Self::of(&world_files())
    }

    /// A site of the given files, written in their order.
    pub fn of<'t>(files: impl IntoIterator<Item = (&'t String, &'t Vec<u8>)>) -> Self {
        let files = files.into_iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        Self { files: Mutex::new(files), folder: OnceLock::new() }
    }

    /// Its folder; from then on that is the site.
    pub fn root(&self) -> &Path {
        let written = || {
            let folder = tempfile::tempdir().unwrap();
            for (path, bytes) in self.files.lock().unwrap().iter() {
                lay(&folder.path().join(path), bytes);
            }
            folder
        };
        self.folder.get_or_init(written).path()
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file and the folders above it.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        if self.folder.get().is_some() {
            return lay(&self.at(path), bytes.as_ref());
        }
        let (mut files, bytes) = (self.files.lock().unwrap(), bytes.as_ref().to_vec());
        match files.iter_mut().find(|(own, _)| own == path) {
            Some((_, own)) => *own = bytes,
            None => files.push((path.to_owned(), bytes)),
        }
    }

    /// Takes a file away.
    pub fn remove(&self, path: &str) {
        if self.folder.get().is_some() {
            return fs::remove_file(self.at(path)).unwrap();
        }
        self.files.lock().unwrap().retain(|(own, _)| own != path);
    }

    pub fn read(&self, path: &str) -> String {
        if self.folder.get().is_some() {
            return fs::read_to_string(self.at(path)).unwrap();
        }
        let files = self.files.lock().unwrap();
        let (_, bytes) = files.iter().find(|(own, _)| own == path).unwrap_or_else(|| panic!("there is no {path}"));
        String::from_utf8(bytes.clone()).unwrap()
    }

    /// Its files as the program reads them.
    pub fn source(&self) -> Source {
        match self.folder.get() {
            Some(folder) => Source::read(folder.path()),
            None => Source::of(self.files.lock().unwrap().iter().cloned()),
        }
    }

    /// What `check` finds on a day, and the catalog that it points into.
    pub fn report(&self, as_of: &str) -> (Report, Catalog) {
        let (catalog, found) = load(self.source());
        (inspect(&catalog, found, AsOf(as_of.parse().unwrap()), self.themes()), catalog)
    }

    /// Where its themes are read: its folder, if it has any.
    pub fn themes(&self) -> &Path {
        let has_themes = self.files.lock().unwrap().iter().any(|(path, _)| path.starts_with("themes/"));
        if has_themes || self.folder.get().is_some() { self.root() } else { Path::new("/nowhere") }
    }

    /// Replaces a piece of a file that must be there.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.write(path, text.replacen(from, to, 1));
    }

    /// A published site.
    pub fn tree(&self, audience: &str) -> Tree {
        read_tree(&self.at("output").join(audience))
    }

    /// Builds by the library into `output/`.
    pub fn build(&self, sides: Sides) -> Result<Built, Failure> {
        build_into(self.root(), &self.at("output"), sides)
    }

    /// The codes of the errors that `check` finds.
    pub fn errors(&self) -> Vec<&'static str> {
        let report = self.report(TODAY).0;
        report.findings().iter().filter(|f| f.rule.severity == Severity::Error).map(|f| f.rule.code).collect()
    }

    /// The public site that the library builds.
    pub fn public(&self, sides: Sides) -> Tree {
        if let Err(failure) = self.build(sides) {
            panic!("{sides:?}: {failure:?}");
        }
        self.tree("public")
    }

    /// The program in this site, on the fixed day, in English.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = program(args);
        command.current_dir(self.root());
        command
    }

    pub fn run(&self, args: &[&str]) -> Run {
        finish(self.command(args))
    }
}

/// Writes a file and the folders above it.
fn lay(place: &Path, bytes: &[u8]) {
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, bytes).unwrap();
}

/// Builds a site's sides into a folder, without waiting for the disk.
pub fn build_into(root: &Path, output: &Path, sides: Sides) -> Result<Built, Failure> {
    let (catalog, found) = load(Source::read(root));
    let options = Options { sync: false, ..Options::default() };
    let as_of = AsOf(TODAY.parse().unwrap());
    build(&catalog, found, &Request { root, output, as_of, sides, options, observer: &|_| {} })
}

/// The program with nothing of this machine's environment: the fixed day comes by `SOURCE_DATE_EPOCH`.
pub fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mingjing"));
    let noon: chrono::NaiveDate = TODAY.parse().unwrap();
    let seconds = noon.and_hms_opt(4, 0, 0).unwrap().and_utc().timestamp();
    command.args(args).env_clear().env("LANG", "en_US.UTF-8").env("SOURCE_DATE_EPOCH", seconds.to_string());
    command
}

/// What a run left.
#[derive(Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Run {
    /// Everything that it said.
    pub fn said(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// Checks exit code and that something was said.
    #[track_caller]
    pub fn expect(&self, code: i32, said: &str) -> &Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        assert!(self.said().contains(said), "no {said:?} in {self:#?}");
        self
    }
}

/// Runs to the end; a run that hangs is killed and fails the test.
pub fn finish(mut command: Command) -> Run {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let out = collect(child.stdout.take().unwrap());
    let err = collect(child.stderr.take().unwrap());
    let texts = out.recv_timeout(PATIENCE).and_then(|out| Ok((out, err.recv_timeout(PATIENCE)?)));
    let Ok((out, err)) = texts else {
        child.kill().unwrap();
        panic!("{command:?} hangs");
    };
    Run { code: child.wait().unwrap().code(), out, err }
}

fn collect(mut pipe: impl Read + Send + 'static) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).unwrap();
        let _ = sender.send(String::from_utf8_lossy(&bytes).into_owned());
    });
    receiver
}
