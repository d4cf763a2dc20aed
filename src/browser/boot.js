// Starts the programs of the page; it is inlined in the page. The data attributes of a script element
// describe a program: `program` is its name, `wasm` the address of its wasm, and `script` a script that
// contains the same wasm compressed. The element's own script is that of wasm-bindgen for the target
// `no-modules`: without Access-Control-Allow-Origin from the host, a frame with an opaque origin may load
// classic scripts, but may neither fetch nor load modules.
{
  const root = document.documentElement;

  // The name that wasm-bindgen's script declares. It is not a property of the window.
  const bound = { app: () => wasm_bindgen, explain: () => stackfit_explain };

  // Hosts may require that the addresses of scripts come from a policy. This one knows the page's own server.
  const origin = (address) => new URL(address, document.baseURI).origin;
  const policy = (() => {
    try {
      return self.trustedTypes?.createPolicy("stackfit", {
        createScriptURL: (address) => (origin(address) === origin("") ? address : null),
      });
    } catch {
      // The host does not allow it; whether it requires one is seen when a script is loaded.
    }
  })();

  const load = (element, address) =>
    new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = () => reject(Object.assign(new Error(address), { isMissing: true }));
      element.src = policy ? policy.createScriptURL(address) : address;
      if (!element.isConnected) document.head.append(element);
    });

  // For the program, which loads other scripts: the element names the address in `data-src`.
  self.stackfitLoad = (element) => {
    element.src = policy ? policy.createScriptURL(element.dataset.src) : element.dataset.src;
  };

  // For the program: a task of its own.
  self.stackfitSoon = (task) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      task();
    };
    port2.postMessage(0);
  };

  // The prerendered page is painted first, because compiling would delay it. A page that is out of view
  // is not painted, and starts after a timeout.
  const painted = new Promise((go) => {
    new PerformanceObserver(go).observe({ type: "paint", buffered: true });
    setTimeout(go, 2000);
  });

  const fetched = async (address) => {
    // The page itself comes first.
    const response = await fetch(address, { priority: "low" });
    if (!response.ok) throw new Error(address + ": " + response.status);
    await painted;
    // Compiled while it streams, if the host sends the right type.
    return response.headers.get("Content-Type") === "application/wasm"
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer());
  };

  const inlined = async (name, script) => {
    if (!self[name]) await load(document.createElement("script"), script);
    await painted;
    const packed = Uint8Array.from(atob(self[name]), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return WebAssembly.compile(await new Response(stream).arrayBuffer());
  };

  // A page that is left, or a frame that is removed, stops loading, which is no failure. Some browsers report it
  // before the page is gone; the timers of a page that is gone do not run. A page that is about to be left gets
  // longer, because the next one may be slow to answer.
  let patience = 300;
  const leave = () => (patience = 5000);

  // A page that was left before its program came is kept without it, and has its address to go on with.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && !root.dataset.failed && !document.querySelector("#app[data-ready]")) location.reload();
  });

  // The least program: whether there is WebAssembly here, and whether this page may use it.
  const hasWasm = async () => {
    try {
      return await WebAssembly.instantiate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    } catch {
      return false;
    }
  };

  const fail = (error, isPage, code = "wasm") =>
    setTimeout(async () => {
      console.error(error);
      // The page works without its explanations.
      if (!isPage) return;
      const isAlone = error.isMissing && location.protocol === "file:";
      const why = (await hasWasm()) ? (isAlone ? "alone" : "start") : "wasm";
      // What was drawn so far is not the whole.
      document.querySelector(".stage")?.remove();
      // What stops later is not on the page as it was built.
      if (!document.querySelector("#app[data-ready]")) root.dataset.failed = why;
      if (parent !== self) parent.postMessage({ stackfit: { v: 1, type: "error", code } }, "*");
      const notice = document.getElementById("failure");
      if (!notice) return;
      notice.querySelector("code").textContent = error.message;
      notice.hidden = false;
    }, patience);

  // For the program, when it stops, which it does once.
  let isStopped = false;
  self.stackfitFail = (code) => {
    if (!isStopped) fail(new Error("the first view: " + code), true, code);
    isStopped = true;
  };

  // It cannot say that itself where the browser has stopped it. An error in its start is caught below.
  const stopped = ({ error, reason }) => {
    if (self.WebAssembly && (error ?? reason) instanceof WebAssembly.RuntimeError) self.stackfitFail("wasm");
  };
  addEventListener("error", stopped);
  addEventListener("unhandledrejection", stopped);

  // Marks are decoration, so everything else comes before them: a style sheet that arrives has the whole page
  // styled anew.
  const decorate = () => {
    const holder = document.querySelector("#app[data-marks]");
    if (!holder || root.dataset.noMarks === "") return;
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: holder.dataset.marks });
    holder.removeAttribute("data-marks");
    document.head.append(link);
  };

  // WebKit scrolls what receives the focus behind bars that stick to the edge; this keeps it clear of them. What
  // is pressed with a pointer stays where it is, and so does what had the focus before: in the static page, or when
  // the reader comes back from another window.
  let last;
  let isHandedOver = false;
  if (parent === self)
    document.addEventListener("focusin", ({ target }) => {
      if (target !== last && !isHandedOver && target.matches(":focus-visible")) target.scrollIntoView({ block: "nearest" });
      last = target;
    });

  // Starts the program of an element whose script has run, or is about to be loaded.
  const start = async ({ program, wasm, script }, binding) => {
    const name = "stackfit-" + program;
    const tell = (what) => dispatchEvent(new Event(name + what));
    addEventListener("beforeunload", leave);
    try {
      const module = self[name] ? inlined(name) : fetched(wasm).catch(() => inlined(name, script));
      const [module_or_path] = await Promise.all([module, binding]);
      tell("-start");
      await bound[program]()({ module_or_path });
      tell("");
    } catch (error) {
      tell("-failed");
      fail(error, program === "app");
    }
    // It could keep the page out of the browser's cache of pages to go back to.
    removeEventListener("beforeunload", leave);
  };

  addEventListener(
    "stackfit-app-shown",
    () => {
      isHandedOver = true;
      setTimeout(() => {
        isHandedOver = false;
        decorate();
      });
    },
    { once: true },
  );

  // The page's program and its script are asked for at once, while the page itself is still read. The page in one
  // file has no such element.
  const own = document.querySelector("script[data-program=app][data-wasm]");
  if (own) start(own.dataset, load(own, own.dataset.src));

  // A program that is loaded later, or is part of a page in one file, starts once its script has run. Scripts of
  // others, such as extensions, may have data attributes too.
  document.addEventListener(
    "load",
    ({ target }) => {
      if (target === own || !target.matches?.("script[data-program]")) return;
      const { program, wasm } = target.dataset;
      if (Object.hasOwn(bound, program) && (wasm || self["stackfit-" + program])) start(target.dataset);
    },
    true,
  );

  // From here on, styles show what needs a program.
  root.dataset.scripted = "";
}
