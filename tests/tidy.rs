//! Rules of the house that a machine can hold. Every message says what to do.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use mingjing::diag::RETIRED;

use crate::support::code::{File, bracketed, files, plain, read, rust, source, words};

/// The modules: none uses one that stands further right. `src/lib.rs` lists them in this order.
const ORDER: [&str; 23] = [
    "text",
    "diag",
    "media",
    "source",
    "read",
    "markdown",
    "words",
    "kinds",
    "load",
    "table",
    "calendar",
    "draw",
    "schedule",
    "supervision",
    "day",
    "check",
    "edition",
    "site",
    "barrier",
    "publish",
    "build",
    "rules",
    "cli",
];
/// Macros that stand at the top of the crate, and the module each belongs to.
const MACROS: [(&str, &str); 3] = [("rule", "diag"), ("words", "text"), ("keys", "read")];
/// The only files that open what is closed.
const CLEARED: [&str; 5] = [
    "src/barrier/mod.rs",
    "src/barrier/shelved.rs",
    "src/check/facts.rs",
    "src/edition/internal/mod.rs",
    "src/load/part.rs",
];
const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 80;

#[track_caller]
fn none(problems: &[String], remedy: &str) {
    assert!(problems.is_empty(), "{remedy}\n  {}", problems.join("\n  "));
}

/// The modules that a file uses: what follows `crate::`, alone or in braces.
fn used(code: &str) -> BTreeSet<&str> {
    let mut used = BTreeSet::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        if !rest.starts_with('{') {
            used.extend(words(rest).next());
            continue;
        }
        let list = bracketed(rest, '{', '}');
        let mut depth = 0_usize;
        for part in list.split_inclusive(['{', '}', ',']) {
            if depth == 1 {
                used.extend(words(part).next());
            }
            match part.chars().last() {
                Some('{') => depth += 1,
                Some('}') => depth -= 1,
                _ => {}
            }
        }
    }
    used
}

fn module(path: &str) -> &str {
    path["src/".len()..].split(['/', '.']).next().unwrap_or_default()
}

#[test]
fn modules_use_only_what_stands_before_them() {
    let lib = read("src/lib.rs");
    let listed: Vec<&str> = lib.lines().filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(listed, ORDER, "src/lib.rs and ORDER in tests/tidy.rs list the modules in one order");
    let rank = |name: &str| ORDER.iter().position(|module| *module == name);
    let mut problems = Vec::new();
    for file in source().iter().filter(|f| !["src/lib.rs", "src/main.rs"].contains(&f.path.as_str())) {
        let own = rank(module(&file.path)).unwrap_or_else(|| panic!("put the module of {} into ORDER", file.path));
        for name in used(&file.code()) {
            let name = MACROS.iter().find(|(word, _)| *word == name).map_or(name, |(_, module)| module);
            if rank(name).is_none_or(|other| other > own) {
                problems.push(format!("{} uses crate::{name}", file.path));
            }
        }
    }
    none(&problems, "move what is used to the left, or hand it in from the right (order: ORDER in tests/tidy.rs):");
}

#[test]
fn every_file_says_what_it_is_for_and_stays_short() {
    let rust = rust();
    let silent: Vec<String> = rust.iter().filter(|f| !f.text.starts_with("//! ")).map(|f| f.path.clone()).collect();
    none(&silent, "begin the file with a line `//! what it is for`:");
    let long = rust.iter().map(|f| (&f.path, f.text.lines().count())).filter(|(_, lines)| *lines > LONGEST_FILE);
    let long: Vec<String> = long.map(|(path, lines)| format!("{path}: {lines} lines")).collect();
    none(&long, "split the file where its subjects part; 400 lines at most:");
}

#[test]
fn no_function_is_long() {
    let mut problems = Vec::new();
    for file in rust() {
        let code = file.code();
        for (at, _) in code.match_indices("fn ").filter(|(at, _)| code[..*at].ends_with([' ', '\n', '('])) {
            let rest = &code[at..];
            let Some(start) = rest.find(['{', ';']).filter(|start| rest[*start..].starts_with('{')) else { continue };
            let lines = rest[..start].lines().count() + bracketed(&rest[start..], '{', '}').lines().count() - 1;
            if lines > LONGEST_FUNCTION {
                problems.push(format!("{}: {} is {lines} lines", file.path, words(&rest[3..]).next().expect("a name")));
            }
        }
    }
    none(&problems, "take the function apart into steps that have names; 80 lines at most:");
}

