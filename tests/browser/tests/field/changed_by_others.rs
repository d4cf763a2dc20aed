//! Translators, extensions and other scripts change the page while it is used.
//!
//! What they do is done to one page before each action of a reader, and not to another; after each both
//! have to show the same.

use anyhow::{Result, ensure};
use browser_tests::widget::{
    button, compare_box, expect_address, expect_heading_focused, facet_value, option, remove, way,
};
use browser_tests::{Look, Page, scenario};
use tokio::sync::OnceCell;

/// The texts that a reader sees, without the spaces that elements around words add and without the address of the
/// server, and what is ticked and typed.
const SEEN: &str = r"
    document.documentElement.dataset.framed = '';
    const fields = [...document.querySelectorAll('main input, main select, main textarea')];
    const state = (it) => it.type === 'checkbox' || it.type === 'radio' ? it.checked : it.value;
    return [document.querySelector('.sf > [role=status]').textContent, document.querySelector('main').innerText,
        document.querySelector('.views').innerText, ...fields.map(state)].join('|').replace(/\s+/g, '').replaceAll(location.host, '')";

/// The texts of the page that a translator would touch.
const TEXTS: &str = "const texts = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
            const { data, parentElement } = walker.currentNode;
            if (data.trim() && !parentElement.closest('script, style, textarea, [translate=no], font, option, svg'))
                found.push(walker.currentNode);
        }
        return found;
    };
    const app = document.querySelector('#app');";

/// What Chrome's translation does to a text: two elements stand in its place.
const FONT: &str = "const font = (text) => {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        for (const it of [outer, inner]) it.setAttribute('style', 'vertical-align: inherit;');
        inner.append(text.data);
        outer.append(inner);
        text.parentNode?.replaceChild(outer, text);
    };";

/// Chrome's translation of everything that is there.
const TRANSLATED: &str = "texts(app).forEach(font);
    document.documentElement.lang = 'de';
    document.documentElement.classList.add('translated-ltr');";

/// The same, and of all that comes later.
const TRANSLATED_FOR_EVER: &str = "texts(app).forEach(font);
    if (!window.translates) {
        window.translates = true;
        document.documentElement.lang = 'de';
        document.documentElement.classList.add('translated-ltr');
        new MutationObserver((records) => {
            for (const { addedNodes } of records)
                for (const node of addedNodes)
                    if (node.nodeType === 3 && node.parentNode) texts(node.parentNode).includes(node) && font(node);
                    else if (node.nodeType === 1) texts(node).forEach(font);
        }).observe(document.body, { childList: true, subtree: true });
    }";

/// What others do to a page, by name.
const OTHERS: [(&str, &str); 10] = [
    ("a translator", TRANSLATED),
    ("a translator that goes on", TRANSLATED_FOR_EVER),
    (
        "a translator that writes into texts",
        "for (const text of texts(app)) text.data = '«' + text.data + '»';
        for (const text of texts(app)) text.data = text.data.replace(/[«»]/g, '');",
    ),
    (
        "a translator that merges texts",
        "for (const text of texts(app).reverse()) {
            const before = text.previousSibling;
            if (before?.nodeType !== 3) continue;
            before.data += text.data;
            text.data = '';
        }",
    ),
    (
        "an extension that moves texts into an element",
        "for (const text of texts(app)) {
            const it = document.createElement('span');
            text.replaceWith(it);
            it.append(text);
        }",
    ),
    (
        "an extension that marks the beginning of texts",
        "for (const text of texts(app)) {
            const range = document.createRange();
            range.setStart(text, 0);
            range.setEnd(text, Math.ceil(text.data.length / 2));
            range.surroundContents(document.createElement('mark'));
        }",
    ),
    (
        "an extension that wraps each word",
        "for (const text of texts(app)) {
            const words = text.data.split(/(?<= )/).map((word) => {
                const it = document.createElement('bdi');
                it.textContent = word;
                return it;
            });
            text.replaceWith(...words);
        }",
    ),
    ("a highlighter that cleans up behind itself", "document.body.normalize();"),
    (
        "an extension that puts icons beside texts",
        "for (const text of texts(app)) {
            text.parentNode.insertBefore(document.createElement('i'), text);
            text.after(document.createComment('icon'));
        }",
    ),
    (
        "an extension that puts elements into boxes of its own",
        "for (const it of document.querySelectorAll('main p, main h2, main h3')) {
            const around = document.createElement('div');
            it.before(around);
            around.appendChild(it);
        }",
    ),
];

