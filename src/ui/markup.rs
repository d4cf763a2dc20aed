//! Markup in Rust: the syntax of Yew's own `html!`, expanded to calls of one small builder.
//!
//! Yew's macro writes the whole construction of each element out in place; this one calls functions
//! that are compiled once.
//! The interface's own code was 128 kB of WebAssembly with Yew's macro and is 70 kB with this one;
//! the page became 6.4 kB smaller after compression, and has a budget to keep.
//!
//! Understood are elements, fragments, attributes with literals or braces, the shorthand `{onclick}`,
//! `key`, click, change, input and toggle listeners, `{ value }` and `{ for iterator }`.
//!
//! # What this module does not do
//! It knows no components and no properties of elements beyond `checked` and `value`, it has no `if`
//! and no `match` of its own, and it does not check that tags are closed by their own name:
//! the rendering tests read every page with a strict parser.

use std::rc::Rc;

use yew::virtual_dom::{Key, Listener, VList, VNode, VTag, VText};
use yew::{AttrValue, Classes, Html};

/// Builds [`Html`] from markup; see the module.
macro_rules! html {
    ($($markup:tt)*) => {{
        let mut markup = $crate::ui::markup::Markup::new();
        $crate::ui::markup::nodes!(markup $($markup)*);
        markup.finish()
    }};
}

/// The nodes of some markup, one after the other.
macro_rules! nodes {
    ($m:ident) => {};
    ($m:ident <> $($rest:tt)*) => {
        $m.open("");
        $crate::ui::markup::nodes!($m $($rest)*);
    };
    ($m:ident </> $($rest:tt)*) => {
        $m.close();
        $crate::ui::markup::nodes!($m $($rest)*);
    };
    ($m:ident </ $tag:ident> $($rest:tt)*) => {
        $m.close();
        $crate::ui::markup::nodes!($m $($rest)*);
    };
    ($m:ident < $tag:ident $($rest:tt)*) => {
        $m.open(stringify!($tag));
        $crate::ui::markup::attributes!($m $($rest)*);
    };
    ($m:ident { for $($items:tt)* } $($rest:tt)*) => {
        $m.each(&mut IntoIterator::into_iter($($items)*));
        $crate::ui::markup::nodes!($m $($rest)*);
    };
    ($m:ident { $($node:tt)* } $($rest:tt)*) => {
        $crate::ui::markup::Content::put($($node)*, &mut $m);
        $crate::ui::markup::nodes!($m $($rest)*);
    };
}

/// The attributes of the element that was opened last, and what follows it.
macro_rules! attributes {
    ($m:ident /> $($rest:tt)*) => {
        $m.close();
        $crate::ui::markup::nodes!($m $($rest)*);
    };
    ($m:ident > $($rest:tt)*) => { $crate::ui::markup::nodes!($m $($rest)*); };
    ($m:ident { $name:ident } $($rest:tt)*) => {
        $crate::ui::markup::attributes!($m $name={$name} $($rest)*);
    };
    ($m:ident key={ $($key:tt)* } $($rest:tt)*) => {
        $m.key(yew::virtual_dom::Key::from($($key)*));
        $crate::ui::markup::attributes!($m $($rest)*);
    };
    ($m:ident key=$key:literal $($rest:tt)*) => {
        $crate::ui::markup::attributes!($m key={$key} $($rest)*);
    };
    ($m:ident onclick={ $($on:tt)* } $($rest:tt)*) => {
        $m.on(yew::html::onclick::Wrapper::__macro_new($($on)*));
        $crate::ui::markup::attributes!($m $($rest)*);
    };
    ($m:ident onchange={ $($on:tt)* } $($rest:tt)*) => {
        $m.on(yew::html::onchange::Wrapper::__macro_new($($on)*));
        $crate::ui::markup::attributes!($m $($rest)*);
    };
    ($m:ident oninput={ $($on:tt)* } $($rest:tt)*) => {
        $m.on(yew::html::oninput::Wrapper::__macro_new($($on)*));
        $crate::ui::markup::attributes!($m $($rest)*);
    };
    ($m:ident ontoggle={ $($on:tt)* } $($rest:tt)*) => {
        $m.on(yew::html::ontoggle::Wrapper::__macro_new($($on)*));
        $crate::ui::markup::attributes!($m $($rest)*);
    };
    ($m:ident $name:ident $(-$more:ident)* = { $($value:tt)* } $($rest:tt)*) => {
        $crate::ui::markup::Attribute::put(
            $($value)*,
            concat!(stringify!($name), $("-", stringify!($more)),*),
            &mut $m,
        );
        $crate::ui::markup::attributes!($m $($rest)*);
    };
    ($m:ident $name:ident $(-$more:ident)* = $value:literal $($rest:tt)*) => {
        $crate::ui::markup::attributes!($m $name$(-$more)* = {$value} $($rest)*);
    };
}

pub(in crate::ui) use {attributes, html, nodes};

/// Markup in the making: the elements that are open, the outermost first.
pub(in crate::ui) struct Markup(Vec<Open>);

/// An element that is not closed yet; a fragment where its tag is empty.
struct Open {
    tag: VTag,
    is_fragment: bool,
    children: Vec<VNode>,
    /// Whether the number of children may differ from one drawing to the next.
    has_list: bool,
}

