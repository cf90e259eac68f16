//! A chart to SVG: its frame, its ink, its lines and rectangles. With `shapes` and `lettering` it is
//! the one place that writes markup.

use super::text::{em_width, escaped, number};
use super::{Chart, Frame, Ink, Palette};

/// The width a fluid chart must still be readable at, in px. Whether words fit is judged there.
const NARROWEST: f64 = 330.0;

/// Size of labels where a stylesheet may set another, in px.
const SIZE: f64 = 15.0;

/// How thick an axis is, in the size of labels.
pub(super) const HAIRLINE: f64 = 1.0 / 15.0;

/// A chart being drawn.
pub(super) struct Svg<'a> {
    chart: Chart,
    pub(super) frame: Frame,
    ink: &'a Ink,
    pub(super) body: String,
}

/// A colour by what it is for.
#[derive(Clone, Copy)]
pub(super) enum Paint {
    Text,
    Accent,
    AccentText,
    Second,
}

/// A filled rectangle.
pub(super) struct Rect<'a> {
    /// Left edge as a share of the width.
    pub x: f64,
    /// Upper edge in user units.
    pub y: f64,
    /// Width as a share of the width.
    pub width: f64,
    /// Height in user units.
    pub height: f64,
    pub class: &'a str,
    pub paint: Paint,
}

impl<'a> Svg<'a> {
    /// An empty chart. `None` when the frame or the type has no size.
    pub fn new(chart: Chart, frame: Frame, ink: &'a Ink) -> Option<Svg<'a>> {
        let sized = |length: f64| length.is_finite() && length >= 1.0;
        let room = match frame {
            Frame::Fluid => true,
            Frame::Fixed { width, height } => sized(width) && sized(height),
        };
        let type_size = match ink {
            Ink::Classes => true,
            Ink::Colours(palette) => sized(palette.size),
        };
        (room && type_size).then(|| Svg {
            chart,
            frame,
            ink,
            body: String::new(),
        })
    }

    /// The size of labels in user units.
    pub fn em(&self) -> f64 {
        match self.ink {
            Ink::Classes => SIZE,
            Ink::Colours(Palette { size, .. }) => *size,
        }
    }

    /// The width in user units that words have to fit in.
    pub fn width(&self) -> f64 {
        match self.frame {
            Frame::Fluid => NARROWEST,
            Frame::Fixed { width, .. } => width,
        }
    }

    /// The height in user units; `None` when the chart may choose it.
    pub fn height(&self) -> Option<f64> {
        match self.frame {
            Frame::Fluid => None,
            Frame::Fixed { height, .. } => Some(height),
        }
    }

    /// How wide `text` is at the size of labels, roughly, in user units.
    pub fn measure(&self, text: &str) -> f64 {
        em_width(text) * self.em()
    }

    /// Draws a rectangle; nothing for one without area.
    pub fn rect(&mut self, rect: &Rect<'_>) {
        if rect.width <= 0.0 || rect.height <= 0.0 {
            return;
        }
        let (x, width) = (self.across(rect.x), self.across(rect.width));
        let (y, height) = (number(rect.y), number(rect.height));
        let paint = self.fill(rect.class, rect.paint);
        self.body +=
            &format!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}"{paint}/>"#);
    }

    /// Draws a rectangle that stands in the middle of its place and is at most `most` user units
    /// wide.
    pub fn slim_rect(&mut self, rect: &Rect<'_>, most: f64) {
        match self.frame {
            // A viewport of its own cuts off what is wider than the place: the narrower of a
            // percentage and a number of pixels, which no attribute can say.
            Frame::Fluid => {
                self.open_viewport(rect);
                let paint = self.fill(rect.class, rect.paint);
                let (width, height) = (number(most), number(rect.height));
                let shift = number(-most / 2.0);
                self.body += &format!(
                    r#"<rect x="50%" width="{width}" height="{height}" transform="translate({shift})"{paint}/>"#
                );
                self.body += "</svg>";
            }
            Frame::Fixed { width, .. } => {
                let slim = rect.width.min(most / width);
                self.rect(&Rect {
                    x: rect.x + (rect.width - slim) / 2.0,
                    width: slim,
                    ..*rect
                });
            }
        }
    }

