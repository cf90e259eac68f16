//! Exports as they come and as something has damaged them: nothing makes the import panic, and
//! what it wrote is what it read.

use crate::imported::twice;
use crate::tries;
use proptest::prelude::*;
use proptest::sample::Index;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use walkdir::WalkDir;

/// Every file of every case of `tests/import`: name and bytes.
static EXPORTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let walk = WalkDir::new(root).sort_by_file_name();
    walk.into_iter()
        .map(|entry| entry.expect("a readable folder"))
        .filter(|entry| entry.file_type().is_file())
        .filter(|entry| entry.path().iter().any(|part| part == "files"))
        .map(|entry| {
            let bytes = fs::read(entry.path()).expect("a readable file");
            (entry.file_name().to_string_lossy().into_owned(), bytes)
        })
        .collect()
});

/// What may happen to a file on its way.
#[derive(Clone, Debug)]
enum Damage {
    Nothing,
    Cut(Index),
    Byte(Index, u8),
    Repeat(Index, Index),
    Insert(Index, String),
}

fn damage() -> impl Strategy<Value = Damage> {
    let piece = prop::sample::select(vec![
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "\"",
        "\0",
        "-",
        "99999999999999999999",
        "1e9",
        "%",
        "\u{feff}",
        "2026-02-30",
        "[",
        "{",
        "<",
        "=",
    ]);
    prop_oneof![
        1 => Just(Damage::Nothing),
        2 => any::<Index>().prop_map(Damage::Cut),
        3 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Damage::Repeat(from, to)),
        3 => (any::<Index>(), piece).prop_map(|(at, text)| Damage::Insert(at, text.to_string())),
    ]
}

fn damaged(bytes: &[u8], damage: &Damage) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = |index: &Index| index.index(bytes.len() + 1);
    match damage {
        Damage::Nothing => {}
        Damage::Cut(index) => bytes.truncate(at(index)),
        Damage::Byte(index, byte) => {
            let at = at(index);
            if let Some(place) = bytes.get_mut(at) {
                *place = *byte;
            }
        }
        Damage::Repeat(one, other) => {
            let (one, other) = (at(one), at(other));
            let part = bytes[one.min(other)..one.max(other)].to_vec();
            bytes.splice(one..one, part);
        }
        Damage::Insert(index, text) => {
            let at = at(index);
            bytes.splice(at..at, text.bytes());
        }
    }
    bytes
}

proptest! {
    #![proptest_config(tries(1))]

    #[test]
    fn what_is_imported_is_what_was_read(export in any::<Index>(), damage in damage()) {
        let (name, bytes) = export.get(&EXPORTS);
        let held = twice(name, damaged(bytes, &damage), None);
        prop_assert!(held.is_ok(), "{name}: {held:?}");
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let held = twice("any", bytes, None);
        prop_assert!(held.is_ok(), "{held:?}");
    }

    #[test]
    fn any_table_is_read_or_refused(rows in prop::collection::vec("[\\PC,;\t\"]{0,40}", 0..12)) {
        let held = twice("any.csv", rows.join("\n").into_bytes(), None);
        prop_assert!(held.is_ok(), "{held:?}");
    }
}
