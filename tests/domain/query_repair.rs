//! Links on their way: what machines and hands do to a query is undone, in any order and several
//! times over.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use stackfit::domain::permalink::{decode, encode};
use stackfit::domain::query::{Why, with_hash};
use stackfit::domain::settings::Settings;

use test_support::generated::generated_catalog;
use test_support::strategies::{cases, catalogs_with_state};

/// Changes every pair but those of the reader's own text.
fn each(link: &str, change: impl Fn(&str, &str) -> String) -> String {
    let Some(query) = link.strip_prefix('?') else { return link.to_owned() };
    let pairs = query.split('&').map(|pair| match pair.split_once('=') {
        Some(("q" | "disclosure", _)) | None => pair.to_owned(),
        Some((name, _)) if name.split_once('.').is_some_and(|(_, own)| own == "name") => {
            pair.to_owned()
        }
        Some((name, value)) => change(name, value),
    });
    format!("?{}", pairs.collect::<Vec<_>>().join("&"))
}

fn escaped(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// Changes what separates the pairs, but around a text of the reader, which may have any sign.
fn separated(link: &str, by: &str) -> String {
    let is_text = |pair: &str| {
        let name = pair.trim_start_matches('?').split('=').next().unwrap_or(pair);
        let own = name.split_once('.').map_or(name, |(_, own)| own);
        matches!(own, "q" | "disclosure" | "name")
    };
    let pairs: Vec<_> = link.split('&').collect();
    let mut changed = String::new();
    for (at, pair) in pairs.iter().enumerate() {
        if at > 0 {
            changed.push_str(if is_text(pair) || is_text(pairs[at - 1]) { "&" } else { by });
        }
        changed.push_str(pair);
    }
    changed
}

fn full_width(text: &str) -> String {
    let wide = |letter: char| char::from_u32(u32::from(letter) + 0xfee0).unwrap_or(letter);
    text.chars()
        .map(|letter| if letter.is_ascii_graphic() { wide(letter) } else { letter })
        .collect()
}

type Change = fn(&str) -> String;

/// What happens to links, each as it was seen in the field.
const CHANGES: [(&str, Change); 46] = [
    ("a content system escapes for HTML", |link| link.replace('&', "&amp;")),
    ("twice", |link| link.replace('&', "&amp;amp;")),
    ("by number", |link| link.replace('&', "&#038;")),
    ("by hexadecimal number", |link| link.replace('&', "&#x26;")),
    ("a redirect replaces dots", |link| {
        each(link, |name, value| format!("{}={value}", name.replacen('.', "_", 1)))
    }),
    ("a redirect escapes all of it", |link| {
        link.strip_prefix('?').map_or_else(String::new, escaped)
    }),
    ("a redirect escapes values once more", |link| {
        each(link, |name, value| format!("{name}={}", escaped(value)))
    }),
    ("a form library takes lists apart", |link| {
        each(link, |name, value| {
            let parts = value.split(',').map(|part| format!("{name}[]={part}"));
            parts.collect::<Vec<_>>().join("&")
        })
    }),
    ("another numbers them", |link| {
        each(link, |name, value| {
            let parts =
                value.split(',').enumerate().map(|(at, part)| format!("{name}%5B{at}%5D={part}"));
            parts.collect::<Vec<_>>().join("&")
        })
    }),
    ("a phone capitalises", |link| {
        each(link, |name, value| format!("{}={}", name.to_uppercase(), value.to_uppercase()))
    }),
    ("a hand puts spaces after commas", |link| {
        each(link, |name, value| format!("{name}={}", value.replace(',', ",+")))
    }),
    ("a mail breaks lines", |link| {
        each(link, |name, value| format!("{name}={}", value.replace(',', ",%0D%0A")))
    }),
    ("a mail is quoted-printable", |link| each(link, |name, value| format!("{name}=3D{value}"))),
    ("a word processor sets dashes", |link| {
        each(link, |name, value| {
            // Days have hyphens too.
            format!("{name}={}", value.replace('-', "%E2%80%91"))
        })
    }),
    ("an input method sets commas", |link| {
        each(link, |name, value| format!("{name}={}", value.replace(',', "%EF%BC%8C")))
    }),
    ("a sentence ends", |link| each(link, |name, value| format!("{name}={value}."))),
    ("a bracket closes", |link| each(link, |name, value| format!("{name}={value}%29"))),
    ("quotes surround", |link| each(link, |name, value| format!("{name}=%22{value}%22"))),
    ("something invisible is copied too", |link| {
        each(link, |name, value| format!("%E2%80%8B{name}={value}%EF%BB%BF"))
    }),
    ("a campaign is appended with a second question mark", |link| {
        // The reader's own text may end with anything.
        format!("{link}&x=y?utm_source=letter&mc_eid=1")
    }),
    ("a content system escapes for HTML and then for addresses", |link| {
        link.replace('&', "&amp%3B")
    }),
    ("a server nests names", |link| {
        each(link, |name, value| match name.split_once('.') {
            Some((kind, id)) if kind.parse::<u8>().is_err() => format!("{kind}%5B{id}%5D={value}"),
            _ => format!("{name}={value}"),
        })
    }),
    ("a redirect escapes names once more", |link| {
        each(link, |name, value| format!("{}={value}", name.replace('.', "%252E")))
    }),
    ("a message isolates what is written from left to right", |link| {
        each(link, |name, value| format!("%E2%81%A6{name}={value}%E2%81%A9"))
    }),
    ("an input method sets what separates parameters", |link| {
        separated(&each(link, |name, value| format!("{name}%EF%BC%9D{value}")), "%EF%BC%86")
    }),
    ("an input method sets all of it", |link| {
        each(link, |name, value| format!("{}={}", full_width(name), full_width(value)))
    }),
    ("a redirect escapes what separates parameters", |link| separated(link, "%26")),
    ("a content system escapes every sign for HTML", |link| {
        link.replace('=', "&#61;").replace('.', "&#46;").replace(',', "&comma;")
    }),
    ("by hexadecimal number, twice", |link| link.replace('=', "&amp;#x3D;")),
    ("a mail breaks names", |link| {
        each(link, |name, value| {
            let (start, end) = name.split_at(name.len() / 2);
            format!("{start}%0D%0A{end}={value}")
        })
    }),
    ("a server adds a slash", |link| each(link, |name, value| format!("{name}={value}/"))),
    ("a sentence in Japanese ends", |link| {
        each(link, |name, value| format!("{name}={value}%EF%BC%89%E3%80%82"))
    }),
    ("an element of HTML ends", |link| {
        each(link, |name, value| format!("{name}={value}%C2%B6%3C/p%3E%F0%9F%91%88%EF%B8%8F"))
    }),
    ("an input method sets letters and signs", |link| {
        let wide = |text: &str| escaped(&full_width(text));
        separated(&each(link, |name, value| wide(&format!("{name}={value}"))), "%EF%BC%86")
    }),
    ("a content system escapes for HTML and then for addresses, in lower case", |link| {
        link.replace('&', "&amp%3b")
    }),
    ("and then once more", |link| link.replace('&', "&amp%253B")),
    ("all of what separates parameters is escaped for addresses", |link| {
        separated(link, "%26amp%3B")
    }),
    ("what stood before an entity was taken away", |link| link.replacen('?', "?amp;", 1)),
    ("two redirects escape all of it", |link| {
        link.strip_prefix('?').map_or_else(String::new, |query| escaped(&escaped(query)))
    }),
    ("and a third", |link| {
        link.strip_prefix('?').map_or_else(String::new, |query| escaped(&escaped(&escaped(query))))
    }),
    ("an entity loses its end", |link| separated(link, "&amp")),
    ("quotes are escaped for HTML", |link| {
        each(link, |name, value| format!("{name}=&quot;{value}&quot;"))
    }),
    ("Markdown is escaped", |link| {
        each(link, |name, value| {
            format!("{}\\={}", name.replace('.', "\\."), value.replace('-', "\\-"))
        })
    }),
    ("a hand sets colons", |link| each(link, |name, value| format!("{name}:{value}"))),
    ("a typesetter sets dots", |link| {
        each(link, |name, value| format!("{}={value}", name.replace('.', "%E2%80%A4")))
    }),
    ("it is pasted twice", |link| format!("{link}&{}", link.trim_start_matches('?'))),
];

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn whatever_happens_to_a_link_is_undone(
        (sample, state) in catalogs_with_state(),
        change in select(&CHANGES[..]),
    ) {
        let link = encode(&sample.catalog, &state);
        let changed = change.1(&link);
        let decoded = decode(&sample.catalog, &changed);
        prop_assert_eq!(&decoded.state, &state, "{}: {}", change.0, changed);
        prop_assert_eq!(decoded.ignored, vec![], "{}: {}", change.0, changed);
    }

    /// One after the other, but for those that end a link's life as a list of pairs.
    #[test]
    fn several_things_that_happen_are_undone_together(
        (sample, state) in catalogs_with_state(),
        changes in vec(select(&CHANGES[6..19]), 2..4),
    ) {
        let link = encode(&sample.catalog, &state);
        let changed = changes.iter().fold(link, |link, change| change.1(&link));
        let decoded = decode(&sample.catalog, &changed);
        prop_assert_eq!(&decoded.state, &state, "{}", changed);
    }

    #[test]
    fn a_hash_that_was_a_part_of_the_query_is_read((sample, state) in catalogs_with_state()) {
        let link = encode(&sample.catalog, &state);
        let broken = link.replace('&', "&#038;");
        let (search, hash) = broken.split_once('#').unwrap_or((&broken, ""));
        let hash = if hash.is_empty() { String::new() } else { format!("#{hash}") };
        let whole = with_hash(search, &hash).unwrap_or_else(|| search.to_owned());
        prop_assert_eq!(decode(&sample.catalog, &whole).state, state, "{}", whole);
    }
}

