//! A kit as if what is not for everybody had never been written.

use super::{AudienceWords, Kit, Permission, Price, SectionId, Terms, Visibility};
use jiff::civil::Date;

impl Kit {
    /// The kit without all that is not for everybody on the day `today`. What everybody gets is the
    /// same without it.
    pub fn without_secrets(&self, today: Date) -> Kit {
        let mut kit = self.clone();
        let is_public = |visibility: Visibility| visibility == Visibility::Public;
        kit.brands.clear();
        kit.edition = None;
        kit.secrets.clear();
        kit.collaborations.retain(|case| {
            let embargo = case.embargo_until.as_ref();
            is_public(case.visibility)
                && case.permission != Permission::Nda
                && embargo.is_none_or(|day| day.value <= today)
        });
        let profile = &mut kit.profile;
        profile
            .accounts
            .retain(|account| is_public(account.visibility));
        profile
            .services
            .retain(|service| is_public(service.visibility));
        profile.facts.retain(|fact| is_public(fact.visibility));
        if !is_public(profile.visibility.prices) {
            for service in &mut profile.services {
                service.price = Price::OnRequest;
            }
        }
        let contact = &mut profile.contact;
        for way in [
            &mut contact.email,
            &mut contact.phone,
            &mut contact.whatsapp,
            &mut contact.dm,
            &mut contact.booking,
        ] {
            way.take_if(|way| !is_public(way.visibility));
        }
        contact
            .manager
            .take_if(|manager| !is_public(manager.visibility));
        let sections = profile.visibility.sections.clone();
        let hidden = sections.into_iter().filter(|(_, who)| !is_public(*who));
        for (section, _) in hidden {
            match section {
                SectionId::Platforms => profile.accounts.clear(),
                SectionId::Posts => profile.posts.clear(),
                SectionId::Audience => profile.audience = AudienceWords::default(),
                SectionId::Story => {
                    kit.story = None;
                    profile.creator.highlights.clear();
                    profile.creator.pillars.clear();
                }
                SectionId::Milestones => profile.milestones.clear(),
                SectionId::Gallery => {
                    let photos = profile.photos.iter_mut();
                    photos.for_each(|photo| photo.gallery = false);
                }
                SectionId::Work => {
                    kit.collaborations.clear();
                    profile.worked_with.clear();
                }
                SectionId::Rates => profile.services.clear(),
                SectionId::Process => {
                    profile.steps.clear();
                    profile.terms = Terms::default();
                }
                SectionId::Press => {
                    profile.press.clear();
                    profile.testimonials.clear();
                }
                SectionId::Contact => {}
            }
        }
        kit
    }
}
