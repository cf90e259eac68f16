//! The files of one zip put together: what is known of a post stands in three of them.

use super::super::export::{Content, Export, Sheet};
use super::{DELIVERS, OPENS, kind, list, posts, stats};

/// Puts the lists of who got and who opened a post behind the list of posts they lie beside or
/// below, and the list of readers, which is named after the newsletter, as sheets of their names.
/// Behind the dashboard's numbers of posts comes the list of posts, which has the links to them.
pub(in super::super) fn gather(exports: Vec<(Export<'_>, bool)>) -> Vec<(Export<'_>, bool)> {
    let is =
        |wanted: &[&str], export: &Export<'_>| kind(export).is_some_and(|k| wanted.contains(&k));
    let (mut all, events): (Vec<_>, Vec<_>) = exports
        .into_iter()
        .partition(|(export, _)| !is(&[OPENS, DELIVERS], export));
    let lists: Vec<(&str, Sheet<'_>)> = sheets_of(&all, |export| is(&[list::KIND], export));
    let posts: Vec<(&str, Sheet<'_>)> = sheets_of(&all, |export| is(&[posts::KIND], export));
    for (export, _) in &mut all {
        let beside = || {
            lists
                .iter()
                .filter(|(path, _)| is_below(path, folder(export.path)))
        };
        if is(&[posts::KIND], export) {
            let beside = beside().map(|(_, sheet)| sheet.clone()).collect();
            push(export, beside);
        } else if is(&[stats::KIND], export) {
            let lists = lists.iter().filter(|_| posts.len() == 1);
            let both = posts.iter().chain(lists);
            push(export, both.map(|(_, sheet)| sheet.clone()).collect());
        }
    }
    let mut alone = Vec::new();
    for (event, named) in events {
        let posts = all.iter_mut().find(|(export, _)| {
            is(&[posts::KIND], export) && is_below(event.path, folder(export.path))
        });
        match posts {
            Some((posts, _)) => push(posts, named_sheets(&event)),
            None => alone.push((event, named)),
        }
    }
    all.extend(alone);
    all
}

/// The sheets of the exports that are `wanted`, each with its path.
fn sheets_of<'t>(
    exports: &[(Export<'t>, bool)],
    wanted: impl Fn(&Export<'t>) -> bool,
) -> Vec<(&'t str, Sheet<'t>)> {
    let wanted = exports.iter().filter(|(export, _)| wanted(export));
    wanted
        .flat_map(|(export, _)| {
            named_sheets(export)
                .into_iter()
                .map(|sheet| (export.path, sheet))
        })
        .collect()
}

/// The sheets of `export`, named after it.
fn named_sheets<'t>(export: &Export<'t>) -> Vec<Sheet<'t>> {
    let name = export.name();
    let sheets = export.sheets().iter().cloned();
    sheets.map(|sheet| Sheet { name, ..sheet }).collect()
}

fn push<'t>(export: &mut Export<'t>, more: Vec<Sheet<'t>>) {
    if let Content::Sheets(sheets) = &mut export.content {
        sheets.extend(more);
    }
}

/// The folder or archive of `path`, with a `/` behind it.
fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..=at])
}

fn is_below(path: &str, folder: &str) -> bool {
    path.starts_with(folder)
}
