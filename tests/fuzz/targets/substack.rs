#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| pitchkit_fuzz::import("substack", bytes));
