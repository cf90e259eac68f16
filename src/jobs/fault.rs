//! What is wrong with a photo, a font or a template of paper, in the creator's words.

use crate::source::{Diagnostic, Refusal, Span};

/// Why nothing can be made of a photo, a font or a template of paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The rule that refuses it: `photo-format`, `photo-too-large`, `photo-incomplete`,
    /// `photo-damaged`, `theme-font` or `theme-template`.
    pub rule: &'static str,
    /// What is wrong, as it reads after the file's name: "is cut short: …".
    pub message: String,
    /// What to do next.
    pub hint: String,
    /// Where in the file, if it is a text of the kit.
    pub place: Option<Span>,
}

impl Fault {
    /// It is no photo, or one that browsers cannot show or we cannot read.
    pub fn format(message: impl Into<String>, hint: impl Into<String>) -> Fault {
        Fault {
            rule: "photo-format",
            message: message.into(),
            hint: hint.into(),
            place: None,
        }
    }

    /// It has more pixels or bytes than are read.
    pub fn too_large(message: impl Into<String>) -> Fault {
        Fault {
            rule: "photo-too-large",
            message: message.into(),
            hint: "save a smaller copy: 4000 pixels on the longer side are plenty for a page"
                .to_owned(),
            place: None,
        }
    }

    /// Its end is missing.
    pub fn incomplete() -> Fault {
        Fault {
            rule: "photo-incomplete",
            message: "is cut short: the end of the file is missing".to_owned(),
            hint: "copy or download it once more from where it came".to_owned(),
            place: None,
        }
    }

    /// What it holds makes no picture.
    pub fn damaged() -> Fault {
        Fault {
            rule: "photo-damaged",
            message: "is damaged: no picture can be read from it".to_owned(),
            hint: "open it in a photo app and save it anew, or take another copy".to_owned(),
            place: None,
        }
    }

    /// It is no font that pages can be set in.
    pub fn font() -> Fault {
        Fault {
            rule: "theme-font",
            message: "is no font that pages can be set in".to_owned(),
            hint: "take a TrueType font (.ttf) whose licence allows to put it on the web"
                .to_owned(),
            place: None,
        }
    }

    /// A document cannot be set with it.
    pub fn template(message: String) -> Fault {
        Fault {
            rule: "theme-template",
            message,
            hint: "docs/paper.md says what templates of paper see and call".to_owned(),
            place: None,
        }
    }

    /// The fault as what is known of the file at `path` in the kit.
    pub fn refusal(self, path: &str) -> Refusal {
        Refusal {
            path: path.to_owned(),
            rule: self.rule,
            message: self.message,
            hint: self.hint,
        }
    }

    /// The fault as an error about the file at `path` in the kit.
    pub fn diagnostic(self, path: &str) -> Diagnostic {
        let mut diagnostic =
            Diagnostic::error(self.rule, format!("`{path}` {}", self.message)).hint(self.hint);
        diagnostic.span = self.place;
        diagnostic
    }
}
