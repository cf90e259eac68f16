//! What to do next, for someone who has never published a site.

use super::Host;
use super::settings::Place;

/// What the settings do and what is left to do by hand, in lines.
pub(super) fn next(host: Host, place: &Place) -> String {
    let steps: Vec<String> = match host {
        Host::Github => vec![
            "It has GitHub build the kit and publish it, each time its main branch changes. What next:".to_string(),
            step(1, "put the whole folder on github.com as a repository, this file with it"),
            step(2, "there, choose Settings, Pages, and below Source: GitHub Actions"),
            step(3, "choose Actions, Media kit, Run workflow; the first time takes some minutes"),
            "The address of the site then stands in Settings, Pages.".to_string(),
        ],
        Host::Netlify => vec![
            "It has Netlify build the kit and publish it, each time it changes. What next:".to_string(),
            step(1, "put the whole folder on github.com or gitlab.com as a repository, this file with it"),
            step(2, "on netlify.com, choose Add new project, Import an existing project, and name the repository"),
            step(3, "press Deploy; every build takes some minutes"),
            "Quicker, without a repository: pitchkit build, then drop the folder `site` on app.netlify.com/drop.".to_string(),
        ],
        Host::Cloudflare => vec![
            "It has Cloudflare serve the kit's site. What next:".to_string(),
            step(1, "put the whole folder on github.com or gitlab.com as a repository, this file with it"),
            step(2, "on dash.cloudflare.com, choose Workers, Create, Import a repository, and name it"),
            step(3, &format!("call the project {}, and copy the build command out of this file", place.name)),
            step(4, "write the site's address into profile.toml: [site] url = \"https://…\""),
            "Quicker, with Node on this machine: pitchkit build, then npx wrangler deploy beside this file.".to_string(),
        ],
        Host::Vercel => vec![
            "It has Vercel build the kit and publish it, each time it changes. What next:".to_string(),
            step(1, "put the whole folder on github.com or gitlab.com as a repository, this file with it"),
            step(2, "on vercel.com, choose Add New, Project, and import the repository"),
            step(3, "press Deploy; every build takes some minutes"),
            "The file holds the headers for the kit as it is: write it anew after a change of `indexing`.".to_string(),
        ],
    };
    let private = "Whoever can read the repository can read all of the kit, also what has `visibility = \"brand\"` or \"never\": make it a private repository.";
    let mut lines = steps;
    lines.push(private.to_string());
    if host == Host::Github {
        lines.push(
            "GitHub publishes the pages of private repositories with a paid plan only.".to_string(),
        );
    }
    lines.join("\n")
}

fn step(number: usize, text: &str) -> String {
    format!("  {number}. {text}")
}
