//! What an import did or would do: in words, and as JSON.

use super::Import;
use crate::cli::report::{json_text, visible};
use crate::import::{Brought, Missing, Part, Revision, Why, line, parts};
use crate::kit::{Period, Platform, Row};
use crate::source::{Sources, position};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// How many single numbers are shown of each list before the rest is only counted.
const SHOWN: usize = 10;

impl Import<'_> {
    /// All of it in words; `planned` says that it is only to be shown.
    pub(super) fn told(&self, planned: bool) -> String {
        let mut text = String::new();
        for file in &self.brought {
            text.push_str(&told_file(file));
        }
        if self.aside > 0 {
            let _ = match self.aside {
                1 => writeln!(text, "One file was left aside: it is no export"),
                count => writeln!(text, "{count} files were left aside: they are no exports"),
            };
        }
        let changes = &self.plan.changes;
        let would = if planned { "would be " } else { "" };
        let counts = [
            (changes.added.len(), format!("{would}new")),
            (changes.revised.len(), format!("{would}revised")),
            (changes.removed.len(), format!("{would}removed")),
            (changes.same, "there already".to_string()),
            (changes.kept.len(), "left as they are".to_string()),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<_> = counts
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        let _ = writeln!(
            text,
            "\nNumbers: {}",
            match counts.is_empty() {
                true => "none".to_string(),
                false => counts.join(", "),
            }
        );
        self.told_revisions(&changes.revised, &mut text);
        self.told_revisions(&changes.kept, &mut text);
        text.push_str(&self.told_complete());
        text.push_str(&told_missing(&self.plan.missing));
        text
    }

    /// Numbers with two values, by why one of the two is taken.
    fn told_revisions(&self, revisions: &[Revision], text: &mut String) {
        let mut by_why: BTreeMap<Why, Vec<&Revision>> = BTreeMap::new();
        for revision in revisions {
            by_why.entry(revision.why).or_default().push(revision);
        }
        for (why, revisions) in by_why {
            let _ = writeln!(text, "\n{}:", reason(why));
            for revision in revisions.iter().take(SHOWN) {
                let _ = writeln!(text, "  {}", self.told_revision(revision));
            }
            if revisions.len() > SHOWN {
                let _ = writeln!(text, "  … and {} more", revisions.len() - SHOWN);
            }
        }
    }

    fn told_revision(&self, revision: &Revision) -> String {
        let place = place(self.before, &revision.old);
        let value = |row| line::cell(row, "value");
        let (old, new) = (value(&revision.old), value(&revision.new));
        let what = name(&revision.old);
        match revision.why.is_taken() {
            _ if revision.why == Why::TypedParts => format!("{}: {new}", name(&revision.new)),
            true => format!("{place}: {what} {old} → {new}"),
            false => format!("{place}: {what} {old}, in the export {new}"),
        }
    }

    /// What a kit has now and did not have before.
    fn told_complete(&self) -> String {
        let mut text = String::new();
        let mut platforms: Vec<&Platform> = Vec::new();
        for row in &self.plan.changes.added {
            if !platforms.contains(&&row.platform) {
                platforms.push(&row.platform);
            }
        }
        for platform in platforms {
            let new = parts(self.plan.changes.added.iter(), platform);
            let names: Vec<&str> = new.into_iter().map(Part::name).collect();
            if !names.is_empty() {
                let _ = writeln!(text, "New for {platform}: {}", names.join(", "));
            }
        }
        text
    }

    /// All of it as a JSON document; `written` are the paths that were written.
    pub(super) fn json(&self, written: &[String]) -> String {
        let changes = &self.plan.changes;
        let revision = |revision: &Revision| {
            json!({
                "place": place(self.before, &revision.old),
                "row": row_json(&revision.new),
                "was": line::cell(&revision.old, "value"),
                "why": word(revision.why),
            })
        };
        json_text(&json!({
            "version": 1,
            "diagnostics": self.diagnostics,
            "files": self.brought.iter().map(file_json).collect::<Vec<_>>(),
            "aside": self.aside,
            "added": changes.added.iter().map(row_json).collect::<Vec<_>>(),
            "revised": changes.revised.iter().map(revision).collect::<Vec<_>>(),
            "kept": changes.kept.iter().map(revision).collect::<Vec<_>>(),
            "removed": changes.removed.iter().map(row_json).collect::<Vec<_>>(),
            "same": changes.same,
            "missing": self.plan.missing.iter().map(missing_json).collect::<Vec<_>>(),
            "written": written,
        }))
    }
}

