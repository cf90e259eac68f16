//! Which day it is: the one thing that a build takes from neither its files nor its flags.

use super::{Reason, Stop};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day asked for, else the day of SOURCE_DATE_EPOCH in UTC, else the clock's day here.
pub(super) fn today(asked: Option<Date>) -> Result<Date, Stop> {
    if let Some(date) = asked {
        return Ok(date);
    }
    let Some(epoch) = std::env::var_os("SOURCE_DATE_EPOCH") else {
        return Ok(here().to_datetime(Timestamp::now()).date());
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

/// The time zone of this machine. That of `/etc/localtime` is asked for by itself: to find its name
/// all zones that there are would be looked through.
fn here() -> TimeZone {
    let file = std::env::var_os("TZ").is_none().then_some("/etc/localtime");
    let rules = file.and_then(|file| std::fs::read(file).ok());
    let zone = rules.and_then(|rules| TimeZone::tzif("here", &rules).ok());
    zone.unwrap_or_else(TimeZone::system)
}

/// A day as it is written in arguments.
pub(super) fn day(text: &str) -> Result<Date, &'static str> {
    text.parse().map_err(|_| "a day is written 2026-11-24")
}
