//! Words by which a stranger could find a child, or that tell what nobody has to know of one: its
//! age, birthday, school, home and body.
//!
//! They are looked for in English and in the kit's own language, as people write them, without
//! regard to case and accents. `#` is any number, `=` before a word that it is all there is. Where
//! a language puts no blanks between words they are found inside of others.

use super::fold::plain;

/// Something that words tell of a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The words, in lower case.
    pub words: String,
    /// Whether they can hardly mean anything else: sizes of the body, a date of birth.
    pub certain: bool,
}

/// What a language has for it.
struct Tongue {
    /// Its tag, without a region.
    language: &'static str,
    /// Labels of facts, in any form of them.
    labels: &'static [&'static str],
    /// Labels that can hardly mean anything else, and are found in every text.
    certain: &'static [&'static str],
    /// What may tell something in running text.
    perhaps: &'static [&'static str],
}

#[rustfmt::skip]
const TONGUES: [Tongue; 7] = [
    Tongue {
        language: "en",
        labels: &[
            "age", "dob", "birth", "birthday", "birthdate", "born", "school", "class", "grade", "pupil",
            "kindergarten", "lives", "hometown", "home town", "city", "town", "village", "neighbourhood",
            "address", "street", "postcode", "zip code", "=phone", "=mobile", "phone number", "=whatsapp",
            "=telegram", "=signal", "=discord", "=skype", "height", "weight", "chest", "bust", "waist", "hips",
            "inseam", "=size", "=sizes", "measurements",
        ],
        certain: &[
            "date of birth", "shoe size", "shoe sizes", "clothes size", "clothing size", "dress size",
            "body measurements", "my height", "my weight", "cm tall", "height #", "weight #", "chest #",
            "waist #", "hips #",
        ],
        perhaps: &[
            "born", "birthday", "school", "pupil", "years old", "# year old", "aged #", "grade #",
            "kindergarten", "hometown", "home town", "live in", "lives in", "my street", "my village",
            "my town", "my city", "my class", "classmates", "my measurements",
        ],
    },
    Tongue {
        language: "de",
        labels: &[
            "alter", "geburtstag", "geburtsdatum", "geburtsjahr", "geburtsort", "geboren", "jahrgang", "schule",
            "grundschule", "gymnasium", "realschule", "klasse", "kita", "wohnort", "wohnt", "heimatort", "heimat",
            "stadt", "dorf", "adresse", "anschrift", "straße", "strasse", "plz", "postleitzahl", "=telefon",
            "telefonnummer", "=handy", "handynummer", "große", "grosse", "gewicht", "brust", "taille", "hufte",
            "huften", "maße", "konfektion",
        ],
        certain: &[
            "geburtsdatum", "korpergroße", "korpergrosse", "korpergewicht", "korpermaße", "schuhgroße",
            "schuhgrosse", "kleidergroße", "kleidergrosse", "konfektionsgroße", "konfektionsgrosse",
            "brustumfang", "taillenumfang", "huftumfang", "cm groß", "kilo schwer", "kg schwer",
        ],
        perhaps: &[
            "jahre alt", "# jahrig", "# jahrige", "# jahriger", "geburtstag", "geboren", "schule", "schulerin",
            "schuler", "grundschule", "gymnasium", "realschule", "# klasse", "meine klasse", "klassenlehrerin",
            "klassenlehrer", "wohne in", "wohnt in", "lebe in", "lebt in", "heimatstadt", "heimatort",
            "mein dorf", "meine stadt", "meine straße",
        ],
    },
    Tongue {
        language: "es",
        labels: &[
            "edad", "cumpleanos", "nacimiento", "nacida", "nacido", "colegio", "escuela", "instituto", "curso",
            "ciudad", "pueblo", "barrio", "localidad", "domicilio", "direccion", "calle", "codigo postal",
            "=telefono", "=movil", "altura", "estatura", "peso", "talla", "tallas", "calzado", "pecho", "busto",
            "cintura", "cadera", "caderas", "medidas",
        ],
        certain: &[
            "fecha de nacimiento", "numero de pie", "numero de calzado", "talla de ropa", "talla de zapato",
            "talla de zapatos", "medidas corporales", "mi estatura", "mi peso", "mi talla",
        ],
        perhaps: &[
            "tengo # anos", "tiene # anos", "nina de # anos", "nino de # anos", "anos de edad", "cumpleanos", "naci", "nacida en",
            "nacido en", "colegio", "escuela", "mi instituto", "mi clase", "vivo en", "vive en", "mi pueblo",
            "mi ciudad", "mi barrio", "mi calle",
        ],
    },
    Tongue {
        language: "fr",
        labels: &[
            "age", "anniversaire", "naissance", "nee", "ecole", "college", "lycee", "classe", "ville", "village",
            "quartier", "adresse", "rue", "code postal", "domicile", "habite", "=telephone", "=portable", "taille",
            "poids", "pointure", "poitrine", "hanches", "mensurations",
        ],
        certain: &[
            "date de naissance", "pointure", "mensurations", "tour de taille", "tour de poitrine",
            "tour de hanches", "taille de vetements", "ma taille", "mon poids",
        ],
        perhaps: &[
            "j ai # ans", "elle a # ans", "fille de # ans", "garcon de # ans", "agee de", "age de # ans", "anniversaire",
            "nee en", "nee a", "ne en", "ecole", "college", "lycee", "ma classe", "j habite", "habite a",
            "ma ville", "mon village", "mon quartier", "ma rue",
        ],
    },
    Tongue {
        language: "pt",
        labels: &[
            "idade", "aniversario", "nascimento", "nascida", "nascido", "escola", "colegio", "turma", "cidade",
            "bairro", "endereco", "rua", "cep", "=telefone", "=celular", "altura", "peso", "manequim", "calcado",
            "peito", "busto", "cintura", "quadril", "medidas", "=tamanho",
        ],
        certain: &[
            "data de nascimento", "numero do sapato", "numero de sapato", "numero do calcado",
            "tamanho de roupa", "tamanho da roupa", "medidas corporais", "minha altura", "meu peso",
        ],
        perhaps: &[
            "tenho # anos", "tem # anos", "menina de # anos", "menino de # anos", "anos de idade", "aniversario", "nasci em", "nascida em",
            "nascido em", "escola", "colegio", "minha turma", "moro em", "mora em", "minha cidade",
            "meu bairro", "minha rua",
        ],
    },
    Tongue {
        language: "ar",
        labels: &[
            "عمر", "سن", "ميلاد", "مولد", "مدرسة", "صف", "روضة", "مدينة", "قرية", "حي", "شارع", "عنوان", "سكن",
            "=هاتف", "=جوال", "طول", "وزن", "صدر", "خصر", "ورك", "حذاء", "مقاس", "مقاسات", "قياسات",
        ],
        certain: &["تاريخ ميلاد", "تاريخ ولادة", "مقاس حذاء", "مقاس ملابس", "مقاسات جسم", "طولي", "وزني"],
        perhaps: &[
            "عمري", "عمرها", "عمره", "عيد ميلادي", "عيد ميلادها", "عيد ميلاده", "ولدت", "مدرستي", "مدرسة",
            "صفي", "أسكن في", "تسكن في", "يسكن في", "أعيش في", "تعيش في", "يعيش في", "مدينتي", "قريتي",
        ],
    },
    Tongue {
        language: "ja",
        labels: &[
            "年齢", "誕生日", "生年", "出身", "学校", "小学", "中学", "高校", "幼稚園", "保育園", "学年", "住所",
            "在住", "居住", "市町村", "=電話", "電話番号", "身長", "体重", "胸囲", "バスト", "ウエスト", "ヒップ",
            "=サイズ",
        ],
        certain: &["生年月日", "身長", "体重", "靴のサイズ", "足のサイズ", "服のサイズ", "スリーサイズ"],
        perhaps: &[
            "歳", "誕生日", "生まれ", "学校", "小学", "中学生", "年生", "幼稚園", "保育園", "在住", "に住んで",
            "に住む",
        ],
    },
];

