//! The script in the page that applies settings before the first paint repeats names and values of the
//! table of parameters; here it is held to it.

use std::fs;
use std::path::Path;

use stackfit::domain::settings::{Theme, Values, find};

/// The script of the page, with the parameters that it reads.
fn script() -> (String, Vec<String>) {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    let page = fs::read_to_string(page).expect("there is a page");
    let script = page.split("<script>").nth(1).and_then(|rest| rest.split("</script>").next());
    let script = script.expect("the page has a script").to_owned();
    let read = script.split("query.get('").skip(1).filter_map(|rest| rest.split('\'').next());
    let read = read.map(str::to_owned).collect();
    (script, read)
}

#[test]
fn it_reads_parameters_that_there_are() {
    let (_, read) = script();
    assert!(read.len() >= 4, "{read:?}");
    for name in read {
        assert!(find(&name).is_some(), "`{name}` is no parameter");
    }
}

#[test]
fn it_compares_with_values_that_there_are_and_are_not_the_default() {
    let (script, read) = script();
    for name in read {
        let parameter = find(&name).expect("it is a parameter");
        let Values::Words(words) = parameter.values else { continue };
        let read_at = format!("query.get('{name}') === '");
        let compared = script.split(&read_at).nth(1).and_then(|rest| rest.split('\'').next());
        if let Some(value) = compared {
            assert!(words.contains(&value), "{name}={value}");
            assert_ne!(value, parameter.default, "{name}");
        }
    }
    for theme in [Theme::Light, Theme::Dark] {
        assert!(script.contains(&format!("theme === '{}'", theme.name())), "{theme:?}");
    }
}

#[test]
fn it_has_the_limits_of_the_text_size() {
    let (script, _) = script();
    let Some(Values::Pixels(least, most)) = find("text-size").map(|it| it.values) else {
        panic!("a text size has limits");
    };
    assert!(script.contains(&format!("{least} <= size && size <= {most}")), "{least}, {most}");
}
