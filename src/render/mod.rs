//! What may be seen, in a theme's look, to the files of a site.
//!
//! One way only: the bodies of pages, then the characters in use, fonts for them, styles, and
//! heads around the bodies. Slow work is not done here: a picture or a font is noted as a [`Job`]
//! under the name its file will have. This module
//! knows no file system and no kit, only what [`View`] holds.

mod apart;
mod card;
mod charts;
mod data;
mod files;
mod fonts;
mod functions;
mod head;
mod headers;
mod identity;
mod measure;
mod moved;
mod page;
mod paper;
mod pictures;
mod plain;
mod press;
mod prose;
#[cfg(test)]
mod sample;
mod sheet;
mod style;
mod templates;
#[cfg(test)]
mod tests;
mod unlock;

pub use head::{Policy, policy};
pub use headers::{HeaderRule, header_rules};
pub use identity::build_id;
pub use moved::{Moved, MovedColours, moved_colours};
pub use templates::{Kept, Templates, templates};
pub use unlock::{UNLOCK_SCRIPT, UNLOCK_STYLE, unlock_policy};

use crate::derive::View;
use crate::jobs::{Job, Picture};
use crate::source::{Diagnostics, Leash, Photo};
use crate::theme::{self, Theme};
use crate::words::Words;
use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread::{self, ScopedJoinHandle};

/// A site: what will be at each path.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// By path: ASCII in lower case, `/` between the parts.
    pub files: BTreeMap<String, Asset>,
}

impl Site {
    /// The photos that pictures of it are made of, by path.
    pub fn photos(&self) -> BTreeMap<String, Arc<Photo>> {
        let mut photos = BTreeMap::new();
        let mut note = |picture: &Picture| {
            photos.insert(picture.photo.path.clone(), Arc::clone(&picture.photo));
        };
        for asset in self.files.values() {
            match asset {
                Asset::Job(Job::Picture(picture)) => note(picture),
                Asset::Job(Job::Typeset(document)) => {
                    document.paper.pictures.iter().for_each(&mut note)
                }
                Asset::Job(Job::Font(_)) | Asset::Bytes(_) => {}
            }
        }
        photos
    }
}

impl Site {
    /// BLAKE3 of all that decides its files: equal sites have equal contents.
    pub fn content(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        for (path, asset) in &self.files {
            hasher.update(&(path.len() as u64).to_le_bytes());
            hasher.update(path.as_bytes());
            match asset {
                Asset::Bytes(bytes) => hasher.update(blake3::hash(bytes).as_bytes()),
                Asset::Job(job) => hasher.update(job.key().bytes()),
            };
        }
        hasher.finalize().into()
    }

    /// What is known of its files before anything slow is made: their bytes, and of documents what
    /// they are set from.
    pub fn texts(&self) -> BTreeMap<String, Vec<u8>> {
        let text = |asset: &Asset| match asset {
            Asset::Bytes(bytes) => Some(bytes.clone()),
            Asset::Job(Job::Typeset(document)) => {
                Some(format!("{}\n{}", document.look, document.paper.view).into_bytes())
            }
            Asset::Job(Job::Picture(_) | Job::Font(_)) => None,
        };
        let texts = self.files.iter();
        texts
            .filter_map(|(path, asset)| Some((path.clone(), text(asset)?)))
            .collect()
    }
}

/// What a file of a site holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asset {
    /// These bytes.
    Bytes(Vec<u8>),
    /// What this job makes.
    Job(Job),
}

impl Asset {
    /// The job, where there is one.
    pub fn job(&self) -> Option<&Job> {
        match self {
            Asset::Job(job) => Some(job),
            Asset::Bytes(_) => None,
        }
    }
}

