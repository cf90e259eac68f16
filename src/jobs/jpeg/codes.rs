//! The bits of a scan, and the Huffman codes in them.

/// Codes of up to so many bits are found in one step.
const LOOK: u32 = 11;
const LOOKS: usize = 1 << LOOK;

/// A Huffman table.
pub(super) struct Codes {
    /// By the next bits: length and symbol of their code; 0 where it is longer.
    fast: Box<[u16; LOOKS]>,
    /// By length: the first 16 bits that are beyond all codes of it.
    beyond: [u32; 17],
    /// By length: what leads from its codes to their symbols.
    offset: [i32; 17],
    symbols: Vec<u8>,
    /// By the next bits: how far all codes in them lead through a block; see [`Step`].
    steps: Box<[Step; LOOKS]>,
}

/// How far codes lead through a block, with the bits of the numbers that belong to them.
#[derive(Clone, Copy, Default)]
struct Step {
    /// How many bits they have; 0 if the first code is longer than what was looked at.
    bits: u8,
    /// How many coefficients they are for, and [`Step::END`] more if the last one ends the block.
    coefficients: u8,
    /// The same of the first of them.
    first_bits: u8,
    first_coefficients: u8,
}

impl Step {
    const END: u8 = 128;
}

impl Codes {
    /// The first table of a DHT segment: its class and place, the table, and what follows it.
    pub fn read(content: &[u8]) -> Option<(u8, Codes, &[u8])> {
        let (&place, rest) = content.split_first()?;
        let (counts, rest) = rest.split_first_chunk::<16>()?;
        let all = counts.iter().map(|&count| usize::from(count)).sum();
        let (symbols, rest) = rest.split_at_checked(all)?;
        let mut codes = Codes {
            fast: Box::new([0; LOOKS]),
            beyond: [0; 17],
            offset: [0; 17],
            symbols: symbols.to_vec(),
            steps: Box::new([Step::default(); LOOKS]),
        };
        let (mut code, mut first) = (0_u32, 0_usize);
        for (length, &count) in (1..).zip(counts) {
            let next = first + usize::from(count);
            codes.offset[length as usize] = first as i32 - code as i32;
            for &symbol in &symbols[first..next] {
                if code >= 1 << length {
                    return None;
                }
                if length <= LOOK {
                    let from = (code << (LOOK - length)) as usize;
                    let entry = (length << 8) as u16 | u16::from(symbol);
                    codes.fast[from..from + (1 << (LOOK - length))].fill(entry);
                }
                code += 1;
            }
            codes.beyond[length as usize] = code << (16 - length);
            code <<= 1;
            first = next;
        }
        // Places 0x10 to 0x13 are those of tables for coefficients.
        if place >= 0x10 {
            for bits in 0..LOOKS {
                codes.steps[bits] = codes.step(bits);
            }
        }
        Some((place, codes, rest))
    }

    /// The step that `bits` are.
    fn step(&self, bits: usize) -> Step {
        let mut step = Step::default();
        let mut passed = 0;
        while passed < LOOK {
            let entry = self.fast[bits << passed & (LOOKS - 1)];
            let (length, run, size) = (u32::from(entry >> 8), entry as u8 >> 4, entry as u8 & 15);
            // The bits that were shifted in are not known.
            if entry == 0 || passed + length > LOOK {
                break;
            }
            passed += length + u32::from(size);
            let ends = size == 0 && run != 15;
            let coefficients = if ends { Step::END } else { run + 1 };
            if step.coefficients + run >= 64 {
                break;
            }
            step.bits = passed as u8;
            step.coefficients += coefficients;
            if step.first_bits == 0 {
                (step.first_bits, step.first_coefficients) = (step.bits, coefficients);
            }
            if ends {
                break;
            }
        }
        step
    }

    /// What a zero bit and all that follow it mean.
    pub fn of_zeros(&self) -> Option<u8> {
        self.symbols.first().copied()
    }

    /// Length and symbol of the code that `bits` begin with, from the topmost on.
    #[inline]
    fn find(&self, bits: u64) -> Option<(u32, u8)> {
        let entry = self.fast[(bits >> (64 - LOOK)) as usize];
        if entry != 0 {
            return Some((u32::from(entry >> 8), entry as u8));
        }
        let next = (bits >> 48) as u32;
        let length = (LOOK + 1..=16).find(|&length| next < self.beyond[length as usize])?;
        let code = (next >> (16 - length)) as i32;
        let place = usize::try_from(code + self.offset[length as usize]).ok()?;
        Some((length, *self.symbols.get(place)?))
    }
}

