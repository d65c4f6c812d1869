//! What `build` refuses, `check` finds; what `check` passes, `build` makes: for any content, however it came about.

use std::sync::LazyLock;

use mingjing::build::{Failure, Sides};
use proptest::{prelude::*, sample::Index};

use crate::support::{Tree, World, search, world_files};

/// Something done to a world. What is picked at random is an [`Index`] into whatever is there.
#[derive(Clone, Debug)]
enum Edit {
    /// What is written in one place is written in another too.
    Copy(Index, Index),
    /// A line of the public site is written somewhere.
    Say(Index, Index),
    /// Something else stands there.
    Write(Index, String),
    /// A line goes, or stands twice.
    Drop(Index),
    Double(Index),
    /// Characters or bytes in any place.
    Insert(Index, Index, Vec<u8>),
    Cut(Index, Index),
    /// A file goes, or lies in another place too.
    Remove(Index),
    Place(Index, Index),
}

/// Names that a file may be given.
const NAMES: [&str; 12] = [
    "items/copy.toml",
    "items/alpha (copy).toml",
    "items/old/x.toml",
    "records/alpha/2026-copy.md",
    "records/inner/2026-h1.md",
    "records/nowhere/x.md",
    "feedback/x.toml",
    "pages/x.md",
    "exercises/x.toml",
    "records/alpha/x.csv",
    "static.txt",
    "waivers.toml",
];

fn edit() -> impl Strategy<Value = Edit> {
    let index = any::<Index>;
    let text = prop_oneof![
        "[龘靐齉爩鱻麤a-z0-9 ]{0,12}",
        "[\"'\\\\#=\\[\\]{}*_~`>|,;：，。（）《》〔〕%0-9.-]{1,8}",
        "20[0-9]{2}-[01][0-9]-[0-3][0-9]"
    ];
    prop_oneof![
        4 => (index(), index()).prop_map(|(from, to)| Edit::Copy(from, to)),
        4 => (index(), index()).prop_map(|(from, to)| Edit::Say(from, to)),
        2 => (index(), text).prop_map(|(at, text)| Edit::Write(at, text)),
        2 => index().prop_map(Edit::Drop),
        1 => index().prop_map(Edit::Double),
        1 => (index(), index(), prop::collection::vec(any::<u8>(), 1..4)).prop_map(|(f, at, b)| Edit::Insert(f, at, b)),
        1 => (index(), index()).prop_map(|(file, at)| Edit::Cut(file, at)),
        1 => index().prop_map(Edit::Remove),
        1 => (index(), index()).prop_map(|(file, name)| Edit::Place(file, name)),
    ]
}

/// Every line of text that the public site of the world shows.
static SHOWN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let site = World::new().public(Sides::Public);
    let pages = site.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".csv"));
    let texts = pages.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
    let lines = texts.flat_map(|text| text.split(['<', '>', '\n']).map(|t| t.trim().to_owned()).collect::<Vec<_>>());
    let mut shown: Vec<String> = lines.filter(|line| line.chars().count() > 1 && !line.contains("=\"")).collect();
    shown.sort_unstable();
    shown.dedup();
    shown
});

/// The values of a file: what stands between quotes, a cell, a line of prose.
fn values(text: &str) -> Vec<std::ops::Range<usize>> {
    let place = |part: &str| {
        let start = part.as_ptr().addr() - text.as_ptr().addr();
        start..start + part.len()
    };
    let lines = text.lines().flat_map(|line| match line.split_once(" = ") {
        Some((_, value)) => value.split('"').skip(1).step_by(2).collect::<Vec<_>>(),
        None => line.split(',').collect(),
    });
    lines.filter(|value| !value.trim().is_empty()).map(place).collect()
}

fn texts(files: &Tree) -> Vec<String> {
    files.keys().filter(|path| std::str::from_utf8(&files[*path]).is_ok()).cloned().collect()
}

