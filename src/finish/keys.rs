//! The key file of a kit: text to values and back, and of these the lock of each edition.
//!
//! All locks are cut from one secret of the kit, so that the same link and passphrase come out on
//! any machine that has the file, and nothing else has to be kept. The secret and what is cut from
//! it stand in no message and in no debug output.

use super::passphrase::{self, Weakness};
use crate::source::line_of;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use toml::de::{DeTable, DeValue};

/// What the file says of its own form. A newer one is refused.
const VERSION: u64 = 1;

/// How many symbols the name of an edition's page has: 130 bits.
const NAME_LENGTH: usize = 26;

/// What stands at the top of the file.
const ABOUT: &str = "\
# The keys to the private editions of this kit: the link and the passphrase of each brand come
# from here.
#
# Whoever has this file can open every edition. Keep it out of git and off the web host, and send it
# to nobody. Keep a copy in a safe place: without it, the same links and passphrases can never be
# made again.
#
# A new link and a new passphrase for one brand:  pitchkit brand rotate NAME
";

/// The keys of a kit.
#[derive(Clone, PartialEq, Eq)]
pub struct Keys {
    /// 32 random bytes, made once for the kit.
    pub secret: [u8; 32],
    /// What there is to say of single brands, by the name of the brand's file without `.toml`. A
    /// brand that is not here has a lock as well.
    pub brands: BTreeMap<String, BrandKey>,
}

/// What is the matter with one brand's lock.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct BrandKey {
    /// How often it was rotated.
    pub turn: u32,
    /// The creator's own passphrase, in place of the one that is made.
    pub passphrase: Option<String>,
}

/// Why a key file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeysFlaw {
    /// The line of the file, from 1.
    pub line: usize,
    /// What is wrong there, as one clause without anything that is secret.
    pub message: String,
}

/// What locks an edition: made by [`Keys::lock`] alone, so its passphrase is worth something.
#[derive(Clone, PartialEq, Eq)]
pub struct Lock {
    /// The path of the edition's page in the site: `for/` and 26 symbols. It is the same whatever
    /// the page says, and another one once the brand is rotated.
    pub path: String,
    /// What the brand is told, as it is best written: `h7kq-m2xd-9rtv-c4wp`.
    pub passphrase: String,
    pub(super) secret: [u8; 32],
}

impl Keys {
    /// The keys of a kit that has none yet. `secret` is from the system's source of chance.
    pub fn new(secret: [u8; 32]) -> Keys {
        let brands = BTreeMap::new();
        Keys { secret, brands }
    }

    /// Reads a key file.
    pub fn parse(text: &str) -> Result<Keys, KeysFlaw> {
        let whole = DeTable::parse(text);
        let whole = whole.map_err(|error| {
            // The library quotes the line, which may be a secret.
            let start = error.span().map_or(0, |span| span.start);
            flaw(text, start, "this line is no TOML")
        })?;
        let table = whole.get_ref();
        known(text, table, &["version", "secret", "brands"])?;
        let version = number(text, table, "version")?;
        let (version, at) = version.ok_or_else(|| flaw(text, 0, "`version = 1` is missing"))?;
        if version > VERSION {
            let newer = "this key file is of a newer pitchkit, which is needed to read it";
            return Err(flaw(text, at, newer));
        }
        if version < VERSION {
            return Err(flaw(text, at, "`version` is 1"));
        }
        let secret = string(text, table, "secret")?;
        let missing = "`secret` is missing: without it, no edition can be opened or made anew";
        let (secret, at) = secret.ok_or_else(|| flaw(text, 0, missing))?;
        let secret = bytes(secret).ok_or_else(|| {
            let form = "`secret` is 64 digits, 0 to 9 and a to f, as they were made";
            flaw(text, at, form)
        })?;
        let mut keys = Keys::new(secret);
        for (name, brand) in inner(text, table, "brands")?.into_iter().flatten() {
            let (name, at) = (name.get_ref().to_string(), name.span().start);
            let DeValue::Table(brand) = brand.get_ref() else {
                return Err(flaw(text, at, "a brand is a table: `[brands.NAME]`"));
            };
            known(text, brand, &["turn", "passphrase"])?;
            let turn = match number(text, brand, "turn")? {
                None => 0,
                Some((turn, at)) => {
                    u32::try_from(turn).map_err(|_| flaw(text, at, "`turn` is far too large"))?
                }
            };
            let passphrase = string(text, brand, "passphrase")?;
            let passphrase = passphrase.map(|(text, _)| text.to_string());
            keys.brands.insert(name, BrandKey { turn, passphrase });
        }
        Ok(keys)
    }

