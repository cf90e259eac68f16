//! What may be seen to the bodies of pages.

use super::apart;
use super::functions::Tools;
use super::joined;
use super::press::Press;
use crate::derive::{CaseView, View};
use crate::source::Diagnostic;
use std::thread;
use tera::{Context, Tera};

/// A page without its head.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// Its path in the site.
    pub(super) path: String,
    /// The way from it to the site's root: empty or `../`.
    pub(super) root: &'static str,
    /// Its title.
    pub(super) title: String,
    /// What it is, in a sentence.
    pub(super) description: String,
    /// The content of `body`.
    pub(super) body: String,
}

/// The way from a campaign's page to the site's root.
pub(super) const CASE_ROOT: &str = "../";

/// Whether a campaign has a page of its own.
pub(super) fn has_page(case: &CaseView) -> bool {
    !case.body.is_empty()
}

/// The path of a campaign's page.
pub(super) fn case_path(slug: &str) -> String {
    format!("work/{slug}.html")
}

/// What all templates of pages see of `view`.
pub(super) fn seen(view: &View) -> Context {
    let mut context = Context::new();
    match apart::is_needed(view) {
        true => context.insert("view", &apart::shown(view)),
        false => context.insert("view", view),
    }
    context
}

/// The kit's own page, and the body of the page for what is not there.
pub(super) fn first(
    view: &View,
    context: &Context,
    press: &Press<'_>,
    tools: &Tools,
    engine: &Tera,
) -> Result<(Page, String), Diagnostic> {
    let page = Page {
        path: "index.html".to_string(),
        root: "",
        title: tools.title(&view.creator.name),
        description: description(view, tools),
        body: press.print(engine, "index.html", context)?,
    };
    Ok((page, press.print(engine, "404.html", context)?))
}

/// The pages of campaigns.
pub(super) fn of_cases(
    view: &View,
    context: &Context,
    press: &Press<'_>,
    tools: &Tools,
    engine: &Tera,
) -> Result<Vec<Page>, Diagnostic> {
    let cases = view.work.cases.iter().filter(|case| has_page(case));
    let cases: Vec<&CaseView> = cases.collect();
    let printed = |cases: &[&CaseView]| -> Result<Vec<Page>, Diagnostic> {
        let mut context = context.clone();
        let page = |case: &&CaseView| {
            match apart::is_needed(view) {
                true => context.insert("case", &apart::shown(case)),
                false => context.insert("case", case),
            }
            let title = case.title.as_deref().unwrap_or(&case.brand);
            let title = tools.case_title(title, &view.creator.name);
            Ok(Page {
                path: case_path(&case.slug),
                root: CASE_ROOT,
                description: case.goal.clone().unwrap_or_else(|| title.clone()),
                title,
                body: press.print(engine, "case.html", &context)?,
            })
        };
        cases.iter().map(page).collect()
    };
    let (one, other) = cases.split_at(cases.len() / 2);
    let (one, other) = thread::scope(|scope| {
        let one = scope.spawn(|| printed(one));
        let other = printed(other);
        (joined(one), other)
    });
    Ok([one?, other?].concat())
}

fn description(view: &View, tools: &Tools) -> String {
    let creator = &view.creator;
    let lines = [&creator.tagline, &creator.standfirst];
    let lines: Vec<&str> = lines.into_iter().flatten().map(String::as_str).collect();
    if lines.is_empty() {
        return tools.title(&creator.name);
    }
    lines.join(" ")
}