/// Replaces a value somewhere.
fn write(files: &mut Tree, at: Index, new: &str) {
    let places: Vec<(String, std::ops::Range<usize>)> = texts(files)
        .into_iter()
        .flat_map(|path| {
            let ranges = values(std::str::from_utf8(&files[&path]).expect("text"));
            ranges.into_iter().map(|range| (path.clone(), range)).collect::<Vec<_>>()
        })
        .collect();
    if let Some((path, range)) = (!places.is_empty()).then(|| at.get(&places)) {
        let text = std::str::from_utf8(&files[path]).expect("text");
        let changed = format!("{}{new}{}", &text[..range.start], &text[range.end..]);
        files.insert(path.clone(), changed.into_bytes());
    }
}

fn line(files: &mut Tree, at: Index, change: impl Fn(&str) -> String) {
    let texts = texts(files);
    let Some(path) = (!texts.is_empty()).then(|| at.get(&texts)) else { return };
    let text = String::from_utf8(files[path].clone()).expect("text");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    if !lines.is_empty() {
        let which = at.index(lines.len());
        let changed: String =
            lines.iter().enumerate().map(|(i, l)| if i == which { change(l) } else { (*l).to_owned() }).collect();
        files.insert(path.clone(), changed.into_bytes());
    }
}

fn bytes(files: &mut Tree, file: Index, change: impl Fn(&mut Vec<u8>)) {
    if !files.is_empty() {
        let at = file.index(files.len());
        change(files.values_mut().nth(at).expect("an index"));
    }
}

fn apply(edit: &Edit, files: &mut Tree) {
    match edit {
        Edit::Copy(from, to) => {
            let texts = texts(files);
            let Some(path) = (!texts.is_empty()).then(|| from.get(&texts)) else { return };
            let text = String::from_utf8(files[path].clone()).expect("text");
            let values = values(&text);
            if !values.is_empty() {
                write(files, *to, &text[from.get(&values).clone()]);
            }
        }
        Edit::Say(from, to) => write(files, *to, from.get::<String>(&SHOWN)),
        Edit::Write(at, text) => write(files, *at, text),
        Edit::Drop(at) => line(files, *at, |_| String::new()),
        Edit::Double(at) => line(files, *at, |line| line.repeat(2)),
        Edit::Insert(file, at, new) => bytes(files, *file, |bytes| {
            let at = at.index(bytes.len() + 1);
            bytes.splice(at..at, new.iter().copied());
        }),
        Edit::Cut(file, at) => bytes(files, *file, |bytes| bytes.truncate(at.index(bytes.len() + 1))),
        Edit::Remove(file) => {
            if let Some(path) = files.keys().nth(file.index(files.len().max(1))).cloned() {
                files.remove(&path);
            }
        }
        Edit::Place(file, name) => {
            if let Some(bytes) = files.values().nth(file.index(files.len().max(1))).cloned() {
                files.insert(format!("content/{}", name.get(&NAMES)), bytes);
            }
        }
    }
}

/// Both commands agree.
#[track_caller]
fn agree(world: &World) -> Result<(), TestCaseError> {
    let errors = world.errors();
    for sides in [Sides::Both, Sides::Public] {
        match world.build(sides) {
            Ok(_) if sides == Sides::Both => prop_assert_eq!(errors.clone(), Vec::<&str>::new(), "build made it"),
            Ok(_) => {}
            Err(Failure::Findings(report)) => {
                prop_assert!(!errors.is_empty(), "check passes what {sides:?} refuses: {report:#?}");
                prop_assert!(world.tree("public").is_empty());
            }
            Err(Failure::Render(_)) if !errors.is_empty() => {} // a theme of the site that is not there
            Err(other) => return Err(TestCaseError::fail(format!("{sides:?}: {other:?}"))),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(search(48, 20_261_124))]

    #[test]
    fn what_check_passes_is_built_and_what_is_refused_is_found(edits in prop::collection::vec(edit(), 1..5)) {
        let mut files = world_files();
        edits.iter().for_each(|edit| apply(edit, &mut files));
        agree(&World::of(&files))?;
    }
}
