// Starts a program of the page: fetches it and runs it, and where fetching is refused takes it from a
// script. A page in a frame without an origin of its own may load classic scripts from a host that
// sends no Access-Control-Allow-Origin, but may neither fetch nor load modules.
// It is the script element's data that names program and files, so that one form serves all: `program`
// its name, `wasm` where it is fetched from, `script` the script that holds it packed.
{
  const { program, wasm: address, script } = document.currentScript.dataset;
  const inlined = () => self["stackfit-" + program];

  const inflate = async (text) => {
    const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  };

  const carried = () =>
    new Promise((resolve, reject) => {
      if (inlined()) return resolve(inlined());
      const element = document.createElement("script");
      element.src = script;
      element.onload = () => resolve(inlined());
      element.onerror = reject;
      document.head.append(element);
    }).then(inflate);

  const fetched = async () => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.status);
    return response;
  };

  // What stands in the page is shown first: compiling would hold that up. A page that is out of sight
  // is not shown, and starts after a moment.
  const shown = () =>
    new Promise((go) => {
      requestAnimationFrame(() => setTimeout(go));
      setTimeout(go, 100);
    });

  const run = async (source) => {
    const imports = __wbg_get_imports();
    const found = await source;
    await shown();
    // Compiled while it arrives, where the host says what it is.
    const isStream = found.headers?.get("Content-Type") === "application/wasm";
    const made = isStream
      ? WebAssembly.instantiateStreaming(found, imports)
      : WebAssembly.instantiate(await (found.arrayBuffer?.() ?? found), imports);
    const { instance, module } = await made;
    __wbg_finalize_init(instance, module);
  };

  const start = inlined()
    ? run(carried())
    : run(fetched()).catch((error) => {
        // Once the program has started, starting it again would mend nothing.
        if (wasm !== undefined) throw error;
        return run(carried());
      });

  const tell = (what) => dispatchEvent(new Event("stackfit-" + program + what));

  start.then(
    () => tell(""),
    (error) => {
      console.error(error);
      tell("-failed");
      // The page goes on without its statements.
      if (program === "explain") return;
      document.documentElement.dataset.failed = "";
      document.getElementById("failure")?.removeAttribute("hidden");
    },
  );
}
