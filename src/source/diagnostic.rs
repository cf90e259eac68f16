//! What there is to say about a kit: collected, never thrown.

use super::Span;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The kit cannot be built as it is.
    Error,
    /// The kit is built; something in it could be better.
    Warning,
}

/// One thing to say about the creator's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// A stable, searchable code such as `unknown-key`, explained by `pitchkit explain`.
    pub rule: &'static str,
    /// Where; `None` only when no place in a file is to blame.
    pub span: Option<Span>,
    /// One clause, in the creator's words.
    pub message: String,
    /// What to do next.
    pub hints: Vec<String>,
}

/// How many characters of a message are kept.
const LONGEST_MESSAGE: usize = 400;

impl Diagnostic {
    /// An error of `rule`. A message quotes what the creator wrote, which can have any length: it
    /// is cut after 400 characters.
    pub fn error(rule: &'static str, message: impl Into<String>) -> Diagnostic {
        let mut message = message.into();
        if let Some((end, _)) = message.char_indices().nth(LONGEST_MESSAGE) {
            message.truncate(end);
            message.push('…');
        }
        Diagnostic {
            severity: Severity::Error,
            rule,
            span: None,
            message,
            hints: Vec::new(),
        }
    }

    /// A warning of `rule`.
    pub fn warning(rule: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Warning,
            ..Diagnostic::error(rule, message)
        }
    }

    /// The same, at a place.
    pub fn at(mut self, span: Span) -> Diagnostic {
        self.span = Some(span);
        self
    }

    /// The same, with one more thing to do next.
    pub fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.hints.push(hint.into());
        self
    }
}

/// All that was said so far.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Nothing said yet.
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all that `other` holds.
    pub fn append(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether an error is among them.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|d| d.severity == Severity::Error)
    }

    /// How many of `severity` there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|d| d.severity == severity).count()
    }

    /// All of them in the order they were said.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// All of them in the order a person reads: errors first, then by file and place. What was
    /// said twice of one place is there once.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by(|a, b| {
            (a.severity, a.span, a.rule, &a.message).cmp(&(b.severity, b.span, b.rule, &b.message))
        });
        self.list.dedup();
        self.list
    }
}
