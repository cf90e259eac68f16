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
use finish::{Leak, Needle};
use jiff::civil::Date;
use kit::{Kit, SecretKind};
use render::{Kept, Site, Templates, joined};
use source::{Audience, Diagnostic, Diagnostics, Options, Sources, Span};
use std::collections::{BTreeMap, BTreeSet};
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
        moved: theme
            .as_ref()
            .map(|theme| render::moved_colours(&view, theme))
            .unwrap_or_default(),
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
                Audience::Brand(name) => kit.and_then(|kit| kit.edition(name, diags)),
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

/// What is not for everybody and stands all the same in `files`, which everybody gets: an error for
/// each place in the kit and file, without the words. `inputs` are [`Site::texts`] of the site.
pub fn leaks(
    sources: &Sources,
    options: &Options,
    kit: &Kit,
    files: &BTreeMap<String, Vec<u8>>,
    inputs: &BTreeMap<String, Vec<u8>>,
) -> Diagnostics {
    let mut diags = Diagnostics::new();
    let (needles, places): (Vec<Needle>, Vec<Span>) =
        needles(kit, options.today).into_iter().unzip();
    if needles.is_empty() {
        return diags;
    }
    // What is there without it, too, says nothing of it: in a theme of ours, since what the kit's
    // own files say they may say by mistake.
    let open = kit.without_secrets(options.today);
    let said = &mut Diagnostics::new();
    let asked = open.profile.site.theme.as_ref();
    let asked = asked.filter(|asked| theme::names().any(|name| name == asked.value));
    let theme = theme::load(&Sources::new(), asked, said);
    let voice = theme.as_ref().and_then(|it| it.manifest.voice.as_deref());
    let words = Words::of(&open.profile.site.language, &open.profile.words).voiced(voice);
    let view = derive::derive(&open, &words, options);
    let site = theme.as_ref().and_then(|theme| {
        let mut templates = render::templates(theme, &Kept::default(), said)?;
        render::render(&view, theme, &mut templates, &words, &options.leash, said)
    });
    let known = site.map(|site| site.texts()).unwrap_or_default();
    let known = known.iter();
    let known = known.map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    let made = files.iter().chain(inputs);
    let made = made.map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    let mut told = BTreeSet::new();
    for Leak { needle, path } in finish::leaks(&needles, known, made) {
        let place = places[needle];
        let text = sources.text(place.file);
        let line = source::position(&text.text, place.start as usize).line;
        if told.insert((place.file, line, path.clone())) {
            let message = format!(
                "`{path}` says what stands in line {line} of `{}`, and that is not for everybody",
                text.path
            );
            diags.push(Diagnostic::error("private-leak", message).hint(
                "look where else it stands: in a text, in the theme, in the name of a file; or let everybody see it",
            ));
        }
    }
    diags
}

/// What is looked for in what everybody gets, and where it is written.
fn needles(kit: &Kit, today: Date) -> Vec<(Needle, Span)> {
    let hidden = kit.secrets.iter();
    let hidden = hidden.filter(|secret| secret.until.is_none_or(|day| day > today));
    let mut all: Vec<(Needle, Span)> = Vec::new();
    let mut numbers: Vec<(String, Span)> = Vec::new();
    for secret in hidden {
        match secret.kind {
            SecretKind::Words | SecretKind::Name => {
                all.push((Needle::of(&secret.text), secret.span));
            }
            SecretKind::Number => numbers.push((secret.text.clone(), secret.span)),
        }
    }
    numbers.extend(derive::secret_counts(kit));
    let numbers = numbers.iter();
    let written = numbers.flat_map(|(number, place)| {
        let ways = derive::written(number).into_iter();
        ways.map(|text| (text, *place))
    });
    for (text, place) in written.chain(derive::secret_prices(kit)) {
        let kind = finish::Kind::Amount;
        all.push((Needle { text, kind }, place));
    }
    all
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
