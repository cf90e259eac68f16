//! What is wanted to an answer.

use super::events;
use super::guard::{Refusal, Wanted};
use super::live::{Live, Looked};
use super::server::THREADS;
use super::shown::Shown;
use crate::jobs::Job;
use crate::render::{Asset, policy};
use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::Bytes;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName,
    HeaderValue, LOCATION, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use hyper::{Response, StatusCode};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Bytes at once, or piece by piece.
pub(super) type Answer = Response<Either<Full<Bytes>, Channel<Bytes>>>;

/// How long a request waits for a kit to settle.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often it looks whether the kit has settled.
const STEP: Duration = Duration::from_millis(5);

/// How many pictures and fonts are made at once.
const MOST_JOBS: usize = THREADS / 2;

/// The folder of a site where each file is named by its content.
const NAMED_BY_CONTENT: &str = "assets/";

/// What a page of the site may do here beyond what it may do anywhere: run our script, which asks
/// us what changed.
const MORE: &str = "; script-src 'self'; connect-src 'self'";

/// What our own pages may do.
const OWN_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     connect-src 'self'; frame-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// The page that shows the kit in several ways beside each other.
const FRAME: &str = include_str!("browser/frame.html");

/// What is shown while there is no site yet.
const NOTHING: &str = include_str!("browser/nothing.html");

/// What those pages need, by name.
const OWN: &[(&str, &str)] = &[
    ("client.js", include_str!("browser/client.js")),
    ("head.js", include_str!("browser/head.js")),
    ("body.js", include_str!("browser/body.js")),
    ("stream.js", include_str!("browser/stream.js")),
    ("shared.js", include_str!("browser/shared.js")),
    ("said.js", include_str!("browser/said.js")),
    ("frame.js", include_str!("browser/frame.js")),
    ("frame.css", include_str!("browser/frame.css")),
];

/// Answers, from what is shown once that is of what is on the disk. Pages are given `token`.
pub(super) async fn answer(live: &Arc<Live>, wanted: Wanted, token: &str) -> Answer {
    match wanted {
        Wanted::File { path, build } => {
            let mut shown = live.shown();
            if !is_current(&shown, &path, build.as_deref()) {
                shown = current(live).await;
            }
            file(live, &shown, &path, token).await
        }
        Wanted::Own(name) if name.is_empty() => {
            let shown = live.shown();
            let build = shown.site.as_ref().map_or("", |(_, build)| build);
            own_page(FRAME, StatusCode::OK, token, build)
        }
        Wanted::Own(name) => match OWN.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => reply(StatusCode::OK, kind(&name), text.as_bytes().to_vec()),
            None => refuse((StatusCode::NOT_FOUND, "There is nothing here.\n")),
        },
        Wanted::Frame => {
            let mut answer = refuse((StatusCode::PERMANENT_REDIRECT, "It ends in a slash.\n"));
            let place = HeaderValue::from_static("/_pitchkit/");
            answer.headers_mut().insert(LOCATION, place);
            answer
        }
        Wanted::Events => {
            let mut answer = Response::new(Either::Right(events::stream(live)));
            dress(&mut answer, "text/event-stream");
            answer
        }
    }
}

/// Says why there is no answer.
pub(super) fn refuse((status, why): Refusal) -> Answer {
    let mut answer = reply(status, "text/plain; charset=utf-8", why.as_bytes().to_vec());
    if status == StatusCode::METHOD_NOT_ALLOWED {
        let allowed = HeaderValue::from_static("GET, HEAD");
        answer.headers_mut().insert(ALLOW, allowed);
    }
    answer
}

/// Whether what is shown is right for this request, whatever moved on the disk since: it asks for a
/// file that is named by its content, or comes from a page that was told of this very build and is
/// told of the next. Were the kit built for these, then during a burst of saves each build that is
/// told would lead to another.
fn is_current(shown: &Shown, path: &str, asked: Option<&str>) -> bool {
    shown.site.as_ref().is_some_and(|(site, build)| {
        let is_named_by_content = path.starts_with(NAMED_BY_CONTENT);
        asked == Some(build) || is_named_by_content && site.files.contains_key(path)
    })
}

/// What is shown, once it is of what is on the disk or of what was there when all was last quiet.
async fn current(live: &Arc<Live>) -> Arc<Shown> {
    let settling = async {
        loop {
            let looking = Arc::clone(live);
            let looked = tokio::task::spawn_blocking(move || looking.look(false)).await;
            if !matches!(looked, Ok(Looked::Held)) {
                return;
            }
            tokio::time::sleep(STEP).await;
        }
    };
    // Whoever saves without end still sees a page.
    let _ = tokio::time::timeout(PATIENCE, settling).await;
    live.shown()
}

