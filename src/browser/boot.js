// Starts the programs of the page; it is inlined in the page. The data attributes of a script element
// describe a program: `program` is its name, `wasm` the address of its wasm, and `script` a script that
// contains the same wasm compressed. The element's own script is that of wasm-bindgen for the target
// `no-modules`: without Access-Control-Allow-Origin from the host, a frame with an opaque origin may load
// classic scripts, but may neither fetch nor load modules.
{
  const root = document.documentElement;

  // The name that wasm-bindgen's script declares. It is not a property of the window.
  const bound = { app: () => wasm_bindgen, explain: () => stackfit_explain };

  const load = (element, source) =>
    new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = () => reject(new Error("cannot load " + source));
      element.src = source;
      if (!element.isConnected) document.head.append(element);
    });

  // The prerendered page is painted first, because compiling would delay it. A page that is out of view
  // is not painted, and starts after a timeout.
  const shown = () =>
    new Promise((go) => {
      requestAnimationFrame(() => setTimeout(go));
      setTimeout(go, 100);
    });

  const fetched = async (address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.status);
    await shown();
    // Compiled while it streams, if the host sends the right type.
    return response.headers.get("Content-Type") === "application/wasm"
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer());
  };

  const inlined = async (name, script) => {
    if (!self[name]) await load(document.createElement("script"), script);
    const packed = Uint8Array.from(atob(self[name]), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const bytes = await new Response(stream).arrayBuffer();
    await shown();
    return WebAssembly.compile(bytes);
  };

  // A page that is left, or a frame that is removed, stops loading, which is no failure. Some browsers report it
  // before the page is gone; the timers of a page that is gone do not run. A page that is about to be left gets
  // longer, because the next one may be slow to answer.
  let patience = 300;
  const leave = () => (patience = 5000);

  const fail = (error, isPage) =>
    setTimeout(() => {
      console.error(error);
      // The page works without its explanations.
      if (!isPage) return;
      root.dataset.failed = "";
      document.getElementById("failure")?.removeAttribute("hidden");
    }, patience);

  // Marks are decoration, so everything else is fetched before them.
  const decorate = () => {
    const holder = document.querySelector("[data-marks]");
    if (!holder || root.dataset.noMarks === "") return;
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: holder.dataset.marks });
    holder.removeAttribute("data-marks");
    document.head.append(link);
  };

  // WebKit scrolls what receives the focus behind bars that stick to the edge; this keeps it clear of them. What
  // is pressed with a pointer stays where it is.
  if (parent === self)
    document.addEventListener("focusin", ({ target }) => {
      if (target.matches(":focus-visible")) target.scrollIntoView({ block: "nearest" });
    });

  // Starts the program of an element whose script has run, or is about to be loaded.
  const start = async ({ program, wasm, script }, binding) => {
    const name = "stackfit-" + program;
    const tell = (what) => dispatchEvent(new Event(name + what));
    addEventListener("beforeunload", leave);
    try {
      const module = self[name]
        ? inlined(name)
        : fetched(wasm).catch(() => inlined(name, script));
      const [module_or_path] = await Promise.all([module, binding]);
      await bound[program]()({ module_or_path });
      tell("");
      decorate();
    } catch (error) {
      tell("-failed");
      fail(error, program === "app");
    }
    // It could keep the page out of the browser's cache of pages to go back to.
    removeEventListener("beforeunload", leave);
  };

  // A program that is loaded later, or is part of a page in one file, starts once its script has run.
  document.addEventListener(
    "load",
    ({ target: { dataset } }) => dataset?.program && !dataset.src && start(dataset),
    true,
  );

  // The page's program is fetched once the page is painted, because it would delay the paint. A page that is
  // out of view is not painted, and starts after a second.
  const begin = () => {
    const element = document.querySelector("script[data-src]");
    if (element && !element.src) {
      const binding = load(element, element.dataset.src);
      // The program is not next to the page: the page's file was saved or opened alone.
      binding.catch(() => (root.dataset.alone = ""));
      start(element.dataset, binding);
    }
    if (!element && document.readyState === "loading") setTimeout(begin, 1000);
  };
  setTimeout(begin, 1000);
  new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
}
