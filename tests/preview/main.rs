//! What a preview serves, how fresh it is, and to whom.
//!
//! Every test starts `pitchkit serve` on a kit of its own and speaks HTTP with it by hand, so that
//! it can also ask what no browser would. Nothing here hangs on how fast the machine is: where a
//! test waits it waits long, and where it counts what came of saves that follow each other closely
//! it looks how closely they did.

#![cfg(target_os = "linux")] // what a process holds and listens to is read from /proc

mod answer;
mod build;
mod events;
mod page;
mod place;
mod process;
mod request;
mod save;
mod screen;
mod server;

mod address;
mod broken;
mod burst;
mod crowd;
mod edition;
mod folders;
mod fresh;
mod keys;
mod quiet;
mod safety;
mod same;