/// What `text` tells of a child, in English or in `language`; what is certain goes before. One word
/// alone may be about anything, such as the title of a film, and tells nothing but what is certain.
pub fn telling(text: &str, language: &str) -> Option<Telling> {
    let words = Words::of(text);
    let find = |patterns: fn(&Tongue) -> &'static [&'static str]| {
        let mut tongues = spoken(language);
        tongues.find_map(|tongue| {
            let mut patterns = patterns(tongue).iter();
            patterns.find_map(|pattern| words.find(pattern, tongue))
        })
    };
    let certain = find(|tongue| tongue.certain).map(|found| Telling {
        words: found.words,
        certain: true,
    });
    certain.or_else(|| {
        let found = find(|tongue| tongue.perhaps).filter(|found| !found.is_lone)?;
        Some(Telling {
            words: found.words,
            certain: false,
        })
    })
}

/// Whether the label of a fact says that it tells something of a child.
pub fn tells_in_label(label: &str, language: &str) -> bool {
    let words = Words::of(label);
    let mut tongues = spoken(language);
    tongues.any(|tongue| {
        let mut patterns = tongue.labels.iter().chain(tongue.certain);
        patterns.any(|pattern| words.find(pattern, tongue).is_some())
    })
}

/// English, and the language of a kit if there are words for it.
fn spoken(language: &str) -> impl Iterator<Item = &'static Tongue> {
    let own = language.split('-').next().unwrap_or_default().to_string();
    let tongues = TONGUES.iter();
    tongues.filter(move |tongue| tongue.language == "en" || tongue.language == own)
}

