//! The addresses of a catalog, by the hosts that are asked.

use std::collections::BTreeMap;

/// An address, and the entries that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    /// The address, without a fragment.
    pub(super) url: String,
    /// The ids of the entries.
    pub(super) ids: Vec<String>,
}

/// The addresses of each host: one host gets one request at a time.
pub(super) fn by_host(addresses: &[Address]) -> Vec<Vec<&Address>> {
    let mut hosts = BTreeMap::<_, Vec<_>>::new();
    for address in addresses {
        let rest = address.url.split_once("://").map_or(&*address.url, |(_, rest)| rest);
        let host = rest.split(['/', '?']).next().unwrap_or(rest).to_ascii_lowercase();
        hosts.entry(host).or_default().push(address);
    }
    // The host with the most addresses takes longest, so it begins.
    let mut hosts: Vec<_> = hosts.into_values().collect();
    hosts.sort_by_key(|host| core::cmp::Reverse(host.len()));
    hosts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_host_are_together_and_the_largest_host_begins() {
        let address = |url: &str| Address { url: url.to_owned(), ids: Vec::new() };
        let all = [
            "https://a.example/1",
            "https://b.example",
            "https://A.example?x",
            "https://b.example/2",
        ];
        let all: Vec<_> = all.into_iter().chain(["https://b.example/3"]).map(address).collect();
        let urls = |host: &Vec<&Address>| host.iter().map(|at| at.url.clone()).collect::<Vec<_>>();
        let hosts: Vec<_> = by_host(&all).iter().map(urls).collect();
        assert_eq!(
            hosts,
            [
                vec!["https://b.example", "https://b.example/2", "https://b.example/3"],
                vec!["https://a.example/1", "https://A.example?x"],
            ]
        );
    }
}
