//! Countries: a name or a code as people type them, to the code.
//!
//! Names for people come from the page's language, never from here.

use super::fold::plain;

/// Every code with its English names, the usual one first: ISO 3166-1 alpha-2, and two that
/// platforms write besides, `XK` and `ZZ`.
#[rustfmt::skip]
const COUNTRIES: &[(&str, &[&str])] = &[
    ("AD", &["Andorra"]),
    ("AE", &["United Arab Emirates", "UAE"]),
    ("AF", &["Afghanistan"]),
    ("AG", &["Antigua and Barbuda", "Antigua"]),
    ("AI", &["Anguilla"]),
    ("AL", &["Albania"]),
    ("AM", &["Armenia"]),
    ("AO", &["Angola"]),
    ("AQ", &["Antarctica"]),
    ("AR", &["Argentina"]),
    ("AS", &["American Samoa"]),
    ("AT", &["Austria"]),
    ("AU", &["Australia"]),
    ("AW", &["Aruba"]),
    ("AX", &["Åland Islands"]),
    ("AZ", &["Azerbaijan"]),
    ("BA", &["Bosnia and Herzegovina", "Bosnia"]),
    ("BB", &["Barbados"]),
    ("BD", &["Bangladesh"]),
    ("BE", &["Belgium"]),
    ("BF", &["Burkina Faso"]),
    ("BG", &["Bulgaria"]),
    ("BH", &["Bahrain"]),
    ("BI", &["Burundi"]),
    ("BJ", &["Benin"]),
    ("BL", &["Saint Barthélemy"]),
    ("BM", &["Bermuda"]),
    ("BN", &["Brunei", "Brunei Darussalam"]),
    ("BO", &["Bolivia", "Bolivia, Plurinational State of"]),
    ("BQ", &["Caribbean Netherlands", "Bonaire, Sint Eustatius and Saba"]),
    ("BR", &["Brazil"]),
    ("BS", &["Bahamas", "The Bahamas"]),
    ("BT", &["Bhutan"]),
    ("BV", &["Bouvet Island"]),
    ("BW", &["Botswana"]),
    ("BY", &["Belarus"]),
    ("BZ", &["Belize"]),
    ("CA", &["Canada"]),
    ("CC", &["Cocos Islands", "Cocos (Keeling) Islands"]),
    ("CD", &["Democratic Republic of the Congo", "DR Congo", "DRC", "Congo - Kinshasa", "Congo (Dem. Rep.)", "Congo, The Democratic Republic of the"]),
    ("CF", &["Central African Republic"]),
    ("CG", &["Republic of the Congo", "Congo", "Congo - Brazzaville", "Congo (Rep.)"]),
    ("CH", &["Switzerland"]),
    ("CI", &["Côte d'Ivoire", "Ivory Coast"]),
    ("CK", &["Cook Islands"]),
    ("CL", &["Chile"]),
    ("CM", &["Cameroon"]),
    ("CN", &["China"]),
    ("CO", &["Colombia"]),
    ("CR", &["Costa Rica"]),
    ("CU", &["Cuba"]),
    ("CV", &["Cape Verde", "Cabo Verde"]),
    ("CW", &["Curaçao"]),
    ("CX", &["Christmas Island"]),
    ("CY", &["Cyprus"]),
    ("CZ", &["Czechia", "Czech Republic"]),
    ("DE", &["Germany"]),
    ("DJ", &["Djibouti"]),
    ("DK", &["Denmark"]),
    ("DM", &["Dominica"]),
    ("DO", &["Dominican Republic"]),
    ("DZ", &["Algeria"]),
    ("EC", &["Ecuador"]),
    ("EE", &["Estonia"]),
    ("EG", &["Egypt"]),
    ("EH", &["Western Sahara"]),
    ("ER", &["Eritrea"]),
    ("ES", &["Spain"]),
    ("ET", &["Ethiopia"]),
    ("FI", &["Finland"]),
    ("FJ", &["Fiji"]),
    ("FK", &["Falkland Islands", "Falkland Islands (Malvinas)"]),
    ("FM", &["Micronesia", "Federated States of Micronesia", "Micronesia, Federated States of"]),
    ("FO", &["Faroe Islands"]),
    ("FR", &["France"]),
    ("GA", &["Gabon"]),
    ("GB", &["United Kingdom", "UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"]),
    ("GD", &["Grenada"]),
    ("GE", &["Georgia"]),
    ("GF", &["French Guiana"]),
    ("GG", &["Guernsey"]),
    ("GH", &["Ghana"]),
    ("GI", &["Gibraltar"]),
    ("GL", &["Greenland"]),
    ("GM", &["Gambia", "The Gambia"]),
    ("GN", &["Guinea"]),
    ("GP", &["Guadeloupe"]),
    ("GQ", &["Equatorial Guinea"]),
    ("GR", &["Greece"]),
    ("GS", &["South Georgia and the South Sandwich Islands"]),
    ("GT", &["Guatemala"]),
    ("GU", &["Guam"]),
    ("GW", &["Guinea-Bissau"]),
    ("GY", &["Guyana"]),
    ("HK", &["Hong Kong", "Hong Kong SAR China", "Hong Kong SAR"]),
    ("HM", &["Heard Island and McDonald Islands"]),
    ("HN", &["Honduras"]),
    ("HR", &["Croatia"]),
    ("HT", &["Haiti"]),
    ("HU", &["Hungary"]),
    ("ID", &["Indonesia"]),
    ("IE", &["Ireland"]),
    ("IL", &["Israel"]),
    ("IM", &["Isle of Man"]),
    ("IN", &["India"]),
    ("IO", &["British Indian Ocean Territory"]),
    ("IQ", &["Iraq"]),
    ("IR", &["Iran", "Iran, Islamic Republic of"]),
    ("IS", &["Iceland"]),
    ("IT", &["Italy"]),
    ("JE", &["Jersey"]),
    ("JM", &["Jamaica"]),
    ("JO", &["Jordan"]),
    ("JP", &["Japan"]),
    ("KE", &["Kenya"]),
    ("KG", &["Kyrgyzstan"]),
    ("KH", &["Cambodia"]),
    ("KI", &["Kiribati"]),
    ("KM", &["Comoros"]),
    ("KN", &["Saint Kitts and Nevis", "Saint Kitts"]),
    ("KP", &["North Korea", "Korea, Democratic People's Republic of"]),
    ("KR", &["South Korea", "Korea", "Republic of Korea", "Korea, Republic of"]),
    ("KW", &["Kuwait"]),
    ("KY", &["Cayman Islands"]),
    ("KZ", &["Kazakhstan"]),
    ("LA", &["Laos", "Lao People's Democratic Republic", "Lao PDR"]),
    ("LB", &["Lebanon"]),
    ("LC", &["Saint Lucia"]),
    ("LI", &["Liechtenstein"]),
    ("LK", &["Sri Lanka"]),
    ("LR", &["Liberia"]),
    ("LS", &["Lesotho"]),
    ("LT", &["Lithuania"]),
    ("LU", &["Luxembourg"]),
    ("LV", &["Latvia"]),
    ("LY", &["Libya"]),
    ("MA", &["Morocco"]),
    ("MC", &["Monaco"]),
    ("MD", &["Moldova", "Moldova, Republic of"]),
    ("ME", &["Montenegro"]),
    ("MF", &["Saint Martin", "Saint Martin (French part)"]),
    ("MG", &["Madagascar"]),
    ("MH", &["Marshall Islands"]),
    ("MK", &["North Macedonia", "Macedonia"]),
    ("ML", &["Mali"]),
    ("MM", &["Myanmar", "Burma", "Myanmar (Burma)"]),
    ("MN", &["Mongolia"]),
    ("MO", &["Macao", "Macau", "Macao SAR China"]),
    ("MP", &["Northern Mariana Islands"]),
    ("MQ", &["Martinique"]),
    ("MR", &["Mauritania"]),
    ("MS", &["Montserrat"]),
    ("MT", &["Malta"]),
    ("MU", &["Mauritius"]),
    ("MV", &["Maldives"]),
    ("MW", &["Malawi"]),
    ("MX", &["Mexico"]),
    ("MY", &["Malaysia"]),
    ("MZ", &["Mozambique"]),
    ("NA", &["Namibia"]),
    ("NC", &["New Caledonia"]),
    ("NE", &["Niger"]),
    ("NF", &["Norfolk Island"]),
    ("NG", &["Nigeria"]),
    ("NI", &["Nicaragua"]),
    ("NL", &["Netherlands", "Holland"]),
    ("NO", &["Norway"]),
    ("NP", &["Nepal"]),
    ("NR", &["Nauru"]),
    ("NU", &["Niue"]),
    ("NZ", &["New Zealand"]),
    ("OM", &["Oman"]),
    ("PA", &["Panama"]),
    ("PE", &["Peru"]),
    ("PF", &["French Polynesia"]),
    ("PG", &["Papua New Guinea"]),
    ("PH", &["Philippines"]),
    ("PK", &["Pakistan"]),
    ("PL", &["Poland"]),
    ("PM", &["Saint Pierre and Miquelon"]),
    ("PN", &["Pitcairn Islands", "Pitcairn"]),
    ("PR", &["Puerto Rico"]),
    ("PS", &["Palestine", "Palestinian Territories", "Palestine, State of"]),
    ("PT", &["Portugal"]),
    ("PW", &["Palau"]),
    ("PY", &["Paraguay"]),
    ("QA", &["Qatar"]),
    ("RE", &["Réunion"]),
    ("RO", &["Romania"]),
    ("RS", &["Serbia"]),
    ("RU", &["Russia", "Russian Federation"]),
    ("RW", &["Rwanda"]),
    ("SA", &["Saudi Arabia"]),
    ("SB", &["Solomon Islands"]),
    ("SC", &["Seychelles"]),
    ("SD", &["Sudan"]),
    ("SE", &["Sweden"]),
    ("SG", &["Singapore"]),
    ("SH", &["Saint Helena", "Saint Helena, Ascension and Tristan da Cunha"]),
    ("SI", &["Slovenia"]),
    ("SJ", &["Svalbard and Jan Mayen"]),
    ("SK", &["Slovakia"]),
    ("SL", &["Sierra Leone"]),
    ("SM", &["San Marino"]),
    ("SN", &["Senegal"]),
    ("SO", &["Somalia"]),
    ("SR", &["Suriname"]),
    ("SS", &["South Sudan"]),
    ("ST", &["Sao Tome and Principe", "São Tomé and Príncipe"]),
    ("SV", &["El Salvador"]),
    ("SX", &["Sint Maarten", "Sint Maarten (Dutch part)"]),
    ("SY", &["Syria", "Syrian Arab Republic"]),
    ("SZ", &["Eswatini", "Swaziland"]),
    ("TC", &["Turks and Caicos Islands"]),
    ("TD", &["Chad"]),
    ("TF", &["French Southern Territories", "French Southern and Antarctic Lands"]),
    ("TG", &["Togo"]),
    ("TH", &["Thailand"]),
    ("TJ", &["Tajikistan"]),
    ("TK", &["Tokelau"]),
    ("TL", &["Timor-Leste", "East Timor"]),
    ("TM", &["Turkmenistan"]),
    ("TN", &["Tunisia"]),
    ("TO", &["Tonga"]),
    ("TR", &["Türkiye", "Turkey"]),
    ("TT", &["Trinidad and Tobago", "Trinidad"]),
    ("TV", &["Tuvalu"]),
    ("TW", &["Taiwan", "Taiwan, Province of China"]),
    ("TZ", &["Tanzania", "Tanzania, United Republic of"]),
    ("UA", &["Ukraine"]),
    ("UG", &["Uganda"]),
    ("UM", &["United States Minor Outlying Islands", "U.S. Outlying Islands"]),
    ("US", &["United States", "USA", "United States of America", "America"]),
    ("UY", &["Uruguay"]),
    ("UZ", &["Uzbekistan"]),
    ("VA", &["Vatican City", "Holy See"]),
    ("VC", &["Saint Vincent and the Grenadines", "Saint Vincent"]),
    ("VE", &["Venezuela", "Venezuela, Bolivarian Republic of"]),
    ("VG", &["British Virgin Islands", "Virgin Islands (British)", "Virgin Islands, British"]),
    ("VI", &["U.S. Virgin Islands", "US Virgin Islands", "Virgin Islands, U.S."]),
    ("VN", &["Vietnam", "Viet Nam"]),
    ("VU", &["Vanuatu"]),
    ("WF", &["Wallis and Futuna"]),
    ("WS", &["Samoa"]),
    ("XK", &["Kosovo"]),
    ("YE", &["Yemen"]),
    ("YT", &["Mayotte"]),
    ("ZA", &["South Africa"]),
    ("ZM", &["Zambia"]),
    ("ZW", &["Zimbabwe"]),
    ("ZZ", &["Unknown", "Unknown region"]),
];