/// The bits between two markers, or of nothing but zeros beyond them.
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The next bits, from the topmost on.
    next: u64,
    /// How many of them count.
    count: u32,
    /// How many zeros were put behind those that were there.
    lent: u32,
}

impl<'a> Bits<'a> {
    pub fn new(bytes: &'a [u8], at: usize) -> Bits<'a> {
        Bits {
            bytes,
            at,
            next: 0,
            count: 0,
            lent: 0,
        }
    }

    /// Whether more was taken than was there.
    pub fn spent(&self) -> bool {
        self.lent > self.count
    }

    /// The next symbol. At least 32 bits beyond the start of its code can be taken at once.
    #[inline]
    pub fn symbol(&mut self, codes: &Codes) -> Option<u8> {
        if self.count < 48 {
            self.fill();
        }
        let (length, symbol) = codes.find(self.next)?;
        self.take(length);
        Some(symbol)
    }

    /// Passes over the codes of one block, from its second coefficient on.
    #[inline]
    pub fn block(&mut self, codes: &Codes) -> Option<()> {
        let mut at = 1;
        while at < 64 {
            if self.count < 32 {
                self.fill();
            }
            let step = codes.steps[(self.next >> (64 - LOOK)) as usize];
            let mut bits = u32::from(step.bits);
            let mut behind = at + u32::from(step.coefficients);
            let end = u32::from(Step::END);
            if bits == 0 {
                let (length, symbol) = codes.find(self.next)?;
                let (run, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
                bits = length + size;
                behind = at + if size == 0 && run != 15 { end } else { run + 1 };
            } else if behind > 64 && !(end..end + 64).contains(&behind) {
                // The block ends between these codes, or should.
                bits = u32::from(step.first_bits);
                behind = at + u32::from(step.first_coefficients);
            }
            self.take(bits);
            at = behind;
        }
        (at == 64 || at >= u32::from(Step::END)).then_some(())
    }

    /// Passes over `count` bits that are known to be there.
    #[inline]
    pub fn take(&mut self, count: u32) {
        self.next <<= count;
        self.count -= count;
    }

    /// Passes over any number of bits up to 64.
    #[inline]
    pub fn pass(&mut self, count: u32) {
        if count <= self.count {
            // Not `take`: there may be 64.
            self.next = self.next.checked_shl(count).unwrap_or(0);
            self.count -= count;
            return;
        }
        for part in [count / 2, count - count / 2] {
            if self.count < part {
                self.fill();
            }
            self.take(part);
        }
    }

    /// The number that up to 15 bits after a symbol make.
    pub fn number(&mut self, count: u32) -> u32 {
        // In two steps: no bits at all make 0.
        let number = (self.next >> 1 >> (63 - count)) as u32;
        self.take(count);
        number
    }

    /// How many bytes are left before the next marker, and where it is.
    pub fn rest(&self) -> (usize, usize) {
        let (mut at, mut left) = (self.at, (self.count.saturating_sub(self.lent) / 8) as usize);
        while let Some((_, behind)) = self.byte(at) {
            at = behind;
            left += 1;
        }
        (left, at)
    }

    /// The byte of data at `at` and where the next one is, if there is no marker.
    #[inline]
    fn byte(&self, at: usize) -> Option<(u8, usize)> {
        match *self.bytes.get(at)? {
            0xff => {
                let filled = self.bytes[at..].iter().take_while(|&&byte| byte == 0xff);
                let behind = at + filled.count();
                (*self.bytes.get(behind)? == 0).then_some((0xff, behind + 1))
            }
            byte => Some((byte, at + 1)),
        }
    }

    #[inline]
    fn fill(&mut self) {
        if let Some(eight) = self.bytes[self.at..].first_chunk() {
            let eight = u64::from_be_bytes(*eight);
            // No byte is 0xff if no byte of the complement is 0.
            let others = !eight;
            let ones = others.wrapping_sub(0x0101_0101_0101_0101) & !others & 0x8080_8080_8080_8080;
            if ones == 0 {
                self.next |= eight >> self.count;
                self.at += ((63 - self.count) / 8) as usize;
                self.count |= 56;
                return;
            }
        }
        self.fill_to_marker();
    }

    #[cold]
    fn fill_to_marker(&mut self) {
        while self.count <= 56 {
            let Some((byte, behind)) = self.byte(self.at) else {
                self.lent += 64 - self.count;
                self.count = 64;
                return;
            };
            self.next |= u64::from(byte) << (56 - self.count);
            self.count += 8;
            self.at = behind;
        }
    }
}
