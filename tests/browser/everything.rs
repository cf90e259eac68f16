//! The kit with too much of everything, written by rule: 31 services, 30 collaborations, 12
//! accounts, a story of 20,000 words.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const PLATFORMS: [&str; 12] = [
    "instagram",
    "youtube",
    "tiktok",
    "facebook",
    "twitch",
    "x",
    "threads",
    "bluesky",
    "pinterest",
    "linkedin",
    "newsletter",
    "podcast",
];

const WORDS: [&str; 40] = [
    "salt",
    "harbour",
    "the",
    "a",
    "kitchen",
    "walks",
    "slowly",
    "towards",
    "bread",
    "and",
    "of",
    "morning",
    "she",
    "said",
    "nobody",
    "remembers",
    "ferry",
    "letter",
    "in",
    "winter",
    "under",
    "lamp",
    "stone",
    "we",
    "ate",
    "what",
    "was",
    "left",
    "because",
    "train",
    "waited",
    "for",
    "mountains",
    "with",
    "their",
    "recipe",
    "long",
    "before",
    "rain",
    "kettle",
];

const PHOTOS: [&str; 9] = [
    "coffee",
    "dandelion",
    "hills",
    "larches",
    "morning",
    "path",
    "pool",
    "stream",
    "window",
];

/// Words from a list, always the same ones: a line of congruences, no chance in it.
struct Writer {
    state: u64,
}

impl Writer {
    fn next(&mut self, below: u64) -> u64 {
        self.state = self
            .state
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (self.state >> 33) % below
    }

    /// A sentence of so many words, in Markdown.
    fn sentence(&mut self, words: u64) -> String {
        let mut sentence = String::new();
        for place in 0..words {
            let word = WORDS[self.next(WORDS.len() as u64) as usize];
            match place {
                0 => sentence.push_str(&(word[..1].to_uppercase() + &word[1..])),
                7 => drop(write!(sentence, " *{word}*")),
                11 => drop(write!(sentence, " [{word}](https://example.com/{word})")),
                _ => drop(write!(sentence, " {word}")),
            }
        }
        sentence + "."
    }

    fn paragraph(&mut self) -> String {
        let sentences: Vec<_> = (0..6).map(|_| self.next(12) + 6).collect();
        let sentences = sentences.into_iter().map(|words| self.sentence(words));
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// Forty chapters, each with a heading, a list, a table, a quotation, a photo and a footnote.
    fn story(&mut self) -> String {
        let mut story =
            String::from("# Everything that happened, *in the order in which it did.*\n");
        for chapter in 1..=40 {
            let photo = PHOTOS[chapter % PHOTOS.len()];
            let _ = write!(
                story,
                "\n## Chapter {chapter}\n\n{}\n\n{}[^{chapter}]\n\n- {}\n- {}\n\n1. {}\n2. {}\n\n\
                 ### What it cost\n\n| Day | What | Price |\n|---|---|---:|\n| 1 | bread | 3 |\n\
                 | 2 | {} | 12 |\n\n> {}\n\n{}\n\n---\n\n{}\n\n{}\n\n[^{chapter}]: {}\n",
                self.paragraph(),
                self.paragraph(),
                self.sentence(9),
                self.sentence(14),
                self.sentence(8),
                self.sentence(10),
                self.sentence(6),
                self.sentence(16),
                self.paragraph(),
                self.paragraph(),
                self.paragraph(),
                self.sentence(9),
            );
            if chapter % 8 == 0 {
                let _ = write!(story, "\n![Chapter {chapter}](photos/{photo}.jpg)\n");
            }
        }
        story
    }
}

/// Writes the kit and gives its folder.
pub fn written() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("everything");
    let _ = fs::remove_dir_all(&folder);
    for name in ["photos", "collaborations"] {
        fs::create_dir_all(folder.join(name)).expect("a folder to write to");
    }
    let write = |path: &str, text: String| {
        fs::write(folder.join(path), text).expect("a file to write");
    };
    let typical = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kits/typical/photos");
    for photo in PHOTOS {
        let name = format!("{photo}.jpg");
        let to = folder.join("photos").join(&name);
        fs::copy(typical.join(&name), to).expect("a photo to copy");
    }
    let mut writer = Writer { state: 1 };
    write("profile.toml", profile(&mut writer));
    write("metrics.csv", metrics());
    write("story.md", writer.story());
    for number in 1..=30 {
        let path = format!("collaborations/brand-{number:02}.md");
        write(&path, collaboration(number, &mut writer));
    }
    folder
}

