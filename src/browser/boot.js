// Starts the page: fetches the program and runs it, and where fetching is refused takes it from a
// script. A page in a frame without an origin of its own may load classic scripts from a host that
// sends no Access-Control-Allow-Origin, but may neither fetch nor load modules.
// It is a script element's data that names the files, so that one form serves every page.
{
  const { wasm: address, script } = document.currentScript.dataset;

  const inflate = async (text) => {
    const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  };

  const carried = () =>
    new Promise((resolve, reject) => {
      if (self.stackfitProgram) return resolve(self.stackfitProgram);
      const element = document.createElement("script");
      element.src = script;
      element.onload = () => resolve(self.stackfitProgram);
      element.onerror = reject;
      document.head.append(element);
    }).then(inflate);

  const fetched = async () => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.status);
    return response;
  };

  const run = async (source) => __wbg_init({ module_or_path: await source });

  const start = address
    ? run(fetched()).catch((error) => {
        // Once the program has started, starting it again would mend nothing.
        if (wasm !== undefined) throw error;
        return run(carried());
      })
    : run(carried());

  start.catch((error) => {
    document.documentElement.dataset.failed = "";
    document.getElementById("failure")?.removeAttribute("hidden");
    console.error(error);
  });
}
