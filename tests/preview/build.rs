//! What else the program does with a kit.

use super::place::Place;
use super::server::BINARY;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

impl Place {
    /// The program with `arguments` on the kit, and `cache` as its cache.
    pub fn run(&self, arguments: &[&str], cache: &Path) -> Output {
        Command::new(BINARY)
            .args(arguments)
            .arg(&self.kit)
            .env("PITCHKIT_CACHE", cache)
            .env("SOURCE_DATE_EPOCH", "1795478400") // TODAY
            .stdin(Stdio::null())
            .output()
            .expect("the program")
    }

    /// Builds the kit to the folder `output` beside it.
    pub fn build(&self, output: &str, cache: &Path) -> PathBuf {
        let output = self.at(output);
        let path = output.to_str().expect("a path in UTF-8");
        let built = self.run(&["build", "--output", path], cache);
        let said = String::from_utf8_lossy(&built.stderr);
        assert!(built.status.success(), "{said}");
        output
    }
}
