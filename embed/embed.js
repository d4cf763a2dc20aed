// Fits frames of Stackfit to their content, and tells them whether they stand on light or dark, and what is in
// sight. A frame is known by its window, so that neither its address nor its origin matters. The build makes this
// file smaller; docs/embedding.md says what it does and does not do.
if (!self.stackfitFrames) {
  const own = document.currentScript?.src
  const known = (self.stackfitFrames = new Set())

  // All elements, also those in open shadow roots.
  const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? all(e.shadowRoot) : e))
  const tell = (frame, type, more) => frame.contentWindow?.postMessage({ stackfit: { v: 1, type, ...more } }, '*')

  // Whether a computed colour is dark; nothing where it lets through what is behind it. The first number is the
  // lightness, or the red of a ground that is almost grey.
  const dark = (colour) => {
    const [x, , , alpha = 1] = colour.match(/[\d.]+/g) || []
    if (x && alpha > 0.5) return x < ({ r: 128, l: 50 }[colour[0]] ?? 0.5)
  }

  // Tells a frame what changes with the page around; returns where its content begins in the window.
  const look = (frame) => {
    const top = frame.getBoundingClientRect().top + frame.clientTop
    let e = frame
    let ground
    while ((e = e.parentElement || e.getRootNode().host)) {
      ground ??= dark(getComputedStyle(e).backgroundColor)
    }
    // A picture, a gradient or the browser's own ground has no colour, but the text on it has.
    const scheme = ground ?? !dark(getComputedStyle(frame).color) ? 'dark' : 'light'
    tell(frame, 'viewport', { top: -top | 0, height: innerHeight, scheme })
    return top
  }

  let timer
  const later = () => {
    timer ||= setTimeout(() => {
      timer = 0
      known.forEach(look)
    }, 99)
  }

  addEventListener('message', ({ data, origin, source }) => {
    const { v, type, top = 0, height } = data?.stackfit ?? {}
    const frame = v === 1 && source && all(document).find((e) => e.contentWindow === source)
    if (!frame) return
    if (!known.size && !(own + 'null').includes(origin)) console.info('embed.js is a copy')
    known.add(frame)
    const fits = [top, height].every(Number.isFinite)
    // A frame that is placed upon a box of a fixed ratio keeps that box, which would cut it off.
    if (fits && type === 'resize' && getComputedStyle(frame).position !== 'absolute') {
      const set = (name, value) => frame.style.setProperty(name, value, 'important')
      // What a border and a padding take is measured where they are outside of the height.
      set('box-sizing', 'content-box')
      const edges = frame.offsetHeight - parseFloat(getComputedStyle(frame).height)
      set('box-sizing', 'border-box')
      set('height', Math.min(20000, Math.max(80, height)) + edges + 'px')
    }
    const start = look(frame)
    // What has the focus comes into sight, if the reader is in that frame.
    if (fits && type === 'focus' && frame.getRootNode().activeElement === frame) {
      const y = start + top
      if (y < 0 || y + height > innerHeight) scrollBy(0, y - innerHeight / 4)
    }
  })

  for (const kind of ['scroll', 'resize', 'load', 'transitionend']) addEventListener(kind, later, true)
  matchMedia('(prefers-color-scheme: dark)').onchange = later
  new MutationObserver(later).observe(document, { subtree: true, attributes: true })
  for (const e of all(document)) tell(e, 'hello')
}
