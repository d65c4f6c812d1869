//! A `[review]` table: who looked before anything was published, and when.

use crate::{
    keys,
    read::{Date, FieldText, Fields},
};

keys! {
    REVIEW = "review" "保密审查" "review" ""
        "先审查、后公开：谁、哪天审查的；只在内部网站" "who reviewed it before publication, and when; for insiders";
    SUPERIOR = "superior" "上级复核" "superior’s review" ""
        "重要权力由上级复核；只在内部网站" "by the superior office, of an important power; for insiders";
    BY = "by" "审查岗位" "by" r#""局公开办主任""#
        "岗位或者机关，不写姓名" "a post or a body, not a person’s name";
    ON = "on" "审查日期" "on" "2026-07-08"
        "审查、复核的日期" "the day of the review";
}

/// Who signed, and when.
#[derive(Clone, Debug)]
pub struct Sign {
    /// A post or a body.
    pub by: FieldText,
    /// The day.
    pub on: Option<Date>,
}

/// Review before publication (先审查、后公开, 保守国家秘密法实施条例 2024, art. 42).
#[derive(Clone, Debug)]
pub struct Review {
    /// 保密审查
    pub secrecy: Sign,
    /// 上级复核
    pub superior: Option<Sign>,
}

impl Sign {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { by: fields.required_text(BY), on: fields.required(ON, Fields::past) }
    }
}

impl Review {
    /// The day of its last sign.
    pub fn last(&self) -> Option<&Date> {
        let signs = [Some(&self.secrecy), self.superior.as_ref()].into_iter().flatten();
        signs.filter_map(|sign| sign.on.as_ref()).max_by_key(|on| on.value)
    }

    /// Whether both offices signed, as an important power needs it.
    pub fn is_complete(&self) -> bool {
        self.superior.is_some()
    }

    /// The table `[review]` below another one.
    pub(crate) fn within(fields: &mut Fields<'_, '_>) -> Option<Self> {
        fields.table(REVIEW, Self::read)
    }

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { secrecy: Sign::read(fields), superior: fields.table(SUPERIOR, Sign::read) }
    }
}
