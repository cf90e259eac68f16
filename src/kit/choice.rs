//! Closed sets of words: each value has one word, the same in TOML, CSV, messages and code.

/// A value that is written as one of a few words.
pub trait Choice: Copy + PartialEq + Sized + 'static {
    /// Every word with its value, in the order a person should read them.
    const WORDS: &'static [(&'static str, Self)];

    /// The value that `word` stands for.
    fn parse(word: &str) -> Option<Self> {
        let found = Self::WORDS.iter().find(|(known, _)| *known == word)?;
        Some(found.1)
    }

    /// The word for this value.
    fn word(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(_, value)| *value == self)
            .map_or("", |(word, _)| word)
    }
}

impl Choice for super::Visibility {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("public", Self::Public),
        ("brand", Self::Brand),
        ("never", Self::Never),
    ];
}

/// What the kit presents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CreatorKind {
    /// One person.
    #[default]
    Person,
    /// A programme: a podcast, a channel, a newsletter.
    Show,
    /// Several people.
    Group,
    /// A company.
    Company,
}

impl Choice for CreatorKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("person", Self::Person),
        ("show", Self::Show),
        ("group", Self::Group),
        ("company", Self::Company),
    ];
}

/// The form of a post on its platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PostFormat {
    /// Reel.
    Reel,
    /// Story.
    Story,
    /// A picture post.
    Post,
    /// Carousel.
    Carousel,
    /// Short vertical video.
    Short,
    /// Video.
    Video,
    /// Live stream.
    Live,
    /// Podcast episode.
    Episode,
    /// Newsletter issue.
    Issue,
}

impl Choice for PostFormat {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("reel", Self::Reel),
        ("story", Self::Story),
        ("post", Self::Post),
        ("carousel", Self::Carousel),
        ("short", Self::Short),
        ("video", Self::Video),
        ("live", Self::Live),
        ("episode", Self::Episode),
        ("issue", Self::Issue),
    ];
}

/// What an engagement rate is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// Followers on the day of the post.
    Followers,
    /// The different people who saw the post.
    Reach,
    /// How often the post was played or seen.
    Views,
    /// The creator does not know.
    Unknown,
}

impl Choice for Base {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("followers", Self::Followers),
        ("reach", Self::Reach),
        ("views", Self::Views),
        ("unknown", Self::Unknown),
    ];
}

/// How a post was helped. An organic post has none of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paid {
    /// The platform was paid to show it.
    Boosted,
    /// It gave something away for taking part.
    Giveaway,
    /// A brand paid for it.
    Sponsored,
}

impl Choice for Paid {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("boosted", Self::Boosted),
        ("giveaway", Self::Giveaway),
        ("sponsored", Self::Sponsored),
    ];
}

/// A gender as platforms report it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// Women.
    Female,
    /// Men.
    Male,
    /// Another gender, or not said.
    Other,
}

impl Choice for Gender {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("female", Self::Female),
        ("male", Self::Male),
        ("other", Self::Other),
    ];
}

/// How a brand and the creator worked together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relationship {
    /// For a fee.
    Paid,
    /// For the product.
    Gifted,
    /// For a share of sales.
    Affiliate,
    /// The creator's own brand.
    Own,
}

impl Choice for Relationship {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("paid", Self::Paid),
        ("gifted", Self::Gifted),
        ("affiliate", Self::Affiliate),
        ("own", Self::Own),
    ];
}

/// What the brand allows to be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Permission {
    /// Everything.
    #[default]
    Public,
    /// That they worked together, and no more.
    LogoOnly,
    /// The work, without the brand's name.
    Anonymous,
    /// Nothing at all.
    Nda,
}

impl Choice for Permission {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("public", Self::Public),
        ("logo-only", Self::LogoOnly),
        ("anonymous", Self::Anonymous),
        ("nda", Self::Nda),
    ];
}

/// What a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// One post.
    Post,
    /// One hour.
    Hour,
    /// One day.
    Day,
    /// One week.
    Week,
    /// One month.
    Month,
    /// One year.
    Year,
    /// One event.
    Event,
    /// One episode.
    Episode,
    /// One newsletter issue.
    Issue,
}

impl Choice for Per {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("post", Self::Post),
        ("hour", Self::Hour),
        ("day", Self::Day),
        ("week", Self::Week),
        ("month", Self::Month),
        ("year", Self::Year),
        ("event", Self::Event),
        ("episode", Self::Episode),
        ("issue", Self::Issue),
    ];
}

/// What sort of post a featured post is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostKind {
    /// Something to watch.
    Video,
    /// Something to hear.
    Audio,
    /// Pictures.
    Post,
    /// Something to read.
    Article,
}

impl Choice for PostKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("video", Self::Video),
        ("audio", Self::Audio),
        ("post", Self::Post),
        ("article", Self::Article),
    ];
}

/// What sort of milestone a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MilestoneKind {
    /// A prize.
    Award,
    /// A part or a post held.
    Role,
    /// An event.
    Event,
    /// Something published.
    Release,
    /// A sporting result.
    Result,
}

impl Choice for MilestoneKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("award", Self::Award),
        ("role", Self::Role),
        ("event", Self::Event),
        ("release", Self::Release),
        ("result", Self::Result),
    ];
}

/// The paper a PDF is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 in.
    Letter,
}

impl Choice for Sheet {
    const WORDS: &'static [(&'static str, Self)] = &[("a4", Self::A4), ("letter", Self::Letter)];
}

/// Which PDFs are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pdf {
    /// The whole kit.
    #[default]
    Full,
    /// One page.
    OnePage,
    /// Both.
    Both,
    /// None.
    None,
}

impl Choice for Pdf {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("full", Self::Full),
        ("one-page", Self::OnePage),
        ("both", Self::Both),
        ("none", Self::None),
    ];
}

/// How much air a page has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// As the theme was drawn.
    #[default]
    Normal,
    /// Less air between sections.
    Compact,
    /// More air between sections.
    Airy,
}

impl Choice for Density {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("normal", Self::Normal),
        ("compact", Self::Compact),
        ("airy", Self::Airy),
    ];
}

/// A picture format the site may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// WebP.
    Webp,
    /// AVIF.
    Avif,
}

impl Choice for Format {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("webp", Self::Webp),
        ("jpeg", Self::Jpeg),
        ("avif", Self::Avif),
    ];
}

/// A section of the page, in the order pages have when the kit does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionId {
    /// Accounts and their numbers.
    Platforms,
    /// Own best posts.
    Posts,
    /// Who follows.
    Audience,
    /// The story.
    Story,
    /// What happened when.
    Milestones,
    /// Photos.
    Gallery,
    /// Past campaigns.
    Work,
    /// Services and prices.
    Rates,
    /// Steps and terms.
    Process,
    /// Press and testimonials.
    Press,
    /// How to write.
    Contact,
}

impl Choice for SectionId {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("platforms", Self::Platforms),
        ("posts", Self::Posts),
        ("audience", Self::Audience),
        ("story", Self::Story),
        ("milestones", Self::Milestones),
        ("gallery", Self::Gallery),
        ("work", Self::Work),
        ("rates", Self::Rates),
        ("process", Self::Process),
        ("press", Self::Press),
        ("contact", Self::Contact),
    ];
}
