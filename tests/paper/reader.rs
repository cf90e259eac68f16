//! A PDF as poppler and pikepdf read it.

use std::io::Write;
use std::process::{Command, Stdio};

pub struct Pdf<'a> {
    bytes: &'a [u8],
}

/// A word of a page.
pub struct Word {
    pub text: String,
    /// Whether all of it is on the page.
    pub is_whole: bool,
}

impl<'a> Pdf<'a> {
    pub fn read(bytes: &'a [u8]) -> Pdf<'a> {
        Pdf { bytes }
    }

    /// What `program` says of it, which must have nothing to complain of.
    fn ask(&self, program: &str, arguments: &[&str]) -> String {
        let file = tempfile::NamedTempFile::new().expect("a file");
        file.as_file().write_all(self.bytes).expect("it is written");
        let path = file.path().to_str().expect("a plain path");
        let arguments = arguments
            .iter()
            .map(|one| if *one == "PDF" { path } else { one });
        let ran = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}; tests/run installs it"));
        let errors = String::from_utf8_lossy(&ran.stderr);
        assert!(
            ran.status.success() && errors.is_empty(),
            "{program}: {errors}"
        );
        String::from_utf8(ran.stdout).expect("text")
    }

    /// One line of `pdfinfo`.
    pub fn info(&self, name: &str) -> String {
        let all = self.ask("pdfinfo", &["PDF"]);
        let value = all
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        value.unwrap_or_default().trim().to_string()
    }

    pub fn pages(&self) -> usize {
        self.info("Pages").parse().expect("a number of pages")
    }

    pub fn text(&self) -> String {
        self.ask("pdftotext", &["PDF", "-"])
    }

    /// Every word with its place.
    pub fn words(&self) -> Vec<Word> {
        let all = self.ask("pdftotext", &["-bbox", "PDF", "-"]);
        let number = |line: &str, name: &str| -> Option<f64> {
            let (_, rest) = line.split_once(&format!("{name}=\""))?;
            rest.split_once('"')?.0.parse().ok()
        };
        let mut width = 0.0;
        let mut words = Vec::new();
        for line in all.lines() {
            if let Some(page) = number(line, "page width") {
                width = page;
            }
            if let (Some(start), Some(end)) = (number(line, "xMin"), number(line, "xMax")) {
                let text = line
                    .split(['>', '<'])
                    .nth(2)
                    .unwrap_or_default()
                    .to_string();
                let is_whole = start > -1.0 && end < width + 1.0;
                words.push(Word { text, is_whole });
            }
        }
        words
    }

    /// The fonts by name, and whether each is in the file and only as far as it is used.
    pub fn fonts(&self) -> Vec<(String, bool)> {
        let all = self.ask("pdffonts", &["PDF"]);
        let lines = all.lines().skip(2).map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let flags = &words[words.len() - 5..][..2];
            (words[0].to_string(), flags == ["yes", "yes"])
        });
        lines.collect()
    }

    /// Where its links lead.
    pub fn links(&self) -> Vec<String> {
        let all = self.ask("/usr/bin/python3", &["-c", LINKS, "PDF"]);
        all.lines().map(str::to_string).collect()
    }

    pub fn opens_without_a_warning(&self, name: &str) {
        let said = self.ask("/usr/bin/python3", &["-c", CHECK, "PDF"]);
        assert_eq!(said, "", "{name}");
    }
}

const LINKS: &str = r#"
import pikepdf, sys
with pikepdf.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            if "/A" in note and "/URI" in note.A:
                print(str(note.A.URI))
"#;

const CHECK: &str = r#"
import pikepdf, sys
with pikepdf.open(sys.argv[1]) as pdf:
    for problem in pdf.check() + pdf.get_warnings():
        print(problem)
"#;
