//! Numbers that are named and not there.

use super::{Subject, listed};
use crate::derive::{find_figure, main_account};
use crate::kit::{Account, AccountName, FigureName, Measure, NumberName, SectionId};
use crate::source::{Diagnostic, Diagnostics, nearest};

/// As many names are proposed at most.
const PROPOSED: usize = 3;

/// `unknown-number`: each name that means no number which those for whom the kit is may see. What is
/// named where only brands read is looked at in their editions.
pub(super) fn unknown(subject: &Subject<'_>, diags: &mut Diagnostics) {
    // A number whose line could not be read is not missing.
    if subject.is_unread("metrics", diags) {
        return;
    }
    let accounts_unread = subject.is_unread("profile.toml", diags);
    let is_for_others = |span| subject.kit.edition.is_none() && subject.kit.is_secret(span);
    let named = subject.kit.named.iter();
    for name in named.filter(|name| !is_for_others(name.span)) {
        let wanted = standard(subject, &name.value);
        let owner = wanted.account.as_ref();
        if accounts_unread && owner.is_some_and(|owner| account(subject, owner).is_none()) {
            continue;
        }
        if find_figure(&subject.view.numbers, &wanted).is_none() {
            let message = format!("the kit has no number `{}`", name.value);
            let error = Diagnostic::error("unknown-number", message).at(name.span);
            diags.push(hinted(subject, error, &wanted));
        }
    }
}

/// The name with its platform's main account left unnamed, as in the ids of figures.
fn standard(subject: &Subject<'_>, name: &NumberName) -> NumberName {
    let mut name = name.clone();
    if let Some(account) = &mut name.account
        && let Some(main) = main_account(&subject.kit.profile.accounts, &account.platform)
        && let (Some(handle), Some(own)) = (&account.handle, &main.handle)
        && own.value.is(handle)
    {
        account.handle = None;
    }
    name
}

fn hinted(subject: &Subject<'_>, error: Diagnostic, wanted: &NumberName) -> Diagnostic {
    let Some(name) = &wanted.account else {
        return error.hint(
            "`followers` alone adds up several accounts; name one, such as `instagram.followers`",
        );
    };
    match account(subject, name) {
        None => error.hint(no_account(subject, name)),
        Some(_) if !subject.kit.shows_section(SectionId::Platforms) => {
            error.hint(match &subject.kit.edition {
                Some(brand) => format!(
                    "`brands/{}.toml` leaves out `platforms`, and with them their numbers",
                    brand.name
                ),
                None => {
                    "`[visibility]` keeps all accounts from everybody, and their numbers with them"
                        .to_string()
                }
            })
        }
        Some(account) if !subject.kit.shows(account.visibility) => error.hint(format!(
            "not everybody may see your account `{name}`, so nobody sees its numbers here"
        )),
        Some(_) => {
            let error = error.hint(numbers_of(subject, name, wanted));
            let of_posts = matches!(wanted.metric, Measure::Engagement(_))
                || matches!(
                    wanted.figure,
                    Some(FigureName::Median | FigureName::P25 | FigureName::P75)
                );
            if of_posts {
                error.hint("what is usual takes at least five posts of one format")
            } else {
                error
            }
        }
    }
}

fn account<'k>(subject: &Subject<'k>, name: &AccountName) -> Option<&'k Account> {
    let accounts = &subject.kit.profile.accounts;
    let Some(handle) = &name.handle else {
        return main_account(accounts, &name.platform);
    };
    accounts.iter().find(|account| {
        let own = account.handle.as_ref();
        account.platform.value == name.platform && own.is_some_and(|own| own.value.is(handle))
    })
}

fn no_account(subject: &Subject<'_>, name: &AccountName) -> String {
    let accounts = &subject.kit.profile.accounts;
    let mut names: Vec<String> = Vec::new();
    for account in accounts {
        let main = main_account(accounts, &account.platform.value);
        let is_main = main.is_some_and(|main| std::ptr::eq(main, account));
        let handle = account.handle.as_ref().map(|handle| handle.value.clone());
        let own = AccountName {
            platform: account.platform.value.clone(),
            handle: handle.filter(|_| !is_main),
        };
        names.push(own.to_string());
    }
    names.dedup();
    let near = match nearest(&name.to_string(), names.iter().map(String::as_str)) {
        Some(near) => vec![near.to_string()],
        None => names.into_iter().take(PROPOSED).collect(),
    };
    format!(
        "you have no account `{name}`; you have {}",
        listed(&near, "and")
    )
}