fn told_file(file: &Brought) -> String {
    let haul = &file.haul;
    let mut text = format!(
        "{}: {}, {}",
        visible(&file.path),
        file.importer.name,
        haul.platform
    );
    if let Some(account) = &haul.account {
        let _ = write!(text, " {}", visible(account.as_str()));
    }
    let days = haul.rows.iter().map(|row| row.date);
    if let (Some(first), Some(last)) = (days.clone().min(), days.max()) {
        let _ = match first == last {
            true => write!(text, ", {first}"),
            false => write!(text, ", {first} to {last}"),
        };
    }
    let mut metrics: Vec<&str> = Vec::new();
    for row in &haul.rows {
        if !metrics.contains(&row.metric.name()) {
            metrics.push(row.metric.name());
        }
    }
    let _ = match haul.rows.len() {
        0 => writeln!(text, ": no numbers"),
        1 => writeln!(text, ": one number, {}", metrics.join(", ")),
        count => writeln!(text, ": {count} numbers, {}", metrics.join(", ")),
    };
    for note in &haul.notes {
        let _ = writeln!(text, "  {}", visible(note));
    }
    text
}

fn told_missing(missing: &[Missing]) -> String {
    let mut text = String::new();
    if !missing.is_empty() {
        text.push_str("\nA full kit would have besides:\n");
    }
    for Missing {
        platform,
        part,
        way,
    } in missing
    {
        let _ = writeln!(text, "  {platform} {}: {way}", part.name());
    }
    text
}

/// A number without its value: `2026-10-31 instagram reel views (day)`.
fn name(row: &Row) -> String {
    let mut name = format!("{} {}", row.date, row.platform);
    let share = ["age", "gender", "country", "city", "segment"];
    for column in ["account", "format", "metric"].into_iter().chain(share) {
        let cell = line::cell(row, column);
        if !cell.is_empty() {
            let _ = write!(name, " {}", visible(cell.trim()));
        }
    }
    match row.period {
        None | Some(Period::Lifetime) => {}
        Some(_) => {
            let _ = write!(name, " ({})", line::cell(row, "period"));
        }
    }
    if let Some(post) = &row.post {
        let _ = write!(name, " of {}", visible(post));
    }
    name
}

fn place(sources: &Sources, row: &Row) -> String {
    let text = sources.text(row.line.file);
    let at = position(&text.text, row.line.start as usize);
    format!("{}:{}", visible(&text.path), at.line)
}

fn reason(why: Why) -> &'static str {
    match why {
        Why::Restated => "Of the last week of the export, which platforms restate",
        Why::ReadLater => "Grown since they were last read",
        Why::Asked => "Replaced, as asked for",
        Why::Typed => "Typed by hand, so they stay (--replace takes the export's)",
        Why::TypedParts => {
            "Parts of an audience that you typed by hand another way, so yours stay (--replace \
             takes the export's)"
        }
        Why::Wide => {
            "In a table with a column for each number, or one that is not UTF-8, which is never \
             rewritten: change them there"
        }
        Why::Older => "Read later than this export, so they stay",
        Why::Better => {
            "From a file that is about them, so they stay (--replace takes the export's)"
        }
        Why::History => "History, so they stay (--replace takes the export's)",
    }
}

fn word(why: Why) -> &'static str {
    match why {
        Why::Restated => "restated",
        Why::ReadLater => "read-later",
        Why::Asked => "asked",
        Why::Typed => "typed",
        Why::TypedParts => "typed-parts",
        Why::Wide => "wide",
        Why::Older => "older",
        Why::Better => "better",
        Why::History => "history",
    }
}

fn file_json(file: &Brought) -> Value {
    let haul = &file.haul;
    json!({
        "path": file.path,
        "exporter": file.importer.id,
        "kind": haul.kind,
        "platform": haul.platform.id(),
        "account": haul.account.as_ref().map(|account| account.as_str()),
        "first": haul.rows.iter().map(|row| row.date.to_string()).min(),
        "last": haul.rows.iter().map(|row| row.date.to_string()).max(),
        "until": haul.until.map(|day| day.to_string()),
        "numbers": haul.rows.len(),
        "notes": haul.notes,
    })
}

fn row_json(row: &Row) -> Value {
    let mut object = serde_json::Map::new();
    for column in line::COLUMNS {
        let cell = line::cell(row, column);
        if !cell.is_empty() {
            object.insert((*column).to_string(), json!(cell.trim()));
        }
    }
    Value::Object(object)
}

fn missing_json(missing: &Missing) -> Value {
    json!({
        "platform": missing.platform.id(),
        "part": missing.part.name(),
        "way": missing.way,
    })
}