/// Turns what may be seen into a site, by the [`templates`] of its theme. `None` after an error was
/// reported: a template fails, or does not end before `leash` is pulled.
pub fn render(
    view: &View,
    theme: &Theme,
    templates: &mut Templates,
    words: &Words,
    leash: &Leash,
    diags: &mut Diagnostics,
) -> Option<Site> {
    let Templates { engine, content } = templates;
    let look = style::look(view, theme);
    let (mut context, seen, documents) = thread::scope(|scope| {
        let context = scope.spawn(|| page::seen(view));
        // A view always becomes JSON.
        let seen = serde_json::to_string(view).unwrap_or_default();
        let printed = apart::is_needed(view).then(|| apart::shown(view).to_string());
        let printed = printed.as_ref().unwrap_or(&seen);
        let documents = paper::Documents::plan(view, printed, theme, words, &look, diags);
        (joined(context), seen, documents)
    });
    let tools = functions::Tools::new(view, theme, words, &documents);
    let build = identity::named(view, &seen, content);
    context.insert("build", &build);
    context.insert("options", theme.options());
    context.insert("files", &*tools.files);
    let steps = leash.clone();
    theme::heed(engine, move |into| match into {
        Some(name) => steps.begin(name),
        None => steps.end_last(),
    });
    measure::Measure::new(view, theme).register(engine);
    tools.register(engine, "");
    let press = press::Press { theme, leash };
    // The first page takes about as long as all that is beside it.
    let ((data, set, styles), first) = thread::scope(|scope| {
        let beside = scope.spawn(|| {
            let style = |name| style::stylesheet(name, &look, &press, engine);
            let styles = style("kit.css").and_then(|kit| Ok((kit, style("404.css")?)));
            (
                data_files(view, words, &build),
                documents.jobs(&build),
                styles,
            )
        });
        let first = page::first(view, &context, &press, &tools, engine);
        (joined(beside), first)
    });
    tools.register(engine, page::CASE_ROOT);
    let made = first.and_then(|(first, lost)| {
        let mut pages = vec![first];
        pages.extend(page::of_cases(view, &context, &press, &tools, engine)?);
        Ok((pages, lost, styles?))
    });
    let (pages, lost, (style, lost_style)) = match made {
        Ok(made) => made,
        Err(said) => {
            diags.push(said);
            return None;
        }
    };
    let texts = pages.iter().map(|page| page.body.as_str());
    let styles = [Some(style.as_str()), theme.style()];
    let fonts = match fonts::fonts(theme, texts.chain(styles.into_iter().flatten())) {
        Ok(fonts) => fonts,
        Err((path, fault)) => {
            diags.push(fault.diagnostic(&path));
            return None;
        }
    };

    let mut site = Site::default();
    let mut add = |path: &str, text: String| {
        site.files
            .insert(path.to_string(), Asset::Bytes(text.into_bytes()));
    };
    // Before the theme's own rules, which may overrule these.
    let points = style::point_rules(&tools.pictures.points());
    let style = fonts.rules + &style::layered(points + &style, theme.style());
    let card = documents.paths().any(|path| path == paper::CARD);
    let needs = head::Needs {
        style: style::path(&style),
        fonts: fonts.preloaded,
        card: card.then(|| tools.title(&view.creator.name)),
        build: &build,
    };
    for page in &pages {
        add(&page.path, head::document(page, view, &look, &needs));
    }
    add(&needs.style, style);
    add(
        "404.html",
        files::lost_page(&lost, &lost_style, view, words),
    );
    add("favicon.svg", files::favicon(&view.creator.initials, &look));
    data.into_iter().for_each(|(path, text)| add(path, text));
    add("_headers", headers::text(view, &lost_style));
    add(".nojekyll", String::new());
    if let Some(url) = &view.site.url
        && view.site.indexing
    {
        add("sitemap.xml", files::sitemap(url, &pages, view));
        add("robots.txt", files::robots(url));
    }
    let jobs = tools.pictures.noted().into_iter().chain(fonts.jobs);
    let jobs = jobs.chain(set);
    site.files
        .extend(jobs.map(|(path, job)| (path, Asset::Job(job))));
    Some(site)
}

/// The files for programs, by path.
fn data_files(view: &View, words: &Words, build: &str) -> [(&'static str, String); 5] {
    [
        ("kit.json", data::kit_json(view, build)),
        (data::SCHEMA_PATH, data::SCHEMA.to_string()),
        ("kit.txt", plain::kit_txt(view, words, build)),
        ("kit.csv", sheet::kit_csv(view, build)),
        ("contact.vcf", card::contact_vcf(view, words, build)),
    ]
}

/// What a thread made. If it panicked, so does this one.
pub(crate) fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}
