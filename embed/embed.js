// Fits frames of the page next to this file to their content.
(() => {
  const d = document
  const base = (d.currentScript || d.querySelector('script[src$="/embed.js"]')).src.replace(/[^/]*$/, '')
  const inside = (f) => f.src?.startsWith(base) && f.contentWindow
  const hello = (f) => inside(f)?.postMessage?.({ stackfit: { v: 1, type: 'hello' } }, '*')
  if (window[base]) return
  window[base] = 1
  addEventListener('message', ({ data, origin, source }) => {
    const f = [...d.querySelectorAll('iframe')].find((f) => source && inside(f) === source)
    if (!f || ![new URL(base).origin, 'null'].includes(origin) || data?.stackfit?.v !== 1) return
    const { type, height } = data.stackfit
    if (type === 'ready') hello(f)
    else if (type !== 'resize') return
    const h = Number.isFinite(height) && Math.min(20000, Math.max(80, Math.ceil(height)))
    if (h && Math.abs(h - f.clientHeight) > 1) f.style.height = h + 'px'
  })
  d.addEventListener('load', (e) => hello(e.target), true)
  d.querySelectorAll('iframe').forEach(hello)
})()
