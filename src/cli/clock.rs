//! Which day it is: the one thing that a build takes from neither its files nor its flags.

use super::{Reason, Stop};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// The day asked for, else the day of SOURCE_DATE_EPOCH in UTC, else the clock's day here.
pub(super) fn today(asked: Option<Date>) -> Result<Date, Stop> {
    if let Some(date) = asked {
        return Ok(date);
    }
    let Some(epoch) = std::env::var_os("SOURCE_DATE_EPOCH") else {
        return Ok(ZonedDateTime::now().date());
    };
    epoch
        .to_str()
        .and_then(|seconds| seconds.parse().ok())
        .and_then(|seconds| Timestamp::from_second(seconds).ok())
        .map(|moment| TimeZone::UTC.to_datetime(moment).date())
        .ok_or_else(|| {
            let what = "SOURCE_DATE_EPOCH is not a number of seconds since 1970";
            Stop::Usage(Reason::new(what))
        })
}

/// A day as it is written in arguments.
pub(super) fn day(text: &str) -> Result<Date, &'static str> {
    text.parse().map_err(|_| "a day is written 2026-11-24")
}
