//! Sealed pages, opened by a program that shares nothing with ours: `tests/seal/open.py`.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What that program makes of a page; else what it says.
pub fn opened(page: &str, passphrase: &str) -> Result<Vec<u8>, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("page.html");
    std::fs::write(&file, page).expect("a page to write");
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seal/open.py");
    // Only Debian's Python has the package.
    let mut child = Command::new("/usr/bin/python3")
        .args([&program, &file])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3, which tests/run installs on Debian");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(passphrase.as_bytes()).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(String::from_utf8_lossy(&output.stderr).trim().to_string()),
    }
}
