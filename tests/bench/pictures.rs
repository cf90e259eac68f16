//! The measured half of `tests/bench/pictures`, which says how to run it.
//!
//! `make` does the work that is timed and nothing else. The other modes look at its files: what
//! they were made of, how near they came to it, and what other settings would have cost.

use fast_ssim2::{PixelDescriptor, PixelSlice, Ssimulacra2Reference};
use image::RgbImage;
use mozjpeg::qtable;
use pitchkit::disk::IoError;
use pitchkit::disk::store::Store;
use pitchkit::jobs::{Cut, Effort, Job, Picture, decode, plan, probe};
use pitchkit::kit::Format;
use pitchkit::source::Photo;
use rayon::prelude::*;
use rgb::FromSlice;
use rustix::time::{ClockId, clock_gettime};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const WIDTHS: [u32; 3] = [480, 960, 1600];

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Outcome<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["make", photos, out, cache, effort] => {
            let effort = match effort {
                "quick" => Effort::Quick,
                _ => Effort::Best,
            };
            make(Path::new(photos), Path::new(out), Path::new(cache), effort)
        }
        ["pixels", photos, out] => pixels(Path::new(photos), Path::new(out)),
        ["score", pixels, files] => score(Path::new(pixels), Path::new(files)),
        ["formats", pixels, out] => formats(Path::new(pixels), Path::new(out)),
        // What `cargo bench` says.
        ["--bench"] | [] => {
            println!("run tests/bench/pictures");
            Ok(())
        }
        _ => Err("make PHOTOS OUT CACHE EFFORT, pixels PHOTOS OUT, score PIXELS FILES or formats PIXELS OUT".into()),
    }
}

