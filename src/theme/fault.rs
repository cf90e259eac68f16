//! What makes a `theme.toml` unusable though it can be read.

use super::{API, Manifest, Slot};
use crate::source::nearest;
use crate::words::VOICES;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// What every `theme.toml` has.
const NEEDED: [&str; 6] = ["api", "name", "description", "formats", "tokens", "accent"];

/// Something wrong.
pub(super) struct Fault {
    /// The keys that lead to it.
    pub path: Vec<String>,
    pub message: String,
}

/// That needed keys are not there. Nothing where `text` is no TOML at all.
pub(super) fn missing(text: &str) -> Vec<Fault> {
    let Ok(table) = DeTable::parse(text) else {
        return Vec::new();
    };
    let keys = table.get_ref().keys().map(|key| key.get_ref().as_ref());
    let keys: Vec<&str> = keys.collect();
    let missing = NEEDED.into_iter().filter(|key| !keys.contains(key));
    let told = missing.map(|key| {
        let others = keys.iter().copied().filter(|key| !NEEDED.contains(key));
        let near = nearest(key, others);
        Fault {
            path: near.iter().map(ToString::to_string).collect(),
            message: match near {
                Some(near) => format!("`theme.toml` has no `{key}`; is `{near}` meant for it?"),
                None => format!("`theme.toml` has no `{key}`"),
            },
        }
    });
    told.collect()
}

/// Where the last key of `path` stands in `text`, or the last of them that is there.
pub(super) fn place(text: &str, path: &[String]) -> Option<Range<usize>> {
    let whole = DeTable::parse(text).ok()?;
    let mut table = whole.get_ref();
    let mut place = None;
    for key in path {
        let Some((key, value)) = table.get_key_value(key.as_str()) else {
            break;
        };
        place = Some(key.span());
        let DeValue::Table(inside) = value.get_ref() else {
            break;
        };
        table = inside;
    }
    place
}

/// All that is wrong.
pub(super) fn faults(manifest: &Manifest) -> Vec<Fault> {
    let mut faults = Faults(Vec::new());
    faults.of_itself(manifest);
    for (name, accent) in &manifest.accents {
        let on = &accent.on;
        // That there is no ground is said by itself.
        if on != "ground" && !manifest.tokens.contains_key(on) {
            let message = format!("`[accents.{name}]` is on `{on}`, which is no token");
            faults.add(&["accents", name, "on"], message);
        }
    }
    for name in &manifest.company {
        if !manifest.tokens.contains_key(name) {
            let message = format!("`company` names `{name}`, which is no token");
            faults.add(&["company"], message);
        }
    }
    for name in &manifest.marks {
        if !manifest.tokens.contains_key(name) && !manifest.accents.contains_key(name) {
            let message = format!("`marks` names `{name}`, which is no token and no accent");
            faults.add(&["marks"], message);
        }
    }
    for (name, slot) in &manifest.slots {
        faults.of_slot(name, slot);
    }
    for (name, option) in &manifest.options {
        if let Some(problem) = option.problem(name) {
            faults.add(&["options", name], format!("`[options.{name}]`: {problem}"));
        }
    }
    for (name, face) in &manifest.faces {
        if let Some(problem) = face.problem() {
            faults.add(&["faces", name], format!("`[faces.{name}]`: {problem}"));
        }
    }
    faults.0
}

struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, path: &[&str], message: impl Into<String>) {
        self.0.push(Fault {
            path: path.iter().map(|key| (*key).to_string()).collect(),
            message: message.into(),
        });
    }

    fn of_itself(&mut self, manifest: &Manifest) {
        if manifest.api != API {
            let api = manifest.api;
            let message = format!(
                "the theme is made for version {api} of pitchkit's themes; this is version {API}"
            );
            self.add(&["api"], message);
        }
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if manifest.name.is_empty() || !manifest.name.chars().all(is_plain) {
            self.add(&["name"], "`name` is of small letters, digits and `-`");
        }
        let mut voices = manifest.voice.iter();
        if let Some(voice) = voices.find(|voice| !VOICES.contains(&voice.as_str())) {
            let known = VOICES.map(|voice| format!("`{voice}`")).join(" or ");
            self.add(&["voice"], format!("`voice` is {known}, not `{voice}`"));
        }
        if manifest.formats.is_empty() {
            self.add(&["formats"], "`formats` names no picture format");
        }
        if !manifest.tokens.contains_key("ground") {
            self.add(&["tokens"], "`[tokens]` has no `ground`");
        }
        let is_picture = |name: &String| {
            let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
            !name.contains(['/', '\\']) && ["jpg", "png", "webp"].contains(&ending)
        };
        if let Some(name) = manifest.preview.iter().find(|name| !is_picture(name)) {
            let message = format!(
                "`preview` names `{name}`, which is no picture, `.jpg`, `.png` or `.webp`, beside it"
            );
            self.add(&["preview"], message);
        }
    }

    fn of_slot(&mut self, name: &str, slot: &Slot) {
        let is_ascending = slot.widths.is_sorted_by(|a, b| a < b);
        let is_none = |&number: &u32| number == 0 || number > 16_384;
        if slot.widths.is_empty() || !is_ascending || slot.widths.iter().any(is_none) {
            let message = format!("`[slots.{name}]`: `widths` are pixels in ascending order");
            self.add(&["slots", name, "widths"], message);
        }
        if slot.ratio.is_some_and(|(w, h)| is_none(&w) || is_none(&h)) {
            let message = format!("`[slots.{name}]`: `ratio` is two whole numbers");
            self.add(&["slots", name, "ratio"], message);
        }
    }
}