/// The declarations of rules: code and page, from the project's top.
fn declared() -> Vec<(String, String)> {
    let mut declared = Vec::new();
    for file in source() {
        for (at, found) in file.text.match_indices("rule!(") {
            let text = &file.text[at + found.len()..];
            let text = &text[..text.find(");").expect("a declaration ends")];
            let literals: Vec<&str> =
                text[text.find("= \"").expect("a code")..].split('"').skip(1).step_by(2).collect();
            let page = Path::new(&file.path).parent().expect("a name").join(literals.last().expect("a name"));
            declared.push((literals[0].to_owned(), plain(&page)));
        }
    }
    declared
}

#[test]
fn every_rule_has_a_page_and_is_listed() {
    let mut of_page: BTreeMap<String, usize> = files("src", ".md").into_iter().map(|f| (f.path, 0)).collect();
    let declared = declared();
    for (code, page) in &declared {
        *of_page.entry(page.clone()).or_insert_with(|| panic!("write {page}, the page of {code}")) += 1;
    }
    let odd: Vec<String> = of_page.into_iter().filter(|(_, n)| *n != 1).map(|(p, n)| format!("{p}: {n}")).collect();
    none(&odd, "every page under src/ belongs to exactly one rule!; declare it or delete it:");
    let codes: BTreeSet<&str> = declared.iter().map(|(code, _)| code.as_str()).collect();
    let listed: BTreeSet<&str> = mingjing::rules::all().iter().map(|rule| rule.code).collect();
    assert_eq!(codes, listed, "put the rule into the list of its stage or family, so that rules::all() has it");
}

#[test]
fn a_code_is_declared_once_and_never_again_after_it_was_retired() {
    let mut codes: Vec<String> = declared().into_iter().map(|(code, _)| code).collect();
    let there: BTreeSet<String> = codes.iter().cloned().collect();
    let orphans = RETIRED.iter().filter(|gone| !there.contains(gone.heir));
    let orphans: Vec<String> = orphans.map(|gone| format!("{}: {}", gone.code, gone.heir)).collect();
    none(&orphans, "in src/diag/retired.rs, name as heir a rule that there is:");
    codes.extend(RETIRED.iter().map(|gone| gone.code.to_owned()));
    codes.sort();
    let again = codes.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone());
    none(
        &again.collect::<Vec<_>>(),
        "give the rule a code of its own: this one is another's, or was (src/diag/retired.rs):",
    );
}

#[test]
fn no_test_is_skipped_or_hopes_for_a_panic() {
    let words = ["should_panic", "#[ignore"];
    let found = rust().into_iter().filter_map(|f| Some(format!("{}: {}", f.path, f.has_any(&words)?)));
    none(&found.collect::<Vec<_>>(), "make the test hold, return the error and look at it, or delete it:");
}

#[test]
fn few_places_open_what_is_closed() {
    let cleared: Vec<String> =
        source().into_iter().filter(|f| f.has_any(&["Clearance::grant("]).is_some()).map(|f| f.path).collect();
    assert_eq!(
        cleared, CLEARED,
        "take a &Clearance from the caller, or add the place to CLEARED and to Clearance's text"
    );
}

#[test]
fn the_public_projection_opens_nothing_and_skips_nothing() {
    let files = files("src/edition/public", ".rs");
    assert!(!files.is_empty(), "say in this test where the public projection went");
    let mut problems = Vec::new();
    for file in files {
        let code = file.code();
        let opens = words(&code).filter(|word| ["Clearance", "reveal"].contains(word));
        problems.extend(opens.map(|word| format!("{}: {word}", file.path)));
        let range = |at: usize| {
            code[..at].ends_with(char::is_alphanumeric)
                && code[at + 2..].starts_with(|c: char| c.is_alphanumeric() || c == '=')
        };
        let skips = code.match_indices("..").filter(|(at, _)| !range(*at));
        problems.extend(skips.map(|(at, _)| format!("{}:{}: `..`", file.path, code[..at].lines().count())));
    }
    none(
        &problems,
        "name every field, `field: _` where the public may not see it; what is closed belongs into internal/:",
    );
}

#[test]
fn an_audience_is_a_type_and_no_word_to_compare() {
    let compares = |line: &str| {
        let bare = line.replace(' ', "");
        let named = ["::NAME==", "::NAME!=", "==A::NAME", "!=A::NAME", "::REACH==", "::REACH!="];
        let spelled = ["public", "internal"].iter().any(|word| bare.contains(&format!(".id==\"{word}\"")));
        spelled || named.iter().any(|word| bare.contains(word))
    };
    let lines = |f: File| -> Vec<String> {
        let found = f.text.lines().enumerate().filter(|(_, line)| compares(line));
        found.map(|(at, _)| format!("{}:{}", f.path, at + 1)).collect()
    };
    let found: Vec<String> = source().into_iter().flat_map(lines).collect();
    none(&found, "ask the audience's type (a constant of `Sited`), or the word itself (`Label::is`):");
}

