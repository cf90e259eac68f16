//! Every page is valid HTML and every style valid CSS, by the Nu HTML Checker.

use crate::findings::Findings;
use crate::{kits, tools};
use serde_json::Value;
use std::path::Path;

#[test]
fn pages_and_styles_are_valid() {
    let mut findings = Findings::default();
    for ending in ["html", "css"] {
        let files = kits::all()
            .iter()
            .flat_map(|kit| walkdir::WalkDir::new(&kit.site));
        let files = files.map(|entry| entry.expect("a built site").into_path());
        let files: Vec<_> = files
            .filter(|path| path.extension().is_some_and(|end| end == ending))
            .map(|path| path.to_string_lossy().into_owned())
            .collect();
        assert!(!files.is_empty(), "no {ending} to check");
        for message in checked(ending, &files) {
            let text = message["message"].as_str().unwrap_or_default();
            let url = message["url"].as_str().unwrap_or_default();
            let line = message["lastLine"].as_u64().unwrap_or_default();
            let file = Path::new(url.trim_start_matches("file:"));
            let file = file
                .strip_prefix(tools::folder().join("sites"))
                .unwrap_or(file);
            let place = format!("{}:{line}", file.display());
            // SVG 2 made it a property, which the checker does not know and browsers do.
            let is_of_svg = text.contains("Property “rx” doesn't exist");
            if message["type"] != "info" && !is_of_svg {
                findings.add(&place, format!("{text}\n    {}", message["extract"]));
            // On a disk the checker does not know what 'self' is.
            } else if message["subType"] == "warning" && !text.contains("Security Policy") {
                println!("{place}: {text}");
            }
        }
    }
    findings.none();
}

/// What the checker says of files that end in `ending`.
pub fn checked(ending: &str, files: &[String]) -> Vec<Value> {
    let jar = tools::package("vnu-jar/build/dist/vnu.jar");
    let jar = jar.to_string_lossy();
    let kind = format!("--{ending}");
    let mut arguments = vec!["-jar", &jar, "--stdout", "--format", "json", &kind];
    arguments.extend(files.iter().map(String::as_str));
    let output = tools::output("java", &arguments);
    let said: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        let complaint = String::from_utf8_lossy(&output.stderr);
        panic!("the checker gives no JSON: {error}\n{complaint}")
    });
    let messages = said["messages"].as_array().expect("a list of messages");
    messages.clone()
}