/// A text word by word.
struct Words<'t> {
    /// As written.
    written: Vec<&'t str>,
    /// Without case and accents.
    plain: Vec<String>,
}

/// Words that were looked for.
struct Found {
    /// As written, in lower case.
    words: String,
    /// Whether it is a word without any other.
    is_lone: bool,
}

impl<'t> Words<'t> {
    fn of(text: &'t str) -> Words<'t> {
        let written = text.split(|c: char| !c.is_alphanumeric());
        let written: Vec<&str> = written.filter(|word| !word.is_empty()).collect();
        let plain = written.iter().map(|word| plain(word).collect());
        Words {
            plain: plain.collect(),
            written,
        }
    }

    fn find(&self, pattern: &str, tongue: &Tongue) -> Option<Found> {
        let (pattern, alone) = match pattern.strip_prefix('=') {
            Some(pattern) => (pattern, true),
            None => (pattern, false),
        };
        if tongue.language == "ja" {
            return self.find_inside(pattern, alone);
        }
        let parts: Vec<&str> = pattern.split(' ').collect();
        let is_part = |word: &String, part: &&str| match *part {
            "#" => word.chars().all(|c| c.is_numeric()),
            part => word == part || is_with_article(word, part, tongue),
        };
        let is_here = |some: &[String]| {
            some.iter()
                .zip(&parts)
                .all(|(word, part)| is_part(word, part))
        };
        let at = self.plain.windows(parts.len()).position(is_here)?;
        let is_all = parts.len() == self.plain.len();
        (is_all || !alone).then(|| Found {
            words: self.written[at..at + parts.len()].join(" ").to_lowercase(),
            is_lone: is_all && parts.len() == 1,
        })
    }

    fn find_inside(&self, pattern: &str, alone: bool) -> Option<Found> {
        let all = self.plain.concat();
        let is_all = all == pattern;
        (is_all || (!alone && all.contains(pattern))).then(|| Found {
            words: pattern.to_string(),
            is_lone: is_all,
        })
    }
}

/// Arabic writes its article, and "and", before a word in one with it.
fn is_with_article(word: &str, part: &str, tongue: &Tongue) -> bool {
    let bare = word.strip_suffix(part);
    tongue.language == "ar" && bare.is_some_and(|before| ["ال", "وال", "و"].contains(&before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_lead_to_a_child_are_found() {
        fn check(language: &str, text: &str, expected: Option<(&str, bool)>) {
            let expected = expected.map(|(words, certain)| Telling {
                words: words.to_string(),
                certain,
            });
            assert_eq!(telling(text, language), expected, "{text}");
        }
        check(
            "en",
            "Twelve years old and reading",
            Some(("years old", false)),
        );
        check(
            "en",
            "A 12-year-old on a hill",
            Some(("12 year old", false)),
        );
        check("en", "School", None);
        check("en", "Schools write to me", None);
        check("en", "Shoe size", Some(("shoe size", true)));
        check("en", "She is 140 cm tall", Some(("cm tall", true)));
        check("en", "A tin of 20 cm for a cake", None);
        check("en", "Ich wohne in Köln", None);
        check("de", "Ich wohne in Köln", Some(("wohne in", false)));
        check("de", "Schuhgröße 35", Some(("schuhgröße", true)));
        check("de", "My school and me", Some(("school", false)));
        check("es", "Tengo 12 años", Some(("tengo 12 años", false)));
        check("es", "Desde hace 3 años", None);
        check("fr", "J’habite à Lyon", Some(("j habite", false)));
        check("fr", "Pointure : 35", Some(("pointure", true)));
        check("pt-BR", "Moro em Recife", Some(("moro em", false)));
        check("ar", "تاريخ الميلاد", Some(("تاريخ الميلاد", true)));
        check("ar", "أنا من المدرسة", Some(("المدرسة", false)));
        check("ja", "12歳のカメラマン", Some(("歳", false)));
        check("ja", "身長140cm", Some(("身長", true)));
    }

    #[test]
    fn labels_say_what_a_fact_is() {
        fn check(language: &str, label: &str, expected: bool) {
            assert_eq!(tells_in_label(label, language), expected, "{label}");
        }
        check("en", "Home town", true);
        check("en", "Height", true);
        check("en", "Size", true);
        check("en", "Size of the team", false);
        check("en", "Camera", false);
        check("en", "Größe", false);
        check("de", "Größe", true);
        check("es", "Talla de camiseta", true);
        check("fr", "Âge", true);
        check("pt-BR", "Manequim", true);
        check("ar", "الطول", true);
        check("ja", "サイズ", true);
        check("ja", "レンズのサイズ表", false);
    }

    #[test]
    fn every_built_in_language_has_words() {
        for language in crate::words::LANGUAGES {
            assert!(spoken(language).any(|one| language.starts_with(one.language)));
            assert!(
                language == &"en" || spoken(language).count() == 2,
                "{language}"
            );
        }
    }
}
