//! What may be seen, in a theme's look, to the files of a site.
//!
//! One way only: the bodies of pages, then styles, then heads around the bodies. Slow work is not
//! done here: a picture is noted as a [`Job`] under the name its file will have. This module
//! knows no file system and no kit, only what [`View`] holds.

mod data;
mod files;
mod functions;
mod head;
mod page;
mod pictures;
mod plain;
mod prose;
#[cfg(test)]
mod sample;
mod style;

use crate::derive::View;
use crate::jobs::Job;
use crate::source::Diagnostics;
use crate::theme::Theme;
use crate::words::Words;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A site: what will be at each path.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// By path: ASCII in lower case, `/` between the parts.
    pub files: BTreeMap<String, Asset>,
}

/// What a file of a site holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asset {
    /// These bytes.
    Bytes(Vec<u8>),
    /// What this job makes.
    Job(Job),
}

/// Turns what may be seen into a site. `None` after an error was reported: a template of the
/// theme fails.
pub fn render(
    view: &View,
    theme: &Theme,
    words: &Arc<Words>,
    diags: &mut Diagnostics,
) -> Option<Site> {
    let tools = functions::Tools::new(view, theme, words);
    let mut engine = theme.engine(|engine| tools.register(engine, ""), diags)?;
    let look = style::look(view, theme);
    let made = page::bodies(view, &tools, &mut engine).and_then(|bodies| {
        let style = style::stylesheet("kit.css", &look, &engine)?;
        let lost = style::stylesheet("404.css", &look, &engine)?;
        Ok((bodies, style, lost))
    });
    let (bodies, style, lost) = match made {
        Ok(made) => made,
        Err(error) => {
            diags.push(theme.blame(&error));
            return None;
        }
    };

    let mut site = Site::default();
    let mut add = |path: &str, text: String| {
        site.files
            .insert(path.to_string(), Asset::Bytes(text.into_bytes()));
    };
    let style_path = style::path(&style);
    for page in &bodies.pages {
        add(&page.path, head::document(page, view, &look, &style_path));
    }
    add(&style_path, style);
    add(
        "404.html",
        files::lost_page(&bodies.lost, &lost, view, words),
    );
    add("favicon.svg", files::favicon(&view.creator.initials, &look));
    add("kit.json", data::kit_json(view));
    add("kit.txt", plain::kit_txt(view, words));
    add("contact.vcf", data::contact_vcf(view));
    add("_headers", files::headers(view, &lost));
    add(".nojekyll", String::new());
    if let Some(url) = &view.site.url
        && view.site.indexing
    {
        add("sitemap.xml", files::sitemap(url, &bodies.pages));
        add("robots.txt", files::robots(url));
    }
    let pictures = tools.pictures.noted();
    site.files.extend(
        pictures
            .into_iter()
            .map(|(path, job)| (path, Asset::Job(job))),
    );
    Some(site)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn site(view: &View) -> Site {
        let mut diags = Diagnostics::new();
        let theme = crate::theme::load(&Sources::new(), "editorial", &mut diags);
        let words = Arc::new(Words::load("en").expect("English"));
        let site = render(view, &theme.expect("a theme"), &words, &mut diags);
        let said: Vec<_> = diags.iter().collect();
        assert!(said.is_empty(), "{said:?}");
        site.expect("a site")
    }

    fn text<'a>(site: &'a Site, path: &str) -> &'a str {
        match site.files.get(path) {
            Some(Asset::Bytes(bytes)) => std::str::from_utf8(bytes).expect("UTF-8"),
            other => panic!("{path}: {other:?}"),
        }
    }
}
