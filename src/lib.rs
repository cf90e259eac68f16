//! One folder of plain files becomes a media kit that a brand can trust.
//!
//! Five nouns, five verbs:
//!
//! ```text
//!  folder --read--> Sources --parse--> Kit --derive--> View --render--> Site --run--> Files --write--> folder
//!                                                                                       \--pack--> one file to send
//! ```
//!
//! | noun | what it is |
//! |---|---|
//! | [`source::Sources`] | the text of every input file, and what must be known of every photo |
//! | [`kit::Kit`] | what the creator wrote, typed and valid, each value still knowing its place |
//! | [`derive::View`] | what one audience may see, as data: the contract with themes |
//! | [`render::Site`] | output path to bytes, or to a job that makes the bytes |
//! | [`finish::Files`] | output path to finished bytes |
//!
//! Beside them, [`source::Diagnostics`] is everything there is to say about the kit.
//!
//! From `parse` to `Site` all is pure: no files, clock, environment or globals, and equal input
//! gives equal bytes. Files are read and written in [`disk`] only, and the terminal is spoken to
//! in [`cli`] only. Modules stand in one order and use only what stands before them:
//!
//! ```text
//!  source < words < chart < kit < import < derive < theme < jobs < render < check < finish < lib < disk < preview < cli < main
//! ```
//!
//! Two kinds of trouble are never mixed. What is wrong with the creator's files is a
//! [`source::Diagnostic`]: collected, many in one run, with a place wherever a file is to blame.
//! What is wrong with the world is a [`disk::IoError`]: it stops the command with one line.

pub mod chart;
pub mod check;
pub mod cli;
pub mod derive;
pub mod disk;
pub mod finish;
pub mod import;
pub mod jobs;
pub mod kit;
pub mod preview;
pub mod render;
pub mod source;
pub mod theme;
pub mod words;

use check::{Occasion, Subject};
use derive::View;
use kit::Kit;
use render::{Kept, Site, Templates, joined};
use source::{Audience, Diagnostics, Options, Sources};
use std::thread;
use theme::Theme;
use words::Words;

/// Everything one run made of a kit. What is `None` could not be made, and the diagnostics say
/// why; with an error among them, nothing of it should be published.
#[derive(Debug)]
pub struct Build {
    /// What the creator wrote.
    pub kit: Option<Kit>,
    /// What the audience may see.
    pub view: Option<View>,
    /// What will be at each path.
    pub site: Option<Site>,
    /// What there is to say.
    pub diagnostics: Diagnostics,
}

/// Turns a kit into a site. Pure: the same sources and options always give the same build.
pub fn build(sources: &Sources, options: &Options) -> Build {
    build_with(sources, options, &Kept::default())
}

/// [`build`], faster where a build before it `kept` the templates of the same theme.
pub fn build_with(sources: &Sources, options: &Options, kept: &Kept) -> Build {
    make(sources, options, kept, Occasion::Build)
}

/// [`build`], with advice from a brand's side.
pub fn review(sources: &Sources, options: &Options) -> Build {
    make(sources, options, &Kept::default(), Occasion::Review)
}

fn make(sources: &Sources, options: &Options, kept: &Kept, occasion: Occasion) -> Build {
    let mut diagnostics = Diagnostics::new();
    let diags = &mut diagnostics;
    let Some(Seen {
        kit,
        view,
        words,
        theme,
        templates,
    }) = seen(sources, options, kept, diags)
    else {
        return Build {
            kit: None,
            view: None,
            site: None,
            diagnostics,
        };
    };
    let subject = Subject {
        sources,
        kit: &kit,
        view: &view,
        accent: theme
            .as_ref()
            .and_then(|theme| render::moved_accent(&view, theme)),
        today: options.today,
    };
    let rendered = thread::scope(|scope| {
        let rendered = theme.as_ref().zip(templates).map(|(theme, templates)| {
            let (view, words, leash) = (&view, &words, &options.leash);
            scope.spawn(move || {
                let mut templates = templates;
                let rendered =
                    apart(|said| render::render(view, theme, &mut templates, words, leash, said));
                kept.put(templates);
                rendered
            })
        });
        check::run(&subject, occasion, diags);
        rendered.map(joined)
    });
    let site = rendered.and_then(|(site, said)| {
        diags.append(said);
        site
    });
    Build {
        kit: Some(kit),
        view: Some(view),
        site,
        diagnostics,
    }
}

/// A kit, what may be seen of it, and what it asks to be seen in.
struct Seen {
    kit: Kit,
    view: View,
    words: Words,
    theme: Option<Theme>,
    templates: Option<Templates>,
}

/// Reads the kit, and its theme beside it: neither its numbers nor templates need anything of the
/// rest, and together they are more than half of this.
fn seen(
    sources: &Sources,
    options: &Options,
    kept: &Kept,
    diags: &mut Diagnostics,
) -> Option<Seen> {
    thread::scope(|scope| {
        let numbers = scope.spawn(|| apart(|said| kit::numbers(sources, said)));
        let texts = kit::texts(sources, diags);
        let look = texts.as_ref().map(|kit| look(kit, sources, diags));
        let theme = look.as_ref().and_then(|(theme, _)| theme.as_ref());
        let (kit, view, templates) = thread::scope(|scope| {
            let templates = theme
                .map(|theme| scope.spawn(|| apart(|said| render::templates(theme, kept, said))));
            let (rows, said) = joined(numbers);
            diags.append(said);
            let kit = texts.map(|kit| Kit { rows, ..kit });
            let kit = match &options.audience {
                Audience::Public => kit,
                Audience::Brand(name) => kit.and_then(|kit| kit.edition(name)),
            };
            let derived = kit.as_ref().zip(look.as_ref());
            let view = derived.map(|(kit, (_, words))| derive::derive(kit, words, options));
            (kit, view, templates.map(joined))
        });
        let templates = templates.and_then(|(templates, said)| {
            diags.append(said);
            templates
        });
        let (theme, words) = look?;
        Some(Seen {
            kit: kit?,
            view: view?,
            words,
            theme,
            templates,
        })
    })
}

/// The theme that a kit asks for, and the words in that theme's voice.
fn look(kit: &Kit, sources: &Sources, diags: &mut Diagnostics) -> (Option<Theme>, Words) {
    let asked = &kit.profile.site;
    let theme = theme::load(sources, asked.theme.as_ref(), diags);
    let theme = theme.and_then(|theme| theme.set_in(&asked.fonts, sources, diags));
    let theme = theme.and_then(|theme| theme.with_options(&asked.options, diags));
    let words = Words::of(&asked.language, &kit.profile.words);
    let voice = theme.as_ref().and_then(|it| it.manifest.voice.as_deref());
    let words = words.voiced(voice);
    (theme, words)
}

/// What `make` makes, and what there is to say of it.
fn apart<T>(make: impl FnOnce(&mut Diagnostics) -> T) -> (T, Diagnostics) {
    let mut diags = Diagnostics::new();
    (make(&mut diags), diags)
}
