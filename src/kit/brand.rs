//! `brands/*.toml`: what one brand sees that nobody else does, and a kit with that laid over it.

use super::collaborations::slug;
use super::fields::Fields;
use super::reading::Reading;
use super::schema::schema_of;
use super::{
    Choice, Collaboration, Kit, NumberName, Profile, Prose, SectionId, Service, Terms, Visibility,
    services,
};
use crate::source::{Diagnostic, Diagnostics, FileId, Span, Spanned, nearest};
use jiff::civil::Date;
use serde_json::{Value, json};

/// `brands/NAME.toml`
#[derive(Clone, Debug)]
pub struct Brand {
    /// The file.
    pub file: FileId,
    /// The file's name without `.toml`: what commands call the edition.
    pub name: String,
    /// The brand it is made for.
    pub brand: Spanned<String>,
    /// What is said to the brand.
    pub greeting: Option<Prose>,
    /// In place of the kit's own standfirst.
    pub standfirst: Option<Prose>,
    /// What this brand does not see.
    pub hide: Vec<Hidden>,
    /// The campaigns to show, in order, by the names of their files; all of them where it is empty.
    pub collaborations: Vec<Spanned<String>>,
    /// The sections to show, in order; those of the kit where it is empty.
    pub sections: Vec<Spanned<SectionId>>,
    /// Services that are added, or take the place of the one of that name.
    pub services: Vec<Service>,
    /// What is said here takes the place of the kit's own terms.
    pub terms: Terms,
    /// The day it was prepared.
    pub prepared: Option<Spanned<Date>>,
    /// The last day on which it holds.
    pub expires: Option<Spanned<Date>>,
    /// Every number that its texts name.
    pub named: Vec<Spanned<NumberName>>,
}

/// What one brand does not see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// A section.
    Section(SectionId),
    /// Another brand: its campaigns, and every record of it.
    Brand(String),
}

impl Kit {
    /// The kit as the brand of `brands/NAME.toml` gets it; `None` after it was reported that there
    /// is no such file. What is for brands alone is among what it [shows](Kit::shows).
    pub fn edition(mut self, name: &str, diags: &mut Diagnostics) -> Option<Kit> {
        let Some(brand) = self.brands.iter().find(|brand| brand.name == name) else {
            let names = self.brands.iter().map(|brand| brand.name.as_str());
            let hint = match (nearest(name, names.clone()), self.brands.is_empty()) {
                (Some(near), _) => format!("did you mean `{near}`?"),
                (None, true) => format!("`pitchkit new brand {name}` makes one"),
                (None, false) => format!("there is: {}", names.collect::<Vec<_>>().join(", ")),
            };
            let message = format!("the kit has no edition `{name}`: no `brands/{name}.toml`");
            diags.push(Diagnostic::error("unknown-edition", message).hint(hint));
            return None;
        };
        let brand = brand.clone();
        let profile = &mut self.profile;
        if brand.standfirst.is_some() {
            profile.creator.standfirst = brand.standfirst.clone();
        }
        if !brand.sections.is_empty() {
            profile.site.sections = brand.sections.clone();
        }
        for service in &brand.services {
            let own = &mut profile.services;
            let same = |other: &&mut Service| other.name.value == service.name.value;
            match own.iter_mut().find(same) {
                Some(other) => *other = service.clone(),
                None => own.push(service.clone()),
            }
        }
        lay(&brand.terms, &mut profile.terms);
        for hidden in &brand.hide {
            match hidden {
                Hidden::Section(section) => {
                    _ = profile
                        .visibility
                        .sections
                        .insert(*section, Visibility::Never);
                }
                Hidden::Brand(name) => {
                    // Not taken out: what may not be told of it may still not be told.
                    for case in &mut self.collaborations {
                        if is_same(&case.brand.value, name) {
                            case.visibility = Visibility::Never;
                        }
                    }
                    profile
                        .worked_with
                        .retain(|brand| !is_same(&brand.name.value, name));
                    let of = |company: &String| is_same(company, name);
                    profile
                        .testimonials
                        .retain(|said| !said.company.as_ref().is_some_and(of));
                }
            }
        }
        if !brand.collaborations.is_empty() {
            let place = |case: &Collaboration| {
                let mut chosen = brand.collaborations.iter();
                chosen.position(|chosen| case.is_called(&chosen.value))
            };
            self.collaborations
                .sort_by_key(|case| place(case).unwrap_or(usize::MAX));
            for case in &mut self.collaborations {
                if place(case).is_none() {
                    case.visibility = Visibility::Never;
                }
            }
        }
        self.named.extend(brand.named.iter().cloned());
        self.edition = Some(brand);
        Some(self)
    }
}

