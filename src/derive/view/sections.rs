//! What stands in each section of the page.

use super::{BlockView, Day, Figure, Growth, InlineView, Labelled, LinkView, ListView};
use super::{PhotoView, Point, Pyramid, Series};
use serde::Serialize;

/// The accounts.
#[derive(Clone, Debug, Serialize)]
pub struct PlatformsView {
    /// The accounts with numbers, most followers first, those of one platform together.
    pub accounts: Vec<AccountView>,
    /// The accounts without.
    pub also: Vec<AccountView>,
    /// Followers added up over accounts, labelled as such; with two or more accounts only.
    pub total: Option<Figure>,
    /// What the total is made of, largest first; empty with fewer than two platforms.
    pub parts: Vec<PartView>,
    /// The powers of ten about all followers and views, for a scale that they share.
    pub powers: Vec<Point>,
    /// A sentence on growth, where the data supports one.
    pub finding: Option<String>,
}

/// A part of a total: a platform, or several that are too small to be named apart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartView {
    /// The platform's name, or "Four more".
    pub label: String,
    /// What it adds up to: "104,700, two accounts".
    pub text: String,
    /// The accounts it is made of, for drawing.
    pub values: Vec<f64>,
    /// Whether it is small: what comes after the parts that matter.
    pub rest: bool,
}

/// One account.
#[derive(Clone, Debug, Serialize)]
pub struct AccountView {
    /// Its name in format.md's grammar: `instagram`, `instagram@maite.studio`.
    pub id: String,
    /// The platform's id.
    pub platform: String,
    /// The platform's name.
    pub name: String,
    /// Handle, with `@` where the platform writes one.
    pub handle: Option<String>,
    /// Where it is.
    pub url: Option<String>,
    /// Whether it is the platform's main account.
    pub main: bool,
    /// To tell two accounts apart.
    pub about: Option<String>,
    /// How often something appears.
    pub rhythm: Option<String>,
    /// Followers, newest.
    pub followers: Option<Figure>,
    /// Growth between two dates.
    pub growth: Option<Growth>,
    /// Followers over time, with at least two dates.
    pub history: Option<Series>,
    /// The main format's median views, or what comes nearest.
    pub views: Option<Figure>,
    /// The main format's rate of engagement, opening or the like.
    pub rate: Option<Figure>,
    /// Every other number of the account, in a useful order.
    pub others: Vec<Figure>,
    /// What was left out and why, in sentences.
    pub notes: Vec<String>,
}

impl AccountView {
    /// Every figure of the account.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let single = [&self.followers, &self.views, &self.rate]
            .into_iter()
            .flatten();
        let growth = self.growth.iter().map(|growth| &growth.figure);
        single.chain(growth).chain(&self.others)
    }
}

/// One of the creator's own posts.
#[derive(Clone, Debug, Serialize)]
pub struct PostView {
    /// Where it is.
    pub url: String,
    /// Title.
    pub title: Option<String>,
    /// A still.
    pub photo: Option<PhotoView>,
    /// `video`, `audio`, `post` or `article`.
    pub kind: Option<&'static str>,
    /// The platform's name, where its numbers say.
    pub platform: Option<String>,
    /// Its format in words, where its numbers say: "Reel".
    pub format: Option<String>,
    /// Month and year of publishing, where its numbers say: "Jan 2026".
    pub month: Option<String>,
    /// Its first number.
    pub figure: Option<Figure>,
    /// The usual beside it: "A usual Reel has 31,000 views".
    pub usual: Option<String>,
    /// How many times the usual, cut to one place, from 1.5 up: "40".
    pub times_usual: Option<String>,
}

/// Who follows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AudienceView {
    /// A sentence on those who see and do not follow, where a platform says.
    pub finding: Option<String>,
    /// The creator's words.
    pub about: Vec<BlockView>,
    /// What they care about.
    pub interests: Vec<String>,
    /// What the platforms say, the account with most numbers first.
    pub groups: Vec<AudienceGroup>,
}

