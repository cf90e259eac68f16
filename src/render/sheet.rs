//! What may be seen, for a buyer's spreadsheet: `kit.csv`, a line of heads and a line of values.
//!
//! The heads are the same for every kit, in every language, so that the lines of many kits can
//! stand in one sheet. Numbers are exact and bare; a cell is empty where there is no number.

use crate::derive::{AccountView, Figure, View, Way};

/// How many accounts have columns: those with most followers. `accounts` says how many there are.
const ACCOUNTS: usize = 8;

/// Excel takes a file for UTF-8 only with this at its beginning; what else reads CSV knows it.
const MARK: char = '\u{feff}';

/// `kit.csv` (RFC 4180).
pub(super) fn kit_csv(view: &View, build: &str) -> String {
    let row = Row::new(view, build);
    let heads: Vec<String> = row.cells.iter().map(|(head, _)| quoted(head)).collect();
    let values = row.cells.iter().map(|(_, value)| quoted(&harmless(value)));
    let values: Vec<String> = values.collect();
    format!("{MARK}{}\r\n{}\r\n", heads.join(","), values.join(","))
}

/// Heads with their values.
#[derive(Default)]
struct Row {
    cells: Vec<(String, String)>,
}

impl Row {
    fn new(view: &View, build: &str) -> Row {
        let creator = &view.creator;
        let platforms = &view.platforms;
        let accounts = platforms.accounts.iter().chain(&platforms.also);
        let accounts: Vec<&AccountView> = accounts.collect();
        let contact = &view.contact;
        let own = |kind: &str| contact.ways.iter().find(|way| way.kind == kind);
        let (who, email) = mail(view);
        let sum = platforms.total.as_ref();
        let dated = view.dated.as_ref();
        let mut row = Row::default();
        row.add("name", Some(&creator.name));
        row.add("kind", Some(creator.kind));
        row.add("kit_url", view.site.url.as_deref());
        row.add("country", creator.country_code.as_deref());
        row.add("location", creator.location.as_deref());
        row.add("languages", Some(&creator.language_tags.join(" ")));
        row.add("contact", who);
        row.add("email", email.map(|way| way.text.as_str()));
        // As addresses: a number that begins with `+` is a formula to a spreadsheet.
        row.add("phone", own("phone").map(|way| way.address.as_str()));
        row.add("whatsapp", own("whatsapp").map(|way| way.address.as_str()));
        row.add("dated", dated.map(|dated| dated.day.iso.as_str()));
        row.add("accounts", Some(&accounts.len().to_string()));
        row.add("followers_sum", exact(sum, "count").map(value));
        for place in 0..ACCOUNTS {
            let head = format!("account_{}", place + 1);
            row.account(&head, accounts.get(place).copied());
        }
        row.add("build", Some(build));
        row
    }

    fn account(&mut self, head: &str, account: Option<&AccountView>) {
        let mut add = |name: &str, value: Option<&str>| self.add(&format!("{head}_{name}"), value);
        add("platform", account.map(|account| account.platform.as_str()));
        // Without the `@`, which makes a formula of it.
        let handle = account.and_then(|account| account.handle.as_deref());
        add(
            "handle",
            handle.map(|handle| handle.trim_start_matches('@')),
        );
        add("url", account.and_then(|account| account.url.as_deref()));
        let followers = account.and_then(|account| account.followers.as_ref());
        let followers = exact(followers, "count");
        add("followers", followers.map(value));
        add("followers_date", followers.map(day));
        let views = account.and_then(|account| account.views.as_ref());
        let rate = account.and_then(|account| account.rate.as_ref());
        for (name, figure) in [
            ("views", exact(views, "count")),
            ("rate_percent", exact(rate, "percent")),
        ] {
            let of = name.split('_').next().unwrap_or(name);
            let window = figure.and_then(|figure| figure.window.as_ref());
            let from = window.and_then(|window| window.from.as_ref());
            let posts = figure.and_then(|figure| figure.posts);
            let posts = posts.map(|posts| posts.to_string());
            add(name, figure.map(value));
            add(&format!("{of}_number"), figure.map(|figure| &*figure.id));
            if of == "rate" {
                add("rate_base", figure.and_then(|figure| figure.base));
            }
            add(&format!("{of}_posts"), posts.as_deref());
            add(&format!("{of}_from"), from.map(|day| day.iso.as_str()));
            add(&format!("{of}_date"), figure.map(day));
        }
    }

    fn add(&mut self, head: &str, value: Option<&str>) {
        let value = value.unwrap_or_default().to_string();
        self.cells.push((head.to_string(), value));
    }
}

