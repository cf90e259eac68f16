//! `[contact]`: how to write.

use super::Visibility;
use crate::source::Spanned;

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