/// The audience of one account.
#[derive(Clone, Debug, Serialize)]
pub struct AudienceGroup {
    /// The account: `instagram`.
    pub account: String,
    /// The platform's name, with the handle where there are two accounts.
    pub platform: String,
    /// "Followers on Instagram"
    pub title: String,
    /// What its largest shares say, in a sentence: "41% are 18 to 24, and 55% are women."
    pub summary: Option<String>,
    /// The newest day among its numbers.
    pub date: Day,
    /// Ages by gender, from a joint table only.
    pub pyramid: Option<Pyramid>,
    /// Ages alone.
    pub ages: Option<Series>,
    /// Genders alone.
    pub genders: Option<Series>,
    /// Countries, largest first.
    pub countries: Option<Series>,
    /// Cities, largest first.
    pub cities: Option<Series>,
    /// Other divisions.
    pub segments: Vec<Series>,
}

/// The story.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StoryView {
    /// The pull line.
    pub pull: Vec<InlineView>,
    /// The text.
    pub blocks: Vec<BlockView>,
}

/// What happened when.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MilestonesView {
    /// Still ahead, nearest first.
    pub next: Vec<MilestoneView>,
    /// Past, newest first.
    pub past: Vec<MilestoneView>,
}

/// One milestone.
#[derive(Clone, Debug, Serialize)]
pub struct MilestoneView {
    /// For machines: `2026` or `2026-10-31`.
    pub iso: String,
    /// The year.
    pub year: String,
    /// When, in words.
    pub when: String,
    /// What.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// A page about it.
    pub url: Option<String>,
    /// What sort: `award`, `role`, `event`, `release` or `result`. It is for comparing, as for a
    /// sign or a class: no `word` says it in the page's language, and the built-in themes do not
    /// print it.
    pub kind: Option<&'static str>,
}

/// Past campaigns.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WorkView {
    /// The cases, featured first, then newest.
    pub cases: Vec<CaseView>,
    /// Brands worked with besides.
    pub also: Vec<AlsoView>,
}

/// One campaign.
#[derive(Clone, Debug, Serialize)]
pub struct CaseView {
    /// A name for its page and anchor: letters, digits and `-`.
    pub slug: String,
    /// The brand, or what stands for it when it may not be named.
    pub brand: String,
    /// Title.
    pub title: Option<String>,
    /// When, in words.
    pub when: Option<String>,
    /// The brand's trade.
    pub sector: Option<String>,
    /// What was wanted.
    pub goal: Option<String>,
    /// What was made.
    pub made: Vec<String>,
    /// A photo.
    pub photo: Option<PhotoView>,
    /// Where to see it.
    pub links: Vec<LinkView>,
    /// How they worked together, in words: "Paid partnership".
    pub relationship: Option<String>,
    /// How it was marked.
    pub disclosure: Option<String>,
    /// What came of it.
    pub results: Vec<ResultView>,
    /// What the brand said.
    pub quote: Option<QuoteView>,
    /// The creator's own line.
    pub note: Option<String>,
    /// Whether the brand came back.
    pub renewed: bool,
    /// Whether it comes first.
    pub featured: bool,
    /// The text.
    pub body: Vec<BlockView>,
}

/// One result of a campaign.
#[derive(Clone, Debug, Serialize)]
pub struct ResultView {
    /// What was counted.
    pub label: String,
    /// The value, "over 6,300" where it is a floor; `None` is "not tracked".
    pub text: Option<String>,
    /// The exact value as a decimal.
    pub value: Option<String>,
    /// `count` or `percent`.
    pub unit: &'static str,
    /// Whether the true value is larger, as `text` and `short` say.
    pub floor: bool,
    /// The same in little space.
    pub short: Option<String>,
    /// What it is measured against.
    pub basis: Option<String>,
    /// What is usual for this creator.
    pub usual: Option<String>,
    /// The exact usual as a decimal.
    pub usual_value: Option<String>,
    /// How many times the usual, cut to one place, from 1.5 up: "3.2".
    pub times_usual: Option<String>,
    /// What was hoped for.
    pub target: Option<String>,
    /// "after 30 days"
    pub measured: Option<String>,
    /// Where the number came from.
    pub source: Option<String>,
}

/// A quotation.
#[derive(Clone, Debug, Serialize)]
pub struct QuoteView {
    /// What was said.
    pub text: String,
    /// By whom, with role and company.
    pub by: Option<String>,
}

