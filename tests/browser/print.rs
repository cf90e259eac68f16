//! Printed, on A4 and Letter, with and without grounds: every word is there, nothing is torn
//! apart, navigation is gone, and it is dark on white.

use crate::findings::Findings;
use crate::kits::{self, Look};
use crate::page::Page;
use crate::words::{self, Words};
use crate::{server, shots, tools};
use serde_json::json;
use std::fs;
use std::path::Path;

/// Width and height in inches.
const A4: (f64, f64) = (8.27, 11.69);
const LETTER: (f64, f64) = (8.5, 11.0);

#[test]
fn nothing_is_lost_in_print() {
    let mut findings = Findings::default();
    let page = Page::open();
    let folder = tempfile::tempdir().expect("a folder for the PDFs");
    for kit in kits::all() {
        for path in kit.sample().into_iter().filter(|path| path != "404.html") {
            page.look(Look::light(1280));
            page.visit_all_of(&format!("{}{path}", server::address(&kit.name)));
            let usual = words::without(words::seen(&page), &words::actions(&page));
            let skip: Option<String> =
                page.run("document.querySelector('.skip')?.textContent ?? null");
            for (sheet, size) in [("a4", A4), ("letter", LETTER)] {
                for grounds in [true, false] {
                    let file = folder.path().join("page.pdf");
                    fs::write(&file, pdf(&page, size, grounds)).expect("a PDF to write");
                    let [text, raw] = texts(&file);
                    let place = format!("{} {path} {sheet}, grounds {grounds}", kit.name);
                    let mut lost = lost(&usual, &text);
                    lost.retain(|word| self::lost(&usual, &raw).contains(word));
                    if !lost.is_empty() {
                        findings.add(&place, words::loss(&lost));
                    }
                    if skip.as_ref().is_some_and(|skip| text.contains(skip.trim())) {
                        findings.add(&place, "the skip link is printed");
                    }
                    // Where nothing but the ground differs, so do the words not.
                    if kit.name == "everything" {
                        break;
                    }
                }
            }
        }
    }
    findings.none();
}

#[test]
fn print_is_dark_on_white_and_whole() {
    let mut findings = Findings::default();
    let page = Page::open();
    for kit in kits::all() {
        for path in kit.sample().into_iter().filter(|path| path != "404.html") {
            page.look(Look::light(1280));
            page.visit_all_of(&format!("{}{path}", server::address(&kit.name)));
            // 182 mm between the margins of A4, in CSS px, and dark mode left on.
            page.size(688, 1000, 1.0);
            page.media("print", &[("prefers-color-scheme", "dark")]);
            let faults: Vec<String> = page.run(include_str!("script/print.js"));
            findings.extend(&format!("{} {path}", kit.name), faults);
        }
    }
    findings.none();
}

/// The page as PDF, on sheets of `size` in inches, with or without grounds.
pub fn pdf(page: &Page, size: (f64, f64), grounds: bool) -> Vec<u8> {
    page.media("", &[]);
    let printed = page.send(
        "Page.printToPDF",
        json!({ "paperWidth": size.0, "paperHeight": size.1, "printBackground": grounds }),
    );
    shots::bytes(&printed["data"])
}

/// On A4 with grounds, as most people print.
pub fn a4(page: &Page) -> Vec<u8> {
    pdf(page, A4, true)
}

fn texts(file: &Path) -> [String; 2] {
    let file = file.to_string_lossy();
    // As it reads, and as it was written: a word that is cut at the end of a line goes on in
    // another place where two columns stand side by side.
    ["-nopgbrk", "-raw"].map(|order| {
        let output = tools::output("pdftotext", &[order, "-enc", "UTF-8", &file, "-"]);
        assert!(output.status.success(), "pdftotext cannot read the PDF");
        String::from_utf8(output.stdout).expect("UTF-8")
    })
}

/// The words of a page that its PDF has not, or not as often. Words that are cut at the end of a
/// line, or drawn in two sizes, are looked for in the text without any blanks.
fn lost(usual: &Words, text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let squeezed: String = lower
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let mut lost = words::lost(usual, &words::counted(text));
    // From right to left, and in scripts whose letters join, a PDF has other letters in another
    // order.
    lost.retain(|word| word.chars().all(|letter| letter < '\u{590}'));
    lost.retain(|word| squeezed.matches(word.as_str()).count() < usual[word]);
    // A drop cap is read before or after what stands beside it.
    let there = words::counted(text);
    lost.retain(|word| {
        let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        !(there.contains_key(first) && there.contains_key(rest))
    });
    lost
}
