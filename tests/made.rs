//! Files made of the shapes of their kinds: those that keep to the shape load without a word, and one mistake in such a
//! file is found where it is.

use std::fmt::Write;

use mingjing::{
    diag::Files,
    kinds::{End, IdForm, KINDS, KindDef},
    load::load,
    read::{Field, Form, Need, Shape, Type, Vocable},
    source::Source,
    text::Word,
};
use proptest::prelude::*;

use super::{
    bureau::Dice,
    support::{search, world_files},
};

/// What a table says: values, then tables.
#[derive(Clone, Debug, Default)]
struct Made {
    values: Vec<(&'static str, String)>,
    tables: Vec<(&'static str, bool, Made)>,
}

const TEXTS: [&str; 4] = ["一段说明", "办理的情况", "财务室", "第三季度，共五次"];

fn quoted(text: impl std::fmt::Display) -> String {
    format!("\"{text}\"")
}

fn spelling(words: &[Vocable], dice: &mut Dice) -> String {
    let spellings: Vec<&str> = dice.pick(words).spellings().collect();
    quoted(dice.pick(&spellings))
}

fn text(form: &Form, dice: &mut Dice) -> String {
    match form {
        Form::WordOr(words, _) if dice.percent(50) => spelling(words, dice),
        Form::Grammar(grammar) | Form::WordOr(_, grammar) => quoted(dice.pick(grammar.examples)),
        Form::DocNo => quoted(format!("示政发〔2026〕{}号", dice.between(1, 99))),
        Form::Title => quoted("《示例》的情况"),
        Form::Number(_) => quoted(format!("2026-{:03}", dice.between(1, 999))),
        Form::Free | Form::Office | Form::Item => quoted(dice.pick(&TEXTS)),
    }
}

fn date(dice: &mut Dice) -> String {
    format!("2026-{:02}-{:02}", dice.between(1, 12), dice.between(1, 28))
}

fn list(dice: &mut Dice, mut one: impl FnMut(&mut Dice) -> String) -> String {
    let entries: Vec<String> = (0..dice.between(1, 3)).map(|_| one(dice)).collect();
    format!("[{}]", entries.join(", "))
}

impl Made {
    /// A table of a shape: what it needs, and by chance what it may have.
    fn of(shape: &Shape, dice: &mut Dice) -> Self {
        let mut made = Self::default();
        let chosen: Vec<&str> = shape
            .choices
            .iter()
            .flat_map(|choice| {
                let count = dice.between(choice.least, choice.most);
                let first = dice.below(choice.keys.len());
                (0..count).map(move |nth| choice.keys[(first + nth) % choice.keys.len()].name).collect::<Vec<_>>()
            })
            .collect();
        let is_choice = |name: &str| shape.choices.iter().any(|choice| choice.keys.iter().any(|key| key.name == name));
        for field in &shape.fields {
            let name = field.key.name;
            let wanted = match &field.need {
                Need::Always => true,
                Need::When(other, word) if made.says(other.name, word) => true,
                _ if is_choice(name) => chosen.contains(&name),
                _ => dice.percent(50),
            };
            if wanted {
                made.add(field, dice);
            }
        }
        made
    }

    fn add(&mut self, field: &Field, dice: &mut Dice) {
        let name = field.key.name;
        match &field.kind {
            Type::Table(shape) if name == "filing" => {
                // It is a periodic schedule, of those that any schedule may be.
                let mut filing = Self::of(shape, dice);
                filing.tables.clear();
                filing.values.retain(|(key, _)| *key != "schedule");
                filing.values.push(("schedule", quoted("半年一公开")));
                self.tables.push((name, false, filing));
            }
            Type::Table(shape) => self.tables.push((name, false, Self::of(shape, dice))),
            Type::Tables(shape) => {
                for _ in 0..dice.between(1, 2) {
                    self.tables.push((name, true, Self::of(shape, dice)));
                }
            }
            // Which of its fields go together no shape tells; `tests/schedules.rs` has them all.
            Type::TextOrTable(..) if name == "schedule" => {
                let (key, word) = *dice.pick(&[("every", "半年"), ("on", "随时")]);
                let values = vec![(key, quoted(word)), ("within", quoted("20个工作日"))];
                self.tables.push((name, false, Self { values, tables: Vec::new() }));
            }
            Type::TextOrTable(_, shape) if dice.percent(50) => {
                self.tables.push((name, false, Self::of(shape, dice)));
            }
            // A part is no more than its whole.
            Type::Integer(..) if ["right", "satisfied"].contains(&name) => self.values.push((name, "0".to_owned())),
            kind => self.values.push((name, value(kind, dice))),
        }
    }

    fn says(&self, name: &str, word: &Vocable) -> bool {
        self.values.iter().any(|(key, value)| *key == name && word.spellings().any(|said| quoted(said) == *value))
    }

    fn print(&self, path: &str, out: &mut String) {
        for (key, value) in &self.values {
            let _ = writeln!(out, "{key} = {value}");
        }
        for (key, is_one_of_several, table) in &self.tables {
            let path = if path.is_empty() { (*key).to_owned() } else { format!("{path}.{key}") };
            let _ = if *is_one_of_several { writeln!(out, "[[{path}]]") } else { writeln!(out, "[{path}]") };
            table.print(&path, out);
        }
    }
}

fn value(kind: &Type, dice: &mut Dice) -> String {
    match kind {
        Type::Text(form) | Type::TextOrTable(form, _) => text(form, dice),
        Type::Texts(form) => list(dice, |dice| text(form, dice)),
        Type::Date(_) => date(dice),
        Type::Dates(_) => list(dice, date),
        Type::Flag(_) => dice.pick(&["true", "false"]).to_string(),
        Type::Integer(least, most) => {
            let (least, most) = ((*least).max(0), (*most).min(40));
            (least..=most).nth(dice.below(usize::try_from(most - least + 1).unwrap())).unwrap().to_string()
        }
        Type::Word(words) => spelling(words, dice),
        Type::Words(words) => list(dice, |dice| spelling(words, dice)),
        Type::Counts(words) => {
            let word = dice.pick(words);
            format!("{{ {} = {} }}", quoted(*dice.pick(&[word.zh, word.token])), dice.below(9))
        }
        Type::TextsOrTables(shape) => list(dice, |dice| {
            if dice.percent(50) {
                return quoted(dice.pick(&TEXTS));
            }
            let made = Made::of(shape, dice);
            let pairs: Vec<String> = made.values.iter().map(|(key, value)| format!("{key} = {value}")).collect();
            format!("{{ {} }}", pairs.join(", "))
        }),
        Type::Table(_) | Type::Tables(_) => unreachable!("printed below its own header"),
    }
}

/// Where a file of a kind may lie in the small world.
fn path(def: &KindDef) -> String {
    let end = def.end.as_str();
    match def.id {
        IdForm::Fixed => format!("content/{}{end}", def.kind.token()),
        IdForm::Id => format!("content/{}/made{end}", def.folder),
        IdForm::Year => format!("content/{}/2031{end}", def.folder),
        IdForm::OfItem => format!("content/{}/alpha/made{end}", def.folder),
    }
}

/// What the first stages say of a file in the small world: code, the text at its place, message.
fn said(def: &KindDef, fields: &str) -> Vec<(&'static str, String, String)> {
    let path = path(def);
    let text = if def.end == End::Markdown { format!("+++\n{fields}+++\n\n正文。\n") } else { fields.to_owned() };
    let mut files = world_files();
    files.insert(path.clone(), text.into_bytes());
    let (catalog, found) = load(Source::of(files));
    let of_file = found.iter().filter(|finding| catalog.source.path(finding.span.file) == path);
    let stages = of_file.filter(|finding| ("I001"..="I007").contains(&finding.rule.code));
    stages.map(|f| (f.rule.code, catalog.source.slice(f.span).to_owned(), f.message.zh.clone())).collect()
}

/// A table of a made file, chosen by chance, and the shape it was made of.
fn some_table<'m>(made: &'m mut Made, shape: &'m Shape, dice: &mut Dice) -> (&'m mut Made, &'m Shape) {
    if made.tables.is_empty() || dice.percent(40) {
        return (made, shape);
    }
    let nth = dice.below(made.tables.len());
    let (key, _, table) = &mut made.tables[nth];
    let below = shape.field(key).and_then(|field| field.kind.below()).expect("a table has a shape");
    some_table(table, below, dice)
}

/// One mistake, with the code that finds it and what stands there or is named.
fn broken(made: &mut Made, shape: &Shape, dice: &mut Dice) -> Option<(&'static str, String)> {
    let (table, shape) = some_table(made, shape, dice);
    let nth = dice.below(table.values.len().max(1));
    let field = table.values.get(nth).and_then(|(key, _)| shape.field(key));
    match (dice.below(5), field) {
        (0, _) => {
            table.values.push(("unheard_of", "1".to_owned()));
            Some(("I003", "unheard_of".to_owned()))
        }
        (1, Some(field)) if field.need == Need::Always => {
            table.values.remove(nth);
            Some(("I004", field.key.name.to_owned()))
        }
        (2, Some(_)) => {
            "1.5".clone_into(&mut table.values[nth].1);
            Some(("I005", "1.5".to_owned()))
        }
        (3, Some(field)) if matches!(field.kind, Type::Word(_)) => {
            table.values[nth].1 = quoted("没有的词");
            Some(("I006", quoted("没有的词")))
        }
        (4, Some(field)) if matches!(field.kind, Type::Text(_) | Type::Word(_)) => {
            table.values[nth].1 = quoted("　");
            Some(("I007", quoted("　")))
        }
        _ => None,
    }
}

fn printed(made: &Made) -> String {
    let mut text = String::new();
    made.print("", &mut text);
    text
}

proptest! {
    #![proptest_config(search(200, 20_261_125))]
    #[test]
    fn what_keeps_to_a_shape_loads(seed in any::<u64>()) {
        for def in KINDS {
            let text = printed(&Made::of(&def.shape(), &mut Dice::new(seed)));
            let said = said(def, &text);
            prop_assert!(said.is_empty(), "{}, seed {seed}: {said:#?} of\n{text}", path(def));
        }
    }

    #[test]
    fn a_mistake_is_found_at_its_key(seed in any::<u64>()) {
        for def in KINDS {
            let (shape, mut dice) = (def.shape(), Dice::new(seed));
            let mut made = Made::of(&shape, &mut dice);
            let Some((code, place)) = broken(&mut made, &shape, &mut dice) else { continue };
            let text = printed(&made);
            let said = said(def, &text);
            let is_there = said.iter().any(|(c, at, message)| *c == code && (*at == place || message.contains(&place)));
            prop_assert!(is_there, "{}, seed {seed}: no {code} at {place} in {said:#?} of\n{text}", path(def));
        }
    }
}
