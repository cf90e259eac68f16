//! Rectangles with round ends, discs and rings to SVG.

use super::Frame;
use super::svg::{Paint, Rect, Svg};
use super::text::number;

/// How far a mark with a round top reaches below its foot, unseen.
const FOOT: f64 = 1000.0;

impl Svg<'_> {
    /// Draws a rectangle over the whole height.
    pub fn tall_rect(&mut self, rect: &Rect<'_>) {
        let (x, width) = (self.across(rect.x), self.across(rect.width));
        let (y, height) = (number(rect.y), self.down(1.0, rect.height));
        let paint = self.fill(rect.class, rect.paint);
        self.body +=
            &format!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}"{paint}/>"#);
    }

    /// Draws a rectangle with a round top.
    pub fn round_rect(&mut self, rect: &Rect<'_>) {
        if rect.height <= 0.0 {
            return;
        }
        let paint = self.fill(rect.class, rect.paint);
        // The viewport cuts off what would make the foot round too.
        self.open_viewport(rect);
        let (width, round) = (self.across_part(rect, 1.0), self.across_part(rect, 0.5));
        let height = number(rect.height + FOOT);
        self.body +=
            &format!(r#"<rect width="{width}" height="{height}" rx="{round}"{paint}/></svg>"#);
    }

    /// A share of a viewport's width as a length in it.
    fn across_part(&self, viewport: &Rect<'_>, share: f64) -> String {
        match self.frame {
            Frame::Fluid => format!("{}%", number(share * 100.0)),
            Frame::Fixed { width, .. } => number(share * viewport.width * width),
        }
    }

    /// Draws the part `rect` of a tube that has round ends and is as long as the chart is wide.
    pub fn part_of_tube(&mut self, rect: &Rect<'_>) {
        let paint = self.fill(rect.class, rect.paint);
        let (height, round) = (number(rect.height), number(rect.height / 2.0));
        self.open_viewport(rect);
        let (x, width) = match self.frame {
            Frame::Fluid => {
                let whole = 100.0 / rect.width;
                (
                    format!("{}%", number(-rect.x * whole)),
                    format!("{}%", number(whole)),
                )
            }
            Frame::Fixed { width, .. } => (number(-rect.x * width), number(width)),
        };
        self.body += &format!(
            r#"<rect x="{x}" width="{width}" height="{height}" rx="{round}"{paint}/></svg>"#
        );
    }

    /// Draws a disc about a point; `x` is a share of the width.
    pub fn disc(&mut self, (x, y): (f64, f64), radius: f64, class: &str, paint: Paint) {
        let (x, y, radius) = (self.across(x), number(y), number(radius));
        let paint = self.fill(class, paint);
        self.body += &format!(r#"<circle cx="{x}" cy="{y}" r="{radius}"{paint}/>"#);
    }

    /// Draws a circle about a point; `x` is a share of the width.
    pub fn ring(&mut self, (x, y): (f64, f64), radius: f64, class: &str, paint: Paint) {
        let (x, y, radius) = (self.across(x), number(y), number(radius));
        let (width, paint) = (number(0.16 * self.em()), self.stroke(class, paint));
        self.body += &format!(
            r#"<circle cx="{x}" cy="{y}" r="{radius}" fill="none" stroke-width="{width}"{paint}/>"#
        );
    }
}
