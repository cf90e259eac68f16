//! `pitchkit explain`: what the code of a problem means, with an example of wrong and right.
//!
//! The texts are in `explain.md`: a heading for each code, its title in the line after, then
//! paragraphs. Every code that a diagnostic can have is there, and no other; a test holds it.

use super::{Format, Reason, Stop, Terminal, report};
use crate::source::nearest;
use serde_json::json;

const TEXTS: &str = include_str!("explain.md");

const AFTER_HELP: &str = "\
The code stands in brackets in every problem: error[unknown-key]. Without a code, all are listed.

Exit codes: 0 explained · 2 no such code";

#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Args {
    /// The code, such as unknown-key
    code: Option<String>,
}

/// What a code means.
#[derive(Clone, Copy, Debug)]
pub struct Explanation {
    /// The code: `unknown-key`.
    pub code: &'static str,
    /// It in one line.
    pub title: &'static str,
    /// It at length.
    pub text: &'static str,
}

/// All explanations, by code.
pub fn all() -> impl Iterator<Item = Explanation> {
    TEXTS.split("\n## ").skip(1).map(|entry| {
        let (code, rest) = entry.split_once('\n').unwrap_or((entry, ""));
        let (title, text) = rest.trim_start().split_once('\n').unwrap_or((rest, ""));
        Explanation {
            code: code.trim(),
            title: title.trim(),
            text: text.trim(),
        }
    })
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Result<(), Stop> {
    let Some(code) = &args.code else {
        return list(terminal);
    };
    let Some(found) = all().find(|one| one.code == code) else {
        let hint = match nearest(code, all().map(|one| one.code)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`pitchkit explain` lists all codes".to_string(),
        };
        let message = format!("no problem has the code `{code}`");
        return Err(Stop::Usage(Reason::new(message).hint(hint)));
    };
    let Explanation { code, title, text } = found;
    match terminal.format {
        Format::Human | Format::Short => terminal.result(&format!("{code}: {title}\n\n{text}\n")),
        Format::Json => terminal.result(&report::json_text(&json!({
            "version": 1, "code": code, "title": title, "text": text,
        }))),
    }
}

fn list(terminal: &Terminal) -> Result<(), Stop> {
    if terminal.format == Format::Json {
        let one = |one: Explanation| json!({"code": one.code, "title": one.title});
        let codes = all().map(one).collect::<Vec<_>>();
        return terminal.result(&report::json_text(&json!({"version": 1, "codes": codes})));
    }
    let width = all().map(|one| one.code.len()).max().unwrap_or(0);
    let line = |one: Explanation| format!("{:width$}  {}\n", one.code, one.title);
    terminal.result(&all().map(line).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_explanation_is_whole_and_in_order() {
        let codes: Vec<_> = all().map(|one| one.code).collect();
        let mut sorted = codes.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(codes, sorted);
        for one in all() {
            let of_code = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            let plain = one.code.bytes().all(of_code);
            assert!(plain, "{one:?}");
            assert!(
                !one.title.is_empty() && !one.title.ends_with('.'),
                "{one:?}"
            );
            assert!(one.text.len() > 60, "{one:?}");
        }
    }
}