    /// Draws a rectangle that ends `gap` user units before its place does.
    pub fn short_rect(&mut self, rect: &Rect<'_>, gap: f64) {
        match self.frame {
            Frame::Fluid if gap > 0.0 => {
                self.open_viewport(rect);
                let paint = self.fill(rect.class, rect.paint);
                let (x, height) = (number(-gap), number(rect.height));
                self.body +=
                    &format!(r#"<rect x="{x}" width="100%" height="{height}"{paint}/></svg>"#);
            }
            Frame::Fluid => self.rect(rect),
            Frame::Fixed { width, .. } => self.rect(&Rect {
                width: rect.width - gap / width,
                ..*rect
            }),
        }
    }

    /// Draws a level line over the whole width.
    pub fn axis(&mut self, y: f64) {
        let (end, y) = (self.across(1.0), number(y));
        let (width, paint) = (
            number(HAIRLINE * self.em()),
            self.stroke("axis", Paint::Text),
        );
        self.body += &format!(
            r#"<line x1="0" y1="{y}" x2="{end}" y2="{y}" stroke-width="{width}"{paint}/>"#
        );
    }

    /// Draws a level line between two shares of the width.
    pub fn level(&mut self, (from, to): (f64, f64), y: f64, class: &str) {
        let (from, to, y) = (self.across(from), self.across(to), number(y));
        let (width, paint) = (number(0.1 * self.em()), self.stroke(class, Paint::Text));
        self.body += &format!(
            r#"<line x1="{from}" y1="{y}" x2="{to}" y2="{y}" stroke-width="{width}"{paint}/>"#
        );
    }

    /// Draws an upright line at a share of the width; without an end it goes down to the foot.
    pub fn upright(&mut self, x: f64, (from, to): (f64, Option<f64>), class: &str) {
        let (x, from) = (self.across(x), number(from));
        let foot = self.height().map_or("100%".to_string(), number);
        let to = to.map_or(foot, number);
        let (width, paint) = (
            number(HAIRLINE * self.em()),
            self.stroke(class, Paint::Text),
        );
        self.body += &format!(
            r#"<line x1="{x}" y1="{from}" x2="{x}" y2="{to}" stroke-width="{width}"{paint}/>"#
        );
    }

    /// Fills what an SVG path in the units of the current viewport goes around.
    pub fn shape(&mut self, data: &str, class: &str, paint: Paint) {
        if !data.is_empty() {
            let paint = self.fill(class, paint);
            self.body += &format!(r#"<path d="{data}"{paint}/>"#);
        }
    }

    /// Draws lines through `data`, an SVG path in the units of the current viewport, which may
    /// stretch while the stroke may not. Nothing for an empty path.
    pub fn path(&mut self, data: &str, width: f64, class: &str, paint: Paint) {
        if data.is_empty() {
            return;
        }
        let paint = self.stroke(class, paint);
        let width = number(width);
        let stretch = match self.frame {
            Frame::Fluid => r#" vector-effect="non-scaling-stroke""#,
            Frame::Fixed { .. } => "",
        };
        self.body += &format!(
            r#"<path d="{data}" fill="none" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"{stretch}{paint}/>"#
        );
    }

    /// Begins a viewport over the whole width that is 100 by 100 units, whatever its size.
    pub fn open_stretched(&mut self, y: f64, height: f64) {
        let (y, height) = (number(y), number(height));
        self.body += &format!(
            r#"<svg y="{y}" width="100%" height="{height}" {STRETCHED} overflow="visible">"#
        );
    }

    /// Ends what [`Svg::open_stretched`] began.
    pub fn close_stretched(&mut self) {
        self.body += "</svg>";
    }

    /// The whole, `height` user units high where the frame leaves that open.
    pub fn finish(self, height: f64) -> String {
        self.close("100%", height, "")
    }

    /// The whole, of this size where the frame is fluid.
    pub fn finish_sized(self, width: f64, height: f64) -> String {
        self.close(&number(width), height, "")
    }

    /// The whole, drawn in 100 by 100 units where the frame is fluid.
    pub fn finish_stretched(self, height: f64) -> String {
        self.close(
            "100%",
            height,
            &format!(r#" {STRETCHED} overflow="visible""#),
        )
    }

    fn close(self, fluid_width: &str, fluid_height: f64, fluid: &str) -> String {
        let name = self.chart.name();
        let place = match self.frame {
            Frame::Fluid => {
                let height = number(fluid_height);
                format!(r#"width="{fluid_width}" height="{height}"{fluid}"#)
            }
            Frame::Fixed { width, height } => {
                let (width, height) = (number(width), number(height));
                format!(
                    r#"xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}""#
                )
            }
        };
        let look = match self.ink {
            Ink::Classes => format!(r#"class="chart {name}" fill="currentColor""#),
            Ink::Colours(palette) => format!(
                r#"fill="{}" font-family="{}""#,
                escaped(&palette.text),
                escaped(&palette.font)
            ),
        };
        let (size, body) = (number(self.em()), self.body);
        // Left to right in every language: time runs that way, and anchors would swap ends.
        format!(
            r#"<svg {place} {look} font-size="{size}" direction="ltr" aria-hidden="true" focusable="false">{body}</svg>"#
        )
    }

    pub(super) fn open_viewport(&mut self, rect: &Rect<'_>) {
        let (x, width) = (self.across(rect.x), self.across(rect.width));
        let (y, height) = (number(rect.y), number(rect.height));
        self.body += &format!(r#"<svg x="{x}" y="{y}" width="{width}" height="{height}">"#);
    }

    /// A share of the width as a length.
    pub(super) fn across(&self, share: f64) -> String {
        match self.frame {
            Frame::Fluid => format!("{}%", number(share * 100.0)),
            Frame::Fixed { width, .. } => number(share * width),
        }
    }

    /// A share of the height as a length; `fixed` where the frame says how high that is.
    pub(super) fn down(&self, share: f64, fixed: f64) -> String {
        match self.frame {
            Frame::Fluid => format!("{}%", number(share * 100.0)),
            Frame::Fixed { .. } => number(fixed),
        }
    }

    pub(super) fn fill(&self, class: &str, paint: Paint) -> String {
        match self.ink {
            Ink::Classes => format!(r#" class="{class}""#),
            Ink::Colours(palette) => format!(r#" fill="{}""#, escaped(colour(palette, paint))),
        }
    }

    pub(super) fn stroke(&self, class: &str, paint: Paint) -> String {
        match self.ink {
            Ink::Classes => format!(r#" class="{class}" stroke="currentColor""#),
            Ink::Colours(palette) => format!(r#" stroke="{}""#, escaped(colour(palette, paint))),
        }
    }
}

/// What makes a viewport take any shape.
const STRETCHED: &str = r#"viewBox="0 0 100 100" preserveAspectRatio="none""#;

fn colour(palette: &Palette, paint: Paint) -> &str {
    match paint {
        Paint::Text => &palette.text,
        Paint::Accent => &palette.accent,
        Paint::AccentText => &palette.accent_text,
        Paint::Second => &palette.second,
    }
}