/// The files of a folder with this ending, by name.
fn listed(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A file's name without its ending.
fn stem(path: &Path) -> String {
    path.file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// A photo as a build knows it, and the cuts that all that is measured here is made of.
fn planned(path: &Path, bytes: &[u8]) -> Outcome<(Arc<Photo>, Vec<Cut>)> {
    let known = probe(bytes).map_err(|fault| fault.message)?;
    let photo = Photo {
        path: path.to_string_lossy().into_owned(),
        content: *blake3::hash(bytes).as_bytes(),
        width: known.width,
        height: known.height,
        transparent: known.transparent,
    };
    let cuts = plan(&photo, &WIDTHS, None, (50, 50));
    Ok((Arc::new(photo), cuts))
}

/// Makes all files of all photos, as a build with an empty cache does.
fn make(photos: &Path, out: &Path, cache: &Path, effort: Effort) -> Outcome<()> {
    let mut jobs = Vec::new();
    for path in listed(photos, "jpg")? {
        let (photo, cuts) = planned(&path, &fs::read(&path)?)?;
        for cut in cuts {
            for (format, ending) in [(Format::Webp, "webp"), (Format::Jpeg, "jpeg")] {
                let picture = Picture {
                    photo: Arc::clone(&photo),
                    crop: cut.crop,
                    width: cut.width,
                    height: cut.height,
                    format,
                    effort,
                };
                let name = format!("{}-{}.{ending}", stem(&path), cut.width);
                jobs.push((name, Job::Picture(picture)));
            }
        }
    }
    let open = |photo: &Photo| {
        fs::read(&photo.path).map_err(|error| IoError::new("read", &photo.path, error))
    };
    let store = Store::open(Some(cache.to_owned()));
    let results = store.run(jobs.iter().map(|(_, job)| job), &open, &|_| {})?;
    for (name, job) in &jobs {
        let stored = results.made.get(&job.key()).ok_or("a picture is missing")?;
        fs::write(out.join(name), store.bytes(job, stored, &open)?)?;
    }
    Ok(())
}

/// Writes what `make` encodes, without loss.
fn pixels(photos: &Path, out: &Path) -> Outcome<()> {
    listed(photos, "jpg")?.par_iter().try_for_each(|path| {
        let bytes = fs::read(path)?;
        let (_, cuts) = planned(path, &bytes)?;
        let pixels = decode(bytes).map_err(|fault| fault.message)?;
        for cut in cuts {
            let shown = pixels.shown(cut).ok_or("there is no such part")?;
            shown.save(out.join(format!("{}-{}.png", stem(path), cut.width)))?;
        }
        Ok(())
    })
}

fn slice(image: &RgbImage) -> Outcome<PixelSlice<'_>> {
    let (width, height) = image.dimensions();
    let row = width as usize * 3;
    Ok(PixelSlice::new(
        image.as_raw(),
        width,
        height,
        row,
        PixelDescriptor::RGB8_SRGB,
    )?)
}

/// Prints, for each format in a folder, its files' bytes and their mean and lowest score against
/// the pixels of the same name.
fn score(pixels: &Path, files: &Path) -> Outcome<()> {
    for ending in ["jpeg", "webp", "png"] {
        let listed = listed(files, ending)?;
        if listed.is_empty() {
            continue;
        }
        let scored: Vec<Scored> = listed
            .par_iter()
            .map(|path| {
                let bytes = fs::read(path)?;
                let reference = image::open(pixels.join(stem(path) + ".png"))?.into_rgb8();
                let reference = Ssimulacra2Reference::new(&slice(&reference)?)?;
                let seen = image::load_from_memory(&bytes)?.into_rgb8();
                Ok(Scored {
                    bytes: bytes.len(),
                    score: reference.compare(&slice(&seen)?)?,
                    seconds: 0.0,
                })
            })
            .collect::<Outcome<_>>()?;
        println!("{ending}\t{}", Scored::summary(&scored));
    }
    Ok(())
}

/// One encoded file.
struct Scored {
    bytes: usize,
    score: f64,
    /// Of the processor, for encoding alone.
    seconds: f64,
}

impl Scored {
    /// Bytes, mean score, lowest score and seconds of a number of files, between tabs.
    fn summary(files: &[Scored]) -> String {
        let bytes: usize = files.iter().map(|file| file.bytes).sum();
        let sum: f64 = files.iter().map(|file| file.score).sum();
        let mean = sum / files.len() as f64;
        let lowest = files.iter().map(|file| file.score).fold(100.0, f64::min);
        let seconds: f64 = files.iter().map(|file| file.seconds).sum();
        format!("{bytes}\t{mean:.3}\t{lowest:.2}\t{seconds:.3}")
    }
}

/// A way to encode.
#[derive(Clone, Copy)]
enum Encoder {
    /// The order of scans is searched.
    TrellisSearched,
    Trellis,
    /// As it is, with the tables of two studies of sight in place of the encoder's own; so too
    /// below.
    TrellisTables,
    TrellisTablesProgressive,
    Baseline,
    Progressive,
    BaselineTables,
    ProgressiveTables,
    /// Of this method.
    Webp(i32),
    /// With the strongest filter that helps.
    WebpFiltered(i32),
    /// Of this speed.
    Avif(u8),
}

const ENCODERS: &[(&str, Encoder, &[f32])] = &[
    (
        "mozjpeg trellis, scans searched",
        Encoder::TrellisSearched,
        JPEG,
    ),
    ("mozjpeg trellis", Encoder::Trellis, JPEG),
    (
        "mozjpeg trellis, other tables",
        Encoder::TrellisTables,
        JPEG,
    ),
    (
        "mozjpeg trellis, other tables, progressive",
        Encoder::TrellisTablesProgressive,
        JPEG,
    ),
    ("mozjpeg baseline", Encoder::Baseline, JPEG),
    ("mozjpeg progressive", Encoder::Progressive, JPEG),
    (
        "mozjpeg baseline, other tables",
        Encoder::BaselineTables,
        JPEG,
    ),
    (
        "mozjpeg progressive, other tables",
        Encoder::ProgressiveTables,
        JPEG,
    ),
    ("libwebp method 0", Encoder::Webp(0), WEBP),
    ("libwebp method 1", Encoder::Webp(1), WEBP),
    ("libwebp method 2", Encoder::Webp(2), WEBP),
    (
        "libwebp method 2, filter 90",
        Encoder::WebpFiltered(2),
        WEBP,
    ),
    ("libwebp method 4", Encoder::Webp(4), WEBP),
    ("libwebp method 5", Encoder::Webp(5), WEBP),
    ("libwebp method 6", Encoder::Webp(6), WEBP),
    ("rav1e speed 10", Encoder::Avif(10), AVIF),
    ("rav1e speed 8", Encoder::Avif(8), AVIF),
    ("rav1e speed 6", Encoder::Avif(6), AVIF),
];
const JPEG: &[f32] = &[60.0, 66.0, 72.0, 76.0, 80.0, 84.0, 88.0];
const WEBP: &[f32] = &[65.0, 70.0, 75.0, 80.0, 84.0, 88.0];
const AVIF: &[f32] = &[65.0, 75.0, 85.0];

/// Prints what each encoder makes of the pixels at several qualities. Its files are written to a
/// folder of their own where nothing here can read them: scoring them is left to the caller.
fn formats(pixels: &Path, out: &Path) -> Outcome<()> {
    let images = listed(pixels, "png")?
        .par_iter()
        .map(|path| {
            let image = image::open(path)?.into_rgb8();
            let reference = Ssimulacra2Reference::new(&slice(&image)?)?;
            Ok((stem(path), image, reference))
        })
        .collect::<Outcome<Vec<_>>>()?;
    for (name, encoder, qualities) in ENCODERS {
        for quality in *qualities {
            let folder = format!("{name} {quality}");
            let scored: Vec<Scored> = images
                .par_iter()
                .map(|(stem, image, reference)| {
                    let start = clock();
                    let bytes = encoder.encode(image, *quality)?;
                    let seconds = clock() - start;
                    let score = if let Encoder::Avif(_) = encoder {
                        fs::create_dir_all(out.join(&folder))?;
                        fs::write(out.join(&folder).join(format!("{stem}.avif")), &bytes)?;
                        f64::NAN
                    } else {
                        let seen = image::load_from_memory(&bytes)?.into_rgb8();
                        reference.compare(&slice(&seen)?)?
                    };
                    Ok(Scored {
                        bytes: bytes.len(),
                        score,
                        seconds,
                    })
                })
                .collect::<Outcome<_>>()?;
            println!("{name}\t{quality}\t{}", Scored::summary(&scored));
        }
    }
    Ok(())
}

/// The processor time of this thread in seconds.
fn clock() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

impl Encoder {
    fn encode(self, image: &RgbImage, quality: f32) -> Outcome<Vec<u8>> {
        let (width, height) = image.dimensions();
        match self {
            Encoder::Webp(method) | Encoder::WebpFiltered(method) => {
                let mut config = webp::WebPConfig::new().map_err(|()| "no such version")?;
                config.quality = quality;
                config.method = method;
                if let Encoder::WebpFiltered(_) = self {
                    config.filter_strength = 90;
                }
                let encoder = webp::Encoder::from_rgb(image.as_raw(), width, height);
                let made = encoder.encode_advanced(&config);
                Ok(made.map_err(|error| format!("{error:?}"))?.to_vec())
            }
            Encoder::Avif(speed) => {
                let pixels = image.as_raw().as_rgb();
                let image = ravif::Img::new(pixels, width as usize, height as usize);
                let encoder = ravif::Encoder::new()
                    .with_quality(quality)
                    .with_speed(speed)
                    .with_num_threads(Some(1));
                Ok(encoder.encode_rgb(image)?.avif_file)
            }
            _ => self.jpeg(image, quality),
        }
    }

    fn jpeg(self, image: &RgbImage, quality: f32) -> Outcome<Vec<u8>> {
        let mut settings = mozjpeg::Compress::new(mozjpeg::ColorSpace::JCS_RGB);
        match self {
            Encoder::TrellisSearched => {}
            Encoder::Trellis | Encoder::TrellisTables | Encoder::TrellisTablesProgressive => {
                settings.set_optimize_scans(false);
            }
            _ => {
                settings.set_fastest_defaults();
                settings.set_optimize_coding(true);
            }
        }
        if let Encoder::Progressive
        | Encoder::ProgressiveTables
        | Encoder::TrellisTablesProgressive = self
        {
            settings.set_progressive_mode();
        }
        settings.set_quality(quality);
        if let Encoder::TrellisTables
        | Encoder::TrellisTablesProgressive
        | Encoder::BaselineTables
        | Encoder::ProgressiveTables = self
        {
            settings.set_luma_qtable(&qtable::MSSSIM_Luma.scaled(quality, quality));
            settings.set_chroma_qtable(&qtable::KleinSilversteinCarney.scaled(quality, quality));
        }
        settings.set_size(image.width() as usize, image.height() as usize);
        let mut compress = settings.start_compress(Vec::new())?;
        compress.write_scanlines(image.as_raw())?;
        Ok(compress.finish()?)
    }
}
