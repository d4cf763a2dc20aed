// Records the errors of a page, for browsers whose driver does not report them, and forwards them to the
// host page, so that the outermost page has all of them.
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
