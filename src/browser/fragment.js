// A link to a part of the page moves the focus there and does nothing else. The browser's own way would add an entry
// to the history, which in a frame is the host's, and would load the host's page into a frame without an address.
// With a key held, a link opens a tab or a window, and is left to the browser.
addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    document.getElementById(link.getAttribute("href").slice(1))?.focus();
  },
  true,
);
