//! What is not for everybody is in no file of the site, in no guise.

use crate::{EXAMPLE, Texts, build, example_photos, sources, tries};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pitchkit::jobs::Job;
use pitchkit::render::Asset;
use proptest::prelude::*;

/// The example kit with `word` in everything that is kept from the public.
fn kit_with_secret(word: &str) -> Texts {
    let mut texts = EXAMPLE.clone();
    let profile = texts.entry("profile.toml".to_string()).or_default();
    *profile = profile.replace("+34 600 000 000", "+34 613 977 153");
    *profile += &format!(
        r#"
[[services]]
name = "{word}"
group = "{word}"
includes = ["{word}"]
price = 7713153
per = "post"
minimum = "{word}"
example = "photos/{word}.jpg"
visibility = "never"

[[services]]
name = "For brands, {word}"
on_request = true
visibility = "brand"

[[facts]]
label = "{word}"
value = "{word}"
visibility = "brand"

[[accounts]]
platform = "bluesky"
handle = "{word}"
about = "{word}"
visibility = "never"

[[worked_with]]
name = "{word}"
"#
    );
    let told = |facts: &str| {
        format!(
            r#"+++
brand = "{word}"
title = "With {word}"
date = 2026-03-01
sector = "{word} and others"
goal = "Sell {word}."
made = ["1 film for {word}", "1 letter"]
photo = "photos/{word}.jpg"
links = [{{ title = "{word}", url = "https://{word}.example/" }}]
disclosure = "Paid by {word}"
note = "I like {word}."
tags = ["{word}"]
quote = {{ text = "We are {word}.", person = "Ann {word}", role = "{word}" }}
{facts}

[[results]]
metric = "{word} sold"
value = 7713153
basis = "at {word}"
source = "{word}"
+++

A film for *{word}*, and a [link](https://{word}.example/).
"#
        )
    };
    for (name, facts) in [
        ("nda", "permission = \"nda\""),
        ("embargo", "embargo_until = 2027-01-01"),
        ("brand", "visibility = \"brand\""),
        ("never", "visibility = \"never\""),
    ] {
        texts.insert(format!("collaborations/{word}-{name}.md"), told(facts));
    }
    // Its number may be told, its name may not.
    let anonymous = told("permission = \"anonymous\"").replace("7713153", "412");
    texts.insert(format!("collaborations/{word}.md"), anonymous);
    texts
}

/// What would give `secret` away: as it is, in small letters, in an address, between marks of
/// JSON, in UTF-16, in base64 wherever it begins.
fn guises(secret: &str) -> Vec<Vec<u8>> {
    let percent: String = secret.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let escaped: String = secret
        .encode_utf16()
        .map(|unit| format!("\\u{unit:04x}"))
        .collect();
    let wide = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut guises = vec![secret.as_bytes().to_vec(), wide];
    guises.extend([percent.to_lowercase(), percent, escaped].map(String::into_bytes));
    for shift in 0..3 {
        let mut bytes = vec![b' '; shift];
        bytes.extend(secret.bytes());
        let code = STANDARD.encode(&bytes);
        // The first and the last characters depend on what stands beside.
        guises.push(code.as_bytes()[4..code.len() - 4].to_vec());
    }
    guises
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes
        .windows(part.len())
        .any(|window| window.eq_ignore_ascii_case(part))
}

proptest! {
    #![proptest_config(tries(16))]

    #[test]
    fn no_output_holds_what_is_private(word in "[A-Z][a-z]{4,9}(qz|xk)[a-z]{3,6}") {
        let mut photos = example_photos();
        photos.push(format!("photos/{word}.jpg"));
        let built = build(&sources(&kit_with_secret(&word), &photos));
        let said: Vec<_> = built.diagnostics.iter().collect();
        prop_assert!(!built.diagnostics.has_errors(), "{said:?}");
        let site = built.site.expect("a site");

        let numbers = ["7713153", "7,713,153", "7.71M", "613977153", "613 977 153"];
        let mut secrets: Vec<Vec<u8>> = numbers.map(|number| number.as_bytes().to_vec()).to_vec();
        secrets.extend(guises(&word));
        let mut said_to_typesetter: String;
        for (path, asset) in &site.files {
            let bytes = match asset {
                Asset::Bytes(bytes) => bytes.as_slice(),
                Asset::Job(Job::Picture(picture)) => {
                    prop_assert!(!picture.photo.path.contains(&word), "{path} shows its photo");
                    &[]
                }
                // A font is of the theme and single characters.
                Asset::Job(Job::Font(_)) => &[],
                // What the typesetter gets is all that a document can say.
                Asset::Job(Job::Typeset(document)) => {
                    let paper = &document.paper;
                    let photos = paper.pictures.iter().map(|picture| &picture.photo.path);
                    said_to_typesetter = [&paper.view, &document.look]
                        .into_iter()
                        .chain(paper.own_words.values())
                        .chain(paper.url.iter())
                        .chain(photos)
                        .cloned()
                        .collect();
                    said_to_typesetter.as_bytes()
                }
            };
            for secret in &secrets {
                let shown = String::from_utf8_lossy(secret);
                prop_assert!(!holds(bytes, secret), "{path} holds {shown}");
                prop_assert!(!holds(path.as_bytes(), secret), "{path}");
            }
        }
        // The campaign without a name is told, or nothing was tried.
        let told = site.files.values().any(|asset| match asset {
            Asset::Bytes(bytes) => holds(bytes, b"412"),
            Asset::Job(_) => false,
        });
        prop_assert!(told);
        let view = serde_json::to_string(&built.view).expect("a view as JSON");
        prop_assert!(!view.to_lowercase().contains(&word.to_lowercase()), "{view}");
    }
}
