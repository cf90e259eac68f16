//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(pitchkit::cli::run(std::env::args_os()))
}
