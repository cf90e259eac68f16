//! `posts.csv`: what was published. Who got and who opened each post is in files beside it.

use super::super::export::{Export, Sheet};
use super::super::haul::{Haul, Post, first_line};
use super::super::header::Header;
use super::super::vocabulary::meaning;
use super::super::whole;
use super::dated::Dated;
use super::{behind, is_true, number_of, post_of};
use crate::kit::{Choice, Exact, Handle, PostFormat, exact};
use crate::source::csv::{Cell, Record};
use crate::source::{Diagnostic, Diagnostics};
use jiff::civil::Date;
use num_traits::Zero;
use std::collections::BTreeMap;

pub(super) const KIND: &str = "posts.csv";
pub(super) const SECTION: &str = "substack-posts";

/// By the number of a post, how many people.
type Counts = BTreeMap<String, Exact>;

pub(super) fn read(
    export: &Export<'_>,
    sheet: &Sheet<'_>,
    haul: &mut Haul,
    diags: &mut Diagnostics,
) {
    haul.until = Some(export.modified);
    let list = Posts::of(sheet);
    let opens = counts(export, ".opens");
    let delivers = counts(export, ".delivers");
    let mut published = 0;
    for row in list.rows() {
        match list.post(row, haul.account.as_ref()) {
            Ok(None) => {}
            Ok(Some((post, id))) => {
                published += 1;
                let number = number_of(&id.text);
                let people = (delivers.get(number), opens.get(number));
                open_rate(&post, &id, people, export.modified, haul);
            }
            Err(wrong) => diags.push(wrong),
        }
    }
    if published > 0 {
        haul.add(
            export.modified,
            "posts_total",
            exact(published),
            sheet.start,
        );
    }
    if delivers.is_empty() {
        haul.note(
            "how many opened each post is in files beside this one: import the zip as it came",
        );
    }
}

/// Adds how many of those who got `post` opened it.
fn open_rate(
    post: &Post,
    id: &Cell<'_>,
    people: (Option<&Exact>, Option<&Exact>),
    asof: Date,
    haul: &mut Haul,
) {
    match people {
        (Some(got), Some(opened)) if opened <= got && !got.is_zero() => {
            let rate = opened * exact(100) / got;
            haul.add_post(post, "open_rate", rate, id.span, asof);
        }
        (Some(_), Some(_)) => {
            haul.note("posts that more people opened than got were left without an open rate");
        }
        _ => {}
    }
}

/// Of the sheets whose names end so, how many people are in each for each post.
fn counts(export: &Export<'_>, ending: &str) -> Counts {
    let mut counts = Counts::new();
    for sheet in behind(export, |name| name.ends_with(ending)) {
        let mut rows = sheet.filled();
        let Some(names) = rows.next() else {
            continue;
        };
        let header = Header::read("substack-events", names);
        for row in rows {
            let cells = (header.cell(row, "post-id"), header.cell(row, "email"));
            if let (Some(id), Some(people)) = cells
                && let Ok(Some(people)) = whole::read(&people)
            {
                *counts
                    .entry(number_of(&id.text).to_string())
                    .or_insert_with(Exact::zero) += people;
            }
        }
    }
    counts
}

/// A list of posts.
pub(super) struct Posts<'s, 't>(Dated<'s, 't>);

impl<'s, 't> Posts<'s, 't> {
    pub(super) fn of(sheet: &'s Sheet<'t>) -> Posts<'s, 't> {
        Posts(Dated::of(SECTION, sheet))
    }

    pub(super) fn rows(&self) -> &[&'s Record<'t>] {
        &self.0.rows
    }

    /// When the post in `row` was published, as it is written.
    pub(super) fn time(&self, row: &Record<'t>) -> Option<Cell<'t>> {
        self.0.header.cell(row, "date")
    }

    /// The post in `row`, and its id; `None` for a draft and for what is no post.
    pub(super) fn post(
        &self,
        row: &Record<'t>,
        newsletter: Option<&Handle>,
    ) -> Result<Option<(Post, Cell<'t>)>, Diagnostic> {
        let cell = |column| self.0.header.cell(row, column);
        let published = cell("published").is_some_and(|cell| is_true(&cell.text));
        let kind = cell("type");
        let format = kind
            .as_ref()
            .and_then(|kind| meaning("substack-types", &kind.text));
        let (Some(id), Some(date)) = (cell("post-id"), cell("date")) else {
            return Ok(None);
        };
        if !published || (kind.is_some() && format.is_none()) {
            return Ok(None);
        }
        let post = Post {
            link: post_of(&id.text, newsletter),
            published: self.0.written.read(&date)?,
            format: PostFormat::parse(format.unwrap_or("issue")),
            title: cell("title").map(|title| first_line(&title.text)),
        };
        Ok(Some((post, id)))
    }
}
