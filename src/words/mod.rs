//! The words of pages, by language.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::Arc;

/// The words of one language. A clone shares them.
#[derive(Clone)]
pub struct Words {
    bundle: Arc<FluentBundle<FluentResource>>,
}

/// An argument of a sentence.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Text, put in as it is.
    Text(&'a str),
    /// A number that the sentence may bend to.
    Count(u64),
}

impl Words {
    /// The words of `language`; `None` when it is not built in.
    pub fn load(language: &str) -> Option<Words> {
        let tag = language.parse().ok()?;
        let source = include_str!("../../words/en.ftl").to_string();
        let resource = FluentResource::try_new(source).ok()?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).ok()?;
        Some(Words {
            bundle: Arc::new(bundle),
        })
    }

    /// The sentence for `key`.
    pub fn say(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            match value {
                Value::Text(text) => args.set(*name, FluentValue::from(*text)),
                Value::Count(count) => args.set(*name, FluentValue::from(*count)),
            }
        }
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_string();
        };
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned()
    }
}
