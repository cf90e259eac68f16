//! Whose kit it is, and how to write to them.

use super::enquiry::{Enquiry, mail_address};
use super::format::autonym;
use super::numbers::Numbers;
use super::tongue::Tongue;
use super::view::{
    ContactView, CreatorView, ManagerView, PersonView, PillarView, SiteView, VersionView, Way,
};
use crate::kit::{Choice, CreatorKind, Kit, Pdf, Private};
use crate::source::{Options, Spanned};

/// Whose kit it is.
pub fn creator(kit: &Kit, numbers: &Numbers<'_>, tongue: &Tongue<'_>) -> CreatorView {
    let creator = &kit.profile.creator;
    let words: Vec<String> = creator
        .name
        .value
        .split_whitespace()
        .map(str::to_string)
        .collect();
    let last = (words.len() > 1).then(|| words.last()).flatten();
    CreatorView {
        name: creator.name.value.clone(),
        initials: initials([words.first(), last]),
        short_name: match &words[..] {
            [first, _] if creator.kind == CreatorKind::Person => first.clone(),
            _ => creator.name.value.clone(),
        },
        words,
        kind: creator.kind.word(),
        people: creator
            .people
            .iter()
            .map(|person| PersonView {
                name: person.name.clone(),
                role: person.role.clone(),
            })
            .collect(),
        tagline: creator.tagline.as_ref().map(|text| numbers.prose(text)),
        standfirst: creator.standfirst.as_ref().map(|text| numbers.prose(text)),
        location: creator.location.as_ref().map(|place| place.value.clone()),
        country: creator
            .country
            .as_ref()
            .map(|code| tongue.locale.country(&code.value)),
        country_code: creator.country.as_ref().map(|code| code.value.clone()),
        languages: creator
            .languages
            .iter()
            .map(|tag| tongue.locale.language_name(&tag.value))
            .collect(),
        language_tags: creator
            .languages
            .iter()
            .map(|tag| tag.value.clone())
            .collect(),
        pillars: creator
            .pillars
            .iter()
            .map(|pillar| PillarView {
                name: numbers.prose(&pillar.name),
                text: pillar.text.as_ref().map(|text| numbers.prose(text)),
            })
            .collect(),
        highlights: creator
            .highlights
            .iter()
            .map(|text| numbers.prose(text))
            .collect(),
        pronouns: creator.pronouns.clone(),
        pronunciation: creator.pronunciation.clone(),
        portrait: creator.portrait.as_ref().map(|photo| numbers.photo(photo)),
        hero: creator.hero.as_ref().map(|photo| numbers.photo(photo)),
        minor: creator.minor,
    }
}

/// The first letters of words, which are no word together: letters of Arabic would join.
fn initials(words: [Option<&String>; 2]) -> String {
    let letters = words
        .into_iter()
        .flatten()
        .filter_map(|word| word.chars().next());
    let mut initials = String::new();
    for letter in letters {
        if initials.ends_with(|before| ('\u{600}'..='\u{8ff}').contains(&before)) {
            initials.push('\u{200c}');
        }
        initials.extend(letter.to_uppercase());
    }
    initials
}

