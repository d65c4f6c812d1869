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
    sync::mpsc,
    thread,
    time::Duration,
};

use mingjing::{
    build::{Built, Failure, Request, Sides, build, inspect},
    calendar::AsOf,
    diag::Severity,
    load::load,
    publish::Options,
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

/// A site in a temporary folder of its own.
pub struct World {
    folder: TempDir,
}

impl World {
    /// The small healthy site.
    pub fn new() -> Self {
        Self::of(&world_files())
    }

    /// A site of the given files, written in their order.
    pub fn of<'t>(files: impl IntoIterator<Item = (&'t String, &'t Vec<u8>)>) -> Self {
        let world = Self { folder: tempfile::tempdir().unwrap() };
        files.into_iter().for_each(|(path, bytes)| world.write(path, bytes));
        world
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file and the folders above it.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let place = self.at(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap()
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
        let (catalog, found) = load(self.root());
        let report = inspect(&catalog, found, AsOf(TODAY.parse().unwrap()), self.root());
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

/// Builds a site's sides into a folder, without waiting for the disk.
pub fn build_into(root: &Path, output: &Path, sides: Sides) -> Result<Built, Failure> {
    let (catalog, found) = load(root);
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
