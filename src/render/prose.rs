//! Markdown as templates see it to HTML.
//!
//! Templates hold Tera's values and may pass on a part of them, such as all paragraphs but the
//! first; so this walks values, whose shape is that of [`crate::derive::BlockView`]. The message
//! of an error is for the theme's author.

use super::functions::href;
use super::pictures::Pictures;
use crate::theme::escape;
use tera::Value;

/// How Markdown is set in one place of a page.
pub(super) struct Prose<'a> {
    pub(super) pictures: &'a Pictures,
    /// The way to the site's root.
    pub(super) root: &'a str,
    /// The level that the Markdown's uppermost headings get: 2 to 6.
    pub(super) level: u64,
    /// The slot of photos in it.
    pub(super) slot: &'a str,
    /// What the ids of footnotes begin with.
    pub(super) id: &'a str,
}

impl Prose<'_> {
    /// A list of blocks.
    pub(super) fn blocks(&self, blocks: &Value) -> Result<String, String> {
        let mut out = String::new();
        let mut notes = String::new();
        for block in array(blocks)? {
            let html = self.block(block)?;
            if text(block, "kind")? == "footnote" {
                notes += &html;
            } else {
                out += &html;
            }
        }
        if !notes.is_empty() {
            out += &format!(r#"<ol class="footnotes">{notes}</ol>"#);
        }
        Ok(out)
    }

    /// A list of inlines.
    pub(super) fn inlines(&self, inlines: &Value) -> Result<String, String> {
        array(inlines)?
            .iter()
            .map(|inline| self.inline(inline))
            .collect()
    }

    fn block(&self, block: &Value) -> Result<String, String> {
        Ok(match text(block, "kind")? {
            "heading" => {
                let level = (number(block, "level")? + self.level - 2).clamp(2, 6);
                let inner = self.inlines(part(block, "inlines")?)?;
                format!("<h{level}>{inner}</h{level}>")
            }
            "paragraph" => format!("<p>{}</p>", self.inlines(part(block, "inlines")?)?),
            "quote" => {
                let inner = self.blocks(part(block, "blocks")?)?;
                format!("<blockquote>{inner}</blockquote>")
            }
            "list" => self.list(block)?,
            "code" => format!("<pre><code>{}</code></pre>", escape(text(block, "text")?)),
            "photo" => self.photo(part(block, "photo")?)?,
            "table" => self.table(block)?,
            "footnote" => {
                let (id, number) = (escape(self.id), number(block, "number")?);
                let inner = self.blocks(part(block, "blocks")?)?;
                format!(r#"<li id="{id}-{number}" value="{number}">{inner}</li>"#)
            }
            "rule" => "<hr>".to_string(),
            other => return Err(format!("`{other}` is no kind of block")),
        })
    }

    fn list(&self, block: &Value) -> Result<String, String> {
        let mut items = String::new();
        for item in array(part(block, "items")?)? {
            items += &format!("<li>{}</li>", self.item(item)?);
        }
        let start = block.get_from_path("start").and_then(Value::as_u64);
        Ok(match start {
            None => format!("<ul>{items}</ul>"),
            Some(1) => format!("<ol>{items}</ol>"),
            Some(start) => format!(r#"<ol start="{start}">{items}</ol>"#),
        })
    }

    /// An item of one paragraph needs no paragraph inside.
    fn item(&self, blocks: &Value) -> Result<String, String> {
        if let [only] = array(blocks)?
            && text(only, "kind")? == "paragraph"
        {
            return self.inlines(part(only, "inlines")?);
        }
        self.blocks(blocks)
    }

    fn photo(&self, photo: &Value) -> Result<String, String> {
        let html =
            self.pictures
                .html(text(photo, "path")?, self.slot, None, self.root, false, "")?;
        Ok(format!(r#"<figure class="plate">{html}</figure>"#))
    }

    fn table(&self, block: &Value) -> Result<String, String> {
        let row = |cells: &Value, open: &str, close: &str| -> Result<String, String> {
            let mut out = String::new();
            for cell in array(cells)? {
                out += &format!("{open}{}{close}", self.inlines(cell)?);
            }
            Ok(format!("<tr>{out}</tr>"))
        };
        let head = row(part(block, "head")?, r#"<th scope="col">"#, "</th>")?;
        let mut body = String::new();
        for cells in array(part(block, "rows")?)? {
            body += &row(cells, "<td>", "</td>")?;
        }
        Ok(format!(
            r#"<table class="typed"><thead>{head}</thead><tbody>{body}</tbody></table>"#
        ))
    }

    fn inline(&self, inline: &Value) -> Result<String, String> {
        Ok(match text(inline, "kind")? {
            "text" => escape(text(inline, "text")?),
            "emphasis" => format!("<em>{}</em>", self.inlines(part(inline, "inlines")?)?),
            "strong" => format!(
                "<strong>{}</strong>",
                self.inlines(part(inline, "inlines")?)?
            ),
            "code" => format!("<code>{}</code>", escape(text(inline, "text")?)),
            "link" => {
                let inner = self.inlines(part(inline, "inlines")?)?;
                match href(text(inline, "url")?).as_str() {
                    "" => inner,
                    attributes => format!("<a{attributes}>{inner}</a>"),
                }
            }
            "footnote" => {
                let (id, number) = (escape(self.id), number(inline, "number")?);
                format!(r##"<sup><a href="#{id}-{number}">{number}</a></sup>"##)
            }
            "break" => "<br>".to_string(),
            other => return Err(format!("`{other}` is no kind of inline")),
        })
    }
}

fn part<'a>(value: &'a Value, name: &'static str) -> Result<&'a Value, String> {
    let map = value.as_map().ok_or("this is no Markdown")?;
    map.get(&tera::value::Key::Str(name))
        .ok_or_else(|| format!("there is no `{name}` in it"))
}

fn text<'a>(value: &'a Value, name: &'static str) -> Result<&'a str, String> {
    part(value, name)?
        .as_str()
        .ok_or_else(|| format!("`{name}` is no text"))
}

fn number(value: &Value, name: &'static str) -> Result<u64, String> {
    part(value, name)?
        .as_u64()
        .ok_or_else(|| format!("`{name}` is no number"))
}

fn array(value: &Value) -> Result<&[Value], String> {
    value
        .as_array()
        .ok_or_else(|| "this is no list of Markdown".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::{BlockView, InlineView, View};
    use crate::render::sample;
    use crate::source::{Diagnostics, Sources};

    fn pictures(view: &View) -> Pictures {
        let mut diags = Diagnostics::new();
        let theme = crate::theme::load(&Sources::new(), None, &mut diags);
        Pictures::new(view, &theme.expect("a theme"))
    }

    #[test]
    fn blocks_become_html() {
        fn check(blocks: &[BlockView], level: u64, expected: &str) {
            let pictures = pictures(&sample::rich());
            let prose = Prose {
                pictures: &pictures,
                root: "",
                level,
                slot: "plate",
                id: "n",
            };
            let html = prose.blocks(&Value::from_serializable(blocks));
            assert_eq!(html.as_deref(), Ok(expected));
        }
        let text = |text: &str| InlineView::Text {
            text: text.to_string(),
        };
        let paragraph = |words: &str| BlockView::Paragraph {
            inlines: vec![text(words)],
        };
        check(&[], 3, "");
        check(&[paragraph("a & b")], 3, "<p>a &amp; b</p>");
        let heading = |level| BlockView::Heading {
            level,
            inlines: vec![text("h")],
        };
        check(&[heading(2)], 3, "<h3>h</h3>");
        check(&[heading(6)], 3, "<h6>h</h6>");
        check(&[heading(2)], 2, "<h2>h</h2>");
        let list = |start| BlockView::List {
            start,
            items: vec![vec![paragraph("a")], vec![paragraph("b"), paragraph("c")]],
        };
        let items = "<li>a</li><li><p>b</p><p>c</p></li>";
        check(&[list(None)], 3, &format!("<ul>{items}</ul>"));
        check(&[list(Some(1))], 3, &format!("<ol>{items}</ol>"));
        check(
            &[list(Some(7))],
            3,
            &format!("<ol start=\"7\">{items}</ol>"),
        );
        let note = BlockView::Footnote {
            number: 2,
            blocks: vec![paragraph("n")],
        };
        let reference = BlockView::Paragraph {
            inlines: vec![InlineView::Footnote { number: 2 }, InlineView::Break],
        };
        check(
            &[note, reference],
            3,
            "<p><sup><a href=\"#n-2\">2</a></sup><br></p>\
             <ol class=\"footnotes\"><li id=\"n-2\" value=\"2\"><p>n</p></li></ol>",
        );
        let table = BlockView::Table {
            head: vec![vec![text("x")]],
            rows: vec![vec![vec![InlineView::Strong {
                inlines: vec![text("1")],
            }]]],
        };
        check(
            &[table],
            3,
            "<table class=\"typed\"><thead><tr><th scope=\"col\">x</th></tr></thead>\
             <tbody><tr><td><strong>1</strong></td></tr></tbody></table>",
        );
        let code = BlockView::Code {
            text: "<b>".to_string(),
        };
        check(
            &[code, BlockView::Rule],
            3,
            "<pre><code>&lt;b&gt;</code></pre><hr>",
        );
    }
}