/// The places of types by name: those that are declared, and those that `words!` makes. What an `impl` or a trait calls
/// so is no type of its own.
fn types() -> BTreeMap<String, Vec<String>> {
    let mut types: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in source() {
        let code = file.code();
        for line in code.lines() {
            let line = line.strip_prefix("pub").map_or(line, |rest| bracketed_off(rest.trim_start()));
            let kind = ["struct ", "enum ", "trait ", "type "].iter().find_map(|kind| line.strip_prefix(kind));
            if let Some(name) = kind.and_then(|rest| words(rest).next()) {
                types.entry(name.to_owned()).or_default().push(file.path.clone());
            }
        }
        for (at, found) in code.match_indices("words! {").chain(code.match_indices("words!(")) {
            let rest = code[at + found.len()..].trim_start();
            if let Some(name) = words(rest).next().filter(|name| name.starts_with(char::is_uppercase)) {
                types.entry(name.to_owned()).or_default().push(file.path.clone());
            }
        }
    }
    types
}

/// What follows the `(crate)` of a `pub(crate)`.
fn bracketed_off(rest: &str) -> &str {
    rest.strip_prefix('(').and_then(|rest| rest.split_once(") ")).map_or(rest, |(_, rest)| rest)
}

#[test]
fn no_two_types_share_a_name() {
    let types = types();
    assert!(
        types.contains_key("Lang") && types.contains_key("Audience"),
        "declared types and those of words! are found"
    );
    let shared = types.into_iter().filter(|(_, places)| places.len() > 1);
    let shared: Vec<String> = shared.map(|(name, places)| format!("{name}: {}", places.join(", "))).collect();
    none(&shared, "one word for one concept: rename the one that is less of the field; authored kinds keep theirs:");
}

#[test]
fn no_model_type_is_serialised() {
    let found = ["src/words", "src/kinds", "src/load"]
        .into_iter()
        .flat_map(|folder| files(folder, ".rs"))
        .filter(|f| f.has_any(&["Serialize", "serde::"]).is_some());
    none(&found.map(|f| f.path).collect::<Vec<_>>(), "only views may be: make one in edition/:");
}

#[test]
fn the_default_theme_is_embedded_whole() {
    let text = read("src/site/theme.rs");
    let list = text.split_once("= embedded![").expect("the list of the default theme").1;
    let embedded: BTreeSet<&str> = list.split(']').next().expect("a name").split('"').skip(1).step_by(2).collect();
    let files = files("themes/default", "");
    let there: BTreeSet<&str> = files.iter().map(|f| f.path.trim_start_matches("themes/default/")).collect();
    assert_eq!(embedded, there, "list every file of themes/default in src/site/theme.rs, and no other");
}

#[test]
fn nothing_names_a_machine_or_a_registry() {
    let parts = [
        ("/wo", "rk/"),
        ("/tmp", "/wt"),
        ("/ro", "ot/"),
        ("registry.", "npm"),
        ("index.", "crates"),
        ("\"reso", "lved\":"),
    ];
    let words: Vec<String> = parts.iter().map(|(a, b)| format!("{a}{b}")).collect();
    let all = files("", "").into_iter().filter(|f| f.path != "Cargo.lock");
    let found = all.filter_map(|f| Some(format!("{}: {}", f.path, words.iter().find(|word| f.text.contains(*word))?)));
    none(&found.collect::<Vec<_>>(), "write a relative path, or let the tool's own settings name the host:");
}

#[test]
fn words_of_the_glossary_exist() {
    let text = read("ARCHITECTURE.md");
    let table = text.lines().skip_while(|line| !line.starts_with("| identifier")).skip(2);
    let rows = table.take_while(|line| line.starts_with('|')).filter_map(|line| line.split('|').nth(1));
    let named: BTreeSet<&str> = rows.flat_map(|cell| cell.split('`').skip(1).step_by(2)).flat_map(words).collect();
    assert!(!named.is_empty(), "the glossary is the table that begins with `| identifier`");
    let all: Vec<String> = source().iter().map(File::code).collect();
    let known: BTreeSet<&str> = all.iter().flat_map(|code| words(code)).collect();
    let unknown: Vec<String> = named.difference(&known).map(|word| (*word).to_owned()).collect();
    none(&unknown, "ARCHITECTURE.md's glossary has a word that no code has; rename it there:");
}

#[test]
fn every_word_has_every_vocabulary() {
    let code = read("src/words/vocabulary.rs");
    let (made, listed) = (code.matches("\nwords!(").count(), code.matches("of::<").count());
    assert_eq!(made, listed, "every_word in src/words/vocabulary.rs lists each vocabulary once");
}
