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

  // ---------------------------------------------------------------- the address
  // The parameters of a query, each as it is written, with the name and value that the program reads there
  // (`domain::query`): a query may come escaped as a whole, and names in other spellings.
  const plain = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return unescape(text);
    }
  };
  const parts = (query) =>
    (query.includes("=") ? query : query.replace(/%(?:25)*([2-7]\w)/g, (_, code) => unescape("%" + code)))
      .replaceAll("%EF%BC%9D", "=")
      .replace(/%26(?=[^&=%]+=)|%EF%BC%86/g, "&")
      .split(/(?=[?&])/)
      .map((text) => {
        const whole = plain(text.slice(1)).toLowerCase().replaceAll("\\", "");
        const [name, ...rest] = whole.split(whole.includes("=") ? "=" : ":");
        return { text, name: name.replace(/^amp(?=\w)|.*;|\[.*/g, "").replace("_", "."), value: rest.join("=") };
      });
  const valueOf = (query, wanted) => parts(query).find(({ name }) => name === wanted)?.value;

  // ---------------------------------------------------------------- another view
  // The view that a query leads to; none for the cards. Then the same with the details that are open.
  const viewIn = (query) => valueOf(query, "view")?.match(/^(fit|result|compare|team|embed)\b/)?.[0];
  const place = (query) => [viewIn(query), valueOf(query, "open")].join("");

  // The static page is not what a link to another view asks for: it says what is coming instead. The head is read
  // first, so this is done again while the page arrives.
  const announce = () => {
    const heading = document.querySelector(".coming h2");
    if (!heading) return;
    const asked = location.search;
    for (const link of app().querySelectorAll(".views a"))
      if (place(link.search) === place(asked)) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    for (const status of app().querySelectorAll(".sf > [role=status]")) status.hidden = isElsewhere();
    const card = document.getElementById("details-" + valueOf(asked, "open"));
    const text = card?.textContent ?? heading.dataset[viewIn(asked) ?? "browse"] ?? "";
    // A change would call this again.
    if (heading.textContent !== text) heading.textContent = text;
  };

  // What was filtered, answered or sorted is not drawn in the static page either, but for what was chosen in it.
  const isElsewhere = () => {
    const own = new Map(chosen());
    return (
      !!viewIn(location.search) ||
      parts(location.search).some(
        ({ name, value }) =>
          value &&
          own.get(name)?.toLowerCase() !== value &&
          // Affiliates name theirs `a_aid`, and no id of a catalog ends like that.
          /^((open|q|compare|sort|only)$|(only|[fa]|\d+)\.(?!\w?id$).)/.test(name),
      )
    );
  };
  const look = () => root.toggleAttribute("data-elsewhere", isElsewhere());
  const turn = () => {
    for (const it of document.querySelectorAll("[aria-busy]")) it.removeAttribute("aria-busy");
    look();
    announce();
  };
  on("popstate", () => read === null && turn());

  // ---------------------------------------------------------------- links and buttons
  // Gives parameters of the address new values, with an entry of the history for another view; false where the
  // browser refuses, as inside `srcdoc`. What nobody has changed stays as it is written: the program undoes what
  // happens to links, and this does not.
  const go = (changes) => {
    let list = parts(location.search);
    for (const [changed, value] of changes) {
      list = list.filter(({ name }) => name !== changed);
      if (value) list.push({ name: changed, text: `&${changed}=${encodeURIComponent(value).replaceAll("%2C", ",")}` });
    }
    const text = list.map((part) => part.text).join("").replace(/^./, "?");
    if (!changes[0] || text === location.search) return true;
    const isEntry = parent === self && place(text) !== place(location.search);
    try {
      // A path may begin with two slashes, which would name a host.
      history[isEntry ? "pushState" : "replaceState"](null, "", location.href.split(/[?#]/)[0] + text + location.hash);
      return true;
    } catch {
      return false;
    }
  };

  // A link of the static page knows neither the settings of the host nor what was chosen meanwhile.
  const follow = (link) => go([["view"], ["step"], ["open"], ...new URLSearchParams(link.search)]);

  on("click", (event) => {
    const it = event.target.closest?.("a, button, summary");
    if (!it || !app()?.contains(it) || root.dataset.failed) return;
    if (it.matches("summary")) return touched.add(it.parentNode);
    if (it.matches("a:not([href^='?'])") || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    it.setAttribute("aria-busy", "true");
    const left = place(location.search);
    // What was chosen stays in the entry of the history that is left.
    if (it.matches("a") && read === null) go(chosen());
    if (it.matches("a") && read === null && follow(it)) {
      // An answer hides nothing.
      if (place(location.search) === left) return;
      turn();
      scrollTo(0, 0);
      document.querySelector(".coming h2")?.focus();
    } else touched.add(it);
  });

  // ---------------------------------------------------------------- controls
  // The address says it soon, for a page that is loaded again or left before the program has started: a choice once it
  // is painted, and what is typed after a pause. Before a reload `pagehide` comes too late.
  let writing;
  const write = () => read === null && !root.dataset.failed && go(chosen());
  on("input change toggle scroll", ({ target, type }) => {
    if (!app()?.contains(target)) return;
    touched.add(target);
    if (type === "change") return setTimeout(write, 30);
    clearTimeout(writing);
    writing = setTimeout(write, 300);
  });
  on("pagehide", write);

  // A press or a word that is being composed ends where it began: the program waits, but not for ever.
  let timer;
  let pressed;
  const hold = ({ target, type }) => {
    pressed = type === "pointerdown" && target;
    root.dataset.held = "";
    clearTimeout(timer);
    timer = setTimeout(release, 10000);
  };
  const release = () => delete root.dataset.held;
  on("pointerdown compositionstart compositionupdate", hold);
  // The click comes after the pointer is up.
  on("pointerup pointercancel compositionend", () => setTimeout(release));
  // After a press on a list of the browser's own there is no pointer up, and while it is open no move elsewhere.
  on("change focusout", ({ target }) => target === pressed && setTimeout(release));
  on("keyup", ({ key, target }) => key === "Escape" && target === pressed && release());
  on("pointermove", ({ buttons, target }) => buttons || !pressed || target === pressed || release());

  // What was chosen, as parameters of a link. So the first drawing of the program has it already. A control in the
  // static page is named as its parameter.
  const chosen = () => {
    const compared = new Set(valueOf(location.search, "compare")?.match(/[\w-]+/g));
    return [...touched].flatMap((it) => {
      if (it.type !== "checkbox") return it.name ? [[it.name, it.value]] : [];
      const { facet } = it.dataset;
      if (facet) {
        const ticked = it.closest("#app")?.querySelectorAll(`[data-facet="${facet}"]:checked`) ?? [];
        return [["f." + facet, [...ticked].map((box) => box.value).join()]];
      }
      const card = it.closest(".card")?.querySelector("[id^=details-]")?.id.slice(8);
      if (!card) return [];
      compared.delete(card);
      if (it.checked) compared.add(card);
      return [["compare", [...compared].join()]];
    });
  };
  if (look()) {
    const arriving = new MutationObserver(announce);
    arriving.observe(document, { childList: true, subtree: true });
    addEventListener("DOMContentLoaded", () => {
      announce();
      arriving.disconnect();
    });
  }
  addEventListener(
    "stackfit-app-start",
    () => {
      go(chosen());
      read = location.search;
    },
    { once: true },
  );

  // ---------------------------------------------------------------- the program takes over
  // The element of the program that is the same as one of the static page: by id or name, or else the one at the
  // same place among its like.
  const twin = (it, old, stage) => {
    if (it.matches("summary")) return twin(it.parentNode, old, stage)?.querySelector("summary");
    const by = (...names) =>
      names.every((name) => it.hasAttribute(name)) &&
      it.tagName + names.map((name) => `[${name}=${JSON.stringify(it.getAttribute(name))}]`).join("");
    const likes = [by("id"), by("data-facet", "value"), by("aria-label"), by("href")];
    // Another state has other links, and boxes in another order.
    if (!it.matches("a, [type=checkbox]"))
      likes.push(by("data-facet"), by("class"), `[class="${it.parentNode?.className}"] > ${it.tagName}`);
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
    // It was taken away when the program was found to have stopped.
    if (!stage.isConnected) return;
    const old = app();
    const { activeElement } = document;
    const hadFocus = old.contains(activeElement);
    // What is not in the page has no place to which it is scrolled, and no selection.
    const scrolled = [...touched].map((it) => [it, [it.scrollLeft, it.scrollTop]]);
    const { selectionStart, selectionEnd, selectionDirection } = activeElement;
    // Firefox has none in a frame that is not displayed.
    const selection = getSelection() ?? {};
    const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = selection;
    const topOf = (it) => it.getBoundingClientRect().top;
    const named = scrollY ? [...old.querySelectorAll("main [id]")].filter((it) => it.offsetHeight) : [];
    const near = named.find((it) => topOf(it) >= 0) ?? named.at(-1);
    const top = near && topOf(near);
    // Where the browser only estimates heights, the page would move.
    if (near) root.dataset.back = "";
    listening.abort();
    release();
    // Styles hide the second text, but a host may refuse them.
    for (const it of document.querySelectorAll(".slow, .still")) it.remove();
    old.remove();
    stage.removeAttribute("class");
    // Once all is carried and drawn, and before it is painted.
    requestAnimationFrame(() => {
      const now = near && document.getElementById(near.id);
      if (now?.offsetHeight) scrollBy(0, topOf(now) - top);
    });
    dispatchEvent(new Event("stackfit-app-shown"));
    // Once the program has connected itself to the page, and before the next key.
    queueMicrotask(() => {
      const tell = () => dispatchEvent(new PopStateEvent("popstate"));
      // The reader has gone back meanwhile.
      if (location.search !== read) tell();
      let isUnplaced = false;
      for (const [it, place] of scrolled)
        try {
          const to = twin(it, old, stage);
          if (to) carry(it, to, place);
          else if (it.matches("input, select") || (it.matches("a") && follow(it))) isUnplaced = true;
        } catch (error) {
          // Others may have changed the page. The rest is carried all the same.
          console.error(error);
        }
      // A text that was selected, where the first drawing has it too.
      if (!isCollapsed)
        try {
          const [anchor, end] = [anchorNode, focusNode].map((it) => {
            const to = twin(it.parentNode, old, stage).childNodes[[...it.parentNode.childNodes].indexOf(it)];
            return to.textContent === it.textContent && to;
          });
          selection.setBaseAndExtent(anchor, anchorOffset, end, focusOffset);
        } catch {
          // It is elsewhere.
        }
      // What has no place in the first drawing can be said by the address.
      if (isUnplaced && go(chosen())) tell();
      if (!hadFocus || stage.contains(document.activeElement)) return;
      const to = twin(activeElement, old, stage) ?? document.getElementById("view-title");
      to?.focus({ preventScroll: true });
      if (selectionStart != null) to?.setSelectionRange?.(selectionStart, selectionEnd, selectionDirection);
    });
  };
}
