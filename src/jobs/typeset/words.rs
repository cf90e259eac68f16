//! What templates of paper call that Typst does not have: `word` and `listed`, as in pages.

use super::Paper;
use crate::words::{Value as Argument, Words};
use comemo::Tracked;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use typst::World;
use typst::diag::{At, SourceResult, bail};
use typst::engine::Engine;
use typst::foundations::{
    Args, Array, Bytes, CastInfo, Context, NativeFuncData, NativeFuncPtr, Scope, Str, Type, Value,
};
use typst::syntax::{RootedPath, VirtualPath, VirtualRoot};

/// Where the functions find the kit's language.
pub(super) const FILE: &str = "words.json";

/// Which words a kit has.
#[derive(Deserialize, Serialize)]
struct Spoken {
    language: String,
    own: BTreeMap<String, String>,
}

/// The file that says which words a kit has.
pub(super) fn file(paper: &Paper) -> Bytes {
    let spoken = Spoken {
        language: paper.language.clone(),
        own: paper.own_words.clone(),
    };
    // Names and texts always become JSON.
    Bytes::new(serde_json::to_vec(&spoken).unwrap_or_default())
}

/// Adds the functions to what templates may call.
pub(super) fn define(scope: &mut Scope) {
    scope.define_func_with_data(&WORD);
    scope.define_func_with_data(&LISTED);
}

static WORD: NativeFuncData = function("word", "Word", &word);
static LISTED: NativeFuncData = function("listed", "Listed", &listed);

type Call = dyn Fn(&mut Engine, Tracked<Context>, &mut Args) -> SourceResult<Value> + Send + Sync;

const fn function(name: &'static str, title: &'static str, call: &'static Call) -> NativeFuncData {
    NativeFuncData {
        function: NativeFuncPtr(call),
        name,
        title,
        docs: "",
        def_site: None,
        keywords: &[],
        contextual: false,
        scope: LazyLock::new(&Scope::new),
        params: LazyLock::new(&Vec::new),
        returns: LazyLock::new(&|| CastInfo::Type(Type::of::<Str>())),
    }
}

/// `word("as-of", date: …)`: a sentence in the kit's language. Texts and whole numbers are its
/// arguments; where it depends on a `count`, it prints that as `$number`.
fn word(engine: &mut Engine, _: Tracked<Context>, args: &mut Args) -> SourceResult<Value> {
    let span = args.span;
    let key: Str = args.expect("key")?;
    let mut texts = Vec::new();
    let mut counts = Vec::new();
    for arg in args.take().items {
        let Some(name) = arg.name else {
            bail!(arg.span, "`word` takes a key, and the rest by name");
        };
        match arg.value.v {
            Value::Str(text) => texts.push((name, text.to_string())),
            Value::Int(count) if count >= 0 => {
                if name.as_str() == "count" {
                    texts.push(("number".into(), count.to_string()));
                }
                counts.push((name, count.unsigned_abs()));
            }
            _ => bail!(
                arg.span,
                "`{name}` of the word `{key}` is neither text nor a count"
            ),
        }
    }
    let texts = texts
        .iter()
        .map(|(name, text)| (name.as_str(), Argument::Text(text)));
    let counts = counts
        .iter()
        .map(|(name, count)| (name.as_str(), Argument::Count(*count)));
    let arguments: Vec<_> = texts.chain(counts).collect();
    match spoken(engine, span)?.try_say(&key, &arguments) {
        Some(text) => Ok(Value::Str(super::printable(&text).into())),
        None => bail!(
            span,
            "there is no word `{key}`, or it needs other arguments"
        ),
    }
}

/// `listed(("a", none, "b"))`: texts one after another, as the language sets two apart.
fn listed(engine: &mut Engine, _: Tracked<Context>, args: &mut Args) -> SourceResult<Value> {
    let span = args.span;
    let of: Array = args.expect("texts")?;
    args.take().finish()?;
    let texts: Vec<Str> = of
        .iter()
        .filter_map(|value| match value {
            Value::Str(text) => Some(text.clone()),
            _ => None,
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(Str::as_str).collect();
    let text = spoken(engine, span)?.listed(&texts);
    Ok(Value::Str(super::printable(&text).into()))
}

/// The kit's words. They lie on the desk like all that Typst sees, so that it notices when they
/// change.
fn spoken(engine: &mut Engine, span: typst::syntax::Span) -> SourceResult<Words> {
    let path = VirtualPath::new(FILE).expect("a plain name is a path");
    let id = RootedPath::new(VirtualRoot::Project, path).intern();
    Ok(read(engine.world.file(id).at(span)?))
}

#[comemo::memoize]
fn read(file: Bytes) -> Words {
    let spoken: Option<Spoken> = serde_json::from_slice(&file).ok();
    spoken.map_or_else(
        || Words::of("en", &BTreeMap::new()),
        |spoken| Words::of(&spoken.language, &spoken.own),
    )
}
