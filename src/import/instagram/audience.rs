//! `audience_insights.json`: how many followers there are, who came and went, and who they are.

use super::super::haul::Haul;
use super::super::places;
use super::said::Said;
use crate::kit::{AgeBand, Exact, Gender, Period};

pub(super) const FILE: &str = "audience_insights.json";

pub(super) fn read(said: &mut Said<'_, '_>, haul: &mut Haul) {
    let window = said.window(haul);
    let (day, place) = (said.day(window), said.place());
    let counts = Counts::read(said, haul);
    if let Some(count) = counts.followers {
        haul.add(day, "followers", count, place);
    }
    if let Some(window) = window {
        let flows = [
            ("followers_gained", counts.gained),
            ("followers_lost", counts.lost),
            ("followers_net", counts.net),
        ];
        for (metric, count) in flows {
            if let Some(count) = count {
                let row = haul.add(day, metric, count, place);
                row.period = Some(Period::Days(window.days()));
            }
        }
    }
    for (name, share) in said.shares("ages") {
        match AgeBand::parse(&name) {
            Some(band) => haul.add(day, "followers_share", share, place).age = Some(band),
            None => haul.note(format!("`{name}` is no range of ages, and was left out")),
        }
    }
    for (label, gender) in [("female", Gender::Female), ("male", Gender::Male)] {
        if let Some(share) = said.share(label) {
            haul.add(day, "followers_share", share, place).gender = Some(gender);
        }
    }
    for (name, share) in said.shares("countries") {
        match places::country(&name) {
            Some(code) => {
                let row = haul.add(day, "followers_share", share, place);
                row.country = Some(code.to_string());
            }
            None => haul.note(format!(
                "`{name}` is no country that is known, and was left out"
            )),
        }
    }
    for (name, share) in said.shares("cities") {
        haul.add(day, "followers_share", share, place).city = Some(name);
    }
    if said.get("ages-female").is_some() || said.get("ages-male").is_some() {
        haul.note("ages of women and of men were left out: they are parts of each, not of all");
    }
}

/// How many followers there are, and how many came and went.
struct Counts {
    followers: Option<Exact>,
    gained: Option<Exact>,
    lost: Option<Exact>,
    net: Option<Exact>,
}

impl Counts {
    /// Reads the counts. In Portuguese and Spanish, two labels mean one thing in some downloads and
    /// another in others; where the numbers beside them do not tell which, they are left out.
    fn read(said: &mut Said<'_, '_>, haul: &mut Haul) -> Counts {
        let mut counts = Counts {
            followers: said.count("followers"),
            gained: said.count("followers_gained"),
            lost: said.count("followers_lost"),
            net: said.count("followers_net"),
        };
        let either = said.count("followers or gained");
        let total = said.count("followers or net");
        let told = [
            either.is_none_or(|number| counts.settle_gained(number, total.as_ref())),
            total.is_none_or(|number| counts.settle_net(number)),
        ];
        for (label, told) in ["followers or gained", "followers or net"].iter().zip(told) {
            if let Some(entry) = said.get(label).filter(|_| !told) {
                haul.note(format!(
                    "“{}” was left out, as it may be all followers or a change in them",
                    entry.label
                ));
            }
        }
        counts
    }

    /// `number` is of all followers, or of those who came. Whether it is known which.
    fn settle_gained(&mut self, number: Exact, total: Option<&Exact>) -> bool {
        if self.gained.is_some() {
            return self.settle_followers(number);
        }
        let came = self.lost.as_ref().is_some_and(|lost| {
            let net = &number - lost;
            self.net.as_ref().or(total) == Some(&net)
        });
        if came {
            self.gained = Some(number);
        }
        came
    }

    /// `number` is of all followers, or the difference of those who came and went.
    fn settle_net(&mut self, number: Exact) -> bool {
        let difference = self.gained.as_ref().zip(self.lost.as_ref());
        let difference = difference.map(|(gained, lost)| gained - lost);
        match (&self.net, difference) {
            (None, Some(net)) if net == number => {
                self.net = Some(number);
                true
            }
            (None, None) => false,
            _ => self.settle_followers(number),
        }
    }

    fn settle_followers(&mut self, number: Exact) -> bool {
        match &self.followers {
            Some(followers) => *followers == number,
            None => {
                self.followers = Some(number);
                true
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::exact;

    #[test]
    fn labels_with_two_meanings_are_told_by_the_numbers_beside_them() {
        /// Followers, gained, lost and net, as far as they are known.
        type Known = [Option<i64>; 4];
        fn check(known: Known, either: Option<i64>, total: Option<i64>, expected: (bool, Known)) {
            let [followers, gained, lost, net] = known.map(|number| number.map(exact));
            let mut counts = Counts {
                followers,
                gained,
                lost,
                net,
            };
            let total = total.map(exact);
            let told = either
                .is_none_or(|number| counts.settle_gained(exact(number), total.as_ref()))
                & total.is_none_or(|number| counts.settle_net(number));
            let found = [counts.followers, counts.gained, counts.lost, counts.net];
            let expected_counts = expected.1.map(|number| number.map(exact));
            assert_eq!((told, found), (expected.0, expected_counts));
        }
        let (g, l, n) = (Some(246), Some(317), Some(-71));
        check(
            [None, g, l, n],
            None,
            Some(13_275),
            (true, [Some(13_275), g, l, n]),
        );
        check([None, g, l, None], None, Some(-71), (true, [None, g, l, n]));
        check(
            [None, None, l, None],
            Some(246),
            Some(-71),
            (true, [None, g, l, n]),
        );
        check(
            [None, g, l, None],
            Some(13_275),
            Some(-71),
            (true, [Some(13_275), g, l, n]),
        );
        check(
            [None, g, l, None],
            None,
            Some(13_275),
            (true, [Some(13_275), g, l, None]),
        );
        check(
            [None, None, None, None],
            None,
            Some(13_275),
            (false, [None; 4]),
        );
        check(
            [None, None, l, None],
            Some(13_275),
            None,
            (false, [None, None, l, None]),
        );
        check(
            [Some(9), g, l, n],
            None,
            Some(13_275),
            (false, [Some(9), g, l, n]),
        );
    }
}
