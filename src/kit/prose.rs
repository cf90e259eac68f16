//! Plain text in which numbers may be named, and the grammar of those names.

use super::fields::Fields;
use super::reading::Reading;
use super::{Base, Choice, Handle, METRICS, Metric, PLATFORMS, Platform, PostFormat};
use crate::source::{Diagnostic, Span, Spanned, nearest};
use std::fmt;
use std::ops::Range;

/// Plain text of the creator in which numbers may be named: `{{ instagram.followers }}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    /// Where it was written, quotation marks included.
    pub span: Span,
    /// The pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of [`Prose`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text as written.
    Text(String),
    /// A number by its name.
    Number(Spanned<NumberName>),
}

/// The name of a number: `platform[@handle][/][.format].metric[.median|.p25|.p75|.<n>d]`, or
/// `followers` alone for the sum over accounts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NumberName {
    /// Whose number; `None` for the sum over accounts.
    pub account: Option<AccountName>,
    /// Of posts of this format.
    pub format: Option<PostFormat>,
    /// What is counted.
    pub metric: Measure,
    /// Which figure of it.
    pub figure: Option<FigureName>,
}

/// What a named number counts: a metric of the file, or engagement on a base.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// A metric.
    Metric(Metric),
    /// `engagement_by_reach`, `engagement_by_followers`, `engagement_by_views`
    Engagement(Base),
}

/// An account in a number's name: `instagram`, `instagram@maite.studio`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AccountName {
    /// The platform.
    pub platform: Platform,
    /// The handle; `None` for the platform's main account.
    pub handle: Option<Handle>,
}

/// Which figure of several values a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureName {
    /// The middle value.
    Median,
    /// The value a quarter lies below.
    P25,
    /// The value a quarter lies above.
    P75,
    /// The mean of single days.
    DayMean,
    /// The best of single days.
    DayPeak,
    /// The value over so many days.
    Days(u32),
}

impl NumberName {
    /// Reads a name of format.md's grammar: `followers`, `instagram.reel.views.median`,
    /// `instagram@maite.studio/reel.views.median`, `tiktok.views.28d`.
    pub fn parse(text: &str) -> Option<NumberName> {
        if text == "followers" {
            return Some(NumberName {
                account: None,
                format: None,
                metric: Measure::Metric(Metric::parse("followers")?),
                figure: None,
            });
        }
        let (platform, handle, rest) = match text.split_once('/') {
            Some((account, rest)) => {
                let (platform, handle) = account.split_once('@')?;
                (platform, Some(Handle::parse(handle)?), rest)
            }
            None => {
                let (platform, rest) = text.split_once('.')?;
                (platform, None, rest)
            }
        };
        let account = AccountName {
            platform: Platform::parse(platform)?,
            handle,
        };
        let mut words: Vec<&str> = rest.split('.').collect();
        let format = match words.as_slice() {
            [first, _, ..] => PostFormat::parse(first),
            _ => None,
        };
        if format.is_some() {
            words.remove(0);
        }
        let (metric, figure) = match words.as_slice() {
            [metric] => (*metric, None),
            [metric, figure] => (*metric, Some(FigureName::parse(figure)?)),
            _ => return None,
        };
        let metric = match metric.strip_prefix("engagement_by_") {
            Some(base) => Measure::Engagement(Base::parse(base).filter(|b| *b != Base::Unknown)?),
            None => Measure::Metric(Metric::parse(metric)?),
        };
        Some(NumberName {
            account: Some(account),
            format,
            metric,
            figure,
        })
    }
}

impl FigureName {
    fn parse(word: &str) -> Option<FigureName> {
        match word {
            "median" => Some(FigureName::Median),
            "p25" => Some(FigureName::P25),
            "p75" => Some(FigureName::P75),
            "day_mean" => Some(FigureName::DayMean),
            "day_peak" => Some(FigureName::DayPeak),
            _ => {
                let days: u32 = word.strip_suffix('d')?.parse().ok()?;
                (days > 0).then_some(FigureName::Days(days))
            }
        }
    }
}

impl fmt::Display for NumberName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(account) = &self.account {
            write!(f, "{account}")?;
            f.write_str(if account.handle.is_some() { "/" } else { "." })?;
        }
        if let Some(format) = self.format {
            write!(f, "{}.", format.word())?;
        }
        match &self.metric {
            Measure::Metric(metric) => write!(f, "{metric}")?,
            Measure::Engagement(base) => write!(f, "engagement_by_{}", base.word())?,
        }
        match self.figure {
            None => Ok(()),
            Some(FigureName::Median) => f.write_str(".median"),
            Some(FigureName::P25) => f.write_str(".p25"),
            Some(FigureName::P75) => f.write_str(".p75"),
            Some(FigureName::DayMean) => f.write_str(".day_mean"),
            Some(FigureName::DayPeak) => f.write_str(".day_peak"),
            Some(FigureName::Days(days)) => write!(f, ".{days}d"),
        }
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.platform)?;
        match &self.handle {
            Some(handle) => write!(f, "@{}", handle.as_str()),
            None => Ok(()),
        }
    }
}

/// What stands between `{{` and `}}`.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Braced {
    /// A number's name.
    Number(NumberName),
    /// Something that was meant as one and is none.
    Unknown,
    /// Anything else: literal text.
    Literal,
}

/// Decides what `inner`, the text between two braces, is.
pub(super) fn braced(inner: &str) -> Braced {
    let name = inner.trim();
    if let Some(name) = NumberName::parse(name) {
        return Braced::Number(name);
    }
    let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '@' | '/' | '-');
    let one_word = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(letter);
    let meant = one_word && (name.contains('.') || nearest(name, ["followers"]).is_some());
    if meant {
        Braced::Unknown
    } else {
        Braced::Literal
    }
}

