//! Family R, channels: what was promised against what was done.

mod board_too_short;
mod channel_undelivered;
mod document_incomplete;

use crate::{
    check::Check,
    kinds::{Delivery, Record},
    words::Channel,
};

/// The checks of this family, by code.
pub(super) const CHECKS: &[Check] = &[channel_undelivered::CHECK, board_too_short::CHECK, document_incomplete::CHECK];

/// The deliveries of a record by one channel.
fn by(record: &Record, channel: Channel) -> impl Iterator<Item = &Delivery> {
    record.deliveries.iter().filter(move |delivery| delivery.channel.as_ref().is_some_and(|c| c.value == channel))
}
