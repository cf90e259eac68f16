//! What an import leaves in a kit, whatever happens meanwhile: all that it brought, or nothing.

#![cfg(target_os = "linux")] // `strace`, `/proc/locks`, and `script` with these arguments

use super::place::{BINARY, Place, Tree, differing, text, tree};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A file of numbers that lines are added to, and one of which a line is restated.
const NUMBERS: &[(&str, &str)] = &[
    (
        "metrics.csv",
        "date,platform,metric,value,period\n2026-10-01,instagram,reach,4000,day\n",
    ),
    (
        "metrics/older.csv",
        "date,platform,metric,value,period,source\n\
         2026-10-05,instagram,reach,3000,day,meta/Reach.csv\n",
    ),
];

/// A file of four columns, beside which a folder is made for what is new.
const BY_HAND: &[(&str, &str)] = &[(
    "metrics.csv",
    "date,platform,metric,value\n2026-10-01,instagram,followers,9000\n",
)];

/// A kit with these `numbers`, and exports beside it.
fn place(numbers: &[(&str, &str)]) -> Place {
    let place = Place::new();
    fs::remove_file(place.kit.join("metrics.csv")).expect("the example's numbers");
    for (path, numbers) in numbers {
        let path = place.kit.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, numbers).expect("numbers");
    }
    let exports = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/meta-daily/files");
    fs::create_dir(place.at("downloads")).expect("a folder");
    for entry in fs::read_dir(exports).expect("exports") {
        let from = entry.expect("an export").path();
        let name = from.file_name().expect("a name");
        fs::copy(&from, place.at("downloads").join(name)).expect("an export");
    }
    place
}

/// The command `first`, then the import.
fn import(place: &Place, first: &[&str]) -> Command {
    let ours = [BINARY, "import", "../downloads", "--to", text(&place.kit)];
    let mut words = first.iter().chain(&ours);
    let mut command = Command::new(words.next().expect("a program"));
    command.args(words);
    place.at_home(&mut command, &[]);
    command
}

/// The kit after an import that nothing disturbs.
fn whole(numbers: &[(&str, &str)]) -> Tree {
    let place = place(numbers);
    assert!(
        import(&place, &[])
            .output()
            .expect("an import")
            .status
            .success()
    );
    tree(&place.kit)
}

fn assert_is(found: &Tree, expected: &Tree, what: &str) {
    assert!(
        found == expected,
        "{what}: {:?}",
        differing(found, expected)
    );
}

/// Lets the import meet `fault` at its `turn`-th call of one of `calls`. Whether there was one,
/// and the exit code.
fn disturbed(place: &Place, calls: &str, fault: &str, turn: usize) -> (bool, Option<i32>) {
    let log = place.at("trace");
    let inject = format!("inject={calls}:{fault}:when={turn}");
    let trace = format!("trace={calls}");
    let strace = [
        "strace",
        "-f",
        "-qq",
        "-o",
        text(&log),
        "-e",
        &trace,
        "-e",
        &inject,
    ];
    let output = import(place, &strace).output().expect("strace");
    let log = fs::read_to_string(log).expect("a trace");
    (
        log.contains("INJECTED") || log.contains("SIGKILL"),
        output.status.code(),
    )
}

#[test]
fn after_any_fault_the_kit_is_as_it_was() {
    fn check(numbers: &[(&str, &str)], calls: &str, error: &str, least: usize) {
        let after = whole(numbers);
        let mut refused = 0;
        for turn in 1.. {
            let place = place(numbers);
            let before = tree(&place.kit);
            let fault = format!("error={error}");
            let (met, code) = disturbed(&place, calls, &fault, turn);
            if !met {
                break;
            }
            let what = format!("{error} at {calls} {turn}");
            // What is told when all is written may fail and changes nothing.
            match code {
                Some(0) => assert_is(&tree(&place.kit), &after, &what),
                _ => assert_is(&tree(&place.kit), &before, &what),
            }
            refused += usize::from(code == Some(1));
        }
        assert!(refused >= least, "{calls}: {refused} faults were refused");
    }
    for (numbers, files) in [(NUMBERS, 2), (BY_HAND, 1)] {
        // Each file has a draft to flush, a name to take, and a folder to flush.
        check(numbers, "rename,renameat,renameat2", "EIO", files);
        check(numbers, "fsync,fdatasync", "EIO", 2 * files);
        check(numbers, "write", "ENOSPC", files);
        check(numbers, "link,linkat", "EPERM", 0);
        check(numbers, "fchmod", "EIO", files - 1);
    }
    check(BY_HAND, "mkdir,mkdirat", "EACCES", 1);
}