fn is_same(brand: &str, name: &str) -> bool {
    brand.trim().to_lowercase() == name.trim().to_lowercase()
}

/// Lays what `over` says over `terms`.
fn lay(over: &Terms, terms: &mut Terms) {
    fn put<T: Clone>(over: &Option<T>, own: &mut Option<T>) {
        if over.is_some() {
            own.clone_from(over);
        }
    }
    fn put_all<T: Clone>(over: &[T], own: &mut Vec<T>) {
        if !over.is_empty() {
            *own = over.to_vec();
        }
    }
    put(&over.currency, &mut terms.currency);
    put(&over.usage, &mut terms.usage);
    put(&over.exclusivity, &mut terms.exclusivity);
    put(&over.payment, &mut terms.payment);
    put(&over.revisions, &mut terms.revisions);
    put(&over.disclosure, &mut terms.disclosure);
    put_all(&over.good_for, &mut terms.good_for);
    put_all(&over.not_for, &mut terms.not_for);
    put_all(&over.more, &mut terms.more);
}

impl Reading<'_> {
    /// One file of `brands/`, of a kit with this profile and these campaigns.
    pub(super) fn brand(
        &mut self,
        file: FileId,
        profile: Option<&Profile>,
        cases: &[Collaboration],
    ) -> Option<Brand> {
        let sources = self.sources;
        let text = sources.text(file);
        let name = text.path.rsplit('/').next().unwrap_or(&text.path);
        let name = name.strip_suffix(".toml").unwrap_or(name).to_string();
        self.fits_commands(&name, file);
        let named = std::mem::take(&mut self.named);
        let read = self.toml(file, &text.text, 0, |f| brand(f, profile, cases));
        let named = std::mem::replace(&mut self.named, named);
        Some(Brand {
            name,
            named,
            ..read?
        })
    }

    /// Says so where `name`, that of a brand's file, is none to be typed in a command.
    fn fits_commands(&mut self, name: &str, file: FileId) {
        let plain = slug(name);
        if name == plain {
            return;
        }
        let better = match plain.as_str() {
            "" => "brand",
            plain => plain,
        };
        let message = "the file of a brand is named in small letters, digits and `-`";
        let hint =
            format!("call it `brands/{better}.toml`; the brand's own name stands behind `for`");
        let error = Diagnostic::error("brand-file-name", message).at(Span::new(file, 0..0));
        self.diags.push(error.hint(hint));
    }
}

/// The JSON Schema of a brand's file, made by the reader itself.
pub fn brand_schema() -> Value {
    let mut schema = schema_of(|f| brand(f, None, &[]));
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("a brand's edition of a pitchkit media kit");
    schema
}

