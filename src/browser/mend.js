// Somebody else may change the page while it is used: a translator puts elements in the place of texts, an
// extension wraps words, a script moves what it finds. The program does not know. It would write to texts that
// nobody sees, and stop where a node is not where it was.
//
// So what others change is noted, and before the program changes something, the element that it is in, and those
// around it, get back what the program has put there. Everything else stays as others made it, with focus, caret
// and scroll position; a translator then translates what is new to it. Elements of the program that others
// replace by copies come back by themselves, because nothing works in a copy.
//
// The program changes its part of the page by three operations of the DOM, which are wrapped here.
{
  const { prototype } = Node;
  const { insertBefore, removeChild } = prototype;
  const CONTROLS = "a, button, input, select, textarea, summary, [role=button], [contenteditable]";
  const nodeValue = Object.getOwnPropertyDescriptor(prototype, "nodeValue");

  // What others changed in an element, in their order.
  const changes = new WeakMap();
  // The element that a node was taken out of, and the text that it had.
  const homes = new WeakMap();
  const texts = new WeakMap();
  // What others have put into the page.
  const others = new WeakSet();
  // Whether others have changed anything, and whether the program is at work in this task.
  let isChanged = false;
  let isOwn = false;
  // How often elements still come back, until the program is at work again: whoever copies them may never stop.
  let returns = 3;

  const isOthers = (node) => {
    for (let at = node; at && !homes.has(at); at = at.parentNode) if (others.has(at)) return true;
    return false;
  };

  // The program must not handle events on controls of others. Yew handles an event in the tree whose number the element
  // has; no tree has this one.
  const disown = (node) => {
    // What they have put around something of the program is theirs, and that is not.
    if (homes.has(node) || node.nodeType !== 1) return;
    if (node.matches(CONTROLS)) node.__yew_subtree_id = 0;
    node.childNodes.forEach(disown);
  };

  const note = (records) => {
    const added = [];
    for (const record of records) {
      const { target, addedNodes, removedNodes, oldValue } = record;
      const isText = oldValue !== null;
      const element = isText ? homes.get(target) ?? target.parentElement : target;
      if (!element?.closest?.("#app")) continue;
      for (const node of addedNodes)
        if (!homes.has(node)) {
          others.add(node);
          added.push(node);
        }
      if (isOthers(element)) continue;
      isChanged = true;
      if (!changes.has(element)) changes.set(element, []);
      if (!isText) changes.get(element).push(record);
      else if (!texts.has(target)) texts.set(target, oldValue);
      for (const node of removedNodes) {
        if (homes.has(node) || others.has(node)) continue;
        homes.set(node, element);
        if (node.nodeType === 1 && addedNodes.length) setTimeout(giveBack, 200, node);
      }
    }
    added.forEach(disown);
  };
  const observer = new MutationObserver(note);
  const observe = () =>
    observer.observe(document, { childList: true, subtree: true, characterData: true, characterDataOldValue: true });

  // Undoes the changes in an element. What is in its place is not moved, because it may have the focus.
  const restore = (element) => {
    const nodes = [...element.childNodes];
    for (const { previousSibling, addedNodes, removedNodes } of changes.get(element).reverse())
      nodes.splice(nodes.indexOf(previousSibling) + 1, addedNodes.length, ...removedNodes);
    changes.delete(element);
    for (const node of [...element.childNodes]) if (!nodes.includes(node)) removeChild.call(element, node);
    let next = null;
    for (const node of nodes.reverse()) {
      if (node.parentNode !== element || node.nextSibling !== next) insertBefore.call(element, node, next);
      if (texts.has(node)) nodeValue.set.call(node, texts.get(node));
      texts.delete(node);
      homes.delete(node);
      next = node;
    }
  };

  // Undoes the changes around a node, from the outside.
  const mend = (node) => {
    const around = new Set();
    for (let at = node; at && !around.has(at); at = homes.get(at) ?? at.parentNode) around.add(at);
    for (const at of [...around].reverse()) if (changes.has(at)) restore(at);
  };

  const giveBack = (node) => {
    if (node.isConnected || !homes.has(node) || returns < 1) return;
    returns -= 1;
    note(observer.takeRecords());
    observer.disconnect();
    mend(node);
    observe();
  };

  // Before an operation on a node; whether the program makes it. What it does is not observed, because that takes
  // time.
  const before = (node) => {
    if (!isOwn) {
      // Only the program is WebAssembly. Frames of scripts have the address of the page, whatever that says.
      if (!/wasm-function\[|\[wasm code]/.test(new Error().stack)) return false;
      isOwn = true;
      returns = 3;
      note(observer.takeRecords());
      observer.disconnect();
      queueMicrotask(() => {
        isOwn = false;
        observe();
      });
    }
    if (isChanged) mend(node);
    return true;
  };

  // Where all this does not help, the program goes on all the same.
  prototype.insertBefore = function (node, next) {
    const isLost = before(this) && next && next.parentNode !== this;
    return insertBefore.call(this, node, isLost ? null : next);
  };
  prototype.removeChild = function (node) {
    if (!before(this) || node.parentNode === this) return removeChild.call(this, node);
    node.remove();
    return node;
  };
  Object.defineProperty(prototype, "nodeValue", {
    ...nodeValue,
    set(value) {
      before(this);
      nodeValue.set.call(this, value);
    },
  });
}