#[test]
fn other_hashes_are_left_alone() {
    for hash in ["", "#", "#top", "#?secret=a1b2c3", "#38", "#:~:text=a"] {
        assert_eq!(with_hash("?view=fit", hash), None, "{hash}");
    }
}

#[test]
fn settings_are_repaired_like_the_state() {
    let catalog = generated_catalog(6, 3);
    let (expected, _) = Settings::decode(
        &catalog,
        "?theme=dark&text-size=18&accent=3d5afe&only.kind=micro,modular",
    );
    for query in [
        "?theme=dark&amp;text-size=18&amp;accent=%233D5AFE&amp;only_kind=micro,+modular",
        "theme%3Ddark%26text-size%3D18%26accent%3D3d5afe%26only.kind%3Dmicro%2Cmodular",
        "?Theme=DARK.&text%E2%80%91size=18&accent=3d5afe&only.kind[]=micro&only.kind[]=modular",
    ] {
        assert_eq!(Settings::decode(&catalog, query), (expected.clone(), vec![]), "{query}");
    }
    // A line of the host's own keeps its letters.
    let (settings, ignored) = Settings::decode(&catalog, "?disclosure=Paid+by+A%2C+B%3B+100%25.");
    assert_eq!((&*settings.disclosure, ignored), ("Paid by A, B; 100%.", vec![]));
}

