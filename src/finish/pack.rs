//! A finished site to one file that can be sent.

use super::weight::Part;
use super::{Files, mark, single, zipped};
use jiff::civil::Date;

/// Which one file it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// An archive of the site's files, to be unpacked and opened from disk.
    Zip,
    /// A page with everything in it.
    Single,
}

impl Packing {
    /// How the name of such a file ends.
    pub fn extension(self) -> &'static str {
        match self {
            Packing::Zip => "zip",
            Packing::Single => "html",
        }
    }
}

/// One file to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What in it weighs how much; what is left of its bytes holds it together.
    pub parts: Vec<Part>,
}

/// Packs `site`. `name` is what the pack's folder and its downloads are called after, `identity`
/// what sets the kit apart from others, and `date` the day its files are from. `None` only if the
/// site has no first page, or is too large for an archive.
pub fn pack(
    site: &Files,
    packing: Packing,
    name: &str,
    identity: &str,
    date: Option<Date>,
) -> Option<Pack> {
    let mut pack = match packing {
        Packing::Zip => zipped::zip(site, name, date)?,
        Packing::Single => single::page(site, name)?,
    };
    pack.bytes = mark::sign(pack.bytes, identity);
    Some(pack)
}

/// Whether only a host, or whoever links to the site, reads this file.
pub(super) fn is_for_hosts(path: &str) -> bool {
    let hidden = path.split('/').any(|part| part.starts_with(['.', '_']));
    hidden || matches!(path, "404.html" | "robots.txt" | "sitemap.xml")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finish::marked;

    /// A site with all that packing looks at.
    fn site() -> Files {
        let index = r##"<!doctype html><html lang="en"><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<link rel="preload" href="assets/f.woff2"><link rel="stylesheet" href="assets/kit.css">
<link rel="icon" href="favicon.svg"><link rel="canonical" href="https://example.com/"></head>
<body><main id="main"><p id="note">x</p><a href="#note">n</a><a href="./">top</a>
<a href="work/a.html#note">a</a><a href="kit.txt">t</a><a href="kit.pdf">p</a><a href="kit.pdf">p</a>
<img src="assets/m.jpg" srcset="assets/s.jpg 400w, assets/m.jpg 800w, assets/l.jpg 2000w" sizes="9vw">
<picture><source type="image/webp" srcset="assets/s.webp 400w, assets/m.webp 900w"><img src="assets/s.jpg"></picture>
</main></body></html>"##;
        let case = r##"<!doctype html><html><body><header><a href="../index.html">kit</a></header>
<main id="main"><p id="note">y</p><a href="#note">n</a><a href="../index.html#main">b</a>
<img src="../assets/s.jpg"></main><footer><a href="../index.html">back</a></footer></body></html>"##;
        let css = "@font-face { src: url(\"f.woff2\"); } /* </style> */";
        let pdf = "p".repeat(200_000);
        let texts: [(&str, &str); 16] = [
            ("index.html", index),
            ("work/a.html", case),
            ("404.html", "lost"),
            ("_headers", "/*"),
            (".nojekyll", ""),
            ("robots.txt", ""),
            ("sitemap.xml", ""),
            ("favicon.svg", "<svg/>"),
            ("assets/kit.css", css),
            ("assets/f.woff2", "font"),
            ("assets/s.jpg", "small"),
            ("assets/m.jpg", "middle"),
            ("assets/l.jpg", "large"),
            ("assets/s.webp", "s"),
            ("assets/m.webp", "m"),
            ("kit.txt", "text"),
        ];
        let texts = texts.into_iter().chain([("kit.pdf", pdf.as_str())]);
        texts
            .map(|(path, text)| (path.to_string(), text.as_bytes().to_vec()))
            .collect()
    }

    fn packed(packing: Packing) -> Pack {
        let date = Some(jiff::civil::date(2026, 11, 1));
        pack(&site(), packing, "maite", "Maite, en", date).expect("a pack")
    }

    #[test]
    fn equal_sites_give_equal_packs_that_are_ours() {
        for packing in [Packing::Zip, Packing::Single] {
            let pack = packed(packing);
            assert_eq!(pack, packed(packing));
            let mark = marked(&pack.bytes, "Maite, en").expect("a mark");
            assert!(mark.same_kit && mark.intact);
            let weighed: u64 = pack.parts.iter().map(|part| part.bytes).sum();
            assert!(weighed <= pack.bytes.len() as u64);
        }
        assert_eq!(pack(&Files::new(), Packing::Zip, "a", "b", None), None);
        assert_eq!(pack(&Files::new(), Packing::Single, "a", "b", None), None);
    }

    #[test]
    fn an_archive_holds_what_readers_open() {
        let pack = packed(Packing::Zip);
        let mut archive = ::zip::ZipArchive::new(std::io::Cursor::new(&pack.bytes)).expect("a zip");
        let names = archive.file_names();
        let names: Vec<_> = names
            .map(|name| name.expect("a name").into_owned())
            .collect();
        // The largest picture goes, with it what only hosts read.
        let expected = [
            "maite/assets/f.woff2",
            "maite/assets/kit.css",
            "maite/assets/m.jpg",
            "maite/assets/m.webp",
            "maite/assets/s.jpg",
            "maite/assets/s.webp",
            "maite/favicon.svg",
            "maite/index.html",
            "maite/kit.pdf",
            "maite/kit.txt",
            "maite/work/a.html",
        ];
        assert_eq!(names, expected);
        let mut index = archive.by_name("maite/index.html").expect("the page");
        let date = index.last_modified().expect("a date");
        assert_eq!((date.year(), date.month(), date.day()), (2026, 11, 1));
        assert_eq!(index.unix_mode().map(|mode| mode & 0o777), Some(0o644));
        let mut text = String::new();
        std::io::Read::read_to_string(&mut index, &mut text).expect("text");
        assert!(text.contains(r#"<a href="index.html">top"#), "{text}");
        assert!(
            !text.contains("preload") && !text.contains("l.jpg"),
            "{text}"
        );
    }

    #[test]
    fn a_page_holds_everything() {
        let pack = packed(Packing::Single);
        let text = String::from_utf8(pack.bytes).expect("text");
        fn check(text: &str, count: usize, part: &str) {
            assert_eq!(text.matches(part).count(), count, "{part} in {text}");
        }
        let check = |count, part: &str| check(&text, count, part);
        check(0, "assets/");
        check(0, "srcset");
        check(0, "preload");
        check(1, "url(data:font/woff2;base64,Zm9udA==)");
        check(1, "<\\/style> */");
        check(1, r#"href="https://example.com/""#);
        // One width per place, and no format twice.
        // Half of 2000 is 1000, and what is narrower would be blurred.
        check(1, r#"src="data:image/jpeg;base64,bGFyZ2U=""#);
        check(1, r#"src="data:image/webp;base64,bQ==""#);
        // Pages become parts of the page, and nothing is there twice.
        check(1, r##"<div class="packed" id="work-a">"##);
        check(1, r##"<a href="#work-a-note">a</a>"##);
        check(
            1,
            r##"<p id="note">x</p><a href="#note">n</a><a href="#">top</a>"##,
        );
        check(
            1,
            r##"<p id="work-a-note">y</p><a href="#work-a-note">n</a><a href="#main">b</a>"##,
        );
        check(1, r##"<footer><a href="#">back</a></footer>"##);
        check(1, "<main");
        check(0, ">kit</a>");
        check(1, r#"download="maite.txt""#);
        // What is heavy is there once.
        check(1, r#"download="maite.pdf""#);
        check(1, r#"id="file-kit-pdf""#);
        check(1, r##"<a href="#file-kit-pdf">p</a>"##);
        check(1, "content=\"default-src 'none'; style-src 'sha256-");
        check(
            1,
            "; img-src data:; font-src data:; base-uri 'none'; form-action 'none'\">",
        );
        assert!(text.ends_with(" -->\n"));
    }
}