    /// The key file, with a word to the creator at its top.
    pub fn to_text(&self) -> String {
        let mut out = format!("{ABOUT}version = {VERSION}\nsecret = \"");
        for byte in self.secret {
            let _ = write!(out, "{byte:02x}");
        }
        out += "\"\n";
        for (name, brand) in &self.brands {
            let _ = write!(out, "\n[brands.{}]\nturn = {}\n", quoted(name), brand.turn);
            if let Some(passphrase) = &brand.passphrase {
                let _ = writeln!(out, "passphrase = {}", quoted(passphrase));
            }
        }
        out
    }

    /// The lock of the edition for `brand`, named as in [`Keys::brands`]. Refused where the creator's
    /// own passphrase is soon guessed.
    pub fn lock(&self, brand: &str) -> Result<Lock, Weakness> {
        let key = self.brands.get(brand);
        let turn = key.map_or(0, |key| key.turn);
        let cut = |what: &str| {
            let turn = turn.to_le_bytes();
            drawn(&self.secret, &[what.as_bytes(), &turn, brand.as_bytes()])
        };
        let passphrase = match key.and_then(|key| key.passphrase.as_ref()) {
            Some(own) => match passphrase::weakness(own, brand) {
                Some(weakness) => return Err(weakness),
                None => own.clone(),
            },
            None => passphrase::derived(&cut("pitchkit passphrase 1")),
        };
        let name = passphrase::symbols(&cut("pitchkit path 1"), NAME_LENGTH);
        Ok(Lock {
            path: format!("for/{name}.html"),
            passphrase,
            secret: self.secret,
        })
    }

    /// Gives `brand` another link and another passphrase; its own one, if it had one, is known to
    /// whoever should not open it any more, and goes.
    pub fn rotate(&mut self, brand: &str) {
        let key = self.brands.entry(brand.to_string()).or_default();
        key.turn = key.turn.saturating_add(1);
        key.passphrase = None;
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys")
            .field("brands", &self.brands)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for BrandKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BrandKey")
            .field("turn", &self.turn)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lock").finish_non_exhaustive()
    }
}

/// 32 bytes that only who has `secret` can make of `parts`, of which the last alone may be of any
/// length: HMAC-SHA-256.
pub(super) fn drawn(secret: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // A key that is shorter than a block is filled up with zeros anyway, and this cannot fail.
    let mut key = [0; 64];
    key[..32].copy_from_slice(secret);
    let mut mac = Hmac::<Sha256>::new(&key.into());
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

fn flaw(text: &str, at: usize, message: &str) -> KeysFlaw {
    let (line, _) = line_of(text, at);
    let message = message.to_string();
    KeysFlaw { line, message }
}

/// That `table` has no other keys. They are not named: one may be a secret in a wrong place.
fn known(text: &str, table: &DeTable<'_>, keys: &[&str]) -> Result<(), KeysFlaw> {
    let mut others = table.keys().filter(|key| !keys.contains(&&**key.get_ref()));
    let Some(other) = others.next() else {
        return Ok(());
    };
    let keys: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
    let message = format!("this key is not known; here stand {}", keys.join(", "));
    Err(flaw(text, other.span().start, &message))
}

fn number(text: &str, table: &DeTable<'_>, key: &str) -> Result<Option<(u64, usize)>, KeysFlaw> {
    let Some(entry) = table.get(key) else {
        return Ok(None);
    };
    let at = entry.span().start;
    let value = match entry.get_ref() {
        DeValue::Integer(digits) => u64::from_str_radix(digits.as_str(), digits.radix()).ok(),
        _ => None,
    };
    let message = || flaw(text, at, &format!("`{key}` is a whole number, not below 0"));
    let value = value.ok_or_else(message)?;
    Ok(Some((value, at)))
}

fn string<'t>(
    text: &str,
    table: &'t DeTable<'_>,
    key: &str,
) -> Result<Option<(&'t str, usize)>, KeysFlaw> {
    let Some(entry) = table.get(key) else {
        return Ok(None);
    };
    let at = entry.span().start;
    match entry.get_ref() {
        DeValue::String(value) => Ok(Some((value, at))),
        _ => Err(flaw(
            text,
            at,
            &format!("`{key}` is a text in quotation marks"),
        )),
    }
}