#[test]
fn what_a_killed_import_leaves_goes_with_the_next() {
    let calls = "rename,renameat,renameat2,link,linkat,unlink,unlinkat,fsync,fdatasync";
    let after = whole(NUMBERS);
    let mut left = 0;
    for turn in 1.. {
        let place = place(NUMBERS);
        let before = tree(&place.kit);
        let (met, code) = disturbed(&place, calls, "signal=KILL", turn);
        if !met {
            break;
        }
        assert_eq!(code, None, "killed at {turn}");
        for (path, found) in tree(&place.kit) {
            let ours = path.to_string_lossy().contains(".csv.");
            left += usize::from(ours);
            let known = [before.get(&path), after.get(&path)];
            assert!(ours || known.contains(&Some(&found)), "{path:?} at {turn}");
        }
        let next = import(&place, &[]).output().expect("an import");
        assert!(next.status.success(), "{turn}");
        assert_is(
            &tree(&place.kit),
            &after,
            &format!("after a kill at {turn}"),
        );
    }
    assert!(left > 4, "{left}");
}

/// Whether `child` waits for a lock, as soon as it does or has ended.
fn waits(child: &mut Child) -> bool {
    let pid = child.id().to_string();
    let until = Instant::now() + Duration::from_secs(60);
    while Instant::now() < until && child.try_wait().expect("a child").is_none() {
        let locks = fs::read_to_string("/proc/locks").expect("the locks of this machine");
        let mut waiting = locks.lines().filter(|lock| lock.contains("->"));
        if waiting.any(|lock| lock.split_whitespace().any(|word| word == pid)) {
            return true;
        }
        sleep(Duration::from_millis(5));
    }
    false
}

#[test]
fn of_two_imports_at_once_none_writes_over_the_others_lines() {
    fn check(meanwhile: &str, code: i32) {
        let place = place(NUMBERS);
        let numbers = place.kit.join("metrics.csv");
        let other = File::open(&place.kit).expect("a kit");
        other.lock().expect("a kit that nobody imports into");
        let mut command = import(&place, &[]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("an import");
        assert!(waits(&mut child), "it did not wait");
        let first = fs::read_to_string(&numbers).expect("numbers") + meanwhile;
        fs::write(&numbers, &first).expect("numbers");
        drop(other);
        let output = child.wait_with_output().expect("an import");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{said}");
        assert_eq!(said.contains("it changed while"), code == 1, "{said}");
        let last = fs::read_to_string(&numbers).expect("numbers");
        assert_eq!(last == first, code == 1, "{last}");
    }
    check("2026-10-02,instagram,reach,4100,day\n", 1);
    check("", 0);
}

#[test]
fn only_a_yes_or_nothing_said_writes() {
    fn check(keys: &str, writes: bool) {
        let place = place(NUMBERS);
        let before = tree(&place.kit);
        let command = format!("'{BINARY}' import ../downloads --to '{}'", text(&place.kit));
        let mut script = Command::new("script");
        script.args(["-qec", &command, "/dev/null"]);
        let script = place.at_home(&mut script, &[("TERM", "xterm")]);
        script.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut script = script.spawn().expect("`script`, of util-linux");
        let mut typed = script.stdin.take().expect("its keys");
        typed.write_all(keys.as_bytes()).expect("keys to press");
        // The end of what is typed is Ctrl-D.
        drop(typed);
        let output = script.wait_with_output().expect("a terminal that goes");
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{said}");
        let question = "Write this into metrics.csv and metrics/older.csv? [Y/n]";
        assert!(said.contains(question), "{said}");
        assert_eq!(
            said.contains("nothing was written"),
            !writes,
            "{keys:?} {said}"
        );
        assert_eq!(tree(&place.kit) != before, writes, "{keys:?}");
    }
    check("", false);
    check("n\n", false);
    check("what?\n", false);
    check("\n", true);
    check("y\n", true);
    check("Yes\n", true);
}
