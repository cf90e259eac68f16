//! Colours that a kit's own accent or ground makes lighter or darker, so that what is written in them
//! can be read: which, why, and what is seen.

use super::style::{MARK, accent, grounded, marked};
use crate::derive::View;
use crate::theme::{Accent, Limits, Rgb, Theme, Tokens};

/// The light page or the dark one.
struct Page {
    dark: bool,
    /// What it has of a token.
    colour: fn(&Tokens) -> Rgb,
    /// What it asks of an accent.
    limits: fn(&Accent) -> Limits,
}

/// The pages, the light one first.
const PAGES: [Page; 2] = [
    Page {
        dark: false,
        colour: |token| token.light,
        limits: |rule| rule.light,
    },
    Page {
        dark: true,
        colour: |token| token.dark,
        limits: |rule| rule.dark,
    },
];

/// A colour that could not be read where it is, and what is seen in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// The colour as it would be.
    pub from: Rgb,
    /// What it would be seen against.
    pub on: Rgb,
    /// Its contrast to that, 1 to 21.
    pub contrast: f64,
    /// The contrast that is asked for.
    pub needed: f64,
    /// The colour that is seen.
    pub seen: Rgb,
    /// Whether that is on the dark page.
    pub dark: bool,
}

/// What a kit's colours move.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MovedColours {
    /// The kit's accent, where it is worst: on the light page, or else on the dark one.
    pub accent: Option<Moved>,
    /// The theme's colour that is worst to read on the kit's ground, and how many others are moved.
    pub ground: Option<(Moved, usize)>,
}

/// What the kit's colours move of `theme`'s.
pub fn moved_colours(view: &View, theme: &Theme) -> MovedColours {
    MovedColours {
        accent: moved_accent(view, theme),
        ground: moved_by_ground(view, theme),
    }
}

/// Where the kit's accent is seen in another lightness, since it cannot be read as it is: on the page's
/// ground, or else where that is worst. What a theme makes lighter or darker of every accent is not
/// meant: on the dark page, only what even so is not enough.
fn moved_accent(view: &View, theme: &Theme) -> Option<Moved> {
    let accent = accent(view)?;
    let tokens = grounded(view, &theme.manifest);
    PAGES.into_iter().find_map(|page| {
        let (dark, colour) = (page.dark, page.colour);
        let rules = theme.manifest.accents.values();
        let moved = rules.filter_map(|rule| {
            let (on, limits) = (colour(tokens.get(&rule.on)?), (page.limits)(rule));
            let usual = Limits {
                contrast: 0.0,
                ..limits
            };
            let from = if dark {
                accent.readable(usual, on)
            } else {
                accent
            };
            let moved = Moved {
                from,
                on,
                contrast: from.contrast(on),
                needed: limits.contrast,
                seen: accent.readable(limits, on),
                dark,
            };
            let is_meant = dark || limits.darkest == 0.0;
            (moved.is_hard() && is_meant).then(|| (rule.on != "ground", moved))
        });
        let first = moved.min_by(|(aside, a), (also, b)| {
            let worse = a.contrast.total_cmp(&b.contrast);
            aside.cmp(also).then(worse)
        });
        first.map(|(_, moved)| moved)
    })
}

/// The theme's colours that are seen in another lightness on the kit's ground, on the page that the
/// ground is for: what is written in them, and marks of charts.
fn moved_by_ground(view: &View, theme: &Theme) -> Option<(Moved, usize)> {
    let manifest = &theme.manifest;
    view.site.ground.as_ref()?;
    let old = manifest.tokens.get("ground")?;
    let tokens = grounded(view, manifest);
    let new = tokens.get("ground")?;
    let mut pages = PAGES.into_iter();
    let page = pages.find(|page| (page.colour)(old) != (page.colour)(new))?;
    let (dark, colour) = (page.dark, page.colour);
    let mut found = Vec::new();
    for (name, token) in &manifest.tokens {
        let Some(kept) = tokens.get(name).filter(|_| name != "ground") else {
            continue;
        };
        let is_mark = manifest.marks.contains(name);
        let marked = is_mark.then(|| marked(name, manifest, &tokens)).flatten();
        let seen = colour(&marked.unwrap_or(*kept));
        let from = colour(token);
        let usual = from.contrast(colour(old));
        let moved = Moved {
            from,
            on: colour(new),
            contrast: from.contrast(colour(new)),
            needed: if usual >= 4.5 { 4.5 } else { usual.min(MARK) },
            seen,
            dark,
        };
        if seen != from && moved.is_hard() {
            found.push(moved);
        }
    }
    let worst = found
        .iter()
        .copied()
        .min_by(|a, b| (a.contrast / a.needed).total_cmp(&(b.contrast / b.needed)))?;
    Some((worst, found.len() - 1))
}

impl Moved {
    fn is_hard(&self) -> bool {
        self.contrast < self.needed
    }
}
