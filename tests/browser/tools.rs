//! The programs and packages of others that the checks need. What is missing fails its check.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder that `tests/run` installs into and that shots go to: `target/browser`.
pub fn folder() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    target.expect("a target folder").join("browser")
}

/// A file of an npm package, by its path below `node_modules`.
pub fn package(path: &str) -> PathBuf {
    let file = folder().join("node_modules").join(path);
    assert!(
        file.is_file(),
        "{} is missing: tests/run installs it with npm",
        file.display()
    );
    file
}

/// What a program prints. It may end with another code than 0.
pub fn output(program: &str, arguments: &[&str]) -> std::process::Output {
    let path = on_the_path(program);
    let path = path.unwrap_or_else(|| {
        panic!("no `{program}` here: tests/run installs it on Debian, elsewhere please do")
    });
    let output = Command::new(path).args(arguments).output();
    output.unwrap_or_else(|error| panic!("{program}: {error}"))
}

/// The first file of that name in the search path.
pub fn on_the_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders = std::env::split_paths(&path);
    folders
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}
