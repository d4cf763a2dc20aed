// Types a word into the search as soon as the field is visible, and times the answer: the first frame in which only
// cards with that name are left.
self.seek = new Promise((resolve) => {
    const word = 'django';
    const isSeen = (element) => element?.checkVisibility({ visibilityProperty: true });
    const look = () => {
        requestAnimationFrame(look);
        const field = document.querySelector('#app #search');
        if (!self.typed && isSeen(field)) {
            self.typed = performance.now();
            field.focus();
            field.value = word;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        const names = [...document.querySelectorAll('#app h3')].filter(isSeen).map((one) => one.textContent);
        const isFound = self.typed && document.querySelector('#app[data-ready]')
            && names.length < 12 && names[0]?.toLowerCase().includes(word);
        if (!isFound) return;
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve({ search: performance.now() });
        channel.port2.postMessage(0);
    };
    requestAnimationFrame(look);
});
