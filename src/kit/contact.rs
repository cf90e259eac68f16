//! `[contact]`: how to write.

use super::expected::{COUNTRY, EMAIL, Expected, PAGE, PHONE};
use super::fields::Fields;
use super::{Visibility, country_code, email_address, phone_number, web_page};
use crate::source::{Diagnostic, Spanned};

/// `[contact]`
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// E-mail address.
    pub email: Option<Private<Spanned<String>>>,
    /// Telephone number, as printed.
    pub phone: Option<Private<Spanned<String>>>,
    /// WhatsApp number, as printed.
    pub whatsapp: Option<Private<Spanned<String>>>,
    /// Where to send a message.
    pub dm: Option<Private<Spanned<String>>>,
    /// Where to book a call.
    pub booking: Option<Private<Spanned<String>>>,
    /// In words: "two days".
    pub reply_within: Option<String>,
    /// Who manages the creator.
    pub manager: Option<Manager>,
    /// Who is responsible for a minor.
    pub guardian: Option<Guardian>,
}

/// A value with who may see it.
#[derive(Clone, Debug)]
pub struct Private<T> {
    /// The value.
    pub value: T,
    /// Who may see it.
    pub visibility: Visibility,
}

/// Who manages the creator.
#[derive(Clone, Debug)]
pub struct Manager {
    /// Name.
    pub name: Option<String>,
    /// Agency.
    pub agency: Option<String>,
    /// E-mail address.
    pub email: Option<Spanned<String>>,
    /// Telephone number.
    pub phone: Option<Spanned<String>>,
    /// ISO country codes they act in.
    pub regions: Vec<Spanned<String>>,
    /// Who may see it.
    pub visibility: Visibility,
}

/// Who is responsible for a minor.
#[derive(Clone, Debug)]
pub struct Guardian {
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: Option<Spanned<String>>,
    /// Telephone number.
    pub phone: Option<Spanned<String>>,
}

impl Contact {
    /// Whether there are ways to write, and all of them are kept from everybody.
    fn is_kept_from_everybody(&self) -> bool {
        let own = [
            &self.email,
            &self.phone,
            &self.whatsapp,
            &self.dm,
            &self.booking,
        ];
        let manager = self.manager.as_ref().map(|manager| manager.visibility);
        let guardian = self.guardian.as_ref().map(|_| Visibility::Public);
        let ways = own.into_iter().flatten().map(|way| way.visibility);
        let mut ways = ways.chain(manager).chain(guardian).peekable();
        ways.peek().is_some() && ways.all(|visibility| visibility == Visibility::Never)
    }
}

/// The keys that give a way to write.
const WAYS: [&str; 7] = [
    "email", "phone", "whatsapp", "dm", "booking", "manager", "guardian",
];

/// `[contact]`; of a minor, it needs a guardian.
pub(super) fn contact(f: &mut Fields<'_, '_, '_>, minor: bool) -> Option<Contact> {
    let contact = Contact {
        email: private(f, "email", "E-mail address", EMAIL, email_address),
        phone: private(f, "phone", "Telephone number", PHONE, phone_number),
        whatsapp: private(f, "whatsapp", "WhatsApp number", PHONE, phone_number),
        dm: private(f, "dm", "Where to send a message", PAGE, web_page),
        booking: private(f, "booking", "Where to book a call", PAGE, web_page),
        reply_within: f
            .text("reply_within", 60, "How soon you answer: two days")
            .map(|t| t.value),
        manager: f.table("manager", "Who manages you", manager),
        guardian: f.table(
            "guardian",
            "Who is responsible for you when you are under age",
            guardian,
        ),
    };
    let place = f.place();
    if minor && !f.has_any(&["guardian"]) {
        f.say(no_guardian().at(place));
    } else if !f.has_any(&WAYS) {
        f.say(no_contact().at(place));
    } else if contact.is_kept_from_everybody() {
        f.say(
            Diagnostic::error("no-contact", "nobody may see how to write to you")
                .at(place)
                .hint("take `visibility = \"never\"` away from one of the ways"),
        );
    }
    Some(contact)
}

/// That there is no way to write; without a place.
pub(super) fn no_contact() -> Diagnostic {
    Diagnostic::error("no-contact", "there is no way to write to you").hint(
        "add an `email`, a `phone`, a `whatsapp`, a `dm` or a `booking` to the table `[contact]`",
    )
}

/// That a minor has no guardian; without a place.
pub(super) fn no_guardian() -> Diagnostic {
    Diagnostic::error(
        "minor-guardian",
        "the kit of a minor needs a guardian to write to",
    )
    .hint("add `guardian = { name = \"…\", email = \"…\" }` to the table `[contact]`")
}

fn manager(f: &mut Fields<'_, '_, '_>) -> Option<Manager> {
    let manager = Manager {
        name: f.text("name", 120, "Name").map(|text| text.value),
        agency: f.text("agency", 120, "Agency").map(|text| text.value),
        email: f.parsed("email", "E-mail address", EMAIL, email_address),
        phone: f.parsed("phone", "Telephone number", PHONE, phone_number),
        regions: f.parsed_list(
            "regions",
            "The countries they act in, as codes",
            COUNTRY,
            country_code,
        ),
        visibility: visibility(f),
    };
    if !f.has_any(&["name", "agency"]) {
        let place = f.place();
        f.say(
            Diagnostic::error("missing-field", "`manager` needs a `name` or an `agency`").at(place),
        );
    }
    Some(manager)
}

fn guardian(f: &mut Fields<'_, '_, '_>) -> Option<Guardian> {
    let name = f.text("name", 120, "Name");
    let name = f.required("name", name);
    let email = f.parsed("email", "E-mail address", EMAIL, email_address);
    let phone = f.parsed("phone", "Telephone number", PHONE, phone_number);
    if !f.has_any(&["email", "phone"]) {
        let place = f.place();
        f.say(
            Diagnostic::error("missing-field", "`guardian` needs an `email` or a `phone`")
                .at(place),
        );
    }
    Some(Guardian {
        name: name?.value,
        email,
        phone,
    })
}

/// Who may see the table being read; its words are kept if that is not everybody.
pub(super) fn visibility(f: &mut Fields<'_, '_, '_>) -> Visibility {
    let about = "Who may see it: public unless said, brand for editions only, never for nobody";
    let visibility = f
        .choice("visibility", about)
        .map_or(Visibility::Public, |choice| choice.value);
    f.keep_unless_public(visibility);
    visibility
}

fn private(
    f: &mut Fields<'_, '_, '_>,
    key: &'static str,
    about: &str,
    expected: Expected<'static>,
    parse: fn(&str) -> Option<String>,
) -> Option<Private<Spanned<String>>> {
    f.text_or_table(
        key,
        about,
        |f, entry| {
            let text = f.plain(entry, key, 400)?;
            let value = parse(&text.value);
            if value.is_none() {
                f.say(expected.missed(&text));
            }
            Some(Private {
                value: Spanned::new(value?, text.span),
                visibility: Visibility::Public,
            })
        },
        |f| {
            let value = f.parsed("value", about, expected, parse);
            let value = f.required("value", value);
            let visibility = visibility(f);
            Some(Private {
                value: value?,
                visibility,
            })
        },
    )
}
