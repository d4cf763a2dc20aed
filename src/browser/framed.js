// In a frame: hears the host before the program does, and keeps in sight what the reader has acted on. It is
// inlined in the page; `host.rs` dispatches the two events of the page's own.
if (parent !== self) {
  const root = document.documentElement;
  const tell = (message) => parent.postMessage({ stackfit: { v: 1, ...message } }, "*");

  // What the host says before the program listens is kept, the last of each kind, and repeated then. Settings add up.
  // Its colours are followed at once.
  const kept = new Map();
  let chosen = root.dataset.theme;
  let around;
  const keep = ({ source, origin, data }) => {
    if (source !== parent) return;
    const own = data?.stackfit;
    const { type, theme, scheme } = own ?? {};
    const kind = [type, data?.type, data?.message].join();
    const isConfig = type === "config";
    const whole = isConfig ? { stackfit: { ...kept.get(kind)?.data.stackfit, ...own } } : data;
    kept.delete(kind);
    kept.set(kind, { data: whole, origin });
    if (isConfig) chosen = theme ?? chosen;
    if (type === "viewport") around = scheme;
    const shown = [chosen, around].find((it) => it === "light" || it === "dark");
    if (shown) root.dataset.theme = shown;
    else delete root.dataset.theme;
  };
  addEventListener("message", keep);
  addEventListener(
    "stackfit-listens",
    () => {
      removeEventListener("message", keep);
      for (const { data, origin } of kept.values()) {
        // Firefox makes no event from a window of another origin.
        const again = new MessageEvent("message", { data, origin });
        dispatchEvent(Object.defineProperty(again, "source", { value: parent }));
      }
    },
    { once: true },
  );
  tell({ type: "loading" });

  // A browser scrolls to what gets the focus before the host has fitted the frame, and some do not scroll the page
  // around at all. So what has the focus after an action, or was pressed, is shown once more with the new height,
  // and the host is told where it is. A reader who has gone on meanwhile is left alone.
  let target;
  let time = -Infinity;
  const note = (event) => {
    target = event.target;
    time = performance.now();
  };
  const show = () => {
    const { activeElement, body } = document;
    const element = activeElement === body ? target : activeElement;
    if (performance.now() - time > 1000 || !element?.isConnected) return;
    element.scrollIntoView({ block: "nearest" });
    const { top, height } = element.getBoundingClientRect();
    // What sticks to the lower edge would cover it.
    const covered = parseFloat(getComputedStyle(root).scrollPaddingBottom) || 0;
    tell({ type: "focus", top: Math.round(top + scrollY), height: Math.round(height + covered) });
  };
  for (const kind of ["click", "keydown"]) addEventListener(kind, note, true);
  // A press gives the focus as well: what moved under the pointer then would not be clicked.
  const leave = () => (time = -Infinity);
  for (const kind of ["pointerdown", "wheel", "touchmove"]) addEventListener(kind, leave, { capture: true, passive: true });
  for (const kind of ["stackfit-reported", "resize"]) addEventListener(kind, show);
  addEventListener("focusin", () => setTimeout(show));
}
