//! `profile.toml`: table by table.

use super::expected;
use super::fields::Fields;
use super::schema::schema_of;
use super::{
    Account, AudienceWords, Choice, Contact, Creator, Fact, FeaturedPost, Link, Milestone, Numbers,
    OwnWords, PartVisibility, PhotoNote, Press, Prose, SectionId, Service, Site, Step, Terms,
    Testimonial, WorkedWith,
};
use super::{accounts, contact, creator, minor, own, photos, records, services, site, visible};
use crate::source::{Diagnostic, FileId, Spanned};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// `profile.toml`.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The file.
    pub file: FileId,
    /// `[creator]`
    pub creator: Creator,
    /// `[contact]`
    pub contact: Contact,
    /// `[audience]`
    pub audience: AudienceWords,
    /// `[[accounts]]`
    pub accounts: Vec<Account>,
    /// `[[posts]]`
    pub posts: Vec<FeaturedPost>,
    /// `[[services]]`
    pub services: Vec<Service>,
    /// `[terms]`
    pub terms: Terms,
    /// `[[steps]]`
    pub steps: Vec<Step>,
    /// `[[worked_with]]`
    pub worked_with: Vec<WorkedWith>,
    /// `[[milestones]]`
    pub milestones: Vec<Milestone>,
    /// `[[testimonials]]`
    pub testimonials: Vec<Testimonial>,
    /// `[[press]]`
    pub press: Vec<Press>,
    /// `[[facts]]`
    pub facts: Vec<Fact>,
    /// `[[links]]`
    pub links: Vec<Link>,
    /// `[[photos]]`
    pub photos: Vec<PhotoNote>,
    /// `[headings]`: section to text.
    pub headings: BTreeMap<SectionId, Spanned<Prose>>,
    /// `[words]`: the kit's own words in place of the page's.
    pub words: OwnWords,
    /// `[numbers]`
    pub numbers: Numbers,
    /// `[site]`
    pub site: Site,
    /// `[visibility]`
    pub visibility: PartVisibility,
}

/// The JSON Schema of `profile.toml`, made by the reader itself.
pub fn profile_schema() -> Value {
    let mut schema = schema_of(profile);
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("profile.toml of a pitchkit media kit");
    schema
}

/// The whole of `profile.toml`.
pub(super) fn profile(f: &mut Fields<'_, '_, '_>) -> Option<Profile> {
    let file = f.file();
    let creator = f.table("creator", "Who you are", creator::creator);
    let creator = f.required_table("creator", creator);
    let minor = creator.as_ref().is_some_and(|creator| creator.minor);
    let contact = f.table("contact", "How to write to you; one way is required", |f| {
        contact::contact(f, minor)
    });
    let whole = f.place();
    if !f.has_any(&["contact"]) {
        let missing = if minor {
            contact::no_guardian()
        } else {
            contact::no_contact()
        };
        f.say(missing.at(whole));
    }
    let audience = f.table(
        "audience",
        "Who follows you, in your words",
        creator::audience,
    );
    let accounts = accounts::accounts(f);
    if !f.has_any(&["accounts"]) {
        f.say(
            Diagnostic::error("no-account", "there is no account")
                .at(whole)
                .hint("add a line `[[accounts]]`, and below it `platform = \"instagram\"` and your `handle`"),
        );
    }
    let posts = f.tables(
        "posts",
        "Your own best or recent work",
        accounts::featured_post,
    );
    let mut one_currency = false;
    let terms = f.table("terms", "Your terms", |f| {
        one_currency = f.has_any(&["currency"]);
        services::terms(f)
    });
    let services = f.tables("services", "What you offer", |f| {
        services::service(f, one_currency)
    });
    let headings = f.table("headings", "Your own words for a heading", headings);
    let words = f.table(
        "words",
        "Your own words in place of the page's; see docs/format.md",
        own::own_words,
    );
    let site = f.table("site", "How the kit looks and where it will be", |f| {
        site::site(f, words.as_ref())
    });
    let visibility = f.table(
        "visibility",
        "Who may see whole parts of the kit",
        visible::visibility,
    );
    if let Some(visibility) = &visibility {
        visibility.keep_secrets(f);
    }
    f.anything("extra", "Whatever you like; it is not read");
    let profile = Profile {
        file,
        contact: contact.unwrap_or_default(),
        audience: audience.unwrap_or_default(),
        posts,
        services,
        terms: terms.unwrap_or_default(),
        steps: f.tables("steps", "How working with you goes", services::step),
        worked_with: f.tables(
            "worked_with",
            "Brands you worked with",
            records::worked_with,
        ),
        milestones: f.tables("milestones", "What happened when", records::milestone),
        testimonials: f.tables("testimonials", "What partners say", records::testimonial),
        press: f.tables("press", "What was written about you", records::press),
        facts: f.tables("facts", "Further facts", records::fact),
        links: f.tables("links", "Further pages", records::link),
        photos: f.tables(
            "photos",
            "What there is to say of a photo",
            photos::photo_note,
        ),
        headings: headings.unwrap_or_default(),
        words: words.unwrap_or_default(),
        numbers: f
            .table(
                "numbers",
                "How numbers are chosen and counted",
                site::numbers,
            )
            .unwrap_or_default(),
        site: site.unwrap_or_default(),
        visibility: visibility.unwrap_or_default(),
        creator: creator?,
        accounts,
    };
    check_accounts(f, &profile.accounts);
    if profile.creator.minor {
        minor::check(f, &profile);
    }
    Some(profile)
}

