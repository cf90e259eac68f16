//! No text of a kit becomes markup: whatever stands in it, a page holds only our own elements, a
//! strict policy, no style and no script, and no address but those that are safe to follow.

use crate::{EXAMPLE, Texts, held, texts_of};
use pitchkit::render::Site;
use std::collections::BTreeMap;

/// The elements a theme may write. What content could smuggle in is not among them.
const ELEMENTS: &str = " a abbr address article aside b bdi blockquote body br caption circle cite \
    clippath code col colgroup dd defs desc details div dl dt em figcaption figure footer g h1 h2 \
    h3 h4 h5 h6 head header hr html i img li line lineargradient link main meta nav ol p path \
    picture polygon polyline pre q rect script section small source span stop strong style sub \
    summary sup svg table tbody td text tfoot th thead time title tr tspan ul use \
    urlset url loc lastmod xhtml ";

/// Attributes that load or lead somewhere.
const ADDRESSES: &[&str] = &["href", "src", "srcset", "cite", "poster", "xlink:href"];

/// Asks of every file of `site` that it holds nothing live.
pub fn check_site(site: &Site) {
    for (path, text) in texts_of(site) {
        let wrong = match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("html") => live(text).or_else(|| without_policy(text)),
            Some("svg" | "xml") => live(
                text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                    .unwrap_or(text),
            ),
            Some("json") => serde_json::from_str::<serde_json::Value>(text)
                .err()
                .map(|error| error.to_string()),
            Some("vcf") => text
                .lines()
                .find(|line| !is_card_line(line))
                .map(String::from),
            Some("csv") => (text.matches('\n').count() != 2).then(|| "more than a row".to_string()),
            Some("css") => text.find(['<']).map(|_| "markup in a style".to_string()),
            Some("txt") | None | Some(_) => None,
        };
        assert_eq!(wrong, None, "{path}");
    }
    for path in site.files.keys() {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_./".contains(c);
        assert!(path.len() <= 100 && path.chars().all(plain), "{path}");
    }
}

fn is_card_line(line: &str) -> bool {
    const NAMES: &[&str] = &[
        "BEGIN:",
        "VERSION:",
        "KIND:",
        "FN:",
        "N:",
        "ORG:",
        "EMAIL;TYPE=work:",
        "TEL;TYPE=work;TYPE=voice:",
        "TEL;TYPE=work;TYPE=cell:",
        "URL:",
        "LANG:",
        "NOTE:",
        "X-PITCHKIT-BUILD:",
        "END:",
        " ",
    ];
    NAMES.iter().any(|name| line.starts_with(name))
}

fn without_policy(page: &str) -> Option<String> {
    let head = page
        .split("</head>")
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let policy = head.find("http-equiv=\"content-security-policy\"");
    let first = head.find("<link").or_else(|| head.find("<style"));
    let strict = head.contains("default-src 'none'") && !head.contains("unsafe-");
    (policy.is_none() || policy > first || !strict).then(|| "no strict policy".to_string())
}

/// The first thing in `page` that would do something, or is not ours.
fn live(page: &str) -> Option<String> {
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let shown: String = rest.chars().take(60).collect();
        if let Some(after) = rest.strip_prefix("!doctype html>") {
            rest = after;
            continue;
        }
        rest = rest.strip_prefix('/').unwrap_or(rest);
        let end = rest
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        if !ELEMENTS.contains(&format!(" {name} ")) {
            return Some(format!("<{shown}"));
        }
        rest = &rest[end..];
        let Some((attributes, after)) = attributes(rest) else {
            return Some(format!("<{shown} never ends"));
        };
        rest = after;
        for (attribute, value) in &attributes {
            let handler = attribute.starts_with("on");
            let forbidden = ["style", "srcdoc", "formaction", "action", "target", "ping"];
            if handler || forbidden.contains(&attribute.as_str()) {
                return Some(format!("{attribute} in <{shown}"));
            }
            if ADDRESSES.contains(&attribute.as_str()) && !is_safe(value) {
                return Some(format!("{attribute}={value:?}"));
            }
            let loads = matches!(attribute.as_str(), "src" | "srcset");
            if loads && (value.contains(':') || value.contains("//")) {
                return Some(format!("{attribute}={value:?} loads from elsewhere"));
            }
        }
        if name == "script" || name == "style" {
            let close = rest.find(&format!("</{name}>")).unwrap_or(rest.len());
            let inside = &rest[..close];
            let inert = name == "style"
                || attributes.get("type").map(String::as_str) == Some("application/ld+json");
            if inside.contains('<') || (!inert && !inside.is_empty()) {
                return Some(format!("live <{name}>: {inside}"));
            }
            rest = &rest[close..];
            rest = rest.strip_prefix(&format!("</{name}>")).unwrap_or(rest);
        }
    }
    None
}

/// The attributes of a tag and what follows it. `None` where the tag never ends.
fn attributes(tag: &str) -> Option<(BTreeMap<String, String>, &str)> {
    let mut found = BTreeMap::new();
    let mut rest = tag;
    loop {
        rest = rest.trim_start().trim_start_matches('/');
        if let Some(after) = rest.strip_prefix('>') {
            return Some((found, after));
        }
        let end = rest.find(|c: char| c == '=' || c == '>' || c == '/' || c.is_whitespace())?;
        let name = rest[..end].to_ascii_lowercase();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted.find('"')?;
            value = quoted[..close].to_string();
            rest = &quoted[close + 1..];
        } else if rest.starts_with('=') {
            // Everything of ours stands between double quotes.
            found.insert("style".to_string(), rest.to_string());
            rest = &rest[1..];
        }
        found.insert(name, value);
    }
}

