//! The label of the rest at the foot of a chart: a sentence among short names of bands.

use super::lettering::{Anchor, Words};
use super::svg::Svg;
use super::text::wrapped;

/// Lines of the label at most, under its own mark.
const MOST_LINES: usize = 3;

/// Height of a line, in the size of labels.
const LINE: f64 = 1.2;

/// How much further down it is below other labels, in its own size.
const APART: f64 = 0.25;

/// How the label of the rest stands.
pub(super) struct RestLabel {
    lines: Vec<String>,
    /// Whether it stands below the other labels, to the end of the chart.
    below: bool,
    size: f64,
}

impl RestLabel {
    /// The label `text` in letters of `size`: under its own mark where there is `room` for its
    /// words, and else below all others, which have no say in how wide it is.
    pub fn new(text: &str, size: f64, room: f64, svg: &Svg<'_>, alone: bool) -> RestLabel {
        let (lines, widest) = wrapped(text, room / size);
        if !alone && lines.len() <= MOST_LINES && widest * size <= room {
            let below = false;
            return RestLabel { lines, below, size };
        }
        let (lines, _) = wrapped(text, svg.width() / size);
        let below = true;
        RestLabel { lines, below, size }
    }

    /// How much more than a line it takes at the foot, in user units.
    pub fn depth(&self) -> f64 {
        let more = self.lines.len() as f64 * LINE;
        let more = if self.below {
            more + APART
        } else {
            more - LINE
        };
        more * self.size
    }

    /// Writes it; `words` are those of its first line in the row of labels.
    pub fn write(&self, words: &Words<'_>, svg: &mut Svg<'_>) {
        for (index, line) in self.lines.iter().enumerate() {
            let (x, anchor, first) = match self.below {
                true => (1.0, Anchor::End, LINE + APART),
                false => (words.x, Anchor::Middle, 0.0),
            };
            let down = (first + LINE * index as f64) * self.size;
            svg.words(&Words {
                x,
                anchor,
                y: words.y + down,
                room: f64::INFINITY,
                text: line,
                ..*words
            });
        }
    }
}
