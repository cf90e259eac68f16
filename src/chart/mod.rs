//! Numbers to SVG.
//!
//! A chart knows nothing of kits, themes or colours: it draws with classes, and the theme's
//! stylesheet gives them a look; on paper, where there is no stylesheet, it draws with a given
//! palette. It writes no words but the labels and texts it is given, so a chart reads the same in
//! every language, and it is hidden from screen readers: whoever places it puts the same numbers
//! beside it as text or as a table.
//!
//! The classes, all below `svg.chart` and the chart's own name (`svg.chart.bars`):
//!
//! | class | what it is on |
//! |---|---|
//! | `mark` | a bar, column, pillar or disc, with `left` or `right` in a pyramid, `part-1`, `part-2`, … where a whole is cut into parts |
//! | `line`, `dot` | the stroke of a line and of the dot at its end |
//! | `area` | what lies under a line, and the middle half of a spread |
//! | `disc`, `ring` | a value on a scale, filled or hollow |
//! | `axis`, `grid`, `tick` | the stroke of the line a mark stands on, of lines behind marks, of what ties a word to its mark |
//! | `label`, `value`, `name`, `scale` | text: of what, how much, the title of a side, and what stands on an axis |
//! | `first`, `second` | added to the above: which of two values |
//! | `largest`, `rest`, `missing` | added to the above: the one largest, what is left to the whole, a value nobody knows |
//! | `inside`, `ahead` | added to the above: a word on its mark, what is still to come |
//!
//! Sizes of type stand in attributes, which any rule of a stylesheet overrides. The height of a
//! chart with text is its own; a [`Chart::Spark`] takes whatever size it is given.

mod against;
mod area;
mod bars;
mod columns;
mod disc;
mod dumbbell;
mod foot;
mod histogram;
mod item;
mod lane;
mod length;
mod lettering;
mod line;
mod parts;
mod pillars;
mod pyramid;
mod scale;
mod shapes;
mod spark;
mod split;
mod spread;
mod squares;
mod stack;
mod svg;
#[cfg(test)]
mod tests;
mod text;
mod trace;
mod tube;
mod weeks;
mod years;

use svg::Svg;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chart {
    /// A small line without text, from its smallest value to its largest, with a dot at its end.
    Spark,
    /// A line with its first and last value written beside it.
    Line,
    /// A bar for each point, from zero, one under the other.
    Bars,
    /// A column for each point, from zero, side by side: ages alone.
    Columns,
    /// Two series back to back, point for point: ages by gender.
    Pyramid,
    /// One bar cut into parts: genders alone.
    Split,
    /// A wide bar cut into named parts, each of one mark or several: what a total is made of. The
    /// second series are the parts too small for a name of their own.
    Parts,
    /// A line without text over the area below it.
    Area,
    /// Two values on a logarithmic scale, tied together: followers and median views. The second
    /// series holds all that share the scale, the third its powers of ten, which are written
    /// where the first has no points.
    Dumbbell,
    /// The lower quarter, the median and the upper quarter of many values, on a scale from zero; the
    /// second series are the values, of which the last is the largest.
    Spread,
    /// Columns that touch, before a scale from zero: ages alone.
    Histogram,
    /// A column cut into parts, each named beside it: genders alone.
    Stack,
    /// A hundred squares without text: of a hundred people, so many.
    Squares,
    /// A bar without text, as long as its value among those of the second series; a third holds the
    /// value that would fill the room, if that is none of these.
    Length,
    /// A bar for a value and one for what is usual, with words on or behind them.
    Against,
    /// A bar for each step from its week on, which is where it stands in time.
    Weeks,
    /// What happened when, on an axis of years; the second series is still ahead.
    Years,
    /// The first point as a bar that is to the largest of all as its value is: one of a race.
    Lane,
    /// The first point as a disc whose area is to the largest of all as its value is.
    Disc,
    /// A broad pillar with a round top for each point, from zero: ages alone.
    Pillars,
    /// One fat bar with round ends, cut into parts with words inside: genders alone.
    Tube,
}

impl Chart {
    /// Every chart there is.
    pub const ALL: [Chart; 21] = [
        Chart::Spark,
        Chart::Line,
        Chart::Bars,
        Chart::Columns,
        Chart::Pyramid,
        Chart::Split,
        Chart::Parts,
        Chart::Area,
        Chart::Dumbbell,
        Chart::Spread,
        Chart::Histogram,
        Chart::Stack,
        Chart::Squares,
        Chart::Length,
        Chart::Against,
        Chart::Weeks,
        Chart::Years,
        Chart::Lane,
        Chart::Disc,
        Chart::Pillars,
        Chart::Tube,
    ];