/// The pieces of `text` between and in its double braces: byte range, and whether it is braced.
pub(super) fn split_braces(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut pieces = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find("{{").map(|at| from + at) {
        let Some(close) = text[open..].find("}}").map(|at| open + at + 2) else {
            break;
        };
        if open > from {
            pieces.push((from..open, false));
        }
        pieces.push((open..close, true));
        from = close;
    }
    if from < text.len() {
        pieces.push((from..text.len(), false));
    }
    pieces
}

/// What is wrong with a name that no number can have.
pub(super) fn unknown_name(inner: &str, span: Span) -> Diagnostic {
    let message = format!("`{}` is not the name of a number", inner.trim());
    let mut diagnostic = Diagnostic::error("unknown-number", message).at(span);
    let platforms = PLATFORMS.iter().map(|(id, _)| *id);
    let first = inner
        .trim()
        .split(['.', '@', '/'])
        .next()
        .unwrap_or_default();
    let platform = platforms.clone().find(|id| *id == first);
    if let (None, Some(near)) = (platform, nearest(first, platforms.chain(["followers"]))) {
        diagnostic.hints.push(format!("did you mean `{near}`?"));
    }
    let words = METRICS.iter().map(|(name, ..)| *name);
    for word in inner.trim().split(['.', '/']).skip(1) {
        let known = Metric::parse(word).is_some()
            || PostFormat::parse(word).is_some()
            || FigureName::parse(word).is_some();
        if let (false, Some(near)) = (known, nearest(word, words.clone())) {
            diagnostic.hints.push(format!("did you mean `{near}`?"));
        }
    }
    diagnostic.hint("a number is named like `instagram.followers` or `instagram.reel.views.median`")
}

impl Reading<'_> {
    /// Reads the numbers that `text` names; `place` gives the span of a byte range of it.
    pub(super) fn prose(
        &mut self,
        text: &Spanned<String>,
        place: impl Fn(Range<usize>) -> Span,
    ) -> Prose {
        let mut pieces = Vec::new();
        for (range, is_braced) in split_braces(&text.value) {
            let piece = &text.value[range.clone()];
            let inner = piece.trim_start_matches('{').trim_end_matches('}');
            match is_braced.then(|| braced(inner)) {
                Some(Braced::Number(name)) => {
                    let name = Spanned::new(name, place(range));
                    self.named.push(name.clone());
                    pieces.push(Piece::Number(name));
                }
                Some(Braced::Unknown) => self.diags.push(unknown_name(inner, place(range))),
                Some(Braced::Literal) | None => pieces.push(Piece::Text(piece.to_string())),
            }
        }
        Prose {
            span: text.span,
            pieces,
        }
    }
}

impl Fields<'_, '_, '_> {
    /// Plain text in which numbers may be named.
    pub(super) fn prose(&mut self, key: &'static str, limit: usize, about: &str) -> Option<Prose> {
        let text = self.text(key, limit, about)?;
        Some(self.prose_of(&text))
    }

    /// A list of plain texts in which numbers may be named.
    pub(super) fn proses(&mut self, key: &'static str, limit: usize, about: &str) -> Vec<Prose> {
        let texts = self.texts(key, limit, about);
        texts.iter().map(|text| self.prose_of(text)).collect()
    }

    /// The prose of a text that was read.
    pub(super) fn prose_of(&mut self, text: &Spanned<String>) -> Prose {
        let reading = self.reading();
        let raw = &reading.sources.text(text.span.file).text[text.span.range()];
        let written: Vec<Range<usize>> = split_braces(raw)
            .into_iter()
            .filter(|piece| piece.1)
            .map(|piece| piece.0)
            .collect();
        let braces = split_braces(&text.value);
        let braces: Vec<Range<usize>> = braces
            .into_iter()
            .filter(|piece| piece.1)
            .map(|piece| piece.0)
            .collect();
        let place = |range: Range<usize>| {
            let index = braces.iter().position(|known| *known == range);
            match index.and_then(|index| written.get(index)) {
                Some(at) if written.len() == braces.len() => {
                    Span::new(text.span.file, at.clone()).shifted(text.span.start as usize)
                }
                _ => text.span,
            }
        };
        reading.prose(text, place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_written_alike() {
        fn check(text: &str, expected: Option<&str>) {
            let name = NumberName::parse(text).map(|name| name.to_string());
            assert_eq!(name.as_deref(), expected, "{text}");
        }
        check("followers", Some("followers"));
        check("instagram.followers", Some("instagram.followers"));
        check("ig.subs", Some("instagram.followers"));
        check(
            "instagram.reel.views.median",
            Some("instagram.reel.views.median"),
        );
        check(
            "instagram.reel.engagement_by_reach",
            Some("instagram.reel.engagement_by_reach"),
        );
        check("tiktok.views.28d", Some("tiktok.views.28d"));
        check(
            "instagram@maite.studio/reel.views.p75",
            Some("instagram@maite.studio/reel.views.p75"),
        );
        check("instagram", None);
        check("instagram.reel.views.median.more", None);
        check("instagram.engagement_by_unknown", None);
        check("instagram.views.0d", None);
        check("views", None);
    }

    #[test]
    fn braces_hold_a_number_or_a_mistake_or_text() {
        fn check(inner: &str, expected: Braced) {
            assert_eq!(braced(inner), expected, "{inner}");
        }
        check(" folowers ", Braced::Unknown);
        check("instagram.folowers", Braced::Unknown);
        check("user", Braced::Literal);
        check(" two words ", Braced::Literal);
        check("% if x %", Braced::Literal);
    }
}