/// As what others append can be, on a server that takes any length.
#[test]
fn a_long_query_is_read_in_one_pass() {
    let catalog = generated_catalog(6, 3);
    let many = |part: &str| part.repeat(30_000);
    for query in [
        format!("?today={}", many("3d.")),
        format!("?x{}=y", many("?")),
        format!("?x=y{}", many("%26a=b")),
        format!("?x{}", many("\u{ff1d}\u{ff06}")),
        many("&amp;#61;"),
    ] {
        // It ends at all.
        let _ = decode(&catalog, &query);
    }
}

#[test]
fn a_text_to_search_for_keeps_its_letters() {
    let catalog = generated_catalog(6, 3);
    for text in ["C#", "C++", "3D", "a & b", "50%25", "what?", "A;B|C", "?view=fit", "x=y?z=1"] {
        let text_escaped = escaped(text);
        for before in ["?q=", "?view=result&q=", "?view=result%26q=", "?sort=name&q%EF%BC%9D"] {
            let query = [before, &text_escaped].concat();
            assert_eq!(decode(&catalog, &query).state.search, text, "{query}");
        }
    }
}

/// The parameters that newsletters, networks, shops and analytics append.
#[test]
fn parameters_of_others_are_passed_over() {
    let catalog = generated_catalog(6, 3);
    let others = "utm_source utm_medium utm_campaign utm_term utm_content utm_id fbclid gclid \
        gclsrc gbraid wbraid dclid msclkid twclid ttclid yclid ysclid li_fat_id igshid igsh epik \
        rdt_cid srsltid mc_cid mc_eid mkt_tok oly_enc_id oly_anon_id vero_id vero_conv _hsenc \
        _hsmi __s _ga _gl _bta_tid hsCtaTracking hsa_acc hsa_cam pk_campaign piwik_kwd mtm_source \
        matomo_campaign ref referrer source trk cmpid ncid s_kwcid cid a_aid a_bid w_id p s amp \
        f[category] a[x][] only[type] w%5Bid%5D";
    for name in others.split_whitespace() {
        let decoded = decode(&catalog, &format!("?{name}=x1&view=result"));
        assert_eq!(decoded.ignored, [], "{name}");
        assert_eq!(decoded.state.view.name(), "result", "{name}");
    }
}

/// A share button appends the address that it was pressed on, and a campaign has a sign in its name.
#[test]
fn what_others_write_into_a_value_of_theirs_is_not_followed() {
    let catalog = generated_catalog(6, 3);
    for other in [
        "ref=https%3A%2F%2Fa.example%2F%3Fview%3Dfit%26q%3Dx",
        "ref=home%26view%3Dfit%26q%3Dx",
        "u=%26view%3Dfit",
        "utm_campaign=AT%26T",
        "u=a%26b%26q",
    ] {
        let decoded = decode(&catalog, &format!("?{other}&view=compare"));
        assert_eq!(decoded.ignored, [], "{other}");
        let state = decoded.state;
        assert_eq!((state.view.name(), &*state.search), ("compare", ""), "{other}");
    }
}

#[test]
fn a_name_that_is_nearly_one_of_the_page_is_reported() {
    let catalog = generated_catalog(6, 3);
    for name in
        ["veiw", "vieww", "comapre", "opne", "sorts", "thme", "f.colour", "a.colour", "must.colour"]
    {
        let decoded = decode(&catalog, &format!("?{name}=x1"));
        let [only] = &*decoded.ignored else { panic!("{name}: {:?}", decoded.ignored) };
        assert_eq!((&*only.name, only.why), (name, Why::UnknownParameter));
    }
}