/// How to write: WhatsApp, telephone or message first when there is one. A minor is written to
/// through the guardian only.
pub fn contact(kit: &Kit, tongue: &Tongue<'_>, options: &Options) -> ContactView {
    let contact = &kit.profile.contact;
    let url = address(kit, options);
    let from = kit.edition.as_ref().map(|brand| brand.brand.value.as_str());
    let enquiry = Enquiry::new(
        &kit.profile.creator.name.value,
        from,
        url.as_deref(),
        tongue,
    );
    let writer = &Writer {
        tongue,
        enquiry: &enquiry,
    };
    let guardian = contact.guardian.as_ref().map(|guardian| ManagerView {
        name: Some(guardian.name.clone()),
        agency: None,
        ways: writer.ways(&guardian.email, &guardian.phone),
        regions: Vec::new(),
    });
    let shown = |way: &Option<Private<Spanned<String>>>| {
        let way = way.as_ref().filter(|way| kit.shows(way.visibility))?;
        Some(way.value.value.clone())
    };
    let own = [
        ("whatsapp", shown(&contact.whatsapp)),
        ("phone", shown(&contact.phone)),
        ("dm", shown(&contact.dm)),
        ("email", shown(&contact.email)),
        ("booking", shown(&contact.booking)),
    ];
    let own: Vec<Way> = own
        .into_iter()
        .filter_map(|(kind, text)| Some(writer.way(kind, &text?)))
        .collect();
    let guarded = guardian.as_ref().filter(|_| kit.profile.creator.minor);
    let manager = contact
        .manager
        .as_ref()
        .filter(|manager| kit.shows(manager.visibility));
    ContactView {
        ways: guarded.map_or(own, |guardian| guardian.ways.clone()),
        reply: contact
            .reply_within
            .as_ref()
            .map(|time| tongue.say("reply-within", &[("time", time)])),
        manager: manager.map(|manager| ManagerView {
            name: manager.name.clone(),
            agency: manager.agency.clone(),
            ways: writer.ways(&manager.email, &manager.phone),
            regions: manager
                .regions
                .iter()
                .map(|code| tongue.locale.country(&code.value))
                .collect(),
        }),
        guardian,
    }
}

/// Writes ways down.
struct Writer<'a> {
    tongue: &'a Tongue<'a>,
    enquiry: &'a Enquiry,
}

impl Writer<'_> {
    fn ways(&self, email: &Option<Spanned<String>>, phone: &Option<Spanned<String>>) -> Vec<Way> {
        let ways = [("email", email), ("phone", phone)];
        let ways = ways.into_iter().filter_map(|(kind, text)| {
            let text = text.as_ref()?;
            Some(self.way(kind, &text.value))
        });
        ways.collect()
    }

    fn way(&self, kind: &'static str, text: &str) -> Way {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let plus = if text.starts_with('+') { "+" } else { "" };
        let address = match kind {
            "email" => mail_address(text),
            "phone" => format!("tel:{plus}{digits}"),
            "whatsapp" => format!("https://wa.me/{digits}"),
            _ => text.to_string(),
        };
        let printed = match kind {
            "dm" | "booking" => {
                let bare = text
                    .trim_start_matches("https://")
                    .trim_start_matches("http://");
                bare.trim_start_matches("www.")
                    .trim_end_matches('/')
                    .to_string()
            }
            _ => text.to_string(),
        };
        Way {
            kind,
            label: self.tongue.say(&format!("way-{kind}"), &[]),
            text: printed,
            href: match kind {
                "email" => self.enquiry.mail(&address),
                "whatsapp" => self.enquiry.message(&address),
                _ => address.clone(),
            },
            address,
        }
    }
}

/// Where the kit will be published.
fn address(kit: &Kit, options: &Options) -> Option<String> {
    let own = kit.profile.site.url.as_ref().map(|url| &url.value);
    options.base_url.as_ref().or(own).map(url::Url::to_string)
}

/// What the kit says of its looks and its place.
pub fn site(kit: &Kit, options: &Options) -> SiteView {
    let site = &kit.profile.site;
    SiteView {
        url: address(kit, options),
        versions: site
            .versions
            .iter()
            .map(|version| VersionView {
                name: autonym(&version.language.value),
                language: version.language.value.clone(),
                url: version.url.value.clone(),
            })
            .collect(),
        indexing: site.indexing,
        accent: site.accent.as_ref().map(|colour| colour.value.to_string()),
        ground: site.ground.as_ref().map(|colour| colour.value.to_string()),
        density: site.density.word(),
        sheet: site.sheet.word(),
        pdf: if options.pdf { site.pdf } else { Pdf::None }.word(),
        formats: site.formats.iter().map(|format| format.word()).collect(),
    }
}
