//! What a check found, told together at its end.

use std::collections::BTreeMap;
use std::fmt::Write;

/// Faults, each with the places where it was seen.
#[derive(Default)]
pub struct Findings {
    faults: BTreeMap<String, Vec<String>>,
}

impl Findings {
    /// One fault at one place.
    pub fn add(&mut self, place: &str, fault: impl Into<String>) {
        let places = self.faults.entry(fault.into()).or_default();
        if places.last().is_none_or(|last| last != place) {
            places.push(place.to_string());
        }
    }

    /// Several faults at one place.
    pub fn extend(&mut self, place: &str, faults: Vec<String>) {
        for fault in faults {
            self.add(place, fault);
        }
    }

    /// Fails when there is any fault.
    #[track_caller]
    pub fn none(self) {
        let mut told = String::new();
        for (fault, places) in &self.faults {
            let _ = write!(told, "\n{fault}\n    at {}\n", places.join(", "));
        }
        assert!(
            self.faults.is_empty(),
            "{} faults\n{told}",
            self.faults.len()
        );
    }
}