/// The numbers of an account that come nearest.
fn numbers_of(subject: &Subject<'_>, name: &AccountName, wanted: &NumberName) -> String {
    let joint = if name.handle.is_some() { '/' } else { '.' };
    let prefix = format!("{name}{joint}");
    let ids = subject.view.numbers.keys().map(String::as_str);
    let mut ids: Vec<&str> = ids.filter(|id| id.starts_with(&prefix)).collect();
    if ids.is_empty() {
        return format!("`metrics.csv` has no number of `{name}` yet");
    }
    let wanted = wanted.to_string();
    let mut near: Vec<&str> = Vec::new();
    while near.len() < PROPOSED
        && let Some(id) = nearest(&wanted, ids.iter().copied())
    {
        ids.retain(|other| *other != id);
        near.push(id);
    }
    if near.is_empty() {
        near = ids.into_iter().take(PROPOSED).collect();
    }
    let verb = if near.len() == 1 { "is" } else { "are" };
    format!("there {verb} {}", listed(&near, "and"))
}

#[cfg(test)]
mod tests {
    use super::super::case::{Case, check};

    const TWO: &str = "[[accounts]]\nplatform = \"instagram\"\nhandle = \"ada\"\n[[accounts]]\nplatform = \"instagram\"\nhandle = \"ada.studio\"\n[[accounts]]\nplatform = \"x\"\nhandle = \"ada\"\nvisibility = \"never\"\n";
    const ROWS: &str = "2026-11-01,instagram,,followers,1200\n2026-11-01,instagram,,views,9000,28d\n2026-11-01,instagram,ada.studio,followers,90\n2026-11-01,x,,followers,90\n";

    fn tagline(line: &'static str, expected: &[&str]) {
        let case = Case::new().accounts(TWO).rows(ROWS).creator(line);
        check("unknown-number", &case, expected);
    }

    #[test]
    fn a_name_may_leave_out_what_is_usual() {
        tagline(
            "tagline = \"{{ instagram.followers }} {{ followers }}\"",
            &[],
        );
        tagline(
            "tagline = \"{{ instagram.views }} {{ instagram.views.28d }}\"",
            &[],
        );
        tagline("tagline = \"{{ instagram@ADA/followers }}\"", &[]);
        tagline("tagline = \"{{ instagram@ada.studio/followers }}\"", &[]);
    }

    #[test]
    fn a_name_of_nothing_is_told_what_there_is() {
        tagline(
            "tagline = \"I have {{ instagram.views.7d }}\"",
            &[
                "profile.toml:3:19 the kit has no number `instagram.views.7d` | there is `instagram.views.28d`",
            ],
        );
        tagline(
            "tagline = \"{{ instagram.reel.views.median }}\"",
            &[
                "profile.toml:3:12 the kit has no number `instagram.reel.views.median` | there are `instagram.followers` and `instagram.views.28d` | what is usual takes at least five posts of one format",
            ],
        );
        tagline(
            "tagline = \"{{ tiktok.followers }}\"",
            &[
                "profile.toml:3:12 the kit has no number `tiktok.followers` | you have no account `tiktok`; you have `instagram`, `instagram@ada.studio` and `x`",
            ],
        );
        tagline(
            "tagline = \"{{ instagram@ada.stuido/followers }}\"",
            &[
                "profile.toml:3:12 the kit has no number `instagram@ada.stuido/followers` | you have no account `instagram@ada.stuido`; you have `instagram@ada.studio`",
            ],
        );
        tagline(
            "tagline = \"{{ x.followers }}\"",
            &[
                "profile.toml:3:12 the kit has no number `x.followers` | not everybody may see your account `x`, so nobody sees its numbers here",
            ],
        );
        check(
            "unknown-number",
            &Case::new().text(
                "story.md",
                "# One\n\nI have {{ followers }} friends and {{ instagram.followers }}.\n",
            ),
            &[
                "story.md:3:8 the kit has no number `followers` | `followers` alone adds up several accounts; name one, such as `instagram.followers`",
                "story.md:3:36 the kit has no number `instagram.followers` | `metrics.csv` has no number of `instagram` yet",
            ],
        );
    }

    #[test]
    fn the_first_screen_names_numbers_too() {
        check(
            "unknown-number",
            &Case::new().rows(ROWS).more(
                "[numbers]\nlead = [\"instagram.followers\", \"instagram.views\", \"instagram.reach\"]\n",
            ),
            &[
                "profile.toml:11:51 the kit has no number `instagram.reach` | there are `instagram.followers` and `instagram.views.28d`",
            ],
        );
    }

    #[test]
    fn what_could_not_be_read_is_not_missing() {
        let unread = Case::new()
            .creator("tagline = \"{{ x.followers }}\"")
            .accounts("[[accounts]]\nplatfrom = \"x\"\nhandle = \"ada\"\n");
        check("unknown-number", &unread, &[]);
        let case = Case::new().creator("tagline = \"{{ instagram.followers }}\"");
        check(
            "unknown-number",
            &case.rows("2026-11-01,instagram,,followers,12o0\n"),
            &[],
        );
    }
}