    /// Its name in templates, which is its class too: `pyramid`.
    pub fn name(self) -> &'static str {
        match self {
            Chart::Spark => "spark",
            Chart::Line => "line",
            Chart::Bars => "bars",
            Chart::Columns => "columns",
            Chart::Pyramid => "pyramid",
            Chart::Split => "split",
            Chart::Parts => "parts",
            Chart::Area => "area",
            Chart::Dumbbell => "dumbbell",
            Chart::Spread => "spread",
            Chart::Histogram => "histogram",
            Chart::Stack => "stack",
            Chart::Squares => "squares",
            Chart::Length => "length",
            Chart::Against => "against",
            Chart::Weeks => "weeks",
            Chart::Years => "years",
            Chart::Lane => "lane",
            Chart::Disc => "disc",
            Chart::Pillars => "pillars",
            Chart::Tube => "tube",
        }
    }

    /// The chart of that name.
    pub fn named(name: &str) -> Option<Chart> {
        Chart::ALL.into_iter().find(|chart| chart.name() == name)
    }
}

/// Values that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// What the values are of, as a pyramid writes it above its side: "Women 58%".
    pub name: String,
    /// The values in the order they are drawn in.
    pub points: Vec<Point>,
    /// What is left to the whole: drawn last and never marked as the largest. Lines and pyramids
    /// leave it out.
    pub rest: Option<Point>,
}

/// One value with the words beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    /// What it is of: "Spain", "25 to 34".
    pub label: String,
    /// Where it stands in time, in any unit: years on an axis of years, weeks on one of weeks. A
    /// line whose points all say so, in order, is drawn true to time; any other with equal steps.
    pub at: Option<f64>,
    /// The value in any unit; `None`, or a number that is not finite, is unknown.
    pub value: Option<f64>,
    /// The value for reading, or the words that stand in its place: "31%", "not reported".
    pub text: String,
}

impl Point {
    /// The value, if it is known.
    fn known(&self) -> Option<f64> {
        self.value.filter(|value| value.is_finite())
    }
}

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Frame {
    /// As wide as its place, from 330 px up, or from 280 px for columns, for a page: lengths across
    /// are percentages while type keeps its size.
    Fluid,
    /// Just this, for paper, as an SVG file that stands alone. Where not all points fit, the
    /// largest are drawn.
    Fixed {
        /// Width in user units.
        width: f64,
        /// Height in user units.
        height: f64,
    },
}

/// Where the look comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Ink {
    /// From a stylesheet, by class. Without one, all is drawn in the colour of the text around.
    Classes,
    /// From these values.
    Colours(Palette),
}

/// What a stylesheet would say.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// Colour of words, lines and most marks, as SVG writes it: `#15181a`.
    pub text: String,
    /// Colour of the marks that matter.
    pub accent: String,
    /// Colour of the words that matter.
    pub accent_text: String,
    /// Second colour of marks.
    pub second: String,
    /// Family of the type.
    pub font: String,
    /// Size of labels in user units; all else follows from it.
    pub size: f64,
}

/// Draws a chart of `data`: one series, two for a pyramid, left one first, and as many as
/// [`Chart`] says for others. What is given beyond that is left out.
///
/// The SVG has no `style` attribute and no id, so it may stand in a page under a strict policy as
/// often as wanted. An empty text when there is nothing to draw: no known value, only zeros in a
/// bar to be cut, a frame without room.
pub fn draw(chart: Chart, data: &[Series], frame: Frame, ink: &Ink) -> String {
    let Some((first, others)) = data.split_first() else {
        return String::new();
    };
    let Some(svg) = Svg::new(chart, frame, ink) else {
        return String::new();
    };
    let drawn = match chart {
        Chart::Spark => spark::draw(first, svg),
        Chart::Line => line::draw(first, svg),
        Chart::Bars => bars::draw(first, svg),
        Chart::Columns => columns::draw(first, svg),
        Chart::Pyramid => pyramid::draw(first, others.first(), svg),
        Chart::Split => split::draw(first, svg),
        Chart::Parts => parts::draw(first, others.first(), svg),
        Chart::Area => area::draw(first, svg),
        Chart::Dumbbell => dumbbell::draw(first, others, svg),
        Chart::Spread => spread::draw(first, others.first(), svg),
        Chart::Histogram => histogram::draw(first, svg),
        Chart::Stack => stack::draw(first, svg),
        Chart::Squares => squares::draw(first, svg),
        Chart::Length => length::draw(first, others, svg),
        Chart::Against => against::draw(first, svg),
        Chart::Weeks => weeks::draw(first, svg),
        Chart::Years => years::draw(first, others.first(), svg),
        Chart::Lane => lane::draw(first, svg),
        Chart::Disc => disc::draw(first, svg),
        Chart::Pillars => pillars::draw(first, svg),
        Chart::Tube => tube::draw(first, svg),
    };
    drawn.unwrap_or_default()
}