/// Where a mail goes, and to whom where it is not the creator: a minor's guardian, or the manager
/// of a creator without an address.
fn mail(view: &View) -> (Option<&str>, Option<&Way>) {
    let contact = &view.contact;
    let mail = |ways: &'_ [Way]| ways.iter().position(|way| way.kind == "email");
    let own = mail(&contact.ways).map(|place| &contact.ways[place]);
    if view.creator.minor {
        let guardian = contact.guardian.as_ref();
        return (guardian.and_then(|one| one.name.as_deref()), own);
    }
    match &contact.manager {
        Some(manager) if own.is_none() => {
            let theirs = mail(&manager.ways).map(|place| &manager.ways[place]);
            let who = manager.name.as_deref().or(manager.agency.as_deref());
            (who.filter(|_| theirs.is_some()), theirs)
        }
        _ => (None, own),
    }
}

/// A figure whose value is known and is in `unit`: "more than" is no value.
fn exact<'a>(figure: Option<&'a Figure>, unit: &str) -> Option<&'a Figure> {
    figure.filter(|figure| !figure.floor && figure.unit == unit)
}

fn value(figure: &Figure) -> &str {
    &figure.value
}

fn day(figure: &Figure) -> &str {
    &figure.date.iso
}

/// A text that no spreadsheet takes for a formula. Where commas stand in numbers, lists are parted
/// by semicolons, so that what follows one may be a cell of its own there.
fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.trim().chars() {
        let c = if c.is_control() { ' ' } else { c };
        if begins && matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') {
            out.push('\'');
        }
        out.push(c);
        begins = c == ';' || (begins && matches!(c, ' ' | '"'));
    }
    out
}

/// A cell, in quotation marks where it needs them.
fn quoted(text: &str) -> String {
    if text.contains([',', ';', '"', '\r', '\n']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn no_cell_is_a_formula() {
        fn check(text: &str, expected: &str) {
            assert_eq!(quoted(&harmless(text)), expected);
        }
        check("Maite Orrun", "Maite Orrun");
        check("=1+1", "'=1+1");
        check("@maite", "'@maite");
        check("+34 600", "'+34 600");
        check("-x", "'-x");
        check("＝1", "'＝1");
        check("\t=1", "'=1");
        check("\r\n=1", "'=1");
        check(" \"=1\"", "\"\"\"'=1\"\"\"");
        check("a;=1", "\"a;'=1\"");
        check("a; \"=1", "\"a; \"\"'=1\"");
        check("a, b", "\"a, b\"");
        check("a\nb", "a b");
        check("a=b@c+d-e", "a=b@c+d-e");
        check("tel:+34600", "tel:+34600");
        check("", "");
    }

    #[test]
    fn every_kit_has_the_same_heads() {
        let lines = |view: &View| -> Vec<String> {
            let csv = kit_csv(view, "0123456789ab");
            assert!(csv.starts_with(MARK) && csv.ends_with("\r\n"), "{csv}");
            csv.lines().map(str::to_string).collect()
        };
        let (rich, sparse) = (lines(&sample::rich()), lines(&sample::sparse()));
        assert_eq!((rich.len(), sparse.len()), (2, 2));
        assert_eq!(rich[0], sparse[0]);
        assert!(rich[1].ends_with(",0123456789ab"), "{}", rich[1]);
        assert!(!rich[1].contains(",@"), "{}", rich[1]);
    }

    #[test]
    fn more_than_is_no_number() {
        fn check(floor: bool, expected: &str) {
            let mut view = sample::sparse();
            let figure = view.platforms.accounts[0].followers.as_mut();
            figure.expect("followers").floor = floor;
            let row = Row::new(&view, "0");
            let of = |head: &str| {
                let cell = row.cells.iter().find(|(name, _)| name == head);
                cell.map(|(_, value)| value.clone()).expect(head)
            };
            assert_eq!(of("account_1_followers"), expected);
            assert_eq!(of("account_1_followers_date").is_empty(), floor);
        }
        check(false, "9800");
        check(true, "");
    }

    #[test]
    fn a_mail_goes_to_who_answers_it() {
        fn check(view: &View, who: Option<&str>, address: &str) {
            let (found, way) = mail(view);
            assert_eq!(found, who);
            assert_eq!(way.map(|way| way.text.as_str()), Some(address));
        }
        let mut view = sample::rich();
        let own = view.contact.ways[0].text.clone();
        check(&view, None, &own);
        let manager = view.contact.manager.clone().expect("a manager");
        view.contact.ways.retain(|way| way.kind != "email");
        check(&view, manager.name.as_deref(), &manager.ways[0].text);
        view.creator.minor = true;
        view.contact.ways = manager.ways.clone();
        view.contact.guardian = Some(manager.clone());
        check(&view, manager.name.as_deref(), &manager.ways[0].text);
    }
}
