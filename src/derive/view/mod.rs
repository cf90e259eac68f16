//! The contract with themes: what one audience may see, as data.
//!
//! Every text is already in the kit's language and is plain text, never markup; every number
//! carries where it comes from. Nothing here knows of widths, colours or pages.

mod edition;
mod number;
mod people;
mod sections;
mod text;

pub use edition::*;
pub use number::*;
pub use people::*;
pub use sections::*;
pub use text::*;

use serde::Serialize;
use std::collections::BTreeMap;

/// What one audience may see of a kit.
#[derive(Clone, Debug, Serialize)]
pub struct View {
    /// The version of this contract.
    pub version: u32,
    /// BCP 47 tag of the page's words.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Whose kit it is.
    pub creator: CreatorView,
    /// For which brand alone it is, in the edition of one.
    pub edition: Option<EditionView>,
    /// The numbers of the first screen; empty when the kit has none.
    pub lead: Vec<Figure>,
    /// The date of the first screen's numbers: the oldest among them.
    pub dated: Option<Dated>,
    /// How to write, the first way first.
    pub contact: ContactView,
    /// The sections that have something to show, in order.
    pub sections: Vec<SectionView>,
    /// The accounts.
    pub platforms: PlatformsView,
    /// Own best posts.
    pub posts: Vec<PostView>,
    /// Who follows.
    pub audience: AudienceView,
    /// The story.
    pub story: StoryView,
    /// What happened when.
    pub milestones: MilestonesView,
    /// Photos shown for their own sake.
    pub gallery: Vec<PhotoView>,
    /// Past campaigns.
    pub work: WorkView,
    /// Services and prices.
    pub rates: RatesView,
    /// Steps and terms.
    pub process: ProcessView,
    /// Press and testimonials.
    pub press: PressView,
    /// Further facts.
    pub facts: Vec<Labelled>,
    /// Further pages.
    pub links: Vec<LinkView>,
    /// Method and sources.
    pub method: MethodView,
    /// Every number of the kit that this audience may see, by id.
    pub numbers: BTreeMap<String, Figure>,
    /// What the kit says of its looks and its place.
    pub site: SiteView,
}

impl View {
    /// Every photo this audience may see, by path; what is not here cannot be shown.
    pub fn photos(&self) -> BTreeMap<&str, &PhotoView> {
        let mut photos = BTreeMap::new();
        let single = [&self.creator.hero, &self.creator.portrait];
        let posts = self.posts.iter().map(|post| &post.photo);
        let cases = self.work.cases.iter().map(|case| &case.photo);
        let quotes = self.press.testimonials.iter().map(|quote| &quote.photo);
        let rates = self.rates.groups.iter().chain(&self.rates.addons);
        let services = rates
            .flat_map(|group| &group.services)
            .map(|service| &service.photo);
        for photo in single
            .into_iter()
            .chain(posts)
            .chain(cases)
            .chain(quotes)
            .chain(services)
        {
            photos.extend(photo.iter().map(|photo| (photo.path.as_str(), photo)));
        }
        photos.extend(
            self.gallery
                .iter()
                .map(|photo| (photo.path.as_str(), photo)),
        );
        let bodies = self.work.cases.iter().map(|case| &case.body);
        for blocks in bodies.chain([&self.story.blocks, &self.audience.about]) {
            collect(blocks, &mut photos);
        }
        photos
    }
}

fn collect<'a>(blocks: &'a [BlockView], photos: &mut BTreeMap<&'a str, &'a PhotoView>) {
    for block in blocks {
        match block {
            BlockView::Photo { photo } => {
                photos.insert(&photo.path, photo);
            }
            BlockView::Quote { blocks } | BlockView::Footnote { blocks, .. } => {
                collect(blocks, photos);
            }
            BlockView::List { items, .. } => items.iter().for_each(|item| collect(item, photos)),
            BlockView::Heading { .. }
            | BlockView::Paragraph { .. }
            | BlockView::Code { .. }
            | BlockView::Table { .. }
            | BlockView::Rule => {}
        }
    }
}

/// A section with something to show.
#[derive(Clone, Debug, Serialize)]
pub struct SectionView {
    /// Its word in format.md, which is its anchor too: `audience`.
    pub id: &'static str,
    /// Its heading: a finding, the kit's own words, or a plain title. A half of it may stand
    /// between `*`: print it with `heading`.
    pub heading: String,
    /// What it is called in a list of links.
    pub nav: String,
}

/// What the kit says of its looks and its place.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// Where it will be published, with a slash at the end.
    pub url: Option<String>,
    /// The same kit in other languages.
    pub versions: Vec<VersionView>,
    /// Whether search engines may list it.
    pub indexing: bool,
    /// Accent colour, `#rrggbb`.
    pub accent: Option<String>,
    /// Colour of the page, `#rrggbb`.
    pub ground: Option<String>,
    /// `normal`, `compact` or `airy`.
    pub density: &'static str,
    /// The sheet of the PDF: `a4` or `letter`.
    pub sheet: &'static str,
    /// The PDFs there are to be: `full`, `one-page`, `both` or `none`.
    pub pdf: &'static str,
    /// Picture formats asked for.
    pub formats: Vec<&'static str>,
}

/// The kit in another language.
#[derive(Clone, Debug, Serialize)]
pub struct VersionView {
    /// BCP 47 tag.
    pub language: String,
    /// The language in its own words.
    pub name: String,
    /// Where it is.
    pub url: String,
}
