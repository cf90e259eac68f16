//! What a sealed page shows before it is opened, and the page around what is sealed.
//!
//! It says whose media kit it is and nothing of the brand: whoever has the link can read it.

use crate::render::{UNLOCK_SCRIPT, UNLOCK_STYLE, unlock_policy};
use crate::theme::escape;
use crate::words::{Value, Words};

/// A closed lock, in place of the icon of the kit.
const ICON: &str = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'\
    %3E%3Cpath%20fill='none'%20stroke='%23888'%20stroke-width='2'%20\
    d='M3%207h10v7H3zM5%207V5a3%203%200%200%201%206%200v2'/%3E%3C/svg%3E";

/// What the locked page shows.
#[derive(Clone, Copy)]
pub struct Front<'a> {
    /// The creator's name.
    pub name: &'a str,
    /// The language of the words, as a BCP 47 tag.
    pub language: &'a str,
    /// `ltr` or `rtl`.
    pub direction: &'a str,
    /// The words of the kit, its own among them.
    pub words: &'a Words,
}

impl Front<'_> {
    /// The page up to the parameters, between them and the data, and after these.
    pub(super) fn around(&self) -> [String; 3] {
        let name = [("name", Value::Text(self.name))];
        let say = |key: &str| escape(&self.words.say(key, &name));
        let page = format!(
            r#"<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" type="image/svg+xml" href="{ICON}">
<style>{UNLOCK_STYLE}</style>
</head>
<body>
<main>
<p class="kind">{kind}</p>
<h1><bdi>{creator}</bdi></h1>
<p class="intro">{intro}</p>
<p class="how" id="how" hidden>{how}</p>
<p class="plain" id="plain">{script}</p>
<form id="unlock" hidden novalidate data-opening="{opening}" data-failed="{failed}" data-insecure="{insecure}" data-show="{show}" data-hide="{hide}">
<div class="above"><label id="label" for="passphrase">{passphrase}</label><button type="button" class="show" id="show" aria-labelledby="show label" aria-controls="passphrase">{show}</button></div>
<div class="row"><input id="passphrase" type="password" dir="auto" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" enterkeyhint="go" aria-describedby="how hint fault"><p class="hint" id="hint">{hint}</p><button type="submit" class="open">{open}</button></div>
<div class="told"><p class="fault" id="fault" role="alert"></p><p id="state" role="status"></p><progress id="progress" aria-labelledby="state" hidden></progress></div>
</form>
</main>
<footer><p>{here}</p></footer>
<script>{UNLOCK_SCRIPT}</script>
"#,
            language = escape(self.language),
            direction = escape(self.direction),
            policy = unlock_policy(),
            title = say("media-kit-of"),
            kind = say("media-kit"),
            creator = escape(self.name),
            intro = say("sealed-intro"),
            how = say("sealed-how"),
            script = say("sealed-script"),
            opening = say("sealed-opening"),
            failed = say("sealed-failed"),
            insecure = say("sealed-insecure"),
            show = say("sealed-show"),
            hide = say("sealed-hide"),
            passphrase = say("sealed-passphrase"),
            hint = say("sealed-hint"),
            open = say("sealed-open"),
            here = say("sealed-here"),
        );
        [
            page + r#"<script type="application/json" id="sealed-parameters">"#,
            "</script>\n<script type=\"application/octet-stream\" id=\"sealed-data\">".to_string(),
            "</script>\n</body>\n</html>\n".to_string(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_front_says_what_it_is_told_and_no_more() {
        fn check(name: &str, language: &str, expected: &str) {
            let words = Words::load(language).expect("built in");
            let direction = if language == "ar" { "rtl" } else { "ltr" };
            let front = Front {
                name,
                language,
                direction,
                words: &words,
            };
            let page = front.around().concat();
            assert!(page.contains(expected), "{page}");
            // Two that run nothing, and ours.
            assert_eq!(page.matches("<script").count(), 3, "{page}");
            assert!(
                !page.contains("[sealed-") && !page.contains("<img"),
                "{page}"
            );
        }
        check("Maite Orrun", "en", "<title>Maite Orrun: media kit</title>");
        check("Maite Orrun", "de", r#"<html lang="de" dir="ltr">"#);
        check("Layla", "ar", r#"<html lang="ar" dir="rtl">"#);
        check(
            "\"><script>x</script><img src=x>",
            "fr",
            "<h1><bdi>&quot;&gt;&lt;script&gt;x&lt;",
        );
    }
}