fn headings(f: &mut Fields<'_, '_, '_>) -> Option<BTreeMap<SectionId, Spanned<Prose>>> {
    let mut headings = BTreeMap::new();
    for (word, section) in SectionId::WORDS {
        if let Some(text) = f.text(word, 160, "Its heading; *half of it* may be set apart") {
            if text.value.chars().all(|c| c == '*' || c.is_whitespace()) {
                let nothing = expected::invalid(&text, "a heading");
                f.say(nothing.hint("write a word between the stars"));
                continue;
            }
            let prose = f.prose_of(&text);
            headings.insert(*section, Spanned::new(prose, text.span));
        }
    }
    Some(headings)
}

fn check_accounts(f: &mut Fields<'_, '_, '_>, accounts: &[Account]) {
    for (index, account) in accounts.iter().enumerate() {
        let earlier = accounts[..index]
            .iter()
            .filter(|other| other.platform.value == account.platform.value);
        for other in earlier {
            let id = account.platform.value.id();
            if account.main && other.main {
                f.say(
                    Diagnostic::error(
                        "two-main-accounts",
                        format!("two accounts on {id} are `main`"),
                    )
                    .at(account.platform.span)
                    .hint("leave `main = true` with the one that counts"),
                );
            }
            if let (Some(one), Some(two)) = (&account.handle, &other.handle)
                && one.value.is(&two.value)
            {
                let message = format!("`{}` on {id} is listed twice", one.value.as_str());
                f.say(Diagnostic::error("named-twice", message).at(one.span));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_knows_every_table() {
        fn check(table: &str) {
            let schema = profile_schema();
            let known = schema["properties"].get(table);
            assert!(
                known.is_some_and(|known| known["description"].is_string()),
                "{table}"
            );
        }
        for table in [
            "creator",
            "contact",
            "audience",
            "accounts",
            "posts",
            "services",
            "terms",
            "steps",
            "worked_with",
            "milestones",
            "testimonials",
            "press",
            "facts",
            "links",
            "photos",
            "headings",
            "words",
            "numbers",
            "site",
            "visibility",
            "extra",
        ] {
            check(table);
        }
        assert_eq!(profile_schema()["additionalProperties"], json!(false));
        assert_eq!(
            profile_schema()["properties"]["extra"]["type"],
            json!("object")
        );
    }
}
