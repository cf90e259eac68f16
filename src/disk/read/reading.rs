//! One file of a kit after another, through the kit's door.

use super::MEGABYTE;
use crate::disk::IoError;
use crate::disk::door::{self, Door, Shut};
use crate::source::encoding::{self, Accept, Decoded};
use crate::source::{Refusal, Sources};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// A kit's folder that is being read, and what was found in it so far.
pub(super) struct Reading<'a> {
    pub kit: &'a Path,
    pub door: Door,
    pub texts: BTreeMap<String, Decoded>,
    pub sources: Sources,
    /// How many names in `photos/` were seen.
    pub names: usize,
}

impl Reading<'_> {
    pub fn open(kit: &Path) -> Result<Reading<'_>, IoError> {
        Ok(Reading {
            kit,
            door: door::open(kit)?,
            texts: BTreeMap::new(),
            sources: Sources::new(),
            names: 0,
        })
    }

    pub fn text(&mut self, path: &str, limit: u64) -> Result<(), IoError> {
        let Some(bytes) = self.bytes(path, limit)? else {
            return Ok(());
        };
        // Tables come from spreadsheets; what a creator types comes from an editor.
        let (accept, hint) = match path.ends_with(".csv") {
            true => (
                Accept::Spreadsheet,
                "save it as plain text in UTF-8; a spreadsheet exports it as “CSV UTF-8”",
            ),
            false => (Accept::Utf8, "save it as plain text in UTF-8"),
        };
        match encoding::decode(bytes, accept) {
            Ok(text) => {
                self.texts.insert(path.to_string(), text);
            }
            Err(what) => self.refuse(path, "encoding", format!("is {what}"), hint),
        }
        Ok(())
    }

    /// The bytes of a file; none if it is not there, or was refused.
    pub fn bytes(&mut self, path: &str, limit: u64) -> Result<Option<Vec<u8>>, IoError> {
        let (file, metadata) = match self.door.file(path) {
            Ok(opened) => opened,
            Err(shut) => return self.shut(path, "a file", shut).map(|()| None),
        };
        let mut bytes = Vec::with_capacity(metadata.len().min(limit) as usize + 1);
        // One byte more than allowed tells a file that grows from one that fits.
        let read = file.take(limit + 1).read_to_end(&mut bytes);
        if let Err(error) = read {
            return Err(IoError::new("read", self.kit.join(path), error));
        }
        if bytes.len() as u64 > limit {
            self.too_large(path, metadata.len(), limit);
            return Ok(None);
        }
        Ok(Some(bytes))
    }

    /// The paths of the files in `folder` that end in `.extension`.
    pub fn files_in(&mut self, folder: &str, extension: &str) -> Result<Vec<String>, IoError> {
        let names = match self.door.names(folder) {
            Ok(names) => names,
            Err(shut) => return self.shut(folder, "a folder", shut).map(|()| Vec::new()),
        };
        let mut paths = Vec::new();
        for entry in names {
            let Some(name) = self.readable(folder, entry.name) else {
                continue;
            };
            let Some((_, ending)) = name.rsplit_once('.') else {
                continue;
            };
            let path = format!("{folder}/{name}");
            if ending == extension {
                paths.push(path);
            } else if ending.eq_ignore_ascii_case(extension) {
                self.refuse(
                    &path,
                    "file-name",
                    format!("ends in `.{ending}`"),
                    &format!("let it end in `.{extension}`, in small letters"),
                );
            }
        }
        Ok(paths)
    }

    /// The name, unless it is hidden or cannot be written in a kit's files.
    pub fn readable(&mut self, folder: &str, name: Result<String, String>) -> Option<String> {
        match name {
            Ok(name) if name.starts_with('.') => None,
            Ok(name) => Some(name),
            Err(likeness) => {
                self.refuse(
                    &format!("{folder}/{likeness}"),
                    "file-name",
                    "has a name that is not UTF-8".to_string(),
                    "rename the file; letters, digits and `-` are safe everywhere",
                );
                None
            }
        }
    }

    /// Reports why `path`, which should be `what`, was not opened.
    pub fn shut(&mut self, path: &str, what: &str, shut: Shut) -> Result<(), IoError> {
        let (rule, message, hint) = match shut {
            Shut::Missing => return Ok(()),
            Shut::Io(error) => return Err(IoError::new("read", self.kit.join(path), error)),
            Shut::Outside => (
                "outside-kit",
                "is a link that leads out of the kit".to_string(),
                "put a copy in the kit, or make it a relative link to something in the kit",
            ),
            Shut::Broken => (
                "broken-link",
                "is a link that leads nowhere".to_string(),
                "remove the link, or point it at something in the kit",
            ),
            Shut::Denied => (
                "unreadable",
                "may not be read: permission denied".to_string(),
                "give yourself the right to read it",
            ),
            Shut::OtherKind => (
                "not-a-file",
                format!("is not {what}"),
                "move it out of the kit, or give it another name",
            ),
        };
        self.refuse(path, rule, message, hint);
        Ok(())
    }

    pub fn too_large(&mut self, path: &str, length: u64, limit: u64) {
        let limit = limit / MEGABYTE;
        let message = match length.div_ceil(MEGABYTE) {
            length if length > limit => format!("has {length} MB, more than {limit} MB"),
            _ => format!("grew beyond {limit} MB while it was read"),
        };
        let hint = "make it smaller, or split it if it is one of several";
        self.refuse(path, "too-large", message, hint);
    }

    pub fn refuse(&mut self, path: &str, rule: &'static str, message: String, hint: &str) {
        self.sources.refuse(Refusal {
            path: path.to_string(),
            rule,
            message,
            hint: hint.to_string(),
        });
    }
}
