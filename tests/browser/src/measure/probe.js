// Times one interaction within the page; probe.rs explains how.
self.probe = (() => {
    // How long nothing visible may change until the result is final, in milliseconds.
    const QUIET = 300;
    const PATIENCE = 20000;

    // Runs in the next frame, and then once that is painted.
    const inFrame = (start, then) => requestAnimationFrame(() => {
        const handed = start(performance.now());
        const channel = new MessageChannel();
        channel.port1.onmessage = () => then(performance.now(), handed);
        channel.port2.postMessage(0);
    });
    const isSeen = (element) => Boolean(element?.checkVisibility({ visibilityProperty: true }));
    // Announcements are for screen readers only.
    const isSeenChange = ({ type, target, addedNodes, removedNodes }) => {
        const element = type === 'childList' && target.nodeType === 1 ? target : target.parentElement;
        if (!isSeen(element) || element.closest('[role=status], [aria-live]')) return false;
        // What is added may be folded away.
        const isAdded = type === 'childList' && removedNodes.length === 0;
        return !isAdded || [...addedNodes].some((node) => node.nodeType !== 1 || isSeen(node));
    };

    // The first visible element of an XPath.
    const find = (path) => {
        const kind = XPathResult.ORDERED_NODE_SNAPSHOT_TYPE;
        const all = document.evaluate(path, document, null, kind, null);
        for (let at = 0; at < all.snapshotLength; at++) {
            const element = all.snapshotItem(at);
            if (isSeen(element) && element.getClientRects().length) return element;
        }
        return null;
    };

    // Where to click, after scrolling it into view.
    const place = (path) => {
        const found = find(path);
        if (!found) throw new Error(`nothing can be seen at ${path}`);
        const element = found.closest('label') ?? found;
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = element.getClientRects()[0];
        const [x, y] = [left + width / 2, top + height / 2];
        const hit = document.elementFromPoint(x, y);
        if (!element.contains(hit)) throw new Error(`something else is in front of ${path}`);
        return [x, y];
    };

    let result = null;
    let begin = null;
    // Prepares for an interaction; `isShown` tells whether its result is in the page.
    const arm = (isShown) => {
        if (isShown()) throw new Error('the result is there before anything is done');
        const times = { handled: null, frame: null, letter: null, shown: null, painted: null };
        let start = null;
        let from = null;
        let changes = [];
        let quiet = 0;
        let end;
        let fail;
        result = new Promise((resolve, reject) => { [end, fail] = [resolve, reject]; });
        const patience = setTimeout(() => stop(false), PATIENCE);
        begin = (time) => { start ??= time; };
        const onEvent = (event) => {
            from ??= performance.now();
            begin(event.timeStamp);
        };
        const onInput = () => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => { times.handled ??= performance.now() - from; };
            channel.port2.postMessage(0);
            inFrame((frame) => {
                times.handled ??= frame - from;
                return frame;
            }, (now, frame) => {
                times.frame = now - frame;
                times.letter = now - start;
                if (times.shown === null && isShown()) times.shown = now - start;
                wait();
            });
        };
        const stop = (isDone) => {
            clearTimeout(patience);
            observer.disconnect();
            for (const type of ['click', 'keydown']) removeEventListener(type, onEvent, true);
            removeEventListener('input', onInput, true);
            if (isDone) end(times);
            else fail(new Error(`no result: ${JSON.stringify({ start, ...times })}`));
        };
        const wait = () => {
            clearTimeout(quiet);
            quiet = setTimeout(() => {
                if (start !== null && times.shown !== null && !changes.length) stop(true);
            }, QUIET);
        };
        const observer = new MutationObserver((records) => {
            const isFirst = !changes.length;
            changes.push(...records);
            if (!isFirst) return;
            inFrame(() => changes.splice(0), (now, painted) => {
                // Checked after the frame, so that the check takes none of its time.
                if (painted.some(isSeenChange)) times.painted = now - start;
                if (times.shown === null && isShown()) times.shown = now - start;
                wait();
            });
        });
        observer.observe(document.body, {
            subtree: true, childList: true, attributes: true, characterData: true,
        });
        for (const type of ['click', 'keydown']) addEventListener(type, onEvent, true);
        addEventListener('input', onInput, true);
    };

    const back = () => {
        begin(performance.now());
        history.back();
    };

    // Resolves once nothing has changed and nothing has arrived for some milliseconds.
    const rest = (milliseconds) => new Promise((resolve) => {
        let timer;
        const again = () => {
            clearTimeout(timer);
            timer = setTimeout(() => {
                watching.forEach((one) => one.disconnect());
                resolve(true);
            }, milliseconds);
        };
        const watching = [new MutationObserver(again), new PerformanceObserver(again)];
        watching[0].observe(document.body, { subtree: true, childList: true, attributes: true });
        watching[1].observe({ type: 'resource' });
        again();
    });

    return { find, place, arm, back, rest, inFrame, isSeen, result: () => result };
})();