/// An action of a reader.
enum Act {
    Click(String),
    Type(&'static str),
    Open(&'static str),
    Back,
}

/// A walk through every view.
fn walk() -> Vec<Act> {
    use Act::{Back, Click, Open, Type};
    let css = |at: &str| Click(at.to_owned());
    vec![
        Click(facet_value("Language", "Python")),
        css("#search"),
        Type("web"),
        Click(button("Clear all")),
        Click(button("Undo")),
        Click(button("Clear all")),
        Click(compare_box("Django")),
        css(".card:nth-child(1) .check input"),
        css("#details-django"),
        css(".detail .check input"),
        css(".detail .check input"),
        css(".detail p a.button"),
        Click(way("Compare")),
        css(".compare__bar .check input"),
        css(".versus__out"),
        Click(way("Find my fit")),
        Click(option("Python")),
        css(".ways__next"),
        css(".option input"),
        css(".ways__next"),
        css(".ways__back"),
        Click(way("Result")),
        css(".answer summary"),
        css(".answer[open] .option input"),
        css(".rank__name"),
        css("#more"),
        Back,
        Open("?view=result&a.language=python&a.size=medium"),
        css(".decision > summary"),
        css("#record-choice option:nth-child(2)"),
        css("#record-format option:nth-child(3)"),
        Open("?view=team&1.name=Ana&1.a.language=python&2.name=Ben&2.a.language=ruby"),
        css("#person-2"),
        Type("!"),
        css("#team-link"),
        Type("a.language=go"),
        Click(button("Add")),
        Click(remove("Ana")),
        Open("?view=fit&step=review&a.language=python&a.size=medium"),
        Click(button("Start over")),
        Click(button("Undo")),
        Open("?view=embed"),
        css(".preset input"),
        css(".embed__more > summary"),
    ]
}

async fn act(page: &Page<'_>, act: &Act) -> Result<()> {
    match act {
        Act::Click(at) => page.click(at).await,
        Act::Type(text) => page.type_text(text).await,
        Act::Open(query) => page.open(query).await,
        Act::Back => page.back().await,
    }
}

async fn seen(page: &Page<'_>) -> Result<String> {
    Ok(page.run(SEEN).await?.as_str().unwrap_or_default().to_owned())
}

async fn others(page: &Page<'_>, change: &str) -> Result<()> {
    page.run(&format!("{TEXTS} {FONT} {change}")).await?;
    Ok(())
}

/// What each step of the walk shows in an untouched page.
async fn untouched() -> Result<Vec<String>> {
    let mut texts = Vec::new();
    let all = &mut texts;
    scenario("", Look::WIDE.calm(), async |page| {
        for step in walk() {
            act(page, &step).await?;
            page.settle().await?;
            all.push(seen(page).await?);
        }
        Ok(())
    })
    .await?;
    Ok(texts)
}

/// Walks through every view of a page that others change before each action; it shows what an untouched one does.
async fn compare_all(changes: &[(&str, &str)]) -> Result<()> {
    // The walk through the untouched page takes a while, and is the same for all.
    static UNTOUCHED: OnceCell<Vec<String>> = OnceCell::const_new();
    let untouched = UNTOUCHED.get_or_try_init(untouched).await?;
    scenario("", Look::WIDE.calm(), async |page| {
        for (who, change) in changes {
            page.open("?").await?;
            for (n, (step, wanted)) in walk().iter().zip(untouched).enumerate() {
                others(page, change).await?;
                act(page, step).await?;
                page.expect(&format!("{who}, step {n}"), wanted.as_str(), async || {
                    seen(page).await
                })
                .await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_translated_page_says_what_an_untouched_one_does() -> Result<()> {
    compare_all(&OTHERS[..4]).await
}

#[tokio::test]
async fn a_page_with_wrapped_texts_says_what_an_untouched_one_does() -> Result<()> {
    compare_all(&OTHERS[4..8]).await
}

#[tokio::test]
async fn a_page_with_moved_elements_says_what_an_untouched_one_does() -> Result<()> {
    compare_all(&OTHERS[8..]).await
}

/// A translator that uses what the program uses, in a page whose own address speaks of WebAssembly.
#[tokio::test]
async fn the_program_is_not_known_by_the_address_of_the_page() -> Result<()> {
    let translated = "for (const text of texts(app)) {
            const it = document.createElement('font');
            it.textContent = text.data;
            text.parentNode.insertBefore(it, text);
            text.parentNode.removeChild(text);
        }";
    scenario("?disclosure=wasm", Look::WIDE.calm(), async |page| {
        let at = facet_value("Language", "Python");
        page.click(&at).await?;
        page.settle().await?;
        let wanted = seen(page).await?;
        page.open("?disclosure=wasm").await?;
        // From a script of the page, whose frames have its address.
        let script = format!("{TEXTS} {translated}");
        page.run(&format!(
            "const it = document.createElement('script');
            it.textContent = {};
            document.head.append(it)",
            serde_json::to_string(&format!("{{{script}}}"))?
        ))
        .await?;
        ensure!(page.count("main font").await? > 20, "nothing was translated");
        page.click(&at).await?;
        page.expect("what is seen", wanted, async || seen(page).await).await
    })
    .await
}

#[tokio::test]
async fn a_page_that_was_translated_before_its_program_started_is_true_as_well() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        for query in
            ["?f.language=python", "?view=result&a.language=python&a.size=medium", "?open=django"]
        {
            page.open(query).await?;
            page.settle().await?;
            let wanted = seen(page).await?;
            page.go(&format!("{}/{query}", page.origin())).await?;
            others(page, TRANSLATED_FOR_EVER).await?;
            page.wait_until_ready().await?;
            page.expect(query, wanted, async || seen(page).await).await?;
        }
        Ok(())
    })
    .await
}

/// Damage that stays visible wherever the program does not draw anew.
const DAMAGE: [&str; 2] = [
    "for (const text of texts(document.querySelector('main'))) text.remove();",
    "for (const it of document.querySelectorAll('main ul, main p, main h2, main table *'))
        it.append(...[...it.childNodes].reverse());",
];

#[tokio::test]
async fn a_page_whose_texts_are_taken_away_or_turned_around_goes_on() -> Result<()> {
    let walk = [
        facet_value("Language", "Python"),
        way("Find my fit"),
        option("Python"),
        way("Result"),
        ".answer summary".to_owned(),
        way("Compare"),
        way("Browse"),
    ];
    scenario("", Look::WIDE.calm(), async |page| {
        let mut untouched = Vec::new();
        for at in &walk {
            page.click(at).await?;
            page.settle().await?;
            untouched.push(seen(page).await?);
        }
        for damage in DAMAGE {
            page.open("?").await?;
            for (at, wanted) in walk.iter().zip(&untouched) {
                if at.contains("views") {
                    others(page, damage).await?;
                }
                page.click(at).await?;
                // A view is drawn anew, whatever became of the one before.
                if at.contains("views") {
                    page.expect(at, wanted.as_str(), async || seen(page).await).await?;
                }
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_replaced_by_a_copy_works_again() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        page.run(
            "const main = document.querySelector('main');
            main.innerHTML = main.innerHTML.replace(/Python/g, '<mark>Python</mark>')",
        )
        .await?;
        page.wait_until("!document.querySelector('main mark')", "the page's own elements").await?;
        page.click(&facet_value("Language", "Python")).await?;
        expect_address(page, "f.language=python").await
    })
    .await
}

#[tokio::test]
async fn focus_caret_scroll_and_what_is_open_stay_in_a_translated_page() -> Result<()> {
    scenario("", Look::WIDE.calm(), async |page| {
        page.click("#search").await?;
        page.type_text("wb").await?;
        others(page, TRANSLATED_FOR_EVER).await?;
        page.run("document.querySelector('#search').setSelectionRange(1, 1)").await?;
        page.type_text("e").await?;
        expect_address(page, "q=web").await?;
        let caret =
            "document.activeElement.id === 'search' && document.activeElement.selectionStart === 2";
        page.wait_until(caret, "the caret stays in the middle of the word").await?;

        page.open("?open=django").await?;
        page.click(".facts li:nth-child(3) .fact > summary").await?;
        others(page, TRANSLATED_FOR_EVER).await?;
        page.run("scrollTo(0, 500)").await?;
        let before = page.run("return scrollY").await?;
        page.run("document.querySelector('.detail .check input').click()").await?;
        page.wait_until("location.search.includes('compare=django')", "the tick is followed")
            .await?;
        ensure!(page.run("return scrollY").await? == before, "the page has moved");
        ensure!(page.count("details.fact[open]").await? == 1, "what was open is closed");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn names_and_figures_are_not_translated() -> Result<()> {
    let marked = "return ['#details-django', '.card__points', '.tray .chip', '.rank__name', '.rank__points',
            '.leader__figure', '.leader h2 a', '.shortlist__name', '.shortlist__points', '.detail h2',
            '#record-choice option:nth-child(2)']
        .filter((at) => document.querySelector(at) && !document.querySelector(at).closest('[translate=no]')).join()";
    // What is marked anywhere is a name or a figure. In sentences about the result no name is left to a translator.
    let left = "const named = [...document.querySelectorAll('[translate=no]')].map((it) => it.textContent.replace(/^\\d+\\./, '').trim());
        const names = new Set(named.filter((text) => /^[A-Z][a-z]+$/.test(text)));
        const left = texts(app).filter((text) => text.parentElement.closest('.statements, .leader'))
            .filter((text) => text.data.split(/[^\\w]+/).some((word) => names.has(word)));
        // A flex box takes away the space between a text and a name.
        const joined = [...document.querySelectorAll('[translate=no]')].filter((it) =>
            it.previousSibling instanceof Text && /flex|grid/.test(getComputedStyle(it.parentElement).display));
        return [...left, ...joined].map((it) => it.textContent).join('|');";
    scenario("", Look::WIDE.calm(), async |page| {
        for query in [
            "?a.language=python&a.size=medium&compare=django",
            "?view=result&a.language=python&a.size=medium",
            "?view=result&a.language=python&a.building=content-site",
            "?view=fit&step=box&a.language=python&a.size=medium",
            "?open=django",
            "?view=team&1.name=Ana&1.a.language=python&2.name=Ben&2.a.language=ruby",
        ] {
            page.open(query).await?;
            if query.contains("=result") {
                page.click(".decision > summary").await?;
                page.wait_for(".leader .statements .line", "how firm it is").await?;
            }
            if query.contains("=team") {
                page.wait_for(".team__outcome tbody th", "the ranking").await?;
            }
            let found = page.run(marked).await?;
            ensure!(found == "", "{query}: {found}");
            let found = page.run(&[TEXTS, left].concat()).await?;
            ensure!(found == "", "{query}: {found}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_somebody_does_with_a_control_of_others_is_not_for_the_page() -> Result<()> {
    scenario("?f.language=python", Look::WIDE.calm(), async |page| {
        // In a link, in a button, in the label of a box, and in what folds a facet.
        page.run(
            "for (const at of ['#details-django', '.active .button', '.card .check', '.facet summary']) {
                const own = document.querySelector(at);
                for (const tag of ['button', 'input', 'a', 'select']) {
                    const it = document.createElement(tag);
                    it.className = 'others';
                    it.textContent = 'others';
                    own.append(it);
                }
            }",
        )
        .await?;
        let before = seen(page).await?;
        page.run(
            "const stay = (event) => event.target.closest('.others') && event.preventDefault();
            addEventListener('click', stay);
            for (const it of document.querySelectorAll('.others')) {
                it.click();
                it.dispatchEvent(new Event('change', { bubbles: true }));
                it.dispatchEvent(new Event('input', { bubbles: true }));
            }",
        )
        .await?;
        page.settle().await?;
        ensure!(seen(page).await? == before, "it did something");
        expect_address(page, "f.language=python").await?;
        // What others have put around the page's own words is for the page.
        others(page, TRANSLATED).await?;
        page.run("document.querySelector('.active .button font').click()").await?;
        expect_address(page, "").await?;
        page.run("document.querySelectorAll('.others').forEach((it) => it.remove())").await?;
        page.click("#details-django").await?;
        expect_heading_focused(page).await
    })
    .await
}
