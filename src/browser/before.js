// The page before its program has started: it notes what a reader does, and hands it over at the start. The
// program draws itself into a container of its own, `stage`; each control of the static page has a twin there.
{
  const root = document.documentElement;
  const app = () => document.getElementById("app");
  // What was typed into, ticked, opened, scrolled or pressed, in that order. What the browser filled in by itself,
  // as after a reload, is not among it.
  const touched = new Set();
  const listening = new AbortController();
  const on = (types, hear, signal = listening.signal) =>
    types.split(" ").forEach((type) => addEventListener(type, hear, { capture: true, signal }));
  // The query that the program has read; none before it reads one.
  let read = null;

  // ---------------------------------------------------------------- another view
  // What a query leads to, such as `view=result`; nothing for the cards.
  const place = (query) =>
    (query.match(/[?&;]open=[\w-]+/) ?? query.match(/[?&;]view=(?!browse)[\w-]+/))?.[0].slice(1);

  // The static page is not what a link to another view asks for: it says what is coming instead. The head is read
  // first, so this is done again while the page arrives.
  const announce = () => {
    const heading = document.querySelector(".coming h2");
    if (!heading) return;
    const asked = place(location.search);
    for (const link of app().querySelectorAll(".views a"))
      if (place(link.search) === asked) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    for (const status of app().querySelectorAll(".sf > [role=status]")) status.hidden = isElsewhere();
    const [kind, name] = asked?.split("=") ?? [];
    const card = kind === "open" && document.getElementById("details-" + name);
    const text = card ? card.textContent : (heading.dataset[name ?? "browse"] ?? "");
    // A change would call this again.
    if (heading.textContent !== text) heading.textContent = text;
  };

  // What was filtered, answered or sorted is not drawn in the static page either.
  const isElsewhere = () => /[?&;](view|open|q|compare|sort|only|f\.|a\.|1\.)/.test(location.search);
  const look = () => root.toggleAttribute("data-elsewhere", isElsewhere());
  if (look()) {
    const arriving = new MutationObserver(announce);
    arriving.observe(document, { childList: true, subtree: true });
    addEventListener("DOMContentLoaded", () => {
      announce();
      arriving.disconnect();
    });
  }
  const turn = () => {
    look();
    announce();
  };
  on("popstate", () => read === null && turn());

  // ---------------------------------------------------------------- links and buttons
  // Changes the address, with an entry of the history for another view; false where the browser refuses, as inside
  // `srcdoc`.
  const go = (change) => {
    const query = new URLSearchParams(location.search);
    const before = String(query);
    change(query);
    // What nobody has changed stays as it is written: the program undoes what happens to links, and this does not.
    if (String(query) === before) return true;
    const text = ("?" + query).replaceAll("%2C", ",").replace(/^\?$/, "");
    const isEntry = parent === self && place(text) !== place(location.search);
    try {
      history[isEntry ? "pushState" : "replaceState"](null, "", location.pathname + text + location.hash);
      return true;
    } catch {
      return false;
    }
  };

  // A link of the static page knows neither the settings of the host nor what was chosen meanwhile.
  const follow = (link) =>
    go((query) => {
      ["view", "step", "open"].forEach((name) => query.delete(name));
      new URLSearchParams(link.search).forEach((value, name) => query.set(name, value));
    });

  on("click", (event) => {
    const it = event.target.closest?.("a, button, summary");
    if (!it || !app()?.contains(it) || document.querySelector("#failure:not([hidden])")) return;
    if (it.matches("summary")) return touched.add(it.parentNode);
    if (it.matches("a:not([href^='?'])") || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    it.setAttribute("aria-busy", "true");
    if (it.matches("a") && read === null && follow(it)) {
      if (!place(location.search)) return;
      turn();
      scrollTo(0, 0);
      document.querySelector(".coming h2")?.focus();
    } else touched.add(it);
  });

  // ---------------------------------------------------------------- controls
  on("input change toggle scroll", ({ target }) => app()?.contains(target) && touched.add(target));

  // A press or a word that is being composed ends where it began: the program waits, but not for ever.
  let timer;
  const hold = () => {
    root.dataset.held = "";
    clearTimeout(timer);
    timer = setTimeout(release, 10000);
  };
  const release = () => delete root.dataset.held;
  on("pointerdown compositionstart compositionupdate", hold);
  // The click comes after the pointer is up.
  on("pointerup pointercancel compositionend", () => setTimeout(release));

  // A control in the static page is named as the parameter of a link that has its value. So the first drawing of
  // the program has it already.
  addEventListener(
    "stackfit-app-start",
    () => {
      const change = (query) => {
        for (const { name, type, value, dataset } of touched) {
          const facet = type === "checkbox" && dataset.facet;
          const ticked = facet && app().querySelectorAll(`input[data-facet="${facet}"]:checked`);
          const [key, text] = facet ? ["f." + facet, [...ticked].map((box) => box.value).join()] : [name, value];
          if (key) text ? query.set(key, text) : query.delete(key);
        }
      };
      if (touched.size) go(change);
      read = location.search;
    },
    { once: true },
  );

  // ---------------------------------------------------------------- the program takes over
  // The element of the program that is the same as one of the static page: by id, or else the one at the same place
  // among its like.
  const twin = (it, old, stage) => {
    const by = (...names) =>
      names.every((name) => it.hasAttribute(name)) &&
      it.tagName + names.map((name) => `[${name}=${JSON.stringify(it.getAttribute(name))}]`).join("");
    const within = `[class="${it.parentNode.className}"] > ${it.tagName}`;
    const likes = [by("id"), by("data-facet", "value"), by("data-facet"), by("aria-label"), by("href")];
    // Another state has other links.
    if (!it.matches("a")) likes.push(by("class"), within);
    for (const like of likes.filter(Boolean)) {
      const at = [...old.querySelectorAll(like)].indexOf(it);
      const found = stage.querySelectorAll(like)[at];
      if (found) return found;
    }
  };

  const carry = (from, to, [left, top]) => {
    if (from.matches("a, button")) return to.click();
    to.scrollTo(left, top);
    if (from.matches("details") && to.open !== from.open) to.querySelector("summary").click();
    if (from.matches("[type=checkbox], [type=radio]")) to.checked !== from.checked && to.click();
    else if (from.matches("input, select") && to.value !== from.value) {
      to.value = from.value;
      to.dispatchEvent(new Event(from.matches("select") ? "change" : "input", { bubbles: true }));
    }
  };

  self.stackfitTakeOver = (stage) => {
    const old = app();
    const { activeElement } = document;
    const hadFocus = old.contains(activeElement);
    // What is not in the page has no place to which it is scrolled, and no selection.
    const scrolled = [...touched].map((it) => [it, [it.scrollLeft, it.scrollTop]]);
    const { selectionStart, selectionEnd, selectionDirection } = activeElement;
    listening.abort();
    release();
    document.getElementById("slow")?.remove();
    old.remove();
    stage.removeAttribute("class");
    dispatchEvent(new Event("stackfit-app-shown"));
    // Once the program has connected itself to the page, and before the next key.
    queueMicrotask(() => {
      const tell = () => dispatchEvent(new PopStateEvent("popstate"));
      // The reader has gone back meanwhile.
      if (location.search !== read) tell();
      for (const [it, place] of scrolled) {
        const to = twin(it, old, stage);
        if (to) carry(it, to, place);
        else if (it.matches("a") && follow(it)) tell();
      }
      if (!hadFocus || stage.contains(document.activeElement)) return;
      const to = twin(activeElement, old, stage) ?? document.getElementById("view-title");
      to?.focus({ preventScroll: true });
      if (selectionStart != null) to?.setSelectionRange?.(selectionStart, selectionEnd, selectionDirection);
    });
  };
}
