//! One scan of a JPEG, block by block.

use super::codes::{Bits, Codes};
use super::whole::{Picture, Tables};
use super::{END, next_marker};
use crate::jobs::Fault;

/// The most bytes that are passed over behind the last block of the picture: some cameras leave a
/// few there. Anywhere before, more than a stray few mean that blocks were lost.
const IDLE: usize = 256;
const STRAY: usize = 16;

/// The fewest zeros in a row, in bytes, that are no accident: holes in files are filled with them.
const HOLE: usize = 64;

/// What is in a scan.
pub(super) struct Scan {
    pub kind: Kind,
    pub parts: Vec<Part>,
    /// Its first and its last coefficient.
    band: (u32, u32),
    /// How many bits of them were still to come before it, 0 if all, and how many are after it.
    pub high: u8,
    low: u8,
}

/// What it has of its coefficients.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// All of them.
    Sequential,
    /// The first one, or a bit of it.
    Dc,
    /// Some others, or a bit of them.
    Ac,
}

/// A component in a scan, and its tables.
pub(super) struct Part {
    pub component: usize,
    pub dc: usize,
    pub ac: usize,
}

impl Scan {
    /// What a scan's header says of it; what comes with it is noted in `picture`.
    pub fn read(content: &[u8], picture: &mut Picture) -> Option<Scan> {
        let (&count, rest) = content.split_first()?;
        let (parts, rest) = rest.split_at_checked(2 * usize::from(count))?;
        let &[first, last, bits, ..] = rest else {
            return None;
        };
        let parts: Vec<Part> = parts
            .chunks_exact(2)
            .map(|part| {
                let mut all = picture.components.iter();
                Some(Part {
                    component: all.position(|component| component.name == part[0])?,
                    dc: usize::from(part[1] >> 4 & 3),
                    ac: usize::from(part[1] & 3),
                })
            })
            .collect::<Option<_>>()?;
        let scan = match (picture.progressive, first) {
            (false, _) => Scan {
                kind: Kind::Sequential,
                parts,
                band: (0, 63),
                high: 0,
                low: 0,
            },
            (true, _) => Scan {
                kind: if first == 0 { Kind::Dc } else { Kind::Ac },
                parts,
                band: (u32::from(first), u32::from(last)),
                high: bits >> 4,
                low: bits & 15,
            },
        };
        let possible = match scan.kind {
            Kind::Sequential => !scan.parts.is_empty(),
            Kind::Dc => last == 0 && !scan.parts.is_empty(),
            Kind::Ac => first <= last && last < 64 && scan.parts.len() == 1,
        };
        if !possible {
            return None;
        }
        for part in &scan.parts {
            let component = picture.components.get_mut(part.component)?;
            component.to_come[scan.band.0 as usize..=scan.band.1 as usize].fill(scan.low);
        }
        Some(scan)
    }

    /// Walks through all blocks of the scan, whose bits begin at `start`. Where they end.
    pub fn walk(
        &self,
        bytes: &[u8],
        start: usize,
        picture: &mut Picture,
        tables: &Tables,
    ) -> Result<usize, Fault> {
        let mut walk = Walk {
            bits: Bits::new(bytes, start),
            bytes,
            interval: tables.restart,
            until_restart: tables.restart,
            restarts: 0,
            idle_blocks: 0,
        };
        match (self.kind, &self.parts[..]) {
            (Kind::Ac, [part]) => {
                let component = &mut picture.components[part.component];
                let stride = (picture.units.0 * component.blocks.0) as usize;
                let (across, down) = component.alone;
                let codes = tables.ac[part.ac].as_ref().ok_or_else(Fault::damaged)?;
                for row in component.filled.chunks_mut(stride).take(down as usize) {
                    for filled in row.iter_mut().take(across as usize) {
                        walk.unit()?;
                        let read = walk.ac(self, codes, filled);
                        walk.check(read)?;
                    }
                }
            }
            (_, parts) => {
                let (units, alone) = match parts {
                    [part] => (picture.components[part.component].alone, true),
                    _ => (picture.units, false),
                };
                let blocks: Vec<_> = parts
                    .iter()
                    .flat_map(|part| {
                        let (across, down) = picture.components[part.component].blocks;
                        let count = if alone { 1 } else { across * down };
                        let codes = (tables.dc[part.dc].as_ref(), tables.ac[part.ac].as_ref());
                        (0..count).map(move |_| codes)
                    })
                    .collect();
                for _ in 0..units.0 * units.1 {
                    walk.unit()?;
                    for &(dc, ac) in &blocks {
                        let read = match self.kind {
                            Kind::Sequential => walk.sequential(dc, ac),
                            Kind::Dc | Kind::Ac => walk.dc(self, dc),
                        };
                        walk.check(read)?;
                    }
                }
            }
        }
        let (left, end) = walk.bits.rest();
        let most = match next_marker(bytes, end) {
            Some((END, _)) => IDLE,
            _ => STRAY,
        };
        if left > most || self.has_hole(&bytes[start..end.max(start + left) - left], tables) {
            return Err(Fault::damaged());
        }
        Ok(end)
    }