/// The code, in upper case, of a country given by its code or one of its English names. Case,
/// accents, punctuation and a leading "the" do not matter. `None` when it is neither.
pub fn parse(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if text.len() == 2
        && let Some((code, _)) = COUNTRIES
            .iter()
            .find(|(code, _)| code.eq_ignore_ascii_case(text))
    {
        return Some(code);
    }
    let text = without_article(text);
    COUNTRIES
        .iter()
        .find(|(_, names)| {
            names
                .iter()
                .any(|name| folded(without_article(name)).eq(folded(text)))
        })
        .map(|(code, _)| *code)
}

/// The usual English name of every country, for suggestions.
pub fn names() -> impl Iterator<Item = &'static str> {
    COUNTRIES
        .iter()
        .filter_map(|(_, names)| names.first().copied())
}

fn without_article(text: &str) -> &str {
    match text.get(..4) {
        Some(article) if article.eq_ignore_ascii_case("the ") => &text[4..],
        _ => text,
    }
}

/// The letters that tell one name from another: `Côte d’Ivoire` as `cotedivoire`, `&` and `St.`
/// as the words they stand for.
fn folded(text: &str) -> impl Iterator<Item = char> {
    text.split_whitespace()
        .map(|word| match word {
            "&" => "and",
            "St" | "St." | "st" | "st." => "saint",
            word => word,
        })
        .flat_map(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn reads_codes_and_names() {
        fn check(text: &str, expected: Option<&str>) {
            assert_eq!(parse(text), expected, "{text}");
        }
        check("SE", Some("SE"));
        check("se", Some("SE"));
        check("Sweden", Some("SE"));
        check(" south africa ", Some("ZA"));
        check("The Netherlands", Some("NL"));
        check("Cote d’Ivoire", Some("CI"));
        check("Ivory Coast", Some("CI"));
        check("Trinidad & Tobago", Some("TT"));
        check("St. Lucia", Some("LC"));
        check("UK", Some("GB"));
        check("Turkey", Some("TR"));
        check("Türkiye", Some("TR"));
        check("USA", Some("US"));
        check("U.S.A.", Some("US"));
        check("Kosovo", Some("XK"));
        check("xk", Some("XK"));
        check("ZZ", Some("ZZ"));
        check("Democratic Republic of the Congo", Some("CD"));
        check("Schweden", None);
        check("QQ", None);
        check("", None);
        check("é", None);
    }

    #[test]
    fn no_name_stands_for_two_countries() {
        let mut codes: BTreeMap<String, &str> = BTreeMap::new();
        for (code, names) in COUNTRIES {
            assert!(!names.is_empty(), "{code}");
            for name in *names {
                assert_eq!(parse(name), Some(*code), "{name}");
                let other = codes.insert(folded(without_article(name)).collect(), code);
                assert!(other.is_none_or(|other| other == *code), "{name}");
            }
        }
        assert_eq!(COUNTRIES.len(), 251);
        assert!(COUNTRIES.is_sorted_by_key(|(code, _)| code));
    }
}
