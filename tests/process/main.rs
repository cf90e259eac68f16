//! What a run of the program does to folders and says to people: the same site from the same kit
//! wherever and however it is built, nothing at all where it refuses, and of a photo its pixels
//! alone.

#![cfg(unix)]

mod canaries;
mod place;

mod cache;
mod folders;
mod import;
mod private;
mod terminal;
