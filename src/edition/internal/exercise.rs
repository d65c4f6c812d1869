//! What insiders see of exercises: every stage with its reviews.

use super::{Insider, promise::act};
use crate::{
    edition::{
        ExerciseAnnex, ExerciseView, Insiders, Seen, StageAnnexView,
        public::{self, day, opt},
    },
    kinds::{Exercise, Item, Stage},
    read::FieldText,
    schedule::waits_for,
    words::Audience,
};

impl<'d> Insider<'d, '_, '_> {
    /// Every exercise whose item is there, newest first.
    pub(super) fn exercises(&self) -> Vec<Seen<Insiders, ExerciseView<'d>>> {
        let open = self.catalog.open.exercises.iter().map(|e| (e, Audience::Public));
        let closed = self.shelf().exercises.iter().map(|e| (e, Audience::Internal));
        let seen = |(exercise, audience)| self.exercise(exercise, audience);
        let mut all: Vec<Seen<Insiders, ExerciseView<'_>>> = open.chain(closed).filter_map(seen).collect();
        all.sort_by(|a, b| (b.view.listed_on, a.view.id).cmp(&(a.view.listed_on, b.view.id)));
        all
    }

    fn exercise(&self, exercise: &'d Exercise, audience: Audience) -> Option<Seen<Insiders, ExerciseView<'d>>> {
        let item = self.item(&exercise.item)?;
        let mut view = public::exercise(exercise, item, audience, &self.catalog.agency, self.lang);
        let annex = ExerciseAnnex {
            annex: self.annex(&exercise.annex),
            archive_no: opt(exercise.archive_no.reveal(self.clearance)),
            reg_no: opt(exercise.reg_no.reveal(self.clearance)),
            stages: self.stages(exercise, item),
        };
        view.listed_on = annex.stages.iter().filter_map(|s| s.stage.on).min().unwrap_or(view.listed_on);
        Some(Seen { view, annex })
    }

    /// All stages as they stand in the file.
    fn stages(&self, exercise: &'d Exercise, item: &'d Item) -> Vec<StageAnnexView<'d>> {
        let office = exercise.office.as_ref().unwrap_or(&item.office);
        let mut all: Vec<&Stage> = exercise.stages.iter().chain(exercise.held.reveal(self.clearance)).collect();
        all.sort_by_key(|stage| stage.place.range().start);
        all.into_iter().map(|stage| self.stage(stage, office)).collect()
    }

    fn stage(&self, stage: &'d Stage, office: &'d FieldText) -> StageAnnexView<'d> {
        let next = waits_for(stage, stage.review.reveal(self.clearance).as_ref(), self.day.as_of.0);
        StageAnnexView {
            stage: public::stage(stage, self.lang),
            recorded_on: day(&stage.recorded_on),
            submitted_on: day(&stage.submitted_on),
            reviews: self.reviews(&stage.review),
            act: next.map(|next| act(next, office, &self.catalog.agency, self.lang)),
        }
    }
}
