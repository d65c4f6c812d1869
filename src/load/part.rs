//! Parts what is open from what is inside, once for all. When in doubt, it is inside.

use std::collections::BTreeSet;

use super::{Catalog, Shelf, assemble::Loaded, registers::Listed};
use crate::{
    kinds::{Clearance, Exercise, Internal, Item, Record, Release, Review, Stage, Statistics, TextPage, Withheld},
    read::Mention,
    source::Source,
    words::Audience,
};

impl Loaded {
    /// Two shelves, each in its order.
    pub(super) fn part(mut self, source: Source, item_ids: BTreeSet<String>, mentions: Vec<Mention>) -> Catalog {
        let (mut open, mut inside) = (Shelf::default(), Shelf::default());
        // Not the order of paths: there `a-b.toml` comes before `a.toml`, and both shelves are looked up by id below.
        self.items.sort_by(|a, b| a.id.cmp(&b.id));
        for mut item in self.items {
            match of_item(&item) {
                Half::Open => open.items.push(item),
                Half::Inside(why) => {
                    item.withheld = Internal::new(why);
                    inside.items.push(item);
                }
            }
        }
        for mut record in self.records {
            match of_record(&record, open.item(&record.item), inside.item(&record.item)) {
                Half::Open => open.records.push(record),
                Half::Inside(why) => {
                    record.withheld = Internal::new(why);
                    inside.records.push(record);
                }
            }
        }
        let Listed { exercises, statistics, registers } = self.listed;
        for exercise in exercises {
            let exercise = parted(exercise);
            let is_open = open.item(&exercise.item).is_some() && !exercise.stages.is_empty();
            if is_open { open.exercises.push(exercise) } else { inside.exercises.push(exercise) }
        }
        (open.statistics, inside.statistics) = statistics.into_iter().partition(is_released);
        open.answers = registers.feedback.iter().filter_map(|f| released(&f.id, f.release.as_ref())).collect();
        open.findings = registers.accountability.iter().filter_map(|a| released(&a.id, a.release.as_ref())).collect();
        for mut text in self.texts {
            match of_text(&text) {
                Half::Open => open.texts.push(text),
                Half::Inside(why) => {
                    text.withheld = Internal::new(why);
                    inside.texts.push(text);
                }
            }
        }
        for shelf in [&mut open, &mut inside] {
            shelf.records.sort_by(|a, b| (&a.item, &a.id).cmp(&(&b.item, &b.id)));
            shelf.exercises.sort_by(|a, b| a.id.cmp(&b.id));
            shelf.texts.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        }
        Catalog {
            source,
            site: self.site,
            agency: self.agency,
            calendars: self.calendars,
            open,
            inside: Internal::new(inside),
            registers: Internal::new(registers),
            waivers: Internal::new(self.waivers),
            item_ids: Internal::new(item_ids),
            mentions: Internal::new(mentions),
        }
    }
}

enum Half {
    Open,
    Inside(Option<Withheld>),
}

/// What an item says of itself is reviewed as anything else is.
fn of_item(item: &Item) -> Half {
    if item.audience.value == Audience::Internal {
        return Half::Inside(None);
    }
    let review = item.review.reveal(&Clearance::grant());
    if review.is_some() { Half::Open } else { Half::Inside(Some(Withheld::Unreviewed)) }
}

/// Whether the public may see an item.
pub(super) fn is_open(item: &Item) -> bool {
    matches!(of_item(item), Half::Open)
}

fn of_text(text: &TextPage) -> Half {
    if text.audience.value == Audience::Internal {
        return Half::Inside(None);
    }
    match text.review.reveal(&Clearance::grant()) {
        None => Half::Inside(Some(Withheld::Unreviewed)),
        Some(_) if text.published_on.is_none() => Half::Inside(Some(Withheld::Draft)),
        Some(_) => Half::Open,
    }
}

fn of_record(record: &Record, open: Option<&Item>, inside: Option<&Item>) -> Half {
    let waits = inside.filter(|item| item.withheld.reveal(&Clearance::grant()).is_some());
    let Some(item) = open.or(waits) else {
        return Half::Inside(None);
    };
    if record.audience.as_ref().is_some_and(|a| a.value == Audience::Internal) {
        return Half::Inside(None);
    }
    match record.review.reveal(&Clearance::grant()) {
        None => Half::Inside(Some(Withheld::Unreviewed)),
        Some(review) if item.is_important() && review.superior.is_none() => {
            Half::Inside(Some(Withheld::SuperiorMissing))
        }
        Some(_) if record.published_on.is_none() => Half::Inside(Some(Withheld::Draft)),
        Some(_) if waits.is_some() => Half::Inside(Some(Withheld::ItemUnreviewed)),
        Some(_) => Half::Open,
    }
}

/// What the public is shown of something that stays inside: reviewed and dated.
fn released(id: &str, release: Option<&Release>) -> Option<(String, Release)> {
    let release = release?;
    release.is_out(&Clearance::grant()).then(|| (id.to_owned(), release.clone()))
}

/// Reviewed and dated.
fn is_released(statistics: &Statistics) -> bool {
    statistics.published_on.is_some() && statistics.review.reveal(&Clearance::grant()).is_some()
}

/// An exercise with its published stages taken out of those that are held.
fn parted(exercise: Exercise) -> Exercise {
    let all = exercise.held.reveal(&Clearance::grant()).clone();
    let (stages, held) = all.into_iter().partition(is_published);
    Exercise { stages, held: Internal::new(held), ..exercise }
}

/// Whether no stage was published yet.
pub(super) fn is_all_held(exercise: &Exercise) -> bool {
    !exercise.held.reveal(&Clearance::grant()).iter().any(is_published)
}

/// 经复核后公开: reviewed by both offices, and published.
fn is_published(stage: &Stage) -> bool {
    let review = stage.review.reveal(&Clearance::grant());
    stage.published_on.is_some() && review.as_ref().is_some_and(Review::is_complete)
}
