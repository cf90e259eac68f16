//! A photo and a slot to the HTML of a picture, noting the jobs that make its files.

use super::style;
use crate::derive::{PhotoView, View};
use crate::jobs::{Cut, Effort, Job, Picture, plan};
use crate::kit::{Choice, Format};
use crate::theme::{Slot, Theme, escape};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

/// What files are cut round where the kit names no point: what matters is rather above the middle.
const USUAL: (u8, u8) = (50, 40);

/// The photos that may be shown, the places for them, and the pictures asked for so far.
pub(super) struct Pictures {
    photos: BTreeMap<String, PhotoView>,
    slots: BTreeMap<String, Slot>,
    formats: Vec<Format>,
    noted: Mutex<BTreeMap<String, Job>>,
    points: Mutex<BTreeSet<(u8, u8)>>,
}

impl Pictures {
    pub(super) fn new(view: &View, theme: &Theme) -> Pictures {
        let photos = view.photos().into_iter();
        let asked = view
            .site
            .formats
            .iter()
            .filter_map(|word| Format::parse(word));
        let mut formats: Vec<Format> = asked.collect();
        if formats.is_empty() {
            formats.clone_from(&theme.manifest.formats);
        }
        Pictures {
            photos: photos
                .map(|(path, photo)| (path.to_string(), photo.clone()))
                .collect(),
            slots: theme.manifest.slots.clone(),
            formats,
            noted: Mutex::default(),
            points: Mutex::default(),
        }
    }