/// Whether a browser would follow `value` only to a page, a mailbox or a telephone.
fn is_safe(value: &str) -> bool {
    let decoded = value.replace("&#39;", "'");
    if decoded.contains("&#") {
        return false;
    }
    let decoded = decoded
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    let plain: String = decoded
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect::<String>()
        .to_lowercase();
    let head = plain.split(['/', '?', '#']).next().unwrap_or_default();
    match head.split_once(':') {
        Some((scheme, _)) => ["https", "http", "mailto", "tel"].contains(&scheme),
        None => !plain.starts_with("//") && !plain.starts_with("\\"),
    }
}

/// What is put at the end of every text of a kit: the first alone where there is room.
const PAYLOADS: &[&str] = &[
    r#""><img src=x onerror=x> ' style=x <script>x</script> {{ 1357 * 8642 }} {% raw %}"#,
    "<script>x</script>",
    r#""><img onerror=x>"#,
    "' onload='x",
    r#"" style="x"#,
    "</script><b>x",
    "]]><x>--><x>",
    "&lt;b onload=x&gt;",
    "{{ 1357 * 8642 }}",
    "{% raw %}",
    "javascript:x",
    "[x](javascript:x)",
    "</title></style><x>",
];

/// The ends of all texts between double quotes in TOML, before the closing mark.
fn ends_of_strings(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        let quotes: Vec<usize> = line.match_indices('"').map(|(at, _)| from + at).collect();
        if !line.starts_with('#') && !line.contains("\"\"\"") && quotes.len().is_multiple_of(2) {
            ends.extend(quotes.into_iter().skip(1).step_by(2));
        }
        from += line.len();
    }
    ends
}

fn ends_of_lines(text: &str, from: usize) -> Vec<usize> {
    let lines = text[from..].match_indices('\n').map(|(at, _)| from + at);
    lines.filter(|at| !text[..*at].ends_with('\n')).collect()
}

/// How a text is written in one place of a file.
type Written = fn(&str) -> String;

/// Where something can be put into each text of the example kit, and how it is written there.
fn places(path: &str, text: &str) -> Vec<(usize, Written)> {
    let in_quotes: fn(&str) -> String =
        |payload| payload.replace('\\', "\\\\").replace('"', "\\\"");
    let as_it_is: Written = |payload| payload.to_string();
    // In a CSV a mark or a comma would end the cell.
    let in_cell: Written = |payload| payload.replace(['"', ','], "'");
    match path {
        "profile.toml" => ends_of_strings(text)
            .into_iter()
            .map(|at| (at, in_quotes))
            .collect(),
        "story.md" => ends_of_lines(text, 0)
            .into_iter()
            .map(|at| (at, as_it_is))
            .collect(),
        "metrics.csv" => {
            // One row of each sort is enough, and all its cells.
            let sorts = ["followers,", "views,", "Bilbao", "segment", "https://"];
            let rows = sorts.iter().filter_map(|sort| {
                let start = text.find(&format!(",{sort}")).or_else(|| text.find(sort))?;
                let start = text[..start].rfind('\n')? + 1;
                Some((start, start + text[start..].find('\n')?))
            });
            rows.flat_map(|(start, end)| {
                let commas = text[start..end]
                    .match_indices(',')
                    .map(move |(at, _)| start + at);
                commas.chain([end]).map(|at| (at, in_cell))
            })
            .collect()
        }
        _ => {
            let body = text[4..].find("+++").map_or(text.len(), |at| at + 8);
            let facts = ends_of_strings(&text[..body])
                .into_iter()
                .map(|at| (at, in_quotes));
            let body = ends_of_lines(text, body)
                .into_iter()
                .map(|at| (at, as_it_is));
            facts.chain(body).collect()
        }
    }
}

#[test]
fn no_text_of_a_kit_becomes_markup() {
    let (mut taken, mut tried) = (0, 0);
    for (path, text) in EXAMPLE.iter() {
        for (index, (at, written)) in places(path, text).into_iter().enumerate() {
            // The one payload that holds all, and in turn one of the short ones.
            for payload in [PAYLOADS[0], PAYLOADS[1 + index % (PAYLOADS.len() - 1)]] {
                let mut texts: Texts = EXAMPLE.clone();
                let changed = format!("{}{}{}", &text[..at], written(payload), &text[at..]);
                texts.insert(path.clone(), changed);
                tried += 1;
                let Some((_, site)) = held(&texts) else {
                    continue;
                };
                taken += 1;
                for (page, text) in texts_of(&site) {
                    assert!(!text.contains("11727194"), "{page} calculates");
                }
            }
        }
    }
    assert!(
        taken > 300 && taken < tried,
        "{taken} of {tried} payloads were taken"
    );
}

#[test]
fn what_is_live_is_seen() {
    fn check(page: &str, is_live: bool) {
        assert_eq!(live(page).is_some(), is_live, "{page}");
    }
    check("<!doctype html><p class=\"a\">1 &lt; 2</p><br>", false);
    check("<script type=\"application/ld+json\">{}</script>", false);
    check(
        "<a href=\"https://a.example/?b:c\">a</a><a href=\"b/c\">b</a><a href=\"#x\">c</a>",
        false,
    );
    check("<script>x</script>", true);
    check(
        "<script type=\"application/ld+json\">\"</script><x>\"</script>",
        true,
    );
    check("<x-y>", true);
    check("<p onclick=\"x\">", true);
    check("<p style=\"x\">", true);
    check("<p class=x>", true);
    check("<a href=\"java&#10;script:x\">", true);
    check("<a href=\"JavaScript:x\">", true);
    check("<a href=\"//a.example\">", true);
    check("<img src=\"https://a.example/a.png\">", true);
    check("a < b", true);
}