/// A brand worked with.
#[derive(Clone, Debug, Serialize)]
pub struct AlsoView {
    /// Name.
    pub name: String,
    /// Its page.
    pub url: Option<String>,
    /// Its trade.
    pub sector: Option<String>,
    /// When.
    pub year: Option<String>,
    /// How, in words.
    pub relationship: Option<String>,
    /// Whether it came back.
    pub renewed: bool,
}

/// Services and prices.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RatesView {
    /// The services by group, featured first.
    pub groups: Vec<ServiceGroup>,
    /// The add-ons, which come last and smaller.
    pub addons: Option<ServiceGroup>,
    /// Whether a price is shown at all.
    pub priced: bool,
    /// What holds for all prices: "Prices in euros, valid until 31 Jan 2027". Where no price is
    /// shown, that they are on request: "Rates on request."
    pub note: Option<String>,
}

/// Services under one heading.
#[derive(Clone, Debug, Serialize)]
pub struct ServiceGroup {
    /// The heading; `None` for services without one.
    pub name: Option<String>,
    /// The services.
    pub services: Vec<ServiceView>,
}

/// One service.
#[derive(Clone, Debug, Serialize)]
pub struct ServiceView {
    /// Name.
    pub name: String,
    /// The platform's name.
    pub platform: Option<String>,
    /// What is in it.
    pub includes: Vec<String>,
    /// What it costs.
    pub price: PriceView,
    /// "Two weeks", made from the days of turnaround.
    pub turnaround: Option<String>,
    /// Last day of the price.
    pub valid_until: Option<Day>,
    /// A page that shows one.
    pub example: Option<String>,
    /// A photo that shows one.
    pub photo: Option<PhotoView>,
    /// Whether it comes first.
    pub featured: bool,
}

/// A price, in the pieces that themes set apart.
#[derive(Clone, Debug, Serialize)]
pub struct PriceView {
    /// `request`, `exact`, `from`, `range` or `percent`.
    pub kind: &'static str,
    /// The amount, or the words "on request": "€6,800".
    pub text: String,
    /// The upper end of a range: "€8,000".
    pub to: Option<String>,
    /// What a percentage is of: "of the fee".
    pub of: Option<String>,
    /// "a week", "per post".
    pub per: Option<String>,
    /// "at least four weeks"
    pub minimum: Option<String>,
}

/// Steps and terms.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ProcessView {
    /// The steps in order.
    pub steps: Vec<StepView>,
    /// The terms.
    pub terms: Vec<Labelled>,
    /// Further lists of terms.
    pub more: Vec<ListView>,
    /// Whether every step says its weeks.
    pub scheduled: bool,
}

/// One step.
#[derive(Clone, Debug, Serialize)]
pub struct StepView {
    /// Name.
    pub name: String,
    /// What happens.
    pub text: Option<String>,
    /// When, in words.
    pub when: Option<String>,
    /// First and last week.
    pub weeks: Option<(u32, u32)>,
}

/// Press and testimonials.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PressView {
    /// What was written, newest first.
    pub items: Vec<PressItem>,
    /// What partners say.
    pub testimonials: Vec<TestimonialView>,
    /// Whether any item has a quotation.
    pub quoted: bool,
}

/// One piece of press.
#[derive(Clone, Debug, Serialize)]
pub struct PressItem {
    /// Who wrote.
    pub outlet: String,
    /// Title of the piece.
    pub title: Option<String>,
    /// A line of it.
    pub quote: Option<String>,
    /// When.
    pub year: Option<String>,
    /// Where it is.
    pub url: Option<String>,
    /// Its language as a tag, where it is another than the page's.
    pub language: Option<String>,
    /// That language in words.
    pub language_name: Option<String>,
}

/// What a partner says.
#[derive(Clone, Debug, Serialize)]
pub struct TestimonialView {
    /// What was said.
    pub quote: String,
    /// By whom, with role and company.
    pub by: String,
    /// When, in words.
    pub when: Option<String>,
    /// Where it stands.
    pub link: Option<String>,
    /// A photo beside it.
    pub photo: Option<PhotoView>,
}

/// Method and sources.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MethodView {
    /// How numbers are made, in sentences: one for each way that occurs.
    pub notes: Vec<String>,
    /// Credits of photos.
    pub credits: Vec<String>,
}