async fn file(live: &Arc<Live>, shown: &Shown, path: &str, token: &str) -> Answer {
    let Some((site, build)) = &shown.site else {
        return own_page(NOTHING, StatusCode::SERVICE_UNAVAILABLE, token, "");
    };
    let (status, path, asset) = match site.files.get(path) {
        Some(asset) => (StatusCode::OK, path, asset),
        None => match site.files.get("404.html") {
            Some(asset) => (StatusCode::NOT_FOUND, "404.html", asset),
            None => return refuse((StatusCode::NOT_FOUND, "There is nothing here.\n")),
        },
    };
    match asset {
        Asset::Bytes(bytes) if path.ends_with(".html") => page(status, bytes, token, build),
        Asset::Bytes(bytes) => reply(status, kind(path), bytes.clone()),
        Asset::Job(job) => match made(live, job).await {
            Some(bytes) => reply(status, kind(path), bytes),
            None => refuse((StatusCode::INTERNAL_SERVER_ERROR, "It cannot be made.\n")),
        },
    }
}

/// What a job makes, off the thread that answers. However many pictures are asked for, there are
/// threads left to look for a newer page.
async fn made(live: &Arc<Live>, job: &Job) -> Option<Vec<u8>> {
    static TURNS: Semaphore = Semaphore::const_new(MOST_JOBS);
    let _turn = TURNS.acquire().await.ok()?;
    let (live, job) = (Arc::clone(live), job.clone());
    let making = tokio::task::spawn_blocking(move || live.made(&job));
    making.await.ok().flatten()
}

/// A page of the site, with our script where its policy stood and its policy as a header: the one
/// thing that is not as it will be published.
fn page(status: StatusCode, bytes: &[u8], token: &str, build: &str) -> Answer {
    let text = String::from_utf8_lossy(bytes);
    let Some(parts) = policy(&text) else {
        return refuse((StatusCode::INTERNAL_SERVER_ERROR, "It has no policy.\n"));
    };
    let script = script(token, build);
    let page = [parts.before, &script, parts.after].concat();
    let mut answer = reply(status, HTML, page.into_bytes());
    // A policy of ours is text that a header can hold.
    if let Ok(policy) = HeaderValue::try_from(format!("{}{MORE}", parts.policy)) {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    answer
}

fn script(token: &str, build: &str) -> String {
    let source = format!("/_pitchkit/client.js?token={token}&build={build}");
    format!("<script type=\"module\" src=\"{source}\"></script>")
}

/// A page of ours.
fn own_page(page: &str, status: StatusCode, token: &str, build: &str) -> Answer {
    let page = page.replace("TOKEN", token).replace("BUILD", build);
    let mut answer = reply(status, HTML, page.into_bytes());
    let policy = HeaderValue::from_static(OWN_POLICY);
    answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    answer
}

fn reply(status: StatusCode, kind: &'static str, bytes: Vec<u8>) -> Answer {
    // Left to itself, the head of an empty file would tell no length.
    let length = HeaderValue::from(bytes.len());
    let mut answer = Response::new(Either::Left(Full::new(Bytes::from(bytes))));
    answer.headers_mut().insert(CONTENT_LENGTH, length);
    *answer.status_mut() = status;
    dress(&mut answer, kind);
    answer
}

/// The headers that every answer has.
fn dress(answer: &mut Answer, kind: &'static str) {
    let headers: [(HeaderName, &'static str); 4] = [
        (CONTENT_TYPE, kind),
        // What is kept cannot be brought up to date.
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "SAMEORIGIN"),
    ];
    for (name, value) in headers {
        answer
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
}

const HTML: &str = "text/html; charset=utf-8";

/// The type of a file, by its ending.
fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "xml" => "application/xml",
        "csv" => "text/csv; charset=utf-8",
        "vcf" => "text/vcard; charset=utf-8",
        "pdf" => "application/pdf",
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Site;
    use serde_json::json;

    #[test]
    fn what_a_page_was_told_of_and_what_is_named_by_content_is_never_old() {
        let paths = ["index.html", "favicon.svg", "assets/kit-4f5e.css"];
        let files = paths.map(|path| (path.to_owned(), Asset::Bytes(Vec::new())));
        let shown = Shown {
            site: Some((
                Arc::new(Site {
                    files: files.into(),
                }),
                "0011".to_owned(),
            )),
            numbers: json!([]),
            state: String::new(),
        };
        let check = |path: &str, asked: Option<&str>, expected: bool| {
            assert_eq!(
                is_current(&shown, path, asked),
                expected,
                "{path} {asked:?}"
            );
        };
        check("index.html", None, false);
        check("index.html", Some("0011"), true);
        check("index.html", Some("0010"), false);
        check("index.html", Some(""), false);
        check("favicon.svg", None, false);
        check("assets/kit-4f5e.css", None, true);
        // It may be of the next build.
        check("assets/kit-4f5f.css", None, false);
        let nothing = Shown {
            site: None,
            numbers: json!([]),
            state: String::new(),
        };
        assert!(!is_current(&nothing, "index.html", Some("0011")));
    }
}