    /// The jobs of all pictures asked for, by the paths of their files.
    pub(super) fn noted(&self) -> BTreeMap<String, Job> {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *noted)
    }

    /// The points that pictures asked to be kept in sight, in percent of their files from the left
    /// and the top: what the stylesheet needs rules for.
    pub(super) fn points(&self) -> BTreeSet<(u8, u8)> {
        let points = self.points.lock().unwrap_or_else(PoisonError::into_inner);
        points.clone()
    }

    /// The photo at `path` for `slot`, in a page whose way to the site's root is `root`. `sizes`
    /// stand for the slot's own where places of one slot differ. An eager picture is among the
    /// first things seen. Nobody is told twice what `beside` says already. The message of an error
    /// is for the theme's author.
    pub(super) fn html(
        &self,
        path: &str,
        slot: &str,
        sizes: Option<&str>,
        root: &str,
        eager: bool,
        beside: &str,
    ) -> Result<String, String> {
        let photo = self
            .photos
            .get(path)
            .ok_or_else(|| format!("`{path}` is no photo that may be shown"))?;
        let slot = self.slots.get(slot).ok_or_else(|| {
            let slots: Vec<&str> = self.slots.keys().map(String::as_str).collect();
            let slots = slots.join(", ");
            format!("theme.toml has no `[slots.{slot}]`; it has {slots}")
        })?;
        let planned = plan(
            &photo.photo,
            &slot.widths,
            slot.ratio,
            photo.focus.unwrap_or(USUAL),
        );
        let Some(largest) = planned.last() else {
            return Err(format!("`{path}` has no size for this slot"));
        };

        // JPEG has no transparency, so it is no second choice for such a photo.
        let opaque = !photo.photo.transparent;
        let fits = |format: &&Format| opaque || **format != Format::Jpeg;
        let mut formats: Vec<Format> = self.formats.iter().filter(fits).copied().collect();
        let last = formats.pop().unwrap_or(Format::Webp);

        // How wide a photo has to be to cover a place depends on its shape.
        let shape = f64::from(largest.width) / f64::from(largest.height);
        let sizes = sizes.unwrap_or(&slot.sizes);
        let sizes = escape(&sizes.replace("{shape}", &format!("{shape:.3}")));
        let mut out = String::new();
        for &format in &formats {
            let set = self.set(photo, &planned, format, root);
            let kind = media_type(format);
            let _ = write!(
                out,
                r#"<source type="{kind}" srcset="{set}" sizes="{sizes}">"#
            );
        }
        // The last format is for the few readers that know no other: one size does for them,
        // and its encoder is the slow one.
        let middle = planned
            .iter()
            .find(|size| size.width >= 960)
            .unwrap_or(largest);
        let source = format!("{root}{}", self.note(photo, middle, last));
        let set = if formats.is_empty() {
            let set = self.set(photo, &planned, last, root);
            format!(r#" srcset="{set}" sizes="{sizes}""#)
        } else {
            String::new()
        };
        let same = photo.alt.trim().eq_ignore_ascii_case(beside.trim());
        let alt = if same { "" } else { &photo.alt };
        let loading = if eager {
            r#"fetchpriority="high""#
        } else {
            r#"loading="lazy" decoding="async""#
        };
        let class = match self.point(photo, largest) {
            Some(point) => format!(r#" class="{}""#, style::point_class(point)),
            None => String::new(),
        };
        let img = format!(
            r#"<img{class} src="{source}"{set} width="{}" height="{}" alt="{}" {loading}>"#,
            largest.width,
            largest.height,
            escape(alt),
        );
        if formats.is_empty() {
            return Ok(img);
        }
        Ok(format!("<picture>{out}{img}</picture>"))
    }

    /// Where in its files the point lies that `photo` must not lose in a place of another shape,
    /// noted for the stylesheet. `None` where that is the middle, which nothing loses.
    fn point(&self, photo: &PhotoView, cut: &Cut) -> Option<(u8, u8)> {
        let point = cut.place(&photo.photo, photo.focus?);
        if point == (50, 50) {
            return None;
        }
        let mut points = self.points.lock().unwrap_or_else(PoisonError::into_inner);
        points.insert(point);
        Some(point)
    }

    fn set(&self, photo: &PhotoView, sizes: &[Cut], format: Format, root: &str) -> String {
        let one = |size: &Cut| format!("{root}{} {}w", self.note(photo, size, format), size.width);
        sizes.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    /// Notes the job and gives the path of its file.
    fn note(&self, photo: &PhotoView, size: &Cut, format: Format) -> String {
        let job = Job::Picture(Picture {
            photo: photo.photo.clone(),
            crop: size.crop,
            width: size.width,
            height: size.height,
            format,
            effort: Effort::Best,
        });
        let path = format!("assets/{}.{}", job.key(), extension(format));
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        noted.insert(path.clone(), job);
        path
    }
}

fn media_type(format: Format) -> &'static str {
    match format {
        Format::Jpeg => "image/jpeg",
        Format::Webp => "image/webp",
        Format::Avif => "image/avif",
    }
}

fn extension(format: Format) -> &'static str {
    match format {
        Format::Jpeg => "jpg",
        Format::Webp => "webp",
        Format::Avif => "avif",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;
    use crate::source::{Diagnostics, Photo, Sources};
    use std::sync::Arc;

    #[test]
    fn pictures_suit_the_photo_and_the_formats() {
        fn check(transparent: bool, formats: &[&'static str], eager: bool, expected: [usize; 4]) {
            let mut view = sample::sparse();
            let mut photo = sample::photo("photos/a.png", 1000, 700, "\"a\"");
            photo.photo = Arc::new(Photo {
                transparent,
                ..(*photo.photo).clone()
            });
            view.creator.hero = Some(photo);
            view.site.formats = formats.to_vec();
            let mut diags = Diagnostics::new();
            let theme = crate::theme::load(&Sources::new(), None, &mut diags);
            let pictures = Pictures::new(&view, &theme.expect("a theme"));
            let html = pictures.html("photos/a.png", "hero", None, "../", eager, "");
            let html = html.expect("a picture");
            let count = |part: &str| html.matches(part).count();
            let counts = ["<source", ".webp", ".jpg", "loading=\"lazy\""].map(count);
            assert_eq!(counts, expected, "{html}");
            assert!(html.contains("alt=\"&quot;a&quot;\""), "{html}");
            let files = count(".avif") + counts[1] + counts[2];
            assert_eq!(count("../assets/"), files, "{html}");
            let named = pictures.noted().len();
            assert!((1..=files).contains(&named), "{named}");
        }
        // Widths of 480, 800 and 1000 pixels; the last format comes once.
        check(false, &[], false, [0, 0, 4, 1]);
        check(false, &["webp", "jpeg"], false, [1, 3, 1, 1]);
        check(false, &["webp", "jpeg"], true, [1, 3, 1, 0]);
        check(true, &[], false, [0, 4, 0, 1]);
        check(false, &["jpeg"], false, [0, 0, 4, 1]);
        check(true, &["jpeg"], false, [0, 4, 0, 1]);
        check(false, &["jpeg", "webp"], false, [1, 1, 3, 1]);
        check(false, &["avif", "webp", "jpeg"], false, [2, 3, 1, 1]);
        check(true, &["avif", "webp", "jpeg"], false, [1, 1, 0, 1]);
        check(true, &["avif", "jpeg"], false, [0, 0, 0, 1]);
    }

    #[test]
    fn points_stay_in_sight() {
        fn check(slot: &str, focus: Option<(u8, u8)>, expected: Option<(&str, (u8, u8))>) {
            let mut view = sample::sparse();
            let mut photo = sample::photo("photos/a.png", 1000, 800, "A corridor");
            photo.focus = focus;
            view.creator.hero = Some(photo);
            let theme = crate::theme::load(&Sources::new(), None, &mut Diagnostics::new());
            let pictures = Pictures::new(&view, &theme.expect("a theme"));
            let html = pictures.html("photos/a.png", slot, None, "", false, "");
            let html = html.expect("a picture");
            let class = html.split_once(" class=\"").map(|(_, rest)| rest);
            let class = class.and_then(|rest| rest.split('"').next());
            assert_eq!(class, expected.map(|(class, _)| class), "{html}");
            let points: Vec<_> = pictures.points().into_iter().collect();
            assert_eq!(points, Vec::from_iter(expected.map(|(_, point)| point)));
        }
        // The whole photo.
        check("gallery", None, None);
        check("gallery", Some((50, 50)), None);
        check("gallery", Some((50, 40)), Some(("at-50-40", (50, 40))));
        check("gallery", Some((5, 100)), Some(("at-5-100", (5, 100))));
        // Cut to 2:1: round the point, or as near to it as the edge lets it.
        check("spread", None, None);
        check("spread", Some((50, 60)), None);
        check("spread", Some((46, 60)), Some(("at-46-50", (46, 50))));
        check("spread", Some((50, 5)), Some(("at-50-8", (50, 8))));
    }

    #[test]
    fn sizes_know_the_shape_of_the_picture() {
        fn check(slot: &str, sizes: Option<&str>, expected: &str) {
            let mut view = sample::sparse();
            view.creator.hero = Some(sample::photo("photos/a.png", 1000, 800, "A corridor"));
            let theme = crate::theme::load(&Sources::new(), None, &mut Diagnostics::new());
            let mut theme = theme.expect("a theme");
            let whole = theme.manifest.slots.get_mut("plate").expect("a slot");
            whole.sizes = "min(9vw, 9rem * {shape})".to_string();
            let pictures = Pictures::new(&view, &theme);
            let html = pictures.html("photos/a.png", slot, sizes, "", false, "");
            let html = html.expect("a picture");
            assert!(html.contains(&format!("sizes=\"{expected}\"")), "{html}");
        }
        check("plate", None, "min(9vw, 9rem * 1.250)");
        check("plate", Some("7vw"), "7vw");
        // A picture that is cut has the shape of its slot.
        check(
            "spread",
            Some("max(7vw, 3vw * {shape})"),
            "max(7vw, 3vw * 2.000)",
        );
    }

    #[test]
    fn nobody_is_told_twice() {
        fn check(beside: &str, alt: &str) {
            let mut view = sample::sparse();
            view.creator.hero = Some(sample::photo("photos/a.png", 1000, 700, "A corridor"));
            let theme = crate::theme::load(&Sources::new(), None, &mut Diagnostics::new());
            let pictures = Pictures::new(&view, &theme.expect("a theme"));
            let html = pictures.html("photos/a.png", "hero", None, "", false, beside);
            let html = html.expect("a picture");
            assert!(html.contains(&format!("alt=\"{alt}\"")), "{html}");
        }
        check("", "A corridor");
        check("Rooms", "A corridor");
        check(" a corridor", "");
    }

    #[test]
    fn unknown_photos_and_slots_are_refused() {
        fn check(path: &str, slot: &str, expected: &str) {
            let mut diags = Diagnostics::new();
            let theme = crate::theme::load(&Sources::new(), None, &mut diags);
            let pictures = Pictures::new(&sample::rich(), &theme.expect("a theme"));
            let error = pictures
                .html(path, slot, None, "", false, "")
                .expect_err("refused");
            assert!(error.contains(expected), "{error}");
        }
        check("photos/secret.jpg", "hero", "photos/secret.jpg");
        check("photos/trail.jpg", "nowhere", "[slots.nowhere]");
    }
}
