//! `kit.json` is what `kit.schema.json` promises, and what is not is refused.

use super::{BUILT, said};
use boon::{Compiler, SchemaIndex, Schemas};
use pitchkit::kit::NumberName;
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../../docs/kit.schema.json");

fn compiled() -> (Schemas, SchemaIndex) {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.enable_format_assertions();
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    let place = "https://pitchkit.example/kit.schema.json";
    compiler
        .add_resource(place, schema)
        .unwrap_or_else(|error| panic!("{error:#}"));
    let index = compiler.compile(place, &mut schemas);
    let index = index.unwrap_or_else(|error| panic!("{error:#}"));
    (schemas, index)
}

#[test]
fn every_kit_s_data_is_as_its_schema_says() {
    let (schemas, index) = compiled();
    for built in BUILT.iter() {
        assert_eq!(built.texts["kit.schema.json"], SCHEMA, "{}", built.name);
        let valid = schemas.validate(&built.json, index);
        valid.unwrap_or_else(|error| panic!("{}: {error:#}", built.name));
    }
}

#[test]
fn what_is_wrong_is_refused() {
    let (schemas, index) = compiled();
    let whole = BUILT
        .iter()
        .find(|one| one.name.starts_with("example-kit"))
        .expect("the example kit");
    let refuses = |what: &str, change: &dyn Fn(&mut Value)| {
        let mut data = whole.json.clone();
        change(&mut data);
        assert_ne!(data, whole.json, "{what}: nothing was changed");
        assert!(schemas.validate(&data, index).is_err(), "{what}");
    };
    let reach = "instagram.followers";
    refuses("a number as a number", &|data| {
        data["numbers"][reach]["value"] = json!(248000);
    });
    refuses("a number with a comma", &|data| {
        data["numbers"][reach]["value"] = json!("248,000");
    });
    refuses("a number without its date", &|data| {
        let number = data["numbers"][reach].as_object_mut();
        number.expect("a number").remove("date");
    });
    refuses("a day that there is not", &|data| {
        data["numbers"][reach]["date"]["iso"] = json!("2026-02-30");
    });
    refuses("a base that there is not", &|data| {
        data["numbers"][reach]["base"] = json!("subscribers");
    });
    refuses("a name that is none", &|data| {
        let number = data["numbers"][reach].clone();
        data["numbers"]["Instagram followers"] = number;
    });
    refuses("a field that there is not", &|data| {
        data["numbers"][reach]["verified"] = json!(true);
    });
    refuses("another version", &|data| data["version"] = json!(2));
    refuses("no build", &|data| data["build"] = json!(""));
    refuses("an address that is none", &|data| {
        data["contact"]["ways"][0]["href"] = json!("partners at example.com");
    });
}

#[test]
fn numbers_have_names_of_the_one_grammar() {
    for built in BUILT.iter() {
        let numbers = built.json["numbers"].as_object().expect("numbers");
        for (name, number) in numbers {
            assert_eq!(said(&number["id"]), name, "{}", built.name);
            // Growth, and what covers a month or a year, cannot be named in a kit.
            let is_apart = [".month", ".year"].iter().any(|end| name.ends_with(end));
            if !is_apart && !name.ends_with("_growth") {
                let read = NumberName::parse(name).map(|read| read.to_string());
                assert_eq!(read.as_ref(), Some(name), "{}", built.name);
            }
        }
    }
}

#[test]
fn addresses_are_bare_for_programs_and_begin_an_enquiry_for_people() {
    let mut mails = 0;
    for built in BUILT.iter() {
        let page = &built.texts["index.html"];
        for way in built.list("/contact/ways") {
            let href = said(&way["href"]);
            assert!(
                !href.contains("?subject=") && !href.contains("?text="),
                "{href}"
            );
            if said(&way["kind"]) == "email" {
                let link = format!("href=\"{href}?subject=");
                assert!(page.contains(&link), "{}: {link}", built.name);
                mails += 1;
            }
        }
    }
    assert!(mails > 0);
}
