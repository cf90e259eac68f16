//! Words to SVG.

use super::svg::{Paint, Svg};
use super::text::{cut, escaped, number};

/// Which end of words their place means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of words.
pub(super) struct Words<'a> {
    /// The place of the anchor as a share of the width.
    pub x: f64,
    /// The distance from there in user units.
    pub dx: f64,
    /// The middle of the figures' height in user units.
    pub y: f64,
    pub anchor: Anchor,
    /// Size in user units; `None` is that of labels.
    pub size: Option<f64>,
    pub bold: bool,
    /// The room in user units; longer words are cut.
    pub room: f64,
    pub class: &'a str,
    pub paint: Paint,
    pub text: &'a str,
}

impl<'a> Words<'a> {
    /// Words of the size of labels at `x`, a share of the width, their middle at `y`.
    pub fn at(x: f64, y: f64, anchor: Anchor, class: &'a str, text: &'a str) -> Words<'a> {
        Words {
            x,
            dx: 0.0,
            y,
            anchor,
            size: None,
            bold: false,
            room: f64::INFINITY,
            class,
            paint: Paint::Text,
            text,
        }
    }
}

impl Svg<'_> {
    /// Writes words in the middle of the height, whatever a stylesheet makes of it.
    pub fn middle_words(&mut self, words: &Words<'_>) {
        self.write(words, &self.down(0.5, words.y));
    }

    /// Writes words; nothing for an empty text.
    pub fn words(&mut self, words: &Words<'_>) {
        self.write(words, &number(words.y));
    }

    fn write(&mut self, words: &Words<'_>, y: &str) {
        let size = words.size.unwrap_or(self.em());
        let text = cut(words.text, words.room / size);
        if text.is_empty() {
            return;
        }
        let mut attributes = self.placed(words, y);
        if let Some(size) = words.size {
            attributes += &format!(r#" font-size="{}""#, number(size));
        }
        if words.bold {
            attributes += BOLD;
        }
        let paint = self.fill(words.class, words.paint);
        let text = escaped(&text);
        self.body += &format!("<text {attributes}{paint}>{text}</text>");
    }

    /// Writes a name in bold with its value behind it, which has the class `value`.
    pub fn named(&mut self, name: &Words<'_>, value: &str) {
        let attributes = self.placed(name, &number(name.y));
        let (label, paint) = (
            self.fill(name.class, name.paint),
            self.fill("value", name.paint),
        );
        let (name, value) = (escaped(name.text), escaped(value));
        self.body += &format!(
            "<text {attributes}><tspan{BOLD}{label}>{name}</tspan><tspan{paint}>{SPACE}{value}</tspan></text>"
        );
    }

    /// Writes a large value with its label behind it, on one baseline `y`. `value` and `label`
    /// are classes and words; `x` is a share of the width.
    pub fn figure(
        &mut self,
        (x, anchor): (f64, Anchor),
        y: f64,
        size: f64,
        value: (&str, Paint, &str),
        label: (&str, Paint, &str),
    ) {
        let (x, y) = (self.across(x), number(y));
        let anchor = anchored(anchor);
        let size = number(size);
        let value_paint = self.fill(value.0, value.1);
        let label_paint = self.fill(label.0, label.1);
        let (value, label) = (escaped(value.2), escaped(label.2));
        self.body += &format!(
            r#"<text x="{x}" y="{y}"{anchor}><tspan font-size="{size}"{value_paint}>{value}{SPACE}</tspan><tspan{label_paint}>{label}</tspan></text>"#
        );
    }

    /// Where words stand at the height `y`, as attributes.
    fn placed(&self, words: &Words<'_>, y: &str) -> String {
        let x = self.across(words.x);
        let mut attributes = format!(r#"x="{x}" y="{y}" dy=".35em""#);
        if words.dx != 0.0 {
            attributes += &format!(r#" dx="{}""#, number(words.dx));
        }
        attributes + anchored(words.anchor)
    }
}

/// Between a large value and its label; a `dx` instead is left out of account by some renderers
/// when words are anchored at their end.
const SPACE: char = '\u{a0}';

const BOLD: &str = r#" font-weight="600""#;

fn anchored(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "",
        Anchor::Middle => r#" text-anchor="middle""#,
        Anchor::End => r#" text-anchor="end""#,
    }
}
