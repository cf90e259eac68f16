//! A build that does not end, ended.

use crate::Build;
use crate::disk::{PATIENCE, within};
use crate::source::{Options, Sources};

/// What `make` makes, unless a template of the theme runs for ever and feels nothing: then the
/// program ends with its name. Nothing was written so far, and nothing is.
pub(super) fn made(
    make: fn(&Sources, &Options) -> Build,
    sources: &Sources,
    options: &Options,
) -> Build {
    within(PATIENCE, &options.leash, give_up, || make(sources, options))
}

/// Says which template it is, and ends the program.
pub(super) fn give_up(template: &str) {
    anstream::eprintln!("error: the template `{template}` of the theme does not come to an end");
    std::process::exit(1);
}
