//! One source: what it declares, imports and names.

use std::collections::BTreeSet;

use syn::visit::{self, Visit};

/// A path in a source, segment by segment.
pub(super) type Name = Vec<String>;

/// What an import brings in.
pub(super) struct Import {
    /// The name it is known by; none for all names of a module.
    pub(super) alias: Option<String>,
    pub(super) target: Name,
    pub(super) is_reexport: bool,
}

/// What the source of a module declares and names.
#[derive(Default)]
pub(super) struct Source {
    pub(super) children: BTreeSet<String>,
    pub(super) items: BTreeSet<String>,
    pub(super) imports: Vec<Import>,
    pub(super) used: BTreeSet<Name>,
    /// How many modules within the file are around what is being read.
    depth: usize,
}

impl Source {
    /// What some code declares, imports and names; the path is told where the code cannot be read.
    pub(super) fn read(path: &str, code: &str) -> Self {
        let file = syn::parse_file(code).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut source = Self::default();
        source.visit_file(&file);
        source
    }
}

/// Whether something is there for tests only: `#[cfg(test)]`, or `#[cfg(all(test, …))]`.
fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).any(|attribute| {
        let tokens = attribute.meta.require_list().map(|list| list.tokens.to_string());
        tokens.is_ok_and(|tokens| tokens == "test" || tokens.starts_with("all (test"))
    })
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        _ => &[],
    }
}

impl Source {
    fn name_of(&mut self, item: &syn::Item) {
        let name = match item {
            syn::Item::Const(item) => &item.ident,
            syn::Item::Enum(item) => &item.ident,
            syn::Item::Fn(item) => &item.sig.ident,
            syn::Item::Static(item) => &item.ident,
            syn::Item::Struct(item) => &item.ident,
            syn::Item::Trait(item) => &item.ident,
            syn::Item::Type(item) => &item.ident,
            syn::Item::Macro(syn::ItemMacro { ident: Some(ident), .. }) => ident,
            _ => return,
        };
        if self.depth == 0 {
            self.items.insert(name.to_string());
        }
    }

    fn import(&mut self, tree: &syn::UseTree, mut target: Name, is_reexport: bool) {
        let mut add = |alias: Option<String>, target: Name| {
            let target = self.outside(target);
            self.imports.push(Import { alias, target, is_reexport });
        };
        match tree {
            syn::UseTree::Path(path) => {
                target.push(path.ident.to_string());
                self.import(&path.tree, target, is_reexport);
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, target.clone(), is_reexport);
                }
            }
            syn::UseTree::Name(name) if name.ident == "self" => add(target.last().cloned(), target),
            syn::UseTree::Name(name) => {
                target.push(name.ident.to_string());
                add(Some(name.ident.to_string()), target);
            }
            syn::UseTree::Rename(rename) => {
                target.push(rename.ident.to_string());
                add(Some(rename.rename.to_string()), target);
            }
            syn::UseTree::Glob(_) => add(None, target),
        }
    }

    /// A path as it would be written outside of the modules within the file.
    fn outside(&self, mut path: Name) -> Name {
        let n_supers = path.iter().take_while(|part| *part == "super").count();
        let n_within = n_supers.min(self.depth);
        path.drain(..n_within);
        if n_within > 0 && n_within == n_supers {
            path.insert(0, "self".to_owned());
        }
        path
    }

    fn use_path(&mut self, path: Name) {
        let path = self.outside(path);
        self.used.insert(path);
    }

    /// Notes what looks like a path in the input of a macro.
    fn use_tokens(&mut self, tokens: proc_macro2::TokenStream) {
        let mut path: Name = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.end_of_path(&mut path);
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                proc_macro2::TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                other => {
                    self.end_of_path(&mut path);
                    colons = 0;
                    if let proc_macro2::TokenTree::Group(group) = other {
                        self.use_tokens(group.stream());
                    }
                }
            }
        }
        self.end_of_path(&mut path);
    }

    /// A single word in small letters is a variable more often than something of the module.
    fn end_of_path(&mut self, path: &mut Name) {
        let path = core::mem::take(path);
        let is_type = |word: &String| word.starts_with(|letter: char| letter.is_ascii_uppercase());
        if path.len() > 1 || path.first().is_some_and(is_type) {
            self.use_path(path);
        }
    }
}

impl<'ast> Visit<'ast> for Source {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if !is_for_tests(attributes(item)) {
            self.name_of(item);
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        match &item.content {
            Some(_) => {
                self.items.insert(item.ident.to_string());
                self.depth += 1;
                visit::visit_item_mod(self, item);
                self.depth -= 1;
            }
            None => {
                self.children.insert(item.ident.to_string());
            }
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let is_reexport = !matches!(item.vis, syn::Visibility::Inherited);
        self.import(&item.tree, Vec::new(), is_reexport);
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.use_path(path.segments.iter().map(|part| part.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        visit::visit_macro(self, call);
        self.use_tokens(call.tokens.clone());
    }
}
