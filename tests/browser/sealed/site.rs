//! The pages that are opened here: one of a whole kit, a small one, and the small one with something
//! wrong in each field.

use crate::{kits, tools};
use pitchkit::finish::{Files, Front, Keys, Lock, Packing, pack, seal};
use pitchkit::render::header_rules;
use pitchkit::words::{LANGUAGES, Words};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// What the small page says, with what a creator might have typed and what must not act, should it
/// ever come so far.
const NOTE: &str = r##"<!doctype html>
<html lang="de" dir="ltr" class="kit" data-theme="x" onclick="document.title='acted'">
<head><meta charset="utf-8"><base href="https://example.com/"><title>Northwind</title>
<style>body { font: 1rem/1.5 sans-serif; color: #111; background: #fff; } .price { color: #060; }</style>
<meta http-equiv="refresh" content="0;url=https://example.com/"><link rel="icon" href="data:,"></head>
<body class="paper" data-part="rates" onload="document.title='acted'">
<nav aria-label="Teile"><a href="#rates" id="jump">Preise</a></nav>
<main id="main"><h1>Preise für Northwind</h1>
<p id="note">&lt;img src=x onerror="document.title='acted'"&gt; &lt;script&gt;document.title='acted'&lt;/script&gt;</p>
<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==" alt="" onload="document.title='acted'">
<img src="data:," alt="x" onerror="document.title='acted'">
<script>document.title = "acted"</script><svg aria-hidden="true"><script>document.title = "acted"</script></svg>
<iframe title="x" srcdoc="<script>top.document.title='acted'</script>"></iframe>
<p><a id="acts" href=" java&#10;script:document.title='acted'">x</a>
<a id="file" href="data:text/plain;charset=utf-8;base64,OTAwIEVVUg==" download="northwind.txt">Text</a></p>
<h2 id="rates">Ein Reel</h2><p class="price">900 EUR</p>
</main></body></html>
"##;

/// What is seen of the small page once it is open, and nowhere before.
pub const SEEN: &str = "900 EUR";

/// The folder with all of them, in `for/`, made when they are first asked for.
pub fn site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = tools::folder().join("sealed");
        let _ = fs::remove_dir_all(&site);
        fs::create_dir_all(site.join("for")).expect("a folder to write to");
        let write = |name: &str, page: &[u8]| {
            let file = site.join(format!("for/{name}.html"));
            fs::write(file, page).expect("a page to write");
        };
        let kit = kit();
        write("kit-unsealed", &kit);
        write("kit", sealed(&kit, "en").as_bytes());
        for language in LANGUAGES {
            let page = sealed(NOTE.as_bytes(), language);
            write(&format!("note-{language}"), page.as_bytes());
        }
        let note = sealed(NOTE.as_bytes(), "en");
        for (name, page) in broken(&note) {
            assert_ne!(page, note, "{name}");
            write(name, page.as_bytes());
        }
        site
    })
}

/// The lock of all of them.
pub fn lock() -> Lock {
    let keys = Keys::new([7; 32]);
    keys.lock("northwind").expect("a lock")
}

/// What a host is asked to send with every page, as lines of a response.
pub fn headers() -> &'static str {
    static HEADERS: OnceLock<String> = OnceLock::new();
    HEADERS.get_or_init(|| {
        let rules = header_rules(true, Some("")).into_iter();
        let rules = rules.filter(|rule| ["/*", "/for/*"].contains(&rule.path));
        let all = rules.flat_map(|rule| rule.headers);
        let lines = all.map(|(name, value)| format!("{name}: {value}\r\n"));
        lines.collect()
    })
}

/// The pages with something wrong in each, by name.
pub fn broken(note: &str) -> Vec<(&'static str, String)> {
    let flipped = |field: &str, more: usize| {
        let at = note.find(field).expect(field) + field.len() + more;
        let other = if &note[at..=at] == "A" { "B" } else { "A" };
        [&note[..at], other, &note[at + 1..]].concat()
    };
    let data = note.find("sealed-data\">").expect("the data") + "sealed-data\">".len();
    let end = data + note[data..].find('<').expect("its end");
    let rounds = |rounds: &str| note.replace("\"rounds\":1000000", &format!("\"rounds\":{rounds}"));
    vec![
        ("salt", flipped("salt\":\"", 3)),
        ("nonce", flipped("nonce\":\"", 3)),
        ("data", flipped("sealed-data\">", 700)),
        ("first", flipped("sealed-data\">", 0)),
        ("last", flipped("sealed-data\">", end - data - 5)),
        (
            "parameters",
            note.replace("\"version\":1,", "\"version\":1, "),
        ),
        ("no-parameters", note.replace("{\"version\":1,", "")),
        ("rounds-few", rounds("1000")),
        ("rounds-lower", rounds("999999")),
        ("rounds-more", rounds("1000001")),
        ("rounds-many", rounds("4000000000")),
        ("truncated", [&note[..data + 800], &note[end..]].concat()),
        ("cut-off", note[..data + 801].to_string()),
        ("empty", [&note[..data], &note[end..]].concat()),
    ]
}

/// The first kit of this run as one page.
fn kit() -> Vec<u8> {
    let root = &kits::all().first().expect("a kit").site;
    let files = walkdir::WalkDir::new(root).into_iter();
    let files = files.map(|entry| entry.expect("a built site").into_path());
    let site: Files = files
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.strip_prefix(root).expect("a path in it");
            let name = name.to_string_lossy().replace('\\', "/");
            (name, fs::read(&path).expect("a readable file"))
        })
        .collect();
    let packed = pack(&site, Packing::Single, "kit", "kit", None);
    packed.expect("a first page").bytes
}

fn sealed(page: &[u8], language: &str) -> String {
    let words = Words::load(language).expect("built in");
    let front = Front {
        name: match language {
            // It tries to be more than a name.
            "de" => "Maite <b>Orrun</b> & \"Söhne\"",
            // It is wider than a phone.
            "es" => "Maximilianaconstanza Fernández-Echeverría",
            _ => "Maite Orrun",
        },
        language,
        direction: if language == "ar" { "rtl" } else { "ltr" },
        words: &words,
    };
    String::from_utf8(seal(page, &lock(), &front)).expect("text")
}
