// Notes the errors of a page where the browser's driver does not tell them, and tells them the page
// around it, so that the outermost page has all.
(() => {
  const errors = (self.harnessErrors = []);
  const note = (text) => {
    errors.push(text);
    if (parent !== self) top.postMessage({ harnessError: text }, "*");
  };
  const what = ({ message, target }) => message ?? `cannot load ${target.src ?? target.href}`;
  addEventListener("error", (event) => note(what(event)), true);
  addEventListener("unhandledrejection", (event) => note(`unhandled: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) =>
    note(`${event.effectiveDirective} of the policy blocks ${event.blockedURI}`),
  );
  addEventListener("message", ({ data }) => data?.harnessError && errors.push(data.harnessError));
  const { error } = console;
  console.error = (...parts) => {
    note(parts.join(" "));
    error.apply(console, parts);
  };
})();
