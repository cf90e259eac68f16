//! What one file brought: rows, and what there is to say of it.

use super::line::PLACES;
use super::people;
use crate::kit::{Exact, Handle, Metric, Period, Platform, PostFormat, Row, RowValue, exact};
use crate::source::{Span, Spanned};
use jiff::civil::Date;

/// How many numbers one import may bring: as many as a kit may have lines of them.
pub(super) const MOST_NUMBERS: usize = 200_000;

/// How a text begins, as a title.
pub(super) fn first_line(text: &str) -> String {
    const LONGEST: usize = 80;
    let line = text.trim().lines().next().unwrap_or_default().trim();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_string(),
    }
}

/// What one file brought.
#[derive(Clone, Debug)]
pub struct Haul {
    /// Whose numbers these are.
    pub platform: Platform,
    /// The account that the file names, if it names one.
    pub account: Option<Handle>,
    /// The exporter's id, and the kind of file: together what stands in the column `source` of
    /// rows added from now on.
    pub importer: &'static str,
    /// See `importer`.
    pub kind: &'static str,
    /// Whether the file is about something else, and only has these numbers too: where a file that
    /// is about them has another value, that one counts.
    pub minor: bool,
    /// The last day the export covers. Numbers of the week before it are often restated.
    pub until: Option<Date>,
    /// One row for each number.
    pub rows: Vec<Row>,
    /// What was left out, and why: sentences for the creator, without a full stop.
    pub notes: Vec<String>,
}

/// A post that numbers are of.
#[derive(Clone, Debug)]
pub struct Post {
    /// The link to it.
    pub link: String,
    /// The day of publishing.
    pub published: Date,
    /// What kind of post.
    pub format: Option<PostFormat>,
    /// Its title, or how its text begins.
    pub title: Option<String>,
}

impl Haul {
    /// Nothing yet of a file of `kind`.
    pub fn new(importer: &'static str, kind: &'static str, platform: Platform) -> Haul {
        Haul {
            platform,
            account: None,
            importer,
            kind,
            minor: false,
            until: None,
            rows: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Adds a number: the `value` at `place` of `metric`, a standard name, on `date`. What else
    /// must be said of it is set on the row.
    pub fn add(&mut self, date: Date, metric: &str, value: Exact, place: Span) -> &mut Row {
        let metric = Metric::parse(metric).expect("a standard name");
        // What is kept is what can be written and read back.
        let value = match value.is_int() {
            true => value,
            false => {
                let scale = exact(10_i64.pow(PLACES));
                Exact::from((value * &scale).round()) / scale
            }
        };
        // One too many is enough to know that they are.
        self.rows.truncate(MOST_NUMBERS);
        self.rows.push(Row {
            line: place,
            date,
            platform: self.platform.clone(),
            account: None,
            metric,
            value: Spanned::new(
                RowValue {
                    number: value,
                    floor: false,
                },
                place,
            ),
            period: None,
            format: None,
            base: None,
            n: None,
            paid: None,
            segment: None,
            age: None,
            gender: None,
            country: None,
            city: None,
            post: None,
            label: None,
            source: Some(format!("{}/{}", self.importer, self.kind)),
            asof: None,
        });
        self.rows.last_mut().expect("the row just added")
    }

    /// Adds what happened on one day.
    pub fn add_day(&mut self, date: Date, metric: &str, value: Exact, place: Span) {
        self.add(date, metric, value, place).period = Some(Period::Days(1));
        self.until = self.until.max(Some(date));
    }

    /// Says that something was left out.
    pub fn note(&mut self, note: impl Into<String>) {
        let note = people::left_out(&note.into());
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Says that these columns were left out, as they mean nothing for a kit.
    pub fn note_columns(&mut self, names: &[String]) {
        let quoted: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
        match &quoted[..] {
            [] => {}
            [one] => self.note(format!("the column {one} was left out")),
            _ => self.note(format!("the columns {} were left out", quoted.join(", "))),
        }
    }

    /// Adds a number that a post has had in all its life, read on `asof`.
    pub fn add_post(&mut self, post: &Post, metric: &str, value: Exact, place: Span, asof: Date) {
        let row = self.add(post.published, metric, value, place);
        row.period = Some(Period::Lifetime);
        row.format = post.format;
        row.post = Some(post.link.clone());
        row.label.clone_from(&post.title);
        row.asof = Some(asof);
    }
}
