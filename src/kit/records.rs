//! What is on record: brands, milestones, testimonials, press, facts, links.

use super::contact::visibility;
use super::expected::{self, PAGE};
use super::fields::Fields;
use super::{
    MilestoneKind, Permission, PhotoRef, Relationship, Visibility, language_tag, web_page,
};
use crate::source::{Diagnostic, Spanned};
use jiff::civil::Date;

/// `[[worked_with]]`
#[derive(Clone, Debug)]
pub struct WorkedWith {
    /// Brand.
    pub name: Spanned<String>,
    /// Its page.
    pub url: Option<Spanned<String>>,
    /// Its trade.
    pub sector: Option<String>,
    /// When.
    pub year: Option<i16>,
    /// How.
    pub relationship: Option<Relationship>,
    /// Whether it came back.
    pub renewed: bool,
}

/// A day, or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// A year.
    Year(i16),
    /// A day.
    Day(Date),
}

/// `[[milestones]]`
#[derive(Clone, Debug)]
pub struct Milestone {
    /// When it begins.
    pub date: Spanned<When>,
    /// When it ends, for a span.
    pub until: Option<Spanned<When>>,
    /// What.
    pub title: String,
    /// Where.
    pub place: Option<Spanned<String>>,
    /// A page about it.
    pub url: Option<Spanned<String>>,
    /// What sort.
    pub kind: Option<MilestoneKind>,
}

/// `[[testimonials]]`
#[derive(Clone, Debug)]
pub struct Testimonial {
    /// What was said.
    pub quote: String,
    /// By whom.
    pub person: Spanned<String>,
    /// Their role.
    pub role: Option<String>,
    /// Their company.
    pub company: Option<String>,
    /// When.
    pub date: Option<When>,
    /// Whether it may be shown.
    pub permission: Permission,
    /// Where it stands.
    pub link: Option<Spanned<String>>,
    /// A photo beside the typed quote.
    pub photo: Option<PhotoRef>,
}

/// `[[press]]`
#[derive(Clone, Debug)]
pub struct Press {
    /// Who wrote.
    pub outlet: String,
    /// Title of the piece.
    pub title: Option<String>,
    /// A line of it.
    pub quote: Option<String>,
    /// When.
    pub year: Option<i16>,
    /// Where it is.
    pub url: Option<Spanned<String>>,
    /// Its language, a BCP 47 tag.
    pub language: Option<Spanned<String>>,
}

/// `[[facts]]`
#[derive(Clone, Debug)]
pub struct Fact {
    /// What.
    pub label: Spanned<String>,
    /// The fact.
    pub value: String,
    /// Who may see it.
    pub visibility: Visibility,
}

/// `[[links]]`
#[derive(Clone, Debug)]
pub struct Link {
    /// What it leads to.
    pub title: String,
    /// Address.
    pub url: Spanned<String>,
}

/// `[[worked_with]]`
pub(super) fn worked_with(f: &mut Fields<'_, '_, '_>) -> Option<WorkedWith> {
    let name = f.text("name", 120, "The brand");
    let name = f.required("name", name);
    let brand = WorkedWith {
        url: f.parsed("url", "Its page", PAGE, web_page),
        sector: f.text("sector", 80, "Its trade").map(|text| text.value),
        year: f.year("year", "When"),
        relationship: f
            .choice("relationship", "How you worked together")
            .map(|choice| choice.value),
        renewed: f.flag("renewed", "It came back"),
        name: name?,
    };
    Some(brand)
}

/// `[[milestones]]`
pub(super) fn milestone(f: &mut Fields<'_, '_, '_>) -> Option<Milestone> {
    let date = f.when(
        "date",
        "When: a year such as 2026, or a day such as 2026-05-31",
    );
    let date = f.required("date", date);
    let title = f.text("title", 160, "What");
    let title = f.required("title", title);
    let until = f.when("until", "When it ends, for a span");
    if let (Some(date), Some(until)) = (&date, &until)
        && until.value.last_day() < date.value.first_day()
    {
        f.say(Diagnostic::error("out-of-range", "`until` comes before `date`").at(until.span));
    }
    let milestone = Milestone {
        until,
        place: f.text("place", 120, "Where"),
        url: f.parsed("url", "A page about it", PAGE, web_page),
        kind: f.choice("kind", "What sort").map(|kind| kind.value),
        date: date?,
        title: title?.value,
    };
    Some(milestone)
}

/// `[[testimonials]]`
pub(super) fn testimonial(f: &mut Fields<'_, '_, '_>) -> Option<Testimonial> {
    let quote = f.text("quote", 600, "What was said, word for word");
    let quote = f.required("quote", quote);
    let person = f.text("person", 120, "Who said it");
    let person = f.required("person", person);
    let permission = f.choice("permission", "What they allow; public unless said");
    let permission = permission.map_or(Permission::Public, |choice| choice.value);
    if permission != Permission::Public {
        f.keep_secret();
    }
    let testimonial = Testimonial {
        role: f.text("role", 120, "Their role").map(|text| text.value),
        company: f
            .text("company", 120, "Their company")
            .map(|text| text.value),
        date: f.when("date", "When").map(|when| when.value),
        permission,
        link: f.parsed("link", "Where it stands", PAGE, web_page),
        photo: f.photo("photo", "A photo beside the typed quote"),
        quote: quote?.value,
        person: person?,
    };
    Some(testimonial)
}

/// `[[press]]`
pub(super) fn press(f: &mut Fields<'_, '_, '_>) -> Option<Press> {
    let outlet = f.text("outlet", 120, "Who wrote");
    let outlet = f.required("outlet", outlet);
    let press = Press {
        title: f
            .text("title", 200, "Title of the piece")
            .map(|text| text.value),
        quote: f.text("quote", 400, "A line of it").map(|text| text.value),
        year: f.year("year", "When"),
        url: f.parsed("url", "Where it is", PAGE, web_page),
        language: f.parsed(
            "language",
            "Its language, as a code",
            expected::LANGUAGE,
            language_tag,
        ),
        outlet: outlet?.value,
    };
    Some(press)
}

/// `[[facts]]`
pub(super) fn fact(f: &mut Fields<'_, '_, '_>) -> Option<Fact> {
    let label = f.text("label", 80, "What it is");
    let label = f.required("label", label);
    let value = f.text("value", 300, "The fact");
    let value = f.required("value", value);
    let visibility = visibility(f);
    Some(Fact {
        label: label?,
        value: value?.value,
        visibility,
    })
}

/// `[[links]]` of the profile and of a collaboration.
pub(super) fn link(f: &mut Fields<'_, '_, '_>) -> Option<Link> {
    let title = f.text("title", 120, "What it leads to");
    let title = f.required("title", title);
    let url = f.parsed("url", "Its address", PAGE, web_page);
    let url = f.required("url", url);
    Some(Link {
        title: title?.value,
        url: url?,
    })
}

impl When {
    /// The first day it can mean.
    pub fn first_day(self) -> Date {
        match self {
            When::Year(year) => Date::constant(year, 1, 1),
            When::Day(day) => day,
        }
    }

    /// The last day it can mean.
    pub fn last_day(self) -> Date {
        match self {
            When::Year(year) => Date::constant(year, 12, 31),
            When::Day(day) => day,
        }
    }

    /// The year.
    pub fn year(self) -> i16 {
        match self {
            When::Year(year) => year,
            When::Day(day) => day.year(),
        }
    }
}
