//! What a host must know to build a kit, as the text of the file it reads.

use super::Host;
use crate::render::header_rules;
use serde_json::{Value, json};

/// A kit as a host sees it.
pub(super) struct Place {
    /// The way from the repository's root to it, with `/` between the parts; empty at the root.
    pub(super) kit: String,
    /// What the site may be called at a host.
    pub(super) name: String,
    /// Whether search engines may list it.
    pub(super) indexing: bool,
}

impl Place {
    /// The first sign of the way to the kit that a shell or a host would read as something else.
    pub(super) fn odd(&self) -> Option<char> {
        let odd = |c: &char| c.is_control() || "\"'`$<>\\".contains(*c);
        self.kit.chars().find(odd)
    }

    fn kit(&self) -> &str {
        if self.kit.is_empty() { "." } else { &self.kit }
    }

    /// Where a build of the kit writes.
    fn site(&self) -> String {
        let parts = [self.kit.as_str(), "site"];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("/")
    }
}

/// The file's path from the repository's root.
pub(super) fn path(host: Host) -> &'static str {
    match host {
        Host::Github => ".github/workflows/media-kit.yml",
        Host::Netlify => "netlify.toml",
        Host::Cloudflare => "wrangler.toml",
        Host::Vercel => "vercel.json",
    }
}

/// Files that the host reads in place of that one.
pub(super) fn stronger(host: Host) -> &'static [&'static str] {
    match host {
        Host::Cloudflare => &["wrangler.json", "wrangler.jsonc"],
        Host::Github | Host::Netlify | Host::Vercel => &[],
    }
}