/// The table `key`; `None` where there is none.
fn inner<'t, 'i>(
    text: &str,
    table: &'t DeTable<'i>,
    key: &str,
) -> Result<Option<&'t DeTable<'i>>, KeysFlaw> {
    let Some(entry) = table.get(key) else {
        return Ok(None);
    };
    match entry.get_ref() {
        DeValue::Table(inside) => Ok(Some(inside)),
        _ => {
            let message = format!("`{key}` is a table: `[{key}.NAME]`");
            Err(flaw(text, entry.span().start, &message))
        }
    }
}

/// The bytes that 64 hexadecimal digits stand for.
fn bytes(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if digits.len() != 64 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    for (byte, two) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// A text as a string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const SECRET: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191A1B1C1D1E1F";

    fn own(passphrase: &str) -> BrandKey {
        let passphrase = Some(passphrase.to_string());
        BrandKey {
            turn: 3,
            passphrase,
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut keys = Keys::parse(&format!("version = 1\nsecret = \"{SECRET}\"\n")).expect("keys");
        assert_eq!(keys.secret, std::array::from_fn(|at| at as u8));
        keys.rotate("northwind");
        keys.brands
            .insert("a \"b\".ü".to_string(), own("\\ \" \n é"));
        let text = keys.to_text();
        assert_eq!(Keys::parse(&text).as_ref(), Ok(&keys), "{text}");
        assert!(text.starts_with("# The keys to"));
        assert!(text.contains("pitchkit brand rotate"));
        assert!(text.lines().all(|line| line.len() <= 100));
    }

    #[test]
    fn flaws_are_told_with_their_line_and_no_secret() {
        fn check(text: &str, expected: Option<(usize, &str)>) {
            let text = text.replace("SECRET", SECRET);
            let found = Keys::parse(&text).err();
            let told = found.as_ref().map(|flaw| (flaw.line, &*flaw.message));
            let fits = match (told, expected) {
                (Some((line, message)), Some((at, part))) => line == at && message.contains(part),
                (told, expected) => told == expected,
            };
            assert!(fits, "{text}: {told:?}");
            let told = format!("{found:?}");
            assert!(!told.contains("0203") && !told.contains("tulip"), "{told}");
        }
        check("version = 1\nsecret = \"SECRET\"", None);
        check(
            "version = 1\nsecret = \"SECRET\"\n[brands.a]\n[brands.b]\nturn = 2",
            None,
        );
        check("", Some((1, "`version = 1` is missing")));
        check("secret = \"SECRET\"", Some((1, "`version = 1`")));
        check("version = 2\nsecret = \"SECRET\"", Some((1, "newer")));
        check("version = 0", Some((1, "`version` is 1")));
        check("version = \"1\"", Some((1, "`version` is a whole number")));
        check("version = 1", Some((1, "`secret` is missing")));
        check("version = 1\nsecret = \"0203\"", Some((2, "64 digits")));
        check("version = 1\nsecret = \"SECREg\"", Some((2, "64 digits")));
        check(
            "version = 1\nsecret = \"SECRET\""
                .replace("SECRET", &"z".repeat(64))
                .as_str(),
            Some((2, "64 digits")),
        );
        check("version = 1\nsecret = 7", Some((2, "`secret` is a text")));
        check("version = 1\n\nsecret = SECRET\"", Some((3, "no TOML")));
        check(
            "version = 1\nsecret = \"SECRET\"\nSECRET = 1",
            Some((3, "not known")),
        );
        check(
            "version = 1\nsecret = \"SECRET\"\nbrands = 1",
            Some((3, "`brands` is a table")),
        );
        let brand = |line: &str| format!("version = 1\nsecret = \"SECRET\"\n[brands.a]\n{line}");
        check(&brand("turn = -1"), Some((4, "`turn` is a whole number")));
        check(
            &brand("turn = 4294967296"),
            Some((4, "`turn` is far too large")),
        );
        check(&brand("passphrase = 'tulip"), Some((4, "no TOML")));
        check(
            &brand("passphrase = ['tulip']"),
            Some((4, "`passphrase` is a text")),
        );
        check(&brand("tulip = 'tulip'"), Some((4, "not known")));
        check(
            "version = 1\nsecret = \"SECRET\"\n[brands]\na = 1",
            Some((4, "a brand is a table")),
        );
    }

    #[test]
    fn a_lock_is_the_brand_s_and_the_turn_s() {
        let mut keys = Keys::new([7; 32]);
        let first = keys.lock("northwind").expect("a lock");
        assert_eq!(keys.lock("northwind").as_ref(), Ok(&first));
        // As the documentation says.
        assert_eq!(first.passphrase, "q645-j59k-8xuf-ct8q");
        let other = keys.lock("southwind").expect("a lock");
        let another = Keys::new([8; 32]).lock("northwind").expect("a lock");
        keys.rotate("northwind");
        let rotated = keys.lock("northwind").expect("a lock");
        let all = [&first, &other, &another, &rotated];
        let paths: BTreeSet<_> = all.iter().map(|lock| &lock.path).collect();
        let phrases: BTreeSet<_> = all.iter().map(|lock| &lock.passphrase).collect();
        assert_eq!((paths.len(), phrases.len()), (4, 4));
        for lock in all {
            assert_eq!(lock.path.len(), "for/".len() + 26 + ".html".len());
            assert_eq!(lock.passphrase.len(), 19);
            assert!(!lock.path.contains(&lock.passphrase[..4]));
        }
    }

    #[test]
    fn a_passphrase_of_one_s_own_takes_the_place_of_the_made_one() {
        let mut keys = Keys::new([7; 32]);
        let made = keys.lock("northwind").expect("a lock");
        keys.brands.insert(
            "northwind".to_string(),
            BrandKey {
                turn: 0,
                ..own("marble otter violin canyon")
            },
        );
        let own = keys.lock("northwind").expect("a lock");
        assert_eq!(
            (&*own.passphrase, &own.path),
            ("marble otter violin canyon", &made.path)
        );
        keys.rotate("northwind");
        let rotated = keys.lock("northwind").expect("a lock");
        assert!(rotated.path != made.path && rotated.passphrase.len() == 19);
        keys.brands
            .insert("northwind".to_string(), self::own("tulip"));
        assert!(keys.lock("northwind").is_err());
    }

    #[test]
    fn nothing_secret_is_printed_by_accident() {
        let mut keys = Keys::new([0xab; 32]);
        keys.brands
            .insert("a".to_string(), own("marble otter violin canyon"));
        let lock = keys.lock("a").expect("a lock");
        let told = format!("{keys:?} {:?} {lock:?}", keys.brands);
        for secret in ["171", "ab, ", "marble", &lock.path] {
            assert!(!told.contains(secret), "{told}");
        }
    }
}
