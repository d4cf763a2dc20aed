// Starts the programs of the page; it stands in the page itself. A script element names a program by its
// data: `program` its name, `wasm` where that is fetched from, and `script` a script that holds the same
// wasm packed. The element's own script is what wasm-bindgen made for the target `no-modules`, because a
// page in a frame without an origin of its own may load classic scripts from a host that sends no
// Access-Control-Allow-Origin, but may neither fetch nor load modules.
{
  const root = document.documentElement;

  // The one name that each of wasm-bindgen's scripts declares. It is no property of the window.
  const bound = { app: () => wasm_bindgen, explain: () => stackfit_explain };

  const load = (element, source) =>
    new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = () => reject(new Error("cannot load " + source));
      element.src = source;
      if (!element.isConnected) document.head.append(element);
    });

  // What stands in the page is shown first: compiling would hold that up. A page that is out of sight
  // is not shown, and starts after a moment.
  const shown = () =>
    new Promise((go) => {
      requestAnimationFrame(() => setTimeout(go));
      setTimeout(go, 100);
    });

  const fetched = async (address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.status);
    await shown();
    // Compiled while it arrives, where the host says what it is.
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

  const fail = (error) => {
    console.error(error);
    root.dataset.failed = "";
    document.getElementById("failure")?.removeAttribute("hidden");
  };

  // Starts the program of an element whose script has run, or is about to be loaded.
  const start = async ({ program, wasm, script }, binding) => {
    const name = "stackfit-" + program;
    const tell = (what) => dispatchEvent(new Event(name + what));
    try {
      const module = self[name]
        ? inlined(name)
        : fetched(wasm).catch(() => inlined(name, script));
      const [module_or_path] = await Promise.all([module, binding]);
      await bound[program]()({ module_or_path });
      tell("");
    } catch (error) {
      tell("-failed");
      // The page goes on without its explanations.
      if (program === "app") fail(error);
      else console.error(error);
    }
  };

  // A program that is loaded later, or stands in a page of one file, starts once its script has run.
  document.addEventListener(
    "load",
    ({ target: { dataset } }) => dataset?.program && !dataset.src && start(dataset),
    true,
  );

  // The page's program is fetched once the page is painted, because both at once hold the paint up. A page
  // that is out of sight is not painted, and starts after a second.
  const begin = () => {
    const element = document.querySelector("script[data-src]");
    if (element && !element.src) {
      const binding = load(element, element.dataset.src);
      // The program is not beside the page: somebody keeps or opens the page's file alone.
      binding.catch(() => (root.dataset.alone = ""));
      start(element.dataset, binding);
    }
    if (!element && document.readyState === "loading") setTimeout(begin, 1000);
  };
  setTimeout(begin, 1000);
  new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
}