/// The file's text.
pub(super) fn text(host: Host, place: &Place) -> String {
    let text = match host {
        Host::Github => include_str!("github.yml"),
        Host::Netlify => include_str!("netlify.toml"),
        Host::Cloudflare => include_str!("wrangler.toml"),
        Host::Vercel => return format!("{:#}\n", vercel(place)),
    };
    let build = build(place);
    let command = match host {
        // There it stands in a comment, to be copied.
        Host::Cloudflare => format!("{INSTALL}; {build}"),
        Host::Github | Host::Netlify | Host::Vercel => {
            quoted(&format!("{INSTALL}; {build} --base-url \"$URL\""))
        }
    };
    text.replace("<command>", &command.replace("<version>", VERSION))
        .replace("<version>", VERSION)
        .replace("<kit>", &quoted(place.kit()))
        .replace("<site>", &quoted(&place.site()))
        .replace("<name>", &quoted(&place.name))
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Gets Rust where there is none, and this version of the program with it.
const INSTALL: &str = "export PATH=\"$HOME/.cargo/bin:$PATH\"; command -v cargo >/dev/null || \
                       curl --proto =https --tlsv1.2 -sSf https://sh.rustup.rs | \
                       sh -s -- -y --profile minimal; \
                       cargo install pitchkit --version <version> --locked";

fn build(place: &Place) -> String {
    format!("pitchkit build '{}'", place.kit())
}

/// A string of YAML, TOML and JSON alike.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// It reads no `_headers`, and takes no command that is longer than 256 letters.
fn vercel(place: &Place) -> Value {
    let build = build(place);
    let rules = header_rules(place.indexing, None).into_iter().map(|rule| {
        let headers = rule.headers.iter();
        let headers: Vec<_> = headers
            .map(|(key, value)| json!({ "key": key, "value": value }))
            .collect();
        json!({ "source": rule.path.replace('*', "(.*)").replace('.', "\\.").replace("(\\.*)", "(.*)"), "headers": headers })
    });
    let path = "export PATH=\"$HOME/.cargo/bin:$PATH\"";
    json!({
        "$schema": "https://openapi.vercel.sh/vercel.json",
        "framework": null,
        "installCommand": INSTALL.replace("<version>", VERSION),
        "buildCommand": format!("{path}; {build} --base-url \"https://$VERCEL_PROJECT_PRODUCTION_URL\""),
        "outputDirectory": place.site(),
        "cleanUrls": false,
        "trailingSlash": true,
        "headers": rules.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(kit: &str) -> Place {
        Place {
            kit: kit.to_string(),
            name: "maite-orrun-media-kit".to_string(),
            indexing: true,
        }
    }

    #[test]
    fn a_workflow_is_yaml_with_the_kit_in_it() {
        for (kit, expected) in [("", "."), ("kits/Maite: #1", "kits/Maite: #1")] {
            let text = text(Host::Github, &place(kit));
            let yaml: serde_yaml_ng::Value = serde_yaml_ng::from_str(&text).expect("YAML");
            let jobs = &yaml["jobs"];
            let build = &jobs["build"];
            let steps = build["steps"].as_sequence().expect("steps");
            let mut kits = steps.iter().filter_map(|step| step["env"]["KIT"].as_str());
            assert_eq!(kits.next(), Some(expected));
            assert_eq!(build["permissions"]["contents"].as_str(), Some("read"));
            // Every action is GitHub's own, of one major version.
            let publish = jobs["publish"]["steps"].as_sequence().expect("steps");
            for step in steps.iter().chain(publish) {
                let Some(uses) = step["uses"].as_str() else {
                    continue;
                };
                let (action, version) = uses.split_once("@v").expect("a version");
                assert!(action.starts_with("actions/"), "{uses}");
                assert!(version.bytes().all(|b| b.is_ascii_digit()), "{uses}");
            }
            assert!(!text.contains("secrets."), "{text}");
            assert!(
                !text.contains("<version>") && !text.contains("<kit>"),
                "{text}"
            );
        }
    }

    #[test]
    fn settings_in_toml_name_the_site() {
        let read = |host, kit| -> toml::Table { text(host, &place(kit)).parse().expect("TOML") };
        let netlify = read(Host::Netlify, "my kit");
        assert_eq!(netlify["build"]["publish"].as_str(), Some("my kit/site"));
        let command = netlify["build"]["command"].as_str().expect("a command");
        let end = format!(
            "pitchkit --version {VERSION} --locked; pitchkit build 'my kit' --base-url \"$URL\""
        );
        assert!(command.ends_with(&end), "{command}");
        let cloudflare = read(Host::Cloudflare, "");
        assert_eq!(cloudflare["assets"]["directory"].as_str(), Some("site"));
        assert_eq!(cloudflare["name"].as_str(), Some("maite-orrun-media-kit"));
        assert!(text(Host::Cloudflare, &place("")).contains("--locked; pitchkit build '.'\n"));
    }

    #[test]
    fn settings_in_json_say_what_the_headers_file_says() {
        let json: Value =
            serde_json::from_str(&text(Host::Vercel, &place("kits/me"))).expect("JSON");
        assert_eq!(json["outputDirectory"], "kits/me/site");
        for command in ["installCommand", "buildCommand"] {
            let command = json[command].as_str().expect("a command");
            assert!(command.len() <= 256, "{command}");
        }
        let rules = json["headers"].as_array().expect("rules");
        let sources: Vec<_> = rules
            .iter()
            .map(|rule| rule["source"].as_str().expect("a path"))
            .collect();
        let expected = [
            "/(.*)",
            "/assets/(.*)",
            "/for/(.*)",
            "/contact\\.vcf",
            "/kit\\.csv",
            "/kit\\.json",
            "/kit\\.txt",
        ];
        assert_eq!(sources, expected);
        for (rule, said) in header_rules(true, None).iter().zip(rules) {
            let headers = said["headers"].as_array().expect("headers");
            let said: Vec<_> = headers
                .iter()
                .map(|header| {
                    (
                        header["key"].as_str().expect("a name"),
                        header["value"].as_str().expect("a value").to_string(),
                    )
                })
                .collect();
            assert_eq!(said, rule.headers);
        }
    }

    #[test]
    fn ways_that_a_shell_would_read_are_refused() {
        fn check(kit: &str, expected: Option<char>) {
            assert_eq!(place(kit).odd(), expected, "{kit}");
        }
        check("my kits/Élodie", None);
        check("a'b", Some('\''));
        check("${{ x }}", Some('$'));
        check("a\nb", Some('\n'));
    }
}
