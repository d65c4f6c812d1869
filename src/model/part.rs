//! Parts what is open from what is inside, once for all. When in doubt, it is inside.

use std::collections::BTreeSet;

use super::{
    Audience, Catalog, Clearance, Exercise, Internal, Item, Record, Release, Review, Shelf, Stage, Statistics,
    Withheld, load::Loaded,
};
use crate::source::Source;

impl Loaded {
    /// Two shelves, each in its order.
    pub(super) fn part(self, source: Source, item_ids: BTreeSet<String>) -> Catalog {
        let (mut open, mut inside) = (Shelf::default(), Shelf::default());
        let (mut open_items, mut inside_items): (Vec<_>, Vec<_>) =
            self.items.into_iter().partition(|i| i.audience.value == Audience::Public);
        open.items.append(&mut open_items);
        inside.items.append(&mut inside_items);
        for mut record in self.records {
            match withheld(&record, open.item(&record.item)) {
                Place::Open => open.records.push(record),
                Place::Inside(why) => {
                    record.withheld = Internal::new(why);
                    inside.records.push(record);
                }
            }
        }
        let registers = self.registers;
        for exercise in registers.exercises {
            let exercise = parted(exercise);
            let is_open = open.item(&exercise.item).is_some() && !exercise.stages.is_empty();
            if is_open { open.exercises.push(exercise) } else { inside.exercises.push(exercise) }
        }
        (open.statistics, inside.statistics) = registers.statistics.into_iter().partition(is_released);
        open.answers = registers.feedback.iter().filter_map(|f| released(&f.id, f.release.as_ref())).collect();
        open.findings = registers.accountability.iter().filter_map(|a| released(&a.id, a.release.as_ref())).collect();
        for text in self.texts {
            if text.audience.value == Audience::Public { open.texts.push(text) } else { inside.texts.push(text) }
        }
        for shelf in [&mut open, &mut inside] {
            // Not the order of paths: there `a-b.toml` comes before `a.toml`.
            shelf.items.sort_by(|a, b| a.id.cmp(&b.id));
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
            feedback: Internal::new(registers.feedback),
            accountability: Internal::new(registers.accountability),
            assessments: Internal::new(registers.assessments),
            filings: Internal::new(registers.filings),
            waivers: Internal::new(self.waivers),
            item_ids: Internal::new(item_ids),
        }
    }
}

enum Place {
    Open,
    Inside(Option<Withheld>),
}

fn withheld(record: &Record, item: Option<&Item>) -> Place {
    let Some(item) = item else {
        return Place::Inside(None);
    };
    if record.audience.as_ref().is_some_and(|a| a.value == Audience::Internal) {
        return Place::Inside(None);
    }
    match record.review.reveal(&Clearance::grant()) {
        None => Place::Inside(Some(Withheld::Unreviewed)),
        Some(review) if item.is_important() && review.superior.is_none() => {
            Place::Inside(Some(Withheld::SuperiorMissing))
        }
        Some(_) if record.published_on.is_none() => Place::Inside(Some(Withheld::Draft)),
        Some(_) => Place::Open,
    }
}

/// What the public is shown of something that stays inside: reviewed and dated.
fn released(id: &str, release: Option<&Release>) -> Option<(String, Release)> {
    let release = release?;
    release.is_out(&Clearance::grant()).then(|| (id.to_owned(), release.clone()))
}

/// Reviewed and dated.
pub(super) fn is_released(statistics: &Statistics) -> bool {
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
