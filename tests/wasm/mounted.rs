//! The interface, mounted in the page of the tests and used as a reader uses it.

use std::cell::RefCell;

use gloo::timers::future::TimeoutFuture;
use stackfit::domain::catalog::Catalog;
use stackfit::report::{Explainer, Request};
use stackfit::ui::{App, AppProps, Model};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};
use yew::AppHandle;

use super::{document, start_at, window};

/// How long something may take to be drawn, in steps of ten milliseconds.
const MOST_STEPS: u32 = 500;

/// The interface in the page; it goes away with the value.
pub(crate) struct Mounted {
    pub(crate) model: Model,
    root: Element,
    app: Option<AppHandle<App>>,
}

impl Mounted {
    /// The page that a link opens, once its first view is drawn.
    pub(crate) async fn open(query: &str) -> Self {
        let catalog = stackfit::embedded::catalog().expect("the build checked the catalog");
        Self::of(catalog, query).await
    }

    /// The page of a catalog that a link opens, once its first view is drawn.
    pub(crate) async fn of(catalog: Catalog, query: &str) -> Self {
        start_at(&format!("/{query}"));
        provide_explainer();
        // A test that failed leaves its page behind.
        if let Some(old) = document().get_element_by_id("app") {
            old.remove();
        }
        let root = document().create_element("div").expect("an element can be made");
        // The interface marks the mount point as ready, by this id.
        root.set_id("app");
        let body = document().body().expect("the page has a body");
        body.append_child(&root).expect("the page can be added to");
        let model = Model::new(catalog, query);
        let props = AppProps::new(model, query.to_owned());
        let app = yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
        let mounted = Self { model, root, app: Some(app) };
        mounted
            .until("the first view is drawn", |page| page.root.has_attribute("data-ready"))
            .await;
        // Whoever uses the page is noticed, and what is fetched later comes.
        mounted.root.dispatch_event(&event("pointerover")).expect("an event can be sent");
        mounted.settle().await;
        mounted
    }

    /// Waits until nothing has changed for a moment.
    pub(crate) async fn settle(&self) {
        let look = || (self.root.inner_html(), focused());
        let (mut seen, mut n_same) = (look(), 0);
        while n_same < 4 {
            TimeoutFuture::new(25).await;
            let now = look();
            n_same = if now == seen { n_same + 1 } else { 0 };
            seen = now;
        }
    }

    /// Waits until something holds.
    pub(crate) async fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        for _ in 0..MOST_STEPS {
            if holds(self) {
                return;
            }
            TimeoutFuture::new(10).await;
        }
        panic!("{what}: not after {} ms; the page is {}", MOST_STEPS * 10, self.text("main"));
    }

    /// All elements that match a CSS selector.
    pub(crate) fn all(&self, css: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(css).expect(css);
        (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
    }

    /// The only element that matches a CSS selector.
    pub(crate) fn one(&self, css: &str) -> HtmlElement {
        let mut all = self.all(css);
        assert_eq!(all.len(), 1, "{css}");
        all.remove(0)
    }

    /// The text of an element.
    pub(crate) fn text(&self, css: &str) -> String {
        self.one(css).text_content().unwrap_or_default()
    }

    /// Clicks the first element that matches a CSS selector, and waits until that is drawn.
    pub(crate) async fn click(&self, css: &str) {
        let all = self.all(css);
        all.first().unwrap_or_else(|| panic!("there is no {css}")).click();
        self.settle().await;
    }

    /// Types a text into the search, a letter after the other, without a pause.
    pub(crate) fn type_quickly(&self, text: &str) {
        let field: HtmlInputElement = self.one("#search").unchecked_into();
        for letter in text.chars() {
            field.set_value(&format!("{}{letter}", field.value()));
            field.dispatch_event(&event("input")).expect("an event can be sent");
        }
    }

    /// What the search field holds.
    pub(crate) fn typed(&self) -> String {
        self.one("#search").unchecked_into::<HtmlInputElement>().value()
    }

    /// Sends an event to the window, as the browser does.
    pub(crate) async fn tell_window(&self, name: &str) {
        window().dispatch_event(&event(name)).expect("an event can be sent");
        self.settle().await;
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

/// The id of what has the focus.
pub(crate) fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

/// An event that bubbles.
fn event(name: &str) -> Event {
    let new = js_sys::Function::new_with_args("name", "return new Event(name, { bubbles: true })");
    new.call1(&JsValue::NULL, &name.into()).expect("an event can be made").unchecked_into()
}

thread_local! {
    static EXPLAINER: RefCell<Option<Explainer>> = const { RefCell::new(None) };
}

/// Puts the second program into the page: the same answers, by the same bytes.
fn provide_explainer() {
    EXPLAINER.set(None);
    let answer = Closure::<dyn Fn(Vec<u8>) -> Option<Vec<u8>>>::new(|request: Vec<u8>| {
        let request: Request = postcard::from_bytes(&request).ok()?;
        EXPLAINER.with_borrow_mut(|explainer| {
            let new = || {
                Some(Explainer::new(stackfit::embedded::catalog()?, request.query, request.today))
            };
            let explainer = match explainer {
                Some(explainer) => explainer,
                None => explainer.insert(new()?),
            };
            postcard::to_allocvec(&explainer.explain(&request)?).ok()
        })
    });
    let name = JsValue::from_str("stackfitExplain");
    js_sys::Reflect::set(&window(), &name, answer.as_ref()).expect("a property can be set");
    answer.forget();
}
