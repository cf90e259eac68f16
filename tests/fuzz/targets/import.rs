#![no_main]

// Whatever it is: archives, workbooks, tables and JSON of anybody.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| pitchkit_fuzz::import_any(bytes));