fn profile(writer: &mut Writer) -> String {
    let mut profile = String::from(
        "[creator]\nname = \"Omnia Plenty\"\ntagline = \"I do all of it, all of the time.\"\n\
         standfirst = \"Twelve channels, thirty brands and a long story.\"\n\
         location = \"Everywhere\"\nlanguages = [\"en\", \"es\", \"fr\", \"de\", \"pt\", \"it\"]\n\
         hero = \"photos/path.jpg\"\nportrait = \"photos/window.jpg\"\n\
         pillars = [\"Bread\", \"Salt\", \"Trains\", \"Kettles\", \"Letters\", \"Rain\"]\n\
         highlights = [\"One\", \"Two\", \"Three\", \"Four\", \"Five\"]\n\n\
         [contact]\nemail = \"omnia@example.com\"\nphone = \"+34 600 000 000\"\n\
         whatsapp = \"+34 600 000 001\"\ndm = \"https://example.com/dm\"\n\
         booking = \"https://example.com/call\"\nreply_within = \"an hour\"\n\n\
         [audience]\nabout = \"Everybody.\\n\\n![A pool](photos/pool.jpg)\\n\\nAnd more.\"\n\
         interests = [\"bread\", \"salt\", \"trains\", \"kettles\", \"letters\", \"rain\"]\n\n\
         [terms]\ncurrency = \"EUR\"\n",
    );
    for platform in PLATFORMS {
        let _ = write!(
            profile,
            "\n[[accounts]]\nplatform = \"{platform}\"\nhandle = \"omnia.{platform}\"\n\
             url = \"https://example.com/{platform}\"\nrhythm = \"daily\"\n"
        );
    }
    for number in 1..=31 {
        let group = ["Films", "Posts", "In person", "Add-ons"][number % 4];
        let _ = write!(
            profile,
            "\n[[services]]\nname = \"Service {number}\"\ngroup = \"{group}\"\nprice = {}\n\
             per = \"post\"\nincludes = [\"{}\", \"one brand\"]\n",
            number * 150,
            plain(&writer.sentence(6)),
        );
    }
    for number in 1..=24 {
        let year = 2003 + number;
        let _ = write!(
            profile,
            "\n[[milestones]]\ndate = {year}\ntitle = \"Milestone {number}\"\nplace = \"Here\"\n\
             \n[[press]]\noutlet = \"Paper {number}\"\ntitle = \"{0}\"\nquote = \"{0}\"\n\
             year = {year}\n\n[[testimonials]]\nquote = \"{0}\"\nperson = \"Person {number}\"\n\
             \n[[worked_with]]\nname = \"Firm {number}\"\nyear = {year}\n\
             \n[[posts]]\nurl = \"https://example.com/post/{number}\"\ntitle = \"Post {number}\"\n\
             \n[[steps]]\nname = \"Step {number}\"\ntext = \"{0}\"\n\
             \n[[facts]]\nlabel = \"Fact {number}\"\nvalue = \"{0}\"\n\
             \n[[links]]\ntitle = \"Link {number}\"\nurl = \"https://example.com/{number}\"\n",
            plain(&writer.sentence(6)),
        );
    }
    for photo in PHOTOS {
        let _ = write!(
            profile,
            "\n[[photos]]\nfile = \"photos/{photo}.jpg\"\nalt = \"A picture named {photo}.\"\n\
             credit = \"Photographer of {photo}\"\ngallery = true\n"
        );
    }
    profile
}

/// The words of a sentence without their marks.
fn plain(sentence: &str) -> String {
    sentence.replace('*', "")
}

fn metrics() -> String {
    let mut metrics =
        String::from("date,platform,metric,value,period,format,base,n,age,gender,country\n");
    for (place, platform) in PLATFORMS.iter().enumerate() {
        for month in 1..=11 {
            let followers = (20 - place) * 9000 + month * (700 - place * 60);
            let _ = writeln!(
                metrics,
                "2026-{month:02}-01,{platform},followers,{followers}"
            );
        }
        let views = 90000 - place * 6000;
        let _ = writeln!(
            metrics,
            "2026-11-01,{platform},median_views,{views},90d,video,,20"
        );
        let _ = writeln!(
            metrics,
            "2026-11-01,{platform},engagement_rate,4.{place},90d,video,views,20"
        );
        for age in ["13-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"] {
            for (gender, share) in [("female", 8), ("male", 6)] {
                let _ = writeln!(
                    metrics,
                    "2026-11-01,{platform},followers_share,{share},,,,,{age},{gender}"
                );
            }
        }
        for country in ["ES", "DE", "GB", "FR", "US", "IT", "PT", "NL", "BE", "AT"] {
            let _ = writeln!(
                metrics,
                "2026-11-01,{platform},followers_share,9,,,,,,,{country}"
            );
        }
    }
    metrics
}

fn collaboration(number: usize, writer: &mut Writer) -> String {
    let photo = PHOTOS[number % PHOTOS.len()];
    format!(
        "+++\nbrand = \"Brand {number}\"\ntitle = \"{}\"\ndate = 20{}-05-14\nsector = \"Food\"\n\
         goal = \"{}\"\nmade = [\"1 film\", \"3 Reels\"]\nphoto = \"photos/{photo}.jpg\"\n\
         relationship = \"paid\"\nquote = {{ text = \"{}\", person = \"Person {number}\" }}\n\n\
         [[results]]\nmetric = \"views\"\nvalue = {number}0000\nusual = 30000\n\n\
         [[results]]\nmetric = \"link_clicks\"\nvalue = {number}00\n+++\n\n{}\n\n\
         ![Number {number}](photos/{photo}.jpg)\n\n{}\n",
        plain(&writer.sentence(5)),
        10 + number % 16,
        plain(&writer.sentence(6)),
        plain(&writer.sentence(6)),
        writer.paragraph(),
        writer.paragraph(),
    )
}
