//! How much memory photos may take at once.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Bytes for several photos at once: four of 12 megapixels or two of 24. One that is heavier than
/// all of this is alone.
pub(super) const MOST: u64 = 220_000_000;

/// Bytes that photos take, counted for all kits that are built at once. Bounding them, and not the
/// threads, keeps memory flat on a machine with many cores and a folder of large photos.
pub(super) struct Flight {
    most: u64,
    free: Mutex<u64>,
    freed: Condvar,
}

/// Room for some bytes, given back when dropped.
pub(super) struct Room<'a> {
    flight: &'a Flight,
    bytes: u64,
}

impl Flight {
    pub fn new(most: u64) -> Flight {
        Flight {
            most,
            free: Mutex::new(most),
            freed: Condvar::new(),
        }
    }

    /// Waits for room for `bytes`. A photo heavier than all the room there is waits for all of it
    /// and then is alone.
    pub fn room(&self, bytes: u64) -> Room<'_> {
        let bytes = bytes.min(self.most);
        loop {
            let mut free = self.lock();
            if *free >= bytes {
                *free -= bytes;
                return Room {
                    flight: self,
                    bytes,
                };
            }
            drop(free);
            // One of the pool's own threads helps to free the room instead of standing in the
            // way of the work that does. Elsewhere, and when there is nothing to help with, wait;
            // not for ever, as new work to help with wakes nobody.
            if rayon::yield_now() != Some(rayon::Yield::Executed) {
                let free = self.lock();
                if *free < bytes {
                    let _ = self.freed.wait_timeout(free, Duration::from_millis(5));
                }
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, u64> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Room<'_> {
    fn drop(&mut self) {
        *self.flight.lock() += self.bytes;
        self.flight.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn never_more_than_there_is_room_for() {
        let flight = Flight::new(MOST);
        let (now, most) = (AtomicU64::new(0), AtomicU64::new(0));
        let fly = |bytes: u64| {
            let _room = flight.room(bytes);
            let bytes = bytes.min(MOST);
            let up = now.fetch_add(bytes, Ordering::SeqCst) + bytes;
            most.fetch_max(up, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(1));
            now.fetch_sub(bytes, Ordering::SeqCst);
        };
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let fly = &fly;
                scope.spawn(move || {
                    for n in 0..10 {
                        fly(MOST / 3 + thread * 100 + n);
                        fly(2 * MOST);
                    }
                });
            }
        });
        assert_eq!(now.load(Ordering::SeqCst), 0);
        assert_eq!(*flight.lock(), MOST);
        assert_eq!(most.load(Ordering::SeqCst), MOST);
    }
}
