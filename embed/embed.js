// Fits frames of Stackfit to their content, and tells them whether they stand on light or dark, and what is in
// sight. A frame is known by its window, so that neither its address nor its origin matters. The build makes this
// file smaller, and nothing is `const` for the same reason; docs/embedding.md says what it does and does not do.
if (!self.stackfitFrames) {
  let own = document.currentScript?.src + 'null'
  // The frames that have spoken, each with what it was told last.
  let known = (self.stackfitFrames = new Map())

  // All elements, also those in open shadow roots.
  let all = (root) => [...root.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? all(e.shadowRoot) : e))
  let tell = (frame, more) => frame.contentWindow?.postMessage({ stackfit: { v: 1, ...more } }, '*')

  // Whether a computed colour is dark; nothing where it lets through what is behind it. The first number is the
  // lightness; of `rgb` and `color` the second, the green, from which most of the light of a colour comes. A number
  // may be a part of a name, as in `display-p3`.
  let dark = (colour) => {
    let [x, y, , alpha = 1] = colour.match(/\b[\d.]+/g) || []
    if (alpha > 0.5) return ({ r: y / 255, c: y, l: x / 100 }[colour[0]] ?? x) < 0.5
  }

  // Tells a frame what has changed in the page around since it was told.
  let look = (told, frame) => {
    let { top } = frame.getBoundingClientRect()
    let ground
    for (let e = frame; (e = e.parentElement || e.getRootNode().host); ) {
      ground ??= dark(getComputedStyle(e).backgroundColor)
    }
    // A picture, a gradient or the browser's own ground has no colour, but the text on it has.
    let scheme = ground ?? !dark(getComputedStyle(frame).color) ? 'dark' : 'light'
    if (told !== (told = top + scheme + innerHeight)) tell(frame, { scheme, type: 'viewport', top: -top | 0, height: innerHeight })
    frame.contentWindow ? known.set(frame, told) : known.delete(frame)
  }

  let timer
  let later = () => {
    timer ||= setTimeout(() => {
      timer = 0
      known.forEach(look)
    }, 99)
  }

  addEventListener('message', ({ data, origin, source }) => {
    let { v, type, top = 0, height } = data?.stackfit ?? {}
    for (let frame of all(document)) {
      if (v === 1 && source && frame.contentWindow === source) {
        known.size || own.includes(origin) || console.info('embed.js copy')
        // What is in it may be new, so it is told all.
        look(0, frame)
        if (![top, height].every(Number.isFinite)) return
        // A frame that is placed upon a box of a fixed ratio keeps that box, which would cut it off.
        if (type === 'resize' && getComputedStyle(frame).position !== 'absolute') {
          // What a border and a padding take is measured where they are outside of the height.
          frame.style.cssText += ';box-sizing:content-box!important'
          let edges = frame.offsetHeight - parseFloat(getComputedStyle(frame).height)
          frame.style.cssText += `;box-sizing:border-box!important;height:${Math.min(20000, Math.max(80, height)) + edges}px!important`
        }
        // What has the focus comes into sight, if the reader is in that frame: clear of what the page around keeps
        // free by `scroll-padding`, and in whatever scrolls there.
        if (type === 'focus' && frame.getRootNode().activeElement === frame) {
          frame.style.scrollMargin = `${-top}px 0 ${top + height - frame.offsetHeight}px`
          frame.scrollIntoView({ block: 'nearest' })
        }
      }
    }
  })

  for (let kind of ['scroll', 'resize', 'load', 'transitionend']) addEventListener(kind, later, 1)
  matchMedia('(prefers-color-scheme:dark)').onchange = later
  new MutationObserver(later).observe(document, { subtree: 1, attributes: 1 })
  for (let e of all(document)) tell(e, { type: 'hello' })
}
