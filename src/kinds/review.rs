//! A `[review]` table: who looked before anything was published, and when.

use crate::read::{Date, Fields, Text};

/// Who signed, and when.
#[derive(Clone, Debug)]
pub struct Sign {
    /// A post or a body.
    pub by: Text,
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
        let on = fields.date("on");
        Self { by: fields.required_text("by"), on: fields.require("on", on) }
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

    pub(crate) fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { secrecy: Sign::read(fields), superior: fields.table("superior", Sign::read) }
    }
}
