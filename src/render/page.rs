//! What may be seen to the bodies of pages.

use super::functions::Tools;
use super::press::Press;
use crate::derive::{CaseView, View};
use crate::source::Diagnostic;
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

/// The bodies of a site.
pub(super) struct Bodies {
    /// The pages, the first one first.
    pub(super) pages: Vec<Page>,
    /// The body of the page for what is not there.
    pub(super) lost: String,
}

/// Whether a campaign has a page of its own.
pub(super) fn has_page(case: &CaseView) -> bool {
    !case.body.is_empty()
}

/// The path of a campaign's page.
pub(super) fn case_path(slug: &str) -> String {
    format!("work/{slug}.html")
}

/// The bodies of all pages.
pub(super) fn bodies(
    view: &View,
    build: &str,
    press: &Press<'_>,
    tools: &Tools,
    engine: &mut Tera,
) -> Result<Bodies, Diagnostic> {
    let mut context = Context::new();
    context.insert("view", view);
    context.insert("build", build);
    context.insert("options", press.theme.options());
    context.insert("files", &*tools.files);

    tools.register(engine, "");
    let mut pages = vec![Page {
        path: "index.html".to_string(),
        root: "",
        title: tools.title(&view.creator.name),
        description: description(view, tools),
        body: press.print(engine, "index.html", &context)?,
    }];
    let lost = press.print(engine, "404.html", &context)?;

    tools.register(engine, "../");
    for case in view.work.cases.iter().filter(|case| has_page(case)) {
        context.insert("case", case);
        let title = case.title.as_deref().unwrap_or(&case.brand);
        let title = tools.case_title(title, &view.creator.name);
        pages.push(Page {
            path: case_path(&case.slug),
            root: "../",
            description: case.goal.clone().unwrap_or_else(|| title.clone()),
            title,
            body: press.print(engine, "case.html", &context)?,
        });
    }
    Ok(Bodies { pages, lost })
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
