//! Versions as the kinds of packages write them, and their order.

use core::cmp::Ordering;

use stackfit::authoring::PackageKind;
use versions::Versioning;

/// A stable version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    /// As it is shown, without a leading `v`.
    pub(super) text: String,
    order: Order,
}

/// A version by the rules of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Order {
    Semantic(semver::Version),
    Python(pep440_rs::Version),
    /// Numbers with dots, any number of them.
    Numbers(Versioning),
}

impl Version {
    /// A stable version; none for a pre-release, and for what is no version of this kind.
    pub(super) fn stable(kind: PackageKind, text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix('v').unwrap_or(text);
        let order = match kind {
            PackageKind::Npm
            | PackageKind::Cargo
            | PackageKind::Mix
            | PackageKind::Go
            | PackageKind::Git => {
                let version = text.parse::<semver::Version>().ok()?;
                version.pre.is_empty().then_some(Order::Semantic(version))?
            }
            PackageKind::Pip => {
                let version = text.parse::<pep440_rs::Version>().ok()?;
                (!version.any_prerelease()).then_some(Order::Python(version))?
            }
            PackageKind::Gem | PackageKind::Composer | PackageKind::Mvn | PackageKind::Dotnet => {
                // In these kinds a letter means a pre-release, but for Maven's words of old.
                let numbers = [".Final", ".GA", ".RELEASE"]
                    .iter()
                    .find_map(|word| text.strip_suffix(word))
                    .filter(|_| kind == PackageKind::Mvn)
                    .unwrap_or(text);
                let is_number =
                    |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
                numbers.split('.').all(is_number).then_some(())?;
                Order::Numbers(Versioning::new(numbers)?)
            }
        };
        Some(Self { text: text.to_owned(), order })
    }

    /// The newest stable version of some.
    pub(super) fn newest<'a>(
        kind: PackageKind,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> Option<Self> {
        let stable = texts.into_iter().filter_map(|text| Self::stable(kind, text));
        stable.max_by(Self::compare)
    }

    /// The order of two versions of one kind.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        match (&self.order, &other.order) {
            (Order::Semantic(one), Order::Semantic(other)) => one.cmp_precedence(other),
            (Order::Python(one), Order::Python(other)) => one.cmp(other),
            (Order::Numbers(one), Order::Numbers(other)) => one.cmp(other),
            // Versions of one kind have one order.
            _ => Ordering::Equal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn newest(kind: PackageKind, texts: &[&str]) -> Option<String> {
        Version::newest(kind, texts.iter().copied()).map(|version| version.text)
    }

    #[test]
    fn versions_are_ordered_by_their_numbers_and_pre_releases_are_left_out() {
        use PackageKind as Kind;
        for (kind, texts, wanted) in [
            (Kind::Npm, &["4.9.0", "4.10.1", "5.0.0-rc.1", "4.2.0"][..], "4.10.1"),
            (Kind::Cargo, &["0.8.9", "0.10.0", "0.11.0-alpha.1"], "0.10.0"),
            (Kind::Mix, &["1.8.16", "1.9.0-rc.0", "1.8.9"], "1.8.16"),
            (Kind::Go, &["v5.4.4", "v5.10.0", "v6.0.0-beta.1"], "5.10.0"),
            (Kind::Git, &["4.99.0", "4.122.2", "5.0.0-beta.3", "latest", "nightly-1"], "4.122.2"),
            (Kind::Pip, &["6.1.3", "6.2rc1", "6.2.dev0", "6.1", "6.1.post1"], "6.1.3"),
            (Kind::Gem, &["8.1.4.1", "8.1.4", "8.2.0.rc1", "8.1.10"], "8.1.10"),
            (Kind::Composer, &["dev-master", "v13.9.0", "v13.37.0", "v14.0.0-RC1"], "13.37.0"),
            (Kind::Mvn, &["4.2.0", "4.3.0-M1", "4.3.0-RC2", "4.2.0.1"], "4.2.0.1"),
            (Kind::Mvn, &["1.9.0.Final", "1.10.0.Final", "2.0.0.Alpha1"], "1.10.0.Final"),
            (Kind::Dotnet, &["10.0.0", "11.0.0", "12.0.0-preview.1"], "11.0.0"),
        ] {
            assert_eq!(newest(kind, texts).as_deref(), Some(wanted), "{kind:?}");
        }
    }

    #[test]
    fn where_all_are_pre_releases_there_is_none() {
        for (kind, text) in [
            (PackageKind::Npm, "1.0.0-beta"),
            (PackageKind::Pip, "1.0b1"),
            (PackageKind::Gem, "1.0.0.pre"),
            (PackageKind::Composer, "dev-main"),
            (PackageKind::Mvn, "1.0-SNAPSHOT"),
            (PackageKind::Go, ""),
        ] {
            assert_eq!(newest(kind, &[text]), None, "{text}");
        }
    }

    #[test]
    fn shorter_and_longer_versions_are_compared() {
        let compare = |kind, one: &str, other: &str| {
            let read = |text: &str| Version::stable(kind, text).unwrap();
            read(one).compare(&read(other))
        };
        assert_eq!(compare(PackageKind::Composer, "13.37", "13.36.9"), Ordering::Greater);
        assert_eq!(compare(PackageKind::Composer, "13.37", "13.37.1"), Ordering::Less);
        assert_eq!(compare(PackageKind::Mvn, "3.40.1.2", "3.40.1"), Ordering::Greater);
        assert_eq!(compare(PackageKind::Pip, "6.1", "6.1.0"), Ordering::Equal);
    }
}
