//! The package of an entry: what the tools ask for the newest version of. It is no part of the
//! catalog that the page embeds.

use super::Rule;
use super::fields::{BAD_ADDRESS, Fields, is_address};

/// A kind of package: the client that knows its versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PackageKind {
    /// JavaScript, by npm.
    Npm,
    /// Python, by pip.
    Pip,
    /// Rust, by Cargo.
    Cargo,
    /// Ruby, by RubyGems.
    Gem,
    /// PHP, by Composer.
    Composer,
    /// Java, Kotlin and Scala, by Maven: `group:artifact`.
    Mvn,
    /// .NET, by the .NET command line.
    Dotnet,
    /// Elixir, by Mix and Hex.
    Mix,
    /// Go, by the go command: the path of a module.
    Go,
    /// The tags of a git repository, where there is no registry: an address.
    Git,
}

impl PackageKind {
    /// All kinds, with the words that files use.
    pub const ALL: [(&'static str, Self); 10] = [
        ("npm", Self::Npm),
        ("pip", Self::Pip),
        ("cargo", Self::Cargo),
        ("gem", Self::Gem),
        ("composer", Self::Composer),
        ("mvn", Self::Mvn),
        ("dotnet", Self::Dotnet),
        ("mix", Self::Mix),
        ("go", Self::Go),
        ("git", Self::Git),
    ];

    /// The word for the kind, which is also the name of its client's program.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }
}

/// The package of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Its kind.
    pub kind: PackageKind,
    /// Its name, as its client takes it.
    pub name: String,
}

/// Reads the field `package` of an entry.
pub(super) fn package(fields: &mut Fields<'_>) -> Option<Package> {
    let mut fields = fields.optional_table("package")?;
    let kind = fields.word("kind", &PackageKind::ALL);
    let name = fields.text("name");
    if let Some((kind, name)) = kind.zip(name).filter(|(kind, name)| !is_name(*kind, name)) {
        let form = match kind {
            PackageKind::Git => BAD_ADDRESS,
            PackageKind::Mvn => "should be a group and an artifact, such as 'org.example:thing'",
            _ => "should be the name of a package: letters, digits and any of @ / . _ -",
        };
        fields.wrong("name", name, Rule::BadPackage, form.to_owned());
    }
    fields.finish();
    Some(Package { kind: kind?, name: name?.to_owned() })
}

/// Whether a text can be the name of a package of a kind. It is handed to a program, so it must
/// not look like an option.
fn is_name(kind: PackageKind, name: &str) -> bool {
    let is_word = |text: &str| {
        text.starts_with(|first: char| first.is_ascii_alphanumeric())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
    };
    match kind {
        PackageKind::Git => is_address(name),
        PackageKind::Mvn => name
            .split_once(':')
            .is_some_and(|(group, artifact)| is_word(group) && is_word(artifact)),
        _ => name.strip_prefix('@').unwrap_or(name).split('/').all(is_word),
    }
}
