//! What lies in a catalog's folder: entries are read, what nobody meant is passed over, and
//! everything else is reported with its cause.

use std::fs;
use std::path::Path;

use stackfit::authoring::{Files, Rule, check};
use tempfile::TempDir;
use test_support::catalogs::{SMALLEST, in_repository};

use crate::rules::printed;

/// A copy of the smallest catalog on disk.
fn copied() -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    let base = in_repository(SMALLEST);
    for folder in [Path::new(""), Path::new("entries")] {
        fs::create_dir_all(copy.path().join(folder)).unwrap();
        for file in fs::read_dir(base.join(folder)).unwrap() {
            let file = file.unwrap();
            if file.path().is_file() {
                fs::copy(file.path(), copy.path().join(folder).join(file.file_name())).unwrap();
            }
        }
    }
    copy
}

#[test]
fn hidden_and_side_files_are_passed_over() {
    let copy = copied();
    for name in [
        ".DS_Store",
        ".alpha.toml.swp",
        "alpha.toml~",
        "#alpha.toml#",
        "alpha.toml.orig",
        "alpha.toml.bak",
        "Thumbs.db",
        "README.md",
    ] {
        fs::write(copy.path().join("entries").join(name), [0xff, 0x00]).unwrap();
    }
    fs::create_dir(copy.path().join("entries/.git")).unwrap();
    // The lock of an editor is a link that leads nowhere.
    #[cfg(unix)]
    std::os::unix::fs::symlink("nobody@nowhere.1:2", copy.path().join("entries/.#alpha.toml"))
        .unwrap();
    check(&Files::load(copy.path()).unwrap()).map_err(|found| printed(&found)).unwrap();
}

#[test]
fn every_other_file_is_an_entry_or_a_violation_with_its_cause() {
    for (name, content, rule, cause) in [
        ("gamma.TOML", &b"id = 'gamma'"[..], Rule::NotAnEntry, "'.toml' in lower case"),
        ("gamma.toml.txt", b"id = 'gamma'", Rule::NotAnEntry, "'.toml' in lower case"),
        ("gamma", b"", Rule::NotAnEntry, "'.toml' in lower case"),
        ("gamma.toml", b"id = 'g'\nname = '\xe9'", Rule::Unreadable, "line 2 has the byte 0xe9"),
        ("gamma.toml", b"\xff\xfei\0d\0", Rule::Unreadable, "UTF-16"),
    ] {
        let copy = copied();
        fs::write(copy.path().join("entries").join(name), content).unwrap();
        let found = check(&Files::load(copy.path()).unwrap()).expect_err(name);
        let [only] = &*found else { panic!("{name}: {}", printed(&found)) };
        assert_eq!((&*only.file, only.rule), (&*format!("entries/{name}"), rule));
        assert!(only.message.contains(cause), "{name}: {only}");
    }
}

#[test]
fn a_folder_among_the_entries_and_a_link_to_nothing_are_reported() {
    let copy = copied();
    fs::create_dir(copy.path().join("entries/gamma.toml")).unwrap();
    let found = check(&Files::load(copy.path()).unwrap()).expect_err("it is no entry");
    assert!(printed(&found).contains("entries/gamma.toml: is a folder"), "{}", printed(&found));

    #[cfg(unix)]
    {
        let copy = copied();
        std::os::unix::fs::symlink("nowhere.toml", copy.path().join("entries/delta.toml")).unwrap();
        let found = check(&Files::load(copy.path()).unwrap()).expect_err("it leads nowhere");
        assert!(printed(&found).contains("delta.toml: cannot be read: "), "{}", printed(&found));
    }
}

#[test]
fn line_ends_and_byte_order_marks_of_other_systems_change_nothing() {
    let copy = copied();
    let expected = check(&Files::load(copy.path()).unwrap()).unwrap();
    for folder in ["", "entries"] {
        for file in fs::read_dir(copy.path().join(folder)).unwrap() {
            let path = file.unwrap().path();
            if path.is_file() {
                let text = fs::read_to_string(&path).unwrap().replace('\n', "\r\n");
                fs::write(&path, format!("\u{feff}{text}")).unwrap();
            }
        }
    }
    let found = check(&Files::load(copy.path()).unwrap());
    assert_eq!(found.map_err(|found| printed(&found)), Ok(expected));
}

#[test]
fn a_folder_may_have_spaces_and_other_letters_in_its_path() {
    let copy = copied();
    let odd = copy.path().join("a catálogo – über");
    fs::create_dir(&odd).unwrap();
    for name in fs::read_dir(copy.path()).unwrap().map(|file| file.unwrap().file_name()) {
        if odd.file_name() != Some(&name) {
            fs::rename(copy.path().join(&name), odd.join(&name)).unwrap();
        }
    }
    check(&Files::load(&odd).unwrap()).map_err(|found| printed(&found)).unwrap();
}