    /// Whether there are so many zeros in a row that they cannot have come from a picture: they may
    /// mean that nothing is to be seen in many blocks, but not the same thing over and over.
    fn has_hole(&self, bytes: &[u8], tables: &Tables) -> bool {
        let means_something = |part: &Part| {
            let zeros = tables.ac[part.ac].as_ref().and_then(Codes::of_zeros);
            zeros.is_some_and(|symbol| symbol & 15 != 0)
        };
        if self.kind == Kind::Dc || !self.parts.iter().any(means_something) {
            return false;
        }
        (0..bytes.len()).step_by(HOLE / 2).any(|at| {
            let half = bytes.get(at..at + HOLE / 2);
            half.is_some_and(|half| half.iter().all(|&byte| byte == 0)) && {
                let before = bytes[..at].iter().rev().take_while(|&&byte| byte == 0);
                let after = bytes[at..].iter().take_while(|&&byte| byte == 0);
                before.take(HOLE).count() + after.take(HOLE).count() >= HOLE
            }
        })
    }
}

/// A place in a scan.
struct Walk<'a> {
    bits: Bits<'a>,
    bytes: &'a [u8],
    /// How many units lie between two restarts, and how many of them are still to come.
    interval: u32,
    until_restart: u32,
    restarts: u8,
    /// In how many blocks nothing is to come before the next code.
    idle_blocks: u32,
}

impl Walk<'_> {
    /// Before each unit: passes over a restart where there has to be one.
    #[inline]
    fn unit(&mut self) -> Result<(), Fault> {
        if self.interval > 0 {
            if self.until_restart == 0 {
                self.restart()?;
            }
            self.until_restart -= 1;
        }
        Ok(())
    }

    fn restart(&mut self) -> Result<(), Fault> {
        let (left, at) = self.bits.rest();
        let filling = self.bytes[at..].iter().take_while(|&&byte| byte == 0xff);
        let at = at + filling.count();
        match self.bytes.get(at) {
            Some(&marker @ 0xd0..=0xd7) => {
                if marker & 7 != self.restarts || left > STRAY {
                    return Err(Fault::damaged());
                }
            }
            _ => return Err(Fault::incomplete()),
        }
        self.bits = Bits::new(self.bytes, at + 1);
        self.idle_blocks = 0;
        self.until_restart = self.interval;
        self.restarts = (self.restarts + 1) % 8;
        Ok(())
    }

    /// After each block: whether it was there.
    #[inline]
    fn check(&self, read: Option<()>) -> Result<(), Fault> {
        match read {
            _ if self.bits.spent() => Err(Fault::incomplete()),
            Some(()) => Ok(()),
            None => Err(Fault::damaged()),
        }
    }

    #[inline]
    fn sequential(&mut self, dc: Option<&Codes>, ac: Option<&Codes>) -> Option<()> {
        let size = self.bits.symbol(dc?)?;
        if size > 16 {
            return None;
        }
        self.bits.take(u32::from(size));
        self.bits.block(ac?)
    }

    #[inline]
    fn dc(&mut self, scan: &Scan, codes: Option<&Codes>) -> Option<()> {
        if scan.high > 0 {
            self.bits.pass(1);
            return Some(());
        }
        let size = self.bits.symbol(codes?)?;
        if size > 16 {
            return None;
        }
        self.bits.take(u32::from(size));
        Some(())
    }

    #[inline]
    fn ac(&mut self, scan: &Scan, codes: &Codes, filled: &mut u64) -> Option<()> {
        let (first, last) = scan.band;
        let band = u64::MAX >> (63 - last) & u64::MAX << first;
        // What was there before this scan gets a bit each; what comes with it does not.
        let before = if scan.high > 0 { *filled } else { 0 };
        if self.idle_blocks > 0 {
            self.idle_blocks -= 1;
            self.bits.pass((before & band).count_ones());
            return Some(());
        }
        let mut ahead = band;
        while ahead != 0 {
            let symbol = self.bits.symbol(codes)?;
            let (run, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
            if size == 0 && run != 15 {
                self.idle_blocks = (1 << run) - 1 + self.bits.number(run);
                self.bits.pass((before & ahead).count_ones());
                return Some(());
            }
            self.bits.take(size);
            // The place of this code, and all up to it.
            let place = match before & ahead {
                0 => (ahead & ahead.wrapping_neg()) << run & ahead,
                _ => {
                    let mut free = ahead & !before;
                    for _ in 0..run {
                        free &= free.wrapping_sub(1);
                    }
                    free & free.wrapping_neg()
                }
            };
            let passed = ahead & (place.wrapping_sub(1) | place);
            if size > 0 {
                if place == 0 {
                    return None;
                }
                *filled |= place;
            }
            self.bits.pass((before & passed).count_ones());
            ahead &= !passed;
        }
        Some(())
    }
}
