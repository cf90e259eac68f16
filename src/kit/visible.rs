//! `[visibility]`: who may see whole parts of a kit.

use super::fields::Fields;
use super::{Choice, SectionId, Visibility};
use std::collections::BTreeMap;

/// `[visibility]`; everybody, of what it does not name.
#[derive(Clone, Debug, Default)]
pub struct PartVisibility {
    /// What services cost; who may not see it reads that prices are given on request.
    pub prices: Visibility,
    /// Whole sections.
    pub sections: BTreeMap<SectionId, Visibility>,
}

/// `[visibility]`
pub(super) fn visibility(f: &mut Fields<'_, '_, '_>) -> Option<PartVisibility> {
    let about = "Who may see what services cost: public unless said, brand for editions only";
    let prices = f.choice("prices", about);
    let mut sections = BTreeMap::new();
    for (word, section) in SectionId::WORDS {
        // Who could not write would have no use for a kit; each way has a visibility of its own.
        if *section == SectionId::Contact {
            continue;
        }
        let about = "Who may see this section: public unless said, brand for editions only";
        if let Some(choice) = f.choice::<Visibility>(word, about) {
            sections.insert(*section, choice.value);
        }
    }
    Some(PartVisibility {
        prices: prices.map_or(Visibility::Public, |choice| choice.value),
        sections,
    })
}

impl PartVisibility {
    /// Keeps, of the profile being read, the words of the sections that not everybody may see.
    pub(super) fn keep_secrets(&self, f: &mut Fields<'_, '_, '_>) {
        for (section, visibility) in &self.sections {
            if *visibility == Visibility::Public {
                continue;
            }
            f.keep_behind(match section {
                SectionId::Platforms => &["accounts"],
                SectionId::Posts => &["posts"],
                SectionId::Audience => &["audience"],
                SectionId::Milestones => &["milestones"],
                SectionId::Work => &["worked_with"],
                SectionId::Rates => &["services"],
                SectionId::Process => &["steps", "terms"],
                SectionId::Press => &["press", "testimonials"],
                // The story is a file of its own.
                SectionId::Story => &["creator.pillars", "creator.highlights"],
                SectionId::Gallery | SectionId::Contact => &[],
            });
            f.keep_behind(&[&format!("headings.{}", section.word())]);
        }
    }

    /// Whether everybody may see this section.
    pub(super) fn is_public(&self, section: SectionId) -> bool {
        let visibility = self.sections.get(&section);
        visibility.is_none_or(|visibility| *visibility == Visibility::Public)
    }
}
