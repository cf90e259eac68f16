//! `pitchkit brand list`: the editions of a kit, each with its link and passphrase.

use crate::cli::clock::today;
use crate::cli::{Format, Reason, Stop, Terminal, keyring, report};
use crate::disk::store::Store;
use crate::kit::{Brand, Kit, texts};
use crate::source::Diagnostics;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;
use std::path::Path;

/// What a link can hold as it is.
const KEY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-');

pub(super) fn run(dir: &Path, terminal: &Terminal) -> Result<(), Stop> {
    let sources = Store::open_for(dir, None).sources(dir)?;
    let mut said = Diagnostics::new();
    let Some(kit) = texts(&sources, &mut said) else {
        let reason = Reason::new("the kit's `profile.toml` cannot be read");
        return Err(Stop::Failed(reason.hint("`pitchkit check` says why")));
    };
    let keys = keyring::keys(dir)?;
    let today = today(None)?;
    let mut listed = Vec::new();
    for brand in &kit.brands {
        let lock = keys.as_ref();
        let lock = lock.map(|keys| keyring::lock(dir, keys, &brand.name));
        let lock = lock.transpose()?;
        listed.push((
            brand,
            lock.map(|lock| (link(&kit, &lock.path), lock.passphrase)),
        ));
    }
    if terminal.format == Format::Json {
        let one = |(brand, lock): &(&Brand, Option<(String, String)>)| {
            let (link, passphrase) = lock.clone().unzip();
            json!({
                "name": brand.name,
                "for": brand.brand.value,
                "prepared": brand.prepared.as_ref().map(|day| day.value.to_string()),
                "expires": brand.expires.as_ref().map(|day| day.value.to_string()),
                "link": link,
                "passphrase": passphrase,
            })
        };
        let editions: Vec<_> = listed.iter().map(one).collect();
        let document = json!({ "version": 1, "editions": editions });
        return terminal.result(&report::json_text(&document));
    }
    let mut out = String::new();
    for (brand, lock) in &listed {
        let mut parts = vec![format!("for {}", report::visible(&brand.brand.value))];
        parts.extend(
            brand
                .prepared
                .as_ref()
                .map(|day| format!("prepared {}", day.value)),
        );
        parts.extend(brand.expires.as_ref().map(|day| match day.value < today {
            true => format!("ended {}", day.value),
            false => format!("holds until {}", day.value),
        }));
        out += &format!("{}  {}\n", brand.name, parts.join(" · "));
        if let Some((link, passphrase)) = lock {
            out += &format!("  link        {link}\n");
            out += &format!("  passphrase  {passphrase}\n");
            let key = utf8_percent_encode(passphrase, KEY);
            out += &format!("  both in one {link}#k={key}\n");
        }
    }
    terminal.result(&out)?;
    if let Some(line) = keyring::warning(dir) {
        terminal.note(&line);
    }
    for line in advice(&kit, keys.is_some(), said.has_errors()) {
        terminal.note(line);
    }
    Ok(())
}

/// Where the page will be, as far as the kit knows.
fn link(kit: &Kit, path: &str) -> String {
    match &kit.profile.site.url {
        Some(url) => format!("{}{path}", url.value),
        None => path.to_string(),
    }
}

fn advice(kit: &Kit, has_keys: bool, has_errors: bool) -> Vec<&'static str> {
    let mut lines = Vec::new();
    if has_errors {
        lines.push(
            "There are errors in the kit, so this may not be all: `pitchkit check` names them",
        );
    }
    if kit.brands.is_empty() {
        lines.push("There is no edition: `pitchkit new brand NAME` makes one");
        return lines;
    }
    if !has_keys {
        lines.push("There are no keys, so none of them is in the site: bring back brand-keys.toml, or make new keys with `pitchkit brand rotate`");
        return lines;
    }
    if kit.profile.site.url.is_none() {
        lines.push("The links are within your site: a `url` in `[site]` makes them whole");
    }
    lines.push("Send the passphrase by another way than the link. Both in one is handy, and whoever gets it forwarded can open the page");
    lines
}