impl Markup {
    #[inline(never)]
    pub(in crate::ui) fn new() -> Self {
        let mut markup = Self(Vec::new());
        markup.open("");
        markup
    }

    #[inline(never)]
    pub(in crate::ui) fn open(&mut self, tag: &'static str) {
        self.0.push(Open {
            is_fragment: tag.is_empty(),
            tag: VTag::new(tag),
            children: Vec::new(),
            has_list: false,
        });
    }

    #[inline(never)]
    pub(in crate::ui) fn close(&mut self) {
        if let Some(open) = self.0.pop() {
            self.push(open.closed());
        }
    }

    #[inline(never)]
    pub(in crate::ui) fn key(&mut self, key: Key) {
        if let Some(open) = self.0.last_mut() {
            open.tag.key = Some(key);
        }
    }

    #[inline(never)]
    pub(in crate::ui) fn on(&mut self, listener: Option<Rc<dyn Listener>>) {
        if let (Some(open), Some(listener)) = (self.0.last_mut(), listener) {
            open.tag.add_listener(listener);
        }
    }

    #[inline(never)]
    fn set(&mut self, name: &'static str, text: AttrValue) {
        let Some(Open { tag, .. }) = self.0.last_mut() else {
            return;
        };
        if name == "value" && matches!(tag.tag(), "input" | "textarea") {
            tag.set_value(Some(text));
        } else if name != "class" || !text.is_empty() {
            tag.add_attribute(name, text);
        }
    }

    /// An attribute that is there, with its name as its value, or is not.
    #[inline(never)]
    fn set_flag(&mut self, name: &'static str, is_there: bool) {
        let Some(Open { tag, .. }) = self.0.last_mut() else {
            return;
        };
        if name == "checked" {
            tag.set_checked(is_there);
        } else if is_there {
            tag.add_attribute(name, name);
        }
    }

    #[inline(never)]
    pub(in crate::ui) fn push(&mut self, node: VNode) {
        if let Some(open) = self.0.last_mut() {
            open.children.push(node);
        }
    }

    #[inline(never)]
    pub(in crate::ui) fn each(&mut self, nodes: &mut dyn Iterator<Item = Html>) {
        if let Some(open) = self.0.last_mut() {
            open.has_list = true;
            open.children.extend(nodes);
        }
    }

    #[inline(never)]
    pub(in crate::ui) fn finish(mut self) -> Html {
        self.0.pop().map(Open::closed).unwrap_or_default()
    }
}

impl Open {
    fn closed(self) -> VNode {
        let Self { mut tag, is_fragment, mut children, has_list } = self;
        let inner = match children.pop() {
            // Something that comes and goes stays a list, so that its neighbours are left alone.
            Some(only) if children.is_empty() && !has_list => only,
            Some(last) => {
                children.push(last);
                VNode::from(VList::with_children(children, None))
            }
            None => VNode::default(),
        };
        if is_fragment {
            return inner;
        }
        if let Some(place) = tag.children_mut() {
            *place = inner;
        }
        VNode::from(tag)
    }
}

/// What can stand between tags.
pub(in crate::ui) trait Content {
    /// Adds it to the element that is open.
    fn put(self, markup: &mut Markup);
}

/// What an attribute can be given.
pub(in crate::ui) trait Attribute {
    /// Sets the attribute of the element that is open.
    fn put(self, name: &'static str, markup: &mut Markup);
}

impl Content for VNode {
    fn put(self, markup: &mut Markup) {
        markup.push(self);
    }
}

impl Attribute for bool {
    fn put(self, name: &'static str, markup: &mut Markup) {
        markup.set_flag(name, self);
    }
}

impl<T: Attribute> Attribute for Option<T> {
    fn put(self, name: &'static str, markup: &mut Markup) {
        if let Some(value) = self {
            value.put(name, markup);
        }
    }
}

impl Attribute for Classes {
    fn put(self, name: &'static str, markup: &mut Markup) {
        markup.set(name, self.to_string().into());
    }
}

/// Each conversion is compiled once and called, not written out at every place that needs it.
macro_rules! texts {
    ($($text:ty => $make:expr),+ $(,)?) => {$(
        impl Content for $text {
            #[inline(never)]
            fn put(self, markup: &mut Markup) {
                let make: fn($text) -> AttrValue = $make;
                markup.push(VNode::from(VText::new(make(self))));
            }
        }

        impl Attribute for $text {
            #[inline(never)]
            fn put(self, name: &'static str, markup: &mut Markup) {
                let make: fn($text) -> AttrValue = $make;
                markup.set(name, make(self));
            }
        }
    )+};
}

texts! {
    &'static str => AttrValue::Static,
    String => AttrValue::from,
    &String => |text| AttrValue::from(text.clone()),
    AttrValue => |text| text,
    &AttrValue => AttrValue::clone,
    u8 => |number| AttrValue::from(number.to_string()),
    u16 => |number| AttrValue::from(number.to_string()),
    u32 => |number| AttrValue::from(number.to_string()),
    usize => |number| AttrValue::from(number.to_string()),
}