/// `brands/NAME.toml`
fn brand(
    f: &mut Fields<'_, '_, '_>,
    profile: Option<&Profile>,
    cases: &[Collaboration],
) -> Option<Brand> {
    let file = f.file();
    f.keep_secret();
    let brand = f.text("for", 120, "The brand it is made for");
    let brand = f.required("for", brand);
    let mut one_currency = profile.is_some_and(|profile| profile.terms.currency.is_some());
    let terms = f.table("terms", "Terms in place of your own", |f| {
        one_currency |= f.has_any(&["currency"]);
        services::terms(f)
    });
    let prepared = f.date("prepared", "The day it was prepared");
    let expires = f.date("expires", "The last day on which it holds");
    if let (Some(prepared), Some(expires)) = (&prepared, &expires)
        && expires.value < prepared.value
    {
        let message = "`expires` comes before `prepared`";
        f.say(Diagnostic::error("out-of-range", message).at(expires.span));
    }
    let read = Brand {
        file,
        name: String::new(),
        greeting: f.prose("greeting", 600, "What you say to the brand"),
        standfirst: f.prose("standfirst", 300, "In place of your own standfirst"),
        hide: hidden(f, profile, cases),
        collaborations: chosen(f, cases),
        sections: f.choices(
            "sections",
            "The sections to show, in order; yours unless said",
        ),
        services: f.tables(
            "services",
            "Services that are added, or take the place of yours of that name",
            |f| services::service(f, one_currency),
        ),
        terms: terms.unwrap_or_default(),
        prepared,
        expires,
        named: Vec::new(),
        brand: brand?,
    };
    f.anything("extra", "Whatever you like; it is not read");
    Some(read)
}

/// What is not to be seen: names of sections, or of brands that the kit tells of.
fn hidden(
    f: &mut Fields<'_, '_, '_>,
    profile: Option<&Profile>,
    cases: &[Collaboration],
) -> Vec<Hidden> {
    let about = "Sections and other brands that this brand does not see";
    let mut known: Vec<&str> = cases.iter().map(|case| case.brand.value.as_str()).collect();
    if let Some(profile) = profile {
        let with = profile.worked_with.iter();
        known.extend(with.map(|brand| brand.name.value.as_str()));
        let said = profile.testimonials.iter();
        known.extend(said.filter_map(|said| said.company.as_deref()));
    }
    let sections = SectionId::WORDS.iter().map(|(word, _)| *word);
    let mut hidden = Vec::new();
    for text in f.texts("hide", 120, about) {
        if let Some(section) = SectionId::parse(&text.value) {
            hidden.push(Hidden::Section(section));
        } else if known.iter().any(|name| is_same(name, &text.value)) {
            hidden.push(Hidden::Brand(text.value));
        } else {
            let message = format!("`{}` is no section, and no brand in this kit", text.value);
            let near = nearest(&text.value, sections.clone().chain(known.iter().copied()));
            let hint = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!(
                    "the sections are {}",
                    sections.clone().collect::<Vec<_>>().join(", ")
                ),
            };
            f.say(
                Diagnostic::error("invalid-value", message)
                    .at(text.span)
                    .hint(hint),
            );
        }
    }
    hidden
}

/// The campaigns to show, each by the name of its file.
fn chosen(f: &mut Fields<'_, '_, '_>, cases: &[Collaboration]) -> Vec<Spanned<String>> {
    let about = "The campaigns to show, in order, by their files' names without .md";
    let mut chosen: Vec<Spanned<String>> = Vec::new();
    for text in f.texts("collaborations", 120, about) {
        let same = |case: &&Collaboration| case.is_called(&text.value);
        let Some(case) = cases.iter().find(same) else {
            let message = format!("there is no `collaborations/{}.md`", text.value);
            let names = cases.iter().map(|case| case.slug.as_str());
            let hint = match nearest(&text.value, names.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("there is: {}", names.collect::<Vec<_>>().join(", ")),
            };
            f.say(
                Diagnostic::error("unknown-collaboration", message)
                    .at(text.span)
                    .hint(hint),
            );
            continue;
        };
        if chosen.iter().any(|other| case.is_called(&other.value)) {
            let message = format!("`{}` is listed twice", text.value);
            f.say(Diagnostic::error("named-twice", message).at(text.span));
            continue;
        }
        chosen.push(text);
    }
    chosen
}
